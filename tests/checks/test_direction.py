"""Floors and caps: written the usual way round, and no laxer as time goes on."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks.direction import bounds_against_direction, later_asks_for_less
from compare.coding import Codebook, parse_codebook
from compare.model import Finding
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message


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
        (
            "bed_share",
            "le",
            "allocation",
            ["bed_share English [bed_share] is usually a floor; here 50 is written as a cap"],
        ),
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
        ([step(60, "2022"), step(70, "2023"), step(65, "2025")], [("≥ 70% by 2023", "≥ 65% by 2025")]),
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
    assert [] == found(later_asks_for_less, step(50, "2022", **cap), step(50, "2025", **cap))
    level = {"indicator": "beds", "unit": "张"}
    assert [] == found(later_asks_for_less, step(50, "2022", **level), step(40, "2025", **level))


def test_an_indicator_that_is_not_compared_is_left_alone(found: Any) -> None:
    """Without a headline scope it gathers unlike things."""
    steps = [step(60, "2022", indicator="no_headline"), step(50, "2025", indicator="no_headline")]
    assert [] == found(later_asks_for_less, *steps)


def ranged(low: float, high: float | None, deadline: str, **fields: Any) -> dict[str, Any]:
    return {"low": low, "high": high, "deadline": deadline, **fields}


CAP = {"indicator": "age", "comparator": "range", "unit": "岁"}


@pytest.mark.parametrize(
    "steps, expected",
    [
        ([ranged(50, 60, "2022"), ranged(50, 55, "2025")], 0),
        ([ranged(50, 60, "2022"), ranged(49, 90, "2025")], 1),
        ([ranged(20, 60, "2022", **CAP), ranged(30, 60, "2025", **CAP)], 0),
        ([ranged(20, 60, "2022", **CAP), ranged(10, 61, "2025", **CAP)], 1),
    ],
)
def test_of_a_range_the_end_that_binds_is_compared(
    found: Any, steps: list[dict[str, Any]], expected: int
) -> None:
    """A floor's lower one, a cap's upper one."""
    assert expected == len(found(later_asks_for_less, *steps))


def test_the_laxest_of_later_is_held_against_the_strictest_of_earlier(found: Any) -> None:
    """Several statements of one deadline: whichever pair shows that less is asked."""
    (floor,) = found(
        later_asks_for_less, step(50, "2022"), step(60, "2022-12"), step(58, "2025"), step(70, "2025")
    )
    assert ("p-2020-2", "p-2020-3") == floor.statement_ids
    cap = {"indicator": "age", "comparator": "le", "unit": "岁"}
    (rise,) = found(
        later_asks_for_less,
        step(60, "2022", **cap),
        step(50, "2022", **cap),
        step(40, "2025", **cap),
        step(55, "2025", **cap),
    )
    assert ("p-2020-2", "p-2020-4") == rise.statement_ids


def test_a_finding_stands_at_the_later_statement(found: Any) -> None:
    """Where a reader looks for what was weakened; of a bound, at the bound."""
    (finding,) = found(later_asks_for_less, step(60, "2022"), step(50, "2025"))
    assert (5, 9) == (finding.start, finding.end)
    (bound,) = found(bounds_against_direction, {"low": 50, "comparator": "le"})
    assert (0, 4, ("p-2020-1",)) == (bound.start, bound.end, bound.statement_ids)
