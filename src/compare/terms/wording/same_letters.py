"""Which places of a corpus have the same letters: fingerprints, sorted part by part.

A part is of those fingerprints that fall to it by their value, so equal ones are always together. Pairs of
places are looked at block by block, a block being of plans that follow each other. Fingerprints, what was
found of a part, and the pairs of a block are files: memory grows with a part or a block, not with the corpus,
and each is read once, so that time grows with the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from compare.terms.wording.bounded import Buckets, batches
from compare.terms.wording.letters import Letters

#: Letters of a fingerprint. Shorter ones are single terms (养老服务), which all plans share.
SEED = 6
#: What a plan says more often than this is a set phrase of its own and no sign of shared wording.
SET_PHRASE = 4
#: Wording that more plans than this share is held against the plan that comes first, not against each.
COMMON = 50
#: Fingerprints that are sorted together.
_PART = 1_000_000
#: Letters of which fingerprints are taken together.
_CHUNK = 500_000
#: Pairs of places that are looked at together.
_BLOCK = 1_000_000

_PRIME = np.uint64(1_099_511_628_211)

#: Places, or members of groups, of two plans, the one that comes first in the alphabet first.
Pairs = tuple[np.ndarray, np.ndarray]


class Members:
    """Pairs of places with equal fingerprints, block by block.

    ``block_of`` is the block of each plan, ``blocks`` how many there are. A block has some _BLOCK pairs with
    other plans.
    """

    def __init__(self, letters: Letters, found: _Found, folder: Path) -> None:
        self.letters = letters
        blocks, self.block_of = np.unique(np.cumsum(found.load) // _BLOCK, return_inverse=True)
        self.blocks = len(blocks)
        self._few, self._many = (Buckets(folder, name, "int32", "int32") for name in ("few", "many"))
        for part in range(found.parts):
            places, ends, plan = found.few.take(part)
            for here, there in _in_groups(ends):
                other = plan[here] != plan[there]
                here, there = here[other], there[other]
                self._few.add(self.block_of[plan[here]], places[here], places[there])
            a, b, plan = found.many.take(part)
            self._many.add(self.block_of[plan], a, b)

    def pairs(self, block: int) -> Iterator[Pairs]:
        """The pairs of the plans of a block with later ones, all of the same two plans and sort in one piece:
        first of what few plans share, then of what many do. They can be asked for once."""
        a, b = self._few.take(block)
        yield a, b
        a, b = self._many.take(block)
        other = self.letters.plan_at(b)
        piece = np.cumsum(np.bincount(other, minlength=1)) // _BLOCK
        for number in np.unique(piece[other]).tolist():
            inside = piece[other] == number
            yield a[inside], b[inside]


class _Found:
    """What was found of each part, with the number of the plan of each place: groups of places that few plans
    share, beside each other, plans in order, with the end of the group of each; pairs of places of what many
    share, the first one in the first of its plans.

    ``load`` is how many pairs there may be of each plan and others.
    """

    def __init__(self, plans: int, folder: Path) -> None:
        self.few = Buckets(folder, "group", "int32", "int32", "int32")
        self.many = Buckets(folder, "firsts", "int32", "int32", "int32")
        self.parts = 0
        self.load = np.zeros(plans, dtype="int64")

    def add_few(self, places: np.ndarray, plan: np.ndarray, new: np.ndarray) -> None:
        """A part; ``new`` is where a group begins."""
        self.few.put(self.parts, places, _ends(new), plan)
        self.parts += 1
        self.load += np.bincount(plan, _sizes(new) - 1, len(self.load)).astype("int64")

    def add_many(self, places: np.ndarray, plan: np.ndarray, new: np.ndarray) -> None:
        """What many plans share of the part that was added."""
        for here, there in _with_first(plan, new):
            self.many.put(self.parts - 1, places[here], places[there], plan[here])
            for side in (here, there):
                self.load += np.bincount(plan[side], minlength=len(self.load))


def members_of(letters: Letters, folder: Path) -> Members:
    """The places of the fingerprints that two plans or more have, without a plan's set phrases.

    Where more than COMMON plans have one, twice as many letters decide: two plans may share a sentence all
    of whose words are common. ``folder`` is for what does not fit into memory; raises OSError.
    """
    parts = 1 + len(letters.codes) // _PART
    found = _Found(len(letters.plans), folder)
    common = Buckets(folder, "common", "int32")
    prints = Buckets(folder, "prints", "int32", "uint64")
    _fingerprints(letters, parts, prints)
    for part in range(parts):
        places, values = prints.take(part)
        plan = letters.plan_at(places)
        order = _by_value(values)
        order = order[_sizes(_changes(values[order]) | _changes(plan[order])) <= SET_PHRASE]
        order, several = _of_several(order, values, plan)
        rare, many = order[several <= COMMON], places[order[several > COMMON]]
        common.add(many // _CHUNK, many)
        found.add_few(places[rare], plan[rare], _changes(values[rare]))
    _fingerprints(letters, parts, prints, common)
    for part in range(parts):
        places, values = prints.take(part)
        plan = letters.plan_at(places)
        order, several = _of_several(_by_value(values), values, plan)
        rare, many = order[several <= COMMON], order[several > COMMON]
        found.add_few(places[rare], plan[rare], _changes(values[rare]))
        found.add_many(places[many], plan[many], _changes(values[many]))
    return Members(letters, found, folder)


def _fingerprints(letters: Letters, parts: int, into: Buckets, twice: Buckets | None = None) -> None:
    """Places in order, and a 64-bit hash of the SEED letters from there, by the part of all hashes that it is
    of; of twice as many letters where ``twice`` has the places (by chunk)."""
    for low in range(0, len(letters.codes), _CHUNK):
        piece = letters.codes[low : low + _CHUNK + 2 * SEED - 1].astype("uint64")
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
            (places,) = twice.take(low // _CHUNK)
            marked = np.zeros(_CHUNK, dtype=bool)
            marked[places - low] = True
            whole = whole[:_CHUNK] & marked[: len(whole)]
        found = np.flatnonzero(whole[:_CHUNK])
        value = value[found]
        into.add((value >> np.uint64(40)) % np.uint64(parts), found + low, value)
        letters.forget()


def _with_first(plan: np.ndarray, new: np.ndarray) -> Iterator[Pairs]:
    """Members of groups of which ``new`` marks the first ones: pairs of one of the group's first plan and one
    of another; ``plan`` is that of each."""
    first = np.repeat(np.flatnonzero(new), _sizes_of_groups(new))
    there = np.arange(len(plan))
    for step in range(SET_PHRASE):
        here = np.minimum(first + step, there)
        good = (plan[here] == plan[first]) & (plan[here] != plan[there])
        yield here[good], there[good]


def _in_groups(ends: np.ndarray) -> Iterator[Pairs]:
    """Members of groups that end there: pairs of each with every later one of its group."""
    later = ends - np.arange(len(ends)) - 1
    for some in batches(later, _BLOCK // 2):
        sizes = later[some]
        here = np.repeat(np.arange(len(ends))[some], sizes)
        there = here + 1 + np.arange(len(here)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        yield here, there


def _of_several(order: np.ndarray, prints: np.ndarray, plan: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of places sorted by print and plan those whose print several plans have, and how many have it."""
    new = _changes(prints[order])
    several = _groups_sum(new, _changes(plan[order]) | new)
    return order[several > 1], several[several > 1]


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
