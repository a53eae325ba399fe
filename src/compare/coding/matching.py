"""Matching words against many patterns: which indicators and scopes do they speak of?

A codebook holds hundreds of patterns, and most of them need a character that the words at hand do
not have. Knowing those characters beforehand spares the search; it never changes its outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern and the Han characters that every match of it contains."""

    pattern: re.Pattern[str]
    needs: frozenset[str]


def wordings(patterns: Iterable[re.Pattern[str]]) -> tuple[Wording, ...]:
    """Patterns with what they need."""
    return tuple(Wording(p, required_characters(p.pattern)) for p in patterns)


def required_characters(pattern: str) -> frozenset[str]:
    """Han characters that stand outside groups and classes of a regex and are not optional.

    >>> sorted(required_characters("护理型?床位(?:占比|比例)"))
    ['位', '床', '护', '理']
    """
    depth = 0
    needed: set[str] = set()
    position = 0
    while position < len(pattern):
        char = pattern[position]
        if char == "\\":
            position += 2
            continue
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif depth == 0:
            if char == "|":
                return frozenset()
            if _HAN.match(char) and pattern[position + 1 : position + 2] not in ("?", "*", "{"):
                needed.add(char)
        position += 1
    return frozenset(needed)


def longest(candidates: Iterable[Wording], words: str, characters: frozenset[str]) -> int:
    """Length of the longest match of any candidate in the words, 0 for none."""
    best = 0
    for wording in candidates:
        if wording.needs <= characters and (match := wording.pattern.search(words)):
            best = max(best, match.end() - match.start())
    return best
