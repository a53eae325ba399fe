"""The outline's passages grouped into task items.

A numbered passage that has no numbered ones below it is an item together with the lines that follow
it. Rows of a task table are items: of a table the file format knows, and of one that became lines ended
by runs of bars. Where nothing is numbered each paragraph is one. Not items: titles and the letter, what
states principles or takes stock of the past, and lines of departments.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from compare.model import Item, Passage, Reading, Table
from compare.reading.cues import DUTIES
from compare.reading.items.running_text import Piece

_ROW_END = re.compile(r"\s*[|｜]{2,}\s*")
_BARS = "|｜ \t\n/—-"
_NUMBER_CELL = re.compile(r"[0-9]{1,3}|[一二三四五六七八九十]{1,3}")
_TASK_HEAD = re.compile(rf"(?:{DUTIES})[^|\n]{{0,4}}(?:单位|部门)|工作任务|重点任务|任务内容")
_PRINCIPLES = re.compile(
    r"指导思想|基本原则|(?:总体|工作|发展)思路|总体要求|现状|形势|背景|发展基础|基本情况|(?:工作|主要)成效|面临|附则|名词解释"
)
# 目标责任, 目标考核 are means, no goals.
_GOALS = re.compile(r"目标(?!责任|考核|绩效|管理|导向|人群|群体)")
_GOALS_OPEN = re.compile(r"(?:力争)?(?:到|至)[^,，。]{0,12}(?:20[0-9]{2}年?|末)")
_PREAMBLE = re.compile(
    r"制定本|制订本|提出(?:如下|以下)|现就|特制定|制定(?:如下|以下)|结合(?:我[省市区县州盟旗]|本[省市区县州地]|实际)[^。]{0,30}(?:方案|意见|计划|措施)"
)
#: A heading of this level or a higher one (一、 (一)) that holds no text of its own is no task.
_SECTION = 2
#: Clauses with fewer characters than this are said everywhere and show no repetition.
_TELLING = 6
#: An item of which at least this share of characters stands in others is repeated there.
_REPEATED = 0.5


def task_items(reading: Reading) -> tuple[Item, ...]:
    """The items of a plan in text order; each passage belongs to one of them at most."""
    passages = reading.passages
    text = reading.document.text
    barred, other = _barred_rows(text, passages)
    ruled, heads = _table_rows(text, passages, reading.tables)
    rows = [*barred, *ruled]
    in_rows = {index for row in rows for index in row} | other | heads
    named = {said.passage for said in reading.responsibilities}
    found = [_row(row, passages) for row in rows]
    for group in _numbered(passages, in_rows):
        if item := _item(group, passages, text, named):
            found.append(item)
    return tuple(sorted(found, key=lambda item: item.start))


def _row(row: Sequence[int], passages: Sequence[Passage]) -> Item:
    return Item(tuple(row), "row", passages[row[0]].start, passages[row[-1]].end)


def _barred_rows(text: str, passages: Sequence[Passage]) -> tuple[list[list[int]], set[int]]:
    """Rows of a table that became lines, each row ended by a line of bars; and the passages that are its
    head and its bars."""
    rows: list[list[int]] = []
    other: set[int] = set()
    row: list[int] = []
    headed = False
    for index, passage in enumerate(passages):
        if passage.kind in ("heading", "annex"):
            row = []
        elif not _ROW_END.fullmatch(text, passage.start, passage.end):
            row.append(index)
        else:
            head = not headed and any(_TASK_HEAD.search(text, *_span(passages[i])) for i in row)
            headed = headed or head
            if headed:
                other.update([*row, index] if head else [index])
            if headed and not head and row:
                rows.append(row)
            row = []
    return rows, other


def _span(passage: Passage) -> tuple[int, int]:
    return passage.start, passage.end


def _table_rows(
    text: str, passages: Sequence[Passage], tables: Sequence[Table]
) -> tuple[list[list[int]], set[int]]:
    """Rows of the tables that have a column of departments or of tasks, and the cells of their heads."""
    by_start = {passage.start: index for index, passage in enumerate(passages)}
    found: list[list[int]] = []
    heads: set[int] = set()
    for table in tables:
        if not any(_TASK_HEAD.search(text, cell.start, cell.end) for cell in table.cells if cell.row <= 1):
            continue
        rows: dict[int, list[int]] = defaultdict(list)
        for cell in table.cells:
            if cell.start in by_start:
                rows[cell.row].append(by_start[cell.start])
        heads.update(rows.pop(0, ()))
        found += (sorted(row) for row in rows.values())
    return found, heads


def _numbered(passages: Sequence[Passage], taken: set[int]) -> Iterator[list[int]]:
    """Groups of a numbered passage and the unnumbered ones under it; other passages are alone."""
    group: list[int] = []
    head = -1
    for index, passage in enumerate(passages):
        if index in taken or passage.kind == "furniture":
            continue
        follows = group and not passage.number and passage.parent == head and passage.kind != "annex"
        if follows:
            group.append(index)
            continue
        if group:
            yield group
        group = [index]
        # Paragraphs straight under a section (一、) or under nothing are items of their own.
        head = index if passage.number and passage.level >= 2 else -1
    if group:
        yield group


def _item(group: Sequence[int], passages: Sequence[Passage], text: str, named: set[int]) -> Item | None:
    """The group as an item; None where it is a title, a mere heading of others, principles or the past."""
    first = passages[group[0]]
    if first.kind == "annex" or (first.kind == "heading" and len(group) == 1 and first.level <= _SECTION):
        return None
    trail = list(_trail(group[0], passages))
    opening = text[first.start : first.start + 40].split("。")[0]
    goals = any(_GOALS.search(name) for name in (*trail, opening))
    states_goals = goals or bool(_GOALS_OPEN.match(opening))
    if not named.intersection(group):
        if not first.number and first.parent is None and _is_front(group[0], first, passages, text):
            return None
        if not states_goals and any(_PRINCIPLES.search(name) for name in (*trail, opening)):
            return None
    return Item(
        tuple(group), "item" if first.number else "paragraph", first.start, passages[group[-1]].end, goals
    )


def _is_front(index: int, first: Passage, passages: Sequence[Passage], text: str) -> bool:
    """Whether a paragraph under no heading stands before the first one, or says why the plan is made."""
    if _PREAMBLE.search(text, first.start, first.end):
        return True
    return any(passage.number and passage.level <= 2 for passage in passages[index + 1 :])


def _trail(index: int, passages: Sequence[Passage]) -> Iterator[str]:
    at: int | None = index
    while at is not None:
        if passages[at].heading:
            yield passages[at].heading
        at = passages[at].parent


def cells_of(items: Sequence[Item]) -> frozenset[int]:
    """The passages that are cells of task tables."""
    return frozenset(index for item in items if item.kind == "row" for index in item.passages)


def by_passage(items: Sequence[Item]) -> dict[int, int]:
    """Passage -> its item, as indices."""
    return {passage: at for at, item in enumerate(items) for passage in item.passages}


def names_of_rows(items: Sequence[Item], passages: Sequence[Passage], text: str) -> frozenset[int]:
    """The cells behind a row's number: they name the task as a heading does."""
    found = set()
    for item in items:
        cells = item.passages
        if item.kind == "row" and len(cells) > 2:
            number = text[passages[cells[0]].start : passages[cells[0]].end].strip(_BARS)
            if _NUMBER_CELL.fullmatch(number):
                found.add(cells[1])
    return frozenset(found)


def linked(items: Sequence[Item], pieces: Sequence[Piece]) -> tuple[Item, ...]:
    """The items with what fuller items repeat of them: a task table and the body say the same twice.

    The item of which the largest share stands in others is taken first; it repeats them, not they it.
    """
    at = by_passage(items)
    said: dict[int, list[str]] = defaultdict(list)
    where: dict[str, set[int]] = defaultdict(set)
    for piece in pieces:
        item = at.get(piece.passage)
        if item is not None and len(piece.text) >= _TELLING:
            said[item].append(piece.text)
            where[piece.text].add(item)
    shares = {item: _share(item, texts, where) for item, texts in said.items()}
    made = list(items)
    done: set[int] = set()
    for item in sorted(shares, key=lambda item: (-shares[item], items[item].end - items[item].start, -item)):
        fuller = {words: where[words] - done - {item} for words in said[item]}
        if _share(item, said[item], fuller, own=False) >= _REPEATED:
            made[item] = replace(made[item], repeats=tuple(sorted(set().union(*fuller.values()))))
            done.add(item)
    return tuple(made)


def _share(item: int, texts: Sequence[str], where: Mapping[str, set[int]], own: bool = True) -> float:
    """The share of an item's words that other items have too."""
    shared = sum(len(words) for words in texts if len(where[words]) > own)
    return shared / sum(map(len, texts))
