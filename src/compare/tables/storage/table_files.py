"""Which files of a folder hold the tables of a study: one CSV each, or, of many plans, Parquet in parts."""

from __future__ import annotations

from pathlib import Path

from compare.tables.storage.schemas import schemas

#: The tables of a study of more plans than this are Parquet.
LARGEST_CSV = 1000
CSV, _PARQUET = ".csv", ".parquet"
_NUMBER = "[0-9]" * 4


def is_large(plans: int) -> bool:
    """Whether a study of so many plans has its tables as Parquet."""
    return plans > LARGEST_CSV


def table_of(file: str) -> str:
    """The table that a file holds, or a part of: ``statements`` for ``statements.0001.parquet``."""
    return file.partition(".")[0]


def table_files(folder: Path, name: str) -> list[Path]:
    """The files of a table in their order; the one that a CSV would be, where there are none."""
    return sorted(folder.glob(f"{name}.{_NUMBER}{_PARQUET}")) or [folder / f"{name}{CSV}"]


def is_parquet(folder: Path, name: str) -> bool:
    """Whether a table is Parquet, of which some plans can be read without the others."""
    return table_files(folder, name)[0].suffix == _PARQUET


def are_stored(folder: Path) -> bool:
    """Whether there are tables in this folder."""
    return all(path.is_file() for path in table_files(folder, "plans"))


def all_files(folder: Path) -> list[str]:
    """The names of the files of all tables."""
    return [path.name for name in schemas() for path in table_files(folder, name) if path.exists()]
