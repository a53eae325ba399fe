"""Headlines claim no more than the rows they are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
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


def test_more_than_three_plans_are_counted(labels: Labels) -> None:
    """Three are still named; of equal values all are named, at either end."""
    said = [
        headlines.headline(Observation(ObservationKind.SAME, "beds", 1.0, tuple(values)), labels, "en")
        for values in (
            [value(plan, 55) for plan in ("jia", "yi", "bing")],
            [value(plan, 55) for plan in ("jia", "yi", "bing", "ding")],
        )
    ]
    assert ["Jia, Yi and Bing", "4 plans"] == [
        one.partition("the same in ")[2].partition(" (")[0] for one in said
    ]
    plans = zip(("jia", "yi", "bing", "ding"), (60, 60, 50, 50), strict=True)
    ranked = Observation(
        ObservationKind.RANKED, "beds", 1.0, tuple(value(plan, high) for plan, high in plans)
    )
    assert headlines.headline(ranked, labels, "en").endswith(
        "Jia and Yi highest (at least 60% by 2025), Bing and Ding lowest (at least 50% by 2025)"
    )


def test_what_is_only_counted_has_its_counts_in_its_title(labels: Labels) -> None:
    """Values against the national ones, later ones if any; rows of one plan; others have none."""
    counts = {"compared": 6, "above": 2, "equal": 3, "later": 0, "below": 1}
    whole = "Of 6 values that can be held against a national one, 3 equal it{}, 2 are above and 1 below"
    for later, said in ((0, ""), (2, " (2 of them due later)")):
        one = Observation(ObservationKind.NATIONAL, "", 1.0, counts=tuple({**counts, "later": later}.items()))
        assert whole.format(said) == headlines.headline(one, labels, "en")
    single = Observation(ObservationKind.SINGLE, "beds", 1.0, counts=(("rows", 7), ("alone", 5), ("most", 4)))
    assert "5 of 7 items with a value are stated by one plan alone" in headlines.headline(
        single, labels, "en"
    )
    assert "" == headlines.headline(Observation(ObservationKind.LEADS, "", 1.0), labels, "en")


@pytest.mark.parametrize(
    "stating, plans, expected",
    [
        ({"a": 2, "b": 1, "c": 2}, 2, "All 2 plans give numbers on 2 of 3 topics"),
        ({"a": 2, "b": 1}, 3, ""),
        ({"a": 1}, 1, ""),
        ({}, 2, ""),
    ],
)
def test_topics_on_which_all_plans_give_a_number(
    labels: Labels, stating: dict[str, int], plans: int, expected: str
) -> None:
    """Of several plans; where there is none, nothing is said."""
    assert expected == headlines.of_topics(stating, plans, labels, "en")


@pytest.mark.parametrize(
    "values, expected",
    [
        ([100.0, 50.0, 100.0, 101.0], "Of 4 shares that the plans ask for, 2 are 100%"),
        ([99.0], ""),
        ([], ""),
    ],
)
def test_shares_that_are_the_whole(labels: Labels, values: list[float], expected: str) -> None:
    """Neither more nor less than all of it."""
    assert expected == headlines.of_shares(values, labels, "en")


def test_the_year_in_which_most_falls_due(labels: Labels) -> None:
    """Of all that have one; where nothing has, nothing is said."""
    years = ["2026", "2025", "2025"]
    assert (
        "2 of 3 values with a deadline are due in 2025, more than in any other year; 4 have none"
        == headlines.of_deadlines(years, 4, labels, "en")
    )
    assert "2 of 3 dated outputs are due in 2025, more than in any other year" == headlines.of_milestones(
        years, labels, "en"
    )
    assert ("", "") == (
        headlines.of_deadlines([], 4, labels, "en"),
        headlines.of_milestones([], labels, "en"),
    )
    assert "" == headlines.of_milestones(["2025", "2026"], labels, "en")


@pytest.mark.parametrize(
    "counts, count",
    [
        ({"a": {"civil_affairs": 2.0, "finance": 1.0}, "b": {"civil_affairs": 1.0}}, "2 of 2"),
        ({"a": {"civil_affairs": 2.0, "finance": 2.0}, "b": {"civil_affairs": 1.0}}, ""),
        ({"a": {"civil_affairs": 2.0}, "b": {"civil_affairs": 1.0}, "c": {}}, "2 of 3"),
        ({"a": {"civil_affairs": 2.0}, "b": {"civil_affairs": 0.0}}, ""),
        ({"a": {"civil_affairs": 2.0}}, ""),
        ({}, ""),
    ],
)
def test_what_comes_first_in_most_plans(
    labels: Labels, counts: Mapping[str, Mapping[str, float]], count: str
) -> None:
    """A plan in which two come first has no first; nothing comes first where all are zero; one plan is no
    comparison."""
    said = headlines.of_first("prose.title_named_most", counts, "departments", labels, "en")
    assert bool(count) == bool(said)
    assert count in said
    assert not count or said.startswith(f"{labels.department('civil_affairs', 'en')}: ")


@pytest.mark.parametrize(
    "plans, said", [(3, "Of 4 policy instruments 2 are in all 3 plans, 1 in one alone"), (1, "")]
)
def test_instruments_of_all_and_of_one(labels: Labels, plans: int, said: str) -> None:
    """One plan is no comparison."""
    stating = {"a": 3, "b": 2, "c": 1, "d": 3}
    assert said == headlines.of_instruments(stating, plans, labels, "en")


@pytest.mark.parametrize(
    "rows, said",
    [
        (
            [("jia", 0.3, 0.4), ("yi", 0.1, 0.2), ("bing", 0.15, 0.35)],
            "Jia uses hard wording more often than Yi",
        ),
        ([("jia", 0.3, 0.4), ("yi", 0.1, 0.3)], "How often plans use hard wording does not tell them apart"),
        ([("jia", 0.3, 0.4), ("yi", 0.1, 0.2), ("bing", None, 0.05), ("ding", 0.5, None)], "Jia uses"),
        ([("jia", 0.3, 0.4), ("yi", None, None)], ""),
        ([], ""),
    ],
)
def test_which_two_plans_differ_in_strictness(
    labels: Labels, rows: list[tuple[str, Any, Any]], said: str
) -> None:
    """The highest against the lowest; intervals that touch overlap, a plan without one is not compared."""
    found = headlines.of_strictness([strictness(*row) for row in rows], labels, "en")
    assert found.startswith(said)
    assert bool(said) == bool(found)


@pytest.mark.parametrize(
    "shares, said",
    [
        ({("jia", "yi"): 0.254, ("yi", "jia"): 0.1}, "25% of the text of Jia is shared with Yi"),
        ({("jia", "yi"): 0.2, ("yi", "jia"): 0.2}, ""),
        ({("jia", "yi"): 0.005}, "0% of the text of Jia"),
        ({("jia", "yi"): 0.004}, ""),
        ({("jia", "yi"): 1.0}, "100% of the text of Jia"),
        ({}, ""),
    ],
)
def test_the_pair_that_shares_most(labels: Labels, shares: dict[tuple[str, str], float], said: str) -> None:
    """One pair alone, and at least half a per cent."""
    rows = [{"plan_a": a, "plan_b": b, "shared_share": share} for (a, b), share in shares.items()]
    found = headlines.of_similarity(rows, labels, "en")
    assert found.startswith(said)
    assert bool(said) == bool(found)


def test_rows_that_several_plans_state(labels: Labels, cell: Callable[..., dict[str, Any]]) -> None:
    """The most telling of a group; how many of one plan alone; how many shared and how many of one value."""
    rural = {"row_id": "nursing_bed_share@rural", "scope": "rural"}
    alone = [cell("jia", 70.0, row_id="x", scope="x"), cell("yi", row_id="x", scope="x")]
    differ = [cell("jia", 50.0), cell("yi", 60.0)]
    same = [cell("jia", 50.0, **rural), cell("yi", 50.0, **rural)]
    group = labels.group_of["nursing_bed_share"]

    def said(rows: list[dict[str, Any]]) -> list[str]:
        comparison = pd.DataFrame(rows)
        return [
            headlines.of_group(comparison, group, labels, "en").partition(": ")[2],
            headlines.of_single(comparison, group, labels, "en").partition(": ")[2],
            headlines.of_shared(comparison, labels, "en"),
        ]

    ranked = "Yi highest (at least 60%), Jia lowest (at least 50%)"
    assert [
        ranked,
        "1 of 3 items with a value are stated by one plan alone",
        "2 items have a value in two or more plans; in 1 of them it is the same",
    ] == said(differ + same + alone)
    assert [
        ranked,
        "",
        "1 items have a value in two or more plans; in none of them is it the same",
    ] == said(differ)
    assert ["", "1 of 1 items with a value are stated by one plan alone", ""] == said(alone)
    assert "" == headlines.of_group(pd.DataFrame(differ), "no such group", labels, "en")
