"""The sheet on which plans are compared at a glance: indicators and their scopes down, plans across.

The rows of indicators that only one plan states are folded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from compare.exports.rows.plain import Row, display, ids, row_scope
from compare.exports.words import Words
from compare.exports.workbook import writing
from compare.figures.content.cell_text import Cell, read_cells, text_of
from compare.model import Status
from compare.tables.comparing.compared_rows import in_order, rows_of
from compare.tables.storage.frames import records

HEADER_ROW = 4
_LEADING = (("group", 16.0), ("indicator_label", 30.0), ("unit", 12.0), ("scope_label", 18.0))
_PLAN_WIDTH = 24.0

# Fill and font of each status. The text names the status as well: colour only repeats it.
STATUS_FORMATS: dict[Status, tuple[str, str, str]] = {
    Status.DERIVED: ("solid", "EAF3FA", "1F4E5F"),
    Status.QUALITATIVE: ("solid", "F7F7F7", "404040"),
    Status.NOT_STATED: ("solid", "F2F2F2", "6B6B6B"),
    Status.SOURCE_INCOMPLETE: ("solid", "FFF2CC", "7F6000"),
    Status.CONFLICTING: ("solid", "F8CBAD", "9C2A00"),
    Status.NOT_APPLICABLE: ("solid", "D9D9D9", "404040"),
}


@dataclass(frozen=True, slots=True)
class Links:
    """Where statements are: their row on the sheet ``sheet``, and what is shown on hovering."""

    rows: Mapping[str, int]
    quotes: Mapping[str, str]
    sheet: str


def write(
    sheet: Worksheet,
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    words: Words,
    links: Links,
) -> None:
    """Fill ``sheet``; ``plans`` give the columns, each cell with a statement links to its row."""
    pairs = zip(read_cells(comparison), records(comparison), strict=True)
    cells = {(cell.plan_id, cell.row): (cell, record) for cell, record in pairs}
    order = in_order(rows_of(comparison).values(), words.labels)
    mentioned = {row for (_, row), (cell, record) in cells.items() if _says_something(cell, record)}
    shown = [row for row in order if row.id in mentioned]
    plan_ids = list(plans["plan_id"])

    writing.put_text(sheet["A1"], words.pair("sheet.comparison"), writing.TITLE, wrap=False)
    note = "matrix.note" if len(shown) < len(order) else "matrix.note_all"
    counts = {"shown": len(shown), "hidden": len(order) - len(shown)}
    writing.put_text(sheet["A2"], words.one(note, "zh", **counts), writing.QUIET, wrap=False)
    writing.put_text(sheet["A3"], words.one(note, "en", **counts), writing.QUIET, wrap=False)
    for index, width in enumerate([*dict(_LEADING).values(), *[_PLAN_WIDTH] * len(plan_ids)], start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    titles = [words.column(name) for name, _ in _LEADING]
    writing.header(sheet, HEADER_ROW, titles + [_plan_header(plan, words) for plan in records(plans)])

    for row, compared in enumerate(shown, start=HEADER_ROW + 1):
        here = [(plan, *cells[plan, compared.id]) for plan in plan_ids if (plan, compared.id) in cells]
        writing.put_text(sheet.cell(row, 1), words.group(compared.indicator, "\n"), writing.QUIET)
        font = writing.STRONG if compared.first else writing.QUIET
        writing.put_text(sheet.cell(row, 2), words.indicator(compared.indicator, "\n"), font)
        writing.put_text(sheet.cell(row, 3), words.unit(compared.unit, "\n"), writing.QUIET)
        writing.put_text(sheet.cell(row, 4), row_scope(compared, words, "\n"), writing.QUIET)
        for plan_id, cell, record in here:
            column = len(_LEADING) + 1 + plan_ids.index(plan_id)
            _write_cell(sheet.cell(row, column), cell, record, words, links)
        if compared.folded:
            sheet.row_dimensions[row].outlineLevel = 1
        for column in range(1, len(_LEADING) + len(plan_ids) + 1):
            sheet.cell(row, column).border = writing.BOX

    _format(sheet, words, HEADER_ROW + len(shown), len(plan_ids))


def _says_something(cell: Cell, record: Row) -> bool:
    absent = (Status.NOT_STATED, Status.SOURCE_INCOMPLETE)
    return cell.status not in absent or bool(ids(record["elsewhere_ids"]))


def _plan_header(plan: Row, words: Words) -> str:
    """Region in both languages, document number, and the years the plan covers."""
    years = dict.fromkeys(filter(None, (text_of(plan["horizon_start"]), text_of(plan["horizon_end"]))))
    lines = [words.plan(plan["plan_id"], "\n"), text_of(plan["document_number"]), "–".join(years)]
    lines += [] if plan["complete"] is True else [f"〔{words.pair('readme.incomplete')}〕"]
    return "\n".join(line for line in lines if line)


def _write_cell(place: Any, cell: Cell, record: Row, words: Words, links: Links) -> None:
    """Write one cell. Its link leads to the statement it rests on or follows from, else to one at another
    scope."""
    elsewhere = ids(record["elsewhere_ids"])
    writing.put_text(place, display(cell, words, len(elsewhere)))
    if behind := ids(record["statement_ids"]) or ids(record["derived_from"]) or elsewhere:
        tip = "\n".join(links.quotes[i] for i in behind)
        writing.put_link(place, links.sheet, links.rows[behind[0]], tip)


def _format(sheet: Worksheet, words: Words, last_row: int, plans: int) -> None:
    first = len(_LEADING) + 1
    writing.fit_rows(sheet, HEADER_ROW + 1, last_row)
    last = get_column_letter(first + plans - 1)
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, first)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{max(last_row, HEADER_ROW)}"
    if last_row > HEADER_ROW and plans:
        corner = f"{get_column_letter(first)}{HEADER_ROW + 1}"
        for status in STATUS_FORMATS:
            text = words.label("statuses", status)
            formula = 'LEFT({},{})="{}"'.format(corner, len(text), text.replace('"', '""'))
            add_status_rule(sheet, f"{corner}:{last}{last_row}", formula, status)
    sheet.cell(1, 1).alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 24
    writing.set_up_print(sheet, f"{HEADER_ROW}:{HEADER_ROW}", words.pair("readme.title"), "A:D")


def add_status_rule(sheet: Worksheet, area: str, formula: str, status: Status) -> None:
    """Format the cells of ``area`` for which ``formula`` holds as ``status``."""
    pattern, fill, ink = STATUS_FORMATS[status]
    rule = FormulaRule(
        formula=[formula],
        fill=PatternFill(pattern, bgColor=fill, fgColor=fill),
        font=Font(color=ink),
    )
    sheet.conditional_formatting.add(area, rule)
