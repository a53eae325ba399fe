"""The values of a table as statements: whose, of what, in which unit, by when.

Where rows or columns are areas each number is an allocation; elsewhere it is a target of the row it
stands in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from compare.frozen import maker
from compare.model import Comparator, Reason, Statement, TextView
from compare.reading.grids.grid import Place, words_at
from compare.reading.grids.meaning.kinds import ToKind, kind_of_cell, names_indicators, sets_norms
from compare.reading.grids.meaning.nearest import CELL_BOUNDS, CELL_DATES, CELL_UNITS, Cell, Unit
from compare.reading.grids.meaning.terms import Crossing, Terms, terms_of
from compare.reading.grids.measures import Measure
from compare.reading.grids.rows_and_columns import column_of, first_year, row_of
from compare.reading.grids.sheet import Sheet
from compare.reading.numerals import plain
from compare.reading.quantities.bases.periods import period_of
from compare.reading.quantities.dates import Date
from compare.reading.rules import first

_reason, _statement, _cell = maker(Reason), maker(Statement), maker(Cell)
_PERIODS = {"年": "per_year", "月": "per_month", "日": "per_day"}
_SUMMED = "[〔【"  # 年均增长或[累计]: sums in square brackets


def cell_statements(
    view: TextView,
    raw: str,
    sheet: Sheet,
    starts: Sequence[int],
    since: int = 0,
    near: int = 0,
    account: int = 0,
    goals: Date | None = None,
) -> tuple[Statement, ...]:
    """Statements of the values of a table in text order; quotations are the cells.

    ``starts`` are where the passages begin in the view; columns for years before ``since``, the first
    year the plan is for (0 if unknown), state facts; ``near`` is the last year of its near term (近期), 0
    without one, and ``account`` the year that the text gives an account of: what has no later year is a
    fact. ``goals`` is the date of the passage of goals that the table stands in.
    """
    if not sheet.columns:
        return ()
    made = list(_Cells(view, raw, sheet, starts, since, near, account, goals).run())
    made.sort(key=lambda s: s.value_start)
    return tuple(made)


def _period(terms: Terms) -> str:
    """The period that a unit says (元/人·月) or, of a share, the name of what is measured (月探访率)."""
    if "/" in terms.unit:
        return _PERIODS.get(terms.unit[-1:], "")
    return period_of(terms.subject)[0] if terms.unit == "%" else ""


_Key = tuple[int, Place | None, Place | None, bool, tuple[str, Decimal] | None]


class _Cells:
    """One table on its way to statements; keeps what its rows and columns share."""

    __slots__ = (
        *("goals", "heads_apart", "norms", "of_indicators", "raw", "rows"),
        *("sheet", "since", "starts", "terms", "told", "view", "year"),
    )

    def __init__(
        self,
        view: TextView,
        raw: str,
        sheet: Sheet,
        starts: Sequence[int],
        since: int,
        near: int,
        account: int,
        goals: Date | None,
    ) -> None:
        self.view, self.raw, self.sheet, self.starts = view, raw, sheet, starts
        self.since = max(since, first_year(view.text, sheet))
        own = [sheet.labels[c] for c in sheet.columns if not sheet.labels[c].measure]
        #: Several heads that say of what part (城镇社区, 农村社区) tell the values of a row apart.
        self.heads_apart = len({words_at(view.text, label.apart) for label in own} - {""}) > 1
        of_near = near and any("近期" in words_at(view.text, line) for line in sheet.grid.title)
        self.year = sheet.year or (str(near) if of_near else "")
        self.goals = goals
        self.told = 0 < account >= int(self.year[:4] or 0)
        self.norms, self.of_indicators = sets_norms(view.text, sheet), names_indicators(view.text, sheet)
        self.rows = [row_of(view.text, sheet, r) for r in sheet.body]
        self.terms: dict[_Key, Terms | None] = {}

    def run(self) -> Iterator[Statement]:
        text, sheet = self.view.text, self.sheet
        grid, values, by_area = sheet.grid.rows, sheet.values, sheet.by_area
        for index in sheet.columns:
            column = column_of(text, sheet, index, self.since)
            if self.told and not column.year:
                column = replace(column, is_fact=True)
            for at, row in enumerate(self.rows):
                value = values[row.number][index]
                if value is None or (value.low is None and (column.is_fact or not by_area)):
                    continue
                place = grid[row.number][index]
                if (index and place == grid[row.number][index - 1]) or place == grid[row.number - 1][index]:
                    continue  # a merged cell is one figure: it is read where it begins
                cell = _cell(text, sheet, place, value, column, row, self.year, self.goals)
                area = column.label.text if sheet.across else self._areas(at, index)
                unit = first(CELL_UNITS, cell)
                terms = self._terms(cell, unit[0][0] if unit else None)
                if terms and (area or not by_area):
                    if value.was:
                        fact = replace(cell, value=value.was, column=replace(column, is_fact=True))
                        yield self._statement(fact, unit, terms, area)
                    yield self._statement(cell, unit, terms, area)

    def _areas(self, at: int, column: int) -> str:
        """The area of a row, or all those that share its cell."""
        grid = self.sheet.grid.rows
        cell = grid[self.rows[at].number][column]
        below = (self.rows[r] for r in range(at, len(self.rows)))
        alike = takewhile(lambda row: grid[row.number][column] == cell, below)
        return "、".join(row.area for row in alike if row.area)

    def _terms(self, cell: Cell, measure: Measure | None) -> Terms | None:
        column, row = cell.column, cell.row
        grows = column.grows and not (column.sums and cell.text[cell.place[0]] in _SUMMED)
        if grows:
            measure = cell.value.measure or column.rate
        key = (column.index, row.name, row.part, grows, (measure.name, measure.scale) if measure else None)
        if key not in self.terms:
            known = measure is not None or not column.grows  # how fast or how much in what, is not guessed
            crossing = Crossing(cell.text, self.sheet, column.label, row, measure, grows, self.heads_apart)
            self.terms[key] = terms_of(self.view, self.raw, crossing) if known else None
        return self.terms[key]

    def _statement(self, cell: Cell, unit: tuple[Unit, str] | None, terms: Terms, area: str) -> Statement:
        value, row = cell.value, cell.row
        low, high = value.low, value.high
        if terms.scale != 1 and low is not None and high is not None:
            low, high = plain(low * terms.scale), plain(high * terms.scale)
        date = first(CELL_DATES, cell)
        goal_year = cell.column.year if self.of_indicators or row.binding else ""
        (kind, deadline), rule = kind_of_cell(
            ToKind(
                cell.text,
                self.sheet,
                value,
                terms,
                date[0][0] if date else "",
                goal_year,
                cell.column.label.text,
                is_fact=cell.column.is_fact,
                norms=self.norms,
            )
        )
        bound = first(CELL_BOUNDS, cell)
        start, end = self._raw(cell.place)
        value_start, value_end = self._raw((value.start, value.end))
        reasons = [_reason("value", value.rule, value_start, value_end)]
        if unit:
            reasons.append(self._because("unit", unit[1], unit[0][1]))
        if bound:
            reasons.append(self._because("comparator", bound[1], bound[0][1]))
        reasons += (self._because("subject", terms.rules[0], terms.place), _reason("kind", rule))
        if area or terms.scope:
            reasons.append(
                self._because("scope", terms.rules[1], terms.scope_at if terms.scope else cell.area)
            )
        if deadline and date:
            reasons.append(self._because("deadline", date[1], date[0][1]))
        return _statement(
            kind=kind,
            subject=terms.subject,
            value_text=self.raw[value_start:value_end],
            value_low=low,
            value_high=high,
            unit=terms.unit,
            comparator=bound[0][0] if bound else Comparator.EQ,
            deadline=deadline,
            period=_period(terms),
            scope_text=terms.scope or area,
            implied=value.implied,
            start=start,
            end=end,
            value_start=value_start,
            value_end=value_end,
            passage=max(bisect_right(self.starts, cell.place[0]) - 1, 0),
            rule="table_cell",
            area=area,
            binding=row.binding,
            reasons=tuple(reasons),
        )

    def _raw(self, place: Place) -> Place:
        """A place of the view in the original."""
        offsets = self.view.offsets
        return offsets[place[0]], offsets[place[1] - 1] + 1

    def _because(self, about: str, rule: str, place: Place | None) -> Reason:
        if place is None or place[0] == place[1]:
            return _reason(about, rule)
        return _reason(about, rule, self.view.raw_start(place[0]), self.view.raw_end(place[1]))
