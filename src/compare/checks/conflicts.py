"""Does a plan state the same quantity in different ways?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.checks.value_facts import dated
from compare.model import Amount, Code, Coded, Fact, Finding, Kind, Phrase, Severity, Status
from compare.tables.comparing.cells import StatedValue, fill
from compare.tables.comparing.compared_rows import Aspect, RowKey
from compare.tables.comparing.comparison import gathers, row_key
from compare.tables.making.result import PlanResult
from compare.tables.making.rows import is_total

if TYPE_CHECKING:
    from compare.coding import Codebook


def conflicts(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """In every row of the comparison, by the rules of its cells.

    Two scopes are two quantities. Parameters are left alone: one age for one benefit and another for
    the next contradict nothing. So is an indicator that gathers unlike things.
    """
    spans = {coded.statement_id: coded.statement for coded in result.coded}
    for key, values in _stated(result, codebook).items():
        gathered = gathers(codebook.indicators.get(key.indicator))
        if key.aspect is Aspect.NAMED or fill(values, gathered).status is not Status.CONFLICTING:
            continue
        binding = [one for one in values if one.total or one.kind != Kind.PARAMETER]
        first = spans[binding[0].statement_id]
        yield Finding(
            "conflict",
            Severity.WARNING,
            Phrase(
                "findings.conflict",
                {
                    "indicator": Code("indicators", key.indicator),
                    "scope": Code("scopes", key.scope),
                    "values": tuple(map(_value, binding)),
                },
            ),
            first.start,
            first.end,
            tuple(one.statement_id for one in binding),
        )


def _stated(result: PlanResult, codebook: Codebook) -> dict[RowKey, list[StatedValue]]:
    stated: dict[RowKey, list[StatedValue]] = defaultdict(list)
    for coded in sorted(result.coded, key=lambda one: (one.statement.start, one.statement_id)):
        statement = coded.statement
        total = statement.kind is Kind.ALLOCATION and is_total(statement.area)
        if (
            coded.indicator
            and statement.value_low is not None
            and (total or statement.kind is not Kind.ALLOCATION)
        ):
            one = _stated_value(coded, total)
            stated[row_key(one, coded.indicator, codebook.indicators.get(coded.indicator))].append(one)
    return stated


def _stated_value(coded: Coded, total: bool) -> StatedValue:
    statement = coded.statement
    assert statement.value_low is not None
    assert statement.value_high is not None
    return StatedValue(
        statement_id=coded.statement_id,
        kind=str(statement.kind),
        value_low=float(statement.value_low),
        value_high=float(statement.value_high),
        unit=statement.unit,
        comparator=str(statement.comparator),
        deadline=statement.deadline,
        scope=coded.scope,
        start=statement.start,
        total=total,
        period=statement.period,
        scope_text=statement.scope_text,
    )


def _value(one: StatedValue) -> Fact:
    """A value with its deadline; the total of a table is named, since it often settles the matter."""
    fact = dated(Amount(*one.values, one.unit, one.comparator), one.deadline)
    return Phrase("findings.value_of_total", {"value": fact}) if one.total else fact
