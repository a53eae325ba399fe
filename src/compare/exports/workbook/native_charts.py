"""Native charts: one bar chart for each row of the comparison that two plans or more state."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.drawing.text import Font as Typeface
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from compare.exports.rows.columns import VALUE
from compare.exports.rows.plain import display, row_scope
from compare.exports.words import Words
from compare.exports.workbook import writing
from compare.figures.content.cell_text import Cell, read_cells
from compare.model import Status
from compare.tables.comparing.compared_rows import in_order, rows_of

WIDTH_CM = 15.5
_POINTS_PER_CM = 72 / 2.54
_LABEL_WIDTH = 36.0
_ROW_POINTS = 15.0
_PAGE_POINTS = 1200.0  # what an A4 page holds at the scale below, less the repeated rows
_SCALE = 56
_BAR, _PALE, _RULE, _INK = "0072B2", "9CC9E6", "D0D0D0", "404040"


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart. ``low`` is None, never 0, where there is nothing to draw."""

    label: str
    low: float | None
    more: float | None


@dataclass(frozen=True, slots=True)
class Block:
    """A chart and the rows it draws."""

    title: str
    scope: str
    unit: str
    share: bool
    bars: tuple[Bar, ...]

    @property
    def ranges(self) -> bool:
        return any(bar.more is not None for bar in self.bars)

    @property
    def height_cm(self) -> float:
        """Every bar gets the room of the longest label; a program that lacks it drops labels."""
        lines = max(writing.lines(bar.label, _LABEL_WIDTH) for bar in self.bars)
        return 3.7 + len(self.bars) * max(0.9, 0.47 * lines + 0.25) + (0.8 if self.ranges else 0.0)


def blocks(comparison: pd.DataFrame, plan_ids: Sequence[str], words: Words) -> list[Block]:
    """A block for each row that at least two plans state in the same unit.

    Plans keep their order. Only a stated value in the unit of the axis is drawn; the label of
    every plan says what the plan says, so that a missing bar never reads as zero.
    """
    cells = {(cell.plan_id, cell.row): cell for cell in read_cells(comparison)}
    found = []
    for row in in_order(rows_of(comparison).values(), words.labels):
        here = [cells[plan, row.id] for plan in plan_ids if (plan, row.id) in cells]
        stated = Counter(cell.unit for cell in here if cell.status is Status.STATED and cell.values)
        if not stated:
            continue
        unit, plans = stated.most_common(1)[0]
        if plans >= 2:
            bars = tuple(_bar(cell, unit, words) for cell in here)
            title, scope = words.indicator(row.indicator), row_scope(row, words)
            found.append(Block(title, scope, words.unit(unit), unit == "%", bars))
    return found


def _bar(cell: Cell, unit: str, words: Words) -> Bar:
    label = f"{words.plan(cell.plan_id)}\n{display(cell, words)}"
    if cell.status is not Status.STATED or not cell.values or cell.unit != unit:
        return Bar(label, None, None)
    low, high = cell.values[0], cell.values[-1]
    return Bar(label, low, high - low if high > low else None)


def write(sheet: Worksheet, found: Sequence[Block], words: Words) -> None:
    """Write the rows of each block with its chart beside them."""
    writing.put_text(sheet["A1"], words.pair("sheet.charts"), writing.TITLE, wrap=False)
    sheet.row_dimensions[1].height = 24
    note = "charts.note" if found else "charts.none"
    writing.put_text(sheet["A2"], words.one(note, "zh"), writing.QUIET, wrap=False)
    writing.put_text(sheet["A3"], words.one(note, "en"), writing.QUIET, wrap=False)
    for column, width in (("A", _LABEL_WIDTH), ("B", 10.0), ("C", 10.0)):
        sheet.column_dimensions[column].width = width
    row, used = 5, 0.0
    for block in found:
        following = _write_block(sheet, row, block, words)
        points = sum(_height(sheet, number) for number in range(row, following))
        if used and used + points > _PAGE_POINTS:
            sheet.row_breaks.append(Break(id=row - 2))
            used = 0.0
        row, used = following, used + points
    writing.set_up_print(sheet, "1:3", words.pair("readme.title"))
    # Excel ignores page breaks where a sheet is fitted to a page, so this one is scaled.
    sheet.sheet_properties.pageSetUpPr.fitToPage = False
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.scale = _SCALE
    sheet.freeze_panes = "A4"


def _write_block(sheet: Worksheet, row: int, block: Block, words: Words) -> int:
    """Write one block from ``row`` on; returns the row of the next."""
    head = f"{block.title}\n{block.scope}\n{block.unit}"
    writing.put_text(sheet.cell(row, 1), head, writing.STRONG)
    sheet.row_dimensions[row].height = writing.LINE_POINTS * writing.lines(head, _LABEL_WIDTH) + 3
    heads = [words.lines("charts.says"), words.lines("charts.low")]
    heads += [words.lines("charts.more")] if block.ranges else []
    writing.header(sheet, row + 1, heads)
    first = row + 2
    for number, bar in enumerate(block.bars, start=first):
        writing.put_text(sheet.cell(number, 1), bar.label).border = writing.LINES
        writing.put_number(sheet.cell(number, 2), bar.low, VALUE).border = writing.LINES
        if block.ranges:
            writing.put_number(sheet.cell(number, 3), bar.more, VALUE).border = writing.LINES
        sheet.row_dimensions[number].height = writing.LINE_POINTS * writing.lines(bar.label, _LABEL_WIDTH) + 3
    last = first + len(block.bars) - 1
    sheet.add_chart(_chart(sheet, block, first, last), f"D{row}")
    written = sum(_height(sheet, number) for number in range(row, last + 1))
    spare = block.height_cm * _POINTS_PER_CM - written
    return last + 2 + max(0, math.ceil(spare / _ROW_POINTS))


def _height(sheet: Worksheet, row: int) -> float:
    return float(sheet.row_dimensions[row].height or _ROW_POINTS)


def _chart(sheet: Worksheet, block: Block, first: int, last: int) -> BarChart:
    chart = BarChart()
    chart.type, chart.style = "bar", 10
    chart.width, chart.height = WIDTH_CM, block.height_cm
    chart.roundedCorners = False
    chart.display_blanks = "gap"
    chart.gapWidth = 60
    chart.add_data(Reference(sheet, min_col=2, min_row=first - 1, max_row=last), titles_from_data=True)
    if block.ranges:
        chart.add_data(Reference(sheet, min_col=3, min_row=first - 1, max_row=last), titles_from_data=True)
        chart.grouping, chart.overlap = "stacked", 100
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    for series, colour in zip(chart.series, (_BAR, _PALE), strict=False):
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.graphicalProperties.line = LineProperties(solidFill=_BAR)
        series.invertIfNegative = False
    chart.title = _title(f"{block.title}\n{block.scope}", 1100, bold=True)
    chart.y_axis.title = _title(block.unit, 900)
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"  # the first plan on top, as in the rows beside it
    chart.y_axis.crosses = "max"  # and the axis of values still below
    chart.y_axis.scaling.min = 0
    if block.share:
        chart.y_axis.scaling.max = 100
    chart.y_axis.number_format = "#,##0.##"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_RULE))
    chart.x_axis.tickLblPos = "low"
    chart.x_axis.tickLblSkip = 1  # every plan is named
    for axis in (chart.x_axis, chart.y_axis):
        axis.txPr = _text(800)
        axis.majorTickMark = "none"
        axis.spPr = GraphicalProperties(ln=LineProperties(solidFill=_RULE))
    if block.ranges:
        chart.legend.position = "b"
    else:
        chart.legend = None
    return chart


def _characters(size: int, bold: bool = False) -> CharacterProperties:
    face = Typeface(typeface=writing.FONT)
    return CharacterProperties(sz=size, b=bold, solidFill=_INK, latin=face, ea=face)


def _text(size: int) -> RichText:
    properties = ParagraphProperties(defRPr=_characters(size))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=_characters(size))])


def _title(text: str, size: int, bold: bool = False) -> Title:
    title = title_maker(text)
    for paragraph in title.tx.rich.p:
        paragraph.pPr = ParagraphProperties(defRPr=_characters(size, bold))
        for run in paragraph.r:
            run.rPr = _characters(size, bold)
    title.overlay = False
    return title
