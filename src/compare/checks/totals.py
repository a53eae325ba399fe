"""Do the total rows of allocation tables add up?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from compare.model import Coded, Finding, Kind, Severity
from compare.tables.result import PlanResult
from compare.tables.rows import is_total

if TYPE_CHECKING:
    from compare.coding import Codebook

Column = tuple[int, str, str, str]


def table_totals(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """A total must be the sum of the rows since the last total (小计) or of all rows (合计).

    Shares and rates (%, …/人) do not add up and are left alone, as is a column with a row that
    gives a range.
    """
    for (_, subject, unit, _), cells in _columns(result).items():
        if unit in ("%", "‰") or "/" in unit or any(_spread(cell) for cell in cells):
            continue
        since = whole = Decimal(0)
        for cell in cells:
            value = cell.statement.value_low
            if value is None:
                continue
            if not is_total(cell.statement.area):
                since, whole = since + value, whole + value
                continue
            if value not in (since, whole):
                yield _finding(cell, subject, value, whole, cells)
            since = Decimal(0)


def _columns(result: PlanResult) -> dict[Column, list[Coded]]:
    """The cells of each column of each table, top to bottom; two columns may share an indicator,
    not a subject."""
    spans = [(table.start, table.end) for table in result.reading.tables]
    columns: dict[Column, list[Coded]] = {}
    for coded in sorted(result.coded, key=lambda one: one.statement.value_start):
        said = coded.statement
        if said.kind is Kind.ALLOCATION:
            table = _table(said.value_start, spans)
            columns.setdefault((table, said.subject, said.unit, said.deadline), []).append(coded)
    return columns


def _table(position: int, spans: Iterable[tuple[int, int]]) -> int:
    return next((at for at, (start, end) in enumerate(spans) if start <= position < end), -1)


def _spread(cell: Coded) -> bool:
    return cell.statement.value_low != cell.statement.value_high


def _finding(cell: Coded, subject: str, value: Decimal, rows: Decimal, cells: Iterable[Coded]) -> Finding:
    said = cell.statement
    return Finding(
        "table_total",
        Severity.WARNING,
        f"{said.area} of {subject} is {value:f} {said.unit}; its rows add up to {rows:f}",
        said.value_start,
        said.value_end,
        tuple(one.statement_id for one in cells),
    )
