"""From plans just read to published tables: the last good rows of all others stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from compare.model import Plan, Status
from compare.study.errors import cannot_write
from compare.study.place import Study
from compare.study.register.plans_file import blank_plan
from compare.study.runs.changed.hashing import of_file
from compare.study.runs.changed.stale import Keys
from compare.study.runs.changed.state import State
from compare.study.runs.joining import WrittenTables, write_tables
from compare.study.runs.plan_tables import Last, Parts, Read
from compare.study.runs.processes.read_plan import cached_labels
from compare.study.runs.publish import prepared, take_over


@dataclass(frozen=True, slots=True)
class Tabulated:
    """``hashes`` of the published files, None where nothing was published."""

    hashes: Mapping[str, str] | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def tabulate(
    study: Study, plans: Sequence[Plan], whole: bool, read: Read, keys: Keys, state: State
) -> Tabulated:
    """Build every table, check all of them, publish them together.

    ``whole`` says that every entry of the register could be used; where not, plans of the last
    tables that no usable entry names keep their rows.
    """
    from compare.tables.storage.table_files import all_files, is_large
    from compare.tables.storage.validation import TableError

    codebook, _ = cached_labels(keys.codebook, keys.reading)
    keeping = len(read.plans) < len(plans) or not whole
    last, broken = _last_tables(study, state, keeping)
    if broken and keeping:
        where = study.show(study.processed)
        lost = "they hold what is known of plans that cannot be read now"
        remedy = "nothing was written; mend those plans or restore the tables"
        return Tabulated(problems=(f"{where}: the last tables cannot be read, and {lost}; {remedy}", *broken))
    registered = list(plans)
    if last is not None and not whole:
        registered += _unnamed(last, {plan.plan_id for plan in plans})
    parts = Parts(registered, read, last)
    obsolete = {*state.tables, *all_files(study.processed)}
    try:
        with prepared(study.processed) as beside:
            written = write_tables(parts, codebook, beside, is_large(len(registered)), last)
            hashes = {name: of_file(beside / name) for name in written.files}
            take_over(study.processed, beside, written.files, obsolete)
    except TableError as error:
        return Tabulated(problems=tuple(str(error).splitlines()))
    except OSError as error:
        where = study.show(Path(error.filename)) if error.filename else study.show(study.processed)
        return Tabulated(problems=(cannot_write(where, error),))
    messages, problems = _changes(study, written)
    return Tabulated(hashes, written.counts, messages, written.stale, problems)


def _changes(study: Study, written: WrittenTables) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the run says it changed, kept for ``diff`` where it is anything; and problems in keeping it."""
    from compare.study.people import what_changed

    if written.changes is None:
        return tuple(what_changed.first_lines(written.rows)), ()
    try:
        if len(written.changes):
            what_changed.keep(study, written.changes)
    except OSError as error:
        problem = cannot_write(study.show(study.state.parent), error)
        return tuple(what_changed.lines(written.changes)), (problem,)
    return tuple(what_changed.lines(written.changes)), ()


def _last_tables(study: Study, state: State, keeping: bool) -> tuple[Last | None, tuple[str, ...]]:
    """The published tables, or None and why they cannot be used (nothing, if there are none); those of single
    plans where ``keeping`` rows of some."""
    from compare.tables.comparing.changes import NEEDED
    from compare.tables.making.build import ALONE
    from compare.tables.storage.table_files import are_stored
    from compare.tables.storage.validation import TableError

    if not are_stored(study.processed):
        return None, ()
    last = Last(study.processed, state.tables)
    try:
        for name in dict.fromkeys((*(ALONE if keeping else ()), *NEEDED)):
            last.check(name)
    except TableError as error:
        return None, tuple(str(error).splitlines())
    except OSError as error:
        return None, (f"{error.filename}: {error.strerror}; restore it",)
    return last, ()


def _unnamed(last: Last, named: set[str]) -> list[Plan]:
    """The plans of the last tables that no usable entry of the register names."""
    from compare.tables.storage.frames import records

    return [_plan(row, last) for row in records(last.table("plans")) if row["plan_id"] not in named]


def _plan(row: Mapping[str, Any], last: Last) -> Plan:
    """A register entry as far as the comparison needs it, from a row of the table ``plans``."""
    cells = last.table("comparison", [row["plan_id"]])
    mine = cells[cells["status"] == Status.NOT_APPLICABLE]
    blank = blank_plan(row["plan_id"], row["source_file"], complete=bool(row["complete"]))
    return replace(blank, not_applicable=tuple(mine["indicator"]))
