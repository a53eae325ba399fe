"""Claims of a value without a numeral: 全覆盖 is 100 %, 减半 50 % (gold/GUIDE, column implied)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.rules import Rule, first

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
WORDS = re.compile("|".join(_CLAIMS).replace("过半", "过半(?!数)"))
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
_OF_A_SUM = re.compile(r"(?:标准|价格|价|费用|金额|额度)的$|各(?:自)?(?:承担|负担|分担|出)$")
_NOT_UNDER = re.compile("不(?:得|应|能|可)?[低少]于$|至少$")
_PART_OF = re.compile(rf"{_OF_A_SUM.pattern}|总[数额量]的$|占[^,。;]{{0,4}}$")


class Word(NamedTuple):
    """A word that may claim a value, with the words before it and the text behind its end."""

    word: str
    before: str
    text: str
    end: int

    @property
    def over(self) -> bool:
        return self.text.startswith(_OVER, self.end)


#: How a word binds; () where it claims nothing.
Bound = tuple[Comparator] | tuple[()]


def _nothing(applies: Callable[[Word], object]) -> Callable[[Word], Bound | None]:
    return lambda w: () if applies(w) else None


def _half(w: Word) -> Bound | None:
    """How 一半 or 半数 binds where it states a share (一半以上, 减免一半); it may only speak."""
    if w.word not in _HALVES:
        return None
    if w.over or _NOT_UNDER.search(w.before):
        return (Comparator.GE,)
    if w.before.endswith(("超过", "过", "超")) and not w.before.endswith(("不超过", "不超", "经过", "通过")):
        return (Comparator.GT,)
    if w.before.endswith(("不足", "不到", "未达到")):
        return (Comparator.LT,)
    return (Comparator.EQ,) if _REDUCED.search(w.before) or _PART_OF.search(w.before) else ()


def _by_half(w: Word) -> Bound | None:
    """How 过半 binds behind what is done; it may only speak (时间过半、任务过半)."""
    if w.word != "过半":
        return None
    done = "时间过半" not in w.before and _DONE_BY_HALF.search(w.before)
    return (Comparator.GT,) if done and _ENDS.match(w.text, w.end) else ()


def _folded(w: Word) -> bool:
    priced = w.before.endswith(("打", "按", "享")) or _PRICED.match(w.text, w.end)
    return w.word == "对折" and not priced


_SOURCE = "GUIDE: column implied"
CLAIM_RULES: tuple[Rule[Word, Bound], ...] = (
    Rule(
        "end of another word",
        _nothing(lambda w: w.before.endswith(_OTHER_WORD)),
        "健«全覆盖»城乡的养老服务网络。",
        "街道养老服务中心«全覆盖»。",
    ),
    Rule(
        "part of a longer word",
        _nothing(lambda w: _NOT_A_CLAIM.match(w.text, w.end)),
        "推进«全覆盖»式服务。",
        "推进服务«全覆盖»。",
    ),
    Rule(
        "slogan",
        _nothing(lambda w: _SLOGAN.search(w.before)),
        "做到横到边、纵到底、«全覆盖»。",
        "做到街道、社区«全覆盖»。",
    ),
    Rule("folded", _nothing(_folded), "宣传册«对折»装订。", "服务费打«对折»。"),
    Rule(
        "so many years",
        _nothing(lambda w: w.word == "减半" and _SO_MANY_YEARS.search(w.before)),
        "税收实行三免三«减半»。",
        "税收实行«减半»征收。",
    ),
    Rule(
        "so many claims",
        _nothing(lambda w: w.word == "全覆盖" and _SO_MANY.search(w.before)),
        "实现三个«全覆盖»。",
        "实现三个街道«全覆盖»。",
    ),
    Rule(
        "heading of a point",
        _nothing(lambda w: w.word == "全覆盖" and _RUBRIC.search(w.before)),
        "一是聚焦养老«全覆盖»。",
        "一是实现养老«全覆盖»。",
    ),
    Rule("more than half", _by_half, "完成投资«过半»。", "街道养老服务中心«全覆盖»。", _SOURCE),
    Rule("half", _half, "服务费减免«一半»。", "完成投资«过半»。", _SOURCE),
    Rule(
        "so many times or more",
        lambda w: (Comparator.GE,) if w.over and w.word.startswith("翻") else None,
        "养老床位«翻一番»以上。",
        "养老床位«翻一番»。",
        _SOURCE,
    ),
    Rule("claim", lambda w: (Comparator.EQ,), "街道养老服务中心«全覆盖»。", "实现三个«全覆盖»。", _SOURCE),
)


def claimed(text: str, match: re.Match[str]) -> tuple[Bound, str]:
    """How a word of a text binds, and the rule."""
    start, end = match.span()
    before = text[max(0, start - _BEFORE) : start]
    found = first(CLAIM_RULES, Word(match.group(), before, text, end))
    assert found is not None  # the last rule always applies
    return found


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
    rule: str


def claims(text: str) -> Iterator[Claim]:
    """Implied values of a text (a normalized view) in order."""
    for match in WORDS.finditer(text):
        bound, rule = claimed(text, match)
        if not bound:
            continue
        word, (start, end), (comparator,) = match.group(), match.span(), bound
        before = text[max(0, start - _BEFORE) : start]
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
            rule=rule,
        )
