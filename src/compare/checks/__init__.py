"""Checks: what a person should look at in a plan that was read and coded.

In: what was read of a plan, with its codes, and the codebook. Out: findings in the order of the text; each
check is a function ``(result, codebook) -> findings``, and CHECKS lists them all. Knows nothing of how
findings are worded or shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from compare.checks.conflicts import conflicts
from compare.checks.corrected import corrections
from compare.checks.damage import damaged_text, injected_text
from compare.checks.direction import bounds_against_direction, later_asks_for_less
from compare.checks.ledger import learned, numerals_without_role, uncoded
from compare.checks.registration import register_entry
from compare.checks.repeats import repeats
from compare.checks.total_rows import table_totals
from compare.checks.unread import (
    not_in_file,
    nothing_read,
    numerals_in_furniture,
    recognised_text,
    unread_text,
)
from compare.checks.values import deadlines_before_issue, implausible_values
from compare.model import Finding
from compare.tables.making.result import PlanResult
from compare.tables.words.messages import identity

if TYPE_CHECKING:
    from compare.coding import Codebook

__all__ = ["CHECKS", "UNREAD", "check"]

#: What says how much of a file was not read, or only by text recognition.
UNREAD = (unread_text, not_in_file, nothing_read)

CHECKS: tuple[Callable[[PlanResult, Codebook], Iterable[Finding]], ...] = (
    register_entry,
    corrections,
    numerals_without_role,
    learned,
    uncoded,
    table_totals,
    conflicts,
    implausible_values,
    deadlines_before_issue,
    later_asks_for_less,
    repeats,
    bounds_against_direction,
    damaged_text,
    injected_text,
    recognised_text,
    numerals_in_furniture,
    *UNREAD,
)


def check(results: Sequence[PlanResult], codebook: Codebook) -> dict[str, tuple[Finding, ...]]:
    """The findings of every check by plan id, in the order of the text."""
    return {
        result.plan.plan_id: tuple(
            sorted(
                (finding for one in CHECKS for finding in one(result, codebook)),
                key=lambda finding: (finding.start, finding.end, finding.check, identity(finding.message)),
            )
        )
        for result in results
    }
