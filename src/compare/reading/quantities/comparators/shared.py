"""Comparators said once for several values: carried on (不少于200场、400场) or said behind the last
(300户或800人以上)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.comparators.binding import Binding
from compare.reading.quantities.lexicon import Unit
from compare.reading.rules import Rule, first

# Words before the number whose comparator may hold for the values that follow.
_SHAREABLE = frozenset(
    {"bound in the clause", "bound before the number", "bound of the list"}
    | {"bound of what is counted together", "bound of sums for each", "bound of ages"}
    | {"bound of those named in one unit"}
)
_JOINT = re.compile(r"[、和及与或×*]|以及|或者")
# What stands between two numbers must be their nouns, nothing done or said anew.
_NEW = (
    "其中|达|为|新|增|建|改|扩|完成|实现|配|设|延长|缩短|提高|降低|减|另|共|总|一次性|奖|补|每年|培|引|打造|创|占"
    "|给予|不|至少|最|超|力争|争取|确保"
)
_NOUN = rf"(?:(?!{_NEW})[一-龥]){{1,10}}"
_NOUN_JOINT = re.compile(rf"(?:[、和及与或]|以及){_NOUN}")
_NOUN_THEN_JOINT = re.compile(rf"{_NOUN}(?:[、和及与或]|以及)")
# 年满60周岁的男性、55周岁的女性; 男年满60周岁、女55周岁
_OF_OTHERS = re.compile(rf"的?(?:{_NOUN})?[、和及与或]{_NOUN}?|的{_NOUN}[、和及与或]")
_SEXES = re.compile("(?:以上)?[、,和及与或](?:男|女)[性方士]?(?:年?满)?")
# 至少提供1次体检和4次随访
_COUNTED = frozenset({"count", "frequency"})
_RATES = frozenset({"share", "level"})  # 分别控制在12/10万和5‰以下
_BOUND_BEHIND = frozenset({"bound behind the unit", "bound behind the noun", "bound behind the base"})


class Pair(NamedTuple):
    """A value without a comparator of its own, the value before it in the clause, and what joins them."""

    previous: Value
    unit: Unit
    gap: str
    adjacent: bool


def shared(text: str, previous: Value, start: int, unit: Unit, own: Binding) -> Binding:
    """How a value binds that shares the comparator of the one before it (不少于200场、400场)."""
    if own.code is not Comparator.EQ or previous.comparator_rule not in _SHAREABLE:
        return own
    adjacent = previous.comparator_words[1] == previous.start
    found = first(SHARED_RULES, Pair(previous, unit, text[previous.bound_end : start], adjacent))
    return Binding(found[0], own.end, found[1], previous.comparator_words) if found else own


class Series(NamedTuple):
    """A value without a comparator of its own, before one of ``unit`` that has a bound behind it; the words
    before it in its clause, and what joins the two."""

    previous: Value
    unit: Unit
    before: str
    gap: str


def said_behind(text: str, values: list[Value], start: int, unit: Unit, own: Binding) -> None:
    """Give the values before one with a bound behind it that bound, where it holds for all."""
    if own.rule not in _BOUND_BEHIND or own.code not in (Comparator.GE, Comparator.LE):
        return
    for at in reversed(range(len(values))):
        previous = values[at]
        if previous.comparator is not Comparator.EQ:
            return
        before, gap = text[previous.clause_start : previous.start], text[previous.end : start]
        found = first(SAID_BEHIND_RULES, Series(previous, unit, before, gap))
        if found is None:
            return
        values[at] = replace(
            previous, comparator=own.code, comparator_rule=found[1], comparator_words=own.words
        )
        start = previous.start


def _given_each(s: Series) -> bool | None:
    """分别控制在3‰、5‰和6‰以下: a list given 分别."""
    alike = s.previous.unit is s.unit or {s.previous.unit.sort, s.unit.sort} <= _RATES
    return (alike and bool(_JOINT.fullmatch(s.gap)) and "分别" in s.before) or None


def _either(s: Series) -> bool | None:
    """300户或800人以上; 女性55周岁、男性60周岁以上: one bound for the age of each."""
    sexes = s.previous.unit.sort == s.unit.sort == "age" and _SEXES.fullmatch(s.gap)
    return s.gap in ("或", "或者") or bool(sexes) or None


SAID_BEHIND_RULES: tuple[Rule[Series, bool], ...] = (
    Rule(
        "bound behind the list",
        _given_each,
        "死亡率分别控制在«3‰»、5‰以下。",
        "死亡率控制在«3‰»、5‰以下。",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound behind the pair",
        _either,
        "服务«300户»或800人以上。",
        "服务«300户»和800人以上。",
        "GUIDE: column comparator",
    ),
)


def _family(unit: Unit) -> str:
    return "count" if unit.sort == "people" else unit.sort


def _listed(p: Pair) -> Comparator | None:
    nameless = _JOINT.fullmatch(p.gap) or (not p.adjacent and _NOUN_JOINT.fullmatch(p.gap))
    alike = _family(p.previous.unit) == _family(p.unit)
    return p.previous.comparator if nameless and alike else None


def _counted_noun(p: Pair) -> Comparator | None:
    joint = _NOUN_THEN_JOINT.fullmatch(p.gap)
    family = _family(p.unit)
    counts = _family(p.previous.unit) == family and family in _COUNTED
    return p.previous.comparator if joint and counts else None


def _ages(p: Pair) -> Comparator | None:
    joint = _OF_OTHERS.fullmatch(p.gap)
    return p.previous.comparator if joint and p.previous.unit.sort == p.unit.sort == "age" else None


def _sum_for_each(p: Pair) -> Comparator | None:
    joint = _NOUN_JOINT.fullmatch(p.gap)
    return p.previous.comparator if joint and p.previous.unit.sort == p.unit.sort == "money" else None


def _named_alike(p: Pair) -> Comparator | None:
    joint = _NOUN_JOINT.fullmatch(p.gap) if p.previous.unit is p.unit else None
    return p.previous.comparator if joint and _family(p.unit) == "count" else None


SHARED_RULES: tuple[Rule[Pair, Comparator], ...] = (
    Rule(
        "bound of the list",
        _listed,
        "举办不少于200场、«400场»。",
        "举办不少于200场、床位«400张»。",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound of what is counted together",
        _counted_noun,
        "至少建成2个机构和«3个»社区。",
        "至少建成2个机构和改造«3个»社区。",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound of ages",
        _ages,
        "年满60周岁的男性、«55周岁»的女性。",
        "年满60周岁的男性,入住«55周岁»的女性。",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound of sums for each",
        _sum_for_each,
        "居民每天不超过60元、职工每天«90元»。",
        "居民每天不超过60元、另发补助«90元»。",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound of those named in one unit",
        _named_alike,
        "培训院长不少于50名、护理员«500名»。",
        "培训院长不少于50名、组织培训«500名»。",
        "GUIDE: column comparator",
    ),
)
