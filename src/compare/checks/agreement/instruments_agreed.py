"""How far two codings of policy instruments agree, cell by cell: per cent and Krippendorff's alpha (ordinal).

A cell is a plan and an instrument; its level is the highest of the rows that carry it, 0 where none does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.checks.agreement.statements_agreed import alpha

AGREEMENT = ("instrument", "cells", "agreed", "percent", "alpha")
DISPUTED = ("plan_id", "instrument", "first", "second", "first_quote", "second_quote")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a coding says of an instrument in a plan; ``quote`` is the evidence, "" where there is none."""

    level: int
    quote: str


Coding = Mapping[tuple[str, str], Cell]
_NONE = Cell(0, "")


def highest(rows: Iterable[tuple[str, str, int, str]]) -> dict[tuple[str, str], Cell]:
    """(plan, instrument) -> the cell of these (plan, instrument, level, quote); the first of equals."""
    cells: dict[tuple[str, str], Cell] = {}
    for plan, instrument, level, quote in rows:
        if level > cells.get((plan, instrument), _NONE).level:
            cells[plan, instrument] = Cell(level, quote)
    return cells


def agreement(
    first: Coding, second: Coding, plans: Sequence[str], instruments: Sequence[str]
) -> list[dict[str, Any]]:
    """AGREEMENT rows: over all instruments (``instrument`` "") and for each over the plans."""
    pairs = {code: [_levels(first, second, plan, code) for plan in plans] for code in instruments}
    rows = [_row("", [pair for mine in pairs.values() for pair in mine])]
    return rows + [_row(code, mine) for code, mine in pairs.items()]


def disputed(
    first: Coding, second: Coding, plans: Sequence[str], instruments: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """DISPUTED rows: cells with another level in each coding, plan by plan."""
    for plan in plans:
        for code in instruments:
            one, two = first.get((plan, code), _NONE), second.get((plan, code), _NONE)
            if one.level != two.level:
                yield {
                    "plan_id": plan,
                    "instrument": code,
                    "first": one.level,
                    "second": two.level,
                    "first_quote": one.quote,
                    "second_quote": two.quote,
                }


def _levels(first: Coding, second: Coding, plan: str, code: str) -> tuple[int, int]:
    return first.get((plan, code), _NONE).level, second.get((plan, code), _NONE).level


def _row(code: str, pairs: Sequence[tuple[int, int]]) -> dict[str, Any]:
    agreed = sum(one == two for one, two in pairs)
    return {
        "instrument": code,
        "cells": len(pairs),
        "agreed": agreed,
        "percent": round(100 * agreed / len(pairs), 1) if pairs else None,
        "alpha": alpha(pairs, "ordinal"),
    }
