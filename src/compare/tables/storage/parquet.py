"""Tables as Parquet, with pyarrow (the extra ``scale``): types are those of the schema, rows in its order."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from compare.tables.storage.io import named, whole_failure
from compare.tables.storage.schemas import Schema
from compare.tables.storage.validation import TableError, check_table, of_file

#: A part of a table is closed when it has this many rows.
_ROWS = 500_000


class ParquetFiles:
    """The parts of one table: ``statements.0001.parquet`` and so on, a group of rows for each ``add``."""

    def __init__(self, folder: Path, schema: Schema) -> None:
        self._folder = folder
        self._schema = schema
        self._paths: list[Path] = []
        self._writer: Any = None
        self._rows = 0

    def add(self, frame: pd.DataFrame) -> None:
        import pyarrow as pa

        table = pa.Table.from_pandas(frame, _types(self._schema), preserve_index=False)
        with named(self._begun()):
            self._writer.write_table(table.replace_schema_metadata(None))
        self._rows += len(frame)
        if self._rows >= _ROWS:
            self._end()

    @property
    def name(self) -> str:
        """The part that is written now."""
        return self._path(max(1, len(self._paths) + (self._writer is None))).name

    def close(self) -> list[Path]:
        if not self._paths:  # a table without rows is a file too
            self._begun()
        self._end()
        return self._paths

    def _begun(self) -> Path:
        import pyarrow.parquet as pq

        if self._writer is None:
            self._paths.append(self._path(len(self._paths) + 1))
            with named(self._paths[-1]):
                self._writer = pq.ParquetWriter(self._paths[-1], _types(self._schema), compression="zstd")
        return self._paths[-1]

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._schema.name}.{number:04}.parquet"

    def _end(self) -> None:
        if self._writer is not None:
            with named(self._paths[-1]):
                self._writer.close()
        self._writer, self._rows = None, 0


def read_parquet(
    path: Path, schema: Schema, plans: Collection[str] | None = None, checked: bool = False
) -> pd.DataFrame:
    """A part of a table with the dtypes of its schema; of these ``plans`` alone, where they are given. What
    was ``checked`` when it was written need not be again.

    Raises :class:`TableError` with every failure, :class:`OSError` where the file cannot be read.
    """

    def failing(failures: pd.DataFrame) -> TableError:
        return TableError(of_file(failures, path.name))

    try:
        import pyarrow as pa
        import pyarrow.compute as pc
        import pyarrow.parquet as pq
    except ImportError:
        raise failing(whole_failure(schema, "needs pyarrow: pip install 'compare-plans[scale]'")) from None
    only = None if plans is None else _about(schema, pc, pa.array(plans, pa.string()))
    dtypes = {
        pa.string(): pd.StringDtype(na_value=np.nan),
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }
    try:
        found = pq.read_table(path, filters=only).cast(_types(schema))
    except (pa.ArrowException, ValueError) as error:
        what = f"is not that table: {str(error).splitlines()[0]}"
        raise failing(whole_failure(schema, what)) from None
    frame: pd.DataFrame = found.to_pandas(types_mapper=dtypes.get)
    if not checked and len(failures := check_table(frame, schema)):
        # Of some rows it is not known where they stand.
        raise failing(failures if plans is None else failures.assign(row=None))
    return frame


def _about(schema: Schema, pc: Any, plans: Any) -> Any:
    """The condition that a row is about these plans and no others."""
    first, *others = (pc.field(name).isin(plans) for name in schema.plan_columns)
    for one in others:
        first &= one
    return first


def _types(schema: Schema) -> Any:
    import pyarrow as pa

    types = {"str": pa.string(), "float64": pa.float64(), "Int64": pa.int64(), "boolean": pa.bool_()}
    return pa.schema([pa.field(column.name, types[column.dtype]) for column in schema.columns])
