"""The nouns of the project: frozen values, no I/O, no pandas.

Every ``start``/``end`` pair is a half-open span of characters in the text of one
source: ``text[start:end]`` is the quotation. Nothing here ever alters that text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

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


class Status(StrEnum):
    """What a plan says in a row of the comparison: an indicator at a scope.

    ``STATED`` carries a plain value, ``DERIVED`` one that follows from another statement. ``QUALITATIVE``:
    the plan speaks of it and gives no number; ``NOT_STATED``: neither number nor noun occurs.
    """

    STATED = "stated"
    DERIVED = "derived"
    QUALITATIVE = "qualitative"
    NOT_STATED = "not_stated"
    SOURCE_INCOMPLETE = "source_incomplete"
    CONFLICTING = "conflicting"
    NOT_APPLICABLE = "not_applicable"


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


class Relation(StrEnum):
    """How a plan puts itself to a document it names: 根据, 落实, 按照, 出台, or no such word."""

    BASIS = "basis"
    IMPLEMENT = "implement"
    ACCORDANCE = "accordance"
    DRAW_UP = "draw_up"
    NAMED = "named"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of a source's text."""

    start: int
    end: int


# --- sources -----------------------------------------------------------------


@quickly
@dataclass(frozen=True, slots=True)
class Furniture:
    """A span that is not part of the plan: navigation, page numbers, injected spam.

    ``inside`` tells that it stands in a sentence, which goes on behind it as if it were not there.
    """

    start: int
    end: int
    reason: str
    inside: bool = False


@quickly
@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``row`` and ``column`` count from 0, merged cells once."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, true (html, docx, pdf) or rebuilt from lines; cells in reading order."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a file holds or names that is not in its text: ``key`` says what, ``name`` which one."""

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A span that text recognition (OCR) read from a picture, with its ``confidence``, 0 to 1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """A source as one string, with what the file format itself told about it.

    ``notes`` are the texts of foot- and endnotes, ``remarks`` what could not be read, ``recognised`` what
    was read from pictures.
    """

    text: str
    format: str
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
    recognised: tuple[Recognised, ...] = ()


# --- reading -----------------------------------------------------------------


@quickly
@dataclass(frozen=True, slots=True)
class Passage:
    """A node of the outline. ``parent`` is an index into the passages, None at the top.

    ``kind`` is one of title, heading, paragraph, item, cell, annex, furniture, note.
    ``level`` follows GB/T 9704: 1 一、, 2 (一), 3 1., 4 (1); 第X条 is 5; body text is the
    level of what holds it plus one.
    """

    level: int
    number: str
    kind: str
    heading: str
    start: int
    end: int
    parent: int | None


@quickly
@dataclass(frozen=True, slots=True)
class Reason:
    """Why a statement says what it says: the ``rule`` that won, and the words it went by.

    ``start:end`` has no length where the rule went by no words of its own. ``about`` is value, unit,
    comparator, subject, kind, scope or deadline.
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


@quickly
@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral of the text, its one role, and the rule of the grammar that gave it."""

    start: int
    end: int
    text: str
    role: Role
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says about itself; "" where it says nothing.

    Dates are ISO 8601. ``missing`` names parts a fragment lacks (title, end, annex …).
    """

    title: str = ""
    document_number: str = ""
    issuer: str = ""
    issued_on: str = ""
    published_on: str = ""
    effective_on: str = ""
    horizon_start: str = ""
    horizon_end: str = ""
    annexes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@quickly
@dataclass(frozen=True, slots=True)
class Cited:
    """A mention of another document: ``start:end`` are its title with its number, ``quote_start`` is where
    the word of relation stands. ``title`` or ``number`` may be "". ``issuer_text`` are the words before the
    title that say whose it is, ``preamble`` marks what stands where the plan says what it rests on.
    """

    title: str
    number: str
    relation: Relation
    preamble: bool
    issuer_text: str
    start: int
    end: int
    quote_start: int


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A department named for a task; ``role`` is lead, support or responsible."""

    department_text: str
    role: str
    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document, before any indicator is known."""

    document: Document
    header: Header
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    numerals: tuple[Numeral, ...]
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A task item: a numbered item with what stands under it, a row of a task table, or a paragraph.

    ``passages`` are indices into the reading's passages, the one that names the item first. ``kind`` is
    ``item``, ``row`` or ``paragraph``; ``goals`` marks the overall goals. ``repeats`` are indices of
    longer items that say the same again (an annexed task table and the body).
    """

    passages: tuple[int, ...]
    kind: str
    start: int
    end: int
    goals: bool = False
    repeats: tuple[int, ...] = ()


# --- coding ------------------------------------------------------------------


@quickly
@dataclass(frozen=True, slots=True)
class Coded:
    """A statement with its codes. ``indicator`` is "" where the codebook knows none.

    ``scope`` is a code of ``data/codebook/scopes.yaml`` ("general" when the text gives no
    qualifier that matters). ``review`` is "" or says why a person should look
    (uncoded, corrected, …).
    """

    statement_id: str
    statement: Statement
    indicator: str
    scope: str
    review: str = ""


#: So many clauses about an instrument make an item be about it.
_ABOUT = 3


@dataclass(frozen=True, slots=True)
class Means:
    """A policy instrument in a task item: ``start:end`` is the clause or run of clauses that shows it.

    ``level`` is 1 (encouraged), 2 (committed) or 3 (committed and specified), ``mark`` the words that
    decided it, ``item`` an index into the items, ``passage`` one into the passages, ``target_groups``
    codes of whom it is for. ``deadline`` is ISO 8601 or "". ``repeats`` marks what a fuller item says too,
    ``core`` what the words that tell most (the first pattern of the codebook) show, ``topic`` what a heading
    of its item names; ``clauses`` is how many clauses of the item show it.
    ``review`` is "" or what a person decided (corrected, confirmed).
    """

    instrument: str
    level: int
    mark: str
    start: int
    end: int
    item: int
    passage: int
    target_groups: tuple[str, ...] = ()
    deadline: str = ""
    repeats: bool = False
    core: bool = False
    topic: bool = False
    clauses: int = 1
    review: str = ""

    def rank(self) -> tuple[int, bool, bool, bool, int, bool, int]:
        """Sorts what a plan says of an instrument, the best evidence first: what binds most, then what
        an item is about rather than what it touches."""
        about = not self.core, not self.topic, -min(self.clauses, _ABOUT)
        return -self.level, self.repeats, *about, not self.mark, self.start


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated commitment without a value: by ``deadline`` something checkable will have been done.

    ``action`` is issue, build, complete, establish, report or start; ``object_start:object_end`` the words
    for what; ``item`` and ``passage`` are indices into the items and the passages.
    """

    action: str
    deadline: str
    start: int
    end: int
    object_start: int
    object_end: int
    item: int
    passage: int


@dataclass(frozen=True, slots=True)
class MeansOfPlan:
    """A plan's items, the instruments they carry and the milestones, in the order of the text.

    ``searched`` are all instruments that were looked for, each with its family, in the codebook's order;
    ``provisional`` those of them on which the program and a person agree too little, or were never compared.
    """

    items: tuple[Item, ...] = ()
    means: tuple[Means, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    searched: tuple[tuple[str, str], ...] = ()
    provisional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Code:
    """A code that is printed by its label: ``section`` is ``indicators``, ``scopes``, ``units``,
    ``fields`` (of a statement or a plan) or a section of the wording (``comparators``, ``kinds``)."""

    section: str
    code: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in a message, printed as the tables print it: ``≥ 55%``."""

    low: float
    high: float
    unit: str = ""
    comparator: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message without its words: ``key`` names them in the wording of the codebook, in either
    language, ``facts`` fill their fields. Text among the facts is printed as it is, a tuple as a list."""

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


Fact: TypeAlias = str | Code | Amount | Phrase | tuple["Fact", ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at."""

    check: str
    severity: Severity
    message: Phrase
    start: int
    end: int
    statement_ids: tuple[str, ...] = ()


# --- the register --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Plan:
    """An entry of ``data/raw/plans.yaml``. Dates are ISO 8601, "" where not stated.

    ``supersedes`` is the id of the plan of which this is a newer edition; both are compared. ``time_limit``
    is how many seconds reading it may take, "" for as long as any other. ``remit`` corrects what the plan is
    about, where title and headings do not tell it rightly.
    """

    plan_id: str
    region_zh: str
    region_en: str
    region_code: str
    region_level: str
    province_zh: str
    title: str
    document_number: str
    issuer: str
    issued_on: str
    published_on: str
    effective_on: str
    horizon_start: str
    horizon_end: str
    source_file: str
    complete: bool
    incomplete_note: str = ""
    not_applicable: tuple[str, ...] = ()
    reviewed: bool = True
    notes: tuple[str, ...] = field(default=())
    supersedes: str = ""
    time_limit: str = ""
    remit: tuple[str, ...] = ()
