"""Where the noun of a value stands, in order of evidence: :data:`SUBJECT_RULES`.

Positions are offsets in the view. :mod:`compare.reading.sentences.subject_finder` asks them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.reading.cues import BOUNDS_BEHIND, NOT_BEYOND
from compare.reading.page.clauses import CLAUSE_REACH
from compare.reading.quantities.amounts import Value
from compare.reading.rules import ByKind, Rule, last_match
from compare.reading.sentences import noun_behind
from compare.reading.sentences.noun_before import noun_before
from compare.reading.sentences.noun_parts import rate_parts
from compare.reading.sentences.scopes import is_attribute

if TYPE_CHECKING:
    from compare.reading.sentences.subject_finder import SubjectFinder

Span = tuple[int, int]

_LEFT_OVER = re.compile(
    r"(?:[到至]?(?:19|20)[0-9]{2}年[底末]?前?)?(?:每[人户名位床张个年]|均|都|分别|不少于|不低于|达到?|总数|共)"
)
_NEAR = 60  # a subject of an earlier sentence reaches no farther
_SAME_VERB = re.compile(r"%(?:以上|左右)?的[^,。;0-9]{1,14}[和、及与]$")
_PARAGRAPH = re.compile(r"[。!?;]\n")  # a subject is not carried into the next paragraph
# 90%以上的社区, 40%以上行政村
_OF_PLACES = re.compile(
    r"(?:及?以上|左右)?(?:的(?!(?:资金)?比例|标准|份额|幅度|速度|水平|目标|要求)|(?=(?:城[市镇乡]|农村|行政|建制|中心|居)*(?:社区|村|街道|街镇|乡镇|镇|县)))"
)
# 助餐服务覆盖全部街道、85%以上乡镇和: the places before share the verb and its noun.
_COVERS = re.compile(
    r"(?:(?:已|将|要|应|均|基本|力争|有效)*(?:覆盖|惠及|延伸到))"
    rf"(?:(?:全部|所有|[0-9.]++%(?:{BOUNDS_BEHIND})?)的?[^,。;0-9]{{1,12}}[、和及与])*(?:{NOT_BEYOND}|超过|达到?|至少|到)?$"
)
# 将60%的公益金, 预留30%的号源: the share is one of what is acted on.
_ACTS_ON = re.compile(
    r"(?:将|把|用|拿出|预留|保留|留出|提取|筹集|列支|腾出|划出|安排|加强|改造|提升|培训|免除?|减免)$"
)
_PLACE = re.compile(r"(?:城镇|城市|城区|农村|山区)(?:地区)?(?=[一-龥]{4})")
_PLACE_ALONE = re.compile(r"城镇|城市|城区|农村|山区")
_PER_WHAT = re.compile(r"每一?[0-9]{0,4}[百千万]{0,2}(?:户|人|户家庭)(?:建筑面积)?(?:应当?|要|须)?$")
_OF_A_WHOLE = re.compile(r"约?占(?!比|地)")
_ROW_NUMBER = re.compile(r"[0-9]{1,2}[.、]\s*")


class Sought:
    """A value whose noun is sought, with the noun phrases before and behind it, found when asked for."""

    __slots__ = ("_before", "_behind", "_of_places", "finder", "floor", "previous", "text", "value")

    def __init__(self, finder: SubjectFinder, value: Value, floor: int, previous: Span | None) -> None:
        self.finder, self.value, self.floor, self.previous = finder, value, floor, previous
        self.text = finder.text
        self._before: Span | None = None
        self._behind: Span | None = None
        self._of_places: bool | None = None

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
        if self._of_places is None:
            self._of_places = _OF_PLACES.match(self.text, self.value.end) is not None
        return self._of_places

    @property
    def words(self) -> str:
        """The words before the value that belong to it alone, without a comparator at their end."""
        words = self.text[self.floor : self.value.start]
        bound = last_match(self.finder.lexicon.distant, words)
        return words[: bound.start()] if bound and bound.end() == len(words) else words


Found = Sequence[Span]


def _noun(span: Span) -> Found | None:
    return (span,) if span[1] - span[0] >= 2 else None


def _part_of_a_whole(s: Sought) -> Found | None:
    previous = s.previous
    return (previous,) if previous and s.finder.part(s.value, s.floor, previous) else None


def _service_circle(s: Sought) -> Found | None:
    circle = noun_behind.circle(s.text, s.value.end)
    return (circle,) if circle else None


def _covering(s: Sought) -> Found | None:
    value, text = s.value, s.text
    covers = _COVERS.search(text, value.clause_start, value.start) if s.of_places else None
    if not covers:
        return None
    start, end = noun_before(text, value.clause_start, covers.start(), s.finder.lexicon)
    if end - start >= 2:
        return ((start, end),)
    # 建设100个服务点,覆盖80%以上的行政村
    near = s.previous and s.previous[0] >= s.finder.clauses.sentence(value.start)[0]
    return (s.previous,) if near and s.previous else None


def _acting_on(s: Sought) -> Found | None:
    return _noun(s.behind) if s.of_places and _ACTS_ON.search(s.words) else None


def _size_in_a_description(s: Sought) -> Found | None:
    described = s.text.startswith("的", s.value.bound_end) and is_attribute(s.text[slice(*s.before)])
    return _noun(s.before) if described else None


def _fitted(s: Sought) -> Found | None:
    fitted = _PER_WHAT.search(s.words) and noun_behind.fitted(s.text, s.value.bound_end, s.value.clause_end)
    return _noun(fitted) if fitted else None


def _money_behind(s: Sought) -> Found | None:
    paid = noun_behind.paid(s.text, s.value.bound_end, s.value.clause_end)
    return _noun(paid) if paid else None


def _acted_on(s: Sought) -> Found | None:
    acted_on = noun_behind.acted_on(s.text, s.value.end, s.value.clause_end)
    return _noun(acted_on) if acted_on else None


def _lasting(s: Sought) -> Found | None:
    lasts = noun_behind.lasting(s.text, s.value.bound_end, s.value.clause_end)
    return (lasts,) if lasts else None


def _of_a_whole(s: Sought) -> Found | None:
    previous = s.previous
    if not previous or previous[0] < s.finder.clauses.sentence(s.value.start)[0]:
        return None
    return (previous,) if _OF_A_WHOLE.match(s.text, *s.before) else None


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
    people = noun_behind.people(s.text, s.value.end, s.value.clause_end)
    return _noun(people or s.behind)


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


def _elsewhere(s: Sought, noun: Span) -> Span:
    """A noun without the place before it, where the words of the value name one (城市…65%,农村50%)."""
    place = _PLACE.match(s.text, *noun)
    if not place or not _PLACE_ALONE.search(s.text, s.floor, s.value.start):
        return noun
    return place.end(), noun[1]


def _same_sentence(s: Sought) -> Found | None:
    previous, stated = s.previous, s.finder.stated
    start = s.finder.clauses.sentence(s.value.start)[0]
    if not previous or previous[0] < start:
        return None
    unit = stated.get(previous)
    if unit is None or (unit.sort == "money") is (s.value.unit.sort == "money"):
        return (_elsewhere(s, previous),)
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
    if at < 0 or position >= cells[at][1]:
        return None
    start, end = cells[at][2:]
    number = _ROW_NUMBER.match(s.text, start, end)
    return ((number.end() if number else start, end),)


def _sentence_before(s: Sought) -> Found | None:
    if not s.previous or s.value.start - s.previous[1] >= _NEAR or s.value.unit.sort == "age":
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
            "what covers places",
            _covering,
            "助餐服务覆盖全部街道、«85%»以上乡镇。",
            "«85%»以上的乡镇建有服务中心。",
            "GUIDE: scope of a share of places is those places; the noun is what they have",
            only=("share",),
        ),
        Rule(
            "what is acted on",
            _acting_on,
            "各级政府将«55%»的福利彩票公益金用于养老。",
            "助餐服务覆盖«55%»的社区。",
            only=("share",),
        ),
        Rule(
            "verb shared by two shares",
            _shared_verb,
            "居家养老服务进入40%的城镇社区和«10%»的行政村。",
            "居家养老服务进入«40%»的城镇社区。",
            only=("share",),
        ),
        Rule(
            "before a share of places",
            _before_a_share,
            "居家养老服务进入«40%»的城镇社区。",
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
            "«55%»以上的福利彩票公益金用于养老。",
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
            "size in a description",
            _size_in_a_description,
            "建有1所床位不少于«200张»的护理院。",
            "建有«1所»床位不少于200张的护理院。",
            "GUIDE: minimum site area is a standard",
            only=("count", "area", "people"),
        ),
        Rule(
            "fitted per households",
            _fitted,
            "新建住宅区按照每百户«20平方米»配建养老用房。",
            "新建住宅区养老用房按照每百户«20平方米»配建。",
            "gold: the noun of 每百户不低于30平方米配建养老服务设施 is 养老服务设施",
            only=("area",),
        ),
        Rule(
            "behind a count",
            _counted,
            "建成«8所»敬老院。",
            "敬老院建成«8所»。",
            only=("count", "people", "frequency"),
        ),
        Rule(
            "name of the money",
            _money_behind,
            "按每户«3000元»的标准给予改造补助。",
            "改造补助每户«3000元»。",
            only=("money",),
        ),
        Rule(
            "what money is for",
            _paid_for,
            "安排«5000元»的采购预算。",
            "采购预算«5000元»。",
            only=("money",),
        ),
        Rule(
            "what is acted on in the time",
            _acted_on,
            "自验收之日起«三个月»内将设施移交民政部门。",
            "设施«三个月»内移交民政部门。",
            "gold: the noun of 九十日内将设施以及有关建设资料移交 is what is handed over",
            only=("duration",),
        ),
        Rule(
            "what lasts so long",
            _lasting,
            "独生子女每年享受«20日»的护理假。",
            "独生子女的护理假每年«20日»。",
            only=("duration",),
        ),
        Rule(
            "share of a whole",
            _of_a_whole,
            "老年人口35万人,占总人口的«21%»。",
            "老年人口占总人口的«21%»。",
            only=("share",),
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
