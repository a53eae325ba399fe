"""Rows <-> DataFrames with the dtypes and the row order of their schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import pandas as pd

from compare.tables.rows import Row
from compare.tables.storage.schemas import Column, Schema, schemas


def make_frame(schema: Schema, rows: Iterable[Row]) -> pd.DataFrame:
    """A table of ``rows`` (missing columns empty), typed and sorted; empty text becomes missing."""
    # Sorted as rows: many times faster than sorting columns of text.
    rows = sorted(rows, key=lambda row: [_sortable(row.get(name)) for name in schema.order])
    return pd.DataFrame({column.name: _series(column, rows) for column in schema.columns})


def _sortable(value: Any) -> tuple[bool, Any]:
    """A key that puts what is missing first."""
    missing = value is None or value == "" or value != value
    return (not missing, None if missing else value)


def _series(column: Column, rows: Sequence[Row]) -> pd.Series:
    values = [row.get(column.name) for row in rows]
    if column.dtype == "str":
        values = [value or None for value in values]
    return pd.Series(values, dtype=cast(Any, column.dtype))


def in_order(frame: pd.DataFrame, schema: Schema) -> pd.DataFrame:
    """Columns and rows in the order of the schema."""
    columns = frame[list(schema.names)]
    return columns.sort_values(list(schema.order), kind="stable", na_position="first", ignore_index=True)


def make_frames(rows: Mapping[str, Iterable[Row]]) -> dict[str, pd.DataFrame]:
    """A frame for each table named in ``rows``."""
    return {name: make_frame(schemas()[name], rows[name]) for name in rows}


def combine(parts: Iterable[Mapping[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """The same tables of several plans as one; every part names the same tables."""
    gathered: dict[str, list[pd.DataFrame]] = {}
    for part in parts:
        for name, frame in part.items():
            gathered.setdefault(name, []).append(frame)
    return {
        name: in_order(pd.concat(frames, ignore_index=True), schemas()[name])
        for name, frames in gathered.items()
    }


def of_plans(frame: pd.DataFrame, plan_ids: Iterable[str]) -> pd.DataFrame:
    """The rows of these plans."""
    return frame[frame["plan_id"].isin(list(plan_ids))]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dictionaries by column."""
    return cast("list[dict[str, Any]]", frame.to_dict("records"))


def text_of(value: object) -> str:
    """A cell's text, "" where it is missing."""
    return value if isinstance(value, str) else ""
