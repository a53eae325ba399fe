"""Which departments the plans name for their tasks: a heat map of functions by plans.

The tint is the share of a plan's tasks that name the department, so that long and short plans can
be compared; the number is how many, and how many of them it leads. A task is a passage that
names at least one department.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from compare.figures.content.plans_shown import PlanNote
from compare.figures.content.task_counts import Counts, count_tasks
from compare.figures.drawing import heatmap
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.heat_chart import HeatMap, plan_columns
from compare.figures.drawing.page.frame import named, titled
from compare.figures.drawing.style import SIZE_BODY
from compare.figures.drawing.text import measuring
from compare.model import Status
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "responsibilities"
TABLES = ("responsibilities", "plans")

HEADS = 150.0
ROW = 14.0
MOST_DEPARTMENTS = 30
ACROSS = 24


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """The most widely named departments by plan; plans that name none are left out."""
    counts = count_tasks(tables["responsibilities"], tables["plans"], labels, lang, MOST_DEPARTMENTS)
    if not counts.plans:
        return ()
    parts = [counts.plans[start : start + ACROSS] for start in range(0, len(counts.plans), ACROSS)]
    fitting = min(_page(counts, part, 1, 9, labels, lang).fitting(labels, lang) for part in parts)
    shown = counts.first(fitting)
    return tuple(
        _page(shown, part, number, len(parts), labels, lang).draw(labels, lang)
        for number, part in enumerate(parts, 1)
    )


def _page(
    counts: Counts, plans: Sequence[PlanNote], number: int, count: int, labels: Labels, lang: Lang
) -> HeatMap:
    first: dict[str, dict[str, float]] = {plan.plan_id: {} for plan in counts.plans}
    for (code, plan_id), cell in counts.cells.items():
        first[plan_id][code] = cell.named
    title = headlines.of_first("prose.title_named_most", first, "departments", labels, lang)
    title = title or labels.word("figures.responsibilities_title", lang)
    others = (
        labels.word("figures.responsibilities_others", lang, count=counts.others) if counts.others else ""
    )
    return HeatMap(
        name=named(NAME, number, count),
        title=titled(title, number, count, labels, lang),
        subtitle=labels.word("figures.responsibilities_scope", lang),
        notes=(labels.word("figures.responsibilities_note", lang), others),
        plans=plans,
        grid=_grid(counts, plans, labels, lang),
        data=_behind(counts, plans, labels, lang),
    )


def _grid(counts: Counts, plans: Sequence[PlanNote], labels: Labels, lang: Lang) -> heatmap.Grid:
    """A department that a plan does not name leaves the paper bare; of a fragment that proves nothing,
    and the cell is marked so."""
    cells: dict[tuple[int, int], heatmap.Cell] = {}
    grid = heatmap.Grid(
        rows=tuple(heatmap.Column(labels.department(code, lang)) for code in counts.departments),
        columns=plan_columns(plans, labels, lang),
        cells=cells,
        heads=HEADS,
        row=ROW,
    )
    for row, code in enumerate(counts.departments):
        for column, plan in enumerate(plans):
            if (code, plan.plan_id) in counts.cells:
                number = _number(counts, code, plan.plan_id, grid.column)
                cells[row, column] = heatmap.Cell(counts.share(code, plan.plan_id), number)
            elif not plan.complete:
                cells[row, column] = heatmap.Cell(0, "", status=Status.SOURCE_INCOMPLETE)
    return grid


def _number(counts: Counts, code: str, plan_id: str, width: float) -> str:
    """Tasks and, where there is room, how many of them are led: 12 (5)."""
    cell = counts.tasks(code, plan_id)
    both = f"{cell.named} ({cell.led})"
    return both if cell.led and measuring.width(both, SIZE_BODY) + 4 < width else str(cell.named)


def _behind(counts: Counts, plans: Sequence[PlanNote], labels: Labels, lang: Lang) -> pd.DataFrame:
    """One row per department and plan drawn: plan_id, region, department, tasks, led, share (of tasks)."""
    rows = [
        {
            "plan_id": plan.plan_id,
            "region": plan.name,
            "document_number": plan.document_number,
            "year": plan.year,
            "department": code,
            "department_label": labels.department(code, lang),
            "tasks": counts.tasks(code, plan.plan_id).named,
            "led": counts.tasks(code, plan.plan_id).led,
            "tasks_of_plan": counts.totals[plan.plan_id],
            "share": round(counts.share(code, plan.plan_id), 4),
        }
        for code in counts.departments
        for plan in plans
    ]
    return pd.DataFrame(rows)
