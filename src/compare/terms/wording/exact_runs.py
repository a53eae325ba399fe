"""Exact runs of letters that stand in two plans.

Every stretch of SEED letters gets a fingerprint; equal fingerprints of two plans that follow each other
make a run. Fingerprints are sorted and paired in parts, so that the time grows with the corpus and the memory
with a part (:mod:`compare.terms.wording.same_letters`). What more than COMMON plans say is paired with the
first of them alone: else one sentence that all plans take over from the same superior document would give a
row for every two. So up to COMMON plans everything is found; beyond, of what few plans share, short near
copies (under some 24 letters) made of nothing but common phrases may be missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from compare.terms.wording.letters import Letters
from compare.terms.wording.same_letters import SEED, Members

#: A place has fewer bits than this (:data:`compare.terms.wording.letters.MOST`).
_BITS = 32


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of letters: places in the plan that comes first in the alphabet, in the other, and lengths."""

    a: np.ndarray
    b: np.ndarray
    lengths: np.ndarray

    def __len__(self) -> int:
        return len(self.a)


def runs(members: Members, shortest: int = SEED) -> Iterator[tuple[int, Runs]]:
    """Runs of SEED letters or more of any two plans: all those of a block of plans with later ones, with the
    number of the block, in their order.

    Left out may be those that are the only one of their two stretches and have fewer than ``shortest``
    letters, with the equal ones on either side.
    """
    for block in range(members.blocks):
        yield block, _joined([_runs_of(a, b, members.letters, shortest) for a, b in members.pairs(block)])


def _runs_of(a: np.ndarray, b: np.ndarray, letters: Letters, shortest: int) -> Runs:
    """The runs of pairs of places with the same SEED letters; all pairs of the same two plans are here."""
    # Along one run both places grow by one: sorted by their difference its hits follow each other.
    hits = (b.astype("int64") - a << _BITS) | a
    hits.sort()
    starts = np.flatnonzero(np.concatenate(([True], np.diff(hits) != 1))[: len(hits)])
    lengths = np.diff(np.concatenate((starts, [len(hits)]))) + SEED - 1
    a = hits[starts] & (1 << _BITS) - 1
    b = (hits[starts] >> _BITS) + a
    kept = _worth(a, b, lengths, letters, shortest)
    a, b, lengths = a[kept], b[kept], lengths[kept]
    # Fingerprints may in principle collide; wording may not.
    same = letters.same(a, b, lengths)
    return Runs(a[same], b[same], lengths[same])


def _worth(a: np.ndarray, b: np.ndarray, lengths: np.ndarray, letters: Letters, shortest: int) -> np.ndarray:
    """Which runs may be part of a passage of ``shortest`` letters: those that have as many with the equal
    ones on either side, and those that are not alone in their two stretches."""
    wide = lengths + letters.equal(a - 1, b - 1, -1, shortest)
    wide += letters.equal(a + lengths, b + lengths, 1, shortest)
    pairs = letters.stretch(a) * len(letters.starts) + letters.stretch(b)
    _, of_pair, sizes = np.unique(pairs, return_inverse=True, return_counts=True)
    return np.asarray((wide >= shortest) | (sizes[of_pair] > 1))


def _joined(found: list[Runs]) -> Runs:
    none = np.empty(0, dtype="int64")
    return Runs(
        np.concatenate([none, *(one.a for one in found)]),
        np.concatenate([none, *(one.b for one in found)]),
        np.concatenate([none, *(one.lengths for one in found)]),
    )
