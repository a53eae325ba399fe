"""A row of the table ``national`` in words: the national value, its document, and how far apart they are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from compare.figures.content.cell_text import joined, text_of
from compare.tables.comparing.national import HeldBy, Relation
from compare.tables.words.labels import Labels, Lang, format_number

Row = Mapping[str, Any]


def value_text(row: Row, labels: Labels, lang: Lang, prefix: str = "national_") -> str:
    """``≥ 50%``: the value of a benchmark."""
    value, unit = float(row[f"{prefix}value"]), text_of(row[f"{prefix}unit"])
    return labels.value(value, value, unit, text_of(row[f"{prefix}comparator"]), lang)


def when_text(row: Row, labels: Labels, lang: Lang, prefix: str = "national_") -> str:
    """Its deadline, or the year since when it holds."""
    deadline = labels.deadline(text_of(row[f"{prefix}deadline"]), lang)
    return deadline or labels.word("figures.national_standing", lang, year=row[f"{prefix}year"])


def document_text(row: Row, labels: Labels, lang: Lang, prefix: str = "national_") -> str:
    """Its number, or title and year where no number was seen in print."""
    title, year = row[f"{prefix}document"], row[f"{prefix}year"]
    number = text_of(row[f"{prefix}document_number"])
    return number or labels.word("figures.national_document", lang, title=title, year=year)


def fact_text(row: Row, labels: Labels, lang: Lang) -> str:
    """The national value with date, document and grade."""
    return labels.word(
        "figures.national_fact",
        lang,
        value=value_text(row, labels, lang),
        when=when_text(row, labels, lang),
        document=document_text(row, labels, lang),
        grade=row["national_grade"],
    )


def relation_text(row: Row, labels: Labels, lang: Lang) -> str:
    """How the plan's value stands to the national one, or why it is not compared."""
    relation = Relation(row["relation"])
    if relation is Relation.SILENT:
        return labels.word("figures.national_silent", lang, fact=fact_text(row, labels, lang))
    if relation is Relation.NONE_DUE:
        return labels.word("figures.national_none_due", lang, fact=fact_text(row, labels, lang))
    if relation is not Relation.COMPARED:
        return labels.word(f"figures.relation_{relation}", lang)
    return _distance(row, fact_text(row, labels, lang), labels, lang) + later_text(row, labels, lang)


def later_text(row: Row, labels: Labels, lang: Lang) -> str:
    """How many years the plan's deadline comes after the national one; "" where it does not."""
    years = _years(row)
    key = "figures.national_year_later" if years == 1 else "figures.national_years_later"
    return labels.word(key, lang, years=years) if years else ""


def _years(row: Row) -> int:
    """How many years later; 0 where the dates are not compared or the plan's is no later."""
    years = float(row["years_later"])
    return 0 if math.isnan(years) else max(0, int(years))


def held_text(row: Row, labels: Labels, lang: Lang) -> str:
    """The date a value is looked at for where it has no deadline: the plan's horizon or its year of issue."""
    held_by = text_of(row["held_by"])
    if held_by not in (HeldBy.HORIZON, HeldBy.ISSUE):
        return ""
    return labels.word(f"figures.national_held_{held_by}", lang, year=text_of(row["held_at"])[:4])


def _distance(row: Row, fact: str, labels: Labels, lang: Lang) -> str:
    low, high = float(row["distance_low"]), float(row["distance_high"])
    # A share differs by points, not by per cent.
    apart = abs(high) if math.isclose(low, high) else None
    points = "figures.point" if apart == 1 else "figures.points"
    unit = labels.word(points, lang) if row["unit"] == "%" else labels.unit(row["unit"], lang, apart)
    if not math.isclose(low, high):
        ends = {"low": _signed(low), "high": _signed(high)}
        return labels.word("figures.national_between", lang, unit=unit, fact=fact, **ends)
    if low == 0:
        same = "figures.national_same_value" if _years(row) else "figures.national_same"
        return labels.word(same, lang, fact=fact)
    key = "figures.national_above" if low > 0 else "figures.national_below"
    return labels.word(key, lang, distance=joined(format_number(abs(low)), unit), fact=fact)


def documents(rows: Iterable[Row], labels: Labels, lang: Lang) -> str:
    """The national documents behind ``rows``, each once."""
    named = (document_text(row, labels, lang) for row in rows if not pd.isna(row["national_value"]))
    listed = labels.word("figures.source_separator", lang).join(dict.fromkeys(named))
    return labels.word("figures.national_source", lang, documents=listed) if listed else ""


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{format_number(abs(value))}"
