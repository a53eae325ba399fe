"""Sheets of an openpyxl workbook: text that stays text, headers, filters, widths, print set-up."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any
from unicodedata import east_asian_width

import pandas as pd
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from compare.exports.rows.columns import Column

FONT = "Microsoft YaHei"  # has Chinese and Latin letters; where it is missing, the program falls back
BODY = Font(name=FONT, size=10)
STRONG = Font(name=FONT, size=10, bold=True)
TITLE = Font(name=FONT, size=14, bold=True)
QUIET = Font(name=FONT, size=9, color="595959")
LINK = Font(name=FONT, size=10, color="0B5394", underline="single")
HEAD = Font(name=FONT, size=10, bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor="1F4E5F")
BAND_FILL = PatternFill("solid", fgColor="DCE6EA")
RULE = Side(style="thin", color="D0D0D0")
WRAPPED = Alignment(wrap_text=True, vertical="top")
PLAIN = Alignment(vertical="top")
RIGHT = Alignment(vertical="top", horizontal="right")
LINES = Border(bottom=RULE)
BOX = Border(left=RULE, right=RULE, top=RULE, bottom=RULE)

LINE_POINTS = 14.0
_TALLEST_POINTS = 409.0  # Excel's limit

_FORMULA_SIGNS = ("=", "+", "-", "@")
_DIMENSION = re.compile(rb'<dimension ref="([A-Z0-9:]+)"')
_AFTER_IGNORED = re.compile(rb"<(?:drawing|legacyDrawing|tableParts)\b|</worksheet>")


def is_missing(value: Any) -> bool:
    """True for None, NaN, NA and ""."""
    return value == "" if isinstance(value, str) else bool(pd.isna(value))


def put_text(cell: Cell, text: str, font: Font = BODY, wrap: bool = True) -> Cell:
    """Write ``text`` as text, whatever it starts with.

    Line ends become line feeds, other control characters U+FFFD.
    """
    _set_text(cell, text)
    cell.font = font
    cell.alignment = WRAPPED if wrap else PLAIN
    if text.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True  # Excel takes it for a formula when the cell is edited
    return cell


def put_number(cell: Cell, value: Any, number_format: str) -> Cell:
    """Write a number; nothing, never 0, where it is missing."""
    _set_number(cell, value)
    cell.number_format = number_format
    cell.font = BODY
    cell.alignment = RIGHT
    return cell


def _set_text(cell: Cell, text: str) -> None:
    # A cell's line end is a line feed; XML writers and readers disagree about the others.
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", lines) or None
    if text:
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error


def _set_number(cell: Cell, value: Any) -> None:
    if not is_missing(value):
        figure = float(value)
        cell.value = int(figure) if figure.is_integer() else figure


def put_link(cell: Cell, sheet: str, row: int, tip: str = "") -> Cell:
    """Make ``cell`` lead to column A of ``row`` on ``sheet``. ``tip`` is shown on hovering."""
    name = sheet.replace("'", "''")
    # Excel refuses a workbook whose tooltip is longer than 255 characters.
    short = ILLEGAL_CHARACTERS_RE.sub("\ufffd", tip)
    short = short if len(short) <= 250 else short[:249] + "…"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!A{row}", tooltip=short or None)
    cell.font = LINK
    return cell


def write_table(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, Any]],
    frozen: int = 1,
) -> None:
    """Write a header in row 1 and one row for each mapping, with filters and frozen panes.

    ``frozen`` columns stay in view.
    """
    for index, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = column.width
        if column.folded:
            dimension.outlineLevel = 1
            dimension.hidden = True
    header(sheet, 1, [column.header for column in columns])
    styles: dict[tuple[bool, bool, str], Any] = {}
    number = 1
    for number, row in enumerate(rows, start=2):
        for index, column in enumerate(columns, start=1):
            _put_styled(sheet.cell(number, index), row.get(column.key), column, styles)
    fit_rows(sheet, 2, number)
    last = get_column_letter(len(columns))
    sheet.auto_filter.ref = f"A1:{last}{number}"
    sheet.freeze_panes = sheet.cell(2, frozen + 1)


def _put_styled(cell: Cell, value: Any, column: Column, styles: dict[tuple[bool, bool, str], Any]) -> None:
    """Write a cell of a table. A style is made once and then copied: openpyxl is slow at making them."""
    text = "" if is_missing(value) or column.number else str(value)
    kind = (column.folded, text.startswith(_FORMULA_SIGNS), column.number)
    if kind in styles:
        cell._style = copy(styles[kind])
        if column.number:
            _set_number(cell, value)
        elif text:
            _set_text(cell, text)
        return
    if column.number:
        put_number(cell, value, column.number)
    else:
        # Folded text does not wrap: it would make rows tall that nobody unfolds.
        put_text(cell, text, wrap=not column.folded)
    cell.border = LINES
    styles[kind] = copy(cell._style)


def fit_rows(sheet: Worksheet, first: int, last: int) -> None:
    """Set the heights of rows so that wrapped text is seen whole, as far as a row can be high.

    Excel fits rows by itself on opening, LibreOffice and viewers do not.
    """
    widths = {
        index: dimension.width
        for index in range(1, sheet.max_column + 1)
        if not (dimension := sheet.column_dimensions[get_column_letter(index)]).hidden
    }
    for row in range(first, last + 1):
        cells = ((sheet.cell(row, index), width) for index, width in widths.items())
        wrapped = (
            (cell, width) for cell, width in cells if cell.data_type == "s" and cell.alignment.wrap_text
        )
        height = LINE_POINTS * max((lines(cell.value, width) for cell, width in wrapped), default=1) + 3
        sheet.row_dimensions[row].height = min(height, _TALLEST_POINTS)


def lines(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column of ``width``; Chinese characters are two wide."""
    room = max(width - 0.5, 1.0)
    return sum(max(1, math.ceil(_breadth(line) / room)) for line in text.split("\n"))


class _Breadths(dict[str, float]):
    """Of each character that was met; most are met over and over."""

    def __missing__(self, character: str) -> float:
        self[character] = found = 1.95 if east_asian_width(character) in "WFA" else 0.97
        return found


_BREADTHS = _Breadths()


def _breadth(line: str) -> float:
    return sum(map(_BREADTHS.__getitem__, line))


def header(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    """Write a header row; its height follows the longest text in the columns as wide as they are."""
    for index, text in enumerate(texts, start=1):
        cell = put_text(sheet.cell(row, index), text, HEAD)
        cell.fill = HEAD_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    widths = (sheet.column_dimensions[get_column_letter(index)].width for index in range(1, len(texts) + 1))
    most = max((lines(text, width) for text, width in zip(texts, widths, strict=True)), default=1)
    sheet.row_dimensions[row].height = LINE_POINTS * most + 8


def set_up_print(
    sheet: Worksheet, repeat_rows: str, title: str, repeat_columns: str = "", wide: bool = False
) -> None:
    """Landscape on A4 (``wide``: A3), all columns on one page's width, header rows repeated, page numbers."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if wide else sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = repeat_rows
    if repeat_columns:
        sheet.print_title_cols = repeat_columns
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    sheet.oddHeader.left.text = title.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"


def text_is_meant(xml: bytes) -> bytes:
    """A worksheet's XML in which text that looks like a number (a year, a code) is not flagged.

    openpyxl cannot write ``ignoredErrors``; ISO/IEC 29500 places it before the drawing.
    """
    found = _DIMENSION.search(xml)
    if found is None:
        return xml
    entry = b'<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1"/></ignoredErrors>' % found[1]
    place = _AFTER_IGNORED.search(xml)
    assert place is not None  # every worksheet ends with its own closing tag
    return xml[: place.start()] + entry + xml[place.start() :]
