"""What of the words around a statement is its own: the stretch of its clause, what is done to its subject.

A share or sum that leaves its noun out is told here too (运营补贴:半失能老人每人每月120元).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.coding.indicators.context.ellipsis import (
    ELLIPTIC,
    ELLIPTIC_SUM,
    PLACE_ALONE,
    RATE_ALONE,
    SHARE_OF_PLACES,
)
from compare.coding.indicators.context.extents import Extents
from compare.coding.indicators.context.marks import following
from compare.coding.indicators.parts import is_part
from compare.model import Passage, Statement
from compare.reading.cues import COUNTRY_OR_TOWN
from compare.reading.sentences.scopes.rules import is_attribute
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

_ACTS = frozenset(
    ("接待", "服务", "培训", "增加", "扩充", "救助", "惠及", "发放", "投入", "安排", "引进", "培养")
)
# 为|3000名老人|提供上门服务
_SERVED = re.compile("提供|开展|办理|送去?|上门|服务")
_HEADS = "[0-9.]+[万千余多]*(?:名|人次?|位|个)(?:以上|左右)?"
_WHO = "[^0-9、,，。;；]{2,20}"
# 培训1000名院长、10万名护理员, 培训护理员300人次、助老员200人次: what is done to the first is done to all
_DONE_TO_LIST = re.compile(
    "(?P<done>(?:培养)?培训|培养|引进|救助|惠及)"
    f"(?:(?:{_HEADS}{_WHO}[、和及与])++|(?:{_WHO}{_HEADS}[、和及与])++)$"
)
# 新增床位260张,|全部按护理型标准配置: what is said of all of them behind
_ADDED_BEDS = re.compile("新增|增[加设]|净增|新建|[改扩]建|建[成设]|改造")
_ALL_OF_THEM = re.compile("[,，]((?:全部|均|都)(?:按照?|为|是|系|属于?)护理[型性])")
_DURATIONS = frozenset(("日", "工作日", "小时"))
_TAKEN = re.compile("罚款|押金|保证金|预[收付]")
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
_IN_PLACES = re.compile(f"[个处]?[一-龥]{{0,4}}(?:村|社区|街道|乡镇|[县镇乡区市]|小区)(?={_MAKES}[一-龥])")
# 依托2所职业院校|建立实训基地, 与2所职业院校|共建实训基地
_BY_MEANS = ("依托", "利用", "借助", "联合", "与", "同")
# 利用闲置校舍12所|改建农村幸福院
_USED = re.compile("(?:利用|盘活|依托|腾退|整合)[一-龥]{2,12}$")
_MADE_OF_MEANS = re.compile(f"(?<=[一-龥])(?:{_MAKES}|(?:合作|联合|共同)?(?:共建|开展|开设|培养))")
# 日间照料中心60个,其中20个|具备全托功能
_DOES = re.compile(
    "(?:已|均|正|全部)?(?:具[备有]|位于|建在|设在|配[备有]|实[现行]|开展|提供|能够?|可|采[取用]|由|投入|启用|入选|纳入|完成)"
)
_THINGS = FACILITY_UNITS | {"户", "张"}
_OF_PLACES = FACILITY_UNITS | {"户", "张", "人", "名", "人次"}
_SOME = frozenset(("其中", "其中有", "其中已有"))
# 完成5000户,其中城区|2000户: under a heading that names what they are
_PART_OF_ALL = re.compile(
    "其中(?:[一-龥]{0,10}(?:街道|镇|乡|县|区|市|旗|村|社区|州)|城[区镇市乡]|农村|乡村)(?:有|共|约|近|达|完成)*"
)
_DESCRIBED = re.compile("其中[^0-9,，。;；:：]{2,16}的(?:已?有|达到?|共|约){0,2}")
# 养老机构|由原来的6家增加到36家
_FORMER = ("原来", "原有", "过去", "最初", "当初", "以前")
_FROM = re.compile(f"[由从](?:{'|'.join(_FORMER)})$")
_PLACE_END = re.compile("(?:村|社区|乡镇|街道|[县镇乡区市])$")
_PLACES_HAVING = re.compile(f"(?:行政|建制|自然|中心)?(?:村|社区|乡镇|街道|[县镇])(?={_HAVING})")
_JOINTS, _COUNTERS = frozenset("、和及与"), frozenset("个所家处")
_PEOPLE = frozenset(("人", "名", "位"))
# 为1200位高龄、|失能老年人发放补贴36万元: the number behind the joint is that of the money
_GIVEN_BEHIND = re.compile("[^0-9、]{0,16}(?:发放|办理|提供|给予)|(?:津贴|补贴|补助)[0-9]")
_RATES = ("率", "覆盖面", "比例")
_IN_TURN = re.compile("率[、和及与][^、和及与,，0-9]{2,24}(?:率|比例)分别")
# 区域养老服务中心和|村级养老服务设施覆盖率|分别达到90%和60%
_COVERAGE = re.compile("[^,，、和及与]{2,16}(?:设施|中心|机构|[站点院])(?:服务)?覆盖率")
_KIND_OF_PLACES = re.compile(f"(?:{COUNTRY_OR_TOWN}|乡村)社区")
_NEXT = re.compile(f"[、和及与](?=[^、和及与]*{_COUNTS})")


class OwnWords(Extents):
    """The words that are a statement's own."""

    __slots__ = ("_acted_on", "_elliptic", "_stretch")

    def __init__(self, text: str, statement: Statement, passages: Sequence[Passage]) -> None:
        super().__init__(text, statement, passages)
        self._acted_on: str | None = None
        self._elliptic: bool | None = None
        self._stretch: str | None = None

    def stretch(self) -> str:
        """What of the clause is this statement's: from the number before it to the joint before the next one
        (新增|日间服务中心83家|和助餐场所217个)."""
        if self._stretch is None:
            self._stretch = (
                self._of_its_places()
                or self._given_in_turn()
                or self._own_part(self.clause()) + self._said_of_all()
            )
        return self._stretch

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
        if not self.is_share or not subject.endswith(_RATES) or clause.count(subject) != 1:
            return ""
        in_turn = _IN_TURN.search(clause) or ("分别" in clause and self._is_joined_coverage())
        return subject if in_turn else ""

    def _is_joined_coverage(self) -> bool:
        """Whether a coverage stands behind a joint with its places and things."""
        subject = self.statement.subject
        at = self.clause().find(subject)
        return at > 0 and self.clause()[at - 1] in _JOINTS and _COVERAGE.fullmatch(subject) is not None

    def _own_part(self, clause: str) -> str:
        said = self.statement
        at = self.clause_at()
        from_, until = said.start - at, min(max(said.end, said.value_end) - at, len(clause))
        places = self._places()
        # What places have may be quoted from the first of them on.
        from_ = said.value_start - at if places else from_
        before = _BEFORE.match(clause, 0, from_) if places or self.names_its_subject() else None
        start = before.end() if before else 0
        if before and not _NOUN.search(clause, start, max(said.value_start - at, start)):
            # 分别给予1.2万元、6000元, but 16个区域中心和|120个村级站点
            counts = not self.is_sum and _NOUN_BEHIND.match(clause, said.value_end - at)
            start = start if counts or places else 0
        if "中" in clause and self.counts() and (among := _AMONG.search(clause, said.value_end - at)):
            return clause[start : among.start()]
        if (self.counts() or self._is_means()) and (made := self._made_there()):
            return clause[start : made - at]
        if said.subject.endswith("小区") and self.counts():  # 87个小区|补建养老服务设施
            return clause[start : said.value_end - at + len(said.subject)]
        if before and start == before.end() and (there := _IN_PLACES.match(clause, start)):
            start = there.end()
        if self._is_behind_examples():
            start = said.value_start - at
        if listed := self._end_in_list():  # 责任险参保率|、消防验收合格率均达到100%
            return clause[start : listed - at]
        behind = _NEXT.search(clause, until)
        if behind and places and places.end() - at == behind.start():
            behind = None
        if behind and said.unit in _PEOPLE and _GIVEN_BEHIND.match(clause, behind.end()):
            behind = None
        if behind and not places and clause[until : until + 1] in _JOINTS:
            return clause[start:until]  # 2.9万人、|失能和部分失能老人约1.4万人
        return clause[start : behind.start() if behind else len(clause)]

    def _is_behind_examples(self) -> bool:
        """Whether examples of what is counted stand before its number (社会福利中心等|12个重点项目)."""
        return self.counts() and self.text.endswith("等", 0, self.statement.value_start)

    def _end_in_list(self) -> int:
        """Where the subject of a share ends that is one of several rates with a value in common; 0 if not."""
        said = self.statement
        if not self.is_share or not said.subject.endswith(_RATES) or not self.names_its_subject():
            return 0
        end = self.text.find(said.subject, said.start, said.value_start) + len(said.subject)
        return end if self.text[end : end + 1] in _JOINTS and end < said.value_start else 0

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
        if self.text[at - 1 : at].isdigit() or self.text[at - 1 : at] in _COUNTERS:
            subject = _IN_PLACES.sub("", subject, count=1)
        if subject.endswith(_FORMER):
            subject = _FROM.sub("", subject)
        if self.counts() and (has := _WHO_HAVE.search(subject)):
            who = subject[: has.start()]
            subject = subject if _PLACE_END.search(who) or not who else who
        if self.counts() and (made := self._made_there()):
            return self.text[self.statement.value_end : made]
        if "中" in subject and self.counts() and (among := _AMONG.search(subject)):
            subject = subject[: among.start()]
        done = self.text[max(at - 2, 0) : at]
        if done in _ACTS:
            return f"培养培训{subject}" if self.text.endswith("培养培训", 0, at) else f"{done}{subject}"
        if done.endswith(("为", "向")) and _SERVED.match(self.text, self.statement.end):
            return f"服务{subject}"
        if not done.endswith(("、", "和", "及", "与")):
            return subject
        listed = _DONE_TO_LIST.search(self.text, self.clause_at(), at)
        return f"{listed['done']}{subject}" if listed else subject

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

    def counted(self) -> str:
        """What is counted without what it has; "" where the noun does not stand behind its number."""
        if self.counts():
            if made := self._made_there():
                return self.text[self.statement.value_end : made]
            return _WHO_HAVE.split(self.statement.subject)[0]
        having = _PLACES_HAVING.match(self.text, self.statement.value_end)
        return having.group() if having else ""

    def _places(self) -> re.Match[str] | None:
        """The places of a share that names no subject but such."""
        if not self.is_share or not self.is_elliptic():
            return None
        return SHARE_OF_PLACES.match(self.text, self.statement.value_end)

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

    def is_elliptic(self) -> bool:
        """Whether a share or sum names only whom or where it is for, or that it is given
        (运营补贴:半失能老人每人每月120元; 新建服务站的,每个补助8万元)."""
        if self._elliptic is None:
            pattern = ELLIPTIC_SUM if self.is_sum else ELLIPTIC if self.is_share else None
            self._elliptic = pattern is not None and pattern.fullmatch(self.statement.subject) is not None
        return self._elliptic

    def is_rate_alone(self) -> bool:
        """Whether a share names no more than that it is one (补足养老设施,到2022年配建率达到100%)."""
        return self.is_share and RATE_ALONE.fullmatch(self.statement.subject) is not None

    def is_share_of_a_place(self) -> bool:
        """Whether a share names no more than where it holds (城市实现全覆盖,|农村达到68%)."""
        if not self.is_share or self.names_its_subject():
            return False
        return PLACE_ALONE.fullmatch(self.before()) is not None

    def is_described_part(self) -> bool:
        """Whether the statement counts those of the things before that something is said of
        (其中实现社会化运营的|96个)."""
        unit = self.statement.unit
        if "/" in unit or unit == "%" or self.is_sum:
            return False
        return _DESCRIBED.fullmatch(self.before()) is not None and not self.counts()

    def _does_something(self) -> bool:
        """Whether of the things before some are counted that do or have something (其中20个|具备全托功能)."""
        counts = self.statement.unit in _THINGS and self.before() in _SOME and self.counts()
        return counts and _DOES.match(self.text, self.statement.value_end) is not None

    def _is_part_of_all(self) -> bool:
        """Whether a number that names no noun is that of a place in a whole (其中城区|2000户)."""
        said = self.statement
        of_places = not said.subject and said.unit in _OF_PLACES
        return of_places and _PART_OF_ALL.fullmatch(self.before()) is not None

    def is_part(self) -> bool:
        """Whether the statement counts a part (北山街道1个), not another noun (北山街道1个|社区)."""
        if self._does_something():
            return True
        if self.is_described_part() or self._is_part_of_all():
            return not _COUNTED.match(self.text, self.statement.value_end)
        return is_part(self.statement) and not _COUNTED.match(self.text, self.statement.value_end)
