"""What refuses an indicator whose pattern was found: :data:`OF_ITSELF_RULES`, :data:`AROUND_RULES` and
:data:`BEYOND_RULES`, in this order; the name of a rule is what a refused candidate carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.coding.book.codebook import Indicator
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.heads import Heads
from compare.coding.indicators.topics.over import is_of_title
from compare.coding.kind_rules import is_condition
from compare.model import Kind, Statement
from compare.reading.rules import Rule, first
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

#: No share of a whole is more, in percent.
WHOLE = 100
# A text that is long enough to tell that it is not about care.
_REPORT = "全市经济平稳运行，各项指标好于预期，发展质量稳步提高。" * 10
_BASED = re.compile("元/(?![年月日]$)")


class ConditionAndFamily(NamedTuple):
    """Whether a statement says when something holds, the family of what it says of its noun, and those of
    what else than care it is about."""

    condition: bool
    family: str = ""
    fields: frozenset[str] = frozenset()


class OfItself(NamedTuple):
    """An indicator with a statement that may be it, whatever the words around."""

    indicator: Indicator
    statement: Statement
    said: ConditionAndFamily


class Around(NamedTuple):
    """An indicator with the words around a statement that may be it."""

    indicator: Indicator
    context: Surroundings
    heads: Heads


class IndicatorInContext(NamedTuple):
    """The same where the clause has all it must have."""

    indicator: Indicator
    context: Surroundings


def said_of(statement: Statement, context: Surroundings, heads: Heads) -> ConditionAndFamily:
    condition = is_condition(statement)
    if statement.kind is Kind.ALLOCATION:
        return ConditionAndFamily(condition)
    family = "" if statement.implied else heads.of(context.before(), statement.unit)
    return ConditionAndFamily(condition, family, frozenset(_fields(statement, context, heads)))


def _fields(statement: Statement, context: Surroundings, heads: Heads) -> Iterator[str]:
    """What else than care a value is about: a field, what a sum is paid for, a noun counted for itself."""
    text = context.text
    fields = heads.fields(context.whose(), text)
    if not fields and (beside := context.beside()):
        fields = heads.fields(beside, text)
    yield from fields
    if context.is_sum:
        yield from heads.paid_for(context.paid())
    if statement.unit in FACILITY_UNITS and (noun := heads.counted(context.counted())):
        yield noun


def refusal(indicator: Indicator, context: Surroundings, heads: Heads, said: ConditionAndFamily) -> str:
    """The rule that refuses an indicator whose pattern was found, "" if none does."""
    refused = barred(indicator, context.statement, said)
    if not refused and (found := first(AROUND_RULES, Around(indicator, context, heads))):
        refused = found[1]
    return refused or refused_beyond(indicator, context)


def barred(indicator: Indicator, statement: Statement, said: ConditionAndFamily) -> str:
    """The rule by which a statement itself refuses an indicator, whatever the words around it, else ""."""
    found = first(OF_ITSELF_RULES, OfItself(indicator, statement, said))
    return found[1] if found else ""


def refused_beyond(indicator: Indicator, context: Surroundings) -> str:
    """The rule by which what an entry asks for beyond its clause is not met, else ""."""
    found = first(BEYOND_RULES, IndicatorInContext(indicator, context))
    return found[1] if found else ""


def may_be_condition(indicator: Indicator) -> bool:
    """Whether values of an indicator are parameters, or may be beside its own kind (``kinds``), or thresholds
    of it are coded (``conditions``)."""
    may_be = bool(indicator.kind) and Kind.PARAMETER in indicator.kinds
    return indicator.kind is Kind.PARAMETER or may_be or indicator.conditions


def excluded(indicator: Indicator, context: Surroundings) -> str:
    """ "excludes" where a statement has words that an entry excludes, else ""."""
    return "excludes" if _has_excluded(IndicatorInContext(indicator, context)) else ""


def all_found(patterns: Sequence[re.Pattern[str]], words: str) -> bool:
    return all(pattern.search(words) for pattern in patterns)


def _is_of_another_kind(p: OfItself) -> bool | None:
    if p.statement.kind is Kind.ALLOCATION:
        return None
    return (bool(p.indicator.kinds) and p.statement.kind not in p.indicator.kinds) or None


def _is_growth(p: OfItself) -> bool | None:
    """覆盖率翻一番 says by how much it grows, not how high it is."""
    return (_is_doubled(p) and "growth" not in p.indicator.heads) or None


def _exceeds_the_whole(p: OfItself) -> bool | None:
    """A share of more than the whole (完成率105%)."""
    if "%" not in p.statement.unit or not p.indicator.plausible:
        return None
    return p.indicator.plausible[1] <= WHOLE < (p.statement.value_low or 0) or None


def _exceeds_one_house(p: OfItself) -> bool | None:
    """More floor area than one house has."""
    area = p.statement.unit == "平方米" and p.indicator.kind is Kind.STANDARD
    return (area and _exceeds(p)) or None


def _is_of_all(p: OfItself) -> bool | None:
    """A sum without a base of more than the entry gives to one person, bed or place: that of all of them, or
    a cap (床位运营补贴项目资金1450.6万元)."""
    of_one = p.statement.unit == "元" and any(map(_BASED.match, p.indicator.units))
    return (of_one and _exceeds(p)) or None


def _exceeds(p: OfItself) -> bool:
    highest = p.indicator.plausible[1] if p.indicator.plausible and not _is_doubled(p) else None
    return highest is not None and (p.statement.value_low or 0) > highest


def _is_doubled(p: OfItself) -> bool:
    return p.statement.implied and p.statement.value_text.startswith("翻")


def _is_not_at_home(p: Around) -> bool | None:
    if p.indicator.at_large:
        return None
    return not p.heads.is_at_home(p.context.text, p.context.around) or None


def _lacks_within(p: IndicatorInContext) -> bool | None:
    wanted = p.indicator.within
    if not wanted or all_found(wanted, p.context.around()):
        return None
    return not _is_titled(p.indicator, p.context.text) or None


def _is_titled(indicator: Indicator, text: str) -> bool:
    """Whether the title says that all of the document is about a topic of an entry."""
    return any(is_of_title(topic, text) for topic in indicator.topics)


def _has_excluded(p: IndicatorInContext) -> bool | None:
    if not p.indicator.excludes:
        return None
    context = p.context
    around = context.near() if context.is_elliptic() else context.own()
    if context.is_sum:
        around = without_asides(around)
    return any(pattern.search(around) for pattern in p.indicator.excludes) or None


#: What of a statement itself refuses an entry, whatever the words around it.
OF_ITSELF_RULES: tuple[Rule[OfItself, bool], ...] = (
    Rule(
        "kinds",
        _is_of_another_kind,
        "每所养老机构护理型床位不少于«40张»。",
        "养老机构护理型床位达到«400张»。",
    ),
    Rule(
        "condition",
        lambda p: (p.said.condition and not may_be_condition(p.indicator)) or None,
        "护理型床位占比低于«30%»的敬老院限期整改。",
        "敬老院护理型床位占比达到«60%»。",
    ),
    Rule(
        "heads",
        lambda p: (bool(p.said.family) and p.said.family not in p.indicator.heads) or None,
        "日间照料中心服务对象满意率达到«90%»。",
        "日间照料中心覆盖率达到«90%»。",
    ),
    Rule(
        "fields",
        lambda p: not p.said.fields <= p.indicator.heads or None,
        "酒店入住率达到«70%»。",
        "敬老院入住率达到«70%»。",
    ),
    Rule(
        "growth",
        _is_growth,
        "助餐服务覆盖率«翻一番»。",
        "助餐服务覆盖率达到«80%»。",
    ),
    Rule(
        "whole",
        _exceeds_the_whole,
        "助餐服务覆盖率达到«105%»。",
        "助餐服务覆盖率达到«80%»。",
    ),
    Rule(
        "floor_area",
        _exceeds_one_house,
        "日间照料中心建筑面积不少于«980000平方米»。",
        "日间照料中心建筑面积不少于«980平方米»。",
    ),
    Rule(
        "plausible",
        _is_of_all,
        "发放护理补贴«320万元»。",
        "护理补贴«320元»。",
    ),
)
#: What of an entry the words around a statement do not meet, or that nothing there is of care.
AROUND_RULES: tuple[Rule[Around, bool], ...] = (
    Rule(
        "at_large",
        _is_not_at_home,
        f"{_REPORT}每月检查«1次»。",
        f"{_REPORT}养老机构每月检查«1次»。",
    ),
    Rule(
        "clause",
        lambda p: (bool(p.indicator.clause) and not all_found(p.indicator.clause, p.context.own())) or None,
        "护理员平均年龄达到«48岁»。",
        "享受补贴的年龄不低于«48岁»。",
    ),
)
#: What of an entry beyond what the clause must have is not met.
BEYOND_RULES: tuple[Rule[IndicatorInContext, bool], ...] = (
    Rule(
        "near",
        lambda p: (bool(p.indicator.near) and not all_found(p.indicator.near, p.context.near())) or None,
        "医院满意度达到«92%»。",
        "养老机构满意度达到«92%»。",
    ),
    Rule(
        "within",
        _lacks_within,
        "服务群众«3万人次»。",
        "服务老年群众«3万人次»。",
    ),
    Rule(
        "excludes",
        _has_excluded,
        "修缮敬老院«5所»。",
        "新增敬老院«5所»。",
    ),
)
