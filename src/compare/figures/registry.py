"""The catalogue of figures: what there is, which tables each needs, and how to draw it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from compare.figures.charts import (
    allocations,
    commitment,
    deadlines,
    departments,
    families,
    instruments,
    keyness,
    matrix,
    milestones,
    national,
    rates,
    responsibilities,
    scatter,
    shares,
    similarity,
    themes,
    topics,
    values,
)
from compare.figures.drawing.chart import Chart
from compare.tables.words.labels import Labels, Lang

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the catalogue. ``draw`` gives one chart per page of a report, none if there is
    nothing to show; chart names are unique within a study and the same in both languages. ``by_group`` says
    that each group of indicators has pages of its own, which show nothing of the others. ``answers`` are
    tables that it draws in place of those it is made of, where there is a study to ask for them.
    """

    name: str
    tables: tuple[str, ...]
    draw: Callable[[Tables, Labels, Lang], tuple[Chart, ...]]
    by_group: bool = False
    answers: tuple[tuple[str, Callable[[Dataset], pd.DataFrame]], ...] = ()


CATALOGUE: tuple[Figure, ...] = tuple(
    Figure(chart.NAME, chart.TABLES, chart.draw, chart is matrix, getattr(chart, "ANSWERS", ()))
    for chart in (
        topics,
        values,
        shares,
        matrix,
        deadlines,
        national,
        rates,
        scatter,
        allocations,
        responsibilities,
        departments,
        instruments,
        families,
        milestones,
        themes,
        commitment,
        keyness,
        similarity,
    )
)
