"""Heat maps, drawn by seaborn: tinted cells with their numbers, named rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap

from compare.figures.drawing.marks import draw_status
from compare.figures.drawing.page.frame import MARGIN, Page
from compare.figures.drawing.style import ACCENT, INK, MUTED, PAPER, SIZE_BODY, SIZE_NOTE, WIDTH
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.model import Status

ROW = 14.0
PAD = 2.0
SEAM = 1.5
WIDEST = 64.0
# Columns narrower than this have no room for names side by side: those are set upright.
UPRIGHT = 30.0
# Rows lower than this are set in small type.
SMALL_ROW = 12.0
CORNER = 3.6
GROUP = 11.0
BAND = 13.0

# From paper to the accent. Even a small share is told from bare paper; numbers on darker tints are white.
TINTS = LinearSegmentedColormap.from_list("heat", [PAPER, ACCENT])
FAINTEST = 0.1
DARK = 0.55


@dataclass(frozen=True, slots=True)
class Cell:
    """``share`` (0 to 1) is the tint, ``number`` what is written, or ``short`` where there is no room for it;
    ``marked`` fills a corner.

    A cell with a ``status`` has no number: it is drawn as that status is.
    """

    share: float
    number: str
    marked: bool = False
    status: Status | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The name of a column, and in small type below it a note; ``group`` is what it shares with its
    neighbours, written above them where the names of columns are turned."""

    name: str
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by (row, column); a place without one stays bare.

    ``heads`` is the width of the row names, ``row`` the least height of a row, ``bands`` the titles that
    stand above a row, by its number.
    """

    rows: tuple[Column, ...]
    columns: tuple[Column, ...]
    cells: Mapping[tuple[int, int], Cell]
    heads: float
    row: float = ROW
    widest: float = WIDEST
    bands: Mapping[int, str] | None = None

    @property
    def column(self) -> float:
        return min(self.widest, (WIDTH - 2 * MARGIN - self.heads) / max(1, len(self.columns)))

    @property
    def upright(self) -> bool:
        """Whether the names of the columns are turned: where a word of them is wider than its column."""
        words = (word for column in self.columns for word in (*column.name.split(), *column.note.split()))
        widest = max((measuring.width(word, SIZE_NOTE) for word in words if word.isascii()), default=0.0)
        return self.column < UPRIGHT or widest > self.column - 2 * PAD

    @property
    def size(self) -> float:
        """The size of type in the rows."""
        return SIZE_BODY if self.row >= SMALL_ROW else SIZE_NOTE

    @property
    def top(self) -> float:
        """Height of the names above the columns."""
        if not self.upright:
            return max(self.head(column).height for column in self.columns) + 2 * PAD
        tallest = max(measuring.width(column.name, SIZE_NOTE) for column in self.columns)
        return tallest + 2 * PAD + (GROUP if any(column.group for column in self.columns) else 0.0)

    @property
    def names(self) -> tuple[Writing, ...]:
        return tuple(
            write_down(self.heads - 8, name.name, aside=name.note, size=self.size) for name in self.rows
        )

    @property
    def row_height(self) -> float:
        """All rows are as high as the one whose name needs most."""
        tallest = max((name.height for name in self.names), default=0.0)
        return max(self.row, tallest + (PAD if self.row >= SMALL_ROW else 0.0))

    @property
    def runs(self) -> list[tuple[int, int]]:
        """First row and end of each run of rows without a band between them."""
        starts = sorted({0, *(self.bands or {})})
        return list(zip(starts, [*starts[1:], len(self.rows)], strict=True))

    @property
    def height(self) -> float:
        return self.top + self.row_height * len(self.rows) + BAND * len(self.bands or {})

    def head(self, column: Column) -> Writing:
        """The name of a column, in small type where a word of any would have to be broken."""
        room = self.column - 2 * PAD
        words = (word for one in self.columns for word in one.name.split() if word.isascii())
        fits = all(measuring.width(word, SIZE_BODY) <= room for word in words)
        return write_down(room, column.name, note=column.note, size=SIZE_BODY if fits else SIZE_NOTE)


def draw_grid(page: Page, grid: Grid, top: float) -> float:
    """Draw ``grid`` downwards from ``top``; returns the y below."""
    _draw_heads(page, grid, top + grid.top - PAD)
    if grid.upright:
        _draw_groups(page, grid, top)
    y = top + grid.top
    page.rule(y, right=_right(grid))
    for start, end in grid.runs:
        if title := (grid.bands or {}).get(start):
            page.write(MARGIN, y + BAND - measuring.height(1, SIZE_NOTE), [title], SIZE_NOTE, MUTED)
            y += BAND
        y = _draw_rows(page, grid, start, end, y)
    return y


def _draw_rows(page: Page, grid: Grid, start: int, end: int, top: float) -> float:
    """The rows from ``start`` to ``end`` as one heat map of seaborn's."""
    height = grid.row_height
    axes = page.data_axes(MARGIN + grid.heads, top, grid.column * len(grid.columns), height * (end - start))
    axes.patch.set_visible(False)
    shares = np.full((end - start, len(grid.columns)), np.nan)
    numbers = np.full(shares.shape, "", dtype=object)
    for (row, column), cell in grid.cells.items():
        if start <= row < end and cell.status is None:
            shares[row - start, column] = FAINTEST + (1 - FAINTEST) * min(1.0, max(0.0, cell.share))
            room = grid.column - SEAM
            fitting = (one for one in (cell.number, cell.short) if measuring.width(one, grid.size) < room)
            numbers[row - start, column] = next(fitting, "")
    # It draws the figure to see whether names at the ticks overlap: there are none. Here nothing is drawn.
    FigureCanvasBase(page.chart)
    sns.heatmap(
        shares,
        ax=axes,
        cmap=TINTS,
        vmin=0,
        vmax=1,
        annot=numbers,
        fmt="",
        annot_kws={"fontsize": grid.size},
        cbar=False,
        mask=np.isnan(shares),
        linewidths=SEAM,
        linecolor=PAPER,
        xticklabels=False,
        yticklabels=False,
    )
    FigureCanvasAgg(page.chart)
    for text in axes.texts:
        column, row = (int(place) for place in text.get_position())
        text.set_color(PAPER if shares[row, column] > DARK else INK)
    for row in range(start, end):
        y = top + (row - start) * height
        name = grid.names[row]
        name.put(page, MARGIN, y + (height - name.height) / 2)
        page.rule(y + height, right=_right(grid))
        for column in range(len(grid.columns)):
            if found := grid.cells.get((row, column)):
                box = (MARGIN + grid.heads + column * grid.column, y, grid.column, height)
                _draw_signs(page, axes, found, box, (column, row - start))
    return top + height * (end - start)


def _draw_signs(
    page: Page, axes: Axes, cell: Cell, box: tuple[float, float, float, float], place: tuple[int, int]
) -> None:
    left, top, width, height = box
    half = SEAM / 2
    if cell.status is not None:
        inside = (left + half, top + half, width - SEAM, height - SEAM)
        draw_status(page.axes, inside, cell.status, top + height / 2)
    elif cell.marked:
        color = PAPER if cell.share > DARK else INK
        column, row = place
        x, y = column + 1 - half / width, row + half / height
        axes.fill([x - CORNER / width, x, x], [y, y, y + CORNER / height], color=color, linewidth=0, zorder=5)


def _right(grid: Grid) -> float:
    return MARGIN + grid.heads + grid.column * len(grid.columns)


def _draw_heads(page: Page, grid: Grid, bottom: float) -> None:
    for index, column in enumerate(grid.columns):
        left = MARGIN + grid.heads + index * grid.column
        if not grid.upright:
            head = grid.head(column)
            head.put(page, left + PAD, bottom - head.height)
        else:
            page.axes.text(
                left + grid.column / 2,
                bottom,
                column.name,
                fontsize=SIZE_NOTE,
                rotation=90,
                ha="center",
                va="bottom",
            )


def _draw_groups(page: Page, grid: Grid, top: float) -> None:
    """The groups of turned columns: a line above its columns, and its name where there is room."""
    place = 0
    for group, columns in groupby(grid.columns, key=lambda column: column.group):
        start, place = place, place + len(list(columns))
        if not group:
            continue
        left = MARGIN + grid.heads + start * grid.column + SEAM
        right = MARGIN + grid.heads + place * grid.column - SEAM
        page.axes.plot([left, right], [top + GROUP - PAD] * 2, color=MUTED, linewidth=0.8)
        if measuring.width(group, SIZE_NOTE) <= right - left:
            middle, y = (left + right) / 2, top + GROUP - 2 * PAD
            page.axes.text(middle, y, group, fontsize=SIZE_NOTE, color=MUTED, ha="center")


def fitting(grid: Grid, room: float) -> int:
    """How many of the grid's rows fit into ``room`` points, at least one."""
    return max(1, int((room - grid.top - BAND * len(grid.bands or {})) // grid.row_height))
