"""The lines of a text as letters, so that a table in which each cell is a line shows as a rhythm.

N is a value, M a mark that means "does not apply", T any other short line, X a line of another kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.reading.grids.cell_values import cell_value
from compare.reading.grids.grid import LABEL_LENGTH, Place
from compare.reading.page.lines import lines_of
from compare.reading.quantities.lexicon import Lexicon

# What a line must look like to be worth reading as a value: cheap, since every line is tried.
_CANDIDATE = re.compile(
    r"\n(?:(?P<plain>[0-9]{1,12})|[^\n0-9]{0,5}[0-9][^\n]{0,18}|(?:[/\\×…-]{1,3}|无|全覆盖)\|?)(?![^\n])"
)
_FEWEST = 3  # fewer values than these make no table


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a text as places (without a bar at their end) and letters."""

    text: str
    lexicon: Lexicon
    places: Sequence[Place]
    letters: str

    def words(self, at: int) -> str:
        """What line ``at`` says."""
        return self.text[slice(*self.places[at])]

    def several(self, at: int, count: int) -> list[str]:
        """What ``count`` lines from ``at`` on say."""
        return [self.text[slice(*place)] for place in self.places[at : at + count]]


def lettered(text: str, lexicon: Lexicon, taken: Sequence[Place], skipped: Sequence[Place]) -> Lines | None:
    """The lines of a view; None, and that soon, where too few of them are values to make a table.

    Lines that begin in the spans ``taken`` are X, those in ``skipped`` are left out.
    """
    found = _outside(list(_CANDIDATE.finditer(text)), taken)
    if len(found) < _FEWEST:
        return None
    places = [(start, end) for start, end, _ in lines_of(text)]
    starts = [start for start, _ in places]
    letters = ["T" if end - start <= LABEL_LENGTH else "X" for start, end in places]
    if "|" in text:
        _without_bars(text, places, letters)
    for match in found:
        at = bisect_left(starts, match.start() + 1)
        start, end = places[at]
        if match["plain"]:
            letters[at] = "N"
        elif letters[at] == "T" and (value := cell_value(text, start, end, lexicon)):
            letters[at] = "M" if value.low is None else "N"
    for at in _begin_in(taken, starts):
        letters[at] = "X"
    away = set(_begin_in(skipped, starts))
    if away:
        places = [place for at, place in enumerate(places) if at not in away]
        letters = [letter for at, letter in enumerate(letters) if at not in away]
    return Lines(text, lexicon, places, "".join(letters))


def _outside(candidates: Sequence[re.Match[str]], taken: Sequence[Place]) -> list[re.Match[str]]:
    """The lines that may be values and begin in none of the spans ``taken``."""
    starts = [m.start() + 1 for m in candidates]
    inside = set(_begin_in(taken, starts))
    return [m for at, m in enumerate(candidates) if at not in inside]


def _begin_in(spans: Sequence[Place], starts: Sequence[int]) -> Iterator[int]:
    """Numbers of the lines that begin in one of the spans."""
    for start, end in spans:
        yield from range(bisect_left(starts, start), bisect_left(starts, end))


def _without_bars(text: str, places: list[Place], letters: list[str]) -> None:
    """A bar at the end of a line is no part of its cell; a line with other bars is no cell."""
    for at, (start, end) in enumerate(places):
        bar = text.find("|", start, end)
        if bar >= 0:
            places[at] = start, end - (text[end - 1] == "|")
            blank = bar == start == end - 1
            letters[at] = "M" if blank else "X" if bar < end - 1 or bar == start else letters[at]
