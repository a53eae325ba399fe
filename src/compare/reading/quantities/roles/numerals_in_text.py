"""A numeral where it stands, and what a rule makes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.frozen import maker, quickly
from compare.model import Role
from compare.reading.page.clauses import Clauses
from compare.reading.quantities import dates as dt
from compare.reading.quantities.amounts import Amount
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.rules import Rule


@dataclass(slots=True)
class NumeralInText:
    """A numeral in the view, with what the text has said so far.

    ``before`` is the character before it, ``run_end`` the end of its run of digits. One object moves
    along a text, since there are many numerals; rules only look at it.
    """

    text: str
    lexicon: Lexicon
    clauses: Clauses
    anchor: dt.Anchor
    dates: Sequence[dt.Date]
    start: int = 0
    run_end: int = 0
    before: str = "\n"

    def dated(self, match: re.Match[str], value: str, tail: str | None) -> dt.Date:
        """The date of a match, with its force."""
        return dt.dated(self.text, *match.span(), value, tail or "", self.anchor)


@quickly
@dataclass(frozen=True, slots=True)
class Found:
    """What a rule makes of a numeral, up to ``end``: a role, with a date or an amount where it is one.

    A date that ``spans`` may be the second end of a span, which acts as one date.
    """

    end: int
    role: Role
    date: dt.Date | None = None
    spans: bool = False
    amount: Amount | None = None


_found = maker(Found)


def role_only(end: int, role: Role) -> Found:
    return _found(end, role)


def amount(end: int, value: Decimal, unit: Unit) -> Found:
    return Found(end, Role.STATEMENT, amount=Amount(end, Role.STATEMENT, value, value, unit))


def with_date(date: dt.Date, *, spans: bool = False) -> Found:
    role = Role.DATE if date.force is dt.Force.DATE else Role.DEADLINE
    return _found(date.end, role, date, spans)


@dataclass(frozen=True, slots=True)
class NumeralRule(Rule[NumeralInText, Found]):
    """A rule with the characters a numeral begins with, those it stands behind, and those behind its run of
    digits; "" is any."""

    opens: str = ""
    behind: str = ""
    ahead: str = ""

    def can_apply(self, before: str, opening: str, after: str) -> bool:
        """Whether a numeral that opens so between these two characters may be the rule's."""
        return (
            (not self.opens or opening in self.opens)
            and (not self.behind or before in self.behind)
            and (not self.ahead or after in self.ahead)
        )
