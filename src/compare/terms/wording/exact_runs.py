"""Exact runs of letters that stand in two plans.

Every stretch of SEED letters gets a fingerprint; equal fingerprints of two plans that follow each other
make a run. Fingerprints are grouped by a radix sort and paired in blocks, so that the time grows with the
corpus and the memory with a block. What more than COMMON plans say is paired with the first of them alone:
else one sentence that all plans take over from the same superior document would give a row for every two.
So up to COMMON plans everything is found; beyond, of what few plans share, short near copies (under some
24 letters) made of nothing but common phrases may be missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from compare.terms.wording.stretches import Stretch

#: Letters of a fingerprint. Shorter ones are single terms (养老服务), which all plans share.
SEED = 6
#: What a plan says more often than this is a set phrase of its own and no sign of shared wording.
SET_PHRASE = 4
#: Wording that more plans than this share is held against the plan that comes first, not against each.
COMMON = 50
#: Pairs of places that are looked at together: what bounds the memory.
_BLOCK = 4_000_000

_PRIME = np.uint64(1_099_511_628_211)

#: Stretch a, stretch b (indices), start in a, start in b, length.
Run = tuple[int, int, int, int, int]


def runs(stretches: Sequence[Stretch], shortest: int = SEED) -> Iterator[Run]:
    """Runs of SEED letters or more of any two plans; a is the plan that comes first in the alphabet.

    Left out may be those that are the only one of their two stretches and have fewer than ``shortest``
    letters, with the equal ones on either side. Stretches are in the order of their plans.
    """
    owner, place, prints = _fingerprints(stretches)
    plan_of = np.unique([stretch.plan_id for stretch in stretches], return_inverse=True)[1].astype("int32")
    members = _members(prints, plan_of[owner], owner)
    letters = _Letters(stretches)
    for a, b in members.pairs():
        yield from _runs_of(a, b, owner, place, letters, shortest)


class _Members:
    """Places with equal fingerprints beside each other, plans in order: ``place`` is an index of a print.

    ``ends`` is where the group of each ends; ``plan`` its plan; ``common`` whether more than COMMON plans
    are in its group.
    """

    def __init__(self, place: np.ndarray, ends: np.ndarray, plan: np.ndarray, common: np.ndarray) -> None:
        self.place, self.ends, self.plan, self.common = place, ends, plan, common

    def pairs(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Pairs of places of two plans: all of the same two in one block, what is common in the last."""
        firsts = np.flatnonzero(~self.common)
        # A block is of whole plans, as many as have some millions of pairs together.
        load = np.bincount(self.plan[firsts], (self.ends[firsts] - firsts - 1), minlength=1)
        block_of = (np.cumsum(load) // _BLOCK).astype("int64")
        order = np.argsort(block_of[self.plan[firsts]], kind="stable")
        blocks = block_of[self.plan[firsts]][order]
        for part in np.split(firsts[order], np.flatnonzero(np.diff(blocks)) + 1):
            yield self._of(part)
        yield self._with_first()

    def _of(self, here: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Each of these places with every later one of its group that another plan has."""
        found: list[tuple[np.ndarray, np.ndarray]] = []
        there = here + 1
        while len(here):
            inside = there < self.ends[here]
            here, there = here[inside], there[inside]
            other = self.plan[here] != self.plan[there]
            found.append((self.place[here[other]], self.place[there[other]]))
            there = there + 1
        return _joined(found)

    def _with_first(self) -> tuple[np.ndarray, np.ndarray]:
        """Each place of a common group with those of its first plan."""
        there = np.flatnonzero(self.common)
        starts = np.flatnonzero(np.concatenate(([True], self.ends[1:] != self.ends[:-1])))
        first = np.repeat(starts, np.diff(np.concatenate((starts, [len(self.ends)]))))[there]
        found: list[tuple[np.ndarray, np.ndarray]] = []
        for step in range(SET_PHRASE):
            here = np.minimum(first + step, there)
            good = (self.plan[here] == self.plan[first]) & (self.plan[here] != self.plan[there])
            found.append((self.place[here[good]], self.place[there[good]]))
        return _joined(found)


def _members(prints: np.ndarray, plan: np.ndarray, owner: np.ndarray) -> _Members:
    """The places of the fingerprints that two plans or more have, without a plan's set phrases.

    Where more than COMMON plans have one, twice as many letters decide: two plans may share a sentence all
    of whose words are common.
    """
    order = _by_value(prints)
    order = order[_sizes(_changes(prints[order]) | _changes(plan[order])) <= SET_PHRASE]
    order, several = _of_several(order, prints, plan)
    rare, common = order[several <= COMMON], order[several > COMMON]
    places = np.sort(common)
    places = places[places + SEED < len(prints)]
    places = places[owner[places] == owner[places + SEED]]
    twice = (prints[places] * _PRIME) ^ prints[places + SEED]
    longer, several = _of_several(_by_value(twice), twice, plan[places])
    ends = np.concatenate((_ends(_changes(prints[rare])), len(rare) + _ends(_changes(twice[longer]))))
    order = np.concatenate((rare, places[longer]))
    is_common = np.concatenate((np.zeros(len(rare), dtype=bool), several > COMMON))
    return _Members(order, ends, plan[order], is_common)


def _of_several(order: np.ndarray, prints: np.ndarray, plan: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of places sorted by print and plan those whose print several plans have, and how many have it."""
    new = _changes(prints[order])
    several = _groups_sum(new, _changes(plan[order]) | new)
    return order[several > 1], several[several > 1]


def _runs_of(
    a: np.ndarray,
    b: np.ndarray,
    owner: np.ndarray,
    place: np.ndarray,
    letters: _Letters,
    shortest: int,
) -> Iterator[Run]:
    if not len(a):
        return
    # Along one run both places grow by one: sorted by their difference its hits follow each other.
    line = np.lexsort((a, b - a))
    a, b = a[line], b[line]
    breaks = (np.diff(a) != 1) | (np.diff(b) != 1)
    breaks |= (owner[a][1:] != owner[a][:-1]) | (owner[b][1:] != owner[b][:-1])
    starts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    lengths = np.diff(np.concatenate((starts, [len(a)]))) + SEED - 1
    a, b = a[starts], b[starts]
    left, right, low, high = owner[a], owner[b], place[a], place[b]
    kept = letters.worth(left, right, low, high, lengths, shortest)
    columns = (column[kept].tolist() for column in (left, right, low, high, lengths))
    for one, other, at, there, length in zip(*columns, strict=True):
        # Fingerprints may in principle collide; wording may not.
        if letters.of(one)[at : at + length] == letters.of(other)[there : there + length]:
            yield one, other, at, there, length


class _Letters:
    """The letters of all stretches one behind the other, to look at many places at a time."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        # A mark that is no letter stands before, between and behind them: no run goes over it.
        text = "\0" + "\0".join(stretch.letters for stretch in stretches) + "\0"
        self._codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4")
        lengths = np.array([len(stretch.letters) + 1 for stretch in stretches], dtype="int64")
        self._starts = np.concatenate(([0], np.cumsum(lengths)[:-1])) + 1

    def of(self, stretch: int) -> str:
        return self._stretches[stretch].letters

    def worth(
        self,
        left: np.ndarray,
        right: np.ndarray,
        low: np.ndarray,
        high: np.ndarray,
        lengths: np.ndarray,
        shortest: int,
    ) -> np.ndarray:
        """Which runs may be part of a passage of ``shortest`` letters: those that have as many with the equal
        ones on either side, and those that are not alone in their two stretches."""
        a, b = self._starts[left] + low, self._starts[right] + high
        wide = lengths + self._equal(a - 1, b - 1, -1, shortest)
        wide += self._equal(a + lengths, b + lengths, 1, shortest)
        pairs = left.astype("int64") * len(self._stretches) + right
        _, of_pair, sizes = np.unique(pairs, return_inverse=True, return_counts=True)
        return (wide >= shortest) | (sizes[of_pair] > 1)

    def _equal(self, a: np.ndarray, b: np.ndarray, step: int, most: int) -> np.ndarray:
        """How many letters from these places on are equal, ``most`` at most."""
        count = np.zeros(len(a), dtype="int64")
        live = np.arange(len(a))
        for number in range(most):
            live = live[self._same(a[live] + step * number, b[live] + step * number)]
            count[live] += 1
        return count

    def _same(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return (self._codes[a] == self._codes[b]) & (self._codes[a] != 0)


def _fingerprints(stretches: Sequence[Stretch]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Stretch, place in it, and a 64-bit hash of the SEED letters from there, for every place."""
    owners, places = [np.empty(0, dtype="int32")], [np.empty(0, dtype="int32")]
    prints = [np.empty(0, dtype="uint64")]
    for number, stretch in enumerate(stretches):
        count = len(stretch.letters) - SEED + 1
        if count <= 0:
            continue
        codes = np.frombuffer(stretch.letters.encode("utf-32-le"), dtype="<u4").astype("uint64")
        value = np.zeros(count, dtype="uint64")
        for shift in range(SEED):
            value = (value ^ codes[shift : shift + count]) * _PRIME
        owners.append(np.full(count, number, dtype="int32"))
        places.append(np.arange(count, dtype="int32"))
        prints.append(value)
    return np.concatenate(owners), np.concatenate(places), np.concatenate(prints)


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


def _ends(new: np.ndarray) -> np.ndarray:
    """For each member, where its group ends; ``new`` marks the first of each group."""
    bounds = np.concatenate((np.flatnonzero(new), [len(new)]))
    return np.repeat(bounds[1:], np.diff(bounds))


def _sizes(new: np.ndarray) -> np.ndarray:
    """For each member, the size of its group."""
    return _groups_sum(new, np.ones(len(new), dtype=bool))


def _groups_sum(new: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """For each member, how many of its group are ``counted``."""
    if not len(new):
        return np.empty(0, dtype="int64")
    starts = np.flatnonzero(new)
    sums = np.add.reduceat(counted.astype("int64"), starts)
    return np.repeat(sums, np.diff(np.concatenate((starts, [len(new)]))))


def _joined(found: Sequence[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    if not found:
        return np.empty(0, dtype="int64"), np.empty(0, dtype="int64")
    return np.concatenate([a for a, _ in found]), np.concatenate([b for _, b in found])
