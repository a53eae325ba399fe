"""What a text says in numbers: statements, their kind, comparator and reasons; the role of each numeral."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from compare.frozen import quickly


class Kind(StrEnum):
    """What a quantitative statement is (gold/GUIDE: ``kind``)."""

    TARGET = "target"
    STANDARD = "standard"
    PARAMETER = "parameter"
    ALLOCATION = "allocation"


class Binding(StrEnum):
    """What a table of indicators says of one: 约束性 binds who carries the plan out, 预期性 does not."""

    BINDING = "binding"
    EXPECTED = "expected"


class Comparator(StrEnum):
    """How strictly a value binds. Plain counts and 达到 are ``eq``; 达到…以上 is ``ge``."""

    GE = "ge"
    LE = "le"
    GT = "gt"
    LT = "lt"
    EQ = "eq"
    ABOUT = "about"
    RANGE = "range"

    @property
    def is_floor(self) -> bool:
        """Whether it is so much or more."""
        return self in (Comparator.GE, Comparator.GT)

    @property
    def is_cap(self) -> bool:
        """Whether it is so much or less."""
        return self in (Comparator.LE, Comparator.LT)

    @property
    def turned(self) -> Comparator:
        """What binds the rest to a hundred: of a floor the cap, of a cap the floor."""
        return _TURNED.get(self, self)


_TURNED = {Comparator.GE: Comparator.LE, Comparator.GT: Comparator.LT}
_TURNED |= {cap: floor for floor, cap in _TURNED.items()}
#: Bounds that a value may go beyond on one side; tables keep a comparator as its code, which is in these too.
FLOORS = frozenset(one for one in Comparator if one.is_floor)
CAPS = frozenset(one for one in Comparator if one.is_cap)


@quickly
@dataclass(frozen=True, slots=True)
class Reason:
    """Why a statement says what it says: the ``rule`` that won, and the words it went by.

    ``start:end`` has no length where the rule went by no words of its own. ``about`` is value, unit,
    base (which it shares with a value before it), comparator, period, subject, kind, scope or deadline.
    """

    about: str
    rule: str
    start: int = 0
    end: int = 0


@quickly
@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one thing in one scope with one deadline.

    ``start:end`` is the quotation (the shortest text that holds subject, comparator,
    value and unit), ``value_start:value_end`` the value with its unit. ``unit`` is the
    normalised unit (%, 张, 平方米/百户 …) in which ``value_low`` and ``value_high`` are given;
    both are None where a table cell says "not applicable". ``deadline`` is ISO 8601 with the
    precision stated ("" if none), ``period`` is per_year, per_half_year, per_month … or "".
    ``implied`` marks values without a numeral (全覆盖, 减半). ``area`` names the row of an
    allocation table. ``passage`` is an index into the reading's passages. ``reasons`` name the rules of the
    grammar that won. ``binding`` is a code of :class:`Binding`, "" where no table tells.
    """

    kind: Kind
    subject: str
    value_text: str
    value_low: Decimal | None
    value_high: Decimal | None
    unit: str
    comparator: Comparator
    deadline: str
    period: str
    scope_text: str
    implied: bool
    start: int
    end: int
    value_start: int
    value_end: int
    passage: int
    rule: str
    area: str = ""
    reasons: tuple[Reason, ...] = ()
    binding: str = ""


class Role(StrEnum):
    """The one role each numeral of a plan has in the ledger."""

    STATEMENT = "statement"
    DEADLINE = "deadline"
    DATE = "date"
    ORDINAL = "ordinal"
    DOCUMENT = "document_reference"
    NAME = "name"
    TABLE_CELL = "table_cell"
    FURNITURE = "furniture"
    NONE = "none"


@quickly
@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral of the text, its one role, and the rule of the grammar that gave it."""

    start: int
    end: int
    text: str
    role: Role
    rule: str = ""
