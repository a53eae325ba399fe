"""Which places of a corpus have the same letters: fingerprints, sorted part by part.

A part is of those fingerprints that fall to it by their value, so equal ones are always together. What was
found of a part is written down where there are several, so that memory grows with a part and not the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from compare.terms.wording.letters import Letters

#: Letters of a fingerprint. Shorter ones are single terms (养老服务), which all plans share.
SEED = 6
#: What a plan says more often than this is a set phrase of its own and no sign of shared wording.
SET_PHRASE = 4
#: Wording that more plans than this share is held against the plan that comes first, not against each.
COMMON = 50
#: Fingerprints that are sorted together.
_PART = 4_000_000
#: Letters of which fingerprints are taken together.
_CHUNK = 1_000_000

_PRIME = np.uint64(1_099_511_628_211)

#: Places in two plans, the one that comes first in the alphabet first.
Pairs = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True)
class _Kept:
    """Arrays of one length, in memory or in files."""

    arrays: tuple[np.ndarray, ...]
    files: tuple[Path, ...] = ()

    @classmethod
    def of(cls, arrays: tuple[np.ndarray, ...], folder: Path | None, name: str) -> _Kept:
        if folder is None:
            return cls(arrays)
        files = tuple(folder / f"{name}-{number}.npy" for number in range(len(arrays)))
        for path, array in zip(files, arrays, strict=True):
            np.save(path, array)
        return cls((), files)

    def get(self) -> tuple[np.ndarray, ...]:
        return self.arrays or tuple(np.load(path) for path in self.files)


class Members:
    """Places with equal fingerprints.

    ``groups`` hold the places of wording that few plans share beside each other, plans in order, with the
    end of the group of each and its plan; ``firsts`` the pairs of places of what many share with its first
    plan, and that plan. ``load`` is how many pairs each plan has with later ones.
    """

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self.groups: list[_Kept] = []
        self.firsts: list[_Kept] = []
        self.load = np.zeros(len(letters.plans), dtype="int64")

    def blocks(self, most: int) -> Iterator[tuple[int, int]]:
        """Plans by number, from the first to before the last, that have some ``most`` pairs together."""
        block = np.cumsum(self.load) // most
        bounds = [0, *(np.flatnonzero(np.diff(block)) + 1).tolist(), len(block)]
        yield from ((a, b) for a, b in pairwise(bounds) if b > a)

    def pairs(self, first: int, behind: int, most: int) -> Iterator[Pairs]:
        """The pairs of these plans with later ones, all of the same two plans and sort in one piece: first
        of what few plans share, then of what many do."""
        yield _concatenated([_pairs_in(kept, first, behind) for kept in self.groups])
        found = []
        for kept in self.firsts:
            a, b, plan = kept.get()
            here = (plan >= first) & (plan < behind)
            found.append((a[here], b[here]))
        a, b = _concatenated(found)
        other = self.letters.plan[self.letters.stretch(b)]
        piece = np.cumsum(np.bincount(other, minlength=1)) // most
        for number in np.unique(piece[other]).tolist():
            inside = piece[other] == number
            yield a[inside], b[inside]

    def add_group(self, places: np.ndarray, ends: np.ndarray, folder: Path | None) -> None:
        plan = self._plan(places)
        self.load += np.bincount(plan, ends - np.arange(len(ends)) - 1, len(self.load)).astype("int64")
        self.groups.append(_Kept.of((places, ends, plan), folder, f"group-{len(self.groups)}"))

    def add_firsts(self, places: np.ndarray, new: np.ndarray, folder: Path | None) -> None:
        """``new`` marks the first place of each group."""
        plan = self._plan(places)
        first = np.repeat(np.flatnonzero(new), _sizes_of_groups(new))
        there = np.arange(len(places))
        found = []
        for step in range(SET_PHRASE):
            here = np.minimum(first + step, there)
            good = (plan[here] == plan[first]) & (plan[here] != plan[there])
            found.append((places[here[good]], places[there[good]]))
        a, b = _concatenated(found)
        of = self._plan(a)
        self.load += np.bincount(of, minlength=len(self.load))
        self.firsts.append(_Kept.of((a, b, of), folder, f"firsts-{len(self.firsts)}"))

    def _plan(self, places: np.ndarray) -> np.ndarray:
        return self.letters.plan[self.letters.stretch(places)]


def members_of(letters: Letters, folder: str) -> Members:
    """The places of the fingerprints that two plans or more have, without a plan's set phrases.

    Where more than COMMON plans have one, twice as many letters decide: two plans may share a sentence all
    of whose words are common. ``folder`` is for what does not fit into memory.
    """
    members = Members(letters)
    parts = 1 + len(letters.codes) // _PART
    disk = Path(folder) if parts > 1 else None
    common = np.zeros(len(letters.codes), dtype=bool)
    for part in range(parts):
        places, prints = _fingerprints(letters.codes, part, parts)
        plan = letters.plan[letters.stretch(places)]
        order = _by_value(prints)
        order = order[_sizes(_changes(prints[order]) | _changes(plan[order])) <= SET_PHRASE]
        order, several = _of_several(order, prints, plan)
        rare = order[several <= COMMON]
        common[places[order[several > COMMON]]] = True
        members.add_group(places[rare], _ends(_changes(prints[rare])), disk)
    for part in range(parts if common.any() else 0):
        places, prints = _fingerprints(letters.codes, part, parts, common)
        plan = letters.plan[letters.stretch(places)]
        order, several = _of_several(_by_value(prints), prints, plan)
        rare, many = order[several <= COMMON], order[several > COMMON]
        members.add_group(places[rare], _ends(_changes(prints[rare])), disk)
        members.add_firsts(places[many], _changes(prints[many]), disk)
    return members


def _fingerprints(
    codes: np.ndarray, part: int, parts: int, twice: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Places in order, and a 64-bit hash of the SEED letters from there, of this part of all hashes; of twice
    as many letters where ``twice`` marks the place."""
    places, prints = [np.empty(0, dtype="int64")], [np.empty(0, dtype="uint64")]
    for low in range(0, len(codes), _CHUNK):
        piece = codes[low : low + _CHUNK + 2 * SEED - 1].astype("uint64")
        count = len(piece) - SEED + 1
        if count <= 0:
            break
        value = np.zeros(count, dtype="uint64")
        whole = np.ones(count, dtype=bool)
        for shift in range(SEED):
            letter = piece[shift : shift + count]
            value = (value ^ letter) * _PRIME
            whole &= letter != 0
        if twice is not None:
            value = (value[:-SEED] * _PRIME) ^ value[SEED:]
            whole = whole[:-SEED] & whole[SEED:]
            whole &= twice[low : low + len(whole)]
        value, whole = value[:_CHUNK], whole[:_CHUNK]
        if parts > 1:
            whole &= (value >> np.uint64(40)) % np.uint64(parts) == part
        found = np.flatnonzero(whole)
        places.append(found + low)
        prints.append(value[found])
    return np.concatenate(places).astype("int32"), np.concatenate(prints)


def _of_several(order: np.ndarray, prints: np.ndarray, plan: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of places sorted by print and plan those whose print several plans have, and how many have it."""
    new = _changes(prints[order])
    several = _groups_sum(new, _changes(plan[order]) | new)
    return order[several > 1], several[several > 1]


def _pairs_in(kept: _Kept, first: int, behind: int) -> Pairs:
    """Each place of these plans with every later one of its group that another plan has."""
    places, ends, plan = kept.get()
    here = np.flatnonzero((plan >= first) & (plan < behind))
    found: list[Pairs] = []
    there = here + 1
    while len(here):
        inside = there < ends[here]
        here, there = here[inside], there[inside]
        other = plan[here] != plan[there]
        found.append((places[here[other]], places[there[other]]))
        there = there + 1
    return _concatenated(found)


def _by_value(values: np.ndarray) -> np.ndarray:
    """Indices that sort 64-bit numbers, equal ones in their order; linear: numpy sorts 16-bit numbers by
    radix."""
    order = np.arange(len(values))
    for shift in (0, 16, 32, 48):
        digits = ((values[order] >> np.uint64(shift)) & np.uint64(0xFFFF)).astype("uint16")
        order = order[np.argsort(digits, kind="stable")]
    return order


def _changes(values: np.ndarray) -> np.ndarray:
    """Where a value differs from the one before it; the first one does."""
    return np.concatenate(([True], values[1:] != values[:-1]))[: len(values)]


def _sizes_of_groups(new: np.ndarray) -> np.ndarray:
    """How many members each group has; ``new`` marks the first of each."""
    return np.diff(np.concatenate((np.flatnonzero(new), [len(new)])))


def _ends(new: np.ndarray) -> np.ndarray:
    """For each member, where its group ends."""
    sizes = _sizes_of_groups(new)
    return np.repeat(np.cumsum(sizes), sizes).astype("int32")


def _sizes(new: np.ndarray) -> np.ndarray:
    """For each member, the size of its group."""
    sizes = _sizes_of_groups(new)
    return np.repeat(sizes, sizes)


def _groups_sum(new: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """For each member, how many of its group are ``counted``."""
    if not len(new):
        return np.empty(0, dtype="int64")
    sums = np.add.reduceat(counted.astype("int64"), np.flatnonzero(new))
    return np.repeat(sums, _sizes_of_groups(new))


def _concatenated(found: list[Pairs]) -> Pairs:
    none = np.empty(0, dtype="int32")
    return np.concatenate([none, *(a for a, _ in found)]), np.concatenate([none, *(b for _, b in found)])
