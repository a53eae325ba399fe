"""``check``: what a person should look at, from the tables of the last run."""

from __future__ import annotations

from collections import Counter

from compare.model import Role, Severity
from compare.study.loading import open_tables
from compare.study.people.corrections_file import load_corrections, unregistered
from compare.study.place import Study
from compare.study.register.plans_file import load_register
from compare.study.runs.changed.stale import stale_plans, tables_stand, take_keys
from compare.study.runs.changed.state import load_state


def report(study: Study) -> tuple[list[str], int]:
    """Errors and warnings one to a line, notes counted, then the ledger; and the number of errors.

    Raises StudyError where there are no tables, TableError where they are damaged.
    """
    from compare.tables.storage.frames import records

    dataset = open_tables(study)
    findings = records(dataset.findings)
    lines = [
        f"{row['plan_id']}: {severity}: {row['check']}: {row['message']}{_place(row['start'], row['end'])}"
        for severity in (Severity.ERROR, Severity.WARNING)
        for row in findings
        if row["severity"] == severity
    ]
    notes = Counter((row["plan_id"], row["check"]) for row in findings if row["severity"] == Severity.NOTE)
    lines += [f"{plan}: note: {check}: {count}, see findings.csv" for (plan, check), count in notes.items()]
    lines += dataset.about_regions.remarks
    roles = Counter(dataset.numerals["role"])
    lines.append(f"numerals without a role: {roles[Role.NONE]} of {sum(roles.values())}")
    if stale := _stale(study):
        old = f"the rows of {', '.join(stale)} are older than what they are made from"
        lines.append(f"{old}; 'compare-plans run' makes them anew, or says why it cannot")
    unknown = _unregistered(study)
    return [*unknown, *lines], sum(row["severity"] == Severity.ERROR for row in findings) + len(unknown)


def _place(start: int, end: int) -> str:
    return f" [{start}:{end}]" if end > start else ""


def _unregistered(study: Study) -> list[str]:
    """Corrections of plans that the register does not name."""
    plans = load_register(study.register, study.show(study.register)).plans
    return unregistered(study, load_corrections(study), (plan.plan_id for plan in plans))


def _stale(study: Study) -> list[str]:
    """The plans whose rows do not show their source, register entry and codebook as they are now."""
    plans = load_register(study.register, study.show(study.register)).plans
    state = load_state(study.state)
    keys = take_keys(study, plans)
    return [plan.plan_id for plan in stale_plans(plans, keys, state, tables_stand(study, state))]
