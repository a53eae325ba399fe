"""When the values that each plan asks for fall due: plans by year, the number of values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from compare.figures.content.cell_text import Cell, text_of
from compare.figures.content.plans_shown import PlanNote
from compare.figures.content.selection import View, by_group, cells_behind, is_asked
from compare.figures.drawing import heatmap
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.heat_chart import HeatMap, heads_of, plan_columns
from compare.figures.drawing.page.frame import named, titled
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "deadlines"
TABLES = ("comparison", "plans")

WIDEST = 40.0
ROOMY = 12
ROW, DENSE_ROW = 16.0, 10.8


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Pages of plans by year; none where no value has a deadline."""
    view = View.of(tables["comparison"], tables["plans"], labels, lang)
    rows = [code for codes in by_group(view).values() for code in codes if is_asked(view.rows[code])]
    cells = [cell for cell in view.about(rows) if cell.values]
    if not any(cell.deadline for cell in cells):
        return ()
    stating = {cell.plan_id for cell in cells}
    shown = [plan for plan in view.plans if plan.plan_id in stating]
    most = _page(view, cells, shown, 1, 9).fitting(labels, lang)
    parts = [shown[start : start + most] for start in range(0, len(shown), most)]
    return tuple(
        _page(view, cells, plans, number, len(parts)).draw(labels, lang)
        for number, plans in enumerate(parts, 1)
    )


def _page(view: View, cells: Sequence[Cell], plans: Sequence[PlanNote], number: int, count: int) -> HeatMap:
    years = sorted({cell.deadline[:4] for cell in cells if cell.deadline})
    years = [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]
    dated = [cell.deadline[:4] for cell in cells if cell.deadline]
    title = headlines.of_deadlines(dated, len(cells) - len(dated), view.labels, view.lang)
    names = {plan.plan_id for plan in plans}
    rows = plan_columns(plans, view.labels, view.lang)
    row = ROW if len(view.plans) <= ROOMY else DENSE_ROW
    return HeatMap(
        name=named(NAME, number, count),
        title=titled(title or view.word("figures.deadlines_title"), number, count, view.labels, view.lang),
        subtitle=view.word("figures.deadlines_scope"),
        notes=(" ".join(filter(None, (view.word("figures.deadlines_note"), _undated(view, cells)))),),
        plans=plans,
        grid=heatmap.Grid(
            rows=rows,
            columns=tuple(heatmap.Column(year) for year in [*years, view.word("figures.deadlines_none")]),
            cells=_counted(cells, plans, years),
            heads=heads_of(rows, row),
            row=row,
            widest=WIDEST,
        ),
        data=cells_behind(view, [(cell.plan_id, cell.row) for cell in cells if cell.plan_id in names]),
    )


def _undated(view: View, cells: Sequence[Cell]) -> str:
    """What the values without a deadline are, most frequent first: ``Standard 12, Target 5``."""
    without = {(cell.plan_id, cell.row) for cell in cells if not cell.deadline}
    keys = zip(view.table["plan_id"], view.table["row_id"], view.table["kind"], strict=True)
    kinds = Counter(text_of(kind) for plan_id, row, kind in keys if (plan_id, row) in without)
    names = ((view.labels.of("kinds", kind, view.lang), count) for kind, count in kinds.items() if kind)
    falling = sorted(names, key=lambda item: (-item[1], item[0]))
    listed = view.word("figures.list_separator").join(f"{name} {count}" for name, count in falling)
    return view.word("figures.deadlines_undated", kinds=listed) if listed else ""


def _counted(
    cells: Sequence[Cell], plans: Sequence[PlanNote], years: Sequence[str]
) -> dict[tuple[int, int], heatmap.Cell]:
    """Tinted by the share of the plan's values, so that long and short plans can be compared."""
    columns = {year: place for place, year in enumerate([*years, ""])}
    counts = Counter((cell.plan_id, cell.deadline[:4]) for cell in cells)
    totals = Counter(cell.plan_id for cell in cells)
    rows = {plan.plan_id: place for place, plan in enumerate(plans)}
    return {
        (rows[plan_id], columns[year]): heatmap.Cell(number / totals[plan_id], str(number))
        for (plan_id, year), number in counts.items()
        if plan_id in rows
    }
