"""By which rule a statement takes its indicator from what stands before it: :data:`OVER_RULES`, which come
before its own words, and :data:`CARRY_RULES` where those name none; in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from compare.coding.book.codebook import Indicator
from compare.coding.carrying.carried_measures import (
    in_the_country,
    is_next_step,
    part_of,
    part_paid,
    rate_of_what_was_counted,
    said_before,
    short_for,
    sort_of_beds,
    this_measure,
)
from compare.coding.carrying.funds import part_of_fund
from compare.coding.carrying.joined import joined
from compare.coding.indicators.candidates import Matcher
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.refusals import WHOLE
from compare.coding.kind_rules import is_condition
from compare.model import Coded
from compare.reading.rules import Rule, first

#: What the steps of a ladder of sums are counted in.
_OF_STEPS = frozenset(("年", "人", "名", "张", "岁", "平方米", "户", "人次"))
#: Rules that take an indicator from words alone, from the last statement, from the one that a step goes on
#: from; the others take it from the last statement of that indicator.
_OF_WORDS = frozenset(("noun cut short", "noun in the clause before it", "sort of the beds before it"))
_OF_THE_LAST = frozenset(
    (
        "the same share elsewhere",
        "part of the sum that somebody pays",
        "part of a total of money",
        "measure pointed at",
    )
)
_OF_THE_ONE_BEFORE = frozenset(("villages behind towns", "goes on from the statement before"))
_CLOSED = re.compile("(?:及?以[上下])?[)）]")
#: After what time a step is paid.
_TIMES = frozenset(("年", "个月"))


class LeftOpen(Enum):
    """What a statement leaves to those before it."""

    ALL = "what is measured and of what: it is elliptic, or the next step of the same money"
    WHOLE = "of what it is a part"
    NOUN = "the noun alone, if anything"


class StatementToCode:
    """A statement with those coded before it."""

    __slots__ = ("_leaves", "before", "coded", "context", "matcher", "statement")

    def __init__(self, coded: Sequence[Coded], context: Surroundings, matcher: Matcher) -> None:
        self.coded, self.context, self.matcher = coded, context, matcher
        self.statement = context.statement
        self.before = _before(coded, context)
        self._leaves: LeftOpen | None = None

    def leaves(self) -> LeftOpen:
        if self._leaves is None:
            self._leaves = self._left()
        return self._leaves

    def _left(self) -> LeftOpen:
        context, before = self.context, self.before
        if before is None:
            return LeftOpen.NOUN
        if context.is_sum and is_next_step(before.statement, context, self.matcher.codebook):
            return LeftOpen.ALL
        if context.is_elliptic():
            return LeftOpen.ALL
        return LeftOpen.WHOLE if context.is_part() else LeftOpen.NOUN


def over(place: StatementToCode) -> tuple[Indicator, str] | None:
    """What a statement takes from the one before it, whatever its own words name: the indicator, the rule."""
    return first(OVER_RULES, place) if place.coded else None


def carried(place: StatementToCode) -> tuple[Indicator, str] | None:
    """The indicator of a statement whose own words name none, from what stands before it, with the rule;
    None where nothing is carried over, or the clause of a share has what
    excludes it (基金支付80%、|个人支付20%)."""
    context = place.context
    if context.is_share and (place.statement.value_low or 0) > WHOLE:
        return None  # 适老化改造1260户,完成率105%
    found = first(CARRY_RULES, place)
    if found and context.is_share and any(words.search(context.clause()) for words in found[0].excludes):
        return None
    return found


def carried_from(place: StatementToCode, indicator: Indicator, rule: str) -> int | None:
    """The number of the statement that a rule took an indicator from, None where it took it from words."""
    if rule in _OF_WORDS or not place.coded:
        return None
    if rule in _OF_THE_LAST:
        return len(place.coded) - 1
    if rule in _OF_THE_ONE_BEFORE:
        return next(at for at, one in enumerate(place.coded) if one is place.before)
    alike = (at for at, one in enumerate(place.coded) if one.indicator == indicator.id)
    return max(alike, default=None)


def _before(coded: Sequence[Coded], context: Surroundings) -> Coded | None:
    """The statement before; of a step of a ladder of sums (11—30人补贴2万元) that before its condition, of
    the time of a step (满1年发放30%,满|2年) the time before."""
    if not coded:
        return None
    before = coded[-1]
    if len(coded) == 1:
        return before
    if context.statement.unit in _TIMES and before.statement.unit == "%":
        earlier = coded[-2]
        return earlier if earlier.statement.unit == context.statement.unit else before
    if not context.is_sum or before.statement.unit not in _OF_STEPS:
        return before
    return coded[-2] if not before.indicator or _is_a_step(before, context.text) else before


def _is_a_step(before: Coded, text: str) -> bool:
    """Whether a statement says for whom a sum holds: a condition, an age, or what stands in brackets
    (长者食堂(100平方米以上)10万元)."""
    said = before.statement
    return is_condition(said) or said.unit == "岁" or _CLOSED.match(text, said.value_end) is not None


def _of_the_same_places(p: StatementToCode) -> Indicator | None:
    if not p.context.is_share_of_a_place():
        return None
    return said_before(p.coded[-1], p.statement, p.context.text, p.matcher.codebook)


def _of_villages(p: StatementToCode) -> Indicator | None:
    if p.before is None or p.leaves() is not LeftOpen.ALL:
        return None
    return in_the_country(p.before, p.statement, p.context.text, p.matcher)


def _goes_on(p: StatementToCode) -> Indicator | None:
    if p.before is None or p.leaves() is not LeftOpen.ALL:
        return None
    return said_before(p.before, p.statement, p.context.text, p.matcher.codebook)


def _of_its_whole(p: StatementToCode) -> Indicator | None:
    if p.leaves() is not LeftOpen.WHOLE:
        return None
    return part_of(p.coded, p.statement, p.context.text, p.matcher)


def _pointed_at(p: StatementToCode) -> Indicator | None:
    if p.leaves() is not LeftOpen.NOUN:
        return None
    return this_measure(p.coded[-1] if p.coded else None, p.context, p.matcher)


def _cut_short(p: StatementToCode) -> Indicator | None:
    return short_for(p.context, p.matcher) if p.coded and p.leaves() is LeftOpen.NOUN else None


def _sort_of_beds(p: StatementToCode) -> Indicator | None:
    return sort_of_beds(p.coded, p.context, p.matcher) if p.leaves() is LeftOpen.NOUN else None


def _rate_of_the_counted(p: StatementToCode) -> Indicator | None:
    return rate_of_what_was_counted(p.coded, p.context, p.matcher) if p.context.is_share else None


OVER_RULES: tuple[Rule[StatementToCode, Indicator], ...] = (
    Rule(
        "the same share elsewhere",
        _of_the_same_places,
        "社区养老服务设施覆盖率城市达到100%，农村达到«60%»。",
        "社区养老服务设施覆盖率城市达到100%，农村护理员持证率达到«60%»。",
    ),
    Rule(
        "part of the sum that somebody pays",
        lambda p: part_paid(p.coded[-1], p.context, p.matcher.codebook) if p.context.is_sum else None,
        "意外伤害保险保费每人每年100元，其中财政补贴«80元»。",
        "意外伤害保险保费每人每年100元，每张床位建设补贴«80元»。",
    ),
)
CARRY_RULES: tuple[Rule[StatementToCode, Indicator], ...] = (
    Rule(
        "villages behind towns",
        _of_villages,
        "居家养老服务设施覆盖城市社区的90%和农村社区的«56%»。",
        "日间照料设施分别覆盖城市社区的90%和农村社区的«56%»。",
    ),
    Rule(
        "goes on from the statement before",
        _goes_on,
        "基层老年协会城镇社区创建率达到90%，农村社区达到«75%»。",
        "基层老年协会城镇社区创建率达到90%，护理员持证率达到«75%»。",
    ),
    Rule(
        "part of the whole before it",
        _of_its_whole,
        "已建成助餐点26个，其中«18个»对外营业。",
        "已建成助餐点26个，其中幼儿园«18个»。",
    ),
    Rule(
        "part of a total of money",
        lambda p: part_of_fund(p.coded[-1], p.context, p.matcher.codebook) if p.coded else None,
        "下达养老服务补助资金1860万元，其中省级资金«1200万元»。",
        "下达养老服务补助资金1860万元，其中设备采购«1200万元»。",
    ),
    Rule(
        "measure pointed at",
        _pointed_at,
        "护理型床位占比达到55%，到2030年这一比例达到«65%»。",
        "护理型床位占比达到55%，到2030年绿化这一工程达到«65%»。",
    ),
    Rule(
        "noun cut short",
        _cut_short,
        "城区养老床位2500张，农村床位«1700张»。",
        "城区医院床位2500张，农村床位«1700张»。",
    ),
    Rule(
        "sort of the beds before it",
        _sort_of_beds,
        "养老床位4860张，护理型占«61%»。",
        "养老机构48家，护理型占«61%»。",
    ),
    Rule(
        "rate of what was counted",
        _rate_of_the_counted,
        "建成居家养老服务中心260个，农村社区建成率达«72%»。",
        "建成观景台260个，农村社区建成率达«72%»。",
    ),
    Rule(
        "noun in the clause before it",
        lambda p: joined(p.coded, p.context, p.matcher),
        "支持乡镇卫生院增设护理床位，护理床位占比不低于«30%»。",
        "支持乡镇卫生院增设护理床位。护理床位占比不低于«30%»。",
    ),
)
