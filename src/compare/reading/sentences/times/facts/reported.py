"""Values that a report or a piece of news tells, where no word of their line says what is ahead."""

from __future__ import annotations

from functools import lru_cache

from compare.model import Kind
from compare.reading.page.lines import line_start
from compare.reading.rules import Rule
from compare.reading.sentences.times.reports import looks_ahead
from compare.reading.sentences.times.timing import BOUNDS, Timed, Timing, intends


def _ahead(t: Timing) -> bool:
    """Whether the line of a value says anywhere what is meant to be."""
    end = t.text.find("\n", t.value.start)
    return _line_ahead(t.text, line_start(t.text, t.value.start), len(t.text) if end < 0 else end)


@lru_cache(maxsize=2)
def _line_ahead(text: str, start: int, end: int) -> bool:
    # a line is looked through once, however many values it has
    return looks_ahead(text, start, end) or intends(text, start, end)


def _told(t: Timing) -> Timed | None:
    if not t.reported or t.deadline or t.dated[1] > t.dated[0] or t.aims or t.kind is not Kind.TARGET:
        return None
    if t.value.comparator in BOUNDS or _ahead(t):
        return None
    return (Kind.PARAMETER, "")


_SOURCE = "GUIDE: facts are parameters without deadline"
REPORTED_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "told in a report",
        _told,
        "养老有保障\n2024-03-26 10:00 来源:日报\n服务网络不断健全,新建床位«300张»。",
        "养老有保障\n2024-03-26 10:00 来源:日报\n服务网络不断健全,将新建床位«300张»。",
        _SOURCE,
    ),
)
