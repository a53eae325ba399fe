"""The words that a statement may be coded by, from the nearest to the farthest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.coding.indicators.context import house_beds
from compare.coding.indicators.context.blanking import blanked, without_asides
from compare.coding.indicators.context.breaks import last
from compare.coding.indicators.context.ellipsis import ANY_FACILITY, RURAL, SHARE_OF_PLACES
from compare.coding.indicators.context.own.own_words import OwnWords
from compare.coding.indicators.context.sums import NAMED_SUM, alone, is_for_nobody
from compare.coding.kind_rules import is_condition
from compare.model import CAPS, FLOORS, Comparator, Kind
from compare.reading.sentences.scopes.rules import is_attribute

#: Beds that a house is to have.
_BEDS_OF_A_HOUSE = house_beds.BARE | {"休息床位", "日间照料床位", "托养床位"}
# 具备全托、日托、家庭养老床位等综合功能的服务中心: what is listed describes what is counted.
_FUNCTIONS = re.compile(
    r"(?:具备|具有|提供|开展|运营)[^,，。;；的]{2,40}等(?=[一-龥]{0,6}(?:功能|服务|项目|能力)的)"
)
_HOUSES = "机构|中心|[老利养]院|养老(?:服务)?设施"
_SITES = f"{_HOUSES}|[助饭餐]点|食堂|站点?"
_HOUSE = re.compile(
    rf"(?:^|\s)(?P<house>[一-龥]{{0,16}}(?:{_HOUSES}))(?:应当?|须|要|可|原则上|建设|设置|规模|建筑面积|按照?)"
)
_BOUNDS = FLOORS | CAPS
_EACH = re.compile("每[个所处家间]|单[个处体所家]")
# 单所|床位
_BEDS_OF_EACH = re.compile("(?:每[个所处家]|单[个处体所家])床位(?:数|规模)?")
_ANY_HOUSE = re.compile("中心|机构|[老利养福]院|站|设施|食堂|饭堂|[助饭餐老务]点|场所|综合体|驿站")
# 建设失能照护中心,每处|床位不低于150张
_HOUSE_BEFORE = re.compile(
    f"(?P<house>[一-龥]{{0,16}}(?:{_SITES}))[,，]"
    "(?:且|其|原则上)?(?:每[个所处家]|单[个体处])$"
    f"|(?:^|[,，:：、])(?:新建|建设|改建|改扩建|打造|设立)(?P<built>[一-龥]{{2,16}}(?:{_SITES}))"
    "[,，](?:且|其|原则上)?$"
)
# 建设嵌入式养老机构,|每处床位10—30张: the home that was named last
_HOME = re.compile(
    "(?P<house>[一-龥]{0,12}(?:养老|敬老|福利|供养|照护|养护|护理|颐养)[一-龥]{0,6}(?:机构|中心|院|设施|公寓))"
)
_HEADED_BY_HOUSE = re.compile(
    "(?!.*(?:卫生|医院|学|幼|托育|文化|体育|健身|政务|党|救助|殡|儿童))"
    "(?:推进|加强|完善|加快|新建|建设|改造|打造|发展|提升)?(?P<house>[一-龥]{0,16}(?:中心|机构|[老利养福]院|养老(?:服务)?设施|助餐点|食堂|站点?))"
    "(?:建设|改造|提升|项目|工程|服务|运营)*"
)
# 第12条 区级养老院。按15万人设1处: an article may open with what it is about
_OPENED = re.compile(
    r"(?m)^(?:第[0-9一二三四五六七八九十百]{1,4}条\s*|[0-9]{1,2}[.、．]\s?|[(（][0-9一二三四五六七八九十]{1,3}[)）])(?P<name>[一-龥]{3,20})。"
)
_PAID_FOR = re.compile("(?:建设|开办|改造|运营|运行)(?:扶持|支持|资助|补贴|补助|奖补)(?:政策|标准|资金)?")
_FITTED = re.compile("配[备有置]|每(?:[站所处家个]|街道|乡镇|社区)")
_PERSONS = frozenset(("名", "人"))
# 日间照料机构、老年活动中心等|养老服务设施: the kind decides, not its examples.
_EXAMPLES = re.compile(
    r"(?<=[一-龥])[^,，。;；、0-9的]{2,14}(?:、[^,，。;；、0-9]{2,14}){1,4}等(?=(?:各类|多种)?(?:养老|为老|助老)(?:服务)?(?:设施|机构|场所)|[“\"]?[微小]设施)"
)


#: 覆盖80%以上的村(社区)
_AND_COMMUNITIES = ("(社区)", "（社区）", "和社区", "、社区")


def _named(words: str) -> str:
    """The words without the functions that only describe what is named, and without examples of it."""
    return blanked(_EXAMPLES, blanked(_FUNCTIONS, words)) if "等" in words else words


class Surroundings(OwnWords):
    """The texts a statement may be coded by."""

    __slots__ = ()

    def tiers(self) -> Iterator[tuple[str, str]]:
        """The texts to try, best evidence first, each with its name."""
        at = self.statement.start
        yield "subject", _named(without_asides(self.acted_on()) if self.is_sum else self.acted_on())
        if beds := house_beds.noun_of(self.statement, self._sentence_to(at)):
            yield "facility", beds
        elif owner := self._house_of():
            # 床位 behind 县级供养机构 are the beds of each such home.
            yield "facility", f"每个{owner}{self.statement.subject}"
        elif self.statement.subject in _BEDS_OF_A_HOUSE and (house := _HOUSE.search(self.part_before())):
            yield "facility", f"每个{house['house']}{self.statement.subject}"
        elif self.statement.subject == "托养床位" and self._is_norm() and (owner := self._house_above()):
            yield "facility", f"每个{owner}{self.statement.subject}"
        elif self.is_share and (places := self._covered_places()):
            # 养老服务设施覆盖90%以上乡镇
            yield "facility", f"{places}养老服务设施覆盖"
        elif self.statement.unit == "张" and is_condition(self.statement):
            # 新建床位达到50张的: the size of each home that is meant
            yield "facility", "单个机构床位规模"
        if self.statement.kind is not Kind.ALLOCATION:
            yield "clause", _named(without_asides(self.stretch()) if self.is_sum else self.stretch())
            if self.is_elliptic() or self.is_rate_alone():
                yield "part", self.part()
            if not self.names_its_subject():
                yield "sentence", self.sentence()
            elif self.is_elliptic():
                yield "lead", self.lead()

    def _house_of(self) -> str:
        """The house that an attribute is of: what restricts it; where that says no more than each, the house
        before it (建设失能照护中心,每处|床位); where a bound is set, the one that its item is headed by."""
        said = self.statement
        each = _BEDS_OF_EACH.fullmatch(said.subject)
        if not each and not is_attribute(said.subject):
            return ""
        if (each or _EACH.fullmatch(said.scope_text)) and said.unit == "张" and (home := self._home_named()):
            return home
        if said.scope_text and not _EACH.fullmatch(said.scope_text):
            return said.scope_text
        words = self.part_before()
        words = words[: words.rfind(said.subject)]
        if said.comparator in _BOUNDS and (house := _HOUSE_BEFORE.search(words)):
            return house["house"] or house["built"]
        return said.scope_text or (self._house_above() if self._is_norm() else "")

    def _home_named(self) -> str:
        """The home that the part names last before the beds of each, else that which heads the paragraph."""
        words = self.part_before()
        homes = list(_HOME.finditer(words))
        if not homes:
            return "" if _ANY_HOUSE.search(words) else self._house_above()
        return "" if _ANY_HOUSE.search(words, homes[-1].end()) else homes[-1]["house"]

    def _is_norm(self) -> bool:
        """Whether a bound is set, or a range as the norm."""
        said = self.statement
        return said.comparator in _BOUNDS or (
            said.comparator is Comparator.RANGE and said.kind is Kind.STANDARD
        )

    def _house_above(self) -> str:
        """The house that heads the paragraph, where nothing in it names another; "" where none does."""
        if not self.passages:
            return ""
        passage = self.passages[self.statement.passage]
        name = passage.heading
        if not name:
            opened = list(_OPENED.finditer(self.text, passage.start, self.statement.start))
            name = opened[-1]["name"] if opened else ""
        headed = _HEADED_BY_HOUSE.fullmatch(name)
        if headed is None:
            return ""
        start = self.text.rfind(name, passage.start, self.statement.start) + len(name)
        another = _ANY_HOUSE.search(self.text, start, self.statement.value_start)
        return "" if another else headed["house"]

    def _sentence_to(self, at: int) -> str:
        """The sentence up to a place."""
        return self.text[last(self.marks.stops, at) : at]

    def _covered_places(self) -> str:
        """The places of which a share has facilities of no named kind; "" of any other share."""
        if not ANY_FACILITY.match(self.statement.subject):
            return ""
        found = SHARE_OF_PLACES.match(self.text, self.statement.value_end)
        if found is None or "覆盖" not in self.clause():
            return ""
        # what covers communities may be their stations or services as well
        if self.text.startswith(_AND_COMMUNITIES, found.end()):
            return "村和社区"
        places = "行政村" if found["places"] == "村" else found["places"]
        return places if RURAL.match(places) else ""

    def beside(self) -> str:
        """The part, of what is given to somebody said before (完成残疾人家庭改造800户,每户3500元) and of a
        rate alone; "" of anything else."""
        fitted = self.statement.unit in _PERSONS and _FITTED.search(self.own())
        return self.part() if self.is_sum or fitted or self.is_rate_alone() else ""

    def near(self) -> str:
        """Part, subject, the words before the colon that the part stands under, and a heading that says what
        sums below it are paid for (建设扶持)."""
        return f"{self.statement.subject}\n{self.lead()}\n{self._of_the_sum()}{self._paid_for()}"

    def _of_the_sum(self) -> str:
        """The part; of a sum that stands beside others with bases of their own, without those; of one whose
        part names nobody to give it to, the sentence."""
        part = self.part()
        if not self.is_sum:
            return part
        if is_for_nobody(part):
            return self.sentence()
        clause = self.clause()
        at = self.statement.value_start - self.clause_at()
        return part.removesuffix(clause) + alone(clause, at) if part.endswith(clause) else part

    def paid(self) -> str:
        """The words that name a sum: its stretch of the clause, else the part and those before the colon that
        it stands under."""
        stretch = self.stretch()
        return stretch if NAMED_SUM.search(stretch) else f"{self.lead()}\n{self.part()}"

    def _paid_for(self) -> str:
        if not self.is_sum:
            return ""
        return "".join(f"\n{name}" for name in self.headings().split("\n") if _PAID_FOR.fullmatch(name))

    def around(self) -> str:
        """Subject, sentence and headings: the farthest words that may be asked for."""
        return f"{self.statement.subject}\n{self.sentence()}\n{self.headings()}"
