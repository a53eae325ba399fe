"""What the checks find in plans made by hand, and what they leave alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks import check
from compare.coding import Codebook
from compare.model import Role
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message


def test_a_numeral_without_a_role_is_found(found: Any, make: SimpleNamespace, labels: Labels) -> None:
    """Nothing is lost without a word."""
    numerals = (make.numeral(0, 2, "12", Role.NONE), make.numeral(3, 5, "34", Role.DATE))
    (finding,) = found("numeral_without_role", "12年34", numerals=numerals)
    assert ("the numeral 12 has no role; it may belong to a statement that was missed", 0, 2) == (
        message(finding.message, labels, "en"),
        finding.start,
        finding.end,
    )


def test_an_uncoded_statement_is_found_and_an_uncoded_column_once(
    found: Any, make: SimpleNamespace, labels: Labels
) -> None:
    """Twelve counties in a column of a table are one gap in the codebook, not twelve."""
    cell = {"unit": "台", "kind": "allocation", "indicator": "", "subject": "电梯"}
    facts = (
        make.fact("电梯9台", "9台", 9, unit="台", indicator=""),
        make.fact("甲县\n4", "4", 4, area="甲县", **cell),
        make.fact("乙县\n5", "5", 5, area="乙县", **cell),
    )
    first, column = found("uncoded", "电梯9台\n甲县\n4\n乙县\n5", *facts)
    assert "no indicator of the codebook fits 电梯9台: 9台" == message(first.message, labels, "en")
    assert (
        "no indicator of the codebook fits the column 电梯 (unit: machines [台])",
        ("p-2020-2", "p-2020-3"),
    ) == (
        message(column.message, labels, "en"),
        column.statement_ids,
    )


def test_what_was_coded_by_learned_weights_alone_is_to_be_confirmed(
    make: SimpleNamespace, real_codebook: Codebook, labels: Labels
) -> None:
    """A person should look at it, until one has confirmed it."""
    result = make.result("床位30张", make.fact("床位30张", "30张", 30, unit="张", indicator="beds"))
    said = []
    for review in ("learned", "confirmed"):
        coded = (make.changed(result.coded[0], review=review),)
        of_plan = check([make.changed(result, coded=coded)], real_codebook)["p-2020"]
        said.append([message(one.message, labels, "en") for one in of_plan if one.check == "learned"])
    told = (
        "no rule codes 床位30张: 30张; weights learned from coded texts take it for beds English [beds]: "
        "confirm or correct it"
    )
    assert [[told], []] == said


def test_the_same_quantity_stated_differently_is_found_in_any_scope(
    found: Any, make: SimpleNamespace, labels: Labels
) -> None:
    """600 in the goals, 60 in a task: both are named, with their deadlines."""
    beds = {"unit": "张", "indicator": "beds", "scope": "rural", "comparator": "eq"}
    facts = [
        make.fact("床位600张", "600张", 600, deadline="2024", **beds),
        make.fact("床位60张", "60张", 60, **beds),
    ]
    (finding,) = found("conflict", "床位600张。床位60张。", *facts)
    assert (
        "beds English [beds] is stated differently at the scope “rural”: 600 beds by 2024; 60 beds"
        == message(finding.message, labels, "en")
    )
    assert "beds 中文（beds）在同一口径“农村”下数值不一：600 张（期限 2024）；60 张" == message(
        finding.message, labels, "zh"
    )
    assert ("p-2020-1", "p-2020-2") == finding.statement_ids


def test_different_scopes_are_no_conflict(found: Any, make: SimpleNamespace) -> None:
    """3000 beds in all and 500 of them in villages are two quantities."""
    beds = {"unit": "张", "indicator": "beds", "comparator": "eq"}
    facts = [
        make.fact("床位3000张", "3000张", 3000, **beds),
        make.fact("床位500张", "500张", 500, scope="rural", **beds),
    ]
    assert [] == found("conflict", "床位3000张。床位500张。", *facts)


def test_an_indicator_that_is_not_compared_has_no_conflicts(found: Any, make: SimpleNamespace) -> None:
    """Without a headline scope it gathers unlike things: nothing said of one contradicts the other."""
    facts = [
        make.fact("某50%", "50%", 50, indicator="no_headline"),
        make.fact("某60%", "60%", 60, indicator="no_headline"),
    ]
    assert [] == found("conflict", "某50%。某60%。", *facts)


def test_parameters_of_different_measures_are_no_conflict(found: Any, make: SimpleNamespace) -> None:
    """From 60 for one benefit and from 75 for another."""
    age = {"unit": "岁", "indicator": "age", "kind": "parameter"}
    facts = [make.fact("60岁", "60岁", 60, **age), make.fact("75岁", "75岁", 75, **age)]
    assert [] == found("conflict", "60岁体检,75岁护理", *facts)


def test_steps_towards_a_target_are_no_conflict(found: Any, make: SimpleNamespace) -> None:
    """100 by 2021 and 300 by 2022 agree."""
    beds = {"unit": "张", "indicator": "beds", "comparator": "eq"}
    facts = [
        make.fact("床位100张", "100张", 100, deadline="2021", **beds),
        make.fact("床位300张", "300张", 300, deadline="2022", **beds),
    ]
    assert [] == found("conflict", "床位100张。床位300张。", *facts)


@pytest.mark.parametrize(
    "value, kind, area, expected",
    [
        (101, "target", "", 1),
        (100, "target", "", 0),
        (101, "allocation", "甲县", 0),
        (101, "allocation", "合计", 1),
    ],
)
def test_values_outside_the_plausible_range_are_found(
    found: Any, make: SimpleNamespace, value: float, kind: str, area: str, expected: int
) -> None:
    """A share of 101 %; but the range is that of a plan, not of a county in its table."""
    fact = make.fact(f"占比{value}", str(value), value, kind=kind, area=area)
    assert expected == len(found("implausible", f"占比{value}", fact))


@pytest.mark.parametrize(
    "issued, deadline, expected",
    [
        ("2020-05-01", "2019", 1),
        ("2020-05-01", "2020", 0),
        ("2020-05-01", "2020-04", 1),
        ("2020-05-01", "2020-05", 0),
        ("", "2019", 0),
        ("2020", "2019-12-31", 1),
        ("2020-05-01", "2020-04-30", 1),
        ("2020-05-01", "2020-05-01", 0),
        ("2020-12-31", "2020", 0),
        ("2020-05-01", "", 0),
    ],
)
def test_a_deadline_before_the_plan_is_found(
    found: Any, make: SimpleNamespace, issued: str, deadline: str, expected: int
) -> None:
    """A slip of the pen, or of the reader; the month and year of issue are not before it."""
    plan = make.changed(make.plan, issued_on=issued, title="", document_number="")
    fact = make.fact("占比50%", "50%", 50, deadline=deadline)
    assert expected == len(found("deadline_before_issue", "占比50%", fact, plan=plan))


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, []),
        ({"title": "甲市 方案"}, []),
        ({"title": "乙市方案"}, ["the title 乙市方案 is not in the document; check"]),
        ({"document_number": "9号"}, ["the document number 9号 is not in the document; check"]),
        ({"region_zh": ""}, ["no region; add region_zh and region_en in"]),
        ({"region_code": "999999"}, ["no region has the code 999999; correct"]),
        ({"not_applicable": ("bads",)}, ["not_applicable names no indicator: bads; correct"]),
        (
            {"not_applicable": ("bed_share",)},
            ["bed_share English [bed_share] is stated although not_applicable names it; correct"],
        ),
        ({"not_applicable": ("beds",)}, []),
    ],
)
def test_the_register_is_held_against_the_document(
    found: Any, make: SimpleNamespace, labels: Labels, changes: dict[str, Any], expected: list[str]
) -> None:
    """Spaces apart, title and number must stand in the text; codes must be known."""
    plan = make.changed(make.plan, **changes)
    text = "甲市方案\n甲政〔2020〕1号\n占比50%"
    findings = found("register", text, make.fact("占比50%", "50%", 50), plan=plan)
    said = [message(one.message, labels, "en") for one in findings]
    assert [f"{text} data/raw/plans.yaml" for text in expected] == said
    assert {(0, 0)} >= {(one.start, one.end) for one in findings}


def test_an_entry_nobody_reviewed_is_flagged(found: Any, make: SimpleNamespace) -> None:
    """What a machine read from a header is not yet a citation."""
    assert 1 == len(found("unreviewed", "x", plan=make.changed(make.plan, reviewed=False)))
    assert [] == found("unreviewed", "x", plan=make.plan)


def test_findings_come_in_the_order_of_the_text(make: SimpleNamespace, codebook: Codebook) -> None:
    """Whatever check found them."""
    facts = [make.fact("占比150%", "150%", 150), make.fact("梯9台", "9台", 9, unit="台", indicator="")]
    result = make.result("占比150%。梯9台。", *facts, plan=make.changed(make.plan, reviewed=False))
    starts = [finding.start for finding in check([result], codebook)["p-2020"]]
    assert sorted(starts) == starts
    assert len(starts) >= 4


@pytest.mark.parametrize(
    "low, high, fields, expected",
    [
        (0, None, {}, 0),
        (100, None, {}, 0),
        (-0.1, None, {}, 1),
        (100.1, None, {}, 1),
        (50, 101, {}, 1),
        (50, 100, {}, 0),
        (101, None, {"unit": "张"}, 0),
        (101, None, {"indicator": ""}, 0),
        (101, None, {"indicator": "towns", "unit": "个"}, 0),
    ],
)
def test_the_plausible_range_holds_its_ends(
    found: Any, make: SimpleNamespace, low: float, high: float | None, fields: dict[str, Any], expected: int
) -> None:
    """Of both ends of a value, in the indicator's unit; an indicator without a range finds nothing odd."""
    fact = make.fact("占比甲", "甲", low, high, **fields)
    assert expected == len(found("implausible", "占比甲", fact))


def test_a_conflict_stands_at_the_first_statement_that_binds(found: Any, make: SimpleNamespace) -> None:
    """A condition beside two targets is none of the sides."""
    age = {"unit": "岁", "indicator": "age"}
    facts = [
        make.fact("六60岁", "60岁", 60, kind="parameter", **age),
        make.fact("七70岁", "70岁", 70, comparator="eq", **age),
        make.fact("八80岁", "80岁", 80, comparator="eq", **age),
    ]
    (finding,) = found("conflict", "六60岁七70岁八80岁", *facts)
    assert (4, 8, ("p-2020-2", "p-2020-3")) == (finding.start, finding.end, finding.statement_ids)


def test_statements_without_a_code_or_a_value_contradict_nothing(found: Any, make: SimpleNamespace) -> None:
    """Nor do the cells of areas; the total of their table does."""
    beds = {"unit": "张", "comparator": "eq"}
    text = "床位3张。床位4张。"
    coded = make.fact("床位3张", "3张", 3, indicator="beds", **beds)
    for other in (
        make.fact("床位4张", "4张", 4, indicator="", **beds),
        make.fact("床位4张", "4张", None, indicator="beds", **beds),
        make.fact("床位4张", "4张", 4, indicator="beds", kind="allocation", area="甲县", **beds),
    ):
        assert [] == found("conflict", text, coded, other)
    total = make.fact("床位4张", "4张", 4, indicator="beds", kind="allocation", area="合计", **beds)
    (finding,) = found("conflict", text, coded, total)
    assert ("p-2020-1", "p-2020-2") == finding.statement_ids


def test_findings_of_one_place_come_in_a_fixed_order(make: SimpleNamespace, codebook: Codebook) -> None:
    """By start, end, name of the check and what it says, so that a rerun gives the same bytes."""
    facts = [
        make.fact("占比150%", "150%", 150, deadline="2019"),
        make.fact("占比", "占比", 9, unit="台", indicator=""),
    ]
    result = make.result("占比150%占比", *facts, plan=make.changed(make.plan, reviewed=False, region_zh=""))
    found = [(one.start, one.end, one.check) for one in check([result], codebook)["p-2020"]]
    assert sorted(found) == found


def test_every_statement_is_held_against_its_range(found: Any, make: SimpleNamespace) -> None:
    """One without a range, or a cell of an area, does not end the search."""
    facts = [
        make.fact("梯9台", "9台", 9, unit="台", indicator=""),
        make.fact("甲县0", "0", 0, kind="allocation", area="甲县"),
        make.fact("占比101", "101", 101),
    ]
    (finding,) = found("implausible", "梯9台甲县0占比101", *facts)
    assert ("p-2020-3",) == finding.statement_ids


def test_values_conflict_by_either_end(found: Any, make: SimpleNamespace, labels: Labels) -> None:
    """50 to 60 and 50 to 70 share the lower one."""
    facts = [make.fact(f"占比{n}", str(n), 50, n, comparator="range") for n in (60, 70)]
    (finding,) = found("conflict", "占比60占比70", *facts)
    assert "50–60%; 50–70%" in message(finding.message, labels, "en")
