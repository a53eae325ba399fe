"""Dot plots, one for each indicator at a scope: how high, how strictly, by when, and who says nothing.

Every plot has its own axis with its own unit; two scopes share one only where the codebook says that they
are the same measure. Plans stand in the same order in all of them.
What is not a value has no place on an axis: it is written in the column to its right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import (
    Cell,
    amount,
    deadline_text,
    sentence,
    step_amount,
    unit_text,
)
from compare.figures.content.plans_shown import source_line
from compare.figures.content.selection import (
    GENERAL,
    View,
    by_group,
    cells_behind,
    groups_named,
    row_note,
    row_text,
    scope_text,
)
from compare.figures.drawing import text_width
from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import Key, Page, Surround, open_page, surround
from compare.figures.drawing.marks import draw_status, draw_value
from compare.figures.drawing.panels import Name, Strip, draw_strip, make_strips, paginate
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import MAX_HEIGHT, SIZE_NOTE, style
from compare.model import Status
from compare.tables.comparing.compared_rows import Row
from compare.tables.labels import Labels, Lang

NAME = "dots"
ACROSS = 2
WORDS = 92.0
INDENT = 12.0
AXIS_FOOT = 24.0
SWATCH = 8.0
# Units short enough to stand behind every value; others are named on the axis.
SIGNS = ("%", "‰")


def draw(
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    rows: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> Chart:
    """The plots of ``rows`` (all of the indicators that two plans state), as one chart as tall as it needs
    to be."""
    view = View.of(comparison, plans, labels, lang, statements)
    if rows is None:
        rows = [code for codes in by_group(view, plans=2).values() for code in codes]
    return _charts(view, NAME, rows, 0, float("inf"))[0]


def pages(
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    groups: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> tuple[Chart, ...]:
    """Charts that each fit a page: for every group the indicators that at least two plans state, with
    their further scopes.

    A group in which no indicator is stated twice is drawn with those stated once.
    """
    view = View.of(comparison, plans, labels, lang, statements)
    all_codes = by_group(view, groups)
    shared = by_group(view, groups, plans=2)
    charts: list[Chart] = []
    for group, codes in all_codes.items():
        drawn = shared.get(group, codes)
        left_out = {view.rows[code].indicator for code in set(codes) - set(drawn)}
        charts += _charts(view, f"{NAME}-{group}", drawn, len(left_out), MAX_HEIGHT)
    return tuple(charts)


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot: the row it is named after, the unit of its axis, and the cell of each plan."""

    row: Row
    unit: str
    cells: dict[str, Cell]

    def drawn(self, plan_id: str) -> bool:
        """Whether the cell of a plan has a place on this axis."""
        cell = self.cells.get(plan_id)
        return cell is not None and bool(cell.values)


def _charts(view: View, name: str, codes: Sequence[str], left_out: int, height: float) -> list[Chart]:
    with style():
        everything = [(plan.plan_id, code) for code in codes for plan in view.plans]
        draft = _surround(view, everything, left_out)
        parts = paginate(_strips(view, codes), height - draft.above - draft.below)
        return [_chart(view, name, part, left_out, i, len(parts)) for i, part in enumerate(parts, 1)]


def _chart(
    view: View, name: str, strips: Sequence[Strip[Panel]], left_out: int, number: int, count: int
) -> Chart:
    drawn = [
        (row.key, panel.cells[row.key].row)
        for strip in strips
        for panel in strip.panels
        for row in strip.rows
        if row.key in panel.cells
    ]
    shown = view.only(plan_id for plan_id, _ in drawn)
    around = _surround(shown, drawn, left_out, number, count)
    body = sum(strip.height for strip in strips)
    page = open_page(name if count == 1 else f"{name}-{number}", around, body, cells_behind(shown, drawn))
    y = page.top
    for strip in strips:
        _draw_strip(page, strip, y, view)
        y += strip.height
    return page.chart


def _surround(
    view: View, drawn: Sequence[tuple[str, str]], left_out: int, number: int = 1, count: int = 1
) -> Surround:
    cells = view.cells_of(drawn)
    codes = list(dict.fromkeys(code for _, code in drawn))
    title = view.word("figures.dots_title", subject=_subject(view, codes))
    if count > 1:
        title += view.word("figures.page", page=number, pages=count)
    notes = [view.word("figures.not_zero"), view.word("figures.deadline_note")]
    if any(cell.path for cell in cells):
        notes.append(view.word("figures.path_note"))
    if left_out:
        notes.append(view.word("figures.single_note", count=left_out))
    alt_parts = " ".join(_in_words(view, [cell for cell in cells if cell.row == code]) for code in codes)
    caption = Caption(
        title=title,
        subtitle=view.word("figures.scope_unless_said", scope=view.labels.scope(GENERAL, view.lang)),
        notes=(" ".join(notes),),
        source=source_line(view.plans, view.labels, view.lang),
        alt=view.word("figures.dots_alt", title=title, indicators=alt_parts),
    )
    return surround(caption, Key.of(cells), view.labels, view.lang)


def _subject(view: View, codes: Sequence[str]) -> str:
    if len(codes) == 1:
        return row_text(view.rows[codes[0]], view.labels, view.lang)
    return groups_named(codes, view)


def _in_words(view: View, cells: Sequence[Cell]) -> str:
    """A row as the alternative text tells it: every plan's value or status."""
    names = {plan.plan_id: plan.name for plan in view.plans}
    values = [
        view.word("figures.alt_value", plan=names[cell.plan_id], value=sentence(cell, view.labels, view.lang))
        for cell in cells
    ]
    listed = view.word("figures.source_separator").join(values)
    indicator = row_text(view.rows[cells[0].row], view.labels, view.lang) if cells else ""
    return view.word("figures.alt_indicator", indicator=indicator, values=listed)


def _strips(view: View, codes: Sequence[str]) -> list[Strip[Panel]]:
    return make_strips(
        _panels(view, codes),
        [Name(plan.plan_id, plan.name, plan.year) for plan in view.plans],
        head=lambda panel, width: _head(view, panel, width),
        words=lambda panel, plan_id: _words(view, panel, plan_id),
        across=ACROSS,
        words_width=WORDS,
        foot=AXIS_FOOT,
    )


def _panels(view: View, codes: Sequence[str]) -> list[Panel]:
    """One panel for each axis. Rows that may share one do so, unless a plan gives values in two of them."""
    of_axis: dict[str, list[str]] = {}
    for code in codes:
        of_axis.setdefault(view.rows[code].axis, []).append(code)
    return [
        _panel(view, part)
        for rows in of_axis.values()
        for part in ([rows] if _one_each(view, rows) else [[code] for code in rows])
    ]


def _one_each(view: View, rows: Sequence[str]) -> bool:
    """Whether every plan has at most one value in these rows."""
    stating = Counter(cell.plan_id for cell in view.about(rows) if cell.values)
    return all(count == 1 for count in stating.values())


def _panel(view: View, rows: Sequence[str]) -> Panel:
    cells: dict[str, Cell] = {}
    for cell in view.about(rows):
        if cell.values or cell.plan_id not in cells:
            cells[cell.plan_id] = cell
    unit, _ = Counter(cell.unit for cell in cells.values() if cell.values).most_common(1)[0]
    return Panel(view.rows[rows[0]], unit, cells)


def _head(view: View, panel: Panel, width: float) -> Writing:
    note = row_note(panel.row, view.labels, view.lang)
    return write_down(width, view.labels.indicator(panel.row.indicator, view.lang), note=note)


def _words(view: View, panel: Panel, plan_id: str) -> Writing:
    """What stands beside the axis: the value in figures with its deadline, or why there is none."""
    cell = panel.cells.get(plan_id)
    width = WORDS - INDENT
    if cell is None:
        return Writing()
    if not cell.values:
        reason = view.labels.status(cell.status, view.lang)
        if cell.elsewhere:
            reason = view.word("figures.status_elsewhere", status=reason)
        return Writing(note=tuple(text_width.wrap(reason, SIZE_NOTE, width)))
    unit = unit_text(cell, view.labels, view.lang)
    deadline = deadline_text(cell.deadline, view.labels, view.lang)
    value = amount(cell, view.labels)
    scope = "" if cell.row == panel.row.id else scope_text(view.rows[cell.row], view.labels, view.lang)
    path = " → ".join(f"{step.deadline}: {step_amount(step, view.labels)}" for step in cell.path)
    note = "\n".join(filter(None, (scope, path)))
    named = unit in SIGNS or cell.unit != panel.unit
    return write_down(width, value, unit if named else "", deadline, note)


def _draw_strip(page: Page, strip: Strip[Panel], top: float, view: View) -> None:
    first = draw_strip(page, strip, top, INDENT)
    for index, panel in enumerate(strip.panels):
        y = first
        for row in strip.rows:
            cell = panel.cells.get(row.key)
            if cell and cell.status is not Status.STATED:
                middle = y + row.height / 2
                draw_status(
                    page.axes, (strip.words_left(index), middle - SWATCH / 2, SWATCH, SWATCH), cell.status
                )
            y += row.height
        _draw_axis(page, strip, index, first, view)


def _draw_axis(page: Page, strip: Strip[Panel], index: int, top: float, view: View) -> None:
    panel = strip.panels[index]
    axes = page.data_axes(strip.left(index), top, strip.axis_width, strip.rows_height)
    axes.set_ylim(strip.rows_height, 0)
    drawn = [cell for plan_id, cell in panel.cells.items() if panel.drawn(plan_id)]
    values = [v for cell in drawn for v in (*cell.values, *(e for s in cell.path for e in (s.low, s.high)))]
    logarithmic = set_scale(axes, values, panel.unit == "%", strip.axis_width)
    unit = view.labels.unit(panel.unit, view.lang)
    axes.set_xlabel(view.word("figures.log_axis", unit=unit) if logarithmic else unit, labelpad=1.5)
    bare(axes)
    y = 0.0
    for row in strip.rows:
        if panel.drawn(row.key):
            draw_value(axes, panel.cells[row.key], y + row.height / 2)
        y += row.height
