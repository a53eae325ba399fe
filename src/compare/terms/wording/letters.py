"""The running text of all plans as letters in one row, to look at many places at a time.

What is kept of a plan is its text, its letters and where each stands: some six bytes a character. So the
plans of a large corpus are in memory together where their tables cannot be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pandas as pd

from compare.terms.wording.stretches import Stretch, stretches

#: Stands before, between and behind the stretches; no letter has this code, so nothing runs over it.
_MARK = np.zeros(1, dtype="uint16")
#: What numbers of 16 bits hold.
_SHORT = 1 << 16
#: So many letters are told apart by their places: those of some 400,000 plans.
MOST = (1 << 31) - 1


@dataclass(frozen=True, slots=True)
class Letters:
    """``codes`` are the letters of all stretches; a *place* is an index of it.

    ``starts`` are the places where the stretches begin, ``plan`` the number of the plan of each; ``plans``
    are the ids in their order and ``texts`` the stretches of each plan joined. The letter at a place stands
    in the text of its plan at ``at[place]``, and in the source ``shift`` of its stretch further on.
    ``bases`` are the clauses of those stretches of which a sentence names a superior document.
    """

    codes: np.ndarray
    starts: np.ndarray
    plan: np.ndarray
    at: np.ndarray
    shift: np.ndarray
    plans: tuple[str, ...]
    texts: tuple[str, ...]
    bases: Mapping[int, Stretch]

    @classmethod
    def of(cls, clauses: Iterable[pd.DataFrame]) -> Letters:
        """From the table ``clauses`` in parts: all rows of a plan are in one, plans in order of their ids."""
        made = _Making()
        for part in clauses:
            for plan_id, found in groupby(stretches(part), key=lambda stretch: stretch.plan_id):
                made.plan_of(plan_id, found)
        return made.letters()

    def stretch(self, places: np.ndarray) -> np.ndarray:
        """The number of the stretch of each place."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def text(self, start: int, end: int) -> str:
        """The letters from a place to before another."""
        return self.codes[start:end].astype("<u4").tobytes().decode("utf-32-le")

    def alike(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Whether the same letter stands at both places, and no mark."""
        found = self.codes[a]
        return (found == self.codes[b]) & (found != 0)

    def same(self, a: np.ndarray, b: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Whether so many letters from these places on are the same."""
        if not len(a):
            return np.empty(0, dtype=bool)
        behind = np.cumsum(lengths)
        step = np.arange(behind[-1]) - np.repeat(behind - lengths, lengths)
        alike = self.codes[np.repeat(a, lengths) + step] == self.codes[np.repeat(b, lengths) + step]
        return np.logical_and.reduceat(alike, behind - lengths)

    def equal(self, a: np.ndarray, b: np.ndarray, step: int, most: int | None = None) -> np.ndarray:
        """How many letters from these places on (``step`` -1: back) are equal; ``most`` at most."""
        count = np.zeros(len(a), dtype="int64")
        live = np.arange(len(a))
        while len(live) and (most is None or most > 0):
            live = live[self.alike(a[live] + step * count[live], b[live] + step * count[live])]
            count[live] += 1
            most = None if most is None else most - 1
        return count


class _Making:
    """What :class:`Letters` are put together from, an array for each plan."""

    def __init__(self) -> None:
        self.codes: list[np.ndarray] = [_MARK]
        self.at: list[np.ndarray] = [_MARK]
        self.starts: list[int] = []
        self.plan: list[int] = []
        self.shift: list[int] = []
        self.plans: list[str] = []
        self.texts: list[str] = []
        self.bases: dict[int, Stretch] = {}
        self._place = 1

    def plan_of(self, plan_id: str, found: Iterable[Stretch]) -> None:
        codes, at, texts, size = [], [], [], 0
        for stretch in found:
            if any(basis for _, _, basis in stretch.clauses):
                self.bases[len(self.starts)] = stretch
            self.starts.append(self._place)
            self.plan.append(len(self.plans))
            self.shift.append(stretch.start - size)
            codes += [np.frombuffer(stretch.letters.encode("utf-32-le"), dtype="<u4"), _MARK]
            at += [np.array(stretch.places, dtype="uint32") + np.uint32(size), _MARK]
            texts.append(stretch.text)
            self._place += len(stretch.letters) + 1
            size += len(stretch.text)
        self.codes.append(_short(np.concatenate(codes)))
        self.at.append(_short(np.concatenate(at)))
        self.plans.append(plan_id)
        self.texts.append("".join(texts))

    def letters(self) -> Letters:
        return Letters(
            codes=np.concatenate(self.codes),
            starts=np.array(self.starts, dtype="int64"),
            plan=np.array(self.plan, dtype="int32"),
            at=np.concatenate(self.at),
            shift=np.array(self.shift, dtype="int64"),
            plans=tuple(self.plans),
            texts=tuple(self.texts),
            bases=self.bases,
        )


def _short(numbers: np.ndarray) -> np.ndarray:
    return numbers.astype("uint16") if numbers.max() < _SHORT else numbers
