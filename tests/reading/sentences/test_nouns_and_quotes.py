"""Whose a value is, what restricts it and which words state it: ``tests/cases/nouns_and_quotes.csv``."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.support.table_text import ReadDocument

from compare.model import Document

CASES = Path(__file__).parents[2] / "cases" / "nouns_and_quotes.csv"
with CASES.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_a_value_has_its_noun_and_its_quotation(row: dict[str, str], read_document: ReadDocument) -> None:
    """``value: subject / scope < quotation`` for each; the quotation holds noun, bound, number, unit as far
    as its clause goes."""
    text = row["text"]
    assert row["found"] == " ; ".join(
        f"{s.value_text}: {s.subject} / {s.scope_text} < {text[s.start : s.end]}"
        for s in read_document(Document(text, "txt")).statements
    )
