"""Grids of cells with a head for every row and column, measured first, then drawn and paged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.figures.content.cell_text import Cell, amount, unit_text
from compare.figures.content.selection import View
from compare.figures.drawing.marks import draw_marker, draw_range, draw_status
from compare.figures.drawing.page.frame import MARGIN, Page
from compare.figures.drawing.style import (
    ACCENT,
    ALERT,
    GREY_TINT,
    MUTED,
    SIZE_BODY,
    SIZE_NOTE,
    WIDTH,
)
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.model import Comparator, Status

PAD = 3.0
BAND = 15.0
GUTTER = 1.5
MARK = 11.0
SPACE = 7.0


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or column: what it is, and in small type an aside and a note.

    ``again`` is the text where the head opens a page; a row without a text of its own goes on with that
    of the row above."""

    code: str
    text: str
    aside: str = ""
    note: str = ""
    again: str = ""

    def writing(self, width: float) -> Writing:
        if not self.text:
            return Writing(note=tuple(measuring.wrap(self.note, SIZE_NOTE, width)))
        return write_down(width, self.text, aside=self.aside, note=self.note)


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell as it is written: number and unit, and in small type its deadline."""

    cell: Cell
    number: str = ""
    unit: str = ""
    aside: str = ""
    note: str = ""

    def writing(self, width: float) -> Writing:
        if not self.number:
            # The mark of the status takes the first line.
            return Writing(
                ("",), note=tuple(measuring.wrap(self.note, SIZE_NOTE, width - 2 * PAD)) if self.note else ()
            )
        return write_down(width - MARK - 2 * PAD, self.number, self.unit, self.aside, self.note)


def entry(cell: Cell, deadline: str, view: View) -> Entry:
    """Put a cell into words. Where a plan gives values of the indicator in other rows only, that is said
    under the mark."""
    if not cell.values:
        return Entry(cell, note=view.word("figures.elsewhere") if cell.elsewhere else "")
    unit = unit_text(cell, view.labels, view.lang)
    return Entry(cell, amount(cell, view.labels), unit, deadline)


@dataclass(frozen=True, slots=True)
class Block:
    """A titled part of a grid. ``entries[row][column]`` is None where the table has no such row.

    ``heads_shown``: whether the column heads are drawn above this block; ``pad``: the room above and below
    the text of a row.
    """

    title: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    entries: tuple[tuple[Entry | None, ...], ...]
    row_head_width: float
    column_width: float
    heads_shown: bool = True
    pad: float = PAD

    @property
    def heads_height(self) -> float:
        inner = self.column_width - 2 * PAD
        return max(head.writing(inner).height for head in self.columns) + 2 * PAD if self.heads_shown else 0.0

    @property
    def top(self) -> float:
        """Height of what stands above the first row."""
        return self.heads_height + BAND

    def row_height(self, index: int) -> float:
        cells = [item.writing(self.column_width).height for item in self.entries[index] if item]
        return max([self.rows[index].writing(self.row_head_width - PAD).height, *cells]) + 2 * self.pad

    @property
    def height(self) -> float:
        return self.top + sum(self.row_height(i) for i in range(len(self.rows))) + SPACE

    def part(self, start: int, stop: int) -> Block:
        rows = self.rows[start:stop]
        first = tuple(replace(head, text=head.text or head.again) for head in rows[:1])
        return replace(self, rows=(*first, *rows[1:]), entries=self.entries[start:stop])


def paginate(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    """Fill pages of ``room`` points; a block is split between rows, never inside one.

    The first block of a page shows the column heads even where a block before it had shown them.
    """
    pages: list[list[Block]] = [[]]
    left = room
    for block in blocks:
        rest = block
        while rest.rows:
            placed = replace(rest, heads_shown=rest.heads_shown or not pages[-1])
            fitting = _fitting(placed, left)
            if fitting < len(placed.rows) and fitting < 2 and pages[-1]:
                pages.append([])
                left = room
                continue
            fitting = max(fitting, 1)
            pages[-1].append(placed.part(0, fitting))
            left -= pages[-1][-1].height
            rest = rest.part(fitting, len(rest.rows))
    return [page for page in pages if page]


def _fitting(block: Block, room: float) -> int:
    """How many rows of ``block`` fit into ``room``."""
    used = block.top
    for index in range(len(block.rows)):
        used += block.row_height(index)
        if used > room:
            return index
    return len(block.rows)


def draw_blocks(page: Page, blocks: Sequence[Block]) -> None:
    """Draw ``blocks`` one below the other from the top of the page's body."""
    y = page.top
    for block in blocks:
        y = _draw_block(page, block, y) + SPACE


def _draw_block(page: Page, block: Block, y: float) -> float:
    starts = [MARGIN + block.row_head_width + i * block.column_width for i in range(len(block.columns))]
    if block.heads_shown:
        bottom = y + block.heads_height
        for x, head in zip(starts, block.columns, strict=True):
            writing = head.writing(block.column_width - 2 * PAD)
            writing.put(page, x + PAD, bottom - PAD - writing.height)
        y = bottom
    page.axes.fill_between([MARGIN, WIDTH - MARGIN], y + 1, y + BAND - 1, color=GREY_TINT, linewidth=0)
    page.write(MARGIN + PAD, y + (BAND - measuring.height(1, SIZE_BODY)) / 2, [block.title], SIZE_BODY)
    y += BAND
    for index, head in enumerate(block.rows):
        height = block.row_height(index)
        head.writing(block.row_head_width - PAD).put(page, MARGIN, y + block.pad)
        for x, item in zip(starts, block.entries[index], strict=True):
            if item:
                _draw_entry(page, item, (x, y, block.column_width, height), block.pad)
        y += height
        page.rule(y)
    return y


def _draw_entry(page: Page, item: Entry, place: tuple[float, float, float, float], pad: float) -> None:
    x, y, width, height = place
    cell = item.cell
    writing = item.writing(width)
    mark = y + pad + measuring.height(1, SIZE_BODY) / 2 if writing.note else y + height / 2
    inset = min(GUTTER, pad / 2)  # of rows set close, the box must not cut its text
    box = (x + GUTTER, y + inset, width - 2 * GUTTER, height - 2 * inset)
    draw_status(page.axes, box, cell.status, None if item.number else mark)
    if not item.number:
        for index, line in enumerate(writing.note):
            top = mark + SIZE_BODY * 0.5 + index * measuring.height(1, SIZE_NOTE)
            page.write(x + width / 2, top, [line], SIZE_NOTE, MUTED, align="center")
        return
    color = ALERT if cell.status is Status.CONFLICTING else ACCENT
    middle = y + pad + measuring.height(1, SIZE_BODY) / 2
    if cell.comparator is Comparator.RANGE:
        draw_range(page.axes, x + PAD + 2.5, x + PAD + 8.5, middle, color, 4.0)
    elif cell.comparator:
        hollow = cell.status is Status.DERIVED
        draw_marker(page.axes, x + PAD + 5.5, middle, cell.comparator, color, 4.0, hollow)
    writing.put(page, x + PAD + MARK, y + pad)
