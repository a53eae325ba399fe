"""A figure that is one heat map: its words, its page, and how many rows of it fit on one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, source_line, when
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.heatmap import SMALL_ROW, Column, Grid, draw_grid, fitting
from compare.figures.drawing.page.frame import Key, Surround, page_later, surround
from compare.figures.drawing.style import MAX_HEIGHT, SIZE_BODY, SIZE_NOTE, style
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import ASIDE_GAP
from compare.model import Status
from compare.tables.words.labels import Labels, Lang

WIDEST_HEADS = 190.0
#: The height of a row where many plans stand one below the other.
DENSE_ROW = 10.8
#: More plans than this are rows, not columns: their names would stand closer than they can be read.
PLANS_AS_COLUMNS = 20


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A heat map before it is drawn; ``data`` are the rows behind it, ``plans`` those it cites."""

    name: str
    title: str
    subtitle: str
    notes: tuple[str, ...]
    plans: Sequence[PlanNote]
    grid: Grid
    data: pd.DataFrame

    def draw(self, labels: Labels, lang: Lang) -> Chart:
        """It is drawn when somebody looks at it."""
        grid = self.grid
        with style():
            around, height = self._surround(labels, lang), grid.height
        return page_later(
            self.name, around, height, self.data, grid, lambda page: draw_grid(page, grid, page.top)
        )

    def fitting(self, labels: Labels, lang: Lang) -> int:
        """How many rows of the grid fit on one page."""
        with style():
            around = self._surround(labels, lang)
            return fitting(self.grid, MAX_HEIGHT - around.above - around.below)

    def _surround(self, labels: Labels, lang: Lang) -> Surround:
        statuses = {cell.status for cell in self.grid.cells.values() if cell.status}
        caption = Caption(
            title=self.title,
            subtitle=self.subtitle,
            notes=(" ".join(filter(None, self.notes)),),
            source=source_line(self.plans, labels, lang),
            alt=labels.word(
                "figures.heat_alt", lang, title=self.title, rows=_in_words(self.grid, labels, lang)
            ),
        )
        return surround(caption, Key((), tuple(code for code in Status if code in statuses)), labels, lang)


def plan_columns(plans: Sequence[PlanNote], labels: Labels, lang: Lang) -> tuple[Column, ...]:
    """Plans as columns or rows of a grid: the name, and below or beside it the years it covers."""
    return tuple(Column(plan.name, when(plan, labels, lang), plan.group) for plan in plans)


def turned(grid: Grid) -> Grid:
    """Rows and columns exchanged: many plans stand one below the other, in small type."""
    columns = tuple(Column(" ".join(filter(None, (row.name, row.note)))) for row in grid.rows)
    cells = {(column, row): cell for (row, column), cell in grid.cells.items()}
    return Grid(grid.columns, columns, cells, heads_of(grid.columns, DENSE_ROW), DENSE_ROW)


def heads_of(columns: Sequence[Column], row: float) -> float:
    """The width that the names of rows need to stand on one line each, as far as there is room."""
    size = SIZE_BODY if row >= SMALL_ROW else SIZE_NOTE
    widths = (
        measuring.width(one.name, size) + ASIDE_GAP + measuring.width(one.note, SIZE_NOTE) for one in columns
    )
    return min(WIDEST_HEADS, max(widths, default=0.0) + 10)


def _in_words(grid: Grid, labels: Labels, lang: Lang) -> str:
    """Row by row what the cells hold, for the alternative text."""
    separator = labels.word("figures.list_separator", lang)
    sentences = []
    for row, name in enumerate(grid.rows):
        values = []
        for column, head in enumerate(grid.columns):
            if cell := grid.cells.get((row, column)):
                value = labels.status(cell.status, lang) if cell.status else cell.number
                values.append(labels.word("figures.alt_value", lang, plan=head.name, value=value))
        if values:
            listed = separator.join(values)
            sentences.append(labels.word("figures.alt_indicator", lang, indicator=name.name, values=listed))
    return " ".join(sentences)
