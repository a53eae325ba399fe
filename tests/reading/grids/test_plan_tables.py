"""Indicator tables of ``tests/cases/plan_tables.yaml`` in each form a plan comes in.

A row of a table is a list of cells, a merged one [text, rows, columns]; ``says`` has a statement a line:
subject, value, unit, comparator, deadline, kind, scope. In the forms ``partly`` a blank cell leaves no trace:
there may be less, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.cases import number
from tests.support.merged_tables import WRITERS, Content
from tests.support.table_text import ReadDocument

from compare.model import Statement
from compare.sources.load import read_bytes

_TABLES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "plan_tables.yaml").read_text("utf-8"))


def _line(statement: Statement) -> str:
    ends = sorted({statement.value_low, statement.value_high} - {None})
    value = "-".join(number(str(end)) for end in ends)
    subject, scope = (words.replace("\n", "") for words in (statement.subject, statement.scope_text))
    said = (subject, value, statement.unit, statement.comparator, statement.deadline, statement.kind, scope)
    return " | ".join(map(str, said))


def _said(table: dict[str, Any], form: str, read_document: ReadDocument) -> Counter[str]:
    rows: list[list[Content]] = [
        [tuple(cell) if isinstance(cell, list) else cell for cell in row] for row in table["rows"]
    ]
    ending, write = WRITERS[form]
    document = read_bytes(write(table["above"], rows, table["below"]), f"plan.{ending}")
    return Counter(map(_line, read_document(document).statements))


@pytest.mark.parametrize("table", _TABLES, ids=lambda table: table["name"])
def test_a_table_says_its_values_in_every_form(table: dict[str, Any], read_document: ReadDocument) -> None:
    """The same values with their years, units and parts, and nothing else, in each form."""
    for form in table["forms"]:
        assert Counter(table["says"]) == _said(table, form, read_document), form


@pytest.mark.parametrize(
    "table", [table for table in _TABLES if "partly" in table], ids=lambda table: table["name"]
)
def test_where_cells_are_lost_nothing_wrong_is_said(
    table: dict[str, Any], read_document: ReadDocument
) -> None:
    """A value whose row lost a cell is left out; none takes the value of another."""
    for form in table["partly"]:
        assert Counter() == _said(table, form, read_document) - Counter(table["says"]), form
