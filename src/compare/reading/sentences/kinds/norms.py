"""Norms: what each facility, household or head must have is a standard."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import (
    COMES_TO,
    FACILITY_COUNTERS,
    FITS_WITH,
    KEEPS_BACK,
    MAKES,
    NOT_BEYOND,
)
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.conditions import says_for_whom
from compare.reading.sentences.kinds.fittings import FITTING_RULES
from compare.reading.sentences.kinds.wording import KindRule, Wording

_NORM = re.compile(
    r"(?<!高)(?<!符合)标准(?!化|[^,。;0-9]{0,6}率|的[^,。;0-9]{0,20}(?:数量?|比例|占比)(?:不|达|超|$))|规范(?!化|健康|管理)|每个?(?:机构|站点|中心|床|处)|单(?:处|个|床)|单项|(?<![大小])规模|配比|面积|用地|配建|床位数"
)
# 建设1处…800平方米的助浴中心: what stands before a size has been counted in the same clause.
_COUNTED = re.compile(
    rf"(?:建|设|打造|有|培育|改造|开办|新增|配)[^,。;0-9]{{0,8}}(?:[0-9]+|[一二两三])(?:{FACILITY_COUNTERS})(?![点月])[^,。;]*$"
)
# 甲类、乙类日间照料中心分别为1300平方米、900平方米
_CLASSED = re.compile(
    r"[甲乙丙丁一二三四ABCD][类档型](?:[一-龥、]{0,16}?)(?:分别)?(?:(?:建筑)?面积)?(?:分别)?为?(?:[0-9.]++(?:平方米|㎡)、)*+$"
)
_BUILDS = re.compile(MAKES)
_COUNTED_BEHIND = re.compile(rf"的[一-龥()]{{2,12}}[0-9]+(?:{FACILITY_COUNTERS})")
_DESCRIBES = re.compile(r"[^,。;]{0,24}?的[一-龥]{2}")
_ALLOTTED = re.compile(FITS_WITH)
# 按照不低于总建筑面积千分之二的比例(且单处不少于300平方米的标准)配建
_BY_A_SHARE = re.compile(
    rf"的(?:比例|标准)(?:且[^,。;]{{0,24}}的标准(?:[,。;]|$)?)?(?:集中)?(?:(?:配套建设|配建|配置|配备|设置|建设|{KEEPS_BACK})(?!资金|经费)|(?<=标准)$)"
)
# 养老机构中护理型床位应占总床位的60%以上
_MUST_MAKE_UP = re.compile(
    r"(?:机构|敬老院|中心|站)(?:中|内|的)?[^,。;0-9]{2,14}(?:应当?|须|要)占[^,。;]{2,10}$"
)
# 补贴资金由市、区两级按1:1分担
_SHARED_OUT = re.compile(r"的?(?:比例)?(?:分担|共担|承担|负担|分摊|出资|配套|拨付|筹集)")
# 每所敬老院床位不少于80张,其中护理型床位占比不低于60%
_OF_EACH_HOME = re.compile(
    r"(?:每[所个家处]|单[体个所家])(?:(?:养老|敬老|项目|机构|中心|公办|民办|县级|区域|福利|特困|供养)[^。;]{0,40}(?:床位|规模)|床位)[^。;]{0,16}[0-9]张(?:以上)?,(?:其中:?)?[^。;]{0,44}$"
)
_OF_BEDS = re.compile(r"床位[^,。;]{0,8}(?:占比|比例|比重)[^,。;]{0,6}$|床位占[^,。;]{0,10}$")
_KEPT = re.compile(rf"(?:{KEEPS_BACK})[^,。;]{{0,8}}$")
_OF_ALL = re.compile(
    r"总(?:建筑|占地)?面积(?!的)|总规模|累计|新增|供应|每年(?:安排|保障|落实)|利用|盘活|腾退|调剂|全[市县区省州旗](?![^,。;]{0,12}[每各单])"
)
_WIDTH = re.compile(
    rf"(?:净宽|净高|净深|层高|宽度|高度|深度|间距|净距|直径|坡度|高差|门宽|绿地率|绿化率|建筑密度)(?:应当?|须|均|一般|宜)*(?:{NOT_BEYOND}|不[宜应](?:[大高小低少]于|超过)|至少|为|在)?$"
)
_OF_ALL_TOGETHER = 50_000  # square metres: no single place must have them
_BOUNDS = (Comparator.GE, Comparator.LE, Comparator.RANGE)
_OF_INHABITANTS = ("/千人", "/万人")
# 每千人口托位数达到4.6个; 按每千人配备达到2名的标准 is a norm.
_REACHES = re.compile(rf"^(?!.*(?:配备|配置|配建|标准)).*(?:达到?|{COMES_TO})$")
_MEASURES = frozenset({"规模", "面积", "用地", "床位数"})
_NORM_BASES = frozenset({"平方米", "名", "个", "处", "所", "间"})
# 卧室床位的比例不宜大于40%: of rooms and their size, not of beds in an area
_NOT_ADVISED = re.compile(r"[间室房层廊梯积元][^,。;]{0,16}不[宜应](?:[大高多]于|超过|[小低少]于)$|宜[为在]$")


def _size_of_what_is_made(w: Wording) -> Kind | None:
    counted = _COUNTED.search(w.before) and _DESCRIBES.match(w.tail)
    then_counted = _BUILDS.search(w.before) and _COUNTED_BEHIND.match(w.tail)
    applies = w.bounded and (counted or then_counted) and not says_for_whom(w)
    return Kind.STANDARD if applies else None


def _allotted(w: Wording) -> Kind | None:
    allots = w.before.endswith("的") and _ALLOTTED.match(w.tail)
    by_a_share = w.bounded and _BY_A_SHARE.match(w.tail)
    return Kind.STANDARD if "按" in w.before and (allots or by_a_share) else None


def _each_must_reserve(w: Wording) -> Kind | None:
    must = "占" in w.before and _MUST_MAKE_UP.search(w.before)
    of_each = _OF_BEDS.search(w.before) and _OF_EACH_HOME.search(w.opening + w.before)
    return Kind.STANDARD if w.bounded and (must or of_each) else None


def _not_advised(w: Wording) -> Kind | None:
    return Kind.STANDARD if _NOT_ADVISED.search(w.before) else None


def _kept_back(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.bounded and _KEPT.search(w.before) else None


def _called_standard(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.tail.startswith("的标准") else None


def _per_base(w: Wording) -> Kind | None:
    if w.unit.endswith(_OF_INHABITANTS) and _REACHES.search(w.before):
        return None  # what an area reaches, not what each must have
    if w.unit == "人/班":
        return Kind.STANDARD
    return Kind.STANDARD if "/" in w.unit and w.unit.split("/")[0] in _NORM_BASES else None


def _cost_shared(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _SHARED_OUT.match(w.tail) else None


def _ratio(w: Wording) -> Kind | None:
    return Kind.STANDARD


def _plot_ratio(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.unit == "ratio" else None


def _area_bound(w: Wording) -> Kind | None:
    if w.unit.endswith(_OF_INHABITANTS) and _REACHES.search(w.before):
        return None
    return Kind.STANDARD if w.bounded and not _of_all(w) else None


def _of_all(w: Wording) -> bool:
    """Whether an area is that of all places together."""
    large = w.value.unit.sort == "area" and w.value.low >= _OF_ALL_TOGETHER
    return bool(_OF_ALL.search(w.before)) or (large and "每" not in w.before and "单" not in w.before)


def _size_of_a_class(w: Wording) -> Kind | None:
    sized = _CLASSED.search(w.before) and not _BUILDS.search(w.before)
    return Kind.STANDARD if sized and w.value.high < 50_000 else None


def _width_bound(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.bounded and _WIDTH.search(w.before) else None


def _norm_word(w: Wording) -> Kind | None:
    norm = _NORM.search(w.before) if w.value.comparator in _BOUNDS else None
    if norm and w.value.comparator is Comparator.RANGE and norm.group() in _MEASURES - {"规模"}:
        return None  # 床位数达到35-40张 is a span that is aimed at
    # 每个社区至少配建1处: places that are built are counted; 占床位数的比例 is a share of them
    counted = norm and norm.group() == "配建" and w.unit in FACILITY_COUNTERS
    of_them = norm and norm.group() in _MEASURES and w.unit == "%"
    if norm and w.unit == "%" and w.before.endswith("面积的"):
        return Kind.STANDARD  # 不少于总建筑面积的千分之二
    of_all = norm and norm.group() in _MEASURES and _of_all(w)
    return Kind.STANDARD if norm and not (counted or of_them or of_all) else None


SIZE_RULES: tuple[KindRule, ...] = (
    Rule(
        "size of what is made",
        _size_of_what_is_made,
        "每个乡镇建设1处建筑面积不小于«800平方米»的助浴中心。",
        "建筑面积不小于«800平方米»的助浴中心可以申报。",
        "GUIDE: minimum site area is a standard",
        only=("area", "length", "count", "people"),
        needs="的",
        state="bound",
    ),
)

SHARE_RULES: tuple[KindRule, ...] = (
    Rule(
        "allotted by a share",
        _allotted,
        "养老床位数按照户籍老年人口的«2.5%»配置。",
        "养老床位数达到户籍老年人口的«2.5%»。",
        "GUIDE: a requirement for facilities is a standard",
        only=("share",),
    ),
    Rule(
        "share that each must have",
        _each_must_reserve,
        "养老机构中护理型床位应占总床位的«60%»以上。",
        "全市护理型床位占总床位的«60%»以上。",
        "GUIDE: a requirement for facilities is a standard",
        only=("share",),
        state="bound",
    ),
    Rule(
        "share that a norm bounds",
        _not_advised,
        "三人间床位的比例不宜大于«40%»。",
        "空置床位的比例不高于«40%»。",
        "GUIDE: a requirement for facilities is a standard",
        only=("share",),
        state="bound",
    ),
    Rule(
        "places kept back",
        _kept_back,
        "保留不低于«15%»的床位用于接收特困人员。",
        "不低于«15%»的床位用于接收特困人员。",
        "GUIDE: a requirement for facilities is a standard",
        only=("share",),
        state="bound",
    ),
)

NORM_RULES: tuple[KindRule, ...] = (
    Rule(
        "called a standard",
        _called_standard,
        "按照每处«300平方米»的标准建设。",
        "建设«300平方米»用房。",
        "GUIDE: a per-unit norm is a standard",
        only=("count", "people", "area"),
        needs="的",
    ),
    Rule(
        "cost shared",
        _cost_shared,
        "补贴资金由市、区两级财政按«1:1»分担。",
        "护理员与失能老年人按«1:4»配备。",
        "GUIDE: what is paid by rule is a parameter",
        only=("ratio",),
    ),
    Rule(
        "ratio",
        _ratio,
        "护理员与失能老年人配比不低于«1:4»。",
        "护理员不少于«4名»。",
        "GUIDE: ratio of staff is a standard",
        only=("ratio",),
    ),
    Rule(
        "plot ratio",
        _plot_ratio,
        "容积率不大于«1.5»。",
        "死亡率不大于«15.1/10万»。",
        "GUIDE: a requirement for facilities is a standard",
        only=("level",),
    ),
    Rule(
        "so many per base",
        _per_base,
        "每千名老年人配备社会工作者«1名»。",
        "配备社会工作者«1名»。",
        "GUIDE: per 100 households, per capita land",
    ),
    Rule(
        "bound on an area",
        _area_bound,
        "服务站不少于«200平方米»。",
        "新增用房«200平方米»。",
        "GUIDE: minimum site area is a standard",
        only=("area",),
        state="bound",
    ),
    Rule(
        "size of a class",
        _size_of_a_class,
        "甲类、乙类日间照料中心分别为«1300平方米»、900平方米。",
        "新建甲类日间照料中心«1300平方米»。",
        "GUIDE: minimum site area is a standard",
        only=("area",),
    ),
    Rule(
        "bound on a width",
        _width_bound,
        "疏散门净宽不小于«1.1米»。",
        "新建步道不少于«500米»。",
        "GUIDE: a requirement for facilities is a standard",
        only=("length", "share"),
        state="bound",
    ),
    Rule(
        "word for a norm",
        _norm_word,
        "单个机构床位不少于«30张»。",
        "新增床位不少于«30张»。",
        "GUIDE: a per-unit norm is a standard",
        state="bound",
    ),
    *FITTING_RULES,
)
