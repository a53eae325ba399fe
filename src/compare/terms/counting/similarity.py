"""How near plans are to each other, by the wording they share and by the words they use."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from compare.tables.noting import reads

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

#: Columns of :func:`similarity`.
COLUMNS = ("plan_a", "plan_b", "shared_characters", "shared_share", "vocabulary")


@reads.asked
def of_study(study: Dataset) -> pd.DataFrame:
    """:func:`similarity` of the plans of a study."""
    return similarity(study.terms, study.reuse, study.clauses)


def similarity(terms: pd.DataFrame, reuse: pd.DataFrame, clauses: pd.DataFrame) -> pd.DataFrame:
    """One row per ordered pair of different plans (COLUMNS), from the tables of a study.

    ``shared_share`` is the share of the letters of plan_a's running text that stand in passages
    it shares with plan_b: a long plan that holds a short one has a small share, the short one a
    large one. ``vocabulary`` is 1 minus the Jensen-Shannon distance (Lin 1991; Endres and Schindelin
    2003) of their word frequencies: 1 means the same words equally often, 0 none in common.
    """
    letters: Counter[str] = Counter()
    for plan, quote, repeats in zip(clauses["plan_id"], clauses["quote"], clauses["repeats"], strict=True):
        if not repeats:
            letters[plan] += sum(map(str.isalnum, quote))
    plans = sorted(letters)
    if not plans:
        return pd.DataFrame(columns=list(COLUMNS))
    shared = _shared(reuse)
    near = _vocabulary(terms, plans)
    rows = [
        (a, b, shared[a, b], round(shared[a, b] / letters[a], 4), round(near[i, j], 4))
        for i, a in enumerate(plans)
        for j, b in enumerate(plans)
        if a != b
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _shared(reuse: pd.DataFrame) -> Counter[tuple[str, str]]:
    """Letters of the first plan that stand in passages shared with the second, each counted once."""
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in reuse.to_dict("records"):
        for a, start, b, text in (
            (row["plan_a"], row["start_a"], row["plan_b"], row["text"]),
            (row["plan_b"], row["start_b"], row["plan_a"], row["text_b"]),
        ):
            places[a, b].update(start + at for at, letter in enumerate(text) if letter.isalnum())
    return Counter({pair: len(found) for pair, found in places.items()})


def _vocabulary(terms: pd.DataFrame, plans: list[str]) -> np.ndarray:
    """1 - Jensen-Shannon distance (binary logarithm) of every two plans."""
    words, known = pd.factorize(terms["term"])
    place = {plan: at for at, plan in enumerate(plans)}
    shares = np.zeros((len(plans), len(known)))
    rows = terms["plan_id"].map(place).to_numpy()
    np.add.at(shares, (rows, words), terms["count"].to_numpy("float64"))
    totals = shares.sum(axis=1, keepdims=True)
    shares = np.divide(shares, totals, out=np.zeros_like(shares), where=totals > 0)
    near = np.eye(len(plans))
    for i in range(len(plans)):
        middle = (shares[i] + shares[i + 1 :]) / 2
        divergence = (_divergence(shares[i], middle) + _divergence(shares[i + 1 :], middle)) / 2
        near[i, i + 1 :] = near[i + 1 :, i] = 1 - np.sqrt(np.clip(divergence, 0, 1))
    return near


def _divergence(share: np.ndarray, middle: np.ndarray) -> np.ndarray:
    share = np.broadcast_to(share, middle.shape)
    ratio = np.divide(share, middle, out=np.ones_like(middle), where=share > 0)
    return (share * np.log2(ratio)).sum(axis=1)
