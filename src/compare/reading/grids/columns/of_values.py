"""Which columns of a table hold values, and which say of what, where and in which unit.

:data:`COLUMN_RULES` decide by what the columns are to each other, in order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.reading.grids.cell_values import CellValue
from compare.reading.grids.columns.labelling import (
    NAME_HEAD,
    SIDE_HEAD,
    TOTAL,
    Label,
    is_area,
    names_areas,
    without_unit,
)
from compare.reading.grids.columns.sorts import Column, Sort
from compare.reading.grids.grid import LABEL_LENGTH, Place
from compare.reading.grids.measures import Measure
from compare.reading.rules import Rule

_VALUE = re.compile(r"[0-9]+(?![0-9年.])")


@dataclass(slots=True)
class Layout:
    """The columns of a table by what they are: ``numbers`` may hold values, the others say of what."""

    columns: Sequence[Column]
    numbers: Sequence[int]
    area: int | None
    name: int | None
    units: int | None
    across: bool
    measure: Measure | None


def layout_of(columns: Sequence[Column], sorts: Sequence[Sort], measure: Measure | None) -> Layout:
    """What the columns of a table are to each other; ``measure`` is the unit above it."""
    numbers = [c for c, sort in enumerate(sorts) if sort is Sort.VALUE]
    texts = [c for c, sort in enumerate(sorts) if sort is Sort.TEXT]
    area = next(
        (c for c in reversed(texts) if names_areas(columns[c].text, columns[c].label.text, columns[c].cells)),
        None,
    )
    across = area is None and _are_areas([columns[c].label.text for c in numbers])
    name = _name_column({c: columns[c] for c in texts if c != area}, numbers)
    return Layout(columns, numbers, area, name, first_of(Sort.UNIT, sorts), across, measure)


def first_of(sort: Sort, sorts: Sequence[Sort]) -> int | None:
    """The first column of a sort."""
    return next((c for c, other in enumerate(sorts) if other is sort), None)


Columns = Sequence[int]


def _areas_alone(table: Layout) -> Columns | None:
    if table.area is None or table.name is not None:
        return None
    return [c for c in table.numbers if _is_told_apart(table, c)]


def _areas_and_names(table: Layout) -> Columns | None:
    return table.numbers if table.area is not None else None


def _areas_across(table: Layout) -> Columns | None:
    return table.numbers if table.name is not None and table.across else None


def _column_of_units(table: Layout) -> Columns | None:
    return table.numbers if table.name is not None and table.units is not None else None


def _unit_above(table: Layout) -> Columns | None:
    return table.numbers if table.name is not None and table.measure else None


def _units_in_names(table: Layout) -> Columns | None:
    if table.name is None:
        return None
    names = table.columns[table.name]
    return table.numbers if any(without_unit(names.text, c, names.lexicon)[1] for c in names.cells) else None


def _stated_columns(table: Layout) -> Columns | None:
    if table.name is None:
        return None
    return [c for c in table.numbers if _counts(table.columns[c].label, table.columns[c].values)]


#: Which columns hold values. «so» is a cell of such a column, or near one of a column that is none.
COLUMN_RULES: tuple[Rule[Layout, Columns], ...] = (
    Rule(
        "rows are areas",
        _areas_alone,
        "县区|床位|站点\n甲县|«120»|80\n乙县|60|50",
        "县区|指标|2025年\n甲县|床位|«120»\n乙县|站点|60",
    ),
    Rule(
        "rows are areas and names",
        _areas_and_names,
        "县区|指标|2025年\n甲县|床位|«120»\n乙县|站点|60",
        "县区|床位|站点\n甲县|«120»|80\n乙县|60|50",
    ),
    Rule(
        "columns are areas",
        _areas_across,
        "指标|甲县|乙县\n床位|«120»|80\n站点|60|50",
        "指标|现状|目标\n床位|«120»|80\n站点|60|50",
    ),
    Rule(
        "column of units",
        _column_of_units,
        "指标|单位|目标\n床位|张|«120»\n站点|个|60",
        "指标|单位|目标\n床位|民政局|«120»\n站点|卫健委|60",
    ),
    Rule(
        "unit above the table",
        _unit_above,
        "资金安排表\n单位:万元\n项目|甲类|乙类\n建设|«120»|80\n培训|60|50",
        "资金安排表\n项目|甲类|乙类\n建设|«120»|80\n培训|60|50",
    ),
    Rule(
        "units in the names",
        _units_in_names,
        "指标|甲类|乙类\n床位(张)|«120»|80\n站点(个)|60|50",
        "指标|甲类|乙类\n床位|«120»|80\n站点|60|50",
    ),
    Rule(
        "columns with a unit, a year or a goal",
        _stated_columns,
        "指标|2025年\n床位|«120»\n站点|60",
        "指标|甲类|乙类\n床位(张)|«120»|80\n站点(个)|60|50",
    ),
)


def _are_areas(labels: Sequence[str]) -> bool:
    areas = sum(is_area(label) for label in labels)
    return areas > 0 and (areas + sum(bool(TOTAL.match(label)) for label in labels)) * 2 > len(labels)


def _name_column(texts: Mapping[int, Column], numbers: Sequence[int]) -> int | None:
    """The column that names the rows: the last one of short texts before the numbers."""
    short = [
        c
        for c, column in texts.items()
        if sum(_may_name(column, cell) for cell in column.cells) * 2 > len(column.cells)
    ]
    matter = [c for c in short if not SIDE_HEAD.search(texts[c].label.text)] or short
    before = [c for c in matter if not numbers or c < numbers[0]] or matter
    named = [c for c in before if NAME_HEAD.fullmatch(texts[c].label.text)]
    titled = [c for c in named if texts[c].label.text.endswith("名称")]
    return max(titled or named or before, default=None)


def _may_name(column: Column, cell: Place) -> bool:
    """Whether a cell is short and tells of no value (到2025年达到300张)."""
    value = _VALUE.search(column.text, *cell)
    words, lexicon = column.text[cell[0] : value.start()] if value else "", column.lexicon
    told = lexicon.plain_tail.search(words) or lexicon.change_tail.search(words)
    return 0 < cell[1] - cell[0] <= LABEL_LENGTH and not told


def _is_told_apart(table: Layout, column: int) -> bool:
    """Whether a column says what it counts, or is the only one that leaves that to the title for its year."""
    labels = {c: table.columns[c].label for c in table.numbers}
    own = labels[column]
    if own.subject:
        return True
    alike = [c for c, label in labels.items() if not label.subject and label.year == own.year]
    return alike == [column]


def _counts(label: Label, values: Sequence[CellValue | None]) -> bool:
    """Whether the numbers of a column count something: a unit or a goal is stated for them."""
    if label.measure or label.year or (label.text and not label.subject):
        return True
    return any(value and (value.measure or value.implied) for value in values)
