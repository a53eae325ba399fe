"""The words around a value by which its kind is known."""

from __future__ import annotations

from dataclasses import dataclass

from compare.frozen import maker, quickly
from compare.model import Comparator, Kind
from compare.reading.quantities.amounts import Value
from compare.reading.rules import Rule


@quickly
@dataclass(frozen=True, slots=True)
class Wording:
    """A value with its normalised unit, the clause ``before`` it, and the text behind it (``tail``).

    ``opening`` are the last words before the clause, ``following`` what stands behind it. ``since_paid`` is
    what stands between a sum and one before it in the sentence that is paid by rule, "" where there is none;
    ``numbered`` whether the sentence is a numbered line; ``since_norm`` what stands between the value and a
    norm before it in the clause, "" where there is none.
    """

    value: Value
    unit: str
    before: str
    tail: str
    opening: str = ""
    following: str = ""
    since_paid: str = ""
    numbered: bool = False
    since_norm: str = ""

    @property
    def bounded(self) -> bool:
        """Whether the value is a bound, not a plain number."""
        return self.value.comparator is not Comparator.EQ


wording_of = maker(Wording)
KindRule = Rule[Wording, Kind]
