"""What a statement measures by the facility that it is of, in order of evidence: :data:`FACILITY_RULES`.

床位 behind 县级供养机构 are the beds of each such home, 覆盖90%以上乡镇 says what facilities cover.
"""

from __future__ import annotations

import re

from compare.coding.indicators.context.ellipsis import ANY_FACILITY, RURAL, SHARE_OF_PLACES
from compare.coding.indicators.context.house_beds import BARE, HOUSE_BED_RULES
from compare.coding.indicators.context.own.statement_words import OwnWords
from compare.coding.kind_rules import is_condition
from compare.model import CAPS, FLOORS, Comparator, Kind
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.scopes.rules import is_attribute

#: Beds that a house is to have.
_BEDS_OF_A_HOUSE = BARE | {"休息床位", "日间照料床位", "托养床位"}
_HOUSES = "机构|中心|[老利养]院|养老(?:服务)?设施"
_SITES = f"{_HOUSES}|[助饭餐]点|食堂|站点?"
_HOUSE = re.compile(
    rf"(?:^|\s)(?P<house>[一-龥]{{0,16}}(?:{_HOUSES}))(?:应当?|须|要|可|原则上|建设|设置|规模|建筑面积|按照?)"
)
_BOUNDS = FLOORS | CAPS
_EACH = re.compile("每[个所处家间]|单[个处体所家]")
# 单所|床位
_BEDS_OF_EACH = re.compile("(?:每[个所处家]|单[个处体所家])床位(?:数|规模)?")
_ANY_HOUSE = re.compile("中心|机构|[老利养福]院|站|设施|食堂|饭堂|[助饭餐老务]点|场所|综合体|驿站")
# 建设失能照护中心,每处|床位不低于150张
_HOUSE_BEFORE = re.compile(
    f"(?P<house>[一-龥]{{0,16}}(?:{_SITES}))[,，]"
    "(?:且|其|原则上)?(?:每[个所处家]|单[个体处])$"
    f"|(?:^|[,，:：、])(?:新建|建设|改建|改扩建|打造|设立)(?P<built>[一-龥]{{2,16}}(?:{_SITES}))"
    "[,，](?:且|其|原则上)?$"
)
# 建设嵌入式养老机构,|每处床位10—30张: the home that was named last
_HOME = re.compile(
    "(?P<house>[一-龥]{0,12}(?:养老|敬老|福利|供养|照护|养护|护理|颐养)[一-龥]{0,6}(?:机构|中心|院|设施|公寓))"
)
_HEADED_BY_HOUSE = re.compile(
    "(?!.*(?:卫生|医院|学|幼|托育|文化|体育|健身|政务|党|救助|殡|儿童))"
    "(?:推进|加强|完善|加快|新建|建设|改造|打造|发展|提升)?(?P<house>[一-龥]{0,16}(?:中心|机构|[老利养福]院|养老(?:服务)?设施|助餐点|食堂|站点?))"
    "(?:建设|改造|提升|项目|工程|服务|运营)*"
)
# 第12条 区级养老院。按15万人设1处: an article may open with what it is about
_OPENED = re.compile(
    r"(?m)^(?:第[0-9一二三四五六七八九十百]{1,4}条\s*|[0-9]{1,2}[.、．]\s?|[(（][0-9一二三四五六七八九十]{1,3}[)）])(?P<name>[一-龥]{3,20})。"
)

#: 覆盖80%以上的村(社区)
_AND_COMMUNITIES = ("(社区)", "（社区）", "和社区", "、社区")


def with_facility(context: OwnWords) -> tuple[str, str] | None:
    """What a statement measures with the facility that it is of, and the rule; None where none is known."""
    subject = context.statement.subject
    of_each = _BEDS_OF_EACH.fullmatch(subject) or is_attribute(subject)
    return first(FACILITY_RULES("attribute" if of_each else ""), context)


def _each(house: str, context: OwnWords) -> str | None:
    return f"每个{house}{context.statement.subject}" if house else None


def _home_before_its_beds(c: OwnWords) -> str | None:
    """建设养老机构,每处床位10张: the home that the part names last, else that which heads the paragraph."""
    said = c.statement
    each = _BEDS_OF_EACH.fullmatch(said.subject) or _EACH.fullmatch(said.scope_text)
    if not each or said.unit != "张":
        return None
    words = c.part_before()
    *_, home = (None, *_HOME.finditer(words))
    if _ANY_HOUSE.search(words[home.end() :] if home else words):
        return None
    return _each(home["house"] if home else _house_above(c), c)


def _its_restriction(c: OwnWords) -> str | None:
    scope = c.statement.scope_text
    return None if _EACH.fullmatch(scope) else _each(scope, c)


def _house_before_its_bound(c: OwnWords) -> str | None:
    if c.statement.comparator not in _BOUNDS:
        return None
    words = c.part_before()
    house = _HOUSE_BEFORE.search(words[: words.rfind(c.statement.subject)])
    return _each(house["house"] or house["built"], c) if house else None


def _each_of_them(c: OwnWords) -> str | None:
    return _each(c.statement.scope_text, c)


def _house_over_a_norm(c: OwnWords) -> str | None:
    return _each(_house_above(c), c) if _is_norm(c) else None


def _house_that_has_beds(c: OwnWords) -> str | None:
    house = _HOUSE.search(c.part_before()) if c.statement.subject in _BEDS_OF_A_HOUSE else None
    return _each(house["house"], c) if house else None


def _day_beds_over_a_norm(c: OwnWords) -> str | None:
    return _house_over_a_norm(c) if c.statement.subject == "托养床位" else None


def _places_covered(c: OwnWords) -> str | None:
    """养老服务设施覆盖90%以上乡镇: said of the places, whatever the facilities are called."""
    said = c.statement
    if not c.is_share or not ANY_FACILITY.match(said.subject):
        return None
    found = SHARE_OF_PLACES.match(c.text, said.value_end)
    if found is None or "覆盖" not in c.clause():
        return None
    # what covers communities may be their stations or services as well
    if c.text.startswith(_AND_COMMUNITIES, found.end()):
        return "村和社区养老服务设施覆盖"
    places = "行政村" if found["places"] == "村" else found["places"]
    return f"{places}养老服务设施覆盖" if RURAL.match(places) else None


def _size_of_each(c: OwnWords) -> str | None:
    """新建床位达到50张的: the size of each home that is meant."""
    return "单个机构床位规模" if c.statement.unit == "张" and is_condition(c.statement) else None


def _is_norm(c: OwnWords) -> bool:
    """Whether a bound is set, or a range as the norm."""
    said = c.statement
    return said.comparator in _BOUNDS or (said.comparator is Comparator.RANGE and said.kind is Kind.STANDARD)


def _house_above(c: OwnWords) -> str:
    """The house that heads the paragraph, where nothing in it names another; "" where none does."""
    if not c.passages:
        return ""
    passage = c.passages[c.statement.passage]
    opened = _OPENED.match(c.text, passage.start, c.statement.start)
    name = passage.heading or (opened["name"] if opened else "")
    headed = _HEADED_BY_HOUSE.fullmatch(name)
    if headed is None:
        return ""
    start = c.text.rfind(name, passage.start, c.statement.start) + len(name)
    another = _ANY_HOUSE.search(c.text, start, c.statement.value_start)
    return "" if another else headed["house"]


_ATTRIBUTE = ("attribute",)
#: In this order; those of an attribute know whose it is.
_FACILITY_RULES: tuple[Rule[OwnWords, str], ...] = (
    *HOUSE_BED_RULES,
    Rule(
        "home before the beds of each",
        _home_before_its_beds,
        "建设嵌入式养老机构,每处床位«10张»。",
        "建设卫生院,每处床位«10张»。",
        only=_ATTRIBUTE,
    ),
    Rule(
        "restricted to its house",
        _its_restriction,
        "全市养老床位达到«300张»。",
        "养老床位达到«300张»。",
        only=_ATTRIBUTE,
    ),
    Rule(
        "house before its bound",
        _house_before_its_bound,
        "建设失能照护中心,建筑面积不少于«300平方米»。",
        "建设失能照护中心,建筑面积«300平方米»。",
        only=_ATTRIBUTE,
    ),
    Rule(
        "of each of them",
        _each_of_them,
        "选址合理,每处建筑面积不少于«300平方米»。",
        "选址合理,建筑面积不少于«300平方米»。",
        only=_ATTRIBUTE,
    ),
    Rule(
        "house over its norm",
        _house_over_a_norm,
        "第8条乡镇养老服务中心。选址合理,服务半径不大于«3000米»。",
        "第8条乡镇养老服务中心。选址合理,服务半径«3000米»。",
        only=_ATTRIBUTE,
    ),
    Rule(
        "house that is to have beds",
        _house_that_has_beds,
        "福利院设置床位不少于«150张»。",
        "福利院旁设置床位不少于«150张»。",
    ),
    Rule(
        "day beds over a norm",
        _day_beds_over_a_norm,
        "第8条乡镇养老服务中心。选址合理,托养床位不少于«15张»。",
        "第8条乡镇养老服务中心。选址合理,托养床位«15张»。",
    ),
    Rule(
        "places that facilities cover",
        _places_covered,
        "养老服务设施覆盖«90%»以上的乡镇。",
        "养老服务设施覆盖«90%»以上的老年人。",
    ),
    Rule(
        "size of each home",
        _size_of_each,
        "新建床位达到«50张»的给予补助。",
        "新建床位达到«50张»。",
    ),
)
FACILITY_RULES = ByKind(_FACILITY_RULES)
