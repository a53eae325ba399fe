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
    "全覆盖": _HUNDRED,
    "减半": _FIFTY,
    "半价": _FIFTY,
    "对折": _FIFTY,
    "全额资助": _HUNDRED,
    "全额代缴": _HUNDRED,
    "全额免征": _HUNDRED,
    "全额免收": _HUNDRED,
    "全额免除": _HUNDRED,
    "全额减免": _HUNDRED,
    "全免": _HUNDRED,
    "一半": _FIFTY,
    "半数": _FIFTY,
    "过半": _FIFTY,
    "翻一番": _HUNDRED,
    "翻了一番": _HUNDRED,
    "翻两番": Decimal(300),
    "翻了两番": Decimal(300),
    "翻三番": Decimal(700),
    "翻了三番": Decimal(700),
}
_WORDS = re.compile("|".join(_CLAIMS).replace("过半", "过半(?!数)"))
_OTHER_WORD = ("健", "安", "齐")  # 健全覆盖…: 全 belongs to the word before it
_HALVES = frozenset({"一半", "半数"})
_SLOGAN = re.compile(r"到[边底][”\"]?[、,](?:实现|做到|达到)?$")
# 一是聚焦养老全覆盖: what is said there is a heading
_RUBRIC = re.compile(
    r"[一二三四五六七八九十]是(?:聚焦|围绕|着眼|突出|坚持|抓好|紧扣|立足|瞄准|锚定)[^,。;]{0,8}$"
)
_SO_MANY = re.compile('[0-9一二两三四五六七八九十]个[“"]?$')
_SO_MANY_YEARS = re.compile("[0-9一二两三四五六]免[0-9一二两三四五六]$")
_NOT_A_CLAIM = re.compile(r"(?:面|率|范围|式|网络体系)")
_OVER = "以上"
_BEFORE = 12  # none of the words looked for before a claim are longer

_PRICED = re.compile("优惠|收|计|购")
_REDUCED = re.compile(r"(?:减免|减少|减收|免收|优惠|降低)(?:了|约|至)?$")
# 完成投资过半; 时间过半 says nothing of what was done
_DONE_BY_HALF = re.compile(
    r"(?:投资|任务|工程量|工作量|进度|完成|建设|改造|入住|空置|[率比])(?:量|额)?(?:已|将|要|应|须)?$"
)
_ENDS = re.compile(r"[,。;、|\n)]|$")
# 按上述标准的一半补助: half of a sum or share that is named
_OF_A_SUM = re.compile(r"(?:标准|价格|价|费用|金额|额度)的$")
_PART_OF = re.compile(rf"{_OF_A_SUM.pattern}|总[数额量]的$|占[^,。;]{{0,4}}$")


def _half(before: str, over: bool) -> Comparator | None:
    """How 一半 or 半数 binds where it states a share (一半以上, 减免一半); None where it only speaks."""
    if over or before.endswith(("不低于", "不少于", "至少")):
        return Comparator.GE
    if before.endswith(("超过", "过", "超")) and not before.endswith(("不超过", "不超", "经过", "通过")):
        return Comparator.GT
    return Comparator.EQ if _REDUCED.search(before) or _PART_OF.search(before) else None


def _by_half(before: str, text: str, end: int) -> Comparator | None:
    """How 过半 binds behind what is done; None where it only speaks (时间过半、任务过半)."""
    done = "时间过半" not in before and _DONE_BY_HALF.search(before)
    return Comparator.GT if done and _ENDS.match(text, end) else None


def _binds(word: str, before: str, text: str, end: int) -> Comparator | None:
    """How a word that ends at ``end`` binds; None where it claims nothing."""
    if before.endswith(_OTHER_WORD) or _NOT_A_CLAIM.match(text, end):
        return None
    if _SLOGAN.search(before):
        return None  # 横到边、纵到底、全覆盖
    if word == "对折" and not (before.endswith(("打", "按", "享")) or _PRICED.match(text, end)):
        return None  # 宣传册对折装订
    if word == "减半" and _SO_MANY_YEARS.search(before):
        return None  # “三免三减半”
    if word == "全覆盖" and _SO_MANY.search(before):
        return None  # 实现三个全覆盖,即…
    if word == "全覆盖" and _RUBRIC.search(before):
        return None
    if word == "过半":
        return _by_half(before, text, end)
    over = text.startswith(_OVER, end)
    if word in _HALVES:
        return _half(before, over)
    return Comparator.GE if over and word.startswith("翻") else Comparator.EQ


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim at ``start:end``, with its comparator to ``bound_end``.

    ``is_reduction`` marks fees waived or halved, ``is_paid`` a part of a sum: rules, no targets.
    """

    start: int
    end: int
    bound_end: int
    value: Decimal
    comparator: Comparator
    is_reduction: bool
    is_paid: bool


def claims(text: str) -> Iterator[Claim]:
    """Implied values of a text (a normalized view) in order."""
    for match in _WORDS.finditer(text):
        word, (start, end) = match.group(), match.span()
        before = text[max(0, start - _BEFORE) : start]
        comparator = _binds(word, before, text, end)
        if comparator:
            over = comparator is Comparator.GE and text.startswith(_OVER, end)
            reduced = word in _HALVES and _REDUCED.search(before) is not None
            yield Claim(
                start,
                end,
                end + len(_OVER) if over else end,
                _CLAIMS[word],
                comparator,
                is_reduction=reduced or word.startswith(("减半", "半价", "对折", "全额", "全免")),
                is_paid=word in _HALVES and _OF_A_SUM.search(before) is not None,
            )
