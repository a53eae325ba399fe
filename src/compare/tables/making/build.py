"""All tables of a study from the plans that were read and the tables of the plans that were not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from compare.model import Finding, Plan
from compare.tables.comparing.compared_rows import RowKey
from compare.tables.comparing.comparison import comparison
from compare.tables.making.result import PlanResult
from compare.tables.making.rows import plan_rows
from compare.tables.storage.frames import PlanTables, combine, make_frame, of_plans, sorted_rows
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import UNLABELLED, Labels

if TYPE_CHECKING:
    from compare.coding import Codebook

#: Tables whose rows each come from one plan alone; the comparison needs all of them.
PER_PLAN = (
    "plans",
    "references",
    "passages",
    "statements",
    "allocations",
    "mentions",
    "wholes",
    "responsibilities",
    "instruments",
    "measures",
    "milestones",
    "findings",
    "numerals",
)
#: Tables of the room above (``compare.terms``) whose rows each come from one plan alone.
COUNTED = ("clauses", "themes", "terms")
ALONE = (*PER_PLAN, *COUNTED)

Tables = dict[str, pd.DataFrame]


def plan_tables(
    result: PlanResult,
    codebook: Codebook,
    findings: Sequence[Finding] = (),
    labels: Labels = UNLABELLED,
) -> PlanTables:
    """The PER_PLAN tables of one plan; ``labels`` word the ``findings``.

    Raises :class:`compare.tables.words.labels.WordingError` where they cannot.
    """
    return sorted_rows(plan_rows(result, codebook, findings, labels))


def build(
    read: Iterable[Mapping[str, pd.DataFrame]],
    kept: Mapping[str, pd.DataFrame] | None,
    plans: Sequence[Plan],
    codebook: Codebook,
    rows: Collection[RowKey] = (),
) -> Tables:
    """Every table of a study, or of some of its plans: ``rows`` are those of the comparison that others fill.

    ``read`` are the tables of plans just read, of some in each part (``gather``); ``kept`` the study's last
    tables (or None), from which the rows of all other registered ``plans`` are taken. Words are counted by
    the room above: without it COUNTED and ``reuse`` are empty.
    """
    parts: list[Mapping[str, pd.DataFrame]] = [{name: make_frame(schemas()[name], ()) for name in ALONE}]
    parts += read
    fresh = {plan_id for part in parts for plan_id in part["plans"]["plan_id"]}
    if kept is not None:
        others = [plan.plan_id for plan in plans if plan.plan_id not in fresh]
        parts.append({name: of_plans(kept[name], others) for name in ALONE})
    tables = combine(parts)
    tables["comparison"] = comparison(tables, plans, codebook, rows)
    tables["reuse"] = make_frame(schemas()["reuse"], ())
    return {name: tables[name] for name in schemas()}
