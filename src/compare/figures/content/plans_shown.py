"""Which plans stand behind a figure: their names, their order and the source line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.tables.labels import Labels, Lang


@dataclass(frozen=True, slots=True)
class PlanNote:
    """What a figure says of a plan. ``issued`` is an ISO 8601 date or ""."""

    plan_id: str
    name: str
    document_number: str
    issued: str
    complete: bool

    @property
    def year(self) -> str:
        return self.issued[:4]


def plan_notes(plans: pd.DataFrame, plan_ids: Iterable[str], labels: Labels, lang: Lang) -> list[PlanNote]:
    """Notes on those of ``plans`` that are in ``plan_ids``, by region code, then by date.

    The order is the register's of GB/T 2260: no ranking is implied. ``issued`` is the date of
    issue, else of publication, as far as the document states one.
    """
    wanted = set(plan_ids)
    rows = [row for row in plans.to_dict("records") if row["plan_id"] in wanted]
    rows.sort(key=lambda row: (text_of(row["region_code"]), text_of(row["issued_on"]), row["plan_id"]))
    return [
        PlanNote(
            plan_id=row["plan_id"],
            name=labels.plan(row["plan_id"], lang),
            document_number=text_of(row["document_number"]),
            issued=text_of(row["issued_on"]) or text_of(row["published_on"]),
            complete=bool(row["complete"]),
        )
        for row in rows
    ]


def source_line(notes: Iterable[PlanNote], labels: Labels, lang: Lang) -> str:
    """Regions, document numbers and years of the plans drawn; what a document lacks is said."""
    plans = labels.word("figures.source_separator", lang).join(_source(note, labels, lang) for note in notes)
    return labels.word("figures.source", lang, plans=plans)


def _source(note: PlanNote, labels: Labels, lang: Lang) -> str:
    number = note.document_number or labels.word("figures.no_document_number", lang)
    # 国办发〔2020〕23号 says its year itself.
    year = "" if note.year and note.year in number else note.year or labels.word("figures.undated", lang)
    fragment = "" if note.complete else labels.word("figures.fragment", lang)
    facts = labels.word("figures.comma", lang).join(filter(None, (number, year, fragment)))
    return labels.word("figures.source_plan", lang, plan=note.name, facts=facts)
