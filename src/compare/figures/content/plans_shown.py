"""Which plans stand behind a figure: their names, their order and the source line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.coding.places.regions import region_by_code, short_province
from compare.figures.content.cell_text import text_of
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang

LEVELS = ("province", "prefecture", "county", "township")
# The source line of more plans than this names them by level and period. Of so many, where they are of more
# than one province, those of a province stand together, and the province stands beside their names.
NAMED_IN_FULL = 12


@dataclass(frozen=True, slots=True)
class PlanNote:
    """What a figure says of a plan. ``issued`` is an ISO 8601 date or "", ``period`` the years it covers,
    ``group`` its province where plans are grouped so."""

    plan_id: str
    name: str
    document_number: str
    issued: str
    complete: bool
    level: str = ""
    period: str = ""
    group: str = ""

    @property
    def year(self) -> str:
        return self.issued[:4]


def plan_notes(plans: pd.DataFrame, plan_ids: Iterable[str], labels: Labels, lang: Lang) -> list[PlanNote]:
    """Notes on those of ``plans`` that are in ``plan_ids``, by level, then by the period they cover; where
    ``plans`` are many and of several provinces, first by province.

    Plans of one level and period stand in the order of GB/T 2260: no ranking is implied. ``issued`` is the
    date of issue, else of publication, as far as the document states one.
    """
    wanted = set(plan_ids)
    rows = [row for row in records(plans) if row["plan_id"] in wanted]
    by_province = len(plans) > NAMED_IN_FULL and plans["province_zh"].dropna().nunique() > 1
    rows.sort(key=lambda row: (_province_place(row) if by_province else (), _place(row)))
    return [
        PlanNote(
            plan_id=row["plan_id"],
            name=labels.plan(row["plan_id"], lang),
            document_number=text_of(row["document_number"]),
            issued=text_of(row["issued_on"]) or text_of(row["published_on"]),
            complete=bool(row["complete"]),
            level=text_of(row["region_level"]),
            period=_period(row, labels, lang),
            group=_province(row, lang) if by_province else "",
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


def _province_place(row: Mapping[Any, Any]) -> tuple[str, str]:
    """Provinces in the order of GB/T 2260, then those without a code; plans of no known province last."""
    name = text_of(row["province_zh"])
    return (text_of(row["region_code"])[:2] or "98") if name else "99", name


def _province(row: Mapping[Any, Any], lang: Lang) -> str:
    """``新疆``, ``Xinjiang``; in English the Chinese name where no code tells another."""
    code = text_of(row["region_code"])
    found = region_by_code(f"{code[:2]}0000") if lang == "en" and code else None
    return found.name_en if found else short_province(text_of(row["province_zh"]))


def _period(row: Mapping[Any, Any], labels: Labels, lang: Lang) -> str:
    """``2021–2025``; ``to 2022`` where only the end is stated; one year where both are the same."""
    first, last = text_of(row["horizon_start"]), text_of(row["horizon_end"])
    if not last:
        return ""
    if not first:
        return labels.word("figures.period_until", lang, last=last)
    return last if first == last else f"{first}–{last}"


def when(note: PlanNote, labels: Labels, lang: Lang) -> str:
    """What stands beside a plan's name: the years it covers, else that of its issue; before them the province
    where plans are grouped so."""
    if note.group:
        return " ".join((note.group, note.period or note.year)).strip()
    if note.period or not note.year:
        return note.period or labels.word("figures.undated", lang)
    return labels.word("figures.national_held_issue", lang, year=note.year)


def standing(note: PlanNote, labels: Labels, lang: Lang) -> str:
    """Level and years of a plan: ``Prefecture, 2021–2025``."""
    level = labels.of("levels", note.level, lang) if note.level else ""
    return labels.word("figures.comma", lang).join(filter(None, (level, when(note, labels, lang))))


def source_line(notes: Sequence[PlanNote], labels: Labels, lang: Lang) -> str:
    """The plans with level, period and document number; many of them by level and period."""
    sources = _each(notes, labels, lang) if len(notes) <= NAMED_IN_FULL else _together(notes, labels, lang)
    return labels.word(
        "figures.source", lang, plans=labels.word("figures.source_separator", lang).join(sources)
    )


def left_out(key: str, plans: pd.DataFrame, shown: Iterable[str], labels: Labels, lang: Lang) -> str:
    """The note ``key`` on the plans that are not ``shown``, by name or, where they are many, by their
    number; "" where all are."""
    missing = plan_notes(plans, set(plans["plan_id"]) - set(shown), labels, lang)
    if not missing:
        return ""
    names = labels.word("figures.list_separator", lang).join(note.name for note in missing)
    named = names if len(missing) <= NAMED_IN_FULL else str(len(missing))
    return labels.word(key, lang, plans=named)


def _together(notes: Iterable[PlanNote], labels: Labels, lang: Lang) -> list[str]:
    """``Prefecture, 2021–2025: A, B, C``, or by province: the order of the plans keeps them together."""
    found: dict[str, list[str]] = {}
    for note in notes:
        fragment = "" if note.complete else labels.word("figures.fragment", lang)
        name = (
            labels.word("figures.source_plan", lang, plan=note.name, facts=fragment)
            if fragment
            else note.name
        )
        found.setdefault(note.group or standing(note, labels, lang), []).append(name)
    separator = labels.word("figures.list_separator", lang)
    return [
        labels.word("figures.source_kind", lang, kind=kind, plans=separator.join(names))
        for kind, names in found.items()
    ]


def _each(notes: Iterable[PlanNote], labels: Labels, lang: Lang) -> list[str]:
    return [_source(note, labels, lang) for note in notes]


def _source(note: PlanNote, labels: Labels, lang: Lang) -> str:
    number = note.document_number or labels.word("figures.no_document_number", lang)
    # 国办发〔2020〕23号 says its year itself.
    year = "" if note.year and note.year in number else note.year or labels.word("figures.undated", lang)
    fragment = "" if note.complete else labels.word("figures.fragment", lang)
    level = labels.of("levels", note.level, lang) if note.level else ""
    facts_of_plan = (level, note.period, number, year, fragment)
    facts = labels.word("figures.comma", lang).join(filter(None, facts_of_plan))
    return labels.word("figures.source_plan", lang, plan=note.name, facts=facts)
