"""Who is named for what: themes by the functions of government named for their tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from compare.figures.content.plans_shown import plan_notes
from compare.figures.drawing import heatmap
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.heat_chart import HeatMap
from compare.prose import headlines
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang
from compare.terms.clauses.named_functions import by_theme, tasks

NAME = "departments"
TABLES = ("responsibilities", "clauses", "passages", "plans")

HEADS = 100.0
#: As many as have room for their names side by side.
MOST = 7
ROW = 16.0


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """One chart of all plans together; none where no department is named for a task with a theme."""
    found = by_theme(tasks(tables["responsibilities"], tables["clauses"], tables["passages"]))
    if found.empty:
        return ()
    notes = plan_notes(tables["plans"], found["plan_id"], labels, lang)
    themes = _themes(found, labels)
    order = _departments(found)
    shown = order[:MOST]
    left_out = len(order) - len(shown)
    title = headlines.of_first("prose.title_departments", _tasks(found), "departments", labels, lang)
    sentences = [labels.word("figures.departments_note", lang)]
    if left_out:
        sentences.append(labels.word("figures.departments_others", lang, count=left_out))
    chart = HeatMap(
        name=NAME,
        title=title or labels.word("figures.departments_title", lang),
        subtitle=labels.word("figures.departments_scope", lang),
        notes=tuple(sentences),
        plans=notes,
        grid=heatmap.Grid(
            rows=tuple(heatmap.Column(labels.of("themes", code, lang)) for code in themes),
            columns=tuple(heatmap.Column(labels.department(code, lang)) for code in shown),
            cells=_cells(found, themes, shown),
            heads=HEADS,
            row=ROW,
        ),
        data=_behind(found, shown, labels, lang),
    )
    return (chart.draw(labels, lang),)


def _tasks(rows: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Tasks of all plans by theme and department."""
    found: dict[str, dict[str, float]] = {}
    for row in records(rows.groupby(["theme", "department"])["tasks"].sum().reset_index()):
        found.setdefault(row["theme"], {})[row["department"]] = float(row["tasks"])
    return found


def _departments(rows: pd.DataFrame) -> list[str]:
    """Functions by the number of plans that name them, then by tasks."""
    found = rows.groupby("department").agg(plans=("plan_id", "nunique"), tasks=("tasks", "sum")).reset_index()
    found = found.sort_values(["plans", "tasks", "department"], ascending=[False, False, True])
    return [str(code) for code in found["department"]]


def _themes(rows: pd.DataFrame, labels: Labels) -> list[str]:
    found = {str(code) for code in rows["theme"]}
    order = list(labels.sections.get("themes", {}))
    return [code for code in order if code in found] + sorted(found - set(order))


def _cells(
    rows: pd.DataFrame, themes: Sequence[str], departments: Sequence[str]
) -> dict[tuple[int, int], heatmap.Cell]:
    """Tasks of all plans; tinted within a theme, so that large and small themes can be read; a marked cell
    leads one of them."""
    counted = rows.groupby(["theme", "department"]).agg(tasks=("tasks", "sum"), lead=("lead", "sum"))
    most = counted["tasks"].groupby("theme").max().to_dict()
    cells = {}
    for row in counted.reset_index().to_dict("records"):
        if row["department"] in departments:
            place = themes.index(row["theme"]), departments.index(row["department"])
            share = row["tasks"] / most[row["theme"]]
            cells[place] = heatmap.Cell(share, str(row["tasks"]), bool(row["lead"]))
    return cells


def _behind(rows: pd.DataFrame, departments: Sequence[str], labels: Labels, lang: Lang) -> pd.DataFrame:
    """The rows of ``by_theme`` drawn, with the region and the labels of their codes."""
    shown = rows[rows["department"].isin(list(departments))].reset_index(drop=True)
    front = pd.DataFrame(
        {
            "region": [labels.plan(code, lang) for code in shown["plan_id"]],
            "department_label": [labels.department(code, lang) for code in shown["department"]],
            "theme_label": [labels.of("themes", code, lang) for code in shown["theme"]],
        },
        index=shown.index,
    )
    return pd.concat([front, shown], axis=1)
