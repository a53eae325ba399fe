"""What rows and columns of a table say of all their values: of what, whose, in which unit, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.model import Comparator
from compare.reading.grids.cell_values import without_marks
from compare.reading.grids.columns.labelling import (
    BASELINE,
    GROWTH_HEAD,
    MARKS_IN_NAME,
    PART_HEAD,
    TOTAL,
    Label,
    dated,
    last_year,
    without_bound,
    without_unit,
)
from compare.reading.grids.grid import Place, is_blank
from compare.reading.grids.measures import Measure, measure_of
from compare.reading.grids.sheet import Sheet
from compare.reading.quantities.dates import five_year_end

_FIVE_YEARS = re.compile("(十[一二三四五六七八九])五")
_BETWEEN = re.compile("累计|年均|增长|增速|增幅|五年")
_COMPARED = re.compile(r"[较比](?:[0-9]{4}年|上年|基期)")
_GROUP = re.compile("[^0-9].")
_DEEPEST = 40  # rows of a group


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says of all its values: whose they are, in which unit, by when.

    ``part`` restricts the name: a second bracket behind it, or the name of a row below a label with a unit.
    ``unit_at`` and ``term_at`` are the cells that say the unit and the date.
    """

    number: int
    name: Place | None
    part: Place | None
    area: str
    measure: Measure | None
    in_name: Measure | None
    term: str
    binding: str
    bound: Comparator | None = None
    unit_at: Place | None = None
    term_at: Place | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says of all its values. ``is_fact``: they state what is, not what shall be.

    ``grows``: they say how fast, not how much, in ``rate`` unless a cell has its own unit; where it ``sums``
    up too (年均增长或[累计]), those in square brackets are sums over the years up to ``sum_year``.
    ``unit_at``, ``bound_at`` and ``year_at`` are the cells of the head that say so.
    """

    index: int
    label: Label
    year: str
    is_fact: bool
    grows: bool
    sums: bool
    rate: Measure | None
    sum_year: str = ""
    unit_at: Place | None = None
    bound_at: Place | None = None
    year_at: Place | None = None


def row_of(text: str, sheet: Sheet, number: int) -> Row:
    """What row ``number`` says."""
    cells = sheet.grid.rows[number]
    name, part, in_name, bound = _name(text, sheet, number)
    name, year = dated(text, name) if name else (None, "")
    unit_at = None if sheet.units is None else _unit_cell(text, sheet, number, sheet.units)
    measure = None
    if unit_at and not is_blank(unit_at):
        measure = measure_of(text[slice(*unit_at)], sheet.lexicon)
    if not (measure or in_name or sheet.by_area or name is None):
        label, in_name = _label(text, sheet, number)
        name, part = (label, name) if in_name else (name, part)
    elif (
        name
        and (in_name or (measure and not sheet.by_area))
        and TOTAL.match(text, *name)
        and (group := _group(text, sheet, number))
    ):
        name, part = group, name
    of_a_part = bool(name and PART_HEAD.fullmatch(text, *name)) and not sheet.by_area
    if of_a_part and (group := _group(text, sheet, number)):
        name, part = group, name
    area = text[slice(*cells[sheet.area])] if sheet.area is not None else ""
    term, binding = sheet.deadline(text, number), sheet.binding(text, number)
    term_at = cells[sheet.term] if term and sheet.term is not None else None
    if year and not term and sheet.name is not None:
        term, term_at = year, cells[sheet.name]
    return Row(number, name, part, area, measure, in_name, term, binding, bound, unit_at, term_at)


def _unit_cell(text: str, sheet: Sheet, number: int, units: int) -> Place:
    """The cell that gives a row's unit: that of the group's first row, where in text a label that reaches
    over several rows stands beside it and both are blank in all the others; or that of the row above, of
    which it is a part (护理型床位 below 养老床位)."""
    rows, name = sheet.grid.rows, sheet.name
    cell = rows[number][units]
    if name is not None and is_blank(cell) and number > sheet.heads:
        above, own = (text[slice(*rows[r][name])] for r in (number - 1, number))
        if own.startswith("其中") or (
            above[-2:] == own[-2:] and len(own) > 2 and not is_blank(rows[number - 1][units])
        ):
            return rows[number - 1][units]
    if not name or not all(map(is_blank, (cell, *rows[number][:name]))):
        return cell
    begins = [r for r in range(sheet.heads, len(rows)) if not is_blank(rows[r][name - 1])]
    top = max((r for r in begins if r < number), default=number)
    below = min((r for r in begins if r > number), default=len(rows))
    shared = all(is_blank(row[units]) for row in rows[top + 1 : below])
    return rows[top][units] if shared else cell


def _name(
    text: str, sheet: Sheet, number: int
) -> tuple[Place | None, Place | None, Measure | None, Comparator | None]:
    """The name of a row without marks, unit and bound, what a second bracket adds, the unit and the bound."""
    if sheet.name is None:
        return None, None, None, None
    start, end = sheet.grid.rows[number][sheet.name]
    end = without_marks(text, start, end)
    if mark := MARKS_IN_NAME.match(text, start, end):
        start = mark.end()
    (start, end), bound = without_bound(text, (start, end), sheet.lexicon)
    name, measure = without_unit(text, (start, end), sheet.lexicon)
    bracket = text.rfind("(", name[1], end) if measure else -1
    part = (bracket + 1, end - 1) if bracket > name[1] else None
    return None if is_blank(name) else name, part, measure, bound


def _label(text: str, sheet: Sheet, number: int) -> tuple[Place | None, Measure | None]:
    """The label of several rows that gives their unit: to the left of their names, or in a row above them."""
    rows = sheet.grid.rows
    banner = sheet.banners[number]
    above = [cell for cell in rows[banner] if not is_blank(cell)][:1] if banner is not None else []
    for start, end in (*_beside(sheet, number), *above):
        if mark := MARKS_IN_NAME.match(text, start, end):
            start = mark.end()
        label, measure = without_unit(text, (start, end), sheet.lexicon)
        if measure and not is_blank(label):
            return label, measure
    return None, None


def _group(text: str, sheet: Sheet, number: int) -> Place | None:
    """What the group of a row is called that is itself but a total (床位|总数)."""
    return next((cell for cell in _beside(sheet, number) if _GROUP.match(text, *cell)), None)


def _beside(sheet: Sheet, number: int) -> Iterator[Place]:
    """The cells that reach over the row to the left of its name, the nearest first."""
    return (_reaching(sheet, number, c) for c in reversed(range(sheet.name or 0)))


def _reaching(sheet: Sheet, number: int, column: int) -> Place:
    """The cell of a row, or the one above that reaches down to it where it is blank."""
    rows = sheet.grid.rows
    top = max(sheet.heads, number - _DEEPEST)
    while number > top and is_blank(rows[number][column]):
        number -= 1
    return rows[number][column]


def column_of(text: str, sheet: Sheet, index: int, since: int) -> Column:
    """What column ``index`` says; years before ``since`` are facts."""
    label, words = sheet.labels[index], sheet.labels[index].text
    grows = not sheet.by_area and bool(GROWTH_HEAD.search(words))
    year = "" if grows and _COMPARED.search(words) else label.year
    is_fact = bool(BASELINE.search(words)) or 0 < int(year or 0) < since
    rate = measure_of("%", sheet.lexicon) if "%" in words else None
    sums = "累计" in words
    sum_year = "" if label.year or not sums else _last_year(sheet)
    heads = [sheet.grid.rows[r][index] for r in reversed(range(sheet.heads))]
    units = (head for head in heads if without_unit(text, head, sheet.lexicon)[1])
    bounds = (head for head in heads if without_bound(text, head, sheet.lexicon)[1])
    years = (head for head in heads if last_year(text[slice(*head)]))
    places = (next(found, None) for found in (units, bounds, years))
    return Column(index, label, year, is_fact, grows, sums, label.measure or rate, sum_year, *places)


def sum_year(text: str, sheet: Sheet, column: Column, row: Row, cell: Place) -> str:
    """The year up to which a cell sums up, "" for a rate and where the row has a number for that year too:
    the sum is no second goal for it."""
    if not column.sum_year or (column.grows and text[cell[0]] not in "[〔【"):
        return ""
    values = (sheet.values[row.number][c] for c in sheet.columns if sheet.labels[c].year == column.sum_year)
    return "" if any(value and value.low is not None for value in values) else column.sum_year


def _last_year(sheet: Sheet) -> str:
    return max((sheet.labels[c].year for c in sheet.columns), default="")


def first_year(text: str, sheet: Sheet) -> int:
    """The first year that a table of indicators is for, before which it states facts; 0 if nothing tells.

    That is the first of the five-year plan in its title, or the one behind the first of two years beside
    which stands how much grows between them (2015年|2020年|〔累计〕).
    """
    plans = [match for line in sheet.grid.title for match in _FIVE_YEARS.finditer(text, *line)]
    end = max((five_year_end(plan[1]) or 0 for plan in plans), default=0)
    if end:
        return end - 4
    years = sorted({int(sheet.labels[c].year) for c in sheet.columns if sheet.labels[c].year})
    between = any(_BETWEEN.search(sheet.labels[c].text) for c in sheet.columns if not sheet.labels[c].year)
    return years[1] if between and len(years) == 2 and years[1] == years[0] + 5 else 0
