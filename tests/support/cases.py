"""The case table of the grammar, ``tests/cases/*.csv``: one row per text and statement it must give.

``quote_value`` is the value with its unit as written and ``start`` its offset. A row without
``quote_value`` is a text that states nothing. In ``text`` and ``quote_value`` a line end, a tab and
blanks that cannot be seen are written as escapes (``\\n``, ``\\t``, ``\\u3000``). ``?`` marks what the
coding rules leave open; ``kind`` and ``subject`` are compared where they are given, and so is ``scope``
(``-`` for none) in the tables that have that column. ``remark`` says what a
row shows, or where it comes from; ``held out`` marks a row that was written before its rule was tried on it,
which tells how the rule was made and nothing of how new texts are read.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"
OPEN = "?"


@dataclass(frozen=True, slots=True)
class Case:
    """A row of the case table, escapes resolved."""

    id: str
    text: str
    quote_value: str
    start: int
    fields: tuple[tuple[str, str], ...]

    @property
    def end(self) -> int:
        return self.start + len(self.quote_value)


def unescape(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode("unicode_escape") if "\\" in text else text


def number(text: str) -> str:
    """A number as the table writes it, so that 60, 60.0 and 6E+1 are one."""
    return f"{Decimal(text).normalize():f}"


def load() -> tuple[Case, ...]:
    cases = []
    for file in sorted(CASES.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            if "quote_value" not in (rows.fieldnames or ()):
                continue  # a table of other cases
            for row in rows:
                fields = {
                    "value_low": row["value_low"],
                    "value_high": row["value_high"],
                    "unit": row["unit"],
                    "comparator": row["comparator"],
                    "deadline": row["deadline"],
                    "period": row["period"],
                    "kind": row["kind"] or OPEN,
                    "subject": row["subject"] or OPEN,
                    "scope": {"": OPEN, "-": ""}.get(row.get("scope") or "", row.get("scope") or ""),
                    "implied": row["implied"],
                }
                for name in ("value_low", "value_high"):
                    if fields[name] not in ("", OPEN):
                        fields[name] = number(fields[name])
                cases.append(
                    Case(
                        id=row["id"],
                        text=unescape(row["text"]),
                        quote_value=unescape(row["quote_value"]),
                        start=int(row["start"] or 0),
                        fields=tuple((name, value) for name, value in fields.items() if value != OPEN),
                    )
                )
    return tuple(cases)
