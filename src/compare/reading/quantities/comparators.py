"""How strictly a value binds: comparators behind its unit, before its number, or as a symbol."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.cues import BOUNDS_BEHIND
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
    ">=": Comparator.GE,
    "<=": Comparator.LE,
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
    r"/[一-龥]{1,3}(?:[/·.][一-龥])?(?=以|\(|左右)|/[一-龥]{1,2}(?:[/·.][一-龥])?(?=及)"
)
_EXCLUSIVE = re.compile(r"\(不含(?:本数)?\)以([上下])")
# 低于低保标准2倍(含)
_INCLUSIVE = re.compile(r"\(含(?:本数)?\)")
_WITH_ITSELF = {Comparator.LT: Comparator.LE, Comparator.GT: Comparator.GE}
_WITHOUT_ITSELF = {Comparator.LE: Comparator.LT, Comparator.GE: Comparator.GT}
_STOP = re.compile("[。\\n]")
_OTHER_CLASS = 80  # classes side by side stand no farther apart
# 最高的床位达500张: the highest there is, no bound
_HIGHEST = re.compile(
    r"最[高多长]的(?!不|[^,。;]{0,8}(?:不得|不超|不高))[^,。;0-9]{0,8}?(?:达到?|有|为)(?:了|约)?$"
)
# 低于低保标准2倍: a yardstick stands between comparator and number.
_AGAINST = re.compile(
    r"(?P<bound>低于|高于|超过)[^,。;0-9不]{2,12}(?:标准|水平|价格|均价|平均数?|线)的?$"
    r"|(?P<part>不足|不到|未达到?|低于|少于|超过(?=[^,。;0-9]{0,8}(?:总|全[市县区省国])))[^,。;0-9不的]{2,16}的$"
)
_YARDSTICKS = frozenset("准平格价均数线的")  # how these end
# 低于每百户15平方米: the base stands between comparator and number.
_BEFORE_BASE = re.compile(
    r"(低于|少于|小于|不足|不到|未达到?|高于|超过|大于|多于)(?:每[0-9十百千万]{1,5}[一-龥]{0,6}|每[人户床张]每?[年月日天]?|人均|户均)$"
)
# 每日限补两餐, 应当提前60日书面告知
_LIMIT = re.compile(
    r"(?<![期时权界极有无上下局])限(?:补[助贴]?|领取?|享受?|报销?|使用|用|申[请领]|乘坐|购买?|免费?)$"
    r"|(?<![年期时权界极有无上下局])限$"
)
_NOTICE = re.compile(r"(?:应当?|须|需|必须|至少)提前$")
# 全县约有失能老人3200人: who they are stands between comparator and number
_ABOUT_SO_MANY = re.compile(r"(?:^|[省市县区州旗镇乡村国前里中])(?P<about>大?约|大概)有[^,。;0-9的]{2,12}$")
_SHORT_OF = frozenset({"低于", "少于", "小于", "不足", "不到", "未达到", "未达"})
_AHEAD_OF = frozenset({"前", "以前", "之前"})
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
        if text[end:bound_end] in ("以下", "以上") and _taken_by_the_other(text, start, end):
            code = _WITHOUT_ITSELF[code]
        return Binding(code, bound_end, rule, (end, bound_end))
    words = text[floor:start]
    if "最" in words and _HIGHEST.search(words):
        return Binding(Comparator.EQ, bound_end, "plain", (start, start))
    adjacent = lexicon.adjacent.search(words) if words[-1:] in lexicon.adjacent_ends else None
    bound = (
        adjacent
        or more
        or words[-1:] in SYMBOLS
        or words[-2:] in SYMBOLS
        or lexicon.distant.search(words)
        or (words[-1:] in _YARDSTICKS and _AGAINST.search(words))
        or (("每" in words or words.endswith("均")) and _BEFORE_BASE.search(words))
        or ("限" in words[-4:] and _LIMIT.search(words))
        or (words.endswith("提前") and _NOTICE.search(words))
        or ("有" in words and _ABOUT_SO_MANY.search(words))
    )
    ahead = first(AHEAD_RULES, Ahead(words, lexicon, more, adjacent)) if bound else None
    if ahead is None:
        return Binding(Comparator.EQ, bound_end, "plain", (start, start))
    (code, first_word, last_word), rule = ahead
    if text.startswith("(含", bound_end) and _INCLUSIVE.match(text, bound_end):
        code = _WITH_ITSELF.get(code, code)
    return Binding(code, bound_end, rule, (floor + first_word, floor + last_word))


def _taken_by_the_other(text: str, start: int, end: int) -> bool:
    """Whether the class on the other side of a bound says that it holds the number itself
    (50张以上(含50张)的…,50张以下的…)."""
    ahead, behind = text[max(start - _OTHER_CLASS, 0) : start], text[end : end + _OTHER_CLASS]
    if not text.startswith("的", end + 2):  # classes (50张以下的) may be told sentence by sentence
        ahead, behind = _STOP.split(ahead)[-1], _STOP.split(behind)[0]
    near = ahead + text[start:end] + behind
    if ("含" not in near and "及以" not in near) or text.startswith("(含", end + 2):
        return False
    own, other = text[start:end], "以下" if text[end + 1] == "上" else "以上"
    return any(
        f"{own}{said}" in near for said in (f"{other}(含", f"及{other}", f"(含){other}", f"(含{own}){other}")
    )


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
    for length in (1, 2):
        if code := SYMBOLS.get(a.words[-length:]):
            return code, len(a.words) - length, len(a.words)
    return None


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
    word = "bound" if yardstick["bound"] else "part"
    return (Comparator.LT if yardstick[word] in _SHORT_OF else Comparator.GT), *yardstick.span(word)


def _before_base(a: Ahead) -> Said | None:
    said = _BEFORE_BASE.search(a.words)
    if said is None:
        return None
    return (Comparator.LT if said[1] in _SHORT_OF else Comparator.GT), *said.span(1)


def _limit(a: Ahead) -> Said | None:
    limit = _LIMIT.search(a.words)
    return (Comparator.LE, *limit.span()) if limit else None


def _notice(a: Ahead) -> Said | None:
    notice = _NOTICE.search(a.words)
    return (Comparator.GE, *notice.span()) if notice else None


def _about_so_many(a: Ahead) -> Said | None:
    about = _ABOUT_SO_MANY.search(a.words)
    return (Comparator.ABOUT, *about.span("about")) if about else None


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
    Rule(
        "bound before the base",
        _before_base,
        "配建低于每百户«15平方米»的应当补足。",
        "配建不低于每百户«15平方米»。",
    ),
    Rule("limit", _limit, "每人每年限享受«1次»。", "有效期限«1年»。"),
    Rule("so long before", _notice, "暂停服务的,应当提前«60日»告知。", "提前«60日»完成任务。"),
    Rule(
        "about so many of them",
        _about_so_many,
        "全县约有失能老人«3200人»。",
        "全县预约有服务的老人«3200人»。",
    ),
    Rule("more than written", _more, "建成«500多家»。", "建成«500家»。"),
)
