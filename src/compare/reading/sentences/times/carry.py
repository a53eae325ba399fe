"""How far a lead-in (到2025年,) reaches beyond its sentence: passages of goals, and lists it announces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Passage

_PROGRAMME = re.compile(
    r"#*[一-龥]{0,20}(?:19|20)[0-9]{2}年[^,。;:\n]{2,30}(?:项目|任务|任务分解表?|清单|工作要点|计划表?|安排|一览表|进度表|指标)"
)
_PROGRAMME_ENDS = frozenset("目务解表单点划排标")
_BULLETS = frozenset("●•·■◆★☆▪※○◎▲►➢√*-")
_ANNOUNCES = re.compile(r"(?:以下|如下|下列)[^,。;:\n]{0,10}。$")
# 规划提出,到2020年,要实现以下目标: paragraphs of goals follow
_ANNOUNCES_GOALS = re.compile(r"(?:[到至]|期间)[^。;:\n]{0,24}(?:以下|如下|下列)[^。;:\n]{0,6}目标:$")
_GOAL_PARAGRAPHS = 8  # so many at most
_DATED_LINE = re.compile(r"(?:力争|争取)?(?:到|至)(?:19|20)[0-9]{2}年")
_OF_GOALS = re.compile(r"目标|指标")
# 主要目标:到2025年,… with its text behind it, at the beginning of a line or of a sentence in it
_GOALS_OPENING = re.compile(
    r"[ \t]*(?:[【\[“]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、"
    r"|[0-9]{1,2}[.、])?[ \t]*(?:(?:《[^《》\n]{1,24}》|规划|方案|意见|纲要)?(?:给出|提出|明确|确定)了?)?"
    r"(?P<name>(?:总体|主要|工作|发展|具体|建设|任务|年度|阶段性?|预期|行动|近期)目标(?:任务)?)"
    r"(?:[】\]”]|[:。 \t-]|(?=[到至]20|20|力争|通过|经过)|,(?=[到至]20))"
)
_GOALS_HEADING = re.compile(rf"[\n。;]{_GOALS_OPENING.pattern}")
_HEADING_IN_LINE = re.compile(r"[。;][ \t]*(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)")


#: Behind the end of any text: where to look among spans for the last that begins at a position.
FAR = 1 << 60


@dataclass(frozen=True, slots=True)
class Reach:
    """Spans over which a lead-in carries: goals passages (one inside another counts with it), and lists with
    the sentence that opens them."""

    goals: tuple[tuple[int, int], ...]
    lists: tuple[tuple[int, int, int], ...]

    def floor(self, position: int) -> int | None:
        """How far back from a position a lead-in may stand, None if it may not leave the sentence."""
        at = bisect_right(self.goals, (position, FAR)) - 1
        if at >= 0 and position < self.goals[at][1]:
            return self.goals[at][0]
        at = bisect_right(self.lists, (position, FAR, FAR)) - 1
        if at >= 0 and position < self.lists[at][1]:
            return self.lists[at][2]
        return None


def reach(text: str, passages: Sequence[Passage], starts: Sequence[int]) -> Reach:
    """Where lead-ins carry, from the outline; ``starts`` are where the passages begin in the view."""
    goals: list[tuple[int, int]] = []
    lists: list[tuple[int, int, int]] = []
    for index, passage in enumerate(passages):
        start = starts[index]
        line_end = starts[index + 1] - 1 if index + 1 < len(passages) else len(text)
        line = text[start:line_end].rstrip("\n")
        if not passage.number and line[-1:] in _PROGRAMME_ENDS and _PROGRAMME.fullmatch(line):
            full_stop = text.find("。", line_end)
            end = text.rfind("\n", line_end, full_stop) if full_stop >= 0 else len(text)
            if end > line_end:
                lists.append((line_end, end, start))
        elif passage.number and "目标" in passage.heading:
            if not goals or start >= goals[-1][1]:
                goals.append((start, section_end(text, passages, starts, index, items_only=False)))
        elif _opens_list(line, text[line_end + 1 : line_end + 2]):
            end = section_end(text, passages, starts, index, items_only=True)
            if _ANNOUNCES_GOALS.search(line):
                end = max(end, _paragraphs_end(text, passages, starts, index))
            if end > line_end:
                lists.append((line_end, end, start + _announcement(line)))
    return Reach(tuple(sorted([*goals, *_run_in(text, goals)])), tuple(lists))


def section_end(
    text: str, passages: Sequence[Passage], starts: Sequence[int], index: int, *, items_only: bool
) -> int:
    """Where what stands below a passage ends; with ``items_only`` before the first that is no item."""
    for later in range(index + 1, len(passages)):
        number = passages[later].number
        if number and passages[later].level <= passages[index].level:
            return starts[later]
        if items_only and not number and text[starts[later]] not in _BULLETS:
            return starts[later]
    return len(text)


def _paragraphs_end(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> int:
    """Where the paragraphs end that a sentence announces as goals: at a number, at a line without a full
    stop, or behind so many."""
    last = min(index + 1 + _GOAL_PARAGRAPHS, len(passages))
    for later in range(index + 1, last):
        end = starts[later + 1] - 1 if later + 1 < len(passages) else len(text)
        if passages[later].number or not text[starts[later] : end].rstrip("\n").endswith(("。", ";")):
            return starts[later]
    return starts[last] if last < len(passages) else len(text)


def _run_in(text: str, goals: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Passages of goals whose heading runs in with their text: to the end of the line or the next such
    heading in it."""
    done = 0
    for heading in _goals_headings(text):
        start = heading.start("name")
        at = bisect_right(goals, start, key=lambda span: span[0]) - 1
        if start < done or (at >= 0 and start < goals[at][1]):
            continue
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        following = _HEADING_IN_LINE.search(text, heading.end(), line_end)
        done = following.start() + 1 if following else line_end
        yield start, done


def _goals_headings(text: str) -> Iterator[re.Match[str]]:
    """The headings of goals at the beginning of the text, of a line or of a sentence: looked for from the one
    word that all of them have, since line ends and full stops are many."""
    at = 0
    if opening := _GOALS_OPENING.match(text):
        yield opening
        at = opening.end()
    goals = text.find("目标", at)
    while goals >= 0:
        begins = max(text.rfind(mark, at, goals) for mark in "\n。;")
        heading = _GOALS_HEADING.match(text, begins) if begins >= 0 else None
        if heading:
            yield heading
            at = heading.end()
        goals = text.find("目标", max(at, goals + 2))


def _opens_list(line: str, below: str) -> bool:
    """Whether a line announces a list: by a colon or its words, or by a date over lines with bullets."""
    if line.endswith("。"):
        if "下" in line[-13:] and _ANNOUNCES.search(line, max(len(line) - 13, 0)):
            return True
    elif line.endswith((":", "具体为", "分别为", "分别是", "主要包括", "如下")):
        return True
    return below in _BULLETS and _DATED_LINE.match(line) is not None


def _announcement(line: str) -> int:
    """Where in a line the sentence begins that announces a list; goals are announced by the whole line."""
    sentence = max(line.rfind("。", 0, len(line) - 1), 0)
    return 0 if _OF_GOALS.search(line, sentence) else sentence
