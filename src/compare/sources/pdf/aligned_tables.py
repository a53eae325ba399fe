"""Tables without vertical rules: three-line tables, and columns that only stand under one another.

A row is a line whose pieces are wide apart; columns are the stretches across the page in which the pieces of
all rows stand. What has no numbers, or no such stretches, stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from compare.sources.layout import Grid, GridCell
from compare.sources.pdf.lines_of_text import Char, confidence_of, joined, lines_of, text_line
from compare.sources.pdf.ruled_tables import PageTable

_GAP = 1.0  # of the size of the characters: what is wider apart is another piece
_WIDE_GAP = 1.8  # the same where no rule tells of a table
_ROWS = 3
_DIGIT = re.compile(r"\d")
_VALUE = re.compile(
    r"[≥≤><＞＜约]?\s*[\d０-９][\d０-９.,，．%％—~～\-\s]*[一-龥/%％]{0,4}(?:以上|以下|左右)?"
)

Piece = tuple[float, float, list[Char]]  # x0, x1, characters
Rule = tuple[float, float, float]  # x0, x1, height


def aligned_tables(chars: Sequence[Char], rules: Sequence[Rule]) -> list[tuple[PageTable, list[Char]]]:
    """The tables among ``chars`` with the characters in each: between rules, then without any."""
    found: list[tuple[PageTable, list[Char]]] = []
    rest = list(chars)
    for top, bottom in _between(rules):
        inside = [char for char in rest if top - 1 <= _middle(char) <= bottom + 1]
        table = _table(lines_of(inside), _GAP, 2)
        if table is not None:
            found.append((table, inside))
            taken = {id(char) for char in inside}
            rest = [char for char in rest if id(char) not in taken]
    for lines in _runs(lines_of(rest)):
        table = _table(lines, _WIDE_GAP, _ROWS)
        if table is not None:
            found.append((table, [char for line in lines for char in line]))
    return found


def _middle(char: Char) -> float:
    return float((char["top"] + char["bottom"]) / 2)


def _between(rules: Sequence[Rule]) -> list[tuple[float, float]]:
    """Top and bottom of what stands between at least three rules of one length and place."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r[2]):
        group = next((g for g in groups if abs(g[0][0] - rule[0]) < 4 and abs(g[0][1] - rule[1]) < 4), None)
        if group is None:
            groups.append([rule])
        elif rule[2] - group[-1][2] > 2:
            group.append(rule)
    return [(group[0][2], group[-1][2]) for group in groups if len(group) >= _ROWS]


def _pieces(line: Sequence[Char], gap: float) -> list[Piece]:
    pieces: list[Piece] = []
    for char in line:
        if char["text"].isspace():
            continue
        if pieces and char["x0"] - pieces[-1][1] < gap * char["size"]:
            x0, x1, chars = pieces[-1]
            pieces[-1] = (x0, max(x1, char["x1"]), [*chars, char])
        else:
            pieces.append((char["x0"], char["x1"], [char]))
    return pieces


def _runs(lines: Sequence[list[Char]]) -> list[list[list[Char]]]:
    """Lines of several pieces that follow each other closely."""
    runs: list[list[list[Char]]] = []
    goes_on = False
    for index, line in enumerate(lines):
        if len(_pieces(line, _WIDE_GAP)) < 2:
            goes_on = False
            continue
        above = lines[index - 1] if index else line
        near = line[0]["top"] - above[0]["top"] < 3 * line[0]["size"]
        if goes_on and near:
            runs[-1].append(line)
        else:
            runs.append([line])
        goes_on = True
    return runs


def _table(lines: Sequence[list[Char]], gap: float, least: int) -> PageTable | None:
    rows = [_pieces(line, gap) for line in lines]
    rows = [row for row in rows if row]
    full = [row for row in rows if len(row) > 1]
    if len(full) < least:
        return None
    column_extents = _column_extents(full)
    if len(column_extents) < 2 or not _has_values(full):
        return None
    texts: list[list[str]] = []
    for row in rows:
        cells = [""] * len(column_extents)
        for x0, x1, chars in row:
            line = text_line(chars)
            column = _column(column_extents, x0, x1)
            cells[column] = joined(cells[column], line.text if line else "")
        if (
            texts
            and not cells[0]
            and sum(map(bool, cells)) < len(column_extents) - 1
            and not any(map(_DIGIT.search, cells))
        ):
            texts[-1] = [joined(a, b) for a, b in zip(texts[-1], cells, strict=True)]
        else:
            texts.append(cells)
    if len(texts) < least:
        return None
    every = [char for line in lines for char in line]
    cells_of_all = tuple(GridCell(r, c, t) for r, row in enumerate(texts) for c, t in enumerate(row))
    grid = Grid(cells_of_all, confidence_of(every))
    edges = (
        column_extents[0][0],
        *((a[1] + b[0]) / 2 for a, b in pairwise(column_extents)),
        column_extents[-1][1],
    )
    top, bottom = min(c["top"] for c in every), max(c["bottom"] for c in every)
    return PageTable(grid, top, bottom, edges, tuple(False for _ in grid.cells))


def _column_extents(rows: Sequence[Sequence[Piece]]) -> list[tuple[float, float]]:
    """The extents across the page that the pieces of the rows fill, from left to right."""
    column_extents: list[tuple[float, float]] = []
    for x0, x1 in sorted((piece[0], piece[1]) for row in rows for piece in row):
        if column_extents and x0 < column_extents[-1][1] - 1:
            column_extents[-1] = (column_extents[-1][0], max(column_extents[-1][1], x1))
        else:
            column_extents.append((x0, x1))
    return column_extents


def _column(column_extents: Sequence[tuple[float, float]], x0: float, x1: float) -> int:
    return max(
        range(len(column_extents)),
        key=lambda i: min(column_extents[i][1], x1) - max(column_extents[i][0], x0),
    )


def _has_values(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether most rows below the first hold a number alone in its place, and the first names them."""
    values = [
        any(_VALUE.fullmatch("".join(c["text"] for c in chars)) for _, _, chars in row[1:])
        for row in rows[1:]
    ]
    return bool(values) and sum(values) > 0.5 * len(values)
