"""Cells between rules become tables: merged cells, ends of rules, tables that go on overleaf."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.characters import characters

from compare.sources.layout import Grid, GridCell, Line
from compare.sources.pdf.aligned_tables import aligned_tables
from compare.sources.pdf.lines_of_text import Char
from compare.sources.pdf.ruled_tables import (
    Box,
    PageTable,
    blocks_of,
    closing_rules,
    continued,
    goes_on,
    ruled_table,
    split_at,
)

#: Columns of a hundred points, rows of twenty.
BOXES: list[Box] = [
    (50 + 100 * column, 100 + 20 * row, 150 + 100 * column, 120 + 20 * row)
    for row in range(2)
    for column in range(2)
]


def in_box(text: str, box: Box, line: int = 0) -> list[Char]:
    return characters(text, x0=box[0] + 5, top=box[1] + 5 + 12 * line)


def cells(table: PageTable | None) -> list[tuple[Any, ...]]:
    assert table is not None
    return [(c.row, c.column, c.text, c.row_span, c.column_span) for c in table.grid.cells]


def test_cells_hold_the_characters_between_their_rules() -> None:
    """What stands outside of all of them is not the table's."""
    chars = [char for box, text in zip(BOXES, "甲乙丙丁", strict=True) for char in in_box(text, box)]
    outside = characters("外", x0=60, top=145)
    table, inside = ruled_table(BOXES, [*chars, *outside])
    assert cells(table) == [(0, 0, "甲", 1, 1), (0, 1, "乙", 1, 1), (1, 0, "丙", 1, 1), (1, 1, "丁", 1, 1)]
    assert inside == chars
    assert table is not None
    assert (table.top, table.bottom, table.edges) == (100, 140, (50, 150, 250))


def test_a_character_on_a_rule_is_in_the_cell_that_begins_there() -> None:
    """In one cell, not in two or none."""
    middle = characters("甲", x0=145, top=115)
    table, inside = ruled_table(BOXES, middle)
    assert [cell for cell in cells(table) if cell[2]] == [(1, 1, "甲", 1, 1)]
    assert len(inside) == 1
    assert ruled_table(BOXES, characters("甲", x0=245, top=105))[1] == []
    assert ruled_table(BOXES, characters("甲", x0=45, top=95))[1] != []


def test_merged_cells_stand_once_with_their_extent() -> None:
    """Over rows and over columns."""
    boxes: list[Box] = [(50, 100, 150, 140), (150, 100, 350, 120), (150, 120, 250, 140), (250, 120, 350, 140)]
    assert cells(ruled_table(boxes, [])[0]) == [
        (0, 0, "", 2, 1),
        (0, 1, "", 1, 2),
        (1, 1, "", 1, 1),
        (1, 2, "", 1, 1),
    ]


@pytest.mark.parametrize(("apart", "columns"), [(2.0, 2), (2.1, 3)])
def test_rules_side_by_side_are_one(apart: float, columns: int) -> None:
    """Two points apart at most: a double line parts no column of its own."""
    boxes: list[Box] = [(50, 100, 150, 120), (150 + apart, 100, 250, 120)]
    table, _ = ruled_table(boxes, [])
    assert table is not None
    assert len(table.edges) == columns + 1


def test_a_frame_of_one_column_is_no_table() -> None:
    """Its text is read as what stands beside it."""
    boxes: list[Box] = [(50, 100, 450, 120), (50, 120, 450, 140)]
    assert ruled_table(boxes, in_box("甲", boxes[0])) == (None, [])


def test_lines_of_a_cell_are_one_text() -> None:
    """But for ended sentences; a blank stands between words of letters."""
    boxes: list[Box] = [(50, 100, 150, 160), (150, 100, 250, 160)]
    chars = [char for at, text in enumerate(("甲乙", "丙。", "丁")) for char in in_box(text, boxes[0], at)]
    chars += [char for at, text in enumerate(("care", "home")) for char in in_box(text, boxes[1], at)]
    assert [cell[2] for cell in cells(ruled_table(boxes, chars)[0])] == ["甲乙丙。\n丁", "care home"]


@pytest.mark.parametrize(("letters", "full"), [(7, True), (6, False), (0, False)])
def test_a_full_last_line_may_be_cut_by_the_page(letters: int, full: bool) -> None:
    """With as much room to the right as to the left, two letters and a half may be missing."""
    table, _ = ruled_table(BOXES[:2], in_box("甲" * letters, BOXES[0]))
    assert table is not None
    assert table.full == (full, False)


def rule(x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "orientation": "h" if top == bottom else "v"}


def test_a_table_that_a_page_cuts_is_closed() -> None:
    """Where three vertical rules end together without a horizontal one; two are a frame."""
    three = [rule(x, 100, x, 200) for x in (50, 150, 250)]
    top = rule(50, 100, 250, 100)
    found = closing_rules([*three, top])
    assert [
        (one["x0"], one["x1"], one["top"], one["bottom"], one["width"], one["height"]) for one in found
    ] == [(50, 250, 200, 200, 200, 0)]
    assert [one["top"] for one in closing_rules(three)] == [100, 200]
    assert closing_rules(three[:2]) == []
    assert closing_rules([*three[:2], rule(150.2, 100, 150.2, 200)]) == []


@pytest.mark.parametrize(
    ("bottom", "closed"),
    [
        (rule(50, 202, 250, 202), True),
        (rule(50, 203, 250, 203), False),
        (rule(55, 200, 150, 200), True),
        (rule(56, 200, 150, 200), True),
        (rule(150, 200, 245, 200), True),
        (rule(150, 200, 244, 200), True),
        (rule(57, 200, 243, 200), False),
    ],
)
def test_a_rule_that_reaches_either_side_closes_a_table(bottom: dict[str, Any], closed: bool) -> None:
    """Two points up or down, six points short."""
    three = [rule(x, 100, x, 200) for x in (50, 150, 250)]
    assert (
        closing_rules([*three, rule(50, 100, 250, 100), bottom]) == []
        if closed
        else closing_rules([*three, bottom])
    )


def test_tables_that_touch_are_two() -> None:
    """Where all vertical rules end and others begin; where they do so at each row, it is one table that is
    drawn cell by cell."""
    boxes: list[Box] = [(50, 100 + 20 * row, 150, 120 + 20 * row) for row in range(4)]
    two = [rule(50, 100, 50, 140), rule(150, 100, 150, 140), rule(50, 140, 50, 180), rule(150, 140, 150, 180)]
    assert split_at(boxes, two) == [140]
    assert split_at(boxes, [*two, rule(250, 100, 250, 180)]) == []
    assert split_at(boxes, [rule(50, 100 + 20 * row, 50, 120 + 20 * row) for row in range(4)]) == []
    assert split_at(boxes, [rule(50, 100, 50, 180)]) == []
    assert split_at(boxes, [rule(50, 100, 50, 138), rule(50, 142, 50, 180)]) == [140]
    assert split_at(boxes, [rule(50, 100, 50, 137), rule(50, 142, 50, 180)]) == []


def table(
    rows: list[list[str]], edges: tuple[float, ...] = (50.0, 150.0, 250.0), full: bool = True
) -> PageTable:
    found = tuple(GridCell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return PageTable(Grid(found), 100.0, 200.0, edges, tuple(full for _ in found))


def rows(one: PageTable) -> list[tuple[int, int, str, bool]]:
    return [(cell.row, cell.column, cell.text, cell.repeated) for cell in one.grid.cells]


@pytest.mark.parametrize(
    ("edges", "same"),
    [
        ((50.0, 150.0, 250.0), True),
        ((55.9, 150.0, 244.1), True),
        ((56.0, 150.0, 250.0), False),
        ((50.0, 150.0, 256.0), False),
        ((50.0, 250.0), False),
    ],
)
def test_a_table_overleaf_has_the_same_columns(edges: tuple[float, ...], same: bool) -> None:
    """As many, each within six points."""
    assert goes_on(table([["甲", "乙"]]), table([["丙", "丁"]], edges)) is same


def test_rows_overleaf_are_those_behind() -> None:
    """A head that is printed again is kept apart; the rest is counted on."""
    head = ["县", "床位（张）"]
    whole = continued(table([head, ["甲县", "5"]]), table([head, ["乙县", "6"], ["丙县", "7"]]))
    assert rows(whole) == [
        (0, 0, "县", False), (0, 1, "床位（张）", False), (1, 0, "甲县", False), (1, 1, "5", False),
        (0, 0, "县", True), (0, 1, "床位（张）", True),
        (2, 0, "乙县", False), (2, 1, "6", False), (3, 0, "丙县", False), (3, 1, "7", False),
    ]  # fmt: skip
    assert len(whole.full) == len(whole.grid.cells)
    again = continued(whole, table([head, ["丁县", "8"]]))
    assert rows(again)[-2:] == [(4, 0, "丁县", False), (4, 1, "8", False)]
    assert (whole.top, whole.bottom, whole.edges) == (100.0, 200.0, (50.0, 150.0, 250.0))


def test_rows_overleaf_without_a_head_begin_at_once() -> None:
    """A merged cell of the last row reaches as far down as it goes."""
    above = table([["县", "床位"], ["甲县", "5"]])
    tall = PageTable(
        Grid((*above.grid.cells[:3], GridCell(1, 1, "5", row_span=2))), 100.0, 200.0, above.edges, above.full
    )
    assert [row for row, *_ in rows(continued(above, table([["乙县", "6"]])))[-2:]] == [2, 2]
    assert [row for row, *_ in rows(continued(tall, table([["乙县", "6"]])))[-2:]] == [3, 3]


@pytest.mark.parametrize(
    ("last", "first", "full", "joined"),
    [
        (["甲县", "建设社区养老"], ["", "服务中心"], True, ["甲县", "建设社区养老服务中心"]),
        (["甲县", "建设社区养老"], ["", "服务中心"], False, None),
        (["甲县", "建设社区养老。"], ["", "服务中心"], True, None),
        (["甲县", "建设社区养老"], ["乙县", "服务中心"], True, None),
        (["甲县", "12"], ["", "34"], True, None),
        (["甲县", "建设"], ["", "34"], True, None),
        (["甲县", "12"], ["", "张"], True, None),
        (["", "建设社区养老"], ["", "服务中心"], True, None),
    ],
)
def test_a_row_cut_by_the_page_is_put_together(
    last: list[str], first: list[str], full: bool, joined: list[str] | None
) -> None:
    """Where a cell is complete and the other broke off in a full line, in mid-sentence; never numbers."""
    whole = continued(table([["县", "任务"], last], full=full), table([first, ["丙县", "其他"]], full=full))
    expected = [joined] if joined else [last, first]
    texts = [text for _, _, text, _ in rows(whole)]
    assert texts == ["县", "任务", *(text for row in expected for text in row), "丙县", "其他"]
    assert [row for row, *_ in rows(whole)] == [at for at in range(len(texts) // 2) for _ in "ab"]


def test_one_row_is_lines_and_an_empty_table_nothing() -> None:
    """A frame round two texts is no table; each line of its cells is one."""
    assert blocks_of(table([["甲。\n乙", "丙"]])) == [Line("甲。"), Line("乙"), Line("丙")]
    assert blocks_of(table([["", ""], ["", ""]])) == []
    grid = table([["甲", ""], ["", ""]])
    assert blocks_of(grid) == [grid.grid]


def in_rows(texts: list[list[str]], step: float = 20.0) -> list[Char]:
    return [
        char
        for row, cells in enumerate(texts)
        for column, text in enumerate(cells)
        for char in characters(text, x0=60 + 25 * column * 6, top=105 + step * row)
    ]


def grids(found: list[tuple[PageTable, list[Char]]]) -> list[list[str]]:
    return [[cell.text for cell in table.grid.cells] for table, _ in found]


VALUES = [["指标", "目标"], ["床位", "1500张"]]


def test_two_rows_between_three_rules_are_a_table() -> None:
    """Rules of one length and place tell of it; without them there must be three rows."""
    rules = [(50.0, 450.0, 100.0), (50.0, 450.0, 120.0), (50.0, 450.0, 145.0)]
    chars = in_rows(VALUES)
    assert grids(aligned_tables(chars, rules)) == [["指标", "目标", "床位", "1500张"]]
    assert aligned_tables(chars, rules[:2]) == []
    assert aligned_tables(chars, [rules[0], (50.0, 450.0, 102.0), rules[2]]) == []
    assert aligned_tables(chars, [rules[0], (54.0, 450.0, 120.0), rules[2]]) == []
    assert aligned_tables(chars, [rules[0], (50.0, 446.0, 120.0), rules[2]]) == []
    assert grids(aligned_tables(chars, [rules[0], (53.9, 446.1, 120.0), rules[2]])) != []


@pytest.mark.parametrize(
    ("values", "is_table"),
    [
        (["1500张", "90%", "≥55%"], True),
        (["1500张", "90%", "较多"], True),
        (["1500张", "较少", "较多"], False),
        (["约１５００", "80～90%", "5以上"], True),
        (["第3期", "共5类项目等", "较多"], False),
    ],
)
def test_most_rows_of_a_table_hold_a_value(values: list[str], is_table: bool) -> None:
    """Alone in its place, below the first row."""
    chars = in_rows(
        [["指标", "目标"], *([f"指标{at}", value] for at, value in zip("甲乙丙", values, strict=True))]
    )
    assert bool(aligned_tables(chars, [])) is is_table


def test_a_table_without_rules_knows_its_place() -> None:
    """Its columns part half way between their texts; its cells are never cut by the page."""
    chars = in_rows([*VALUES, ["人员", "90人"]])
    ((found, inside),) = aligned_tables(chars, [])
    assert (found.top, found.bottom) == (105.0, 155.0)
    assert found.edges == (60.0, (80 + 210) / 2, 240.0)
    assert set(found.full) == {False}
    assert len(inside) == len(chars)
