"""How strictly a value binds: comparators behind its unit, before its number, or as a symbol."""

from __future__ import annotations

import re

from compare.model import Comparator
from compare.reading.quantities.lexicon import Lexicon, Unit

_NOUN_THEN_BOUND = re.compile(r"[一-龥]{1,5}?(?=(?:及以上|以上|以内|以下|左右)(?:[,。;、|\n):的]|$))")
_SYMBOLS = {
    "≥": Comparator.GE,
    "≧": Comparator.GE,
    "≤": Comparator.LE,
    "≦": Comparator.LE,
    ">": Comparator.GT,
    "<": Comparator.LT,
}
_EXCLUSIVE = re.compile(r"\(不含(?:本数)?\)以([上下])")
# 低于低保标准2倍: a yardstick stands between comparator and number.
_AGAINST = re.compile(r"(低于|高于|超过)[^,。;0-9不]{2,12}(?:标准|水平|价格|均价|平均数?|线)的?$")
_REACH = 12
_VAGUE = frozenset({"约", "大约", "近"})


def comparator(
    text: str, floor: int, start: int, end: int, unit: Unit, lexicon: Lexicon, *, is_range: bool, more: bool
) -> tuple[Comparator, int]:
    """Comparator of the value at ``start:end`` and the end of the words that carry it.

    ``floor`` is where the words before it may begin (its clause, or the value before it); ``more``
    whether 余 or 多 stands with the number. A word behind the unit decides over one before the
    number (达到90%以上 is ge); a range stays a range.
    """
    code, bound_end = _behind(text, end, unit, lexicon)
    if is_range:
        return Comparator.RANGE, bound_end
    if code:
        return code, bound_end
    return _before(text[floor:start], lexicon, more=more), bound_end


def _behind(text: str, end: int, unit: Unit, lexicon: Lexicon) -> tuple[Comparator | None, int]:
    if without := _EXCLUSIVE.match(text, end):
        return (Comparator.GT if without[1] == "上" else Comparator.LT), without.end()
    match = lexicon.after.match(text, end)
    if match is None and unit.sort in ("count", "people"):
        # 60张床位以上: the noun stands between unit and comparator.
        noun = _NOUN_THEN_BOUND.match(text, end)
        match = lexicon.after.match(text, noun.end()) if noun else None
    if match is None:
        return None, end
    word = match[1]
    if word == "内" and unit.sort not in ("duration", "length"):
        return None, end
    if word in ("前", "以前", "之前"):
        if unit.sort == "share":
            return Comparator.LT, match.end()
        # 六十日前提交: at least sixty days before.
        return (Comparator.GE, match.end()) if unit.sort == "duration" else (None, end)
    return lexicon.comparators[word], match.end()


def _before(words: str, lexicon: Lexicon, *, more: bool) -> Comparator:
    if words and words[-1] in _SYMBOLS:
        return _SYMBOLS[words[-1]]
    distant = None
    for distant in lexicon.distant.finditer(words):  # noqa: B007 - the last one governs
        pass
    if distant and "基础上" in words[distant.end() :]:
        distant = None  # 在不低于现行标准的基础上增加50元
    adjacent = lexicon.adjacent.search(words[-_REACH:])
    if distant is not None and not (adjacent and adjacent[1] in _VAGUE):
        return lexicon.comparators[distant.group()]
    if adjacent:
        return lexicon.comparators[adjacent[1]]
    if reference := _AGAINST.search(words):
        return Comparator.LT if reference[1] == "低于" else Comparator.GT
    return Comparator.GT if more else Comparator.EQ
