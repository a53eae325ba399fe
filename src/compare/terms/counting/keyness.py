"""Which words set a plan apart from the others of the study.

A word of a plan is compared with its use in all other plans taken together. Whether the difference can
be chance is tested by the log-likelihood ratio (Dunning 1993, Computational Linguistics 19(1)); since
many words are tested at once, the share of false finds among those called key is held down (Benjamini
and Hochberg 1995). How great the difference is, is said apart from how sure it is: by the log ratio
(Hardie 2014), the binary logarithm of the ratio of the two relative frequencies, with its 95 % interval.
Given how often the word occurs altogether, its occurrences in the plan are binomial; the interval is
Wilson's (1927) for that share. A weighted log-odds ratio (Monroe, Colaresi and Quinn 2008) was tried and
left: its normal approximation says nothing about words that the other plans never use, and these are
the ones looked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

#: Words that all plans together use less often than this are not tested: nothing could be said.
FEWEST = 5
#: What counts as key.
LEVEL = 0.05
_NORMAL_95 = 1.959963984540054

#: The columns this adds to the table ``terms``.
COLUMNS = ("log_ratio", "log_ratio_low", "log_ratio_high", "log_likelihood", "q_value")


@dataclass(frozen=True, slots=True)
class Pool:
    """How often all plans together use each word, how many words they have, and how many plans there are."""

    counts: pd.Series
    words: float
    plans: int

    @classmethod
    def of(cls, parts: Iterable[pd.DataFrame]) -> Pool:
        """Of the table ``terms`` in parts; all rows of a plan are in one."""
        counts, words, plans = pd.Series(dtype="int64"), 0.0, 0
        for terms in parts:
            counts = counts.add(terms.groupby("term")["count"].sum().astype("int64"), fill_value=0)
            sizes = terms.groupby("plan_id")["words"].first()
            words, plans = words + float(sizes.sum()), plans + len(sizes)
        return cls(counts.astype("int64"), words, plans)


def keyness(terms: pd.DataFrame, pool: Pool | None = None) -> pd.DataFrame:
    """``terms`` (plan_id, term, count, words) with COLUMNS, in the same order. ``pool`` is of all plans,
    where these are not all.

    ``log_ratio``: 1 is twice as often as in the other plans, -1 half as often; for a word that the
    others never use it is reckoned with half an occurrence there, and ``log_ratio_high`` is empty:
    there is no upper end. ``log_likelihood`` is the test statistic (chi-square, one degree of
    freedom), ``q_value`` its p-value corrected within each plan. All are empty for words too rare to
    test (FEWEST) and where there is no other plan.
    """
    scored = terms.assign(**dict.fromkeys(COLUMNS, np.nan))
    pool = pool or Pool.of([terms])
    if pool.plans < 2:
        return scored
    pooled = terms["term"].map(pool.counts).to_numpy("float64")
    tested = pooled >= FEWEST
    here, pooled = terms["count"].to_numpy("float64")[tested], pooled[tested]
    words = terms["words"].to_numpy("float64")[tested]
    others = pool.words - words
    likelihood = _log_likelihood(here, pooled - here, words, others)
    p_values = np.array([math.erfc(math.sqrt(value / 2)) for value in likelihood])
    low, high = _wilson(here / pooled, pooled)
    base = np.log2(words / others)
    with np.errstate(divide="ignore"):
        upper = np.log2(high) - np.log2(1 - high) - base
    found = {
        "log_ratio": np.log2(here) - np.log2(np.maximum(pooled - here, 0.5)) - base,
        "log_ratio_low": np.log2(low) - np.log2(1 - low) - base,
        "log_ratio_high": np.where(here < pooled, upper, np.nan),
        "log_likelihood": likelihood,
        "q_value": _corrected(p_values, terms["plan_id"].to_numpy()[tested]),
    }
    for name, values in found.items():
        column = np.full(len(terms), np.nan)
        column[tested] = np.round(values, 4)
        scored[name] = column
    return scored


def key_terms(terms: pd.DataFrame, most: int = 10) -> pd.DataFrame:
    """The words that most surely set each plan apart: its rows of ``terms``, the surest first.

    At most ``most`` per plan, used more often than elsewhere, by log-likelihood; ``sure`` says
    whether the q-value is below LEVEL, so that chance is no good explanation.
    """
    key = terms[terms["log_ratio"] > 0]
    ranked = key.sort_values(
        ["plan_id", "log_likelihood", "term"], ascending=[True, False, True], kind="stable"
    )
    best = ranked.groupby("plan_id", sort=False).head(most).reset_index(drop=True)
    return best.assign(sure=best["q_value"] < LEVEL)


def _log_likelihood(here: np.ndarray, there: np.ndarray, words: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Dunning's statistic of the table of this word and all others, in this plan and all others."""
    total, pooled = words + others, here + there
    observed = (here, there, words - here, others - there)
    rest = total - pooled
    expected = (pooled * words / total, pooled * others / total, rest * words / total, rest * others / total)
    # An empty cell adds nothing.
    pairs = zip(observed, expected, strict=True)
    parts = [seen * np.log(np.where(seen > 0, seen / due, 1.0)) for seen, due in pairs]
    return np.maximum(0.0, 2 * np.sum(parts, axis=0))


def _wilson(share: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Wilson's score interval of a binomial share."""
    square = _NORMAL_95**2
    middle = (share + square / (2 * count)) / (1 + square / count)
    reach = _NORMAL_95 / (1 + square / count) * np.sqrt(share * (1 - share) / count + square / (4 * count**2))
    return middle - reach, np.minimum(1.0, middle + reach)


def _corrected(p_values: np.ndarray, plans: np.ndarray) -> np.ndarray:
    """Benjamini and Hochberg's step-up procedure within each plan."""
    corrected = np.empty_like(p_values)
    codes, found = pd.factorize(plans)
    for code in range(len(found)):
        mine = np.flatnonzero(codes == code)
        order = mine[np.argsort(p_values[mine], kind="stable")]
        ranked = p_values[order] * len(order) / np.arange(1, len(order) + 1)
        corrected[order] = np.minimum(1.0, np.minimum.accumulate(ranked[::-1])[::-1])
    return corrected
