"""Words that say nothing of what is done or measured: titles are blanked, asides in brackets cut."""

from __future__ import annotations

import re

TITLES = re.compile(r"《[^《》]*》")
#: An aside, or the end of one that begins before the words.
_ASIDE = re.compile(r"[(（][^()（）\n]{0,60}[)）]|^[^()（）\n]{1,60}[)）](?=[一-龥])", re.MULTILINE)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text, each match of a pattern replaced by as many □."""
    return pattern.sub(lambda match: "□" * len(match.group()), text)


def without_asides(words: str) -> str:
    """The words without what stands in brackets.

    >>> without_asides("80—89周岁(无养老保险待遇的)每人每月")
    '80—89周岁每人每月'
    """
    return _ASIDE.sub("", words) if ")" in words or "）" in words else words
