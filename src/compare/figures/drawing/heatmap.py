"""Heat maps: a grid of tinted cells with their numbers, names before the rows and above the columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import Rectangle

from compare.figures.drawing import text_width
from compare.figures.drawing.frame import MARGIN, Page
from compare.figures.drawing.marks import draw_status
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import ACCENT, INK, PAPER, SIZE_BODY, SIZE_NOTE, WIDTH
from compare.model import Status

ROW = 14.0
PAD = 2.0
WIDEST = 64.0
# Columns narrower than this have no room for names side by side: those are set upright.
UPRIGHT = 44.0
CORNER = 3.6

# From paper to the accent; on darker tints the numbers are white.
TINTS = LinearSegmentedColormap.from_list("heat", [PAPER, ACCENT])
DARK = 0.55


@dataclass(frozen=True, slots=True)
class Cell:
    """``share`` (0 to 1) is the tint, ``number`` what is written; ``marked`` fills a corner.

    ``note`` stands below in small type where the column has room for words. A cell with a ``status``
    has no number: it is drawn as that status is.
    """

    share: float
    number: str
    marked: bool = False
    note: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by (row, column); a place without one stays bare. ``heads`` is the width of the row names."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[int, int], Cell]
    heads: float

    @property
    def column(self) -> float:
        return min(WIDEST, (WIDTH - 2 * MARGIN - self.heads) / max(1, len(self.columns)))

    @property
    def top(self) -> float:
        """Height of the names above the columns."""
        if self.column >= UPRIGHT:
            return max(self._head(name).height for name in self.columns) + 2 * PAD
        return max(text_width.width(name, SIZE_NOTE) for name in self.columns) + 2 * PAD

    @property
    def names(self) -> tuple[Writing, ...]:
        return tuple(write_down(self.heads - 8, name) for name in self.rows)

    @property
    def row_heights(self) -> tuple[float, ...]:
        heights = [max(ROW, name.height + 2 * PAD) for name in self.names]
        for (row, _), cell in self.cells.items():
            if lines := self.note_of(cell):
                needed = text_width.height(1, SIZE_BODY) + text_width.height(len(lines), SIZE_NOTE)
                heights[row] = max(heights[row], needed + 2 * PAD)
        return tuple(heights)

    def note_of(self, cell: Cell) -> list[str]:
        """The lines of a cell's note; none where the columns are too narrow for words."""
        if not cell.note or self.column < UPRIGHT:
            return []
        return text_width.wrap(cell.note, SIZE_NOTE, self.column - 2 * PAD)

    @property
    def height(self) -> float:
        return self.top + sum(self.row_heights)

    def _head(self, name: str) -> Writing:
        return write_down(self.column - 2 * PAD, name)


def draw_grid(page: Page, grid: Grid, top: float) -> float:
    """Draw ``grid`` downwards from ``top``; returns the y below."""
    right = MARGIN + grid.heads + grid.column * len(grid.columns)
    _draw_heads(page, grid, top + grid.top - PAD)
    y = top + grid.top
    page.rule(y, right=right)
    for row, (name, height) in enumerate(zip(grid.names, grid.row_heights, strict=True)):
        name.put(page, MARGIN, y + (height - name.height) / 2)
        for column in range(len(grid.columns)):
            if cell := grid.cells.get((row, column)):
                box = (MARGIN + grid.heads + column * grid.column, y, grid.column, height)
                _draw_cell(page, cell, box, grid.note_of(cell))
        y += height
        page.rule(y, right=right)
    return y


def _draw_heads(page: Page, grid: Grid, bottom: float) -> None:
    for index, name in enumerate(grid.columns):
        left = MARGIN + grid.heads + index * grid.column
        if grid.column >= UPRIGHT:
            head = write_down(grid.column - 2 * PAD, name)
            head.put(page, left + PAD, bottom - head.height)
        else:
            middle = left + grid.column / 2
            page.axes.text(middle, bottom, name, fontsize=SIZE_NOTE, rotation=90, ha="center", va="bottom")


def _draw_cell(page: Page, cell: Cell, box: tuple[float, float, float, float], note: list[str]) -> None:
    left, top, width, height = box
    inside = (left + 0.75, top + 0.75)
    if cell.status is not None:
        draw_status(page.axes, (*inside, width - 1.5, height - 1.5), cell.status, top + height / 2)
        return
    page.axes.add_patch(
        Rectangle(inside, width - 1.5, height - 1.5, facecolor=tint(cell.share), linewidth=0, zorder=1)
    )
    color = PAPER if cell.share > DARK else INK
    if cell.marked:
        x, y = left + width - 0.75, top + 0.75
        page.axes.fill([x - CORNER, x, x], [y, y, y + CORNER], color=color, linewidth=0, zorder=2)
    if text_width.width(cell.number, SIZE_BODY) < width:
        written = text_width.height(1, SIZE_BODY) + text_width.height(len(note), SIZE_NOTE)
        y = top + (height - written) / 2
        y = page.write(left + width / 2, y, [cell.number], SIZE_BODY, color, align="center")
        page.write(left + width / 2, y, note, SIZE_NOTE, color, align="center")


def tint(share: float) -> str:
    """The colour of a share; even a small one is told from bare paper."""
    return to_hex(TINTS(0.1 + 0.9 * min(1.0, max(0.0, share))))


def fitting(grid: Grid, room: float) -> int:
    """How many of the grid's rows fit into ``room`` points, at least one."""
    left = room - grid.top
    count = 0
    for height in grid.row_heights:
        left -= height
        if left < 0:
            break
        count += 1
    return max(1, count)
