"""Cells: text stays text, missing stays empty, rows are high enough."""

from __future__ import annotations

import io
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from compare.exports.rows.columns import Column
from compare.exports.workbook import writing


def reopened(book: Workbook) -> Workbook:
    buffer = io.BytesIO()
    book.save(buffer)
    return load_workbook(io.BytesIO(buffer.getvalue()))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), min_size=1))
def test_any_text_is_read_back_as_the_text_it_was(texts: list[str]) -> None:
    """Formulas, error names, numbers and control characters written as text come back as text.

    Every line end comes back as a line feed, the one a cell knows.
    """
    book = Workbook()
    for row, text in enumerate(["=1+1", "+1", "-1", "@A1", "#N/A", "2025", *texts], start=1):
        writing.put_text(book.active.cell(row, 1), text)
    sheet = reopened(book).active
    for row, text in enumerate(["=1+1", "+1", "-1", "@A1", "#N/A", "2025", *texts], start=1):
        cell = sheet.cell(row, 1)
        assert "s" == cell.data_type
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        assert "".join(c if c in "\t\n" or ord(c) >= 32 else "\ufffd" for c in lines) == cell.value


@pytest.mark.parametrize("missing", [None, "", math.nan, pd.NA, pd.NaT])
def test_a_missing_value_leaves_its_cell_empty(missing: object) -> None:
    """Neither a number column nor a text column shows anything, least of all 0."""
    sheet = Workbook().active
    columns = [Column("a", "A", number="0.00"), writing.Column("a", "A")]
    writing.write_table(sheet, columns, [{"a": missing}, {"a": 0}, {"a": missing}])
    assert [None, 0, None] == [sheet.cell(row, 1).value for row in (2, 3, 4)]
    assert [None, "0", None] == [sheet.cell(row, 2).value for row in (2, 3, 4)]


def test_a_row_is_as_high_as_its_longest_text() -> None:
    """Chinese takes two columns a character; folded columns do not count."""
    sheet = Workbook().active
    columns = [
        Column("a", "A", width=20.5),
        Column("b", "B", width=20.5, folded=True),
    ]
    writing.write_table(sheet, columns, [{"a": "短", "b": "长" * 200}, {"a": "长" * 25, "b": ""}])
    assert 3 == writing.lines("长" * 25, 20.5)
    heights = [sheet.row_dimensions[row].height for row in (2, 3)]
    assert 2 * writing.LINE_POINTS == heights[1] - heights[0]


def test_a_link_tells_no_more_than_excel_bears() -> None:
    """A tooltip beyond 255 characters would make Excel repair the file."""
    sheet = Workbook().active
    cell = writing.put_link(writing.put_text(sheet["A1"], "x"), "O'Brien 表", 7, "长" * 400)
    assert "'O''Brien 表'!A7" == cell.hyperlink.location
    assert 250 == len(cell.hyperlink.tooltip)
