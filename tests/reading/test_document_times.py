"""What the parts of a document make of its values: ``tests/cases/documents.yaml``, text by text.

Sections and paragraphs that look back, goals and lists that carry a date beyond its sentence, facts that go
on, dates in brackets and behind: each value with its kind and its deadline, in text order.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.table_text import ReadDocument

from compare.model import Document
from compare.reading.sentences.times.hindsight import heading_of_the_past

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "documents.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_value_has_the_kind_and_the_date_of_its_place(
    case: dict[str, Any], read_document: ReadDocument
) -> None:
    """A fact is a parameter without a deadline; a goal has the date that governs its part of the text."""
    made = read_document(Document(case["text"], "txt")).statements
    assert case["values"] == [" ".join(filter(None, (s.value_text, str(s.kind), s.deadline))) for s in made]


@pytest.mark.parametrize(("length", "expected"), [(2, True), (40, True), (41, False)])
def test_a_heading_of_the_past_is_a_short_line(length: int, expected: bool) -> None:
    """From 回顾 to forty characters; a longer line is a sentence."""
    assert expected == heading_of_the_past(("工作" * 19 + "的")[: length - 2] + "回顾")


def test_one_character_is_no_heading() -> None:
    """Nothing is said of what has been."""
    assert not heading_of_the_past("顾")
