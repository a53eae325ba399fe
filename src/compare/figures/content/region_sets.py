"""Which values stand in one chart beside a figure of their regions: those of plans, or of a plan's areas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.figures.content.plans_shown import PlanNote, plan_notes
from compare.model import Status
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang

_NO_FILE_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Point:
    """A region with its value, its figure, and the value for each thousand of it (None where none is)."""

    name: str
    value: float
    figure: float
    rate: float | None


@dataclass(frozen=True, slots=True)
class RegionSet:
    """Values of one indicator at one scope beside one variable. ``key`` names the chart, ``lacking`` the
    regions that give a value and have no figure. ``frame`` are the rows behind it."""

    key: str
    indicator: str
    scope: str
    unit: str
    variable: str
    figure_unit: str
    rate_unit: str
    years: str
    sources: str
    points: tuple[Point, ...]
    lacking: tuple[str, ...]
    plans: tuple[PlanNote, ...]
    frame: pd.DataFrame


def region_sets(
    frame: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, least: int
) -> Iterator[RegionSet]:
    """The sets of ``frame`` (:func:`compare.tables.comparing.per.per`, all variables) with ``least`` regions
    or more that have a value and a figure, in the order of the codebook. A contradiction is no value."""
    valued = frame[(frame["status"] != Status.CONFLICTING) & frame["value_low"].notna()]
    keyed = valued.assign(
        of=valued["plan_id"].where(valued["area"].notna(), ""),
        row=valued["row_id"].fillna(""),
    )
    order = {code: place for place, code in enumerate(labels.indicators)}
    found = sorted(
        keyed.groupby(["of", "indicator", "row", "unit", "variable"], sort=True, dropna=False),
        key=lambda pair: (order.get(str(pair[0][1]), len(order)), *map(str, pair[0])),
    )
    for (of, indicator, _, unit, variable), rows in found:
        made = _set(str(of), str(indicator), str(unit), str(variable), rows, plans, labels, lang)
        if len(made.points) >= least:
            yield made


def _set(
    of: str,
    indicator: str,
    unit: str,
    variable: str,
    rows: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang,
) -> RegionSet:
    notes = tuple(plan_notes(plans, rows["plan_id"], labels, lang))
    every = records(rows.drop(columns=["of", "row"]))
    known = [row for row in every if pd.notna(row["context_value"])]
    scope = text_of(every[0]["scope"])
    return RegionSet(
        key=_NO_FILE_NAME.sub("-", "-".join(filter(None, (indicator, scope, of, variable)))),
        indicator=indicator,
        scope=scope,
        unit=unit,
        variable=variable,
        figure_unit=_first(known, "context_unit"),
        rate_unit=_first(known, "per_unit"),
        years=_span(sorted({str(row["context_year"]) for row in known})),
        sources=labels.word("figures.list_separator", lang).join(
            dict.fromkeys(text_of(row["context_source"]) for row in known if text_of(row["context_source"]))
        ),
        points=tuple(_point(row, labels, lang) for row in known),
        lacking=tuple(_name(row, labels, lang) for row in every if pd.isna(row["context_value"])),
        plans=notes,
        frame=pd.DataFrame(every).assign(region=[_name(row, labels, lang) for row in every]),
    )


def _span(years: list[str]) -> str:
    return "–".join(dict.fromkeys((*years[:1], *years[-1:])))


def _first(rows: list[dict[str, Any]], column: str) -> str:
    return next((text_of(row[column]) for row in rows if text_of(row[column])), "")


def _name(row: Mapping[str, Any], labels: Labels, lang: Lang) -> str:
    return text_of(row["area"]) or labels.plan(row["plan_id"], lang)


def _point(row: Mapping[str, Any], labels: Labels, lang: Lang) -> Point:
    middle = (row["value_low"] + row["value_high"]) / 2
    rate = None if pd.isna(row["per_low"]) else (row["per_low"] + row["per_high"]) / 2
    return Point(_name(row, labels, lang), float(middle), float(row["context_value"]), rate)


def region_subtitle(one: RegionSet, labels: Labels, lang: Lang) -> str:
    """The scope of the values, and whose areas they are of where they are of areas."""
    if one.scope:
        return labels.word("figures.regions_scope", lang, scope=labels.scope(one.scope, lang))
    return labels.word("figures.regions_areas", lang, region=one.plans[0].name)


def region_notes(one: RegionSet, labels: Labels, lang: Lang) -> list[str]:
    """Where the figures are from and of which years, and which regions have none."""
    source = one.sources or labels.word("figures.regions_no_source", lang)
    notes = [
        labels.word("figures.regions_source", lang, variable=one.variable, years=one.years, source=source)
    ]
    if one.lacking:
        listed = labels.word("figures.list_separator", lang).join(one.lacking)
        notes.append(labels.word("figures.regions_lacking", lang, regions=listed))
    return notes
