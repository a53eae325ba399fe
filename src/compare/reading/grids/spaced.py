"""Tables whose columns stand apart by blanks alone, as in copied text: where their cells are divided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from compare.model import Table

_BLANK = " \u3000\xa0"
_GAP = re.compile(f"[{_BLANK}][{_BLANK}]+(?=[^{_BLANK}\\n\\r])")  # or what a line is set in by
_HEAD = re.compile("指标|项目|名称|单位|年|序号|[县市区镇乡]|类别|类型|任务|数量")
# Words of a sentence, of a label and its text, or a table of another shape.
_NO_CELL = re.compile("[。;；:：|\t]|[,，](?![0-9]{3})")
_NUMBER = re.compile("[0-9０-９]")
_LONGEST = 40
_LEAST_CELLS = 3
_LEAST_ROWS = 3  # with the head

_Line = tuple[int, list[int]]


def spaced_dividers(raw: str, tables: Sequence[Table]) -> list[int]:
    """Places in the original of blanks that divide the cells of such a table, in order.

    A table is at least a head and two rows, lines that follow each other, parted alike by gaps of two blanks
    or more; each row holds a number and no cell is longer than a name. Those in ``tables`` have their own.
    """
    if "  " not in raw and "\u3000\u3000" not in raw:
        return []
    found: list[int] = []
    for block in _blocks(raw):
        cells = [gaps for _, gaps in block]
        start, end = block[0][0], block[-1][1][-1]
        if len(block) >= _LEAST_ROWS and not any(t.start < end and start < t.end for t in tables):
            found += [gap for gaps in cells for gap in gaps]
    return found


def _blocks(raw: str) -> Iterator[list[_Line]]:
    """Runs of lines with as many cells, each a head and its rows."""
    block: list[_Line] = []
    width, last = 0, -1
    for start, end, gaps in _parted(raw):
        words = _words(raw, start, end, gaps)
        opens = _HEAD.search(raw, start, end) is not None
        goes_on = block and start == last + 1 and len(words) == width and any(map(_NUMBER.search, words[1:]))
        if block and not goes_on:
            yield block
            block = []
        if not words:
            continue
        if goes_on or (not block and opens):
            block.append((start, [at for at, _ in gaps]))
            width, last = len(words), end
    if block:
        yield block


def _parted(raw: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Lines with gaps, and where these are."""
    at = 0
    while gap := _GAP.search(raw, at):
        at = gap.end()
        if not gap.start() or raw[gap.start() - 1] == "\n":
            continue
        start = raw.rfind("\n", 0, gap.start()) + 1
        end = raw.find("\n", gap.end())
        end = len(raw) if end < 0 else end
        yield start, end, [found.span() for found in _GAP.finditer(raw, start, end) if found.start() > start]
        at = end


def _words(raw: str, start: int, end: int, gaps: Sequence[tuple[int, int]]) -> list[str]:
    """What the cells of a line say; none where it is no row."""
    edges = [(start, start), *gaps, (end, end)]
    words = [raw[left:right].strip() for (_, left), (right, _) in pairwise(edges)]
    few = len(words) < _LEAST_CELLS or not all(words)
    return [] if few or any(len(word) > _LONGEST or _NO_CELL.search(word) for word in words) else words
