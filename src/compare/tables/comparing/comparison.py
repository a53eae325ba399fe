"""The comparison: what each plan says in each row, a row being an indicator at a scope.

Every coded statement with a value stands in exactly one row, but for the cells of areas, which are the
table ``allocations``. An indicator that has a national benchmark has a row even where no plan states it.
What a cell holds follows ``compare.tables.comparing.cells``; why it holds nothing,
``compare.tables.comparing.silence``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.model import Kind, Plan
from compare.tables.comparing.cells import Filled, StatedValue, fill
from compare.tables.comparing.compared_rows import Aspect, RowKey
from compare.tables.comparing.derive import derived
from compare.tables.comparing.same_units import in_own_base, measure
from compare.tables.comparing.silence import Mentions, silence
from compare.tables.making.rows import Row
from compare.tables.storage.frames import make_frame, records, text_of
from compare.tables.storage.schemas import schemas

if TYPE_CHECKING:
    from compare.coding import Codebook, Indicator

#: The scope of a restriction that the codebook does not know; its words then tell rows apart.
_OTHER = "other"

Stated = Mapping[str, Mapping[RowKey, list[StatedValue]]]


def row_keys(tables: Mapping[str, pd.DataFrame], codebook: Codebook) -> set[RowKey]:
    """The rows that the plans of these tables fill."""
    stated = _stated(tables["statements"], tables["allocations"], codebook)
    return {key for rows in stated.values() for key in rows}


def comparison(
    tables: Mapping[str, pd.DataFrame],
    plans: Sequence[Plan],
    codebook: Codebook,
    elsewhere: Collection[RowKey] = (),
) -> pd.DataFrame:
    """The table ``comparison`` from the tables of single plans.

    ``plans`` is the register: it says which plans are fragments and what does not apply to them.
    ``elsewhere`` are the rows that plans fill which are not in these tables.
    """
    stated = _stated(tables["statements"], tables["allocations"], codebook)
    keys = _keys({*elsewhere, *(key for by_key in stated.values() for key in by_key)}, codebook)
    mentions = Mentions.of(tables, codebook)
    remits = {row["plan_id"]: text_of(row["remit"]).split() for row in records(tables["plans"])}
    leading = _leading(keys, codebook)
    rows = []
    for plan in plans:
        if plan.plan_id in remits:
            by_key = stated.get(plan.plan_id, {})
            inapplicable = _inapplicable(plan, remits[plan.plan_id], codebook)
            for key in keys:
                others = [one for other, found in by_key.items() if _sibling(key, other) for one in found]
                cell = _cell(by_key.get(key, []), codebook.indicators.get(key.indicator))
                if cell is None:
                    cell = derived(key, by_key, mentions.wholes.get(plan.plan_id, ()), codebook.equivalences)
                if cell is None:
                    lead = key == leading[key.indicator] and not others
                    cell = silence(plan, key, inapplicable, mentions, lead, others)
                row = _frame_of(key, codebook) | {"plan_id": plan.plan_id, "elsewhere_ids": _ids(others)}
                rows.append(row | cell)
    return make_frame(schemas()["comparison"], rows)


def _sibling(key: RowKey, other: RowKey) -> bool:
    return key.indicator == other.indicator and key != other


def _cell(values: Sequence[StatedValue], entry: Indicator | None) -> Row | None:
    return _filled(fill(values, gathers(entry))) if values else None


def _leading(keys: Iterable[RowKey], codebook: Codebook) -> dict[str, RowKey]:
    """The row of each indicator that stands for it: at the first of its headline scopes that has a row."""

    def rank(key: RowKey) -> tuple[bool, int, str]:
        entry = codebook.indicators.get(key.indicator)
        headline = entry.headline_scopes if entry else ()
        place = headline.index(key.scope) if key.scope in headline else len(headline)
        return key.aspect is not Aspect.ASKED, place, key.id(entry)

    return {key.indicator: key for key in sorted(keys, key=rank, reverse=True)}


def _inapplicable(plan: Plan, remit: Sequence[str], codebook: Codebook) -> frozenset[str]:
    """Indicators that do not apply to a plan: those of the register, and those of groups outside its remit.

    To a fragment all apply, whatever its remit: what else it is about may stand in the part that is lost.
    """
    inside = {group for one in codebook.remits if one.id in remit for group in one.groups}
    outside = {group for one in codebook.remits for group in one.groups} - inside
    known = bool(remit) and plan.complete
    by_group = {code for code, entry in codebook.indicators.items() if known and entry.group in outside}
    return frozenset(by_group | set(plan.not_applicable))


def row_key(value: StatedValue, indicator: str, entry: Indicator | None) -> RowKey:
    """The row that a statement of an indicator stands in."""
    named = value.kind == Kind.PARAMETER and not value.total and not _is_parameter(entry)
    return RowKey(
        indicator=indicator,
        scope=value.scope,
        scope_text=value.scope_text if value.scope == _OTHER else "",
        measure=measure(value.unit, value.period, entry.unit if entry else ""),
        aspect=Aspect.NAMED if named else Aspect.ASKED,
    )


def gathers(entry: Indicator | None) -> bool:
    """Whether an indicator gathers unlike things: one without a headline scope does."""
    return entry is None or not entry.headline_scopes


def _is_parameter(entry: Indicator | None) -> bool:
    """Whether an indicator is a parameter itself (an age, a subsidy), so that a bare number is its value;
    elsewhere a parameter is a fact or a condition beside what the plan asks for."""
    return entry is not None and (
        entry.kind is Kind.PARAMETER or Kind.PARAMETER in entry.kinds or entry.group in _OF_PARAMETERS
    )


_OF_PARAMETERS = ("parameters", "context")


def _stated(statements: pd.DataFrame, allocations: pd.DataFrame, codebook: Codebook) -> Stated:
    """Coded statements with a value by plan and row, in document order; of allocations the totals only."""
    totals = set(allocations.loc[allocations["is_total"], "statement_id"])
    coded = statements[statements["indicator"].notna() & statements["value_low"].notna()]
    whole = coded[(coded["kind"] != Kind.ALLOCATION) | coded["statement_id"].isin(totals)]
    stated: dict[str, dict[RowKey, list[StatedValue]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(records(whole), key=lambda row: (row["start"], row["statement_id"])):
        entry = codebook.indicators.get(row["indicator"])
        value = _stated_value(row, row["statement_id"] in totals, entry.unit if entry else "")
        key = row_key(value, row["indicator"], entry)
        stated[row["plan_id"]][key].append(value)
    return stated


def _stated_value(row: Mapping[str, Any], total: bool, own: str) -> StatedValue:
    """A statement as cells need it, its base that of the indicator's own unit where both count the same."""
    unit, times = in_own_base(text_of(row["unit"]), own)
    low, high = row["value_low"], row["value_high"]
    if times != 1:
        low, high = round(low * times, 4), round(high * times, 4)
    return StatedValue(
        statement_id=row["statement_id"],
        kind=row["kind"],
        value_low=low,
        value_high=high,
        unit=unit,
        comparator=text_of(row["comparator"]),
        deadline=text_of(row["deadline"]),
        scope=text_of(row["scope"]),
        start=row["start"],
        total=total,
        period=text_of(row["period"]),
        scope_text=text_of(row["scope_text"]),
    )


def _keys(filled: Collection[RowKey], codebook: Codebook) -> list[RowKey]:
    """The rows: every one that a plan fills, and one for each indicator that only has a benchmark."""
    covered = {key.indicator for key in filled}
    alone = [
        RowKey(entry.id, entry.headline_scopes[0], "", measure(entry.unit), Aspect.ASKED)
        for entry in codebook.indicators.values()
        if entry.benchmark and entry.headline_scopes and entry.id not in covered
    ]
    return sorted((*filled, *alone), key=lambda key: key.id(codebook.indicators.get(key.indicator)))


def _frame_of(key: RowKey, codebook: Codebook) -> Row:
    """The columns that are the same for every plan."""
    entry = codebook.indicators.get(key.indicator)
    row_id = key.id(entry)
    axis = replace(key, scope=codebook.equivalences.axis(key.indicator, key.scope))
    return {
        "row_id": row_id,
        "indicator": key.indicator,
        "scope": key.scope,
        "scope_text": key.scope_text,
        "measure": key.measure,
        "aspect": str(key.aspect),
        "headline": entry is not None and key.scope in entry.headline_scopes,
        "axis": axis.id(entry),
    }


def _filled(cell: Filled) -> Row:
    return {
        "status": str(cell.status),
        "value_low": cell.value_low,
        "value_high": cell.value_high,
        "unit": cell.unit,
        "comparator": cell.comparator,
        "deadline": cell.deadline,
        "period": cell.period,
        "kind": cell.kind,
        "statement_id": cell.behind[0],
        "statement_ids": " ".join(cell.behind),
        "path": cell.path,
    }


def _ids(values: Iterable[StatedValue]) -> str:
    return " ".join(one.statement_id for one in sorted(values, key=lambda one: (one.start, one.statement_id)))
