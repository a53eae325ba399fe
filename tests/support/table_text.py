"""Tables as the text that a plan has of them, and as a format tells of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.model import Cell, Document, Kind, Reading, Statement, Table

ReadDocument = Callable[[Document], Reading]
Row = Sequence[str]

LINES, TABS, PIPES = "lines", "tabs", "pipes"
TITLE = "附件\n2025年养老服务重点任务分解表"

#: How a row of cells becomes text; a blank cell leaves no line, and keeps its place between tabs and pipes.
SHAPES: dict[str, Callable[[Row], str]] = {
    LINES: lambda row: "".join(f"{cell}\n" for cell in row if cell),
    "lines with blank ones": lambda row: "".join(f"{cell}\n\n" for cell in row),
    "lines with bars": lambda row: "".join(f"{cell} |\n" for cell in row) + "|||||\n",
    TABS: lambda row: "\t".join(row) + "\n",
    PIPES: lambda row: "|" + "|".join(row) + "|\n",
    "spaced pipes": lambda row: "| " + " | ".join(row) + " |\n",
}


HEAD = (
    "县（市、区）",
    "老年助餐点（个）",
    "适老化改造（户）",
    "人才培训（人次）",
    "新增床位（张）",
    "补助资金（万元）",
    "示范机构（所）",
)
AREAS = ("东山县", "西河县", "南湖区", "北岭市", "高新技术产业开发区")


def text_of(shape: str, rows: Sequence[Row], title: str = TITLE, after: str = "") -> Document:
    """Rows as text below a title, with what follows the table."""
    return Document(f"{title}\n" + "".join(SHAPES[shape](row) for row in rows) + after, "txt")


def plain_rows(width: int) -> list[list[str]]:
    """A head and rows of an area table with ``width`` columns; no two cells are alike."""
    rows = [list(HEAD[:width])]
    for i, area in enumerate(AREAS):
        rows.append([area, *(str(10 * (i + 1) + 7 * c) for c in range(1, width))])
    return rows


def true_table(rows: Sequence[Sequence[str | tuple[str, int, int]]], title: str = TITLE) -> Document:
    """A document whose format told of the table; a cell is its text, or (text, rows, columns)."""
    text = f"{title}\n" if title else ""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for content in row:
            label, down, across = content if isinstance(content, tuple) else (content, 1, 1)
            while (r, c) in taken:
                c += 1
            cells.append(Cell(r, c, len(text), len(text) + len(label), down, across))
            taken.update((r + i, c + k) for i in range(down) for k in range(across))
            text += label + "\n"
            c += across
    return Document(text, "docx", (Table(cells[0].start, len(text), tuple(cells)),))


class Value(NamedTuple):
    """A cell's value as it must be read."""

    area: str
    subject: str
    low: Decimal | None
    unit: str
    deadline: str


def said(statements: Sequence[Statement]) -> list[Value]:
    return [Value(s.area, s.subject, s.value_low, s.unit, s.deadline) for s in statements]


def allocations(reading: Reading) -> list[Value]:
    return said([s for s in reading.statements if s.kind is Kind.ALLOCATION])


def lines(*rows: str) -> str:
    """Rows whose cells, parted by bars here, are lines of their own."""
    return "".join(f"{cell}\n" for row in rows for cell in row.split("|"))


def rows_of(reading: Reading) -> list[list[str]]:
    """The tables as they were found: each a list of rows, written as their cells between bars."""
    text = reading.document.text
    made: list[list[str]] = []
    for table in reading.tables:
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(text[cell.start : cell.end])
        made.append(["|".join(row) for row in rows.values()])
    return made
