"""What facilities must be fitted with: staff and places for each, for those of a size, beside a norm."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import BOUNDS_BEHIND, MAKES, NOT_BEYOND, NOT_LESS, SEATS, STAFF
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.must_have import (
    AREA_WIDE,
    FITTED,
    MUST_HAVE_RULES,
    OF_ONE_PLACE,
    SPAN_RULES,
)
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 建筑面积不少于1500平方米,床位不少于30张: what each place must have, listed after the size it must have.
_SIZE_AHEAD = re.compile(
    rf"面积[^,。;0-9]{{0,8}}(?:{NOT_LESS}|≥)[0-9.]+平方米,[^。;0-9]{{0,16}}$"
    r"|面积[^,。;0-9]{0,8}[0-9.]+平方米以上,[^。;0-9]{0,16}$"
)
# 床位50张以上的配备2名, 服务人口2万人左右的片区设置1处
_OF_A_SIZE_FITTED = re.compile(
    rf"(?:{BOUNDS_BEHIND}|[0-9][张人户名床]?)的(?![一-龥]*可)[一-龥]{{0,8}}?(?:至少|应当?|须|要|均)*(?:配备|配置|设置|设立|设)(?:{NOT_BEYOND}|至少)?$"
)
# 床位200张以上的,应当配备2名医师
_MUST_FIT = re.compile(r"(?:应当?|须|必须|至少|要|还)*(?:配备|配置|设置|设)(?:专职|兼职)?(?:不少于|至少)?")
# 建成1所养老示范院,床位不少于500张
_ONE_MADE = re.compile(rf"(?:{MAKES}|至少有|设)[1一][所家处个座][^,。;0-9]{{2,24}}(?:院|中心|机构|公寓|站),$")
_SEATS_BOUND = re.compile(rf"(?:护理型?)?(?:{SEATS})(?:数量?|规模)?(?:{NOT_BEYOND}|至少)")
# 每个站点配备2名护士; 护理站应配备1名医师
_HOUSE = "(?:机构|敬老院|养老院|福利院|站点?|(?<=[务餐助邻老护浴])点|中心|驿站|食堂|公寓|院|护理单元|病区)"
_EACH_FITTED = re.compile(
    rf"每[个所家处座]?(?:社区|[^,。;0-9县市区乡镇村]){{0,10}}?{_HOUSE}(?:至少|应当?|须|均|都|要|原则上)*(?:配备|配置|配有|配)(?:专职|兼职)?$"
    rf"|{_HOUSE}(?:应当?|须|必须|至少)(?:配备|配置|配有)(?:专职|兼职)?$"
)
# 每个站点配备护士2名; 床位100张以上的机构配备医师1名: who they are is said ahead of how many
_EACH_FITTED_WITH = re.compile(
    rf"(?:每[个所家处座]?(?:社区|[^,。;0-9县市区乡镇村]){{0,10}}?{_HOUSE}(?:至少|应当?|须|均|都|要|原则上)*"
    rf"|{_HOUSE}(?:应当?|须|必须|至少)|(?:{BOUNDS_BEHIND})的[一-龥]{{0,8}}?{_HOUSE}(?:应当?|须|必须|至少|均)*)"
    rf"(?:配备|配置|配有|配)(?:专职|兼职|持证)?[一-龥]{{0,6}}(?:{STAFF})$"
)
# 配备2名护士、3名护理员: what stands beside a norm is one
_BESIDE = re.compile(
    rf"(?:(?!{MAKES}|达|完成|培)[一-龥()]){{0,14}}[、和及与](?:至少)?(?:(?!{MAKES}|达|完成|培)[一-龥()]){{0,12}}"
)
# 由不少于2名评估人员上门,其中至少1名具有中级职称
_SENT = re.compile(rf"(?:由|安排|选派|指派|派出|委派)(?:{NOT_LESS}|至少)?$")
_STAFF_SENT = re.compile(
    rf"(?:以上)?的?[一-龥]{{0,8}}(?:{STAFF}|人员|专家|医师|人)(?:共同|联合|同时|入户|到场)*(?:上门|进行|开展|实施|评估|检查|到场|参与|负责|签字)"
)
_OF_WHICH = re.compile("其中:?(?:至少|不少于|须有|应有)+")
_SENT_AHEAD = re.compile(
    rf"(?:由|安排|选派|指派|派出|委派|每次[^,。;0-9]{{2,14}})(?:{NOT_LESS}|至少)?[0-9]{{1,2}}[名人](?:以上)?[^,。;]{{0,20}},$"
)
# 护理服务人员不少于10人,且专职人员占比不低于七成
_OF_ITS_STAFF = re.compile(
    "(?:且|其中:?)?(?:专职|持证|专业|注册|护理|全职|有证|具有[^,。;0-9]{2,12}的)[^,。;0-9]{0,8}(?:占比|比例|比重)[^,。;0-9]{2,5}$"
)
_ITS_STAFF = re.compile(rf"(?:{STAFF}|人员)(?:总数|数量?)?(?:{NOT_LESS}|至少)[0-9]{{1,3}}[名人],$")
# 每名独居老人由1名党员、1名邻居结对
_EACH_WITH = re.compile(
    "每[名户位][一-龥]{2,10}?(?:由|有|安排|明确|落实|确定|指定|结对)(?:至少|不少于)?"
    "(?:[1-9][名个位][一-龥]{2,8}[、和及])*$"
)
_FEW = 5
# 每个区域中心至少辐射3个村
_EACH_REACHES = re.compile(
    rf"每[个所家处座](?![县市乡镇村街]|区(?!域))[^,。;0-9]{{2,16}}?(?:至少|{NOT_LESS})?(?:辐射|带动|联系)(?:至少|{NOT_LESS})?$"
)
_PLACES = re.compile("(?:行政|自然)?村|社区|街道|乡镇|小区|网格|站点")
# 乳儿班(6-12个月,10人以下)
_CLASS_OPENS = re.compile(r"[班组级]\((?:[^()。;]{0,16},)?$")
_BOUNDS = (Comparator.GE, Comparator.LE, Comparator.RANGE)


def _who_comes(w: Wording) -> Kind | None:
    sent = w.bounded and _SENT.search(w.before) and _STAFF_SENT.match(w.tail)
    of_them = w.bounded and _OF_WHICH.fullmatch(w.before) and _SENT_AHEAD.search(w.opening)
    return Kind.STANDARD if w.value.high <= OF_ONE_PLACE and (sent or of_them) else None


def _share_of_its_staff(w: Wording) -> Kind | None:
    share = w.bounded and _OF_ITS_STAFF.match(w.before) and _ITS_STAFF.search(w.opening)
    return Kind.STANDARD if share else None


def _each_has_somebody(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.value.high <= _FEW and _EACH_WITH.search(w.before) else None


def _each_reaches(w: Wording) -> Kind | None:
    at_least = w.value.comparator is Comparator.GE and _EACH_REACHES.search(w.before)
    return Kind.STANDARD if at_least and _PLACES.match(w.tail) else None


def _warmth(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.bounded and w.unit in ("℃", "摄氏度", "度") else None


def _in_a_class(w: Wording) -> Kind | None:
    of_class = w.value.comparator is Comparator.LE and _CLASS_OPENS.search(w.opening + w.before)
    return Kind.STANDARD if of_class else None


def _beside_a_size(w: Wording) -> Kind | None:
    if "半径" in w.before:
        return None  # how far it serves is said of its surroundings
    listed = w.value.comparator in _BOUNDS and _SIZE_AHEAD.search(w.opening + w.before)
    of_one = _SEATS_BOUND.fullmatch(w.before) and _ONE_MADE.search(w.opening)
    return Kind.STANDARD if listed or of_one else None


def _under_a_condition(w: Wording) -> Kind | None:
    fitted = ("的" in w.before and _OF_A_SIZE_FITTED.search(w.before)) or (
        w.opening.endswith("的,") and _MUST_FIT.fullmatch(w.before) and FITTED.match(w.tail)
    )
    return Kind.STANDARD if fitted and w.value.high <= OF_ONE_PLACE else None


def _each_is_fitted(w: Wording) -> Kind | None:
    if w.value.high > OF_ONE_PLACE or AREA_WIDE.search(w.opening + w.before):
        return None
    fitted = _EACH_FITTED.search(w.before) and FITTED.match(w.tail)
    with_staff = w.value.unit.sort == "people" and _EACH_FITTED_WITH.search(w.before)
    return Kind.STANDARD if fitted or with_staff else None


def _beside_a_norm(w: Wording) -> Kind | None:
    listed = w.since_norm and w.value.high <= OF_ONE_PLACE and _BESIDE.fullmatch(w.since_norm)
    return Kind.STANDARD if listed else None


FITTING_RULES: tuple[KindRule, ...] = (
    Rule(
        "staff who come",
        _who_comes,
        "由不少于«2名»评估人员上门评估。",
        "培训不少于«2名»评估人员上门评估。",
        "GUIDE: a requirement for staff is a standard",
        only=("people",),
        state="bound",
    ),
    Rule(
        "share of its staff",
        _share_of_its_staff,
        "护理服务人员不少于10人,且专职人员占比不低于«70%»。",
        "培训护理员10人,且专职人员占比不低于«70%»。",
        "GUIDE: a requirement for staff is a standard",
        only=("share",),
        state="bound",
    ),
    Rule(
        "somebody for each",
        _each_has_somebody,
        "每名独居老人由«1名»党员结对。",
        "每个社区有«1名»党员结对。",
        "GUIDE: a per-unit norm for staff is a standard",
        only=("people",),
    ),
    Rule(
        "places that each reaches",
        _each_reaches,
        "每个区域中心至少辐射«3个»村。",
        "区域中心新增辐射«3个»村。",
        "GUIDE: a requirement for facilities is a standard",
        only=("count",),
        state="bound",
    ),
    Rule(
        "warmth",
        _warmth,
        "餐食中心温度保持«60℃»以上。",
        "餐食中心面积保持«60平方米»以上。",
        "GUIDE: a requirement for facilities is a standard",
        state="bound",
    ),
    Rule(
        "size of a class of children",
        _in_a_class,
        "一般设置乳儿班(«10人»以下)、托小班。",
        "一般招收乳儿«10人»以下。",
        "GUIDE: a requirement for facilities is a standard",
        only=("people",),
        state="bound",
    ),
    Rule(
        "beside a size",
        _beside_a_size,
        "每个乡镇建成1所养老服务中心,建筑面积不少于1500平方米,床位不少于«30张»。",
        "新建中心2个,建筑面积1500平方米,新增床位不少于«30张»。",
        "GUIDE: a per-unit norm is a standard",
        state="bound",
    ),
    Rule(
        "what places of a size must have",
        _under_a_condition,
        "床位50张以上的机构配备«2名»护士。",
        "床位50张以上的机构招聘«2名»护士。",
        "GUIDE: a requirement for facilities is a standard",
        only=("count", "people"),
    ),
    Rule(
        "what each is fitted with",
        _each_is_fitted,
        "每个站点配备«2名»护士。",
        "每个街道配备«2名»工作人员。",
        "GUIDE: a per-unit norm for staff is a standard",
        only=("count", "people"),
    ),
    Rule(
        "beside a norm",
        _beside_a_norm,
        "每个站点配备2名护士、«3名»护理员。",
        "每个站点配备2名护士,培训«3名»护理员。",
        "GUIDE: a per-unit norm for staff is a standard",
        only=("count", "people"),
    ),
    *SPAN_RULES,
    *MUST_HAVE_RULES,
)
