"""One plan's rows of ``instruments``, ``measures`` and ``milestones``, and the item of each passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.coding.corrections import CONFIRMED, CORRECTED
from compare.coding.departments import department_finder
from compare.coding.instruments.corrections import MeansCorrection, means_ids
from compare.model import Means, Status
from compare.tables.making.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook

Row = dict[str, Any]

_LEAD = "lead"


def item_ids(result: PlanResult, passages: Sequence[str]) -> list[str]:
    """For each passage the id of the passage that names its task item, "" where it is in none."""
    found = [""] * len(passages)
    for item in result.means.items:
        for passage in item.passages:
            found[passage] = passages[item.passages[0]]
    return found


def means_rows(result: PlanResult, passages: Sequence[str], codebook: Codebook) -> dict[str, list[Row]]:
    """Rows by table; ``passages`` are the ids of the plan's passages."""
    named = _named(result, codebook)
    items = [passages[item.passages[0]] for item in result.means.items]
    instruments = _instrument_rows(result, passages, items, named)
    return {
        "instruments": instruments,
        "measures": _measure_rows(result, items, named),
        "milestones": [
            {
                "plan_id": result.plan.plan_id,
                "passage_id": passages[milestone.passage],
                "item_id": items[milestone.item],
                "action": milestone.action,
                "object": result.text[milestone.object_start : milestone.object_end],
                "deadline": milestone.deadline,
                "responsible": " ".join(named[milestone.item].all),
                "lead": " ".join(named[milestone.item].lead),
                "start": milestone.start,
                "end": milestone.end,
                "quote": result.text[milestone.start : milestone.end],
            }
            for milestone in result.means.milestones
        ],
    }


@dataclass(frozen=True, slots=True)
class _Named:
    """The departments of an item by their function, in the order of the text: all, and those that lead."""

    all: tuple[str, ...]
    lead: tuple[str, ...]


def _named(result: PlanResult, codebook: Codebook) -> list[_Named]:
    function_of = department_finder(codebook.departments)
    home = {passage: at for at, item in enumerate(result.means.items) for passage in item.passages}
    roles: list[dict[str, set[str]]] = [defaultdict(set) for _ in result.means.items]
    for responsibility in result.reading.responsibilities:
        item = home.get(responsibility.passage)
        code = function_of(responsibility.department_text)
        if item is not None and code:
            roles[item][code].add(responsibility.role)
    return [_Named(tuple(found), tuple(code for code in found if _LEAD in found[code])) for found in roles]


def _instrument_rows(
    result: PlanResult, passages: Sequence[str], items: Sequence[str], named: Sequence[_Named]
) -> list[Row]:
    family = dict(result.means.searched)
    inside = _statements(result)
    ids = means_ids(result.plan.plan_id, result.text, result.means)
    return [
        {
            "means_id": ids[number],
            "plan_id": result.plan.plan_id,
            "passage_id": passages[use.passage],
            "item_id": items[use.item],
            "instrument": use.instrument,
            "family": family[use.instrument],
            "level": use.level,
            "mark": use.mark,
            "start": use.start,
            "end": use.end,
            "quote": result.text[use.start : use.end],
            "departments": " ".join(named[use.item].all),
            "lead": " ".join(named[use.item].lead),
            "target_group": " ".join(use.target_groups),
            "deadline": use.deadline,
            "statement_ids": " ".join(inside.get(use.item, ())),
            "repeats": use.repeats,
            "provisional": use.instrument in result.means.provisional,
            "review": use.review,
        }
        for number, use in enumerate(result.means.means)
    ]


def _statements(result: PlanResult) -> Mapping[int, list[str]]:
    """Ids of the statements inside each item."""
    home = {passage: at for at, item in enumerate(result.means.items) for passage in item.passages}
    inside: dict[int, list[str]] = {}
    for coded in result.coded:
        item = home.get(coded.statement.passage)
        if item is not None:
            inside.setdefault(item, []).append(coded.statement_id)
    return inside


def _measure_rows(result: PlanResult, items: Sequence[str], named: Sequence[_Named]) -> list[Row]:
    """A row for every instrument that was looked for. What a fragment does not show is not known."""
    carried: dict[str, list[Means]] = {}
    for means in result.means.means:
        carried.setdefault(means.instrument, []).append(means)
    return [
        _measure(result, instrument, family, carried.get(instrument, []), items, named)
        for instrument, family in result.means.searched
    ]


def _decided(result: PlanResult, instrument: str) -> str:
    """What a person decided about an instrument in the plan: corrected, confirmed or ""."""
    left = {one.review for one in result.means.means if one.instrument == instrument}
    dropped = any(
        isinstance(one, MeansCorrection) and one.drop and f"-{instrument}-" in one.means_id
        for one in result.corrected
    )
    if dropped or CORRECTED in left:
        return CORRECTED
    return CONFIRMED if CONFIRMED in left else ""


def _measure(
    result: PlanResult,
    instrument: str,
    family: str,
    means: Sequence[Means],
    items: Sequence[str],
    named: Sequence[_Named],
) -> Row:
    row: Row = {
        "plan_id": result.plan.plan_id,
        "instrument": instrument,
        "family": family,
        "provisional": instrument in result.means.provisional,
        "review": _decided(result, instrument),
    }
    if not means:
        status = Status.NOT_STATED if result.plan.complete else Status.SOURCE_INCOMPLETE
        if instrument in result.plan.not_applicable:
            status = Status.NOT_APPLICABLE
        level = 0 if status is Status.NOT_STATED else None
        return row | {"status": str(status), "level": level, "items": 0}
    best = min(means, key=Means.rank)
    return row | {
        "status": str(Status.STATED),
        "level": best.level,
        "items": sum(not one.repeats for one in means) or len(means),
        "best_passage_id": items[best.item],
        "start": best.start,
        "end": best.end,
        "quote": result.text[best.start : best.end],
        "lead_department": " ".join(named[best.item].lead),
        "departments": " ".join(named[best.item].all),
    }
