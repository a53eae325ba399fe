"""Does a plan bind an indicator the way it usually is bound, and does it ask for more as time goes on?

The codebook's ``direction`` says what is usual: a floor (at least so much), a cap (at most), or a level,
of which nothing is expected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.checks.value_facts import stated
from compare.model import CAPS, FLOORS, Code, Coded, Fact, Finding, Kind, Phrase, Severity
from compare.tables.comparing.cells import last_day
from compare.tables.making.result import PlanResult
from compare.tables.making.rows import is_total

if TYPE_CHECKING:
    from compare.coding import Codebook, Indicator

_AGAINST = {"floor": CAPS, "cap": FLOORS}


def bounds_against_direction(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A floor written as a cap (床位占比不高于50%), or a cap as a floor.

    Parameters say whom or when a rule concerns (3年内无违法记录) and bind nothing.
    """
    for coded in result.coded:
        indicator, statement = codebook.indicators.get(coded.indicator), coded.statement
        if indicator is None or statement.kind is Kind.PARAMETER:
            continue
        if statement.comparator in _AGAINST.get(indicator.direction, ()):
            facts: dict[str, Fact] = {
                "indicator": Code("indicators", coded.indicator),
                "value": statement.value_text,
            }
            yield Finding(
                "bound_direction",
                Severity.WARNING,
                Phrase(f"findings.bound_{indicator.direction}", facts),
                statement.start,
                statement.end,
                (coded.statement_id,),
            )


def later_asks_for_less(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A later deadline with a lower floor, or a higher cap, than an earlier one of the same scope.

    Targets, standards and totals of tables, each unit and period for itself; of indicators that are
    not compared (no headline scope) nothing is expected, since they gather unlike things.
    """
    for (code, scope, _, _), steps in _dated(result, codebook).items():
        indicator = codebook.indicators[code]
        for before, after in pairwise(steps):
            earlier, later = _strictest(before, indicator), _laxest(after, indicator)
            if not _less(later, earlier, indicator):
                continue
            statement = later.statement
            yield Finding(
                "later_lower",
                Severity.WARNING,
                Phrase(
                    "findings.later_lower",
                    {
                        "indicator": Code("indicators", code),
                        "scope": Code("scopes", scope),
                        "earlier": stated(earlier),
                        "later": stated(later),
                    },
                ),
                statement.start,
                statement.end,
                (earlier.statement_id, later.statement_id),
            )


#: Indicator, scope, unit and period.
Quantity = tuple[str, str, str, str]


def _dated(result: PlanResult, codebook: Codebook) -> dict[Quantity, list[list[Coded]]]:
    """The statements of one quantity by deadline, earliest first."""
    found: dict[Quantity, dict[int, list[Coded]]] = defaultdict(lambda: defaultdict(list))
    for coded in result.coded:
        indicator, statement = codebook.indicators.get(coded.indicator), coded.statement
        if indicator is None or not indicator.headline_scopes or not statement.deadline:
            continue
        against = _AGAINST.get(indicator.direction)
        if (
            against is None
            or statement.comparator in against
            or statement.value_low is None
            or not _binds(coded)
        ):
            continue
        quantity = (coded.indicator, coded.scope, statement.unit, statement.period)
        found[quantity][last_day(statement.deadline)].append(coded)
    return {quantity: [by_day[day] for day in sorted(by_day)] for quantity, by_day in found.items()}


def _binds(coded: Coded) -> bool:
    statement = coded.statement
    return (
        is_total(statement.area)
        if statement.kind is Kind.ALLOCATION
        else statement.kind is not Kind.PARAMETER
    )


def _bound(coded: Coded, indicator: Indicator) -> Decimal:
    """The end of the value that binds: a floor's lower, a cap's upper."""
    statement = coded.statement
    value = statement.value_low if indicator.direction == "floor" else statement.value_high
    assert value is not None
    return value


def _strictest(step: list[Coded], indicator: Indicator) -> Coded:
    return (max if indicator.direction == "floor" else min)(step, key=lambda one: _bound(one, indicator))


def _laxest(step: list[Coded], indicator: Indicator) -> Coded:
    return (min if indicator.direction == "floor" else max)(step, key=lambda one: _bound(one, indicator))


def _less(later: Coded, earlier: Coded, indicator: Indicator) -> bool:
    now, before = _bound(later, indicator), _bound(earlier, indicator)
    return now < before if indicator.direction == "floor" else now > before
