"""What of the words around a statement is its own: its subject, with what is done to it, and what it counts.

A share or sum that leaves its noun out is told here too (运营补贴:半失能老人每人每月120元).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.coding.indicators.context.ellipsis import (
    PLACE_ALONE,
    RATE_ALONE,
)
from compare.coding.indicators.context.own_stretch import AMONG, IN_PLACES, Stretch
from compare.coding.indicators.parts_of_counts import is_part
from compare.model import Passage, Statement
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
_DURATIONS = frozenset(("日", "工作日", "小时"))
_TAKEN = re.compile("罚款|押金|保证金|预[收付]")
_COUNTED = re.compile(
    "(?!以[上下内外]|左右|[和及与已均都]|正在|在建|建成|投入|完成|正式|对外|营业|开业|启用|装修|建设任务)[一-龥]"
)
# 34个乡镇|仅有敬老院8所
# 286个行政村|均成立了老年协会, 16所乡镇敬老院|共有床位
_HAVING = (
    "[仅只都均已建设共总现拥]{0,2}有|[均都已](?:已|全部)?(?:成立|建立|建成|设立|设置|组建|开展|实现|完成)"
)
_WHO_HAVE = re.compile(_HAVING)
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
_COUNTERS = frozenset("个所家处")


class OwnWords(Stretch):
    """The words that are a statement's own."""

    __slots__ = ("_acted_on",)

    def __init__(self, text: str, statement: Statement, passages: Sequence[Passage]) -> None:
        super().__init__(text, statement, passages)
        self._acted_on: str | None = None

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
            subject = IN_PLACES.sub("", subject, count=1)
        if subject.endswith(_FORMER):
            subject = _FROM.sub("", subject)
        if self.counts() and (has := _WHO_HAVE.search(subject)):
            who = subject[: has.start()]
            subject = subject if _PLACE_END.search(who) or not who else who
        if self.counts() and (made := self._made_there()):
            return self.text[self.statement.value_end : made]
        if "中" in subject and self.counts() and (among := AMONG.search(subject)):
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

    def counted(self) -> str:
        """What is counted without what it has; "" where the noun does not stand behind its number."""
        if self.counts():
            if made := self._made_there():
                return self.text[self.statement.value_end : made]
            return _WHO_HAVE.split(self.statement.subject)[0]
        having = _PLACES_HAVING.match(self.text, self.statement.value_end)
        return having.group() if having else ""

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
