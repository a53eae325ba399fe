"""Who is responsible for a task: departments named in lines, brackets and table columns.

Forms read: ``牵头单位:…`` and its kin on a line of their own or in brackets; ``(A、B负责)`` and
``(A牵头,B配合)``; a bracket at the end of a task that lists bodies and nothing else; the columns
牵头单位, 配合单位, 责任单位 of tables that became lines; and notes that bind bodies to all tasks
below (以下均需…落实,不再列出). Names are the words of the text: where a list names the level once
(地区发展和改革委员会、民政局) the second keeps its short form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Passage, Responsibility
from compare.reading.shadow import Shadow

_LEAD, _SUPPORT, _RESPONSIBLE = "lead", "support", "responsible"

_WORDS = "牵头|主办|主责|承办|主管|责任|负责|落实|实施|配合|协办|协同|协助|参与|参加|支持"
_LABEL = re.compile(rf"(?P<word>{_WORDS})(?:责任|落实|实施)?(?:单位|部门|机构|处室|科室):\n?")
_COLUMN = re.compile(
    rf"[^\n,。:;|]{{0,8}}?(?P<word>{_WORDS})(?:责任|落实|实施)?(?:单位|部门|机构|处室|科室)\|?(?=\n|$)"
)
_BRACKET = re.compile(r"[(〔\[](?P<body>(?:[^()〔〕\[\]\n]++|\([^()\n]*+\)){1,60}+)[)〕\]]")
_DUTY = re.compile(
    r"(?:等(?:有关|相关|各有关)?(?:部门|单位|职能部门)?)?(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分别|共同|具体|联合|组织)*"
    r"(?P<word>牵头|主办|负责|配合|参与|协助|协同|协办|落实|组织实施|承担)(?:负责|落实|实施|抓落实)*$"
)
_NOTE = re.compile(
    r"(?:以下|下列|上述|各项)[^。\n(]{0,8}?(?:均需|均由|均应|由|需)(?P<body>(?:[^。()\n]|\([^()\n]*\)){2,60}?)"
    r"(?:负责|组织|贯彻|具体)?(?:落实|实施|负责|承担)[,;]?(?:以下)?不再(?:一一|逐一|另行|重复)?列出"
)

#: One member of a list; brackets stay whole (各县(市、区)人民政府).
_MEMBER = re.compile(r"(?:[^、,;/|。\n()]|\([^()\n]*\))+")
_CONJUNCTION = re.compile(r"(?<=[局委厅部府会院办])(?:以及|和|及|与|会同)(?=[^等])")
_AND_OTHERS = re.compile(r"等(?:有关|相关|各有关)?(?:部门|单位|职能部门|市直部门)?$")
_STOP = re.compile(r"[。\n]|[)〕\]](?=[。;,]?(?:\n|$))")
_FOREIGN = re.compile(r"[0-9:]|完成|时限|长期|持续|期限|进度|推进$")
_STRONG = re.compile(
    r"(?:局|委|厅|办|部|署|府|公署|党组|委员会|管委会|办公室|法院|检察院|联合会|残联|妇联|总工会|工会|支队|总队|大队|分行|支行|银行|中心支行|人大)(?:\([^()]*\))?$"
)
_WEAK = re.compile(
    r"(?:处|科|室|所|院|会|队|站|台|中心|学院|大学|学校|医院|公司|集团|机构|单位|部门|企业|协会|街道|乡镇|办事处|社区|联社|分局|行|省|市|县|区|州)(?:\([^()]*\))?$"
)
_LEVELS = frozenset("省市区县州旗盟地各国中全团")
_END_OF_NAME = frozenset("局委厅部府会院办行队")
_DATE_BELOW = re.compile(r"\n+[^\n]{0,40}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
_ROW_END = re.compile(r"\|{2,}")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name at ``start:end`` of the view; ``alone`` where its line holds nothing but names."""

    start: int
    end: int
    role: str
    alone: bool


def responsibilities(view: Shadow, raw: str, passages: Sequence[Passage]) -> tuple[Responsibility, ...]:
    """Departments named for tasks, in text order; offsets of the original.

    ``passages`` carry offsets of the original. ``passage`` is the one that states the task: a line
    or cell of names belongs to the last passage before it that is none. Roles are ``lead``,
    ``support`` and ``responsible``. A note for all tasks below repeats its names, with the note's
    own offsets, for every later passage that names anyone.
    """
    text = view.text
    if not passages:
        return ()
    found: dict[tuple[int, int], _Entry] = {}
    for entry in (*_labelled(view), *_bracketed(view), *_columns(view)):
        found.setdefault((entry.start, entry.end), entry)
    entries = sorted(found.values(), key=lambda e: e.start)
    starts = [p.start for p in passages]
    offsets = view.offsets
    homes = [bisect_right(starts, offsets[e.start]) - 1 for e in entries]
    lists = {home for entry, home in zip(entries, homes, strict=True) if entry.alone}
    made: list[Responsibility] = []
    for entry, home in zip(entries, homes, strict=True):
        while home in lists and home > 0:
            home -= 1
        made.append(_responsibility(view, raw, entry, max(home, 0)))
    for note in _NOTE.finditer(text):
        named = _split(view, *note.span("body"), _RESPONSIBLE, alone=False)
        below = sorted({m.passage for m in made if m.start > offsets[note.start()]})
        made += [_responsibility(view, raw, e, passage) for passage in below for e in named]
    made.sort(key=lambda r: (r.passage, r.start))
    return tuple(made)


def _responsibility(view: Shadow, raw: str, entry: _Entry, passage: int) -> Responsibility:
    start, end = view.offsets[entry.start], view.offsets[entry.end - 1] + 1
    return Responsibility(raw[start:end], entry.role, passage, start, end)


def _role(word: str) -> str:
    if word in ("牵头", "主办", "主责", "承办", "主管"):
        return _LEAD
    return _RESPONSIBLE if word in ("责任", "负责", "落实", "实施", "组织实施", "承担") else _SUPPORT


# --- lists with a label ------------------------------------------------------------------


def _labelled(view: Shadow) -> Iterator[_Entry]:
    """``责任单位:A、B,C`` up to the end of the line, sentence or bracket, or the next label."""
    text = view.text
    labels = list(_LABEL.finditer(text))
    for index, label in enumerate(labels):
        start = label.end()
        stop = _STOP.search(text, start)
        end = stop.start() if stop else len(text)
        if index + 1 < len(labels):
            end = min(end, labels[index + 1].start())
        line = text.rfind("\n", 0, label.start()) + 1
        alone = line == label.start() or (index > 0 and labels[index - 1].start() >= line)
        yield from _split(view, start, end, _role(label["word"]), alone=alone)


# --- brackets ------------------------------------------------------------------------------


def _bracketed(view: Shadow) -> Iterator[_Entry]:
    """``(A、B负责)``, ``(A牵头,B配合)``, and a bracket of names alone behind a full stop."""
    text = view.text
    for match in _BRACKET.finditer(text):
        start, end = match.span("body")
        if end - start < 3 or text.startswith("以下简称", start):
            continue
        duty = _DUTY.search(text, max(start, end - 24), end)
        if not duty:
            if text[end - 1] not in _END_OF_NAME or (
                match.start() and text[match.start() - 1] not in "。;!?\n"
            ):
                continue
            if not text.startswith(("\n", "。"), match.end()) and match.end() < len(text):
                continue
        elif not duty["word"] or ":" in match["body"]:
            continue
        entries = _split(view, start + (text[start] == "由"), end, _RESPONSIBLE, alone=False, strict=True)
        if any(_STRONG.search(text, e.start, e.end) for e in entries):
            yield from entries


# --- tables that became lines ---------------------------------------------------------------


def _columns(view: Shadow) -> Iterator[_Entry]:
    """Cells under 牵头单位, 配合单位, 责任单位 where a table became lines or bars."""
    text = view.text
    heads = [m for m in _COLUMN.finditer(text) if m.start() == 0 or text[m.start() - 1] in "\n|"]
    if not heads:
        return
    first = heads[0]
    line_end = text.find("\n", first.start())
    if (
        text.startswith("|", first.end() - 1)
        or "|" in text[text.rfind("\n", 0, first.start()) + 1 : first.start()]
    ):
        yield from _barred(view, heads, line_end)
        return
    roles: list[str] = []
    last = -1
    for head in heads:
        if last >= 0 and text[last : head.start()].strip("\n"):
            break
        roles.append(_role(head["word"]))
        last = head.end()
    yield from _cells_by_line(view, first.start(), roles)


def _cells_by_line(view: Shadow, start: int, roles: Sequence[str]) -> Iterator[_Entry]:
    """One cell to a line: lines of names in a row are the role columns in their order."""
    text = view.text
    run: list[list[_Entry]] = []
    for line in (*_LINE.finditer(text, start), None):
        cell: list[_Entry] = []
        if line is not None:
            cell = _names(view, *line.span())
            if cell and _DATE_BELOW.match(text, line.end()):
                cell = []
        if cell or (run and line is not None and line.group() in ("/", "-", "无")):
            run.append(cell)
            continue
        for column, cells in enumerate(run):
            role = roles[column] if len(run) == len(roles) else _RESPONSIBLE
            for entry in cells:
                yield _Entry(entry.start, entry.end, role, True)
        run = []


def _barred(view: Shadow, heads: Sequence[re.Match[str]], line_end: int) -> Iterator[_Entry]:
    """Cells divided by bars, rows ended by a run of bars or by the line.

    Merged cells are left out of the rows below them, always on the left; so columns are counted
    from the right.
    """
    text = view.text
    row_end = _ROW_END.search(text, heads[0].start())
    by_line = "\n" not in text[heads[0].start() : row_end.start()] if row_end else True
    head_end = line_end if by_line or not row_end else row_end.start()
    head_end = len(text) if head_end < 0 else head_end
    tail = [c for c in _cells(text, heads[0].start(), head_end)]
    roles = {
        len(tail) - i: _role(m["word"]) for i, c in enumerate(tail) if (m := _COLUMN.match(text[slice(*c)]))
    }
    position = head_end
    while position < len(text):
        if by_line:
            end = text.find("\n", position + 1)
            end = len(text) if end < 0 else end
            following = end
        else:
            row_end = _ROW_END.search(text, position + 1)
            end = row_end.start() if row_end else len(text)
            following = row_end.end() if row_end else len(text)
        cells = _cells(text, position, end)
        for back, role in roles.items():
            if len(cells) > back:
                entries = _split(view, *cells[-back], role, alone=True)
                if any(_STRONG.search(text, e.start, e.end) for e in entries):
                    yield from entries
        position = max(following, position + 1)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the non-empty cells between bars, line ends at their edges left out."""
    cells: list[tuple[int, int]] = []
    for match in re.finditer(r"[^|]+", text[start:end]):
        body = match.group()
        left = len(body) - len(body.lstrip("\n"))
        right = len(body.rstrip("\n"))
        if right > left:
            cells.append((start + match.start() + left, start + match.start() + right))
    return cells


def _names(view: Shadow, start: int, end: int) -> list[_Entry]:
    """Entries of a line that is nothing but names; [] otherwise."""
    text = view.text
    if (
        end - start > 200
        or text[end - 1] not in _END_OF_NAME
        and not _WEAK.search(text, max(start, end - 12), end)
    ):
        return []
    entries = _split(view, start, end, _RESPONSIBLE, alone=True, strict=True)
    return entries if any(_STRONG.search(text, e.start, e.end) for e in entries) else []


# --- one list ----------------------------------------------------------------------------------


def _split(
    view: Shadow, start: int, end: int, role: str, *, alone: bool, strict: bool = False
) -> list[_Entry]:
    """Members of a list, with the role the words behind them give (A牵头,B、C配合), else ``role``.

    A ``strict`` list is given up where a member is no public body; else members that say something
    different (完成时限:2024年) end it.
    """
    text, offsets = view.text, view.offsets
    entries: list[_Entry] = []
    open_from = 0
    for member in _MEMBER.finditer(text, start, end):
        at, stop = member.span()
        duty = _DUTY.search(text, at, stop)
        if duty:
            stop = duty.start()
        for left, right in _parts(text, offsets, at, stop):
            others = _AND_OTHERS.search(text, left, right)
            right = others.start() if others else right
            if right - left < 2:
                continue
            if _FOREIGN.search(text, left, right) or right - left > 40:
                if strict:
                    return []
                return entries
            if strict and not (_STRONG.search(text, left, right) or _WEAK.search(text, left, right)):
                return []
            entries.append(_Entry(left, right, role, alone))
        if duty:
            given = _role(duty["word"])
            entries[open_from:] = [_Entry(e.start, e.end, given, e.alone) for e in entries[open_from:]]
            open_from = len(entries)
    return entries


def _parts(text: str, offsets: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A member split at 和/及 behind a complete name, and where only a blank parts two names."""
    cuts: list[tuple[int, int]] = [m.span() for m in _CONJUNCTION.finditer(text, start, end)]
    for at in range(start + 3, end - 2):
        if text[at - 1] in _END_OF_NAME and text[at] in _LEVELS and offsets[at] - offsets[at - 1] > 1:
            cuts.append((at, at))
    position = start
    for left, right in sorted(cuts):
        if left > position:
            yield position, left
        position = right
    yield position, end
