"""National values and what plans' values are beside them, as plain rows with labels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd

from compare.exports.rows.plain import Row, indicator_order
from compare.exports.words import Words
from compare.figures.content.cell_text import read_cells, sentence, text_of
from compare.figures.content.national_gap import document_text, relation_text, value_text, when_text
from compare.tables.storage.frames import records
from compare.tables.words.labels import Lang

# Of a national value, whichever table it stands in.
_NAMED_ALIKE = ("scope", "deadline", "document", "document_number", "year", "grade")


def national_rows(national: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``national`` indicator by indicator: what each value is held against, or why it is not."""
    labels = words.labels
    place = {code: position for position, code in enumerate(indicator_order(national, words))}
    pairs = zip(read_cells(national), records(national), strict=True)
    for cell, row in sorted(pairs, key=lambda pair: place[pair[0].indicator]):
        yield {
            **row,
            "indicator_label": words.indicator(cell.indicator),
            "region": words.plan(cell.plan_id),
            "display": words.both(partial(sentence, cell, labels)),
            "scope_label": words.scope(cell.scope),
            "relation_label": words.both(partial(labels.word, f"figures.relation_{row['relation']}")),
            "national_unit": words.unit(text_of(row["national_unit"])),
            "national_sign": labels.symbol(text_of(row["national_comparator"])),
            "national_text": words.both(partial(relation_text, row, labels)),
            "ruling": words.both(partial(_ruling, row)),
        }


def benchmark_rows(benchmarks: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``benchmarks``: value, date, document, grade, and what may be held against it."""
    labels = words.labels
    for row in records(benchmarks):
        scopes = text_of(row["compare_scopes"]).split()
        yield {
            **row,
            **{f"national_{name}": row[name] for name in _NAMED_ALIKE},
            "benchmark_issuer": row["issuer"],
            "indicator_label": words.indicator(row["indicator"]),
            "unit_label": words.unit(text_of(row["unit"])),
            "sign": labels.symbol(text_of(row["comparator"])),
            "benchmark_value": words.both(partial(value_text, row, labels, prefix="")),
            "deadline": words.both(partial(when_text, row, labels, prefix="")),
            "benchmark_document": words.both(partial(document_text, row, labels, prefix="")),
            "compared_with": "\n".join(words.scope(code) for code in scopes),
            "ruling": words.both(partial(_ruling, row)),
        }


def _ruling(row: Row, lang: Lang) -> str:
    return text_of(row[f"ruling_{lang}"])
