"""Dot plots, one for each indicator: how high, how strictly, by when, and who says nothing.

Every plot has its own axis with its own unit. Plans stand in the same order in all of them.
What is not a value has no place on an axis: it is written in the column to its right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import Cell, Step, amount, deadline_text, sentence, unit_text
from compare.figures.content.plans_shown import source_line
from compare.figures.content.selection import View, by_group, common_scope, groups_named, rows_behind
from compare.figures.drawing import text_width
from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import GENERAL, Key, Page, Surround, open_page, surround
from compare.figures.drawing.marks import draw_status, draw_value
from compare.figures.drawing.panels import Name, Strip, draw_strip, make_strips, paginate
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import MAX_HEIGHT, SIZE_NOTE, style
from compare.model import Status
from compare.tables.comparing.same_units import measure
from compare.tables.labels import Labels, Lang, format_number

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
    indicators: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> Chart:
    """The plots of ``indicators`` (all that two plans state), as one chart as tall as it needs to be."""
    view = View.of(comparison, plans, labels, lang, statements)
    if indicators is None:
        shared = by_group(view.cells.values(), labels, plans=2)
        indicators = [code for codes in shared.values() for code in codes]
    return _charts(view, NAME, indicators, 0, float("inf"))[0]


def pages(
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    groups: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> tuple[Chart, ...]:
    """Charts that each fit a page: for every group the indicators that at least two plans state.

    A group in which no indicator is stated twice is drawn with those stated once.
    """
    view = View.of(comparison, plans, labels, lang, statements)
    all_codes = by_group(view.cells.values(), labels, groups)
    shared = by_group(view.cells.values(), labels, groups, plans=2)
    charts: list[Chart] = []
    for group, codes in all_codes.items():
        drawn = shared.get(group, codes)
        charts += _charts(view, f"{NAME}-{group}", drawn, len(codes) - len(drawn), MAX_HEIGHT)
    return tuple(charts)


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot: an indicator in one unit, its cells by plan, and the scope most of them have."""

    code: str
    unit: str
    scope: str
    cells: dict[str, Cell]

    def drawn(self, plan_id: str) -> bool:
        """Whether the cell of a plan has a place on this axis."""
        cell = self.cells.get(plan_id)
        return cell is not None and bool(cell.values) and measure(cell.unit) == measure(self.unit)


def _charts(view: View, name: str, codes: Sequence[str], left_out: int, height: float) -> list[Chart]:
    with style():
        everything = [(plan.plan_id, code) for code in codes for plan in view.plans]
        draft = _surround(view, everything, left_out)
        parts = paginate(_strips(view, codes), height - draft.above - draft.below)
        return [_chart(view, name, part, left_out, i, len(parts)) for i, part in enumerate(parts, 1)]


def _chart(
    view: View, name: str, strips: Sequence[Strip[Panel]], left_out: int, number: int, count: int
) -> Chart:
    drawn = [(row.key, panel.code) for strip in strips for panel in strip.panels for row in strip.rows]
    shown = view.only(plan_id for plan_id, _ in drawn)
    around = _surround(shown, drawn, left_out, number, count)
    body = sum(strip.height for strip in strips)
    page = open_page(name if count == 1 else f"{name}-{number}", around, body, rows_behind(shown, drawn))
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
    spoken = " ".join(_in_words(view, [cell for cell in cells if cell.indicator == code]) for code in codes)
    caption = Caption(
        title=title,
        subtitle=view.word("figures.scope_unless_said", scope=view.labels.scope(GENERAL, view.lang)),
        notes=(" ".join(notes),),
        source=source_line(view.plans, view.labels, view.lang),
        alt=view.word("figures.dots_alt", title=title, indicators=spoken),
    )
    return surround(caption, Key.of(cells), view.labels, view.lang)


def _subject(view: View, codes: Sequence[str]) -> str:
    if len(codes) == 1:
        return view.labels.indicator(codes[0], view.lang)
    return groups_named(codes, view)


def _in_words(view: View, cells: Sequence[Cell]) -> str:
    """An indicator as the alternative text tells it: every plan's value or status."""
    names = {plan.plan_id: plan.name for plan in view.plans}
    values = [
        view.word("figures.alt_value", plan=names[cell.plan_id], value=sentence(cell, view.labels, view.lang))
        for cell in cells
    ]
    listed = view.word("figures.source_separator").join(values)
    indicator = view.labels.indicator(cells[0].indicator, view.lang) if cells else ""
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
    """One panel per indicator and measure: unlike units never share an axis, 3所 and 3家 always do."""
    panels: list[Panel] = []
    for code in codes:
        cells = {cell.plan_id: cell for cell in view.about([code])}
        found: dict[str, list[Cell]] = {}
        for cell in cells.values():
            if cell.values:
                found.setdefault(measure(cell.unit), []).append(cell)
        for alike in found.values():
            unit, _ = Counter(cell.unit for cell in alike).most_common(1)[0]
            panels.append(Panel(code, unit, common_scope(alike), cells))
    return panels


def _head(view: View, panel: Panel, width: float) -> Writing:
    scope = "" if panel.scope == GENERAL else view.labels.scope(panel.scope, view.lang)
    return write_down(width, view.labels.indicator(panel.code, view.lang), note=scope)


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
    if not panel.drawn(plan_id):
        return write_down(width, value, unit, deadline, view.word("figures.other_unit"))
    scope = "" if cell.scope == panel.scope else view.labels.scope(cell.scope, view.lang)
    path = " → ".join(f"{step.deadline}: {_step_value(step)}" for step in cell.path)
    note = "\n".join(filter(None, (scope, path)))
    named = unit in SIGNS or cell.unit != panel.unit
    return write_down(width, value, unit if named else "", deadline, note)


def _step_value(step: Step) -> str:
    return "–".join(format_number(value) for value in dict.fromkeys((step.low, step.high)))


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
