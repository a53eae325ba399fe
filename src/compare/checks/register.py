"""Does a plan's register entry fit its document?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.coding.regions import region_by_code
from compare.model import Finding, Severity
from compare.tables.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook

_WHERE = "data/raw/plans.yaml"


def register_entry(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """An entry nobody reviewed; a title or number that the text does not hold; a region or an
    indicator that is not known; an indicator that cannot apply but is stated."""
    plan = result.plan
    if not plan.reviewed:
        yield _finding(
            "unreviewed",
            Severity.WARNING,
            f"the entry was read from the text; check it in {_WHERE} and write reviewed: true",
        )
    if not plan.region_zh:
        yield _finding("register", Severity.WARNING, f"no region; add region_zh and region_en in {_WHERE}")
    if plan.region_code and region_by_code(plan.region_code) is None:
        yield _finding(
            "register", Severity.WARNING, f"no region has the code {plan.region_code}; correct {_WHERE}"
        )
    text = "".join(result.text.split())
    for key in ("title", "document_number"):
        value = "".join(getattr(plan, key).split())
        if value and value not in text:
            yield _finding(
                "register",
                Severity.WARNING,
                f"the {key} {getattr(plan, key)} is not in the document; check {_WHERE}",
            )
    stated = {coded.indicator for coded in result.coded}
    for indicator in plan.not_applicable:
        if indicator not in codebook.indicators:
            yield _finding(
                "register",
                Severity.ERROR,
                f"not_applicable names no indicator: {indicator}; correct {_WHERE}",
            )
        elif indicator in stated:
            yield _finding(
                "register",
                Severity.WARNING,
                f"{indicator} is stated although not_applicable names it; correct {_WHERE}",
            )


def _finding(check: str, severity: Severity, message: str) -> Finding:
    return Finding(check, severity, message, 0, 0)
