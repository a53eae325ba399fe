"""Figures about regions from elsewhere (population, income …): files of ``data/context``, if there are any.

A file is a CSV with the columns CONTEXT, as Excel saves it: codes as numbers, in UTF-8 or GB18030, parted by
commas, semicolons or tabs. What cannot be used is left out and said in one line a file; it is never a zero.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from compare.coding.places.regions import region_by_code
from compare.sources import SourceError
from compare.sources.decoding import decode

#: Columns of a file, and of :attr:`Context.frame`; ``year`` is a whole number, ``value`` a number.
CONTEXT = ("region_code", "year", "variable", "value", "unit", "source")
_OPTIONAL = ("unit", "source")
_TYPES = {"year": "Int64", "value": "float64"}

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋－", "0123456789.,+-")
_CODE = re.compile(r"[1-9]\d*")
_YEAR = re.compile(r"((?:19|20)\d{2})(?:\.0+)?年?(?:底|末)?")
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_NOTHING = frozenset(("", "-", "—", "--", "…", "/", "na", "n/a", "nan", "none", "null"))
#: Rows named in a line; the others are counted.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Context:
    """``frame`` has the columns CONTEXT, one row a region, year and variable; ``remarks`` are lines on what
    was not used and why, and what to do."""

    frame: pd.DataFrame
    remarks: tuple[str, ...] = ()


class ContextWarning(UserWarning):
    """Rows of ``data/context`` that were not used."""


def read_context(folder: Path, shown: str = "data/context") -> Context:
    """The figures of all files of ``folder`` together; none where there is no such folder.

    ``shown`` is what the folder is called in remarks. Never raises for what a file holds.
    """
    found: dict[tuple[str, int, str], dict[str, Any]] = {}
    remarks: list[str] = []
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else ():
        name = f"{shown}/{path.name}"
        try:
            rows = _rows(path)
        except (SourceError, OSError, csv.Error) as error:
            remarks.append(
                f"{name}: cannot be read ({' '.join(str(error).split())}); save it as CSV in UTF-8"
            )
            continue
        missing = [column for column in CONTEXT if column not in _OPTIONAL and column not in rows.columns]
        if missing:
            remedy = f"the first line must name {', '.join(CONTEXT)}"
            remarks.append(f"{name}: has no column {', '.join(missing)}; {remedy}")
            continue
        wrong: dict[str, list[str]] = defaultdict(list)
        for number, row in rows.lines:
            values = _read(row)
            if isinstance(values, str):
                problem = values
            else:
                key = values["region_code"], values["year"], values["variable"]
                if found.setdefault(key, values)["value"] == values["value"]:
                    continue
                problem = "another value for the same region, year and variable; keep one"
            wrong[problem].append(f"row {number} ({row['region_code'] or 'no code'})")
        remarks += [f"{name}: {_listed(places)}: {problem}" for problem, places in wrong.items()]
    frame = pd.DataFrame([found[key] for key in sorted(found)], columns=list(CONTEXT))
    kinds = {name: _TYPES.get(name, "str") for name in CONTEXT}
    return Context(frame.astype(kinds), tuple(remarks))


def region_code(text: str) -> str:
    """The six digits of a code of GB/T 2260 however a spreadsheet saved it; "" where it is none.

    654300.0, 6.543E+05, '654300 and 654300000000 are 654300; the two digits of a province and the four of
    a prefecture are filled up. The nine or twelve digits of a township are not those of its county.

    >>> region_code("650000.0"), region_code("65"), region_code("6.543E+05"), region_code("654301100")
    ('650000', '650000', '654300', '')
    """
    number = _number(text.translate(_FULL_WIDTH).strip().strip("'\"‘’“”` ").removesuffix("市"))
    if number is None or number != int(number):
        return ""
    digits = str(int(number))
    if len(digits) == 12 and digits.endswith("000000"):
        digits = digits[:6]
    if not _CODE.fullmatch(digits) or len(digits) not in (2, 4, 6):
        return ""
    return digits.ljust(6, "0")


@dataclass(frozen=True, slots=True)
class _Rows:
    columns: frozenset[str]
    lines: tuple[tuple[int, Mapping[str, str]], ...]


def _rows(path: Path) -> _Rows:
    """The rows of a CSV file with their numbers as a spreadsheet counts them; blank ones are left out."""
    text = decode(path.read_bytes()).text
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    table = csv.reader(io.StringIO(text), delimiter=mark)
    head = [cell.strip().lower().replace(" ", "_") for cell in next(table, [])]
    lines = [
        (number, dict.fromkeys(CONTEXT, "") | dict(zip(head, map(str.strip, cells), strict=False)))
        for number, cells in enumerate(table, start=2)
        if any(cell.strip() for cell in cells)
    ]
    return _Rows(frozenset(head), tuple(lines))


def _read(row: Mapping[str, str]) -> dict[str, Any] | str:
    """A row's values, or why it cannot be used."""
    code, year, value = region_code(row["region_code"]), _YEAR.fullmatch(row["year"]), _number(row["value"])
    if not code or region_by_code(code) is None:
        return "no region has this code; write the six digits of GB/T 2260"
    if year is None:
        return "the year is not a year; write it in four digits"
    if not row["variable"]:
        return "no variable is named; name it"
    if value is None:
        missing = row["value"].lower() in _NOTHING
        return "no value; it counts as missing" if missing else "the value is not a number; write digits"
    known = {name: row[name] for name in CONTEXT}
    return known | {"region_code": code, "year": int(year[1]), "value": value}


def _number(text: str) -> float | None:
    text = text.translate(_FULL_WIDTH).replace(" ", "")
    return float(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def _listed(places: Iterable[str]) -> str:
    every = list(places)
    more = f" and {len(every) - _NAMED} more" if len(every) > _NAMED else ""
    return ", ".join(every[:_NAMED]) + more


def unmatched(context: pd.DataFrame, codes: Iterable[str]) -> Iterator[str]:
    """One line on the regions of a study (``codes``) of which ``context`` has nothing, if there are any."""
    lacking = sorted(set(codes) - set(context["region_code"]))
    if len(context) and lacking:
        yield f"data/context: nothing of {_listed(lacking)}; their values stand without a rate"
