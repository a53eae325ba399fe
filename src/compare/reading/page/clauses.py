"""Sentences and clauses of a text, as sorted offsets that answer "where does this begin?"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

# A comma or colon between two digits belongs to a number (8,890; 100:1).
_BREAKS = re.compile(r"[。!?|\n;]|[,:](?:(?<![0-9].)|(?![0-9]))")
#: Words farther from a value than this are not its clause, however long a line without commas is.
CLAUSE_REACH = 240
# 【重点任务26】建设…: a label at the head of a line is set off from what it labels.
_LABEL = re.compile(r"^\[[^\[\]\n]{1,20}\]", re.MULTILINE)
_STOPS = frozenset("。!?|\n")


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
    breaks = [m.start() for m in _BREAKS.finditer(text)]
    if "[" in text and (labels := [m.end() - 1 for m in _LABEL.finditer(text)]):
        breaks = sorted({*breaks, *labels})
    stops = [at for at in breaks if text[at] in _STOPS]
    return Clauses(len(text), tuple(breaks), tuple(stops))
