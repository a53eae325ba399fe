"""What a cell of a table says: a number with its bounds, a mark for "does not apply", or neither.

A cell is a value only if nothing else stands in it: a number, the words or signs that bind it, its
unit. Everything else (dates, sentences, names) is left to the grammar of running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.grids.grid import BARE_YEAR, Place
from compare.reading.numerals import ARABIC, MULTIPLIER, arabic_to_decimal, multiplier_to_decimal
from compare.reading.quantities.amounts import amount_at
from compare.reading.quantities.bases.rules import unit_with_base
from compare.reading.quantities.comparators.binding import comparator
from compare.reading.quantities.comparators.symbols import SYMBOLS
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.roles.proportions import RATIO, ratio

_ONE = Decimal(1)
_PLAIN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
# 5 000: in one cell a blank can only group the digits of one number
_SPACED = re.compile(r"(?P<sign>[≥≤><]?)(?P<digits>[0-9]{1,3}(?:[ \xa0\u2009\u202f][0-9]{3})+)")
_BROKEN = re.compile(r"[0-9]+。[0-9]+")  # 76。7: the point as text recognition gives it
_MARK = re.compile(r"/|\\|-{1,3}|…{1,2}|无|×")
# the first number of a cell: its digits, or what stands where 百分之 begins
_FIRST = re.compile(r"[0-9]+|(?=[百千]分之)")
# 每人每月60元, 每百户不少于20平方米
_BASE_AHEAD = re.compile(r"(?:每[十百千万]?(?:人次|人|户|张床|床|名|位|年|月|日|天|餐|次|个|所|家|处|站))+")
# 保持1人以上, 力争稳定在95%: a level as any other
KEEPS = "(?:保持|稳定|维持|控制)(?:在(?!每))?"
_KEPT = re.compile(f"(?:继续|力争|基本|总体|全部|年?均)*(?:{KEEPS})?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:年|-{1,2}(?:19|20)[0-9]{2})")
_BARE = re.compile(
    rf"(?P<low>{ARABIC})(?P<mult>{MULTIPLIER})?(?:(?:-{{1,2}}|~|至)(?P<high>{ARABIC})(?P<mult2>{MULTIPLIER})?)?"
)
_NOTE_MARKS = "*#①②③④⑤⑥⑦⑧⑨⑩"
_OPEN, _CLOSE = "([〔", ")]〕"
# a rate of mortality: /10万, 十万分之一
_RATE = re.compile("1?/(?P<behind>10万|十万|万)|(?P<of>十万|万)分之一")
_RATE_BASES = {"10万": "1/10万", "十万": "1/10万", "万": "1/万"}
_SCALED = re.compile(r"(?P<scale>[十百千]?[万亿]|[十百千])(?P<unit>.+)")
_NO_UNIT = Unit("", (), "")
_FULL = "全覆盖"
_SIGNED = re.compile("-(?!-)")
_ARROW = re.compile("->|[→⇒➔➜➝⟶➞]")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as a head, a caption or a column of units gives it: 万元 is 元 times 10000."""

    name: str
    scale: Decimal = _ONE
    unit: Unit | None = None


class CellValue(NamedTuple):
    """The value of a cell; ``low`` is None for a mark. ``start:end`` is the number with its unit.

    A tuple, because one is made for each cell of each table.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    comparator: Comparator = Comparator.EQ
    measure: Measure | None = None
    implied: bool = False
    #: Of 45→55: what it was.
    was: CellValue | None = None


def without_marks(text: str, start: int, end: int) -> int:
    """The end of a cell without the marks that lead to a note: 3000①, 养老床位*."""
    return start + len(text[start:end].rstrip(_NOTE_MARKS))


def cell_value(text: str, start: int, end: int, lexicon: Lexicon) -> CellValue | None:
    """Read the cell ``start:end`` of a view; None if it is blank or holds anything but a value."""
    end = without_marks(text, start, end)
    if _PLAIN.fullmatch(text, start, end):
        number = arabic_to_decimal(text[start:end])
        return CellValue(start, end, number, number)
    if _BROKEN.fullmatch(text, start, end):
        number = Decimal(text[start:end].replace("。", "."))
        return CellValue(start, end, number, number)
    if spaced := _SPACED.fullmatch(text, start, end):
        number = Decimal("".join(char for char in spaced["digits"] if char.isdigit()))
        bound = SYMBOLS.get(spaced["sign"], Comparator.EQ)
        return CellValue(spaced.start("digits"), end, number, number, bound)
    if _MARK.fullmatch(text, start, end):
        return CellValue(start, end, None, None)
    if arrow := _ARROW.search(text, start, end):
        return _from_to(text, (start, arrow.start()), (arrow.end(), end), lexicon)
    if _SIGNED.match(text, start, end) and (above := cell_value(text, start + 1, end, lexicon)):
        return _below_zero(above, start)
    first = _FIRST.search(text, start, end)
    if first is None:
        if text[start:end] == _FULL:
            full = Decimal(100)
            return CellValue(start, end, full, full, measure=_percent(lexicon), implied=True)
        return None
    if text[start] in _OPEN and text[end - 1] in _CLOSE:
        start, end = start + 1, end - 1  # 〔300〕: a sum over the years, as tables of indicators write it
    at = first.start()
    base = _BASE_AHEAD.match(text, start, at)
    begin = base.end() if base else start
    if not _binds(text[begin:at], lexicon) or _YEAR.match(text, at):
        return None
    return _bound_value(text, begin, first, end, lexicon, base.group() if base else "")


def _from_to(text: str, before: Place, behind: Place, lexicon: Lexicon) -> CellValue | None:
    """45→55: the value that shall be, with the one that was; a unit written once is that of both."""
    if BARE_YEAR.fullmatch(text, *before) or BARE_YEAR.fullmatch(text, *behind):
        return None  # 2020→2025 says when
    was, then = cell_value(text, *before, lexicon), cell_value(text, *behind, lexicon)
    if not was or not then or was.low is None or then.low is None or was.was or then.was:
        return None
    return then._replace(was=was._replace(measure=was.measure or then.measure))


def _below_zero(value: CellValue, start: int) -> CellValue | None:
    """-3.5 alone in a cell; a range or a bound behind the sign is not read. The value has the sign already
    where the cell is a line of its own."""
    if value.low is None or value.low != value.high or value.start != start + 1 or value.was:
        return None
    if value.comparator is not Comparator.EQ or not value.low:
        return None
    low = -abs(value.low)
    return value._replace(start=start, low=low, high=low)


def _bound_value(
    text: str, start: int, first: re.Match[str], end: int, lexicon: Lexicon, base: str
) -> CellValue | None:
    at = first.start()
    proportion = RATIO.match(text, at, end)
    if proportion and (found := ratio(proportion)):
        low, unit = found
        bound = comparator(text, start, at, proportion.end(), unit, lexicon, is_range=False, more="")
        in_cell = Measure(unit.unit, _ONE, unit)
        return CellValue(at, proportion.end(), low, low, bound.code, in_cell) if bound.end == end else None
    amount = amount_at(text, at, first.end(), start, lexicon)
    measure: Measure | None = None
    if amount.unit:
        low, high, unit, stop = amount.low, amount.high, amount.unit, amount.end
        name, extra = unit.unit, 0
        if base:
            name = unit_with_base(unit, base, "", "")[0]
            if name == unit.unit:
                return None
        elif text[stop : stop + 1] in ("/", "每"):
            name, extra = unit_with_base(unit, "", text[stop:end], "")
        stop += extra
        measure = Measure(name, _ONE, unit)
    else:
        bare = _BARE.match(text, at, end)
        if bare is None:
            return None
        unit, stop = _NO_UNIT, bare.end()
        scale = multiplier_to_decimal(bare["mult"] or "")
        low = high = arabic_to_decimal(bare["low"]) * scale
        if bare["high"]:
            last = multiplier_to_decimal(bare["mult2"] or "")
            high = arabic_to_decimal(bare["high"]) * last
            low = low if bare["mult"] else low * last
            if high <= low:
                return None
    bound = comparator(
        text,
        start,
        at,
        stop,
        unit,
        lexicon,
        is_range=low != high,
        more=amount.more,
    )
    return CellValue(at, stop, low, high, bound.code, measure) if bound.end == end else None


def _binds(words: str, lexicon: Lexicon) -> bool:
    """Whether the words before a number only say how strictly it binds (不低于, ≥) or that it is new."""
    words = _KEPT.sub("", words, count=1)
    return (
        not words
        or words in SYMBOLS
        or any(
            pattern.fullmatch(words)
            for pattern in (lexicon.distant, lexicon.adjacent, lexicon.plain_tail, lexicon.change_tail)
        )
    )


def _percent(lexicon: Lexicon) -> Measure:
    return Measure("%", _ONE, lexicon.units.get("%"))


def measure_of(text: str, lexicon: Lexicon) -> Measure | None:
    """The unit a text names and nothing else (张, 万元, 平方米/百户, 1/10万); None if it names none."""
    if rate := _RATE.fullmatch(text):
        base = _RATE_BASES[rate["behind"] or rate["of"]]
        return Measure(base, _ONE, Unit(base, (), "level"))
    word, slash, base = text.partition("/")
    scale = _ONE
    unit = lexicon.units.get(word)
    if unit is None and (scaled := _SCALED.fullmatch(word)):
        unit = lexicon.units.get(scaled["unit"])
        scale = multiplier_to_decimal(scaled["scale"])
    if unit is None:
        return None
    name = unit.unit
    if slash:
        name, used = unit_with_base(unit, "", slash + base, "")
        if used != len(slash + base):
            name = f"{unit.unit}/{base}"
    return Measure(name, scale, unit)
