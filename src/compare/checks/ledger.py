"""The ledgers of a plan: numerals without a role, statements coded by learned weights alone, statements the
codebook does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from compare.coding.learned.codes import LEARNED
from compare.model import Code, Coded, Fact, Finding, Kind, Phrase, Role, Severity
from compare.tables.making.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook


def numerals_without_role(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A numeral that is neither statement nor date nor ordinal … may be a statement that was missed."""
    for numeral in result.reading.numerals:
        if numeral.role is Role.NONE:
            yield Finding(
                "numeral_without_role",
                Severity.WARNING,
                Phrase("findings.numeral_without_role", {"numeral": numeral.text}),
                numeral.start,
                numeral.end,
            )


def learned(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A statement coded by learned weights alone: a person should confirm it."""
    for coded in result.coded:
        if coded.review == LEARNED:
            statement = coded.statement
            facts: dict[str, Fact] = {
                "subject": statement.subject or Phrase("findings.empty"),
                "value": statement.value_text,
                "indicator": Code("indicators", coded.indicator),
            }
            message = Phrase("findings.learned", facts)
            yield Finding(
                "learned", Severity.NOTE, message, statement.start, statement.end, (coded.statement_id,)
            )


def uncoded(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A statement without an indicator, or a column of a table: the codebook may have to grow."""
    columns: dict[tuple[str, str], list[Coded]] = {}
    for coded in result.coded:
        statement = coded.statement
        if coded.indicator:
            continue
        if statement.kind is Kind.ALLOCATION:
            columns.setdefault((statement.subject, statement.unit), []).append(coded)
        else:
            facts: dict[str, Fact] = {"value": statement.value_text}
            if statement.subject:
                yield _uncoded([coded], Phrase("findings.uncoded", {**facts, "subject": statement.subject}))
            else:
                yield _uncoded([coded], Phrase("findings.uncoded_value", facts))
    for (subject, unit), cells in columns.items():
        facts = {"subject": subject, "unit": Code("units", unit)}
        yield _uncoded(cells, Phrase("findings.uncoded_column", facts))


def _uncoded(coded: Sequence[Coded], message: Phrase) -> Finding:
    statement = coded[0].statement
    ids = tuple(one.statement_id for one in coded)
    return Finding("uncoded", Severity.NOTE, message, statement.start, statement.end, ids)
