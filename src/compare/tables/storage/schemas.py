"""The tables as data: one description per table, in ``schemas.yaml`` beside this file.

The checks (``checking``), ``datapackage.json``, ``docs/tables.md`` and the column titles of
exports are rendered from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import yaml

from compare import model

#: Column type -> pandas dtype. Dates and years stay text: their precision is part of what was said.
DTYPES = {
    "text": "str",
    "date": "str",
    "year": "str",
    "number": "float64",
    "integer": "Int64",
    "boolean": "boolean",
}

#: Column type -> what its text must look like as a whole.
PATTERNS = {"date": r"\d{4}(-\d{2}(-\d{2})?)?", "year": r"\d{4}"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``codes`` are the only values allowed ("" is never listed: empty is allowed
    unless ``required``), ``pattern`` is a regular expression for the whole text."""

    name: str
    type: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    required: bool
    unit: str
    codes: tuple[str, ...]
    pattern: str

    @property
    def dtype(self) -> str:
        return DTYPES[self.type]


@dataclass(frozen=True, slots=True)
class Schema:
    """A table. ``key`` columns make a row unique, ``order`` sorts it, ``refers`` maps a column
    to the ``(table, column)`` its values must be found in."""

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    refers: Mapping[str, tuple[str, str]]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def plan_columns(self) -> tuple[str, ...]:
        """The columns that name the plans a row is about."""
        found = tuple(column for column, target in self.refers.items() if target == ("plans", "plan_id"))
        return found or ("plan_id",)

    @property
    def dtypes(self) -> dict[str, str]:
        return {column.name: column.dtype for column in self.columns}

    @property
    def required(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns if column.required)


@cache
def schemas() -> Mapping[str, Schema]:
    """Every table by name, each after the tables it refers to."""
    text = resources.files(__package__).joinpath("schemas.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {name: parse_schema(name, entry) for name, entry in yaml.load(text, loader).items()}


def parse_schema(name: str, entry: Mapping[str, Any]) -> Schema:
    """A table's description as ``schemas.yaml`` has it."""
    refers = {
        column: (target.split(".")[0], target.split(".")[1])
        for column, target in entry.get("refers", {}).items()
    }
    return Schema(
        name=name,
        title=entry["title"],
        description=entry["description"],
        columns=tuple(_column(column, of) for column, of in entry["columns"].items()),
        key=tuple(entry["key"]),
        order=tuple(entry["order"]),
        refers=refers,
    )


def _column(name: str, entry: Mapping[str, Any]) -> Column:
    codes = entry.get("codes", ())
    if isinstance(codes, Mapping):
        enumeration: type[StrEnum] = getattr(model, codes["enum"])
        codes = tuple(str(member) for member in enumeration)
    return Column(
        name=name,
        type=entry["type"],
        title=entry["title"],
        description=entry["description"],
        required=bool(entry.get("required")),
        unit=entry.get("unit", ""),
        codes=tuple(codes),
        pattern=entry.get("pattern", PATTERNS.get(entry["type"], "")),
    )
