"""What html, docx and pdf have in common: lines and grids become one text with spans.

One line per block, one line per table cell (more where the cell itself has several), in
reading order; an empty cell is an empty line. So the same plan has the same text whichever
format it came in, and a cell's span is exactly its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from compare.model import Cell, Document, Furniture, Recognised, Remark, Span, Table
from compare.sources.decoding import noise
from compare.sources.spaced_tables import spaced_tables


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or other block; ``furniture`` is the reason if it is not the plan's.

    A ``note`` is a foot- or endnote: the plan's, but not its running text. ``confidence`` (0 to 1) is that
    of text recognition, None where the file holds the text itself.
    """

    text: str
    furniture: str = ""
    note: bool = False
    confidence: float | None = None


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
    """A table, its cells in reading order; ``confidence`` as of a Line."""

    cells: tuple[GridCell, ...]
    confidence: float | None = None


Block = Line | Grid


# What is printed raised behind a word or number to lead to a note: 1, [2], （3）, ①, *, 注1.
_MARK = re.compile(
    r"\s*[\[(（〔【［]?\s*(?:注?\d{1,3}(?:\s*+[,，、—–-]\s*+\d{1,3}+)*+|[*＊†‡※]{1,3}|[①-⑳]|注[一二三四五六七八九十]?)"
    r"\s*[\])）〕】］]?\s*"
)
_VALUE = re.compile(r"[≥≤><＞＜约]?\s*[\d０-９][\d０-９.,，．]*\s*[%％‰]?")
_MEASURE = re.compile("(?:[A-Za-zμ]|米|[×xX]10)$")


def is_note_mark(before: str, raised: str) -> bool:
    """Whether ``raised`` text behind ``before`` leads to a note; the 2 of m² and 米² does not."""
    return bool(_MARK.fullmatch(raised)) and not _MEASURE.search(before)


def compose(blocks: Iterable[Block], kind: str, remarks: Iterable[Remark] = ()) -> Document:
    """The document of these blocks; undecodable and control characters in it are furniture, lines set in
    columns by blanks a table."""
    parts: list[str] = []
    length = 0
    tables: list[Table] = []
    furniture: list[Furniture] = []
    notes: list[Span] = []
    recognised: list[Recognised] = []

    def write(text: str) -> tuple[int, int]:
        nonlocal length
        start = length
        parts.append(text)
        length += len(text) + 1
        return start, start + len(text)

    for block in joined_tables(blocks):
        if isinstance(block, Line):
            start, end = write(block.text)
            if block.furniture:
                furniture.append(Furniture(start, end, block.furniture))
            elif block.note:
                notes.append(Span(start, end))
            if block.confidence is not None:
                recognised.append(Recognised(start, end, block.confidence))
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
            if block.confidence is not None:
                recognised.append(Recognised(cells[0].start, cells[-1].end, block.confidence))
    text = "\n".join(parts)
    tables += [
        spaced
        for spaced in spaced_tables(text)
        if not any(one.start < spaced.end and spaced.start < one.end for one in tables)
    ]
    tables.sort(key=lambda table: table.start)
    marked = merged((*furniture, *noise(text)))
    return Document(text, kind, tuple(tables), marked, tuple(notes), tuple(remarks), tuple(recognised))


def joined_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with tables that were cut in two put together again.

    The second part has as many columns as the first and nothing but furniture between; it begins with
    the same head, or with a row of numbers where the first has names.
    """
    held: Grid | None = None
    between: list[Line] = []
    for block in blocks:
        if held is None:
            if isinstance(block, Grid):
                held = block
            else:
                yield block
        elif isinstance(block, Line) and block.furniture:
            between.append(block)
        elif isinstance(block, Grid) and (rows := _goes_on(held, block)) is not None:
            held = _both(held, block, rows)
        else:
            yield held
            yield from between
            between = []
            held = block if isinstance(block, Grid) else None
            if held is None:
                yield block
    if held is not None:
        yield held
        yield from between


def _row(grid: Grid, number: int) -> list[GridCell]:
    return [cell for cell in grid.cells if cell.row == number and not cell.repeated]


def _columns(grid: Grid) -> int:
    return max((cell.column + cell.column_span for cell in grid.cells), default=0)


def _goes_on(above: Grid, below: Grid) -> int | None:
    """How many rows at the top of ``below`` repeat the head of ``above``; None if it is another table."""
    if _columns(above) != _columns(below):
        return None
    head, first = _row(above, 0), _row(below, 0)
    if [(c.column, c.text) for c in head] == [(c.column, c.text) for c in first] and any(
        c.text for c in head
    ):
        return 1
    names = {cell.column for cell in head if cell.text and not _VALUE.fullmatch(cell.text)}
    values = [cell for cell in first if cell.column in names and _VALUE.fullmatch(cell.text)]
    return 0 if values and len(names) == len(head) and len(head) == len(first) else None


def _both(above: Grid, below: Grid, repeated: int) -> Grid:
    down = max(cell.row + cell.row_span for cell in above.cells) - repeated
    cells = (
        replace(cell, repeated=True) if cell.row < repeated else replace(cell, row=cell.row + down)
        for cell in below.cells
    )
    return Grid((*above.cells, *cells), lower(above.confidence, below.confidence))


def lower(one: float | None, two: float | None) -> float | None:
    """The lower of two confidences; None is that of text which was not recognised."""
    return min((value for value in (one, two) if value is not None), default=None)


def merged(spans: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """The spans by their start, those that begin inside an earlier one left out."""
    kept: list[Furniture] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
