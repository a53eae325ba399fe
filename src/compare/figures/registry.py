"""The catalogue of figures: what there is, which tables each needs, and how to draw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from compare.figures.charts import (
    allocations,
    commitment,
    deadlines,
    dots,
    duties,
    families,
    instruments,
    keyness,
    matrix,
    milestones,
    national,
    responsibilities,
    similarity,
    themes,
    topics,
)
from compare.figures.drawing.chart import Chart
from compare.tables.labels import Labels, Lang
from compare.terms.clauses.named_functions import by_theme, tasks
from compare.terms.counting.keyness import key_terms
from compare.terms.counting.similarity import similarity as of_pairs

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the catalogue. ``draw`` gives one chart per page of a report, none if there is
    nothing to show; chart names are unique within a study and the same in both languages.
    """

    name: str
    tables: tuple[str, ...]
    draw: Callable[[Tables, Labels, Lang], tuple[Chart, ...]]


def _topics(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return topics.pages(tables["comparison"], tables["plans"], labels, lang)


def _matrix(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return matrix.pages(tables["comparison"], tables["plans"], labels, lang, statements=tables["statements"])


def _dots(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return dots.pages(tables["comparison"], tables["plans"], labels, lang, statements=tables["statements"])


def _deadlines(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return deadlines.pages(
        tables["comparison"], tables["plans"], labels, lang, statements=tables["statements"]
    )


def _national(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return national.pages(tables["national"], tables["plans"], labels, lang)


def _allocations(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return allocations.pages(tables["allocations"], tables["plans"], labels, lang)


def _responsibilities(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return responsibilities.pages(tables["responsibilities"], tables["plans"], labels, lang)


def _duties(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    named = tasks(tables["responsibilities"], tables["clauses"], tables["passages"])
    return duties.pages(by_theme(named), tables["plans"], labels, lang)


def _instruments(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return instruments.pages(tables["measures"], tables["plans"], labels, lang)


def _families(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return families.pages(tables["instruments"], tables["plans"], labels, lang)


def _milestones(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return milestones.pages(tables["milestones"], tables["statements"], tables["plans"], labels, lang)


def _themes(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return themes.pages(tables["themes"], tables["plans"], labels, lang)


def _commitment(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return commitment.pages(tables["themes"], tables["plans"], labels, lang)


def _keyness(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return keyness.pages(key_terms(tables["terms"]), tables["plans"], labels, lang)


def _similarity(tables: Tables, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    pairs = of_pairs(tables["terms"], tables["reuse"], tables["clauses"])
    return similarity.pages(pairs, tables["plans"], labels, lang)


_COMPARED = ("comparison", "plans", "statements")

CATALOGUE: tuple[Figure, ...] = (
    Figure(topics.NAME, ("comparison", "plans"), _topics),
    Figure(matrix.NAME, _COMPARED, _matrix),
    Figure(dots.NAME, _COMPARED, _dots),
    Figure(deadlines.NAME, _COMPARED, _deadlines),
    Figure(national.NAME, ("national", "plans"), _national),
    Figure(allocations.NAME, ("allocations", "plans"), _allocations),
    Figure(responsibilities.NAME, ("responsibilities", "plans"), _responsibilities),
    Figure(duties.NAME, ("responsibilities", "clauses", "passages", "plans"), _duties),
    Figure(instruments.NAME, ("measures", "plans"), _instruments),
    Figure(families.NAME, ("instruments", "plans"), _families),
    Figure(milestones.NAME, ("milestones", "statements", "plans"), _milestones),
    Figure(themes.NAME, ("themes", "plans"), _themes),
    Figure(commitment.NAME, ("themes", "plans"), _commitment),
    Figure(keyness.NAME, ("terms", "plans"), _keyness),
    Figure(similarity.NAME, ("terms", "reuse", "clauses", "plans"), _similarity),
)


def draw_all(tables: Tables, labels: Labels, lang: Lang) -> Iterator[Chart]:
    """Every chart of the catalogue whose tables are there, in order, one at a time."""
    for figure in CATALOGUE:
        if all(name in tables for name in figure.tables):
            yield from figure.draw(tables, labels, lang)
