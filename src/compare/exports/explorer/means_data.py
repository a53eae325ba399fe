"""What the explorer page knows of policy instruments: a level for each plan, and its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.tables.storage.frames import records
from compare.tables.words.labels import LANGUAGES, Labels

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Item = dict[str, Any]


def measures(dataset: Dataset) -> list[Item]:
    """The table ``measures`` in the codebook's order; ``span`` is None where there is no clause, ``level``
    where the source is incomplete."""
    known = {code: place for place, code in enumerate(dataset.labels.sections.get("instruments", {}))}
    rows = records(dataset.measures)
    rows.sort(key=lambda row: (known.get(row["instrument"], len(known)), row["instrument"]))
    return [
        {
            "id": f"{row['plan_id']}:{row['instrument']}",
            "plan": row["plan_id"],
            "instrument": row["instrument"],
            "family": row["family"],
            "status": text_of(row["status"]),
            "level": None if pd.isna(row["level"]) else int(row["level"]),
            "items": int(row["items"]),
            "provisional": bool(row["provisional"]),
            "span": None if pd.isna(row["start"]) else [int(row["start"]), int(row["end"])],
            "lead": text_of(row["lead_department"]).split(),
            "departments": text_of(row["departments"]).split(),
        }
        for row in rows
    ]


def names(dataset: Dataset) -> dict[str, dict[str, dict[str, str]]]:
    """What its codes are called, by section."""
    labels: Labels = dataset.labels
    used = {code for cell in dataset.measures["departments"].dropna() for code in str(cell).split()}
    used |= set(dataset.responsibilities["department"].dropna())
    return {
        **{
            section: {
                code: {lang: entry[lang] for lang in LANGUAGES}
                for code, entry in labels.sections.get(section, {}).items()
            }
            for section in ("instruments", "families", "actions")
        },
        "departments": {
            code: {lang: labels.department(code, lang) for lang in LANGUAGES} for code in sorted(used)
        },
    }
