"""From plans just read to published tables: the last good rows of all others stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.model import Plan, Status
from compare.study.errors import cannot_write
from compare.study.place import Study
from compare.study.register.plans_file import blank_plan
from compare.study.runs.hashing import of_bytes
from compare.study.runs.publish import publish
from compare.study.runs.read_plan import cached_labels
from compare.study.runs.stale import Keys
from compare.study.runs.state import State

#: Checks whose findings are corrections that were applied, and that were not.
CORRECTION, STALE_CORRECTION = "correction", "stale_correction"
#: Checks of which a run says how many findings there are.
_COUNTED = ("unread_text", "not_in_file", "nothing_read", "furniture")

if TYPE_CHECKING:
    import pandas as pd

    from compare.tables.build import Tables


@dataclass(frozen=True, slots=True)
class Tabulated:
    """``hashes`` of the published files, None where nothing was published."""

    hashes: Mapping[str, str] | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def tabulate(
    study: Study,
    plans: Sequence[Plan],
    whole: bool,
    read: Sequence[Mapping[str, pd.DataFrame]],
    keys: Keys,
    state: State,
) -> Tabulated:
    """Build every table, check all of them, publish them together.

    ``whole`` says that every entry of the register could be used; where not, plans of the last
    tables that no usable entry names keep their rows.
    """
    from compare.tables.build import build, files
    from compare.tables.storage.validation import TableError
    from compare.terms.build import compare_plans

    codebook, _ = cached_labels(keys.codebook, keys.reading)
    last, broken = _last_tables(study)
    fresh = sum(len(part["plans"]) for part in read)
    needed = fresh < len(plans) or not whole
    if broken and needed:
        where = study.show(study.processed)
        lost = "they hold what is known of plans that cannot be read now"
        remedy = "nothing was written; mend those plans or restore the tables"
        return Tabulated(problems=(f"{where}: the last tables cannot be read, and {lost}; {remedy}", *broken))
    registered = list(plans)
    if last is not None and not whole:
        registered += _unnamed(last, {plan.plan_id for plan in plans})
    tables = compare_plans(build(read, last, registered, codebook))
    try:
        content = files(tables)
    except TableError as error:
        return Tabulated(problems=tuple(str(error).splitlines()))
    try:
        publish(study.processed, content, obsolete=[name for name in state.tables if name not in content])
    except OSError as error:
        where = study.show(Path(error.filename)) if error.filename else study.show(study.processed)
        return Tabulated(problems=(cannot_write(where, error),))
    said, problems = _changes(study, last, tables)
    return Tabulated(
        hashes={name: of_bytes(data) for name, data in content.items()},
        counts=counts(tables),
        changes=said,
        problems=problems,
        stale=stale_corrections(tables["findings"]),
    )


def _changes(study: Study, last: Tables | None, tables: Tables) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the run says it changed, kept for ``diff`` where it is anything; and problems in keeping it."""
    from compare.study.people import what_changed
    from compare.tables.comparing.changes import changes as differences

    if last is None:
        return tuple(what_changed.first_lines(tables)), ()
    rows = differences(last, tables)
    try:
        if len(rows):
            what_changed.keep(study, rows)
    except OSError as error:
        return tuple(what_changed.lines(rows)), (cannot_write(study.show(study.state.parent), error),)
    return tuple(what_changed.lines(rows)), ()


def _last_tables(study: Study) -> tuple[Tables | None, tuple[str, ...]]:
    """The published tables, or None and why they cannot be used (nothing, if there are none)."""
    from compare.tables.storage.io import read_table, table_path
    from compare.tables.storage.schemas import schemas
    from compare.tables.storage.validation import TableError

    if not table_path(study.processed, "plans").exists():
        return None, ()
    try:
        return {
            name: read_table(table_path(study.processed, name), schema) for name, schema in schemas().items()
        }, ()
    except TableError as error:
        return None, tuple(str(error).splitlines())
    except OSError as error:
        return None, (f"{error.filename}: {error.strerror}; restore it",)


def _unnamed(last: Tables, named: set[str]) -> list[Plan]:
    """The plans of the last tables that no usable entry of the register names."""
    from compare.tables.storage.frames import records

    return [_plan(row, last) for row in records(last["plans"]) if row["plan_id"] not in named]


def _plan(row: Mapping[str, Any], last: Tables) -> Plan:
    """A register entry as far as the comparison needs it, from a row of the table ``plans``."""
    cells = last["comparison"]
    mine = cells[(cells["plan_id"] == row["plan_id"]) & (cells["status"] == Status.NOT_APPLICABLE)]
    blank = blank_plan(row["plan_id"], row["source_file"], complete=bool(row["complete"]))
    return replace(blank, not_applicable=tuple(mine["indicator"]))


def stale_corrections(findings: pd.DataFrame) -> tuple[str, ...]:
    """A line for every correction that was not applied."""
    from compare.tables.storage.frames import records

    found = records(findings[findings["check"] == STALE_CORRECTION])
    return tuple(f"STALE CORRECTION: {row['plan_id']}: {row['message']}" for row in found)


def counts(tables: Mapping[str, pd.DataFrame]) -> dict[str, int]:
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
