"""Totals and shares of area-by-area tables, as plain rows with labels."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from compare.exports.rows.plain import Row
from compare.exports.words import Words
from compare.figures.content.cell_text import text_of
from compare.model import Status
from compare.tables.storage.frames import records


def total_rows(totals: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The rows of ``area_totals`` with labels."""
    for row in records(totals):
        yield {
            **row,
            "region": words.plan(row["plan_id"]),
            "indicator_label": words.indicator(text_of(row["indicator"])),
            "adds_up": words.pair("yes" if row["adds_up"] else "no"),
        }


def share_rows(shares: pd.DataFrame, words: Words) -> tuple[list[Row], dict[str, str]]:
    """The rows of ``area_shares`` with a row per plan and area and a column per quantity, and the
    titles of these columns."""
    rows: dict[tuple[str, str], Row] = {}
    heads: dict[str, str] = {}
    for one in records(shares):
        code, subject = text_of(one["indicator"]), text_of(one["subject"])
        key = "|".join(text_of(one[name]) for name in ("indicator", "subject", "unit", "deadline"))
        heads[key] = "\n".join(filter(None, (words.indicator(code, "\n"), subject)))
        region = words.plan(one["plan_id"])
        row = rows.setdefault((one["plan_id"], one["area"]), {"region": region, "area": one["area"]})
        row[key] = _share(one, words)
    return list(rows.values()), heads


def _share(one: Row, words: Words) -> str:
    """``12.5%``; where the area has no number why, where the whole is not known a dash."""
    if one["status"] != Status.STATED:
        return words.label("statuses", one["status"], "\n")
    share = float(one["share"])
    if math.isnan(share):
        return "—"
    # What is not nothing must not look like it.
    return "< 0.1%" if 0 < share < 0.05 else f"{share:.1f}%"
