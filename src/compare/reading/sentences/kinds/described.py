"""What only describes: how large an area is and what it is made of, how a rate stands to the average, what a
named structure (9064) means, how many a facility serves."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import MAKES, NOT_BEYOND
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 预计全市惠及约1.8万人
_FORESEEN = re.compile(
    r"(?:预计|预期|预估|估计|可望)(?:每?年|全[市县区省州年国]|将|可|能|约|共|新增|直接){0,4}(?:惠及|受益|覆盖|带动|辐射)[^,。;0-9]{0,12}$"
)
# 经测算全市每年约需2.2亿元
_NEEDED = re.compile(
    r"(?:测算|估算|匡算)[^,。;0-9]{0,16}(?:约需|需要?|需投入|需资金|需增加)(?:约|资金|投入|经费)*$"
)
# 全市首批确定156家
_CHOSEN_FIRST = re.compile(
    "(?:首批|第[一二三四]批)(?:共|已)?(?:确定|认定|公布|纳入|遴选|选定|入选|入围)(?:了)?(?:[一-龥]{2,10})?$"
)
# 每年对16个市(州)评估一次
_TO = ("对", "对全省", "对全市", "对全州", "对全县", "对全区")
_EXAMINED = re.compile(
    r"(?:[市县区州旗乡镇]{1,3}|街道|单位|部门)(?:\([一-龥、]{1,8}\))?(?:进行|开展|实施)?(?:一次|[0-9]次)?(?:综合|年度|专项)?(?:评估|督导|督查|检查|考核|考评|通报|排名|巡查)"
)
# 抽查比例不低于20%; 按不低于30%的比例抽验
_CHECKS = "抽查|抽检|抽验|抽评|抽核|复核|核查|复查|回访"
_CHECKED = re.compile(
    rf"(?:{_CHECKS})(?:的|面|率|比例|每[年月]|每季度)*(?:{NOT_BEYOND}|至少|达到?|[为按])*(?:[一-龥]{{2,8}}的)?$"
)
_IS_CHECKED = re.compile(rf"(?:以上|左右)?的?(?:比例|标准)?(?:进行|开展|随机|予以|实施|入户)*(?:{_CHECKS})")
# 提供7类40项改造清单
_PROVIDES = re.compile(
    r"(?:提供|制定|公布|发布|明确|形成|编制|列出|设立|包括|包含|分为|涵盖)(?:[0-9]{1,3}(?:大?类|个?方面))?$"
)
_CATALOGUE = re.compile(r"(?:[0-9]{1,3}(?:小?项|种|条))?的?[一-龥]{0,8}(?:清单|目录|菜单|服务包)")
_GROWS = re.compile(rf"{MAKES}|新增|完成|治理|绿化|达到|力争|实现|覆盖")
# 规划范围包括9个街道、5个镇
_CONSISTS = re.compile(r"(?:^|[市县区州旗围])(?:包括|包含|涵盖|涉及)[0-9个一-龥、]{0,40}$")
_ADMINISTERED = re.compile(
    r"(?:街道|建制镇|镇|乡镇|乡|社区|行政村|村民委员会|居委会|村委会|村|县|区|市|旗|农场)(?:(?![一-龥])|(?=和[0-9]))"
)
# 28.1张,低于全市平均水平; (33.5张) behind it
_BESIDE_AVERAGE = re.compile(
    r",?(?:还|仍|明显|远)?(?:[低高]于|不及|超过|高出|比)全?[国省市区县州]{1,2}(?:的)?平均"
)
_THE_AVERAGE = re.compile(r"全?[国省市区县州]{1,2}(?:的)?平均(?:水平|值|数)?(?:\((?:为)?|为|是)$")
_OPENS = ("(", "为", "是")
_AIMED_AT = re.compile(r"达|提高|提升|增加到|力争|确保|实现|超过")
# “9064”养老格局,即90%的老年人居家养老、6%依托社区养老
_STRUCTURE = re.compile(
    r"9[0-9]{3}”?[^。;]{0,14}(?:格局|模式|结构|体系)[^。;]{0,8}?(?:,?即|\(即?|:)[^。;]{0,60}$"
)
_SERVED = re.compile(
    r"服务(?:常住|老年)?人口(?:规模|数量?)?(?:宜|应|一般|约)*(?:为|在|不[宜应]?[小少大超][于过]|控制在)?$"
)
# 服务人口1万人左右的片区: which of them
_OF_WHICH = re.compile("(?:左右|上下|以[上内下])?的")


def _foreseen(w: Wording) -> Kind | None:
    needed = w.value.unit.sort == "money" and _NEEDED.search(w.before)
    return Kind.PARAMETER if needed or _FORESEEN.search(w.before) else None


def _chosen_first(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _CHOSEN_FIRST.search(w.before) else None


def _examined(w: Wording) -> Kind | None:
    examined = w.before.endswith(_TO) and _EXAMINED.match(w.tail)
    return Kind.PARAMETER if examined else None


def _share_checked(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _CHECKED.search(w.before) or _IS_CHECKED.match(w.tail) else None


def _of_a_catalogue(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _PROVIDES.search(w.before) and _CATALOGUE.match(w.tail) else None


def _of_an_area(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.unit == "平方公里" and not _GROWS.search(w.before) else None


def _made_of(w: Wording) -> Kind | None:
    consists = _ADMINISTERED.match(w.tail) and _CONSISTS.search(w.before)
    return Kind.PARAMETER if consists else None


def _beside_the_average(w: Wording) -> Kind | None:
    if w.before.endswith(_OPENS) and _THE_AVERAGE.search(w.opening + w.before):
        return Kind.PARAMETER
    beside = _BESIDE_AVERAGE.match(w.tail + w.following)
    return Kind.PARAMETER if beside and not _AIMED_AT.search(w.opening[-12:] + w.before) else None


def _of_a_structure(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _STRUCTURE.search(w.opening + w.before) else None


def _serves(w: Wording) -> Kind | None:
    return Kind.STANDARD if _SERVED.search(w.before) and not _OF_WHICH.match(w.tail) else None


DESCRIBED_RULES: tuple[KindRule, ...] = (
    Rule(
        "people it will reach",
        _foreseen,
        "政策实施后,预计全市惠及约«1.8万人»。",
        "政策实施后,力争全市惠及约«1.8万人»。",
        "GUIDE: population facts are parameters",
        only=("people", "count", "money"),
    ),
    Rule(
        "chosen first",
        _chosen_first,
        "全市首批确定«156家»。",
        "全市首批建成«156家»。",
        "GUIDE: facts are parameters",
        only=("people", "count"),
    ),
    Rule(
        "places examined",
        _examined,
        "省民政厅每年对«16个»市评估一次。",
        "省民政厅每年对«16个»市的福利院实施改造。",
        "GUIDE: population/stock facts are parameters",
        only=("count",),
    ),
    Rule(
        "share that is checked",
        _share_checked,
        "县级按不低于«30%»的比例抽验。",
        "产品抽检合格率不低于«98%»。",
        "GUIDE: frequency is a parameter",
        only=("share",),
    ),
    Rule(
        "size of a catalogue",
        _of_a_catalogue,
        "提供«40项»改造清单。",
        "提供«40项»改造服务。",
        "GUIDE: stock facts are parameters",
        only=("count",),
        needs="清单目录菜包",
    ),
    Rule(
        "extent of an area",
        _of_an_area,
        "规划范围总面积«2543平方公里»。",
        "新增绿地«3平方公里»。",
        "GUIDE: stock facts are parameters",
        only=("area",),
    ),
    Rule(
        "what an area is made of",
        _made_of,
        "规划范围包括«9个»街道、5个镇。",
        "规划新建«9个»街道、5个镇养老中心。",
        "GUIDE: stock facts (56个乡镇) are parameters",
        only=("count",),
    ),
    Rule(
        "beside the average",
        _beside_the_average,
        "每千名老年人拥有床位«28.1张»,低于全市平均水平。",
        "每千名老年人拥有床位达到«28.1张»,高于全市平均水平。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "what a named structure means",
        _of_a_structure,
        "采用“9064”养老格局,即«90%»的老年人居家养老。",
        "到2025年,«90%»的老年人居家养老。",
        "the five plans: a gloss of 9073 is a parameter",
        only=("share",),
    ),
    Rule(
        "people served",
        _serves,
        "服务站服务人口«5000人»。",
        "为«5000人»提供服务。",
        "GUIDE: a per-unit norm is a standard",
        only=("people",),
    ),
)
