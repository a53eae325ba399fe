"""What is left of the words before a value while they are cut to a noun phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import Rule

Span = tuple[int, int]


@dataclass(slots=True)
class Stretch:
    """What is left of the words before a value: ``text[start:end]``, also as ``piece``."""

    text: str
    start: int
    end: int
    piece: str
    lexicon: Lexicon

    def tail(self, pattern: re.Pattern[str], ends: frozenset[str]) -> Span | None:
        """The stretch without the match of a pattern at its end; ``ends`` are how its matches end."""
        found = pattern.search(self.piece) if self.piece and self.piece[-1] in ends else None
        return (self.start, self.start + found.start()) if found else None

    def head(self, pattern: re.Pattern[str], needs: frozenset[str] = frozenset()) -> Span | None:
        """The stretch without the match of a pattern, which has one of ``needs`` in it, at its beginning."""
        if needs and needs.isdisjoint(self.piece):
            return None
        found = pattern.match(self.piece)
        return (self.start + found.end(), self.end) if found and found.end() else None


Cut = Rule[Stretch, Span]
