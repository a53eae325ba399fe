"""What a plan is about, by its title and headings."""

from __future__ import annotations

from typing import Any

import pytest

from compare.coding.book.errors import CodebookError
from compare.coding.remits import parse_remits, remit_of
from compare.model import Document, Header, Passage, Reading, TextView

ENTRIES = [
    {"id": "care", "label": {"zh": "养老", "en": "Care"}, "match": ["养老", "敬老"], "groups": ["beds"]},
    {"id": "health", "label": {"zh": "卫生", "en": "Health"}, "match": ["卫生"]},
]


def reading(*headings: tuple[str, str]) -> Reading:
    passages = tuple(Passage(1, "", kind, heading, 0, 0, None) for kind, heading in headings)
    return Reading(Document("", "txt"), TextView("", (0,)), Header(), passages, (), ())


@pytest.mark.parametrize(
    "title, headings, expected",
    [
        ("养老服务方案", (), ("care",)),
        ("方案", (("heading", "敬老院"),), ("care",)),
        ("卫生方案", (("annex", "养老"),), ("care", "health")),
        ("方案", (("title", "卫生"), ("paragraph", "养老"), ("item", "养老")), ("health",)),
        ("方案", (("heading", "养"), ("heading", "老")), ()),
        ("", (("heading", "养老"),), ()),
    ],
)
def test_title_and_headings_name_the_remit(
    title: str, headings: tuple[tuple[str, str], ...], expected: tuple[str, ...]
) -> None:
    """In the order of the file; no paragraph does, and a text without a title is about nothing known."""
    assert expected == remit_of(reading(*headings), title, parse_remits(ENTRIES))


def test_a_remit_has_its_labels_and_groups() -> None:
    """Without groups all apply."""
    care, health = parse_remits(ENTRIES)
    assert ("养老", "Care", {"beds"}) == (care.label_zh, care.label_en, care.groups)
    assert frozenset() == health.groups


@pytest.mark.parametrize("entry", [5, {}, {"id": "x", "match": []}, {**ENTRIES[1], "match": ["("]}])
def test_a_faulty_remit_is_named(entry: Any) -> None:
    """With what it needs."""
    with pytest.raises(
        CodebookError, match=r"^remits\.yaml: .*: an entry needs id, label \(zh, en\) and match"
    ):
        parse_remits([entry])
