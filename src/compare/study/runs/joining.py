"""Putting the tables of a study together, part by part: what needs all plans is gathered first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compare.study.runs.plan_tables import Last, Parts

#: Checks whose findings are corrections that were applied, and that were not.
CORRECTION, STALE_CORRECTION = "correction", "stale_correction"
#: Checks of which a run says how many findings there are.
_COUNTED = ("unread_text", "not_in_file", "nothing_read", "furniture")

if TYPE_CHECKING:
    import pandas as pd

    from compare.coding import Codebook


@dataclass(frozen=True, slots=True)
class WrittenTables:
    """``files`` are those written, ``rows`` how many each table has, ``counts`` what a run ends with,
    ``stale`` a line for each correction not applied; ``changes`` since the last tables, None without."""

    files: tuple[str, ...]
    rows: Mapping[str, int]
    counts: Mapping[str, int]
    stale: tuple[str, ...]
    changes: pd.DataFrame | None


def write_tables(
    parts: Parts, codebook: Codebook, folder: Path, large: bool, last: Last | None
) -> WrittenTables:
    """Write every table of a study into ``folder``, those of a ``large`` one as Parquet.

    Raises TableError with every failure of every table, OSError where a file cannot be written.
    """
    from compare.tables.comparing.comparison import row_keys
    from compare.tables.making.build import ALONE, build
    from compare.tables.storage.store import Writer
    from compare.terms.build import keyed
    from compare.terms.counting.keyness import Pool
    from compare.terms.wording.reuse import reuse

    rows = {
        key
        for number, _ in parts.plans()
        for found in parts.of(number, ("statements", "allocations"))
        for key in row_keys(found, codebook)
    }
    pool = Pool.of(parts.table("terms"))
    writer = Writer(folder, [plan.plan_id for _, plans in parts.plans() for plan in plans], large)
    changing = _Changing(parts, last, large)
    tally: Counter[str] = Counter()
    stale: list[str] = []
    for number, plans in parts.plans():
        tables = build(parts.of(number, ALONE), None, plans, codebook, rows)
        del tables["reuse"]
        tables["terms"] = keyed(tables["terms"], pool)
        writer.add(tables)
        changing.add(number, tables)
        tally.update(_counts(tables))
        stale += _stale_corrections(tables["findings"])
    for frame in reuse(parts.table("clauses"), folder):
        writer.add({"reuse": frame})
    return WrittenTables(tuple(writer.close()), writer.rows, dict(tally), tuple(stale), changing.rows())


class _Changing:
    """What is new, gone or changed since the last tables; of a large study in what was read anew alone, and
    not in what its plans say together."""

    def __init__(self, parts: Parts, last: Last | None, large: bool) -> None:
        self._parts = parts
        self._last = last
        self._large = large
        self._new: dict[str, list[pd.DataFrame]] = {}
        self._found: list[pd.DataFrame] = []

    def add(self, number: int, tables: Mapping[str, pd.DataFrame]) -> None:
        from compare.tables.comparing.changes import NEEDED, changes
        from compare.tables.storage.frames import of_plans

        if self._last is None:
            return
        if not self._large:
            for name, columns in NEEDED.items():
                self._new.setdefault(name, []).append(tables[name][list(columns)])
            return
        read = self._parts.read(number)
        before = {name: self._last.table(name, read) for name in NEEDED}
        after = {name: of_plans(tables[name], read) for name in NEEDED}
        self._found.append(changes(before, after, together=False))

    def rows(self) -> pd.DataFrame | None:
        import pandas as pd

        from compare.tables.comparing.changes import NEEDED, changes

        if self._last is None:
            return None
        if not self._large:
            new = {name: pd.concat(frames, ignore_index=True) for name, frames in self._new.items()}
            return changes({name: self._last.table(name) for name in NEEDED}, new)
        plans = {plan.plan_id for _, plans in self._parts.plans() for plan in plans}
        gone = [one for one in self._last.table("plans")["plan_id"] if one not in plans]
        before = {name: self._last.table(name, gone) for name in NEEDED}
        after = {name: frame.iloc[:0] for name, frame in before.items()}
        return pd.concat([changes(before, after, together=False), *self._found])


def _stale_corrections(findings: pd.DataFrame) -> tuple[str, ...]:
    """A line for every correction that was not applied."""
    from compare.tables.storage.frames import records

    found = records(findings[findings["check"] == STALE_CORRECTION])
    return tuple(f"STALE CORRECTION: {row['plan_id']}: {row['message']}" for row in found)


def _counts(tables: Mapping[str, pd.DataFrame]) -> dict[str, int]:
    """What a run ends with: how many of what, and how much of it a person should look at."""
    severities = tables["findings"]["severity"].value_counts()
    checks = tables["findings"]["check"]
    return {
        "plans": len(tables["plans"]),
        "statements": len(tables["statements"]),
        "uncoded": int(tables["statements"]["indicator"].isna().sum()),
        "numerals": len(tables["numerals"]),
        "numerals without a role": int((tables["numerals"]["role"] == "none").sum()),
        "numerals in furniture": int((tables["numerals"]["role"] == "furniture").sum()),
        "corrections": int((checks == CORRECTION).sum()),
        "stale corrections": int((checks == STALE_CORRECTION).sum()),
        **{check: int((checks == check).sum()) for check in _COUNTED},
        **{str(severity): int(number) for severity, number in severities.items()},
    }
