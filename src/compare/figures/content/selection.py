"""Which indicators a figure of the comparison shows, in which order, and the rows behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from compare.figures.content.cell_text import Cell, read_cells
from compare.figures.content.plans_shown import PlanNote, plan_notes
from compare.model import Status
from compare.tables.labels import Labels, Lang


@dataclass(frozen=True, slots=True)
class View:
    """The table ``comparison`` as a figure needs it: rows, cells, plans in order, and words."""

    rows: pd.DataFrame
    cells: Mapping[tuple[str, str], Cell]
    plans: tuple[PlanNote, ...]
    labels: Labels
    lang: Lang

    @classmethod
    def of(
        cls,
        comparison: pd.DataFrame,
        plans: pd.DataFrame,
        labels: Labels,
        lang: Lang,
        statements: pd.DataFrame | None = None,
    ) -> View:
        cells = {(cell.plan_id, cell.indicator): cell for cell in read_cells(comparison, statements)}
        notes = plan_notes(plans, comparison["plan_id"], labels, lang)
        return cls(comparison, cells, tuple(notes), labels, lang)

    @property
    def indicators(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for _, code in self.cells))

    def only(self, plan_ids: Iterable[str]) -> View:
        """The view of fewer plans, as when they are spread over pages."""
        wanted = set(plan_ids)
        return replace(self, plans=tuple(plan for plan in self.plans if plan.plan_id in wanted))

    def cells_of(self, drawn: Iterable[tuple[str, str]]) -> list[Cell]:
        """The cells of (plan_id, indicator), as far as the table has them."""
        return [self.cells[key] for key in drawn if key in self.cells]

    def about(self, indicators: Iterable[str]) -> list[Cell]:
        """The cells of ``indicators``, indicator by indicator, plans in order."""
        keys = ((plan.plan_id, code) for code in indicators for plan in self.plans)
        return [self.cells[key] for key in keys if key in self.cells]

    def word(self, key: str, **values: object) -> str:
        return self.labels.word(key, self.lang, **values)


def by_group(
    cells: Iterable[Cell], labels: Labels, groups: Sequence[str] | None = None, plans: int = 1
) -> dict[str, list[str]]:
    """Indicators that at least ``plans`` plans state, by group in the codebook's order.

    Within a group those that most plans state come first, then the codebook's order.
    """
    stating = Counter(cell.indicator for cell in cells if cell.values)
    place = {code: index for index, code in enumerate(labels.indicators)}
    chosen = sorted(
        (code for code, count in stating.items() if count >= plans),
        key=lambda code: (-stating[code], place.get(code, len(place)), code),
    )
    found: dict[str, list[str]] = {}
    for code in chosen:
        found.setdefault(labels.group_of.get(code, ""), []).append(code)
    order = [group for group in labels.groups if group in found] + sorted(found.keys() - labels.groups.keys())
    return {group: found[group] for group in order if groups is None or group in groups}


def common_scope(cells: Iterable[Cell]) -> str:
    """The scope that most of the stated ``cells`` have; on a tie the first in the alphabet."""
    counts = Counter(cell.scope for cell in cells if cell.values)
    return min(counts, key=lambda scope: (-counts[scope], scope)) if counts else ""


def status_counts(cells: Iterable[Cell], view: View) -> str:
    """``Stated 12, Not stated 8`` for alternative texts."""
    counts = Counter(cell.status for cell in cells)
    named = (f"{view.labels.status(code, view.lang)} {counts[code]}" for code in Status if counts[code])
    return view.word("figures.list_separator").join(named)


def groups_named(indicators: Iterable[str], view: View, most: int = 3) -> str:
    """The groups of ``indicators`` by name. Where they are more than ``most``, the first and the last if they
    are a part of what the plans state, one group after the other; else ``all indicators``."""
    group_of, groups = view.labels.group_of, view.labels.groups
    named = dict.fromkeys(group_of.get(code, "") for code in indicators)
    if len(named) <= most:
        return view.word("figures.list_separator").join(view.labels.group(g, view.lang) for g in named)
    stated = {group_of.get(cell.indicator, "") for cell in view.cells.values() if cell.values}
    order = [group for group in groups if group in stated]
    part = [group for group in order if group in named]
    start = order.index(part[0]) if part else 0
    if len(part) == len(named) < len(order) and part == order[start : start + len(part)]:
        first, last = (view.labels.group(group, view.lang) for group in (part[0], part[-1]))
        return view.word("figures.groups_between", first=first, last=last)
    return view.word("figures.all_indicators")


def rows_behind(view: View, drawn: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """The rows of ``comparison`` that a figure draws (plan_id, indicator), readable without the figure.

    Added in front: region, document_number, year, group_label, indicator_label; and behind:
    scope_label, unit_label, comparator_label, status_label.
    """
    labels, lang = view.labels, view.lang
    place = {key: index for index, key in enumerate(dict.fromkeys(drawn))}
    keys = zip(view.rows["plan_id"], view.rows["indicator"], strict=True)
    rows = view.rows.assign(_place=[place.get(key, -1) for key in keys])
    rows = rows[rows["_place"] >= 0].sort_values("_place").drop(columns="_place").reset_index(drop=True)
    plan = {note.plan_id: note for note in view.plans}
    front = pd.DataFrame(
        {
            "region": [plan[p].name for p in rows["plan_id"]],
            "document_number": [plan[p].document_number for p in rows["plan_id"]],
            "year": [plan[p].year for p in rows["plan_id"]],
            "group_label": [labels.group(labels.group_of.get(i, ""), lang) for i in rows["indicator"]],
            "indicator_label": [labels.indicator(i, lang) for i in rows["indicator"]],
        }
    )
    behind = pd.DataFrame(
        {
            f"{column}_label": [name(str(code), lang) if pd.notna(code) else "" for code in rows[column]]
            for column, name in (
                ("scope", labels.scope),
                ("unit", labels.unit),
                ("comparator", labels.comparator),
                ("status", labels.status),
            )
        }
    )
    return pd.concat([front, rows, behind], axis=1)
