"""Each plan's value beside the national or provincial one in force at its deadline, where they measure
the same.

* A national value is in force at a date if its own deadline has come by then; the latest such is
  taken. One without a deadline is in force from its year of issue on.
* A plan's value is looked at for its deadline; without one, for the end of the plan's horizon; without
  that, for its year of issue. ``held_by`` says which.
* The values of a province (``region_code`` of benchmarks.csv) stand beside those of the plans in it.
* An indicator of which a plan gives no value at a scope that is compared is listed too: the plan is silent.
* Only what a plan asks for is compared, and of that only values of the scopes and units that the benchmark
  names; what already is (现有…) is no answer to a target. What is not compared says why (:class:`Relation`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

import pandas as pd

from compare.model import Status
from compare.tables.comparing.cells import last_day
from compare.tables.comparing.compared_rows import Aspect
from compare.tables.storage.frames import records, text_of


class Relation(StrEnum):
    """How a plan's value stands to the national values of its indicator."""

    COMPARED = "compared"
    NAMED = "named"
    CONFLICTING = "conflicting"
    OTHER_MEASURE = "other_measure"
    OTHER_SCOPE = "other_scope"
    UNDATED = "undated"
    NONE_DUE = "none_due"
    DISPUTED = "disputed"
    SILENT = "silent"


class HeldBy(StrEnum):
    """Which date of a plan a value is looked at for."""

    DEADLINE = "deadline"
    HORIZON = "horizon"
    ISSUE = "issue"


#: Columns of :func:`national`: the cell, what it is compared with, and how far apart they are.
CELL = (
    "plan_id", "row_id", "indicator", "status", "value_low", "value_high", "unit", "comparator", "deadline",
    "scope", "statement_id",
)  # fmt: skip
BENCHMARK = ("comparator", "value", "unit", "deadline", "document", "document_number", "year", "grade")
NATIONAL = (
    *CELL, "relation", "held_at", "held_by", "years_later", "benchmark_region", "benchmark_id",
    *(f"national_{name}" for name in BENCHMARK),
    "distance_low", "distance_high", "ruling_zh", "ruling_en",
)  # fmt: skip
_NUMBERS = ("value_low", "value_high", "years_later", "national_value", "distance_low", "distance_high")
_VALUED = (Status.STATED, Status.CONFLICTING)
#: Of a fragment nothing is said: the value may stand in the part that is lost.
_SILENCES = (Status.QUALITATIVE, Status.NOT_STATED)


def national(comparison: pd.DataFrame, plans: pd.DataFrame, benchmarks: pd.DataFrame) -> pd.DataFrame:
    """One row for each value of ``comparison`` whose indicator has a national or provincial value (NATIONAL),
    and for each plan that gives no value where one is to be compared.

    ``held_at`` is the date at which the two are compared, ``held_by`` what date of the plan that is,
    ``years_later`` how many years a deadline comes after that of the national value. ``distance_low`` and
    ``distance_high`` are the plan's value less the national one, in the unit of both (percentage points for
    per cent), equal but for ranges. Where ``relation`` is not ``compared`` they are missing; a national value
    is then given only if ``none_due`` (the first that will be) or ``silent``.
    """
    dates = {row["plan_id"]: _dates(row) for row in records(plans)}
    regions = {row["plan_id"]: text_of(row["region_code"]) for row in records(plans)}
    targets: dict[str, list[dict[str, Any]]] = {}
    for row in records(benchmarks):
        targets.setdefault(row["indicator"], []).append(row)
    cells = records(comparison)
    valued = {(row["plan_id"], row["indicator"]) for row in cells if pd.notna(row["value_low"])}
    rows = [
        {name: cell[name] for name in CELL} | _beside(cell, here, dates.get(cell["plan_id"], ("", "")))
        for cell in cells
        for here in _by_region(targets.get(cell["indicator"], ()), regions.get(cell["plan_id"], ""))
        if cell["status"] in _VALUED or _is_silent(cell, here, valued)
    ]
    frame = pd.DataFrame(_once(rows), columns=list(NATIONAL), dtype="object")
    return frame.astype({name: "float64" if name in _NUMBERS else "str" for name in NATIONAL})


def _once(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows; of silence only where a target was due by then, and once for a plan, indicator and region."""
    seen: set[tuple[Any, ...]] = set()
    for row in rows:
        if row["relation"] == Relation.SILENT:
            key = (row["plan_id"], row["indicator"], row["benchmark_region"])
            if key in seen or not row.get("benchmark_id"):
                continue
            seen.add(key)
        yield row


def _dates(plan: Mapping[str, Any]) -> tuple[str, str]:
    """The end of a plan's horizon and its year of issue."""
    return text_of(plan["horizon_end"]), (text_of(plan["issued_on"]) or text_of(plan["published_on"]))[:4]


def _by_region(targets: Sequence[Mapping[str, Any]], region_code: str) -> list[list[Mapping[str, Any]]]:
    """The targets that bind a region: the nation's, then those of each region that it lies in."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for one in targets:
        code = text_of(one["region_code"])
        # 500000 is the province 50, 331000 the prefecture 3310: what lies in it begins with these digits.
        if not code or (region_code and region_code.startswith(code.removesuffix("00").removesuffix("00"))):
            found.setdefault(code, []).append(one)
    return [found[code] for code in sorted(found)]


def _is_silent(
    cell: Mapping[str, Any], targets: Sequence[Mapping[str, Any]], valued: Collection[tuple[str, str]]
) -> bool:
    """Whether the plan gives no value of an indicator at all, and this row is one that is compared."""
    if (cell["plan_id"], cell["indicator"]) in valued or cell["status"] not in _SILENCES:
        return False
    if cell["aspect"] == Aspect.NAMED:
        return False
    return any(cell["scope"] in text_of(one["compare_scopes"]).split() for one in targets)


def _held(cell: Mapping[str, Any], dates: tuple[str, str]) -> dict[str, Any]:
    """The date a value is looked at for, and which it is."""
    horizon, issue = dates
    for date, held_by in (
        (text_of(cell["deadline"]), HeldBy.DEADLINE),
        (horizon, HeldBy.HORIZON),
        (issue, HeldBy.ISSUE),
    ):
        if date:
            return {"held_at": date, "held_by": held_by}
    return {"held_at": None}


def _beside(
    cell: Mapping[str, Any], targets: Sequence[Mapping[str, Any]], dates: tuple[str, str]
) -> dict[str, Any]:
    region = {"benchmark_region": text_of(targets[0]["region_code"]) or None}
    if cell["aspect"] == Aspect.NAMED:
        # The date of a fact is none by which anything is due.
        return region | {"held_at": None, "relation": Relation.NAMED}
    found = _held(cell, dates) | region
    silent = cell["status"] not in _VALUED
    if cell["status"] == Status.CONFLICTING:
        return found | {"relation": Relation.CONFLICTING}
    measured = [one for one in targets if silent or cell["unit"] in text_of(one["compare_units"]).split()]
    if not measured:
        return found | {"relation": Relation.OTHER_MEASURE} | _ruling(targets)
    same = [one for one in measured if cell["scope"] in text_of(one["compare_scopes"]).split()]
    if not same:
        return found | {"relation": Relation.OTHER_SCOPE} | _ruling(measured)
    if not found["held_at"]:
        return found | {"relation": Relation.SILENT if silent else Relation.UNDATED}
    return found | _in_force(cell, same, found, silent)


def _in_force(
    cell: Mapping[str, Any], same: Sequence[Mapping[str, Any]], held: Mapping[str, Any], silent: bool
) -> dict[str, Any]:
    """The target that holds at the date, and how far the value is from it."""
    days = sorted({_from(one) for one in same})
    due = [day for day in days if day <= last_day(held["held_at"])]
    at = [one for one in same if _from(one) == (due[-1] if due else days[0])]
    best = min(at, key=lambda one: (one["grade"], one["year"], one["benchmark_id"]))
    if len({(one["comparator"], one["value"]) for one in at}) > 1:
        return {"relation": Relation.DISPUTED} | _ruling(at)
    found: dict[str, Any] = {"benchmark_id": best["benchmark_id"]} | _ruling([best])
    found |= {f"national_{name}": best[name] for name in BENCHMARK}
    if silent:
        return found | {"relation": Relation.SILENT} if due else {"relation": Relation.SILENT}
    if not due:
        return found | {"relation": Relation.NONE_DUE}
    return found | {
        "relation": Relation.COMPARED,
        "years_later": _years_later(held, best),
        "distance_low": _difference(cell["value_low"], best["value"]),
        "distance_high": _difference(cell["value_high"], best["value"]),
    }


def _years_later(held: Mapping[str, Any], target: Mapping[str, Any]) -> int | None:
    deadline = text_of(target["deadline"])
    if held["held_by"] != HeldBy.DEADLINE or not deadline:
        return None
    return int(held["held_at"][:4]) - int(deadline[:4])


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
