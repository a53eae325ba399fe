"""Topics at a glance: a square for every plan and row of the comparison, group by group; the further
scopes of an indicator are small squares behind its first.

Shows where plans commit to a number and where they do not; the numbers are in the matrix.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import Cell
from compare.figures.content.plans_shown import source_line
from compare.figures.content.selection import GENERAL, View, by_group, cells_behind, status_counts
from compare.figures.drawing import text_width
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Page, Surround, open_page, surround
from compare.figures.drawing.marks import draw_status
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import MAX_HEIGHT, MUTED, SIZE_NOTE, WIDTH, style
from compare.model import Status
from compare.tables.labels import Labels, Lang

NAME = "topics"

NAMES = 104.0
ROOM = WIDTH - 2 * MARGIN - NAMES
SQUARE = 9.0
STEP = 11.5
# The squares of further scopes, and the gap in front of them.
NARROW = 4.0
TIGHT = 0.7
GAP = 10.0
HEAD_PAD = 3.0
ROW = 13.0
DENSE_ROW = 10.5
# With more plans than this the rows are set closer.
ROOMY = 20
SPACE = 12.0
COUNT_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Field:
    """The squares of a group: its rows, where each square begins and how wide it is, and the count of
    those that a plan states beside them."""

    group: str
    codes: tuple[str, ...]
    label: tuple[str, ...]
    squares: tuple[tuple[float, float], ...]
    width: float

    @property
    def end(self) -> float:
        """Where the last square ends."""
        return sum(self.squares[-1])


def draw(comparison: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> Chart:
    """All plans and indicators as one chart as tall as it needs to be."""
    return _charts(View.of(comparison, plans, labels, lang), float("inf"))[0]


def pages(
    comparison: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> tuple[Chart, ...]:
    """The same in charts that each fit a page of a report; none where nothing is stated."""
    charts = _charts(View.of(comparison, plans, labels, lang), MAX_HEIGHT)
    return tuple(chart for chart in charts if len(chart.data))


def _charts(view: View, height: float) -> list[Chart]:
    with style():
        draft = _surround(view, _bands(view))
        parts = _paginate(view, height - draft.above - draft.below)
        charts: list[Chart] = []
        for number, (shown, bands) in enumerate(parts, 1):
            around = _surround(shown, bands, number, len(parts))
            body = sum(_height(shown, band) for band in bands)
            name = NAME if len(parts) == 1 else f"{NAME}-{number}"
            page = open_page(name, around, body, cells_behind(shown, _drawn(shown, bands)))
            _draw(page, shown, bands)
            charts.append(page.chart)
        return charts


def _paginate(view: View, room: float) -> list[tuple[View, list[list[Field]]]]:
    """Bands filled into pages of ``room`` points; plans are split only where one band is too tall."""
    bands = _bands(view)
    tallest = max(_height(view, band) for band in bands)
    count = max(1, math.ceil(tallest / room))
    size = max(1, math.ceil(len(view.plans) / count))
    pages: list[tuple[View, list[list[Field]]]] = []
    for start in range(0, max(1, len(view.plans)), size):
        shown = view.only(plan.plan_id for plan in view.plans[start : start + size])
        left = 0.0
        for band in bands:
            needed = _height(shown, band)
            if needed > left or not pages:
                pages.append((shown, []))
                left = room
            pages[-1][1].append(band)
            left -= needed
    return pages


def _height(view: View, band: Sequence[Field]) -> float:
    return _head(band) + sum(_rows(view)) + SPACE


def _names(view: View) -> list[Writing]:
    return [write_down(NAMES - GAP, plan.name, aside=plan.year) for plan in view.plans]


def _rows(view: View) -> list[float]:
    """Heights of the rows, closer to each other where there are many plans."""
    least, pad = (ROW, 2.0) if len(view.plans) <= ROOMY else (DENSE_ROW, 0.5)
    return [max(least, name.height + pad) for name in _names(view)]


def _drawn(view: View, bands: Sequence[Sequence[Field]]) -> list[tuple[str, str]]:
    codes = [code for band in bands for field in band for code in field.codes]
    return [(plan.plan_id, code) for code in codes for plan in view.plans]


def _bands(view: View) -> list[list[Field]]:
    """Fields flowing left to right; a group wider than a line of them is split."""
    bands: list[list[Field]] = [[]]
    left = ROOM
    for group, codes in by_group(view).items():
        for part in _parts(view, codes, ROOM - GAP - _count_width()):
            label = view.labels.group(group, view.lang)
            squares = _squares(view, part)
            # As wide as its squares with their count, or as the longest word of its label.
            longest = max(text_width.width(word, SIZE_NOTE) for word in label.split())
            width = max(sum(squares[-1]) + COUNT_GAP + _count_width(), min(longest, 60.0))
            if bands[-1] and width > left:
                bands.append([])
                left = ROOM
            lines = tuple(text_width.wrap(label, SIZE_NOTE, width))
            bands[-1].append(Field(group, tuple(part), lines, squares, width))
            left -= width + GAP
    return bands


def _squares(view: View, codes: Sequence[str]) -> tuple[tuple[float, float], ...]:
    """Where the square of each row begins, and its width: further scopes are narrow and close behind."""
    squares: list[tuple[float, float]] = []
    at, last = 0.0, ""
    for code in codes:
        indicator = view.rows[code].indicator
        width = NARROW if indicator == last else SQUARE
        at += 0.0 if not squares else TIGHT if indicator == last else STEP - SQUARE
        squares.append((at, width))
        at, last = at + width, indicator
    return tuple(squares)


def _parts(view: View, codes: Sequence[str], room: float) -> list[list[str]]:
    """Rows in runs whose squares fit into ``room``."""
    parts: list[list[str]] = [[]]
    for code in codes:
        if parts[-1] and sum(_squares(view, [*parts[-1], code])[-1]) > room:
            parts.append([])
        parts[-1].append(code)
    return parts


def _count_width() -> float:
    return text_width.width("≥00", SIZE_NOTE) + COUNT_GAP


def _head(band: Sequence[Field]) -> float:
    return text_width.height(max((len(field.label) for field in band), default=0), SIZE_NOTE) + HEAD_PAD


def _surround(view: View, bands: Sequence[Sequence[Field]], number: int = 1, count: int = 1) -> Surround:
    cells = view.cells_of(_drawn(view, bands))
    title = view.word("figures.topics_title")
    if count > 1:
        title += view.word("figures.page", page=number, pages=count)
    caption = Caption(
        title=title,
        subtitle=view.word("figures.topics_scope", scope=view.labels.scope(GENERAL, view.lang)),
        notes=(f"{view.word('figures.not_zero')} {view.word('figures.topics_note')}",),
        source=source_line(view.plans, view.labels, view.lang),
        alt=view.word(
            "figures.topics_alt", title=title, plans=len(view.plans), statuses=status_counts(cells, view)
        ),
    )
    statuses = {cell.status for cell in cells}
    return surround(
        caption, Key((), tuple(code for code in Status if code in statuses)), view.labels, view.lang
    )


def _draw(page: Page, view: View, bands: Sequence[Sequence[Field]]) -> None:
    y = page.top
    for band in bands:
        x = MARGIN + NAMES
        for field in band:
            label = text_width.height(len(field.label), SIZE_NOTE)
            page.write(x, y + _head(band) - HEAD_PAD - label, field.label, SIZE_NOTE, MUTED)
            x += field.width + GAP
        y += _head(band)
        page.rule(y, right=x - GAP)
        for plan, name, row in zip(view.plans, _names(view), _rows(view), strict=True):
            name.put(page, MARGIN, y + (row - name.height) / 2)
            _draw_row(page, view, band, plan.plan_id, y + row / 2)
            y += row
            page.rule(y, right=x - GAP)
        y += SPACE


def _draw_row(page: Page, view: View, band: Sequence[Field], plan_id: str, middle: float) -> None:
    """The squares of a plan and, behind those of each group, how many of them hold a value."""
    left = MARGIN + NAMES
    for field in band:
        for code, (at, width) in zip(field.codes, field.squares, strict=True):
            cell = view.cells.get((plan_id, code))
            if cell:
                box = (left + at, middle - SQUARE / 2, width, SQUARE)
                draw_status(page.axes, box, cell.status, solid=True)
        beside = left + field.end + COUNT_GAP
        count = _count(view.cells_of((plan_id, code) for code in field.codes))
        page.write(beside, middle - text_width.height(1, SIZE_NOTE) / 2, [count], SIZE_NOTE, MUTED)
        left += field.width + GAP


def _count(cells: Sequence[Cell]) -> str:
    """How many cells hold a value; of a fragment that is only the least, and no 0 is claimed for it."""
    stated = sum(bool(cell.values) for cell in cells)
    if any(cell.status is Status.SOURCE_INCOMPLETE for cell in cells):
        return f"≥{stated}" if stated else ""
    return str(stated)
