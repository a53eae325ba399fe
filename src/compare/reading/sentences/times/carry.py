"""How far a lead-in (到2025年,) reaches beyond its sentence: passages of goals, and lists it announces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Passage
from compare.reading.cues import SORTS_OF_GOALS
from compare.reading.page.outline import years_named
from compare.reading.quantities.dates import Date, Force
from compare.reading.sentences.times.announced import (
    TITLE,
    announcement,
    is_dated,
    line_at,
    list_end,
    listed_below,
    opens_list,
    section_end,
    titled_goals_end,
)
from compare.reading.sentences.times.goal_paragraphs import paragraphs_of_goals

_PROGRAMME = re.compile(
    r"#*[一-龥]{0,20}(?:19|20)[0-9]{2}年[^,。;:\n]{2,30}(?:项目|任务|任务分解表?|清单|工作要点|计划表?|安排|一览表|进度表|进展表|情况表|指标)(?:\([一-龥0-9-]{1,9}\))?"
)
_PROGRAMME_ENDS = frozenset("目务解表单点划排标)")
# 主要目标:到2025年,… with its text behind it, at the beginning of a line or of a sentence in it
_GOALS_OPENING = re.compile(
    r"[ \t]*(?:[【\[“]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、"
    r"|[0-9]{1,2}[.、])?[ \t]*(?:(?:《[^《》\n]{1,24}》|规划|方案|意见|纲要)?(?:给出|提出|明确|确定)了?)?"
    rf"(?P<name>(?:{SORTS_OF_GOALS})目标(?:任务)?)"
    r"(?:[】\]”]|[:。 \t-]|(?=[到至]20|20|力争|通过|经过)|,(?=[到至]20))"
)
_GOALS_HEADING = re.compile(rf"[\n。;]{_GOALS_OPENING.pattern}")
_HEADING_IN_LINE = re.compile(r"[。;][ \t]*(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)")


Span = tuple[int, int]
_DEEPEST = 3  # lists around a list

#: Behind the end of any text: where to look among spans for the last that begins at a position.
FAR = 1 << 60


@dataclass(frozen=True, slots=True)
class Reach:
    """Spans over which a lead-in carries, sorted and apart: passages of goals (one inside another counts with
    it), and lists, each with the spans of the words that announce it and the lists around it."""

    goals: tuple[Span, ...]
    lists: tuple[tuple[int, int, tuple[Span, ...]], ...]

    def among_goals(self, position: int) -> Span | None:
        """The goals that a position stands among."""
        if not self.goals:
            return None
        at = bisect_right(self.goals, (position, FAR)) - 1
        return self.goals[at] if at >= 0 and position < self.goals[at][1] else None

    def date_of_goals(self, position: int, dates: Sequence[Date]) -> Date | None:
        """The one date that leads the goals before a position among them (a table below 到2025年,…); None
        where there is none, or another beside it (展望2035年)."""
        goals = self.among_goals(position)
        if goals is None:
            return None
        ahead = [date for date in dates if date.force is Force.LEAD and goals[0] <= date.start < position]
        return ahead[0] if len({date.value for date in ahead}) == 1 and not ahead[0].past else None

    def announced(self, position: int) -> tuple[Span, ...]:
        """What announces the lists that a position stands in, the innermost first."""
        if not self.lists:
            return ()
        at = bisect_right(self.lists, (position, FAR)) - 1
        return self.lists[at][2] if at >= 0 and position < self.lists[at][1] else ()

    def carries(self, position: int) -> bool:
        """Whether a lead-in may stand in a sentence before that of a position."""
        return self.among_goals(position) is not None or bool(self.announced(position))


def reach(text: str, passages: Sequence[Passage], starts: Sequence[int]) -> Reach:
    """Where lead-ins carry, from the outline; ``starts`` are where the passages begin in the view."""
    goals: list[Span] = []
    lists: list[tuple[int, int, Span]] = []
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    for index, (passage, start, line_end) in enumerate(zip(passages, starts, ends, strict=False)):
        line = text[start:line_end].rstrip("\n")
        may_name = "标" in (passage.heading if passage.number else line[:TITLE])
        if may_name and (not goals or start >= goals[-1][1]):
            end = _goals_end(text, passages, starts, index)
            if end is not None:
                goals.append((start, end))
                continue
        if not passage.number and line[-1:] in _PROGRAMME_ENDS and _PROGRAMME.fullmatch(line):
            full_stop = text.find("。", line_end)
            end = text.rfind("\n", line_end, full_stop) if full_stop >= 0 else len(text)
            title = (start, line_end)
            lists.append((line_end, end, title))
            lists += [(*span, title) for span in _headings(text, passages, starts, index + 1, end)]
        elif opens_list(line) or ("年" in line and is_dated(line, _below(text, passages, starts, index + 1))):
            end = list_end(text, passages, starts, index)
            lists.append((line_end, end, (start + announcement(line), line_end)))
    goals += _run_in(text, passages, starts, goals)
    return Reach(
        tuple(_joined(sorted([*goals, *paragraphs_of_goals(text)]))),
        tuple(_apart(sorted(listed for listed in lists if listed[1] > listed[0]))),
    )


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Sorted spans without those inside another; of two that overlap the first goes to the end of both."""
    open_: Span | None = None
    for start, end in spans:
        if open_ and start < open_[1]:
            open_ = open_[0], max(open_[1], end)
            continue
        if open_:
            yield open_
        open_ = start, end
    if open_:
        yield open_


def _headings(
    text: str, passages: Sequence[Passage], starts: Sequence[int], index: int, after: int
) -> Iterator[Span]:
    """The items of a programme that head what is told of them (一、新增床位300张), behind a position:
    numbered lines of the first one's level without a stop, up to one that names a year or the next
    programme."""
    level = 0
    for at in range(index, len(passages)):
        line = line_at(text, starts, at)
        if not passages[at].number:
            if line[-1:] in _PROGRAMME_ENDS and _PROGRAMME.fullmatch(line):
                return
            continue
        level = level or passages[at].level
        if passages[at].level == level:
            if any(years_named(line)):
                return
            if starts[at] >= after and "。" not in line:
                yield starts[at], starts[at] + len(line)


def _below(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> str:
    """The line of a passage, "" where there is none: the mark of a note (① 含在建床位500张) opens no list."""
    is_note = index < len(passages) and passages[index].kind == "note"
    return "" if is_note else line_at(text, starts, index)


def _apart(lists: Sequence[tuple[int, int, Span]]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    """Lists (start, end, what announces them) without overlap, with all that announces them."""
    around: list[tuple[int, tuple[Span, ...]]] = []
    at = 0
    for start, end, words in [*lists, (FAR, FAR, (FAR, FAR))]:
        while around and around[-1][0] <= start:
            yield at, around[-1][0], around[-1][1]
            at = around.pop()[0]
        if around:
            yield at, start, around[-1][1]
            end = min(end, around[-1][0])
        around.append((end, (words, *around[-1][1][:_DEEPEST]) if around else (words,)))
        at = start


def _goals_end(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> int | None:
    """Where a section of goals ends that a passage heads, None where it heads none."""
    if passages[index].number:
        # 1.发放补贴860万元,改造目标300户正在落实。 is none
        goals = "目标" in passages[index].heading.partition(",")[0]
        return section_end(text, passages, starts, index, items_only=False) if goals else None
    return titled_goals_end(text, passages, starts, index)


def _run_in(
    text: str, passages: Sequence[Passage], starts: Sequence[int], goals: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Passages of goals whose heading runs in with their text: to the next such heading in its line, else to
    the end of the line and of the list below it."""
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
        if not following:
            done = listed_below(text, passages, starts, bisect_right(starts, start) - 1) or done
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
