"""The review queue of policy instruments: cells that a second person coded otherwise, and cells of which the
program is not sure: its instrument is provisional, or all rests on one clause in which no verb governs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.model import Status
from compare.tables.storage.frames import records, text_of

DISPUTED, PROVISIONAL, THIN = "disagreement", "provisional", "single_clause"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell to look at. ``means_id`` is the row its level stands on, "" where the program found none;
    ``second`` and ``second_quote`` are the other person's level and words, 0 and "" without one."""

    plan_id: str
    instrument: str
    reason: str
    level: int
    means_id: str
    quote: str
    start: int
    end: int
    second: int
    second_quote: str


def means_queue(
    measures: pd.DataFrame, instruments: pd.DataFrame, disputed: Iterable[Mapping[str, Any]] = ()
) -> tuple[Doubt, ...]:
    """Disputed cells, then provisional ones, then those that rest on little; none that a person decided.

    ``disputed`` are rows of :data:`compare.checks.agreement.instruments_agreed.DISPUTED`.
    """
    cells = {(row["plan_id"], row["instrument"]): row for row in records(measures)}
    best = {(row["plan_id"], row["instrument"], row["start"]): row for row in records(instruments)}
    found = [*_disputed(cells, best, disputed), *_unsure(cells, best)]
    kept: dict[tuple[str, str], Doubt] = {}
    for doubt in sorted(found, key=lambda doubt: (DISPUTED, PROVISIONAL, THIN).index(doubt.reason)):
        if not text_of(cells[doubt.plan_id, doubt.instrument]["review"]):
            kept.setdefault((doubt.plan_id, doubt.instrument), doubt)
    return tuple(kept.values())


def _disputed(
    cells: Mapping[Any, Any], best: Mapping[Any, Any], disputed: Iterable[Mapping[str, Any]]
) -> Iterator[Doubt]:
    for row in disputed:
        key = row["plan_id"], row["instrument"]
        if key in cells:
            level, quote = int(row["second"]), text_of(row["second_quote"])
            yield _doubt(cells[key], best, DISPUTED, level, quote)


def _unsure(cells: Mapping[Any, Any], best: Mapping[Any, Any]) -> Iterator[Doubt]:
    for cell in cells.values():
        if cell["status"] != Status.STATED:
            continue
        row = best.get((cell["plan_id"], cell["instrument"], cell["start"]))
        if cell["provisional"] is True:
            yield _doubt(cell, best, PROVISIONAL)
        elif row is not None and cell["items"] == 1 and not text_of(row["mark"]):
            yield _doubt(cell, best, THIN)


def _doubt(
    cell: Mapping[str, Any], best: Mapping[Any, Any], reason: str, second: int = 0, second_quote: str = ""
) -> Doubt:
    plan, instrument = cell["plan_id"], cell["instrument"]
    there = cell["status"] == Status.STATED
    row = best.get((plan, instrument, cell["start"])) if there else None
    return Doubt(
        plan,
        instrument,
        reason,
        int(cell["level"]) if there else 0,
        row["means_id"] if row else "",
        text_of(cell["quote"]),
        int(cell["start"]) if there else 0,
        int(cell["end"]) if there else 0,
        second,
        second_quote,
    )
