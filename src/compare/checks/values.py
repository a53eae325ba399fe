"""Values and deadlines that cannot well be so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.model import Amount, Code, Comparator, Finding, Kind, Phrase, Severity
from compare.tables.comparing.cells import last_day
from compare.tables.making.result import PlanResult
from compare.tables.making.rows import is_total

if TYPE_CHECKING:
    from compare.coding import Codebook


def implausible_values(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A value outside the range the codebook gives for its indicator, in the indicator's own unit.

    The range is that of a whole plan: the share of one county in a table may well be 0.
    """
    for coded in result.coded:
        statement = coded.statement
        indicator = codebook.indicators.get(coded.indicator)
        if indicator is None or indicator.plausible is None or statement.unit != indicator.unit:
            continue
        if statement.kind is Kind.ALLOCATION and not is_total(statement.area):
            continue
        low, high = indicator.plausible
        values = [float(value) for value in (statement.value_low, statement.value_high) if value is not None]
        if any(not low <= value <= high for value in values):
            yield Finding(
                "implausible",
                Severity.WARNING,
                Phrase(
                    "findings.implausible",
                    {
                        "indicator": Code("indicators", coded.indicator),
                        "value": statement.value_text,
                        "range": Amount(low, high, indicator.unit, Comparator.RANGE),
                    },
                ),
                statement.start,
                statement.end,
                (coded.statement_id,),
            )


def deadlines_before_issue(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A deadline that had passed when the plan was issued."""
    if not result.plan.issued_on:
        return
    issued = int(result.plan.issued_on.replace("-", "").ljust(8, "0"))
    for coded in result.coded:
        statement = coded.statement
        if statement.deadline and last_day(statement.deadline) < issued:
            yield Finding(
                "deadline_before_issue",
                Severity.WARNING,
                Phrase(
                    "findings.deadline_before_issue",
                    {"deadline": statement.deadline, "issued": result.plan.issued_on},
                ),
                statement.start,
                statement.end,
                (coded.statement_id,),
            )
