"""How words and signs behind the unit of a value bind it (90%以上, 50%≤X)."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.cues import BOUNDS_BEHIND
from compare.reading.quantities.comparators.symbols import TURNED
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.rules import ByKind, Rule

_NOUN_THEN_BOUND = re.compile(rf"[一-龥]{{1,5}}?(?=(?:{BOUNDS_BEHIND})(?:[,。;、|\n):的]|$))")
# 50%≤X: the sign stands between the value and what it bounds.
_SYMBOL_BEHIND = re.compile(r"[≤≦<≥≧>](?=[A-Za-z一-龥])")
# 50人/餐以上, 2000元/人·月以内
_BASE_BEHIND = re.compile(
    r"/[一-龥]{1,3}(?:[/·.][一-龥])?(?=以|\(|左右)|/[一-龥]{1,2}(?:[/·.][一-龥])?(?=及)"
)
# 占七成多
_MORE_BEHIND = re.compile("多(?=[,。;、|\\n)的]|$)")
# 五年过渡期内, 3年有效期之内
_WITHIN_TERM = re.compile("的?(?:过渡|缓冲|整改|保护|窗口|有效|服务|合同|协议)期(?:限)?(?:之|以)?内")
_EXCLUSIVE = re.compile(r"\(不含(?:本数)?\)以([上下])")
_BEFORE_THEN = frozenset({"前", "以前", "之前"})


class Behind(NamedTuple):
    """The end of a value with its unit, where a comparator may follow."""

    text: str
    end: int
    unit: Unit
    lexicon: Lexicon


#: The comparator that a word behind the unit gives, and the end of that word; None for a word that binds
#: nothing there.
Bound = tuple[Comparator | None, int]


def _exclusive(b: Behind) -> Bound | None:
    without = _EXCLUSIVE.match(b.text, b.end)
    return ((Comparator.GT if without[1] == "上" else Comparator.LT), without.end()) if without else None


def _symbol_behind(b: Behind) -> Bound | None:
    symbol = _SYMBOL_BEHIND.match(b.text, b.end)
    return (TURNED[symbol.group()], symbol.end()) if symbol else None


def _after_unit(b: Behind) -> Bound | None:
    return _meaning(b, b.lexicon.after.match(b.text, b.end))


def _more_behind(b: Behind) -> Bound | None:
    more = b.unit.sort == "share" and _MORE_BEHIND.match(b.text, b.end)
    return (Comparator.ABOUT, b.end + 1) if more else None


def _after_noun(b: Behind) -> Bound | None:
    noun = _NOUN_THEN_BOUND.match(b.text, b.end) if b.unit.sort in ("count", "people") else None
    return _meaning(b, b.lexicon.after.match(b.text, noun.end())) if noun else None


def _within_term(b: Behind) -> Bound | None:
    term = _WITHIN_TERM.match(b.text, b.end) if b.unit.sort == "duration" else None
    return (Comparator.LE, term.end()) if term else None


def _after_base(b: Behind) -> Bound | None:
    base = _BASE_BEHIND.match(b.text, b.end)
    return _meaning(b, b.lexicon.after.match(b.text, base.end())) if base else None


def _meaning(b: Behind, match: re.Match[str] | None) -> Bound | None:
    if match is None:
        return None
    word = match[1]
    if word == "内" and b.unit.sort not in ("duration", "length"):
        return None, b.end
    if word not in _BEFORE_THEN:
        return b.lexicon.comparators[word], match.end()
    if b.unit.sort == "share":
        return Comparator.LT, match.end()
    # 六十日前提交: at least sixty days before.
    return (Comparator.GE, match.end()) if b.unit.sort == "duration" else (None, b.end)


def _centenarians(b: Behind) -> Bound | None:
    hundred = b.unit.sort == "age" and b.text.endswith(("百岁", "百周岁"), 0, b.end)
    return (Comparator.GE, b.end) if hundred else None


_BEHIND_RULES: tuple[Rule[Behind, Bound], ...] = (
    Rule(
        "exclusive bound behind",
        _exclusive,
        "床位«50张»(不含)以上。",
        "床位«50张»(含)以上。",
        "GUIDE: column comparator",
        only=("(",),
    ),
    Rule(
        "symbol behind the value",
        _symbol_behind,
        "«50%»≤入住率的机构。",
        "入住率«50%»,超过即补。",
        "GUIDE: column comparator",
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
        "Civil Code, art. 1259: 以上 and 以下 include the number",
        only=("/",),
    ),
    Rule(
        "more behind a share",
        _more_behind,
        "护理员占«70%»多。",
        "护理员占«70%»多数。",
        "GUIDE: 余 is about",
        only=("多",),
    ),
    Rule(
        "of a hundred years",
        _centenarians,
        "«百岁»老人每月发放500元。",
        "«100岁»老人每月发放500元。",
        only=tuple("的老寿按为每免享发给补可0123456789"),
    ),
    Rule(
        "within a term",
        _within_term,
        "«五年»过渡期内继续按原用途使用土地。",
        "«五年»过渡期届满后重新办理用地手续。",
        "GUIDE: column comparator",
        only=tuple("的过缓整保窗有服合协"),
    ),
    Rule(
        "bound behind the noun",
        _after_noun,
        "设置«60张»床位以上。",
        "设置«60张»床位。",
        "Civil Code, art. 1259: 以上 and 以下 include the number",
    ),
)

#: By the character behind the value.
BEHIND_RULES = ByKind(_BEHIND_RULES)
