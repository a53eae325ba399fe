"""A file as one text, with what its format told of tables and furniture."""

from __future__ import annotations

from dataclasses import dataclass

from compare.frozen import quickly


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of a source's text."""

    start: int
    end: int


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
