"""What makes a commitment checkable: a number, a date or a titled document stated of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from compare.model import Kind, Reading, Role, Statement
from compare.reading.cues import FOLLOWS
from compare.reading.items.running_text import Piece

# 自2021年起: a date from which something holds.
_SINCE = re.compile(r"(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?起")
# 每年11月底前: a date that comes again.
_YEARLY = re.compile(r"每年度?(?:的)?(?:1[0-2]|[1-9])月")
# A titled document that is made, not one that is followed (根据《…》).
_TITLED = re.compile(
    r"(?:出台|制定|制订|印发|修订|编制|发布|公布|调整|完善|颁布|起草)[^《》,]{0,24}《[^《》]{3,60}》"
)
_BASIS = re.compile(f"(?:{FOLLOWS}|对照)[^《》,]{{0,16}}$")
# An age says for whom, minutes are part of a name (15分钟养老服务圈).
_NOT_HOW_MUCH = frozenset(("岁", "周岁", "分钟"))


# 在20个工作日内办结: how long an office may take says nothing of how much is given.
# 审批时限压缩至5个工作日 is what is promised, 验收合格后九十日内移交 what the rule asks for.
_PERIODS = frozenset(("日", "工作日", "小时", "个月"))
_PROCEDURE = re.compile(
    "办结|办理|受理|审[核批查]|初审|复核|答复|告知|公示|登记|转[交办送]|反馈|出具|作出[^,，。;；]{0,8}决定"
)
_SHORTENED = re.compile("压缩|缩短|提速|时限|承诺")
_MARKS, _END, _REACH = ",，。;；:：\n", re.compile("[,，。;；:：\n]"), 40

#: Steps in which something is done say nothing of how much (分两批完成).
_STEPS = frozenset(("批", "批次", "阶段", "步", "轮"))


class Specifics:
    """Where in a plan numbers and dates stand that say how much or by when."""

    def __init__(self, reading: Reading) -> None:
        text = reading.document.text
        said = [one for one in reading.statements if one.kind is not Kind.ALLOCATION]
        values = [
            one.value_start
            for one in said
            if one.unit not in _NOT_HOW_MUCH
            and not _is_everywhere(one.value_text)
            and not _is_procedure(one, text)
        ]
        self.all_values = sorted(one.value_start for one in said if one.unit not in _STEPS)
        dates = [numeral.start for numeral in reading.numerals if numeral.role is Role.DEADLINE]
        self.values = sorted(values)
        self.dates = sorted(dates)

    def number(self, piece: Piece) -> bool:
        """Whether a clause states a value."""
        return _any_in(self.values, piece.start, piece.end)

    def value(self, piece: Piece) -> bool:
        """Whether a clause states a value of any kind, 全覆盖 among them."""
        return _any_in(self.all_values, piece.start, piece.end)

    def date(self, piece: Piece) -> bool:
        """Whether a clause states by when, or from when on."""
        return _any_in(self.dates, piece.start, piece.end) or bool(
            _SINCE.search(piece.text) or _YEARLY.search(piece.text)
        )

    def said(self, piece: Piece) -> bool:
        """Whether a clause states a value, a date, or a document it makes by its title."""
        return self.number(piece) or self.date(piece) or titled(piece.text)


def titled(text: str) -> bool:
    """Whether a clause makes a document that it names by its title."""
    return any(not _BASIS.search(text[: match.start()]) for match in _TITLED.finditer(text))


def _is_procedure(statement: Statement, text: str) -> bool:
    """Whether a value is the time that an office may take."""
    if statement.unit not in _PERIODS:
        return False
    clause = _clause(text, statement.value_start, statement.value_end)
    return _PROCEDURE.search(clause) is not None and not _SHORTENED.search(clause)


def _clause(text: str, start: int, end: int) -> str:
    """The words around a value up to the next marks, within reach."""
    before = text[max(start - _REACH, 0) : start]
    cut = max((before.rfind(mark) for mark in _MARKS), default=-1)
    behind = _END.search(text, end, end + _REACH)
    return before[cut + 1 :] + text[start : behind.start() if behind else end + _REACH]


def _is_everywhere(value: str) -> bool:
    return "全覆盖" in value


def _any_in(places: Sequence[int], start: int, end: int) -> bool:
    return bool(places[bisect_left(places, start) : bisect_left(places, end)])
