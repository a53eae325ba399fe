"""Tables whose cells became divided by bars (a tab in a line is one in the view).

Two shapes: a row to a line (``|东山县|120|80|``, tabs, markdown), and a cell to a line with a run of
bars behind each row (``120 |`` … ``|||||``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from compare.model import TextView
from compare.reading.grids.grid import Grid, Place, is_blank, title_above
from compare.reading.page.lines import line_start

_RUN = re.compile(r"(?<![^\n])\|{2,}(?![^\n])")
_BAR = re.compile(r"\|")
_BAR_INSIDE = re.compile(r"\|(?=[^|\n])|\t")
_BAR_OR_TAB = re.compile(r"[|\t]")
_DIVIDER = re.compile(r"\||[ \u3000]*\t[ \u3000]*")  # the view keeps a tab between two numbers
_RULE = re.compile(r":?-+:?")
_LINE = re.compile(r"[^\n]+")
_GAP = 3  # rows of one cell in a head
_CELL_LINES = 60  # a head whose cells are lines has no more of them


def bar_grids(view: TextView, raw: str) -> tuple[list[Grid], list[Place]]:
    """The tables of both shapes, and the spans of text that bars divide; none where a text has no bars."""
    text = view.text
    if "|" not in text and "\t" not in text:
        return [], []
    grids: list[Grid] = []
    spans: list[Place] = []
    for grid, span in _run_grids(text):
        grids += [grid] if len(grid.rows) > 1 else []
        spans.append(span)
    if _BAR_INSIDE.search(text):
        for grid in _row_grids(view, raw):
            grids.append(grid)
            spans.append((grid.start, grid.rows[-1][-1][1]))
    return grids, spans


# --- rows that are lines -------------------------------------------------------------------------


def _row_grids(view: TextView, raw: str) -> Iterator[Grid]:
    text = view.text
    block: list[list[Place]] = []
    end = -1
    for line in _barred_lines(text):
        row = _cells(view, raw, *line)
        if block and text[end : line[0]].strip("\n"):
            between = [
                _cells(view, raw, *m.span()) for m in islice(_LINE.finditer(text, end, line[0]), _GAP + 1)
            ]
            if len(between) <= _GAP and all(len(cells) > 1 for cells in between):
                block += between  # rows of one cell, whose tabs the view leaves out
            else:
                yield from _block(text, block)
                block = []
        if len(row) > 1:
            block.append(row)
            end = line[1]
        elif block:
            yield from _block(text, block)
            block = []
    yield from _block(text, block)


def _barred_lines(text: str) -> Iterator[Place]:
    """Lines with a bar, or with a tab that the view keeps between two numbers."""
    divider = _BAR_OR_TAB.search(text)
    while divider:
        end = text.find("\n", divider.start())
        end = len(text) if end < 0 else end
        yield line_start(text, divider.start()), end
        divider = _BAR_OR_TAB.search(text, end)


def _cells(view: TextView, raw: str, start: int, end: int) -> list[Place]:
    """The cells of a line, without the bars at its edges; blank ones between tabs are found again."""
    text, offsets = view.text, view.offsets
    if not text[start:end].strip("|"):
        return []
    left = start + text.startswith("|", start)
    right = end - text.endswith("|", left, end)
    cells: list[Place] = []
    at = left
    for bar in _DIVIDER.finditer(text, left, right):
        cells.append((at, bar.start()))
        at = bar.end()
        if bar.group() == "|" and raw[offsets[bar.start()]] != "|":
            cells += [(at, at)] * (raw.count("\t", offsets[bar.start()], offsets[at]) - 1)
    cells.append((at, right))
    if left == start and right == end:
        # tabs at the ends of a line, which the view leaves out, are blank cells at its ends
        before = offsets[start - 1] + 1 if start else 0
        cells[:0] = [(start, start)] * raw.count("\t", before, offsets[start])
        behind = raw.find("\n", offsets[end - 1])
        cells += [(end, end)] * raw.count("\t", offsets[end - 1], behind if behind >= 0 else len(raw))
    return cells


def _block(text: str, block: Sequence[Sequence[Place]]) -> Iterator[Grid]:
    """A table from lines with bars that follow each other; a row of another width is not guessed."""
    rows = [row for row in block if not all(_RULE.fullmatch(text, *cell) for cell in row)]
    if len(rows) < 2:
        return
    filled = [max((i for i, cell in enumerate(row, 1) if not is_blank(cell)), default=0) for row in rows]
    width = max(
        filled[0], Counter(filled).most_common(1)[0][0]
    )  # the last head may be merged over two columns
    whole = [tuple(row[:width]) for row in rows if len(row) == width or _blank_behind(row, width)]
    if width > 1 and len(whole) > 1:
        yield Grid(tuple(whole), title_above(text, line_start(text, rows[0][0][0])))


def _blank_behind(row: Sequence[Place], width: int) -> bool:
    return len(row) > width and all(map(is_blank, row[width:]))


# --- cells that are lines, runs of bars behind the rows -----------------------------------------------


def _run_grids(text: str) -> Iterator[tuple[Grid, Place]]:
    runs = [m.span() for m in _RUN.finditer(text)]
    at = floor = 0
    while at < len(runs):
        head = _lines_with_bars(text, floor, runs[at][0])
        at += 1
        if len(head) > 1:
            rows = [tuple(head)]
            while at < len(runs):
                row = _between(text, runs[at - 1][1], runs[at][0])
                if not row or _begins_anew(text, row):
                    break
                if len(row) == len(head):
                    rows.append(row)
                at += 1
            top = head[0][0]
            yield Grid(tuple(rows), title_above(text, top)), (top, runs[at - 1][1])
        floor = runs[at - 1][1]


def _lines_with_bars(text: str, floor: int, end: int) -> list[Place]:
    """The lines above ``end`` that end with their only bar, as cells; blank lines do not part them."""
    cells: list[Place] = []
    while end > floor and len(cells) < _CELL_LINES:
        start = text.rfind("\n", floor, end) + 1 or floor
        if end > start:
            if text.find("|", start, end) != end - 1:
                break
            cells.append((start, end - 1))
        end = start - 1
    return cells[::-1]


def _between(text: str, start: int, end: int) -> tuple[Place, ...]:
    """The cells between two runs of bars, without the line ends at their edges; () if no bar divides them."""
    bars = [m.start() for m in _BAR.finditer(text, start, end)]
    if not bars:
        return ()
    cells: list[Place] = []
    for left, right in pairwise((start - 1, *bars, end)):
        left += 1
        while left < right and text[left] == "\n":
            left += 1
        while right > left and text[right - 1] == "\n":
            right -= 1
        cells.append((left, right))
    if is_blank(cells[-1]):
        cells.pop()  # behind the last bar nothing follows
    return tuple(cells)


def _begins_anew(text: str, row: Sequence[Place]) -> bool:
    """Whether a row is the head of the next table: no numbers, and in its first cell the title too."""
    return text.find("\n", *row[0]) >= 0 and not any(text[start].isdigit() for start, _ in row[1:])
