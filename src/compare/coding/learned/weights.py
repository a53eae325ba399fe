"""Weights learned from coded texts: a multinomial logistic regression, its small weights left out
(Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, chapter 4.4)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from compare.coding.book.errors import CodebookError

#: What a statement is that no indicator of the codebook measures.
NONE = "none"
#: Weights are kept in hundredths.
SCALE = 100
_HEAD = ("threshold", "classes", "intercepts")


class Guess(NamedTuple):
    """An indicator's id, or NONE, with its probability among those that the statement may have."""

    indicator: str
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What was learned: ``classes`` are ids of indicators and NONE, ``intercepts`` theirs.

    ``of_feature`` holds the weights of a feature as they stand in the file, ``3:120,17:-40`` for those of
    classes 3 and 17 in hundredths. A guess below the ``threshold`` is none.
    """

    threshold: float
    classes: tuple[str, ...]
    intercepts: tuple[float, ...]
    of_feature: Mapping[str, str]

    def guesses(self, features: Mapping[str, float], allowed: Iterable[str]) -> list[Guess]:
        """The ``allowed`` classes and NONE, the likeliest first; their probabilities are 1 together."""
        wanted = {*allowed, NONE}
        scores = {at: self.intercepts[at] for at, name in enumerate(self.classes) if name in wanted}
        for feature, size in features.items():
            for at, weight in _parsed(self.of_feature.get(feature, "")):
                if at in scores:
                    scores[at] += weight * size
        most = max(scores.values(), default=0.0)
        parts = {at: math.exp(score - most) for at, score in scores.items()}
        total = sum(parts.values())
        made = (Guess(self.classes[at], part / total) for at, part in parts.items())
        return sorted(made, key=lambda one: (-one.probability, one.indicator))

    def weighed(self, features: Mapping[str, float], chosen: str, over: str) -> list[tuple[str, float]]:
        """Each feature with what it says for one class over another, the most first."""
        here, there = self.classes.index(chosen), self.classes.index(over)
        said = []
        for feature, size in features.items():
            known = dict(_parsed(self.of_feature.get(feature, "")))
            said.append((feature, (known.get(here, 0.0) - known.get(there, 0.0)) * size))
        return sorted(said, key=lambda one: (-one[1], one[0]))


@lru_cache(maxsize=100_000)
def _parsed(weights: str) -> tuple[tuple[int, float], ...]:
    if not weights:
        return ()
    pairs = (one.split(":") for one in weights.split(","))
    return tuple((int(at), int(weight) / SCALE) for at, weight in pairs)


def parse_weights(text: str) -> Weights:
    """The weights of a file: three lines of a head, then a line for each feature, fields parted by tabs.

    Raises :class:`CodebookError` for a text that is no such file.
    """
    try:
        head = [line.split("\t") for line in text.split("\n", len(_HEAD))[: len(_HEAD)]]
        if tuple(fields[0] for fields in head) != _HEAD:
            raise ValueError(head[0][0])
        body = text.split("\n", len(_HEAD))[len(_HEAD)]
        of_feature = dict(line.split("\t") for line in body.removesuffix("\n").split("\n"))
        made = Weights(
            threshold=float(head[0][1]),
            classes=tuple(head[1][1:]),
            intercepts=tuple(int(one) / SCALE for one in head[2][1:]),
            of_feature=of_feature,
        )
        if len(made.classes) != len(made.intercepts) or NONE not in made.classes:
            raise ValueError(NONE)
    except (ValueError, IndexError) as error:
        raise CodebookError(
            f"learned weights: no such file ({error}); make it again with 'python -m benchmarks.learn'"
        ) from None
    return made


def written(weights: Weights) -> str:
    """The file of weights that :func:`parse_weights` reads, its features sorted."""
    head: Sequence[Sequence[str]] = (
        ("threshold", str(weights.threshold)),
        ("classes", *weights.classes),
        ("intercepts", *(str(round(one * SCALE)) for one in weights.intercepts)),
    )
    lines = ["\t".join(fields) for fields in head]
    lines += (f"{feature}\t{said}" for feature, said in sorted(weights.of_feature.items()))
    return "\n".join(lines) + "\n"
