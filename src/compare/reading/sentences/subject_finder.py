"""Which noun of the text a value measures.

It stands in one of three places: see :mod:`compare.reading.sentences.subjects`.

Positions are offsets in the view. A part of a total (60所,其中商水县5所) has the noun of its whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.page.spans import RowName
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.scan import Scan
from compare.reading.sentences import subjects

Span = tuple[int, int]

_LEFT_OVER = re.compile(r"(?:均|都|分别|不少于|不低于|达到|总数|共)")
_PLACE = re.compile(
    r"(?:其中|分别[为是在]|包括|即)?:?(?!全|各|[一-龥]{0,6}(?:[城社小园校矿灾景山库辖郊片]区|[城乡村]镇))"
    r"(?P<name>[一-龥]{1,8}?(?:自治[区州县]|[省市县区旗州盟镇乡]|街道|地区|新区|林场|兵团))(?:完成|新增|新建|建成|建设)?"
)
_OF_WHICH = re.compile(r"其中|分别|包括|[(:]")
_OPENING = 6  # a date this near to the noun's beginning opens it and is no part of it
_LONGEST_LIST = 600  # a total's parts stand in one sentence with it, this near at most
_NEAR = 60  # a subject of an earlier sentence reaches no farther
_SAME_VERB = re.compile(r"%(?:以上|左右)?的[^,。;0-9]{1,14}[和、及与]$")


class SubjectFinder:
    """Finds the nouns of the values of one text.

    ``stated`` holds the subjects found so far with the unit each had first; the one who reads the
    statements in order keeps it.
    """

    __slots__ = ("cells", "clauses", "date_starts", "found", "lexicon", "stated", "text")

    def __init__(
        self, text: str, clauses: Clauses, found: Scan, lexicon: Lexicon, cells: Sequence[RowName]
    ) -> None:
        self.text, self.clauses, self.found, self.lexicon, self.cells = text, clauses, found, lexicon, cells
        self.date_starts = [date.start for date in found.dates]
        self.stated: dict[Span, Unit] = {}

    def floor(self, value: Value) -> int:
        """Where the words that belong to a value may begin: its clause, or behind the value before it."""
        text = self.text
        floor = value.clause_start
        at = bisect_right(self.found.values, value.start - 1, key=lambda v: v.start) - 1
        if at >= 0 and self.found.values[at].bound_end > floor:
            floor = self.found.values[at].bound_end
            joint = text.find("、", floor, value.start)
            if joint >= 0:
                floor = joint + 1
            elif text[floor : floor + 1] in "和及与":
                floor += 1
        return floor

    def nouns(self, value: Value, floor: int, previous: Span | None) -> Sequence[Span]:
        """Spans of what a value measures: one, or one for each of several rates.

        ``floor`` is where its words may begin, ``previous`` the subject of the statement before it.
        """
        text = self.text
        sort = value.unit.sort
        if previous and self.part(value, floor, previous):
            return (previous,)
        if sort == "duration" and (named := subjects.circle(text, value.end)):
            return (named,)
        if sort == "share" and text.startswith(("的", "以上的", "左右的"), value.end):
            if (
                floor > value.clause_start
                and previous
                and _SAME_VERB.search(text[value.clause_start : value.start])
            ):
                # 覆盖40%的城镇社区和10%的行政村: the second share has the first one's verb and subject.
                return (previous,)
            start, end = self._noun_before(floor, value.start)
            if end - start >= 2:
                return ((start, end),)
            if has := subjects.possessed(text, value.end, value.clause_end):
                return (has,)
            span = subjects.after_value(text, value.bound_end, value.clause_end)
            if span[1] - span[0] >= 2:
                return (span,)
        if sort in ("count", "people", "age", "frequency") or (
            sort == "money" and text[value.bound_end : value.bound_end + 1] == "的"
        ):
            span = subjects.after_value(text, value.bound_end, value.clause_end)
            if span[1] - span[0] >= 2 and (
                sort == "age" or subjects.counts_something(text, floor, value.start)
            ):
                return (span,)
        start, end = self._noun_before(floor, value.start)
        if end - start >= 2:
            return subjects.rate_parts(text, start, end)
        span = subjects.after_value(text, value.bound_end, value.clause_end)
        if span[1] - span[0] >= 2:
            return (span,)
        if stated := self._clause_before(value, floor):
            return stated
        if previous and previous[0] >= self.clauses.sentence(value.start)[0]:
            return (previous,)
        if name := self._row_name(value.start):
            return (name,)
        if previous and value.start - previous[1] < _NEAR:
            return (previous,)
        return ((start, start),)

    def part(self, value: Value, floor: int, whole: Span) -> str:
        """The place a value is the part of, where its whole was said before (60所,其中商水县5所)."""
        if self.stated.get(whole) is not value.unit or value.start - whole[1] > _LONGEST_LIST:
            return ""
        if whole[0] < self.clauses.sentence(value.start)[0]:
            return ""
        if not _OF_WHICH.search(self.text, whole[1], value.start):
            return ""
        start, end = self._noun_before(floor, value.start)
        place = _PLACE.fullmatch(self.text, start, end)
        return place["name"] if place else ""

    def _noun_before(self, floor: int, position: int) -> Span:
        """The noun phrase before a value, without the date that opens it."""
        start, end = subjects.before_value(self.text, floor, position, self.lexicon)
        at = bisect_right(self.date_starts, start + _OPENING)
        for date in self.found.dates[max(at - 2, 0) : at]:
            if floor <= date.start and start < date.end <= end:
                start, end = subjects.before_value(self.text, date.end, position, self.lexicon)
        return start, end

    def _clause_before(self, value: Value, floor: int) -> Sequence[Span]:
        """The noun of a clause that leaves its predicate to this one (A率、B率,均达到100%)."""
        text = self.text
        if floor != value.clause_start or not _LEFT_OVER.match(text, floor, value.start):
            return ()
        start, end = self.clauses.clause(max(value.clause_start - 2, 0))
        start = max(start, end - CLAUSE_REACH)
        if text[end : end + 1] != "," or any(char.isdigit() for char in text[start:end]):
            return ()
        begin, finish = subjects.before_value(text, start, end, self.lexicon)
        return subjects.rate_parts(text, begin, finish) if finish - begin >= 2 else ()

    def _row_name(self, position: int) -> Span | None:
        """The name of the table row that a position lies in, for prose that leaves its subject to the row."""
        at = bisect_right(self.cells, position, key=lambda cell: cell[0]) - 1
        if at >= 0 and position < self.cells[at][1]:
            return self.cells[at][2:]
        return None
