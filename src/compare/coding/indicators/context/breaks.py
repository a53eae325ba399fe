"""Where clauses, parts of sentences and sentences end in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

#: Words farther off than this do not say what a value measures.
REACH = 400
STOPS = frozenset("。!?！？\n|")
_PARTS = STOPS | frozenset(";；")
BREAKS = _PARTS | frozenset(",，:：")


# 500张|(其中护理型床位400张|): what stands in brackets behind a number has one of its own
_PART_IN_BRACKETS = re.compile(
    r"[(（](?<=[张个家所处名人户元%次米座条].)(?=其中|(?:含|包括)[一-龥]{2}|[一-龥“][^()（）\n]{1,40}[0-9])"
    r"[^()（）\n]{2,200}[)）]"
)


class Marks(NamedTuple):
    """Copies of a text with a line end at every full stop, at semicolons too, at commas and colons too (and
    at brackets around a part of what was counted)."""

    stops: str
    parts: str
    breaks: str


@lru_cache(maxsize=2)
def marks_of(text: str) -> Marks:
    """The marks of a text, found once for all of its statements."""
    copies = []
    marked = text
    for marks in (STOPS, _PARTS - STOPS, BREAKS - _PARTS):
        for mark in marks:
            marked = marked.replace(mark, "\n")
        copies.append(marked)
    stops, parts, breaks = copies
    brackets = [at for part in _PART_IN_BRACKETS.finditer(text) for at in (part.start(), part.end() - 1)]
    if brackets:
        characters = list(breaks)
        for at in brackets:
            characters[at] = "\n"
        breaks = "".join(characters)
    return Marks(stops, parts, breaks)


def last(marked: str, position: int) -> int:
    """Where the words before a position begin: behind the last mark, within reach."""
    floor = position - REACH if position > REACH else 0
    at = marked.rfind("\n", floor, position)
    return at + 1 if at >= 0 else floor


def goes_on(text: str, start: int, end: int, stops: frozenset[str] = STOPS) -> bool:
    """Whether one sentence goes on from one place to another, within reach."""
    between = text[start:end]
    return len(between) <= REACH and stops.isdisjoint(between)


def following(marked: str, position: int) -> int:
    """Where the words from a position on end: at the next mark, within reach."""
    ceiling = min(len(marked), position + REACH)
    at = marked.find("\n", position, ceiling)
    return at if at >= 0 else ceiling
