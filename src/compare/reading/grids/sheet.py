"""A grid understood: which rows are heads, where the names stand, which columns hold values of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.reading.grids.cell_values import CellValue, cell_value
from compare.reading.grids.columns.labelling import (
    NAME_HEAD,
    Label,
    frames,
    label_of,
    only_binds,
    with_their_wholes,
)
from compare.reading.grids.columns.of_values import COLUMN_RULES, first_of, layout_of
from compare.reading.grids.columns.sorts import Column, Sort, binding_of, named_by_class, sort_of
from compare.reading.grids.grid import BARE_YEAR, Grid, Place, is_blank
from compare.reading.grids.measures import Measure, measure_of
from compare.reading.grids.parted import parted
from compare.reading.grids.turned import upright
from compare.reading.quantities.dates import ABSOLUTE, absolute, five_year_end
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import first

_CAPTION = re.compile(r"(?<![一-龥])(?:计量|计算)?单位:(?P<unit>[^()\s,。、|]{1,8}?)\)?$")
_NOTE_OF_UNIT = re.compile(
    r"[^\n]{0,8}\n{1,3}(?:注|备注|说明)[:：][^\n。;]{0,20}?单位(?:均?为|:)(?P<unit>[^()\s,。;、|]{1,6})"
)
#: What tables and lists are called at the end of their titles.
_TABLES = "表|清单|一览|任务|计划|目标|指标|安排|情况|分解"
# 养老床位建设计划(张)
_TITLE_UNIT = re.compile(rf"(?P<name>[^\n]*(?:{_TABLES}|标准|明细|价格))\((?P<unit>[^()\s,。、|:]{{1,8}})\)$")
_TITLE_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年(?![0-9]))")
_HORIZON = re.compile(
    r"(?:.*(?:规划|计划|方案|纲要|意见))?\((?:19|20)[0-9]{2}年?[-~至到]{1,2}(?:19|20)[0-9]{2}年\)"
)
# “十四五”健康老龄化主要指标: the last year of that plan, where it is no account of it
_PLAN_INDICATORS = re.compile(
    r"(?P<n>十[一二三四五六七八九])五(?=[^\n]{0,30}指标)(?!.*(?:完成|实现|执行|落实|情况))"
)
# 11月底, 9月30日前: the year is in the caption
_MONTH = re.compile(
    r"\s*(?P<month>1[0-2]|0?[1-9])月份?(?:[上中下]旬|[底末初中]|[0-9]{1,2}[日号])?(?:之?前|完成)*\s*"
)
_TOLD = re.compile(r"[一-龥]{2}[^一-龥0-9]?[0-9]")
_TITLE = re.compile(rf"(?:{_TABLES})(?:\([^()]*\))?$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid and what it says.

    ``body`` are the numbers of the rows that are no heads, ``values`` what the cells of all rows say,
    ``labels`` and ``sorts`` what the columns are; ``columns`` are those that hold values. ``area``,
    ``name``, ``units``, ``term`` and ``nature`` are the columns that say where, what, in which unit, by when
    and whether it binds (约束性, 预期性). For each row, ``banners`` is the number of the row over all columns
    last above it, None if none, and ``natures`` whether such a row said that it binds;
    ``across`` means that the heads of the value columns are areas. ``measure``, ``year`` and ``title``
    are those above the table, ``measure_at`` and ``year_at`` the lines that say so.
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
    nature: int | None
    banners: tuple[int | None, ...]
    natures: tuple[str, ...]
    across: bool
    measure: Measure | None
    year: str
    title: Place | None
    measure_at: Place | None
    year_at: Place | None

    @property
    def by_area(self) -> bool:
        """Whether rows or columns are areas."""
        return self.across or self.area is not None

    def says_something(self, text: str) -> bool:
        """Whether the grid is a table of numbers or dates, be they years or telephone numbers."""
        if self.columns or any(self.deadline(text, r) for r in self.body):
            return True
        names = self.name is not None and NAME_HEAD.fullmatch(self.labels[self.name].text)
        if (names or self.area is not None) and any(self._counts_in_words(text, r) for r in self.body):
            return True
        others = [c for c, sort in enumerate(self.sorts) if sort in (Sort.NOTHING, Sort.TERM)]
        return any(self.values[r][c] for r in self.body for c in others)

    def _counts_in_words(self, text: str, row: int) -> bool:
        """Whether a cell of a row tells in words of a number (新建站点5个)."""
        cells = [c for c, value in zip(self.grid.rows[row], self.values[row], strict=True) if value is None]
        return any(_TOLD.search(text, *cell) and text.find("。", *cell) < 0 for cell in cells)

    def deadline(self, text: str, row: int) -> str:
        """The date in the column 完成时限 of a row, "" if it has none; 11月底 is of the caption's year."""
        if self.term is None:
            return ""
        cell = self.grid.rows[row][self.term]
        if term := ABSOLUTE.match(text, *cell):
            return absolute(term)
        month = _MONTH.fullmatch(text, *cell) if self.year else None
        return f"{self.year}-{int(month['month']):02}" if month else ""

    def binding(self, text: str, row: int) -> str:
        """Whether what a row names is binding or expected, "" if nothing says so."""
        if self.nature is not None:
            return binding_of(text, self.grid.rows[row][self.nature])
        return self.natures[row]


def sheet_of(text: str, grid: Grid, lexicon: Lexicon) -> Sheet:
    """Understand a grid over the view ``text``, turned or parted where it has to be."""
    grid = parted(text, upright(text, grid, lexicon), lexicon)
    rows = grid.rows
    top = next((r for r in range(len(rows) - 1) if not _is_banner(rows[r])), 0)
    title = (*grid.title, *(cell for row in rows[:top] for cell in dict.fromkeys(row) if not is_blank(cell)))
    values = tuple(tuple(cell_value(text, start, end, lexicon) for start, end in row) for row in rows)
    heads = _heads(text, rows, values, top, lexicon)
    levels = _levels(rows[top:heads]) if heads > top else [[] for _ in rows[0]]
    labels = with_their_wholes(text, [label_of(text, cells, lexicon) for cells in levels])
    printed = [text[slice(*cell)] for cell in rows[top]] if heads > top else []
    body = tuple(r for r in range(heads, len(rows)) if not _is_aside(text, rows[r], printed))
    columns = [
        Column(text, label, [rows[r][c] for r in body], [values[r][c] for r in body], lexicon)
        for c, label in enumerate(labels)
    ]
    sorts = named_by_class(columns, [sort_of(column)[0] for column in columns])
    caption = next((line for line in title if _caption(text, line, lexicon)), None)
    measure = _caption(text, caption, lexicon) if caption else _measure_below(text, grid, lexicon)
    layout = layout_of(columns, sorts, measure)
    dated = next((line for line in reversed(title) if _year_in(text, line)), None)
    chosen = first(COLUMN_RULES, layout)
    banners, natures = _banners(text, rows, sorted(set(range(heads, len(rows))) - set(body)))
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
        term=first_of(Sort.TERM, sorts),
        nature=first_of(Sort.NATURE, sorts),
        banners=banners,
        natures=natures,
        across=layout.across,
        measure=layout.measure,
        year=_year_in(text, dated) if dated else "",
        title=next(
            (_named(text, line, lexicon) for line in reversed(title) if _TITLE.search(text, *line)), None
        ),
        measure_at=caption,
        year_at=dated,
    )


def _banners(
    text: str, rows: Sequence[Sequence[Place]], others: Sequence[int]
) -> tuple[tuple[int | None, ...], tuple[str, ...]]:
    """For each row the last of the ``others`` (rows over all columns) above it, and the nature they gave."""
    banners: list[int | None] = [None] * len(rows)
    natures = [""] * len(rows)
    for at, end in pairwise([*others, len(rows) - 1]):
        place = next((cell for cell in rows[at] if not is_blank(cell)), None)
        said = (place and binding_of(text, place)) or natures[at]
        for row in range(at + 1, end + 1):
            banners[row], natures[row] = at, said
    return tuple(banners), tuple(natures)


def _year_in(text: str, line: Place) -> str:
    """The year that a line above a table names; the years the plan is for are none of a table."""
    years = _TITLE_YEAR.findall(text, *line)
    if years:
        return "" if _HORIZON.fullmatch(text, *line) else str(years[-1])
    plan = _PLAN_INDICATORS.search(text, *line)
    return str(five_year_end(plan["n"]) or "") if plan else ""


def _measure_below(text: str, grid: Grid, lexicon: Lexicon) -> Measure | None:
    """The unit of a note below the table (注:单位为个)."""
    end = max((end for row in grid.rows for _, end in row), default=0)
    note = _NOTE_OF_UNIT.match(text, end)
    return measure_of(note["unit"], lexicon) if note else None


def _is_banner(row: Sequence[Place]) -> bool:
    """Whether one cell fills the row (a title, a note, the name of a group), or none does."""
    return len({cell for cell in row if not is_blank(cell)}) < 2


def _is_aside(text: str, row: Sequence[Place], printed: Sequence[str]) -> bool:
    """Whether a row is no row of the body: a banner, or the head printed again."""
    return _is_banner(row) or [text[slice(*cell)] for cell in row] == printed


def _heads(
    text: str,
    rows: Sequence[Sequence[Place]],
    values: Sequence[Sequence[CellValue | None]],
    top: int,
    lexicon: Lexicon,
) -> int:
    """Where the body begins, which is at once where the head is lost.

    A head goes on below where a cell of it reaches down, or where a row without a name gives years, bounds or
    units to what stands above.
    """
    if _is_data(text, rows[top], values[top]):
        return top
    at = top + 1
    while at < len(rows) - 1:
        row = rows[at]
        numbers = [c for c, value in zip(row, values[at], strict=True) if value and value.low is not None]
        if not all(BARE_YEAR.fullmatch(text, *number) for number in numbers):
            break
        reaches = any(c == above and not is_blank(c) for c, above in zip(row, rows[at - 1], strict=True))
        details = [text[slice(*cell)] for cell in row if not is_blank(cell)]
        nameless = is_blank(row[0]) and all(
            frames(w) or only_binds(w) or measure_of(w, lexicon) for w in details
        )
        if not reaches and not nameless and not _stands_below_merged(row, rows[at - 1], numbers):
            break
        at += 1
    return at


def _stands_below_merged(row: Sequence[Place], above: Sequence[Place], numbers: Sequence[Place]) -> bool:
    """Whether a row without a name or number has cells below blank ones, which a merged head once covered."""
    filled = [c for c, cell in enumerate(row) if not is_blank(cell)]
    if numbers or len(filled) < 2 or filled[0] == 0:
        return False
    return any(is_blank(above[c]) for c in filled)


def _is_data(text: str, row: Sequence[Place], values: Sequence[CellValue | None]) -> bool:
    """Whether a row holds bare numbers that are no years: it is no head, which was lost."""
    bare = [cell for cell, v in zip(row, values, strict=True) if v and v.low is not None and not v.measure]
    return any(not BARE_YEAR.fullmatch(text, *cell) for cell in bare)


def _levels(head: Sequence[Sequence[Place]]) -> list[list[Place]]:
    """The cells of each column's head, top to bottom; a blank one above another is the one to its left."""
    columns: list[list[Place]] = []
    for c, lowest in enumerate(head[-1]):
        levels: list[Place] = []
        for row in head:
            cell = row[c]
            left = c
            while is_blank(cell) and row is not head[-1] and not is_blank(lowest) and left > 0:
                left -= 1
                cell = row[left]
            if not is_blank(cell) and cell not in levels:
                levels.append(cell)
        columns.append(levels)
    return columns


def _named(text: str, line: Place, lexicon: Lexicon) -> Place:
    """A title without the unit it ends with (床位分配表(张))."""
    match = _TITLE_UNIT.match(text, *line) if _caption(text, line, lexicon) else None
    return match.span("name") if match else line


def _caption(text: str, line: Place, lexicon: Lexicon) -> Measure | None:
    match = _CAPTION.search(text, *line) or _TITLE_UNIT.search(text, *line)
    return measure_of(match["unit"], lexicon) if match else None
