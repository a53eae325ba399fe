"""Which deadline governs a value.

A lead-in (到2022年,) governs the clauses after it up to the next deadline or full stop. It crosses
a full stop only inside a passage that states overall goals (a heading with 目标). A date inside a
clause, or behind the value, governs that clause alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from compare.reading.dates import Date, Force
from compare.reading.frame import Frame


def govern(
    dates: Sequence[Date],
    starts: Sequence[int],
    text: str,
    frame: Frame,
    position: int,
    clause: tuple[int, int],
    goal_start: Callable[[int], int | None],
) -> Date | None:
    """The date that governs the value at ``position``, None if none does.

    ``starts`` are the dates' offsets; ``goal_start(position)`` is where the goals passage around
    the position begins, None outside of one.
    """
    sentence_start, sentence_end = frame.sentence(position)
    at = bisect_left(starts, position) - 1
    while at >= 0 and dates[at].start >= sentence_start:
        date = dates[at]
        if date.force is Force.LEAD or (date.force is Force.LOCAL and date.start >= clause[0]):
            return date
        at -= 1
    behind = bisect_left(starts, position)
    while behind < len(dates) and dates[behind].start < sentence_end:
        date = dates[behind]
        if date.start < clause[1]:
            if date.force is not Force.DATE:
                return date
        elif date.start - clause[1] <= 3 and _only_date(text, frame, date):
            return date
        else:
            break
        behind += 1
    goals = goal_start(position)
    if goals is None:
        return None
    while at >= 0 and dates[at].start >= goals:
        if dates[at].force is Force.LEAD:
            return dates[at]
        at -= 1
    return None


_DONE = ("完成", "到位", "实现", "建成", "投用", "投入", "竣工", "交付", "落实")


def _only_date(text: str, frame: Frame, date: Date) -> bool:
    """A clause that says nothing but by when (…,2025年底前全面完成)."""
    end = frame.clause(date.start)[1]
    rest = text[date.end : end]
    return (
        date.force is not Force.DATE and len(rest) <= 8 and (not rest or any(word in rest for word in _DONE))
    )
