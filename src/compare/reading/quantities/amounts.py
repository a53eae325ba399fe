"""One value at a number: its size, unit and range, or why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Comparator, Role
from compare.reading.numerals import (
    LONGEST,
    arabic_to_decimal,
    chinese_to_decimal,
    fraction_to_percent,
    multiplier_to_decimal,
)
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.rhetoric import half_counts, is_name, really_counts

_PEOPLE = re.compile(r"(?:名|位)?(?:[一-龥]{0,4}?(?:老年?人|人口|职工|群众|居民|农民|儿童|学生|贫困户))")
_PEOPLE_BEFORE = re.compile(r"(?:人口|人数)[^,。;]{0,8}$|(?:老年?人|群众|职工|居民|儿童|学生)[^,。;]{0,3}$")
_NOUN_UNITS = {"人次": "人次", "户数": "户", "床位": "张", "床位数": "张", "床位总数": "张"}
_UNIT_NOUN = re.compile(
    r"(?P<noun>人次|户数|床位总数|床位数?)(?:达到?|为|超过?|突破|不少于|不低于|约|近|增加到|提高到)*$"
)
_BASE_SPAN = re.compile(r"[0-9.]+万?(?:-{1,2}|至|到|~)[0-9.]+万")
# 80州岁: a find-and-replace scar inside 周岁; the age itself is sound.
_DAMAGED_AGE = re.compile(r"[一-龥]岁(?=及?以[上下]|的?老)")
_RATE_AHEAD = re.compile(
    r"(?:及)?以[上下][^,。;0-9]{0,24}?(?:率|比例|占比|比重|百分比|托位数|床位数|人数|人口)[^,。;]{0,10}?[0-9百]"
)
_BASE_BEFORE = re.compile(r"每(?P<more>增加|超过?|多|满)?$")
_TIMES = re.compile(r"[^,。;\n]*?[0-9一二两三四]次")
_BASE_AHEAD = re.compile(r"每[十百千万]+(?:名|位|个)?$")
_LISTED = re.compile(r"(?:[、和及与][0-9.]++){0,24}[、和及与](?P<last>[0-9.]+)")
_NEAR = 16
_BASE_WORD = re.compile(r"每一?$")
_POWER = re.compile(r"[十百千万]{1,2}(?![0-9])|半(?=年|月)")
# A bare number is a name where it stands against a noun or letter, or in quotation marks (12345热线, “9073”).
_NAMED = re.compile(r"(?:[-~至][0-9]+)?[一-龥A-Za-z”\"』」>+*/=]")
_NAMED_BEFORE = re.compile(
    r"(?:电话|传真|热线|邮编|QQ|[A-Za-z“\"『「<+*×/=_-]):?$|(?:电话|传真|热线)[^0-9,。;\n]{0,4}(?:[0-9-]++[、,/或和])+$"
)
# 两三所, 三四家: two neighbouring digits are a range.
_ADJACENT = {
    a + b: (Decimal(n), Decimal(n + 1))
    for n, (a, b) in enumerate(zip("一两三四五六七八", "两三四五六七八九", strict=True), start=1)
} | {"一二": (Decimal(1), Decimal(2)), "二三": (Decimal(2), Decimal(3))}
_BASES = frozenset(Decimal(10) ** n for n in range(1, 6))


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the view: number(s), unit and comparator with their spans.

    ``bound_end`` is the end with the comparator behind the unit (90%以上). The clause is the
    one around the value.
    """

    start: int
    end: int
    bound_end: int
    low: Decimal
    high: Decimal
    unit: Unit
    comparator: Comparator
    clause_start: int
    clause_end: int


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number turned out to be: with ``unit`` an amount, without one only a role up to ``end``."""

    end: int
    role: Role
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    unit: Unit | None = None
    more: bool = False


def amount_at(text: str, start: int, run_end: int, clause_start: int, lexicon: Lexicon) -> Amount:
    """Read the number at ``start`` with multiplier, unit and range."""
    distributed = "每" in text[max(0, start - 3) : start]
    is_base = distributed and _BASE_WORD.search(text, max(0, start - 2), start)
    if is_base and (word := _POWER.match(text, start)):
        return Amount(word.end(), Role.STATEMENT)  # 每百户, 每千名, 每半年: part of a unit or a period
    match = lexicon.value.match(text, start)
    number = _number(match) if match else None
    if match is None or number is None:
        return Amount(run_end, Role.NAME)
    number_end = max(match.end("arab"), match.end("han"), match.end("half"), start + 1)
    low, percent = number
    if text.endswith("每", 0, start) and match["han"] == "一":
        return Amount(number_end, Role.NAME)  # 每一名老年人
    if distributed and text.endswith("每", 0, start) and (span := _BASE_SPAN.match(text, start)):
        return Amount(span.end(), Role.STATEMENT)  # 每3至10万居民: the base, however wide
    base = _BASE_BEFORE.search(text, max(0, start - 3), start) if distributed else None
    if base and (base["more"] or low in _BASES):
        # 每百户, 每1000名, 每增加1人: the base belongs to the unit of the value that follows.
        return Amount(number_end, Role.STATEMENT)
    scale = multiplier_to_decimal(match["mult"]) if match["mult"] else Decimal(1)
    unit_text = percent or match["unit"] or ""
    end = match.start("unit") if percent and match["unit"] else match.end()
    low *= scale
    if match["rest"] and (rest := _rest(match)) < scale:
        low += rest  # 1万2千, 3万4000
    high = low
    if match["han"] and (pair := _ADJACENT.get(match["han"])):
        low, high = pair  # 两三所
    if extended := _range(text, end, low, scale, unit_text, lexicon):
        low, high, unit_text, end = extended
    before = text[clause_start:start]
    if not unit_text and scale > 1 and (_PEOPLE.match(text, end) or _PEOPLE_BEFORE.search(before)):
        unit_text = "人"  # 8.6万老人, 人口达到55万
    if not unit_text and scale > 1 and (noun := _UNIT_NOUN.search(before)):
        unit_text = _NOUN_UNITS[noun["noun"]]  # 服务人次达200万以上
    if not unit_text and "分别" in before:
        unit_text = _listed_unit(text, end, lexicon)
    if not unit_text and (damaged := _DAMAGED_AGE.match(text, end)):
        unit_text, end = "岁", damaged.end()
    unit = lexicon.units.get(unit_text)
    if unit is None or (match["half"] and not half_counts(text, end, before, unit)):
        bound = lexicon.distant.search(before[-_NEAR:]) or lexicon.adjacent.search(before[-_NEAR:])
        if match["arab"] and (bound or match["more"]):
            return Amount(number_end, Role.NONE)  # 噪声不大于45分贝: a quantity in a unit that is not known
        named = (
            not match["arab"]
            or _NAMED.match(text, number_end)
            or _NAMED_BEFORE.search(text, max(0, start - 40), start)
        )
        return Amount(number_end, Role.NAME if named else Role.NONE)
    if match["han"] and not really_counts(text, end, before, low, high, unit, lexicon):
        return Amount(number_end, Role.NAME)
    if low == high and unit.sort in ("count", "people") and text.endswith("每", 0, start) and match["arab"]:
        return Amount(end, Role.STATEMENT)  # 每1.5万人设置1处: the base again
    if text.endswith("(含", 0, start):
        return Amount(end, Role.STATEMENT)  # 80周岁(含80周岁)以上: the same number said again
    if unit.sort == "age" and _BASE_AHEAD.search(text, max(0, start - 6), start):
        return Amount(end, Role.STATEMENT)  # 每千名60岁以上老年人…40张
    if is_name(text, start, end, unit, unit_text):
        return Amount(end, Role.NAME)
    if unit.sort == "age" and _RATE_AHEAD.match(text, end):
        # 60岁以上老年人健康管理率达到70%: the age only says of whom (gold/GUIDE), no row of its own.
        return Amount(end, Role.STATEMENT)
    if (
        unit.sort == "duration"
        and low == high
        and text.endswith("每", 0, start)
        and _TIMES.search(text, end, end + 30)
    ):
        return Amount(end, Role.STATEMENT)  # 每两年至少开展一次: the interval is the base of the frequency
    more = bool(match["more"] or match["more2"])
    return Amount(end, Role.STATEMENT, _plain(low), _plain(high), unit, more)


def _listed_unit(text: str, position: int, lexicon: Lexicon) -> str:
    """The unit said once for a list given 分别 (1、8、80个)."""
    listed = _LISTED.match(text, position)
    last = lexicon.value.match(text, listed.start("last")) if listed else None
    return (last["unit"] or "") if last else ""


def _range(
    text: str, position: int, low: Decimal, scale: Decimal, unit_text: str, lexicon: Lexicon
) -> tuple[Decimal, Decimal, str, int] | None:
    """A range that goes on at ``position``: 20%—50%, 1—2个, 5-6亿元, 一千元以上三千元以下."""
    second = lexicon.second.match(text, position)
    other = _number(second, "second_") if second else None
    if second is None or other is None:
        return None
    high, percent = other
    second_unit = percent or second["second_unit"] or ""
    second_scale = multiplier_to_decimal(second["second_mult"]) if second["second_mult"] else Decimal(1)
    end = second.end("second_unit") if second["second_unit"] else second.end()
    if second["low_open"]:
        if not (second["high_close"] or unit_text == second_unit):
            return None
        end = second.end("high_close") if second["high_close"] else end
    else:
        if unit_text and second["sep"] in ("至", "到") and not second_unit:
            return None
        if second["high_close"] and not second["second_unit"]:
            end = second.start("high_close")
    if (second_unit and unit_text and second_unit != unit_text) or not (second_unit or unit_text):
        return None
    if not unit_text and scale == 1:
        low *= second_scale
    high *= second_scale
    return (low, high, second_unit or unit_text, end) if high > low else None


def _rest(match: re.Match[str]) -> Decimal:
    """The tail of a mixed number: 2千 of 1万2千."""
    scale = multiplier_to_decimal(match["restmult"]) if match["restmult"] else Decimal(1)
    return arabic_to_decimal(match["rest"]) * scale


def _plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros or an exponent (2000, not 2000.0 or 2E+3)."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _number(match: re.Match[str], prefix: str = "") -> tuple[Decimal, str] | None:
    """The number of a match as (value, "%" or "‰" or "")."""
    if fraction := match[f"{prefix}frac"]:
        return fraction_to_percent(fraction)
    if arabic := match[f"{prefix}arab"]:
        return (arabic_to_decimal(arabic), "") if len(arabic) <= LONGEST else None
    if match[f"{prefix}half"]:
        return Decimal("0.5"), ""
    if han := match[f"{prefix}han"]:
        if han in _ADJACENT:
            return _ADJACENT[han][0], ""
        value = chinese_to_decimal(han)
        sum_of_money = not prefix and match["unit"] == "元" and len(han) > 1
        if value is None and sum_of_money and not han.strip("百千万亿"):
            value = multiplier_to_decimal(han)  # 过百亿元
        return None if value is None else (value, "")
    return None
