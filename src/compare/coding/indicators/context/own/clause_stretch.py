"""What of its clause is a statement's own: :data:`STRETCH_RULES`, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.coding.indicators.context.breaks import following
from compare.coding.indicators.context.ellipsis import ELLIPTIC, ELLIPTIC_SUM, SHARE_OF_PLACES
from compare.coding.indicators.context.extents import Extents
from compare.model import Passage, Statement
from compare.reading.cues import COUNTRY_OR_TOWN
from compare.reading.rules import Rule, first

# 新增床位260张,|全部按护理型标准配置: what is said of all of them behind
_ADDED_BEDS = re.compile("新增|增[加设]|净增|新建|[改扩]建|建[成设]|改造")
_ALL_OF_THEM = re.compile("[,，]((?:全部|均|都)(?:按照?|为|是|系|属于?)护理[型性])")
_COUNTS = "(?:[0-9](?![0-9.]*[周岁星级A-Z—-])|[一二两三四五六七八九十](?=[次名个所家张处户]))"
# The number before a statement, with its noun up to the joint; the joint before a noun with its own number.
_BEFORE = re.compile(f"(?:.*{_COUNTS}[^0-9、和及与]*[、和及与]|.*{_COUNTS})")
_NOUN = re.compile("[一-龥]{2}")
_NOUN_BEHIND = re.compile("(?!以[上下内外]|左右|上下|[和及与])[一-龥]{2}")
# 30个|养老项目中面积最大的示范中心
AMONG = re.compile("[里之]?中(?=[^心、，。][一-龥]{0,11}[最较])")
_MAKES = (
    "[已正]?在?(?:先后|陆续|分别|共|累计)?(?:建起|补建|建成|建[设立]|[新改扩]建|新增|增[设加]|加装|布[设局点]|"
    "开[展设办]|设[立置]|打造|改造|整合|组建|培育|实施|推[进动广]|配[备置建]|安装|落地|创建)"
)
# 14个乡镇|建起区域性养老服务中心9个, 14个敬老院|中有9个转型: what is made there has a number of its own
_MADE_THERE = re.compile(
    rf"(?<=[一-龥])(?:{_MAKES}|(?<=转型)[成为]?|中已?有(?=[0-9]))"
    r"(?![、和及与或])(?=[^0-9,，。;；:：]{2,30}[0-9]|[^0-9,，。;；:：]{0,3}[0-9][0-9.,]*余?[个家所处户张名台套部间])"
)
# 12个|街道建成区域养老服务中心|12个: the second number is not that of the places
IN_PLACES = re.compile(f"[个处]?[一-龥]{{0,4}}(?:村|社区|街道|乡镇|[县镇乡区市]|小区)(?={_MAKES}[一-龥])")
# 依托2所职业院校|建立实训基地, 与2所职业院校|共建实训基地
_BY_MEANS = ("依托", "利用", "借助", "联合", "与", "同")
# 利用闲置校舍12所|改建农村幸福院
_USED = re.compile("(?:利用|盘活|依托|腾退|整合)[一-龥]{2,12}$")
_MADE_OF_MEANS = re.compile(f"(?<=[一-龥])(?:{_MAKES}|(?:合作|联合|共同)?(?:共建|开展|开设|培养))")
JOINTS = frozenset("、和及与")
_PEOPLE = frozenset(("人", "名", "位"))
# 为1200位高龄、|失能老年人发放补贴36万元: the number behind the joint is that of the money
_GIVEN_BEHIND = re.compile("[^0-9、]{0,16}(?:发放|办理|提供|给予)|(?:津贴|补贴|补助)[0-9]")
_RATES = ("率", "覆盖面", "比例", "占比", "比重")
_IN_TURN = re.compile("(?:率|比例|占比|比重)[、和及与][^、和及与,，0-9]{2,24}(?:率|比例|占比|比重)分别")
# 区域养老服务中心和|村级养老服务设施覆盖率|分别达到90%和60%
_COVERAGE = re.compile("[^,，、和及与]{2,16}(?:设施|中心|机构|[站点院])(?:服务)?覆盖率")
_KIND_OF_PLACES = re.compile(f"(?:{COUNTRY_OR_TOWN}|乡村)社区")
_NEXT = re.compile(f"[、和及与](?=[^、和及与]*{_COUNTS})")


class Stretch(Extents):
    """The stretch of the clause that is a statement's own."""

    __slots__ = ("_elliptic", "_start", "_stretch")

    def __init__(self, text: str, statement: Statement, passages: Sequence[Passage]) -> None:
        super().__init__(text, statement, passages)
        self._elliptic: bool | None = None
        self._start: int | None = None
        self._stretch: str | None = None

    def stretch(self) -> str:
        """What of the clause is this statement's: from the number before it to the joint before the next one
        (新增|日间服务中心83家|和助餐场所217个)."""
        if self._stretch is None:
            self._stretch = self.stretch_by_rule()[0]
        return self._stretch

    def stretch_by_rule(self) -> tuple[str, str]:
        """The stretch and the rule that found it."""
        found = first(STRETCH_RULES, self)
        assert found is not None  # the last rule always applies
        words, rule = found
        return words + self._said_of_all(), rule

    def _from(self) -> int:
        """Where the stretch begins in the clause: behind the number before it."""
        if self._start is None:
            self._start = self._behind_the_number_before()
        return self._start

    def _behind_the_number_before(self) -> int:
        said, clause, places = self.statement, self.clause(), self._places()
        at = self.clause_at()
        # What places have may be quoted from the first of them on.
        from_ = (said.value_start if places else said.start) - at
        before = _BEFORE.match(clause[:from_]) if places or self.names_its_subject() else None
        start = before.end() if before else 0
        if before and not _NOUN.search(clause, start, max(said.value_start - at, start)):
            # 分别给予1.2万元、6000元, but 16个区域中心和|120个村级站点
            counts = not self.is_sum and _NOUN_BEHIND.match(clause, said.value_end - at)
            return start if counts or places else 0
        return start

    def _own_start(self) -> int:
        """The same without the places that something is made in, and without examples of what is counted."""
        if self._is_behind_examples():
            return self.statement.value_start - self.clause_at()
        start = self._from()
        there = IN_PLACES.match(self.clause(), start) if start else None
        return there.end() if there else start

    def _next(self) -> re.Match[str] | None:
        """The joint behind the statement before a noun with its own number."""
        said, at, clause, places = self.statement, self.clause_at(), self.clause(), self._places()
        until = self._until()
        behind = _NEXT.search(clause, until)
        if behind and places and places.end() - at == behind.start():
            return None
        if behind and said.unit in _PEOPLE and _GIVEN_BEHIND.match(clause, behind.end()):
            return None
        return behind

    def _until(self) -> int:
        """Where the statement ends in the clause."""
        return min(max(self.statement.end, self.statement.value_end) - self.clause_at(), len(self.clause()))

    def behind(self) -> int:
        """Where the value ends in the clause."""
        return self.statement.value_end - self.clause_at()

    def _said_of_all(self) -> str:
        """What the next clause says of all the beds that are added; "" of anything else."""
        if self.statement.unit != "张" or not _ADDED_BEDS.search(self.before()):
            return ""
        found = _ALL_OF_THEM.match(self.text, self.statement.value_end)
        return found[1] if found else ""

    def _of_its_places(self) -> str:
        """A rate that 分别 gives to a kind of places, with them (城市社区|养老服务设施覆盖率), else ""."""
        said = self.statement
        of_places = self.is_share and _KIND_OF_PLACES.fullmatch(said.scope_text)
        if not of_places or not said.subject.endswith(_RATES) or "分别" not in self.clause():
            return ""
        return said.subject if said.subject.startswith(said.scope_text) else said.scope_text + said.subject

    def _given_in_turn(self) -> str:
        """A rate that 分别 gives to one of several (签约率、|健康管理率分别达到80%、75%), else ""."""
        subject, clause = self.statement.subject, self.clause()
        if not self.is_share or not subject.endswith(_RATES):
            return ""
        in_turn = _IN_TURN.search(clause) or ("分别" in clause and self._is_joined_coverage())
        return subject if in_turn else ""

    def _is_joined_coverage(self) -> bool:
        """Whether a coverage stands behind a joint with its places and things."""
        subject = self.statement.subject
        at = self.clause().find(subject)
        return at > 0 and self.clause()[at - 1] in JOINTS and _COVERAGE.fullmatch(subject) is not None

    def _is_behind_examples(self) -> bool:
        """Whether examples of what is counted stand before its number (社会福利中心等|12个重点项目)."""
        return self.counts() and self.text.endswith("等", 0, self.statement.value_start)

    def _end_in_list(self) -> int:
        """Where the subject of a share ends that is one of several rates with a value in common; 0 if not."""
        said = self.statement
        if not self.is_share or not said.subject.endswith(_RATES) or not self.names_its_subject():
            return 0
        end = self.text.find(said.subject, said.start, said.value_start) + len(said.subject)
        return end if self.text[end : end + 1] in JOINTS and end < said.value_start else 0

    def _is_means(self) -> bool:
        """Whether something is made with the help of what is counted (依托|2所职业院校)."""
        used = "%" not in self.statement.unit and _USED.search(self.before())
        return bool(used) or self.text.endswith(_BY_MEANS, 0, self.statement.value_start)

    def _made_there(self) -> int:
        """Where the words begin that say what else was made in the places counted; 0 where none do."""
        at = self.statement.value_end
        words = _MADE_OF_MEANS if self._is_means() else _MADE_THERE
        made = words.search(self.text, at, following(self.marks.breaks, at))
        return made.start() if made else 0

    def _places(self) -> re.Match[str] | None:
        """The places of a share that names no subject but such."""
        if not self.is_share or not self.is_elliptic():
            return None
        return SHARE_OF_PLACES.match(self.text, self.statement.value_end)

    def is_elliptic(self) -> bool:
        """Whether a share or sum names only whom or where it is for, or that it is given
        (运营补贴:半失能老人每人每月120元; 新建服务站的,每个补助8万元)."""
        if self._elliptic is None:
            pattern = ELLIPTIC_SUM if self.is_sum else ELLIPTIC if self.is_share else None
            self._elliptic = pattern is not None and pattern.fullmatch(self.statement.subject) is not None
        return self._elliptic


def _up_to_its_whole(s: Stretch) -> str | None:
    among = AMONG.search(s.clause(), s.behind()) if "中" in s.clause() and s.counts() else None
    return s.clause()[s._from() : among.start()] if among else None


def _up_to_what_is_made(s: Stretch) -> str | None:
    made = s._made_there() if s.counts() or s._is_means() else 0
    return s.clause()[s._from() : made - s.clause_at()] if made else None


def _up_to_the_estate(s: Stretch) -> str | None:
    subject = s.statement.subject
    counted = subject.endswith("小区") and s.counts()
    return s.clause()[s._from() : s.behind() + len(subject)] if counted else None


def _up_to_the_end_of_its_rate(s: Stretch) -> str | None:
    listed = s._end_in_list()
    return s.clause()[s._own_start() : listed - s.clause_at()] if listed else None


def _up_to_the_joint(s: Stretch) -> str | None:
    until = s._until()
    joined = s._next() and not s._places() and s.clause()[until : until + 1] in JOINTS
    return s.clause()[s._own_start() : until] if joined else None


def _up_to_the_next(s: Stretch) -> str | None:
    behind = s._next()
    return s.clause()[s._own_start() : behind.start()] if behind else None


STRETCH_RULES: tuple[Rule[Stretch, str], ...] = (
    Rule(
        "places of a rate given in turn",
        lambda s: s._of_its_places() or None,
        "城市社区、农村社区养老服务设施覆盖率分别达到«100%»、60%。",
        "城市社区养老服务设施覆盖率达到«100%»。",
    ),
    Rule(
        "rate given in turn",
        lambda s: s._given_in_turn() or None,
        "老年人签约率、健康管理率分别达到«80%»、75%。",
        "老年人签约率达到«80%»。",
    ),
    Rule(
        "up to what it is one of",
        _up_to_its_whole,
        "建成全市«30个»养老项目中面积最大的示范中心。",
        "建成全市«30个»养老项目。",
    ),
    Rule(
        "up to what is made there",
        _up_to_what_is_made,
        "全县«14个»乡镇建起区域性养老服务中心9个。",
        "全县«14个»乡镇建起区域性养老服务中心。",
    ),
    Rule(
        "up to the estates counted",
        _up_to_the_estate,
        "为«87个»小区补建养老服务设施。",
        "为«87个»村补建养老服务设施。",
    ),
    Rule(
        "up to the end of its rate",
        _up_to_the_end_of_its_rate,
        "责任险参保率、消防验收合格率均达到«100%»。",
        "责任险参保率达到«100%»。",
    ),
    Rule(
        "up to the joint behind it",
        _up_to_the_joint,
        "全县有失能老人«2.9万人»、部分失能老人1.4万人。",
        "新增日间服务中心«83家»助餐场所和食堂217个。",
    ),
    Rule(
        "up to the joint before the next",
        _up_to_the_next,
        "培训院长«50人次»已全部完成和217名护理员上岗。",
        "培训院长«50人次»和217名护理员。",
    ),
    Rule(
        "the rest of the clause",
        lambda s: s.clause()[s._own_start() :],
        "新增«83家»日间服务中心和助餐场所。",
        "新增«83家»日间服务中心和217个助餐场所。",
    ),
)
