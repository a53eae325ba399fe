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

    def tail(self, pattern: re.Pattern[str]) -> Span | None:
        """The stretch without the match of a pattern at its end."""
        found = pattern.search(self.piece)
        return (self.start, self.start + found.start()) if found else None

    def head(self, pattern: re.Pattern[str]) -> Span | None:
        """The stretch without the match of a pattern at its beginning."""
        found = pattern.match(self.piece)
        return (self.start + found.end(), self.end) if found and found.end() else None


Cut = Rule[Stretch, Span]
