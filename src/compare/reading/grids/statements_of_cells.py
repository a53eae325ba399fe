"""The values of a table as statements: whose, of what, in which unit, by when.

Where rows or columns are areas each number is an allocation; elsewhere it is a target of the row it
stands in. The nearest word counts: the unit in a cell before that of its column, its row, the name of
the row and the caption; the year of a column before the time limit of a row and the year of the title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Comparator, Kind, Reason, Statement
from compare.reading.grids.cell_values import CellValue, Measure, measure_of
from compare.reading.grids.column_labels import MARKS_IN_NAME, TOTAL, Label, without_unit
from compare.reading.grids.grid import Place
from compare.reading.grids.sheet import Sheet
from compare.reading.numerals import plain
from compare.reading.page.view import TextView
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.bases import unit_with_base
from compare.reading.sentences.kinds import Wording, kind_of
from compare.reading.sentences.scopes import Setting, scope_of

_ONE = Decimal(1)
_BASELINE = re.compile(r"现状|基期|基数|基准|完成情况|完成值|实绩|实际|现有|已有|已建")


def cell_statements(
    view: TextView, raw: str, sheet: Sheet, starts: Sequence[int], since: int = 0
) -> tuple[Statement, ...]:
    """Statements of the values of a table in text order; quotations are the cells.

    ``starts`` are where the passages begin in the view; columns for years before ``since``, the first
    year the plan is for (0 if unknown), state facts.
    """
    if not sheet.columns:
        return ()
    made = list(_Cells(view, raw, sheet, starts, since).run())
    made.sort(key=lambda s: s.value_start)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row says of all its values: whose they are, in which unit, by when.

    ``part`` restricts the name: a second bracket behind it, or the name of a row below a label with a unit.
    """

    number: int
    name: Place
    part: Place
    area: str
    measure: Measure | None
    in_name: Measure | None
    term: str
    binding: str


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column says of all its values. ``is_fact``: they state what is, not what shall be."""

    index: int
    label: Label
    year: str
    is_fact: bool


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a value measures and in what: words of the original, normalised unit, the unit's scale; and the
    rules that found subject and scope."""

    subject: str
    place: Place
    scope: str
    unit: str
    measure: Measure | None
    scale: Decimal
    rules: tuple[str, str]


class _Cells:
    """One table on its way to statements; keeps what its rows and columns share."""

    __slots__ = ("by_area", "raw", "rows", "sheet", "since", "starts", "terms", "view")

    def __init__(self, view: TextView, raw: str, sheet: Sheet, starts: Sequence[int], since: int) -> None:
        self.view, self.raw, self.sheet, self.starts, self.since = view, raw, sheet, starts, since
        self.by_area = sheet.across or sheet.area is not None
        self.rows = [self._row(r) for r in sheet.body]
        self.terms: dict[tuple[int, Place, Place, tuple[str, Decimal] | None], _Terms | None] = {}

    def run(self) -> Iterator[Statement]:
        grid, values = self.sheet.grid.rows, self.sheet.values
        for index in self.sheet.columns:
            column = self._column(index)
            for at, row in enumerate(self.rows):
                value = values[row.number][index]
                if value is None or (value.low is None and (column.is_fact or not self.by_area)):
                    continue
                cells = grid[row.number]
                cell = cells[index]
                if (index and cell == cells[index - 1]) or cell == grid[row.number - 1][index]:
                    continue  # a merged cell is one figure: it is read where it begins
                area = column.label.text if self.sheet.across else self._areas(at, index)
                terms = self._terms(column, row, value)
                if terms and (area or not self.by_area):
                    yield self._statement(value, cell, column, row, terms, area)

    def _row(self, number: int) -> _Row:
        text, sheet = self.view.text, self.sheet
        cells = sheet.grid.rows[number]
        name, part, in_name = self._name(number)
        measure = None
        if sheet.units is not None and (word := text[slice(*cells[sheet.units])]):
            measure = measure_of(word, sheet.lexicon)
        if not (measure or in_name or self.by_area or name[0] == name[1]):
            label, in_name = self._label(number)
            name, part = (label, name) if in_name else (name, part)
        area = text[slice(*cells[sheet.area])] if sheet.area is not None else ""
        term, binding = sheet.deadline(text, number), sheet.binding(text, number)
        return _Row(number, name, part, area, measure, in_name, term, binding)

    def _name(self, number: int) -> tuple[Place, Place, Measure | None]:
        """The name of a row without marks and unit, what a second bracket adds to it, and the unit."""
        if self.sheet.name is None:
            return (0, 0), (0, 0), None
        text = self.view.text
        start, end = self.sheet.grid.rows[number][self.sheet.name]
        if mark := MARKS_IN_NAME.match(text, start, end):
            start = mark.end()
        name, measure = without_unit(text, (start, end), self.sheet.lexicon)
        bracket = text.rfind("(", name[1], end) if measure else -1
        part = (bracket + 1, end - 1) if bracket > name[1] else (0, 0)
        return name, part, measure

    def _label(self, number: int) -> tuple[Place, Measure | None]:
        """The label over several rows, to the left of their names, that gives their unit."""
        sheet, text = self.sheet, self.view.text
        for c in range((sheet.name or 0) - 1, -1, -1):
            at = number
            while at > sheet.heads and sheet.grid.rows[at][c][0] == sheet.grid.rows[at][c][1]:
                at -= 1  # what has its place in its first row alone
            label, measure = without_unit(text, sheet.grid.rows[at][c], sheet.lexicon)
            if measure and label[1] > label[0]:
                return label, measure
        return (0, 0), None

    def _column(self, index: int) -> _Column:
        label = self.sheet.labels[index]
        is_fact = bool(_BASELINE.search(label.text)) or 0 < int(label.year or 0) < self.since
        return _Column(index, label, label.year, is_fact)

    def _areas(self, at: int, column: int) -> str:
        """The area of a row, or all those that share its cell."""
        grid, row = self.sheet.grid.rows, self.rows[at]
        cell, below = grid[row.number][column], at + 1
        if below == len(self.rows) or grid[self.rows[below].number][column] != cell:
            return row.area
        areas = [row.area]
        while below < len(self.rows) and grid[self.rows[below].number][column] == cell:
            areas.append(self.rows[below].area)
            below += 1
        return "、".join(areas)

    def _terms(self, column: _Column, row: _Row, value: CellValue) -> _Terms | None:
        measure = value.measure or column.label.measure or row.measure or row.in_name or self.sheet.measure
        key = (column.index, row.name, row.part, (measure.name, measure.scale) if measure else None)
        if key not in self.terms:
            self.terms[key] = self._found_terms(column.label, row, measure)
        return self.terms[key]

    def _found_terms(self, label: Label, row: _Row, measure: Measure | None) -> _Terms | None:
        """The head says what is measured where it has a unit of its own, else the name of the row does."""
        view = self.view
        text = view.text
        name, part = row.name, row.part
        place, found = name, "name of the row"
        own = label.subject[1] > label.subject[0] and not self.sheet.across
        if own and (label.measure or name[0] == name[1]):
            place, found = label.subject, "head of the column"
        elif name[0] == name[1] and self.by_area:
            place, found = self.sheet.title, "title of the table"
        words = text[slice(*place)]
        if not (words or self.by_area) or (place == name and TOTAL.match(words)):
            return None
        unit = measure.name if measure else ""
        if measure and measure.unit and "/" not in unit:
            unit = unit_with_base(measure.unit, words, "", "")[0]
        scope, restricts = "", ""
        if self.by_area:
            restricts = "area of the table"
        elif place != name:
            scope, restricts = text[slice(*name)], "name of the row"
        elif part[1] > part[0]:
            scope, restricts = text[slice(*part)], "part of the name"
        else:
            scope, restricts = scope_of(Setting(words, words, words, words, "", unit))
        subject = self.raw[view.raw_start(place[0]) : view.raw_end(place[1])] if words else ""
        scale = measure.scale if measure else _ONE
        return _Terms(subject, place, scope, unit, measure, scale, (found, restricts))

    def _statement(
        self, value: CellValue, cell: Place, column: _Column, row: _Row, terms: _Terms, area: str
    ) -> Statement:
        low, high = value.low, value.high
        if terms.scale != 1 and low is not None and high is not None:
            low, high = plain(low * terms.scale), plain(high * terms.scale)
        deadline = column.year or row.term or self.sheet.year
        kind, rule = Kind.ALLOCATION, "cell of an area"
        if column.is_fact:
            kind, deadline, rule = Kind.PARAMETER, "", "column of facts"
        elif not self.by_area:
            kind, deadline, rule = self._kind(value, terms, deadline)
        offsets = self.view.offsets
        start, end = offsets[cell[0]], offsets[cell[1] - 1] + 1
        value_start, value_end = offsets[value.start], offsets[value.end - 1] + 1
        return Statement(
            kind=kind,
            subject=terms.subject,
            value_text=self.raw[value_start:value_end],
            value_low=low,
            value_high=high,
            unit=terms.unit,
            comparator=value.comparator,
            deadline=deadline,
            period="",
            scope_text=area if self.by_area else terms.scope,
            implied=value.implied,
            start=start,
            end=end,
            value_start=value_start,
            value_end=value_end,
            passage=max(bisect_right(self.starts, cell[0]) - 1, 0),
            rule="table_cell",
            area=area,
            binding=row.binding,
            reasons=(
                Reason(
                    "value", "cell of a table" if value.low is not None else "mark", value_start, value_end
                ),
                *self._quantity(value, column, row),
                *self._reasons(rule, terms, column, row, deadline, area),
            ),
        )

    def _quantity(self, value: CellValue, column: _Column, row: _Row) -> Iterator[Reason]:
        """Where the unit of a cell comes from, and how strictly it binds: the nearest word counts."""
        measures = (
            (value.measure, "unit in the cell"),
            (column.label.measure, "unit in the head of the column"),
            (row.measure, "unit in the row"),
            (row.in_name, "unit in the name of the row"),
            (self.sheet.measure, "unit above the table"),
        )
        if rule := next((rule for measure, rule in measures if measure), ""):
            yield Reason("unit", rule)
        if value.comparator is not Comparator.EQ:
            yield Reason("comparator", "bound in the cell")

    def _reasons(
        self, kind: str, terms: _Terms, column: _Column, row: _Row, deadline: str, area: str
    ) -> Iterator[Reason]:
        yield Reason("kind", kind)
        start, end = terms.place
        place = (self.view.raw_start(start), self.view.raw_end(end)) if end > start else (0, 0)
        yield Reason("subject", terms.rules[0], *place)
        if area or terms.scope:
            yield Reason("scope", terms.rules[1])
        if deadline:
            by_row = "time limit of the row" if row.term else "year of the title"
            yield Reason("deadline", "year of the column" if column.year else by_row)

    def _kind(self, cell: CellValue, terms: _Terms, deadline: str) -> tuple[Kind, str, str]:
        """Kind, deadline, rule as in running text: what has a date is a target, a parameter has none."""
        measure = terms.measure
        if measure is None or measure.unit is None or cell.low is None or cell.high is None:
            return Kind.TARGET, deadline, "number of a table"
        place = (cell.start, cell.end, cell.end)
        value = Value(*place, cell.low, cell.high, measure.unit, cell.comparator, cell.start, cell.end)
        kind, rule = kind_of(Wording(value, terms.unit, self.view.text[slice(*terms.place)], ""))
        if kind is Kind.PARAMETER:
            return kind, "", rule
        if deadline and kind is Kind.STANDARD:
            return Kind.TARGET, deadline, "dated norm"
        return kind, deadline, rule
