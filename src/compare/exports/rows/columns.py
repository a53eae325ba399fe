"""Which columns each sheet shows, in which order and how wide.

Titles come from the tables' schemas; columns a sheet adds are titled by the exports' wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.exports.words import Words
from compare.tables.labels import Lang
from compare.tables.storage.schemas import schemas

VALUE = "#,##0.##########"
COUNT = "#,##0"
YEAR = "0"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet. ``key`` names its value in a row, ``header`` is what is printed above it.

    ``width`` is in characters; ``number`` is an Excel number format, "" for text; ``group``
    puts the column into a folded outline (offsets, rules: there, but out of the way).
    """

    key: str
    header: str
    width: float = 12.0
    number: str = ""
    folded: bool = False


# (key, width in characters, number format or "", folded away)
Layout = tuple[tuple[str, float, str, bool], ...]

COMPARISON: Layout = (
    ("region", 16, "", False),
    ("group", 20, "", False),
    ("indicator_label", 28, "", False),
    ("display", 26, "", False),
    ("status_label", 16, "", False),
    ("comparator_label", 13, "", False),
    ("value_low", 12, VALUE, False),
    ("value_high", 12, VALUE, False),
    ("unit", 11, "", False),
    ("deadline", 11, "", False),
    ("deadline_year", 11, YEAR, False),
    ("scope_label", 18, "", False),
    ("path", 16, "", False),
    ("statement_id", 22, "", False),
    ("derived_from", 22, "", True),
    ("derived_by", 22, "", True),
    ("quote", 40, "", True),
    ("aspect_label", 12, "", True),
    ("kind", 11, "", True),
    ("period", 11, "", True),
    ("row_id", 30, "", True),
    ("searched", 60, "", True),
    ("statement_ids", 22, "", True),
    ("elsewhere_ids", 22, "", True),
    ("plan_id", 16, "", True),
    ("indicator", 24, "", True),
    ("status", 14, "", True),
    ("comparator", 11, "", True),
    ("scope", 14, "", True),
)

STATEMENTS: Layout = (
    ("statement_id", 22, "", False),
    ("region", 14, "", False),
    ("indicator_label", 26, "", False),
    ("kind_label", 12, "", False),
    ("subject", 22, "", False),
    ("comparator_label", 12, "", False),
    ("value_low", 11, VALUE, False),
    ("value_high", 11, VALUE, False),
    ("unit", 11, "", False),
    ("deadline", 11, "", False),
    ("scope_label", 18, "", False),
    ("quote", 36, "", False),
    ("sentence", 60, "", False),
    ("trail", 36, "", False),
    ("document_number", 20, "", False),
    ("value_text", 12, "", True),
    ("deadline_year", 11, YEAR, True),
    ("period_label", 12, "", True),
    ("scope_text", 16, "", True),
    ("implied_label", 9, "", True),
    ("binding_label", 14, "", True),
    ("area", 12, "", True),
    ("review", 14, "", True),
    ("title", 40, "", True),
    ("plan_id", 16, "", True),
    ("passage_id", 22, "", True),
    ("indicator", 24, "", True),
    ("kind", 11, "", True),
    ("comparator", 11, "", True),
    ("scope", 14, "", True),
    ("start", 9, COUNT, True),
    ("end", 9, COUNT, True),
    ("value_start", 9, COUNT, True),
    ("value_end", 9, COUNT, True),
    ("rule", 16, "", True),
)

ALLOCATIONS: Layout = (
    ("region", 16, "", False),
    ("area", 16, "", False),
    ("region_code", 10, "", False),
    ("indicator_label", 30, "", False),
    ("value", 12, VALUE, False),
    ("unit", 10, "", False),
    ("deadline", 11, "", False),
    ("status_label", 16, "", False),
    ("total_label", 9, "", False),
    ("quote", 14, "", False),
    ("statement_id", 22, "", False),
    ("plan_id", 16, "", True),
    ("indicator", 24, "", True),
    ("status", 14, "", True),
    ("start", 9, COUNT, True),
    ("end", 9, COUNT, True),
)

MEASURES: Layout = (
    ("instrument_label", 26, "", False),
    ("family_label", 16, "", False),
    ("region", 16, "", False),
    ("level", 8, COUNT, False),
    ("provisional_label", 12, "", False),
    ("items", 9, COUNT, False),
    ("status_label", 16, "", False),
    ("lead_label", 26, "", False),
    ("quote", 60, "", False),
    ("departments_label", 40, "", True),
    ("review_label", 14, "", True),
    ("plan_id", 16, "", True),
    ("instrument", 24, "", True),
    ("family", 12, "", True),
    ("status", 14, "", True),
    ("best_passage_id", 22, "", True),
    ("start", 9, COUNT, True),
    ("end", 9, COUNT, True),
)

INSTRUMENTS: Layout = (
    ("region", 16, "", False),
    ("task", 40, "", False),
    ("family_label", 16, "", False),
    ("instrument_label", 26, "", False),
    ("level", 8, COUNT, False),
    ("provisional_label", 12, "", False),
    ("mark", 10, "", False),
    ("quote", 60, "", False),
    ("lead_label", 26, "", False),
    ("deadline", 11, "", False),
    ("target_group_label", 24, "", False),
    ("repeats_label", 9, "", False),
    ("departments_label", 40, "", True),
    ("statement_ids", 22, "", True),
    ("review_label", 14, "", True),
    ("means_id", 30, "", True),
    ("plan_id", 16, "", True),
    ("instrument", 24, "", True),
    ("family", 12, "", True),
    ("item_id", 22, "", True),
    ("passage_id", 22, "", True),
    ("start", 9, COUNT, True),
    ("end", 9, COUNT, True),
)

#: What papers print as an appendix: one row an instrument in a task item.
CODING_SHEET: Layout = (
    ("region", 16, "", False),
    ("task", 44, "", False),
    ("quote", 60, "", False),
    ("family_label", 16, "", False),
    ("instrument_label", 26, "", False),
    ("level", 8, COUNT, False),
    ("provisional_label", 12, "", False),
    ("mark", 10, "", False),
    ("departments_label", 40, "", False),
    ("repeats_label", 9, "", False),
)

#: To score by hand: the evidence is there, the scores are empty.
SCORING: Layout = (
    ("region", 16, "", False),
    ("family_label", 16, "", False),
    ("instrument_label", 26, "", False),
    ("status_label", 16, "", False),
    ("level", 8, COUNT, False),
    ("provisional_label", 12, "", False),
    ("items", 9, COUNT, False),
    ("quote", 60, "", False),
    ("score", 10, COUNT, False),
    ("score_reason", 40, "", False),
)

MILESTONES: Layout = (
    ("region", 16, "", False),
    ("deadline", 11, "", False),
    ("action_label", 14, "", False),
    ("object", 40, "", False),
    ("lead_label", 26, "", False),
    ("quote", 60, "", False),
    ("task", 40, "", False),
    ("responsible_label", 40, "", True),
    ("plan_id", 16, "", True),
    ("action", 11, "", True),
    ("item_id", 22, "", True),
    ("passage_id", 22, "", True),
    ("start", 9, COUNT, True),
    ("end", 9, COUNT, True),
)

PLANS: Layout = (
    ("plan_id", 18, "", False),
    ("region_zh", 18, "", False),
    ("region_en", 16, "", False),
    ("region_code", 10, "", False),
    ("region_level", 11, "", False),
    ("province_zh", 16, "", False),
    ("title", 44, "", False),
    ("document_number", 22, "", False),
    ("issuer", 26, "", False),
    ("issued_on", 12, "", False),
    ("published_on", 12, "", False),
    ("effective_on", 12, "", False),
    ("horizon_start", 9, "", False),
    ("horizon_end", 9, "", False),
    ("parent_title", 44, "", False),
    ("parent_number", 22, "", False),
    ("parent_level_label", 12, "", False),
    ("complete", 14, "", False),
    ("incomplete_note", 30, "", False),
    ("incomplete_note_zh", 30, "", True),
    ("reviewed", 9, "", False),
    ("supersedes", 18, "", False),
    ("source_file", 18, "", False),
    ("source_format", 9, "", True),
    ("source_sha256", 68, "", True),
    ("citation", 60, "", True),
    ("notes", 60, "", True),
)

REFERENCES: Layout = (
    ("region", 18, "", False),
    ("title", 60, "", False),
    ("number", 22, "", False),
    ("level_label", 14, "", False),
    ("relation_name", 22, "", False),
    ("mentions", 10, COUNT, False),
    ("quote", 60, "", False),
    ("plan_id", 16, "", True),
    ("level", 12, "", True),
    ("start", 9, COUNT, True),
    ("end", 9, COUNT, True),
)

FINDINGS: Layout = (
    ("severity_label", 14, "", False),
    ("check_label", 26, "", False),
    ("region", 16, "", False),
    ("message_zh", 60, "", False),
    ("message", 60, "", False),
    ("statement_ids", 26, "", False),
    ("start", 9, COUNT, False),
    ("end", 9, COUNT, False),
    ("finding_id", 24, "", True),
    ("plan_id", 16, "", True),
    ("check", 16, "", True),
    ("severity", 10, "", True),
)

NATIONAL: Layout = (
    ("indicator_label", 28, "", False),
    ("region", 16, "", False),
    ("display", 26, "", False),
    ("scope_label", 18, "", False),
    ("relation_label", 20, "", False),
    ("national_sign", 7, "", False),
    ("national_value", 12, VALUE, False),
    ("national_unit", 14, "", False),
    ("national_deadline", 11, "", False),
    ("distance_low", 12, VALUE, False),
    ("distance_high", 12, VALUE, False),
    ("national_document", 40, "", False),
    ("national_document_number", 20, "", False),
    ("national_year", 9, "", False),
    ("national_grade", 9, "", False),
    ("ruling", 44, "", False),
    ("held_at", 11, "", False),
    ("statement_id", 22, "", False),
    ("value_low", 11, VALUE, True),
    ("value_high", 11, VALUE, True),
    ("unit", 11, "", True),
    ("comparator", 11, "", True),
    ("deadline", 11, "", True),
    ("plan_id", 16, "", True),
    ("indicator", 24, "", True),
    ("relation", 16, "", True),
    ("benchmark_id", 26, "", True),
)

BENCHMARKS: Layout = (
    ("indicator_label", 28, "", False),
    ("sign", 7, "", False),
    ("value", 12, VALUE, False),
    ("unit_label", 14, "", False),
    ("national_scope", 30, "", False),
    ("national_deadline", 11, "", False),
    ("national_document", 40, "", False),
    ("national_document_number", 20, "", False),
    ("benchmark_issuer", 20, "", False),
    ("national_year", 9, "", False),
    ("national_grade", 9, "", False),
    ("wording", 50, "", False),
    ("compared_with", 24, "", False),
    ("ruling", 44, "", False),
    ("evidence", 50, "", True),
    ("indicator", 24, "", True),
    ("benchmark_id", 26, "", True),
)

CHANGES: Layout = (
    ("since", 16, "", False),
    ("what_label", 14, "", False),
    ("region", 18, "", False),
    ("indicator_label", 28, "", False),
    ("change_label", 18, "", False),
    ("before", 44, "", False),
    ("after", 44, "", False),
    ("statement_id", 22, "", False),
    ("plan_id", 16, "", True),
    ("indicator", 24, "", True),
    ("what", 11, "", True),
    ("change", 16, "", True),
)

CODEBOOK: Layout = (
    ("group", 20, "", False),
    ("label_zh", 26, "", False),
    ("label_en", 28, "", False),
    ("definition_zh", 44, "", False),
    ("definition_en", 44, "", False),
    ("unit", 14, "", False),
    ("direction_label", 11, "", False),
    ("plausible", 14, "", False),
    ("headline_scopes", 24, "", False),
    ("rulings", 50, "", False),
    ("stated_by", 10, COUNT, False),
    ("indicator", 26, "", False),
    ("units", 14, "", True),
)

COLUMNS: Layout = (
    ("table", 16, "", False),
    ("column", 18, "", False),
    ("title_zh", 16, "", False),
    ("title_en", 22, "", False),
    ("type", 10, "", False),
    ("unit", 12, "", False),
    ("description_zh", 44, "", False),
    ("description_en", 50, "", False),
    ("codes", 36, "", False),
)


def columns(layout: Layout, words: Words, table: str = "") -> list[Column]:
    """The columns of a sheet that shows ``table``."""
    heads = titles([key for key, *_ in layout], words, table)
    return [Column(key, heads[key], width, number, folded) for key, width, number, folded in layout]


def titles(keys: Sequence[str], words: Words, table: str = "") -> dict[str, str]:
    """What is printed above the columns ``keys`` of ``table``, Chinese over English.

    What is added from the plan (title, document number) is titled as in the table ``plans``. A
    code whose label has a column of its own is titled as the code.
    """
    named = (table, "plans") if table else ()
    known = {column.name: column.title for name in reversed(named) for column in schemas()[name].columns}

    def title(key: str, lang: Lang) -> str:
        own = known[key][lang] if key in known else words.one(f"column.{key}", lang)
        return words.one("column.code", lang, title=own) if f"{key}_label" in keys else own

    return {key: f"{title(key, 'zh')}\n{title(key, 'en')}" for key in keys}


def position(layout: Layout, key: str) -> int:
    """The number of a column in its sheet, from 1."""
    return [name for name, *_ in layout].index(key) + 1
