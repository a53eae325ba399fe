"""How near plans are, by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.terms.counting.similarity import COLUMNS, similarity


def clauses(**quotes: str) -> pd.DataFrame:
    rows = [
        {"plan_id": plan, "start": 0, "end": len(quote), "quote": quote, "repeats": False}
        for plan, quote in quotes.items()
    ]
    return make_frame(schemas()["clauses"], rows)


def terms(**counts: dict[str, int]) -> pd.DataFrame:
    rows = [
        {"plan_id": plan, "term": term, "count": count, "words": 100}
        for plan, found in counts.items()
        for term, count in found.items()
    ]
    return make_frame(schemas()["terms"], rows)


def reuse(*rows: tuple[int, str, int, str]) -> pd.DataFrame:
    return make_frame(
        schemas()["reuse"],
        [
            {"plan_a": "a", "plan_b": "b", "start_a": x, "text": one, "start_b": y, "text_b": other}
            for x, one, y, other in rows
        ],
    )


def test_the_share_depends_on_whose_text_it_is_of() -> None:
    """Four letters shared: half of the short plan, a quarter of the long one; punctuation does not count."""
    found = similarity(
        terms(a={"甲": 1}, b={"甲": 1}),
        reuse((0, "甲,乙丙丁", 0, "甲乙丙丁")),
        clauses(a="甲,乙丙丁。戊己庚辛", b="甲乙丙丁" * 4),
    )
    shares = {(row["plan_a"], row["plan_b"]): row["shared_share"] for row in found.to_dict("records")}
    assert {("a", "b"): 0.5, ("b", "a"): 0.25} == shares


def test_overlapping_passages_count_once() -> None:
    """A stretch shared twice is shared, not doubly so."""
    found = similarity(
        terms(a={"甲": 1}, b={"甲": 1}),
        reuse((0, "甲乙丙丁", 0, "甲乙丙丁"), (2, "丙丁戊己", 6, "丙丁戊己")),
        clauses(a="甲乙丙丁戊己庚辛", b="甲乙丙丁甲乙丙丁戊己庚辛"),
    )
    assert 6 == found.loc[found["plan_a"] == "a", "shared_characters"].item()


def test_nearness_of_words_runs_from_none_to_same() -> None:
    """Same frequencies: 1; no word in common: 0; half in common: by the formula."""
    counted = terms(a={"甲": 2, "乙": 2}, b={"甲": 5, "乙": 5}, c={"丙": 7}, d={"甲": 1, "丙": 1})
    found = similarity(counted, reuse(), clauses(a="甲", b="甲", c="甲", d="甲"))
    near = {(row["plan_a"], row["plan_b"]): row["vocabulary"] for row in found.to_dict("records")}
    assert (1.0, 0.0) == (near["a", "b"], near["a", "c"])
    assert near["a", "d"] == near["d", "a"] == pytest.approx(1 - math.sqrt(0.5), abs=1e-4)


def test_one_plan_has_no_neighbour() -> None:
    """No row, but the columns."""
    for texts in ({}, {"a": "甲"}):
        found = similarity(terms(**{plan: {"甲": 1} for plan in texts}), reuse(), clauses(**texts))
        assert list(COLUMNS) == list(found.columns)
        assert found.empty
