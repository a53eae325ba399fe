"""The columns 牵头单位, 配合单位, 责任单位 of tables that became lines or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from compare.model import TextView
from compare.reading.actors.listed_departments import LINE_ENDS, WORDS, Entry, is_public_body, role_of, split
from compare.reading.page.lines import line_start, lines_of

_HEAD = re.compile(
    rf"[^\n,。:;|]{{0,8}}?(?P<word>{'|'.join(sorted(WORDS))})(?:责任|落实|实施)?(?:单位|部门|机构|处室|科室)"
)
_HEAD_END = re.compile(r"(?:单位|部门|机构|处室|科室)(?=[\n|]|$)")
_RUN_ROW = re.compile(r"(?:[^|]++|\|(?!\|))++")  # what stands between runs of bars
_CELL = re.compile(r"[^|\n](?:[^|]*[^|\n])?")  # line ends at the edges of a cell are none of it
_BARS = re.compile(r"[^|\n]*\|[^|\n]*\|")  # more than one on a line
_TWO_CELLS = re.compile(r"[^|\n]+\|[^|\n]+(?:\n|$)")
_NOTHING = frozenset(("/", "-", "无"))
_DATE_BELOW = re.compile(r"\n+[^\n]{0,40}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")


def column_entries(view: TextView) -> Iterator[Entry]:
    """Names in the cells under such heads; nothing where the text has none."""
    text = view.text
    heads = list(_heads(text))
    if not heads:
        return
    start, end = heads[0].span()
    if text.startswith("|", end) or text.endswith("|", 0, start):
        yield from _barred(view, start)
    else:
        yield from _by_line(view, heads)


def _heads(text: str) -> Iterator[re.Match[str]]:
    """Cells and lines that are such a head."""
    for noun in _HEAD_END.finditer(text):
        line = line_start(text, noun.start())
        cell = max(line, text.rfind("|", line, noun.start()) + 1)
        if head := _HEAD.fullmatch(text, cell, noun.end()):
            yield head


def _by_line(view: TextView, heads: Sequence[re.Match[str]]) -> Iterator[Entry]:
    """One cell to a line: as many lines of names in a row as there are role columns are those columns."""
    text = view.text
    roles = [role_of(heads[0]["word"])]
    for before, after in pairwise(heads):
        if text[before.end() : after.start()].strip("\n"):
            break
        roles.append(role_of(after["word"]))
    run: list[list[Entry]] = []
    for start, end, body in lines_of(text):
        if start < heads[0].start():
            continue
        cell: list[Entry] = []
        if body[-1] in LINE_ENDS:
            # Behind a public body the offices inside it may fill further columns.
            cell = _names_only(view, start, end, offices=0 < len(run) < len(roles))
            if cell and _DATE_BELOW.match(text, end):
                cell = []  # the signature of a letter, not a cell
        if cell or (run and body in _NOTHING):
            run.append(cell)
        elif run:
            yield from _columns(run, roles)
            run = []
    yield from _columns(run, roles)


def _names_only(view: TextView, start: int, end: int, *, offices: bool) -> list[Entry]:
    """Entries of a line that is nothing but names; [] otherwise.

    One of them must be a public body, unless ``offices`` (基层处) may stand alone.
    """
    entries = split(view, start, end, "responsible", alone=True, strict=True)
    return entries if offices or any(is_public_body(view.text[s:e]) for s, e, _, _ in entries) else []


def _columns(run: Sequence[Sequence[Entry]], roles: Sequence[str]) -> Iterator[Entry]:
    for index, cell in enumerate(run):
        role = roles[index] if len(run) == len(roles) else "responsible"
        yield from ((start, end, role, True) for start, end, _, _ in cell)


def _barred(view: TextView, start: int) -> Iterator[Entry]:
    """Cells divided by bars; columns are counted from the right.

    Where rows end with a run of bars, a merged cell is left out of the rows below its first, always
    on the left. Where they are lines, every cell has its place.
    """
    text = view.text
    line = line_start(text, start)
    by_line = _BARS.match(text, line) or _TWO_CELLS.match(text, line)
    rows = _line_rows(text, line) if by_line else _run_rows(text, start)
    head_row = [_HEAD.fullmatch(text, *cell) for cell in next(rows, ())]
    roles = [(at, role_of(head["word"])) for at, head in enumerate(head_row) if head]
    for row in rows:
        for at, role in roles:
            # A row that is too short has lost cells on its left, else empty ones on its right.
            for back in dict.fromkeys((at - len(head_row), at - len(row))):
                cell = row[back] if -len(row) <= back < 0 else None
                entries = split(view, *cell, role, alone=True, strict=True) if cell else []
                if any(is_public_body(text[s:e]) for s, e, _, _ in entries):
                    yield from entries
                    break


def _line_rows(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """Lines with bars as spans of their cells, empty ones too; the first tells whether bars edge the rows."""
    edged = text.startswith("|", start)
    for at, _, body in lines_of(text):
        if at < start:
            continue
        words = body.removeprefix("|") if edged else body
        at += len(body) - len(words)
        cells: list[tuple[int, int]] = []
        for cell in (words.removesuffix("|") if edged else words).split("|"):
            cells.append((at, at + len(cell)))
            at += len(cell) + 1
        if len(cells) > 1:
            yield cells


def _run_rows(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """What stands between runs of bars, as spans of its cells that are not empty."""
    for row in _RUN_ROW.finditer(text, start):
        cells = [cell.span() for cell in _CELL.finditer(text, *row.span())]
        if len(cells) > 1:
            yield cells
