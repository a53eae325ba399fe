"""The first sheet: what the workbook is, how to cite and read it, where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from compare.exports.rows.plain import Row, incomplete_note, plan_rows
from compare.exports.words import Words
from compare.exports.workbook import writing
from compare.exports.workbook.matrix import STATUS_FORMATS
from compare.model import Comparator, Status
from compare.tables.words.labels import LANGUAGES

_WIDTHS = {"A": 30.0, "B": 62.0, "C": 62.0}


def write(
    sheet: Worksheet,
    plans: pd.DataFrame,
    counts: Mapping[str, object],
    sheets: Sequence[tuple[str, str]],
    words: Words,
    observed: Sequence[tuple[str, str]] = (),
) -> None:
    """Fill ``sheet``. ``counts`` fills the sentences; ``sheets`` are ``(tab, key)`` of the others.

    ``observed`` are the observations of most weight, each in Chinese and English.
    """
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.sheet_view.showGridLines = False
    writing.put_text(sheet["A1"], words.pair("readme.title"), writing.TITLE, wrap=False)
    sheet.row_dimensions[1].height = 26
    row = _pair(sheet, 2, "", "readme.what", words, counts)

    if observed:
        row = _head(sheet, row + 1, words.pair("readme.findings_head"))
        for pair in observed:
            for place, text in enumerate(pair, start=2):
                writing.put_text(sheet.cell(row, place), text)
            row += 1

    row = _head(sheet, row + 1, words.pair("readme.cite_head"))
    row = _pair(sheet, row, "", "readme.cite", words, counts)

    row = _head(sheet, row + 1, words.pair("readme.sheets_head"))
    for tab, key in sheets:
        row = _pair(sheet, row, tab, f"about.{key}", words, {})
        writing.put_link(sheet.cell(row - 1, 1), tab, 1)

    row = _head(sheet, row + 1, words.pair("readme.reading_head"))
    for key in ("readme.reading_value", "readme.reading_scope"):
        row = _pair(sheet, row, "", key, words, {})

    row = _head(sheet, row + 1, words.pair("readme.statuses_head"))
    for status in Status:
        row = _pair(sheet, row, words.label("statuses", status), f"status.{status}", words, {})
        if status in STATUS_FORMATS:
            sheet.cell(row - 1, 1).fill = PatternFill("solid", fgColor=STATUS_FORMATS[status][1])

    row = _head(sheet, row + 1, words.pair("readme.comparators_head"))
    for comparator in Comparator:
        sign = words.labels.symbol(comparator)
        shown = words.pair("readme.no_sign") if comparator is Comparator.EQ else sign
        writing.put_text(sheet.cell(row, 1), shown)
        writing.put_text(sheet.cell(row, 2), words.labels.comparator(comparator, "zh"))
        writing.put_text(sheet.cell(row, 3), words.labels.comparator(comparator, "en"))
        row += 1

    row = _head(sheet, row + 1, words.pair("readme.sources_head"))
    for plan in plan_rows(plans, words):
        row = _source(sheet, row, plan)

    writing.fit_rows(sheet, 2, row - 1)
    writing.set_up_print(sheet, "1:1", words.pair("readme.title"))


def _head(sheet: Worksheet, row: int, text: str) -> int:
    for column in range(1, len(_WIDTHS) + 1):
        sheet.cell(row, column).fill = writing.BAND_FILL
    writing.put_text(sheet.cell(row, 1), text, writing.STRONG, wrap=False)
    return row + 1


def _pair(sheet: Worksheet, row: int, name: str, key: str, words: Words, values: Mapping[str, object]) -> int:
    """A row with a name and a sentence in Chinese and in English."""
    texts = (words.one(key, "zh", **values), words.one(key, "en", **values))
    if name:
        writing.put_text(sheet.cell(row, 1), name)
    for column, text in enumerate(texts, start=2):
        writing.put_text(sheet.cell(row, column), text)
    return row + 1


def _source(sheet: Worksheet, row: int, plan: Row) -> int:
    """Name, citation, state of the document, and the checksum that fixes which file was read."""
    missing = dict.fromkeys(incomplete_note(plan, lang) for lang in LANGUAGES)
    state = " · ".join(filter(None, (plan["complete"], *missing)))
    writing.put_text(sheet.cell(row, 1), f"{plan['region']}\n{plan['plan_id']}")
    writing.put_text(sheet.cell(row, 2), plan["citation"])
    file = f"{plan['source_file']} ({plan['source_format']}) · {state}"
    writing.put_text(sheet.cell(row, 3), f"{file}\nSHA-256 {plan['source_sha256']}")
    return row + 1
