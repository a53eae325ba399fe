"""What each place must have: the least or the most of it, and spans of beds."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import FACILITY_COUNTERS, NOT_BEYOND, NOT_LESS, SEATS, STAFF
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 护理人员不少于3名, 餐位不少于20个: what a place must have, unless an area is spoken of.
_MUST_HAVE = re.compile(
    rf"(?:{SEATS}|{STAFF}|房间|居室|服务项目|(?:供餐|服务|接待|收住)能力)"
    rf"(?:数量?|总数|配备|配置|应当?|须|要|原则上|一般|均|都|同时|分别|在)*(?:{NOT_BEYOND}|至少|在)?(?:[0-9]{{1,3}}[名人张个][、和及])*$"
    rf"|^[一二三四甲乙丙]类(?:机构|站点|中心)?(?:应当?|须|要|均|分别)*(?:{NOT_BEYOND}|至少)(?:有|配备)?$"
)
# 评估人员不少于5人,其中具有医护背景的不少于2人
_OF_THEM = re.compile(
    rf"(?:人员|护理员|床位|社工)[^,。;]{{0,4}}(?:{NOT_LESS}|至少)[0-9]{{1,3}}[名人张个],其中[^,。;0-9]{{2,16}}(?:{NOT_LESS}|至少)$"
)
_FITS = re.compile(
    r"(?:至少|不少于)(?:配备|配置|配有|设置|设有|设|确定|明确|指定)(?:[^,。;]{2,20}[和、及])?$"
    rf"|(?:配备|配置|配有|设置|设有|设)(?:专职|兼职)?(?:{NOT_BEYOND}|至少)$|(?:应当?|须|要|至少)(?:配备|配置|配有)$|(?:确定|明确|指定)(?:{NOT_BEYOND}|至少)$"
)
# 每名助老员联系老人不超过50人; what is built in each place is counted.
_EACH_BOUND = re.compile(
    rf"每(?:名|位|所|家|处|间|站|组|班|支|层|个(?![县市区乡镇村]|街道|社区|行政村|建制村))[^,。;0-9建新培]{{0,20}}(?:{NOT_BEYOND}|至少)(?:有|配有|设置|设有|设|配备|配置)?$"
)
# 每家建筑面积不低于400平方米、床位10至30张
_BEDS_OF_EACH = re.compile(
    rf"每(?:家|处|所|站|个(?:机构|站点|中心))[^。;]{{0,40}}?(?:{SEATS})(?:数量?)?(?:为|在)?$"
    rf"|[^。;]{{0,20}}(?:机构|中心|养老院|敬老院|站点?)的?(?:{SEATS})(?:数|规模)?(?:原则上|一般|宜|应)+(?:控制)?[为在]$"
    # 街道级养老设施床位100至200张,社区级10至30张
    rf"|(?:街道|乡镇|社区|[省市县区镇村]|[一二三])级(?![公民])(?:[一-龥]{{2,12}}(?:{SEATS})(?:规模|数量?)?)?(?:宜?[为在])?$"
)
# 每10万人设置1处,床位200至500张; 每个中心服务3至4个乡镇,床位80至150张
_PLACED = re.compile(
    rf"每(?:[0-9][^,。;]{{0,8}}[人户]|个[一-龥]{{0,10}}(?:中心|机构|站|院))[^,。;]{{0,14}}[0-9](?:{FACILITY_COUNTERS})[^。;]{{0,16}},$"
)
# 新建床位100张以上: they are counted
_ADDS = re.compile(
    rf"(?:新建|新增|扩建|改建|增加|增设|改造|招聘|招录|选聘|引进)(?!后)(?:(?![单每各])[一-龥]){{0,6}}(?:{SEATS}|{STAFF})"
)
_SEATS_ALONE = re.compile(rf"(?:养老|护理型?|休息)?(?:{SEATS})(?:规模|数量?)?(?:宜?[为在])?")
_LIMITS = (Comparator.GE, Comparator.LE)
_OF_A_NORM = 1000  # where places for so many inhabitants are spoken of
#: What stands behind a number of staff or seats.
FITTED = re.compile(rf"(?:以上)?的?“?[一-龥]{{0,14}}(?:{STAFF}|{SEATS})")
AREA_WIDE = re.compile(
    r"全[市省县区州国]|新增|累计|总[数量计]|培训|培养|每年|年均|力争|引进|家庭养老床位|[到至]20"
)
OF_ONE_PLACE = 300  # beds or staff; no place has more


def _placed(w: Wording) -> Kind | None:
    if w.value.comparator is not Comparator.RANGE or w.value.high > _OF_A_NORM:
        return None
    return Kind.STANDARD if _SEATS_ALONE.fullmatch(w.before) and _PLACED.search(w.opening) else None


def _beds_of_each(w: Wording) -> Kind | None:
    if w.value.comparator is not Comparator.RANGE or w.value.high > OF_ONE_PLACE:
        return None
    return Kind.STANDARD if _BEDS_OF_EACH.match(w.before) else None


def _is_limit(w: Wording) -> bool:
    """Whether the value is the least or the most that one place has, and is not built or hired anew."""
    if w.value.comparator not in _LIMITS or w.value.high > OF_ONE_PLACE:
        return False
    return "每" in w.before or not _ADDS.search(w.before)


def _each_bound(w: Wording) -> Kind | None:
    return Kind.STANDARD if "每" in w.before and _is_limit(w) and _EACH_BOUND.search(w.before) else None


def _some_of_them(w: Wording) -> Kind | None:
    of_them = "其中" in w.before and _is_limit(w) and _OF_THEM.search(w.opening + w.before)
    return Kind.STANDARD if of_them else None


def _must_have(w: Wording) -> Kind | None:
    must = _is_limit(w) and _MUST_HAVE.search(w.before)
    return Kind.STANDARD if must and not AREA_WIDE.search(w.opening + w.before) else None


def _must_be_fitted(w: Wording) -> Kind | None:
    staff = w.value.unit.sort == "people" and w.before.endswith(("至少有", "不少于有"))
    fits = _is_limit(w) and (staff or _FITS.search(w.before)) and FITTED.match(w.tail)
    return Kind.STANDARD if fits and not AREA_WIDE.search(w.opening + w.before) else None


SPAN_RULES: tuple[KindRule, ...] = (
    Rule(
        "beds of a place that is set up for so many",
        _placed,
        "每10万人设置1处养老院,床位«200至500张»。",
        "全市设置10处养老院,床位«200至500张»。",
        "GUIDE: a per-unit norm for facilities is a standard",
        only=("count", "people"),
        state="bound",
    ),
    Rule(
        "span of beds of each",
        _beds_of_each,
        "街道级养老设施床位«100至200张»。",
        "新建街道养老设施床位«100至200张»。",
        "GUIDE: a requirement for facilities is a standard",
        only=("count", "people"),
        state="bound",
    ),
)

MUST_HAVE_RULES: tuple[KindRule, ...] = (
    Rule(
        "bound of each",
        _each_bound,
        "每名助老员联系老年人不超过«50人»。",
        "每年培训老年人不少于«50人»。",
        "GUIDE: a per-unit norm for staff is a standard",
        only=("count", "people"),
        state="bound",
    ),
    Rule(
        "some of its staff",
        _some_of_them,
        "评估人员不少于5人,其中具有医护背景的不少于«2人»。",
        "培训5人,其中具有医护背景的不少于«2人»。",
        "GUIDE: a requirement for staff is a standard",
        only=("count", "people"),
        state="bound",
    ),
    Rule(
        "what each must have",
        _must_have,
        "服务中心护理人员不少于«3名»。",
        "全市新增护理人员不少于«3名»。",
        "GUIDE: a requirement for facilities is a standard",
        only=("count", "people"),
        state="bound",
    ),
    Rule(
        "what each must be fitted with",
        _must_be_fitted,
        "服务中心应配备不少于«3名»护理人员。",
        "全市引进配备不少于«3名»护理人员。",
        "GUIDE: a requirement for facilities is a standard",
        only=("count", "people"),
        state="bound",
    ),
)
