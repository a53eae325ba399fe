"""What html, docx and pdf have in common: lines and grids become one text with spans.

One line per block, one line per table cell (more where the cell itself has several), in
reading order; an empty cell is an empty line. So the same plan has the same text whichever
format it came in, and a cell's span is exactly its text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Cell, Document, Furniture, Table
from compare.sources.decoding import noise


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or other block; ``furniture`` is the reason if it is not the plan's."""

    text: str
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell by its place in the grid; a merged cell appears once, at its upper left corner.

    A ``repeated`` cell is a head printed again on a later page: text, but furniture, not a cell.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, its cells in reading order."""

    cells: tuple[GridCell, ...]


Block = Line | Grid


def compose(blocks: Iterable[Block], kind: str) -> Document:
    """The document of these blocks; undecodable and control characters in it are furniture."""
    parts: list[str] = []
    length = 0
    tables: list[Table] = []
    furniture: list[Furniture] = []

    def write(text: str) -> tuple[int, int]:
        nonlocal length
        start = length
        parts.append(text)
        length += len(text) + 1
        return start, start + len(text)

    for block in blocks:
        if isinstance(block, Line):
            start, end = write(block.text)
            if block.furniture:
                furniture.append(Furniture(start, end, block.furniture))
            continue
        cells: list[Cell] = []
        for cell in block.cells:
            start, end = write(cell.text)
            if not cell.repeated:
                cells.append(Cell(cell.row, cell.column, start, end, cell.row_span, cell.column_span))
            elif cell.text:
                furniture.append(Furniture(start, end, "repeated table head"))
        if cells:
            tables.append(Table(cells[0].start, cells[-1].end, tuple(cells)))
    text = "\n".join(parts)
    marked = merged((*furniture, *noise(text)))
    return Document(text, kind, tuple(tables), marked)


def merged(spans: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """The spans by their start, those that begin inside an earlier one left out."""
    kept: list[Furniture] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
