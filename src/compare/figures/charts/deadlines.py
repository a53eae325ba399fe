"""Who promises what by when: a line from the day a plan was issued to the deadline of each value.

A deadline is drawn where the time it names ends: one that names only a year at the end of that
year, inside its column, one that names a month at the end of that month.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from compare.figures.content.cell_text import Cell, amount, sentence, unit_text
from compare.figures.content.plans_shown import PlanNote, source_line
from compare.figures.content.selection import (
    GENERAL,
    View,
    by_group,
    cells_behind,
    groups_named,
    row_note,
    row_text,
)
from compare.figures.drawing import text_width
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Page, Surround, open_page, surround
from compare.figures.drawing.marks import MARKER_SIZE, draw_marker
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import (
    ACCENT,
    ALERT,
    FAINT,
    GREY_TINT,
    MAX_HEIGHT,
    MUTED,
    RULE,
    SIZE_BODY,
    SIZE_NOTE,
    WIDTH,
    style,
)
from compare.model import Comparator, Status
from compare.tables.labels import Labels, Lang

NAME = "deadlines"

WHAT = 118.0
WHO = 84.0
VALUE = 76.0
GAP = 8.0
PAD = 2.0
BAND = 15.0
YEARS = 14.0
# Narrower years have no room for their labels, so only every second, third … is labelled.
LABEL_ROOM = 22.0


@dataclass(frozen=True, slots=True)
class Promise:
    """A value with a deadline: what is promised (an indicator, its scope), who promises it, how much."""

    group: str
    cell: Cell
    plan: PlanNote
    what: Writing
    who: Writing
    value: Writing


@dataclass(frozen=True, slots=True)
class Line:
    """A promise as a line of a page; ``opens_group`` and ``opens`` (a row) call for their labels."""

    promise: Promise
    opens_group: bool
    opens: bool
    height: float


def draw(
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    groups: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> Chart:
    """All values with a deadline, or those of ``groups``, as one chart as tall as it needs to be."""
    return _charts(View.of(comparison, plans, labels, lang, statements), groups, float("inf"))[0]


def pages(
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    groups: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> tuple[Chart, ...]:
    """The timeline in charts that each fit a page of a report; none where no deadline is stated."""
    charts = _charts(View.of(comparison, plans, labels, lang, statements), groups, MAX_HEIGHT)
    return tuple(chart for chart in charts if len(chart.data))


def _charts(view: View, groups: Sequence[str] | None, height: float) -> list[Chart]:
    chosen = by_group(view, groups)
    stated = [cell for cell in view.about(c for codes in chosen.values() for c in codes) if cell.values]
    undated = sum(1 for cell in stated if not cell.deadline)
    promises = list(_promises(view, chosen))
    span = _years(promises)
    with style():
        draft = _surround(view, promises, undated)
        parts = _paginate(promises, height - draft.above - draft.below)
        charts: list[Chart] = []
        for number, part in enumerate(parts, 1):
            shown = view.only(promise.plan.plan_id for promise in part)
            around = _surround(shown, part, undated, number, len(parts))
            name = NAME if len(parts) == 1 else f"{NAME}-{number}"
            drawn = [(promise.cell.plan_id, promise.cell.row) for promise in part]
            page = open_page(name, around, _height(part), cells_behind(shown, drawn))
            _draw(page, part, span, view)
            charts.append(page.chart)
        return charts


def _promises(view: View, chosen: dict[str, list[str]]) -> Iterator[Promise]:
    """Every value with a deadline, row by row, the earliest deadlines first."""
    plans = {plan.plan_id: plan for plan in view.plans}
    labels, lang = view.labels, view.lang
    for group, codes in chosen.items():
        for code in codes:
            cells = [cell for cell in view.about([code]) if cell.values and cell.deadline]
            row = view.rows[code]
            name = labels.indicator(row.indicator, lang)
            what = write_down(WHAT - GAP, name, note=row_note(row, labels, lang))
            for cell in sorted(cells, key=lambda cell: cell.deadline):
                unit = unit_text(cell, labels, lang)
                who = write_down(WHO - GAP, plans[cell.plan_id].name)
                value = write_down(VALUE, amount(cell, labels), unit)
                yield Promise(group, cell, plans[cell.plan_id], what, who, value)


def _lines(promises: Sequence[Promise]) -> list[Line]:
    """The lines of a page. A row's last line is as high as its label beside them all needs."""
    lines: list[Line] = []
    for code, part in itertools.groupby(promises, key=lambda promise: (promise.group, promise.cell.row)):
        run = list(part)
        heights = [max(promise.who.height, promise.value.height) + 2 * PAD for promise in run]
        heights[-1] += max(0.0, run[0].what.height + 2 * PAD - sum(heights))
        opens_group = not lines or lines[-1].promise.group != code[0]
        for index, (promise, height) in enumerate(zip(run, heights, strict=True)):
            lines.append(Line(promise, opens_group and index == 0, index == 0, height))
    return lines


def _surround(
    view: View, promises: Sequence[Promise], undated: int, number: int = 1, count: int = 1
) -> Surround:
    cells = [promise.cell for promise in promises]
    codes = list(dict.fromkeys(cell.row for cell in cells))
    title = view.word("figures.deadlines_title", subject=groups_named(codes, view))
    if count > 1:
        title += view.word("figures.page", page=number, pages=count)
    notes = [view.word("figures.deadlines_note")]
    if any(cell.path for cell in cells):
        notes.append(view.word("figures.path_note"))
    if undated:
        notes.append(view.word("figures.undated_note", count=undated))
    alt_parts = [
        view.word(
            "figures.alt_indicator",
            indicator=row_text(view.rows[promise.cell.row], view.labels, view.lang),
            values=view.word(
                "figures.alt_value",
                plan=promise.plan.name,
                value=sentence(promise.cell, view.labels, view.lang),
            ),
        )
        for promise in promises
    ]
    caption = Caption(
        title=title,
        subtitle=view.word("figures.scope_unless_said", scope=view.labels.scope(GENERAL, view.lang)),
        notes=(" ".join(notes),),
        source=source_line(view.plans, view.labels, view.lang),
        alt=view.word("figures.deadlines_alt", title=title, promises=" ".join(alt_parts)),
    )
    key = Key.of(replace(cell, comparator=_marker(cell)) for cell in cells)
    return surround(caption, key, view.labels, view.lang)


def _height(promises: Sequence[Promise]) -> float:
    return 2 * YEARS + sum(line.height + BAND * line.opens_group for line in _lines(promises))


def _paginate(promises: Sequence[Promise], room: float) -> list[list[Promise]]:
    pages: list[list[Promise]] = [[]]
    for promise in promises:
        if pages[-1] and _height([*pages[-1], promise]) > room:
            pages.append([])
        pages[-1].append(promise)
    return pages


def _ends(date: str) -> float:
    """The end of the year, month or day that ``date`` (ISO 8601) names, in years."""
    year, month, day = (int(part) for part in (*date.split("-"), "12", "31")[:3])
    return year + (month - 1 + min(day, 30) / 30) / 12


def _years(promises: Sequence[Promise]) -> tuple[int, int]:
    """First and last year drawn."""
    dates = [
        date
        for promise in promises
        for date in (promise.cell.deadline, promise.plan.issued, *(s.deadline for s in promise.cell.path))
        if date
    ]
    years = [int(date[:4]) for date in dates]
    return (min(years), max(years)) if years else (0, 0)


def _draw(page: Page, promises: Sequence[Promise], years: tuple[int, int], view: View) -> None:
    left, right = MARGIN + WHAT + WHO, WIDTH - MARGIN - VALUE - GAP
    first, last = years
    scale = (right - left) / (last + 1 - first)
    top, bottom = page.top + YEARS, page.bottom - YEARS
    every = math.ceil(LABEL_ROOM / scale)
    for year in range(first, last + 2):
        x = left + (year - first) * scale
        page.axes.plot([x, x], [top, bottom], color=RULE, linewidth=0.5, zorder=0.4)
        if year <= last and (year - first) % every == 0:
            for y in (page.top, bottom + 2):
                page.write(x + scale / 2, y, [str(year)], SIZE_NOTE, MUTED, align="center")

    def place(date: str) -> float:
        """Where a date stands: inside the column of its year, even at its very end."""
        column = left + (int(date[:4]) - first) * scale
        return min(left + (_ends(date) - first) * scale, column + scale - MARKER_SIZE * 0.7)

    y = top
    for line in _lines(promises):
        promise = line.promise
        if line.opens_group:
            page.axes.fill_between(
                [MARGIN, WIDTH - MARGIN], y + 1, y + BAND - 1, color=GREY_TINT, linewidth=0
            )
            label = view.labels.group(promise.group, view.lang)
            page.write(MARGIN + 3, y + (BAND - text_width.height(1, SIZE_BODY)) / 2, [label], SIZE_BODY)
            y += BAND
        elif line.opens:
            page.rule(y)
        if line.opens:
            promise.what.put(page, MARGIN, y + PAD)
        promise.who.put(page, MARGIN + WHAT, y + PAD)
        promise.value.put(page, right + GAP, y + PAD)
        _draw_line(page, promise, place, y + PAD + text_width.height(1, SIZE_BODY) / 2)
        y += line.height


def _draw_line(page: Page, promise: Promise, place: Callable[[str], float], y: float) -> None:
    cell = promise.cell
    color = ALERT if cell.status is Status.CONFLICTING else ACCENT
    end = place(cell.deadline)
    if promise.plan.issued:
        start = place(promise.plan.issued)
        page.axes.plot([start, end], [y, y], color=color, linewidth=0.9, zorder=2)
        page.axes.plot([start, start], [y - 2, y + 2], color=color, linewidth=0.9, zorder=2)
    steps = [place(step.deadline) for step in cell.path]
    page.axes.plot(
        steps, [y] * len(steps), linestyle="none", marker="o", markersize=2.6, color=FAINT, zorder=3
    )
    draw_marker(page.axes, end, y, _marker(cell), color, MARKER_SIZE, cell.status is Status.DERIVED)


def _marker(cell: Cell) -> Comparator:
    """The marker of a cell on an axis of time, where a range of values has no extent."""
    return Comparator.EQ if cell.comparator in (None, Comparator.RANGE) else cell.comparator
