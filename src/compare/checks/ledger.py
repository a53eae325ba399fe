"""The ledgers of a plan: numerals without a role, statements the codebook does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.model import Finding, Role, Severity
from compare.tables.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook


def numerals_without_role(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A numeral that is neither statement nor date nor ordinal … may be a statement that was missed."""
    for numeral in result.reading.numerals:
        if numeral.role is Role.NONE:
            yield Finding(
                "numeral_without_role",
                Severity.WARNING,
                f"the numeral {numeral.text} has no role; it may belong to a statement that was missed",
                numeral.start,
                numeral.end,
            )


def uncoded(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A statement without an indicator: the codebook may have to grow."""
    for coded in result.coded:
        if not coded.indicator:
            said = coded.statement
            yield Finding(
                "uncoded",
                Severity.NOTE,
                f"no indicator of the codebook fits {said.subject or 'this'}: {said.value_text}",
                said.start,
                said.end,
                (coded.statement_id,),
            )
