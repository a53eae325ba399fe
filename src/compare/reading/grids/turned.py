"""Tables that lie on their side: years down the first column, what is counted in the head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.grids.cell_values import cell_value
from compare.reading.grids.columns.labelling import frames
from compare.reading.grids.grid import Grid, Place
from compare.reading.grids.measures import measure_of
from compare.reading.quantities.lexicon import Lexicon

_CORNER = re.compile(r"(?:年份|年度|时间|时点|期间|指标|项目|内容|类别)?")
_BESIDE = re.compile(r"(?:计量|计算)?单位|(?:指标)?(?:属性|性质)")
_FEWEST = 2  # rows of years


def upright(text: str, grid: Grid, lexicon: Lexicon) -> Grid:
    """The grid, turned where its rows are years (or 单位, 属性) and its columns what is counted."""
    rows = grid.rows
    if not _CORNER.fullmatch(text, *rows[0][0]) or len(rows) <= _FEWEST or len(rows[0]) < 2:
        return grid
    down = [text[slice(*row[0])] for row in rows[1:]]
    years = sum(map(frames, down))
    if (
        years < (1 if any(_BESIDE.fullmatch(w) for w in down) else _FEWEST)
        or not all(frames(w) or _BESIDE.fullmatch(w) for w in down)
        or len(set(down)) < len(down)
    ):
        return grid
    across = [text[slice(*cell)] for cell in rows[0][1:]]
    if not all(across) or any(frames(w) or measure_of(w, lexicon) for w in across):
        return grid
    numbered = [row[1:] for row in rows[1:] if not _BESIDE.fullmatch(text, *row[0])]
    if not _holds_numbers(text, numbered, lexicon):
        return grid
    turned = [list(column) for column in zip(*rows, strict=True)]
    turned[0][0] = (grid.start, grid.start)  # the corner names the rows that are heads now
    return Grid(tuple(map(tuple, turned)), grid.title)


def _holds_numbers(text: str, rows: Sequence[Sequence[Place]], lexicon: Lexicon) -> bool:
    """Whether most cells are values."""
    cells = [cell for row in rows for cell in row]
    return 2 * sum(cell_value(text, *cell, lexicon) is not None for cell in cells) > len(cells)
