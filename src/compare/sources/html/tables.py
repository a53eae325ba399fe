"""Tables of a web page: which hold data, and their cells in a grid, merged cells once.

The table model of HTML (4.9.12), but for spans that cannot be right: authors write a ``rowspan`` of 0 or
of more rows than there are, and browsers then push the values of the rows below under other heads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from compare.sources.layout import Grid, GridCell

Element = Any  # lxml has no types of its own

_MAX_COLUMN_SPAN = 1000  # HTML Standard 4.9.11
_NUMBER = re.compile(r"\s*\d{1,9}\s*")
_ROW_CLASS = re.compile(r"(?:^|[\s_-])(?:row|tr|table-row)(?:$|\s)", re.IGNORECASE)
_CELL_CLASS = re.compile(r"(?:^|[\s_-])(?:cell|td|th|table-cell)(?:$|\s)", re.IGNORECASE)


def is_data_table(table: Element, is_shown: Callable[[Element], bool]) -> bool:
    """Whether a table holds data: rows and columns, no table inside, no page in one cell.

    Old sites lay out whole pages with tables; those have one column, nest, or keep most of
    their text as many paragraphs in one cell.
    """
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = _rows(table, is_shown)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    sizes = [(len("".join(cell.itertext())), cell) for row in rows for cell in row]
    largest, cell = max(sizes, key=lambda pair: pair[0])
    paragraphs = sum(1 for _ in cell.iterdescendants("p", "div", "br"))
    return not (largest > 1000 and largest > 0.6 * sum(size for size, _ in sizes) and paragraphs >= 5)


def _rows(table: Element, is_shown: Callable[[Element], bool]) -> list[list[Element]]:
    rows = (
        [cell for cell in row if cell.tag in ("td", "th") and is_shown(cell)]
        for row in table.iter("tr")
        if is_shown(row)
    )
    return [row for row in rows if row]


def grid_of(table: Element, is_shown: Callable[[Element], bool], text_of: Callable[[Element], str]) -> Grid:
    """The cells of a table in their places."""
    return _Placing(_rows(table, is_shown), text_of).grid()


class _Placing:
    """Puts rows of cells in a grid from top to bottom."""

    def __init__(self, rows: list[list[Element]], text_of: Callable[[Element], str]) -> None:
        self._rows, self._text_of = rows, text_of
        self._width = max((sum(map(_across, row)) for row in rows[:1]), default=0)
        self._cells: list[GridCell] = []
        self._above: dict[int, int] = {}  # column -> index of the last cell in it

    def grid(self) -> Grid:
        for number, row in enumerate(self._rows):
            self._mend(number, row)
            column = 0
            for cell in row:
                while self._reaches(column, number):
                    column += 1
                left = len(self._rows) - number
                down = min(_span(cell, "rowspan", left) or left, left)
                across = _across(cell)
                for place in range(column, column + across):
                    self._above[place] = len(self._cells)
                self._cells.append(GridCell(number, column, self._text_of(cell), down, across))
                column += across
        return Grid(tuple(self._cells))

    def _reaches(self, column: int, number: int) -> bool:
        index = self._above.get(column)
        return index is not None and self._cells[index].row + self._cells[index].row_span > number

    def _mend(self, number: int, row: list[Element]) -> None:
        """A row that is complete by itself ends the cells that reach into it; one that lacks the first
        cell, just where a merged one ended, is still that cell's."""
        own = sum(map(_across, row))
        reaching = {self._above[c] for c in self._above if self._reaches(c, number)}
        columns = sum(self._cells[index].column_span for index in reaching)
        if reaching and own == self._width and own + columns > self._width:
            for index in reaching:
                self._cells[index] = replace(self._cells[index], row_span=number - self._cells[index].row)
            return
        first = self._above.get(0)
        if first is None or own + columns != self._width - self._cells[first].column_span:
            return
        cell = self._cells[first]
        if cell.row_span > 1 and cell.row + cell.row_span == number:
            self._cells[first] = replace(cell, row_span=cell.row_span + 1)


def _across(cell: Element) -> int:
    return max(_span(cell, "colspan", _MAX_COLUMN_SPAN), 1)


def _span(cell: Element, name: str, largest: int) -> int:
    value = cell.get(name) or "1"
    return min(int(value), largest) if _NUMBER.fullmatch(value) else 1


def row_of_divs(element: Element) -> list[Element]:
    """The cells of an element that is called a row and holds nothing but cells; [] for all others."""
    if element.tag not in ("div", "ul", "p", "section") or not _ROW_CLASS.search(_named(element)):
        return []
    cells = [child for child in element if isinstance(child.tag, str)]
    is_row = len(cells) > 1 and all(_CELL_CLASS.search(_named(cell)) for cell in cells)
    return cells if is_row and not (element.text or "").strip() else []


def _named(element: Element) -> str:
    return element.get("class") or ""


def rows_of_divs(element: Element) -> Iterator[list[Element]]:
    """The row that begins with ``element`` and those that follow it at once."""
    cells = row_of_divs(element)
    while cells:
        yield cells
        following = cells[0].getparent().getnext()
        cells = [] if following is None or not isinstance(following.tag, str) else row_of_divs(following)
