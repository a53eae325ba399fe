"""The values of a table as statements: whose, of what, in which unit, by when.

Where rows or columns are areas each number is an allocation; elsewhere it is a target of the row it
stands in. The nearest word counts: the unit in a cell before that of its column, its row, the name of
the row and the caption; the year of a column before the time limit of a row and the year of the title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from compare.frozen import maker
from compare.model import Comparator, Kind, Reason, Statement, TextView
from compare.reading.cues import SUMS
from compare.reading.grids.cell_values import CellValue, Measure
from compare.reading.grids.columns.labelling import NAME_HEAD, PART_HEAD, TOTAL, Label
from compare.reading.grids.grid import Place, words_at
from compare.reading.grids.rows_and_columns import Column, Row, column_of, first_year, row_of, sum_year
from compare.reading.grids.sheet import Sheet
from compare.reading.numerals import plain
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.bases.periods import period_of
from compare.reading.quantities.bases.rules import unit_with_base
from compare.reading.sentences.kinds.rules import kind_of
from compare.reading.sentences.kinds.wording import Wording
from compare.reading.sentences.scopes.rules import scope_of
from compare.reading.sentences.scopes.setting import Setting

_reason, _statement = maker(Reason), maker(Statement)
_ONE = Decimal(1)
_NORMS = re.compile(r"标准|规范|配建|配置")
_ATTRIBUTES = re.compile("面积|床位数?$|床位规模|服务半径|服务人口|层高|宽度")
_INDICATORS = re.compile("指标")
_SUMS = re.compile(f"{SUMS}|金额|标准|费$")
_PERIODS = {"年": "per_year", "月": "per_month", "日": "per_day"}
_NUMBERED = re.compile(r"(?:附[件表]|表|专栏)?[0-9一二三四五六七八九十]{0,3}[:.、]?")
_OPENING = re.compile(r"[(\[〔【/或]")


def cell_statements(
    view: TextView, raw: str, sheet: Sheet, starts: Sequence[int], since: int = 0, near: int = 0
) -> tuple[Statement, ...]:
    """Statements of the values of a table in text order; quotations are the cells.

    ``starts`` are where the passages begin in the view; columns for years before ``since``, the first
    year the plan is for (0 if unknown), state facts; ``near`` is the last year of its near term (近期), 0
    without one.
    """
    if not sheet.columns:
        return ()
    made = list(_Cells(view, raw, sheet, starts, since, near).run())
    made.sort(key=lambda s: s.value_start)
    return tuple(made)


def _matter(text: str, title: Place | None) -> Place | None:
    """A title that says what is counted, None where it only says that something is (表1 主要指标)."""
    number = _NUMBERED.match(text, *title) if title else None
    return None if number is None or NAME_HEAD.fullmatch(text, number.end(), number.endpos) else title


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a value measures and in what: words of the original, normalised unit, the unit's scale; and the
    rules that found subject and scope."""

    subject: str
    place: Place | None
    scope: str
    unit: str
    measure: Measure | None
    scale: Decimal
    rules: tuple[str, str]


def _period(terms: _Terms) -> str:
    """The period that a unit says (元/人·月) or, of a share, the name of what is measured (月探访率)."""
    if "/" in terms.unit:
        return _PERIODS.get(terms.unit[-1:], "")
    return period_of(terms.subject)[0] if terms.unit == "%" else ""


_Key = tuple[int, Place | None, Place | None, bool, tuple[str, Decimal] | None]


class _Cells:
    """One table on its way to statements; keeps what its rows and columns share."""

    __slots__ = (
        "by_area",
        "heads_apart",
        "norms",
        "raw",
        "rows",
        "sheet",
        "since",
        "starts",
        "terms",
        "view",
        "year",
    )

    def __init__(
        self, view: TextView, raw: str, sheet: Sheet, starts: Sequence[int], since: int, near: int
    ) -> None:
        self.view, self.raw, self.sheet, self.starts = view, raw, sheet, starts
        self.since = max(since, first_year(view.text, sheet))
        self.by_area = sheet.by_area
        own = [sheet.labels[c] for c in sheet.columns if not sheet.labels[c].measure]
        #: Several heads that say of what part (城镇社区, 农村社区) tell the values of a row apart.
        self.heads_apart = len({words_at(view.text, label.apart) for label in own} - {""}) > 1
        of_near = near and any("近期" in words_at(view.text, line) for line in sheet.grid.title)
        self.year = sheet.year or (str(near) if of_near else "")
        self.norms = any(_NORMS.search(view.text, *line) for line in sheet.grid.title)
        self.rows = [row_of(view.text, sheet, r) for r in sheet.body]
        self.terms: dict[_Key, _Terms | None] = {}

    def run(self) -> Iterator[Statement]:
        grid, values = self.sheet.grid.rows, self.sheet.values
        for index in self.sheet.columns:
            column = column_of(self.sheet, index, self.since)
            for at, row in enumerate(self.rows):
                value = values[row.number][index]
                if value is None or (value.low is None and (column.is_fact or not self.by_area)):
                    continue
                cells = grid[row.number]
                cell = cells[index]
                if (index and cell == cells[index - 1]) or cell == grid[row.number - 1][index]:
                    continue  # a merged cell is one figure: it is read where it begins
                area = column.label.text if self.sheet.across else self._areas(at, index)
                terms = self._terms(column, row, value, cell)
                if terms and (area or not self.by_area):
                    if value.was:
                        yield self._statement(
                            value.was, cell, replace(column, is_fact=True), row, terms, area
                        )
                    yield self._statement(value, cell, column, row, terms, area)

    def _areas(self, at: int, column: int) -> str:
        """The area of a row, or all those that share its cell."""
        grid = self.sheet.grid.rows
        cell = grid[self.rows[at].number][column]
        below = (self.rows[r] for r in range(at, len(self.rows)))
        alike = takewhile(lambda row: grid[row.number][column] == cell, below)
        return "、".join(row.area for row in alike if row.area)

    def _terms(self, column: Column, row: Row, value: CellValue, cell: Place) -> _Terms | None:
        grows = column.grows and not (column.sums and self.view.text[cell[0]] in "[〔【")
        measure = value.measure or column.label.measure or row.measure or row.in_name or self.sheet.measure
        if grows:
            measure = value.measure or column.rate
        key = (column.index, row.name, row.part, grows, (measure.name, measure.scale) if measure else None)
        if key not in self.terms:
            known = measure is not None or not column.grows  # how fast or how much in what, is not guessed
            self.terms[key] = self._found_terms(column.label, row, measure, grows) if known else None
        return self.terms[key]

    def _found_terms(
        self, label: Label, row: Row, measure: Measure | None, grows: bool = False
    ) -> _Terms | None:
        """The head says what is measured where it has a unit of its own, else the name of the row does."""
        view = self.view
        text = view.text
        name, part = row.name, row.part
        place, found = name, "name of the row"
        own = label.subject is not None and not self.sheet.across
        said = label.measure or grows or name is None or self._is_measured_by_head(label, measure)
        #: 城镇, 农村 below 2025年(%): whose, not what
        of_a_part = bool(name and label.subject and PART_HEAD.fullmatch(text, *label.subject))
        if label.subject and own and said and not of_a_part:
            place, found = label.subject, "head of the column"
            if bracket := _OPENING.search(text, *place):
                place = (place[0], bracket.start()) if grows else place
        elif name is None and self.by_area:
            place, found = self.sheet.title, "title of the table"
        elif name and PART_HEAD.fullmatch(text, *name):  # 城区, 农村: what of them, the title says
            place, found = _matter(text, self.sheet.title), "title of the table"
        words = words_at(text, place)
        if not (words or self.by_area) or (place == name and TOTAL.match(words)):
            return None
        unit = measure.name if measure else ""
        if measure and measure.unit and "/" not in unit:
            unit = unit_with_base(measure.unit, words, "", "")[0]
        scope, restricts = "", ""
        if self.by_area:
            scope, restricts = words_at(text, label.part), "area of the table"
        elif place != name:
            scope, restricts = words_at(text, name), "name of the row"
        elif part:
            scope, restricts = words_at(text, part), "part of the name"
        elif own and (self.heads_apart or of_a_part):
            scope, restricts = words_at(text, label.apart), "head of the column"
        else:
            scope, restricts = scope_of(Setting(words, words, words, words, "", unit))
        subject = self.raw[view.raw_start(place[0]) : view.raw_end(place[1])] if place else ""
        scale = measure.scale if measure else _ONE
        return _Terms(subject, place, scope, unit, measure, scale, (found, restricts))

    def _is_measured_by_head(self, label: Label, measure: Measure | None) -> bool:
        """Whether the head names what is measured and the row whose it is (建筑面积 of a centre, 补贴 of the
        mildly disabled)."""
        if measure is None or measure.unit is None:
            return False
        heads = _SUMS if measure.unit.sort == "money" else _ATTRIBUTES
        return heads.search(words_at(self.view.text, label.subject)) is not None

    def _statement(
        self, value: CellValue, cell: Place, column: Column, row: Row, terms: _Terms, area: str
    ) -> Statement:
        low, high = value.low, value.high
        if terms.scale != 1 and low is not None and high is not None:
            low, high = plain(low * terms.scale), plain(high * terms.scale)
        deadline = (
            column.year or sum_year(self.view.text, self.sheet, column, row, cell) or row.term or self.year
        )
        kind, rule = Kind.ALLOCATION, "cell of an area"
        if column.is_fact:
            kind, deadline, rule = Kind.PARAMETER, "", "column of facts"
        elif not self.by_area:
            kind, deadline, rule = self._kind(
                value, terms, deadline, column.year if self._is_goal(row) else ""
            )
        comparator = value.comparator
        if comparator is Comparator.EQ:
            comparator = row.bound or column.label.bound or comparator
        offsets = self.view.offsets
        start, end = offsets[cell[0]], offsets[cell[1] - 1] + 1
        value_start, value_end = offsets[value.start], offsets[value.end - 1] + 1
        return _statement(
            kind=kind,
            subject=terms.subject,
            value_text=self.raw[value_start:value_end],
            value_low=low,
            value_high=high,
            unit=terms.unit,
            comparator=comparator,
            deadline=deadline,
            period=_period(terms),
            scope_text=terms.scope or area,
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
                _reason(
                    "value", "cell of a table" if value.low is not None else "mark", value_start, value_end
                ),
                *self._quantity(value, column, row),
                *self._reasons(rule, terms, column, row, deadline, area),
            ),
        )

    def _quantity(self, value: CellValue, column: Column, row: Row) -> Iterator[Reason]:
        """Where the unit of a cell comes from, and how strictly it binds: the nearest word counts."""
        measures = (
            (value.measure, "unit in the cell"),
            (column.label.measure, "unit in the head of the column"),
            (row.measure, "unit in the row"),
            (row.in_name, "unit in the name of the row"),
            (self.sheet.measure, "unit above the table"),
        )
        if rule := next((rule for measure, rule in measures if measure), ""):
            yield _reason("unit", rule)
        if value.comparator is not Comparator.EQ:
            yield _reason("comparator", "bound in the cell")
        elif row.bound:
            yield _reason("comparator", "bound in the name of the row")
        elif column.label.bound:
            yield _reason("comparator", "bound in the head of the column")

    def _reasons(
        self, kind: str, terms: _Terms, column: Column, row: Row, deadline: str, area: str
    ) -> Iterator[Reason]:
        yield _reason("kind", kind)
        place = terms.place
        span = (self.view.raw_start(place[0]), self.view.raw_end(place[1])) if place else ()
        yield _reason("subject", terms.rules[0], *span)
        if area or terms.scope:
            yield _reason("scope", terms.rules[1])
        if deadline:
            by_row = "time limit of the row" if row.term else "year of the title"
            yield _reason("deadline", "year of the column" if column.year else by_row)

    def _is_goal(self, row: Row) -> bool:
        """Whether a row is an indicator of a plan, by its nature or the title of the table."""
        return bool(row.binding) or any(
            _INDICATORS.search(self.view.text, *line) for line in self.sheet.grid.title
        )

    def _around(self, terms: _Terms) -> str:
        """What a value measures, with the titles of the table."""
        lines = (*self.sheet.grid.title, terms.place)
        return "\n".join(words_at(self.view.text, line) for line in lines)

    def _kind(self, cell: CellValue, terms: _Terms, deadline: str, goal_year: str) -> tuple[Kind, str, str]:
        """Kind, deadline, rule as in running text: what has a date is a target, a parameter has none; but
        what an indicator of a plan shall be in its ``goal_year`` is a target whatever it is counted in."""
        measure = terms.measure
        if measure is None or measure.unit is None or cell.low is None or cell.high is None:
            return Kind.TARGET, deadline, "number of a table"
        place = (cell.start, cell.end, cell.end)
        value = Value(*place, cell.low, cell.high, measure.unit, cell.comparator, cell.start, cell.end)
        kind, rule = kind_of(Wording(value, terms.unit, words_at(self.view.text, terms.place), ""))
        if kind is Kind.PARAMETER and rule != "service radius":
            return (Kind.TARGET, goal_year, "year of an indicator") if goal_year else (kind, "", rule)
        if not deadline and measure.unit.sort == "money" and _SUMS.search(self._around(terms)):
            return Kind.PARAMETER, "", "sum of a table"
        plain_size = kind is Kind.TARGET or rule == "service radius"
        of_head = terms.rules[0] == "head of the column" and plain_size
        if not deadline and of_head and _ATTRIBUTES.search(words_at(self.view.text, terms.place)):
            return Kind.STANDARD, "", "size in a table"
        if not deadline and self.norms and kind is Kind.TARGET:
            return Kind.STANDARD, "", "table of norms"
        if deadline and kind is Kind.STANDARD:
            return Kind.TARGET, deadline, "dated norm"
        return kind, deadline, rule
