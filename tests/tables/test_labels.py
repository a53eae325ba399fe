"""What codes are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from compare.coding import Codebook
from compare.model import Comparator, Kind, Role, Severity, Status
from compare.tables.labels import Labels, WordingError, format_number, make_labels


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
