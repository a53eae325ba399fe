"""On which instruments the program and a person agree: ``agreement.yaml``, which ``compare-plans agreement``
writes.

An instrument is provisional where Krippendorff's alpha (ordinal, over the plans) is below 0.667, the least
that allows tentative conclusions (Krippendorff, Content Analysis, 2004, p. 241). Where all plans say the
same, alpha is not defined; then the share of cells that agree counts. What was never compared is provisional.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from compare.coding.book.errors import CodebookError

TENTATIVE = 0.667


def provisional(content: Any, instruments: Iterable[str]) -> frozenset[str]:
    """The instruments that are not agreed on. Raises CodebookError for a file that is not as it was
    written; None, no file, has no row."""
    remedy = "write it with 'agreement FILE.csv --write'"
    rows = content.get("instruments") if isinstance(content, Mapping) else () if content is None else None
    if not isinstance(rows, (list, tuple)):
        raise CodebookError(f"agreement.yaml: no list of instruments; {remedy}")
    try:
        sure = {str(row["code"]) for row in rows if _measure(row) >= TENTATIVE}
    except (KeyError, TypeError, ValueError):
        raise CodebookError(f"agreement.yaml: a row lacks code, percent or alpha; {remedy}") from None
    return frozenset(instruments) - sure


def _measure(row: Mapping[str, Any]) -> float:
    alpha = row["alpha"]
    return float(row["percent"]) / 100 if alpha is None else float(alpha)
