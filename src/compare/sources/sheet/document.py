"""Spreadsheets (.xlsx): each visible sheet as lines and tables, cells as they are shown.

A row with one filled cell is a line (a title, the unit of a table, a note); rows with several that follow
each other are a table. Formulas count as the values they had when the file was saved.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from compare.model import Document, Remark
from compare.sources.errors import SourceError
from compare.sources.layout import Block, Grid, GridCell, Line, compose
from compare.sources.sheet.shown_cells import shown
from compare.sources.zipped import checked

_SAVE = "open it in Excel, WPS or LibreOffice and save it as .xlsx again"
_MAX_CELLS = 200_000
_HIDDEN = "hidden text"
_GROUP = re.compile(r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]|约束性|预期性")
_TITLE = re.compile(r"[（(]?(?:表|附|专栏|单位|计量单位|注|备注|说明)")
_NUMBER = re.compile(r"[^0-9]{0,3}(?!(?:19|20)[0-9]{2}(?![0-9.]))[0-9]")


def read_xlsx(data: bytes) -> Document:
    """The document of a spreadsheet. Raises SourceError for damaged, oversized and empty files."""
    checked(data)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        remarks = [
            Remark("sheet", sheet.title) for sheet in book.worksheets if sheet.sheet_state != "visible"
        ]
    except Exception as error:  # openpyxl has no error of its own for all that damaged files lack
        raise SourceError(
            f"not an ordinary spreadsheet, or damaged ({type(error).__name__})", place="package", remedy=_SAVE
        ) from None
    if sum(sheet.max_row * sheet.max_column for sheet in sheets) > _MAX_CELLS * 10:
        raise SourceError("it has too many cells for a plan", place="file", remedy="keep only its tables")
    blocks = [block for sheet in sheets for block in _blocks(sheet)]
    if not blocks:
        raise SourceError("no visible sheet holds anything", place="whole file", remedy=_SAVE)
    return compose(blocks, "xlsx", remarks)


def _blocks(sheet: Any) -> Iterator[Block]:
    spans, covered = _merged(sheet)
    rows: list[list[GridCell]] = []
    group: list[GridCell] = []  # a row of one cell that may stand above more rows of the table
    hidden: list[Line] = []  # what is not read of the table at hand

    def table() -> Iterator[Block]:
        if len(rows) > 1:
            cells = (
                GridCell(number, cell.column, cell.text, cell.row_span, cell.column_span)
                for number, row in enumerate(rows)
                for cell in row
            )
            yield Grid(tuple(cells))
        else:
            yield from (Line(cell.text) for row in rows for cell in row if cell.text)
        rows.clear()
        yield from hidden
        hidden.clear()

    def lines(cells: list[GridCell]) -> Iterator[Line]:
        return (Line(line) for cell in cells for line in cell.text.split("\n") if line.strip())

    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = list(_cells(sheet, row, spans, covered, hidden))
        if sheet.row_dimensions[number].hidden:
            hidden += (Line(cell.text, _HIDDEN) for cell in cells if cell.text)
            continue
        filled = [cell for cell in cells if cell.text]
        if len(filled) > 1 or (rows and filled and _reached(rows, len(rows))):
            if group and not any(_NUMBER.match(cell.text) for cell in filled):
                yield from table()
                yield from lines(group)
                group = []
            rows += [group] if group else []
            rows.append([cell for cell in cells if cell.text or not _beyond(cell, rows, filled)])
            group = []
            continue
        if rows and not group and len(filled) == 1 and _is_group(filled[0]):
            group = filled
            continue
        yield from table()
        yield from lines([*group, *filled])
        group = []
    yield from table()
    yield from lines(group)


def _is_group(cell: GridCell) -> bool:
    """Whether a cell alone in its row may name the rows below it: over several columns, or numbered."""
    return not _TITLE.match(cell.text) and bool(cell.column_span > 1 or _GROUP.match(cell.text))


def _beyond(cell: GridCell, rows: list[list[GridCell]], filled: list[GridCell]) -> bool:
    """Whether an empty cell lies outside the columns of its table."""
    known = [c.column for row in rows for c in row if c.text] + [c.column for c in filled]
    return not min(known) <= cell.column <= max(known)


def _reached(rows: list[list[GridCell]], number: int) -> bool:
    return any(cell.row_span > number - at for at, row in enumerate(rows) for cell in row)


def _merged(sheet: Any) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Upper left corners of merged cells with their extents, and the places that they cover."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        spans[area.min_row, area.min_col] = (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        if (area.max_row - area.min_row) * (area.max_col - area.min_col) < _MAX_CELLS:
            covered.update(area.cells)
    return spans, covered - spans.keys()


def _cells(
    sheet: Any,
    row: Any,
    spans: dict[tuple[int, int], tuple[int, int]],
    covered: set[tuple[int, int]],
    unread: list[Line],
) -> Iterator[GridCell]:
    """The cells of a row as they are shown; hidden and struck ones go to ``unread``."""
    for cell in row:
        place = (cell.row, cell.column)
        if place in covered:
            continue
        text = shown(cell.value, cell.number_format)
        letter = getattr(cell, "column_letter", "")
        if letter and sheet.column_dimensions[letter].hidden:
            unread += [Line(text, _HIDDEN)] if text else []
            continue
        if text and cell.font is not None and cell.font.strike:
            unread.append(Line(text, "struck-through text"))
            text = ""
        down, across = spans.get(place, (1, 1))
        yield GridCell(cell.row, cell.column - 1, text, down, across)
