"""Two codings of policy instruments: cells compared by level, disputes listed, alpha ordinal."""

from __future__ import annotations

import pytest

from compare.checks.agreement.instruments_agreed import agreement, disputed, highest

PLANS, CODES = ["p", "q"], ["building", "training"]
FIRST = [("p", "building", 2, "建"), ("p", "building", 3, "再建"), ("q", "training", 1, "训")]


def test_the_highest_row_is_the_cell() -> None:
    """With its quotation; what is not there is level 0."""
    cells = highest(FIRST)
    assert (3, "再建") == (cells["p", "building"].level, cells["p", "building"].quote)
    assert ("q", "building") not in cells


def test_the_same_coding_twice_agrees() -> None:
    """Alpha is 1 where levels vary; where they do not it is undefined, not 1."""
    rows = agreement(highest(FIRST), highest(FIRST), PLANS, CODES)
    assert [4, 2, 2] == [row["cells"] for row in rows]
    assert {100.0} == {row["percent"] for row in rows}
    assert 1.0 == rows[0]["alpha"]
    same = agreement({}, {}, PLANS, CODES)
    assert {None} == {row["alpha"] for row in same}
    assert [] == list(disputed(highest(FIRST), highest(FIRST), PLANS, CODES))


def test_a_near_level_costs_less_than_a_far_one() -> None:
    """Alpha is ordinal: 3 against 2 is nearer than 3 against 0."""
    near = highest([("p", "building", 2, "建"), ("q", "training", 1, "训")])
    far = highest([("q", "training", 1, "训")])
    first = highest(FIRST)
    alphas = [agreement(first, other, PLANS, CODES)[0]["alpha"] for other in (near, far)]
    assert alphas[0] > alphas[1]


def test_disputes_name_both_levels_and_quotations() -> None:
    """The plan and the instrument, what each coder has."""
    second = highest([("p", "building", 2, "建"), ("q", "training", 1, "训")])
    (row,) = disputed(highest(FIRST), second, PLANS, CODES)
    assert ("p", "building", 3, 2, "再建", "建") == tuple(row.values())


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_rows_does_not_matter(order: int) -> None:
    """Only the levels do."""
    rows = agreement(highest(FIRST[::order]), highest(FIRST), PLANS, CODES)
    assert 4 == rows[0]["agreed"]


def test_the_first_of_equals_is_the_evidence() -> None:
    """A later row of the same level does not replace the quotation; a row of level 0 is none."""
    cells = highest([("p", "building", 2, "建"), ("p", "building", 2, "又建"), ("p", "training", 0, "训")])
    assert [(("p", "building"), 2, "建")] == [(key, one.level, one.quote) for key, one in cells.items()]


def test_per_cent_of_agreement() -> None:
    """Cells that both coders leave empty agree; without cells there is no per cent, not 0."""
    second = highest([("p", "building", 2, "建")])
    rows = agreement(highest(FIRST), second, [*PLANS, "r"], CODES)
    assert [("", 6, 4, 66.7), ("building", 3, 2, 66.7), ("training", 3, 2, 66.7)] == [
        (row["instrument"], row["cells"], row["agreed"], row["percent"]) for row in rows
    ]
    other_way = agreement(second, highest(FIRST), [*PLANS, "r"], CODES)
    assert [4, 2, 2] == [row["agreed"] for row in other_way]
    assert [("", 0, 0, None, None)] == [tuple(row.values()) for row in agreement({}, {}, [], [])]
