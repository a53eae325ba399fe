"""Which deadline governs a value.

A lead-in (到2022年,) governs the clauses after it up to the next deadline or full stop. It crosses
a full stop only inside a passage that states overall goals (a heading with 目标), and a line end only
into the list it announces (到2025年,完成以下任务:; a heading 2024年为民办实事项目 over items that are
no sentences). A date inside a clause, or behind the value,
governs that clause alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Passage
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities.dates import Date, Force

#: So many dates back a lead-in is looked for; no sentence has more.
_DATES_BACK = 40
_PROGRAMME = re.compile(
    r"#*[一-龥]{0,20}(?:19|20)[0-9]{2}年[^,。;:\n]{2,30}(?:项目|任务|任务分解表?|清单|工作要点|计划表?|安排|一览表|进度表|指标)"
)
_TERM = re.compile(r"(?:完成)?(?:时限|时间)[:为]?")
_OWN = frozenset({"的", "的约", "的近"})
_DONE = ("完成", "到位", "实现", "建成", "投用", "投入", "竣工", "交付", "落实")


@dataclass(frozen=True, slots=True)
class Reach:
    """Spans over which a lead-in carries: goals passages (one inside another counts with it), and lists with
    the sentence that opens them."""

    goals: tuple[tuple[int, int], ...]
    lists: tuple[tuple[int, int, int], ...]

    def floor(self, position: int) -> int | None:
        """How far back from a position a lead-in may stand, None if it may not leave the sentence."""
        at = bisect_right(self.goals, position, key=lambda span: span[0]) - 1
        if at >= 0 and position < self.goals[at][1]:
            return self.goals[at][0]
        at = bisect_right(self.lists, position, key=lambda span: span[0]) - 1
        if at >= 0 and position < self.lists[at][1]:
            return self.lists[at][2]
        return None


def reach(text: str, passages: Sequence[Passage], starts: Sequence[int]) -> Reach:
    """Where lead-ins carry, from the outline; ``starts`` are where the passages begin in the view."""
    goals: list[tuple[int, int]] = []
    lists: list[tuple[int, int, int]] = []
    for index, passage in enumerate(passages):
        line_end = starts[index + 1] - 1 if index + 1 < len(passages) else len(text)
        if not passage.number and _PROGRAMME.fullmatch(text[starts[index] : line_end].rstrip("\n")):
            full_stop = text.find("。", line_end)
            end = text.rfind("\n", line_end, full_stop) if full_stop >= 0 else len(text)
            if end > line_end:
                lists.append((line_end, end, starts[index]))
            continue
        opens_list = text[starts[index] : line_end].rstrip("\n").endswith(":")
        states_goals = bool(passage.number) and "目标" in passage.heading
        if not (opens_list or states_goals):
            continue
        end = len(text)
        for later in range(index + 1, len(passages)):
            ends_goals = passages[later].number and passages[later].level <= passage.level
            ends_list = opens_list and not states_goals and not passages[later].number
            if ends_goals or ends_list:
                end = starts[later]
                break
        if states_goals:
            if not goals or starts[index] >= goals[-1][1]:
                goals.append((starts[index], end))
        elif end > line_end:
            sentence = max(text.rfind("。", starts[index], line_end), starts[index])
            lists.append((line_end, end, sentence))
    return Reach(tuple(goals), tuple(lists))


def govern(
    dates: Sequence[Date],
    starts: Sequence[int],
    text: str,
    clauses: Clauses,
    position: int,
    clause: tuple[int, int],
    carry: Reach,
) -> Date | None:
    """The date that governs the value at ``position``, None if none does.

    ``starts`` are the dates' offsets, ``clause`` the span of the value's clause.
    """
    sentence_start, sentence_end = clauses.sentence(position)
    at = bisect_left(starts, position) - 1
    if at >= 0 and text[dates[at].end : position] in _OWN and text[dates[at].end] == "的":
        return dates[at]  # 2020年的30%
    lowest = max(at - _DATES_BACK, -1)
    while at > lowest and dates[at].start >= sentence_start:
        date = dates[at]
        if date.force is Force.LEAD or (date.force is Force.LOCAL and date.start >= clause[0]):
            return date
        at -= 1
    if behind := _behind(dates, starts, text, clauses, position, clause[1], sentence_end):
        return behind
    floor = carry.floor(position)
    if floor is None:
        return None
    while at > lowest and dates[at].start >= floor:
        if dates[at].force is Force.LEAD:
            return dates[at]
        at -= 1
    return None


def _behind(
    dates: Sequence[Date],
    starts: Sequence[int],
    text: str,
    clauses: Clauses,
    position: int,
    clause_end: int,
    sentence_end: int,
) -> Date | None:
    """A date behind the value: in its clause, in one of its own, or in the bracket after the sentence."""
    at = bisect_left(starts, position)
    while at < len(dates) and dates[at].start < min(clause_end, sentence_end):
        if dates[at].force is not Force.DATE:
            return dates[at]
        at += 1
    near = at < len(dates) and dates[at].start < sentence_end and dates[at].start - clause_end <= 3
    if near and _only_date(text, clauses, clause_end, dates[at]):
        return dates[at]
    return _promised(dates, starts, text, position, sentence_end)


def _only_date(text: str, clauses: Clauses, clause_end: int, date: Date) -> bool:
    """Whether a clause says nothing but by when (…,2025年底前全面完成)."""
    end = clauses.clause(date.start)[1]
    rest = text[date.end : end]
    if date.force is Force.DATE or len(rest) > 8 or any(char.isdigit() for char in rest):
        return False
    if rest:
        return any(word in rest for word in _DONE)
    return text[clause_end : clause_end + 1] != ";" and text[end : end + 1] in "。|\n"


def _promised(
    dates: Sequence[Date], starts: Sequence[int], text: str, position: int, end: int
) -> Date | None:
    """The date in a bracket behind the value or its sentence: (牵头单位:民政局;完成时限:2025年12月底前)."""
    bracket = text.find("(", position, min(end + 2, position + CLAUSE_REACH))
    close = text.find(")", bracket, bracket + 120) if bracket >= 0 else -1
    if close < 0:
        return None
    label = _TERM.search(text, bracket, close)
    at = bisect_left(starts, label.end() if label else bracket)
    if at >= len(dates) or dates[at].start >= close:
        return None
    return dates[at] if label or text.startswith(_DONE, dates[at].end) else None
