"""Area-by-area tables of plans: do their totals add up, and what share has each area.

A column of such a table is one subject in one unit with one deadline. Shares and rates (%, …/人)
do not add up and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from compare.model import Status
from compare.tables.storage.frames import among, records

KEYS = ["plan_id", "indicator", "subject", "unit", "deadline"]
#: Columns of :func:`area_totals` and :func:`area_shares`.
TOTALS = (*KEYS, "area", "areas", "stated", "summed", "adds_up")
SHARES = (*KEYS, "area", "status", "value", "share")


def area_totals(allocations: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """One row for each total (TOTALS): as stated, and the sum of its rows.

    ``areas`` is the number of rows with a value, all those of the column or, for a subtotal, those
    since the last total. A cell that is not applicable adds nothing.
    """
    rows = []
    for keys, column in _columns(allocations, statements):
        cells = records(column)
        every = [cell["value"] for cell in cells if not cell["is_total"] and pd.notna(cell["value"])]
        since: list[float] = []
        for cell in cells:
            if pd.isna(cell["value"]):
                continue
            if not cell["is_total"]:
                since.append(cell["value"])
                continue
            stated = cell["value"]
            part = since if since and _sum(since) == stated else every
            rows.append((*keys, cell["area"], len(part), stated, _sum(part), _sum(part) == stated))
            since = []
    return pd.DataFrame(rows, columns=list(TOTALS))


def area_shares(allocations: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """One row for each cell of an area (SHARES): ``share`` is its per cent of the sum of all areas.

    Missing where the area has no value, and in the whole column where a cell says nothing: what the
    whole is, is then not known.
    """
    rows = []
    for keys, column in _columns(allocations, statements):
        areas = [cell for cell in records(column) if not cell["is_total"]]
        whole = _sum(cell["value"] for cell in areas if pd.notna(cell["value"]))
        known = whole > 0 and all(cell["status"] != Status.NOT_STATED for cell in areas)
        for cell in areas:
            share = cell["value"] / whole * 100 if known else float("nan")
            rows.append((*keys, cell["area"], cell["status"], cell["value"], share))
    return pd.DataFrame(rows, columns=list(SHARES))


def _sum(values: Iterable[float]) -> float:
    # 0.1 + 0.2 is 0.3 in a plan.
    return round(sum(values), 9)


def _columns(
    allocations: pd.DataFrame, statements: pd.DataFrame
) -> Iterator[tuple[tuple[object, ...], pd.DataFrame]]:
    """The columns that add up, each in the order of the document."""
    subjects = among(statements, "statement_id", allocations["statement_id"])[["statement_id", "subject"]]
    cells = allocations.merge(subjects, on="statement_id", how="left", validate="many_to_one")
    cells = cells.sort_values(["plan_id", "start"], kind="stable")
    for keys, column in cells.groupby(KEYS, sort=False, dropna=False):
        unit = str(column["unit"].iloc[0])
        if unit not in ("%", "‰") and "/" not in unit:
            yield keys, column
