"""Tables, true ones and those that became lines, and what the grammar of running text must know of them.

A table is found by its shape (``grid``, ``flattened``), understood from its heads (``sheet``, ``columns``),
and its plain values are read (``cell_values``) and made statements (``meaning``). What else stands in a cell
is left to the grammar of running text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.model import Furniture, Kind, Reason, Role, Statement, Table, TextView
from compare.reading.grids.columns.labelling import EXPLAINING_HEAD, MARKS_IN_NAME
from compare.reading.grids.columns.sorts import Sort
from compare.reading.grids.flattened.bars import bar_grids
from compare.reading.grids.flattened.one_cell_a_line import line_grids
from compare.reading.grids.grid import BARE_YEAR, LABEL_LENGTH, Grid, Place, is_blank, true_grids
from compare.reading.grids.parted import halves
from compare.reading.grids.sheet import Sheet, sheet_of
from compare.reading.page.spans import RowName, SpanSet
from compare.reading.quantities.bases.rules import unit_with_base
from compare.reading.quantities.lexicon import Lexicon

# 每万常住人口达到4名: a base counts nothing.
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")  # ≥40张(2025年)
_NO_NOUN = re.compile("(?:继续|力争|基本)?(?:保持|稳定|控制|维持)(?:在)?")  # 保持1人以上
_BASE = re.compile(r"每[^,。、]{1,12}(?<![数率量位])")


def find_tables(
    view: TextView, raw: str, tables: Sequence[Table], furniture: Sequence[Furniture], lexicon: Lexicon
) -> tuple[Sheet, ...]:
    """The tables of a text: those its format told of, and those found by shape that hold numbers or dates.

    ``furniture`` has offsets of the view; lines in it (page numbers) do not part a table.
    """
    text = view.text
    ruled = [(view.from_raw(t.start), view.from_raw(t.end)) for t in tables]
    hidden = [(f.start, f.end) for f in furniture]
    barred, divided = bar_grids(view, raw)
    sheets = [
        sheet_of(text, part, lexicon) for grid in true_grids(view, tables) for part in halves(text, grid)
    ]
    # bars in the cells of a true table, or between links, make no table
    elsewhere = SpanSet([*ruled, *hidden])
    found = [grid for grid in barred if not elsewhere(grid.start)]
    found += line_grids(text, lexicon, [*ruled, *divided], hidden)
    parts = [part for grid in found for part in halves(text, grid)]
    sheets += [sheet for part in parts if (sheet := sheet_of(text, part, lexicon)).says_something(text)]
    return tuple(sorted(sheets, key=lambda sheet: _top(sheet.grid)))


def _top(grid: Grid) -> int:
    return min(start for row in grid.rows for start, _ in row)


def cell_roles(text: str, sheet: Sheet) -> Iterator[tuple[int, int, Role]]:
    """Cells of the view whose numerals have their role: those read as values, and bare numbers."""
    columns = set(sheet.columns)
    for r, values in enumerate(sheet.values):
        for c, value in enumerate(values):
            if value is None or value.low is None:
                continue
            start, end = sheet.grid.rows[r][c]
            if r < sheet.heads:
                if BARE_YEAR.fullmatch(text, start, end):
                    yield start, end, Role.DATE
            elif c in columns or not value.measure:
                yield start, end, Role.TABLE_CELL


def implied_cells(sheet: Sheet) -> Iterator[Place]:
    """Cells of the view read as values without a numeral (全覆盖)."""
    for c in sheet.columns:
        for r in sheet.body:
            value = sheet.values[r][c]
            if value and value.implied:
                yield sheet.grid.rows[r][c]


def row_names(sheets: Sequence[Sheet]) -> tuple[RowName, ...]:
    """For each cell with words, what names the thing they are about (指标 | 2023年达到80%).

    That is the cell in the column of names to its left, or, where the table has none, the nearest one;
    in a row that is an area, the head of the column.
    """
    named: set[RowName] = set()
    for sheet in sheets:
        for r in range(sheet.heads, len(sheet.grid.rows)):
            named.update(_row_names(sheet, r))
    return tuple(sorted(named))


@dataclass(frozen=True, slots=True)
class _CellTerms:
    """What a row and a column tell of the words in a cell ``start:end`` of the original.

    ``explains`` says why no target can stand there: the column tells how things are counted, or the cell is
    a class that the row is for (50张以下); "" elsewhere.
    """

    start: int
    end: int
    deadline: str
    binding: str
    explains: str
    name: Place | None
    area: str = ""


def as_rows_say(
    made: Sequence[Statement], view: TextView, raw: str, sheets: Sequence[Sheet]
) -> tuple[Statement, ...]:
    """Statements of the words in cells, as their rows and columns tell of them.

    Targets without a deadline of their own have the year of their column or the time limit of their row,
    what has no noun of its own (全覆盖, 每万人达到4名) the name of the row; what explains an indicator is a
    parameter.
    """
    told = sorted(
        {one for sheet in sheets for one in _told(view, sheet)}, key=lambda one: (one.start, one.end)
    )
    starts = [one.start for one in told]
    said: list[Statement] = []
    for statement in made:
        at = bisect_right(starts, statement.value_start) - 1
        if at >= 0 and statement.value_start < told[at].end:
            statement = _as_told(statement, told[at], raw, sheets[0].lexicon)
        said.append(statement)
    return tuple(said)


def _as_told(statement: Statement, told: _CellTerms, raw: str, lexicon: Lexicon) -> Statement:
    reasons = list(statement.reasons)
    kind, deadline, subject = statement.kind, statement.deadline, statement.subject
    if told.explains and kind is not Kind.ALLOCATION:
        kind, deadline = Kind.PARAMETER, ""
        reasons = [r for r in reasons if r.about not in ("kind", "deadline")]
        reasons.append(Reason("kind", told.explains))
    elif kind is Kind.TARGET and told.deadline and (not deadline or told.deadline.startswith(f"{deadline}-")):
        deadline = told.deadline
        reasons.append(Reason("deadline", "year of the column or time limit of the row"))
    nameless = (
        not subject
        or _NO_NOUN.fullmatch(subject)
        or _ASIDE.fullmatch(subject)
        or ("/" in statement.unit and _BASE.fullmatch(subject))
    )
    unit = statement.unit
    if nameless and told.name:
        subject = raw[slice(*told.name)]
        if measure := lexicon.units.get(unit):  # 每千名老年人床位|≥40张
            unit, _ = unit_with_base(measure, subject, "", "")
        reasons.append(Reason("subject", "name of the row", *told.name))
    scope = statement.scope_text
    if told.area and not scope:
        scope = told.area
        reasons.append(Reason("scope", "area of the table"))
    return replace(
        statement,
        scope_text=scope,
        unit=unit,
        kind=kind,
        deadline=deadline,
        subject=subject,
        binding=told.binding,
        reasons=tuple(reasons),
    )


def _told(view: TextView, sheet: Sheet) -> Iterator[_CellTerms]:
    """What is told of the cells with words of a table."""
    for r in sheet.body:
        term, binding = sheet.deadline(view.text, r), sheet.binding(view.text, r)
        row = sheet.grid.rows[r]
        name = _name_of(view, row[sheet.name]) if sheet.name is not None and sheet.area is None else None
        place = view.text[slice(*row[sheet.area])] if sheet.area is not None else ""
        for c, cell in enumerate(row):
            if is_blank(cell):
                continue
            explains = "column that explains" if EXPLAINING_HEAD.search(sheet.labels[c].text) else ""
            if c == sheet.name and sheet.values[r][c]:
                explains = "class that names the row"
            deadline = (sheet.labels[c].year or term) if sheet.sorts[c] is not Sort.NOTHING else ""
            area = place if c != sheet.area else ""
            yield _CellTerms(
                view.raw_start(cell[0]),
                view.raw_end(cell[1]),
                deadline,
                binding,
                explains,
                name if c != sheet.name else None,
                area,
            )


def _name_of(view: TextView, cell: Place) -> Place | None:
    """Where a name without its marks stands in the original; None where it is blank."""
    mark = MARKS_IN_NAME.match(view.text, *cell)
    name = (mark.end(), cell[1]) if mark else cell
    return None if is_blank(name) else (view.raw_start(name[0]), view.raw_end(name[1]))


def _row_names(sheet: Sheet, r: int) -> Iterator[RowName]:
    name: Place | None = None
    for c, (cell, value) in enumerate(zip(sheet.grid.rows[r], sheet.values[r], strict=True)):
        length = cell[1] - cell[0]
        if not length or (value and (c in sheet.columns or not value.measure)):
            continue
        head = sheet.labels[c].subject
        if sheet.area is not None and sheet.name is None and c != sheet.area and head:
            yield *cell, *head
        elif name and cell != name:
            yield *cell, *name
        if c == sheet.name or (
            not value and 2 <= length <= LABEL_LENGTH and (sheet.name is None or c < sheet.name)
        ):
            name = cell
