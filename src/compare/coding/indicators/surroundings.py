"""The words around a statement that may say what it measures, from the nearest to the farthest.

The *clause* ends at commas; the *part* of a sentence at semicolons and full stops, so that it holds the
condition before a main clause (新建服务站的,每个补助8万元); the *sentence* at full stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.coding.indicators.blanking import blanked
from compare.model import Comparator, Kind, Passage, Statement
from compare.reading.sentences.kinds.rules import CONDITIONS
from compare.reading.sentences.scopes.rules import is_attribute

#: Words farther off than this do not say what a value measures.
REACH = 400
STOPS = frozenset("。!?！？\n|")
_PARTS = STOPS | frozenset(";；")
_BREAKS = _PARTS | frozenset(",，:：")

_PLACES = "(?:城[市镇乡]|农村|乡村)?(?:社区|街道|乡镇|行政村|中心村|村|地区)"
_WHOM_OR_WHERE = (
    r"[^,，。;；:：0-9]{0,14}(?:老年?人|人员|对象|家庭|儿童|职工)(?:每[人户])?(?:每[年月日天餐])?"
    rf"|{_PLACES}|城[市镇]|农村"
)
# 配建率 alone is that of what the part of the sentence is about.
_RATE_ALONE = re.compile(
    "(?:服务|总体|平均)?(?:覆盖|配建|达标|设置|建成|建有|配备|参保|筛查|评估|探访|巡访|签约|建档|体检|培训|持证)率|(?:覆盖)?(?:面|比例)|占比|比重|缴[纳费]|支付|报销"
)
# 90%以上的乡镇|和60%以上的农村社区建立…: what they have stands behind the last of them.
_SHARE_OF_PLACES = re.compile(f"(?:以[上下内])?的?(?P<places>{_PLACES})")
_GIVEN = (
    r"(?:按照?|对|可|再|另|均|单个|项目|由|分别|依次|给予|予以|发放|享受|补助|补贴|奖励|奖补|资助|一次性|不|最高|标准|为|的|被?评定?为"
    r"|每[个所家处张床户人名台部]|[户人]均|床位|每?[年月日]|[一二三四五1-5A-E甲乙丙特]{1,3}星?级|优秀|良好|合格|经费)+"
)
# 养老机构126家,床位1.9万张: the beds of all of them together
_BEDS = frozenset(("床位", "总床位", "床位数"))
_HOMES = re.compile(
    r"养老(?:服务)?机构(?:共|总数)?(?:达到?)?(?!1[家所个])[0-9.,，万余多]+[家所个]"
    r"(?:[,，、](?:其中)?(?:公办|民办|公建民营|民营|社会(?:力量[兴举])?办)[0-9]+[家所个]){0,3}[,，、](?:共有|拥有|有|共)?$"
)
# 敬老院按照占地不少于二亩、床位不少于二十张的标准建设: the beds of each such home
_HOMES_LISTED = re.compile(
    r"(?:养老(?:服务)?(?:机构|中心|公寓)|敬老院|福利院|养老院|幸福院|老年公寓|供养机构)[^。;；]{0,60}?[,，]"
    r"(?:总?共|合计|共计|总计)(?:有|拥有|设有?|设置)?$"
)
# 具备全托、日托、家庭养老床位等综合功能的服务中心: what is listed describes what is counted.
_FUNCTIONS = re.compile(
    r"(?:具备|具有|提供|开展|运营)[^,，。;；的]{2,40}等(?=[一-龥]{0,6}(?:功能|服务|项目|能力)的)"
)
_HOUSE = re.compile(
    r"(?:^|\s)(?P<house>[一-龥]{0,16}(?:机构|中心|[老利养]院|养老(?:服务)?设施))(?:应当?|须|要|可|原则上|建设|设置|规模|按照?)"
)
_ACTS = frozenset(
    ("接待", "服务", "培训", "增加", "扩充", "救助", "惠及", "发放", "投入", "安排", "引进", "培养")
)
# 培训1000名院长、10万名护理员: what is done to the first is done to all of them
_DONE_TO_LIST = re.compile(
    r"(?P<done>培训|培养|引进|救助|惠及)"
    r"(?:[0-9.]+[万千余多]*(?:名|人次?|位|个)(?:以上|左右)?[^0-9、,，。;；]{2,20}[、和及与])++$"
)
_ELLIPTIC = re.compile(_WHOM_OR_WHERE)
_ELLIPTIC_SUM = re.compile(f"{_WHOM_OR_WHERE}|{_GIVEN}|")

_PAID_FOR = re.compile("(?:建设|开办|改造|运营|运行)(?:扶持|支持|资助|补贴|补助|奖补)(?:政策|标准|资金)?")
_DURATIONS = frozenset(("日", "工作日", "小时"))
_TAKEN = re.compile("罚款|押金|保证金|预[收付]")

#: Whose homes or beds they are.
OWNERS = frozenset(("公办", "民办", "公建民营", "社会办", "民营", "社会力量兴办", "社会力量举办"))
PARTS_FOLLOW = re.compile("其中|分别[为是]|包括|即")
_PART_OF_PLACES = re.compile("[一-龥]{1,10}(?:街道|镇|乡|县|区|市|旗|村|社区|州)")
_PART_OF_HOMES = re.compile("[一-龥]{2,24}(?:公寓|中心|(?<![医生])院|公司|之家|机构|站)")
_COUNTS = "(?:[0-9](?![0-9.]*[周岁星级A-Z—-])|[一二两三四五六七八九十](?=[次名个所家张处户]))"
# The number before a statement, with its noun up to the joint; the joint before a noun with its own number.
_BEFORE = re.compile(f"(?:.*{_COUNTS}[^0-9、和及与]*[、和及与]|.*{_COUNTS})")
_NOUN = re.compile("[一-龥]{2}")
_NOUN_BEHIND = re.compile("(?!以[上下内外]|左右|上下|[和及与])[一-龥]{2}")
_COUNTED = re.compile("(?!以[上下内外]|左右|[和及与已均都]|正在|在建|建成|投入|完成)[一-龥]")
_NEXT = re.compile(f"[、和及与](?=[^、和及与]*{_COUNTS})")


def _named(words: str) -> str:
    """The words without the functions that only describe what is named."""
    return blanked(_FUNCTIONS, words) if "等" in words else words


class Surroundings:
    """The texts a statement may be coded by, cut only when asked for."""

    __slots__ = (
        *("_acted_on", "_clause", "_elliptic", "_names", "_stretch"),
        *("marks", "passages", "statement", "text"),
    )

    def __init__(self, text: str, statement: Statement, passages: Sequence[Passage]) -> None:
        self.text, self.statement, self.passages = text, statement, passages
        self.marks = marks_of(text)
        self._acted_on: str | None = None
        self._clause: str | None = None
        self._stretch: str | None = None
        self._elliptic: bool | None = None
        self._names: bool | None = None

    def tiers(self) -> Iterator[tuple[str, str]]:
        """The texts to try, best evidence first, each with its name."""
        at = self.statement.start
        yield "subject", _named(self.acted_on())
        if self._are_beds_of_all(at):
            yield "facility", f"养老机构{self.statement.subject}总数"
        elif self.statement.scope_text and is_attribute(self.statement.subject):
            # 床位 behind 县级供养机构 are the beds of each such home.
            yield "facility", f"每个{self.statement.scope_text}{self.statement.subject}"
        elif self.statement.subject in _BEDS and (house := _HOUSE.search(self.part_before())):
            yield "facility", f"每个{house['house']}{self.statement.subject}"
        elif self.statement.unit == "张" and is_condition(self.statement):
            # 新建床位达到50张的: the size of each home that is meant
            yield "facility", "单个机构床位规模"
        if self.statement.kind is not Kind.ALLOCATION:
            yield "clause", _named(self.stretch())
            if self.is_elliptic() or self.is_rate_alone():
                yield "part", self.part()
            if not self.names_its_subject():
                yield "sentence", self.sentence()
            elif self.is_elliptic():
                yield "lead", self.lead()

    def _are_beds_of_all(self, at: int) -> bool:
        said = self.statement
        if said.subject not in _BEDS or said.comparator not in (Comparator.EQ, Comparator.ABOUT):
            return False
        since = _last(self.marks.stops, at)
        return bool(_HOMES.search(self.text, since, at) or _HOMES_LISTED.search(self.text, since, at))

    def clause(self) -> str:
        """The clause that holds the whole quotation."""
        if self._clause is None:
            start = _last(self.marks.breaks, self.statement.start)
            self._clause = self.text[start : _next(self.marks.breaks, self.statement.end)]
        return self._clause

    def stretch(self) -> str:
        """What of the clause is this statement's: from the number before it to the joint before the next one
        (新增|日间服务中心83家|和助餐场所217个)."""
        if self._stretch is None:
            self._stretch = self._own_part(self.clause())
        return self._stretch

    def _own_part(self, clause: str) -> str:
        said = self.statement
        at = _last(self.marks.breaks, said.start)
        from_, until = said.start - at, min(max(said.end, said.value_end) - at, len(clause))
        places = self._places()
        # What places have may be quoted from the first of them on.
        from_ = said.value_start - at if places else from_
        before = _BEFORE.match(clause, 0, from_) if places or self.names_its_subject() else None
        start = before.end() if before else 0
        if before and not _NOUN.search(clause, start, max(said.value_start - at, start)):
            # 分别给予1.2万元、6000元, but 16个区域中心和|120个村级站点
            counts = not said.unit.startswith("元") and _NOUN_BEHIND.match(clause, said.value_end - at)
            start = start if counts or places else 0
        behind = _NEXT.search(clause, until)
        if behind and places and places.end() - at == behind.start():
            behind = None
        return clause[start : behind.start() if behind else len(clause)]

    def of_the_statement(self) -> Iterator[str]:
        """What the statement says of itself, the surest first: subject, quotation, who acts."""
        yield self.statement.subject
        yield self.text[self.statement.start : self.statement.end]
        yield self.actor()

    def own(self) -> str:
        """Subject and stretch of the clause: what the statement says of itself."""
        clause, subject = self.stretch(), self.acted_on()
        return clause if subject in clause else f"{subject}\n{clause}"

    def whose(self) -> str:
        """What the statement says of itself; of what belongs to something (新增床位), is taken of somebody (a
        fine) or says how often and how long (检查), its part too."""
        subject, own, unit = self.statement.subject, self.own(), self.statement.unit
        of_acts = unit.startswith("次/") or unit in _DURATIONS
        belongs = of_acts or is_attribute(subject) or subject.endswith("床位") or _TAKEN.search(own)
        return f"{own}\n{self.part()}" if belongs else own

    def part(self) -> str:
        """The clauses up to the end of the value's clause, back to a semicolon or full stop."""
        start = _last(self.marks.parts, self.statement.value_start)
        end = _next(self.marks.breaks, max(self.statement.end, self.statement.value_end))
        return self.text[start:end]

    def actor(self) -> str:
        """The words before the quotation in its clause, if they hold no value (万里医院扩充|医养结合床位)."""
        at, subject = self.statement.start, self.statement.subject
        if subject and not self.names_its_subject():
            # said in a clause before: 为困难老年人发放养老服务补贴,每人每月120元
            floor = _last(self.marks.stops, at)
            at = max(self.text.rfind(subject, floor, at), floor)
        start = _last(self.marks.breaks, at)
        words = self.text[start:at]
        return "" if any(map(str.isdigit, words)) else words

    def acted_on(self) -> str:
        """The subject behind what is done to it, where that is said (接待|老年人 are no population)."""
        if self._acted_on is None:
            places = self._places()
            self._acted_on = places["places"] if places else self._with_act()
        return self._acted_on

    def _with_act(self) -> str:
        at, subject = self.statement.start, self.statement.subject
        if not self.names_its_subject():
            return subject
        done = self.text[max(at - 2, 0) : at]
        if done in _ACTS:
            return f"{done}{subject}"
        if not done.endswith(("、", "和", "及", "与")):
            return subject
        listed = _DONE_TO_LIST.search(self.text, _last(self.marks.breaks, at), at)
        return f"{listed['done']}{subject}" if listed else subject

    def _places(self) -> re.Match[str] | None:
        """The places of a share that names no subject but such."""
        if self.statement.unit != "%" or not self.is_elliptic():
            return None
        return _SHARE_OF_PLACES.match(self.text, self.statement.value_end)

    def part_before(self) -> str:
        """The part of the sentence up to the value."""
        at = self.statement.value_start
        return self.text[_last(self.marks.parts, at) : at]

    def clause_behind(self) -> str:
        """The clause from the end of the value on."""
        at = self.statement.value_end
        return self.text[at : _next(self.marks.breaks, at)]

    def near(self) -> str:
        """Part, subject, the words before the colon that the part stands under, and a heading that says what
        sums below it are paid for (建设扶持)."""
        return f"{self.statement.subject}\n{self.lead()}\n{self.part()}{self._paid_for()}"

    def _paid_for(self) -> str:
        if not self.statement.unit.startswith("元"):
            return ""
        return "".join(f"\n{name}" for name in self.headings().split("\n") if _PAID_FOR.fullmatch(name))

    def around(self) -> str:
        """Subject, sentence and headings: the farthest words that may be asked for."""
        return f"{self.statement.subject}\n{self.sentence()}\n{self.headings()}"

    def before(self) -> str:
        """The clause up to the value."""
        at = self.statement.value_start
        return self.text[_last(self.marks.breaks, at) : at]

    def sentence(self) -> str:
        """The sentence up to the end of the value's clause."""
        start = _last(self.marks.stops, self.statement.value_start)
        end = _next(self.marks.breaks, max(self.statement.end, self.statement.value_end))
        return self.text[start:end]

    def names_its_subject(self) -> bool:
        """Whether the quotation holds a subject of its own, so that the sentence is no guide."""
        if self._names is None:
            subject = self.statement.subject
            self._names = bool(subject) and subject in self.text[self.statement.start : self.statement.end]
        return self._names

    def is_elliptic(self) -> bool:
        """Whether a share or sum names only whom or where it is for, or that it is given
        (运营补贴:半失能老人每人每月120元; 新建服务站的,每个补助8万元)."""
        if self._elliptic is None:
            unit = self.statement.unit
            pattern = _ELLIPTIC_SUM if unit.startswith("元") else _ELLIPTIC if unit == "%" else None
            self._elliptic = pattern is not None and pattern.fullmatch(self.statement.subject) is not None
        return self._elliptic

    def is_rate_alone(self) -> bool:
        """Whether a share names no more than that it is one (补足养老设施,到2022年配建率达到100%)."""
        return self.statement.unit == "%" and _RATE_ALONE.fullmatch(self.statement.subject) is not None

    def is_part(self) -> bool:
        """Whether the statement counts a part (北山街道1个), not another noun (北山街道1个|社区)."""
        return is_part(self.statement) and not _COUNTED.match(self.text, self.statement.value_end)

    def lead(self) -> str:
        """The words before the last colon of the sentence up to the statement."""
        start = _last(self.marks.stops, self.statement.start)
        words = self.text[start : self.statement.start]
        return words[: max(words.rfind(":"), words.rfind("："), 0)]

    def headings(self) -> str:
        """The headings above the statement, the nearest first."""
        names: list[str] = []
        at: int | None = self.statement.passage if self.passages else None
        while at is not None:
            passage = self.passages[at]
            names.append(passage.heading)
            at = passage.parent
        return "\n".join(names)


def is_condition(statement: Statement) -> bool:
    """Whether the grammar took a statement for what says when something holds (床位达到50张的)."""
    return kind_rule(statement) in CONDITIONS


def kind_rule(statement: Statement) -> str:
    """The rule that found what kind of statement it is, "" where none did."""
    for reason in statement.reasons:
        if reason.about == "kind":
            return reason.rule
    return ""


def is_part(statement: Statement) -> bool:
    """Whether a count names only the place, owner or home that it is of."""
    subject, unit = statement.subject, statement.unit
    if statement.kind is Kind.ALLOCATION or "/" in unit or unit in ("%", "元"):
        return False
    if unit == "张":
        return bool(_PART_OF_HOMES.fullmatch(subject) or _PART_OF_PLACES.fullmatch(subject))
    return subject in OWNERS or _PART_OF_PLACES.fullmatch(subject) is not None


class Marks(NamedTuple):
    """Copies of a text with a line end at every full stop, at semicolons too, at commas and colons too."""

    stops: str
    parts: str
    breaks: str


@lru_cache(maxsize=2)
def marks_of(text: str) -> Marks:
    """The marks of a text, found once for all of its statements."""
    copies = []
    for marks in (STOPS, _PARTS - STOPS, _BREAKS - _PARTS):
        for mark in marks:
            text = text.replace(mark, "\n")
        copies.append(text)
    return Marks(*copies)


def _last(marked: str, position: int) -> int:
    """Where the words before a position begin: behind the last mark, within reach."""
    floor = max(0, position - REACH)
    at = marked.rfind("\n", floor, position)
    return at + 1 if at >= 0 else floor


def _next(marked: str, position: int) -> int:
    """Where the words from a position on end: at the next mark, within reach."""
    ceiling = min(len(marked), position + REACH)
    at = marked.find("\n", position, ceiling)
    return at if at >= 0 else ceiling
