"""Which noun of the text a value measures.

Three places, in this order of evidence: the noun behind a counted unit (建成8所敬老院), the noun phrase
before the verb or comparator (护理型床位占比不低于50%), and, where the clause has neither (2021年完成300张),
the subject of the clause or sentence before it. A part of a total (60所,其中商水县5所) has the noun of its
whole. :data:`SUBJECT_RULES` hold the order. Positions are offsets in the view.
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
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences import noun_behind
from compare.reading.sentences.noun_before import noun_before
from compare.reading.sentences.noun_parts import rate_parts

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
_PARAGRAPH = re.compile(r"[。!?;]\n")  # a subject is not carried into the next paragraph
_OF_PLACES = ("的", "以上的", "左右的")


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

    def nouns(self, value: Value, floor: int, previous: Span | None) -> tuple[Sequence[Span], str]:
        """Spans of what a value measures, one, or one for each of several rates; and the rule that found it.

        ``floor`` is where its words may begin, ``previous`` the subject of the statement before it.
        """
        sought = Sought(self, value, floor, previous)
        return first(SUBJECT_RULES(value.unit.sort), sought) or (((sought.before[0],) * 2,), "")

    def part(self, value: Value, floor: int, whole: Span) -> str:
        """The place a value is the part of, where its whole was said before (60所,其中商水县5所)."""
        if self.stated.get(whole) is not value.unit or value.start - whole[1] > _LONGEST_LIST:
            return ""
        if whole[0] < self.clauses.sentence(value.start)[0]:
            return ""
        if not _OF_WHICH.search(self.text, whole[1], value.start):
            return ""
        start, end = self.noun_before(floor, value.start)
        place = _PLACE.fullmatch(self.text, start, end)
        return place["name"] if place else ""

    def noun_before(self, floor: int, position: int) -> Span:
        """The noun phrase before a value, without the date that opens it."""
        start, end = noun_before(self.text, floor, position, self.lexicon)
        at = bisect_right(self.date_starts, start + _OPENING)
        for date in self.found.dates[max(at - 2, 0) : at]:
            if floor <= date.start and start < date.end <= end:
                start, end = noun_before(self.text, date.end, position, self.lexicon)
        return start, end


class Sought:
    """A value whose noun is sought, with the noun phrases before and behind it, found when asked for."""

    __slots__ = ("_before", "_behind", "finder", "floor", "previous", "text", "value")

    def __init__(self, finder: SubjectFinder, value: Value, floor: int, previous: Span | None) -> None:
        self.finder, self.value, self.floor, self.previous = finder, value, floor, previous
        self.text = finder.text
        self._before: Span | None = None
        self._behind: Span | None = None

    @property
    def before(self) -> Span:
        """The noun phrase before the value."""
        if self._before is None:
            self._before = self.finder.noun_before(self.floor, self.value.start)
        return self._before

    @property
    def behind(self) -> Span:
        """The noun phrase behind the value."""
        if self._behind is None:
            value = self.value
            self._behind = noun_behind.noun_behind(
                self.text, value.bound_end, value.clause_end, counts=value.unit.sort == "count"
            )
        return self._behind

    @property
    def of_places(self) -> bool:
        """Whether a share is one of what stands behind it (90%以上的社区)."""
        return self.text.startswith(_OF_PLACES, self.value.end)


Found = Sequence[Span]


def _noun(span: Span) -> Found | None:
    return (span,) if span[1] - span[0] >= 2 else None


def _part_of_a_whole(s: Sought) -> Found | None:
    previous = s.previous
    return (previous,) if previous and s.finder.part(s.value, s.floor, previous) else None


def _service_circle(s: Sought) -> Found | None:
    circle = noun_behind.circle(s.text, s.value.end)
    return (circle,) if circle else None


def _shared_verb(s: Sought) -> Found | None:
    value, previous = s.value, s.previous
    if not (s.of_places and previous and s.floor > value.clause_start):
        return None
    return (previous,) if _SAME_VERB.search(s.text[value.clause_start : value.start]) else None


def _before_a_share(s: Sought) -> Found | None:
    return _noun(s.before) if s.of_places else None


def _possessed(s: Sought) -> Found | None:
    has = noun_behind.possessed(s.text, s.value.end, s.value.clause_end) if s.of_places else None
    return (has,) if has else None


def _behind_a_share(s: Sought) -> Found | None:
    return _noun(s.behind) if s.of_places else None


def _with_an_age(s: Sought) -> Found | None:
    return _noun(s.behind)


def _counted(s: Sought) -> Found | None:
    counts = noun_behind.counts_something(s.text, s.floor, s.value.start)
    return _noun(s.behind) if counts else None


def _paid_for(s: Sought) -> Found | None:
    return _counted(s) if s.text.startswith("的", s.value.bound_end) else None


def _before(s: Sought) -> Found | None:
    return rate_parts(s.text, *s.before) if _noun(s.before) else None


def _behind(s: Sought) -> Found | None:
    return _noun(s.behind)


def _clause_before(s: Sought) -> Found | None:
    """The noun of a clause that leaves its predicate to this one (A率、B率,均达到100%)."""
    text, value, finder = s.text, s.value, s.finder
    if s.floor != value.clause_start or not _LEFT_OVER.match(text, s.floor, value.start):
        return None
    start, end = finder.clauses.clause(max(value.clause_start - 2, 0))
    start = max(start, end - CLAUSE_REACH)
    if text[end : end + 1] != "," or any(char.isdigit() for char in text[start:end]):
        return None
    begin, finish = noun_before(text, start, end, finder.lexicon)
    return rate_parts(text, begin, finish) if finish - begin >= 2 else None


def _same_sentence(s: Sought) -> Found | None:
    previous, stated = s.previous, s.finder.stated
    start = s.finder.clauses.sentence(s.value.start)[0]
    if not previous or previous[0] < start:
        return None
    unit = stated.get(previous)
    if unit is None or (unit.sort == "money") is (s.value.unit.sort == "money"):
        return (previous,)
    # 60张的,补助90万元;超过60张的: not the money but what was counted in the same unit.
    for span, other in reversed(stated.items()):
        if span[0] < start:
            return None
        if other is s.value.unit:
            return (span,)
    return None


def _row_name(s: Sought) -> Found | None:
    """The name of the table row that a position lies in, for prose that leaves its subject to the row."""
    cells, position = s.finder.cells, s.value.start
    at = bisect_right(cells, position, key=lambda cell: cell[0]) - 1
    return (cells[at][2:],) if at >= 0 and position < cells[at][1] else None


def _sentence_before(s: Sought) -> Found | None:
    if not s.previous or s.value.start - s.previous[1] >= _NEAR:
        return None
    return None if _PARAGRAPH.search(s.text, s.previous[1], s.value.start) else (s.previous,)


#: «so» is the value; the subject of each example is told by the rule's name.
SUBJECT_RULES: ByKind[Sought, Found] = ByKind(
    (
        Rule(
            "whole of a part",
            _part_of_a_whole,
            "建成敬老院60所,其中商水县«5所»。",
            "建成敬老院60所,改造幸福院«5所»。",
        ),
        Rule(
            "service circle",
            _service_circle,
            "打造“«15分钟»”养老服务圈。",
            "救护车«15分钟»到达。",
            only=("duration",),
        ),
        Rule(
            "verb shared by two shares",
            _shared_verb,
            "居家养老服务覆盖40%的城镇社区和«10%»的行政村。",
            "居家养老服务覆盖«40%»的城镇社区。",
            only=("share",),
        ),
        Rule(
            "before a share of places",
            _before_a_share,
            "居家养老服务覆盖«40%»的城镇社区。",
            "«90%»以上的社区建有日间照料机构。",
            "GUIDE: scope of a share of places is those places; the noun is what they have",
            only=("share",),
        ),
        Rule(
            "what places have",
            _possessed,
            "«90%»以上的社区建有日间照料机构。",
            "居家养老服务覆盖«40%»的城镇社区。",
            "GUIDE: scope of a share of places is those places; the noun is what they have",
            only=("share",),
        ),
        Rule(
            "behind a share",
            _behind_a_share,
            "将«55%»以上的福利彩票公益金用于养老。",
            "福利彩票公益金«55%»以上用于养老。",
            only=("share",),
        ),
        Rule(
            "who is of an age",
            _with_an_age,
            "«80周岁»以上老年人优先入住。",
            "老年人年满«80周岁»。",
            only=("age",),
        ),
        Rule(
            "behind a count",
            _counted,
            "建成«8所»敬老院。",
            "敬老院建成«8所»。",
            only=("count", "people", "frequency"),
        ),
        Rule(
            "what money is for",
            _paid_for,
            "提供«5000元»的建设补贴。",
            "建设补贴«5000元»。",
            only=("money",),
        ),
        Rule("before the value", _before, "护理型床位占比不低于«50%»。", "建成«8所»敬老院。"),
        Rule("behind the value", _behind, "达到«50%»护理型床位占比。", "护理型床位占比达到«50%»。"),
        Rule(
            "clause before",
            _clause_before,
            "甲类覆盖率,均达到«100%»。",
            "甲类覆盖率5%,均达到«100%»。",
        ),
        Rule(
            "said before in the sentence",
            _same_sentence,
            "护理型床位2020年完成200张,2021年完成«300张»。",
            "护理型床位2020年完成«200张»。",
        ),
        Rule(
            "name of the row",
            _row_name,
            "指标|2025年|说明\n护理型床位|500张|2023年达到«300张»\n养老机构|50家|长期坚持\n",
            "护理型床位2023年达到«300张»。",
        ),
        Rule(
            "sentence before",
            _sentence_before,
            "护理型床位2020年完成200张。2021年完成«300张»。",
            "护理型床位2020年完成200张,2021年完成«300张»。",
        ),
    )
)
