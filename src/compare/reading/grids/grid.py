"""A table as rows of cells over the view of a text, whatever shape it had there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.model import Cell, Document, Table, TextView
from compare.reading.page.view import text_view

#: Start and end of a cell or line in the view; a blank cell has no length.
Place = tuple[int, int]


def is_blank(place: Place) -> bool:
    """Whether a cell holds nothing."""
    return place[0] == place[1]


def words_at(text: str, place: Place | None) -> str:
    """What a cell says, "" where there is none."""
    return text[slice(*place)] if place else ""


#: What a cell holds that is a year and nothing else.
BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
#: Names and heads are no longer than this.
LABEL_LENGTH = 40
_TITLE_LENGTH = 60
_TITLE_LINES = 3
_REACH = 300
_WIDEST_GAP = 200  # blanks between two cells of a line


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, equally many in each; a merged cell fills every place it covers.

    ``title`` are the short lines just above, in text order (name of the table, 单位:万元).
    """

    rows: tuple[tuple[Place, ...], ...]
    title: tuple[Place, ...]

    @property
    def start(self) -> int:
        """Where its first cell begins."""
        return self.rows[0][0][0]


def title_above(text: str, position: int) -> tuple[Place, ...]:
    """The lines above a table that may be its title: short ones, up to the first sentence."""
    lines: list[Place] = []
    end = position
    floor = max(0, position - _REACH)
    while len(lines) < _TITLE_LINES and end > floor:
        start = text.rfind("\n", floor, end) + 1
        if start == 0 and floor:
            break
        if end > start:
            if end - start > _TITLE_LENGTH or text.find("。", start, end) >= 0:
                break
            lines.append((start, end))
        end = start - 1
    return tuple(reversed(lines))


def true_grids(view: TextView, tables: Sequence[Table]) -> tuple[Grid, ...]:
    """The tables that came with the format, as grids over the view."""
    grids: list[Grid] = []
    for table in tables:
        height = max((c.row + c.row_span for c in table.cells), default=0)
        width = max((c.column + c.column_span for c in table.cells), default=0)
        if height < 2 or width < 2:
            continue
        places: dict[Place, Place] = {}
        for cell in table.cells:
            start, end = view.from_raw(cell.start), view.from_raw(cell.end)
            span = (start, max(start, end))
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    places[row, column] = span
        top = view.from_raw(table.start)
        rows = tuple(tuple(places.get((r, c), (top, top)) for c in range(width)) for r in range(height))
        grids.append(Grid(rows, title_above(view.text, top)))
    return tuple(grids)


def view_with_cells(document: Document) -> TextView:
    """The view of a document in which the cells of its tables stand apart, without what stands inside its
    lines and is no part of them."""
    inside = [(one.start, one.end) for one in document.furniture if one.inside]
    return text_view(document.text, inside, _dividers(document.text, document.tables))


def _dividers(raw: str, tables: Sequence[Table]) -> list[int]:
    """Places in the original where nothing but blanks stands between two cells of a line."""
    found: list[int] = []
    for table in tables:
        for left, right in pairwise(table.cells):
            between = raw[left.end : right.start] if right.start - left.end < _WIDEST_GAP else ""
            if between and not between.strip(" \u3000"):
                found.append(left.end)
    return found


def as_table(view: TextView, grid: Grid) -> Table:
    """A grid as a :class:`~compare.model.Table` with offsets of the original text."""
    cells: list[Cell] = []
    for r, row in enumerate(grid.rows):
        for c, cell in enumerate(row):
            first = view.raw_start(cell[0])
            cells.append(Cell(r, c, first, first if is_blank(cell) else view.raw_end(cell[1])))
    return Table(min(c.start for c in cells), max(c.end for c in cells), tuple(cells))
