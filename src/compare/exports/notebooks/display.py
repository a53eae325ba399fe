"""What a data frame does not do: a table to search with its sentences, and the figures of the catalogue.

Each function takes the tables (``compare.load()``) and returns something a notebook displays;
a table has the rows shown as ``.frame``, figures the charts as ``.charts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from compare.exports.figure_files import charts
from compare.exports.notebooks.notebook_html import Figures, in_order, quoted, table_of
from compare.exports.rows import plain
from compare.exports.words import Words
from compare.tables.comparing.compared_rows import row_ids
from compare.tables.storage.frames import records
from compare.tables.words.labels import LANGUAGES

if TYPE_CHECKING:
    from compare.exports.notebooks.interactive import Browser
    from compare.tables.dataset import Dataset


def browse(dataset: Dataset, comparison: pd.DataFrame | None = None) -> Browser:
    """The comparison (all of it, or the rows given, as :meth:`Dataset.select` gives them) as a table to
    search and to narrow down by region, group, scope and status; each value with its sentence.

    Needs :func:`interactive` in a cell before it.
    """
    from compare.exports.notebooks.interactive import Browser, language

    words = Words(dataset.labels)
    chosen = dataset.comparison if comparison is None else comparison
    found = _with_sentences(dataset, chosen, words)
    panes = ("region", "group", "scope_label", "status_label")
    keys = ("indicator_label", *panes, "display", "sentence", "document_number")
    return Browser(table_of(found, keys, words, "plans"), panes, "sentence", language(words))


def interactive() -> None:
    """What the tables of :func:`browse` need, put into the output of this cell; once in a notebook."""
    from compare.exports.notebooks.interactive import start

    start()


def _with_sentences(dataset: Dataset, comparison: pd.DataFrame, words: Words) -> list[plain.Row]:
    """The rows of ``comparison`` with labels, once for each statement behind them and its sentence."""
    plans = [plan["plan_id"] for plan in in_order(dataset, dataset.plans)]
    shown = sorted(plain.comparison_rows(comparison, words), key=lambda row: plans.index(row["plan_id"]))
    order = {code: place for place, code in enumerate(row_ids(comparison, dataset.labels))}
    shown.sort(key=lambda row: order[row["row_id"]])
    behind = {code for row in shown for code in plain.ids(row["statement_ids"])}
    around = {one["statement_id"]: one for one in records(dataset.evidence_table(behind))}
    return [
        row | ({**around[code], "sentence": quoted(around[code])} if code else {})
        for row in shown
        for code in plain.ids(row["statement_ids"]) or [""]
    ]


def figures(dataset: Dataset, name: str, groups: Sequence[str] | None = None) -> Figures:
    """The figure ``name`` of the catalogue (matrix, dots …), of all indicators or those of ``groups``."""
    words = Words(dataset.labels)
    chinese, english = (tuple(charts(dataset, lang, name, groups)) for lang in LANGUAGES)
    return Figures(chinese, english, words.pair("display.english"), words.pair("display.none"))
