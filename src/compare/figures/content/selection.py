"""Which rows of the comparison a figure shows, in which order, and the cells behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from compare.figures.content.cell_text import Cell, read_cells
from compare.figures.content.plans_shown import PlanNote, plan_notes
from compare.model import Status
from compare.tables.comparing.compared_rows import Aspect, Row, in_order, rows_of
from compare.tables.words.labels import Labels, Lang

GENERAL = "general"
"""The scope that needs no saying row by row: it is said once, in the subtitle."""


@dataclass(frozen=True, slots=True)
class View:
    """The table ``comparison`` as a figure needs it: its rows by id in the order in which they are read,
    the cells by plan and row, plans in order, and words."""

    table: pd.DataFrame
    rows: Mapping[str, Row]
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
        cells = {(cell.plan_id, cell.row): cell for cell in read_cells(comparison, statements)}
        rows = {row.id: row for row in in_order(rows_of(comparison).values(), labels)}
        notes = plan_notes(plans, comparison["plan_id"], labels, lang)
        return cls(comparison, rows, cells, tuple(notes), labels, lang)

    def only(self, plan_ids: Iterable[str]) -> View:
        """The view of fewer plans, as when they are spread over pages."""
        wanted = set(plan_ids)
        return replace(self, plans=tuple(plan for plan in self.plans if plan.plan_id in wanted))

    def cells_of(self, drawn: Iterable[tuple[str, str]]) -> list[Cell]:
        """The cells of (plan_id, row), as far as the table has them."""
        return [self.cells[key] for key in drawn if key in self.cells]

    def about(self, rows: Iterable[str]) -> list[Cell]:
        """The cells of ``rows``, row by row, plans in order."""
        keys = ((plan.plan_id, code) for code in rows for plan in self.plans)
        return [self.cells[key] for key in keys if key in self.cells]

    def word(self, key: str, **values: object) -> str:
        return self.labels.word(key, self.lang, **values)


def by_group(view: View, groups: Sequence[str] | None = None, plans: int = 1) -> dict[str, list[str]]:
    """The rows that some plan states, by group, as people read them (``compared_rows.in_order``).

    With ``plans`` only those of indicators of which that many plans state a row, or rows on one axis.
    """
    on_axis = Counter(row.axis for row in view.rows.values() for _ in range(row.plans))
    most: Counter[str] = Counter()
    for row in view.rows.values():
        most[row.indicator] = max(most[row.indicator], row.plans, on_axis[row.axis])
    found: dict[str, list[str]] = {}
    for row in view.rows.values():
        group = view.labels.group_of.get(row.indicator, "")
        if row.plans and most[row.indicator] >= plans and (groups is None or group in groups):
            found.setdefault(group, []).append(row.id)
    return found


def scope_text(row: Row, labels: Labels, lang: Lang) -> str:
    """The scope of a row as it is printed: its words where the codebook has no scope for them; and whether
    the row holds what plans only name."""
    scope = f"“{row.scope_text}”" if row.scope_text else labels.scope(row.scope, lang)
    if is_asked(row):
        return scope
    return f"{scope}{labels.word('figures.comma', lang)}{labels.word('figures.named_only', lang)}"


def row_text(row: Row, labels: Labels, lang: Lang) -> str:
    """A row in words: its indicator and, where that is not the general one, its scope."""
    name = labels.indicator(row.indicator, lang)
    scope = row_note(row, labels, lang)
    return labels.word("figures.row", lang, indicator=name, scope=scope) if scope else name


def row_note(row: Row, labels: Labels, lang: Lang) -> str:
    """The scope of a row where it must be said: everywhere but in the general one, asked for."""
    plain = row.scope == GENERAL and is_asked(row)
    return "" if plain else scope_text(row, labels, lang)


def is_asked(row: Row) -> bool:
    """Whether a row holds what plans ask for, and not facts and conditions."""
    return row.aspect == Aspect.ASKED


def status_counts(cells: Iterable[Cell], view: View) -> str:
    """``Stated 12, Not stated 8`` for alternative texts."""
    counts = Counter(cell.status for cell in cells)
    named = (f"{view.labels.status(code, view.lang)} {counts[code]}" for code in Status if counts[code])
    return view.word("figures.list_separator").join(named)


def cells_behind(view: View, drawn: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """The lines of ``comparison`` that a figure draws (plan_id, row), readable without the figure.

    Added in front: region, document_number, year, group_label, indicator_label; and behind:
    scope_label, unit_label, comparator_label, status_label.
    """
    labels, lang = view.labels, view.lang
    place = {key: index for index, key in enumerate(dict.fromkeys(drawn))}
    keys = zip(view.table["plan_id"], view.table["row_id"], strict=True)
    rows = view.table.assign(_place=[place.get(key, -1) for key in keys])
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
    scopes = [scope_text(view.rows[i], labels, lang) for i in rows["row_id"]]
    behind = pd.DataFrame(
        {"scope_label": scopes}
        | {
            f"{column}_label": [name(str(code), lang) if pd.notna(code) else "" for code in rows[column]]
            for column, name in (
                ("unit", labels.unit),
                ("comparator", labels.comparator),
                ("status", labels.status),
            )
        }
    )
    return pd.concat([front, rows, behind], axis=1)
