"""A table of Word -> a grid, its merged cells once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from compare.sources.layout import Block, Grid, GridCell, Line
from compare.sources.word.numbering import W

Element = Any  # lxml has no types of its own

_AROUND = tuple(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def table_blocks(table: Element, blocks: Callable[[Element], Iterator[Block]]) -> Iterator[Block]:
    """One grid, or plain lines where the table is only a frame around text; then what is not read."""
    apart: list[Line] = []
    cells = _cells(table, blocks, apart)
    if len({cell.row for cell in cells}) < 2 or len({cell.column for cell in cells}) < 2:
        yield from (Line(line) for cell in cells for line in cell.text.split("\n") if line.strip())
    else:
        yield Grid(tuple(cells))
    yield from apart


def _cells(table: Element, blocks: Callable[[Element], Iterator[Block]], apart: list[Line]) -> list[GridCell]:
    cells: list[GridCell] = []
    open_above: dict[int, int] = {}  # column -> index of the cell that may go on below
    number = 0
    for row in _inner(table, "tr"):
        gone = row.find(f"{W}trPr/{W}del") is not None
        if gone:
            texts = (_cell_text(cell, blocks, apart) for cell in _inner(row, "tc"))
            apart.append(Line(" ".join(text for text in texts if text), "deleted text"))
            continue
        column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        in_row = len(cells)
        for cell in _inner(row, "tc"):
            across = max(_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1), 1)
            above = open_above.get(column)
            if _goes_on(cell, "hMerge") and len(cells) > in_row:
                cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + across)
            elif _goes_on(cell, "vMerge") and above is not None:
                cells[above] = replace(cells[above], row_span=cells[above].row_span + 1)
            else:
                open_above.pop(column, None)
                if cell.find(f"{W}tcPr/{W}vMerge") is not None:
                    open_above[column] = len(cells)
                cells.append(GridCell(number, column, _cell_text(cell, blocks, apart), 1, across))
            column += across
        number += 1
    return cells


def _goes_on(cell: Element, name: str) -> bool:
    merge = cell.find(f"{W}tcPr/{W}{name}")
    return merge is not None and merge.get(f"{W}val") in (None, "continue")


def _cell_text(cell: Element, blocks: Callable[[Element], Iterator[Block]], apart: list[Line]) -> str:
    lines: list[str] = []
    for block in blocks(cell):
        if isinstance(block, Grid):
            lines += [inner.text for inner in block.cells]
        elif block.furniture or block.note:
            apart.append(block)
        else:
            lines.append(block.text)
    return "\n".join(lines)


def _inner(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those in content controls."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _AROUND:
            yield from _inner(child, name)


def _number(element: Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get(f"{W}val") or ""
    return min(int(value), 1000) if value.isdecimal() else otherwise
