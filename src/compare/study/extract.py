"""One file's statements without a study: the columns of the table ``statements``."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.study.codebook.files import codebook_folder
from compare.study.errors import StudyError
from compare.study.place import find_study
from compare.study.register.intake import slug
from compare.study.register.plans_file import blank_plan
from compare.study.runs.processes.read_plan import read_source
from compare.tables.words.one_line import one_line

if TYPE_CHECKING:
    from compare.tables.making.rows import Row

#: Columns of the table a person reads on the terminal.
_UNBOUNDED = 100_000
_SHOWN = ("indicator", "kind", "value", "deadline", "scope", "quote")


def statements(path: Path) -> list[Row]:
    """The statements of a file, coded by the codebook of the study at hand or the packaged one.

    The plan id is the file's name as a slug. Raises SourceError.
    """
    return rows_and_notices(path)[0]


def rows_and_notices(path: Path) -> tuple[list[Row], list[str]]:
    """The statements of a file, and a line for each thing in it that was not read."""
    from compare.checks import UNREAD
    from compare.study.codebook.files import load_labels
    from compare.tables.making.rows import passage_ids, statement_rows
    from compare.tables.words.messages import message

    plan = blank_plan(slug(path.stem), path.name)
    codebook, labels = load_labels(_codebook())
    result = read_source(plan, path, codebook)
    rows = statement_rows(result, passage_ids(plan.plan_id, result.text, result.reading.passages))
    found = (finding for check in UNREAD for finding in check(result, codebook))
    return rows, [message(finding.message, labels, "en") for finding in found]


def as_csv(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of ``statements.csv`` with these rows."""
    from compare.tables.storage.csvtext import csv_lines

    names = _names()
    return csv_lines(names, ([row[name] for name in names] for row in rows))


def as_jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """A JSON object per line; what is missing is null."""
    for row in rows:
        values = {name: _plain(row[name]) for name in _names()}
        yield json.dumps(values, ensure_ascii=False) + "\n"


def as_table(rows: Iterable[Row]) -> Iterator[str]:
    """A table to be read on a terminal, as wide as that is; in a pipe every row is one line."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    buffer = io.StringIO()
    terminal = sys.stdout.isatty()
    table = Table(*_SHOWN, box=box.SIMPLE_HEAD if terminal else None, pad_edge=False)
    for column in table.columns:
        column.no_wrap = not terminal or column.header != "quote"
    for row in rows:
        cells = (_words(row) if name == "value" else str(row[name]) for name in _SHOWN)
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    width = shutil.get_terminal_size().columns if terminal else _UNBOUNDED
    Console(file=buffer, width=width).print(table)
    return (line.rstrip() + "\n" for line in buffer.getvalue().splitlines())


def _names() -> tuple[str, ...]:
    from compare.tables.storage.schemas import schemas

    return schemas()["statements"].names


def _codebook() -> Path:
    try:
        return codebook_folder(find_study().own_codebook)
    except StudyError:
        return codebook_folder(None)


def _plain(value: Any) -> Any:
    if value == "":
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _words(row: Row) -> str:
    low, high = row["value_low"], row["value_high"]
    if low is None:
        return str(row["value_text"])
    number = f"{low:.15g}" if low == high else f"{low:.15g}-{high:.15g}"
    return f"{row['comparator']} {number} {row['unit']}"
