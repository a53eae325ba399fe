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
    "全额免征": (_HUNDRED, Comparator.EQ),
    "全额免收": (_HUNDRED, Comparator.EQ),
    "全额免除": (_HUNDRED, Comparator.EQ),
    "全额减免": (_HUNDRED, Comparator.EQ),
    "一半": (_FIFTY, Comparator.GE),
    "半数": (_FIFTY, Comparator.GE),
    "翻一番": (_HUNDRED, Comparator.EQ),
    "翻两番": (Decimal(300), Comparator.EQ),
}
_WORDS = re.compile("|".join(_CLAIMS))
_OTHER_WORD = frozenset("健安齐")  # 健全覆盖…: 全 belongs to the word before it
_HALVES = frozenset({"一半", "半数"})
_NOT_A_CLAIM = re.compile(r"(?:面|率|范围|式|网络体系)")


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
        if word in _HALVES:
            if not text.startswith("以上", bound_end):
                continue
            bound_end += 2
        if not _NOT_A_CLAIM.match(text, match.end()):
            value, comparator = _CLAIMS[word]
            is_reduction = word.startswith(("减半", "半价", "全额"))
            yield Claim(match.start(), match.end(), bound_end, value, comparator, is_reduction)
