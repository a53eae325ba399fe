"""Do the total rows of allocation tables add up?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from compare.model import Amount, Coded, Finding, Kind, Phrase, Severity
from compare.tables.making.result import PlanResult
from compare.tables.making.rows import is_total

if TYPE_CHECKING:
    from compare.coding import Codebook

Column = tuple[int | None, str, str, str, str]


def table_totals(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A total must be the sum of all rows (合计), or of those above or below it (小计).

    Shares and rates (%, …/人) do not add up and are left alone, as is a column with a row that
    gives a range.
    """
    for (_, subject, unit, *_), cells in _columns(result).items():
        if unit in ("%", "‰") or "/" in unit or any(_spread(cell) for cell in cells):
            continue
        for at, cell in enumerate(cells):
            value, sums = cell.statement.value_low, _sums(cells, at)
            if is_total(cell.statement.area) and value is not None and sums and value not in sums:
                yield _finding(cell, subject, value, sums[0], cells)


def _sums(cells: Sequence[Coded], at: int) -> list[Decimal]:
    """What the total ``cells[at]`` may add up: all rows, those since the last total, those up to the
    next one. None where the column has no other rows."""
    totals = [place for place, cell in enumerate(cells) if is_total(cell.statement.area)]
    last = max((place for place in totals if place < at), default=-1)
    following = min((place for place in totals if place > at), default=len(cells))
    parts = (cells, cells[last + 1 : at], cells[at + 1 : following])
    rows = [[cell for cell in part if not is_total(cell.statement.area)] for part in parts]
    return [sum((_value(cell) for cell in part), Decimal(0)) for part in rows if part]


def _value(cell: Coded) -> Decimal:
    """A cell that does not apply adds nothing."""
    return cell.statement.value_low or Decimal(0)


def _columns(result: PlanResult) -> dict[Column, list[Coded]]:
    """The cells of each column of each table, top to bottom; two columns may share an indicator,
    not a subject."""
    spans = [(table.start, table.end) for table in result.reading.tables]
    columns: dict[Column, list[Coded]] = {}
    for coded in sorted(result.coded, key=lambda one: one.statement.value_start):
        statement = coded.statement
        if statement.kind is Kind.ALLOCATION:
            table = _table(statement.value_start, spans)
            part = "" if statement.scope_text == statement.area else statement.scope_text
            columns.setdefault(
                (table, statement.subject, statement.unit, statement.deadline, part), []
            ).append(coded)
    return columns


def _table(position: int, spans: Iterable[tuple[int, int]]) -> int | None:
    """Where the table begins that a cell stands in."""
    return next((start for start, end in spans if start <= position < end), None)


def _spread(cell: Coded) -> bool:
    return cell.statement.value_low != cell.statement.value_high


def _finding(cell: Coded, subject: str, value: Decimal, rows: Decimal, cells: Iterable[Coded]) -> Finding:
    statement = cell.statement
    return Finding(
        "table_total",
        Severity.WARNING,
        Phrase(
            "findings.table_total",
            {
                "area": statement.area,
                "subject": subject,
                "value": Amount(float(value), float(value), statement.unit),
                "sum": Amount(float(rows), float(rows), statement.unit),
            },
        ),
        statement.value_start,
        statement.value_end,
        tuple(one.statement_id for one in cells),
    )
