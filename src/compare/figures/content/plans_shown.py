"""Which plans stand behind a figure: their names, their order and the source line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.tables.labels import Labels, Lang

LEVELS = ("province", "prefecture", "county", "township")


@dataclass(frozen=True, slots=True)
class PlanNote:
    """What a figure says of a plan. ``issued`` is an ISO 8601 date or "", ``period`` the years it covers."""

    plan_id: str
    name: str
    document_number: str
    issued: str
    complete: bool
    level: str = ""
    period: str = ""

    @property
    def year(self) -> str:
        return self.issued[:4]


def plan_notes(plans: pd.DataFrame, plan_ids: Iterable[str], labels: Labels, lang: Lang) -> list[PlanNote]:
    """Notes on those of ``plans`` that are in ``plan_ids``, by level, then by the period they cover.

    Plans of one level and period stand in the order of GB/T 2260: no ranking is implied. ``issued`` is the
    date of issue, else of publication, as far as the document states one.
    """
    wanted = set(plan_ids)
    rows = [row for row in plans.to_dict("records") if row["plan_id"] in wanted]
    rows.sort(key=_place)
    return [
        PlanNote(
            plan_id=row["plan_id"],
            name=labels.plan(row["plan_id"], lang),
            document_number=text_of(row["document_number"]),
            issued=text_of(row["issued_on"]) or text_of(row["published_on"]),
            complete=bool(row["complete"]),
            level=text_of(row["region_level"]),
            period=_period(row),
        )
        for row in rows
    ]


def _place(row: Mapping[Any, Any]) -> tuple[Any, ...]:
    """Where a plan stands: levels from the top down, periods by their end; what is not known comes last."""
    level = text_of(row["region_level"])
    until = text_of(row["horizon_end"])
    return (
        LEVELS.index(level) if level in LEVELS else len(LEVELS),
        until or "9999",
        text_of(row["region_code"]),
        text_of(row["issued_on"]),
        row["plan_id"],
    )


def _period(row: Mapping[Any, Any]) -> str:
    """``2021–2025``; ``–2022`` where only the end is stated."""
    first, last = text_of(row["horizon_start"]), text_of(row["horizon_end"])
    return f"{first}–{last}" if last else ""


def source_line(notes: Iterable[PlanNote], labels: Labels, lang: Lang) -> str:
    """Regions, document numbers and years of the plans drawn; what a document lacks is said."""
    plans = labels.word("figures.source_separator", lang).join(_source(note, labels, lang) for note in notes)
    return labels.word("figures.source", lang, plans=plans)


def _source(note: PlanNote, labels: Labels, lang: Lang) -> str:
    number = note.document_number or labels.word("figures.no_document_number", lang)
    # 国办发〔2020〕23号 says its year itself.
    year = "" if note.year and note.year in number else note.year or labels.word("figures.undated", lang)
    fragment = "" if note.complete else labels.word("figures.fragment", lang)
    level = labels.of("levels", note.level, lang) if note.level else ""
    said = (level, note.period, number, year, fragment)
    facts = labels.word("figures.comma", lang).join(filter(None, said))
    return labels.word("figures.source_plan", lang, plan=note.name, facts=facts)
