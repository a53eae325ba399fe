"""The cells of the table ``comparison``, read once and put into words for every figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.model import Comparator, Status
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang, format_number

_STEP = re.compile(
    r"^(?P<deadline>[\d-]+):(?:(?P<comparator>[a-z]+) )?(?P<low>-?[\d.]+)(?:[-–~](?P<high>-?[\d.]+))?$"
)

#: Statuses of cells that hold a value.
VALUED = (Status.STATED, Status.DERIVED, Status.CONFLICTING)


@dataclass(frozen=True, slots=True)
class Step:
    """An earlier deadline on the way to the value of a cell."""

    deadline: str
    low: float
    high: float
    comparator: Comparator | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several values of a cell: they contradict each other, or are parameters side by side."""

    low: float
    high: float
    comparator: Comparator


@dataclass(frozen=True, slots=True)
class Cell:
    """What one plan says in one row: of an indicator at a scope.

    ``low`` and ``high`` are None, never 0, where nothing is stated; where a plan contradicts
    itself they are the lowest and the highest of the values it gives, ``variants`` (if the
    statements were at hand) the values themselves, and ``comparator`` is None if they differ in it.
    Parameters that hold side by side are variants too. ``elsewhere``: the plan gives values of the
    indicator in other rows. ``quote``: the clause in which it speaks of it without a number.
    """

    plan_id: str
    row: str
    indicator: str
    status: Status
    low: float | None
    high: float | None
    unit: str
    comparator: Comparator | None
    deadline: str
    scope: str
    path: tuple[Step, ...]
    elsewhere: bool = False
    variants: tuple[Variant, ...] = ()
    quote: str = ""

    @property
    def values(self) -> tuple[float, ...]:
        """The values drawn: none, one, or two (a range, or a contradiction)."""
        if self.status not in VALUED:
            return ()
        ends = [value for value in (self.low, self.high) if value is not None]
        return tuple(dict.fromkeys(ends))


def read_cells(comparison: pd.DataFrame, statements: pd.DataFrame | None = None) -> list[Cell]:
    """One ``Cell`` per row of ``comparison``, in the order of its rows.

    With the table ``statements`` contradictions are shown value by value.
    """
    statements_by_id: Mapping[str, Mapping[str, Any]] = {}
    if statements is not None:
        statements_by_id = {row["statement_id"]: row for row in records(statements)}
    return [_cell(row, statements_by_id) for row in records(comparison)]


def _cell(row: Mapping[str, Any], statements: Mapping[str, Mapping[str, Any]]) -> Cell:
    comparator = text_of(row.get("comparator"))
    status = Status(row["status"])
    several = status is Status.CONFLICTING or (status is Status.STATED and not comparator)
    return Cell(
        plan_id=row["plan_id"],
        row=row["row_id"],
        indicator=row["indicator"],
        status=status,
        low=_number(row["value_low"]),
        high=_number(row["value_high"]),
        unit=text_of(row["unit"]),
        comparator=Comparator(comparator) if comparator else None,
        deadline=text_of(row["deadline"]),
        scope=text_of(row.get("scope")),
        path=tuple(_steps(text_of(row.get("path")))),
        elsewhere=bool(text_of(row.get("elsewhere_ids"))),
        variants=_variants(row, statements) if several else (),
        quote=text_of(row.get("quote")),
    )


def _variants(row: Mapping[str, Any], statements: Mapping[str, Mapping[str, Any]]) -> tuple[Variant, ...]:
    """The distinct values of a cell that has several, in the order of ``statement_ids``.

    Statements with an earlier deadline belong to the path, not to the contradiction.
    """
    behind = [statements[code] for code in text_of(row.get("statement_ids")).split() if code in statements]
    here = (one for one in behind if text_of(one["deadline"]) in ("", text_of(row["deadline"])))
    return tuple(
        dict.fromkeys(
            Variant(float(one["value_low"]), float(one["value_high"]), Comparator(one["comparator"]))
            for one in here
        )
    )


def _steps(path: str) -> Iterable[Step]:
    for part in filter(None, path.split(";")):
        if found := _STEP.match(part):
            low = float(found["low"])
            sign = Comparator(found["comparator"]) if found["comparator"] else None
            yield Step(found["deadline"], low, float(found["high"] or low), sign)


def text_of(value: Any) -> str:
    """A table's text, "" where it holds nothing."""
    return "" if value is None or pd.isna(value) else str(value)


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def amount(cell: Cell, labels: Labels) -> str:
    """The value of a cell with its comparator's sign and without its unit: ≥ 50; 1–2; 60 ≠ 600; 60; 75.

    Plain values carry no sign: a bare number is what the plan wrote. A contradiction whose values
    are not at hand and differ in their comparators is given by its ends: 1 … 2.
    """
    if cell.variants:
        between = " ≠ " if cell.status is Status.CONFLICTING else "; "
        return between.join(_amount(one.low, one.high, one.comparator, labels) for one in cell.variants)
    if cell.status is Status.CONFLICTING:
        return (" ≠ " if cell.comparator else " … ").join(format_number(value) for value in cell.values)
    return _amount(cell.values[0], cell.values[-1], cell.comparator, labels)


def _amount(low: float, high: float, comparator: Comparator | None, labels: Labels) -> str:
    if low != high:
        return f"{format_number(low)}–{format_number(high)}"
    bare = comparator in (None, Comparator.EQ, Comparator.RANGE)
    return format_number(low) if bare else f"{labels.symbol(str(comparator))} {format_number(low)}"


def step_amount(step: Step, labels: Labels) -> str:
    """The value at an earlier deadline: ≥ 90."""
    return _amount(step.low, step.high, step.comparator, labels)


def joined(number: str, unit: str) -> str:
    """``number`` followed by the name of its unit: 50%; 2,700 beds; 2,700 张."""
    return f"{number}{'' if unit in ('', '%', '‰') else ' '}{unit}"


def unit_text(cell: Cell, labels: Labels, lang: Lang) -> str:
    """The name of a cell's unit as it stands behind its value: one facility, two facilities."""
    count = cell.values[0] if len(cell.values) == 1 else None
    return labels.unit(cell.unit, lang, count)


def sentence(cell: Cell, labels: Labels, lang: Lang) -> str:
    """A cell in words: value, unit and deadline, or the name of its status."""
    if not cell.values:
        return labels.status(cell.status, lang)
    value = joined(amount(cell, labels), unit_text(cell, labels, lang))
    return " ".join(filter(None, (value, labels.deadline(cell.deadline, lang))))
