"""Observations as a table: what a notebook shows and a workbook prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from compare.prose.observation import Observation
from compare.prose.observing import observe
from compare.prose.sentences import sentence
from compare.tables.noting.reads import asked
from compare.tables.select import Named

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

#: Columns of :func:`observations`.
OBSERVATIONS = ("sentence_zh", "sentence_en", "group", "kind", "row_ids", "plan_ids", "statement_ids")
_TABLES = ("comparison", "statements", "national", "responsibilities")


@asked
def observations(dataset: Dataset, group: str | None = None, region: Named = None) -> pd.DataFrame:
    """What the tables of a study tell, most telling first, one row an observation (OBSERVATIONS).

    ``row_ids``, ``plan_ids`` and ``statement_ids`` lead back to the cells and sentences, separated by blanks.
    ``group`` keeps those about one group of indicators; ``region`` tells of these plans alone, as if there
    were no others. Raises :class:`~compare.tables.select.UnknownId` for a region that no plan has.
    """
    return as_frame((one for one in of_study(dataset, region) if group in (None, one.group)), dataset)


def of_study(dataset: Dataset, region: Named = None) -> tuple[Observation, ...]:
    """The observations of a study's tables, or of what they say of some regions."""
    tables = {name: dataset.select(getattr(dataset, name), region=region) for name in _TABLES}
    return observe(tables, dataset.labels.group_of)


def as_frame(found: Iterable[Observation], dataset: Dataset) -> pd.DataFrame:
    """Observations as rows (OBSERVATIONS), in the order given."""
    rows = [
        (
            sentence(one, dataset.labels, "zh"),
            sentence(one, dataset.labels, "en"),
            one.group,
            str(one.kind),
            " ".join(dict.fromkeys(value.row_id for value in one.values)),
            " ".join(dict.fromkeys(value.plan_id for value in (*one.values, *one.derived, *one.elsewhere))),
            " ".join(one.statement_ids),
        )
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(OBSERVATIONS), dtype="str")
