"""How strictly a value binds: comparators behind its unit, before its number, or as a symbol."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.cues import BOUNDS_BEHIND
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.rules import ByKind, Rule, first, last_match

_NOUN_THEN_BOUND = re.compile(rf"[一-龥]{{1,5}}?(?=(?:{BOUNDS_BEHIND})(?:[,。;、|\n):的]|$))")
#: Signs of bounds before a number.
SYMBOLS = {
    "≥": Comparator.GE,
    "≧": Comparator.GE,
    "≤": Comparator.LE,
    "≦": Comparator.LE,
    ">": Comparator.GT,
    "<": Comparator.LT,
}
# 50%≤X: the sign stands between the value and what it bounds.
_SYMBOL_BEHIND = re.compile(r"[≤≦<≥≧>](?=[A-Za-z一-龥])")
_TURNED = {
    "≥": Comparator.LE,
    "≧": Comparator.LE,
    "≤": Comparator.GE,
    "≦": Comparator.GE,
    ">": Comparator.LT,
    "<": Comparator.GT,
}
# 50人/餐以上, 2000元/人·月以内
_BASE_BEHIND = re.compile(
    r"/[一-龥]{1,3}(?:[/·.][一-龥])?(?=以|\()|/[一-龥]{1,2}(?:[/·.][一-龥])?(?=及|左右)"
)
_EXCLUSIVE = re.compile(r"\(不含(?:本数)?\)以([上下])")
# 低于低保标准2倍: a yardstick stands between comparator and number.
_AGAINST = re.compile(r"(低于|高于|超过)[^,。;0-9不]{2,12}(?:标准|水平|价格|均价|平均数?|线)的?$")
_AHEAD_OF = frozenset({"前", "以前", "之前"})
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
    "|给予|不|至少|最|超"
)
_NOUN = rf"(?:(?!{_NEW})[一-龥]){{1,10}}"
_NOUN_JOINT = re.compile(rf"(?:[、和及与或]|以及){_NOUN}")
_NOUN_THEN_JOINT = re.compile(rf"{_NOUN}(?:[、和及与或]|以及)")
# 年满60周岁的男性、55周岁的女性; 男年满60周岁、女55周岁
_OF_OTHERS = re.compile(rf"的?(?:{_NOUN})?[、和及与或]{_NOUN}?|的{_NOUN}[、和及与或]")
_SEXES = re.compile("(?:以上)?[、,和及与或](?:男|女)[性方士]?(?:年?满)?")
_VAGUE = frozenset({"约", "大约", "近"})


class Behind(NamedTuple):
    """The end of a value with its unit, where a comparator may follow."""

    text: str
    end: int
    unit: Unit
    lexicon: Lexicon


class Ahead(NamedTuple):
    """The words before a value, and the comparator directly before the number, if one stands there.
    ``more`` is 余 or 多 beside the number, else "".
    """

    words: str
    lexicon: Lexicon
    more: str
    adjacent: re.Match[str] | None


class Binding(NamedTuple):
    """A comparator, the ``end`` of the value with the words behind it, the rule, and where the ``words``
    stand that carry it (of no length where there are none)."""

    code: Comparator
    end: int
    rule: str
    words: tuple[int, int]


def comparator(
    text: str, floor: int, start: int, end: int, unit: Unit, lexicon: Lexicon, *, is_range: bool, more: str
) -> Binding:
    """How strictly the value at ``start:end`` binds.

    ``floor`` is where the words before it may begin (its clause, or the value before it); ``more``
    is 余 or 多 beside the number, else "". A word behind the unit decides over one before the
    number (达到90%以上 is ge); a range stays a range.
    """
    behind = first(BEHIND_RULES(text[end : end + 1]), Behind(text, end, unit, lexicon))
    (code, bound_end), rule = behind or ((None, end), "")
    if is_range:
        return Binding(Comparator.RANGE, bound_end, "range", (start, end))
    if code:
        return Binding(code, bound_end, rule, (end, bound_end))
    words = text[floor:start]
    adjacent = lexicon.adjacent.search(words) if words[-1:] in lexicon.adjacent_ends else None
    bound = (
        adjacent or more or words[-1:] in SYMBOLS or lexicon.distant.search(words) or _AGAINST.search(words)
    )
    ahead = first(AHEAD_RULES, Ahead(words, lexicon, more, adjacent)) if bound else None
    if ahead is None:
        return Binding(Comparator.EQ, bound_end, "plain", (start, start))
    (code, first_word, last_word), rule = ahead
    return Binding(code, bound_end, rule, (floor + first_word, floor + last_word))


#: The comparator that a word behind the unit gives, and the end of that word; None for a word that binds
#: nothing there.
Bound = tuple[Comparator | None, int]


def _exclusive(b: Behind) -> Bound | None:
    without = _EXCLUSIVE.match(b.text, b.end)
    return ((Comparator.GT if without[1] == "上" else Comparator.LT), without.end()) if without else None


def _symbol_behind(b: Behind) -> Bound | None:
    symbol = _SYMBOL_BEHIND.match(b.text, b.end)
    return (_TURNED[symbol.group()], symbol.end()) if symbol else None


def _after_unit(b: Behind) -> Bound | None:
    return _meaning(b, b.lexicon.after.match(b.text, b.end))


def _after_noun(b: Behind) -> Bound | None:
    noun = _NOUN_THEN_BOUND.match(b.text, b.end) if b.unit.sort in ("count", "people") else None
    return _meaning(b, b.lexicon.after.match(b.text, noun.end())) if noun else None


def _after_base(b: Behind) -> Bound | None:
    base = _BASE_BEHIND.match(b.text, b.end)
    return _meaning(b, b.lexicon.after.match(b.text, base.end())) if base else None


def _meaning(b: Behind, match: re.Match[str] | None) -> Bound | None:
    if match is None:
        return None
    word = match[1]
    if word == "内" and b.unit.sort not in ("duration", "length"):
        return None, b.end
    if word not in _AHEAD_OF:
        return b.lexicon.comparators[word], match.end()
    if b.unit.sort == "share":
        return Comparator.LT, match.end()
    # 六十日前提交: at least sixty days before.
    return (Comparator.GE, match.end()) if b.unit.sort == "duration" else (None, b.end)


_BEHIND_RULES: tuple[Rule[Behind, Bound], ...] = (
    Rule("exclusive bound behind", _exclusive, "床位«50张»(不含)以上。", "床位«50张»(含)以上。", only=("(",)),
    Rule(
        "symbol behind the value",
        _symbol_behind,
        "«50%»≤入住率的机构。",
        "入住率«50%»,超过即补。",
        only=tuple("≤≦<≥≧>"),
    ),
    Rule(
        "bound behind the unit",
        _after_unit,
        "占比达到«90%»以上。",
        "占比达到«90%»。",
        "Civil Code, art. 1259: 以上 and 以下 include the number",
    ),
    Rule(
        "bound behind the base",
        _after_base,
        "供餐能力在«50人»/餐以上。",
        "供餐能力在«50人»/餐。",
        only=("/",),
    ),
    Rule("bound behind the noun", _after_noun, "设置«60张»床位以上。", "设置«60张»床位。"),
)

#: By the character behind the value.
BEHIND_RULES = ByKind(_BEHIND_RULES)


#: The comparator that words before a number give, and where among them it stands.
Said = tuple[Comparator, int, int]


def _symbol(a: Ahead) -> Said | None:
    code = SYMBOLS.get(a.words[-1:])
    return (code, len(a.words) - 1, len(a.words)) if code else None


def _vague(a: Ahead) -> Said | None:
    return _before_number(a) if a.adjacent and a.adjacent[1] in _VAGUE else None


def _in_clause(a: Ahead) -> Said | None:
    distant = last_match(a.lexicon.distant, a.words)  # the last one governs
    if distant is None or "基础上" in a.words[distant.end() :]:
        return None  # 在不低于现行标准的基础上增加50元
    return a.lexicon.comparators[distant.group()], *distant.span()


def _before_number(a: Ahead) -> Said | None:
    if a.adjacent is None:
        return None
    return a.lexicon.comparators[a.adjacent[1]], *a.adjacent.span(1)


def _against(a: Ahead) -> Said | None:
    yardstick = _AGAINST.search(a.words)
    if yardstick is None:
        return None
    return (Comparator.LT if yardstick[1] == "低于" else Comparator.GT), *yardstick.span(1)


def _more(a: Ahead) -> Said | None:
    return (a.lexicon.comparators[a.more], len(a.words), len(a.words)) if a.more else None


AHEAD_RULES: tuple[Rule[Ahead, Said], ...] = (
    Rule("symbol before the number", _symbol, "护理型床位占比≥«55%»。", "护理型床位占比«55%»。"),
    Rule("about", _vague, "至少服务约«300人»。", "至少服务«300人»。"),
    Rule(
        "bound in the clause",
        _in_clause,
        "不低于总量的«55%»。",
        "在不低于现行标准的基础上增加«50元»。",
    ),
    Rule("bound before the number", _before_number, "收治老年人超过«300人»。", "收治老年人«300人»。"),
    Rule(
        "bound against a yardstick", _against, "收入低于低保标准«2倍»的家庭。", "收入为低保标准«2倍»的家庭。"
    ),
    Rule("more than written", _more, "建成«500多家»。", "建成«500家»。"),
)


_BOUND_BEHIND = frozenset({"bound behind the unit", "bound behind the noun", "bound behind the base"})


class Pair(NamedTuple):
    """A value without a comparator of its own, the value before it in the clause, and what joins them."""

    previous: Value
    unit: Unit
    gap: str
    adjacent: bool


def shared(text: str, previous: Value, start: int, unit: Unit, own: Binding) -> Binding:
    """How a value binds that shares the comparator of the one before it (不少于200场、400场)."""
    if own.rule != "plain" or previous.comparator_rule not in _SHAREABLE:
        return own
    adjacent = previous.comparator_words[1] == previous.start
    found = first(SHARED_RULES, Pair(previous, unit, text[previous.bound_end : start], adjacent))
    return Binding(found[0], own.end, found[1], previous.comparator_words) if found else own


def _sexes(previous: Value, unit: Unit, gap: str) -> bool:
    """女性55周岁、男性60周岁以上: one bound for the age of each."""
    return previous.unit.sort == unit.sort == "age" and bool(_SEXES.fullmatch(gap))


def said_behind(text: str, values: list[Value], start: int, unit: Unit, own: Binding) -> None:
    """Give the values before one with a bound behind it that bound, where it holds for all: of a pair joined
    by 或 (300户或800人以上), of a list given 分别 (分别控制在3‰、5‰和6‰以下)."""
    if own.rule not in _BOUND_BEHIND or own.code not in (Comparator.GE, Comparator.LE):
        return
    for at in range(len(values) - 1, -1, -1):
        previous, gap = values[at], text[values[at].end : start]
        each = (
            previous.unit is unit
            and _JOINT.fullmatch(gap)
            and "分别" in text[previous.clause_start : previous.start]
        )
        pair = at == len(values) - 1 and (gap in ("或", "或者") or _sexes(previous, unit, gap))
        if previous.comparator_rule != "plain" or not (each or pair):
            return
        rule = "bound behind the list" if each else "bound behind the pair"
        values[at] = replace(previous, comparator=own.code, comparator_rule=rule, comparator_words=own.words)
        start = previous.start


def _family(unit: Unit) -> str:
    return "count" if unit.sort == "people" else unit.sort


def _listed(p: Pair) -> Comparator | None:
    nameless = _JOINT.fullmatch(p.gap) or (not p.adjacent and _NOUN_JOINT.fullmatch(p.gap))
    alike = _family(p.previous.unit) == _family(p.unit)
    return p.previous.comparator if nameless and alike else None


def _counted_noun(p: Pair) -> Comparator | None:
    joint = _NOUN_THEN_JOINT.fullmatch(p.gap)
    counts = _family(p.previous.unit) == _family(p.unit) == "count"
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
    Rule("bound of the list", _listed, "举办不少于200场、«400场»。", "举办不少于200场、床位«400张»。"),
    Rule(
        "bound of what is counted together",
        _counted_noun,
        "至少建成2个机构和«3个»社区。",
        "至少建成2个机构和改造«3个»社区。",
    ),
    Rule(
        "bound of ages",
        _ages,
        "年满60周岁的男性、«55周岁»的女性。",
        "年满60周岁的男性,入住«55周岁»的女性。",
    ),
    Rule(
        "bound of sums for each",
        _sum_for_each,
        "居民每天不超过60元、职工每天«90元»。",
        "居民每天不超过60元、另发补助«90元»。",
    ),
    Rule(
        "bound of those named in one unit",
        _named_alike,
        "培训院长不少于50名、护理员«500名»。",
        "培训院长不少于50名、组织培训«500名»。",
    ),
)
