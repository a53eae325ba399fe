"""Numbers below zero: which dash or 负 before a number is its sign (增长-5%, 零下5℃).

A dash is mostly something else: it joins a range (3-5%), heads an item, or stands between a noun and its
value (覆盖率-90%). It is a sign behind a word of change or of a level, and behind what a value stands behind.
"""

from __future__ import annotations

import re
from decimal import Decimal

#: Sorts of units that can be below zero; nobody builds -5 beds.
SIGNED = frozenset({"share", "level", "money", "change", "length"})
_SIGNS = ("-", "负", "零下")
# What a value stands behind, a word of change, or what a balance is called.
_BEHIND = (
    r"[为达至到是约于在由从近≥≤≧≦><~]|同比|环比|增长|下降|降低|减少|上升|提高|回落|增减|变[动化]|波动|[增降涨升跌]幅|[增降]速"
    r"|(?:增长|增减|变[动化]|增加|下降|收益|利润|回报)率|[上去]年|同期|[年期]初|偏差|误差|结余|盈余|利润|差额|净额|盈利|收益"
)
_SIGN = re.compile(rf"(?:(?:{_BEHIND})|[%‰℃元][、和及与])(-|负)$|(零下)$|(?:^|(?<=[\n,。;:、(|]))(负)$")
# 室温-5℃: no noun is set off from a temperature by a dash alone
_OF_A_LEVEL = re.compile(r"(?<=[一-龥])-$")
_LEVEL = re.compile("[0-9.]+(?:℃|摄氏度|°C)|[0-9.]+(?:至|到|~)-?[0-9.]+(?:℃|摄氏度|°C)")
# In brackets, behind a colon or alone in its line it is one where nothing else stands there.
_ALONE = re.compile(r"(?:(?P<line>^|\n)|(?<=[(:]))-$")
_ENDS = re.compile(r"[0-9.]+(?:%|‰|个百分点)?(?P<end>[,。;)|\n]|$)")
_REACH = 5


def sign_before(text: str, start: int) -> int:
    """How many characters before the number at ``start`` make it negative, 0 where it is not.

    >>> sign_before("人口增长-5%。", 5), sign_before("覆盖率-90%。", 4)
    (1, 0)
    """
    if not text.endswith(_SIGNS, 0, start):
        return 0
    before = text[max(0, start - _REACH) : start]
    if sign := _SIGN.search(before):
        return len(sign[1] or sign[2] or sign[3])
    if _OF_A_LEVEL.search(before) and _LEVEL.match(text, start):
        return 1
    alone = _ALONE.search(text, max(0, start - _REACH), start)
    ends = _ENDS.match(text, start) if alone else None
    if alone is None or ends is None:
        return 0
    return 1 if alone["line"] is None or ends["end"] in ("", "\n") else 0


def below_zero(low: Decimal, high: Decimal, *, both: bool) -> tuple[Decimal, Decimal]:
    """The ends of a value whose first number has a sign, and of a range ``both`` of its numbers or one."""
    ends = sorted((-low, -high if both else high))
    return ends[0], ends[1]
