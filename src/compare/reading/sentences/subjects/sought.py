"""A value whose noun is sought, with the words that may hold it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.reading.cues import SETTLEMENTS
from compare.reading.quantities.amounts import Value
from compare.reading.rules import last_match
from compare.reading.sentences.nouns.noun_behind import noun_behind

if TYPE_CHECKING:
    from compare.reading.sentences.subjects.finder import SubjectFinder

Span = tuple[int, int]
Found = Sequence[Span]

# 90%以上的社区, 40%以上行政村
_OF_PLACES = re.compile(
    rf"(?:及?以上|左右)?(?:的(?!(?:资金)?比例|标准|份额|幅度|速度|水平|目标|要求)|(?={SETTLEMENTS}))"
)


class Sought:
    """A value whose noun is sought, with the noun phrases before and behind it, found when asked for."""

    __slots__ = ("_before", "_behind", "_of_places", "finder", "floor", "previous", "text", "value")

    def __init__(self, finder: SubjectFinder, value: Value, floor: int, previous: Span | None) -> None:
        self.finder, self.value, self.floor, self.previous = finder, value, floor, previous
        self.text = finder.text
        self._before: Span | None = None
        self._behind: Span | None = None
        self._of_places: bool | None = None

    @property
    def before(self) -> Span:
        """The noun phrase before the value."""
        if self._before is None:
            self._before = self.finder.noun_before(self.floor, self.value.start)
        return self._before

    @property
    def behind(self) -> Span:
        """The noun phrase behind the value."""
        if self._behind is None:
            value = self.value
            self._behind = noun_behind(
                self.text, value.bound_end, value.clause_end, counts=value.unit.sort == "count"
            )
        return self._behind

    @property
    def of_places(self) -> bool:
        """Whether a share is one of what stands behind it (90%以上的社区)."""
        if self._of_places is None:
            self._of_places = _OF_PLACES.match(self.text, self.value.end) is not None
        return self._of_places

    @property
    def words(self) -> str:
        """The words before the value that belong to it alone, without a comparator at their end."""
        words = self.text[self.floor : self.value.start]
        bound = last_match(self.finder.lexicon.distant, words)
        return words[: bound.start()] if bound and bound.end() == len(words) else words


def noun(span: Span) -> Found | None:
    """The noun as what was found, None where it is too short to be one."""
    return (span,) if span[1] - span[0] >= 2 else None
