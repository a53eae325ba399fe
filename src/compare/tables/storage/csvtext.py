"""CSV text, RFC 4180 with LF.

Not the csv module: before Python 3.13 it leaves a lone carriage return unquoted, and what was
written then reads back as two rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

Cell = str | float | int | bool | None

_QUOTED = re.compile(r'[,"\r\n\0]|^\s|\s$')


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The header and each row as a line with its LF. None is an empty field."""
    yield ",".join(header) + "\n"
    for row in rows:
        yield ",".join(map(field, row)) + "\n"


def csv_columns(columns: Mapping[str, Sequence[Cell]], head: bool = True) -> str:
    """The text of columns of one length, each of one type, below their ``head``. None is an empty field."""
    lines = zip(*(_fields(values) for values in columns.values()), strict=True)
    return "".join(
        [*([",".join(columns) + "\n"] if head else ()), *(",".join(line) + "\n" for line in lines)]
    )


def _fields(values: Sequence[Cell]) -> list[str]:
    # The same text stands in many rows: most columns are written out once for each.
    written = {value: field(value) for value in set(values)}
    return [written[value] for value in values]


def field(value: Cell) -> str:
    """``50.0`` -> ``50``, ``True`` -> ``True``, None -> nothing, text quoted where it must be."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"' if _QUOTED.search(value) else value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)
