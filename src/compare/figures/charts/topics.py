"""On what the plans give numbers: plans by topic, the number of rows of the comparison with a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from compare.figures.content.cell_text import Cell
from compare.figures.content.plans_shown import PlanNote
from compare.figures.content.selection import View, by_group, cells_behind
from compare.figures.drawing import heatmap
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.heat_chart import DENSE_ROW, HeatMap, heads_of, plan_columns
from compare.figures.drawing.page.frame import named, titled
from compare.model import Status
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "topics"
TABLES = ("comparison", "plans")

HEADS = 122.0
# Up to this many plans stand side by side as columns; more of them become rows.
PLANS_AS_COLUMNS = 6
# With more plans than this the rows are set closer.
ROOMY = 12
ROW = 16.0


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Pages of plans by topic; none where nothing is stated."""
    view = View.of(tables["comparison"], tables["plans"], labels, lang)
    topics = by_group(view)
    if not topics:
        return ()
    most = len(view.plans)
    if most > PLANS_AS_COLUMNS:
        most = _page(view, topics, view.plans, 1, 9).fitting(labels, lang)
    parts = [view.plans[start : start + most] for start in range(0, len(view.plans), most)]
    return tuple(
        _page(view, topics, plans, number, len(parts)).draw(labels, lang)
        for number, plans in enumerate(parts, 1)
    )


def _page(
    view: View, topics: Mapping[str, Sequence[str]], plans: Sequence[PlanNote], number: int, count: int
) -> HeatMap:
    stating = {
        group: sum(
            any(cell.values for cell in view.cells_of((plan.plan_id, code) for code in codes))
            for plan in view.plans
        )
        for group, codes in topics.items()
    }
    title = headlines.of_topics(stating, len(view.plans), view.labels, view.lang)
    title = title or view.word("figures.topics_title")
    rows = [code for codes in topics.values() for code in codes]
    return HeatMap(
        name=named(NAME, number, count),
        title=titled(title, number, count, view.labels, view.lang),
        subtitle=view.word("figures.topics_scope"),
        notes=(view.word("figures.not_zero"), view.word("figures.topics_note")),
        plans=plans,
        grid=_grid(view, topics, plans),
        data=cells_behind(view, [(plan.plan_id, code) for code in rows for plan in plans]),
    )


def _grid(view: View, topics: Mapping[str, Sequence[str]], plans: Sequence[PlanNote]) -> heatmap.Grid:
    """Few plans stand as columns, many as rows."""
    cells = _cells(view, topics, plans)
    by_plan = plan_columns(plans, view.labels, view.lang)
    by_topic = tuple(
        heatmap.Column(
            view.labels.group(group, view.lang), view.word("figures.topics_rows", count=len(codes))
        )
        for group, codes in topics.items()
    )
    if len(view.plans) <= PLANS_AS_COLUMNS:
        turned = {(column, row): cell for (row, column), cell in cells.items()}
        return heatmap.Grid(by_topic, by_plan, turned, HEADS, ROW)
    row = ROW if len(view.plans) <= ROOMY else DENSE_ROW
    return heatmap.Grid(by_plan, by_topic, cells, heads_of(by_plan, row), row)


def _cells(
    view: View, topics: Mapping[str, Sequence[str]], plans: Sequence[PlanNote]
) -> dict[tuple[int, int], heatmap.Cell]:
    """Tinted by the share of the topic's rows for which the plan gives a value."""
    found: dict[tuple[int, int], heatmap.Cell] = {}
    for row, plan in enumerate(plans):
        for column, codes in enumerate(topics.values()):
            cells = view.cells_of((plan.plan_id, code) for code in codes)
            if cell := _cell(cells, len(codes)):
                found[row, column] = cell
    return found


def _cell(cells: Sequence[Cell], rows: int) -> heatmap.Cell | None:
    """How many cells hold a value; of a fragment that is only the least, and no 0 is claimed for it."""
    stated = sum(bool(cell.values) for cell in cells)
    statuses = {cell.status for cell in cells}
    if stated:
        least = "≥" if Status.SOURCE_INCOMPLETE in statuses else ""
        return heatmap.Cell(stated / rows, f"{least}{stated}")
    if Status.SOURCE_INCOMPLETE in statuses:
        return heatmap.Cell(0, "", status=Status.SOURCE_INCOMPLETE)
    if statuses == {Status.NOT_APPLICABLE}:
        return heatmap.Cell(0, "", status=Status.NOT_APPLICABLE)
    worded = Status.QUALITATIVE in statuses
    return (
        heatmap.Cell(0, "", status=Status.QUALITATIVE if worded else Status.NOT_STATED) if statuses else None
    )
