"""Values that follow from others: what follows, and what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compare.coding import CodebookError
from compare.coding.book.equivalences import Equivalences, parse_equivalences
from compare.tables.comparing.cells import StatedValue
from compare.tables.comparing.compared_rows import Aspect, RowKey
from compare.tables.comparing.derive import derived

WHY = {"zh": "因", "en": "because"}


def rules(how: str) -> Equivalences:
    """One rule from a at general to b at general."""
    place = {"scope": "general"}
    entry = {"id": "r", "how": how, "from": {"indicator": "a", **place}, "to": {"indicator": "b", **place}}
    return parse_equivalences({"rules": [entry | {"why": WHY}]}, {"a", "b"}, {"general", "own"})


def said(
    comparator: str, low: float, high: float | None = None, unit: str = "%"
) -> dict[RowKey, list[StatedValue]]:
    key = RowKey("a", "general", "", unit, Aspect.ASKED)
    return {
        key: [StatedValue("a-1", "target", low, high or low, unit, comparator, "2022", "general", 0, False)]
    }


TO = RowKey("b", "general", "", "%", Aspect.ASKED)


@pytest.mark.parametrize(
    "how, given, expected",
    [
        ("complement", said("le", 50), ("ge", 50.0, 50.0)),
        ("complement", said("ge", 80), ("le", 20.0, 20.0)),
        ("complement", said("eq", 33.3), ("eq", 66.7, 66.7)),
        ("complement", said("range", 10, 30), ("range", 70.0, 90.0)),
        ("complement", said("le", 50, unit="张"), None),
        ("bound", said("ge", 55), ("ge", 55.0, 55.0)),
        ("bound", said("eq", 55), None),
        ("one_each", said("eq", 1, unit="个"), ("eq", 100.0, 100.0)),
        ("one_each", said("ge", 2, unit="个"), ("eq", 100.0, 100.0)),
        ("one_each", said("le", 1, unit="个"), None),
    ],
)
def test_what_follows(how: str, given: Any, expected: tuple[str, float, float] | None) -> None:
    """A floor becomes a cap; a plain value of all levels proves nothing for one; beds are no share."""
    cell = derived(TO, given, (), rules(how))
    if expected is None:
        assert cell is None
        return
    assert cell is not None
    assert expected == (cell["comparator"], cell["value_low"], cell["value_high"])
    assert ("derived", "a-1", "r", "2022") == (
        cell["status"],
        cell["derived_from"],
        cell["derived_by"],
        cell["deadline"],
    )


def test_words_for_all_of_them_are_a_hundred_per_cent_and_quoted() -> None:
    """所有养老机构能够提供医疗卫生服务, with the year before it."""
    to = {"indicator": "b", "scope": "general"}
    entry = {"id": "r", "how": "words", "pattern": "所有", "to": to, "why": WHY}
    equivalences = parse_equivalences({"rules": [entry]}, {"b"}, {"general"})
    found = {"rule": "r", "deadline": "2022", "start": 3, "end": 9, "quote": "所有机构提供"}
    cell = derived(TO, {}, [found], equivalences)
    assert cell is not None
    assert (100.0, "2022", "所有机构提供") == (cell["value_low"], cell["deadline"], cell["quote"])
    assert derived(TO, {}, [{**found, "rule": "other"}], equivalences) is None


def test_facts_derive_nothing() -> None:
    """What a plan only reports is not what it asks for."""
    facts = {RowKey("a", "general", "", "%", Aspect.NAMED): said("ge", 50).popitem()[1]}
    assert derived(TO, facts, (), rules("complement")) is None


@pytest.mark.parametrize(
    "entries, message",
    [
        ({"rules": [{"id": "r", "how": "bound"}]}, "r: why is missing"),
        ({"rules": [{"id": "r", "how": "guess", "why": WHY}]}, "r: how is one of"),
        ({"rules": [{"id": "r", "how": "words", "why": WHY}]}, "words has a pattern"),
        (
            {"same_measure": [{"indicator": "a", "scopes": ["x"], "why": WHY}]},
            "a at x is not in the codebook",
        ),
        ([], "write same_measure and rules"),
    ],
)
def test_a_faulty_rule_is_named(entries: Any, message: str) -> None:
    """Every rule has its reason and names what the codebook has."""
    with pytest.raises(CodebookError, match=message):
        parse_equivalences(entries, {"a"}, {"general"})


def test_a_norm_for_each_place_and_a_count_in_all_share_no_axis() -> None:
    """At least one in each new street beside eight centres in all would stand as one and eight."""
    entry = {"indicator": "a", "scopes": ["general", "each_street"], "why": WHY}
    with pytest.raises(CodebookError, match="a: a norm for each place is no count in all"):
        parse_equivalences({"same_measure": [entry]}, {"a"}, {"general", "each_street"}, {"each_street"})


@pytest.mark.parametrize(
    "how, given, expected",
    [
        ("complement", said("lt", 50), ("gt", 50.0, 50.0)),
        ("complement", said("gt", 80), ("lt", 20.0, 20.0)),
        ("complement", said("about", 33.3), ("about", 66.7, 66.7)),
        ("complement", said("range", 10.1, 30.2), ("range", 69.8, 89.9)),
        ("bound", said("lt", 55), ("lt", 55.0, 55.0)),
        ("bound", said("range", 50, 55), None),
        ("bound", said("ge", 55, unit="张"), None),
        ("one_each", said("eq", 0.9, unit="个"), None),
        ("one_each", said("gt", 1, unit="个"), None),
        ("one_each", said("ge", 1, unit="个"), ("eq", 100.0, 100.0)),
    ],
)
def test_what_follows_at_the_edge(how: str, given: Any, expected: tuple[str, float, float] | None) -> None:
    """Strict bounds turn too; fewer than one each, or more than one, is not one each; digits stay those that
    a person would write."""
    cell = derived(TO, given, (), rules(how))
    assert expected == (cell and (cell["comparator"], cell["value_low"], cell["value_high"]))


def test_what_is_derived_is_a_share_that_is_asked_for() -> None:
    """No row of another measure, no facts, and no other indicator or scope than the rule names."""
    given = said("le", 50)
    for key in (
        RowKey("b", "general", "", "张", Aspect.ASKED),
        RowKey("b", "general", "", "%", Aspect.NAMED),
        RowKey("c", "general", "", "%", Aspect.ASKED),
        RowKey("b", "own", "", "%", Aspect.ASKED),
    ):
        assert derived(key, given, (), rules("complement")) is None
    cell = derived(TO, given, (), rules("complement"))
    assert cell is not None
    assert ("%", "target", "") == (cell["unit"], cell["kind"], cell["period"])


def test_contradictions_derive_nothing() -> None:
    """Which of 50 and 60 would it follow from?"""
    ((key, (one,)),) = said("eq", 50).items()
    other = replace(one, statement_id="a-2", value_low=60.0, value_high=60.0)
    assert derived(TO, {key: [one, other]}, (), rules("complement")) is None
    again = derived(TO, {key: [one, replace(one, statement_id="a-2")]}, (), rules("complement"))
    assert again is not None
    assert "a-1" == again["derived_from"]


def test_the_first_rule_that_gives_a_value_does() -> None:
    """One that gives none hands on to the next, and so do clauses of other rules."""
    place = {"scope": "general"}
    to = {"indicator": "b", **place}
    whole = {"id": "w", "how": "words", "pattern": "所有", "to": to, "why": WHY}
    value = {"id": "v", "how": "complement", "from": {"indicator": "a", **place}, "to": to, "why": WHY}
    book = parse_equivalences({"rules": [whole, value]}, {"a", "b"}, {"general"})
    clauses = [
        {"rule": name, "deadline": day, "start": 0, "end": 2, "quote": "所有"}
        for name, day in (("other", "2021"), ("w", "2022"), ("w", "2023"))
    ]
    found = [derived(TO, said("le", 40), some, book) for some in (clauses, clauses[:1], [])]
    assert [("w", 100.0), ("v", 60.0), ("v", 60.0)] == [
        (one["derived_by"], one["value_low"]) for one in found if one
    ]
    assert found[0] is not None
    assert ("2022", "eq") == (found[0]["deadline"], found[0]["comparator"])
    facts = {RowKey("a", "general", "", "%", Aspect.NAMED): said("le", 10).popitem()[1]}
    assert 60.0 == (derived(TO, facts | said("le", 40), [], book) or {})["value_low"]


@pytest.mark.parametrize(
    "entries, message",
    [
        ({"stocks": {"a": "gone"}}, "stocks: gone is not an indicator; correct it"),
        ({"stocks": {"gone": "a"}}, "stocks: gone is not an indicator; correct it"),
        ({"same_measure": [{"indicator": "a", "scopes": ["general"]}]}, "a: why is missing; give the reason"),
        ({"rules": [{"id": "r", "how": "bound", "why": {"zh": "因"}}]}, "r: why is missing; give the reason"),
        (
            {"rules": [{"id": "r", "how": "bound", "why": WHY, "pattern": "x", "from": {}}]},
            "words has a pattern",
        ),
        (
            {"rules": [{"id": "r", "how": "words", "why": WHY, "pattern": "x", "from": {}}]},
            "the others have from",
        ),
        ({"rules": [{"id": "r", "how": "bound", "why": WHY}]}, "the others have from"),
        (
            {"rules": [{"id": "r", "how": "words", "why": WHY, "pattern": "x"}]},
            "None at None is not in the codebook; correct it",
        ),
        (
            {"rules": [{"id": "r", "how": "words", "why": WHY, "pattern": "x", "to": {"indicator": "a"}}]},
            "a at None is not in the codebook; correct it",
        ),
    ],
)
def test_each_fault_of_an_equivalence_is_named(entries: Any, message: str) -> None:
    """Its place, what is wrong and what to do."""
    with pytest.raises(CodebookError, match=f"equivalences.yaml: .*{message}|equivalences.yaml: {message}"):
        parse_equivalences(entries, {"a"}, {"general"})


def test_the_first_scope_of_a_measure_is_its_axis() -> None:
    """For that indicator alone; any other scope is its own. Words count where they begin a sentence."""
    entry = {"indicator": "a", "scopes": ["own", "general"], "why": WHY}
    to = {"indicator": "b", "scope": "general"}
    rule = {"id": "w", "how": "words", "pattern": "所有", "to": to, "why": WHY}
    book = parse_equivalences(
        {"same_measure": [entry], "rules": [rule], "stocks": {"a": "b"}}, {"a", "b"}, {"general", "own"}
    )
    assert ("own", "own", "rural", "general") == (
        book.axis("a", "general"),
        book.axis("a", "own"),
        book.axis("a", "rural"),
        book.axis("b", "general"),
    )
    assert ({"a": "b"}, {}) == (book.stocks, parse_equivalences({}, set(), set()).axes)
    (made,) = book.rules
    assert made.pattern is not None
    found = [
        bool(made.pattern.search(text)) for text in ("所有", "甲。所有", "甲;\n 所有", "甲所有", "甲,所有")
    ]
    assert [True, True, True, False, False] == found
    assert (None, ("b", "general"), "因", "because") == (made.source, made.to, made.why_zh, made.why_en)
