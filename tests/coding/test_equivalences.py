"""What may stand on one axis and what follows from what: read from the file, or its fault named."""

from __future__ import annotations

from typing import Any

import pytest

from compare.coding.book.equivalences import Equivalences, parse_equivalences
from compare.coding.book.errors import CodebookError

WHY = {"zh": "因为", "en": "because"}
INDICATORS, SCOPES = ("beds", "beds_added", "share"), ("general", "rural", "street")
FROM, TO = {"indicator": "beds", "scope": "rural"}, {"indicator": "share", "scope": "general"}


def parsed(**entries: Any) -> Equivalences:
    return parse_equivalences(entries, INDICATORS, SCOPES, per_place=("street",))


def one_measure(*scopes: str, **given: Any) -> dict[str, Any]:
    return {"indicator": "beds", "scopes": list(scopes), "why": WHY} | given


def follows(how: str, **given: Any) -> dict[str, Any]:
    return {"id": "one", "how": how, "to": TO, "why": WHY} | given


def test_an_empty_file_says_nothing() -> None:
    """Every scope has an axis of its own."""
    assert Equivalences((), {}, {}) == parsed()
    assert Equivalences((), {}, {}) == parsed(same_measure=None, rules=None, stocks=None)
    assert "rural" == parsed().axis("beds", "rural")


def test_scopes_of_one_measure_have_the_axis_of_the_first() -> None:
    """Of that indicator alone; scopes of norms may be one measure among themselves."""
    found = parsed(same_measure=[one_measure("rural", "general"), one_measure("street", indicator="share")])
    assert ("rural", "rural", "street") == tuple(
        found.axis("beds", one) for one in ("general", "rural", "street")
    )
    assert "general" == found.axis("share", "general")


def test_totals_name_what_is_added_to_them() -> None:
    """Both are indicators."""
    assert {"beds": "beds_added"} == parsed(stocks={"beds": "beds_added"}).stocks


@pytest.mark.parametrize("how", ["complement", "bound", "one_each"])
def test_a_rule_from_a_value(how: str) -> None:
    """Where from, where to and why, and no pattern."""
    (rule,) = parsed(rules=[follows(how, **{"from": FROM})]).rules
    assert ("one", how, ("beds", "rural"), ("share", "general"), None, "因为", "because") == (
        *(rule.id, rule.how, rule.source, rule.to, rule.pattern),
        *(rule.why_zh, rule.why_en),
    )


@pytest.mark.parametrize(
    "text, found",
    [
        ("所有街道均建有", True),
        ("甲。所有街道", True),
        ("甲； 所有街道", True),
        ("甲,所有街道", False),
        ("甲所有", False),
    ],
)
def test_a_rule_from_words_begins_its_sentence(text: str, found: bool) -> None:
    """Blanks apart."""
    (rule,) = parsed(rules=[follows("words", pattern="所有")]).rules
    assert rule.source is None
    assert rule.pattern
    assert found == bool(rule.pattern.search(text))


@pytest.mark.parametrize(
    "entries, message",
    [
        ({"same_measure": [one_measure("general", why={})]}, "beds: why is missing; give the reason"),
        ({"same_measure": [one_measure("general", why={"zh": "因为"})]}, "beds: why is missing"),
        ({"same_measure": [one_measure("general", why={"en": "because"})]}, "beds: why is missing"),
        ({"same_measure": [one_measure("nowhere")]}, "beds at nowhere is not in the codebook; correct it"),
        ({"same_measure": [one_measure("general", indicator="x")]}, "x at general is not in the codebook"),
        (
            {"same_measure": [one_measure("general", "street")]},
            "beds: a norm for each place is no count in all",
        ),
        ({"stocks": {"x": "beds"}}, "stocks: x is not an indicator; correct it"),
        ({"stocks": {"beds": "x"}}, "stocks: x is not an indicator; correct it"),
        (
            {"rules": [follows("other", **{"from": FROM})]},
            "one: how is one of complement, bound, one_each, words;",
        ),
        ({"rules": [follows("words")]}, "one: how is one of"),
        ({"rules": [follows("words", pattern="所有", **{"from": FROM})]}, "one: how is one of"),
        ({"rules": [follows("bound")]}, "one: how is one of"),
        ({"rules": [follows("bound", pattern="所有", **{"from": FROM})]}, "one: how is one of"),
        ({"rules": [follows("bound", **{"from": FROM, "to": None})]}, "None at None is not in the codebook"),
    ],
)
def test_what_is_wrong_is_named(entries: dict[str, Any], message: str) -> None:
    """The entry, and what to write."""
    with pytest.raises(CodebookError, match=f"^equivalences.yaml: {message}"):
        parsed(**entries)


def test_a_list_is_no_file_of_equivalences() -> None:
    """It has two lists by name."""
    with pytest.raises(
        CodebookError, match=r"^equivalences\.yaml: write same_measure and rules, each a list"
    ):
        parse_equivalences([], INDICATORS, SCOPES)
