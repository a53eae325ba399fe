"""The coding sheet of policy instruments as papers print it, and a sheet to score by, filled with evidence.

Nothing is scored here: the second sheet has empty columns for a person's scores (PMC and the like).
"""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from compare.exports.archive import FIXED_DATE, repack, write_atomically
from compare.exports.rows import columns, means
from compare.exports.words import Words
from compare.exports.workbook import writing
from compare.figures.content.plans_shown import plan_notes

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

_SHEETS = ("instruments", "scoring")


def export_coding_sheet(dataset: Dataset, path: Path) -> Path:
    """Write the sheets to ``path`` (``.xlsx``) and return it."""
    return write_atomically(path, coding_sheet_bytes(dataset))


def coding_sheet_bytes(dataset: Dataset) -> bytes:
    """The same bytes on every rerun."""
    words = Words(dataset.labels)
    workbook = Workbook()
    workbook.remove(workbook.active)
    notes = plan_notes(dataset.plans, dataset.plans["plan_id"], dataset.labels, "zh")
    place = {note.plan_id: number for number, note in enumerate(notes)}
    rows = {
        "instruments": (
            columns.CODING_SHEET,
            sorted(
                means.instrument_rows(dataset.instruments, dataset.passages, words),
                key=lambda row: (place[row["plan_id"]], row["start"]),
            ),
        ),
        "scoring": (
            columns.SCORING,
            sorted(means.measure_rows(dataset.measures, words), key=lambda row: place[row["plan_id"]]),
        ),
    }
    for key in _SHEETS:
        sheet = workbook.create_sheet(f"{words.one(f'sheet.{key}', 'en')} {words.one(f'sheet.{key}', 'zh')}")
        layout, lines = rows[key]
        writing.write_table(sheet, columns.columns(layout, words, "measures"), lines, 2)
        writing.set_up_print(sheet, "1:1", words.pair(f"sheet.{key}"), wide=True)
    properties = workbook.properties
    properties.title = words.pair("sheet.instruments")
    properties.creator = f"compare-plans {version('compare-plans')}"
    properties.created = properties.modified = FIXED_DATE
    buffer = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)).save()
    edits = {f"xl/worksheets/sheet{number}.xml": writing.text_is_meant for number in (1, 2)}
    return repack(buffer.getvalue(), edits)
