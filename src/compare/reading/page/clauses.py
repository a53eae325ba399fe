"""Sentences and clauses of a text, as sorted offsets that answer "where does this begin?"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add

# A comma or colon between two digits belongs to a number (8,890; 100:1).
_IN_NUMBER = re.compile("[0-9][,:](?=[0-9])")
#: Words farther from a value than this are not its clause, however long a line without commas is.
CLAUSE_REACH = 240
# 【重点任务26】建设…: a label at the head of a line is set off from what it labels.
_LABEL = re.compile(r"\[(?<![^\n].)[^\[\]\n]{1,20}\]")
_STOPS = "。!?|\t"  # and line ends; the view keeps a tab between two numbers
_PAUSES = ";,:"


@dataclass(frozen=True, slots=True)
class Clauses:
    """Offsets of separators: ``breaks`` all of them, ``stops`` full stops and line ends only.

    A table cell's bar ends a sentence: what stands in the next cell is said on its own.
    """

    length: int
    breaks: tuple[int, ...]
    stops: tuple[int, ...]

    def clause(self, position: int) -> tuple[int, int]:
        """Span of the clause that holds ``position``; a separator belongs to the clause it ends."""
        return _around(self.breaks, position, self.length)

    def sentence(self, position: int) -> tuple[int, int]:
        """Span of the sentence that holds ``position``."""
        return _around(self.stops, position, self.length)


def _around(stops: tuple[int, ...], position: int, length: int) -> tuple[int, int]:
    at = bisect_left(stops, position)
    return (stops[at - 1] + 1 if at else 0, stops[at] if at < len(stops) else length)


def clauses_of(text: str) -> Clauses:
    """Find the separators of ``text`` (a normalized view)."""
    by_line = text
    for stop in _STOPS:
        by_line = by_line.replace(stop, "\n")
    stops = tuple(_line_ends(by_line))
    by_line = _IN_NUMBER.sub("  ", by_line)
    for pause in _PAUSES:
        by_line = by_line.replace(pause, "\n")
    breaks = tuple(_line_ends(by_line))
    if "[" in text and (labels := [m.end() - 1 for m in _LABEL.finditer(text)]):
        breaks = tuple(sorted({*breaks, *labels}))
    return Clauses(len(text), breaks, stops)


def _line_ends(text: str) -> Iterator[int]:
    """Where lines end: from their lengths, which is a third of the work of looking at each."""
    lengths = list(map(len, text.split("\n")))
    lengths.pop()
    return map(add, accumulate(lengths), count())
