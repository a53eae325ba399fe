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

from compare.frozen import maker
from compare.model import Passage, Responsibility
from compare.reading.actors.members import WORDS, Entry, is_list, is_public_body, role_of, split
from compare.reading.actors.role_columns import column_entries
from compare.reading.page.view import TextView

_NOUNS = ("单位:", "部门:", "机构:", "处室:", "科室:")
_STOP = re.compile(r"。|[)〕\]](?=[。;,]?(?:\n|$))")

_LEADING = 6  # a bracket, a number or a word (省级) may stand before the label

_CLOSERS = ")〕]"
_OPENERS = {")": "(", "〕": "〔", "]": "["}
_BRACKET_LENGTH = 400

_NOTE = re.compile(
    r"(?:以下|下列|上述|各项)[^。\n(]{0,8}?(?:均需|均由|均应|由|需)(?P<body>(?:[^。()\n]|\([^()\n]*+\)){2,60}?)"
    r"(?:组织|贯彻|具体)?(?:落实|实施|负责|承担)[,;]?(?:以下)?不再(?:一一|逐一|另行|重复)?列出"
)
_NOTE_LENGTH = 120
_responsibility = maker(Responsibility)


def responsibilities(view: TextView, raw: str, passages: Sequence[Passage]) -> tuple[Responsibility, ...]:
    """Departments named for tasks, by passage and in text order; offsets of the original.

    ``passages`` carry offsets of the original. ``passage`` is the one that states the task: a line
    or cell of names belongs to the last passage before it that is none. Roles are ``lead``,
    ``support`` and ``responsible``. A note for all tasks below repeats its names, with the note's
    own offsets, for every later passage that names anyone.
    """
    if not passages:
        return ()
    entries = sorted([*_labelled(view), *_bracketed(view), *column_entries(view)])
    starts = [p.start for p in passages]
    starts.append(len(raw) + 1)
    offsets = view.offsets
    made: list[Responsibility] = []
    home = 0
    task = 0
    reach = -1
    for start, end, role, alone in entries:
        if start < reach:
            continue  # the same words, read twice
        reach = end
        begin, stop = offsets[start], offsets[end - 1] + 1
        if starts[home + 1] <= begin:
            previous = home
            home = bisect_right(starts, begin, home) - 1
            if not alone:
                task = home
            else:
                # Lines of names follow their task, one after the other, with empty cells between.
                above = home - 1
                while above > previous and not raw[passages[above].start : passages[above].end].strip(
                    " |/—-无"
                ):
                    above -= 1
                if above > previous or not made:
                    task = max(above, 0)
        made.append(_responsibility(raw[begin:stop], role, task, begin, stop))
    if notes := list(_notes(view)):
        for at, named in notes:
            below = sorted({m.passage for m in made if m.start > at})
            for start, end, role, _ in named:
                begin, stop = offsets[start], offsets[end - 1] + 1
                made += [_responsibility(raw[begin:stop], role, home, begin, stop) for home in below]
        made.sort(key=lambda r: (r.passage, r.start))
    return tuple(made)


def _labelled(view: TextView) -> Iterator[Entry]:
    """``责任单位:A、B,C`` up to the end of the line, sentence or bracket, or the next label."""
    text = view.text
    labels: list[tuple[int, int, str]] = []
    for noun in _NOUNS:
        at = text.find(noun)
        while at >= 0:
            end = at + len(noun)
            word = text[at - 2 : at] if at > 1 else ""
            if word in WORDS:
                # 牵头责任单位: the first of two words gives the role.
                above = text[at - 4 : at - 2] if at > 3 else ""
                start, word = (at - 4, above) if above in WORDS else (at - 2, word)
                labels.append((start, end, role_of(word)))
            at = text.find(noun, end)
    labels.sort()
    list_line = -1
    for index, (begin, start, role) in enumerate(labels):
        start += text.startswith("\n", start)
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # A label that opens its line, or follows one that does, makes the line a list of names.
        line = text.rfind("\n", 0, begin) + 1
        if begin - line <= _LEADING and "。" not in text[line:begin]:
            list_line = end
        alone = begin < list_line
        if index + 1 < len(labels):
            end = min(end, labels[index + 1][0])
        if stop := _STOP.search(text, start, end):
            end = stop.start()
        yield from split(view, start, end, role, alone=alone)


def _bracketed(view: TextView) -> Iterator[Entry]:
    """``(A、B负责)``, ``(A牵头,B配合)``, and a bracket of names alone behind a full stop."""
    text = view.text
    for closer in _CLOSERS:
        close = text.find(closer)
        while close >= 0:
            # A bracket may stand at the end of the list: (市民政局、市发展改革委(市粮食局)).
            last = text[close - 2 : close].removesuffix(")")[-1:]
            if last and is_list(last):
                yield from _bracket(view, close, closer)
            close = text.find(closer, close + 1)


def _bracket(view: TextView, close: int, closer: str) -> Iterator[Entry]:
    text = view.text
    start = _opener(text, close, closer) + 1
    if not start or close - start < 3 or ":" in (body := text[start:close]) or body.startswith("以下简称"):
        return
    entries = split(view, start + (body[0] == "由"), close, "", alone=False, strict=True)
    if not any(is_public_body(text[e[0] : e[1]]) for e in entries):
        return
    if entries[-1][2]:
        yield from ((s, e, role or "responsible", alone) for s, e, role, alone in entries)
    elif text[start - 2 : start - 1] in ("。", ";", "\n") and text[close + 1 : close + 2] in ("", "\n", "。"):
        yield from ((s, e, "responsible", alone) for s, e, _, alone in entries)


def _opener(text: str, close: int, closer: str) -> int:
    """Where the bracket that ends at ``close`` opens on its line; -1 if it does not."""
    opener = _OPENERS[closer]
    floor = max(text.rfind("\n", max(0, close - _BRACKET_LENGTH), close) + 1, close - _BRACKET_LENGTH, 0)
    depth = 1
    at = close
    while True:
        opened = text.rfind(opener, floor, at)
        if opened < 0:
            return -1
        depth += text.count(closer, opened, at) - 1
        if not depth:
            return opened
        at = opened


def _notes(view: TextView) -> Iterator[tuple[int, list[Entry]]]:
    """Notes for all tasks below: where in the original, and the names."""
    text = view.text
    at = text.find("不再")
    while at >= 0:
        floor = text.rfind("。", max(0, at - _NOTE_LENGTH), at) + 1 or max(0, at - _NOTE_LENGTH)
        if match := _NOTE.search(text, floor, at + 12):
            named = split(view, *match.span("body"), "responsible", alone=False)
            yield view.offsets[match.start()], named
        at = text.find("不再", at + 2)
