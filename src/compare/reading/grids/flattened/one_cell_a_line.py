"""Tables that became lines, one cell to each: found by the period in which numbers come back.

With lines as letters (``rhythm.py``) a table is a head of T, as wide as the period, and rows that
repeat one pattern of N and T. Where a row does not fit (a blank cell left no line, a page number got
in), that row is not guessed; the table goes on with the next one that fits. A column of groups, whose
cells span several rows, has a line only where a group begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.reading.grids.columns.labelling import (
    AREA_HEAD,
    GROUP_HEAD,
    HEAD_ONLY,
    INDEX_HEAD,
    NAME_HEAD,
    SIDE_HEAD,
    TOTAL,
    WORDS_HEAD,
    without_unit,
)
from compare.reading.grids.flattened.headed_lines import headed_table
from compare.reading.grids.flattened.rhythm import Lines, lettered
from compare.reading.grids.grid import BARE_YEAR, Grid, Place, title_above
from compare.reading.quantities.lexicon import Lexicon

_VALUES = re.compile(r"[NM]+")
_SERIAL = re.compile(r"[0-9]{1,3}")
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}")
_WIDEST = 16
_GROUPS = 2  # columns of groups before the others
_COUNTABLE = re.compile(r"乡镇|镇|乡|街道|社区|村")
_TITLES = 4  # lines above a head that may be its beginning
_STARTS = 3  # first columns that may be the one
_FEWEST = 3  # rows that make a period certain


@dataclass(frozen=True, slots=True)
class _Layout:
    """The first row begins at line ``start`` and has the letters ``pattern``; above it stand ``groups``
    lines that name its groups, and above these the head."""

    start: int
    pattern: str
    groups: int = 0

    @property
    def head(self) -> int:
        """The first line of the head, columns of groups left out."""
        return self.start - self.groups - len(self.pattern)


def line_grids(
    text: str, lexicon: Lexicon, taken: Sequence[Place] = (), skipped: Sequence[Place] = ()
) -> tuple[Grid, ...]:
    """Tables of a view. Lines that begin in the spans ``taken`` belong to other tables, those in
    ``skipped`` (page numbers) to none."""
    lines = lettered(text, lexicon, taken, skipped)
    if lines is None:
        return ()
    grids: list[Grid] = []
    floor = 0
    values = _VALUES.search(lines.letters)
    while values:
        at, behind = values.span()
        if at > floor and lines.letters[at - 1] == "T" and (table := _table_at(lines, at, floor)):
            grid, behind = table
            grids.append(grid)
            floor = behind
        values = _VALUES.search(lines.letters, behind)
    return tuple(grids)


def _table_at(lines: Lines, first: int, floor: int) -> tuple[Grid, int] | None:
    """The table whose first value is the line ``first``, and the line behind it.

    Of the layouts that the head speaks for the one that explains most lines counts; without such a
    head the one line of text in a row must be its name.
    """
    if headed := headed_table(lines, first, floor):
        return headed
    named, plain = _candidates(lines, first, floor)
    tables = [table for layout in named if (table := _table(lines, layout))]
    tables = tables or [table for layout in plain if (table := _table(lines, layout))][:1]
    return max(tables, key=lambda table: sum(map(len, table[0].rows)), default=None)


def _table(lines: Lines, layout: _Layout) -> tuple[Grid, int] | None:
    """The table of a layout, if it has enough rows to be one."""
    rows, end = _rows(lines, layout)
    if len(rows) < (2 if _is_certain(lines, layout) else _FEWEST):
        return None
    head = tuple(lines.places[layout.head : layout.head + len(layout.pattern)])
    return Grid((head, *rows), title_above(lines.text, lines.places[layout.head - layout.groups][0])), end


def _candidates(lines: Lines, first: int, floor: int) -> tuple[list[_Layout], list[_Layout]]:
    """Layouts that a head of names or numbers (指标, 县区, 序号) speaks for, and layouts without one.

    Lines ``first`` and ``first - width`` are a cell and its head wherever the row begins.
    """
    letters = lines.letters
    top = first
    while top > floor and letters[top - 1] == "T" and first - top < 2 * _WIDEST:
        top -= 1
    named: list[_Layout] = []
    plain: list[_Layout] = []
    for width in range(2, min(_WIDEST, first - top) + 1):
        period = letters[first : first + width]
        following = letters[first + width : first + 2 * width]
        if "X" in period or "T" not in period or not _alike(period, following):
            continue
        for groups in range(_GROUPS + 1):
            layouts = list(_layouts(letters, first, top, width, groups))
            named += [x for x in layouts if _is_named(lines, x) and _agrees(lines, x)][:_STARTS]
            if groups == 0 and period.count("T") == 1:
                plain += [
                    x
                    for x in layouts
                    if x.start == first - 1 and not _is_cut(lines, x, top) and _agrees(lines, x)
                ]
    plain.sort(key=lambda x: bool(SIDE_HEAD.search(lines.words(x.head))))
    return named, plain


def _layouts(letters: str, first: int, top: int, width: int, groups: int) -> Iterator[_Layout]:
    """All rows of a width that hold the first value and have room for a head above."""
    for start in range(max(first - width + 1, top + width + 2 * groups), first + 1):
        yield _Layout(start, letters[start : start + width], groups)


def _agrees(lines: Lines, layout: _Layout) -> bool:
    """Whether the cells of the first row are such as the head above them names, and none is of the head."""
    if HEAD_ONLY.fullmatch(lines.words(layout.start)):
        return False
    for at, letter in enumerate(layout.pattern):
        label = lines.words(layout.head + at)
        if letter == "N" and (WORDS_HEAD.fullmatch(label) or _is_region(label)):
            return False
        if letter == "T":
            serial = INDEX_HEAD.match(label) and not _NUMERAL.fullmatch(lines.words(layout.start + at))
            if serial or without_unit(lines.text, lines.places[layout.head + at], lines.lexicon)[1]:
                return False
    return True


def _is_region(label: str) -> bool:
    """Whether a head is one of counties; villages and streets may be counted."""
    return bool(AREA_HEAD.fullmatch(label)) and not _COUNTABLE.fullmatch(label)


def _is_cut(lines: Lines, layout: _Layout, top: int) -> bool:
    """Whether the true head begins above that of a layout: it has more lines than a row has cells."""
    above = range(max(top, layout.head - _TITLES), layout.head)
    return any(head.fullmatch(lines.words(at)) for at in above for head in (INDEX_HEAD, NAME_HEAD, AREA_HEAD))


def _is_named(lines: Lines, layout: _Layout) -> bool:
    """Whether the head begins as heads do, and has the columns of groups that lines above the first row
    would belong to."""
    label = lines.words(layout.head)
    groups = lines.several(layout.head - layout.groups, layout.groups)
    names = layout.pattern[0] != "N" and any(head.fullmatch(label) for head in (NAME_HEAD, AREA_HEAD))
    named = names or INDEX_HEAD.fullmatch(label)
    return bool(named) and all(GROUP_HEAD.fullmatch(group) for group in groups)


def _is_certain(lines: Lines, layout: _Layout) -> bool:
    """Whether the head itself shows a table: a name column, and a unit or a year above numbers."""
    labels = lines.several(layout.head, len(layout.pattern))
    named = any(pattern.fullmatch(labels[0]) for pattern in (INDEX_HEAD, NAME_HEAD, AREA_HEAD))
    return named and any(label.endswith(")") or BARE_YEAR.match(label) for label in labels[1:])


def _alike(pattern: str, letters: str) -> bool:
    """Whether letters repeat a pattern; a mark may stand for a value or for words."""
    if letters == pattern or len(letters) != len(pattern) or not ("M" in letters or "M" in pattern):
        return letters == pattern
    return all(
        a == b or (a in "NTM" and b in "NTM" and "M" in (a, b)) for a, b in zip(pattern, letters, strict=True)
    )


# --- rows ---------------------------------------------------------------------------------------------


def _rows(lines: Lines, layout: _Layout) -> tuple[list[tuple[Place, ...]], int]:
    """The rows that fit the first one, and the line behind the last."""
    letters, places, pattern = lines.letters, lines.places, layout.pattern
    width = len(pattern)
    printed = lines.several(layout.head - layout.groups, width + layout.groups)
    rows: list[tuple[Place, ...]] = []
    serial = 0
    at = end = layout.start
    while at < len(letters):
        if letters.startswith("T" * len(printed), at) and lines.several(at, len(printed)) == printed:
            at = end = at + len(printed)  # the head, printed again on the next page
        elif total := _total(lines, at, pattern):
            rows.append(total)
            at = end = at + width - 1
        elif _fits(lines, at, layout) and (number := _serial(lines, at, pattern)) > serial:
            rows.append(tuple(places[at : at + width]))
            serial = number if pattern[0] == "N" else 0
            at = end = at + width
        else:
            behind = range(at + 1, at + width + 2)
            at = next((p for p in behind if _is_broken(lines, at, p, layout)), len(letters))
    return rows, end


def _total(lines: Lines, at: int, pattern: str) -> tuple[Place, ...] | None:
    """A row 合计 of a numbered table, which has no number of its own."""
    if pattern[:2] != "NT" or lines.letters[at] != "T" or not TOTAL.match(lines.words(at)):
        return None
    cells = lines.places[at : at + len(pattern) - 1]
    if not _alike(pattern[2:], lines.letters[at + 1 : at + len(pattern) - 1]):
        return None
    return ((cells[0][0], cells[0][0]), *cells)


def _fits(lines: Lines, at: int, layout: _Layout) -> bool:
    """Whether a row stands at line ``at``: values where the pattern has them, a name, and a proper end."""
    pattern = layout.pattern
    end = at + len(pattern)
    letters = lines.letters[at:end]
    return _alike(pattern, letters) and letters[pattern.find("T")] == "T" and _goes_on(lines, end, layout)


def _goes_on(lines: Lines, at: int, layout: _Layout) -> bool:
    """Whether a row may end before line ``at``: with the first cell of the next, or with the table."""
    letter = lines.letters[at : at + 1]
    if layout.pattern[0] == "T" or letter in ("", "X"):
        return letter in ("", "X", "T")
    if letter == "N":
        return True
    if letter != "T":
        return False
    if lines.letters[at + 1 : at + 2] not in ("N", "M") or TOTAL.match(lines.words(at)):
        return True
    behind = lines.letters[at + 1 : at + 1 + len(layout.pattern)]
    return layout.groups > 0 and _alike(layout.pattern, behind)


def _is_broken(lines: Lines, at: int, behind: int, layout: _Layout) -> bool:
    """Whether the lines from ``at`` on are a row with too few or too many cells, behind it a whole one."""
    row = lines.letters[at:behind]
    if "X" in row or row.count("T") > layout.pattern.count("T") or behind >= len(lines.letters):
        return False
    return _fits(lines, behind, layout) or _total(lines, behind, layout.pattern) is not None


def _serial(lines: Lines, at: int, pattern: str) -> int:
    """The number of a row, 1 where rows have none, 0 where it is no such number."""
    words = lines.words(at) if pattern[0] == "N" else "1"
    return int(words) if _SERIAL.fullmatch(words) else 0
