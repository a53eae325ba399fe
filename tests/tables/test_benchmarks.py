"""National targets: read with their rule of comparison, and held against values that measure the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from compare.coding import Codebook, parse_codebook
from compare.study.codebook.files import BENCHMARKS, load_files
from compare.tables.comparing.benchmarks import benchmark_schema, read_benchmarks
from compare.tables.comparing.national import NATIONAL, Relation, national
from compare.tables.storage.frames import make_frame, text_of
from compare.tables.storage.validation import TableError

SHIPPED = Path(__file__).parents[2] / "data" / "codebook"


def target(deadline: str = "2025", value: float = 55, year: str = "2021", **changes: Any) -> dict[str, Any]:
    return {
        "benchmark_id": f"share-{deadline}-{year}-{value:g}",
        "indicator": "bed_share",
        "comparator": "ge",
        "value": value,
        "unit": "%",
        "deadline": deadline,
        "document": "某规划",
        "year": year,
        "grade": "A",
        "evidence": "某页",
        "wording": "不低于",
        "compare_scopes": "general",
        "compare_units": "%",
        **changes,
    }


def all_beside(
    *targets: Mapping[str, Any],
    issued: str | None = "2024-05-01",
    horizon: str | None = None,
    region: str = "110100",
    **cell: Any,
) -> list[dict[str, Any]]:
    """What becomes of one value of 60 % beside these targets."""
    row = {
        "plan_id": "p", "row_id": "bed_share@general", "indicator": "bed_share", "status": "stated",
        "value_low": 60.0, "value_high": 60.0,
        "unit": "%", "comparator": "ge", "deadline": "2026", "scope": "general", "statement_id": "p-1",
        "aspect": "asked",
    } | cell  # fmt: skip
    plan = {"plan_id": "p", "region_code": region, "issued_on": issued, "published_on": None}
    plans = pd.DataFrame([plan | {"horizon_end": horizon}], dtype="str")
    found = national(pd.DataFrame([row]), plans, make_frame(benchmark_schema(), targets))
    assert list(NATIONAL) == list(found)
    return found.to_dict("records")


def beside(*targets: Mapping[str, Any], **how: Any) -> dict[str, Any]:
    """The first row of them."""
    return next(iter(all_beside(*targets, **how)), {})


@pytest.mark.parametrize(
    ("deadline", "expected", "distance"),
    [("2022", 50, 10), ("2024-12", 50, 10), ("2025", 55, 5), ("2026", 55, 5), ("2030", 73, -13)],
)
def test_the_value_in_force_is_the_latest_that_is_due(
    deadline: str, expected: float, distance: float
) -> None:
    """A target of 2025 is not yet due in 2024 and still holds in 2026."""
    targets = [target("2022", 50, "2019"), target("2025", 55), target("2030", 73, "2026")]
    row = beside(*targets, deadline=deadline)
    assert (Relation.COMPARED, expected, distance) == (
        row["relation"], row["national_value"], row["distance_low"],
    )  # fmt: skip


def test_what_already_is_is_not_held_against_a_target() -> None:
    """A share that is reported (截至2022年底为52%) neither meets nor misses what is due by 2025."""
    row = beside(target("2025", 55), value_low=52.0, value_high=52.0, deadline=None, aspect="named")
    given = (text_of(row["held_at"]), text_of(row["national_value"]))
    assert (Relation.NAMED, ("", "")) == (row["relation"], given)


def test_a_deadline_within_a_year_comes_before_the_end_of_that_year() -> None:
    """By May 2025 what the nation wants by 2025 is not due; what it will be is named, no distance given."""
    row = beside(target("2025"), deadline="2025-05")
    assert (Relation.NONE_DUE, 55) == (row["relation"], row["national_value"])
    assert pd.isna(row["distance_low"])


def test_a_value_without_a_deadline_is_looked_at_for_the_end_of_the_horizon() -> None:
    """A norm already issued for the last year of the plan holds for what it asks for."""
    row = beside(target("2022", 55, "2019"), deadline=None, issued="2020-12-08", horizon="2022")
    assert (Relation.COMPARED, "2022", "horizon") == (row["relation"], row["held_at"], row["held_by"])
    assert "deadline" == beside(target("2022"), deadline="2023", horizon="2025")["held_by"]


def test_the_same_value_by_a_later_deadline_is_later() -> None:
    """60 % by 2025 is not what the nation wants by 2022."""
    assert 3 == beside(target("2022", 60), deadline="2025")["years_later"]
    assert 0 == beside(target("2022", 60), deadline="2022-12")["years_later"]
    assert pd.isna(beside(target("2022", 60), deadline=None, horizon="2025")["years_later"])


def test_a_province_has_values_of_its_own() -> None:
    """Those of the plan's province stand beside the nation's, those of another do not."""
    targets = [
        target("2025", 55),
        target("2025", 70, region_code="110000"),
        target("2025", 75, region_code="650000"),
    ]
    found = all_beside(*targets)
    assert [(None, 55.0), ("110000", 70.0)] == [
        (text_of(row["benchmark_region"]) or None, row["national_value"]) for row in found
    ]


def test_a_plan_that_is_silent_is_listed_with_the_norm() -> None:
    """No value, no distance; what the nation wants by the end of the horizon is given."""
    silence = {"status": "qualitative", "value_low": None, "value_high": None, "unit": None}
    row = beside(target("2022", 50), horizon="2022", deadline=None, **silence)
    assert (Relation.SILENT, 50.0) == (row["relation"], row["national_value"])
    assert pd.isna(row["distance_low"])
    assert {} == beside(target("2025", 50), horizon="2022", deadline=None, **silence)
    assert {} == beside(target("2022", 50), scope="rural", deadline=None, **silence)
    assert {} == beside(target("2022", 50), deadline=None, **{**silence, "status": "source_incomplete"})
    assert {} == beside(target("2022", 50), deadline=None, **{**silence, "status": "not_applicable"})


def test_a_value_without_a_deadline_and_horizon_is_looked_at_for_the_year_of_issue() -> None:
    """It holds from then on; without a date of issue nothing can be said."""
    assert "2024" == beside(target("2022", 50), deadline=None)["held_at"]
    assert Relation.COMPARED == beside(target("2024", 50), deadline=None)["relation"]
    assert Relation.NONE_DUE == beside(target("2025", 50), deadline=None)["relation"]
    assert Relation.UNDATED == beside(target("2022", 50), deadline=None, issued=None)["relation"]


def test_a_target_without_a_deadline_is_in_force_from_its_year() -> None:
    """A standing floor of 2015 binds until a later target is due."""
    targets = [target("", 50, "2015"), target("2022", 55, "2019")]
    assert (50, 55) == (
        beside(*targets, deadline="2021")["national_value"],
        beside(*targets, deadline="2022")["national_value"],
    )
    assert Relation.NONE_DUE == beside(targets[0], deadline="2014")["relation"]


def test_another_scope_or_measure_is_never_compared() -> None:
    """The reason of the codebook goes with the row; no distance does."""
    elsewhere = beside(target(ruling_en="institutions only"), scope="rural")
    assert (Relation.OTHER_SCOPE, "institutions only") == (elsewhere["relation"], elsewhere["ruling_en"])
    unlike = beside(target(compare_scopes="", compare_units="", ruling_en="all beds"))
    assert (Relation.OTHER_MEASURE, "all beds") == (unlike["relation"], unlike["ruling_en"])
    assert Relation.OTHER_MEASURE == beside(target(), unit="张")["relation"]
    assert all(pd.isna(row["distance_low"]) for row in (elsewhere, unlike))


def test_documents_that_differ_give_no_national_value() -> None:
    """The same value twice is one, the better confirmed cited; two values for one year are none."""
    same = beside(target(year="2022", grade="B"), target(year="2023", grade="A"))
    assert (Relation.COMPARED, "2023") == (same["relation"], same["national_year"])
    assert Relation.DISPUTED == beside(target(value=55), target(value=60))["relation"]


def test_contradictions_and_ranges() -> None:
    """A plan that contradicts itself has no distance; a range has that of either end."""
    assert Relation.CONFLICTING == beside(target(), status="conflicting", value_high=90.0)["relation"]
    row = beside(target(), value_low=50.0, comparator="range")
    assert (-5, 5) == (row["distance_low"], row["distance_high"])


def test_what_the_nation_does_not_ask_for_has_no_row() -> None:
    assert {} == beside(target(indicator="other"))


def test_the_shipped_targets_keep_their_rule() -> None:
    """Scopes exist, what is not compared says why, and every target of an indicator names one there is."""
    codebook = parse_codebook(load_files(SHIPPED, wording=False))
    found = read_benchmarks(SHIPPED / BENCHMARKS, codebook)
    assert 44 == len(found)
    compared = found[found["compare_scopes"].notna()]
    assert set(compared["indicator"]) <= set(codebook.indicators)
    for row in compared.to_dict("records"):
        scopes = set(codebook.indicators[row["indicator"]].headline_scopes)
        assert set(row["compare_scopes"].split()) <= scopes, row["benchmark_id"]


@pytest.mark.parametrize("code", ["beds_total", "regional_centre_coverage", "care_workers_trained"])
def test_national_totals_and_aggregates_are_not_compared(code: str) -> None:
    """900万张, 200万名 and a provincial aggregate say nothing of one place."""
    found = read_benchmarks(SHIPPED / BENCHMARKS, parse_codebook(load_files(SHIPPED, wording=False)))
    assert found.loc[found["indicator"] == code, "compare_scopes"].isna().all()


def test_a_codebook_without_the_file_has_no_targets(codebook: Codebook, tmp_path: Path) -> None:
    assert 0 == len(read_benchmarks(tmp_path / BENCHMARKS, codebook)) == len(read_benchmarks(None, codebook))


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"compare_scopes": "nowhere"}, "nowhere is not in scopes.yaml"),
        ({"compare_scopes": ""}, "give both compare_scopes and compare_units"),
        ({"compare_units": ""}, "give both compare_scopes and compare_units"),
        ({"compare_scopes": "", "compare_units": ""}, "do not say why"),
        ({"compare_scopes": "", "compare_units": "", "ruling_en": "all beds"}, "do not say why"),
        ({"compare_scopes": "", "compare_units": "", "ruling_zh": "总数"}, "do not say why"),
        ({"grade": "C"}, "not one of A B"),
        ({"value": "fifty"}, "is not a number"),
    ],
)
def test_a_bad_row_is_named(
    codebook: Codebook, tmp_path: Path, changes: dict[str, str], complaint: str
) -> None:
    """File, column and what to do, without a traceback to read."""
    names = list(benchmark_schema().names)
    row = {**dict.fromkeys(names, ""), **{key: str(value) for key, value in (target() | changes).items()}}
    path = tmp_path / BENCHMARKS
    path.write_text(",".join(names) + "\n" + ",".join(row[name] for name in names) + "\n", encoding="utf-8")
    with pytest.raises(TableError, match="benchmarks.csv: .*" + complaint):
        read_benchmarks(path, codebook)


def test_of_targets_for_one_day_the_best_confirmed_then_the_oldest_is_cited() -> None:
    """By grade, year and id, in any order; a target of another day is none of them."""
    targets = [
        target(grade="B", year="2019", benchmark_id="a"),
        target(grade="A", year="2022", benchmark_id="b"),
        target(grade="A", year="2021", benchmark_id="d"),
        target(grade="A", year="2021", benchmark_id="c"),
        target("2027", 60, benchmark_id="e"),
    ]
    assert ["c", "c"] == [beside(*some)["benchmark_id"] for some in (targets, targets[::-1])]


@pytest.mark.parametrize("changes", [{"value": 60}, {"comparator": "le"}])
def test_unlike_targets_of_one_day_are_disputed(changes: dict[str, Any]) -> None:
    """Another value or another bound; the ruling of the first that has one goes with the row."""
    other = target(benchmark_id="b", ruling_en="see both", ruling_zh="两者", **changes)
    row = beside(target(benchmark_id="a"), other)
    assert (Relation.DISPUTED, "see both", "两者") == (row["relation"], row["ruling_en"], row["ruling_zh"])
    assert pd.isna(row["national_value"])
    assert (
        Relation.COMPARED
        == beside(target("2020", 9), target("2025", 55), other | {"deadline": "2030"})["relation"]
    )


def test_what_is_not_due_names_the_first_that_will_be() -> None:
    """The earliest target, whatever their order; on its last day it is due."""
    targets = [target("2030", 80), target("2027", 70)]
    assert (Relation.NONE_DUE, 70.0) == tuple(
        beside(*targets, deadline="2026")[name] for name in ("relation", "national_value")
    )
    assert Relation.COMPARED == beside(*targets, deadline="2027-12-31")["relation"]
    assert Relation.NONE_DUE == beside(*targets, deadline="2027-12-30")["relation"]


def test_the_years_between_are_told_for_deadlines_alone() -> None:
    """Earlier ones are negative; a standing floor has none."""
    assert -1 == beside(target("2026", 60), target("2020", 50), deadline="2025")["years_later"] - 6
    assert pd.isna(beside(target("", 60, "2015"), deadline="2025")["years_later"])


def test_a_distance_has_no_noise_of_floating_point() -> None:
    """0.3 less 0.1 is 0.2."""
    row = beside(target(value=0.1), value_low=0.3, value_high=0.4)
    assert (0.2, 0.3) == (row["distance_low"], row["distance_high"])


@pytest.mark.parametrize(
    ("code", "plan", "held"),
    [
        ("", "110100", 1),
        ("110000", "110100", 2),
        ("110100", "110100", 2),
        ("110101", "110100", 1),
        ("120000", "110100", 1),
        ("500000", "510100", 1),
        ("500000", "500101", 2),
        ("331000", "331100", 1),
        ("331000", "331002", 2),
    ],
)
def test_which_regions_bind_a_plan(code: str, plan: str, held: int) -> None:
    """The nation, its province and its prefecture; not a county in it, another province, or a mere digit."""
    targets = [target(), target(region_code=code)] if code else [target()]
    assert held == len(all_beside(*targets, region=plan))


def test_a_plan_without_a_code_is_held_against_the_nation_alone() -> None:
    """Whose province it is in is not known."""
    row = {
        "plan_id": "p", "row_id": "r", "indicator": "bed_share", "status": "stated", "value_low": 60.0,
        "value_high": 60.0, "unit": "%", "comparator": "ge", "deadline": "2026", "scope": "general",
        "statement_id": "p-1", "aspect": "asked",
    }  # fmt: skip
    plan = {
        "plan_id": "p",
        "region_code": None,
        "issued_on": None,
        "published_on": "2024-05-01",
        "horizon_end": None,
    }
    targets = make_frame(benchmark_schema(), [target(), target(region_code="110000")])
    found = national(pd.DataFrame([row, row | {"deadline": None}]), pd.DataFrame([plan]), targets)
    assert [(Relation.COMPARED, "2026"), (Relation.NONE_DUE, "2024")] == list(
        zip(found["relation"], found["held_at"], strict=True)
    )


def test_silence_is_told_once_for_a_region() -> None:
    """Of several rows of the indicator; a value in any of them is no silence."""
    silence = {"status": "not_stated", "value_low": None, "value_high": None, "unit": None, "deadline": None}
    row = {
        "plan_id": "p", "row_id": "r", "indicator": "bed_share", "comparator": None, "scope": "general",
        "statement_id": None, "aspect": "asked",
    } | silence  # fmt: skip
    plan = {
        "plan_id": "p",
        "region_code": "110100",
        "issued_on": "2026-01-01",
        "published_on": None,
        "horizon_end": None,
    }
    rural = row | {"row_id": "s", "scope": "rural"}
    valued = rural | {
        "status": "stated",
        "value_low": 0.0,
        "value_high": 0.0,
        "unit": "%",
        "deadline": "2026",
    }
    targets = make_frame(
        benchmark_schema(), [target(compare_scopes="general rural"), target(region_code="110000")]
    )

    def regions(*rows: dict[str, Any]) -> list[tuple[str, str]]:
        found = national(pd.DataFrame(list(rows)), pd.DataFrame([plan]), targets)
        return [(text_of(one["benchmark_region"]), one["relation"]) for one in found.to_dict("records")]

    assert [("", Relation.SILENT), ("110000", Relation.SILENT)] == regions(row, rural)
    conflicting = row | {"status": "conflicting"}
    assert Relation.CONFLICTING == regions(row, rural, conflicting)[-1][1]
    assert [("", Relation.COMPARED), ("110000", Relation.OTHER_SCOPE)] == regions(row, valued)
