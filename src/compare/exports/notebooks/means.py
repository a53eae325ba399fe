"""What the notebooks on policy instruments and milestones show, from the tables alone.

Each function takes the tables (``compare.load()``) and returns a
:class:`compare.exports.notebooks.shown.Table`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from compare.exports.notebooks.shown import Table, in_order, table_of
from compare.exports.rows import means
from compare.exports.words import Words
from compare.figures.content.cell_text import text_of
from compare.model import Status

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset


def evidence(dataset: Dataset, family: str = "") -> Table:
    """Each plan's level of each instrument with the clause that shows it; of one ``family`` if named."""
    words = Words(dataset.labels)
    rows = dataset.measures[dataset.measures["status"] == Status.STATED]
    rows = rows[rows["family"] == family] if family else rows
    keys = ("instrument_label", "region", "level", "items", "lead_label", "quote")
    return table_of(list(means.measure_rows(rows, words)), keys, words, "measures")


def only_one(dataset: Dataset) -> Table:
    """Instruments that one plan alone carries; what fragments lack is not counted as lacking."""
    words = Words(dataset.labels)
    stated = dataset.measures[dataset.measures["status"] == Status.STATED]
    alone = stated[~stated["instrument"].duplicated(keep=False)]
    keys = ("instrument_label", "family_label", "region", "level", "quote")
    return table_of(list(means.measure_rows(alone, words)), keys, words, "measures")


def leads(dataset: Dataset, most: int = 3) -> Table:
    """Who leads what: for each instrument the departments that lead most of its items, with how many."""
    words = Words(dataset.labels)
    frame = dataset.instruments[~dataset.instruments["repeats"].astype(bool)]
    shown = []
    for code in means.instrument_order(frame, words):
        mine = frame[frame["instrument"] == code]
        counts = Counter(one for cell in mine["lead"] for one in text_of(cell).split())
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        if ranked:
            named = "; ".join(f"{means.departments(one, words)} {number}" for one, number in ranked)
            shown.append(
                {
                    "instrument_label": words.label("instruments", code),
                    "items": len(mine),
                    "lead_label": named,
                }
            )
    return table_of(shown, ("instrument_label", "items", "lead_label"), words, "measures")


def milestones(dataset: Dataset) -> Table:
    """Every milestone, plan by plan, the earliest first."""
    words = Words(dataset.labels)
    rows = list(means.milestone_rows(dataset.milestones, dataset.passages, words))
    place = {row["plan_id"]: number for number, row in enumerate(in_order(dataset, dataset.plans))}
    rows.sort(key=lambda row: (place.get(row["plan_id"], len(place)), row["deadline"], row["start"]))
    keys = ("region", "deadline", "action_label", "object", "lead_label", "quote")
    return table_of(rows, keys, words, "milestones")


def family_counts(dataset: Dataset) -> Table:
    """How many instruments of each family each plan carries in its items, and at which levels."""
    words = Words(dataset.labels)
    frame = dataset.instruments[~dataset.instruments["repeats"].astype(bool)]
    counts = frame.groupby(["plan_id", "family", "level"]).size().unstack(fill_value=0)
    rows = counts.reindex(columns=[1, 2, 3], fill_value=0).reset_index()
    rows.columns = ["plan_id", "family", "level_1", "level_2", "level_3"]
    shown = [
        {
            **row,
            "region": words.plan(row["plan_id"]),
            "family_label": words.label("families", row["family"]),
        }
        for row in in_order(dataset, rows)
    ]
    return table_of(shown, ("region", "family_label", "level_1", "level_2", "level_3"), words)
