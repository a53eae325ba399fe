"""Long tables for pandas and seaborn: one row a coded value, with what it is called.

``study.long("beds")`` and ``study.money()`` are what ``sns.catplot``, ``relplot`` and ``groupby`` take as
they are. What people look at first stands first: region, value, comparator, unit, deadline.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.model import Kind
from compare.tables.select import Named, select
from compare.tables.storage.frames import records, text_of

if TYPE_CHECKING:
    from compare.tables.words.labels import Labels, Lang

#: Columns of :func:`long`.
LONG = (
    *("region", "value", "comparator", "unit", "deadline", "indicator_label", "scope_label", "value_high"),
    *(
        "year",
        "row_label",
        "comparator_label",
        "kind",
        "group",
        "indicator",
        "scope",
        "plan_id",
        "statement_id",
        "quote",
    ),
)
#: Columns of :func:`money`.
MONEY = (
    *("region", "amount", "comparator", "per", "every", "deadline", "indicator_label", "scope_label"),
    *("amount_high", "subject", "kind", "indicator", "scope", "plan_id", "statement_id", "quote"),
)

_YUAN = "元"
# The part of a unit behind the stroke that is a time: 元/人·月 is paid per person, every month.
_EVERY = {
    "年": "per_year",
    "月": "per_month",
    "日": "per_day",
    "季度": "per_quarter",
    "次": "per_occasion",
    "餐": "per_meal",
}


def long(
    statements: pd.DataFrame, labels: Labels, group: Named = None, region: Named = None, lang: Lang = "en"
) -> pd.DataFrame:
    """Coded values outside area-by-area tables, one row a statement, in the order of ``statements`` (LONG).

    ``value`` is the lower bound and ``value_high`` the upper one, equal unless the plan gives a range;
    units are those of the statement. ``year`` is the year of the deadline (Int64), ``deadline`` is as precise
    as stated. ``region``, ``row_label`` (the indicator with its scope, what a figure may put on one line) and
    the other labels are in ``lang``; other columns are codes.
    ``group`` and ``region`` name groups of indicators and plans by code or label. Raises
    :class:`~compare.tables.select.UnknownId` for a name that nothing has.
    """
    chosen = statements[
        statements["indicator"].notna()
        & statements["value_low"].notna()
        & (statements["kind"] != Kind.ALLOCATION)
    ]
    chosen = select(chosen, labels, region=region, group=group)
    named = chosen.rename(columns={"value_low": "value"}).assign(
        region=chosen["plan_id"].map(lambda code: labels.plan(code, lang)),
        indicator_label=chosen["indicator"].map(lambda code: labels.indicator(code, lang)),
        scope_label=chosen["scope"].map(lambda code: labels.scope(code, lang), na_action="ignore"),
        comparator_label=chosen["comparator"].map(
            lambda code: labels.comparator(code, lang), na_action="ignore"
        ),
        row_label=[
            " · ".join(filter(None, (labels.indicator(row["indicator"], lang), _scope(row, labels, lang))))
            for row in records(chosen)
        ],
        group=chosen["indicator"].map(dict(labels.group_of)),
        year=pd.to_numeric(chosen["deadline"].str[:4], errors="coerce").astype("Int64"),
    )
    return named.loc[:, list(LONG)].reset_index(drop=True)


def _scope(row: Mapping[str, Any], labels: Labels, lang: Lang) -> str:
    scope = text_of(row["scope"])
    return labels.scope(scope, lang) if scope else ""


def money(statements: pd.DataFrame, labels: Labels, region: Named = None, lang: Lang = "en") -> pd.DataFrame:
    """Sums in yuan (RMB), one row a statement, coded or not, in the order of ``statements`` (MONEY).

    ``amount`` and ``amount_high`` are yuan. ``per`` is what the sum is for each of (床, 人 …; empty for a sum
    in all), ``every`` how often it is paid (per_month, per_year …; empty for once or not stated). Sums whose
    ``per`` or ``every`` differ are not to be compared. Sums in other currencies are left out. Raises
    :class:`~compare.tables.select.UnknownId` for a region that no plan has.
    """
    unit = statements["unit"].fillna("")
    chosen = statements[unit.str.split("/").str[0].eq(_YUAN) & statements["value_low"].notna()]
    chosen = select(chosen, labels, region=region)
    parts = [text_of(one).partition("/")[2].split("·") for one in chosen["unit"]]
    named = chosen.rename(columns={"value_low": "amount", "value_high": "amount_high"}).assign(
        region=chosen["plan_id"].map(lambda code: labels.plan(code, lang)),
        indicator_label=chosen["indicator"].map(
            lambda code: labels.indicator(code, lang), na_action="ignore"
        ),
        scope_label=chosen["scope"].map(lambda code: labels.scope(code, lang), na_action="ignore"),
        per=["·".join(one for one in found if one not in _EVERY) for found in parts],
        every=[
            next((_EVERY[one] for one in found if one in _EVERY), text_of(period))
            for found, period in zip(parts, chosen["period"], strict=True)
        ],
    )
    # Texts, also where there is no row.
    return named.loc[:, list(MONEY)].astype({"per": "str", "every": "str"}).reset_index(drop=True)
