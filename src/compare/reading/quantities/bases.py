"""Bases and periods of a value: 每百户20平方米, 人均0.1平方米, 每人每月100元, 每年40名.

The base belongs to the unit (gold/GUIDE: 平方米/百户, 平方米/人, 名/千人, 元/人·月); a period is a
column of its own, and joins the unit only for flows that have no meaning without it (人次/年, 次/年).
"""

from __future__ import annotations

import re
from decimal import Decimal

from compare.reading.numerals import CHINESE, arabic_to_decimal, chinese_to_decimal
from compare.reading.quantities.lexicon import Unit

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


def unit_with_base(unit: Unit, before: str, after: str, period_word: str) -> tuple[str, int]:
    """Normalised unit of a value with its base, and how many characters of ``after`` belong to it.

    ``before`` is the clause up to the number, ``after`` the text behind the unit.
    """
    name = unit.unit
    if (slash := _SLASH_BASE.match(after)) and (after[0] == "/" or unit.sort == "money"):
        first, second = slash["first"], slash["second"]
        base = {"名": "人", "个": "个", "张": "床", "㎡": "平方米", "天": "日"}.get(first, first)
        if second:
            periods = ("月", "年", "日", "天", "次", "餐")
            parts = sorted((base, {"天": "日"}.get(second, second)), key=lambda p: p in periods)
            base = "·".join(parts)
        return f"{name}/{base}", slash.end()
    if unit.sort in ("share", "age", "ratio", "multiple", "change"):
        return name, 0
    many = None
    for many in _PER_MANY.finditer(before):  # noqa: B007 - the nearest base counts
        pass
    if many and "每" in before[many.end("number") :]:
        many = None  # 每百户…且每处不少于350平方米
    if many is None:
        rate = _THOUSAND_RATE.search(before)
        if rate:
            return f"{name}/千人", 0
    if many and (power := _power(many["number"])) in _POWER_NAMES:
        noun = many["noun"] or ""
        measure = many["measure"] or ""
        base = "户" if measure == "户" or (not measure and noun.startswith("户")) else "人"
        if measure == "张":
            base = "床"
        elif measure.startswith("平方"):
            base = measure
        return f"{name}/{_POWER_NAMES[power]}{base}", 0
    if (head := _PER_HEAD.search(before)) and unit.sort in ("area", "money", "mass", "energy"):
        period = head["period"] or (head["later"] or "").removeprefix("每")
        return f"{name}/{head['base']}" + (f"·{period}" if period else ""), 0
    if unit.sort in ("money", "frequency", "area"):
        if first_period := _PERIOD_FIRST.search(before):
            base = _MEASURE_BASE[first_period["measure"]]
            return f"{name}/{base}·{_day(first_period['period'])}", 0
        money = None
        for money in _MONEY_BASE.finditer(before):  # noqa: B007 - the nearest base counts
            pass
        if (
            money
            and (unit.sort == "money" or money["period"])
            and not _is_place(money["measure"], money["noun"])
        ):
            base = (
                "床"
                if "床" in money["noun"] and money["measure"] in "张个"
                else _MEASURE_BASE[money["measure"]]
            )
            return (f"{name}/{base}·{_day(money['period'])}" if money["period"] else f"{name}/{base}"), 0
    if unit.per_period and (several := _EVERY_SEVERAL.search(before)):
        # 每两年一次 has no period of its own in the tables; its unit says it: 次/2年
        return f"{name}/{_power(several['n'])}{_day(several['unit'])}", 0
    if unit.per_period and period_word:
        return f"{name}/{period_word}", 0
    return name, 0


def _day(period: str) -> str:
    return "日" if period == "天" else period


def _is_place(measure: str, noun: str) -> bool:
    """每个园区, 每个县: a distributive scope, not a base of the unit."""
    return measure in "个所家处" and "人" not in noun and "床" not in noun
