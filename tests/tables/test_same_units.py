"""Measure words: which count the same."""

from __future__ import annotations

import pytest

from compare.tables.comparing.same_units import COUNTERS, measure


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("所", "家", True),
        ("名/千人", "人/千人", True),
        ("台", "部", True),
        ("个", "张", False),
        ("人", "人次", False),
        ("名/千人", "名/万人", False),
        ("元/个", "元/家", False),
        ("个", "人", False),
    ],
)
def test_units_that_measure_the_same(one: str, other: str, same: bool) -> None:
    """Only the word of counting may differ: never the thing counted, never the base."""
    assert same == (measure(one) == measure(other))


@pytest.mark.parametrize(
    ("unit", "period", "own", "expected"),
    [
        ("元/月", "", "元/人·月", "元/人·月"),
        ("元", "per_month", "元/人·月", "元/人·月"),
        ("元/月", "", "元/床·月", "元/月"),
        ("元/年", "", "元/人·月", "元/年"),
        ("元", "", "元/人·月", "元"),
        ("元/月", "", "", "元/月"),
    ],
)
def test_what_each_person_gets_is_that_without_the_person_too(
    unit: str, period: str, own: str, expected: str
) -> None:
    """津贴月标准100元 stands beside 每人每月100元; what is paid for beds, or once, does not."""
    assert expected == measure(unit, period, own)


def test_no_word_counts_two_things() -> None:
    words = [word for words in COUNTERS for word in words]
    assert len(words) == len(set(words))
