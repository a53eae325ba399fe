"""What files hold, by format and feature: the inputs of docs/formats.md."""

from __future__ import annotations

from tests.support.features.boxes import boxes
from tests.support.features.feature import Feature
from tests.support.features.plain import plain
from tests.support.features.printed import printed
from tests.support.features.sheet import sheets
from tests.support.features.web import web
from tests.support.features.word import word

__all__ = ["FEATURES", "Feature", "table"]

FEATURES = (*plain(), *web(), *word(), *printed(), *sheets(), *boxes())
FORMATS = tuple(dict.fromkeys(feature.form for feature in FEATURES))


def table() -> str:
    """Format by feature, as docs/formats.md prints it."""
    outcomes = {(feature.name, feature.form): feature.outcome for feature in FEATURES}
    lines = [f"| feature | {' | '.join(FORMATS)} |", f"|---|{'---|' * len(FORMATS)}"]
    for name in sorted({feature.name for feature in FEATURES}, key=str.casefold):
        cells = (outcomes.get((name, form), "") for form in FORMATS)
        lines.append(f"| {name.replace('<', '&lt;')} | {' | '.join(cells)} |")
    return "\n".join(lines)
