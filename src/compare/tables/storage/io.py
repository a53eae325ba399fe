"""Tables <-> CSV: UTF-8 without BOM, LF, fixed columns and rows, the same bytes on every run.

Text is data here, also where it starts with ``=``: what a spreadsheet would take for a formula
is for the exports to guard against.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pandas as pd

from compare.tables.storage.csvtext import Cell, csv_columns
from compare.tables.storage.frames import in_order, objects
from compare.tables.storage.schemas import Column, Schema
from compare.tables.storage.validation import FAILURE_COLUMNS, TableError, check_table

_TRUTH = {"True": True, "False": False}
_INTEGER = re.compile(r"-?\d{1,18}")


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Within this block an OSError is about ``path``: a full disk names no file."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


def csv_text(frame: pd.DataFrame, schema: Schema, head: bool = True) -> str:
    """The CSV of a table that keeps its schema, or without its ``head`` a further part of it."""
    return csv_columns({name: _cells(frame[name]) for name in schema.names}, head)


def _cells(column: pd.Series) -> list[Cell]:
    cells: list[Cell] = objects(column)
    return [None if cell != cell else cell for cell in cells] if column.dtype in ("str", "float64") else cells


def write_table(frame: pd.DataFrame, schema: Schema, path: Path) -> None:
    """Write a table. Raises TableError before anything is written."""
    failures = check_table(frame, schema)
    if len(failures):
        raise TableError(failures)
    path.write_bytes(csv_text(frame, schema).encode("utf-8"))


def read_table(path: Path, schema: Schema, checked: bool = False) -> pd.DataFrame:
    """A table with the dtypes of its schema; what was ``checked`` when it was written need not be again.

    Raises :class:`TableError` with every failure, :class:`OSError` where the file cannot be read.
    """
    try:
        raw = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""], encoding="utf-8")
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise TableError(
            whole_failure(schema, f"is not a UTF-8 CSV table: {str(error).splitlines()[0]}")
        ) from None
    missing = [name for name in schema.names if name not in raw]
    if missing:
        raise TableError(whole_failure(schema, f"lacks the columns {' '.join(missing)}"))
    typed, failures = _typed(raw, schema)
    broken = check_table(typed, schema) if not checked or len(failures) else failures
    # A cell that does not parse is empty from then on; that it is empty need not be said as well.
    known = set(zip(failures["column"], failures["row"], strict=True))
    new = [cell not in known for cell in zip(broken["column"], broken["row"], strict=True)]
    failures = pd.concat([frame for frame in (failures, broken[new]) if len(frame)] or [failures])
    if len(failures):
        raise TableError(failures)
    return in_order(typed, schema)


def _typed(raw: pd.DataFrame, schema: Schema) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Each column parsed cell by cell, so that every bad cell is named and not just the first."""
    typed = raw.copy()
    failures: list[tuple[str, str, str, str, int]] = []
    for column in schema.columns:
        parse = _PARSERS.get(column.type)
        if parse is None:
            continue
        values: list[Cell] = []
        for index, text in enumerate(raw[column.name]):
            value = None if not isinstance(text, str) else parse(text)
            if value is None and isinstance(text, str):
                failures.append((schema.name, column.name, f"is not {_a(column)}", text, index + 2))
            values.append(value)
        typed[column.name] = pd.Series(pd.array(values, dtype=cast(Any, column.dtype)), index=raw.index)
    return typed, pd.DataFrame(failures, columns=list(FAILURE_COLUMNS))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) else None


_PARSERS: Mapping[str, Callable[[str], Any]] = {
    "number": _number,
    "integer": _integer,
    "boolean": _TRUTH.get,
}


def _a(column: Column) -> str:
    return {"number": "a number", "integer": "a whole number", "boolean": "True or False"}[column.type]


def whole_failure(schema: Schema, check: str) -> pd.DataFrame:
    """What is wrong with a table as a whole, as a table of failures."""
    return pd.DataFrame([(schema.name, "", check, "", None)], columns=list(FAILURE_COLUMNS))
