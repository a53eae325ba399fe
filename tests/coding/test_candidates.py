"""Which indicators words speak of, in which order, and what refuses them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from compare.coding import Codebook, parse_codebook
from compare.coding.indicators.candidates import Matcher, best_match
from compare.coding.indicators.refusals import may_be_condition
from compare.coding.kind_rules import is_condition, is_fact
from compare.model import Kind, Reason
from compare.reading.sentences.kinds.rules import CONDITIONS

LABEL = {"zh": "某", "en": "some"}


@pytest.fixture(scope="module")
def book_of(codebook_files: Mapping[str, Any]) -> Any:
    """A codebook of indicators with these patterns, in the order of their names."""

    def made(**entries: Any) -> Codebook:
        kept = {
            stem: content for stem, content in codebook_files.items() if not stem.startswith("indicators/")
        }
        listed = [
            {"id": code, "label": LABEL, "definition": LABEL, "unit": "张"}
            | (said if isinstance(said, dict) else {"match": said})
            for code, said in entries.items()
        ]
        return parse_codebook({**kept, "indicators/beds": listed})

    return made


@pytest.mark.parametrize(
    "entries, words, expected",
    [
        ({"a": ["养老"], "b": ["床位"]}, "养老床位", ["b", "a"]),
        ({"a": ["床位"], "b": ["养老床位"]}, "养老床位", ["b", "a"]),
        ({"a": ["老床位"], "b": ["养老"], "c": ["床位"]}, "养老床位", ["a", "c", "b"]),
        ({"b": ["床位"], "a": ["床位"]}, "床位", ["b", "a"]),
        ({"a": ["养老", "床位"], "b": ["养老床"]}, "养老床位", ["a", "b"]),
        ({"a": ["床位", "养老床位"], "b": ["老床位"]}, "养老床位", ["a", "b"]),
        ({"a": ["养老"], "b": ["站点"]}, "养老床位", ["a"]),
        ({"a": {"match": ["床位"], "unit": "个"}}, "床位", []),
        ({"a": {"match": ["床位"], "units": ["个", "张"], "unit": "个"}}, "床位", ["a"]),
    ],
)
def test_the_last_noun_decides_then_the_longest(
    book_of: Any, entries: dict[str, Any], words: str, expected: list[str]
) -> None:
    """Of each indicator by its best pattern; of those alike the codebook's order; of its units only."""
    matcher = Matcher(book_of(**entries))
    found = [one.id for one in matcher.indicators("张", words)]
    assert expected == found == [one.id for one in matcher.indicators("张", words)]
    assert () == matcher.indicators("家", words)


@pytest.mark.parametrize(
    "patterns, words, match",
    [
        (["养老", "床位"], "养老床位", "床位"),
        (["床位", "养老床位"], "养老床位", "养老床位"),
        (["养老床位", "床位"], "养老床位", "养老床位"),
        (["站点"], "养老床位", None),
    ],
)
def test_the_match_that_ranks_an_indicator(
    book_of: Any, patterns: list[str], words: str, match: str | None
) -> None:
    """The one that ends last, then the longest, whichever pattern stands first."""
    found = best_match(book_of(a=patterns).indicators["a"], words)
    assert match == (found and found.group())


def test_the_first_scope_of_the_codebook_counts(codebook_files: Mapping[str, Any]) -> None:
    """In its order, not in that of the words; scopes that are steps of a scale are none."""
    scopes = [
        {"id": code, "label": LABEL, "match": [word], **more}
        for code, word, more in (
            ("general", "全市", {}),
            ("step", "城区", {"tier": "t"}),
            ("rural", "农村", {}),
            ("urban", "城区", {}),
        )
    ]
    matcher = Matcher(parse_codebook({**codebook_files, "scopes": scopes}))
    found = [matcher.scope(words) for words in ("城区和农村", "城区", "全市城区", "山区", "山区")]
    assert ["rural", "urban", "general", "", ""] == found


def test_what_a_statement_says_of_its_kind(make: Any) -> None:
    """By the rule that gave the kind, and by no rule of another field."""
    (one,) = make.result("占比50%", make.fact("占比50%", "50%", 50)).coded
    said = one.statement

    def with_reason(about: str, rule: str) -> Any:
        return make.changed(said, reasons=(Reason(about, rule),))

    assert (True, False) == (
        is_fact(with_reason("kind", "column of facts")),
        is_fact(with_reason("subject", "column of facts")),
    )
    rule = sorted(CONDITIONS)[0]
    assert (True, False, False) == (
        is_condition(with_reason("kind", rule)),
        is_condition(with_reason("value", rule)),
        is_condition(with_reason("kind", "column of facts")),
    )


@pytest.mark.parametrize(
    "entry, may",
    [
        ({"kind": "parameter"}, True),
        ({"kind": "standard", "kinds": ["parameter", "standard"]}, True),
        ({"kind": "standard", "kinds": ["standard"]}, False),
        ({"kinds": ["parameter"]}, False),
        ({"conditions": True}, True),
        ({}, False),
    ],
)
def test_which_indicators_take_a_condition(book_of: Any, entry: dict[str, Any], may: bool) -> None:
    """Those of parameters, with parameters beside a kind of their own, or whose thresholds are coded."""
    indicator = book_of(a={"match": ["床"], **entry}).indicators["a"]
    assert may == may_be_condition(indicator)
    assert indicator.kind in (None, *Kind)


def test_the_steps_of_an_indicator_are_those_of_its_scales(codebook_files: Mapping[str, Any]) -> None:
    """Scopes of its tiers alone; without tiers it has none."""
    scopes = [
        {"id": code, "label": LABEL, "match": ["x"], **({"tier": tier} if tier else {})}
        for code, tier in (("general", ""), ("three", "rating"), ("old", "age"), ("four", "rating"))
    ]
    beds = [
        {"id": code, "label": LABEL, "definition": LABEL, "unit": "张", "match": ["x"], "tiers": tiers}
        for code, tiers in (("a", ["rating"]), ("b", []))
    ]
    book = parse_codebook({**codebook_files, "scopes": scopes, "indicators/beds": beds})
    steps = [[one.id for one in book.steps(book.indicators[code])] for code in ("a", "b")]
    assert [["three", "four"], []] == steps
