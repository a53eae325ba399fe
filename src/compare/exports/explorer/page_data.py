"""What the explorer page knows: the tables and the texts of the plans as plain JSON values.

Quotations and sentences are not copied: they are spans of a plan's text, which the page cuts out
itself. Spans count characters (code points) from 0 and leave out their end, as in the tables.
Everything said in two languages is ``{"zh": …, "en": …}``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, cast

import pandas as pd

from compare.exports.explorer import means_data, observation_data, topics_data
from compare.exports.rows.plain import citation, ids, incomplete_note
from compare.exports.rows.references import apa, csl_item
from compare.exports.words import Words
from compare.figures.content.cell_text import (
    Cell,
    amount,
    joined,
    read_cells,
    step_amount,
    text_of,
    unit_text,
)
from compare.figures.content.plans_shown import plan_notes
from compare.figures.content.selection import scope_text
from compare.tables.comparing.compared_rows import in_order, rows_of
from compare.tables.storage.frames import records
from compare.tables.words.labels import LANGUAGES, Labels, Lang
from compare.tables.words.messages import message_column

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Both = dict[str, str]
Item = dict[str, Any]

#: The words of the page are those of ``data/codebook/wording`` that begin so.
PREFIX = "explorer."

_SECTIONS = ("statuses", "kinds", "bindings", "periods", "directions", "levels", "checks", "severities")
_HEADINGS = ("title", "heading", "annex")


#: Statement -> why it was read and coded as it was, line by line in each language.
Reasons = Mapping[str, Mapping[Lang, Sequence[str]]]
NO_REASONS: Reasons = {}


def explorer_data(dataset: Dataset, why: Reasons = NO_REASONS) -> Item:
    """Everything the page shows, in the order in which it shows it; with ``why``, that as well.

    Raises :class:`compare.sources.SourceError` where a source is gone or is no longer what was read.
    """
    labels, words = dataset.labels, Words(dataset.labels)
    statements, trails = _statements(dataset, why)
    cells = read_cells(dataset.comparison, dataset.statements)
    plans = list(_plans(dataset, words))
    return {
        "version": version("compare-plans"),
        "words": {
            lang: {
                key.removeprefix(PREFIX): labels.word(key, lang)
                for key in labels.words
                if key.startswith(PREFIX)
            }
            for lang in LANGUAGES
        },
        "names": _names(dataset),
        "observations": observation_data.observation_items(dataset),
        "plans": plans,
        "rows": list(_rows(dataset)),
        "cells": [
            _cell(cell, row, labels) for cell, row in zip(cells, records(dataset.comparison), strict=True)
        ],
        "measures": means_data.measures(dataset),
        "topics": topics_data.topics(dataset),
        "tasks": topics_data.tasks(dataset),
        "milestones": topics_data.milestones(dataset),
        "tags": topics_data.tags(dataset),
        "glossary": topics_data.glossary(dataset, (plan["text"] for plan in plans)),
        "statements": statements,
        "trails": trails,
        "findings": [
            {key: text_of(row[key]) for key in ("plan_id", "check", "severity")}
            | {
                "message": {lang: text_of(row[message_column(lang)]) for lang in LANGUAGES},
                "statements": ids(row["statement_ids"]),
            }
            for row in records(dataset.findings)
        ],
    }


def _both(text: Callable[[Lang], str]) -> Both:
    return {lang: text(lang) for lang in LANGUAGES}


def _texts(row: Mapping[str, Any], keys: Iterable[str]) -> Item:
    return {key: text_of(row[key]) for key in keys}


def _names(dataset: Dataset) -> dict[str, dict[str, Both]]:
    """What the codes that occur are called, by section and code, in the codebook's order."""
    labels = dataset.labels
    statements, compared = dataset.statements, dataset.comparison
    indicators = {*statements["indicator"].dropna(), *compared["indicator"]}
    scopes = {*statements["scope"].dropna(), *compared["scope"].dropna()}
    groups = {labels.group_of.get(code, "") for code in indicators}
    named = {
        section: {code: _pair(entry) for code, entry in labels.sections.get(section, {}).items()}
        for section in _SECTIONS
    }
    signs = {
        code: _pair(entry) | {"symbol": labels.symbol(code)}
        for code, entry in labels.sections.get("comparators", {}).items()
    }
    return {
        **named,
        **means_data.names(dataset),
        "comparators": signs,
        "groups": _used(labels.groups, groups, labels.group),
        "scopes": _used(labels.scopes, scopes, labels.scope),
        "indicators": _used(labels.indicators, indicators, labels.indicator),
    }


def _pair(entry: Mapping[str, str]) -> Both:
    return {lang: entry[lang] for lang in LANGUAGES}


def _used(known: Iterable[str], used: set[str], name: Callable[[str, Lang], str]) -> dict[str, Both]:
    """The names of the codes in use: those the codebook knows in its order, then the others."""
    order = [code for code in known if code in used]
    order += sorted(used - set(order))
    return {code: _both(partial(name, code)) for code in order}


def _plans(dataset: Dataset, words: Words) -> Iterable[Item]:
    """The plans in the order of the figures, each with the text its spans refer to."""
    rows = {row["plan_id"]: row for row in records(dataset.plans)}
    keys = ("province_zh", "region_level", "title", "document_number", "issuer")
    parent = ("parent_title", "parent_number", "parent_level")
    dates = ("issued_on", "published_on", "effective_on", "horizon_start", "horizon_end")
    kept = ("source_file", "source_sha256", "notes")
    for note in plan_notes(dataset.plans, rows, words.labels, "zh"):
        row = rows[note.plan_id]
        passages = dataset.passages[dataset.passages["plan_id"] == note.plan_id]
        text = dataset.text(note.plan_id)
        yield {
            "id": note.plan_id,
            "name": _both(partial(words.labels.plan, note.plan_id)),
            **_texts(row, (*keys, *parent, *dates, *kept)),
            "complete": row["complete"] is True,
            "incomplete_note": _both(partial(incomplete_note, row)),
            "reviewed": row["reviewed"] is True,
            "citation": citation(row, words),
            "apa": apa(csl_item(row, words)),
            "text": text,
            "headings": list(_headings(passages, text)),
            "furniture": [
                [int(one["start"]), int(one["end"])]
                for one in records(passages)
                if one["kind"] == "furniture"
            ],
        }


def _headings(passages: pd.DataFrame, text: str) -> Iterable[list[int]]:
    """``[start, end, level]`` of what is printed as a heading: titles, 一、 and (一), not run-in items."""
    for row in records(passages):
        heading = text_of(row["heading"])
        start, level = int(row["start"]), int(row["level"])
        at = text.find(heading, start, int(row["end"])) if heading else -1
        if at >= 0 and (row["kind"] in _HEADINGS or level <= 2):
            yield [start, at + len(heading), level]


def _rows(dataset: Dataset) -> Iterable[Item]:
    """The rows of the comparison as people read them; ``further`` ones stand below their indicator, those
    ``folded`` are of indicators that only one plan states."""
    labels = dataset.labels
    last = ""
    for row in in_order(rows_of(dataset.comparison).values(), labels):
        entry = dataset.codebook.indicators.get(row.indicator)
        yield {
            "id": row.id,
            "indicator": row.indicator,
            "group": labels.group_of.get(row.indicator, ""),
            "definition": {
                "zh": entry.definition_zh if entry else "",
                "en": entry.definition_en if entry else "",
            },
            "unit": _both(partial(labels.unit, row.unit)),
            "direction": labels.direction_of.get(row.indicator, ""),
            "scope": row.scope,
            "scope_name": _both(partial(scope_text, row, labels)),
            "further": row.indicator == last,
            "folded": row.folded,
        }
        last = row.indicator


def _cell(cell: Cell, row: Mapping[str, Any], labels: Labels) -> Item:
    """A cell of the grid; ``value`` is None, never a zero, where the plan gives none."""
    number = amount(cell, labels) if cell.values else ""
    return {
        "plan": cell.plan_id,
        "row": cell.row,
        "status": str(cell.status),
        "value": _both(lambda lang: joined(number, unit_text(cell, labels, lang))) if number else None,
        "comparator": str(cell.comparator or ""),
        "deadline": cell.deadline,
        "path": [{"deadline": step.deadline, "value": step_amount(step, labels)} for step in cell.path],
        "statements": ids(row["statement_ids"]),
        "derived": ids(row["derived_from"]),
        "span": [int(row["start"]), int(row["end"])] if cell.quote else None,
        "elsewhere": ids(row["elsewhere_ids"]),
        "searched": text_of(row["searched"]),
    }


def _statements(dataset: Dataset, why: Reasons) -> tuple[list[Item], list[list[str]]]:
    """Every statement, coded or not, and the trails of headings they point to by number."""
    around = dataset.evidence_table().set_index("statement_id")
    numbers: dict[tuple[str, ...], int] = {}
    found = []
    for row in records(dataset.statements):
        near = around.loc[row["statement_id"]]
        headings = cast("tuple[str, ...]", near["headings"])
        found.append(
            {
                "id": row["statement_id"],
                "plan": row["plan_id"],
                **_texts(row, ("indicator", "kind", "comparator", "deadline", "period", "scope", "binding")),
                **_texts(row, ("scope_text", "value_text", "area", "review")),
                "value": _value(row, dataset.labels),
                "implied": row["implied"] is True,
                "cell_of": "" if any(map(str.isalpha, text_of(row["quote"]))) else text_of(row["subject"]),
                "span": [int(row["start"]), int(row["end"])],
                "value_span": [int(row["value_start"]), int(row["value_end"])],
                "sentence": [int(near["sentence_start"]), int(near["sentence_end"])],
                "trail": numbers.setdefault(headings, len(numbers)),
                "why": {lang: list(lines) for lang, lines in why.get(row["statement_id"], {}).items()},
            }
        )
    return found, [list(headings) for headings in numbers]


def _value(row: Mapping[str, Any], labels: Labels) -> Both:
    """``≥ 50%``; as it is written where it is no number (the cell ``/`` of a table)."""
    low, high, unit = row["value_low"], row["value_high"], text_of(row["unit"])
    comparator = text_of(row["comparator"])
    return _both(lambda lang: labels.value(low, high, unit, comparator, lang) or text_of(row["value_text"]))
