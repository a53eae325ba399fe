"""Which indicators are offered for a statement that none was found for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from compare.coding.indicators.resemblance import Around, Resemblance
from compare.tables.storage.frames import records, text_of

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset


def likely_indicators(dataset: Dataset, statement_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Statement -> the ids of the indicators that its words resemble, the likeliest first; none at all where
    no indicator has its unit.

    Raises SourceError where the source of a plan cannot be read any more.
    """
    wanted = list(statement_ids)
    if not wanted:
        return {}
    resemblance = Resemblance(dataset.codebook)
    rows = {row["statement_id"]: row for row in records(dataset.statements)}
    offered = {}
    for said in records(dataset.evidence_table(wanted)):
        row = rows[said["statement_id"]]
        first = said["sentence_start"]
        around = Around.of(
            text_of(row["subject"]),
            said["sentence"],
            said["start"] - first,
            said["end"] - first,
            said["trail"],
            said["title"],
        )
        low = row["value_low"]
        found = resemblance.likely(around, text_of(row["unit"]), None if low != low else float(low))
        offered[said["statement_id"]] = tuple(one.id for one in found)
    return offered
