"""Which noun of the text a value measures.

Three places, in this order of evidence: the noun behind a counted unit (建成8所敬老院), the noun phrase
before the verb or comparator (护理型床位占比不低于50%), and, where the clause has neither (2021年完成300张),
the subject of the clause or sentence before it. A part of a total (60所,其中商水县5所) has the noun of its
whole. The rules of ``subjects/rules.py`` hold the order. Positions are offsets in the view.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from compare.reading.page.clauses import Clauses
from compare.reading.page.lines import line_start
from compare.reading.page.spans import RowName
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.scan import Scan
from compare.reading.rules import first
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.subjects.rules import SUBJECT_RULES
from compare.reading.sentences.subjects.sought import Sought

Span = tuple[int, int]

_PLACE = re.compile(
    r"(?:其中|分别[为是在]|包括|即)?:?(?!全|各|[一-龥]{0,6}(?:[城社小园校矿灾景山库辖郊片]区|[城乡村]镇))"
    r"(?P<name>[一-龥]{1,8}?(?:自治[区州县]|[省市县区旗州盟镇乡]|街道|地区|新区|林场|兵团))(?:完成|新增|新建|建成|建设)?"
)
# 护理型床位30张,其中区人民医院20张、中医院10张
_HOUSE = re.compile("(?:其中:?)?(?P<name>[一-龥]{1,12}(?:医院|院|中心|机构))")
_OF_WHICH = re.compile(r"其中|分别|包括|\(|:")
_OPENS_PARTS = ("其中", "包括", "分别为")
_CLAIM = "全覆盖、"  # 城市实现全覆盖、农村达到70%
# 由610元|/人月|提高到645元
_JOINS_BASE = ("/", "·")
_BASE_OF_THE_VALUE_BEFORE = re.compile("[/·][人床张户名位个次餐年月日天所家处/·平方米]{1,6}")
# 30平方米|建筑面积且|每处500平方米
_BESIDE = re.compile("(?:的?(?:建筑|使用)?面积)?且|[和及与]")
_OPENING = 6  # a date this near to the noun's beginning opens it and is no part of it
_LONGEST_LIST = 600  # a total's parts stand in one sentence with it, this near at most


class SubjectFinder:
    """Finds the nouns of the values of one text.

    ``stated`` holds the subjects found so far with the unit each had first; the one who reads the
    statements in order keeps it.
    """

    __slots__ = ("cells", "clauses", "date_starts", "found", "lexicon", "stated", "text", "value_starts")

    def __init__(
        self, text: str, clauses: Clauses, found: Scan, lexicon: Lexicon, cells: Sequence[RowName]
    ) -> None:
        self.text, self.clauses, self.found, self.lexicon, self.cells = text, clauses, found, lexicon, cells
        self.date_starts = [date.start for date in found.dates]
        self.value_starts = [value.start for value in found.values]
        self.stated: dict[Span, Unit] = {}

    def floor(self, value: Value) -> int:
        """Where the words that belong to a value may begin: its clause, or behind the value before it."""
        text = self.text
        floor = value.clause_start
        at = bisect_left(self.value_starts, value.start) - 1
        while at >= 0 and self._aside(self.found.values[at], value):
            at -= 1
        if at >= 0 and self.found.values[at].bound_end > floor:
            floor = self.found.values[at].bound_end
            if text.startswith(_JOINS_BASE, floor) and (base := _BASE_OF_THE_VALUE_BEFORE.match(text, floor)):
                floor = base.end()
            joint = text.find("、", floor, value.start)
            if joint >= 0:
                floor = joint + 1
            elif beside := _BESIDE.match(text, floor, value.start):
                floor = beside.end()
        claim = text.rfind(_CLAIM, floor, value.start)
        return floor if claim < 0 else claim + len(_CLAIM)

    def _aside(self, before: Value, value: Value) -> bool:
        """Whether a bracket in the clause of ``value`` holds the value before it (站点(面积200平方米)3个)."""
        close = self.text.find(")", before.bound_end, value.start)
        return close >= 0 and self.text.rfind("(", value.clause_start, close) in range(
            value.clause_start + 2, before.start
        )

    def nouns(self, value: Value, floor: int, previous: Span | None) -> tuple[Sequence[Span], str]:
        """Spans of what a value measures, one, or one for each of several rates; and the rule that found it.

        ``floor`` is where its words may begin, ``previous`` the subject of the statement before it.
        """
        sought = Sought(self, value, floor, previous)
        sort = value.unit.sort
        state = "of places" if sort == "share" and sought.of_places else ""
        return first(SUBJECT_RULES(sort, state=state), sought) or (((sought.before[0],) * 2,), "")

    def part(self, value: Value, floor: int, whole: Span) -> str:
        """The place a value is the part of, where its whole was said before (60所,其中商水县5所)."""
        if self.stated.get(whole) is not value.unit or value.start - whole[1] > _LONGEST_LIST:
            return ""
        sentence = self.clauses.sentence(value.start)[0]
        # |新增老年食堂15个|民政局|其中北山街道1个|: a cell that tells the parts of what its row counts
        if self.text.startswith(_OPENS_PARTS, sentence):
            sentence = line_start(self.text, sentence)
        if whole[0] < sentence:
            return ""
        if not _OF_WHICH.search(self.text, whole[1], value.start):
            return ""
        start, end = self.noun_before(floor, value.start)
        place = _PLACE.fullmatch(self.text, start, end)
        if not place and value.unit.unit == "张":
            place = _HOUSE.fullmatch(self.text, start, end)
        return place["name"] if place else ""

    def noun_before(self, floor: int, position: int) -> Span:
        """The noun phrase before a value, without the date that opens it."""
        start, end = noun_before(self.text, floor, position, self.lexicon)
        at = bisect_right(self.date_starts, start + _OPENING)
        for date in self.found.dates[max(at - 2, 0) : at]:
            if floor <= date.start and start < date.end <= end:
                start, end = noun_before(self.text, date.end, position, self.lexicon)
        return start, end
