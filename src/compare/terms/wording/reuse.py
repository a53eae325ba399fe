"""Wording that two plans share, word for word or nearly: rows of the table ``reuse``.

Plans are compared by their letters (characters without punctuation and blanks) in the running text. Exact
runs (:mod:`compare.terms.wording.exact_runs`) that stand close together in both plans make a passage, which
is kept if its two sides are alike enough (:mod:`compare.terms.wording.passages`). That finds copies with
single words changed, as fingerprinting does for documents (Schleimer, Wilkerson and Aiken 2003); it does not
find the same thing said in other words. Wording that very many plans share is held against the first of them
only (:data:`compare.terms.wording.same_letters.COMMON`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from compare.tables.storage.frames import Rows
from compare.tables.storage.schemas import schemas
from compare.terms.wording.exact_runs import runs
from compare.terms.wording.letters import Letters
from compare.terms.wording.passages import SHORTEST, Passages, Spread, passages_of
from compare.terms.wording.same_letters import members_of

#: Rows that are made together.
_ROWS = 25_000


def reuse(clauses: Iterable[pd.DataFrame], folder: Path | None = None) -> Iterator[pd.DataFrame]:
    """Every passage that two plans share, in parts of the table in its order; none where there is none.

    ``clauses`` is that table in parts (repeated clauses are left out): all rows of a plan in one, plans in
    the order of their ids. ``plan_a`` is before ``plan_b`` in the alphabet. ``characters`` counts the letters
    that the two have in common in this order; ``similarity`` is 2 × that by the letters of both (1: word for
    word); ``plans`` in how many plans of the study the wording of ``plan_a`` is found, itself included.

    What does not fit into memory is in a folder of its own within ``folder`` (none: the system's), which is
    removed in the end. Raises OSError where there is no room for it.
    """
    with TemporaryDirectory(prefix="compare-plans-", dir=folder) as beside:
        yield from _reuse(clauses, Path(beside))


def _reuse(clauses: Iterable[pd.DataFrame], folder: Path) -> Iterator[pd.DataFrame]:
    letters = Letters.of(clauses, folder)
    members = members_of(letters, folder)
    spread = Spread(letters, members.block_of, folder)
    for block, found in runs(members, SHORTEST):
        passages = passages_of(found, letters)
        letters.forget()
        if len(passages):
            yield from _frames(passages, spread.plans(passages, block), letters)


def _frames(found: Passages, plans: np.ndarray, letters: Letters) -> Iterator[pd.DataFrame]:
    """The rows of these passages in their order, so many at a time."""
    left, right = letters.stretch(found.start_a), letters.stretch(found.start_b)
    # Letters are numbered in the order of the plans and of their texts.
    plans_of = letters.plan[right], letters.plan[left]
    order = np.lexsort((found.end_b, found.start_b, found.end_a, found.start_a, *plans_of))
    for low in range(0, len(order), _ROWS):
        some = order[low : low + _ROWS]
        yield _frame(found.take(some), plans[some], letters)
        letters.forget()


def _frame(found: Passages, plans: np.ndarray, letters: Letters) -> pd.DataFrame:
    left, right = letters.stretch(found.start_a), letters.stretch(found.start_b)
    plan_a, plan_b = letters.plan[left], letters.plan[right]
    start_a, end_a = _in_text(letters, found.start_a, found.end_a)
    start_b, end_b = _in_text(letters, found.start_b, found.end_b)
    letters.forget()
    places = {
        "start_a": start_a + letters.shift[left],
        "end_a": end_a + letters.shift[left],
        "start_b": start_b + letters.shift[right],
        "end_b": end_b + letters.shift[right],
    }
    columns = {
        "plan_a": _of(letters.plans, plan_a),
        "plan_b": _of(letters.plans, plan_b),
        **places,
        "characters": found.matched,
        "text": letters.quotes(plan_a, start_a, end_a),
        "text_b": letters.quotes(plan_b, start_b, end_b),
        "similarity": [round(value, 4) for value in found.similarity.tolist()],
        "plans": plans,
        "basis": _bases(letters, (left, right), list(places.values())),
    }
    return Rows(schemas()["reuse"], columns).frame()


def _in_text(letters: Letters, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where these letters begin and end in the text of their plan."""
    return letters.at[start].astype("int64"), letters.at[end - 1].astype("int64") + 1


def _of(names: tuple[str, ...], numbers: np.ndarray) -> list[str]:
    return [names[number] for number in numbers.tolist()]


def _bases(letters: Letters, stretches: tuple[np.ndarray, np.ndarray], places: list[np.ndarray]) -> list[str]:
    """The superior document of each passage: where a sentence that it touches names one, in either plan."""
    naming = np.array(sorted(letters.bases), dtype="int64")
    bases = [""] * len(stretches[0])
    for row in np.flatnonzero(np.isin(stretches[0], naming) | np.isin(stretches[1], naming)).tolist():
        for side, numbers in enumerate(stretches):
            start, end = int(places[2 * side][row]), int(places[2 * side + 1][row])
            named = letters.bases.get(int(numbers[row]), ())
            bases[row] = bases[row] or next(
                (basis for low, high, basis in named if low < end and high > start), ""
            )
    return bases
