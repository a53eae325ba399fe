"""Which columns each sheet shows, in which order and how wide.

Titles come from the tables' schemas; columns a sheet adds are titled by the exports' wording.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from compare.exports.words import Words
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import Lang

VALUE = "#,##0.##########"
COUNT = "#,##0"
YEAR = "0"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet. ``key`` names its value in a row, ``header`` is what is printed above it.

    ``width`` is in characters; ``number`` is an Excel number format, "" for text; ``group``
    puts the column into a folded outline (offsets, rules: there, but out of the way).
    """

    key: str
    header: str
    width: float = 12.0
    number: str = ""
    folded: bool = False


# (key, width in characters, number format or "", folded away)
Layout = tuple[tuple[str, float, str, bool], ...]

_FORMATS = {"value": VALUE, "count": COUNT, "year": YEAR, "": ""}


def _layouts() -> dict[str, Layout]:
    """``columns.csv``: the columns of each sheet, in order."""
    text = resources.files(__package__).joinpath("columns.csv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, float, str, bool]]] = {}
    for row in csv.DictReader(text.splitlines()):
        column = (row["column"], float(row["width"]), _FORMATS[row["number"]], bool(row["folded"]))
        found.setdefault(row["sheet"], []).append(column)
    return {sheet: tuple(layout) for sheet, layout in found.items()}


_LAYOUTS = _layouts()
COMPARISON = _LAYOUTS["comparison"]
STATEMENTS = _LAYOUTS["statements"]
ALLOCATIONS = _LAYOUTS["allocations"]
MEASURES = _LAYOUTS["measures"]
INSTRUMENTS = _LAYOUTS["instruments"]
CODING_SHEET = _LAYOUTS["coding_sheet"]
SCORING = _LAYOUTS["scoring"]
MILESTONES = _LAYOUTS["milestones"]
PLANS = _LAYOUTS["plans"]
REFERENCES = _LAYOUTS["references"]
FINDINGS = _LAYOUTS["findings"]
NATIONAL = _LAYOUTS["national"]
BENCHMARKS = _LAYOUTS["benchmarks"]
CHANGES = _LAYOUTS["changes"]
CODEBOOK = _LAYOUTS["codebook"]
COLUMNS = _LAYOUTS["columns"]


def columns(layout: Layout, words: Words, table: str = "") -> list[Column]:
    """The columns of a sheet that shows ``table``."""
    heads = titles([key for key, *_ in layout], words, table)
    return [Column(key, heads[key], width, number, folded) for key, width, number, folded in layout]


def titles(keys: Sequence[str], words: Words, table: str = "") -> dict[str, str]:
    """What is printed above the columns ``keys`` of ``table``, Chinese over English.

    What is added from the plan (title, document number) is titled as in the table ``plans``. A
    code whose label has a column of its own is titled as the code.
    """
    named = (table, "plans") if table else ()
    known = {column.name: column.title for name in reversed(named) for column in schemas()[name].columns}

    def title(key: str, lang: Lang) -> str:
        own = known[key][lang] if key in known else words.one(f"column.{key}", lang)
        return words.one("column.code", lang, title=own) if f"{key}_label" in keys else own

    return {key: f"{title(key, 'zh')}\n{title(key, 'en')}" for key in keys}


def position(layout: Layout, key: str) -> int:
    """The number of a column in its sheet, from 1."""
    return [name for name, *_ in layout].index(key) + 1
