"""Wording that two plans share, word for word or nearly: rows of the table ``reuse``.

Plans are compared by their letters (characters without punctuation and blanks) in the running text. Exact
runs (:mod:`compare.terms.wording.exact_runs`) that stand close together in both plans make a passage, which
is kept if its two sides are alike enough. That finds copies with single words changed, as fingerprinting
does for documents (Schleimer, Wilkerson and Aiken 2003); it does not find the same thing said in other
words. Wording that very many plans share is held against the first of them only
(:data:`compare.terms.wording.exact_runs.COMMON`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd
from rapidfuzz.distance import Indel

from compare.tables.rows import Row
from compare.terms.wording.exact_runs import SEED, runs
from compare.terms.wording.stretches import Stretch, stretches

#: Letters a passage must share: more than any set phrase, less than a sentence.
SHORTEST = 16
#: Letters that may stand between two runs of one passage, but no more than twice the shorter run.
GAP = 16
#: How alike the two sides of a passage must be: 1 is word for word.
LEAST = 0.75


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of two stretches (indices), as half-open spans of their letters."""

    a: int
    b: int
    start_a: int
    end_a: int
    start_b: int
    end_b: int
    matched: int
    similarity: float


def reuse_rows(clauses: pd.DataFrame) -> list[Row]:
    """Every passage that two plans share, from the table ``clauses`` (repeated clauses left out).

    ``plan_a`` is before ``plan_b`` in the alphabet. ``characters`` counts the letters that the two
    have in common in this order; ``similarity`` is 2 × that by the letters of both (1: word for word);
    ``plans`` in how many plans of the study the wording of ``plan_a`` is found, itself included.
    """
    texts = tuple(stretches(clauses))
    found = list(_passages(texts))
    rows: list[Row] = []
    for passage, plans in zip(found, _spread(texts, found), strict=True):
        a, b = texts[passage.a], texts[passage.b]
        start_a, end_a = a.offsets[passage.start_a], a.offsets[passage.end_a - 1] + 1
        start_b, end_b = b.offsets[passage.start_b], b.offsets[passage.end_b - 1] + 1
        rows.append(
            {
                "plan_a": a.plan_id,
                "plan_b": b.plan_id,
                "start_a": start_a,
                "end_a": end_a,
                "start_b": start_b,
                "end_b": end_b,
                "characters": passage.matched,
                "text": a.quote(start_a, end_a),
                "text_b": b.quote(start_b, end_b),
                "similarity": round(passage.similarity, 4),
                "plans": plans,
                "basis": a.basis(start_a, end_a) or b.basis(start_b, end_b),
            }
        )
    return rows


def _passages(texts: Sequence[Stretch]) -> Iterator[Passage]:
    """Passages of any two plans, by plans and place; none lies within another of the same plans."""
    made: list[Passage] = []
    for (a, b), group in groupby(sorted(runs(texts, SHORTEST)), key=lambda run: run[:2]):
        for chain in _chains([run[2:] for run in group]):
            chain = _widened(chain, texts[a].letters, texts[b].letters)
            start_a, end_a, start_b, end_b = chain
            left, right = texts[a].letters[start_a:end_a], texts[b].letters[start_b:end_b]
            if min(len(left), len(right)) < SHORTEST:
                continue
            similarity = Indel.normalized_similarity(left, right)
            matched = round(similarity * (len(left) + len(right)) / 2)
            if matched >= SHORTEST and similarity >= LEAST:
                made.append(Passage(a, b, *chain, matched, similarity))
    made.sort(key=lambda one: (one.a, one.b, one.start_a, one.start_b, -one.end_a))
    for _, together in groupby(made, key=lambda one: (one.a, one.b)):
        kept = dict.fromkeys(together)
        yield from (one for one in kept if not any(_within(one, other) for other in kept))


def _widened(chain: tuple[int, int, int, int], a: str, b: str) -> tuple[int, int, int, int]:
    """A chain with the equal letters on either side, which set phrases had kept from the runs."""
    start_a, end_a, start_b, end_b = chain
    while start_a and start_b and a[start_a - 1] == b[start_b - 1]:
        start_a, start_b = start_a - 1, start_b - 1
    while end_a < len(a) and end_b < len(b) and a[end_a] == b[end_b]:
        end_a, end_b = end_a + 1, end_b + 1
    return start_a, end_a, start_b, end_b


def _within(one: Passage, other: Passage) -> bool:
    if one is other:
        return False
    return (
        other.start_a <= one.start_a
        and one.end_a <= other.end_a
        and other.start_b <= one.start_b
        and one.end_b <= other.end_b
    )


def _chains(runs: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
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


def _spread(texts: Sequence[Stretch], found: Sequence[Passage]) -> list[int]:
    """For each passage, how many plans share the wording of its place in plan a, that plan included."""
    touching: dict[int, list[tuple[int, int, str]]] = {}
    for one in found:
        touching.setdefault(one.a, []).append((one.start_a, one.end_a, texts[one.b].plan_id))
        touching.setdefault(one.b, []).append((one.start_b, one.end_b, texts[one.a].plan_id))
    counted: dict[tuple[int, int, int], int] = {}  # many passages lie at the same place
    for one in found:
        place = (one.a, one.start_a, one.end_a)
        if place not in counted:
            others = {
                plan
                for low, high, plan in touching[one.a]
                if min(high, one.end_a) - max(low, one.start_a) >= SHORTEST // 2
            }
            counted[place] = len(others | {texts[one.a].plan_id})
    return [counted[one.a, one.start_a, one.end_a] for one in found]
