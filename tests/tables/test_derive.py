"""Values that follow from others: what follows, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from compare.coding import CodebookError
from compare.coding.equivalences import Equivalences, parse_equivalences
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
    return {key: [StatedValue("a-1", "target", low, high or low, unit, comparator, "2022", "general", 0)]}


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
