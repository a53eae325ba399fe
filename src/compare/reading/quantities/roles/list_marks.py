"""Numerals that mark a place in a list: items, rows, sections, labels; and signs of lists that count."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from unicodedata import numeric

from compare.model import Role
from compare.reading.numerals import CHINESE, ENCLOSED, ROMAN
from compare.reading.quantities.amounts import amount_at
from compare.reading.quantities.roles.glued_marks import GLUED_RULES
from compare.reading.quantities.roles.numerals_in_text import (
    Found,
    NumeralInText,
    NumeralRule,
    amount,
    role_only,
)

# 1、2、3 in running text is a list of numbers; at the head of a line it is a mark.
_LIST_MARK = re.compile(
    rf"[0-9]{{1,3}}(?:[、)]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}[年~至到-]))|[{CHINESE}]{{1,3}}[、.]"
)
# 1.1, 2.3.1 at the head of a line: the number of a section, where no unit follows and no date is part of it.
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[^0-9.,:%/~\-])")
# 3 人员配备, 2.3 日间照料: what follows is no unit but the beginning of a word
_BEFORE_A_WORD = re.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?=人[员才事力身均]|日[间托常]|个[人体案性]|家[庭政属]|项目|次[序生]|名[称词录]|户[外籍]|处[理置罚]"
    r"|所有|台账|点位|年[度限]|月度|周[期边]|天然|元素|场[所地]|条[件款]|套餐|层级|座椅|间隔|分[类级工]|件数|份额|路[径线]|度量|部[分署]"
    r"|[到至](?:19|20)[0-9]{2}年)"
)
_SECTION_OPENS = re.compile("(?:[到至]|截至|以)(?=[0-9二])")
# 【重点任务26】: the number of what is labelled
_LABEL = re.compile(r"\[[^\[\]\n。,;]{1,16}$")
_BRACKETED = re.compile(rf"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})\)")
_ENUMERATION = re.compile(rf"[{CHINESE}]{{1,2}}(?:是|要|来(?![名个家张处所户人位])|曰)")
_NUMBERED_PARTS = ("附件", "附表", "附录", "专栏", "表", "图")
_DIGITS = "0123456789"
_ENCLOSED, _ROMAN = (
    "".join(
        chr(code)
        for low, high in zip(spans[::3], spans[2::3], strict=True)
        for code in range(ord(low), ord(high) + 1)
    )
    for spans in (ENCLOSED, ROMAN)
)
_SIGNS = frozenset(_ENCLOSED + _ROMAN)
_WORD = re.compile(r"[一-龥]")
_CLAUSE_REST = re.compile(r"[^,。;、|\n)]+")
_MARKED = "\n。;:#|"


def _marked(pattern: re.Pattern[str]) -> Callable[[NumeralInText], Found | None]:
    """What the pattern matches at the numeral is a mark."""

    def mark(p: NumeralInText) -> Found | None:
        found = pattern.match(p.text, p.start)
        return role_only(found.end(), Role.ORDINAL) if found else None

    return mark


def _mark(p: NumeralInText) -> Found | None:
    return role_only(p.start + 1, Role.ORDINAL)


def _enclosed_count(p: NumeralInText) -> Found | None:
    """②⓪个, ⑫户, Ⅲ万元: numbers set in signs, where a unit ends the clause behind them and a noun or verb
    stands before; what lists items is followed by what it lists."""
    signs = p.start
    while signs < p.run_end and p.text[signs] in _SIGNS:
        signs += 1
    unit = _CLAUSE_REST.match(p.text, signs)
    counts = [numeric(char) for char in p.text[p.start : signs]]
    in_order = len(counts) > 1 and all(one < other for one, other in pairwise(counts))
    if not unit or in_order or not _WORD.match(p.before):
        return None  # ①②③户: marks in their order
    digits = "".join(f"{count:.0f}" for count in counts)
    counted = amount_at(digits + unit.group(), 0, len(digits), 0, p.lexicon)
    if counted.unit is None or counted.unit.enumerates or counted.end < len(digits + unit.group()):
        return None
    return amount(unit.end(), counted.low, counted.unit)


def _roman(p: NumeralInText) -> Found | None:
    end = p.start
    while end < p.run_end and p.text[end] in _ROMAN:
        end += 1
    return role_only(end, Role.NAME)


def _row_number(p: NumeralInText) -> Found | None:
    """A short number alone in its cell or line, or behind 附件: the number of a row, annex or box."""
    alone = p.before in "\n|" and p.text[p.run_end : p.run_end + 1] in ("|", "\n", "")
    if p.run_end - p.start > 3 or not (alone or p.text.endswith(_NUMBERED_PARTS, 0, p.start)):
        return None
    return role_only(p.run_end, Role.ORDINAL)


def _label(p: NumeralInText) -> Found | None:
    labels = p.text.startswith("]", p.run_end) and _LABEL.search(p.text, max(0, p.start - 18), p.start)
    return role_only(p.run_end, Role.ORDINAL) if labels else None


def _section(p: NumeralInText) -> Found | None:
    mark = _SECTION.match(p.text, p.start)
    if not mark:
        return None
    sure = mark.group().count(".") > 1 or _SECTION_OPENS.match(p.text, mark.end())
    if not sure and amount_at(p.text, p.start, mark.end(), p.start, p.lexicon).unit:
        return None
    return role_only(mark.end(), Role.ORDINAL)


#: In this order.
MARK_RULES: tuple[NumeralRule, ...] = (
    NumeralRule(
        "enclosed number",
        _enclosed_count,
        "改造«⑫户»,培训50名。",
        "改造«①②③»户。",
        opens=_ENCLOSED + _ROMAN,
    ),
    NumeralRule(
        "enclosed mark",
        _mark,
        "«③»新建床位。",
        "«3»个站点。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_ENCLOSED,
    ),
    NumeralRule("Roman numeral", _roman, "护理«Ⅲ»级的老年人。", "护理«3»级的老年人。", opens=_ROMAN),
    NumeralRule(
        "number of a row or annex",
        _row_number,
        "见附件«2»:",
        "见文件«2»:",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind="\n|" + "".join(word[-1] for word in _NUMBERED_PARTS),
    ),
    NumeralRule(
        "list mark",
        _marked(_LIST_MARK),
        "«1、»新建床位。",
        "电话分机«1、»2。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind=_MARKED,
        ahead="、).",
    ),
    *GLUED_RULES,
    NumeralRule(
        "bracketed list mark",
        _marked(_BRACKETED),
        "(«1)»新建床位。",
        "(«1张)»床位。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind="(",
        ahead=")",
    ),
    NumeralRule(
        "number of a label",
        _label,
        "[重点任务«26»]建设20个养老中心。",
        "[建设养老中心«20个»]。",
        "GUIDE: document numbers and list ordinals are left out",
        ahead="]",
    ),
    NumeralRule(
        "number before a word",
        _marked(_BEFORE_A_WORD),
        "说明。\n«3»人员配备。",
        "说明。\n«3人»配备齐全。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind="\n",
    ),
    NumeralRule(
        "number of a section",
        _section,
        "说明。\n«1.2»总体目标。",
        "说明。\n«1.2万人»参加。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=_DIGITS,
        behind="\n",
        ahead=".",
    ),
    NumeralRule(
        "list mark in words",
        _marked(_LIST_MARK),
        "«一、»总体要求。",
        "共«一»、二类。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=CHINESE,
        behind=_MARKED,
        ahead="、.",
    ),
    NumeralRule(
        "bracketed list mark in words",
        _marked(_BRACKETED),
        "(«一)»总体要求。",
        "(«一»批)。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=CHINESE,
        behind="(",
        ahead=")",
    ),
    NumeralRule(
        "enumeration",
        _marked(_ENUMERATION),
        "«一是»新建床位。",
        "共有«一»是非。",
        "GUIDE: document numbers and list ordinals are left out",
        opens=CHINESE,
        behind="\n。;:,、|(",
        ahead="是要来曰",
    ),
)
