"""Where a plan talks and where it commits to a number: themes by plan, tinted by the share of its clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes
from compare.figures.drawing import heatmap
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.heat_chart import PLANS_AS_COLUMNS, HeatMap, plan_columns, turned
from compare.figures.drawing.page.frame import named, titled
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "themes"
TABLES = ("themes", "plans")

HEADS = 130.0
ROW = 15.0
WHOLE = "all"


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Themes that some plan speaks of; none where no clauses were counted."""
    themes = tables["themes"]
    covered = themes[(themes["theme"] != WHOLE) & (themes["clauses"] > 0)]
    if covered.empty:
        return ()
    notes = plan_notes(tables["plans"], themes["plan_id"], labels, lang)
    most = len(notes)
    if most > PLANS_AS_COLUMNS:
        most = _page(themes, covered, notes, 1, 9, labels, lang).fitting(labels, lang)
    parts = [notes[start : start + most] for start in range(0, len(notes), most)]
    return tuple(
        _page(themes, covered, part, number, len(parts), labels, lang).draw(labels, lang)
        for number, part in enumerate(parts, 1)
    )


def _page(
    themes: pd.DataFrame,
    rows: pd.DataFrame,
    plans: Sequence[PlanNote],
    number: int,
    count: int,
    labels: Labels,
    lang: Lang,
) -> HeatMap:
    codes = _codes(rows, labels)
    first: dict[str, dict[str, float]] = {}
    for row in rows.to_dict("records"):
        first.setdefault(row["plan_id"], {})[row["theme"]] = row["clauses"]
    title = headlines.of_first("prose.title_themes", first, "themes", labels, lang)
    grid = heatmap.Grid(
        rows=tuple(heatmap.Column(labels.of("themes", code, lang)) for code in codes),
        columns=plan_columns(plans, labels, lang),
        cells=_cells(rows, codes, plans),
        heads=HEADS,
        row=ROW,
    )
    many = themes["plan_id"].nunique() > PLANS_AS_COLUMNS
    return HeatMap(
        name=named(NAME, number, count),
        title=titled(title or labels.word("figures.themes_title", lang), number, count, labels, lang),
        subtitle=labels.word("figures.themes_scope", lang),
        notes=(labels.word("figures.themes_note", lang),),
        plans=plans,
        grid=turned(grid) if many else grid,
        data=_behind(themes, codes, plans, labels, lang),
    )


def _codes(rows: pd.DataFrame, labels: Labels) -> list[str]:
    found = set(rows["theme"])
    order = list(labels.sections.get("themes", {}))
    return [code for code in order if code in found] + sorted(found - set(order))


def _cells(
    rows: pd.DataFrame, codes: Sequence[str], plans: Sequence[PlanNote]
) -> dict[tuple[int, int], heatmap.Cell]:
    """The number is that of the plan's quantitative targets on the theme; a share of nothing has none."""
    most = float(rows["clause_share"].max())
    column_of = {plan.plan_id: place for place, plan in enumerate(plans)}
    return {
        (codes.index(row["theme"]), column_of[row["plan_id"]]): heatmap.Cell(
            row["clause_share"] / most, str(int(row["targets"])) if row["targets"] else ""
        )
        for row in rows.to_dict("records")
        if row["plan_id"] in column_of
    }


def _behind(
    themes: pd.DataFrame, codes: Sequence[str], plans: Sequence[PlanNote], labels: Labels, lang: Lang
) -> pd.DataFrame:
    """The rows of ``themes`` drawn, with region, document_number, year and the theme's label."""
    rows = {(row["plan_id"], row["theme"]): row for row in themes.to_dict("records")}
    return pd.DataFrame(
        [
            {
                "region": plan.name,
                "document_number": plan.document_number,
                "year": plan.year,
                "theme_label": labels.of("themes", code, lang),
                **{str(name): value for name, value in rows[plan.plan_id, code].items()},
            }
            for plan in plans
            for code in codes
            if (plan.plan_id, code) in rows
        ]
    )
