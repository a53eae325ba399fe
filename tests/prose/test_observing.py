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
