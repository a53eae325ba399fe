"""Words that say nothing of what is to be done, blanked so that all others stay where they are."""

from __future__ import annotations

import re

TITLES = re.compile(r"《[^《》]*》")


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text, each match of a pattern replaced by as many □."""
    return pattern.sub(lambda match: "□" * len(match.group()), text)
