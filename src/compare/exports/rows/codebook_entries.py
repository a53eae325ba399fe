"""The codebook and the description of the tables as plain rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from compare.exports.words import Words
from compare.figures.content.cell_text import read_cells
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import format_number

if TYPE_CHECKING:
    from compare.coding import Codebook, Indicator
    from compare.exports.rows.plain import Row


def codebook_rows(codebook: Codebook, comparison: pd.DataFrame, words: Words) -> Iterator[Row]:
    """One row per indicator in the codebook's order; ``stated_by`` counts the plans that give a value,
    at whichever scope."""
    plans: dict[str, set[str]] = {}
    for cell in read_cells(comparison):
        plans.setdefault(cell.indicator, set()).update([cell.plan_id] if cell.values else [])
    stating = {code: len(found) for code, found in plans.items()}
    for code in words.labels.indicators:
        yield _indicator_row(codebook.indicators[code], stating.get(code), words)


def _indicator_row(indicator: Indicator, stated_by: int | None, words: Words) -> Row:
    plausible = indicator.plausible
    return {
        "group": words.group(indicator.id, "\n"),
        "indicator": indicator.id,
        "label_zh": indicator.label_zh,
        "label_en": indicator.label_en,
        "definition_zh": indicator.definition_zh,
        "definition_en": indicator.definition_en,
        "unit": words.unit(indicator.unit),
        "units": ", ".join(indicator.units),
        "direction_label": words.label("directions", str(indicator.direction)),
        "plausible": "–".join(format_number(float(end)) for end in plausible) if plausible else "",
        "headline_scopes": "\n".join(words.scope(scope) for scope in indicator.headline_scopes),
        "rulings": "\n".join(indicator.rulings),
        "stated_by": stated_by,
    }


def column_rows() -> Iterator[Row]:
    """One row per column of the tables, from their schemas."""
    for schema in schemas().values():
        for column in schema.columns:
            yield {
                "table": schema.name,
                "column": column.name,
                "title_zh": column.title["zh"],
                "title_en": column.title["en"],
                "type": column.type,
                "unit": column.unit,
                "description_zh": column.description["zh"],
                "description_en": column.description["en"],
                "codes": " ".join(column.codes),
            }
