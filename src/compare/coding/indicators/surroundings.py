"""The words around a statement that may say what it measures, from the nearest to the farthest.

The *clause* ends at commas; the *part* of a sentence at semicolons and full stops, so that it holds the
condition before a main clause (新建服务站的,每个补助8万元); the *sentence* at full stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.coding.indicators.blanking import blanked, without_asides
from compare.coding.indicators.ellipsis import (
    ANY_FACILITY,
    ELLIPTIC,
    ELLIPTIC_SUM,
    PLACE_ALONE,
    RATE_ALONE,
    RURAL,
    SHARE_OF_PLACES,
)
from compare.coding.indicators.marks import following, last, marks_of
from compare.coding.indicators.parts import is_part
from compare.coding.indicators.sums import NAMED_SUM, alone, is_for_nobody
from compare.model import Comparator, Kind, Passage, Statement
from compare.reading.sentences.kinds.rules import CONDITIONS
from compare.reading.sentences.scopes.rules import is_attribute

# 养老机构126家,床位1.9万张: the beds of all of them together
_BEDS = frozenset(("床位", "总床位", "床位数"))
_HOMES = re.compile(
    r"(?<![兴举公民]办)(?<!民营)(?<!社会办)(?:养老(?:服务)?机构|敬老院|福利院|养老院)(?:共|总数)?(?:达到?)?(?!1[家所个])[0-9.,，万余多]+[家所个]"
    r"(?:[,，、](?:其中)?(?:公办|民办|公建民营|民营|社会(?:力量[兴举])?办)[0-9]+[家所个]){0,3}[,，、](?:共有|拥有|有|共)?$"
    r"|养老(?:服务)?机构(?:总数|数量|数)[由从][^。;；,，]{0,40}[,，]$"
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
# 为|3000名老人|提供上门服务
_SERVED = re.compile("提供|开展|办理|送去?|上门|服务")
# 培训1000名院长、10万名护理员: what is done to the first is done to all of them
_DONE_TO_LIST = re.compile(
    r"(?P<done>培训|培养|引进|救助|惠及)"
    r"(?:[0-9.]+[万千余多]*(?:名|人次?|位|个)(?:以上|左右)?[^0-9、,，。;；]{2,20}[、和及与])++$"
)

_PAID_FOR = re.compile("(?:建设|开办|改造|运营|运行)(?:扶持|支持|资助|补贴|补助|奖补)(?:政策|标准|资金)?")
_DURATIONS = frozenset(("日", "工作日", "小时"))
_TAKEN = re.compile("罚款|押金|保证金|预[收付]")
_FITTED = re.compile("配[备有置]|每(?:[站所处家个]|街道|乡镇|社区)")
_PERSONS = frozenset(("名", "人"))
_COUNTS = "(?:[0-9](?![0-9.]*[周岁星级A-Z—-])|[一二两三四五六七八九十](?=[次名个所家张处户]))"
# The number before a statement, with its noun up to the joint; the joint before a noun with its own number.
_BEFORE = re.compile(f"(?:.*{_COUNTS}[^0-9、和及与]*[、和及与]|.*{_COUNTS})")
_NOUN = re.compile("[一-龥]{2}")
_NOUN_BEHIND = re.compile("(?!以[上下内外]|左右|上下|[和及与])[一-龥]{2}")
_COUNTED = re.compile(
    "(?!以[上下内外]|左右|[和及与已均都]|正在|在建|建成|投入|完成|正式|对外|营业|开业|启用|装修|建设任务)[一-龥]"
)
# 30个|养老项目中面积最大的示范中心
_AMONG = re.compile("[里之]?中(?=[^心、，。][一-龥]{0,11}[最较])")
# 34个乡镇|仅有敬老院8所
# 286个行政村|均成立了老年协会, 16所乡镇敬老院|共有床位
_HAVING = (
    "[仅只都均已建设共总现拥]{0,2}有|[均都已](?:已|全部)?(?:成立|建立|建成|设立|设置|组建|开展|实现|完成)"
)
_WHO_HAVE = re.compile(_HAVING)
_PLACE_END = re.compile("(?:村|社区|乡镇|街道|[县镇乡区市])$")
_PLACES_HAVING = re.compile(f"(?:行政|建制|自然|中心)?(?:村|社区|乡镇|街道|[县镇])(?={_HAVING})")
_PEOPLE = frozenset(("人", "名", "位"))
# 为1200位高龄、|失能老年人发放补贴36万元: the number behind the joint is that of the money
_GIVEN_BEHIND = re.compile("[^0-9、]{0,16}(?:发放|办理|提供|给予)|(?:津贴|补贴|补助)[0-9]")
_NEXT = re.compile(f"[、和及与](?=[^、和及与]*{_COUNTS})")


# 日间照料机构、老年活动中心等|养老服务设施: the kind decides, not its examples.
_EXAMPLES = re.compile(
    r"(?<=[一-龥])[^,，。;；、0-9的]{2,14}(?:、[^,，。;；、0-9]{2,14}){1,4}等(?=(?:各类|多种)?(?:养老|为老|助老)(?:服务)?(?:设施|机构|场所))"
)


def _named(words: str) -> str:
    """The words without the functions that only describe what is named, and without examples of it."""
    return blanked(_EXAMPLES, blanked(_FUNCTIONS, words)) if "等" in words else words


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
        is_sum = self.statement.unit.startswith("元")
        yield "subject", _named(without_asides(self.acted_on()) if is_sum else self.acted_on())
        if self._are_beds_of_all(at):
            yield "facility", f"养老机构{self.statement.subject}总数"
        elif self.statement.scope_text and is_attribute(self.statement.subject):
            # 床位 behind 县级供养机构 are the beds of each such home.
            yield "facility", f"每个{self.statement.scope_text}{self.statement.subject}"
        elif self.statement.subject in _BEDS and (house := _HOUSE.search(self.part_before())):
            yield "facility", f"每个{house['house']}{self.statement.subject}"
        elif places := self._covered_places():
            # 养老服务设施覆盖90%以上乡镇
            yield "facility", f"{places}养老服务设施覆盖"
        elif self.statement.unit == "张" and is_condition(self.statement):
            # 新建床位达到50张的: the size of each home that is meant
            yield "facility", "单个机构床位规模"
        if self.statement.kind is not Kind.ALLOCATION:
            yield "clause", _named(without_asides(self.stretch()) if is_sum else self.stretch())
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
        since = last(self.marks.stops, at)
        return bool(_HOMES.search(self.text, since, at) or _HOMES_LISTED.search(self.text, since, at))

    def clause(self) -> str:
        """The clause that holds the whole quotation."""
        if self._clause is None:
            start = last(self.marks.breaks, self.statement.start)
            self._clause = self.text[start : following(self.marks.breaks, self.statement.end)]
        return self._clause

    def stretch(self) -> str:
        """What of the clause is this statement's: from the number before it to the joint before the next one
        (新增|日间服务中心83家|和助餐场所217个)."""
        if self._stretch is None:
            self._stretch = self._own_part(self.clause())
        return self._stretch

    def _own_part(self, clause: str) -> str:
        said = self.statement
        at = last(self.marks.breaks, said.start)
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
        if "中" in clause and self.counts() and (among := _AMONG.search(clause, said.value_end - at)):
            return clause[start : among.start()]
        behind = _NEXT.search(clause, until)
        if behind and places and places.end() - at == behind.start():
            behind = None
        if behind and said.unit in _PEOPLE and _GIVEN_BEHIND.match(clause, behind.end()):
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

    def beside(self) -> str:
        """The part, of what is given to somebody said before (完成残疾人家庭改造800户,每户3500元) and of a
        rate alone; "" of anything else."""
        unit = self.statement.unit
        fitted = unit in _PERSONS and _FITTED.search(self.own())
        return self.part() if unit.startswith("元") or fitted or self.is_rate_alone() else ""

    def part(self) -> str:
        """The clauses up to the end of the value's clause, back to a semicolon or full stop."""
        start = last(self.marks.parts, self.statement.value_start)
        end = following(self.marks.breaks, max(self.statement.end, self.statement.value_end))
        return self.text[start:end]

    def actor(self) -> str:
        """The words before the quotation in its clause, if they hold no value (万里医院扩充|医养结合床位)."""
        at, subject = self.statement.start, self.statement.subject
        if subject and not self.names_its_subject():
            # said in a clause before: 为困难老年人发放养老服务补贴,每人每月120元
            floor = last(self.marks.stops, at)
            at = max(self.text.rfind(subject, floor, at), floor)
        start = last(self.marks.breaks, at)
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
            return self.counted() or subject
        if self.counts() and (has := _WHO_HAVE.search(subject)):
            who = subject[: has.start()]
            subject = subject if _PLACE_END.search(who) or not who else who
        if "中" in subject and self.counts() and (among := _AMONG.search(subject)):
            subject = subject[: among.start()]
        done = self.text[max(at - 2, 0) : at]
        if done in _ACTS:
            return f"{done}{subject}"
        if done.endswith(("为", "向")) and _SERVED.match(self.text, self.statement.end):
            return f"服务{subject}"
        if not done.endswith(("、", "和", "及", "与")):
            return subject
        listed = _DONE_TO_LIST.search(self.text, last(self.marks.breaks, at), at)
        return f"{listed['done']}{subject}" if listed else subject

    def _covered_places(self) -> str:
        """The places of which a share has facilities of no named kind; "" of any other share."""
        if self.statement.unit != "%" or not ANY_FACILITY.match(self.statement.subject):
            return ""
        found = SHARE_OF_PLACES.match(self.text, self.statement.value_end)
        if found is None or "覆盖" not in self.clause():
            return ""
        # what covers communities may be their stations or services as well
        places = "行政村" if found["places"] == "村" else found["places"]
        return places if RURAL.match(places) else ""

    def _places(self) -> re.Match[str] | None:
        """The places of a share that names no subject but such."""
        if self.statement.unit != "%" or not self.is_elliptic():
            return None
        return SHARE_OF_PLACES.match(self.text, self.statement.value_end)

    def counts(self) -> bool:
        """Whether the subject stands behind the number as what is counted (34个|乡镇)."""
        return self.text.startswith(self.statement.subject, self.statement.value_end)

    def counted(self) -> str:
        """What is counted without what it has; "" where the noun does not stand behind its number."""
        if self.counts():
            return _WHO_HAVE.split(self.statement.subject, maxsplit=1)[0]
        having = _PLACES_HAVING.match(self.text, self.statement.value_end)
        return having.group() if having else ""

    def part_before(self) -> str:
        """The part of the sentence up to the value."""
        at = self.statement.value_start
        return self.text[last(self.marks.parts, at) : at]

    def clause_behind(self) -> str:
        """The clause from the end of the value on."""
        at = self.statement.value_end
        return self.text[at : following(self.marks.breaks, at)]

    def near(self) -> str:
        """Part, subject, the words before the colon that the part stands under, and a heading that says what
        sums below it are paid for (建设扶持)."""
        return f"{self.statement.subject}\n{self.lead()}\n{self._of_the_sum()}{self._paid_for()}"

    def _of_the_sum(self) -> str:
        """The part; of a sum that stands beside others with bases of their own, without those; of one whose
        part names nobody to give it to, the sentence."""
        part = self.part()
        if not self.statement.unit.startswith("元"):
            return part
        if is_for_nobody(part):
            return self.sentence()
        clause = self.clause()
        at = self.statement.value_start - last(self.marks.breaks, self.statement.start)
        return part.removesuffix(clause) + alone(clause, at) if part.endswith(clause) else part

    def paid(self) -> str:
        """The words that name a sum: its stretch of the clause, else the part and those before the colon that
        it stands under."""
        stretch = self.stretch()
        return stretch if NAMED_SUM.search(stretch) else f"{self.lead()}\n{self.part()}"

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
        return self.text[last(self.marks.breaks, at) : at]

    def sentence(self) -> str:
        """The sentence up to the end of the value's clause."""
        start = last(self.marks.stops, self.statement.value_start)
        end = following(self.marks.breaks, max(self.statement.end, self.statement.value_end))
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
            pattern = ELLIPTIC_SUM if unit.startswith("元") else ELLIPTIC if unit == "%" else None
            self._elliptic = pattern is not None and pattern.fullmatch(self.statement.subject) is not None
        return self._elliptic

    def is_share_of_a_place(self) -> bool:
        """Whether a share names no more than where it holds (城市实现全覆盖,|农村达到68%)."""
        if self.statement.unit != "%" or self.names_its_subject():
            return False
        return PLACE_ALONE.fullmatch(self.before()) is not None

    def is_rate_alone(self) -> bool:
        """Whether a share names no more than that it is one (补足养老设施,到2022年配建率达到100%)."""
        return self.statement.unit == "%" and RATE_ALONE.fullmatch(self.statement.subject) is not None

    def is_part(self) -> bool:
        """Whether the statement counts a part (北山街道1个), not another noun (北山街道1个|社区)."""
        return is_part(self.statement) and not _COUNTED.match(self.text, self.statement.value_end)

    def lead(self) -> str:
        """The words before the last colon of the sentence up to the statement."""
        start = last(self.marks.stops, self.statement.start)
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
