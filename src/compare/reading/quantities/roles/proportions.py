"""Numerals joined by a sign or word: ratios, rates, fractions and times of day."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.model import Role
from compare.reading.numerals import chinese_to_decimal, plain
from compare.reading.quantities.amounts import Amount
from compare.reading.quantities.lexicon import Unit
from compare.reading.quantities.roles.numerals_in_text import (
    Found,
    NumeralInText,
    NumeralRule,
    amount,
    role_only,
)
from compare.reading.quantities.roles.staffing import staff_per_people

RATIO_UNIT = Unit("ratio", (), "ratio")
#: 1:10 and 1比10, both numbers in digits; 1:05 is a time of day.
RATIO = re.compile(r"(?P<a>[0-9]+(?:\.[0-9]+)?)[:比](?!0[0-9])(?P<b>[0-9]+(?:\.[0-9]+)?)(?![0-9:])")
_UP_TO = re.compile(r"(?:-{1,2}|~|至|到)1[:比](?P<most>[0-9]{1,4})(?![0-9:.])")
_HAN_RATIO = re.compile(r"(?P<a>[一二三四五六七八九十百]{1,3})比(?P<b>[一二三四五六七八九十百]{1,3})")
_PER_10000 = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)/(?P<base>10万|万)(?![人户元亩吨个张])")
_SIMPLE_FRACTION = re.compile(r"(?P<a>[1-9])/(?P<b>[2-9]|10)(?![0-9/月日])")
_BOUND = ("以上", "以下", "左右", "的")
# 容积率宜为1.0-1.5
_PLOT_RATIO = re.compile(r"容积率[一-龥]{0,8}[≤≥<>]?$")
_LEVELS = re.compile(
    r"(?P<a>[0-9](?:\.[0-9]{1,2})?)(?:(?:-{1,2}|~|至|到)(?P<b>[0-9](?:\.[0-9]{1,2})?))?(?![0-9.%a-z一-龥])"
)
_LEVEL = Unit("ratio", (), "level")
# 市、区两级财政按4:6分担: both sides are said
_SHARED_OUT = re.compile(
    r"的?(?:比例)?(?:共同|各自|予以|进行)?(?:分担|共担|承担|负担|分摊|出资|配套|筹集|筹措)"
)
_CLOCK = re.compile(
    r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])"
    r"|[0-2]?[0-9](?:时(?:[0-5]?[0-9]分)?|点(?:[0-5]?[0-9]分)?)(?![0-9一-龥]*[比率])"
)
_QUARTERS = {"一": 1, "1": 1, "二": 2, "两": 2, "2": 2, "三": 3, "3": 3}
_QUARTER = re.compile(r"(?P<n>[一二两三1-3])刻钟")
_DIGITS = "0123456789"


def _ratio(p: NumeralInText) -> Found | None:
    match = RATIO.match(p.text, p.start)
    if not match or p.before in ":.-0123456789":
        return None
    if ranged := _ratios_between(match):
        return ranged
    found = ratio(match)
    if found is None and _SHARED_OUT.match(p.text, match.end()):
        low, high = sorted((Decimal(match["a"]), Decimal(match["b"])))
        if low == high:
            low = high = Decimal(1)  # 5:5 and 50:50 are 1:1
        sides = Amount(match.end(), Role.STATEMENT, low, high, RATIO_UNIT)
        return Found(match.end(), Role.STATEMENT, amount=sides)
    return amount(match.end(), *found) if found else None


def _ratios_between(match: re.Match[str]) -> Found | None:
    """1:15至1:20: of staff one to between so many people, with the range in the base, else the ratios between
    the two; None where no second one follows."""
    up_to = _UP_TO.match(match.string, match.end()) if match["a"] == "1" else None
    if up_to is None or Decimal(match["b"]) >= Decimal(up_to["most"]):
        return None
    fewest, most, end = Decimal(match["b"]), up_to["most"], up_to.end()
    unit = staff_per_people(match.string, match.start(), end, Decimal(1), fewest, most)
    if unit:
        return amount(end, Decimal(1), Unit(unit, (), "ratio"))
    low, high = (_quotient(Decimal(1), people) for people in (Decimal(most), fewest))
    return Found(end, Role.STATEMENT, amount=Amount(end, Role.STATEMENT, low, high, _LEVEL))


def ratio(match: re.Match[str]) -> tuple[Decimal, Unit] | None:
    """Value and unit of what RATIO matched, None where neither side is one."""
    a, b = Decimal(match["a"]), Decimal(match["b"])
    return _proportion(match, a, b) if 1 in (a, b) and 0 not in (a, b) else None


def _ratio_in_words(p: NumeralInText) -> Found | None:
    match = _HAN_RATIO.match(p.text, p.start)
    if match is None:
        return None
    a, b = chinese_to_decimal(match["a"]), chinese_to_decimal(match["b"])
    return amount(match.end(), *_proportion(match, a, b)) if a and b and 1 in (a, b) else None


def _proportion(match: re.Match[str], a: Decimal, b: Decimal) -> tuple[Decimal, Unit]:
    """One of staff to N people has the base in the unit (gold/GUIDE); other proportions are a plain ratio."""
    unit = staff_per_people(match.string, *match.span(), a, b)
    value = Decimal(1) if unit else _quotient(a, b)
    return value, Unit(unit, (), "ratio") if unit else RATIO_UNIT


def _quotient(a: Decimal, b: Decimal) -> Decimal:
    return plain((a / b).quantize(Decimal("0.0001")))


def _plot_ratio(p: NumeralInText) -> Found | None:
    if not _PLOT_RATIO.search(p.text, max(p.start - 12, 0), p.start):
        return None
    match = _LEVELS.match(p.text, p.start)
    if match is None:
        return None
    low, high = Decimal(match["a"]), Decimal(match["b"] or match["a"])
    return Found(match.end(), Role.STATEMENT, amount=Amount(match.end(), Role.STATEMENT, low, high, _LEVEL))


def _per_10000(p: NumeralInText) -> Found | None:
    rate = _PER_10000.match(p.text, p.start)
    return amount(rate.end(), Decimal(rate[1]), Unit(f"1/{rate['base']}", (), "level")) if rate else None


def _simple_fraction(p: NumeralInText) -> Found | None:
    part = _SIMPLE_FRACTION.match(p.text, p.start)
    if not part or int(part["a"]) >= int(part["b"]):
        return None
    if p.before not in "的达过于为约占到至近" and not p.text.startswith(_BOUND, part.end()):
        return None
    share = plain((Decimal(part["a"]) / Decimal(part["b"]) * 100).quantize(Decimal("0.0001")))
    return amount(part.end(), share, p.lexicon.units["%"])


def _quarter_hour(p: NumeralInText) -> Found | None:
    quarter = _QUARTER.match(p.text, p.start)
    if quarter is None:
        return None
    return amount(quarter.end(), Decimal(15 * _QUARTERS[quarter["n"]]), p.lexicon.units["分钟"])


def _clock(p: NumeralInText) -> Found | None:
    clock = _CLOCK.match(p.text, p.start)
    return role_only(clock.end(), Role.NAME) if clock else None


#: In this order.
PROPORTION_RULES: tuple[NumeralRule, ...] = (
    NumeralRule(
        "ratio",
        _ratio,
        "护理员与老人比例为«1:10»。",
        "上午«8:30»开放。",
        "GUIDE: N:1 of staff is 1 with the base in the unit",
        opens=_DIGITS,
        ahead=".:比",
    ),
    NumeralRule(
        "plot ratio",
        _plot_ratio,
        "容积率不大于«1.5»。",
        "容积率见«1.5节»。",
        opens=_DIGITS,
        behind="于为率宜过≤≥<>在",
    ),
    NumeralRule(
        "rate per ten thousand or more",
        _per_10000,
        "死亡率下降到«15.1/10万»。",
        "编号«15/10»。",
        opens=_DIGITS,
        ahead="./",
    ),
    NumeralRule(
        "fraction with a stroke",
        _simple_fraction,
        "超过总数的«2/3»。",
        "编号«2/3»。",
        opens="123456789",
        ahead="/",
    ),
    NumeralRule("time of day", _clock, "上午«8:30»开放。", "比例为«1:10»。", opens=_DIGITS, ahead=":时点"),
    NumeralRule(
        "quarter of an hour",
        _quarter_hour,
        "步行«一刻钟»生活圈。",
        "步行«一»刻不停。",
        opens="一二两三123",
        ahead="刻",
    ),
    NumeralRule(
        "ratio in words",
        _ratio_in_words,
        "按«一比五»配备护理员。",
        "按«一»比较法计算。",
        opens="一二三四五六七八九十百",
        ahead="比",
    ),
)
