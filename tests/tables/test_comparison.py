"""The comparison of a few plans made by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from compare.coding import Codebook
from compare.coding.remits import parse_remits
from compare.model import Kind
from compare.tables.comparing.cells import StatedValue
from compare.tables.comparing.compared_rows import Aspect, RowKey
from compare.tables.comparing.comparison import gathers, row_key
from compare.tables.comparing.same_units import measure
from compare.tables.comparing.silence import Mentions, silence
from compare.tables.making.build import Tables, build, plan_tables
from compare.tables.storage.frames import gather

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
        make.result(*((PAGES, *facts) if name == "says" else ("本方案不谈床位。",)), plan=plan)
        for name, plan in plans.items()
    ]
    return build(
        [gather([plan_tables(result, codebook) for result in results])], None, list(plans.values()), codebook
    )


def cell(tables: Tables, plan_id: str, row_id: str) -> pd.Series:
    frame = tables["comparison"]
    return frame[(frame["plan_id"] == plan_id) & (frame["row_id"] == row_id)].iloc[0]


def test_every_plan_has_a_cell_in_every_row(tables: Tables) -> None:
    """A row is an indicator at a scope that some plan states, of whichever kind."""
    frame = tables["comparison"]
    assert {"bed_share@general", "beds@general", "beds@rural", "age@general", "towns@general"} == set(
        frame["row_id"]
    )
    assert 4 * 5 == len(frame)


def test_a_row_never_holds_two_scopes(tables: Tables) -> None:
    """300 beds in all and 40 rural ones are two rows."""
    scopes = tables["statements"].set_index("statement_id")["scope"]
    for row in tables["comparison"].dropna(subset="statement_ids").to_dict("records"):
        assert {row["scope"]} == {scopes[one] for one in row["statement_ids"].split()}


def test_a_headline_row_is_of_a_scope_that_the_codebook_compares(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """Beds are compared in the countryside too, their nursing share in the whole area alone."""
    facts = (
        make.fact("护理型床位占比达到50%", "50%", 50),
        make.fact("农村护理型床位占比达到40%", "40%", 40, scope="rural"),
        make.fact("农村养老床位40张", "40张", 40, unit="张", indicator="beds", scope="rural"),
    )
    result = make.result("护理型床位占比达到50%。农村护理型床位占比达到40%。农村养老床位40张。", *facts)
    rows = build([gather([plan_tables(result, codebook)])], None, [make.plan], codebook)["comparison"]
    headline = rows.set_index("row_id")["headline"].to_dict()
    assert {"bed_share@general": True, "bed_share@rural": False, "beds@rural": True} == headline


def test_every_coded_statement_stands_in_exactly_one_cell(tables: Tables) -> None:
    """Nothing is hidden and nothing is counted twice."""
    behind = " ".join(tables["comparison"]["statement_ids"].dropna()).split()
    assert sorted(tables["statements"]["statement_id"]) == sorted(behind)


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
    found = cell(tables, plan_id, "beds@general")
    assert expected == found["status"]
    assert (expected == "stated") == pd.notna(found["value_low"])


def test_what_was_searched_is_recorded_where_nothing_was_found(tables: Tables) -> None:
    """A reader can judge the silence: how much text, which words."""
    searched = cell(tables, "b-2021", "beds@general")["searched"]
    read = "1 passages and 0 statements; no value at general"
    assert f"{read}; noun 养老床位 in no clause of its own" == searched
    assert pd.isna(cell(tables, "p-2020", "beds@general")["searched"])


def test_other_scopes_are_listed_but_never_enter_the_cell(tables: Tables) -> None:
    """300 beds in all and 40 rural ones are not two answers to one question."""
    found = cell(tables, "p-2020", "beds@general")
    assert (300.0, "general", "p-2020-2", "p-2020-3") == (
        found["value_low"],
        found["scope"],
        found["statement_ids"],
        found["elsewhere_ids"],
    )
    assert (40.0, "p-2020-3") == tuple(cell(tables, "p-2020", "beds@rural")[["value_low", "statement_ids"]])


def test_a_parameter_does_not_stand_in_for_a_target(make: SimpleNamespace, codebook: Codebook) -> None:
    """现有养老床位300张 is a fact about today, not what the plan asks for: a row of its own."""
    fact = make.fact("现有养老床位300张", "300张", 300, unit="张", indicator="beds", kind="parameter")
    built = build(
        [gather([plan_tables(make.result("现有养老床位300张", fact), codebook)])], None, [make.plan], codebook
    )
    assert ["bed_share@general", "beds@general!named"] == sorted(built["comparison"]["row_id"])
    assert "named" == cell(built, "p-2020", "beds@general!named")["aspect"]


def test_unlike_units_are_unlike_rows(make: SimpleNamespace, codebook: Codebook) -> None:
    """A subsidy a month and a subsidy once never stand in one row; 元/床 is not 元/人·月."""
    facts = [
        make.fact("年龄100元", "100元", 100, unit="元/人·月", indicator="age", kind="parameter"),
        make.fact("年龄5000元", "5000元", 5000, unit="元/床", indicator="age", kind="parameter"),
    ]
    result = make.result("年龄100元,年龄5000元", *facts)
    rows = build([gather([plan_tables(result, codebook)])], None, [make.plan], codebook)["comparison"]
    assert {"age@general[元/人·月]", "age@general[元/床]"} < set(rows["row_id"])


def test_a_total_contradicting_the_text_is_a_conflict(make: SimpleNamespace, codebook: Codebook) -> None:
    """600 in the goals, 60 in the annex: both are shown, neither is chosen."""
    beds = {"unit": "张", "comparator": "eq", "indicator": "beds", "deadline": "2024"}
    facts = (
        make.fact("养老床位600张", "600张", 600, **beds),
        make.fact("甲县\n60", "60", 60, kind="allocation", area="甲县", **beds),
        make.fact("合计\n60", "60", 60, kind="allocation", area="合计", **beds),
    )
    result = make.result("养老床位600张\n甲县\n60\n合计\n60", *facts)
    found = cell(
        build([gather([plan_tables(result, codebook)])], None, [make.plan], codebook),
        "p-2020",
        "beds@general",
    )
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
    again = plan_tables(make.result("本方案不谈床位。", plan=plans["silent"]), codebook)
    rebuilt = build([gather([again])], tables, list(plans.values()), codebook)
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
    assert {"bed_share@general"} == set(rebuilt["comparison"]["row_id"])


def silent_cells(
    make: SimpleNamespace, codebook: Codebook, text: str, *facts: Any, **plan: Any
) -> pd.DataFrame:
    """The comparison of a plan that gives values of beds, in all and rural, and one with this text."""
    known = (
        make.fact("养老床位300张", "300张", 300, unit="张", indicator="beds"),
        make.fact("农村养老床位40张", "40张", 40, unit="张", indicator="beds", scope="rural"),
    )
    other = make.changed(make.plan, plan_id="q-2021", region_zh="乙市", **plan)
    results = [make.result(PAGES, *known), make.result(text, *facts, plan=other)]
    built = build(
        [gather([plan_tables(one, codebook) for one in results])], None, [make.plan, other], codebook
    )
    frame = built["comparison"]
    return frame[frame["plan_id"] == "q-2021"].set_index("row_id")


def test_what_is_said_without_a_number_is_qualitative_and_quoted(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """The plan speaks of beds; the clause is shown, and its span is that of the text."""
    text = "大力推进养老。逐步增加养老床位,优化结构。"
    found = silent_cells(make, codebook, text).loc["beds@general"]
    assert ("qualitative", "逐步增加养老床位") == (found["status"], found["quote"])
    assert found["quote"] == text[found["start"] : found["end"]]
    assert pd.isna(found["value_low"])


def test_words_at_another_scope_are_not_words_at_this_one(make: SimpleNamespace, codebook: Codebook) -> None:
    """Rural beds are spoken of in the rural row; who gives the number of all is silent on rural ones."""
    cells = silent_cells(make, codebook, "增加农村养老床位。")
    assert "qualitative" == cells.loc["beds@rural", "status"]
    fact = make.fact("养老床位达到500张", "500张", 500, unit="张", indicator="beds")
    cells = silent_cells(make, codebook, "养老床位达到500张。", fact)
    assert "not_stated" == cells.loc["beds@rural", "status"]


def test_not_stated_means_that_neither_number_nor_noun_occurs(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """Every row that is not stated says so of the words looked for."""
    cells = silent_cells(make, codebook, "大力推进托育。")
    silent = cells[cells["status"] == "not_stated"]
    assert len(silent) == len(cells)
    assert silent["searched"].str.endswith("in no clause of its own").all()


def test_a_clause_of_running_text_without_numbers_is_quoted_first(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """按每张养老床位5000元补助 speaks of beds with another number."""
    fact = make.fact("养老床位5000元", "5000元", 5000, unit="元", indicator="age", kind="parameter")
    cells = silent_cells(make, codebook, "养老床位5000元。完善养老床位布局。", fact)
    assert "完善养老床位布局" == cells.loc["beds@general", "quote"]


def test_what_is_outside_the_remit_does_not_apply(make: SimpleNamespace, codebook: Codebook) -> None:
    """Childcare in a plan for elderly care only; spoken of all the same it is qualitative, and of a fragment
    nothing is claimed. The register has the last word."""
    remits = parse_remits(
        [
            {"id": "care", "label": {"zh": "养", "en": "C"}, "match": ["养老"]},
            {"id": "beds", "label": {"zh": "床", "en": "B"}, "match": ["床位"], "groups": ["beds"]},
        ]
    )
    book = replace(codebook, remits=remits)
    title = {"title": "养老服务方案"}
    assert "not_applicable" == silent_cells(make, book, "服务。", **title).loc["beds@general", "status"]
    assert "qualitative" == silent_cells(make, book, "养老床位。", **title).loc["beds@general", "status"]
    fragment = silent_cells(make, book, "服务。", complete=False, **title)
    assert "source_incomplete" == fragment.loc["beds@general", "status"]
    named = silent_cells(make, book, "服务。", remit=("care", "beds"), **title)
    assert "not_stated" == named.loc["beds@general", "status"]


def test_a_row_of_no_known_indicator_is_measured_in_its_own_unit(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """An indicator of which the codebook knows no more has no unit to measure in."""
    found = StatedValue("s", Kind.TARGET, 3, 3, "张", "eq", "", "general", 0, False)
    known, unknown = (row_key(found, "beds", entry) for entry in (codebook.indicators["beds"], None))
    assert ("张", "张") == (known.measure, unknown.measure)


def test_an_indicator_without_a_headline_scope_gathers_unlike_things(codebook: Codebook) -> None:
    """And so does one that the codebook does not know."""
    entries = [codebook.indicators.get(name) for name in ("beds", "no_headline", "unknown")]
    assert [False, True, True] == [gathers(one) for one in entries]


@pytest.mark.parametrize("kind", Kind)
def test_only_a_parameter_has_a_row_of_its_own(make: SimpleNamespace, codebook: Codebook, kind: Kind) -> None:
    """A named value (满分100分) stands apart from what was asked for, unless it is a total."""
    found = StatedValue("s", kind, 3, 3, "张", "eq", "", "general", 0, False)
    entry = codebook.indicators["beds"]
    aspects = [row_key(make.changed(found, total=total), "beds", entry).aspect for total in (False, True)]
    assert [Aspect.NAMED if kind == Kind.PARAMETER else Aspect.ASKED, Aspect.ASKED] == aspects


@pytest.mark.parametrize(
    "scope, lead, at, status",
    [
        ("rural", False, {}, "qualitative"),
        ("general", False, {}, "not_stated"),
        ("general", True, {}, "qualitative"),
        ("general", False, {"beds": ["general"]}, "not_stated"),
        ("urban", False, {"beds": ["urban"]}, "not_stated"),
        ("urban", True, {}, "qualitative"),
    ],
)
def test_words_at_another_scope_count_in_the_row_that_stands_for_the_indicator(
    make: SimpleNamespace, scope: str, lead: bool, at: dict[str, list[str]], status: str
) -> None:
    """In its own row they always do."""
    said = {"scope": "rural", "clauses": 1, "other_value": False, "start": 0, "end": 2, "quote": "床位"}
    sizes = {"passages": Counter({"p-2020": 1}), "statements": Counter()}
    found = Mentions({("p-2020", "beds"): [said]}, sizes, {"beds": "床位"}, at, {})
    key = RowKey("beds", scope, "", measure("张", "", "张"), Aspect.ASKED)
    cell = silence(make.plan, key, (), found, lead, ())
    assert (status, status == "qualitative") == (cell["status"], "quote" in cell)
    assert (
        f"1 passages and 0 statements; no value at {scope}; noun 床位 in clauses: 1 at rural"
        == cell["searched"]
    )
