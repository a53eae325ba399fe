"""Messages in words: every fact in the reader's language, nothing hidden where words are missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model import Amount, Code, Fact, Phrase
from compare.tables.words.labels import UNLABELLED, Labels, Lang, WordingError
from compare.tables.words.messages import identity, message, message_column, messages


@pytest.mark.parametrize(
    "fact, en, zh",
    [
        ("80州岁", "80州岁", "80州岁"),
        ("两\n行", "两 行", "两 行"),
        (Code("indicators", "beds"), "beds English [beds]", "beds 中文（beds）"),
        (Code("indicators", "gone"), "gone", "gone"),
        (Code("scopes", "rural"), "rural", "农村"),
        (Code("units", "张"), "beds [张]", "张"),
        (Code("units", "平方米/百户"), "m² per 100 households [平方米/百户]", "平方米/百户"),
        (Code("units", "%"), "%", "%"),
        (Code("comparators", "ge"), "at least", "不低于"),
        (Code("fields", "deadline"), "deadline", "期限"),
        (Amount(55, 55, "%", "ge"), "≥ 55%", "≥ 55%"),
        (Amount(0, 100, "%", "range"), "0–100%", "0–100%"),
        (Amount(2700, 2700, "张"), "2,700 beds", "2,700 张"),
        ((Amount(1, 1, "所"), "甲"), "1 facility; 甲", "1 所；甲"),
        (Phrase("findings.dated", {"value": "甲", "deadline": "2025"}), "甲 by 2025", "甲（期限 2025）"),
    ],
)
def test_a_fact_is_printed_as_the_tables_print_it(labels: Labels, fact: Fact, en: str, zh: str) -> None:
    """Codes by their labels, values with sign and unit, the plan's own words as they stand, on one line."""
    said = Phrase("findings.decided_change", {"field": Code("fields", "value"), "value": fact})
    assert {"message": f"value = {en}", "message_zh": f"数值改为{zh}"} == messages(said, labels)


def test_each_language_has_its_column() -> None:
    """Messages are kept in both."""
    assert ("message", "message_zh") == (message_column("en"), message_column("zh"))


def test_without_words_the_facts_are_shown(labels: Labels) -> None:
    """A study may keep wording of its own that lacks a message of a newer version."""
    said = Phrase("findings.new", {"indicator": Code("indicators", "beds"), "value": Amount(5, 5, "张")})
    assert "findings.new indicator=beds English [beds] value=5 beds" == message(said, labels, "en")
    assert "findings.new indicator=beds value=5 张" == message(said, UNLABELLED, "zh")


@pytest.mark.parametrize("text", ["{valeu}", "{0}", "{value", "{value:z}"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wording_that_cannot_be_filled_in_is_named(labels: Labels, text: str, lang: Lang) -> None:
    """Researchers edit it; the line says which message and what it may name."""
    words = {**labels.words, "findings.x": {"zh": "值", "en": "value", lang: text}}
    with pytest.raises(WordingError, match=rf"^wording: findings.x \({lang}\): .*\({{value}}\); mend it$"):
        message(Phrase("findings.x", {"value": "1"}), replace(labels, words=words), lang)


def test_facts_tell_findings_apart_whatever_their_order() -> None:
    """The order in which a check names its facts is no part of them; each value is."""
    one = Phrase("k", {"a": (Amount(1, 2, "张", "range"), "x"), "b": Code("scopes", "rural")})
    same = Phrase("k", {"b": Code("scopes", "rural"), "a": (Amount(1.0, 2.0, "张", "range"), "x")})
    others = (
        Phrase("j", one.facts),
        Phrase("k", {**one.facts, "b": Code("units", "rural")}),
        Phrase("k", {**one.facts, "a": (Amount(1, 2, "家", "range"), "x")}),
        Phrase("k", {**one.facts, "a": (Amount(1, 2, "张", "range"), "y")}),
    )
    assert identity(one) == identity(same)
    assert 5 == len({identity(phrase) for phrase in (one, *others)})
