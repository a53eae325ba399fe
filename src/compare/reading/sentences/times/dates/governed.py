"""A value among the dates of its text that may govern it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from compare.frozen import maker, quickly
from compare.reading.page.clauses import Clauses
from compare.reading.quantities.dates import Date
from compare.reading.sentences.times.carry import Reach

Span = tuple[int, int]
#: So many dates back a lead-in is looked for; no sentence has more.
DATES_BACK = 40
#: So many on, one behind a value may govern it.
DATES_ON = 12
LONGEST_DONE = 8  # characters: 全面建成投入使用
DONE = (
    "完成", "到位", "实现", "建成", "投用", "投入", "完工", "竣工", "交付", "落实", "开业", "开张", "启用",
    "投运", "补齐", "配齐",
)  # fmt: skip
# 床位300张,2025年开工: says when it begins, not by when it is there
_BEGINS = re.compile("(?:正式|陆续|计划|全面)?(?:开工|动工|开建|奠基|立项|破土|启动|筹建|进场)")


@quickly
@dataclass(frozen=True, slots=True)
class Governed:
    """A value at ``position`` in its ``clause``, and the dates that may govern it.

    ``starts`` are the offsets of ``dates``; ``sentence`` is the span of its sentence, ``ahead`` and ``later``
    are the dates in it before and behind the value; ``carry`` says how far lead-ins reach beyond theirs.
    """

    dates: Sequence[Date]
    starts: Sequence[int]
    text: str
    clauses: Clauses
    position: int
    clause: Span
    carry: Reach
    sentence: Span
    ahead: Sequence[Date]
    later: Sequence[Date]


governed = maker(Governed)


def within(dates: Sequence[Date], starts: Sequence[int], start: int, end: int) -> Sequence[Date]:
    """The last dates that begin in a span."""
    behind = bisect_left(starts, end)
    return dates[max(bisect_left(starts, start), behind - DATES_BACK) : behind]


def says_it_is_done(g: Governed, date: Date) -> bool:
    """Whether the clause of a date goes on with nothing but that it will be done."""
    rest = g.text[date.end : g.clauses.clause(date.start)[1]]
    return len(rest) <= LONGEST_DONE and any(word in rest for word in DONE)


def only_begins(text: str, clauses: Clauses, date: Date) -> bool:
    """Whether a clause says of a date that something begins then, and nothing of its end."""
    if not _BEGINS.match(text, date.end):
        return False
    rest = text[date.end : clauses.clause(date.start)[1]]
    return not any(word in rest for word in DONE)
