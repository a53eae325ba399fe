"""The value whose base is sought, and what the rules find for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare.reading.page.clauses import Clauses
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.lexicon import Unit

Span = tuple[int, int]

#: So many values before one are looked at.
PARALLEL = 5


class SharedBase(NamedTuple):
    """Where the words stand that name the base of a value, of no length where it has none; whether the value
    shares their period too, and whether they stand behind the unit of the value before (100元/人·月)."""

    words: Span
    with_period: bool = False
    behind: bool = False


class Sharer(NamedTuple):
    """A value with those before it (it is number ``at`` of ``values``), its subject, the words of its clause
    before it, and the unit that the same subject was stated in before."""

    text: str
    clauses: Clauses
    values: Sequence[Value]
    at: int
    value: Value
    subject: Span
    clause_before: str
    stated: Unit | None

    @property
    def before(self) -> Value | None:
        """The value before it in the text, if it has the same unit."""
        before = self.values[self.at - 1] if self.at else None
        return before if before and before.unit is self.value.unit else None


def exceeds_by_far(value: Value, before: Value) -> bool:
    """Whether a sum is no sum of one place, but of all of them."""
    return value.low >= 20 * before.high
