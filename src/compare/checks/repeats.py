"""Promises that repeat each other: a later deadline for the same value, an increase that is also a total, and
yearly figures that may be running totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.checks.value_facts import stated
from compare.model import Code, Coded, Fact, Finding, Kind, Phrase, Severity
from compare.tables.comparing.cells import last_day
from compare.tables.making.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook

_RATES = ("%", "‰")
#: Indicator, scope, unit.
Quantity = tuple[str, str, str]


def repeats(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """What was promised once is promised again, or in another sense.

    Targets of running text, each scope and unit for itself; indicators that gather unlike things are left
    alone. Standards are norms that hold at any time and promise nothing again.
    """
    found = _targets(result, codebook)
    for quantity, steps in found.items():
        yield from _not_rising(quantity, steps)
        yield from _maybe_cumulative(quantity, steps)
    for stock, flow in codebook.equivalences.stocks.items():
        for (code, scope, unit), steps in found.items():
            if code == stock:
                yield from _increase_and_total(steps, found.get((flow, scope, unit), []), flow)


def _targets(result: PlanResult, codebook: Codebook) -> dict[Quantity, list[Coded]]:
    """The dated targets of one quantity, earliest first."""
    found: dict[Quantity, list[Coded]] = defaultdict(list)
    for coded in result.coded:
        indicator, statement = codebook.indicators.get(coded.indicator), coded.statement
        if (
            indicator
            and indicator.headline_scopes
            and statement.kind is Kind.TARGET
            and statement.value_low is not None
        ):
            found[coded.indicator, coded.scope, statement.unit].append(coded)
    return {
        key: sorted(some, key=lambda one: (_day(one), one.statement.start)) for key, some in found.items()
    }


def _day(coded: Coded) -> int:
    deadline = coded.statement.deadline
    return last_day(deadline) if deadline else 0


def _not_rising(quantity: Quantity, steps: list[Coded]) -> Iterator[Finding]:
    """The same value for a later deadline: ≥ 90 % by 2022 and 90 % by 2025."""
    dated_steps = [one for one in steps if one.statement.deadline]
    for earlier, later in pairwise(dated_steps):
        same = earlier.statement.value_low == later.statement.value_low
        if same and _day(earlier) < _day(later):
            yield _finding("later_same", quantity, (earlier, later))


def _maybe_cumulative(quantity: Quantity, steps: list[Coded]) -> Iterator[Finding]:
    """Counts for three dates that rise, 100 in 2020, 300 in 2021, 400 in 2022: each year's, or in all?"""
    counted = [one for one in steps if one.statement.deadline and not one.statement.period]
    unit = quantity[2]
    days = {_day(one) for one in counted}
    if unit in _RATES or "/" in unit or len(days) < 3 or len(days) < len(counted):
        return
    values = [low for one in counted if (low := one.statement.value_low) is not None]
    if all(before < after for before, after in pairwise(values)):
        yield _finding("maybe_cumulative", quantity, tuple(counted))


def _increase_and_total(totals: list[Coded], increases: list[Coded], flow: str) -> Iterator[Finding]:
    """扩充300张 and 扩充至300张: the increase is the total only where there was nothing before."""
    for total in totals:
        for increase in increases:
            if total.statement.value_low == increase.statement.value_low:
                facts: dict[str, Fact] = {
                    "indicator": Code("indicators", total.indicator),
                    "flow": Code("indicators", flow),
                    "scope": Code("scopes", total.scope),
                    "values": tuple(map(stated, (increase, total))),
                }
                yield _made("increase_or_total", facts, (increase, total))


def _finding(key: str, quantity: Quantity, steps: tuple[Coded, ...]) -> Finding:
    code, scope, _ = quantity
    facts: dict[str, Fact] = {
        "indicator": Code("indicators", code),
        "scope": Code("scopes", scope),
        "values": tuple(map(stated, steps)),
    }
    return _made(key, facts, steps)


def _made(key: str, facts: dict[str, Fact], steps: tuple[Coded, ...]) -> Finding:
    last = steps[-1].statement
    ids = tuple(one.statement_id for one in steps)
    return Finding("repeats", Severity.NOTE, Phrase(f"findings.{key}", facts), last.start, last.end, ids)
