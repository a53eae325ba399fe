"""The values of a table as statements: whose, of what, in which unit, by when.

Where rows or columns are areas each number is an allocation; elsewhere it is a target of the row it
stands in. The nearest word counts: the unit in a cell before that of its row, its column, the name of
the row and the caption; the year of a column before the time limit of a row and the year of the title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Kind, Statement
from compare.reading.bases import unit_with_base
from compare.reading.dates import ABSOLUTE, absolute
from compare.reading.kinds import kind_of
from compare.reading.scopes import scope_words
from compare.reading.shadow import Shadow
from compare.reading.table_columns import TOTAL, Label, without_unit
from compare.reading.table_grid import Place
from compare.reading.table_sheet import Sheet
from compare.reading.table_values import CellValue, Measure, measure_of, plain
from compare.reading.values import Value

_BASELINE = re.compile(r"现状|基期|基数|基准|完成情况|完成值|实绩|实际|现有|已有|已建")
_MARKS_IN_NAME = re.compile(
    r"(?:[0-9]{1,3}[.、]|\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}、|其中:|[*★#])+"
)


def cell_statements(
    view: Shadow, raw: str, sheet: Sheet, starts: Sequence[int], issue_year: int = 0
) -> tuple[Statement, ...]:
    """Statements of the values of a table in text order; quotations are the cells.

    ``starts`` are where the passages begin in the view; columns for years before ``issue_year``
    (0 if unknown) state facts.
    """
    if not sheet.columns:
        return ()
    made = list(_Cells(view, raw, sheet, starts, issue_year).run())
    made.sort(key=lambda s: s.value_start)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row says of all its values: whose they are, in which unit, by when."""

    number: int
    name: Place
    area: str
    measure: Measure | None
    in_name: Measure | None
    term: str


class _Cells:
    """One table on its way to statements; keeps what its rows and columns share."""

    __slots__ = ("by_area", "issue_year", "names", "raw", "rows", "sheet", "starts", "view")

    def __init__(self, view: Shadow, raw: str, sheet: Sheet, starts: Sequence[int], issue_year: int) -> None:
        self.view, self.raw, self.sheet, self.starts, self.issue_year = view, raw, sheet, starts, issue_year
        self.by_area = sheet.across or sheet.area is not None
        self.names: dict[tuple[Place, Place, str], tuple[str, str, str]] = {}
        self.rows = [self._row(r) for r in sheet.body]

    def run(self) -> Iterator[Statement]:
        grid, values = self.sheet.grid.rows, self.sheet.values
        for column in self.sheet.columns:
            label = self.sheet.labels[column]
            fact = bool(_BASELINE.search(label.text)) or 0 < int(label.year or 0) < self.issue_year
            for row in self.rows:
                value = values[row.number][column]
                if value is None:
                    continue
                cells = grid[row.number]
                cell = cells[column]
                if (column and cell == cells[column - 1]) or cell == grid[row.number - 1][column]:
                    continue  # a merged cell is one figure: it is read where it begins
                if statement := self._statement(value, cell, label, row, fact):
                    yield statement

    def _row(self, number: int) -> _Row:
        text, sheet = self.view.text, self.sheet
        cells = sheet.grid.rows[number]
        name: Place = (0, 0)
        in_name = measure = None
        if sheet.name is not None:
            start, end = cells[sheet.name]
            if mark := _MARKS_IN_NAME.match(text, start, end):
                start = mark.end()
            name, in_name = without_unit(text, (start, end), sheet.lexicon)
        if sheet.units is not None and (word := text[slice(*cells[sheet.units])]):
            measure = measure_of(word, sheet.lexicon)
        area = text[slice(*cells[sheet.area])] if sheet.area is not None else ""
        term = ABSOLUTE.match(text, *cells[sheet.term]) if sheet.term is not None else None
        return _Row(number, name, area, measure, in_name, absolute(term) if term else "")

    def _statement(
        self, value: CellValue, cell: Place, label: Label, row: _Row, fact: bool
    ) -> Statement | None:
        view, sheet = self.view, self.sheet
        area = label.text if sheet.across else row.area
        if self.by_area and not area:
            return None
        if value.low is None and (fact or not self.by_area):
            return None
        subject, whose = self._subject(label, row)
        measure = value.measure or row.measure or label.measure or row.in_name or sheet.measure
        low, high = value.low, value.high
        if measure and low is not None and high is not None and not value.measure and measure.scale != 1:
            low, high = plain(low * measure.scale), plain(high * measure.scale)
        named, unit, scope = self._named(subject, measure, whose)
        if not (self.by_area or named) or (subject == row.name and TOTAL.match(view.text, *subject)):
            return None
        deadline = label.year or row.term or sheet.year
        kind = Kind.ALLOCATION
        if fact:
            kind, deadline = Kind.PARAMETER, ""
        elif not self.by_area:
            kind, deadline = self._kind(value, measure, unit, subject, deadline)
        start, end = view.raw_start(cell[0]), view.raw_end(cell[1])
        value_start, value_end = view.raw_start(value.start), view.raw_end(value.end)
        return Statement(
            kind=kind,
            subject=named,
            value_text=self.raw[value_start:value_end],
            value_low=low,
            value_high=high,
            unit=unit,
            comparator=value.comparator,
            deadline=deadline,
            period="",
            scope_text=area if self.by_area else scope,
            implied=value.implied,
            start=start,
            end=end,
            value_start=value_start,
            value_end=value_end,
            passage=max(bisect_right(self.starts, cell[0]) - 1, 0),
            rule="table_cell",
            area=area,
        )

    def _kind(
        self, cell: CellValue, measure: Measure | None, unit: str, subject: Place, deadline: str
    ) -> tuple[Kind, str]:
        """Kind and deadline as in running text: what has a date is a target, and a parameter has none."""
        if measure is None or measure.unit is None or cell.low is None or cell.high is None:
            return Kind.TARGET, deadline
        place = (cell.start, cell.end, cell.end)
        value = Value(*place, cell.low, cell.high, measure.unit, cell.comparator, cell.start, cell.end)
        kind = kind_of(value, unit, self.view.text[slice(*subject)], "")
        if kind is Kind.PARAMETER:
            return kind, ""
        return (Kind.TARGET if deadline else kind), deadline

    def _subject(self, label: Label, row: _Row) -> tuple[Place, Place]:
        """What a value measures, and whose it is where the head says what and the row says whose."""
        own = label.subject[1] > label.subject[0] and not self.sheet.across
        if row.name[1] > row.name[0] and not (own and label.measure):
            return row.name, row.name
        if own:
            return label.subject, row.name
        return (self.sheet.title, row.name) if self.by_area else (row.name, row.name)

    def _named(self, subject: Place, measure: Measure | None, whose: Place) -> tuple[str, str, str]:
        """The subject in the words of the original, the unit with the base it names, and the scope."""
        key = (subject, whose, measure.name if measure else "")
        if key not in self.names:
            view = self.view
            words = view.text[slice(*subject)]
            unit = measure.name if measure else ""
            if measure and measure.unit and "/" not in unit:
                unit = unit_with_base(measure.unit, words, "", "")[0]
            scope = view.text[slice(*whose)]
            if whose == subject and not self.by_area:
                scope = scope_words(words, words, words, words, "", unit)
            named = self.raw[view.raw_start(subject[0]) : view.raw_end(subject[1])] if words else ""
            self.names[key] = (named, unit, scope)
        return self.names[key]
