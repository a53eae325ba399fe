"""Ruled tables of a PDF: cells by the rules around them, tables that go on over pages."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from compare.sources.layout import Block, Grid, GridCell, Line, lower
from compare.sources.pdf.lines_of_text import STOPS, Char, TextLine, joined, lines_of, text_line

Box = tuple[float, float, float, float]  # x0, top, x1, bottom

_SAME_EDGE = 2.0  # points within which two rules are one
_SAME_COLUMN = 6.0  # points within which the rules of two pages are those of one table
_NUMBER = re.compile(r"[\d０-９.,，．%％/\s-]+")


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table: its cells, its box, and the places of its vertical rules.

    ``full`` holds for each cell whether its last line reaches the right rule, as a line does
    that a page break parts from the next.
    """

    grid: Grid
    top: float
    bottom: float
    edges: tuple[float, ...]
    full: tuple[bool, ...]


def ruled_table(boxes: list[Box], chars: list[Char]) -> tuple[PageTable | None, list[Char]]:
    """The table of these cells, and the characters in them; None for a mere frame of one column.

    A cell over several rows or columns appears once. A single row may be the rest of a table
    on the page before (see ``blocks_of``).
    """
    inside = [char for char in chars if any(_is_in(char, box) for box in boxes)]
    columns = _edges([x for box in boxes for x in (box[0], box[2])])
    rows = _edges([y for box in boxes for y in (box[1], box[3])])
    cells, full = [], []
    for box in sorted(set(boxes), key=lambda b: (_index(rows, b[1]), _index(columns, b[0]))):
        row, column = _index(rows, box[1]), _index(columns, box[0])
        found = lines_of(char for char in inside if _is_in(char, box))
        lines = [line for characters in found if (line := text_line(characters))]
        down, across = _index(rows, box[3]) - row, _index(columns, box[2]) - column
        cells.append(GridCell(row, column, _cell_text(lines), max(down, 1), max(across, 1)))
        padding = min((line.x0 for line in lines), default=0.0) - box[0]
        full.append(bool(lines) and box[2] - padding - lines[-1].x1 < 2.5 * lines[-1].size)
    if len({cell.column for cell in cells}) < 2:
        return None, []
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return PageTable(Grid(tuple(cells)), top, bottom, tuple(columns), tuple(full)), inside


def closing_rules(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rules at the ends of columns of vertical rules that have none there: a table that a page cuts."""
    ends: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    heights = [edge for edge in edges if edge["orientation"] == "h"]
    for edge in edges:
        if edge["orientation"] == "v":
            ends[round(edge["top"]), round(edge["bottom"])].append(edge)
    closing: list[dict[str, Any]] = []
    for group in ends.values():
        left, right = min(edge["x0"] for edge in group), max(edge["x1"] for edge in group)
        if len({round(edge["x0"]) for edge in group}) < 3:
            continue
        for y in (group[0]["top"], group[0]["bottom"]):
            near = [h for h in heights if abs(h["top"] - y) <= _SAME_EDGE]
            if not any(h["x0"] <= left + _SAME_COLUMN or h["x1"] >= right - _SAME_COLUMN for h in near):
                closing.append(
                    {
                        "object_type": "line", "x0": left, "x1": right, "top": y, "bottom": y,
                        "width": right - left, "height": 0, "doctop": y, "orientation": "h",
                    }
                )  # fmt: skip
    return closing


def split_at(boxes: list[Box], verticals: list[dict[str, Any]]) -> list[float]:
    """Heights at which two tables touch: all vertical rules end there, but not at every row."""
    rows = _edges([box[1] for box in boxes] + [box[3] for box in boxes])[1:-1]
    broken = [
        y
        for y in rows
        if any(abs(line["bottom"] - y) <= _SAME_EDGE for line in verticals)
        and any(abs(line["top"] - y) <= _SAME_EDGE for line in verticals)
        and not any(line["top"] < y - _SAME_EDGE and line["bottom"] > y + _SAME_EDGE for line in verticals)
    ]
    return broken if len(broken) < len(rows) else []


def _is_in(char: Char, box: Box) -> bool:
    x0, top, x1, bottom = box
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(x0 <= x < x1 and top <= y < bottom)


def _edges(places: list[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SAME_EDGE:
            kept.append(place)
    return kept


def _index(edges: list[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))


def _cell_text(lines: list[TextLine]) -> str:
    """Lines of a cell are broken to its width: they are one text, but for ended sentences."""
    text = ""
    for line in lines:
        text = f"{text}\n{line.text}" if text.endswith(STOPS) else joined(text, line.text)
    return text


def blocks_of(table: PageTable) -> list[Block]:
    """A grid; lines where it is but one row, nothing where it is empty."""
    texts = [cell.text for cell in table.grid.cells if cell.text]
    if len({cell.row for cell in table.grid.cells}) < 2:
        return [Line(line, confidence=table.grid.confidence) for text in texts for line in text.split("\n")]
    return [table.grid] if texts else []


def goes_on(above: PageTable, below: PageTable) -> bool:
    """Whether a table at the head of a page has the columns of the one that ended the last."""
    return len(above.edges) == len(below.edges) and all(
        abs(one - two) < _SAME_COLUMN for one, two in zip(above.edges, below.edges, strict=True)
    )


def continued(above: PageTable, below: PageTable) -> PageTable:
    """Both as one table; head rows that are printed again are kept as furniture."""
    head = _repeated_rows(above.grid, below.grid)
    down = 1 + max(cell.row + cell.row_span - 1 for cell in above.grid.cells)
    cells, full = list(above.grid.cells), list(above.full)
    rests = _cut_row(above, below, head)
    for index, rest in rests.items():
        cells[index] = replace(cells[index], text=joined(cells[index].text, rest))
    first = head + bool(rests)
    for cell, is_full in zip(below.grid.cells, below.full, strict=True):
        if cell.row < head or cell.repeated:
            cells.append(replace(cell, repeated=True))
        elif cell.row >= first:
            cells.append(replace(cell, row=cell.row - first + down))
        else:
            continue
        full.append(is_full)
    grid = Grid(tuple(cells), lower(above.grid.confidence, below.grid.confidence))
    return PageTable(grid, above.top, below.bottom, above.edges, tuple(full))


def _cut_row(above: PageTable, below: PageTable, head: int) -> dict[int, str]:
    """Index of a cell above -> the rest of its text, if the page break cut the last row in two.

    Then the row goes on below with at least one cell already complete (empty there), and each
    cell that goes on broke off in a full line, in mid-sentence. Numbers are never put together.
    """
    last = max(cell.row for cell in above.grid.cells if not cell.repeated)
    ends = {c.column: i for i, c in enumerate(above.grid.cells) if c.row == last and not c.repeated}
    row = [cell for cell in below.grid.cells if cell.row == head]
    if not any(
        not cell.text and above.grid.cells[ends[cell.column]].text for cell in row if cell.column in ends
    ):
        return {}
    rests: dict[int, str] = {}
    for cell in (cell for cell in row if cell.text):
        index = ends.get(cell.column)
        if index is None or not above.full[index] or cell.row_span > 1 or _NUMBER.fullmatch(cell.text):
            return {}
        text = above.grid.cells[index].text
        if text.endswith(STOPS) or _NUMBER.fullmatch(text):
            return {}
        rests[index] = cell.text
    return rests


def _repeated_rows(above: Grid, below: Grid) -> int:
    """How many rows at the top of ``below`` are those at the top of ``above``."""

    def row(grid: Grid, number: int) -> list[tuple[int, str]]:
        return [(cell.column, cell.text) for cell in grid.cells if cell.row == number and not cell.repeated]

    count = 0
    while row(below, count) and row(above, count) == row(below, count):
        count += 1
    return count if any(text for number in range(count) for _, text in row(below, number)) else 0
