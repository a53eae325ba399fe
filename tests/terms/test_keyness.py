"""Key words: the measures by hand, and what small numbers do not allow to be said."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.terms.counting.keyness import COLUMNS, FEWEST, Pool, key_terms, keyness


def terms(*rows: tuple[str, str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["plan_id", "term", "count", "words"])


def of(frame: pd.DataFrame, plan: str, term: str) -> dict[str, Any]:
    (row,) = frame[(frame["plan_id"] == plan) & (frame["term"] == term)].to_dict("records")
    return row


def test_the_log_ratio_is_that_of_relative_frequencies() -> None:
    """10 in 1000 words against 5 in 2000: four times as often."""
    row = of(keyness(terms(("a", "甲", 10, 1000), ("b", "甲", 5, 2000))), "a", "甲")
    assert pytest.approx(2.0) == row["log_ratio"]
    assert row["log_ratio_low"] < 2.0 < row["log_ratio_high"]


def test_the_log_likelihood_is_dunning_s() -> None:
    """Twice the sum of observed × ln(observed / expected) over the four cells of the table."""
    row = of(keyness(terms(("a", "甲", 10, 1000), ("b", "甲", 5, 2000))), "a", "甲")
    cells = {(10, 1000): 5.0, (5, 2000): 10.0}
    expected = sum(
        seen * math.log(seen / due) + (words - seen) * math.log((words - seen) / (words - due))
        for (seen, words), due in cells.items()
    )
    assert pytest.approx(2 * expected, abs=1e-4) == row["log_likelihood"]


def test_a_word_of_one_plan_alone_has_no_upper_end() -> None:
    """How many times as often as never cannot be said; at least how often can."""
    frame = terms(("a", "甲", 8, 1000), ("a", "乙", 9, 1000), ("b", "乙", 9, 1000))
    row = of(keyness(frame), "a", "甲")
    assert pytest.approx(math.log2(8 / 0.5)) == row["log_ratio"]
    assert 0 < row["log_ratio_low"] < row["log_ratio"]
    assert math.isnan(row["log_ratio_high"])


def test_rare_words_are_not_tested() -> None:
    """Of a word used three times nothing can be said, and nothing is."""
    scored = keyness(terms(("a", "甲", FEWEST - 1, 1000), ("b", "乙", FEWEST, 1000)))
    assert all(math.isnan(of(scored, "a", "甲")[name]) for name in COLUMNS)
    assert not math.isnan(of(scored, "b", "乙")["q_value"])


def test_without_another_plan_nothing_is_tested() -> None:
    """A study of one plan has no key words."""
    scored = keyness(terms(("a", "甲", 50, 1000)))
    assert scored[list(COLUMNS)].isna().all(axis=None)
    assert key_terms(scored).empty


def test_q_values_hold_down_false_finds() -> None:
    """Benjamini and Hochberg within a plan: p × tests / rank, never falling with the rank."""
    scored = keyness(
        terms(
            *[("a", f"词{i}", 10 + 3 * i, 5000) for i in range(8)],
            *[("b", f"词{i}", 12, 5000) for i in range(8)],
        )
    )
    mine = scored[scored["plan_id"] == "a"].sort_values("log_likelihood", ascending=False)
    p_values = [math.erfc(math.sqrt(value / 2)) for value in mine["log_likelihood"]]
    raw = [p * len(p_values) / rank for rank, p in enumerate(p_values, 1)]
    expected = [min(1.0, min(raw[at:])) for at in range(len(raw))]
    assert expected == pytest.approx(list(mine["q_value"]), abs=1e-3)


def test_key_words_are_the_surest_of_each_plan() -> None:
    """Used more than elsewhere, by log-likelihood, no more than asked for; doubtful ones are marked."""
    scored = keyness(
        terms(
            ("a", "甲", 40, 2000), ("a", "乙", 6, 2000), ("a", "丙", 5, 2000), ("a", "丁", 9, 2000),
            ("b", "乙", 5, 2000), ("b", "丙", 30, 2000), ("b", "丁", 1, 2000),
        )
    )  # fmt: skip
    mine = key_terms(scored, most=2)
    mine = mine[mine["plan_id"] == "a"]
    assert ["甲", "丁"] == list(mine["term"])
    whole = key_terms(scored)
    assert [True, False] == [bool(of(whole, "a", term)["sure"]) for term in ("甲", "乙")]
    assert "丙" not in set(whole[whole["plan_id"] == "a"]["term"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=12),
    st.integers(500, 5000),
)
def test_measures_agree_with_each_other(counts: list[tuple[int, int]], words: int) -> None:
    """The interval holds the ratio, q is a probability, and shuffled rows give the same values."""
    rows = [
        (plan, f"词{i}", pair[at], words) for i, pair in enumerate(counts) for at, plan in enumerate("ab")
    ]
    frame = terms(*[row for row in rows if row[2]])
    if frame.empty:
        return
    scored = keyness(frame)
    tested = scored.dropna(subset=["q_value"])
    assert ((tested["q_value"] >= 0) & (tested["q_value"] <= 1)).all()
    assert (tested["log_ratio_low"] <= tested["log_ratio"] + 1e-3).all()
    closed = tested.dropna(subset=["log_ratio_high"])
    assert (closed["log_ratio"] <= closed["log_ratio_high"] + 1e-3).all()
    mixed = keyness(frame.sample(frac=1, random_state=1)).sort_index()
    pd.testing.assert_frame_equal(scored, mixed)
    assert np.isfinite(tested["log_likelihood"]).all()


@pytest.mark.parametrize("here, there", [(10, 5), (3, 4), (9, 1), (1, 9), (40, 200)])
def test_the_interval_is_wilson_s(here: int, there: int) -> None:
    """At its ends the share of the uses that are the plan's lies 1.96 standard errors of that end away."""
    row = of(keyness(terms(("a", "甲", here, 1000), ("b", "甲", there, 2000))), "a", "甲")
    count = here + there
    for name in ("log_ratio_low", "log_ratio_high"):
        odds = 2 ** row[name] * 1000 / 2000
        end = odds / (1 + odds)
        assert pytest.approx(1.95996, abs=2e-3) == abs(here / count - end) / math.sqrt(
            end * (1 - end) / count
        )


def test_plans_are_corrected_apart_and_a_pool_stands_for_the_others() -> None:
    """The q-values of a plan are those it has with the pool of all plans alone, whatever stands beside it."""
    rows = [("a", "甲", 40, 2000), ("a", "乙", 6, 2000), ("b", "甲", 8, 1000), ("b", "乙", 9, 1000)]
    whole = keyness(terms(*rows))
    pool = Pool.of([terms(*rows[:2]), terms(*rows[2:])])
    assert (3000.0, 2, {"甲": 48, "乙": 15}) == (pool.words, pool.plans, dict(pool.counts))
    parts = pd.concat([keyness(terms(*part), pool) for part in (rows[:2], rows[2:])], ignore_index=True)
    pd.testing.assert_frame_equal(whole, parts)


def test_key_words_are_ten_at_most_and_of_equal_ones_the_first() -> None:
    """More often than elsewhere: a word used as often in both is none."""
    rows = [(plan, f"词{i:02}", 20 if plan == "a" else 10, 1000) for i in range(12) for plan in "ab"]
    found = key_terms(keyness(terms(*rows)))
    assert [f"词{i:02}" for i in range(10)] == list(found["term"])
    assert key_terms(keyness(terms(("a", "甲", 20, 1000), ("b", "甲", 20, 1000)))).empty
