"""Where and as what the tables of a study lie: one CSV each, or, of many plans, Parquet in parts.

Tables are written some plans at a time and each part is checked, so that memory does not grow with their
number. Whoever reads them gets the same frames of either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import pandas as pd

from compare.tables.storage.datapackage import NAME, File, datapackage
from compare.tables.storage.frames import make_frame
from compare.tables.storage.io import csv_text, named, read_table
from compare.tables.storage.schemas import Schema, schemas
from compare.tables.storage.table_files import CSV, is_parquet, table_files
from compare.tables.storage.validation import TableError, check_references, check_table, of_file


def read_stored(
    folder: Path,
    name: str,
    plans: Collection[str] | None = None,
    known: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """A table with the dtypes of its schema; where ``plans`` are given, of Parquet only the rows about these
    and no others are read.

    ``known`` are hashes of files, by name, that were checked when they were written: they are not again.
    Raises :class:`TableError` with every failure, :class:`OSError` where a file cannot be read.
    """
    schema, files = schemas()[name], table_files(folder, name)
    checked = all(path.name in known and known[path.name] == _sha256(path) for path in files)
    if not is_parquet(folder, name):
        frame = read_table(files[0], schema, checked)
        if plans is None:
            return frame
        about = frame[list(schema.plan_columns)].isin(list(plans)).all(axis="columns")
        return frame[about].reset_index(drop=True)
    from compare.tables.storage.parquet import read_parquet

    return pd.concat([read_parquet(path, schema, plans, checked) for path in files], ignore_index=True)


def _sha256(path: Path) -> str:
    found = path.stat()
    return _hash(path, found.st_ino, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=256)
def _hash(path: Path, *state: int) -> str:
    """Of a file in this ``state``: one of many plans is asked for the rows of some at a time."""
    return File.of(path).sha256


class Writer:
    """Writes the tables of a study into ``folder``, some plans at a time; ``plans`` are the ids of all.

    The tables of a plan come in one part, plans in the order of their ids; a table may come in parts of its
    own. Raises OSError with the name of the file that cannot be written.
    """

    def __init__(self, folder: Path, plans: Sequence[str], parquet: bool) -> None:
        self.rows: dict[str, int] = dict.fromkeys(schemas(), 0)
        self._folder = folder
        self._plans = pd.DataFrame({"plan_id": list(plans)}, dtype="str")
        self._failures: list[pd.DataFrame] = []
        self._parquet = parquet
        self._files = {name: _files(folder, schema, parquet) for name, schema in schemas().items()}

    def add(self, tables: Mapping[str, pd.DataFrame]) -> None:
        """Append these rows to their tables; nothing more is written once some have failed."""
        placed = {name: self._placed(name, frame) for name, frame in tables.items()}
        for name, frame in placed.items():
            self._fail(check_table(frame, schemas()[name]))
        self._fail(check_references({"plans": self._plans, **placed}))
        for name, frame in tables.items():
            self.rows[name] += len(frame)
            if not self._failures:
                self._files[name].add(frame)

    def _placed(self, name: str, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows numbered as those of the whole table, for what is said of them."""
        return frame.set_axis(range(self.rows[name], self.rows[name] + len(frame)))

    def _fail(self, found: pd.DataFrame) -> None:
        if len(found):
            # A CSV is named as it is.
            files = [self._files[name].name for name in found["table"]]
            self._failures.append(of_file(found, files) if self._parquet else found)

    def close(self) -> list[str]:
        """The names of the files of all tables, and last ``datapackage.json``.

        Raises :class:`TableError` with every failure of every table.
        """
        if self._failures:
            raise TableError(pd.concat(self._failures, ignore_index=True))
        made = {name: files.close() for name, files in self._files.items()}
        described = {name: [File.of(path) for path in paths] for name, paths in made.items()}
        with named(self._folder / NAME):
            (self._folder / NAME).write_text(datapackage(described), encoding="utf-8", newline="\n")
        return [*(path.name for paths in made.values() for path in paths), NAME]


class _Files(Protocol):
    """The files of one table while it is written; ``name`` is that of the one now written."""

    @property
    def name(self) -> str: ...

    def add(self, frame: pd.DataFrame) -> None: ...

    def close(self) -> list[Path]: ...


def _files(folder: Path, schema: Schema, parquet: bool) -> _Files:
    if not parquet:
        return CsvFile(folder / f"{schema.name}{CSV}", schema)
    from compare.tables.storage.parquet import ParquetFiles

    return ParquetFiles(folder, schema)


def _append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


class CsvFile:
    """One CSV that grows."""

    def __init__(self, path: Path, schema: Schema) -> None:
        self._path = path
        self._schema = schema
        self._begun = False

    @property
    def name(self) -> str:
        return self._path.name

    def add(self, frame: pd.DataFrame) -> None:
        text = csv_text(frame, self._schema, head=not self._begun)
        with named(self._path):
            _append(self._path, text.encode("utf-8"))
        self._begun = True

    def close(self) -> list[Path]:
        if not self._begun:  # a table without rows has a head
            self.add(make_frame(self._schema, ()))
        return [self._path]
