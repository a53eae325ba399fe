"""Where a plan talks and where it commits to a number: shares of clauses against shares of targets."""

from __future__ import annotations

import pandas as pd

from compare.figures.drawing.chart import Chart
from compare.figures.drawing.pairs import WHOLE, Panel, Series, Sheet, chart, charts
from compare.figures.drawing.style import ACCENT, MUTED
from compare.tables.labels import Labels, Lang

NAME = "themes"


def draw(themes: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> Chart:
    """All plans as one chart as tall as it needs to be. Raises ``ValueError`` for an empty table."""
    return chart(_SHEET, themes, plans, labels, lang)


def pages(themes: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """The same in charts that each fit a page; none for an empty table."""
    return charts(_SHEET, themes, plans, labels, lang)


def _head(panel: Panel, labels: Labels, lang: Lang) -> str:
    whole = panel.rows.get(WHOLE, {})
    return labels.word(
        "figures.themes_head",
        lang,
        clauses=int(whole.get("clauses", 0)),
        targets=int(whole.get("targets", 0)),
    )


_SHEET = Sheet(
    name=NAME,
    title="figures.themes_title",
    subtitle="figures.themes_scope",
    notes="figures.themes_note",
    series=(
        Series("clause_share", "figures.themes_clauses", "o", MUTED, filled=False),
        Series("target_share", "figures.themes_targets", "s", ACCENT, filled=True),
    ),
    head=_head,
    whole=False,
)
