"""What is told of rows: order only where it holds, nobody left out, nothing that the table does not say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from compare.prose import Observation, ObservationKind, observe

SIXTY = {"value_low": 60.0, "value_high": 60.0}
GROUPS = {"nursing_bed_share": "beds", "forest": "context"}

Cell = Callable[..., dict[str, Any]]


def _observed(*cells: dict[str, Any], **tables: pd.DataFrame) -> tuple[Observation, ...]:
    return observe({"comparison": pd.DataFrame(list(cells)), **tables}, GROUPS)


def _only(*cells: dict[str, Any]) -> Observation:
    (one,) = (found for found in _observed(*cells) if found.kind is not ObservationKind.SINGLE)
    return one


@pytest.mark.parametrize(
    ("first", "second", "kind", "reason"),
    [
        ({}, SIXTY, ObservationKind.RANKED, ""),
        ({"deadline": "2025"}, {"deadline": "2025-06"}, ObservationKind.SAME, ""),
        ({"deadline": "2025"}, {"deadline": "2026"}, ObservationKind.SAME, "years"),
        (
            {"deadline": "2025"},
            {"value_high": 60.0, "value_low": 60.0, "deadline": "2026"},
            ObservationKind.APART,
            "years",
        ),
        ({"deadline": "2025"}, {"value_high": 60.0, "value_low": 60.0}, ObservationKind.APART, "undated"),
        ({}, {"comparator": "eq"}, ObservationKind.APART, "bounds"),
        ({}, {"unit": "‰"}, ObservationKind.APART, "units"),
        (
            {"comparator": "range"},
            {"comparator": "range", "value_high": 60.0},
            ObservationKind.APART,
            "ranges",
        ),
    ],
)
def test_values_are_ranked_only_where_an_order_holds(
    cell: Cell, first: dict[str, Any], second: dict[str, Any], kind: ObservationKind, reason: str
) -> None:
    """One unit, one kind of bound, one year; otherwise the reason is said instead."""
    one = _only(cell("jia", 50.0, **first), cell("yi", 50.0, **second))
    assert (kind, reason) == (one.kind, one.reason)


def test_who_states_nothing_is_named_by_what_is_known(cell: Cell) -> None:
    """A plan with a value at another scope is not silent, and a fragment's silence is told apart."""
    one = _only(
        cell("jia", 50.0),
        cell("yi", 60.0),
        cell("bing"),
        cell("ding", status="source_incomplete"),
        cell("bing", 70.0, row_id="nursing_bed_share@rural", scope="rural", statement_ids="bing-7"),
        cell("jia", row_id="nursing_bed_share@rural", scope="rural"),
        cell("yi", row_id="nursing_bed_share@rural", scope="rural"),
    )
    assert ["bing"] == [value.plan_id for value in one.elsewhere]
    assert ((), ("ding",)) == (one.silent, one.fragments)
    assert ("yi-1", "jia-1", "bing-7") == one.statement_ids


def test_what_follows_or_is_said_in_words_is_told_apart(cell: Cell) -> None:
    """A derived value rests on the statement it follows from; words without a number are no silence."""
    one = _only(
        cell("jia", 50.0),
        cell("yi", 60.0),
        cell("bing", 55.0, status="derived", statement_ids=None, derived_from="bing-9"),
        cell("ding", status="qualitative"),
    )
    assert (ObservationKind.RANKED, ["bing"], ("ding",), ()) == (
        one.kind,
        [value.plan_id for value in one.derived],
        one.worded,
        one.silent,
    )
    assert ("yi-1", "jia-1", "bing-9") == one.statement_ids


def test_a_plan_that_only_reports_a_value_is_not_silent(cell: Cell) -> None:
    """What already is (现有护理型床位占52%) is said to be that, neither a target nor no value."""
    one = _only(
        cell("jia", 50.0),
        cell("yi", 60.0),
        cell("bing"),
        cell("ding"),
        cell("bing", 52.0, row_id="nursing_bed_share@general!named", aspect="named"),
    )
    assert (("bing",), ("ding",)) == (one.named, one.silent)


def test_facts_and_background_are_not_compared(cell: Cell) -> None:
    """What a plan only names as it is, and facts about the place, make no observation."""
    named = [cell(plan, 50.0, aspect="named") for plan in ("jia", "yi")]
    forest = [cell(plan, 60.0, indicator="forest", row_id="forest@general") for plan in ("jia", "yi")]
    assert () == _observed(*named, *forest)


def test_a_row_of_one_plan_is_counted_not_observed(cell: Cell) -> None:
    """Such rows are told together: how many of the group's, and which plan has most."""
    (one,) = _observed(cell("jia", 50.0), cell("yi"))
    assert ObservationKind.SINGLE is one.kind
    assert (("rows", 1), ("alone", 1), ("most", 1)) == one.counts


def test_a_contradiction_names_each_value_once_the_undated_first(cell: Cell) -> None:
    """What the statements behind a conflicting cell say; no date reaches an undated value."""
    common = {"indicator": "nursing_bed_share", "unit": "%", "comparator": "eq", "plan_id": "jia"}
    statements = pd.DataFrame(
        [
            common | {"statement_id": "a", "value_low": 60.0, "value_high": 60.0, "deadline": "2024"},
            common | {"statement_id": "b", "value_low": 55.0, "value_high": 55.0, "deadline": None},
            common | {"statement_id": "c", "value_low": 60.0, "value_high": 60.0, "deadline": "2024"},
        ]
    )
    conflicting = cell("jia", 55.0, value_high=60.0, status="conflicting", statement_ids="a b c")
    (one,) = _observed(conflicting, cell("yi"), statements=statements)
    assert ObservationKind.CONFLICT is one.kind
    assert [("", 55.0), ("2024", 60.0)] == [(value.deadline, value.low) for value in one.values]


def test_the_order_of_rows_changes_nothing(cell: Cell) -> None:
    """The same tables in another order tell the same."""
    cells = [cell("jia", 50.0), cell("yi", 60.0), cell("bing"), cell("ding", status="source_incomplete")]
    assert _observed(*cells)[0].values == _observed(*reversed(cells))[0].values


def national(
    plan: str, low: float, high: float, own: str | None, other: str | None, **given: Any
) -> dict[str, Any]:
    """A row of ``national`` at a distance from the national value."""
    return {
        "relation": "compared",
        "plan_id": plan,
        "row_id": f"{plan}@general",
        "indicator": "nursing_bed_share",
        "scope": "general",
        "value_low": 50.0,
        "value_high": 50.0,
        "unit": "%",
        "comparator": "ge",
        "deadline": own,
        "statement_id": f"{plan}-1",
        "distance_low": low,
        "distance_high": high,
        "national_deadline": other,
    } | given


def test_values_are_counted_by_how_they_stand_to_the_national_one() -> None:
    """Above, below, equal or neither where a range spans it; later ones only of the equal, by their year."""
    rows = [
        national("jia", 5.0, 5.0, "2026", "2025"),
        national("yi", -5.0, -5.0, "2026", "2025"),
        national("bing", 0.0, 0.0, "2025-12", "2025"),
        national("ding", 0.0, 0.0, "2028", "2025-06"),
        national("ding", 0.0, 0.0, None, "2025"),
        national("ding", 0.0, 0.0, "2028", None),
        national("ding", -1.0, 1.0, "2028", "2025"),
        national("ding", 0.0, 0.0, "2028", "2025", relation="no_value"),
    ]
    found = observe({"national": pd.DataFrame(rows)}, GROUPS)
    assert [ObservationKind.NATIONAL, ObservationKind.LATER] == [one.kind for one in found]
    all_of_them, later = found
    assert {"compared": 7, "above": 1, "equal": 4, "later": 1, "below": 1} == dict(all_of_them.counts)
    assert ["jia", "yi"] == [value.plan_id for value in all_of_them.values]
    assert ("yi-1", "beds", {"national_deadline": "2025"}) == (
        all_of_them.statement_ids[1],
        later.group,
        dict(later.names),
    )
    assert ["2028"] == [value.deadline for value in later.values]
    assert () == observe({"national": pd.DataFrame(rows[-1:])}, GROUPS)


def test_the_latest_behind_the_national_date_is_told_first() -> None:
    """By how many years."""
    rows = [national(plan, 0.0, 0.0, own, "2025") for plan, own in (("jia", "2026"), ("yi", "2030"))]
    found = observe({"national": pd.DataFrame(rows)}, GROUPS)[1:]
    assert ["yi", "jia"] == [one.values[0].plan_id for one in found]


def test_who_leads_most_tasks_of_a_plan() -> None:
    """Tasks are counted once, whoever is named for them; a department without a function leads none; of two
    with as many the one whose code comes first."""
    columns = ("plan_id", "passage_id", "role", "department")
    rows = [
        ("jia", "1", "lead", "finance"),
        ("jia", "1", "lead", "finance"),
        ("jia", "2", "lead", "civil_affairs"),
        ("jia", "3", "support", "finance"),
        ("jia", "4", "lead", None),
        ("yi", "1", "lead", "finance"),
        ("yi", "2", "lead", "finance"),
        ("yi", "3", "lead", "civil_affairs"),
        ("bing", "1", "support", "finance"),
    ]
    found = observe({"responsibilities": pd.DataFrame(rows, columns=list(columns))}, GROUPS)
    assert [
        ({"led": 2, "tasks": 3}, {"plan": "yi", "department": "finance"}),
        ({"led": 1, "tasks": 4}, {"plan": "jia", "department": "civil_affairs"}),
    ] == [(dict(one.counts), dict(one.names)) for one in found]


def test_the_plan_with_most_rows_of_its_own(cell: Cell) -> None:
    """Of two with as many none; a table of one plan has no rows of one plan alone, and facts about the place
    count for nothing."""

    def row(name: str, **given: Any) -> dict[str, Any]:
        return {"row_id": f"{name}@general", "scope": name} | given

    alone = [
        cell(plan, value, **row(name))
        for name, by in (("a", "yi"), ("b", "jia"), ("c", "yi"), ("d", "bing"))
        for plan, value in ((by, 50.0), ("ding", None))
    ]
    place = [
        cell(plan, None if plan == "yi" else 1.0, **row("f", indicator="forest")) for plan in ("jia", "yi")
    ]
    (one,) = _observed(*alone, *place, cell("jia", 1.0, **row("e")))
    assert ({"rows": 5, "alone": 4, "most": 2}, {"plan": "yi"}) == (dict(one.counts), dict(one.names))
    (one,) = _observed(*alone[:4])
    assert ("most", 1) in one.counts
    assert {} == dict(one.names)
    assert () == _observed(*place)


def test_no_more_than_ten_are_told_of_a_group(cell: Cell) -> None:
    """The most telling: rows of more plans before rows of fewer, the headline row before others."""
    rows = [
        cell(plan, 50.0 + at, row_id=f"{name:02}", headline=name == 7, scope=str(name))
        for name in range(11)
        for at, plan in enumerate(("jia", "yi", "bing") if name == 9 else ("jia", "yi"))
    ]
    names = [one.values[0].row_id for one in _observed(*rows)]
    assert ["09", "07", "00", "01", "02", "03", "04", "05", "06", "08"] == names


def test_a_contradiction_needs_two_values(cell: Cell) -> None:
    """One that is said twice, once with its date, is one: with the date; words without a number are none."""
    common = {"indicator": "nursing_bed_share", "unit": "%", "comparator": "eq", "plan_id": "jia"}
    said = [
        common | {"statement_id": name, "value_low": low, "value_high": low, "deadline": deadline}
        for name, low, deadline in (
            ("a", 60.0, "2024"),
            ("b", 60.0, None),
            ("c", None, None),
            ("d", 70.0, None),
        )
    ]
    statements = pd.DataFrame(said)

    def told(behind: str) -> list[list[tuple[float, str]]]:
        conflicting = cell("jia", 60.0, status="conflicting", statement_ids=behind)
        found = _observed(cell("yi"), conflicting, statements=statements)
        return [[(value.low, value.deadline) for value in one.values] for one in found]

    assert [] == told("a b c x")
    assert [[(70.0, ""), (60.0, "2024")]] == told("a b d")


def test_rows_that_tell_nothing_hide_none_behind_them(cell: Cell) -> None:
    """Rows of one plan, facts about the place and values that are not later stand before what is told."""
    alone = cell("jia", 1.0, row_id="first", scope="first")
    place = [cell(plan, 1.0, row_id="forest", indicator="forest") for plan in ("jia", "yi")]
    told = [one.kind for one in _observed(alone, *place, cell("jia", 50.0), cell("yi", 60.0))]
    assert [ObservationKind.RANKED] == told
    alone = cell("ding", row_id="first")
    single = [
        one
        for one in _observed(alone, *place, cell("jia", 50.0), cell("yi"))
        if one.kind is ObservationKind.SINGLE
    ]
    assert [(("rows", 1), ("alone", 1), ("most", 1))] == [one.counts for one in single]
    rows = [national("jia", 0.0, 0.0, "2025", "2025"), national("yi", 0.0, 0.0, "2026", "2025")]
    found = observe({"national": pd.DataFrame(rows)}, GROUPS)
    assert [["yi"]] == [
        [value.plan_id for value in one.values] for one in found if one.kind is ObservationKind.LATER
    ]
