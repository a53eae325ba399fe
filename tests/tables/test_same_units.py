"""Measure words: which count the same."""

from __future__ import annotations

import pytest

from compare.tables.comparing.same_units import COUNTERS, in_own_base, measure


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
        ("元", "", "元/人", "元/人"),
        ("元", "per_year", "元/人", "元/年"),
        ("元", "", "元/床", "元"),
        # what each bed gets is written with either word
        ("元/张", "", "元/床", "元/床"),
        ("元/张·年", "", "元/床·月", "元/床·年"),
        ("平方米/张", "", "平方米/床", "平方米/床"),
        ("元/张", "", "元/件", "元/张"),
        ("元/50张", "", "元/床", "元/50张"),
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


@pytest.mark.parametrize(
    ("unit", "own", "expected"),
    [
        ("名/15人", "ratio", ("ratio", 1 / 15)),
        ("个/10人", "ratio", ("ratio", 0.1)),
        ("名/百人", "名/千人", ("名/千人", 10)),
        ("人/万人", "名/千人", ("名/千人", 0.1)),
        ("张/百人", "张/千人", ("张/千人", 10)),
        ("平方米/户", "平方米/百户", ("平方米/户", 1)),
        ("名/百床", "名/千人", ("名/百床", 1)),
        ("张/百人", "名/千人", ("张/百人", 1)),
        ("名/5床", "ratio", ("名/5床", 1)),
        ("元/百人", "ratio", ("元/百人", 1)),
        ("名/千人", "名/千人", ("名/千人", 1)),
        ("名/15人", "%", ("名/15人", 1)),
    ],
)
def test_so_many_per_base_are_compared_in_the_base_of_the_indicator(
    unit: str, own: str, expected: tuple[str, float]
) -> None:
    """One per 15 people and one per 4 stand on one scale; what counts something else stays as it stands."""
    assert expected == in_own_base(unit, own)
