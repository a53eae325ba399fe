"""Numbers as they are written (``tests/cases/ledger.csv``): what is read of each, and of its other digits."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.support.table_text import ReadDocument

from compare.model import Document, Statement

with (Path(__file__).parents[2] / "cases" / "ledger.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


def written(s: Statement) -> str:
    """A statement on a line: what is written, how much of what, how it binds, when."""
    size = f"{s.value_low}" + (f"~{s.value_high}" if s.value_high != s.value_low else "")
    return " ".join(filter(None, (s.value_text, "=", size, s.unit, str(s.comparator), s.period, s.deadline)))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_a_number_is_read_as_it_is_written(row: dict[str, str], read_document: ReadDocument) -> None:
    """Its size, unit, bound, period and date; and every other numeral of the text has its role."""
    reading = read_document(Document(row["text"], "txt"))
    assert row["values"] == "; ".join(map(written, reading.statements))
    assert row["numerals"] == " ".join(f"{n.text}={n.role}" for n in reading.numerals)
