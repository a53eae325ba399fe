"""Does a plan state the same quantity in different ways?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.checks.value_facts import dated
from compare.model import Amount, Code, Coded, Fact, Finding, Kind, Phrase, Severity, Status
from compare.tables.comparing.cells import Said, admissible, fill
from compare.tables.comparing.comparison import rules
from compare.tables.result import PlanResult
from compare.tables.rows import is_total

if TYPE_CHECKING:
    from compare.coding import Codebook


def conflicts(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """In every scope, not only the headline one, by the rules of a cell of the comparison.

    Two scopes are two quantities. Parameters are left alone (one age for one benefit and another for
    the next contradict nothing), and so is an indicator without a headline scope: it gathers unlike
    things and is not compared.
    """
    for (indicator, scope), said in _stated(result).items():
        entry = codebook.indicators.get(indicator)
        if entry is None or not entry.headline_scopes:
            continue
        usual = rules(entry)
        here = replace(usual, headline_scopes=(scope,), kinds=usual.kinds - {Kind.PARAMETER})
        entering = admissible(said, here)
        if not entering or fill(entering).status is not Status.CONFLICTING:
            continue
        spans = {coded.statement_id: coded.statement for coded in result.coded}
        first = spans[entering[0].statement_id]
        yield Finding(
            "conflict",
            Severity.WARNING,
            Phrase(
                "findings.conflict",
                {
                    "indicator": Code("indicators", indicator),
                    "scope": Code("scopes", scope),
                    "values": tuple(map(_value, entering)),
                },
            ),
            first.start,
            first.end,
            tuple(one.statement_id for one in entering),
        )


def _stated(result: PlanResult) -> dict[tuple[str, str], list[Said]]:
    stated: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for coded in result.coded:
        said = coded.statement
        total = said.kind is Kind.ALLOCATION and is_total(said.area)
        if coded.indicator and said.value_low is not None and (total or said.kind is not Kind.ALLOCATION):
            stated[coded.indicator, coded.scope].append(_said(coded, total))
    return stated


def _said(coded: Coded, total: bool) -> Said:
    said = coded.statement
    low = said.value_low
    high = said.value_high if said.value_high is not None else low
    assert low is not None
    assert high is not None
    return Said(
        statement_id=coded.statement_id,
        kind=str(said.kind),
        value_low=float(low),
        value_high=float(high),
        unit=said.unit,
        comparator=str(said.comparator),
        deadline=said.deadline,
        scope=coded.scope,
        start=said.start,
        total=total,
    )


def _value(one: Said) -> Fact:
    return dated(Amount(*one.values, one.unit, one.comparator), one.deadline)
