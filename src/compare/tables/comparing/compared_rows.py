"""What a row of the comparison is, and in which order people read rows.

A row is an indicator at a scope, in one measure: 3所 and 3家 are one measure, 元/床 and 元/人·月 are two.
What a plan asks for and what it only reports or sets as a condition (现有…, …以上的) are two rows as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import pandas as pd

from compare.tables.comparing.same_units import measure
from compare.tables.storage.frames import records, text_of
from compare.tables.words.labels import Labels

if TYPE_CHECKING:
    from compare.coding import Indicator


class Aspect(StrEnum):
    """Whether a row holds what plans ask for, or facts and conditions they only name."""

    ASKED = "asked"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class RowKey:
    """What makes a row: ``scope_text`` are the words of a restriction that no scope of the codebook knows."""

    indicator: str
    scope: str
    scope_text: str
    measure: str
    aspect: Aspect

    def id(self, indicator: Indicator | None) -> str:
        """``nursing_bed_share@general``; the measure only where it is not the indicator's own."""
        own = measure(indicator.unit) if indicator else self.measure
        words = f":{self.scope_text}" if self.scope_text else ""
        unit = "" if self.measure == own else f"[{self.measure}]"
        named = "" if self.aspect is Aspect.ASKED else f"!{self.aspect}"
        return f"{self.indicator}@{self.scope}{words}{unit}{named}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the table has it. ``plans`` counts those that give a value, ``folded`` means that no
    row of its indicator is shared by two of them."""

    id: str
    indicator: str
    scope: str
    scope_text: str
    aspect: str
    unit: str
    headline: bool
    axis: str
    plans: int
    folded: bool

    @property
    def first(self) -> bool:
        """Whether the row stands for its indicator: at a headline scope, and asked for."""
        return self.headline and self.aspect == Aspect.ASKED


def rows_of(comparison: pd.DataFrame) -> dict[str, Row]:
    """Every row of the table ``comparison`` once, by its id."""
    found = records(comparison)
    plans = Counter(row["row_id"] for row in found if pd.notna(row["value_low"]))
    on_axis = Counter(row["axis"] for row in found if pd.notna(row["value_low"]))
    shared = {row["indicator"] for row in found if plans[row["row_id"]] > 1 or on_axis[row["axis"]] > 1}
    units = defaultdict[str, Counter[str]](Counter)
    for row in found:
        if unit := text_of(row["unit"]):
            units[row["row_id"]][unit] += 1
    return {
        row["row_id"]: Row(
            id=row["row_id"],
            indicator=row["indicator"],
            scope=row["scope"],
            scope_text=text_of(row["scope_text"]),
            aspect=row["aspect"],
            unit=max(used := units[row["row_id"]], key=used.__getitem__, default=row["measure"]),
            headline=bool(row["headline"]),
            axis=row["axis"],
            plans=plans[row["row_id"]],
            folded=row["indicator"] not in shared,
        )
        for row in found
    }


def in_order(rows: Iterable[Row], labels: Labels) -> list[Row]:
    """The rows as people read them: group by group; the indicators that plans share first, those of one
    plan after them; below an indicator its further scopes, facts and conditions last."""
    listed = list(rows)
    most: Counter[str] = Counter()
    for row in listed:
        most[row.indicator] = max(most[row.indicator], row.plans)
    groups, indicators, scopes = (
        _places(names) for names in (labels.groups, labels.indicators, labels.scopes)
    )

    def place(row: Row) -> tuple[object, ...]:
        group = labels.group_of.get(row.indicator, "")
        return (
            groups.get(group, len(groups)),
            group,
            row.folded,
            -most[row.indicator],
            indicators.get(row.indicator, len(indicators)),
            row.indicator,
            row.aspect != Aspect.ASKED,
            not row.headline,
            -row.plans,
            scopes.get(row.scope, len(scopes)),
            row.id,
        )

    return sorted(listed, key=place)


def row_ids(comparison: pd.DataFrame, labels: Labels) -> list[str]:
    """The ids of all rows in the order of :func:`in_order`."""
    return [row.id for row in in_order(rows_of(comparison).values(), labels)]


def _places(names: Mapping[str, object]) -> dict[str, int]:
    return {code: place for place, code in enumerate(names)}
