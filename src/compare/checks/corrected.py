"""What people corrected in a plan, and which of their decisions no longer fit it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.coding.coder import statement_ids
from compare.coding.corrections import Decision
from compare.coding.instruments.corrections import means_ids
from compare.model import Fact, Finding, Phrase, Severity
from compare.tables.making.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook


def corrections(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A note for every correction that was applied, dropped statements included; an error for every
    one that was not, because what it expects no longer stands."""
    standing = {coded.statement_id: coded.statement for coded in result.coded}
    read = zip(statement_ids(result.plan.plan_id, result.reading), result.reading.statements, strict=True)
    spans: dict[str, tuple[int, int]] = {name: (statement.start, statement.end) for name, statement in read}
    spans |= {name: (statement.start, statement.end) for name, statement in standing.items()}
    ids_of_means = means_ids(result.plan.plan_id, result.text, result.means)
    spans |= {name: (one.start, one.end) for name, one in zip(ids_of_means, result.means.means, strict=True)}

    def finding(check: str, severity: Severity, one: Decision, message: Phrase) -> Finding:
        start, end = spans.get(one.statement_id, (0, 0))
        ids = (one.statement_id,) if one.statement_id in standing else ()
        return Finding(check, severity, message, start, end, ids)

    for one in result.corrected:
        message = Phrase("findings.correction", {**_decided(one), "reason": one.reason})
        yield finding("correction", Severity.NOTE, one, message)
    for stale in result.stale:
        one = stale.correction
        message = Phrase("findings.stale_correction", {**_decided(one), "why": stale.why})
        yield finding("stale_correction", Severity.ERROR, one, message)


def _decided(one: Decision) -> dict[str, Fact]:
    return {
        "statement": one.statement_id,
        "decision": one.decision,
        "reviewer": one.reviewer,
        "date": one.date,
    }
