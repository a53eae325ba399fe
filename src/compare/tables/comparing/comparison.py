"""The comparison: each plan by each comparable indicator at its headline scope.

Comparable is every indicator with a headline scope that some plan states, or that has a national
benchmark; facts about the place (group ``context``) are not compared. What a cell holds follows
``compare.tables.comparing.cells``; where it holds nothing, ``searched`` says what was looked through.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.model import Kind, Plan, Status
from compare.tables.comparing.cells import Filled, Rules, Said, admissible, fill
from compare.tables.rows import Row
from compare.tables.storage.frames import make_frame, records, text_of
from compare.tables.storage.schemas import schemas

if TYPE_CHECKING:
    from compare.coding import Codebook, Indicator

_CONTEXT = "context"
_PARAMETERS = "parameters"

Stated = Mapping[tuple[str, str], list[Said]]


def comparison(tables: Mapping[str, pd.DataFrame], plans: Sequence[Plan], codebook: Codebook) -> pd.DataFrame:
    """The table ``comparison`` from ``plans``, ``passages``, ``statements`` and ``allocations``.

    ``plans`` is the register: it says which plans are fragments and what does not apply to them.
    """
    stated = _stated(tables["statements"], tables["allocations"])
    present = set(tables["plans"]["plan_id"])
    indicators = comparable(codebook, {indicator for _, indicator in stated})
    sizes = {name: Counter(tables[name]["plan_id"]) for name in ("passages", "statements")}
    rows = [
        _row(plan, indicator, stated.get((plan.plan_id, indicator.id), []), sizes)
        for plan in plans
        if plan.plan_id in present
        for indicator in indicators
    ]
    return make_frame(schemas()["comparison"], rows)


def comparable(codebook: Codebook, stated: Collection[str]) -> list[Indicator]:
    """The indicators that get a row per plan, given those that some plan states."""
    return [
        indicator
        for indicator in codebook.indicators.values()
        if indicator.group != _CONTEXT
        and indicator.headline_scopes
        and (indicator.benchmark or indicator.id in stated)
    ]


def rules(indicator: Indicator) -> Rules:
    """What of an indicator's statements may enter its cell.

    A parameter (an age, a time limit) is compared where the codebook says that the indicator is
    one; elsewhere a bare number beside a target would be taken for one.
    """
    kinds = set(indicator.kinds) or {Kind.TARGET, Kind.STANDARD}
    if indicator.group == _PARAMETERS:
        kinds.add(Kind.PARAMETER)
    return Rules(
        headline_scopes=tuple(indicator.headline_scopes),
        units=tuple(dict.fromkeys((indicator.unit, *indicator.units))),
        kinds=frozenset(str(kind) for kind in kinds) - {Kind.ALLOCATION},
    )


def _stated(statements: pd.DataFrame, allocations: pd.DataFrame) -> Stated:
    """Coded statements with a value by plan and indicator; of allocations the totals only."""
    totals = set(allocations.loc[allocations["is_total"], "statement_id"])
    coded = statements[statements["indicator"].notna() & statements["value_low"].notna()]
    whole = coded[(coded["kind"] != Kind.ALLOCATION) | coded["statement_id"].isin(totals)]
    stated: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for row in records(whole):
        stated[row["plan_id"], row["indicator"]].append(_said(row, row["statement_id"] in totals))
    return stated


def _said(row: Mapping[str, Any], total: bool) -> Said:
    return Said(
        statement_id=row["statement_id"],
        kind=row["kind"],
        value_low=row["value_low"],
        value_high=row["value_high"],
        unit=text_of(row["unit"]),
        comparator=text_of(row["comparator"]),
        deadline=text_of(row["deadline"]),
        scope=text_of(row["scope"]),
        start=row["start"],
        total=total,
    )


def _row(plan: Plan, indicator: Indicator, said: Sequence[Said], sizes: Mapping[str, Counter[str]]) -> Row:
    entering = admissible(said, rules(indicator))
    row: Row = {"plan_id": plan.plan_id, "indicator": indicator.id}
    if entering:
        filled = fill(entering)
        return row | _filled(filled) | {"elsewhere_ids": _elsewhere(said, filled)}
    if indicator.id in plan.not_applicable:
        status = Status.NOT_APPLICABLE
    else:
        status = Status.NOT_STATED if plan.complete else Status.SOURCE_INCOMPLETE
    return row | {
        "status": str(status),
        "searched": searched(plan.plan_id, indicator, said, sizes),
        "elsewhere_ids": _elsewhere(said, None),
    }


def _filled(cell: Filled) -> Row:
    return {
        "status": str(cell.status),
        "value_low": cell.value_low,
        "value_high": cell.value_high,
        "unit": cell.unit,
        "comparator": cell.comparator,
        "deadline": cell.deadline,
        "statement_id": cell.behind[0],
        "scope": cell.scope,
        "statement_ids": " ".join(cell.behind),
        "path": cell.path,
    }


def _elsewhere(said: Sequence[Said], cell: Filled | None) -> str:
    behind = cell.behind if cell else ()
    others = sorted((one.start, one.statement_id) for one in said if one.statement_id not in behind)
    return " ".join(statement_id for _, statement_id in others)


def searched(
    plan_id: str, indicator: Indicator, said: Sequence[Said], sizes: Mapping[str, Counter[str]]
) -> str:
    """What was looked through, in words: passages, statements, the indicator's patterns, and the
    scopes in which something was found that is not the headline scope."""
    parts = [f"{sizes[name][plan_id]} {name}" for name in ("passages", "statements")]
    patterns = " | ".join(wording.pattern.pattern for wording in indicator.match)
    text = f"{' and '.join(parts)}; patterns {patterns}"
    scopes = sorted({one.scope for one in said})
    return f"{text}; only found in scope {', '.join(scopes)}" if scopes else text
