"""The page's data in less room: what repeats is said once. ``page/core.js`` undoes it.

A list of objects with the same keys becomes ``{"keys": […], "rows": [[…], …]}``; the lines that say why a
statement was read so, which many share, become numbers of a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Parts of the page's data that are lists of objects with the same keys.
TABLES = ("rows", "cells", "measures", "statements", "observations", "topics", "milestones")


def packed(data: Mapping[str, Any]) -> dict[str, Any]:
    """``data`` as it is written into the page; ``data`` itself is not changed."""
    lines: dict[str, int] = {}
    statements = [
        {
            **one,
            "why": {
                lang: [lines.setdefault(line, len(lines)) for line in reasons]
                for lang, reasons in one["why"].items()
            },
        }
        for one in data["statements"]
    ]
    whole = {**data, "statements": statements}
    tables = {name: _columns(whole[name]) for name in TABLES}
    return {**whole, **tables, "lines": list(lines)}


def _columns(items: list[dict[str, Any]]) -> dict[str, Any]:
    keys = list(items[0]) if items else []
    return {"keys": keys, "rows": [[item[key] for key in keys] for item in items]}
