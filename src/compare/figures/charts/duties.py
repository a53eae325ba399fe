"""Who is named for what: functions of government by theme, for all plans together and for each plan."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import Key, Surround, open_page, surround
from compare.figures.drawing.heatmap import Cell, Grid, draw_grid, fitting
from compare.figures.drawing.style import MAX_HEIGHT, style
from compare.tables.labels import Labels, Lang

NAME = "duties"

HEADS = 128.0
MOST_DEPARTMENTS = 30
# More plans than this have no chart each, only the one of all together.
ALONE = 6


def draw(
    duties: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    plan_id: str | None = None,
) -> Chart:
    """All plans together, or one plan; ``duties`` are rows of
    :func:`compare.terms.clauses.named_functions.by_theme`.

    Raises ``ValueError`` where no department is named for a task of a known theme.
    """
    rows = duties if plan_id is None else duties[duties["plan_id"] == plan_id]
    if rows.empty:
        raise ValueError("no department is named for a task with a theme; see the table responsibilities")
    return _chart(rows, plans, labels, lang, float("inf"), alone=plan_id is not None)


def pages(duties: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """A chart of all plans together that fits a page and, of few plans, one for each."""
    if duties.empty:
        return ()
    notes = plan_notes(plans, duties["plan_id"], labels, lang)
    charts = [_chart(duties, plans, labels, lang, MAX_HEIGHT, alone=False)] if len(notes) > 1 else []
    if len(notes) <= ALONE:
        charts += [
            _chart(duties[duties["plan_id"] == note.plan_id], plans, labels, lang, MAX_HEIGHT, alone=True)
            for note in notes
        ]
    return tuple(charts)


def _chart(
    rows: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, height: float, alone: bool
) -> Chart:
    notes = plan_notes(plans, rows["plan_id"], labels, lang)
    themes = _themes(rows, labels)
    departments = _departments(rows)
    with style():
        grid = _grid(rows, departments[:MOST_DEPARTMENTS], themes, labels, lang, alone)
        draft = _surround(notes, len(departments), grid, labels, lang, alone)
        count = fitting(grid, height - draft.above - draft.below)
        shown = departments[: min(count, MOST_DEPARTMENTS)]
        grid = _grid(rows, shown, themes, labels, lang, alone)
        around = _surround(notes, len(departments) - len(shown), grid, labels, lang, alone)
        name = f"{NAME}-{notes[0].plan_id}" if alone else NAME
        page = open_page(name, around, grid.height, _behind(rows, shown, labels, lang))
        draw_grid(page, grid, page.top)
        return page.chart


def _departments(rows: pd.DataFrame) -> list[str]:
    """Functions by the number of plans that name them, then by tasks."""
    found = rows.groupby("department").agg(plans=("plan_id", "nunique"), tasks=("tasks", "sum")).reset_index()
    found = found.sort_values(["plans", "tasks", "department"], ascending=[False, False, True])
    return [str(code) for code in found["department"]]


def _themes(rows: pd.DataFrame, labels: Labels) -> list[str]:
    named = {str(code) for code in rows["theme"]}
    order = list(labels.sections.get("themes", {}))
    return [code for code in order if code in named] + sorted(named - set(order))


def _grid(
    rows: pd.DataFrame,
    departments: Sequence[str],
    themes: Sequence[str],
    labels: Labels,
    lang: Lang,
    alone: bool,
) -> Grid:
    """Of all plans the cells count plans, of one plan its tasks; a marked cell leads one of them."""
    cells: dict[tuple[int, int], Cell] = {}
    places = {code: at for at, code in enumerate(departments)}, {code: at for at, code in enumerate(themes)}
    counted = rows.groupby(["department", "theme"]).agg(
        plans=("plan_id", "nunique"), tasks=("tasks", "sum"), lead=("lead", "sum")
    )
    counted = counted.reset_index()
    most = int(counted["tasks"].max()) if alone else int(rows["plan_id"].nunique())
    for row in counted.to_dict("records"):
        if row["department"] in places[0]:
            number = row["tasks"] if alone else row["plans"]
            place = places[0][row["department"]], places[1][row["theme"]]
            cells[place] = Cell(number / most, str(number), bool(row["lead"]))
    return Grid(
        rows=tuple(labels.department(code, lang) for code in departments),
        columns=tuple(labels.of("themes", code, lang) for code in themes),
        cells=cells,
        heads=HEADS,
    )


def _surround(
    notes: Sequence[PlanNote], left_out: int, grid: Grid, labels: Labels, lang: Lang, alone: bool
) -> Surround:
    if alone:
        title = labels.word("figures.duties_title_plan", lang, region=notes[0].name)
    else:
        title = labels.word("figures.duties_title", lang)
    said = [labels.word("figures.duties_note", lang)]
    if left_out > 0:
        said.append(labels.word("figures.duties_others", lang, count=left_out))
    caption = Caption(
        title=title,
        subtitle=labels.word("figures.duties_scope_plan" if alone else "figures.duties_scope", lang),
        notes=(" ".join(said),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.duties_alt", lang, title=title, departments=_alt_text(grid, labels, lang)),
    )
    return surround(caption, Key((), ()), labels, lang)


def _alt_text(grid: Grid, labels: Labels, lang: Lang) -> str:
    said = []
    for row, department in enumerate(grid.rows):
        values = [
            labels.word("figures.alt_value", lang, plan=theme, value=grid.cells[row, column].number)
            for column, theme in enumerate(grid.columns)
            if (row, column) in grid.cells
        ]
        listed = labels.word("figures.list_separator", lang).join(values)
        said.append(labels.word("figures.alt_indicator", lang, indicator=department, values=listed))
    return " ".join(said)


def _behind(rows: pd.DataFrame, departments: Sequence[str], labels: Labels, lang: Lang) -> pd.DataFrame:
    """The rows of ``duties`` drawn, with the region and the labels of their codes."""
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
