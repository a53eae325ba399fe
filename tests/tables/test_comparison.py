"""The comparison of a few plans made by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from compare.coding import Codebook
from compare.tables.build import Tables, build, plan_tables

PAGES = "护理型床位占比达到50%。养老床位300张。农村养老床位40张。年龄60岁。乡镇5个。"


@pytest.fixture(scope="module")
def plans(make: SimpleNamespace) -> dict[str, Any]:
    """A plan that says much, one that says nothing, a fragment, and one to which beds do not apply."""
    blank = make.changed(make.plan, plan_id="b-2021", region_zh="乙市")
    return {
        "says": make.plan,
        "silent": blank,
        "fragment": make.changed(blank, plan_id="c-2022", region_zh="丙市", complete=False),
        "spared": make.changed(blank, plan_id="d-2023", region_zh="丁市", not_applicable=("beds",)),
    }


@pytest.fixture(scope="module")
def tables(make: SimpleNamespace, codebook: Codebook, plans: dict[str, Any]) -> Tables:
    facts = (
        make.fact("护理型床位占比达到50%", "50%", 50, comparator="eq"),
        make.fact("养老床位300张", "300张", 300, unit="张", indicator="beds"),
        make.fact("农村养老床位40张", "40张", 40, unit="张", indicator="beds", scope="rural"),
        make.fact("年龄60岁", "60岁", 60, unit="岁", indicator="age", kind="parameter"),
        make.fact("乡镇5个", "5个", 5, unit="个", indicator="towns", kind="parameter"),
    )
    results = [
        make.result(PAGES, *(facts if name == "says" else ()), plan=plan) for name, plan in plans.items()
    ]
    return build([plan_tables(result, codebook) for result in results], None, list(plans.values()), codebook)


def cell(tables: Tables, plan_id: str, indicator: str) -> pd.Series:
    frame = tables["comparison"]
    return frame[(frame["plan_id"] == plan_id) & (frame["indicator"] == indicator)].iloc[0]


def test_every_plan_has_a_row_for_every_comparable_indicator(tables: Tables) -> None:
    """Stated somewhere or with a benchmark: compared. Context, and what has no headline scope: not."""
    frame = tables["comparison"]
    assert {"bed_share", "beds", "age"} == set(frame["indicator"])
    assert 4 * 3 == len(frame)


@pytest.mark.parametrize(
    "plan_id, expected",
    [
        ("p-2020", "stated"),
        ("b-2021", "not_stated"),
        ("c-2022", "source_incomplete"),
        ("d-2023", "not_applicable"),
    ],
)
def test_missing_has_its_reason(tables: Tables, plan_id: str, expected: str) -> None:
    """Not said, not at hand and not applicable are three things, and none is a number."""
    found = cell(tables, plan_id, "beds")
    assert expected == found["status"]
    assert (expected == "stated") == pd.notna(found["value_low"])


def test_what_was_searched_is_recorded_where_nothing_was_found(tables: Tables) -> None:
    """A reader can judge the silence: how much text, which words."""
    assert "1 passages and 0 statements; patterns 养老床位" == cell(tables, "b-2021", "beds")["searched"]
    assert pd.isna(cell(tables, "p-2020", "beds")["searched"])


def test_other_scopes_are_listed_but_never_enter_the_cell(tables: Tables) -> None:
    """300 beds in all and 40 rural ones are not two answers to one question."""
    found = cell(tables, "p-2020", "beds")
    assert (300.0, "general", "p-2020-2", "p-2020-3") == (
        found["value_low"],
        found["scope"],
        found["statement_ids"],
        found["elsewhere_ids"],
    )


def test_a_statement_in_another_scope_alone_leaves_the_cell_not_stated(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """55 % of new homes must not stand where the share of all beds is compared; it is named instead."""
    fact = make.fact("农村护理型床位占比55%", "55%", 55, scope="rural")
    result = make.result("农村护理型床位占比55%", fact)
    found = cell(build([plan_tables(result, codebook)], None, [make.plan], codebook), "p-2020", "bed_share")
    assert "not_stated" == found["status"]
    assert found["searched"].endswith("; only found in scope rural")
    assert "p-2020-1" == found["elsewhere_ids"]


def test_a_parameter_does_not_stand_in_for_a_target(make: SimpleNamespace, codebook: Codebook) -> None:
    """现有养老床位300张 is a fact about today, not what the plan asks for."""
    fact = make.fact("现有养老床位300张", "300张", 300, unit="张", indicator="beds", kind="parameter")
    result = make.result("现有养老床位300张", fact)
    found = cell(build([plan_tables(result, codebook)], None, [make.plan], codebook), "p-2020", "beds")
    assert "not_stated" == found["status"]


def test_a_total_contradicting_the_text_is_a_conflict(make: SimpleNamespace, codebook: Codebook) -> None:
    """600 in the goals, 60 in the annex: both are shown, neither is chosen."""
    beds = {"unit": "张", "comparator": "eq", "indicator": "beds", "deadline": "2024"}
    facts = (
        make.fact("养老床位600张", "600张", 600, **beds),
        make.fact("甲县\n60", "60", 60, kind="allocation", area="甲县", **beds),
        make.fact("合计\n60", "60", 60, kind="allocation", area="合计", **beds),
    )
    result = make.result("养老床位600张\n甲县\n60\n合计\n60", *facts)
    found = cell(build([plan_tables(result, codebook)], None, [make.plan], codebook), "p-2020", "beds")
    assert ("conflicting", 60.0, 600.0, "p-2020-1 p-2020-3") == (
        found["status"],
        found["value_low"],
        found["value_high"],
        found["statement_ids"],
    )


def test_rows_of_plans_not_read_again_stay(
    make: SimpleNamespace, codebook: Codebook, plans: dict[str, Any], tables: Tables
) -> None:
    """One plan read anew, three kept: the same tables as if all had been read."""
    again = plan_tables(make.result(PAGES, plan=plans["silent"]), codebook)
    rebuilt = build([again], tables, list(plans.values()), codebook)
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(frame, rebuilt[name])


def test_rows_of_plans_no_longer_registered_go(
    codebook: Codebook, plans: dict[str, Any], tables: Tables
) -> None:
    """A plan taken out of the register leaves no trace in any table."""
    left = [plan for name, plan in plans.items() if name != "says"]
    rebuilt = build([], tables, left, codebook)
    frames = (frame for name, frame in rebuilt.items() if name != "reuse")
    assert all("p-2020" not in set(frame["plan_id"]) for frame in frames)
    assert rebuilt["reuse"].empty
    assert {"bed_share"} == set(rebuilt["comparison"]["indicator"])
