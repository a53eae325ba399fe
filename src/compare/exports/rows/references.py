"""A plan as a reference: an item of CSL-JSON, and the line that APA makes of it.

What a plan does not state (issuer, number, date) is left out, never made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compare.exports.words import Words
from compare.tables.storage.frames import text_of

Item = Mapping[str, Any]


def csl_item(plan: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """A row of ``plans`` as an item of CSL-JSON 1.0.2; ``id`` is the plan's id."""
    region = words.plan(plan["plan_id"])
    date = text_of(plan["issued_on"]) or text_of(plan["published_on"])
    item = {
        "id": plan["plan_id"],
        "type": "report",
        "title": text_of(plan["title"]) or words.pair("untitled", region=region),
        "author": [{"literal": name} for name in text_of(plan["issuer"]).split("、") if name],
        "number": text_of(plan["document_number"]),
        "issued": {"date-parts": [[int(part) for part in date.split("-")]]} if date else None,
        "jurisdiction": text_of(plan["region_zh"]),
        "language": "zh-CN",
        "note": f"{plan['source_file']}, SHA-256 {plan['source_sha256']}",
    }
    return {key: value for key, value in item.items() if value}


def apa(item: Item) -> str:
    """An item as APA (7th edition, 10.4, government reports) cites it: author. (year). title (number).

    The author is the publisher too, so none is named; without a date it is n.d., without an author the
    title stands first.
    """
    *first, last = [one["literal"] for one in item.get("author", ())] or [""]
    authors = ", ".join([*first, f"& {last}" if first else last])
    issued = item["issued"]["date-parts"][0][0] if "issued" in item else "n.d."
    titled = f"{item['title']} ({item['number']})" if "number" in item else item["title"]
    return f"{authors}. ({issued}). {titled}." if authors else f"{titled}. ({issued})."


def cff_reference(item: Item) -> dict[str, Any]:
    """An item as a reference of the Citation File Format 1.2.0, which wants an author and whole days only."""
    issued: list[int] = item["issued"]["date-parts"][0] if "issued" in item else []
    authors = [one["literal"] for one in item.get("author", ())] or [item.get("jurisdiction", item["title"])]
    found = {
        "type": "government-document",
        "title": item["title"],
        "authors": [{"name": name} for name in authors],
        "number": item.get("number", ""),
        "date-released": "-".join(f"{part:02d}" for part in issued) if len(issued) == 3 else "",
        "notes": item["note"],
    }
    return {key: value for key, value in found.items() if value}
