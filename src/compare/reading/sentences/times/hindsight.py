"""Which parts of a text look back: sections of a report under such a heading (2023年工作回顾, 发展基础), and
paragraphs that begin with the time they look back on (五年来,…)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Passage, PastPart
from compare.reading.page.lines import lines_of
from compare.reading.rules import first
from compare.reading.sentences.times.accounts import is_plan, named_plan
from compare.reading.sentences.times.carry import FAR, Reach
from compare.reading.sentences.times.looking_back import PAST_RULES, Line, Told
from compare.reading.sentences.times.past_headings import is_heading


@dataclass(frozen=True, slots=True)
class Hindsight:
    """The parts of a text that look back, sorted; their offsets are of whatever the positions are of.

    ``begins`` is the first year of the latest five-year plan that the text is or cites, 0 if none.
    """

    parts: tuple[PastPart, ...]
    begins: int = 0

    def year(self, position: int) -> int | None:
        """The last year told of around a position, None where the text does not look back."""
        if not self.parts:
            return None
        at = bisect_right(self.parts, position, key=_start) - 1
        return self.parts[at].year if at >= 0 and position < self.parts[at].end else None


def _start(part: PastPart) -> int:
    return part.start


def hindsight(
    text: str, passages: Sequence[Passage], starts: Sequence[int], title: str, since: int, carry: Reach
) -> Hindsight:
    """What looks back, from the outline; ``starts`` are where the passages begin in the view, ``since`` is
    the first of several years that the document is for, 0 if unknown.

    In a document whose ``title`` is that of no plan a paragraph that opens with what has come about looks
    back too, except among the goals that ``carry`` knows.
    """
    tells = not is_plan(title)
    begins = max(first_year_of_plan(text, title), 0 if tells else since)
    found = [told for told, _ in told_by_rule(text, passages, starts, begins, carry, tells=tells)]
    return Hindsight(tuple(PastPart(*span) for span in _flat(found) if span[1] > span[0]), begins)


def first_year_of_plan(text: str, title: str) -> int:
    """First year of the latest five-year plan that a text is or cites, 0 if none."""
    opening, _, _ = text.partition("\n")
    return named_plan(text, title or (opening if is_heading(opening) else ""))


def told_by_rule(
    text: str, passages: Sequence[Passage], starts: Sequence[int], begins: int, carry: Reach, *, tells: bool
) -> Iterator[tuple[Told, str]]:
    """Each stretch that looks back with the rule that found it; an inner one may lie in an outer one."""
    done = titled = 0
    for index, (start, _, words) in enumerate(lines_of(text)):  # each line that is not empty is a passage
        if start < done or passages[index].kind == "cell":
            continue
        line = Line(text, passages, starts, index, start, words, start < titled, begins, tells, carry)
        if found := first(PAST_RULES, line):
            past, rule = found
            done, titled = past.done or done, past.titled or titled
            yield from ((told, rule) for told in past.told)


def _flat(spans: Sequence[Told]) -> Iterator[Told]:
    """The spans without overlap, the inner before the outer; one that says no year has that of the outer."""
    around: list[Told] = []
    at = 0
    for start, end, year in [*sorted(spans), (FAR, FAR, 0)]:
        while around and around[-1][1] <= start:
            yield at, around[-1][1], around[-1][2]
            at = around.pop()[1]
        if around:
            yield at, start, around[-1][2]
            end, year = min(end, around[-1][1]), year or around[-1][2]
        around.append((start, end, year))
        at = start
