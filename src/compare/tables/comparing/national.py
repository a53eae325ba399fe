"""Each plan's value beside the national value in force at its deadline, where they measure the same.

* A national value is in force at a date if its own deadline has come by then; the latest such is
  taken. One without a deadline is in force from its year of issue on.
* A plan's value is looked at for its deadline; without one, for the year of issue of the plan, from
  which it holds (the end of the plan is never put in place of a deadline).
* Only values of the scopes and units that the benchmark names are compared. What is not compared
  says why (:class:`Relation`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import pandas as pd

from compare.model import Status
from compare.tables.comparing.cells import last_day
from compare.tables.storage.frames import records, text_of


class Relation(StrEnum):
    """How a plan's value stands to the national values of its indicator."""

    COMPARED = "compared"
    CONFLICTING = "conflicting"
    OTHER_MEASURE = "other_measure"
    OTHER_SCOPE = "other_scope"
    UNDATED = "undated"
    NONE_DUE = "none_due"
    DISPUTED = "disputed"


#: Columns of :func:`national`: the cell, what it is compared with, and how far apart they are.
CELL = (
    "plan_id", "row_id", "indicator", "status", "value_low", "value_high", "unit", "comparator", "deadline",
    "scope", "statement_id",
)  # fmt: skip
BENCHMARK = ("comparator", "value", "unit", "deadline", "document", "document_number", "year", "grade")
NATIONAL = (
    *CELL, "relation", "held_at", "benchmark_id", *(f"national_{name}" for name in BENCHMARK),
    "distance_low", "distance_high", "ruling_zh", "ruling_en",
)  # fmt: skip
_NUMBERS = ("value_low", "value_high", "national_value", "distance_low", "distance_high")


def national(comparison: pd.DataFrame, plans: pd.DataFrame, benchmarks: pd.DataFrame) -> pd.DataFrame:
    """One row for each value of ``comparison`` whose indicator has a national value (NATIONAL).

    ``held_at`` is the date at which the two are compared (a year where the plan states no deadline,
    that of its issue), ``distance_low`` and ``distance_high`` the plan's value less the national one,
    in the unit of both (percentage points for per cent), equal but for ranges. Where ``relation`` is
    not ``compared`` they are missing; a national value is then given only if ``none_due``: the first
    that will be.
    """
    issued = {
        row["plan_id"]: (text_of(row["issued_on"]) or text_of(row["published_on"]))[:4]
        for row in records(plans)
    }
    targets: dict[str, list[dict[str, Any]]] = {}
    for row in records(benchmarks):
        targets.setdefault(row["indicator"], []).append(row)
    rows = [
        {name: cell[name] for name in CELL} | _beside(cell, targets[cell["indicator"]], issued)
        for cell in records(comparison)
        if cell["indicator"] in targets and cell["status"] in (Status.STATED, Status.CONFLICTING)
    ]
    frame = pd.DataFrame(rows, columns=list(NATIONAL), dtype="object")
    return frame.astype({name: "float64" if name in _NUMBERS else "str" for name in NATIONAL})


def _beside(
    cell: Mapping[str, Any], targets: Sequence[Mapping[str, Any]], issued: Mapping[str, str]
) -> dict[str, Any]:
    held_at = text_of(cell["deadline"]) or issued.get(cell["plan_id"], "")
    found: dict[str, Any] = {"held_at": held_at or None}
    if cell["status"] == Status.CONFLICTING:
        return found | {"relation": Relation.CONFLICTING}
    measured = [one for one in targets if cell["unit"] in text_of(one["compare_units"]).split()]
    if not measured:
        return found | {"relation": Relation.OTHER_MEASURE} | _ruling(targets)
    same = [one for one in measured if cell["scope"] in text_of(one["compare_scopes"]).split()]
    if not same:
        return found | {"relation": Relation.OTHER_SCOPE} | _ruling(measured)
    if not held_at:
        return found | {"relation": Relation.UNDATED}
    dates = sorted({_from(one) for one in same})
    due = [date for date in dates if date <= last_day(held_at)]
    at = [one for one in same if _from(one) == (due[-1] if due else dates[0])]
    best = min(at, key=lambda one: (one["grade"], one["year"], one["benchmark_id"]))
    if len({(one["comparator"], one["value"]) for one in at}) > 1:
        return found | {"relation": Relation.DISPUTED} | _ruling(at)
    found |= {"benchmark_id": best["benchmark_id"]} | _ruling([best])
    found |= {f"national_{name}": best[name] for name in BENCHMARK}
    if not due:
        return found | {"relation": Relation.NONE_DUE}
    return found | {
        "relation": Relation.COMPARED,
        "distance_low": _difference(cell["value_low"], best["value"]),
        "distance_high": _difference(cell["value_high"], best["value"]),
    }


def _from(target: Mapping[str, Any]) -> int:
    """The day from which a national value is in force."""
    return last_day(text_of(target["deadline"]) or f"{target['year']}-01-01")


def _ruling(targets: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What the codebook says of these targets; the first where they differ."""
    ruled = next((one for one in targets if text_of(one["ruling_en"])), None)
    return {name: ruled[name] for name in ("ruling_zh", "ruling_en")} if ruled else {}


def _difference(value: float, other: float) -> float:
    # 0.3 - 0.1 is not 0.19999999999999998 to a reader.
    return round(value - other, 9)
