"""Two codings of one plan: paired by place, compared field by field, alpha as published."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.checks.agreement.statements_agreed import (
    AGREEMENT,
    FIELDS,
    Item,
    agreement,
    alpha,
    disagreements,
    pair,
)
from compare.tables.dataset import DISAGREEMENTS


def item(start: int, name: str = "", line: int = 1, width: int = 10, **coded: Any) -> Item:
    usual = {"indicator": "bed_share", "value": (50.0, 50.0), "unit": "%", "comparator": "ge"}
    rest = {"deadline": "2025", "kind": "target", "scope": "general"}
    return Item(
        plan_id="p",
        line=line,
        spans=((start, start + width),),
        value_starts=(start + 5,),
        coded={**usual, **rest, **coded},
        quote=f"quote at {start}",
        statement_id=name,
    )


def row(rows: list[dict[str, Any]], indicator: str, field: str) -> tuple[Any, ...]:
    (found,) = [one for one in rows if (one["indicator"], one["field"]) == (indicator, field)]
    return found["units"], found["agreed"], found["percent"], found["alpha"]


def test_the_same_coding_twice_agrees_in_everything() -> None:
    """Alpha is 1 where something varies and undefined, not 1, where nothing does."""
    coding = [item(0), item(20, indicator="beds", value=(300.0, 300.0), unit="张", comparator="eq")]
    pairs = pair(coding, coding)
    rows = agreement(pairs)
    assert [] == list(disagreements(pairs))
    assert {100.0} == {one["percent"] for one in rows}
    assert (2, 2, 100.0, 1.0) == row(rows, "", "indicator")
    assert (2, 2, 100.0, None) == row(rows, "", "deadline")
    assert (1, 1, 100.0, None) == row(rows, "beds", "value")
    assert all(tuple(one) == AGREEMENT for one in rows)


def test_statements_are_paired_by_place_and_then_by_likeness() -> None:
    """Two on one value (two rates before one figure) go to those coded alike, whatever the order."""
    first = [item(0, "a", indicator="beds"), item(0, "b"), item(40, "c")]
    second = [item(41), item(0), item(0, indicator="beds")]
    assert [("a", "beds"), ("b", "bed_share"), ("c", "bed_share")] == [
        (one.statement_id, other.coded["indicator"]) for one, other in pair(first, second) if one and other
    ]


def test_what_only_one_coder_has_is_a_disagreement() -> None:
    """Also where the other has something elsewhere in the line, or at that place in another line."""
    first, second = [item(0, "a"), item(40, "b")], [item(0), item(60), item(40, line=2)]
    pairs = pair(first, second)
    found = [(one["statement_id"], one["field"], one["first"], one["second"]) for one in disagreements(pairs)]
    assert [("b", "found", "yes", "no"), ("", "found", "no", "yes"), ("", "found", "no", "yes")] == found
    assert (4, 1, 25.0) == row(agreement(pairs), "", "indicator")[:3]
    assert (4, 1, 25.0) == row(agreement(pairs), "bed_share", "indicator")[:3]
    assert (1, 1, 100.0) == row(agreement(pairs), "bed_share", "value")[:3]


@pytest.mark.parametrize(
    "field, value, shown",
    [
        ("indicator", "beds", ("bed_share", "beds")),
        ("value", (20.0, 50.0), ("50", "20-50")),
        ("value", (None, None), ("50", "")),
        ("unit", "张", ("%", "张")),
        ("comparator", "eq", ("ge", "eq")),
        ("deadline", "", ("2025", "")),
        ("kind", "standard", ("target", "standard")),
        ("scope", "rural", ("general", "rural")),
    ],
)
def test_each_field_that_differs_is_listed(field: str, value: Any, shown: tuple[str, str]) -> None:
    """Both codes side by side, with the statement to look at."""
    (one,) = disagreements(pair([item(0, "a")], [item(0, **{field: value})]))
    assert (field, *shown, "a", "quote at 0") == (
        one["field"], one["first"], one["second"], one["statement_id"], one["quote"]
    )  # fmt: skip
    assert DISAGREEMENTS == list(one)


def test_what_cannot_be_told_is_left_out() -> None:
    """A scope in words that the codebook does not know is no disagreement, and no agreement."""
    pairs = pair([item(0)], [item(0, scope=None)])
    assert [] == list(disagreements(pairs))
    assert "scope" not in {one["field"] for one in agreement(pairs)}
    unlike = pair([item(0, unit=None)], [item(0)])
    assert set(FIELDS) - {"unit"} == {one["field"] for one in agreement(unlike)}


def test_alpha_of_values_is_of_the_lower_ends_of_one_indicator() -> None:
    """Values of unlike indicators have none; where a value is missing the two are not compared."""
    first = [item(0, value=(50.0, 50.0)), item(20, value=(60.0, 80.0)), item(40, value=(None, None))]
    second = [item(0, value=(50.0, 50.0)), item(20, value=(60.0, 70.0)), item(40, value=(9.0, 9.0))]
    rows = agreement(pair(first, second))
    assert (3, 1, 33.3, 1.0) == row(rows, "bed_share", "value")
    assert (3, 1, 33.3, None) == row(rows, "", "value")


def test_alpha_is_that_of_the_textbook() -> None:
    """Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example B: binary data, two
    observers, alpha 0.095; example C: nominal data, 0.692."""
    binary = list(zip((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0), strict=True))
    assert 0.095238 == alpha(binary, "nominal")
    nominal = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
    assert 0.692 == pytest.approx(alpha(nominal, "nominal"), abs=0.0005)


def test_alpha_of_values_weighs_how_far_they_lie_apart() -> None:
    """55 for 50 is nearly right, 500 for 50 is not; as codes both are merely wrong."""
    near = alpha([(50, 50), (60, 60), (500, 500), (50, 55)], "interval")
    far = alpha([(50, 50), (60, 60), (500, 500), (50, 500)], "interval")
    assert near is not None
    assert far is not None
    assert far < 0.6 < 0.99 < near < 1


@given(
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["bed_share", "beds"])), max_size=8), st.randoms()
)
def test_every_statement_is_paired_once_whatever_the_order(
    coding: list[tuple[int, str]], chance: random.Random
) -> None:
    """Nothing is lost, nothing is used twice; a coding against itself shuffled agrees in everything."""
    first = [item(start, str(number), indicator=code) for number, (start, code) in enumerate(coding)]
    second = chance.sample(first, len(first))
    pairs = pair(first, second)
    assert sorted(one.statement_id for one in first) == sorted(a.statement_id for a, _ in pairs if a)
    assert len(first) == len(pairs)
    assert [] == list(disagreements(pairs))
    assert set(FIELDS) >= {one["field"] for one in agreement(pairs)}


def test_quotations_that_only_touch_are_two_units() -> None:
    """One ends where the other begins: no character is in both."""
    assert [("a", None), (None, 10)] == [
        (one.statement_id if one else None, other.spans[0][0] if other else None)
        for one, other in pair([item(0, "a")], [item(10)])
    ]
    assert 1 == len(pair([item(0, "a")], [item(9)]))


@pytest.mark.parametrize(
    "near, far",
    [
        (item(0, "near", indicator="beds", unit="张"), item(1, "far")),
        (item(2, "near"), item(1, "far", unit="张")),
        (item(2, "near", unit="张", scope=None), item(1, "far", unit="张", scope="rural")),
        (item(1, "near"), item(2, "far")),
        (item(-1, "near"), item(2, "far")),
        (item(1, "near"), item(-2, "far")),
    ],
)
def test_of_several_the_same_value_is_paired_then_the_most_alike_then_the_nearest(
    near: Item, far: Item
) -> None:
    """The place of the value goes before the codes, the codes before the distance; what cannot be told does
    not count as a difference."""
    for first in ([near, far], [far, near]):
        assert ["near"] == [one.statement_id for one, other in pair(first, [item(0)]) if one and other]
        assert ["near"] == [other.statement_id for one, other in pair([item(0)], first) if one and other]


def test_units_come_in_the_order_of_the_text() -> None:
    """By plan, line and place of the value, whichever coder has them."""
    first = [item(40, "d"), item(0, "b"), item(0, "e", line=2)]
    second = [item(20, "c"), item(0, "a", line=0)]
    assert ["a", "b", "c", "d", "e"] == [
        (one or other).statement_id  # type: ignore[union-attr]
        for one, other in pair(first, second)
    ]


def test_a_unit_that_one_coder_alone_has_is_named_by_that_coder() -> None:
    """Its line, its code and the words; the note is the second person's."""
    second = Item("q", 7, ((3, 9),), (5,), {**item(0).coded, "indicator": "beds"}, "words", note="unsure")
    (one,) = disagreements([(None, second)])
    assert ("q", 7, "", "beds", "words", "unsure") == tuple(
        one[key] for key in ("plan_id", "line", "statement_id", "indicator", "quote", "note")
    )
    (other,) = disagreements([(item(0, "a"), None)])
    assert ("p", 1, "a", "bed_share", "") == tuple(
        other[key] for key in ("plan_id", "line", "statement_id", "indicator", "note")
    )


def test_a_code_of_neither_makes_no_row() -> None:
    """What a coder left without a code is no indicator of its own; its fields count in those of all."""
    rows = agreement(pair([item(0, indicator="")], [item(0, indicator="")]))
    assert {""} == {one["indicator"] for one in rows}
    assert (1, 1, 100.0, None) == row(rows, "", "unit")


def test_without_units_nothing_agrees_or_disagrees() -> None:
    """No per cent of nothing: missing, not zero."""
    assert [("", "indicator", 0, 0, None, None)] == [tuple(one.values()) for one in agreement([])]


def test_words_that_a_line_repeats_stand_where_they_stand_first() -> None:
    """A coder who quotes without a place may mean either: the first counts for the order."""
    either = Item("p", 1, ((0, 10), (90, 100)), (5, 95), item(0).coded, "words", "a")
    assert ["a", "b"] == [one.statement_id for one, _ in pair([item(40, "b"), either], []) if one]
