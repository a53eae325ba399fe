"""How strictly a value binds: as a word behind its unit says, else as the words before its number do."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.quantities.comparators.ahead import AHEAD_RULES, Ahead
from compare.reading.quantities.comparators.behind import BEHIND_RULES, Behind
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.rules import first

# 低于低保标准2倍(含)
_INCLUSIVE = re.compile(r"\(含(?:本数)?\)")
_WITH_ITSELF = {Comparator.LT: Comparator.LE, Comparator.GT: Comparator.GE}
_WITHOUT_ITSELF = {Comparator.LE: Comparator.LT, Comparator.GE: Comparator.GT}
_STOP = re.compile("[。\\n]")
_LEAD = 120  # nor does a lead-in with the bound of what is listed behind it
_OTHER_CLASS = 80  # classes side by side stand no farther apart


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
    if is_range and unit.sort != "ratio":
        return Binding(Comparator.RANGE, bound_end, "range", (start, end))
    if code:
        if text[end:bound_end] in ("以下", "以上") and _taken_by_the_other(text, start, end):
            code = _WITHOUT_ITSELF[code]
        return Binding(code, bound_end, rule, (end, bound_end))
    words = text[floor:start]
    adjacent = lexicon.adjacent.search(words) if words[-1:] in lexicon.adjacent_ends else None
    ahead = first(AHEAD_RULES, Ahead(words, lexicon, more, adjacent, text[max(floor - _LEAD, 0) : floor]))
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
    of_class = text.startswith("的", end + 2)
    if not of_class:  # classes (50张以下的) may be told sentence by sentence
        ahead, behind = _STOP.split(ahead)[-1], _STOP.split(behind)[0]
    near = ahead + text[start:end] + behind
    if ("含" not in near and "及以" not in near) or text.startswith("(含", end + 2):
        return False
    own, other = text[start:end], "以下" if text[end + 1] == "上" else "以上"
    # 60%以上的村有站点,占比控制在60%及以下 are no two classes of one thing
    too = [f"及{other}的"] if of_class else [f"及{other}"]
    said_to_hold = (f"{other}(含", f"(含){other}", f"(含{own}){other}", *too)
    return any(f"{own}{said}" in near for said in said_to_hold)
