"""The subject of a statement with what is done to it (接待|老年人 are no population).

Where :data:`NOUN_RULES` find no other noun, what is not measured is cut off by :data:`CUT_RULES`, and the
first of :data:`ACT_RULES` puts the act before the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.coding.indicators.context.own.clause_stretch import AMONG, IN_PLACES, JOINTS, Stretch
from compare.model import Passage, Statement
from compare.reading.rules import Rule, first

_ACTS = frozenset(
    ("接待", "服务", "培训", "增加", "扩充", "救助", "惠及", "发放", "投入", "安排", "引进", "培养")
)
# 为|3000名老人|提供上门服务
_FOR_WHOM = frozenset("为向")
_SERVED = re.compile("提供|开展|办理|送去?|上门|服务")
_HEADS = "[0-9.]+[万千余多]*(?:名|人次?|位|个)(?:以上|左右)?"
_WHO = "[^0-9、,，。;；]{2,20}"
# 培训1000名院长、10万名护理员, 培训护理员300人次、助老员200人次: what is done to the first is done to all
_DONE_TO_LIST = re.compile(
    "(?P<done>(?:培养)?培训|培养|引进|救助|惠及)"
    f"(?:(?:{_HEADS}{_WHO}[、和及与])++|(?:{_WHO}{_HEADS}[、和及与])++)$"
)
# 34个乡镇|仅有敬老院8所
# 286个行政村|均成立了老年协会, 16所乡镇敬老院|共有床位
_HAVING = (
    "[仅只都均已建设共总现拥]{0,2}有|[均都已](?:已|全部)?(?:成立|建立|建成|设立|设置|组建|开展|实现|完成)"
)
_WHO_HAVE = re.compile(_HAVING)
_PLACE_END = re.compile("(?:村|社区|乡镇|街道|[县镇乡区市])$")
_PLACES_HAVING = re.compile(f"(?:行政|建制|自然|中心)?(?:村|社区|乡镇|街道|[县镇])(?={_HAVING})")
_COUNTERS = frozenset("个所家处")


class ActedOn(Stretch):
    """The subject of a statement with what is done to it, and what the statement counts."""

    __slots__ = ("_acted_on",)

    def __init__(self, text: str, statement: Statement, passages: Sequence[Passage]) -> None:
        super().__init__(text, statement, passages)
        self._acted_on: str | None = None

    def acted_on(self) -> str:
        """The subject behind what is done to it, where that is said."""
        if self._acted_on is None:
            self._acted_on, _ = self.acted_on_by_rules()
        return self._acted_on

    def acted_on_by_rules(self) -> tuple[str, tuple[str, ...]]:
        """The same with the names of the rules that found it."""
        if found := first(NOUN_RULES, self):
            noun, rule = found
            return noun, (rule,)
        subject = self.statement.subject
        applied: list[str] = []
        for cut in CUT_RULES:
            rest = cut.apply(NamedSubject(self, subject))
            if rest is not None:
                subject = rest
                applied.append(cut.name)
        if acted := first(ACT_RULES, NamedSubject(self, subject)):
            subject, rule = acted
            applied.append(rule)
        return subject, tuple(applied)

    def counted(self) -> str:
        """What is counted without what it has; "" where the noun does not stand behind its number."""
        if self.counts():
            return self.made_there() or _WHO_HAVE.split(self.statement.subject)[0]
        having = _PLACES_HAVING.match(self.text, self.statement.value_end)
        return having.group() if having else ""

    def noun_elsewhere(self) -> str:
        """What is measured where the quotation holds no noun: what is counted, else the subject."""
        return self.counted() or self.statement.subject

    def made_there(self) -> str:
        """The places that are counted, where something is made in them; else ""."""
        made = self._made_there() if self.counts() else 0
        return self.text[self.statement.value_end : made] if made else ""

    def places(self) -> str:
        """The places that a statement counts and that have a number behind them, else ""."""
        found = self._places()
        return found["places"] if found else ""


class NamedSubject(NamedTuple):
    """A statement with its subject, as far as it has been cut to size."""

    context: ActedOn
    subject: str

    def before(self, length: int) -> str:
        """So many characters before the statement."""
        at = self.context.statement.start
        return self.context.text[max(at - length, 0) : at]


def _in_places(p: NamedSubject) -> str | None:
    before = p.before(1)
    cut = IN_PLACES.sub("", p.subject, count=1) if before.isdigit() or before in _COUNTERS else p.subject
    return cut if cut != p.subject else None


def _what_they_have(p: NamedSubject) -> str | None:
    has = _WHO_HAVE.search(p.subject) if p.context.counts() else None
    who = p.subject[: has.start()] if has else ""
    return who if who and not _PLACE_END.search(who) else None


def _among(p: NamedSubject) -> str | None:
    among = AMONG.search(p.subject) if "中" in p.subject and p.context.counts() else None
    return p.subject[: among.start()] if among else None


def _done_to_it(p: NamedSubject) -> str | None:
    done = p.before(2)
    return done + p.subject if done in _ACTS else None


def _served(p: NamedSubject) -> str | None:
    serves = p.before(1) in _FOR_WHOM and _SERVED.match(p.context.text, p.context.statement.end)
    return f"服务{p.subject}" if serves else None


def _done_to_list(p: NamedSubject) -> str | None:
    if p.before(1) not in JOINTS:
        return None
    listed = _DONE_TO_LIST.search(p.context.text, p.context.clause_at(), p.context.statement.start)
    return listed["done"] + p.subject if listed else None


#: What is measured, whatever the subject is.
NOUN_RULES: tuple[Rule[ActedOn, str], ...] = (
    Rule(
        "places behind their share",
        lambda context: context.places() or None,
        "养老服务站建设，到2025年80%以上的社区和«60%»以上的行政村有站点。",
        "养老服务站建设，到2025年社区覆盖率达到«60%»。",
        "GUIDE: scope of a share of places is those places; the noun is what they have",
    ),
    Rule(
        "names no subject of its own",
        lambda context: None if context.names_its_subject() else context.noun_elsewhere(),
        "养老服务设施：城市达到85%，农村«40%»。",
        "养老服务设施：城市达到85%，农村敬老院覆盖率«40%»。",
    ),
    Rule(
        "places that something is made in",
        lambda context: context.made_there() or None,
        "«14个»乡镇建起区域性养老服务中心9个。",
        "«14个»乡镇敬老院。",
    ),
)
#: What of a subject is not measured: each is tried on what the one before it left.
CUT_RULES: tuple[Rule[NamedSubject, str], ...] = (
    Rule(
        "behind the places it is made in",
        _in_places,
        "14个乡镇建起区域性养老服务中心«9个»。",
        "建起区域性养老服务中心«9个»。",
    ),
    Rule(
        "without what it has",
        _what_they_have,
        "«16所»乡镇敬老院共有床位800张。",
        "«286个»行政村均成立了老年协会。",
    ),
    Rule(
        "those among which one is",
        _among,
        "«30个»养老项目中面积最大的示范中心。",
        "«30个»区域养老服务中心。",
    ),
)
#: What is done to the subject.
ACT_RULES: tuple[Rule[NamedSubject, str], ...] = (
    Rule(
        "act right before it",
        _done_to_it,
        "接待老年人«20万人次»。",
        "现有老年人«20万人»。",
    ),
    Rule(
        "served",
        _served,
        "为«3000名»老人提供上门服务。",
        "为«3000名»老人举行婚礼。",
    ),
    Rule(
        "act before a list",
        _done_to_list,
        "培训1000名院长、«10万名»护理员。",
        "1000名院长、«10万名»护理员。",
    ),
)
