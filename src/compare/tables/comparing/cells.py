"""One cell of the comparison: what a plan says in one row, an indicator at one scope.

The rules (DESIGN, "A cell of the comparison"):

* Said twice with the same value: one cell; both statements are behind it. It rests on the first
  in the document, on a sentence rather than on the total of a table, which is a bare number.
* Several deadlines: the latest is the cell, the earlier ones are its path.
* Different values for the same deadline: ``conflicting``; the cell then holds the lowest and the
  highest value said. A floor below a cap is no contradiction but a range.
* Parameters contradict nothing: one age for one benefit and another for the next are several values
  of one cell, which then has no comparator of its own.
* A statement without a deadline holds at any time. It joins the cell where both can be true at
  once (a floor of 50 beside a later floor of 60) and makes it conflicting where they cannot
  (600 stations and 60 stations).
* The total of an allocation table speaks for the whole plan.
* Of target, standard and total on the one hand and parameter on the other, the former decide.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from compare.model import CAPS, FLOORS, Comparator, Kind, Status

_PLAIN = frozenset({Comparator.EQ, Comparator.RANGE, ""})


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A statement as far as a cell needs it. ``total`` marks the total row of an allocation table."""

    statement_id: str
    kind: str
    value_low: float
    value_high: float
    unit: str
    comparator: str
    deadline: str
    scope: str
    start: int
    total: bool
    period: str = ""
    scope_text: str = ""

    @property
    def values(self) -> tuple[float, float]:
        return self.value_low, self.value_high

    @property
    def floor(self) -> float:
        return -math.inf if self.comparator in CAPS else self.value_low

    @property
    def cap(self) -> float:
        return math.inf if self.comparator in FLOORS else self.value_high


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell that holds something; ``behind`` in the order of the document."""

    status: Status
    value_low: float
    value_high: float
    unit: str
    comparator: str
    deadline: str
    period: str
    kind: str
    behind: tuple[str, ...]
    path: str


def fill(values: Sequence[StatedValue], side_by_side: bool = False) -> Filled:
    """The cell of ``values``, statements of one row in document order.

    ``side_by_side``: the indicator gathers unlike things, so that nothing said of one contradicts another.
    """
    deciding = [one for one in values if one.total or one.kind != Kind.PARAMETER] or list(values)
    dated = sorted((one for one in deciding if one.deadline), key=lambda one: last_day(one.deadline))
    steps = [list(group) for _, group in groupby(dated, key=lambda one: last_day(one.deadline))]
    undated = [one for one in deciding if not one.deadline]
    latest = steps[-1] if steps else undated
    earlier = {one.values for step in steps[:-1] for one in step}
    standing = [one for one in undated if one not in latest and one.values not in earlier]
    said_now = {one.values for one in latest}
    joining = [one for one in standing if one.values in said_now or not _together(one, latest)]
    cell = sorted([*latest, *joining], key=lambda one: (one.total, one.start, one.statement_id))
    first = cell[0]
    status, low, high, comparator = _value(cell, side_by_side)
    return Filled(
        status=status,
        value_low=low,
        value_high=high,
        unit=first.unit,
        comparator=comparator,
        deadline=steps[-1][0].deadline if steps else "",
        period=first.period,
        kind=first.kind,
        behind=_behind(cell, values),
        path=";".join(f"{one.deadline}:{_step(one)}" for one in _distinct(steps[:-1])),
    )


def _value(cell: Sequence[StatedValue], side_by_side: bool) -> tuple[Status, float, float, str]:
    """Status, low, high and comparator of statements that hold for one deadline."""
    first = cell[0]
    if len({one.values for one in cell}) == 1:
        return Status.STATED, first.value_low, first.value_high, first.comparator
    floors = {one.value_low for one in cell if one.comparator in FLOORS}
    caps = {one.value_high for one in cell if one.comparator in CAPS}
    between = all(one.comparator in FLOORS | CAPS for one in cell)
    if between and len(floors) == len(caps) == 1 and min(floors) <= max(caps):
        return Status.STATED, min(floors), max(caps), Comparator.RANGE
    comparators = {one.comparator for one in cell}
    low, high = min(one.value_low for one in cell), max(one.value_high for one in cell)
    if side_by_side or all(one.kind == Kind.PARAMETER for one in cell):
        return Status.STATED, low, high, ""
    return (
        Status.CONFLICTING,
        low,
        high,
        comparators.pop() if len(comparators) == 1 else "",
    )


def _together(one: StatedValue, cell: Sequence[StatedValue]) -> bool:
    """Whether a statement without a deadline can be true at once with every one of the cell."""
    return all(max(one.floor, other.floor) <= min(one.cap, other.cap) for other in cell)


def _behind(cell: Sequence[StatedValue], values: Sequence[StatedValue]) -> tuple[str, ...]:
    """The cell's own statements first (the one it rests on in front), then the rest of the story."""
    own = [one.statement_id for one in cell]
    return (*own, *(one.statement_id for one in values if one.statement_id not in own))


def _distinct(steps: Iterable[Sequence[StatedValue]]) -> list[StatedValue]:
    """One statement per deadline and value."""
    seen: dict[tuple[int, tuple[float, float]], StatedValue] = {}
    for step in steps:
        for one in step:
            seen.setdefault((last_day(one.deadline), one.values), one)
    return list(seen.values())


def _step(one: StatedValue) -> str:
    """``ge 90``: a plain value has no comparator, a range none either."""
    low, high = (f"{value:.15g}" for value in one.values)
    binds = "" if one.comparator in _PLAIN else f"{one.comparator} "
    return f"{binds}{low}" if low == high else f"{low}-{high}"


def last_day(deadline: str) -> int:
    """The day by which a deadline has passed, as YYYYMMDD: 2022, 2022-12 and 2022-12-31 are one.

    >>> last_day("2022"), last_day("2024-02")
    (20221231, 20240229)
    """
    parts = [int(part) for part in deadline.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return year * 10_000 + month * 100 + day
