"""What codes are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from compare.coding import Codebook
from compare.model import Comparator, Kind, Role, Severity, Status
from compare.study.codebook.files import default_codebook, load_labels
from compare.tables.words.labels import Labels, WordingError, format_number, make_labels


@pytest.fixture(scope="module")
def labels(codebook: Codebook, codebook_files: Mapping[str, Any]) -> Labels:
    words = {"wording/figures": [{"id": "figures.source", "zh": "来源:{who}", "en": "Source: {who}"}]}
    return make_labels(codebook, {**codebook_files, **words})


@pytest.mark.parametrize(
    "section, codes",
    [
        ("statuses", Status),
        ("comparators", Comparator),
        ("kinds", Kind),
        ("severities", Severity),
        ("roles", Role),
    ],
)
def test_every_code_of_the_tables_has_both_names(labels: Labels, section: str, codes: type[StrEnum]) -> None:
    """A reader of either language never meets a bare code."""
    assert {str(code) for code in codes} == set(labels.sections[section])
    assert all(labels.sections[section][code][lang] for code in codes for lang in ("zh", "en"))


def test_labels_come_from_the_codebook_in_its_order(labels: Labels) -> None:
    """Adding an indicator touches only data/codebook."""
    assert "bed_share 中文" == labels.indicator("bed_share")
    assert "bed_share English" == labels.indicator("bed_share", "en")
    assert ["beds", "parameters", "context"] == list(labels.groups)
    assert ["bed_share", "beds", "never_stated", "no_headline", "age", "towns"] == list(labels.indicators)
    assert ("beds", "张", "level") == (
        labels.group_of["beds"],
        labels.unit_of["beds"],
        labels.direction_of["beds"],
    )


def test_an_unknown_code_is_shown_as_it_is(labels: Labels) -> None:
    """A gap in the wording must not hide a value."""
    assert "no_such" == labels.indicator("no_such")
    assert "no_such" == labels.word("no_such")


def test_phrases_are_filled_in(labels: Labels) -> None:
    """{braces} take what the caller gives."""
    assert "Source: 甲市" == labels.word("figures.source", "en", who="甲市")


@pytest.mark.parametrize(
    "unit, lang, expected",
    [
        ("张", "en", "beds"),
        ("平方米/百户", "zh", "平方米/百户"),
        ("平方米/百户", "en", "m² per 100 households"),
        ("名/15人", "en", "persons per 15 persons"),
        ("名/N人", "en", "persons per N persons"),
        ("名/15人", "zh", "名/15人"),
        ("元/人·月", "en", "yuan per person per month"),
        ("某/某", "en", "某 per 某"),
    ],
)
def test_a_unit_with_a_base_is_put_together(labels: Labels, unit: str, lang: Any, expected: str) -> None:
    """Bases need no entry for each combination."""
    assert expected == labels.unit(unit, lang)


@pytest.mark.parametrize(
    "value, expected",
    [(50.0, "50"), (0.1, "0.1"), (86000.0, "86,000"), (1234.5, "1,234.5"), (0.0, "0"), (-2.0, "-2")],
)
def test_numbers_are_written_for_readers(value: float, expected: str) -> None:
    """No trailing zeros; thousands are separated."""
    assert expected == format_number(value)


@pytest.mark.parametrize(
    "low, high, unit, comparator, expected",
    [
        (50.0, 50.0, "%", "ge", "≥ 50%"),
        (2700.0, 2700.0, "张", "eq", "2,700 beds"),
        (1.0, 2.0, "所", "range", "1–2 facilities"),
        (0.0, 0.0, "个", "eq", "0 units"),
        (float("nan"), float("nan"), "%", "ge", ""),
    ],
)
def test_a_value_is_written_with_sign_and_unit(
    labels: Labels, low: float, high: float, unit: str, comparator: str, expected: str
) -> None:
    """A bare number is what the plan wrote bare; no value is no text, and zero is one."""
    assert expected == labels.value(low, high, unit, comparator, "en")


@pytest.mark.parametrize(
    "files, message",
    [
        ({"wording": None}, "sections are missing"),
        ({"wording": {}}, "section statuses is missing"),
        ({"wording/x": [{"id": "a", "zh": "甲"}]}, "lacks id, zh or en"),
        ({"wording/x": [{"id": "a", "zh": "甲", "en": "a"}] * 2}, "a is there twice"),
        ({"wording/rules": {"rules": {"cap": "上限"}}}, "rules: write each name as {zh: …}"),
        ({"wording/rules": ["cap"]}, "rules: write each name as {zh: …}"),
    ],
)
def test_wording_that_lacks_something_is_named(
    codebook: Codebook, codebook_files: Mapping[str, Any], files: dict[str, Any], message: str
) -> None:
    """Researchers edit these files."""
    with pytest.raises(WordingError, match=message):
        make_labels(codebook, {**codebook_files, **files})


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (1, "所", "1 facility"),
        (2, "所", "2 facilities"),
        (1, "名/千人", "1 person per 1,000 people"),
        (1, "平方米", "1 m²"),
        (0, "人", "0 persons"),
    ],
)
def test_one_thing_is_named_in_the_singular(labels: Labels, count: float, unit: str, expected: str) -> None:
    """``1 facilities`` is no English; Chinese has one form."""
    assert expected == labels.value(count, count, unit, "eq", "en")
    assert labels.unit(unit, "zh", 1) == labels.unit(unit, "zh", 2)


@pytest.mark.parametrize(
    "value, expected",
    [
        (999.0, "999"),
        (1000.0, "1,000"),
        (1234567.25, "1,234,567.25"),
        (-1234.5, "-1,234.5"),
        (-0.5, "-0.5"),
        (0.000001, "1e-06"),
        (100000000000000.0, "100,000,000,000,000"),
    ],
)
def test_numbers_keep_their_digits(value: float, expected: str) -> None:
    """Thousands are separated before the point alone; what Python writes with a power is left so."""
    assert expected == format_number(value)


@pytest.mark.parametrize(
    "low, high, unit, comparator, zh, en",
    [
        (50.0, 60.0, "%", "ge", "50–60%", "50–60%"),
        (50.0, 60.0, "%", "range", "50–60%", "50–60%"),
        (50.0, 50.0, "%", "range", "50%", "50%"),
        (50.0, 50.0, "%", "", "50%", "50%"),
        (50.0, 50.0, "‰", "lt", "< 50‰", "< 50‰"),
        (50.0, 50.0, "", "le", "≤ 50", "≤ 50"),
        (50.0, 50.0, "张", "about", "≈ 50 张", "≈ 50 beds"),
        (1.0, 2.0, "所", "", "1–2 所", "1–2 facilities"),
        (0.5, 1.0, "所", "", "0.5–1 所", "0.5–1 facility"),
        (50.0, 50.0, "元/人·月", "gt", "> 50 元/人·月", "> 50 yuan per person per month"),
        (50.0, 50.0, "%", "near", "near 50%", "near 50%"),
    ],
)
def test_a_value_in_both_languages(
    labels: Labels, low: float, high: float, unit: str, comparator: str, zh: str, en: str
) -> None:
    """No blank before a sign of per cent, a sign of the bound only before a plain value; an unknown bound is
    its own sign."""
    assert (zh, en) == tuple(labels.value(low, high, unit, comparator, lang) for lang in ("zh", "en"))


@pytest.mark.parametrize(
    "date, expected",
    [
        ("2025", "2025年"),
        ("2025-06", "2025年6月"),
        ("2025-06-30", "2025年6月30日"),
        ("2025-12-01", "2025年12月1日"),
    ],
)
def test_a_date_is_as_precise_as_it_is(date: str, expected: str) -> None:
    """Months and days without their zeros where a language writes none; no date is no deadline."""
    _, labels = load_labels(default_codebook())
    assert (expected, date) == (labels.date(date), labels.date(date, "en").replace(" ", ""))
    assert ("", "", f"到{expected}") == (
        labels.deadline(""),
        labels.deadline("", "en"),
        labels.deadline(date),
    )


def test_plans_get_names_and_all_else_stays(labels: Labels) -> None:
    """In both languages; a plan without one is its id."""
    named = labels.with_plans({"p": {"zh": "甲市", "en": "Jia"}})
    assert ("甲市", "Jia", "q", "p") == (
        named.plan("p"),
        named.plan("p", "en"),
        named.plan("q"),
        labels.plan("p"),
    )
    assert labels == named.with_plans({})


@pytest.mark.parametrize(
    "files, message",
    [
        ({"groups": [{"id": "beds"}]}, "groups.yaml: an entry has no id or label; write"),
        ({"groups": ["beds"]}, "groups.yaml: an entry has no id or label; write"),
        ({"groups": [{"label": {"zh": "床"}}]}, "groups.yaml: an entry has no id or label; write"),
        ({"wording/x": ["a"]}, "wording/x.yaml: a: an entry lacks id, zh or en; write all three"),
    ],
)
def test_entries_without_a_name_are_named(
    codebook: Codebook, codebook_files: Mapping[str, Any], files: dict[str, Any], message: str
) -> None:
    """Their file and what to write."""
    with pytest.raises(WordingError, match=message):
        make_labels(codebook, {**codebook_files, **files})


@pytest.mark.parametrize("entry", [{"zh": "某"}, "某", {"en": "x"}])
def test_a_code_needs_both_languages(
    codebook: Codebook, codebook_files: Mapping[str, Any], entry: object
) -> None:
    """Section and code are named."""
    wording = {**codebook_files["wording"], "kinds": {**codebook_files["wording"]["kinds"], "x": entry}}
    with pytest.raises(WordingError, match=r"wording\.yaml: kinds\.x has no zh and en; write"):
        make_labels(codebook, {**codebook_files, "wording": wording})


def test_a_group_that_no_file_names_stands_last(
    codebook: Codebook, codebook_files: Mapping[str, Any]
) -> None:
    """By its code; its indicators come after all others."""
    groups = [one for one in codebook_files["groups"] if one["id"] != "beds"]
    made = make_labels(codebook, {**codebook_files, "groups": groups})
    assert ["parameters", "context", "beds"] == list(made.groups)
    assert ("beds", ["age", "towns"]) == (made.group("beds", "en"), list(made.indicators)[:2])
