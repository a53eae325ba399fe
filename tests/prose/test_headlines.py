"""Headlines claim no more than the rows they are made from."""

from __future__ import annotations

from typing import Any

import pytest

from compare.prose import Observation, ObservationKind, headlines
from compare.prose.observation import Value
from compare.tables.words.labels import Labels


def value(plan: str, high: float, deadline: str = "2025", comparator: str = "ge") -> Value:
    return Value(plan, "row", "nursing_bed_share", "general", high, high, "%", comparator, deadline, (plan,))


@pytest.mark.parametrize(
    ("kind", "reason", "values", "expected"),
    [
        (
            ObservationKind.RANKED,
            "",
            [value("jia", 60), value("yi", 55), value("bing", 50)],
            "Jia highest (at least 60% by 2025), Bing lowest (at least 50% by 2025)",
        ),
        (
            ObservationKind.SAME,
            "",
            [value("jia", 55), value("yi", 55)],
            "the same in Jia and Yi (at least 55% by 2025)",
        ),
        (
            ObservationKind.SAME,
            "years",
            [value("jia", 55), value("yi", 55, "2026")],
            "the same in Jia and Yi (at least 55%), by different years",
        ),
        (
            ObservationKind.APART,
            "years",
            [value("jia", 60, "2026"), value("yi", 50)],
            "2 plans, 50% to 60%, in no order",
        ),
        (
            ObservationKind.APART,
            "bounds",
            [value("jia", 60), value("yi", 60, comparator="le")],
            "2 plans, 60%, in no order",
        ),
        (ObservationKind.APART, "units", [value("jia", 60), value("yi", 50)], ""),
    ],
)
def test_a_row_in_one_line(
    labels: Labels, kind: ObservationKind, reason: str, values: list[Value], expected: str
) -> None:
    """Ranked only where an order holds; years that differ are not those of the value; units are not mixed."""
    one = Observation(kind, "beds", 1.0, tuple(values), reason=reason)
    said = headlines.headline(one, labels, "en")
    assert expected == said.partition(": ")[2]


def test_a_tie_names_nobody(labels: Labels) -> None:
    """Two years with as many values have no first, nor have two departments."""
    assert "" == headlines.of_deadlines(["2025", "2026"], 3, labels, "en")
    counts = {"a": {"home_care": 2.0}, "b": {"funding": 2.0}}
    assert "" == headlines.of_first("prose.title_themes", counts, "themes", labels, "en")


def test_half_of_the_plans_are_not_most(labels: Labels) -> None:
    """What comes first in two of four plans is no finding about the four."""
    two = {str(plan): {"home_care": 2.0} if plan < 2 else {str(plan): 2.0} for plan in range(4)}
    assert "" == headlines.of_first("prose.title_themes", two, "themes", labels, "en")
    three = two | {"2": {"home_care": 2.0}}
    assert "3 of 4" in headlines.of_first("prose.title_themes", three, "themes", labels, "en")


def strictness(plan: str, low: float, high: float) -> dict[str, Any]:
    return {"plan_id": plan, "hard_share_low": low, "hard_share_high": high}


def test_plans_are_told_apart_only_where_intervals_are(labels: Labels) -> None:
    """Overlapping intervals allow no order."""
    apart = [strictness("jia", 0.3, 0.4), strictness("yi", 0.1, 0.2)]
    assert headlines.of_strictness(apart, labels, "en").startswith("Jia uses hard wording more often than Yi")
    close = [strictness("jia", 0.15, 0.4), strictness("yi", 0.1, 0.2)]
    assert "overlap" in headlines.of_strictness(close, labels, "en")
