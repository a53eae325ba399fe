"""Rows of the table ``references``: each document a plan names, once, with the mention that says most."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from compare.coding.authorities import level_of, parent_of
from compare.model import Cited, Relation
from compare.reading.header.cited import same_title
from compare.tables.making.result import PlanResult

_RANK = {relation: place for place, relation in enumerate(Relation)}


def reference_rows(result: PlanResult) -> list[dict[str, Any]]:
    """One row a document, whatever it is called where; what stands in the preamble says most."""
    mentions: dict[str, list[Cited]] = defaultdict(list)
    for one in result.reading.cited:
        mentions[same_title(one.title) or same_title(one.number)].append(one)
    rows = []
    for found in mentions.values():
        best = min(found, key=lambda one: (not one.preamble, _RANK[one.relation], one.start))
        rows.append(
            {
                "plan_id": result.plan.plan_id,
                "title": best.title,
                "number": next((one.number for one in found if one.number), ""),
                "level": level_of(best, result.plan),
                "relation": str(best.relation),
                "mentions": len(found),
                "start": best.quote_start,
                "end": best.end,
                "quote": result.text[best.quote_start : best.end],
            }
        )
    return rows


def parent_columns(result: PlanResult) -> dict[str, str]:
    """The columns of ``plans`` that name the document it carries out; "" where it names none above itself."""
    parent = parent_of(result.reading.cited, result.plan)
    if parent is None:
        return {"parent_title": "", "parent_number": "", "parent_level": ""}
    return {
        "parent_title": parent.title,
        "parent_number": parent.number,
        "parent_level": level_of(parent, result.plan),
    }
