"""What the workbook prints of each table: plain rows of text and numbers, no formatting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.exports.words import Words
from compare.figures.content.cell_text import Cell, amount, joined, read_cells, step_amount, text_of
from compare.figures.content.selection import scope_text
from compare.model import Status
from compare.tables.comparing.compared_rows import Row as CompareRow
from compare.tables.comparing.compared_rows import in_order, rows_of
from compare.tables.storage.frames import records
from compare.tables.words.labels import Lang
from compare.tables.words.messages import message_column
from compare.tables.words.one_line import one_line

if TYPE_CHECKING:
    from compare.tables.comparing.changes import Changes

Row = dict[str, Any]


def indicator_order(table: pd.DataFrame, words: Words) -> list[str]:
    """The indicators of a table in the codebook's order, unknown ones last by name."""
    known = {code: position for position, code in enumerate(words.labels.indicators)}
    present = table["indicator"].dropna().unique()
    return sorted(present, key=lambda code: (known.get(code, len(known)), code))


def row_scope(row: CompareRow, words: Words, separator: str = " ") -> str:
    """The scope of a row of the comparison in both languages."""
    return words.both(partial(scope_text, row, words.labels), separator)


def display(cell: Cell, words: Words, elsewhere: int = 0) -> str:
    """A cell of the matrix: ``≥ 55% (2025)``; a status that is not a value begins with its name.

    The values for earlier deadlines follow on a line of their own; where there is no value, the clause that
    speaks of it in words, and how many statements (``elsewhere``) the plan makes in other rows.
    """
    parts = []
    if cell.status is not Status.STATED:
        parts.append(words.label("statuses", cell.status))
    if cell.values:
        deadline = f" ({cell.deadline})" if cell.deadline else ""
        parts.append(joined(amount(cell, words.labels), words.labels.unit(cell.unit, "zh")) + deadline)
    if cell.path:
        steps = ", ".join(f"{step.deadline}: {step_amount(step, words.labels)}" for step in cell.path)
        parts.append(f"〔{words.pair('matrix.path', steps=steps)}〕")
    if cell.quote:
        parts.append(f"“{one_line(cell.quote)}”")
    if elsewhere and not cell.values:
        parts.append(f"〔{words.pair('matrix.elsewhere', count=elsewhere)}〕")
    return "\n".join(parts)


def comparison_rows(comparison: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``comparison`` with labels beside its codes and a year to sort by."""
    rows = rows_of(comparison)
    order = {row.id: position for position, row in enumerate(in_order(rows.values(), words.labels))}
    pairs = zip(read_cells(comparison), records(comparison), strict=True)
    for cell, record in sorted(pairs, key=lambda pair: order[pair[0].row]):
        yield {
            **record,
            "region": words.plan(cell.plan_id),
            "group": words.group(cell.indicator),
            "indicator_label": words.indicator(cell.indicator),
            "status_label": words.label("statuses", cell.status),
            "comparator_label": words.label("comparators", cell.comparator or ""),
            "scope_label": row_scope(rows[cell.row], words),
            "aspect_label": words.pair(f"aspect.{record['aspect']}"),
            "display": display(cell, words, len(ids(record.get("elsewhere_ids")))),
            "deadline_year": _year(cell.deadline),
        }


def statement_rows(statements: pd.DataFrame, evidence: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``statements`` with labels and what stands around each (``Dataset.evidence_table``)."""
    around = evidence[["statement_id", "sentence", "trail", "title", "document_number"]]
    merged = statements.merge(around, on="statement_id", how="left", validate="one_to_one")
    for record in records(merged):
        indicator, scope = text_of(record["indicator"]), text_of(record["scope"])
        yield {
            **record,
            "region": words.plan(record["plan_id"]),
            "group": words.group(indicator),
            "indicator_label": words.indicator(indicator),
            "kind_label": words.label("kinds", text_of(record["kind"])),
            "comparator_label": words.label("comparators", text_of(record["comparator"])),
            "period_label": words.label("periods", text_of(record["period"])),
            "scope_label": words.scope(scope),
            "binding_label": words.label("bindings", text_of(record["binding"])),
            "implied_label": words.pair("yes") if record["implied"] is True else "",
            "deadline_year": _year(text_of(record["deadline"])),
        }


def allocation_rows(allocations: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``allocations`` with labels; what is not stated has no value, never 0."""
    for record in records(allocations):
        yield {
            **record,
            "region": words.plan(record["plan_id"]),
            "indicator_label": words.indicator(text_of(record["indicator"])),
            "status_label": words.label("statuses", text_of(record["status"])),
            "total_label": words.pair("yes") if record.get("is_total") is True else "",
        }


def finding_rows(findings: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``findings`` with labels."""
    for record in records(findings):
        yield {
            **record,
            "region": words.plan(text_of(record["plan_id"])),
            "check_label": words.label("checks", text_of(record["check"])),
            "severity_label": words.label("severities", text_of(record["severity"])),
            "messages": messages(record, words),
        }


def messages(record: Row, words: Words) -> str:
    """What a row of ``findings`` or of the review queue says, in Chinese and in English on two lines."""
    return words.both(lambda lang: text_of(record[message_column(lang)]))


def change_rows(changes: Changes, words: Words) -> Iterator[Row]:
    """What changed (``compare.tables.comparing.changes``) with labels; a plan that is gone keeps its id."""
    for record in records(changes.rows):
        change = text_of(record["change"])
        yield {
            **record,
            "since": changes.since,
            "region": words.plan(plan) if (plan := text_of(record["plan_id"])) else "",
            "indicator_label": words.indicator(text_of(record["indicator"])),
            "what_label": words.pair(f"changes.{record['what']}"),
            "change_label": ", ".join(words.pair(f"changes.{one}") for one in change.split()),
        }


def plan_rows(plans: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``plans`` with its flags in words and how to cite each plan."""
    for record in records(plans):
        yield {
            **record,
            "region": words.plan(record["plan_id"]),
            "complete": words.pair("readme.complete" if record["complete"] is True else "readme.incomplete"),
            "reviewed": words.pair("yes" if record["reviewed"] is True else "no"),
            "parent_level_label": words.label("levels", text_of(record["parent_level"])),
            "citation": citation(record, words),
        }


def reference_rows(references: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``references`` with labels."""
    for record in records(references):
        yield {
            **record,
            "region": words.plan(record["plan_id"]),
            "level_label": words.label("levels", text_of(record["level"])),
            "relation_name": words.label("relations", text_of(record["relation"])),
        }


def citation(plan: Row, words: Words) -> str:
    """A plan as GB/T 7714 cites a document of no other type [Z]: issuer. title: number[Z]. date."""
    number = text_of(plan["document_number"])
    title = text_of(plan["title"]) or words.pair("untitled", region=words.plan(plan["plan_id"]))
    date = text_of(plan["issued_on"]) or text_of(plan["published_on"])
    parts = [text_of(plan["issuer"]), f"{title}{': ' if number else ''}{number}[Z]", date]
    return ". ".join(part for part in parts if part) + "."


def incomplete_note(plan: Mapping[str, Any], lang: Lang) -> str:
    """What a fragment lacks, in a language; in the other where only that was written."""
    english, chinese = text_of(plan["incomplete_note"]), text_of(plan["incomplete_note_zh"])
    return (chinese or english) if lang == "zh" else (english or chinese)


def ids(value: Any) -> list[str]:
    """The ids of a cell that holds several, separated by spaces."""
    return text_of(value).split()


def _year(deadline: str) -> int | None:
    return int(deadline[:4]) if deadline[:4].isdigit() else None
