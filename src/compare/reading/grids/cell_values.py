"""What a cell of a table says: a number with its bounds, a mark for "does not apply", or neither.

A cell is a value only if nothing else stands in it: a number, the words or signs that bind it, its
unit. Everything else (dates, sentences, names) is left to the grammar of running text.
:data:`CELL_VALUE_RULES` and :data:`BOUND_VALUE_RULES` decide, in order.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.grids.grid import BARE_YEAR
from compare.reading.grids.measures import Measure
from compare.reading.numerals import ARABIC, MULTIPLIER, arabic_to_decimal, multiplier_to_decimal
from compare.reading.quantities.amounts import Amount, amount_at
from compare.reading.quantities.bases.rules import unit_with_base
from compare.reading.quantities.comparators.binding import comparator
from compare.reading.quantities.comparators.symbols import SYMBOLS
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.roles.proportions import RATIO, ratio
from compare.reading.rules import ByKind, Rule, first

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
_NO_UNIT = Unit("", (), "")
_FULL = "全覆盖"
_SIGNED = re.compile("-(?!-)")
_ARROW = re.compile("->|[→⇒➔➜➝⟶➞]")


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
    rule: str = ""


class CellText(NamedTuple):
    """The cell ``start:end`` of a view, without marks of notes behind it."""

    text: str
    start: int
    end: int
    lexicon: Lexicon


class Bounded(NamedTuple):
    """A number with its bound, ``start:end`` in a cell; the ``amount`` begins at ``at``, ``base`` is
    what stands before it all (每人每月)."""

    text: str
    start: int
    at: int
    end: int
    base: str
    amount: Amount
    lexicon: Lexicon


def _plain(c: CellText) -> CellValue | None:
    if _PLAIN.fullmatch(c.text, c.start, c.end) is None:
        return None
    number = arabic_to_decimal(c.text[c.start : c.end])
    return CellValue(c.start, c.end, number, number)


def _broken(c: CellText) -> CellValue | None:
    if _BROKEN.fullmatch(c.text, c.start, c.end) is None:
        return None
    number = Decimal(c.text[c.start : c.end].replace("。", "."))
    return CellValue(c.start, c.end, number, number)


def _spaced(c: CellText) -> CellValue | None:
    spaced = _SPACED.fullmatch(c.text, c.start, c.end)
    if spaced is None:
        return None
    number = Decimal("".join(char for char in spaced["digits"] if char.isdigit()))
    bound = SYMBOLS.get(spaced["sign"], Comparator.EQ)
    return CellValue(spaced.start("digits"), c.end, number, number, bound)


def _mark(c: CellText) -> CellValue | None:
    return CellValue(c.start, c.end, None, None) if _MARK.fullmatch(c.text, c.start, c.end) else None


def _full(c: CellText) -> CellValue | None:
    if c.text[c.start : c.end] != _FULL:
        return None
    full, percent = Decimal(100), Measure("%", unit=c.lexicon.units.get("%"))
    return CellValue(c.start, c.end, full, full, measure=percent, implied=True)


def _from_to(c: CellText) -> CellValue | None:
    """The value that shall be, with the one that was; a unit written once is that of both."""
    arrow = _ARROW.search(c.text, c.start, c.end)
    if arrow is None:
        return None
    before, behind = (c.start, arrow.start()), (arrow.end(), c.end)
    if BARE_YEAR.fullmatch(c.text, *before) or BARE_YEAR.fullmatch(c.text, *behind):
        return None  # 2020→2025 says when
    was, then = cell_value(c.text, *before, c.lexicon), cell_value(c.text, *behind, c.lexicon)
    if not was or not then or was.low is None or then.low is None or was.was or then.was:
        return None
    return then._replace(was=was._replace(measure=was.measure or then.measure))


def _below_zero(c: CellText) -> CellValue | None:
    """A range or a bound behind the sign is not read. The value has the sign already where the cell is a line
    of its own."""
    value = (
        cell_value(c.text, c.start + 1, c.end, c.lexicon) if _SIGNED.match(c.text, c.start, c.end) else None
    )
    if value is None or not value.low or value.low != value.high or value.was:
        return None
    if value.comparator is not Comparator.EQ or value.start != c.start + 1:
        return None
    low = -abs(value.low)
    return value._replace(start=c.start, low=low, high=low)


def _ratio(n: Bounded) -> CellValue | None:
    proportion = RATIO.match(n.text, n.at, n.end)
    found = ratio(proportion) if proportion else None
    if proportion is None or found is None:
        return None
    low, unit = found
    return _value(n, proportion.end(), (low, low), unit, Measure(unit.unit, unit=unit))


def _base_ahead(n: Bounded) -> CellValue | None:
    amount, unit = n.amount, n.amount.unit
    name = unit_with_base(unit, n.base, "", "")[0] if unit and n.base else ""
    if unit is None or name in ("", unit.unit):
        return None
    return _value(n, amount.end, (amount.low, amount.high), unit, Measure(name, unit=unit))


def _base_behind(n: Bounded) -> CellValue | None:
    amount, unit = n.amount, n.amount.unit
    if unit is None or n.base or not n.text.startswith(("/", "每"), amount.end):
        return None
    name, length = unit_with_base(unit, "", n.text[amount.end : n.end], "")
    return _value(n, amount.end + length, (amount.low, amount.high), unit, Measure(name, unit=unit))


def _with_unit(n: Bounded) -> CellValue | None:
    amount, unit = n.amount, n.amount.unit
    if unit is None or n.base or n.text.startswith(("/", "每"), amount.end):
        return None
    return _value(n, amount.end, (amount.low, amount.high), unit, Measure(unit.unit, unit=unit))


def _range(n: Bounded) -> CellValue | None:
    bare = _BARE.match(n.text, n.at, n.end)
    if bare is None or not bare["high"]:
        return None
    last = multiplier_to_decimal(bare["mult2"] or "")
    low, high = arabic_to_decimal(bare["low"]), arabic_to_decimal(bare["high"]) * last
    low *= multiplier_to_decimal(bare["mult"]) if bare["mult"] else last
    return _value(n, bare.end(), (low, high), _NO_UNIT, None) if high > low else None


def _without_unit(n: Bounded) -> CellValue | None:
    bare = _BARE.match(n.text, n.at, n.end)
    if bare is None or bare["high"]:
        return None
    low = arabic_to_decimal(bare["low"]) * multiplier_to_decimal(bare["mult"] or "")
    return _value(n, bare.end(), (low, low), _NO_UNIT, None)


def _value(
    n: Bounded, stop: int, size: tuple[Decimal, Decimal], unit: Unit, measure: Measure | None
) -> CellValue | None:
    """The number as far as ``stop`` with its bound, where that is all of the cell."""
    low, high = size
    is_range, more = low != high, n.amount.more
    bound = comparator(n.text, n.start, n.at, stop, unit, n.lexicon, is_range=is_range, more=more)
    return CellValue(n.at, stop, low, high, bound.code, measure) if bound.end == n.end else None


#: What a cell says that is only a number or a mark, by whether a number stands in it. «so» is the cell.
CELL_VALUE_RULES: ByKind[CellText, CellValue] = ByKind(
    (
        Rule("number alone in a cell", _plain, "«3,000.5»", "«3,000.5张»", only=("number",)),
        Rule("full stop for a point", _broken, "«76。7»", "«76。»", only=("number",)),
        Rule("digits grouped by blanks", _spaced, "«≥5 000»", "«5 00»", only=("number",)),
        Rule(
            "mark that nothing applies", _mark, "«/»", "«//»", "GUIDE: a cell / has no value", only=("words",)
        ),
        Rule(
            "full coverage alone in a cell",
            _full,
            "«全覆盖»",
            "«基本全覆盖»",
            "GUIDE: column implied",
            only=("words",),
        ),
        Rule("from one level to another", _from_to, "«45%→55%»", "«2020→2025»", only=("number",)),
        Rule("below zero", _below_zero, "«-3.5%»", "«-10-20%»", only=("number",)),
    )
)

#: What it says otherwise: a number with what bounds it, by whether a unit stands at it.
BOUND_VALUE_RULES: ByKind[Bounded, CellValue] = ByKind(
    (
        Rule(
            "ratio in a cell",
            _ratio,
            "«不低于1:4»",
            "«1:4人»",
            "GUIDE: ratios are coded with the base in the unit",
        ),
        Rule(
            "base before the number of a cell",
            _base_ahead,
            "«每人每月不低于60元»",
            "«不低于60元»",
            "GUIDE: per-person-per-month in the unit (元/人·月)",
            only=("unit",),
        ),
        Rule(
            "base behind the unit of a cell",
            _base_behind,
            "«40张/千人»",
            "«40张/»",
            "GUIDE: ratios are coded with the base in the unit",
            only=("unit",),
        ),
        Rule(
            "number with its unit in a cell",
            _with_unit,
            "«60%以上»",
            "«床位30张»",
            "GUIDE: the unit as stated",
            only=("unit",),
        ),
        Rule(
            "range without a unit",
            _range,
            "«2-3万»",
            "«20-10»",
            "GUIDE: 1—2个 has a low and a high value",
            only=("bare",),
        ),
        Rule("number without a unit", _without_unit, "«≥1.5万»", "«2025年»", only=("bare",)),
    )
)


def without_marks(text: str, start: int, end: int) -> int:
    """The end of a cell without the marks that lead to a note: 3000①, 养老床位*."""
    return start + len(text[start:end].rstrip(_NOTE_MARKS))


def cell_value(text: str, start: int, end: int, lexicon: Lexicon) -> CellValue | None:
    """Read the cell ``start:end`` of a view; None if it is blank or holds anything but a value."""
    cell = CellText(text, start, without_marks(text, start, end), lexicon)
    digits = _FIRST.search(text, start, cell.end)
    found = first(CELL_VALUE_RULES("number" if digits else "words"), cell)
    if found is None and digits and (number := _bounded(cell, digits)):
        found = first(BOUND_VALUE_RULES("unit" if number.amount.unit else "bare"), number)
    return found[0]._replace(rule=found[1]) if found else None


def _bounded(cell: CellText, digits: re.Match[str]) -> Bounded | None:
    """The number that begins with ``digits``, if what stands before it is its base and its bound at most, and
    it is no year."""
    text, start, end, lexicon = cell
    if text[start] in _OPEN and text[end - 1] in _CLOSE:
        start, end = start + 1, end - 1  # 〔300〕: a sum over the years, as tables of indicators write it
    at = digits.start()
    base = _BASE_AHEAD.match(text, start, at)
    start = base.end() if base else start
    if not _binds(text[start:at], lexicon) or _YEAR.match(text, at):
        return None
    amount = amount_at(text, at, digits.end(), start, lexicon)
    return Bounded(text, start, at, end, base.group() if base else "", amount, lexicon)


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
