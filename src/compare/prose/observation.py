"""What an observation is: facts and where they come from, before any word is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from compare.tables.storage.frames import text_of


class ObservationKind(StrEnum):
    """What an observation says of a row or a group; each has its wording (``prose.<kind>``)."""

    SAME = "same"  # every plan that states the row states the same value
    RANKED = "ranked"  # values that can be ordered: one unit, one kind of bound, one year
    APART = "apart"  # values side by side that cannot be ordered; ``reason`` says why
    CONFLICT = "conflict"  # one plan says different things
    NATIONAL = "national"  # how many values lie above, on and below the national ones
    LATER = "later"  # as high as the national value, but due later
    SINGLE = "single"  # rows that one plan alone states
    LEADS = "leads"  # which plans name lead departments, and which department leads most


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a cell as a sentence needs it; ``deadline`` is ISO 8601 or ""."""

    plan_id: str
    row_id: str
    indicator: str
    scope: str
    low: float
    high: float
    unit: str
    comparator: str
    deadline: str
    statement_ids: tuple[str, ...]

    @property
    def order(self) -> tuple[bool, float, str, str]:
        """Undated values first, so that no date of another value reaches them; then the highest."""
        return bool(self.deadline), -self.high, self.deadline, self.plan_id

    @property
    def bound(self) -> tuple[float, float, str]:
        return self.low, self.high, self.comparator


@dataclass(frozen=True, slots=True)
class Observation:
    """Facts for one sentence or a few.

    ``weight`` orders observations, most telling first. ``values`` are in the order they are named.
    ``derived`` are values that follow from other statements; ``elsewhere`` are values of the same indicator
    at other scopes, of plans that do not state the row. Of the plans without either ``named`` give a value
    of it as a fact or condition only, ``worded`` speak of it without a number, ``silent`` do not, and
    ``fragments`` are incomplete texts.
    ``counts`` are what a kind counts, by name; ``names`` codes it names, by name.
    """

    kind: ObservationKind
    group: str
    weight: float
    values: tuple[Value, ...] = ()
    derived: tuple[Value, ...] = ()
    elsewhere: tuple[Value, ...] = ()
    named: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()
    reason: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    @property
    def statement_ids(self) -> tuple[str, ...]:
        """The statements behind it, each once, in the order of the values."""
        values = (*self.values, *self.derived, *self.elsewhere)
        return tuple(dict.fromkeys(one for value in values for one in value.statement_ids))


def value_of(row: Mapping[str, Any]) -> Value:
    """The value of a row of ``comparison`` that holds one."""
    return Value(
        plan_id=row["plan_id"],
        row_id=row["row_id"],
        indicator=row["indicator"],
        scope=text_of(row["scope"]),
        low=float(row["value_low"]),
        high=float(row["value_high"]),
        unit=text_of(row["unit"]),
        comparator=text_of(row["comparator"]),
        deadline=text_of(row["deadline"]),
        statement_ids=tuple(text_of(row["statement_ids"]).split()),
    )
