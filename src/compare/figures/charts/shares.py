"""Which share each plan asks for, of whom: the rows in per cent of indicators that several plans state.

Only lower bounds and plain values stand here, so that a darker cell always asks for more; what already is,
is not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import pandas as pd

from compare.figures.content.cell_text import Cell, amount
from compare.figures.content.plans_shown import PlanNote
from compare.figures.content.selection import View, by_group, cells_behind, is_asked, row_note, scope_text
from compare.figures.drawing import heatmap
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.heat_chart import PLANS_AS_COLUMNS, HeatMap, plan_columns, turned
from compare.figures.drawing.page.frame import named, titled
from compare.model import CAPS, Status
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "shares"
TABLES = ("comparison", "plans", "statements")

HEADS = 212.0
ROW = 12.5
# Columns on a page; fewer than FEWEST rows are no figure.
ACROSS = 44
FEWEST = 2
T = TypeVar("T")
NOT_EQUAL = "≠"


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Pages of rows by plan; none where fewer than two rows in per cent can be set side by side."""
    view = View.of(tables["comparison"], tables["plans"], labels, lang, tables["statements"])
    rows = _rows(view)
    stating = {cell.plan_id for code in rows for cell in view.about([code]) if cell.values}
    if len(rows) < FEWEST or len(stating) < 2:
        return ()
    parts = _parts(view, rows)
    title = _title(view, rows)
    return tuple(
        _page(view, codes, part, titled(title, number, len(parts), labels, lang), number, len(parts)).draw(
            labels, lang
        )
        for number, (part, codes) in enumerate(parts, 1)
    )


def _parts(view: View, rows: Sequence[str]) -> list[tuple[Sequence[PlanNote], Sequence[str]]]:
    """The plans and rows of each page; many plans stand one below the other, few side by side."""
    if len(view.plans) > PLANS_AS_COLUMNS:
        most = _page(view, rows[:ACROSS], view.plans, "", 1, 9).fitting(view.labels, view.lang)
        return [(plans, codes) for codes in _cut(rows, ACROSS) for plans in _cut(view.plans, most)]
    most = _page(view, rows, view.plans, "", 1, 9).fitting(view.labels, view.lang)
    return [(view.plans, codes) for codes in _cut(rows, most)]


def _cut(whole: Sequence[T], most: int) -> list[Sequence[T]]:
    return [whole[start : start + most] for start in range(0, len(whole), most)]


def _rows(view: View) -> list[str]:
    """Rows in per cent that are asked for, all of whose values are plain or lower bounds, of indicators that
    two plans state."""
    found = []
    stating: dict[str, set[str]] = {}
    for code in (code for codes in by_group(view).values() for code in codes):
        cells = [cell for cell in view.about([code]) if cell.values]
        lower = all(cell.unit == "%" and cell.comparator not in CAPS for cell in cells)
        if lower and is_asked(view.rows[code]):
            found.append(code)
            for cell in cells:
                stating.setdefault(view.rows[code].indicator, set()).add(cell.plan_id)
    return [code for code in found if len(stating.get(view.rows[code].indicator, ())) > 1]


def _title(view: View, rows: Sequence[str]) -> str:
    values = [cell.values[0] for code in rows for cell in view.about([code]) if cell.values]
    return headlines.of_shares(values, view.labels, view.lang) or view.word("figures.shares_title")


def _page(
    view: View, rows: Sequence[str], plans: Sequence[PlanNote], title: str, number: int, count: int
) -> HeatMap:
    drawn = [(plan.plan_id, code) for code in rows for plan in plans]
    many = len(view.plans) > PLANS_AS_COLUMNS
    grid = heatmap.Grid(
        rows=tuple(_names(view, rows, repeat=many)),
        columns=plan_columns(plans, view.labels, view.lang),
        cells=_cells(view, rows, plans),
        heads=HEADS,
        row=ROW,
    )
    return HeatMap(
        name=named(NAME, number, count),
        title=title,
        subtitle=view.word("figures.shares_scope"),
        notes=(view.word("figures.not_zero"), view.word("figures.shares_note")),
        plans=plans,
        grid=turned(grid) if many else grid,
        data=cells_behind(view, drawn),
    )


def _names(view: View, rows: Sequence[str], repeat: bool) -> Iterator[heatmap.Column]:
    """The indicator once, or with each of its scopes, and behind it or below it its scopes."""
    last = ""
    for row in (view.rows[code] for code in rows):
        if repeat or row.indicator != last:
            name = view.labels.indicator(row.indicator, view.lang)
            yield heatmap.Column(name, row_note(row, view.labels, view.lang))
        else:
            yield heatmap.Column("", scope_text(row, view.labels, view.lang))
        last = row.indicator


def _cells(view: View, rows: Sequence[str], plans: Sequence[PlanNote]) -> dict[tuple[int, int], heatmap.Cell]:
    found = {}
    for row, code in enumerate(rows):
        for column, plan in enumerate(plans):
            if cell := view.cells.get((plan.plan_id, code)):
                found[row, column] = _cell(cell, view)
    return found


def _cell(cell: Cell, view: View) -> heatmap.Cell:
    if not cell.values:
        return heatmap.Cell(0, "", status=cell.status)
    due = f" ({cell.deadline[:4]})" if cell.deadline else ""
    text, marked = amount(cell, view.labels), cell.status is not Status.STATED
    short = NOT_EQUAL if cell.status is Status.CONFLICTING else text
    return heatmap.Cell(cell.values[0] / 100, f"{text}{due}", marked, short=short)
