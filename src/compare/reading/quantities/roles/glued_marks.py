"""List marks without a blank behind them: 1.65周岁 at the head of an item is item 1 with 65, 3.5万元 a sum.

What decides is whether the unit can be in fractions, and whether the marks before and after it stand in the
lines around. Where neither does, the number is read as nothing.
"""

from __future__ import annotations

import re
from enum import Enum

from compare.model import Role
from compare.reading.numerals import ENCLOSED
from compare.reading.quantities.roles.numerals_in_text import Found, NumeralInText, NumeralRule, role_only

_DIGITS = "0123456789"
_OPENS = "\n。;:#|()"
_MARK = re.compile(r"(?P<mark>[0-9]{1,2})\.(?P<number>[0-9]{1,5})(?![0-9.])")
_AGE = re.compile("周岁|岁")
# No half of it is ever counted at the head of a line.
_WHOLE = re.compile("[张名户家所处座位]|个(?!百分点|多?月|半|小时|亿|工作日)|人(?![次均])")
# The marks of a list, and whether a digit stands behind them.
_HEADS = re.compile(r"(?:^|(?<=[\n。;:)|]))(?P<mark>[0-9]{1,2})\.(?P<digit>[0-9])?")
_REACH = 600
_FULL_STOPS = "。;:!?)"


class _Beside(Enum):
    """What of a list stands around a number that may begin with its mark."""

    NOTHING = 0
    #: The next number behind a mark that may be part of a number too.
    GLUED = 1
    #: A mark that is nothing else.
    PLAIN = 2


def _beside(p: NumeralInText, mark: int, end: int) -> _Beside:
    """The best neighbour: the mark before, or the one after."""
    found = _Beside.NOTHING
    begin = max(0, p.start - _REACH)
    before = [*_HEADS.finditer(p.text, begin, p.start)]
    after = _HEADS.search(p.text, end, end + _REACH)
    for head, due in ((before[-1] if before else None, mark - 1), (after, mark + 1)):
        if head and int(head["mark"]) == due:
            kind = _Beside.GLUED if head["digit"] else _Beside.PLAIN
            found = max(found, kind, key=lambda beside: beside.value)
    return found


def _opens_a_list(p: NumeralInText, mark: int) -> bool:
    """Whether it is item 1 behind a finished line, or at the head of the text."""
    return mark == 1 and (p.start < 2 or (p.before == "\n" and p.text[p.start - 2] in _FULL_STOPS))


def _age(p: NumeralInText) -> Found | None:
    found = _MARK.match(p.text, p.start)
    if found is None or not _AGE.match(p.text, found.end()) or not 0 < int(found["mark"]) < 30:
        return None
    old = len(found["number"]) > 1
    if old or _beside(p, int(found["mark"]), found.end()) is not _Beside.NOTHING:
        return role_only(found.start("number"), Role.ORDINAL)
    return role_only(found.end(), Role.NONE) if p.before == "\n" else None  # 3.5岁 is an age too


def _count(p: NumeralInText) -> Found | None:
    found = _MARK.match(p.text, p.start)
    if found is None or not _WHOLE.match(p.text, found.end()):
        return None
    mark = int(found["mark"])
    sure = len(found["number"]) > 1 or _opens_a_list(p, mark)
    if sure or _beside(p, mark, found.end()) is not _Beside.NOTHING:
        return role_only(found.start("number"), Role.ORDINAL)
    return role_only(found.end(), Role.NONE)


def _quantity(p: NumeralInText) -> Found | None:
    found = _MARK.match(p.text, p.start)
    if found is None or found["mark"].startswith("0"):
        return None
    if len(found["number"]) > 2 and p.text.startswith("元", found.end()):
        return role_only(found.start("number"), Role.ORDINAL)  # nobody counts yuan in thousandths
    beside = _beside(p, int(found["mark"]), found.end())
    if beside is _Beside.NOTHING or not p.lexicon.value.match(p.text, p.start)["unit"]:  # type: ignore[index]
        return None
    return role_only(
        *((found.start("number"), Role.ORDINAL) if beside is _Beside.PLAIN else (found.end(), Role.NONE))
    )


#: In this order.
GLUED_RULES: tuple[NumeralRule, ...] = (
    NumeralRule(
        "list mark glued to an age",
        _age,
        "(«1.»65周岁以上的;",
        "平均预期寿命达到«76.3岁»。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind=_OPENS + ENCLOSED,
        ahead=".",
    ),
    NumeralRule(
        "list mark glued to a count",
        _count,
        "对象。\n«2.»60张以上的机构。",
        "对象为«2.60»张。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind="\n;)",
        ahead=".",
    ),
    NumeralRule(
        "list mark glued to a quantity",
        _quantity,
        "1.建设。\n«2.»5万元用于培训。",
        "用于建设。\n«2.5万元»用于培训。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind="\n",
        ahead=".",
    ),
)
