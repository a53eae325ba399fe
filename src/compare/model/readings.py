"""What is read from one document: its outline, header, citations, departments, task items."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.frozen import quickly
from compare.model.documents import Document, Furniture, Table
from compare.model.statements import Numeral, Statement
from compare.model.views import TextView


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


class Relation(StrEnum):
    """How a plan puts itself to a document it names: 根据, 落实, 按照, 出台, or no such word."""

    BASIS = "basis"
    IMPLEMENT = "implement"
    ACCORDANCE = "accordance"
    DRAW_UP = "draw_up"
    NAMED = "named"


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


@quickly
@dataclass(frozen=True, slots=True)
class Responsibility:
    """A department named for a task; ``role`` is lead, support or responsible."""

    department_text: str
    role: str
    passage: int
    start: int
    end: int


@quickly
@dataclass(frozen=True, slots=True)
class PastPart:
    """A part of a text that tells what has been; ``year`` is the last one it tells of, 0 if it names none."""

    start: int
    end: int
    year: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document, before any indicator is known.

    ``view`` is the text that the grammar reads, numbers in figures. ``past`` are the parts that look back,
    in text order and without overlap.
    """

    document: Document
    view: TextView
    header: Header
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    numerals: tuple[Numeral, ...]
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    cited: tuple[Cited, ...] = ()
    past: tuple[PastPart, ...] = ()


@quickly
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
