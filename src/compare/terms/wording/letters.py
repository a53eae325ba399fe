"""The running text of all plans as letters in one row, to look at many places at a time.

What is kept of a plan is its text, its letters and where each stands: some six bytes a character, in files.
In memory are the pages of these that are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import pandas as pd

from compare.terms.wording.bounded import Numbers, batches
from compare.terms.wording.stretches import Stretch, stretches

#: Stands before, between and behind the stretches; no letter has this code, so nothing runs over it.
_MARK = np.zeros(1, dtype="uint16")
#: Letters that are compared together.
_TOGETHER = 500_000
#: So many letters are told apart by their places: those of some 400,000 plans.
MOST = (1 << 31) - 1


@dataclass(frozen=True, slots=True)
class Letters:
    """``codes`` are the letters of all stretches; a *place* is an index of it.

    ``starts`` are the places where the stretches begin, ``plan`` the number of the plan of each; ``plans``
    are the ids in their order. The letter at a place stands in the text of its plan at ``at[place]``, and in
    the source ``shift`` of its stretch further on. ``bases`` are, of stretches of which a sentence names a
    superior document, the clauses of such sentences: first and behind the last place in the source, document.
    """

    starts: np.ndarray
    plan: np.ndarray
    shift: np.ndarray
    plans: tuple[str, ...]
    bases: Mapping[int, tuple[tuple[int, int, str], ...]]
    _codes: Numbers
    _at: Numbers
    # The first place of each plan.
    _first: np.ndarray
    # The texts of all plans, one after the other, and where each begins.
    _texts: Numbers
    _begins: np.ndarray

    @classmethod
    def of(cls, clauses: Iterable[pd.DataFrame], folder: Path) -> Letters:
        """From the table ``clauses`` in parts: all rows of a plan are in one, plans in order of their ids.
        Files are put into ``folder``. Raises OSError."""
        made = _Making(folder)
        for part in clauses:
            for plan_id, found in groupby(stretches(part), key=lambda stretch: stretch.plan_id):
                made.plan_of(plan_id, found)
        return made.letters()

    @property
    def codes(self) -> np.ndarray:
        return self._codes.array

    @property
    def at(self) -> np.ndarray:
        return self._at.array

    def plan_at(self, places: np.ndarray) -> np.ndarray:
        """The number of the plan of each place."""
        return np.searchsorted(self._first, places, side="right") - 1

    def quotes(self, plan: np.ndarray, start: np.ndarray, end: np.ndarray) -> list[str]:
        """What stands from here to there in the text of each of these plans."""
        begins = self._begins[plan]
        spans = zip((begins + start).tolist(), (begins + end).tolist(), strict=True)
        return [self._texts.text(low, high) for low, high in spans]

    def forget(self) -> None:
        """Hold nothing in memory of what was looked at."""
        for numbers in (self._codes, self._at, self._texts):
            numbers.forget()

    def stretch(self, places: np.ndarray) -> np.ndarray:
        """The number of the stretch of each place."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def text(self, start: int, end: int) -> str:
        """The letters from a place to before another."""
        return self._codes.text(start, end)

    def alike(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Whether the same letter stands at both places, and no mark."""
        found = self.codes[a]
        return (found == self.codes[b]) & (found != 0)

    def same(self, a: np.ndarray, b: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Whether so many letters from these places on are the same."""
        alike = np.empty(len(a), dtype=bool)
        for some in batches(lengths, _TOGETHER):
            sizes = lengths[some]
            behind = np.cumsum(sizes)
            step = np.arange(behind[-1]) - np.repeat(behind - sizes, sizes)
            letters = self.codes[np.repeat(a[some], sizes) + step]
            others = self.codes[np.repeat(b[some], sizes) + step]
            alike[some] = np.logical_and.reduceat(letters == others, behind - sizes)
        return alike

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
    """What :class:`Letters` are put together from, plan by plan."""

    def __init__(self, folder: Path) -> None:
        self.codes, self.at, self.texts = (Numbers(folder / name) for name in ("codes", "at", "texts"))
        self.starts: list[int] = []
        self.plan: list[int] = []
        self.shift: list[int] = []
        self.plans: list[str] = []
        self.first: list[int] = []
        self.begins: list[int] = []
        self.bases: dict[int, tuple[tuple[int, int, str], ...]] = {}
        self._place, self._size = 1, 0
        self.codes.add(_MARK)
        self.at.add(_MARK)

    def plan_of(self, plan_id: str, found: Iterable[Stretch]) -> None:
        codes, at, texts, size = [], [], [], 0
        self.first.append(self._place)
        for stretch in found:
            if bases := tuple(clause for clause in stretch.clauses if clause[2]):
                self.bases[len(self.starts)] = bases
            self.starts.append(self._place)
            self.plan.append(len(self.plans))
            self.shift.append(stretch.start - size)
            codes += [_numbers(stretch.letters), _MARK]
            at += [np.array(stretch.places, dtype="uint32") + np.uint32(size), _MARK]
            texts.append(stretch.text)
            self._place += len(stretch.letters) + 1
            size += len(stretch.text)
        self.codes.add(np.concatenate(codes))
        self.at.add(np.concatenate(at))
        self.texts.add(_numbers("".join(texts)))
        self.plans.append(plan_id)
        self.begins.append(self._size)
        self._size += size

    def letters(self) -> Letters:
        for numbers in (self.codes, self.at, self.texts):
            numbers.close()
        return Letters(
            starts=np.array(self.starts, dtype="int64"),
            plan=np.array(self.plan, dtype="int32"),
            shift=np.array(self.shift, dtype="int64"),
            plans=tuple(self.plans),
            bases=self.bases,
            _codes=self.codes,
            _at=self.at,
            _first=np.array(self.first, dtype="int32"),
            _texts=self.texts,
            _begins=np.array(self.begins, dtype="int64"),
        )


def _numbers(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
