"""Which indicators are offered for a statement that none was found for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.coding.indicators.resemblance import Around, Resemblance
from compare.tables.storage.frames import records, text_of

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset


def likely_indicators(dataset: Dataset, queue: pd.DataFrame) -> pd.Series:
    """For each row of the queue the ids of the indicators that its statement resembles, the likeliest first,
    separated by spaces; "" for a statement that has one, and where none has its unit.

    Raises SourceError where the source of a plan cannot be read any more.
    """
    uncoded = queue["reasons"].str.split().map(lambda reasons: "uncoded" in reasons).astype(bool)
    offered: dict[str, str] = {}
    if uncoded.any():
        resemblance = Resemblance(dataset.codebook)
        rows = {row["statement_id"]: row for row in records(dataset.statements)}
        for said in records(dataset.evidence_table(queue.loc[uncoded, "statement_id"])):
            offered[said["statement_id"]] = " ".join(_likely(resemblance, rows[said["statement_id"]], said))
    return queue["statement_id"].map(lambda one: offered.get(one, "")).astype("str")


def _likely(resemblance: Resemblance, row: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[str]:
    first = said["sentence_start"]
    place = said["sentence"], said["start"] - first, said["end"] - first
    around = Around.of(text_of(row["subject"]), *place, said["trail"], said["title"])
    low = row["value_low"]
    value = None if low != low else float(low)
    yield from (one.id for one in resemblance.likely(around, text_of(row["unit"]), value))
