"""Tables that became lines, one cell to each: found by the period in which numbers come back.

Lines are letters: N a value, M a mark that means "does not apply", T any other short line, X a line
of another kind. A table is a head of T, as wide as the period, and rows that repeat one pattern of N
and T. Where a row does not fit (a blank cell left no line, a page number got in), that row is not
guessed; the table goes on with the next one that fits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from compare.reading.lexicon import Lexicon
from compare.reading.table_columns import AREA_HEAD, INDEX_HEAD, NAME_HEAD, SIDE_HEAD, TOTAL
from compare.reading.table_grid import LABEL_LENGTH, Grid, Place, title_above
from compare.reading.table_values import cell_value, is_plain

_LINE = re.compile(r"[^\n]+")
# What a line must look like to be worth reading as a value: cheap, since every line is tried.
_CANDIDATE = re.compile(r"\n(?:[^\n0-9]{0,5}[0-9][^\n]{0,18}|(?:[/\\×…-]{1,3}|无|全覆盖)\|?)(?![^\n])")
_VALUES = re.compile(r"[NM]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SERIAL = re.compile(r"[0-9]{1,3}")
_WIDEST = 16
_FEWEST = 3  # rows that make a period certain


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of a text as places (without a bar at their end) and letters."""

    text: str
    places: Sequence[Place]
    letters: str

    def words(self, at: int) -> str:
        return self.text[slice(*self.places[at])]


def line_grids(
    text: str, lexicon: Lexicon, taken: Sequence[Place] = (), skipped: Sequence[Place] = ()
) -> tuple[Grid, ...]:
    """Tables of a view. Lines that begin in the spans ``taken`` belong to other tables, those in
    ``skipped`` (page numbers) to none."""
    found = [m.start() + 1 for m in _CANDIDATE.finditer(text)]
    for start, end in taken:
        found[bisect_left(found, start) : bisect_left(found, end)] = []
    if len(found) < _FEWEST:
        return ()
    lines = _lettered(text, found, lexicon, taken, skipped)
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


def _lettered(
    text: str,
    candidates: Sequence[int],
    lexicon: Lexicon,
    taken: Sequence[Place],
    skipped: Sequence[Place],
) -> _Lines:
    places = [m.span() for m in _LINE.finditer(text)]
    letters = ["T" if end - start <= LABEL_LENGTH else "X" for start, end in places]
    if "|" in text:
        for at, (start, end) in enumerate(places):
            bar = text.find("|", start, end)
            if bar >= 0:
                places[at] = start, end - (text[end - 1] == "|")
                letters[at] = "X" if bar < end - 1 or bar == start else letters[at]
    starts = [start for start, _ in places]
    for position in candidates:
        at = bisect_left(starts, position)
        start, end = places[at]
        if is_plain(text, start, end):
            letters[at] = "N"
        elif letters[at] == "T" and (value := cell_value(text, start, end, lexicon)):
            letters[at] = "M" if value.low is None else "N"
    for start, end in taken:
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        letters[inside.start : inside.stop] = "X" * len(inside)
    away = {
        at for start, end in skipped for at in range(bisect_left(starts, start), bisect_left(starts, end))
    }
    if away:
        places = [place for at, place in enumerate(places) if at not in away]
        letters = [letter for at, letter in enumerate(letters) if at not in away]
    return _Lines(text, places, "".join(letters))


# --- one table ----------------------------------------------------------------------------------------


def _table_at(lines: _Lines, first: int, floor: int) -> tuple[Grid, int] | None:
    """The table whose first value is the line ``first``, and the line behind it."""
    layout = _layout(lines, first, floor)
    if layout is None:
        return None
    start, width = layout
    rows, end = _rows(lines, start, width)
    head = tuple(lines.places[start - width : start])
    if len(rows) < (2 if _is_certain(lines, start, width) else _FEWEST):
        return None
    return Grid((head, *rows), title_above(lines.text, head[0][0])), end


def _layout(lines: _Lines, first: int, floor: int) -> tuple[int, int] | None:
    """Where the first row begins, and how many cells a row has.

    Lines ``first`` and ``first - width`` are a cell and its head wherever the row begins; that a head
    is one of names or numbers (指标, 县区, 序号) tells where it does. Without such a head the one line of
    text in a row must be its name.
    """
    letters = lines.letters
    top = first
    while top > floor and letters[top - 1] == "T" and first - top < 2 * _WIDEST:
        top -= 1
    plain: tuple[int, int] | None = None
    doubtful: tuple[int, int] | None = None
    for width in range(2, min(_WIDEST, first - top) + 1):
        pattern = letters[first : first + width]
        if (
            "X" in pattern
            or "T" not in pattern
            or not _alike(pattern, letters[first + width : first + 2 * width])
        ):
            continue
        earliest = max(first - width + 1, top + width)
        if start := _named_start(lines, earliest, first, width):
            return start, width
        if pattern.count("T") == 1 and earliest < first:
            if not SIDE_HEAD.search(lines.words(first - 1 - width)):
                plain = plain or (first - 1, width)
            else:
                doubtful = doubtful or (first - 1, width)
    return plain or doubtful


def _named_start(lines: _Lines, earliest: int, first: int, width: int) -> int:
    """The first line of a row by what its head says, 0 if no head says it."""
    for start in range(earliest, first + 1):
        label = lines.words(start - width)
        if INDEX_HEAD.match(label) or (start < first and NAME_HEAD.fullmatch(label)):
            return start
    for start in range(earliest, first):
        if AREA_HEAD.fullmatch(lines.words(start - width)):
            return start
    return 0


def _is_certain(lines: _Lines, start: int, width: int) -> bool:
    """Whether the head itself shows a table: a name column, and a unit or a year above numbers."""
    labels = [lines.words(at) for at in range(start - width, start)]
    named = any(p.fullmatch(labels[0]) for p in (INDEX_HEAD, NAME_HEAD, AREA_HEAD))
    return named and any(label.endswith(")") or _YEAR.match(label) for label in labels[1:])


def _alike(pattern: str, letters: str) -> bool:
    """Whether letters repeat a pattern; a mark may stand for a value or for words."""
    if letters == pattern:
        return True
    return len(letters) == len(pattern) and all(
        a == b or (a in "NTM" and b in "NTM" and "M" in (a, b)) for a, b in zip(pattern, letters, strict=True)
    )


def _rows(lines: _Lines, start: int, width: int) -> tuple[list[tuple[Place, ...]], int]:
    """The rows from line ``start`` on that fit the first one, and the line behind the last."""
    letters, places = lines.letters, lines.places
    pattern = letters[start : start + width]
    head = _words(lines, start - width, width)
    rows: list[tuple[Place, ...]] = []
    serial = 0
    at = end = start
    while at < len(letters):
        if letters[at : at + width] == "T" * width and _words(lines, at, width) == head:
            at = end = at + width  # the head, printed again on the next page
        elif total := _total(lines, at, pattern):
            rows.append(total)
            at = end = at + width - 1
        elif _fits(lines, at, pattern) and (number := _serial(lines, at, pattern)) > serial:
            rows.append(tuple(places[at : at + width]))
            serial = number if pattern[0] == "N" else 0
            at = end = at + width
        else:
            behind = range(at + 1, at + width + 2)
            at = next((p for p in behind if _is_broken(lines, at, p, pattern)), len(letters))
    return rows, end


def _total(lines: _Lines, at: int, pattern: str) -> tuple[Place, ...] | None:
    """A row 合计 of a numbered table, which has no number of its own."""
    if pattern[:2] != "NT" or lines.letters[at] != "T" or not TOTAL.match(lines.words(at)):
        return None
    cells = lines.places[at : at + len(pattern) - 1]
    if not _alike(pattern[2:], lines.letters[at + 1 : at + len(pattern) - 1]):
        return None
    return ((cells[0][0], cells[0][0]), *cells)


def _goes_on(lines: _Lines, at: int, pattern: str) -> bool:
    """Whether a row may end before line ``at``: with the first cell of the next, or with the table."""
    letter = lines.letters[at : at + 1]
    if pattern[0] == "T" or letter in ("", "X"):
        return letter in ("", "X", "T")
    if letter == "T":
        return lines.letters[at + 1 : at + 2] not in ("N", "M") or bool(TOTAL.match(lines.words(at)))
    return letter == "N"


def _is_broken(lines: _Lines, at: int, behind: int, pattern: str) -> bool:
    """Whether the lines from ``at`` on are a row with too few or too many cells, behind it a whole one."""
    row = lines.letters[at:behind]
    if "X" in row or row.count("T") > pattern.count("T") or behind >= len(lines.letters):
        return False
    return _fits(lines, behind, pattern) or _total(lines, behind, pattern) is not None


def _fits(lines: _Lines, at: int, pattern: str) -> bool:
    """Whether a row stands at line ``at``: values where the pattern has them, and a name."""
    end = at + len(pattern)
    letters = lines.letters[at:end]
    return _alike(pattern, letters) and letters[pattern.find("T")] == "T" and _goes_on(lines, end, pattern)


def _serial(lines: _Lines, at: int, pattern: str) -> int:
    """The number of a row, 1 where rows have none, 0 where it is no such number."""
    words = lines.words(at) if pattern[0] == "N" else "1"
    return int(words) if _SERIAL.fullmatch(words) else 0


def _words(lines: _Lines, at: int, width: int) -> list[str]:
    return [lines.words(i) for i in range(at, at + width)]
