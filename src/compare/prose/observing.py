"""Observations from the tables: what tells most, ranked; at most TOPIC_MOST a group of indicators."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.model import Status
from compare.prose.observation import Observation, ObservationKind, Value, value_of
from compare.tables.comparing.national import Relation
from compare.tables.storage.frames import records, text_of

#: No more observations than these about one group of indicators.
TOPIC_MOST = 10

# Rows of conditions and of what already is are parameters, not what a plan asks for.
_ASKED = "asked"
_LEAD = "lead"
# Cells without a value of their own, whose plan may still state one at another scope.
_ABSENT = (Status.NOT_STATED, Status.QUALITATIVE, Status.SOURCE_INCOMPLETE)
# Facts about the place (people, income) are not compared.
_CONTEXT = "context"
# Shared rows tell most, then contradictions, then the national values, then what one plan alone has.
_BASE = {
    ObservationKind.RANKED: 40.0,
    ObservationKind.SAME: 38.0,
    ObservationKind.APART: 36.0,
    ObservationKind.CONFLICT: 34.0,
    ObservationKind.NATIONAL: 60.0,
    ObservationKind.LATER: 33.0,
    ObservationKind.LEADS: 32.0,
    ObservationKind.SINGLE: 5.0,
}

Tables = Mapping[str, pd.DataFrame]


def observe(tables: Tables, group_of: Mapping[str, str]) -> tuple[Observation, ...]:
    """The most telling of :func:`all_observations`: at most TOPIC_MOST about a group."""
    return tuple(_at_most(all_observations(tables, group_of)))


def all_observations(tables: Tables, group_of: Mapping[str, str]) -> tuple[Observation, ...]:
    """What the tables tell, most telling first.

    ``tables`` holds ``comparison``, ``statements``, ``national`` and ``responsibilities``; a table that is
    not there is passed over. ``group_of`` gives the group of each indicator. The order is total: the
    same tables give the same observations.
    """
    found: list[Observation] = []
    if (comparison := tables.get("comparison")) is not None:
        rows = records(comparison)
        found += _shared(rows, group_of)
        found += _singles(rows, group_of)
        if (statements := tables.get("statements")) is not None:
            found += _conflicts(rows, records(statements), group_of)
    if (national := tables.get("national")) is not None:
        found += _against_national(records(national))
        found += _later_than_national(records(national), group_of)
    if (named := tables.get("responsibilities")) is not None:
        found += _leads(records(named))
    found.sort(
        key=lambda one: (-one.weight, one.kind, [(v.row_id, v.plan_id) for v in one.values], one.names)
    )
    return tuple(found)


def _ordered(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(sorted(values, key=lambda value: value.order))


def _at_most(found: Iterable[Observation]) -> Iterator[Observation]:
    taken: Counter[str] = Counter()
    for one in found:
        taken[one.group] += 1
        if taken[one.group] <= TOPIC_MOST:
            yield one


# --- rows that several plans state ------------------------------------------------------------------


def _shared(rows: Sequence[Mapping[str, Any]], group_of: Mapping[str, str]) -> Iterator[Observation]:
    anywhere: dict[tuple[str, str], list[Value]] = defaultdict(list)
    only_named: set[tuple[str, str]] = set()
    for row in rows:
        if row["status"] == Status.STATED and row["aspect"] == _ASKED:
            anywhere[row["plan_id"], row["indicator"]].append(value_of(row))
        elif row["status"] == Status.STATED:
            only_named.add((row["plan_id"], row["indicator"]))
    for cells in _by_row(rows).values():
        stated = [value_of(cell) for cell in cells if cell["status"] == Status.STATED]
        if len(stated) < 2 or group_of.get(stated[0].indicator) == _CONTEXT:
            continue
        kind, reason = _relation(stated)
        derived = [_derived(cell) for cell in cells if cell["status"] == Status.DERIVED]
        absent = [cell for cell in cells if cell["status"] in _ABSENT]
        elsewhere = [value for cell in absent for value in anywhere[cell["plan_id"], cell["indicator"]]]
        other = {value.plan_id for value in elsewhere}
        reported = [cell["plan_id"] for cell in absent if (cell["plan_id"], cell["indicator"]) in only_named]
        named = tuple(plan for plan in reported if plan not in other)
        other.update(named)
        yield Observation(
            kind=kind,
            group=group_of.get(stated[0].indicator, ""),
            weight=_BASE[kind] + len(stated) + (0.5 if cells[0]["headline"] else 0.0),
            values=_ordered(stated),
            derived=_ordered(derived),
            elsewhere=_ordered(elsewhere),
            named=named,
            worded=_plans(absent, Status.QUALITATIVE, other),
            silent=_plans(absent, Status.NOT_STATED, other),
            fragments=_plans(absent, Status.SOURCE_INCOMPLETE, other),
            reason=reason,
        )


def _derived(cell: Mapping[str, Any]) -> Value:
    """The value of a cell that follows from other statements, which are then behind it."""
    return value_of({**cell, "statement_ids": cell["derived_from"]})


def _relation(values: Sequence[Value]) -> tuple[ObservationKind, str]:
    """How values of one row stand to each other, and why they are not ranked or what differs all the same."""
    years = {value.deadline[:4] for value in values}
    if len({value.unit for value in values}) > 1:
        return ObservationKind.APART, "units"
    if len({value.bound for value in values}) == 1:
        return ObservationKind.SAME, "years" if len(years) > 1 else ""
    if len({value.comparator for value in values}) > 1:
        return ObservationKind.APART, "bounds"
    if len(years) > 1:
        return ObservationKind.APART, "undated" if "" in years else "years"
    if any(value.low != value.high for value in values):
        return ObservationKind.APART, "ranges"
    return ObservationKind.RANKED, ""


def _by_row(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    grouped: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["aspect"] == _ASKED:
            grouped[row["row_id"]].append(row)
    return grouped


def _plans(cells: Iterable[Mapping[str, Any]], status: Status, but: Container[str]) -> tuple[str, ...]:
    return tuple(cell["plan_id"] for cell in cells if cell["status"] == status and cell["plan_id"] not in but)


# --- rows of one plan -----------------------------------------------------------------------------------


def _singles(rows: Sequence[Mapping[str, Any]], group_of: Mapping[str, str]) -> Iterator[Observation]:
    """For each group: how many of its rows one plan alone states, and which plan has most of them."""
    alone: dict[str, list[Value]] = defaultdict(list)
    stated: Counter[str] = Counter()
    for cells in _by_row(rows).values():
        values = [value_of(cell) for cell in cells if cell["status"] == Status.STATED]
        group = group_of.get(values[0].indicator, "") if values else _CONTEXT
        if group == _CONTEXT:
            continue
        stated[group] += 1
        if len(values) == 1 and len(cells) > 1:
            alone[group] += values
    for group, values in alone.items():
        counted = Counter(value.plan_id for value in values)
        first = [plan for plan, count in counted.items() if count == max(counted.values())]
        yield Observation(
            kind=ObservationKind.SINGLE,
            group=group,
            weight=_BASE[ObservationKind.SINGLE] + len(values) / (len(values) + 10),
            counts=(("rows", stated[group]), ("alone", len(values)), ("most", max(counted.values()))),
            names=(("plan", first[0]),) if len(first) == 1 else (),
        )


# --- contradictions --------------------------------------------------------------------------------------


def _conflicts(
    rows: Iterable[Mapping[str, Any]],
    statements: Iterable[Mapping[str, Any]],
    group_of: Mapping[str, str],
) -> Iterator[Observation]:
    by_id = {row["statement_id"]: row for row in statements}
    for row in rows:
        if row["status"] != Status.CONFLICTING:
            continue
        behind = [by_id[one] for one in text_of(row["statement_ids"]).split() if one in by_id]
        sentences = [
            value_of(
                {**one, "row_id": row["row_id"], "scope": row["scope"], "statement_ids": one["statement_id"]}
            )
            for one in behind
            if not pd.isna(one["value_low"])
        ]
        # A value said with a deadline and without one is one value; with its deadline it says more.
        dated_last = sorted(sentences, key=lambda value: bool(value.deadline))
        different = {value.bound: value for value in dated_last}.values()
        if len(different) > 1:
            group = group_of.get(row["indicator"], "")
            yield Observation(
                ObservationKind.CONFLICT, group, _BASE[ObservationKind.CONFLICT] + 1, _ordered(different)
            )


# --- national values ---------------------------------------------------------------------------------------


def _against_national(rows: Sequence[Mapping[str, Any]]) -> Iterator[Observation]:
    compared = [row for row in rows if row["relation"] == Relation.COMPARED]
    if not compared:
        return
    above = [row for row in compared if row["distance_low"] > 0]
    below = [row for row in compared if row["distance_high"] < 0]
    equal = [row for row in compared if row["distance_low"] == 0 == row["distance_high"]]
    yield Observation(
        kind=ObservationKind.NATIONAL,
        group="",
        weight=_BASE[ObservationKind.NATIONAL],
        values=(*_ordered(map(_national_value, above)), *_ordered(map(_national_value, below))),
        counts=(
            ("compared", len(compared)),
            ("above", len(above)),
            ("equal", len(equal)),
            ("later", sum(map(_is_later, equal))),
            ("below", len(below)),
        ),
    )


def _later_than_national(
    rows: Iterable[Mapping[str, Any]], group_of: Mapping[str, str]
) -> Iterator[Observation]:
    """Values as high as the national one whose own deadline comes after the national deadline."""
    for row in rows:
        own, other = text_of(row["deadline"])[:4], text_of(row["national_deadline"])[:4]
        level = row["relation"] == Relation.COMPARED and row["distance_low"] == 0 == row["distance_high"]
        if level and _is_later(row):
            yield Observation(
                kind=ObservationKind.LATER,
                group=group_of.get(row["indicator"], ""),
                weight=_BASE[ObservationKind.LATER] + (int(own) - int(other)) / 10,
                values=(_national_value(row),),
                names=(("national_deadline", other),),
            )


def _is_later(row: Mapping[str, Any]) -> bool:
    own, other = text_of(row["deadline"])[:4], text_of(row["national_deadline"])[:4]
    return bool(own and other) and own > other


def _national_value(row: Mapping[str, Any]) -> Value:
    return value_of({**row, "statement_ids": row["statement_id"]})


# --- departments ------------------------------------------------------------------------------------------


def _leads(rows: Sequence[Mapping[str, Any]]) -> Iterator[Observation]:
    """Plans that name a lead: the department that leads most tasks, and of how many."""
    tasks: dict[str, set[str]] = defaultdict(set)
    led: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        tasks[row["plan_id"]].add(row["passage_id"])
        if row["role"] == _LEAD and text_of(row["department"]):
            led[row["plan_id"]][row["department"]].add(row["passage_id"])
    for plan_id, departments in sorted(led.items()):
        department, passages = min(departments.items(), key=lambda item: (-len(item[1]), item[0]))
        yield Observation(
            kind=ObservationKind.LEADS,
            group="",
            weight=_BASE[ObservationKind.LEADS] + len(passages) / len(tasks[plan_id]),
            counts=(("led", len(passages)), ("tasks", len(tasks[plan_id]))),
            names=(("plan", plan_id), ("department", department)),
        )
