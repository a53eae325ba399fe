"""Values of plans beside figures of their regions."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from compare.tables.comparing.per import per

PLANS = pd.DataFrame(
    [{"plan_id": "a", "region_code": "411600", "horizon_end": "2025", "issued_on": "2021-03-01"}]
)


def cell(**known: Any) -> dict[str, Any]:
    """A cell of the comparison: 40 beds in all by 2022."""
    blank = {
        "plan_id": "a",
        "indicator": "beds_total",
        "row_id": "beds_total@general",
        "scope": "general",
        "status": "stated",
        "kind": "target",
        "value_low": 40.0,
        "value_high": 40.0,
        "unit": "张",
        "deadline": "2022",
        "statement_id": "a-1",
    }
    return blank | known


def area(**known: Any) -> dict[str, Any]:
    blank = {"area": "商水县", "region_code": "411623", "value": 8.0, "is_total": False, "status": "stated"}
    same = {
        "plan_id": "a",
        "indicator": "beds_total",
        "unit": "张",
        "deadline": "2022",
        "statement_id": "a-2",
    }
    return blank | same | known


def figure(value: float, unit: str = "人", year: int = 2020, code: str = "411600") -> dict[str, Any]:
    return {
        "region_code": code,
        "year": year,
        "variable": "老年人",
        "value": value,
        "unit": unit,
        "source": "x",
    }


def made(
    cells: list[dict[str, Any]],
    figures: list[dict[str, Any]],
    areas: list[dict[str, Any]] | None = None,
    norms: tuple[str, ...] = (),
) -> pd.DataFrame:
    allocations = pd.DataFrame(areas or [area()])[0 if areas else 1 :]
    return per(pd.DataFrame(cells), allocations, PLANS, pd.DataFrame(figures), "老年人", 1000, norms)


def test_a_count_for_each_thousand() -> None:
    """40 beds for 2万人 are 2 for each thousand; the figure, its year and source stand beside it."""
    row = made([cell()], [figure(2, "万人")]).iloc[0]
    assert (2.0, 2.0, "张/千人") == (row["per_low"], row["per_high"], row["per_unit"])
    assert (2.0, "万人", 2020, "x") == tuple(
        row[f"context_{name}"] for name in ("value", "unit", "year", "source")
    )


def test_an_area_has_its_own_figure() -> None:
    """A county's value goes with the county's figure, not with that of the plan's region."""
    rows = made([cell()], [figure(20_000), figure(4_000, code="411623")], [area()])
    assert [("411600", 2.0), ("411623", 2.0)] == list(zip(rows["region_code"], rows["per_low"], strict=True))


@pytest.mark.parametrize(
    ("known", "year"),
    [({"deadline": "2022"}, 2022), ({"deadline": "2019"}, 2020), ({"deadline": None}, 2024)],
)
def test_the_figure_is_that_of_its_time(known: dict[str, Any], year: int) -> None:
    """The last year not after the deadline, else the horizon; the first after it where none is before."""
    rows = made([cell(**known)], [figure(1000, year=each) for each in (2020, 2022, 2024, 2030)])
    assert [year] == list(rows["context_year"])


@pytest.mark.parametrize(
    "known",
    [
        {"unit": "%"},
        {"unit": "平方米/百户"},
        {"kind": "standard"},
        {"kind": "parameter"},
        {"status": "conflicting"},
        {"scope": "each_street"},
    ],
)
def test_what_is_no_count_in_all_has_no_rate(known: dict[str, Any]) -> None:
    """Rates, norms, parameters and contradictions keep the figure beside them and get no rate."""
    row = made([cell(**known)], [figure(1000)], norms=("each_street",)).iloc[0]
    assert row["context_value"] == 1000
    assert pd.isna(row["per_low"])


@pytest.mark.parametrize("figures", [[figure(0)], [figure(31_000, "元")], [figure(5, code="410000")]])
def test_no_rate_without_a_count_of_the_region(figures: list[dict[str, Any]]) -> None:
    """Not for a zero, not for money, and not by the figure of the province."""
    assert [True] == list(made([cell()], figures)["per_low"].isna())


@pytest.mark.parametrize(
    "value, unit",
    [
        (40, "千人"),
        (400, "百人"),
        (4, "万人"),
        (0.4, "十万人"),
        (0.04, "百万人"),
        (0.0004, "亿人"),
        (40000, "人"),
    ],
)
def test_a_figure_counts_by_its_scale(value: float, unit: str) -> None:
    """The same number of people, however it is written, gives the same beds for each thousand."""
    row = made([cell()], [figure(value, unit)]).iloc[0]
    assert (1.0, "张/千人") == (pytest.approx(row["per_low"]), row["per_unit"])


@pytest.mark.parametrize(
    "times, unit", [(1, "张/人"), (100, "张/百人"), (10_000, "张/万人"), (250, "张/250人")]
)
def test_how_many_a_value_is_given_for_is_in_its_unit(times: float, unit: str) -> None:
    """For each one, hundred, ten thousand in words, any other number in figures."""
    empty = pd.DataFrame([area()])[1:]
    rows = per(pd.DataFrame([cell()]), empty, PLANS, pd.DataFrame([figure(20_000)]), "老年人", times)
    assert (unit, 40 * times / 20_000) == (rows.iloc[0]["per_unit"], rows.iloc[0]["per_low"])


@pytest.mark.parametrize(
    "deadline, plan, year",
    [
        ("2022-06", {}, 2022),
        ("2022-12", {}, 2022),
        ("2023", {}, 2022),
        (None, {"horizon_end": None}, 2020),
        (None, {"horizon_end": None, "issued_on": "2022-01-01"}, 2022),
        (None, {"horizon_end": None, "issued_on": None}, 2030),
    ],
)
def test_the_year_of_a_value(deadline: str | None, plan: dict[str, Any], year: int) -> None:
    """Its deadline's, else that of the plan's horizon, else of its issue; of no date the last figure."""
    plans = PLANS.assign(**plan)
    figures = pd.DataFrame([figure(1000, year=each) for each in (2030, 2022, 2024, 2020)])
    rows = per(pd.DataFrame([cell(deadline=deadline)]), pd.DataFrame([area()])[1:], plans, figures, "老年人")
    assert [year] == list(rows["context_year"])


@pytest.mark.parametrize("unit", ["元", "%", "‰", "平方米/人", "岁", "年"])
def test_a_figure_that_counts_nothing_gives_no_rate(unit: str) -> None:
    """It stands beside the value all the same, with its unit."""
    row = made([cell()], [figure(5, unit)]).iloc[0]
    assert (5.0, unit, True, True) == (
        row["context_value"], row["context_unit"], pd.isna(row["per_low"]), pd.isna(row["per_unit"]),
    )  # fmt: skip


@pytest.mark.parametrize(
    "unit, expected",
    [("", "张/千老年人"), ("万", "张/千万"), ("户", "张/千户"), ("千户", "张/千户"), ("十户", "张/千十户")],
)
def test_what_a_rate_is_called(unit: str, expected: str) -> None:
    """By the unit of the figure without its scale; a figure without a unit gives its own name."""
    assert expected == made([cell()], [figure(100, unit)]).iloc[0]["per_unit"]


def test_the_ends_of_a_range_have_a_rate_each() -> None:
    """A value of zero has one of zero; a cell without a value has no row."""
    rows = made(
        [cell(value_low=10.0, value_high=30.0), cell(value_low=0.0, value_high=0.0), cell(value_low=None)],
        [figure(2000)],
    )
    assert [(5.0, 15.0), (0.0, 0.0)] == list(zip(rows["per_low"], rows["per_high"], strict=True))


def test_areas_without_a_value_and_totals_have_no_row() -> None:
    """The total stands in the comparison; an area of zero has a rate of zero."""
    areas = [area(), area(area="合计", is_total=True), area(value=None), area(value=0.0, unit="%")]
    rows = made([cell()], [figure(4000, code="411623")], areas)
    assert [None, "商水县", "商水县"] == [None if pd.isna(one) else one for one in rows["area"]]
    assert [True, False, True] == list(rows["per_low"].isna())
    assert 2.0 == rows["per_low"].iloc[1]


def test_only_the_figure_that_is_asked_for_counts() -> None:
    """Another variable of the region is not it; without any the value stands alone."""
    other = {**figure(1000), "variable": "户数"}
    row = made([cell()], [other]).iloc[0]
    assert (40.0, True, "老年人") == (row["value_low"], pd.isna(row["context_value"]), row["variable"])


def test_a_rate_is_for_a_thousand_unless_another_number_is_asked_for() -> None:
    """40 beds for 20000 people."""
    empty = pd.DataFrame([area()])[1:]
    row = per(pd.DataFrame([cell()]), empty, PLANS, pd.DataFrame([figure(20_000)]), "老年人").iloc[0]
    assert (2.0, "张/千人") == (row["per_low"], row["per_unit"])
