"""Bases and periods of a value: 每百户20平方米, 人均0.1平方米, 每人每月100元, 每年40名.

The base belongs to the unit (gold/GUIDE: 平方米/百户, 平方米/人, 名/千人, 元/人·月); a period is a
column of its own, and joins the unit only for flows that have no meaning without it (人次/年, 次/年).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from compare.reading.numerals import CHINESE, arabic_to_decimal, chinese_to_decimal
from compare.reading.quantities.lexicon import Unit
from compare.reading.rules import Rule, first

_POWER_NAMES = {10: "十", 100: "百", 1000: "千", 10000: "万", 100000: "十万"}

_PER_MANY = re.compile(
    rf"每(?P<number>[0-9]+(?:万|千|百)?|[{CHINESE}]*[十百千万])(?P<measure>名|位|个|人|户|张|平方米|平方公里)?(?P<noun>[^,。;0-9]{{0,12}})"
)
_THOUSAND_RATE = re.compile(
    r"(?:(?<=全[市区县省州])|(?<![0-9每余多\u4e00-\u9fff]))千人(?=[^,。;]{0,6}(?:床位|托位))"
)
_PER_HEAD = re.compile(r"(?P<period>年|月)?(?P<base>人|户|床|生|村|班)均(?P<later>每?[年月])?(?![等衡])")
_MONEY_BASE = re.compile(
    r"每(?:一)?(?P<measure>个|名|位|张|户|人|床|所|家|处|平方米|餐|次|小时)(?P<noun>[^,。;每0-9]{0,12}?)(?:每(?P<period>年|月|日|天|季度?|次|餐)(?!均))?(?=[^每]{0,24}$)"
)
_PERIOD_FIRST = re.compile(r"每(?P<period>年|月|日|天|次|餐)每(?P<measure>人|床|户|名|张)")
_SLASH_BASE = re.compile(
    r"(?:/|每)(?P<first>人|床|户|张|名|个|月|年|天|日|小时|次|餐|平方米|㎡|百户|千人|万人)(?:(?:[/·.]|每)?(?P<second>人|床|月|年|天|日|次|餐))?"
)
_PERIODS = (
    (re.compile(r"每半年"), "per_half_year", "半年"),
    (
        re.compile(
            r"每(?:一)?年|(?<![0-9])年度(?!目标|计划|考核)|逐年|年均|^年(?=[一-龥])(?![度初底末内满均龄收人终产薪])|每(?:一)?年度"
        ),
        "per_year",
        "年",
    ),
    (re.compile(r"每(?:一)?季度?|每个季度"), "per_quarter", "季度"),
    (re.compile(r"每(?:个)?月|月(?=探访|均|巡访|访视|走访)|按月"), "per_month", "月"),
    (re.compile(r"每(?:一)?(?:周|星期)"), "per_week", "周"),
    (re.compile(r"每(?:一)?[日天]"), "per_day", "日"),
)
_EVERY_SEVERAL = re.compile(
    r"每(?P<n>[两二三四五六七八九十]|[2-9]|1[0-9])个?(?P<unit>年|季度|月|周|天|日|小时)"
)
_MEASURE_BASE = {
    "个": "人",
    "名": "人",
    "位": "人",
    "人": "人",
    "张": "床",
    "床": "床",
    "户": "户",
    "所": "所",
    "家": "家",
    "处": "处",
    "平方米": "平方米",
    "餐": "餐",
    "小时": "小时",
    "次": "次",
}
_BASE_OF_WORD = {"名": "人", "张": "床", "㎡": "平方米", "天": "日"}
_PERIOD_WORDS = frozenset({"月", "年", "日", "次", "餐"})
_WITHOUT_BASE = frozenset({"share", "age", "ratio", "multiple", "change"})
_PER_EACH = frozenset({"money", "frequency", "area"})


def period_of(before: str, after: str = "") -> tuple[str, str]:
    """(period code, its word in a unit) stated in the clause before (or directly behind) a value."""
    best = ("", "")
    best_at = -1
    for pattern, code, word in _PERIODS:
        for match in pattern.finditer(before):
            if match.start() > best_at:
                best, best_at = (code, word), match.start()
    return best


def _power(text: str) -> int | None:
    scale = 1
    while text and text[-1] in "万千百" and text[0].isdigit():
        scale *= {"万": 10000, "千": 1000, "百": 100}[text[-1]]
        text = text[:-1]
    if text and text[0].isdigit():
        value: Decimal | None = arabic_to_decimal(text)
    else:
        value = chinese_to_decimal(text if text[0] not in "百千万" else "一" + text)
    return None if value is None else int(value) * scale


class Place(NamedTuple):
    """A unit with the words around its value: ``before`` the number in its clause, ``after`` the unit."""

    unit: Unit
    before: str
    after: str
    period_word: str

    def per(self, *parts: str) -> str:
        """The unit with its base and period: 元/人·月."""
        return f"{self.unit.unit}/{'·'.join(part for part in parts if part)}"


#: A unit with its base, and how many characters behind the unit belong to it.
Based = tuple[str, int]


def unit_with_base(unit: Unit, before: str, after: str, period_word: str) -> Based:
    """Normalised unit of a value with its base, and how many characters of ``after`` belong to it.

    ``before`` is the clause up to the number, ``after`` the text behind the unit.
    """
    name, used, _ = based(unit, before, after, period_word)
    return name, used


def based(unit: Unit, before: str, after: str, period_word: str) -> tuple[str, int, str]:
    """The same, with the name of the rule that gave a unit its base, "" where it has none."""
    found = first(BASE_RULES, Place(unit, before, after, period_word))
    return (*found[0], found[1]) if found else (unit.unit, 0, "")


def _written_behind(p: Place) -> Based | None:
    slash = _SLASH_BASE.match(p.after)
    if not slash or (p.after[0] != "/" and p.unit.sort != "money"):
        return None
    first_part, second = slash["first"], slash["second"]
    base = _BASE_OF_WORD.get(first_part, first_part)
    if not second:
        return p.per(base), slash.end()
    return p.per(*sorted((base, _day(second)), key=lambda part: part in _PERIOD_WORDS)), slash.end()


def _none(p: Place) -> Based | None:
    return (p.unit.unit, 0) if p.unit.sort in _WITHOUT_BASE else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match nearest to the value."""
    found = None
    for found in pattern.finditer(text):  # noqa: B007
        pass
    return found


def _many_before(before: str) -> re.Match[str] | None:
    many = _last(_PER_MANY, before)
    # 每百户…且每处不少于350平方米: another 每 stands between
    return None if many and "每" in before[many.end("number") :] else many


def _per_many(p: Place) -> Based | None:
    many = _many_before(p.before)
    power = _power(many["number"]) if many else None
    if many is None or power not in _POWER_NAMES:
        return None
    noun, measure = many["noun"] or "", many["measure"] or ""
    base = "户" if measure == "户" or (not measure and noun.startswith("户")) else "人"
    if measure == "张":
        base = "床"
    elif measure.startswith("平方"):
        base = measure
    return p.per(f"{_POWER_NAMES[power]}{base}"), 0


def _per_thousand(p: Place) -> Based | None:
    rate = _THOUSAND_RATE.search(p.before) and not _many_before(p.before)
    return (p.per("千人"), 0) if rate else None


def _per_head(p: Place) -> Based | None:
    head = _PER_HEAD.search(p.before) if p.unit.sort in ("area", "money", "mass", "energy") else None
    if head is None:
        return None
    return p.per(head["base"], head["period"] or (head["later"] or "").removeprefix("每")), 0


def _period_then_base(p: Place) -> Based | None:
    each = _PERIOD_FIRST.search(p.before) if p.unit.sort in _PER_EACH else None
    return (p.per(_MEASURE_BASE[each["measure"]], _day(each["period"])), 0) if each else None


def _per_each(p: Place) -> Based | None:
    each = _last(_MONEY_BASE, p.before) if p.unit.sort in _PER_EACH else None
    if each is None or not (p.unit.sort == "money" or each["period"]):
        return None
    measure, noun = each["measure"], each["noun"]
    if _is_place(measure, noun):
        return None
    base = "床" if "床" in noun and measure in "张个" else _MEASURE_BASE[measure]
    return p.per(base, _day(each["period"] or "")), 0


def _per_several_periods(p: Place) -> Based | None:
    several = _EVERY_SEVERAL.search(p.before) if p.unit.per_period else None
    return (p.per(f"{_power(several['n'])}{_day(several['unit'])}"), 0) if several else None


def _per_period(p: Place) -> Based | None:
    return (p.per(p.period_word), 0) if p.unit.per_period and p.period_word else None


#: In this order; a unit for which none applies stands alone.
BASE_RULES: tuple[Rule[Place, Based], ...] = (
    Rule(
        "base behind the unit",
        _written_behind,
        "补贴标准为«100元/人·月»。",
        "补贴标准为«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
    ),
    Rule("unit without base", _none, "每千名老年人护理型床位占比«55%»。", "每千名老年人床位«40张»。"),
    Rule(
        "per ten, hundred, thousand",
        _per_many,
        "每百户配建养老用房«20平方米»。",
        "每百户配建,且每处不少于«350平方米»。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
    ),
    Rule("rate per thousand", _per_thousand, "千人口床位数«4张»。", "数千人口增加床位«4张»。"),
    Rule(
        "per head",
        _per_head,
        "人均用地不少于«0.1平方米»。",
        "用地不少于«0.1平方米»。",
        "GUIDE: 人均0.1平方米 is 平方米/人",
    ),
    Rule("period before base", _period_then_base, "每月每人补助«100元»。", "每月补助«100元»。"),
    Rule("per person, bed, facility", _per_each, "每人每月补助«100元»。", "每个县补助«100元»。"),
    Rule(
        "per several years",
        _per_several_periods,
        "每两年开展«1次»评估。",
        "每年开展«1次»评估。",
        "GUIDE: 每两年一次 is 1 次/2年",
    ),
    Rule("per period", _per_period, "每年培训«100人次»。", "每年培训«100人»。", "units.yaml: per_period"),
)


def _day(period: str) -> str:
    return "日" if period == "天" else period


def _is_place(measure: str, noun: str) -> bool:
    """每个园区, 每个县: a distributive scope, not a base of the unit."""
    return measure in "个所家处" and "人" not in noun and "床" not in noun
