"""Plans across: one indicator plan by plan, and plans by indicators as pandas pivots them.

``study.matrix("nursing_bed_share")`` is read row by row, ``study.wide("coverage")`` is what ``sns.heatmap``
and ``DataFrame.corr`` take. In both a cell without a value is empty and never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from compare.model import Status
from compare.tables.comparing.compared_rows import in_order, row_ids, rows_of
from compare.tables.select import Named, UnknownId, select
from compare.tables.storage.frames import records, text_of

if TYPE_CHECKING:
    from compare.tables.words.labels import Labels, Lang

#: Columns of :func:`matrix`.
MATRIX = (
    *("region", "says", "deadline", "status", "scope_label", "value_low", "value_high", "unit"),
    *("comparator", "plan_id", "indicator", "scope", "statement_id"),
)
#: Levels of the columns of :func:`wide`.
LEVELS = ("indicator", "scope", "unit")
Shown = Literal["value_low", "value_high", "comparator", "deadline", "status", "statement_id", "says"]

#: What stands in ``says`` where a plan gives no value; ``status`` says why.
NO_VALUE = "—"
_NUMBERS = ("value_low", "value_high")


def matrix(
    comparison: pd.DataFrame,
    statements: pd.DataFrame,
    labels: Labels,
    indicator: str,
    scope: str | None = None,
    lang: Lang = "en",
) -> pd.DataFrame:
    """What each plan says of an indicator, scope by scope in the order of the figures (MATRIX).

    ``says`` is the value as it is read (``≥ 50%``, both values where they contradict, a dash where there is
    none), ``value_low`` to ``value_high`` the same as numbers in ``unit``. ``region``, ``says`` and
    ``scope_label`` are in ``lang``. Raises :class:`UnknownId` for an indicator that is not compared, or not
    at this scope.
    """
    cells = comparison[comparison["indicator"] == indicator]
    if cells.empty:
        raise UnknownId("compared indicator", indicator, comparison["indicator"].unique())
    if scope is not None:
        known, cells = cells["scope"].unique(), cells[cells["scope"] == scope]
        if cells.empty:
            raise UnknownId(f"scope of {indicator}", scope, known)
    place = {row: number for number, row in enumerate(row_ids(cells, labels))}
    cells = cells.sort_values("row_id", key=lambda ids: ids.map(place), kind="stable")
    return _labelled(cells, statements, labels, lang).loc[:, list(MATRIX)].reset_index(drop=True)


def wide(
    comparison: pd.DataFrame,
    statements: pd.DataFrame,
    labels: Labels,
    group: Named = None,
    region: Named = None,
    show: Shown = "value_low",
    lang: Lang = "en",
) -> pd.DataFrame:
    """Plans down, rows of the comparison across, as far as a plan states a value.

    Columns have three levels (LEVELS): indicator and scope in ``lang``, and the unit in which every number
    of the column is. ``show`` names what stands in the cells: the lower bound (float; equal to the upper one
    unless the plan gives a range), the upper one, or as text comparator, deadline, status, statement or
    ``says`` (``≥ 50%``). Where a plan gives no value, or contradictory ones, a number is NaN. The
    index, ``region``, is in the order of the table. Raises :class:`UnknownId` for a name that nothing has.
    """
    cells = select(comparison, labels, region=region, group=group)
    plans = list(dict.fromkeys(select(comparison, labels, region=region)["plan_id"]))
    cells = cells[cells["row_id"].isin(cells.loc[cells["value_low"].notna(), "row_id"])]
    rows = in_order(rows_of(cells).values(), labels)
    shown = _labelled(cells, statements, labels, lang)
    if show in _NUMBERS:
        shown[show] = shown[show].where(shown["status"] != Status.CONFLICTING)
    table = shown.pivot(index="plan_id", columns="row_id", values=show)
    table = table.reindex(index=plans, columns=[row.id for row in rows])
    table = table.astype("float64" if show in _NUMBERS else "str")
    table.index = pd.Index([labels.plan(plan, lang) for plan in plans], name="region")
    table.columns = pd.MultiIndex.from_tuples(
        [
            (
                labels.indicator(row.indicator, lang),
                row.scope_text or labels.scope(row.scope, lang),
                labels.unit(row.unit, lang),
            )
            for row in rows
        ],
        names=list(LEVELS),
    )
    return table


def _labelled(cells: pd.DataFrame, statements: pd.DataFrame, labels: Labels, lang: Lang) -> pd.DataFrame:
    """``cells`` with region, scope_label and says."""
    conflicting = cells.loc[cells["status"] == Status.CONFLICTING, "statement_ids"].dropna()
    wanted = {one for cell in conflicting for one in str(cell).split()}
    behind = {
        row["statement_id"]: row for row in records(statements[statements["statement_id"].isin(wanted)])
    }
    return cells.assign(
        region=[labels.plan(plan, lang) for plan in cells["plan_id"]],
        scope_label=cells["scope_text"].fillna(
            cells["scope"].map(lambda code: labels.scope(code, lang), na_action="ignore")
        ),
        says=[_says(row, behind, labels, lang) for row in records(cells)],
    )


def _says(
    cell: Mapping[str, Any], behind: Mapping[str, Mapping[str, Any]], labels: Labels, lang: Lang
) -> str:
    if cell["status"] == Status.CONFLICTING:
        values = [behind[one] for one in text_of(cell["statement_ids"]).split() if one in behind]
        return " ≠ ".join(dict.fromkeys(_value(one, labels, lang) for one in values)) or NO_VALUE
    return _value(cell, labels, lang) or NO_VALUE


def _value(row: Mapping[str, Any], labels: Labels, lang: Lang) -> str:
    unit, comparator = text_of(row["unit"]), text_of(row["comparator"])
    return labels.value(row["value_low"], row["value_high"], unit, comparator, lang)
