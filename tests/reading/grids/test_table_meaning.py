"""What tables say: every row of ``tests/cases/tables.yaml``, cell by cell, with what each statement rests on.

A case has a ``text``, the lines of it that are ``rows`` of a table where these are not all that stand between
bars, and what it ``says``: a line a statement, ``area / subject / scope: value = low-high unit, …``, behind
``<`` where unit, subject, scope and deadline come from (of a value in running text nothing).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.table_text import ReadDocument

from compare.model import Document, Reading, Statement

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "tables.yaml").read_text(encoding="utf-8")
)
case_of_table = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def rows_of(reading: Reading) -> list[str]:
    """The rows of all tables, their cells between bars."""
    text, made = reading.document.text, []
    for table in reading.tables:
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(text[cell.start : cell.end])
        made += [f"|{'|'.join(row)}|" for row in rows.values()]
    return made


def said(text: str, s: Statement) -> str:
    """A statement on a line, and what it rests on."""
    assert s.value_text == text[s.value_start : s.value_end]
    of_cell = s.rule == "table_cell"
    rests = [
        f"{reason.about}: {reason.rule}" + (f" «{text[reason.start : reason.end]}»" if reason.end else "")
        for reason in s.reasons
        if of_cell and reason.about not in ("value", "kind")
    ]
    values = "none" if s.value_low is None else f"{s.value_low}-{s.value_high}".replace("-None", "-")
    more = [str(s.comparator), s.deadline, s.period, str(s.kind), s.binding]
    line = f"{s.area} / {s.subject} / {s.scope_text}: {s.value_text} = {values} {s.unit}, "
    return line + ", ".join(filter(None, more)) + ("".join(f" < {one}" for one in rests))


@case_of_table
def test_a_table_says_what_its_cells_say(case: dict[str, Any], read_document: ReadDocument) -> None:
    """No value more or fewer, each with its area, noun, unit, bound, date and kind, and the right reasons."""
    reading = read_document(Document(case["text"], "txt"))
    assert case["says"] == [said(reading.document.text, s) for s in reading.statements]


@case_of_table
def test_a_table_has_the_rows_that_are_written(case: dict[str, Any], read_document: ReadDocument) -> None:
    """Rows between bars, but those of a head alone and of lines that say nothing."""
    rows = case.get("rows", [line for line in case["text"].splitlines() if line.startswith("|")])
    assert rows == rows_of(read_document(Document(case["text"], "txt")))


@case_of_table
def test_numbers_in_cells_that_are_read_are_those_of_a_table(
    case: dict[str, Any], read_document: ReadDocument
) -> None:
    """The ledger: which numeral of the text is what."""
    reading = read_document(Document(case["text"], "txt"))
    assert case["numerals"] == " ".join(f"{n.text}={n.role}" for n in reading.numerals)
