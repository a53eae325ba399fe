"""Where clauses, parts of sentences and sentences end in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

#: Words farther off than this do not say what a value measures.
REACH = 400
STOPS = frozenset("。!?！？\n|")
_PARTS = STOPS | frozenset(";；")
BREAKS = _PARTS | frozenset(",，:：")


class Marks(NamedTuple):
    """Copies of a text with a line end at every full stop, at semicolons too, at commas and colons too."""

    stops: str
    parts: str
    breaks: str


@lru_cache(maxsize=2)
def marks_of(text: str) -> Marks:
    """The marks of a text, found once for all of its statements."""
    copies = []
    for marks in (STOPS, _PARTS - STOPS, BREAKS - _PARTS):
        for mark in marks:
            text = text.replace(mark, "\n")
        copies.append(text)
    return Marks(*copies)


def last(marked: str, position: int) -> int:
    """Where the words before a position begin: behind the last mark, within reach."""
    floor = position - REACH if position > REACH else 0
    at = marked.rfind("\n", floor, position)
    return at + 1 if at >= 0 else floor


def following(marked: str, position: int) -> int:
    """Where the words from a position on end: at the next mark, within reach."""
    ceiling = min(len(marked), position + REACH)
    at = marked.find("\n", position, ceiling)
    return at if at >= 0 else ceiling
