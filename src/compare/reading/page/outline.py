"""The outline of a document by the numbering of GB/T 9704-2012, 7.3.3 (一、 (一) 1. (1)) and 第X条.

A heading holds everything down to the next heading of its own or a higher level. A numbered line
that goes on as body text (1.将…纳入规划。) is an item: its heading is the opening up to the first
full stop where that is short, otherwise empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from compare.frozen import maker
from compare.model import Passage, Span, TextView
from compare.reading.numerals import CHINESE
from compare.reading.page.lines import Line, lines_of

_HAN = f"[{CHINESE}]"
_NUMBER = re.compile(
    rf"#*(?:(?P<l0>第{_HAN}+(?:[编章节]|部分))|(?P<l1>{_HAN}{{1,3}})[、.,]|\((?P<l2>{_HAN}{{1,3}})\)"
    rf"|(?P<l3>[0-9]{{1,3}})(?:[、,]|\.(?:(?![0-9])|(?=(?:19|20)[0-9]{{2}}年)))"
    rf"|\((?P<l4>[0-9]{{1,3}})\)|(?P<l5>第{_HAN}+条))"
)
_OPENS_NUMBER = frozenset(f"#(第0123456789{CHINESE}")
_ANNEX = re.compile(
    r"附件?[0-9一二三四五六七八九十]{0,2}[:.、]?$|附件?[0-9一二三四五六七八九十]{1,2}(?=[^件录,。]{2,40}$)|附(?:件|表|录)[0-9一二三四五六七八九十]{0,2}[:]?$"
)
# 附件:各县市区任务分解表, if a table follows: a list of annexes behind a notice heads nothing.
_NAMED_ANNEX = re.compile(r"附(?:件|表|录)[0-9一二三四五六七八九十]{0,2}[:.、]?[^。;,]{2,60}$")
_LEVELS = ("l0", "l1", "l2", "l3", "l4", "l5")
_ARTICLE = 1
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
_TITLE_LENGTH = 40
_passage = maker(Passage)


def outline(
    view: TextView, cells: Sequence[tuple[int, int]] = (), notes: Sequence[Span] = ()
) -> tuple[tuple[Passage, ...], list[int]]:
    """Passages of a text, one per line, nested by number, and where each begins in the view.

    ``cells`` are spans of table cells in the view; lines that begin one get the kind ``cell``, those that
    begin one of the ``notes`` (spans of the original) the kind ``note``. The passages carry offsets of the
    original text.
    """
    text, offsets = view.text, view.offsets
    passages: list[Passage] = []
    starts: list[int] = []
    stack: list[int] = []
    apart = {view.from_raw(note.start): "note" for note in notes} | {start: "cell" for start, _ in cells}
    lines = lines_of(text)
    for index, (start, end, body) in enumerate(lines):
        match = _NUMBER.match(body) if body[0] in _OPENS_NUMBER else None
        if match:
            level_name = match.lastgroup or "l3"
            number = match[level_name]
            level = _LEVELS.index(level_name)
            if level_name == "l5":
                level = _level_of_article(passages, stack)
            rest = body[match.end() :]
            stop = rest.find("。")
            heading = rest if stop < 0 else rest[:stop]
            kind = "heading" if stop < 0 and len(rest) <= _TITLE_LENGTH else "item"
            if len(heading) > _TITLE_LENGTH:
                heading = ""
        elif body[0] == "附" and (_ANNEX.match(body) or _heads_table(lines, index, apart)):
            level, number, heading, kind = 0, "", body, "annex"
        else:
            level, number, heading, kind = 9, "", "", "paragraph"
        if start in apart:
            kind, level = apart[start], 9
        while stack and passages[stack[-1]].level >= level:
            stack.pop()
        parent = stack[-1] if stack else None
        starts.append(start)
        begin, stop = offsets[start], offsets[end - 1] + 1
        if level == 9:
            level_out = passages[parent].level + 1 if parent is not None else 1
            passages.append(_passage(level_out, number, kind, heading, begin, stop, parent))
            continue
        passages.append(_passage(level, number, kind, heading, begin, stop, parent))
        stack.append(len(passages) - 1)
    return tuple(passages), starts


def _heads_table(lines: Sequence[Line], index: int, apart: Mapping[int, str]) -> bool:
    """Whether a line names an annex whose table begins below it, at once or behind a line (单位:张)."""
    below = lines[index + 1 : index + 3]
    return bool(_NAMED_ANNEX.match(lines[index][2])) and any(apart.get(line[0]) == "cell" for line in below)


def _level_of_article(passages: Sequence[Passage], stack: Sequence[int]) -> int:
    """Articles stand above 一、 (一) 1. (1), as regulations have them, where none of these stands above them
    (一、标准, 第二条 …)."""
    above = next((passages[at] for at in stack if passages[at].level), None)
    return _ARTICLE if above is None or above.number.endswith("条") else _LEVELS.index("l5")


def section_years(passages: Sequence[Passage], starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """(offset in the view, year) of the top-level headings that name the year they are about."""
    found: list[tuple[int, int]] = []
    for passage, start in zip(passages, starts, strict=True):
        if passage.level == 1 and passage.number and not passage.number.endswith("条"):
            found.append((start, next(years_named(passage.heading), 0)))
    return tuple(found)


def years_named(words: str) -> Iterator[int]:
    """The years that words name (2023年工作回顾), in their order."""
    return (int(year) for year in _YEAR.findall(words))


def trail(passages: Sequence[Passage], index: int) -> tuple[str, ...]:
    """Headings above and of a passage, outermost first."""
    names: list[str] = []
    at: int | None = index
    while at is not None:
        if passages[at].heading:
            names.append(passages[at].heading)
        at = passages[at].parent
    return tuple(reversed(names))
