"""Passages: runs that stand close together in two plans, as far as the two sides are alike.

Most passages are one run. These are made many at a time, the others one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Indel

from compare.terms.wording.bounded import Buckets, batches
from compare.terms.wording.exact_runs import Runs
from compare.terms.wording.letters import Letters
from compare.terms.wording.same_letters import SEED

#: Letters a passage must share: more than any set phrase, less than a sentence.
SHORTEST = 16
#: Letters that may stand between two runs of one passage, but no more than twice the shorter run.
GAP = 16
#: How alike the two sides of a passage must be: 1 is word for word.
LEAST = 0.75
#: Passages beside each other that are looked at together.
_TOGETHER = 1_000_000


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages of two plans as half-open spans of places, in the order of plans and places.

    ``matched`` is how many letters the sides have in common, ``similarity`` 2 × that by the letters of both.
    """

    start_a: np.ndarray
    end_a: np.ndarray
    start_b: np.ndarray
    end_b: np.ndarray
    matched: np.ndarray
    similarity: np.ndarray

    def __len__(self) -> int:
        return len(self.start_a)

    def take(self, which: np.ndarray) -> Passages:
        return Passages(*(getattr(self, column.name)[which] for column in fields(self)))


def passages_of(runs: Runs, letters: Letters) -> Passages:
    """The passages that these runs make; none lies within another of the same two stretches."""
    left, right = letters.stretch(runs.a), letters.stretch(runs.b)
    order = np.lexsort((runs.lengths, runs.b, runs.a, right, left))
    a, b, lengths = runs.a[order], runs.b[order], runs.lengths[order]
    chains = _chained(a, b, lengths, _new(left[order], right[order]))
    found = _alike(_widened(chains, letters), letters)
    left, right = letters.stretch(found.start_a), letters.stretch(found.start_b)
    order = np.lexsort((-found.end_a, found.start_b, found.start_a, right, left))
    found = found.take(order)
    return found.take(_outermost(found, _new(left[order], right[order])))


def _new(*columns: np.ndarray) -> np.ndarray:
    """Where the first of a group of rows stands that are alike in these columns."""
    new = np.ones(len(columns[0]), dtype=bool)
    if len(new):
        new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return new


def _chained(a: np.ndarray, b: np.ndarray, lengths: np.ndarray, new: np.ndarray) -> np.ndarray:
    """Spans (start and end in a, start and end in b: four rows) of runs joined within their groups."""
    group = np.cumsum(new) - 1
    near = np.isin(group, group[_joining(a, b, lengths, group)])
    alone = np.stack([a, a + lengths, b, b + lengths])[:, ~near]
    several = zip(*(column[near].tolist() for column in (group, a, b, lengths)), strict=True)
    joined: list[tuple[int, int, int, int]] = []
    for _, runs in groupby(several, key=itemgetter(0)):
        joined += _chains(run[1:] for run in runs)
    return np.concatenate([alone, np.array(joined, dtype="int64").reshape(-1, 4).T], axis=1)


def _joining(a: np.ndarray, b: np.ndarray, lengths: np.ndarray, group: np.ndarray) -> np.ndarray:
    """The numbers of runs that a later one of their group may be joined to."""
    found = [np.empty(0, dtype="int64")]
    one = np.arange(len(a))
    for step in range(1, len(a)):
        one = one[one + step < len(a)]
        one = one[group[one] == group[one + step]]
        if not len(one):
            break
        other = one + step
        room = np.minimum(GAP, 2 * np.minimum(lengths[one], lengths[other]))
        gaps = (a[other] - a[one] - lengths[one], b[other] - b[one] - lengths[one])
        close = np.all([(gap > -SEED) & (gap <= room) for gap in gaps], axis=0)
        found.append(one[close])
    return np.concatenate(found)


def _chains(runs: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, int, int, int]]:
    """Runs (start in a, start in b, length) joined where they stand close together in both."""
    chains: list[list[int]] = []
    for a, b, length in runs:
        best: list[int] | None = None
        for chain in chains:
            room = min(GAP, 2 * length, 2 * chain[4])
            if (
                -SEED < a - chain[1] <= room
                and -SEED < b - chain[3] <= room
                and (best is None or chain[4] > best[4])
            ):
                best = chain
        if best is None:
            chains.append([a, a + length, b, b + length, length])
        else:
            best[4] += length
            best[1], best[3] = max(best[1], a + length), max(best[3], b + length)
    yield from ((chain[0], chain[1], chain[2], chain[3]) for chain in chains)


def _widened(chains: np.ndarray, letters: Letters) -> np.ndarray:
    """Spans with the equal letters on either side, which set phrases had kept from the runs; long ones."""
    start_a, end_a, start_b, end_b = chains
    before = letters.equal(start_a - 1, start_b - 1, -1)
    behind = letters.equal(end_a, end_b, 1)
    wide = np.stack([start_a - before, end_a + behind, start_b - before, end_b + behind])
    return wide[:, np.minimum(wide[1] - wide[0], wide[3] - wide[2]) >= SHORTEST]


def _alike(spans: np.ndarray, letters: Letters) -> Passages:
    """Those of which the two sides are alike enough."""
    start_a, end_a, start_b, end_b = spans
    similarity = np.ones(len(start_a))
    level = np.flatnonzero(end_a - start_a == end_b - start_b)
    other = np.ones(len(start_a), dtype=bool)
    other[level] = ~letters.same(start_a[level], start_b[level], (end_a - start_a)[level])
    for number in np.flatnonzero(other).tolist():
        one, two = spans[:2, number].tolist(), spans[2:, number].tolist()
        similarity[number] = Indel.normalized_similarity(letters.text(*one), letters.text(*two))
    matched = np.rint(similarity * (end_a - start_a + end_b - start_b) / 2).astype("int64")
    good = (matched >= SHORTEST) & (similarity >= LEAST)
    return Passages(start_a, end_a, start_b, end_b, matched, similarity).take(good)


def _outermost(found: Passages, new: np.ndarray) -> np.ndarray:
    """The numbers of those that do not lie within another of their group, each once."""
    starts = np.flatnonzero(new)
    sizes = np.diff(np.concatenate((starts, [len(found)])))
    kept = np.ones(len(found), dtype=bool)
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        here = slice(start, start + size)
        edges = (found.start_a, found.end_a, found.start_b, found.end_b)
        spans = list(zip(*(column[here].tolist() for column in edges), strict=True))
        for number, one in enumerate(spans):
            again = one in spans[:number]
            kept[start + number] = not again and not any(_within(one, other) for other in spans)
    return np.flatnonzero(kept)


def _within(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and (
        other[0] <= one[0] and one[1] <= other[1] and other[2] <= one[2] and one[3] <= other[3]
    )


class Spread:
    """In how many plans the wording of a passage is found, at its place in plan a.

    Passages are given block by block of their plans a, blocks in order. Those that touch a plan of a later
    block are kept for it.
    """

    def __init__(self, letters: Letters, block_of: np.ndarray, folder: Path) -> None:
        """``block_of`` is the block of each plan."""
        self._letters = letters
        self._block_of = block_of
        # Start and end of what is shared, in a later plan, and the plan that shares it.
        self._waiting = Buckets(folder, "shared", "int32", "int32", "int32")

    def plans(self, found: Passages, block: int) -> np.ndarray:
        """For all passages of a block with later plans: how many plans share the wording of each."""
        plan_a, plan_b = (self._letters.plan_at(places) for places in (found.start_a, found.start_b))
        self._waiting.add(self._block_of[plan_b], found.start_b, found.end_b, plan_a)
        here = np.stack([found.start_a, found.end_a, plan_b])
        shared = np.concatenate([here, np.stack(self._waiting.take(block))], axis=1)
        places, which = np.unique(here[:2], axis=1, return_inverse=True)
        return self._counted(places, shared)[which.ravel()] + 1

    def _counted(self, places: np.ndarray, shared: np.ndarray) -> np.ndarray:
        """For each place (start and end) how many plans share half the shortest passage of it."""
        of = self._letters.stretch(shared[0])
        order = np.lexsort((shared[2], of))
        of, (low, high, plan) = of[order], shared[:, order]
        asked = self._letters.stretch(places[0])
        first, last = np.searchsorted(of, asked, "left"), np.searchsorted(of, asked, "right")
        counted = np.empty(len(asked), dtype="int64")
        for part in batches(last - first, _TOGETHER):
            sizes = (last - first)[part]
            question = np.repeat(np.arange(len(sizes)), sizes)
            each = (
                np.arange(len(question)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + first[part][question]
            )
            start, end = places[0][part][question], places[1][part][question]
            common = np.minimum(high[each], end) - np.maximum(low[each], start) >= SHORTEST // 2
            question, sharing = question[common], plan[each[common]]
            counted[part] = np.bincount(question[_new(question, sharing)], minlength=len(sizes))
        return counted
