"""Where the unit, the bound and the date of a cell are said: the nearest word counts.

:data:`CELL_UNITS`, :data:`CELL_BOUNDS` and :data:`CELL_DATES`, from the nearest to the farthest.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.frozen import quickly
from compare.model import Comparator
from compare.reading.grids.cell_values import CellValue
from compare.reading.grids.grid import Place
from compare.reading.grids.measures import Measure
from compare.reading.grids.rows_and_columns import Column, Row, sum_year
from compare.reading.grids.sheet import Sheet
from compare.reading.quantities.dates import Date as GoverningDate
from compare.reading.rules import Rule


@quickly
@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a value, and what its column and row say; ``year`` is that above the table, ``goals`` the
    date of the passage of goals that it stands in."""

    text: str
    sheet: Sheet
    place: Place
    value: CellValue
    column: Column
    row: Row
    year: str
    goals: GoverningDate | None

    @property
    def name(self) -> Place | None:
        """The cell with the name of its row."""
        return None if self.sheet.name is None else self.sheet.grid.rows[self.row.number][self.sheet.name]

    @property
    def area(self) -> Place | None:
        """The cell that names its area, or the head that does."""
        if self.sheet.across:
            return self.sheet.grid.rows[self.sheet.heads - 1][self.column.index] if self.sheet.heads else None
        return None if self.sheet.area is None else self.sheet.grid.rows[self.row.number][self.sheet.area]


#: What was found, and where it is said; None where the place is not known.
Unit = tuple[Measure, Place | None]
Bound = tuple[Comparator, Place | None]
Date = tuple[str, Place | None]


def _of_head(cell: Cell) -> Unit | None:
    measure = cell.column.label.measure
    return (measure, cell.column.unit_at) if measure else None


def _of_row(cell: Cell) -> Unit | None:
    return (cell.row.measure, cell.row.unit_at) if cell.row.measure else None


def _in_name(cell: Cell) -> Unit | None:
    return (cell.row.in_name, cell.name) if cell.row.in_name else None


def _bound_of_name(cell: Cell) -> Bound | None:
    return (cell.row.bound, cell.name) if cell.row.bound else None


def _bound_of_head(cell: Cell) -> Bound | None:
    bound = cell.column.label.bound
    return (bound, cell.column.bound_at) if bound else None


def _year_of_sums(cell: Cell) -> Date | None:
    year = sum_year(cell.text, cell.sheet, cell.column, cell.row, cell.place)
    return (year, None) if year else None


CELL_UNITS: tuple[Rule[Cell, Unit], ...] = (
    Rule(
        "unit in the cell",
        lambda cell: (cell.value.measure, cell.place) if cell.value.measure else None,
        "指标\t单位\t2025年\n床位占比\t张\t«55%»\n站点\t个\t60\n",
        "指标\t单位\t2025年\n床位占比\t%\t«55»\n站点\t个\t60\n",
        "GUIDE: the unit as stated",
    ),
    Rule(
        "unit in the head of the column",
        _of_head,
        "县区\t床位(张)\t站点(个)\n甲县\t«120»\t30\n乙县\t60\t20\n",
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "GUIDE: the unit as stated",
    ),
    Rule(
        "unit in the row",
        _of_row,
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "指标\t2025年\n床位(张)\t«120»\n站点(个)\t60\n",
        "GUIDE: the unit as stated",
    ),
    Rule(
        "unit in the name of the row",
        _in_name,
        "指标\t2025年\n床位(张)\t«120»\n站点(个)\t60\n",
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "GUIDE: the unit as stated",
    ),
    Rule(
        "unit above the table",
        lambda cell: (cell.sheet.measure, cell.sheet.measure_at) if cell.sheet.measure else None,
        "床位分配表(单位:张)\n县区\t2025年\t2026年\n甲县\t«120»\t30\n乙县\t60\t20\n",
        "床位分配表(单位:张)\n县区\t2025年\t站点(个)\n甲县\t120\t«30»\n乙县\t60\t20\n",
        "GUIDE: the unit as stated",
    ),
)
CELL_BOUNDS: tuple[Rule[Cell, Bound], ...] = (
    Rule(
        "bound in the cell",
        lambda cell: (
            (cell.value.comparator, cell.place) if cell.value.comparator is not Comparator.EQ else None
        ),
        "指标\t单位\t2025年\n床位\t张\t≥«120»\n站点\t个\t60\n",
        "指标\t单位\t2025年\n床位\t张\t≥120\n站点\t个\t«60»\n",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound in the name of the row",
        _bound_of_name,
        "指标\t单位\t2025年\n床位(不低于)\t张\t«120»\n站点\t个\t60\n",
        "指标\t单位\t2025年\n床位(不低于)\t张\t≤«120»\n站点\t个\t60\n",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound in the head of the column",
        _bound_of_head,
        "指标\t单位\t2025年(不低于)\n床位\t张\t«120»\n站点\t个\t60\n",
        "指标\t单位\t2024年\t2025年(不低于)\n床位\t张\t«100»\t120\n站点\t个\t30\t60\n",
        "GUIDE: column comparator",
    ),
)
CELL_DATES: tuple[Rule[Cell, Date], ...] = (
    Rule(
        "year of the column",
        lambda cell: (cell.column.year, cell.column.year_at) if cell.column.year else None,
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "2025年工作任务表\n任务\t单位\t数量\n床位\t张\t«120»\n站点\t个\t60\n",
    ),
    Rule(
        "last year of what is summed up",
        _year_of_sums,
        "“十四五”主要指标\n指标\t单位\t2020年\t2025年\t累计\n床位\t张\t80\t120\t-\n新增站点\t个\t\t\t«60»\n",
        "“十四五”主要指标\n指标\t单位\t2020年\t2025年\t累计\n床位\t张\t80\t«120»\t-\n新增站点\t个\t\t\t60\n",
    ),
    Rule(
        "time limit of the row",
        lambda cell: (cell.row.term, cell.row.term_at) if cell.row.term else None,
        "任务\t单位\t数量\t完成时限\n床位\t张\t«120»\t2025年底\n站点\t个\t60\t2024年底\n",
        "2025年工作任务表\n任务\t单位\t数量\n床位\t张\t«120»\n站点\t个\t60\n",
    ),
    Rule(
        "year of the title",
        lambda cell: (cell.year, cell.sheet.year_at) if cell.year else None,
        "2025年工作任务表\n任务\t单位\t数量\n床位\t张\t«120»\n站点\t个\t60\n",
        "任务\t单位\t数量\t完成时限\n床位\t张\t«120»\t2025年底\n站点\t个\t60\t2024年底\n",
    ),
    Rule(
        "date of the goals around the table",
        lambda cell: (cell.goals.value, (cell.goals.start, cell.goals.end)) if cell.goals else None,
        "二、发展目标\n到2025年,体系基本建立。\n指标\t单位\t目标\n床位\t张\t«120»\n站点\t个\t60\n",
        "二、发展基础\n到2025年,体系基本建立。\n指标\t单位\t目标\n床位\t张\t«120»\n站点\t个\t60\n",
        "GUIDE: a deadline crosses a full stop only inside a passage of overall goals",
    ),
)
