"""How strictly plans speak: of the clauses on each theme, the share that binds hard and that binds softly."""

from __future__ import annotations

import pandas as pd

from compare.figures.drawing.chart import Chart
from compare.figures.drawing.pairs import WHOLE, Panel, Series, Sheet, chart, charts
from compare.figures.drawing.style import ACCENT, ALERT
from compare.tables.labels import Labels, Lang

NAME = "commitment"
# Of fewer clauses a share says nothing.
FEWEST = 5


def draw(themes: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> Chart:
    """All plans as one chart as tall as it needs to be. Raises ``ValueError`` for an empty table."""
    return chart(_SHEET, themes, plans, labels, lang)


def pages(themes: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """The same in charts that each fit a page; none for an empty table."""
    return charts(_SHEET, themes, plans, labels, lang)


def _head(panel: Panel, labels: Labels, lang: Lang) -> str:
    whole = panel.rows.get(WHOLE, {})
    return labels.word("figures.commitment_head", lang, clauses=int(whole.get("clauses", 0)))


_SHEET = Sheet(
    name=NAME,
    title="figures.commitment_title",
    subtitle="figures.commitment_scope",
    notes="figures.commitment_note",
    series=(
        Series("hard_share", "figures.commitment_hard", "s", ACCENT, filled=True),
        Series("soft_share", "figures.commitment_soft", "D", ALERT, filled=False),
    ),
    head=_head,
    whole=True,
    fewest=FEWEST,
)
