"""Tables of lines whose columns are set by blanks.

Where columns stand under one another, a row is a line of pieces at least two blanks apart. Where all rows
have equally many pieces these are the columns; else each piece belongs to the strip of the page it stands
in. In a table copied from a page, one blank is all that is left between cells: there a row is a line of
words, and all rows have equally many. What has no head, no numbers or no such columns stays text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Cell, Table

_PIECE = re.compile(r"[^ \u3000\t]++(?:[ \u3000][^ \u3000\t]++)*+")
# 汐南区　48: a blank as wide as a character sets columns apart too where two of them are not everywhere.
_NARROW_PIECE = re.compile(r"[^ \u3000\t]++(?: [^ \u3000\t]++)*+")
_WORD = re.compile(r"[^ \u3000\t]++")
# The head of a column whose cells hold for the rows below them
_GROUPS = re.compile("类别|类型|分类|领域|维度|一级指标")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}[ \u3000]*+(?=年|[)）]|[目实规计现基预]|$)")
_NUMBER = re.compile(r"[^0-9]{0,6}[0-9]{1,3}(?:,[0-9]{3})*+[^,;:，；：、]{0,10}")
# With nothing but a bound and a unit; up to six digits, longer ones in columns are telephones.
_BARE_NUMBER = re.compile(
    r"[≥≤><＞＜约近超不低高少多于达到至]{0,5}[0-9]{1,6}(?:,[0-9]{3})*+(?:\.[0-9]+)?"
    r"(?:[-—–~～/][0-9]{1,6}(?:\.[0-9]+)?)?[^0-9,;:，；：、]{0,10}"
)
_NO_NUMBER = re.compile("[-—–/／…无]{1,3}")
_TOTAL = re.compile("[合总小共]计|总数|平均")
_GROUP = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]|约束性|预期性)[^。]{0,16}$"
)
_HINT = re.compile(r"[^\s][ \u3000]+[^\s]")
_WORDS = re.compile("[一-龥]")
_SENTENCE = re.compile("[。；，]")
_LONGEST = 40  # characters of a cell
_TITLE = 2  # lines
_HEADS = 3  # rows of a head, of which a line may hold but one piece


@dataclass(frozen=True, slots=True)
class _Piece:
    """``start:end`` in the text, ``left:right`` in columns of a screen."""

    text: str
    start: int
    end: int
    left: int
    right: int


_Row = Sequence[_Piece]


def spaced_tables(text: str) -> tuple[Table, ...]:
    """The tables of ``text`` that blanks set in columns, in its order."""
    if not _HINT.search(text):
        return ()
    aligned = [table for block in _blocks(text) if (table := _below_title(block) or _set_wide(text, block))]
    taken = [(table.start, table.end) for table in aligned]
    worded = [table for rows in _word_rows(text, taken) if (table := _table_of_words(rows))]
    return tuple(sorted((*aligned, *worded), key=lambda table: table.start))


def _below_title(rows: Sequence[_Row]) -> Table | None:
    """The table of a block, whose first lines may be a title with blanks in it (专栏1  主要指标)."""
    tables = (_table(rows[skipped:]) for skipped in range(_TITLE + 1))
    return next((table for table in tables if table), None)


def _set_wide(text: str, rows: Sequence[_Row]) -> Table | None:
    """The table of a block in which one blank as wide as a character is enough between columns."""
    if not any("\u3000" in piece.text for row in rows for piece in row):
        return None
    return _below_title(
        [_pieces(text[row[0].start : row[-1].end], row[0].start, _NARROW_PIECE) for row in rows]
    )


def _blocks(text: str) -> Iterator[list[_Row]]:
    """Lines of pieces that follow each other; a line of a head, or the name of a group, may be one piece."""
    block: list[_Row] = []
    group: _Row = ()
    start = 0
    for line in text.split("\n"):
        row = _pieces(line, start, _PIECE) if "  " in line or "\u3000" in line or block else ()
        start += len(line) + 1
        in_head = block and len(block) < _HEADS and not any(map(_has_value, block))
        if len(row) > 1 or (len(row) == 1 and in_head and row[0].left > block[0][0].right):
            block += [group, row] if group else [row]
            group = ()
        elif len(row) == 1 and block and not group and _GROUP.match(row[0].text):
            group = row
        else:
            yield block
            block, group = [], ()
    yield block


def _word_rows(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[list[_Row]]:
    """Runs of lines of three words or more, equally many in each but for totals and names of groups."""
    rows: list[_Row] = []
    start = 0
    for line in text.split("\n"):
        at, start = start, start + len(line) + 1
        row = _pieces(line, at, _WORD) if " " in line.strip() or rows else ()
        if any(first <= at + len(line) and at < last for first, last in taken):
            row = ()
        follows = rows and (
            len(row) in _lengths(rows[0])
            or (len(row) == 1 and _GROUP.match(row[0].text))
            or (1 < len(row) < len(rows[0]) and _TOTAL.match(row[0].text))
        )
        if follows:
            rows.append(row)
            continue
        if rows:
            yield rows
        rows = [row] if len(row) > 2 else []
    if rows:
        yield rows


def _lengths(head: _Row) -> tuple[int, ...]:
    """How many words the rows below a head may have: one fewer where a group of the row above goes on."""
    return (len(head), len(head) - 1) if len(head) > 3 and _GROUPS.fullmatch(head[0].text) else (len(head),)


def _table_of_words(rows: Sequence[_Row]) -> Table | None:
    """The table of rows of words: a head without numbers, over columns that hold nothing else.

    A total that leaves cells out has its numbers in these columns if there are as many.
    """
    while len(rows[-1]) == 1:  # a heading below the table
        rows = rows[:-1]
    head, shift = rows[0], len(_lengths(rows[0])) - 1
    whole = [row[-len(head) + shift :] for row in rows[1:] if len(row) in _lengths(head)]
    if len(whole) < 2 or any(_is_number(p.text) for p in head) or not _WORDS.search(head[0].text):
        return None
    if any(len(p.text) > _LONGEST or _SENTENCE.search(p.text) for row in rows for p in row):
        return None
    numbers = [
        c for c in range(1 + shift, len(head)) if all(map(_is_number, (row[c - shift].text for row in whole)))
    ]
    if not numbers:
        return None
    names = 1 if all(_is_number(row[0].text) for row in whole) else 0
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        columns: Sequence[int] = range(len(row))
        if shift and len(row) == len(head) - 1:
            columns = range(1, len(head))
        elif 1 < len(row) < len(head):
            columns = [names, *numbers]
            if len(columns) != len(row):
                return None
        cells += (Cell(r, c, piece.start, piece.end) for c, piece in zip(columns, row, strict=True))
    return Table(cells[0].start, cells[-1].end, tuple(cells))


def _pieces(line: str, start: int, piece: re.Pattern[str]) -> tuple[_Piece, ...]:
    pieces = []
    column = at = 0
    for match in piece.finditer(line):
        column += _width(line[at : match.start()])
        right = column + _width(match[0])
        pieces.append(_Piece(match[0], start + match.start(), start + match.end(), column, right))
        column, at = right, match.end()
    return tuple(pieces)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _has_value(row: _Row) -> bool:
    """Whether a number with little else, and no year, stands behind the first piece."""
    return any(_NUMBER.fullmatch(p.text) and not _YEAR.search(p.text) for p in row[1:])


def _is_number(text: str) -> bool:
    """Whether a word is a number that is no year, or stands for one left out (—)."""
    if _NO_NUMBER.fullmatch(text):
        return True
    return _BARE_NUMBER.fullmatch(text) is not None and not _YEAR.search(text)


def _table(rows: Sequence[_Row]) -> Table | None:
    if (
        len(rows) < 2
        or _has_value(rows[0])
        or 2 * sum(map(_has_value, rows)) < sum(len(row) > 1 for row in rows)
    ):
        return None
    if any(len(p.text) > _LONGEST or "。" in p.text for row in rows for p in row):
        return None
    width = max(map(len, rows))
    even = all(len(row) == width for row in rows)
    column_extents = [] if even else _column_extents(rows)
    if not even and len(column_extents) != width:
        return None
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        columns = [c if even else _column(column_extents, piece) for c, piece in enumerate(row)]
        if len(set(columns)) < len(columns):
            return None
        cells += (Cell(r, c, piece.start, piece.end) for c, piece in zip(columns, row, strict=True))
    return Table(cells[0].start, cells[-1].end, tuple(cells))


def _column_extents(rows: Sequence[_Row]) -> list[tuple[int, int]]:
    """The extents across the page that the pieces of all rows fill, from left to right."""
    column_extents: list[tuple[int, int]] = []
    for left, right in sorted((piece.left, piece.right) for row in rows for piece in row):
        if column_extents and left < column_extents[-1][1]:
            column_extents[-1] = (column_extents[-1][0], max(column_extents[-1][1], right))
        else:
            column_extents.append((left, right))
    return column_extents


def _column(column_extents: Sequence[tuple[int, int]], piece: _Piece) -> int:
    return next(i for i, (left, right) in enumerate(column_extents) if left <= piece.left < right)
