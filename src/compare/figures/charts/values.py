"""Values side by side: a plot for each row of the comparison that at least two plans state.

Of few plans each has its line, with its value, bound and deadline; of many the plots count plans by level,
or by province.
Every plot has its own axis and unit; two scopes share one only where the codebook says that they are the
same measure. What is not a value has no place on an axis: its mark stands in the column to the right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import Cell, amount, sentence, step_amount, unit_text
from compare.figures.content.plans_shown import LEVELS, source_line
from compare.figures.content.selection import View, cells_behind, is_asked, row_note, row_text, scope_text
from compare.figures.content.value_panels import Panel, is_simple, panels_of
from compare.figures.drawing.axis import bare, set_scale, spans_decades
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.counted import draw_counted
from compare.figures.drawing.marks import draw_status, draw_value
from compare.figures.drawing.page.frame import Key, Page, Surround, named, page_later, surround, titled
from compare.figures.drawing.page.panels import Name, PanelRow, draw_panel_row, make_panel_rows, paginate
from compare.figures.drawing.style import MAX_HEIGHT, style
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.model import Comparator, Status
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "values"
TABLES = ("comparison", "plans", "statements")

ACROSS = 3
#: More plans than this have no line each: they are counted by level or province.
NAMED = 8
WORDS = 56.0
COUNTED_ACROSS = 3
COUNTED_WORDS = 22.0
INDENT = 11.0
FOOT = 13.0
SWATCH = 8.0
# Units short enough to stand behind every value; others are named above the axis.
SIGNS = ("%", "‰")


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Charts that each fit a page; none where no row is stated by two plans.

    Rows stand in the order of the codebook; those that one plan alone states are counted in a note.
    """
    view = View.of(tables["comparison"], tables["plans"], labels, lang, tables["statements"])
    panels = panels_of(view)
    if not panels:
        return ()
    with style():
        sheet = _Sheet(view, panels)
        draft = sheet.surround(panels, 1, 9)
        parts = paginate(sheet.panel_rows(), MAX_HEIGHT - draft.above - draft.below)
        return tuple(sheet.chart(part, number, len(parts)) for number, part in enumerate(parts, 1))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All panels of a figure, and how they are laid out."""

    view: View
    panels: Sequence[Panel]

    @property
    def counted(self) -> bool:
        return len(self.view.plans) > NAMED

    @property
    def groups(self) -> list[str]:
        group_of = self.view.labels.group_of
        return list(dict.fromkeys(group_of.get(panel.row.indicator, "") for panel in self.panels))

    def panel_rows(self) -> list[PanelRow[Panel]]:
        view = self.view
        if self.counted:
            return make_panel_rows(
                self.panels,
                self._kinds(),
                head=self._head,
                words=self._how_many,
                across=COUNTED_ACROSS,
                words_width=COUNTED_WORDS,
                foot=FOOT,
            )
        return make_panel_rows(
            self.panels,
            [Name(plan.plan_id, plan.name) for plan in view.plans],
            head=self._head,
            words=lambda panel, plan_id: _words(view, panel, plan_id),
            across=ACROSS,
            words_width=WORDS,
            foot=FOOT,
        )

    @property
    def kind_of(self) -> dict[str, str]:
        """What each plan is counted under: its level; its province where all plans are of one level."""
        levels = {plan.level for plan in self.view.plans}
        return {plan.plan_id: plan.level if len(levels) > 1 else plan.group for plan in self.view.plans}

    def _kinds(self) -> list[Name]:
        """Levels from the top down, provinces in the order of the plans."""
        found = Counter(self.kind_of.values())
        order = [level for level in LEVELS if found[level]]
        order += [kind for kind in found if kind and kind not in LEVELS] + [""] * bool(found[""])
        return [Name(kind, self._kind(kind), f"{found[kind]}") for kind in order]

    def _kind(self, kind: str) -> str:
        if kind in LEVELS:
            return self.view.labels.of("levels", kind, self.view.lang)
        return kind or self.view.word("figures.level_unknown")

    def _head(self, panel: Panel, width: float) -> Writing:
        """The indicator; in small type its scope and its unit."""
        view = self.view
        unit = view.labels.unit(panel.unit, view.lang)
        parts = (
            row_note(panel.row, view.labels, view.lang),
            "" if unit in SIGNS else unit,
            view.word("figures.log_scale") if spans_decades(panel.on_axis()) else "",
        )
        note = " · ".join(filter(None, parts))
        return write_down(width, view.labels.indicator(panel.row.indicator, view.lang), note=note)

    def _how_many(self, panel: Panel, kind: str) -> Writing:
        """How many plans of a level or province have a value on the axis."""
        count = sum(panel.drawn(plan_id) for plan_id, own in self.kind_of.items() if own == kind)
        return Writing(note=(str(count),))

    def surround(self, panels: Sequence[Panel], number: int, count: int) -> Surround:
        view, groups = self.view, self.groups
        one = groups[0] if len(groups) == 1 else ""
        title = (
            headlines.of_group(view.table, one, view.labels, view.lang)
            if one
            else headlines.of_shared(view.table, view.labels, view.lang)
        )
        cells = [cell for panel in panels for cell in panel.cells.values()]
        subject = view.labels.group(one, view.lang) if one else view.word("figures.all_indicators")
        title = title or view.word("figures.values_title", subject=subject)
        caption = Caption(
            title=titled(title, number, count, view.labels, view.lang),
            subtitle=view.word(
                "figures.values_counted" if self.counted else "figures.values_scope", subject=subject
            ),
            notes=(" ".join(self._notes(cells)),),
            source=source_line(view.plans, view.labels, view.lang),
            alt=view.word("figures.dots_alt", title=title, indicators=" ".join(map(self._in_words, panels))),
        )
        return surround(caption, self._key(cells), view.labels, view.lang)

    def _key(self, cells: Sequence[Cell]) -> Key:
        if not self.counted:
            return Key.of(cells)
        return Key(Key.of(cell for cell in cells if is_simple(cell)).comparators, ())

    def _notes(self, cells: Sequence[Cell]) -> list[str]:
        notes = [self.view.word("figures.not_zero")]
        if not self.counted:
            notes.append(self.view.word("figures.deadline_note"))
            if any(cell.path for cell in cells):
                notes.append(self.view.word("figures.path_note"))
        elif left_out := sum(bool(cell.values) and not is_simple(cell) for cell in cells):
            notes.append(self.view.word("figures.values_not_simple", count=left_out))
        shown = {cell.row for panel in self.panels for cell in panel.cells.values()}
        alone = sum(row.plans == 1 and row.id not in shown for row in self.view.rows.values())
        if alone:
            notes.append(self.view.word("figures.single_note", count=alone))
        if not all(is_asked(panel.row) for panel in self.panels):
            notes.append(self.view.word("figures.named_uncounted"))
        return notes

    def _in_words(self, panel: Panel) -> str:
        """A row as the alternative text tells it: every plan's value or status; of many how many have one."""
        view = self.view
        indicator = row_text(panel.row, view.labels, view.lang)
        if self.counted:
            count = view.word("figures.values_stating", count=len(panel.stating), plans=len(view.plans))
            return view.word("figures.alt_indicator", indicator=indicator, values=count)
        names = {plan.plan_id: plan.name for plan in view.plans}
        values = [
            view.word(
                "figures.alt_value", plan=names[cell.plan_id], value=sentence(cell, view.labels, view.lang)
            )
            for cell in panel.cells.values()
        ]
        listed = view.word("figures.source_separator").join(values)
        return view.word("figures.alt_indicator", indicator=indicator, values=listed)

    def chart(self, rows: Sequence[PanelRow[Panel]], number: int, count: int) -> Chart:
        panels = [panel for row in rows for panel in row.panels]
        drawn = [(cell.plan_id, cell.row) for panel in panels for cell in panel.cells.values()]
        counted = self.kind_of if self.counted else None
        return page_later(
            named(NAME, number, count),
            self.surround(panels, number, count),
            sum(row.height for row in rows),
            cells_behind(self.view, drawn),
            (rows, counted),
            lambda page: _draw_rows(page, rows, counted),
        )


def _draw_rows(page: Page, rows: Sequence[PanelRow[Panel]], counted: Mapping[str, str] | None) -> None:
    """With the values of each plan, or with how many are ``counted`` under its level or province."""
    y = page.top
    for row in rows:
        first = draw_panel_row(page, row, y, INDENT if counted is None else 0.0)
        for index in range(len(row.panels)):
            if counted is None:
                _draw_values(page, row, index, first)
            else:
                _draw_counts(page, row, index, first, counted)
        y += row.height


def _words(view: View, panel: Panel, plan_id: str) -> Writing:
    """What stands beside the axis: the value in figures with its deadline; beside the mark of a cell without
    one only that the plan has values at other scopes."""
    cell = panel.cells.get(plan_id)
    width = WORDS - INDENT
    if cell is None:
        return Writing()
    if not cell.values:
        return Writing(note=(view.word("figures.other_scopes") if cell.elsewhere else "",))
    unit = unit_text(cell, view.labels, view.lang)
    scope = "" if cell.row == panel.row.id else scope_text(view.rows[cell.row], view.labels, view.lang)
    path = " → ".join(f"{step.deadline}: {step_amount(step, view.labels)}" for step in cell.path)
    note = "\n".join(filter(None, (scope, path)))
    named_here = unit in SIGNS or cell.unit != panel.unit
    return write_down(width, amount(cell, view.labels), unit if named_here else "", cell.deadline, note)


def _draw_values(page: Page, row: PanelRow[Panel], index: int, top: float) -> None:
    """The values of each plan on its line, and the marks of those that have none beside the axis."""
    panel = row.panels[index]
    axes = page.data_axes(row.left(index), top, row.axis_width, row.lines_height)
    axes.set_ylim(row.lines_height, 0)
    set_scale(axes, panel.on_axis(), panel.unit == "%", row.axis_width)
    bare(axes)
    y = 0.0
    for line in row.lines:
        middle = y + line.height / 2
        cell = panel.cells.get(line.key)
        if cell and cell.values:
            draw_value(axes, cell, middle)
        if cell and cell.status is not Status.STATED:
            box = (row.words_left(index), top + middle - SWATCH / 2, SWATCH, SWATCH)
            draw_status(page.axes, box, cell.status)
        y += line.height


def _draw_counts(
    page: Page, row: PanelRow[Panel], index: int, top: float, kind_of: Mapping[str, str]
) -> None:
    """How many plans of each level or province have which value."""
    panel = row.panels[index]
    axes = page.data_axes(row.left(index), top, row.axis_width, row.lines_height)
    cells = [cell for cell in panel.stating if is_simple(cell)]
    set_scale(axes, [cell.values[0] for cell in cells or panel.stating], panel.unit == "%", row.axis_width)
    middles, y = {}, 0.0
    for line in row.lines:
        middles[line.key] = y + line.height / 2
        y += line.height
    places = Counter(
        (cell.values[0], middles[kind_of[cell.plan_id]], cell.comparator or Comparator.EQ) for cell in cells
    )
    draw_counted(axes, places, len(kind_of))
    axes.set_ylim(y, 0)
    bare(axes)
