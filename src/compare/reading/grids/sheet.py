"""A grid understood: which rows are heads, where the names stand, which columns hold values of what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.reading.grids.cell_values import CellValue, Measure, cell_value, measure_of
from compare.reading.grids.column_labels import (
    NAME_HEAD,
    SIDE_HEAD,
    TOTAL,
    Label,
    is_area,
    label_of,
    last_year,
    names_areas,
    without_unit,
)
from compare.reading.grids.column_sorts import Column, Sort, sort_of
from compare.reading.grids.grid import LABEL_LENGTH, Grid, Place
from compare.reading.quantities.dates import ABSOLUTE, absolute
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import Rule, first

_CAPTION = re.compile(r"(?<![一-龥])(?:计量|计算)?单位:(?P<unit>[^()\s,。、|]{1,8}?)\)?$")
_TITLE_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年(?![0-9]))")
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TITLE = re.compile(r"(?:表|清单|一览|任务|计划|目标|指标|安排|情况|分解)(?:\([^()]*\))?$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid and what it says.

    ``body`` are the numbers of the rows that are no heads, ``values`` what the cells of all rows say,
    ``labels`` and ``sorts`` what the columns are; ``columns`` are those that hold values. ``area``,
    ``name``, ``units`` and ``term`` are the columns that say where, what, in which unit and by when;
    ``across`` means that the heads of the value columns are areas. ``measure``, ``year`` and ``title``
    are those above the table.
    """

    grid: Grid
    lexicon: Lexicon
    heads: int
    body: tuple[int, ...]
    values: tuple[tuple[CellValue | None, ...], ...]
    labels: tuple[Label, ...]
    columns: tuple[int, ...]
    sorts: tuple[Sort, ...]
    area: int | None
    name: int | None
    units: int | None
    term: int | None
    across: bool
    measure: Measure | None
    year: str
    title: Place

    def says_something(self, text: str) -> bool:
        """Whether the grid is a table of numbers or dates, be they years or telephone numbers."""
        if self.columns or any(self.deadline(text, r) for r in self.body):
            return True
        others = [c for c, sort in enumerate(self.sorts) if sort in (Sort.NOTHING, Sort.TERM)]
        return any(self.values[r][c] for r in self.body for c in others)

    def deadline(self, text: str, row: int) -> str:
        """The date in the column 完成时限 of a row, "" if it has none."""
        if self.term is None:
            return ""
        term = ABSOLUTE.match(text, *self.grid.rows[row][self.term])
        return absolute(term) if term else ""


def sheet_of(text: str, grid: Grid, lexicon: Lexicon) -> Sheet:
    """Understand a grid over the view ``text``."""
    rows = grid.rows
    top = next((r for r in range(len(rows) - 1) if not _is_banner(rows[r])), 0)
    title = (*grid.title, *(max(row, key=lambda cell: cell[1] - cell[0]) for row in rows[:top]))
    values = tuple(tuple(cell_value(text, start, end, lexicon) for start, end in row) for row in rows)
    heads = _heads(text, rows, values, top, lexicon)
    labels = tuple(label_of(text, levels, lexicon) for levels in _levels(rows[top:heads]))
    printed = [text[slice(*cell)] for cell in rows[top]]
    body = tuple(r for r in range(heads, len(rows)) if not _is_aside(text, rows[r], printed))
    columns = [
        Column(text, label, [rows[r][c] for r in body], [values[r][c] for r in body], lexicon)
        for c, label in enumerate(labels)
    ]
    sorts = tuple(sort_of(column)[0] for column in columns)
    layout = layout_of(columns, sorts, _measure_above(text, title, lexicon))
    chosen = first(COLUMN_RULES, layout)
    return Sheet(
        grid=grid,
        lexicon=lexicon,
        heads=heads,
        body=body,
        values=values,
        labels=labels,
        columns=tuple(chosen[0]) if chosen else (),
        sorts=sorts,
        area=layout.area,
        name=layout.name,
        units=layout.units,
        term=_first_of(Sort.TERM, sorts),
        across=layout.across,
        measure=layout.measure,
        year=next((y[-1] for line in reversed(title) if (y := _TITLE_YEAR.findall(text, *line))), ""),
        title=next((line for line in reversed(title) if _TITLE.search(text, *line)), (0, 0)),
    )


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
    return Layout(columns, numbers, area, name, _first_of(Sort.UNIT, sorts), across, measure)


def _first_of(sort: Sort, sorts: Sequence[Sort]) -> int | None:
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


def _measure_above(text: str, title: Sequence[Place], lexicon: Lexicon) -> Measure | None:
    return next((measure for line in title if (measure := _caption(text, line, lexicon))), None)


def _is_banner(row: Sequence[Place]) -> bool:
    """Whether one cell fills the row (a title, a note, the name of a group), or none does."""
    return len({cell for cell in row if cell[1] > cell[0]}) < 2


def _is_aside(text: str, row: Sequence[Place], printed: Sequence[str]) -> bool:
    """Whether a row is no row of the body: a banner, or the head printed again."""
    return _is_banner(row) or (
        text[slice(*row[0])] == printed[0] and [text[slice(*cell)] for cell in row] == printed
    )


def _heads(
    text: str,
    rows: Sequence[Sequence[Place]],
    values: Sequence[Sequence[CellValue | None]],
    top: int,
    lexicon: Lexicon,
) -> int:
    """Where the body begins: a head goes on below where a cell of it reaches down, or where a row without a
    name gives years or units to what stands above."""
    at = top + 1
    while at < len(rows) - 1:
        row = rows[at]
        numbers = [c for c, value in zip(row, values[at], strict=True) if value and value.low is not None]
        if not all(_BARE_YEAR.fullmatch(text, *number) for number in numbers):
            break
        reaches = any(c == above and c[1] > c[0] for c, above in zip(row, rows[at - 1], strict=True))
        details = [text[start:end] for start, end in row if end > start]
        nameless = row[0][0] == row[0][1] and all(last_year(w) or measure_of(w, lexicon) for w in details)
        if not reaches and not nameless:
            break
        at += 1
    return at


def _levels(head: Sequence[Sequence[Place]]) -> list[list[Place]]:
    """The cells of each column's head, top to bottom; a blank one above another is the one to its left."""
    columns: list[list[Place]] = []
    for c, lowest in enumerate(head[-1]):
        levels: list[Place] = []
        for row in head:
            cell = row[c]
            left = c
            while cell[0] == cell[1] and row is not head[-1] and lowest[1] > lowest[0] and left > 0:
                left -= 1
                cell = row[left]
            if cell[1] > cell[0] and cell not in levels:
                levels.append(cell)
        columns.append(levels)
    return columns


def _are_areas(labels: Sequence[str]) -> bool:
    areas = sum(is_area(label) for label in labels)
    return areas > 0 and (areas + sum(bool(TOTAL.match(label)) for label in labels)) * 2 > len(labels)


def _name_column(texts: Mapping[int, Column], numbers: Sequence[int]) -> int | None:
    """The column that names the rows: the last one of short texts before the numbers."""
    short = [
        c
        for c, column in texts.items()
        if sum(0 < end - start <= LABEL_LENGTH for start, end in column.cells) * 2 > len(column.cells)
    ]
    matter = [c for c in short if not SIDE_HEAD.search(texts[c].label.text)] or short
    before = [c for c in matter if not numbers or c < numbers[0]] or matter
    named = [c for c in before if NAME_HEAD.fullmatch(texts[c].label.text)]
    titled = [c for c in named if texts[c].label.text.endswith("名称")]
    return max(titled or named or before, default=None)


def _is_told_apart(table: Layout, column: int) -> bool:
    """Whether a column says what it counts, or is the only one that leaves that to the title for its year."""
    labels = {c: table.columns[c].label for c in table.numbers}
    own = labels[column]
    if own.subject[1] > own.subject[0]:
        return True
    alike = [
        c for c, label in labels.items() if label.subject[0] == label.subject[1] and label.year == own.year
    ]
    return alike == [column]


def _caption(text: str, line: Place, lexicon: Lexicon) -> Measure | None:
    match = _CAPTION.search(text, *line)
    return measure_of(match["unit"], lexicon) if match else None


def _counts(label: Label, values: Sequence[CellValue | None]) -> bool:
    """Whether the numbers of a column count something: a unit or a goal is stated for them."""
    if label.measure or label.year or (label.text and label.subject[0] == label.subject[1]):
        return True
    return any(value and (value.measure or value.implied) for value in values)
