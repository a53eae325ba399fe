"""Plans' values beside a figure of their region (``data/context``): 71 sites per 1,000 older people.

The figure is that of the region itself: of the county in an area-by-area table, of the plan's region
elsewhere. Of several years the last one not after the value's date is taken, else the first after it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from compare.model import Kind, Status
from compare.tables.storage.frames import records, text_of

#: Columns of :func:`per`.
PER = (
    *("plan_id", "area", "region_code", "indicator", "row_id", "scope", "status", "value_low", "value_high"),
    *("unit", "deadline", "statement_id", "variable", "context_year", "context_value", "context_unit"),
    *("context_source", "per_low", "per_high", "per_unit"),
)
_NUMBERS = ("value_low", "value_high", "context_value", "per_low", "per_high")
#: What a unit of a figure multiplies by: 万人, 千户.
_SCALES = (("百万", 1e6), ("十万", 1e5), ("万", 1e4), ("亿", 1e8), ("千", 1e3), ("百", 1e2))
_RATES = ("%", "‰")
_TIMES: Mapping[float, str] = {1: "", 100: "百", 1000: "千", 10_000: "万"}
# A figure in yuan, per cent or years is nothing that there is so much of for each thousand.
_NO_STOCK = re.compile("[元%‰/岁年]")


def per(
    comparison: pd.DataFrame,
    allocations: pd.DataFrame,
    plans: pd.DataFrame,
    context: pd.DataFrame,
    variable: str,
    times: float = 1000,
    norms: Collection[str] = (),
) -> pd.DataFrame:
    """Every value of a plan and of an area in it with the figure ``variable`` of its region (PER).

    ``per_low`` and ``per_high`` are the value for each ``times`` of the figure, in ``per_unit`` (张/1000人).
    They are missing where the region has no figure, the figure is 0 or no count itself (yuan, %), the plan
    contradicts itself, or the value is no count in all: a rate already (%, …/百户), a standard or parameter,
    or a norm for each place (the scopes ``norms``).
    """
    here = context[context["variable"] == variable]
    figures: dict[str, list[dict[str, Any]]] = {}
    for one in records(here.sort_values("year", kind="stable")):
        figures.setdefault(one["region_code"], []).append(one)
    known = {row["plan_id"]: row for row in records(plans)}
    rows = [*_cells(comparison, known), *_areas(allocations)]
    made = [
        _beside(row, figures, known[row["plan_id"]], variable, times)
        | ({} if _is_count(row, norms) else dict.fromkeys(("per_low", "per_high", "per_unit")))
        for row in rows
    ]
    frame = pd.DataFrame(made, columns=list(PER), dtype="object")
    kinds = {name: "float64" if name in _NUMBERS else "str" for name in PER} | {"context_year": "Int64"}
    return frame.astype(kinds)


def _cells(comparison: pd.DataFrame, plans: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        row | {"area": None, "region_code": plans[row["plan_id"]]["region_code"]}
        for row in records(comparison[comparison["value_low"].notna()])
    ]


def _areas(allocations: pd.DataFrame) -> list[dict[str, Any]]:
    """Cells of areas; totals stand in the comparison."""
    valued = allocations[allocations["value"].notna() & ~allocations["is_total"].astype(bool)]
    return [
        row
        | {"value_low": row["value"], "value_high": row["value"], "row_id": None, "scope": None}
        | {"kind": Kind.ALLOCATION}
        for row in records(valued)
    ]


def _beside(
    row: Mapping[str, Any],
    figures: Mapping[str, list[dict[str, Any]]],
    plan: Mapping[str, Any],
    variable: str,
    times: float,
) -> dict[str, Any]:
    found = {name: row.get(name) for name in PER} | {"variable": variable}
    figure = _of_its_time(figures.get(text_of(row["region_code"]), []), row, plan)
    if figure is None:
        return found
    unit = text_of(figure["unit"])
    found |= {
        "context_year": figure["year"],
        "context_value": figure["value"],
        "context_unit": unit or None,
        "context_source": text_of(figure["source"]) or None,
    }
    scale, base = _scaled(unit)
    if not figure["value"] > 0 or _NO_STOCK.search(base):
        return found
    share = times / (figure["value"] * scale)
    return found | {
        "per_low": row["value_low"] * share,
        "per_high": row["value_high"] * share,
        "per_unit": f"{row['unit']}/{_TIMES.get(times, f'{times:g}')}{base or variable}",
    }


def _is_count(row: Mapping[str, Any], norms: Collection[str]) -> bool:
    """Whether a value counts something in the whole region."""
    unit = text_of(row["unit"])
    counts = row["kind"] in (Kind.TARGET, Kind.ALLOCATION) and row["scope"] not in norms
    return counts and row["status"] != Status.CONFLICTING and unit not in _RATES and "/" not in unit


def _scaled(unit: str) -> tuple[float, str]:
    """What one of a unit is worth, and the unit without it: 万人 is 10,000 of 人."""
    for word, scale in _SCALES:
        if unit.startswith(word) and len(unit) > len(word):
            return scale, unit[len(word) :]
    return 1.0, unit


def _of_its_time(
    figures: list[dict[str, Any]], row: Mapping[str, Any], plan: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The figure of the last year not after the value's date, else the first after it."""
    if not figures:
        return None
    date = next(
        (text_of(one) for one in (row["deadline"], plan["horizon_end"], plan["issued_on"]) if text_of(one)),
        "",
    )
    before = [one for one in figures if not date or one["year"] <= int(date[:4])]
    return before[-1] if before else figures[0]
