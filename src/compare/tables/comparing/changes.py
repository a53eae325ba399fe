"""What differs between two sets of tables, as a table: a row for each thing new, gone or changed.

A statement's id derives from its words, so a value that was corrected comes as one statement gone
and another new. These two are paired where they say the same of everything else (indicator, subject,
area, and as much of scope and deadline as possible) and shown as one that changed.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.model import Status
from compare.tables.storage.csvtext import csv_lines
from compare.tables.storage.frames import records, text_of
from compare.tables.storage.validation import FAILURE_COLUMNS, TableError

#: ``what`` is plan, statement, cell (of the comparison) or indicator (over all plans). ``change`` is
#: new, gone, spread (of an indicator), or what changed: status, value, comparator, deadline, scope, and
#: of a statement its indicator, separated by spaces. ``before`` and ``after`` say it in words.
COLUMNS = ("what", "plan_id", "indicator", "statement_id", "change", "before", "after")

_SAID = ("value_low", "value_high", "unit", "comparator", "deadline", "scope")
_NUMBERS = ("value_low", "value_high")
#: The columns looked at: of each table those that say something, not those that say where.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "plans": ("plan_id", "title", "document_number"),
    "statements": ("plan_id", "statement_id", "indicator", "kind", "subject", "area", *_SAID),
    "comparison": ("plan_id", "indicator", "status", *_SAID, "row_id"),
}
_VALUE = ("value_low", "value_high", "unit")
_BETWEEN: Mapping[str, str] = {Status.CONFLICTING: " ≠ "}
_VALUED = (Status.STATED, Status.DERIVED, Status.CONFLICTING)
# Statements that are gone and new are paired by the first of these on which they agree.
_SAME: tuple[tuple[str, ...], ...] = (
    ("statement_id",),
    ("indicator", "kind", "subject", "area", "scope", "deadline"),
    ("indicator", "kind", "subject", "area", "scope"),
    ("indicator", "kind", "subject", "area"),
    ("kind", "subject", "area", *_VALUE, "deadline"),
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """``rows`` (COLUMNS) is what changed since ``since``: a name for the older tables."""

    since: str
    rows: pd.DataFrame


def changes(
    before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame], together: bool = True
) -> pd.DataFrame:
    """What differs between two sets of tables (those of NEEDED); COLUMNS, no row where nothing does.
    ``together``: also in what all plans say of an indicator."""
    old, new = ({name: tables[name][list(NEEDED[name])] for name in NEEDED} for tables in (before, after))
    rows = [
        *_plans(old["plans"], new["plans"]),
        *_cells(old["comparison"], new["comparison"]),
        *(_spreads(old["comparison"], new["comparison"]) if together else ()),
        *_statements(old["statements"], new["statements"]),
    ]
    return pd.DataFrame([[row.get(name) or None for name in COLUMNS] for row in rows], columns=list(COLUMNS))


def read_needed(read: Callable[[str], bytes | pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables of NEEDED; ``read`` gives a table, or the bytes of its CSV, by its name.

    Tables of an older version are read as well: a column they lack is empty. Raises
    :class:`TableError` for what is no such table, and whatever ``read`` raises.
    """
    return {name: _read(name, read(name)) for name in NEEDED}


def to_csv(rows: pd.DataFrame) -> str:
    """The text of a table of changes."""
    texts = ([text_of(cell) for cell in row] for row in rows[list(COLUMNS)].itertuples(index=False))
    return "".join(csv_lines(COLUMNS, texts))


def from_csv(text: str) -> pd.DataFrame:
    """The table that :func:`to_csv` wrote."""
    return pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False, na_values=[""])[list(COLUMNS)]


def _read(name: str, data: bytes | pd.DataFrame) -> pd.DataFrame:
    if isinstance(data, pd.DataFrame):
        return data[list(NEEDED[name])]
    try:
        frame = pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False, na_values=[""])
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        what = f"is not a UTF-8 CSV table: {str(error).splitlines()[0]}"
    else:
        if "plan_id" in frame:
            frame = frame.reindex(columns=list(NEEDED[name]))
            numbers = [column for column in _NUMBERS if column in frame]
            return frame.assign(**{one: pd.to_numeric(frame[one], errors="coerce") for one in numbers})
        what = "lacks the column plan_id"
    raise TableError(pd.DataFrame([(name, "", what, "", None)], columns=list(FAILURE_COLUMNS)))


def _differing(before: pd.DataFrame, after: pd.DataFrame) -> tuple[list[Row], list[Row]]:
    """The rows of each that the other does not have; text that is missing is ""."""
    both = pd.concat([before.assign(_new=False), after.assign(_new=True)])
    lone = both[~both.duplicated(list(before.columns), keep=False)]
    old, new = (records(lone[lone["_new"] == side].drop(columns="_new")) for side in (False, True))
    return [_plain(row) for row in old], [_plain(row) for row in new]


def _plain(row: Row) -> Row:
    return {name: (value if name in _NUMBERS else text_of(value)) for name, value in row.items()}


def _plans(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Row]:
    for frame, other, change, side in (
        (after, before, "new", "after"),
        (before, after, "gone", "before"),
    ):
        for row in map(_plain, records(frame[~frame["plan_id"].isin(other["plan_id"])])):
            title = " ".join(filter(None, (row["title"], row["document_number"])))
            yield {"what": "plan", "plan_id": row["plan_id"], "change": change, side: title}


def _cells(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Row]:
    """Cells that changed; cells that come or go only where they hold a value."""
    old, new = (
        {(row["plan_id"], row["indicator"], _row_of(row)): row for row in rows}
        for rows in _differing(before, after)
    )
    for key in dict.fromkeys((*old, *new)):
        first, last = old.get(key), new.get(key)
        row = {"what": "cell", "plan_id": key[0], "indicator": key[1]}
        if first and last:
            aspects = ["status"] if first["status"] != last["status"] else _aspects(first, last)
            yield row | {"change": " ".join(aspects), "before": words(first), "after": words(last)}
        elif (one := first or last) and one["status"] in _VALUED:
            side, change = ("after", "new") if last else ("before", "gone")
            yield row | {"change": change, side: words(one)}


def _row_of(row: Row) -> str:
    """The row of a cell; tables of an older version had one row an indicator and name none."""
    return str(row["row_id"]) or f"{row['indicator']}@{row['scope']}"


def _aspects(first: Row, last: Row) -> list[str]:
    """What two rows that say something of the same thing say differently."""
    found = ["value"] if any(_unlike(first[name], last[name]) for name in _VALUE) else []
    return found + [name for name in ("comparator", "deadline", "scope") if first[name] != last[name]]


def _unlike(first: Any, last: Any) -> bool:
    return bool(first != last and not (pd.isna(first) and pd.isna(last)))


def _spreads(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Row]:
    """Indicators of which another number of plans states a value, or whose lowest or highest moved.

    Values of unlike scope or unit are never put together.
    """
    old, new = map(_spread, (before, after))
    counts = tuple(map(_plans_stating, (before, after)))
    for key in sorted(dict.fromkeys((*old, *new))):
        if old.get(key) != new.get(key):
            texts = {
                side: _spread_words(key, spread.get(key), frame["plan_id"].nunique(), count.get(key[0], 0))
                for side, spread, frame, count in (
                    ("before", old, before, counts[0]),
                    ("after", new, after, counts[1]),
                )
            }
            yield {"what": "indicator", "indicator": key[0], "change": "spread", **texts}


def _spread(comparison: pd.DataFrame) -> dict[tuple[str, str, str], tuple[int, float, float]]:
    stated = comparison[comparison["status"] == Status.STATED]
    grouped = stated.groupby([stated[name].fillna("") for name in ("indicator", "scope", "unit")])
    found = grouped.agg(count=("plan_id", "size"), low=("value_low", "min"), high=("value_high", "max"))
    rows = found.reset_index().itertuples(index=False, name=None)
    return {(indicator, scope, unit): (count, low, high) for indicator, scope, unit, count, low, high in rows}


def _plans_stating(comparison: pd.DataFrame) -> dict[str, int]:
    """How many plans give a value of an indicator at any scope."""
    valued = comparison[comparison["status"].isin(_VALUED)]
    return {str(code): int(count) for code, count in valued.groupby("indicator")["plan_id"].nunique().items()}


def _spread_words(
    key: tuple[str, str, str], spread: tuple[int, float, float] | None, plans: int, anywhere: int
) -> str:
    """``2 of 5 plans: 50-60 % (general); 3 at any scope``"""
    if spread is None:
        text = f"0 of {plans} plans ({key[1]})"
    else:
        count, low, high = spread
        text = f"{count} of {plans} plans: {_number(low, high)} {key[2]} ({key[1]})"
    return f"{text}; {anywhere} at any scope"


def _statements(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Row]:
    gone, new = _differing(before, after)
    for names in _SAME:
        pairs, gone, new = _paired(gone, new, ("plan_id", *names))
        for first, last in pairs:
            aspects = _aspects(first, last)
            aspects += ["indicator"] if first["indicator"] != last["indicator"] else []
            if aspects:
                yield _statement(last, " ".join(aspects), before=words(first), after=words(last))
    for row in gone:
        yield _statement(row, "gone", before=words(row))
    for row in new:
        yield _statement(row, "new", after=words(row))


def _paired(
    gone: Sequence[Row], new: Sequence[Row], names: Sequence[str]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Rows that agree on ``names``, in the order in which they stand; and the rows left on both sides."""
    waiting: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in reversed(gone):
        waiting[tuple(row[name] for name in names)].append(row)
    pairs, left = [], []
    for row in new:
        rows = waiting.get(tuple(row[name] for name in names))
        if rows:
            pairs.append((rows.pop(), row))
        else:
            left.append(row)
    taken = {id(first) for first, _ in pairs}
    return pairs, [row for row in gone if id(row) not in taken], left


def _statement(row: Row, change: str, **sides: str) -> Row:
    subject = " ".join(filter(None, (row["area"], row["subject"])))
    named = {side: f"{subject}: {text}" if subject else text for side, text in sides.items()}
    keys = {name: row[name] for name in ("plan_id", "indicator", "statement_id")}
    return {"what": "statement", **keys, "change": change, **named}


def words(row: Mapping[str, Any]) -> str:
    """``ge 55 % by 2025 (general)``; before it the status of a cell that is not simply stated.

    The lowest and highest of values that contradict each other are no range: ``conflicting 60 ≠ 600``.
    """
    status = row.get("status", Status.STATED)
    if pd.isna(row["value_low"]):
        return str(status) if "status" in row else "no value"
    return " ".join(
        filter(
            None,
            (
                "" if status == Status.STATED else str(status),
                row["comparator"],
                _number(row["value_low"], row["value_high"], _BETWEEN.get(status, "-")),
                row["unit"],
                row["deadline"] and f"by {row['deadline']}",
                row["scope"] and f"({row['scope']})",
            ),
        )
    )


def _number(low: float, high: float, between: str = "-") -> str:
    return between.join(dict.fromkeys(f"{one:.15g}" for one in (low, high) if not pd.isna(one)))
