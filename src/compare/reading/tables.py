"""Tables, true ones and those that became lines, and the numbers in their cells.

A table that lost its ruling when a page was saved is found by shape: rows of one name and the same
count of numeric cells, one cell to a line, under a head of one more line. Its cells are then read
like those of a true table (html, docx, pdf): the unit stands in the column head, `/` means not
applicable, and the year comes from the title above.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Cell, Comparator, Kind, Statement, Table
from compare.reading.lexicon import Lexicon
from compare.reading.numbers import arabic_to_decimal
from compare.reading.shadow import Shadow

_LINE = re.compile(r"[^\n]+")
_NUMERIC = re.compile(
    r"(?P<sign>[≥≤><]|-(?=[0-9]))?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?P<unit>[^0-9\s,。;]{0,6})$"
)
_EMPTY_MARK = re.compile(r"(?:/|-{1,3}|—|无|…)$")
_UNIT_IN_HEAD = re.compile(r"[(\[](?:单位:)?(?P<unit>[^()\[\]]{1,6})[)\]]$")
_UNIT_CAPTION = re.compile(r"\(?单位:(?P<unit>[^()\s,。]{1,8})\)?$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
_TOTAL = re.compile(r"^(?:合计|总计|小计|共计|总数|全[市省区县州](?:合计|总计)?)$")
_AREA = re.compile(
    r"(?:省|市|县|区|州|旗|盟|镇|乡|街道|办事处|农场|牧场|林场|示范区|开发区|新区|园区|兵团|师|团)$"
)
_INDEX_HEAD = re.compile(r"^(?:序号|编号|NO\.?)$", re.IGNORECASE)
_UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
_BASELINE = re.compile(r"现状|基期|完成情况|实绩|实际")
_MARKS = {"≥": Comparator.GE, "≤": Comparator.LE, ">": Comparator.GT, "<": Comparator.LT}
_CELL_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cell spans in the view; ``title`` is the text of the lines just above."""

    rows: tuple[tuple[tuple[int, int], ...], ...]
    title: str

    @property
    def span(self) -> tuple[int, int]:
        return self.rows[0][0][0], max(cell[1] for row in self.rows for cell in row)


def line_grids(text: str) -> tuple[Grid, ...]:
    """Tables that became lines (one cell to a line), found by the period of their rows."""
    lines = [m.span() for m in _LINE.finditer(text)]
    numeric = [end - start <= 14 and _is_number(text[start:end]) for start, end in lines]
    grids: list[Grid] = []
    index = 1
    while index < len(lines):
        if not numeric[index]:
            index += 1
            continue
        width = 0
        while index + width < len(lines) and numeric[index + width]:
            width += 1
        first = index - 1
        rows = _rows(numeric, lines, first, width)
        if (
            width < 1
            or len(rows) < 3
            or any(end - start > _CELL_LENGTH for start, end in lines[max(0, first - width - 1) : first])
        ):
            index += width
            continue
        head = first - width - 1
        if head < 0:
            index += width
            continue
        above = range(max(0, head - 3), head)
        title = "\n".join(text[slice(*lines[i])] for i in above)
        spans = [tuple(lines[head:first])] + [tuple(lines[r : r + width + 1]) for r in rows]
        grids.append(Grid(tuple(spans), title))
        index = rows[-1] + width + 1
    return tuple(grids)


def _rows(numeric: Sequence[bool], lines: Sequence[tuple[int, int]], first: int, width: int) -> list[int]:
    """Line numbers where rows (one name, ``width`` numeric cells) begin, from ``first`` on."""
    rows: list[int] = []
    at = first
    while at + width < len(lines) and not numeric[at] and all(numeric[at + 1 : at + width + 1]):
        if lines[at][1] - lines[at][0] > _CELL_LENGTH:
            break
        rows.append(at)
        at += width + 1
    return rows


def _is_number(text: str) -> bool:
    return bool(_EMPTY_MARK.match(text)) or bool((m := _NUMERIC.match(text)) and len(m["unit"]) <= 2)


def true_grids(view: Shadow, raw: str, tables: Sequence[Table]) -> tuple[Grid, ...]:
    """Tables that came with the format, as grids over the view; a merged cell fills every place it covers."""
    grids: list[Grid] = []
    for table in tables:
        height = max((c.row + c.row_span for c in table.cells), default=0)
        width = max((c.column + c.column_span for c in table.cells), default=0)
        if height < 2 or width < 2:
            continue
        places: dict[tuple[int, int], tuple[int, int]] = {}
        for cell in table.cells:
            span = (view.from_raw(cell.start), view.from_raw(cell.end))
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    places[row, column] = span
        rows = tuple(
            tuple(places.get((r, c), (view.from_raw(table.start),) * 2) for c in range(width))
            for r in range(height)
        )
        start = view.from_raw(table.start)
        title = view.text[max(0, start - 120) : start]
        grids.append(Grid(rows, "\n".join(title.split("\n")[-4:])))
    return tuple(grids)


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    subject: tuple[int, int]
    unit: str
    year: str


def cell_statements(
    view: Shadow, raw: str, grid: Grid, lexicon: Lexicon, starts: Sequence[int]
) -> tuple[Statement, ...]:
    """Statements of the numeric cells of a grid: allocations where its rows are areas, else targets by row.

    ``starts`` are where the passages begin in the view.
    """
    text = view.text
    head = grid.rows[0]
    body = [row for row in grid.rows[1:] if row[0] != head[0]]
    if not body:
        return ()
    name_column = next((i for i, cell in enumerate(head) if not _INDEX_HEAD.match(text[slice(*cell)])), 0)
    names = [text[slice(*row[name_column])] for row in body]
    areas = sum(bool(_AREA.search(n) or _TOTAL.match(n)) for n in names)
    caption = next((m["unit"] for line in grid.title.split("\n") if (m := _UNIT_CAPTION.search(line))), "")
    title_year = next(
        (m.group() for line in reversed(grid.title.split("\n")) if (m := _YEAR.search(line))), ""
    )
    unit_column = next((i for i, cell in enumerate(head) if _UNIT_HEAD.match(text[slice(*cell)])), None)
    made: list[Statement] = []
    for column in _columns(text, head, body, name_column, caption):
        for row, name in zip(body, names, strict=True):
            cell = row[column.index]
            if cell == row[name_column] or cell[1] - cell[0] > 14:
                continue
            unit = column.unit
            if unit_column is not None:
                unit = text[slice(*row[unit_column])] or unit
            if areas * 2 > len(names):
                statement = _cell(
                    view, raw, cell, lexicon, unit, column.subject, Kind.ALLOCATION, title_year, name, starts
                )
            else:
                in_name = _UNIT_IN_HEAD.search(name)
                year = "" if _BASELINE.search(text[slice(*head[column.index])]) else column.year or title_year
                statement = _cell(
                    view,
                    raw,
                    cell,
                    lexicon,
                    in_name["unit"] if in_name else unit,
                    row[name_column],
                    Kind.TARGET,
                    year,
                    "",
                    starts,
                )
            if statement:
                made.append(statement)
    made.sort(key=lambda s: s.value_start)
    return tuple(made)


def _columns(
    text: str,
    head: Sequence[tuple[int, int]],
    body: Sequence[Sequence[tuple[int, int]]],
    name_column: int,
    caption: str,
) -> list[_Column]:
    """Columns whose cells are numbers or marks, with the unit their head gives."""
    columns: list[_Column] = []
    for index, cell in enumerate(head):
        label = text[slice(*cell)]
        if index == name_column or _INDEX_HEAD.match(label) or _UNIT_HEAD.match(label):
            continue
        filled = [t for row in body if index < len(row) and (t := text[slice(*row[index])])]
        if not filled or sum(_is_number(t) for t in filled) < 0.6 * len(filled):
            continue
        if not any(t[-1:].isdigit() or _NUMERIC.match(t) for t in filled):
            continue
        unit = _UNIT_IN_HEAD.search(label)
        subject_end = cell[0] + unit.start() if unit else cell[1]
        year = _YEAR.search(label)
        columns.append(
            _Column(
                index, (cell[0], subject_end), unit["unit"] if unit else caption, year.group() if year else ""
            )
        )
    return columns


def _cell(
    view: Shadow,
    raw: str,
    cell: tuple[int, int],
    lexicon: Lexicon,
    unit_text: str,
    subject: tuple[int, int],
    kind: Kind,
    deadline: str,
    area: str,
    starts: Sequence[int],
) -> Statement | None:
    content = view.text[slice(*cell)]
    start, end = view.raw_start(cell[0]), view.raw_end(cell[1])
    low: Decimal | None = None
    comparator = Comparator.EQ
    match = _NUMERIC.match(content)
    if match:
        if match["unit"]:
            unit_text = match["unit"]
        low = arabic_to_decimal(match["number"])
        comparator = _MARKS.get(match["sign"] or "", Comparator.EQ)
    elif not _EMPTY_MARK.match(content) or kind is not Kind.ALLOCATION:
        return None
    scaled = re.match(r"(?P<scale>万|亿)?(?P<unit>.*)$", unit_text)
    if scaled and scaled["scale"] and low is not None:
        low *= {"万": Decimal(10**4), "亿": Decimal(10**8)}[scaled["scale"]]
        unit_text = scaled["unit"]
    unit = lexicon.units.get(unit_text)
    name = raw[view.raw_start(subject[0]) : view.raw_end(subject[1])] if subject[1] > subject[0] else ""
    return Statement(
        kind=kind,
        subject=name,
        value_text=raw[start:end],
        value_low=low,
        value_high=low,
        unit=unit.unit if unit else unit_text,
        comparator=comparator,
        deadline=deadline,
        period="",
        scope_text=area,
        implied=False,
        start=start,
        end=end,
        value_start=start,
        value_end=end,
        passage=max(bisect_right(starts, cell[0]) - 1, 0),
        rule="table_cell",
        area=area,
    )


#: A cell with prose, and the cell of its row that names what the prose is about; offsets of the view.
RowName = tuple[int, int, int, int]


def row_names(text: str, grids: Sequence[Grid]) -> tuple[RowName, ...]:
    """For each cell of true tables, the nearest one to its left that names the row (指标 | 2023年达到80%)."""
    named: set[RowName] = set()
    for grid in grids:
        for row in grid.rows[1:]:
            name: tuple[int, int] | None = None
            for cell in row:
                content = text[slice(*cell)]
                if name and cell != name and content:
                    named.add((*cell, *name))
                if 2 <= len(content) <= _CELL_LENGTH and not _is_number(content):
                    name = cell
    return tuple(sorted(named))


def as_table(view: Shadow, grid: Grid) -> Table:
    """A grid as a :class:`~compare.model.Table` with offsets of the original text."""
    cells = tuple(
        Cell(r, c, view.raw_start(span[0]), view.raw_end(span[1]))
        for r, row in enumerate(grid.rows)
        for c, span in enumerate(row)
    )
    start, end = grid.span
    return Table(view.raw_start(start), view.raw_end(end), cells)
