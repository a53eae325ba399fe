"""Folders, disks and other programs that stand in the way of a command."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from tests.support.bad_inputs.studies import GOOD, LONG, command, run


@contextmanager
def _refusing(reason: int) -> Iterator[None]:
    """Nothing can be put in the place of a table: it is open elsewhere, read-only, or the disk is full."""
    replace = os.replace

    def refuse(new: Any, old: Any) -> None:
        if Path(old).name == "statements.csv":
            raise OSError(reason, os.strerror(reason), str(old))
        replace(new, old)

    with mock.patch("compare.study.runs.publish.os.replace", refuse):
        yield


def _locked_workbook(study: Path) -> tuple[int, list[str]]:
    def locked(_: object, path: Path) -> list[Path]:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with mock.patch("compare.study.runs.outputs.EXPORTS", {"workbook": locked}):
        return command(study, "run", "--no-notebooks")


def _locked_table(study: Path) -> tuple[int, list[str]]:
    with _refusing(errno.EACCES):
        return run(study)


def _full_disk(study: Path) -> tuple[int, list[str]]:
    with _refusing(errno.ENOSPC):
        return run(study)


def _no_plans(study: Path) -> tuple[int, list[str]]:
    for path in (study / "data" / "raw").iterdir():
        path.unlink()
    return run(study)


def _no_study(study: Path) -> tuple[int, list[str]]:
    shutil.rmtree(study / "data")
    return command(study, "run")


def _no_dask(study: Path) -> tuple[int, list[str]]:
    with mock.patch.dict(sys.modules, {"distributed": None}):
        return command(study, "run", "--scheduler", "tcp://127.0.0.1:8786")


def _other_of_that_name(study: Path) -> tuple[int, list[str]]:
    (study / GOOD).write_text(LONG, encoding="utf-8")
    return command(study, "add", "--yes", GOOD)


def _unconfirmed(study: Path) -> tuple[int, list[str]]:
    (study / "new.txt").write_text(LONG, encoding="utf-8")
    with mock.patch("sys.stdin", io.StringIO()):
        return command(study, "add", "new.txt")


#: What is wrong -> the command that meets it, in a small study.
SITUATIONS: Mapping[str, Callable[[Path], tuple[int, list[str]]]] = {
    "`run` while a table is open in Excel, or where the folder is read-only": _locked_table,
    "`run` on a full disk": _full_disk,
    "`run` while the workbook is open in Excel": _locked_workbook,
    "`run` in a study without plans": _no_plans,
    "`run` where there is no study": _no_study,
    "`run --study` with a wrong path": lambda study: command(study, "run", "--study", "no/such/folder"),
    "`run --scheduler` without dask": _no_dask,
    "`check` or `export` before the first `run`": lambda study: command(study, "check"),
    "`extract` or `text` with a wrong path": lambda study: command(study, "text", "gone.txt"),
    "`extract` or `text` of a folder": lambda study: command(study, "text", "data"),
    "`add` of a plan that is registered": lambda study: command(study, "add", "--yes", f"data/raw/{GOOD}"),
    "`add` of another file of the same name": _other_of_that_name,
    "`add` where nobody can answer": _unconfirmed,
    "`codebook show` with a typing error": lambda study: command(
        study, "codebook", "show", "nursing_bed_shares"
    ),
}
