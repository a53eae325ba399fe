"""Which entries of the codebook an uncoded statement resembles: what is offered to the person who codes it.

No value is coded by it. The entries and the words around a statement are vectors of pairs of neighbouring
characters, weighted by tf-idf and compared by their angle (Manning, Raghavan and Schütze, Introduction to
Information Retrieval, 2008, chapter 6).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.coding.book.codebook import Codebook, Indicator

#: So many entries are offered at most, none less alike than this share of the most alike.
OFFERED = 3
_LEAST = 0.5
#: So many characters of the sentence before and behind the quotation count.
_BEFORE, _BEHIND = 60, 20
_RUN = re.compile("[一-龥]+")
_CLAUSE_END = re.compile("[,，。;；\n]")


@dataclass(frozen=True, slots=True)
class Around:
    """The words that a statement stands among: ``before`` and ``behind`` are of its sentence, ``headings``
    run from the top down, ``title`` is the document's."""

    subject: str
    quote: str
    before: str
    behind: str
    headings: str
    title: str

    @classmethod
    def of(cls, subject: str, sentence: str, start: int, end: int, headings: str, title: str) -> Around:
        """The words around ``sentence[start:end]``."""
        behind = _CLAUSE_END.split(sentence[end:], 1)[0][:_BEHIND]
        return cls(subject, sentence[start:end], sentence[:start][-_BEFORE:], behind, headings, title)

    def pairs(self) -> dict[str, float]:
        """Pair of characters -> its weight: what is nearer to the number says more of it."""
        weighted = (
            (self.subject, 3.0),
            (self.quote, 2.0),
            (self.before, 1.0),
            (self.behind, 1.0),
            (self.headings, 1.0),
            (self.title, 0.7),
        )
        counted: defaultdict[str, float] = defaultdict(float)
        for words, weight in weighted:
            for pair in _pairs(words):
                counted[pair] += weight
        return counted


class Resemblance:
    """Ranks the entries of a codebook by how much words resemble theirs."""

    __slots__ = ("_codebook", "_entries")

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._entries = _by_pair({one.id: _counted(one) for one in codebook.indicators.values()})

    def likely(self, around: Around, unit: str, value: float | None) -> tuple[Indicator, ...]:
        """At most OFFERED entries of the unit in whose plausible range the value is, the likeliest first."""
        alike: defaultdict[str, float] = defaultdict(float)
        for pair, weight in around.pairs().items():
            for identifier, theirs in self._entries.get(pair, {}).items():
                alike[identifier] += weight * theirs
        ranked = sorted(
            (one for one in self._codebook.indicators.values() if alike[one.id] and _fits(one, unit, value)),
            key=lambda one: -alike[one.id],
        )
        return tuple(one for one in ranked[:OFFERED] if alike[one.id] >= _LEAST * alike[ranked[0].id])


def _fits(indicator: Indicator, unit: str, value: float | None) -> bool:
    if not indicator.measured_in(unit):
        return False
    return (
        value is None or not indicator.plausible or indicator.plausible[0] <= value <= indicator.plausible[1]
    )


def _counted(indicator: Indicator) -> Counter[str]:
    """How often the wording of an entry has each pair of characters: its label counts three times, an example
    twice."""
    counted: Counter[str] = Counter()
    counted.update(pair for pair in _pairs(indicator.label_zh) for _ in range(3))
    counted.update(pair for one in indicator.examples for pair in _pairs(one.text) for _ in range(2))
    counted.update(_pairs(indicator.definition_zh))
    counted.update(pair for one in indicator.match for pair in _pairs(one.pattern.pattern))
    return counted


def _pairs(words: str) -> Iterator[str]:
    for run in _RUN.findall(words):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def _by_pair(entries: Mapping[str, Counter[str]]) -> Mapping[str, Mapping[str, float]]:
    """Pair -> entry -> its part of the entry's vector of length 1."""
    in_entries = Counter(pair for counted in entries.values() for pair in counted)
    rare = {pair: math.log(1 + len(entries) / count) for pair, count in in_entries.items()}
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for identifier, counted in entries.items():
        vector = {pair: math.log(1 + count) * rare[pair] for pair, count in counted.items()}
        length = math.sqrt(sum(part * part for part in vector.values()))
        for pair, part in vector.items():
            found[pair][identifier] = part / length
    return found
