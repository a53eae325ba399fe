"""What a run changed in the tables, in a few lines."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from compare.tables.frames import records
from compare.tables.schemas import schemas

_SHOWN = 12
#: What makes a cell of the comparison another one; which statements stand behind it does not.
_CELL = ("status", "value_low", "value_high", "unit", "comparator", "deadline", "scope")


def summary(before: Mapping[str, pd.DataFrame] | None, after: Mapping[str, pd.DataFrame]) -> list[str]:
    """A line per table that gained or lost rows, then the cells of the comparison that changed."""
    if before is None:
        return [
            "first tables: "
            + ", ".join(f"{len(frame)} {name}" for name, frame in after.items() if len(frame))
        ]
    lines = []
    for name, frame in after.items():
        key = list(schemas()[name].key)
        new, old = (set(map(tuple, table[key].to_numpy())) for table in (frame, before[name]))
        if new != old:
            lines.append(f"{name}: {len(new - old)} new, {len(old - new)} gone")
    return lines + _cells(before["comparison"], after["comparison"])


def _cells(before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    old, new = ({_key(row): row for row in records(frame)} for frame in (before, after))
    changed = [key for key in new if key in old and _shape(old[key]) != _shape(new[key])]
    lines = [f"  {' '.join(key)}: {_words(old[key])} -> {_words(new[key])}" for key in changed[:_SHOWN]]
    if changed:
        lines.insert(0, f"comparison: {len(changed)} cells changed")
    if len(changed) > _SHOWN:
        lines.append(f"  and {len(changed) - _SHOWN} more")
    return lines


def _key(row: Mapping[str, object]) -> tuple[str, str]:
    return str(row["plan_id"]), str(row["indicator"])


def _shape(row: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(None if pd.isna(value := row[name]) else value for name in _CELL)  # type: ignore[call-overload]


def _words(row: Mapping[str, object]) -> str:
    status, low, high, unit, comparator, deadline, scope = _shape(row)
    if low is None:
        return str(status)
    number = f"{low:g}" if low == high else f"{low:g}-{high:g}"
    when = deadline and f"by {deadline}"
    words = (None if status == "stated" else status, comparator, number, unit, when, f"({scope})")
    return " ".join(str(word) for word in words if word)
