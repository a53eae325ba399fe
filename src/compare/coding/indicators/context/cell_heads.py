"""The head of the column and the name of the row of a value that stands in a table."""

from __future__ import annotations

from typing import NamedTuple

from compare.model import Statement

_COLUMN, _ROW, _TITLE = "head of the column", "name of the row", "title of the table"


class Cell(NamedTuple):
    """What the ``column`` says a value measures, and a ``row`` that is taken to say it instead, or ""."""

    column: str
    row: str


def cell_of(statement: Statement) -> Cell | None:
    """Column and row of a statement from a table, None of one from a sentence."""
    rules = {reason.about: reason.rule for reason in statement.reasons}
    subject, scope = rules.get("subject"), rules.get("scope")
    if subject == _COLUMN:
        return Cell(statement.subject, "")
    if subject == _ROW:
        return Cell(statement.scope_text if scope == _COLUMN else "", statement.subject)
    return Cell("", "") if subject == _TITLE else None
