"""What a numeral is before it is read as a quantity: a date, an ordinal, a ratio, a name.

:data:`COVERS` are spans whose numerals all have one role, :data:`NUMERAL_RULES` the rules for a numeral
outside them. Where none applies, the numeral is an amount or a bare number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from compare.model import Role
from compare.reading.quantities.roles.date_rules import DATE_RULES
from compare.reading.quantities.roles.list_marks import MARK_RULES
from compare.reading.quantities.roles.numerals_in_text import Found, NumeralInText, NumeralRule, role_only
from compare.reading.quantities.roles.proportions import PROPORTION_RULES


@dataclass(frozen=True, slots=True)
class Cover:
    """Spans whose numerals all have one role, with an example and a near miss as a rule has them."""

    name: str
    pattern: re.Pattern[str]
    role: Role
    example: str
    near: str


COVERS = (
    Cover(
        "document number",
        re.compile(r"[〔\[(〈【](?:19|20)[0-9]{2}[〕\])〉】][^,。;\n]{0,4}?[0-9]+号?"),
        Role.DOCUMENT,
        "根据国办发〔2019〕«5»号文件。",
        "根据文件〔2019〕,新增«5»个。",
    ),
    Cover(
        "number of a standard",
        re.compile(r"建标[0-9]{2,4}-(?:19|20)[0-9]{2}"),
        Role.DOCUMENT,
        "按照建标«143»-2010建设。",
        "按照标准«143»建设。",
    ),
    Cover(
        "slogan",
        re.compile(
            r"[“\"‘「](?![^“”\"’」\n]{0,24}[院站点心构堂区村园室][1一])[^“”\"’」每各\n]{0,24}?[1一](?P<unit>[个户例家人处名项批件所片村])"
            r"(?:[^“”\"’」每各\n]{0,12}?[1一](?P=unit))+[^“”\"’」每各\n]{0,6}[”\"’」]"
        ),
        Role.NAME,
        "坚持“成熟«1»个、推出1个”的原则。",
        "建成敬老院«1个»、幸福院1个。",
    ),
    Cover(
        "title of a document",
        re.compile(r"《[^《》\n]{1,120}》"),
        Role.NAME,
        "《养老服务«三»年行动方案》印发。",
        "印发养老服务«三»年行动方案。",
    ),
)


def _numbered(p: NumeralInText) -> Found | None:
    return role_only(p.run_end, Role.DOCUMENT)


def _ordinal(p: NumeralInText) -> Found | None:
    return role_only(p.run_end, Role.ORDINAL)


NUMERAL_RULES: tuple[NumeralRule, ...] = (
    NumeralRule(
        "numbered document",
        _numbered,
        "民政部令第«66»号公布。",
        "民政部令第«66»条。",
        "GUIDE: document numbers and list ordinals are left out",
        opens="0123456789",
        ahead="号",
    ),
    DATE_RULES[0],
    NumeralRule(
        "ordinal behind 第",
        _ordinal,
        "第«3»条规定。",
        "共«3条»。",
        "GUIDE: document numbers and list ordinals are left out",
        behind="第",
    ),
    *DATE_RULES[1:],
    *MARK_RULES,
    *PROPORTION_RULES,
)


_BEHIND = frozenset("".join(rule.behind for rule in NUMERAL_RULES))
_AHEAD = frozenset("".join(rule.ahead for rule in NUMERAL_RULES))
_ANY_OTHER = "\0"  # character: one that no rule asks for


def rules_at(before: str, opening: str, after: str) -> tuple[NumeralRule, ...]:
    """The rules that may apply to a numeral that begins with ``opening`` behind ``before``, and whose run of
    digits ends at ``after``, in order."""
    return _rules(
        before if before in _BEHIND else _ANY_OTHER, opening, after if after in _AHEAD else _ANY_OTHER
    )


@cache
def _rules(before: str, opening: str, after: str) -> tuple[NumeralRule, ...]:
    return tuple(rule for rule in NUMERAL_RULES if rule.can_apply(before, opening, after))
