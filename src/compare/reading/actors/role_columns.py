"""The columns 牵头单位, 配合单位, 责任单位 of tables that became lines or bars."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from compare.reading.actors.members import LINE_ENDS, WORDS, Entry, is_public_body, names_only, role_of, split
from compare.reading.page.lines import lines_of
from compare.reading.page.view import TextView

_NOUNS = ("单位", "部门", "机构", "处室", "科室")
_HEAD = re.compile(
    rf"[^\n,。:;|]{{0,8}}?(?P<word>{'|'.join(sorted(WORDS))})(?:责任|落实|实施)?(?:{'|'.join(_NOUNS)})"
)
_HEAD_LENGTH = 16
_ROW_END = re.compile(r"\|{2,}")
_BAR = re.compile(r"\|")
_CELL = re.compile(r"[^|\n](?:[^|]*[^|\n])?")  # line ends at the edges of a cell are none of it
_NOTHING = frozenset(("/", "-", "无"))
_DATE_BELOW = re.compile(r"\n+[^\n]{0,40}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")


def column_entries(view: TextView) -> Iterator[Entry]:
    """Names in the cells under such heads; nothing where the text has none."""
    heads = _heads(view.text)
    if not heads:
        return
    text = view.text
    start, end, _ = heads[0]
    if text.startswith("|", end) or text.startswith("|", start - 1):
        yield from _barred(view, start)
    else:
        yield from _by_line(view, heads)


def _heads(text: str) -> list[tuple[int, int, str]]:
    """Cells that are such a head, with the role they give: spans of the view."""
    heads: list[tuple[int, int, str]] = []
    for noun in _NOUNS:
        at = text.find(noun)
        while at >= 0:
            end = at + 2
            if text[end : end + 1] in ("\n", "|", ""):
                floor = max(0, end - _HEAD_LENGTH)
                start = max(text.rfind("\n", floor, at), text.rfind("|", floor, at)) + 1 or floor
                match = _HEAD.fullmatch(text, start, end)
                if match and (start == 0 or text[start - 1] in "\n|"):
                    heads.append((start, end, role_of(match["word"])))
            at = text.find(noun, end)
    return sorted(heads)


def _by_line(view: TextView, heads: Sequence[tuple[int, int, str]]) -> Iterator[Entry]:
    """One cell to a line: as many lines of names in a row as there are role columns are those columns."""
    text = view.text
    roles = [heads[0][2]]
    for before, after in pairwise(heads):
        if text[before[1] : after[0]].strip("\n"):
            break
        roles.append(after[2])
    run: list[list[Entry]] = []
    lines = lines_of(text)
    for start, end, body in lines[bisect_left(lines, (heads[0][0],)) :]:
        cell: list[Entry] = []
        if body[-1] in LINE_ENDS:
            # Behind a public body the offices inside it may fill further columns.
            cell = names_only(view, start, end, offices=0 < len(run) < len(roles))
            if cell and _DATE_BELOW.match(text, end):
                cell = []  # the signature of a letter, not a cell
        if cell or (run and body in _NOTHING):
            run.append(cell)
        elif run:
            yield from _columns(run, roles)
            run = []
    yield from _columns(run, roles)


def _columns(run: Sequence[Sequence[Entry]], roles: Sequence[str]) -> Iterator[Entry]:
    for index, cell in enumerate(run):
        role = roles[index] if len(run) == len(roles) else "responsible"
        yield from ((start, end, role, True) for start, end, _, _ in cell)


def _barred(view: TextView, head: int) -> Iterator[Entry]:
    """Cells divided by bars; columns are counted from the right.

    Where rows end with a run of bars, a merged cell is left out of the rows below its first, always
    on the left. Where they are lines, every cell has its place.
    """
    text = view.text
    line = text.rfind("\n", 0, head) + 1
    end = text.find("\n", head)
    by_line = text.count("|", line, end if end >= 0 else len(text)) > 1
    rows = _line_rows(text, line) if by_line else _run_rows(text, head)
    first = next(rows, [])
    roles = {
        len(first) - index: role_of(match["word"])
        for index, cell in enumerate(first)
        if (match := _HEAD.fullmatch(text, *cell))
    }
    for row in rows:
        for back, role in roles.items():
            if back > len(row):
                continue
            entries = split(view, *row[-back], role, alone=True, strict=True)
            if any(is_public_body(text[e[0] : e[1]]) for e in entries):
                yield from entries


def _line_rows(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """Lines with bars as spans of their cells, empty ones too; the first tells whether bars edge the rows."""
    edged = text.startswith("|", start)
    while 0 <= start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        left = start + (edged and text.startswith("|", start))
        right = end - (edged and text.endswith("|", left, end))
        if text.find("|", left, right) >= 0:
            edges = [left - 1, *(m.start() for m in _BAR.finditer(text, left, right)), right]
            yield [(a + 1, b) for a, b in pairwise(edges)]
        start = end + 1


def _run_rows(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """What stands between runs of bars, as spans of its cells that are not empty."""
    while start < len(text):
        row_end = _ROW_END.search(text, start)
        end, following = row_end.span() if row_end else (len(text), len(text))
        cells = [m.span() for m in _CELL.finditer(text, start, end)]
        if len(cells) > 1:
            yield cells
        start = following
