"""Lists that a line announces (到2025年,实现以下目标:), and goals below a heading without a number: how far
they go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import Passage
from compare.reading.cues import SORTS_OF_GOALS

_ANNOUNCES = re.compile(r"(?:以下|如下|下列)[^,。;:\n]{0,10}。$")
# 到2025年,主要目标: and 到2025年: paragraphs of goals follow
_ANNOUNCES_GOALS = re.compile(
    r"(?:[到至]|期间)[^。;:\n]{0,24}(?:以下|如下|下列)[^。;:\n]{0,6}目标:$"
    r"|(?:^|[,。;:])(?:力争|争取)?[到至]?(?:19|20)[0-9]{2}年[底末]?[,:]$"
)
_NAMES_GOALS = re.compile(r"(?:目标|指标|要求)(?:是|为|如下)?(?::|(?<=如下))$")
_BY_THEN = re.compile(r"[到至](?:19|20)[0-9]{2}年")
_GOALS_END = (":", ",", "下")
_LAST = 48  # characters of a line that say what it announces
_GOAL_PARAGRAPHS = 8  # so many at most
_BY_A_YEAR = re.compile(r"(?:力争|争取)?(?:到|至)(?:19|20)[0-9]{2}年")
_OF_GOALS = re.compile(r"目标|指标")
# ● 养老床位…, ①养老床位…, 一是养老床位…
_MARKED = re.compile(r"[●•·■◆★☆▪※○◎▲►➢√*\-①-⑳]|[一二三四五六七八九十]{1,3}是")
_LAST_WORDS = (":", "具体为", "分别为", "分别是", "主要包括", "如下")
# 现就有关事项通知如下: the whole document follows, no list
_LETTERS = tuple(
    f"{word}如下{stop}" for word in ("通知", "通报", "公告", "函告", "函复", "批复", "公示") for stop in ":。"
)
_YEARS = (
    r"(?:(?:到|至)?(?:(?:19|20)[0-9]{2}年?-{1,2})?(?:19|20)[0-9]{2}年?[底末]?"
    r"|“?十[一二三四五]五”?(?:时期|期间|期末|末)?)"
)
# 2025年主要目标, 工作目标(到2025年), “十四五”时期发展目标: alone on its line
_GOALS_TITLE = re.compile(
    rf"[\[(]?{_YEARS}?[,的]?(?:{SORTS_OF_GOALS}|核心|量化|和|及)*"
    rf"(?:目标|指标)(?:任务|要求|体系)?(?:\({_YEARS}\))?[\])]?[:]?"
    # ——到2025年底前要实现的数字目标: words of any kind between the year and 目标
    rf"|-{{0,4}}{_YEARS}(?:之?前|以前)?(?:(?!完成|已)[一-龥“”]){{1,12}}(?:目标|指标)(?:任务|要求)?:?"
)
#: A heading without a number is no longer.
TITLE = 30
_NO_TITLE = frozenset("。;,:!?|0123456789-●•①")
_LONGEST_LINE = 80  # of a list without marks and stops
_DIGITS = frozenset("0123456789")
_TOP = 2  # 一、 and (一): the levels at which plans have their sections


def _announces_goals(line: str) -> bool:
    """Whether a line announces goals by a year: what it says last is looked at first."""
    if line[-1:] not in _GOALS_END:
        return False
    last = max(len(line) - _LAST, 0)
    if _ANNOUNCES_GOALS.search(line, last):
        return True
    return _NAMES_GOALS.search(line, last) is not None and _BY_THEN.search(line) is not None


def opens_list(line: str) -> bool:
    """Whether a line announces a list by a colon or its words."""
    if line.endswith(_LETTERS):
        return False
    if line.endswith("。"):
        return "下" in line[-13:] and _ANNOUNCES.search(line, max(len(line) - 13, 0)) is not None
    return line.endswith(_LAST_WORDS) or _announces_goals(line)


def is_dated(line: str, below: str) -> bool:
    """Whether a line announces a list by a date over lines with marks or numbered ones that go on behind
    a semicolon."""
    dated = _BY_A_YEAR.match(line, line.rfind("。", 0, max(len(line) - 1, 0)) + 1)
    return bool(dated and below and _goes_on(below))


def announcement(line: str) -> int:
    """Where in a line the sentence begins that announces a list; goals are announced by the whole line."""
    sentence = max(line.rfind("。", 0, len(line) - 1), 0)
    return 0 if _OF_GOALS.search(line, sentence) else sentence


def list_end(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> int:
    """Where the list ends that the line of a passage announces: its items, or lines without marks."""
    if not _is_line(text, passages, starts, index + 1):
        return section_end(text, passages, starts, index, items_only=True)
    line = line_at(text, starts, index)
    goals = _announces_goals(line)
    if goals or line.endswith(_LAST_WORDS) or _ANNOUNCES.search(line):
        return _unmarked_end(text, passages, starts, index + 1, goals=goals)
    return starts[index + 1]


def listed_below(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> int | None:
    """Where a list ends that follows goals said in a sentence: marked lines, or numbered ones that go on
    behind a semicolon; None without such a list."""
    below = line_at(text, starts, index + 1)
    if not below or not _goes_on(below):
        return None
    return section_end(text, passages, starts, index, items_only=True)


def section_end(
    text: str, passages: Sequence[Passage], starts: Sequence[int], index: int, *, items_only: bool
) -> int:
    """Where what stands below a passage ends; with ``items_only`` before the first that is no item.

    A paragraph holds what is numbered below the heading that it stands under itself.
    """
    passage = passages[index]
    level = passage.level if passage.number or not items_only else passage.level - 1
    for later in range(index + 1, len(passages)):
        number = passages[later].number
        if number and passages[later].level <= level:
            return starts[later]
        if items_only and not number and not _MARKED.match(text, starts[later]):
            return starts[later]
    return len(text)


def titled_goals_end(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> int | None:
    """Where goals end that stand below a heading without a number, None where the line is no such heading."""
    line = line_at(text, starts, index)
    if len(line) > TITLE or not _GOALS_TITLE.fullmatch(line) or index + 1 >= len(passages):
        return None
    below = passages[index + 1]
    if below.number and below.level <= _TOP and _DIGITS.isdisjoint(line_at(text, starts, index + 1)):
        return None  # a title over sections
    level = below.level if below.number else _TOP + 1
    for later in range(index + 1, len(passages)):
        passage = passages[later]
        ends = passage.level < level if passage.number else _is_title(line_at(text, starts, later))
        if ends or passage.kind == "cell":
            return starts[later]
    return len(text)


def _is_title(line: str) -> bool:
    return len(line) <= TITLE and _NO_TITLE.isdisjoint(line)


def _is_line(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> bool:
    """Whether a passage is a line of running text without number or mark."""
    if index >= len(passages) or passages[index].number or passages[index].kind != "paragraph":
        return False
    return not _MARKED.match(text, starts[index])


def _unmarked_end(
    text: str, passages: Sequence[Passage], starts: Sequence[int], index: int, *, goals: bool
) -> int:
    """Where a list ends that begins with a passage and whose lines have no marks: behind the first full stop,
    before a line that announces another or that has no stop and counts nothing; a sentence alone is no list,
    but goals may be so many sentences."""
    last = index + _GOAL_PARAGRAPHS if goals else len(passages)
    for at in range(index, last):
        if not _is_line(text, passages, starts, at):
            return starts[at] if at < len(starts) else len(text)
        line = line_at(text, starts, at)
        if not line.endswith((";", ",", "。")) and not _counts(line):
            return starts[at]
        if line.endswith("。") and not goals:
            return starts[at] + len(line) if at > index else starts[at]
    return starts[last] if last < len(starts) else len(text)


def _counts(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and not _DIGITS.isdisjoint(line) and not line.endswith(":")


def _goes_on(below: str) -> bool:
    """Whether the line below one is a marked item, or a numbered one that ends in a semicolon."""
    return _MARKED.match(below) is not None or (below[0] in "1(" and below.endswith(";"))


def line_at(text: str, starts: Sequence[int], index: int) -> str:
    """The line of a passage, "" behind the last."""
    if index >= len(starts):
        return ""
    end = starts[index + 1] - 1 if index + 1 < len(starts) else len(text)
    return text[starts[index] : end].rstrip("\n")
