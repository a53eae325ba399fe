"""Does a plan's register entry fit its document?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.coding.places.regions import region_by_code
from compare.model import Code, Fact, Finding, Phrase, Severity
from compare.tables.making.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook

_REGISTER = "data/raw/plans.yaml"


def register_entry(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """An entry nobody reviewed; a title or number that the text does not hold; a region or an
    indicator that is not known; an indicator that cannot apply but is stated."""
    plan = result.plan
    if not plan.reviewed:
        yield _finding("unreviewed", Severity.WARNING, "unreviewed")
    if not plan.region_zh:
        yield _finding("register", Severity.WARNING, "no_region")
    if plan.region_code and region_by_code(plan.region_code) is None:
        yield _finding("register", Severity.WARNING, "unknown_region", code=plan.region_code)
    text = "".join(result.text.split())
    for key in ("title", "document_number"):
        value = getattr(plan, key)
        if "".join(value.split()) not in text:
            field = Code("fields", key)
            yield _finding("register", Severity.WARNING, "not_in_document", field=field, value=value)
    stated = {coded.indicator for coded in result.coded}
    for code in plan.not_applicable:
        if code not in codebook.indicators:
            yield _finding("register", Severity.ERROR, "unknown_not_applicable", code=code)
        elif code in stated:
            indicator = Code("indicators", code)
            yield _finding("register", Severity.WARNING, "stated_not_applicable", indicator=indicator)


def _finding(check: str, severity: Severity, key: str, **facts: Fact) -> Finding:
    return Finding(check, severity, Phrase(f"findings.{key}", {**facts, "file": _REGISTER}), 0, 0)
