"""Exact runs of letters that stand in two plans.

Every stretch of SEED letters gets a fingerprint; equal fingerprints of two plans that follow each other
make a run. Fingerprints are grouped by a radix sort, so the time grows with the corpus and with what is
found, not with the square of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product

import numpy as np

from compare.terms.wording.stretches import Stretch

#: Letters of a fingerprint. Shorter ones are single terms (养老服务), which all plans share.
SEED = 6
#: What a plan says more often than this is a set phrase of its own and no sign of shared wording.
SET_PHRASE = 4

_PRIME = np.uint64(1_099_511_628_211)

#: Stretch a, stretch b (indices), start in a, start in b, length.
Run = tuple[int, int, int, int, int]


def runs(stretches: Sequence[Stretch]) -> Iterator[Run]:
    """Runs of SEED letters or more of any two plans; a is the plan that comes first in the alphabet."""
    owner, place, prints = _fingerprints(stretches)
    if not len(prints):
        return
    order = _by_value(prints)
    ordered = prints[order]
    firsts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True])))
    plan_of = np.unique([stretch.plan_id for stretch in stretches], return_inverse=True)[1]
    hits: list[tuple[int, int]] = []
    for first, behind in pairwise(firsts.tolist()):
        if behind - first < 2:
            continue
        members = order[first:behind].tolist()
        by_plan: dict[int, list[int]] = {}
        for member in members:
            by_plan.setdefault(int(plan_of[owner[member]]), []).append(member)
        said = [places for _, places in sorted(by_plan.items()) if len(places) <= SET_PHRASE]
        for here, there in combinations(said, 2):
            hits += product(here, there)
    if not hits:
        return
    a, b = np.array(hits, dtype="int64").T
    # Along one run both places grow by one: sorted by their difference its hits follow each other.
    line = np.lexsort((a, b - a))
    a, b = a[line], b[line]
    breaks = (np.diff(a) != 1) | (np.diff(b) != 1)
    breaks |= (owner[a][1:] != owner[a][:-1]) | (owner[b][1:] != owner[b][:-1])
    starts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    lengths = np.diff(np.concatenate((starts, [len(a)]))) + SEED - 1
    for at, length in zip(starts.tolist(), lengths.tolist(), strict=True):
        left, right = int(owner[a[at]]), int(owner[b[at]])
        low, high = int(place[a[at]]), int(place[b[at]])
        # Fingerprints may in principle collide; wording may not.
        same = stretches[left].letters[low : low + length] == stretches[right].letters[high : high + length]
        if same:
            yield left, right, low, high, length


def _fingerprints(stretches: Sequence[Stretch]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Stretch, place in it, and a 64-bit hash of the SEED letters from there, for every place."""
    owners, places, prints = [], [], []
    for number, stretch in enumerate(stretches):
        count = len(stretch.letters) - SEED + 1
        if count <= 0:
            continue
        codes = np.frombuffer(stretch.letters.encode("utf-32-le"), dtype="<u4").astype("uint64")
        value = np.zeros(count, dtype="uint64")
        for shift in range(SEED):
            value = (value ^ codes[shift : shift + count]) * _PRIME
        owners.append(np.full(count, number, dtype="int64"))
        places.append(np.arange(count, dtype="int64"))
        prints.append(value)
    if not prints:
        empty = np.empty(0, dtype="int64")
        return empty, empty, empty.astype("uint64")
    return np.concatenate(owners), np.concatenate(places), np.concatenate(prints)


def _by_value(values: np.ndarray) -> np.ndarray:
    """Indices that sort 64-bit numbers; linear: numpy sorts 16-bit numbers by radix."""
    order = np.arange(len(values))
    for shift in (0, 16, 32, 48):
        digits = ((values[order] >> np.uint64(shift)) & np.uint64(0xFFFF)).astype("uint16")
        order = order[np.argsort(digits, kind="stable")]
    return order
