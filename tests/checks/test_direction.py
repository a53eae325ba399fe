"""Floors and caps: written the usual way round, and no laxer as time goes on."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks.direction import bounds_against_direction, later_asks_for_less
from compare.coding import Codebook, parse_codebook
from compare.model import Finding
from compare.tables.labels import Labels
from compare.tables.messages import message


@pytest.fixture(scope="module")
def directed(codebook_files: Mapping[str, Any]) -> Codebook:
    """``bed_share`` a floor, ``age`` a cap, ``beds`` a level, ``no_headline`` a floor not compared."""
    directions = {"bed_share": "floor", "no_headline": "floor", "age": "cap", "beds": "level"}
    return parse_codebook(
        {
            stem: [{**entry, "direction": directions.get(entry["id"], "level")} for entry in content]
            if stem.startswith("indicators/")
            else content
            for stem, content in codebook_files.items()
        }
    )


@pytest.fixture
def found(make: SimpleNamespace, directed: Codebook) -> Any:
    """The findings of a check in a plan that says these values, each a fact's fields."""

    def findings(check: Any, *said: dict[str, Any]) -> list[Finding]:
        facts = [make.fact(f"占比{each['low']}", str(each["low"]), **each) for each in said]
        text = "。".join(fact.quote for fact in facts)
        return list(check(make.result(text, *facts), directed))

    return findings


@pytest.mark.parametrize(
    "indicator, comparator, kind, expected",
    [
        (
            "bed_share",
            "le",
            "target",
            ["bed_share English [bed_share] is usually a floor; here 50 is written as a cap"],
        ),
        (
            "bed_share",
            "lt",
            "standard",
            ["bed_share English [bed_share] is usually a floor; here 50 is written as a cap"],
        ),
        ("bed_share", "ge", "target", []),
        ("bed_share", "eq", "target", []),
        ("bed_share", "le", "parameter", []),
        ("age", "ge", "target", ["age English [age] is usually a cap; here 50 is written as a floor"]),
        ("age", "le", "target", []),
        ("beds", "le", "target", []),
        ("", "le", "target", []),
    ],
)
def test_a_floor_written_as_a_cap_is_found_and_the_reverse(
    found: Any, labels: Labels, indicator: str, comparator: str, kind: str, expected: list[str]
) -> None:
    """By the direction of the codebook; a level may be bound either way."""
    said = {"low": 50, "indicator": indicator, "comparator": comparator, "kind": kind}
    findings = found(bounds_against_direction, said)
    assert expected == [message(finding.message, labels, "en") for finding in findings]


def step(low: float, deadline: str, **fields: Any) -> dict[str, Any]:
    return {"low": low, "deadline": deadline, **fields}


@pytest.mark.parametrize(
    "steps, expected",
    [
        ([step(60, "2022"), step(50, "2025")], [("≥ 60% by 2022", "≥ 50% by 2025")]),
        ([step(50, "2025"), step(60, "2022")], [("≥ 60% by 2022", "≥ 50% by 2025")]),
        ([step(50, "2022"), step(60, "2025")], []),
        ([step(50, "2022"), step(50, "2025")], []),
        ([step(60, "2022"), step(50, "2022-12-31")], []),
        ([step(60, ""), step(50, "2025")], []),
        ([step(60, "2022"), step(50, "2023"), step(70, "2025")], [("≥ 60% by 2022", "≥ 50% by 2023")]),
        ([step(60, "2022"), step(50, "2025", scope="rural")], []),
        ([step(60, "2022"), step(50, "2025", unit="张")], []),
        ([step(60, "2022"), step(50, "2025", comparator="le")], []),
        ([step(60, "2022"), step(50, "2025", kind="parameter")], []),
        ([step(60, "2022"), step(50, "2025", kind="allocation", area="甲县")], []),
        (
            [step(60, "2022"), step(50, "2025", kind="allocation", area="合计")],
            [("≥ 60% by 2022", "≥ 50% by 2025")],
        ),
    ],
)
def test_a_later_deadline_with_a_lower_floor_is_found(
    found: Any, labels: Labels, steps: list[dict[str, Any]], expected: list[tuple[str, str]]
) -> None:
    """Within one quantity, whatever the order in the text; a county's cell is not the plan's word."""
    said = [message(finding.message, labels, "en") for finding in found(later_asks_for_less, *steps)]
    start = "bed_share English [bed_share] asks for less later at the scope “overall”"
    assert [f"{start}: {a}, then {b}" for a, b in expected] == said


def test_a_cap_must_not_rise_and_a_level_may_do_as_it_likes(found: Any) -> None:
    """At most 40, later at most 50, asks for less."""
    cap = {"indicator": "age", "comparator": "le", "unit": "岁"}
    (finding,) = found(later_asks_for_less, step(40, "2022", **cap), step(50, "2025", **cap))
    assert ("p-2020-1", "p-2020-2") == finding.statement_ids
    assert [] == found(later_asks_for_less, step(50, "2022", **cap), step(40, "2025", **cap))
    level = {"indicator": "beds", "unit": "张"}
    assert [] == found(later_asks_for_less, step(50, "2022", **level), step(40, "2025", **level))


def test_an_indicator_that_is_not_compared_is_left_alone(found: Any) -> None:
    """Without a headline scope it gathers unlike things."""
    steps = [step(60, "2022", indicator="no_headline"), step(50, "2025", indicator="no_headline")]
    assert [] == found(later_asks_for_less, *steps)
