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
from compare.model import Passage, Responsibility, TextView
from compare.reading.actors.listed_departments import WORDS, Entry, is_list, is_public_body, role_of, split
from compare.reading.actors.role_columns import column_entries
from compare.reading.page.lines import line_start

# 牵头责任单位: the first of two words gives the role; the colon is looked for first.
_COLON = re.compile("[位门构室]:")
_NOUNS = frozenset(("单位", "部门", "机构", "处室", "科室"))
# A bracket, a number or a word (省级) may stand before the label that opens a line.
_OPENING = 6
_STOP = re.compile(r"[。)〕\]](?:(?<=。)|(?=[。;,]?(?:\n|$)))")

_BRACKET = re.compile(r"\((?:[^()\n]++|\([^()\n]*+\))++\)|〔[^〔〕\n]++〕|\[[^\[\]\n]++\]")
_SENTENCE_ENDS = ("。", ";", "\n")
_ENDS_LINE = re.compile(r"[。\n]|$")

_NOTE = re.compile(
    r"(?:以下|下列|上述|各项)[^。\n(]{0,8}?(?:均需|均由|均应|由|需)(?P<body>(?:[^。()\n]|\([^()\n]*+\)){2,60}?)"
    r"(?:组织|贯彻|具体)?(?:落实|实施|负责|承担)[,;]?(?:以下)?不再(?:一一|逐一|另行|重复)?列出"
)
_NOTHING = " |/—-无"
_SOME_WORDS = re.compile(r"[一-龥][^|\t\n]{3}")
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
    starts = [p.start for p in passages]
    offsets = view.offsets
    named: list[tuple[int, Entry]] = []
    lines: set[int] = set()  # those that open with a name: no task
    reach = -1
    for entry in sorted([*_labelled(view), *_bracketed(view), *column_entries(view)]):
        if entry[0] < reach:
            continue  # the same words, read twice
        reach = entry[1]
        home = max(bisect_right(starts, offsets[entry[0]]) - 1, 0)
        opens = entry[3] and not (named and named[-1][0] == home)
        if opens and not _in_row_of_task(view.text, view.from_raw(starts[home]), entry[0]):
            lines.add(home)
        named.append((home, entry))
    tasks = _tasks(raw, passages, lines) if named else []
    made = [_made(offsets, raw, entry, tasks[home]) for home, entry in named]
    for at, entries in _notes(view):
        below = sorted({one.passage for one in made if one.start > at})
        made += [_made(offsets, raw, entry, task) for entry in entries for task in below]
    made.sort(key=lambda r: (r.passage, r.start))
    return tuple(made)


def _made(offsets: Sequence[int], raw: str, entry: Entry, task: int) -> Responsibility:
    start, end, role, _ = entry
    begin, stop = offsets[start], offsets[end - 1] + 1
    return _responsibility(raw[begin:stop], role, task, begin, stop)


def _tasks(raw: str, passages: Sequence[Passage], lines: set[int]) -> list[int]:
    """The passage of the task that each passage is about: lines of names follow theirs, one after the other,
    with empty cells between."""
    tasks: list[int] = []
    above = 0
    for index, passage in enumerate(passages):
        if index in lines:
            tasks.append(above)
            continue
        tasks.append(index)
        if raw[passage.start : passage.end].strip(_NOTHING):
            above = index
    return tasks


def _labels(text: str) -> Iterator[tuple[int, str, int]]:
    """Labels (责任单位:): where each begins, its first word, and where the names behind it do."""
    for colon in _COLON.finditer(text):
        noun = colon.start() - 1
        words = text[max(noun - 2, 0) : noun], text[max(noun - 4, 0) : max(noun - 2, 0)]
        if words[0] in WORDS and text[noun : noun + 2] in _NOUNS:
            names = colon.end() + text.startswith("\n", colon.end())
            yield (noun - 4, words[1], names) if words[1] in WORDS else (noun - 2, words[0], names)


def _labelled(view: TextView) -> Iterator[Entry]:
    """``责任单位:A、B,C`` up to the end of the line, sentence or bracket, or the next label."""
    text = view.text
    labels = list(_labels(text))
    list_line = -1
    following = [*(at for at, _, _ in labels[1:]), len(text)]
    for (at, word, start), behind in zip(labels, following, strict=False):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        # A label that opens its line, or follows one that does, makes the line a list of names.
        line = line_start(text, at)
        if at - line <= _OPENING and "。" not in text[line:at]:
            list_line = end
        stop = _STOP.search(text, start, min(end, behind))
        end = stop.start() if stop else min(end, behind)
        yield from split(view, start, end, role_of(word), alone=at < list_line)


def _bracketed(view: TextView) -> Iterator[Entry]:
    """``(A、B负责)``, ``(A牵头,B配合)``, and a bracket of names alone behind a full stop."""
    text = view.text
    for bracket in _BRACKET.finditer(text):
        words, end = bracket.group(), bracket.end()
        # A bracket may stand at the end of the list: (市民政局、市发展改革委(市粮食局)).
        if ":" in words or not is_list(words[:-1].removesuffix(")")):
            continue
        start = end - len(words[1:].removeprefix("由"))
        entries = split(view, start, end - 1, "", alone=False, strict=True)
        if not any(is_public_body(text[s:e]) for s, e, _, _ in entries):
            continue
        if entries[-1][2]:
            yield from ((s, e, role or "responsible", alone) for s, e, role, alone in entries)
        elif text.endswith(_SENTENCE_ENDS, 0, bracket.start()) and _ENDS_LINE.match(text, end):
            yield from ((s, e, "responsible", alone) for s, e, _, alone in entries)


def _in_row_of_task(text: str, start: int, name: int) -> bool:
    """Whether the row that begins at ``start`` says a task before a name (|1|新建站点3个|县民政局|)."""
    bar = max(text.rfind("|", start, name), text.rfind("\t", start, name))
    return bar >= 0 and _SOME_WORDS.search(text, start, bar) is not None


def _notes(view: TextView) -> Iterator[tuple[int, list[Entry]]]:
    """Notes for all tasks below: where in the original, and the names."""
    for note in _NOTE.finditer(view.text) if "列出" in view.text else ():
        named = split(view, *note.span("body"), "responsible", alone=False)
        yield view.raw_start(note.start()), named
