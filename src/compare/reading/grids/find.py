"""Tables, true ones and those that became lines, and what the grammar of running text must know of them.

A table is found by its shape (``grid``, ``flattened``), understood from its heads (``sheet``, ``columns``),
and its plain values are read (``cell_values``) and made statements (``meaning``). What else stands in a cell
is left to the grammar of running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model import Furniture, Role, Table, TextView
from compare.reading.grids.flattened.bars import bar_grids
from compare.reading.grids.flattened.one_cell_a_line import line_grids
from compare.reading.grids.grid import BARE_YEAR, LABEL_LENGTH, Grid, Place, true_grids
from compare.reading.grids.parted import halves
from compare.reading.grids.sheet import Sheet, sheet_of
from compare.reading.page.spans import RowName, SpanSet
from compare.reading.quantities.lexicon import Lexicon


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
