"""Area-by-area tables: totals beside the sums of their rows, and the share of each area."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from compare.tables.comparing.areas import SHARES, TOTALS, area_shares, area_totals


def tables(
    *cells: tuple[str, float | None, bool], unit: str = "个", status: str = "not_applicable", **column: Any
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """``allocations`` and ``statements`` of one column: area, value, whether it is a total."""
    rows = [
        {
            "plan_id": "p", "area": area, "indicator": "stations", "value": value, "unit": unit,
            "deadline": None, "status": "stated" if value is not None else status, "start": at,
            "statement_id": f"s{at}", "is_total": total,
        } | column
        for at, (area, value, total) in enumerate(cells)
    ]  # fmt: skip
    allocations = pd.DataFrame(rows).astype({"value": "float64", "is_total": "boolean"})
    statements = pd.DataFrame({"statement_id": allocations["statement_id"], "subject": "村级站点"})
    return allocations, statements


def test_a_total_stands_beside_the_sum_of_its_rows() -> None:
    """What does not apply adds nothing; a total that is wrong says so."""
    cells = [("东乡", 10.0, False), ("西乡", None, False), ("南乡", 0.0, False)]
    right = area_totals(*tables(*cells, ("合计", 10.0, True)))
    wrong = area_totals(*tables(*cells, ("合计", 12.0, True)))
    assert list(TOTALS) == list(right)
    keys = ["area", "areas", "stated", "summed", "adds_up"]
    assert [["合计", 2, 10.0, 10.0, True]] == right[keys].to_numpy().tolist()
    assert [["合计", 2, 12.0, 10.0, False]] == wrong[keys].to_numpy().tolist()


def test_subtotals_add_up_the_rows_above_them() -> None:
    """小计 of two rows each, 合计 of all four."""
    cells = [
        ("东乡", 1.0, False), ("西乡", 2.0, False), ("小计", 3.0, True),
        ("南乡", 0.1, False), ("北乡", 0.2, False), ("小计", 0.3, True), ("合计", 3.3, True),
    ]  # fmt: skip
    assert [True, True, True] == area_totals(*tables(*cells))["adds_up"].tolist()


def test_a_total_below_the_rows_since_the_last_one_is_of_all_rows() -> None:
    """A subtotal is of the rows since the last total only where it is their sum exactly."""
    cells = [("东乡", 1.0, False), ("小计", 1.0, True), ("西乡", 2.0, False), ("南乡", 3.0, False)]
    found = area_totals(*tables(*cells, ("合计", 4.0, True)))
    assert [[1, 1.0, 1.0, True], [3, 4.0, 6.0, False]] == (
        found[["areas", "stated", "summed", "adds_up"]].to_numpy().tolist()
    )


def test_shares_are_of_the_sum_of_all_areas() -> None:
    """Totals have none; an area the quantity does not apply to has none and changes none."""
    found = area_shares(
        *tables(("东乡", 1.0, False), ("西乡", None, False), ("南乡", 3.0, False), ("合计", 4.0, True))
    )
    assert list(SHARES) == list(found)
    assert ["东乡", "西乡", "南乡"] == found["area"].tolist()
    assert [25.0, "none", 75.0] == found["share"].astype("object").fillna("none").tolist()


@pytest.mark.parametrize("status", ["not_stated"])
def test_a_blank_cell_leaves_the_whole_unknown(status: str) -> None:
    """The share of the others would be of too small a whole."""
    found = area_shares(*tables(("东乡", 1.0, False), ("西乡", None, False), status=status))
    assert found["share"].isna().all()


def test_nothing_but_zeros_has_no_shares() -> None:
    assert area_shares(*tables(("东乡", 0.0, False), ("西乡", 0.0, False)))["share"].isna().all()


@pytest.mark.parametrize("unit", ["%", "平方米/百户"])
def test_rates_do_not_add_up(unit: str) -> None:
    allocations, statements = tables(("东乡", 10.0, False), ("合计", 10.0, True), unit=unit)
    assert 0 == len(area_totals(allocations, statements)) == len(area_shares(allocations, statements))


def test_two_columns_of_one_indicator_are_kept_apart() -> None:
    """Their rows share no whole."""
    allocations, statements = tables(("东乡", 1.0, False), ("东乡", 9.0, False))
    statements["subject"] = ["新建站点", "改造站点"]
    assert [100.0, 100.0] == area_shares(allocations, statements)["share"].tolist()
    assert 0 == len(area_totals(allocations.iloc[:0], statements))


def test_a_subtotal_that_does_not_fit_is_held_against_all_rows() -> None:
    """As many rows as its sum is of; a total above its rows, or two in a row, are of all of them."""
    cells = [
        ("合计", 6.0, True),
        ("东乡", 1.0, False),
        ("西乡", 2.0, False),
        ("小计", 9.0, True),
        ("南乡", 3.0, False),
        ("小计", 3.0, True),
        ("合计", 6.0, True),
        ("总计", None, True),
    ]
    found = area_totals(*tables(*cells))
    assert [(3, 6.0, True), (3, 6.0, False), (1, 3.0, True), (3, 6.0, True)] == list(
        found[["areas", "summed", "adds_up"]].itertuples(index=False, name=None)
    )


def test_sums_are_those_a_person_would_write() -> None:
    """0.1 and 0.2 are 0.3; a difference in the ninth digit is one, a smaller one is noise."""
    for total, right in ((0.3, True), (0.300000001, False), (0.3 + 1e-17, True)):
        found = area_totals(*tables(("东乡", 0.1, False), ("西乡", 0.2, False), ("合计", total, True)))
        assert [right] == found["adds_up"].tolist()


@pytest.mark.parametrize(
    "column", [{"plan_id": "q"}, {"deadline": "2025"}, {"unit": "张"}, {"indicator": "b"}]
)
def test_columns_are_kept_apart(column: dict[str, str]) -> None:
    """By plan, deadline, unit and indicator, in the order of the document; shares are of one column."""
    first, subjects = tables(("东乡", 1.0, False), ("西乡", 3.0, False))
    second, others = tables(("东乡", 5.0, False), **column)
    second["statement_id"] = others["statement_id"] = ["t0"]
    allocations = pd.concat([second, first], ignore_index=True)
    found = area_shares(allocations, pd.concat([subjects, others], ignore_index=True))
    in_order = [("东乡", 25.0), ("西乡", 75.0)]
    in_order.insert(0 if second["plan_id"].iloc[0] == "p" else 2, ("东乡", 100.0))
    assert in_order == list(zip(found["area"], found["share"], strict=True))


def test_rows_come_in_the_order_of_the_document() -> None:
    """Whatever order the table has: a subtotal is of the rows above it."""
    allocations, statements = tables(("东乡", 1.0, False), ("小计", 1.0, True), ("西乡", 3.0, False))
    assert [True] == area_totals(allocations[::-1], statements)["adds_up"].tolist()
    assert [1] == area_totals(allocations[::-1], statements)["areas"].tolist()
