"""Claims of a value without a numeral: 全覆盖 is 100 %, 减半 50 % (gold/GUIDE, column implied)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Comparator

_HUNDRED = Decimal(100)
_FIFTY = Decimal(50)
_CLAIMS = {
    "全覆盖": (_HUNDRED, Comparator.EQ),
    "减半": (_FIFTY, Comparator.EQ),
    "半价": (_FIFTY, Comparator.EQ),
    "对折": (_FIFTY, Comparator.EQ),
    "全额免征": (_HUNDRED, Comparator.EQ),
    "全额免收": (_HUNDRED, Comparator.EQ),
    "全额免除": (_HUNDRED, Comparator.EQ),
    "全额减免": (_HUNDRED, Comparator.EQ),
    "全免": (_HUNDRED, Comparator.EQ),
    "一半": (_FIFTY, Comparator.GE),
    "半数": (_FIFTY, Comparator.GE),
    "翻一番": (_HUNDRED, Comparator.EQ),
    "翻了一番": (_HUNDRED, Comparator.EQ),
    "翻两番": (Decimal(300), Comparator.EQ),
    "翻了两番": (Decimal(300), Comparator.EQ),
    "翻三番": (Decimal(700), Comparator.EQ),
    "翻了三番": (Decimal(700), Comparator.EQ),
}
_WORDS = re.compile("|".join(_CLAIMS))
_OTHER_WORD = frozenset("健安齐")  # 健全覆盖…: 全 belongs to the word before it
_HALVES = frozenset({"一半", "半数"})
_SLOGAN = re.compile(r"到[边底][”\"]?[、,](?:实现|做到|达到)?$")
_SO_MANY = re.compile('[0-9一二两三四五六七八九十]个[“"]?$')
_NOT_A_CLAIM = re.compile(r"(?:面|率|范围|式|网络体系)")


_PRICE = re.compile("[打按享]对折|对折(?:优惠|收|计|购)")
_REDUCED = re.compile(r"(?:减免|减少|减收|免收|优惠|降低)(?:了|约|至)?$")
# 按上述标准的一半补助: half of a sum or share that is named
_PART_OF = re.compile(r"(?:标准|价格|价|费用|金额|额度|总[数额量])的$|占[^,。;]{0,4}$")


def _half(text: str, match: re.Match[str]) -> Comparator | None:
    """How 一半 or 半数 binds where it states a share (一半以上, 减免一半); None where it only speaks."""
    if text.startswith("以上", match.end()):
        return Comparator.GE
    before = text[max(0, match.start() - 4) : match.start()]
    if before.endswith(("不低于", "不少于", "至少")):
        return Comparator.GE
    if before.endswith(("超过", "过")) and not before.endswith(("不超过", "经过", "通过")):
        return Comparator.GT
    return Comparator.EQ if _REDUCED.search(before) or _PART_OF.search(before) else None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim at ``start:end``, with its comparator to ``bound_end``.

    ``is_reduction`` marks fees waived or halved: a rule, no target.
    """

    start: int
    end: int
    bound_end: int
    value: Decimal
    comparator: Comparator
    is_reduction: bool


def claims(text: str) -> Iterator[Claim]:
    """Implied values of a text (a normalized view) in order."""
    for match in _WORDS.finditer(text):
        word = match.group()
        bound_end = match.end()
        if text[match.start() - 1 : match.start()] in _OTHER_WORD:
            continue
        if word == "对折" and not _PRICE.search(text[max(0, match.start() - 2) : match.end() + 2]):
            continue  # 宣传册对折装订
        if word == "全覆盖" and _SO_MANY.search(text, max(0, match.start() - 4), match.start()):
            continue  # 实现三个全覆盖,即…
        if _SLOGAN.search(text, max(0, match.start() - 12), match.start()):
            continue  # 横到边、纵到底、全覆盖: a slogan
        halves = _half(text, match) if word in _HALVES else None
        if halves:
            bound_end += 2 if text.startswith("以上", bound_end) else 0
        elif word in _HALVES:
            continue
        if not _NOT_A_CLAIM.match(text, match.end()):
            value, comparator = _CLAIMS[word]
            comparator = halves or comparator
            if word.startswith("翻") and text.startswith("以上", bound_end):
                comparator, bound_end = Comparator.GE, bound_end + 2
            is_reduction = word.startswith(("减半", "半价", "对折", "全额", "全免")) or bool(
                halves and _REDUCED.search(text, max(0, match.start() - 4), match.start())
            )
            yield Claim(match.start(), match.end(), bound_end, value, comparator, is_reduction)
