"""Rows <-> DataFrames with the dtypes and the row order of their schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, cast

import numpy as np
import pandas as pd

from compare.tables.making.rows import Row
from compare.tables.noting.notes_table import NotedFrame
from compare.tables.storage.schemas import Column, Schema, schemas


@dataclass(frozen=True, slots=True)
class Rows:
    """Sorted rows of a table as lists by column. A frame takes longer to make than to fill: one is made for
    many plans, not for each."""

    schema: Schema
    columns: Mapping[str, list[Any]]

    @classmethod
    def of(cls, schema: Schema, rows: Iterable[Row]) -> Rows:
        """``rows`` in the order of ``schema``; a column that a row lacks is empty."""
        # Sorted as rows: many times faster than sorting columns of text.
        ordered = sorted(rows, key=lambda row: [_sortable(row.get(name)) for name in schema.order])
        return cls(schema, {name: [row.get(name) for row in ordered] for name in schema.names})

    def frame(self) -> pd.DataFrame:
        """The rows typed; empty text is missing."""
        return pd.DataFrame({column.name: _series(column, self.columns) for column in self.schema.columns})


#: Tables of one plan by name.
PlanTables = Mapping[str, Rows]


def make_frame(schema: Schema, rows: Iterable[Row]) -> pd.DataFrame:
    """A table of ``rows`` (missing columns empty), typed and sorted; empty text becomes missing."""
    return Rows.of(schema, rows).frame()


def _sortable(value: Any) -> tuple[bool, Any]:
    """A key that puts what is missing first."""
    missing = value is None or value == "" or value != value
    return (not missing, None if missing else value)


def _series(column: Column, columns: Mapping[str, list[Any]]) -> pd.Series:
    values = columns[column.name]
    if column.dtype == "str":
        values = [value or None for value in values]
    return pd.Series(values, dtype=cast(Any, column.dtype))


def in_order(frame: pd.DataFrame, schema: Schema) -> pd.DataFrame:
    """Columns and rows in the order of the schema."""
    columns = frame[list(schema.names)]
    return columns.sort_values(list(schema.order), kind="stable", na_position="first", ignore_index=True)


def sorted_rows(rows: Mapping[str, Iterable[Row]]) -> dict[str, Rows]:
    """The tables of one plan from their rows."""
    return {name: Rows.of(schemas()[name], rows[name]) for name in rows}


def gather(plans: Sequence[PlanTables]) -> dict[str, pd.DataFrame]:
    """The tables of several plans as one, those of a plan together; every plan has the same tables."""
    if not plans:
        return {}
    return {
        name: Rows(
            first.schema,
            {
                column: list(chain.from_iterable(tables[name].columns[column] for tables in plans))
                for column in first.schema.names
            },
        ).frame()
        for name, first in plans[0].items()
    }


def combine(parts: Iterable[Mapping[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """Tables of unlike plans as one, in order. Within a part the rows of each plan are sorted already, as
    :func:`gather` gives them and as they are in a table."""
    gathered: dict[str, list[pd.DataFrame]] = {}
    for part in parts:
        for name, frame in part.items():
            gathered.setdefault(name, []).append(frame)
    return {name: _by_plan(frames) for name, frames in gathered.items()}


def _by_plan(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    whole = pd.concat(frames, ignore_index=True)
    _, codes = np.unique(whole["plan_id"].to_numpy("object"), return_inverse=True)
    if bool((np.diff(codes) >= 0).all()):
        return whole
    return whole.take(np.argsort(codes, kind="stable")).reset_index(drop=True)


def of_plans(frame: pd.DataFrame, plan_ids: Iterable[str]) -> pd.DataFrame:
    """The rows of these plans."""
    return frame[frame["plan_id"].isin(list(plan_ids))]


def among(frame: pd.DataFrame, column: str, values: Iterable[str]) -> pd.DataFrame:
    """The rows of which this column of texts has one of ``values``; gaps among these count for nothing."""
    wanted = {value for value in values if isinstance(value, str)}
    if isinstance(frame, NotedFrame):
        return frame.noted_among(column, wanted)
    return frame[frame[column].isin(list(wanted))]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dictionaries by column."""
    if isinstance(frame, NotedFrame):
        return cast("list[dict[str, Any]]", frame.noted_rows(records(frame.noted_plain())))
    names = list(frame.columns)
    columns = [objects(column) for _, column in frame.items()]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def objects(column: pd.Series) -> list[Any]:
    """The cells as Python objects, None in place of <NA>: several times faster than ``DataFrame.to_dict``,
    with the same outcome."""
    array: Any = column.array
    masked = column.dtype in ("Int64", "boolean")
    return list((array.to_numpy("object", na_value=None) if masked else column.to_numpy("object")).tolist())


def text_of(value: object) -> str:
    """A cell's text, "" where it is missing."""
    return value if isinstance(value, str) else ""
