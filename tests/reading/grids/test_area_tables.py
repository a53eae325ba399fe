"""Tables that give every area its share: which cell is whose, of what, in which unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from tests.support.table_text import (
    AREAS,
    SHAPES,
    TITLE,
    ReadDocument,
    Value,
    allocations,
    plain_rows,
    text_of,
    true_table,
)

from compare.model import Document, Kind

UNITS = ("个", "户", "人次", "张", "元", "所")


def expected_values(rows: Sequence[Sequence[str]], deadline: str = "2025") -> list[Value]:
    head = [label.partition("（")[0] for label in rows[0]]
    made = []
    for row in rows[1:]:
        for c, cell in enumerate(row[1:], start=1):
            unit = UNITS[c - 1]
            low = None if cell == "/" else Decimal(cell) * (10_000 if unit == "元" else 1)
            made.append(Value(row[0], head[c], low, unit, deadline))
    return made


# --- area by area ---------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("width", [2, 3, 4, 5, 6, 7])
def test_an_area_table_is_read_cell_by_cell(shape: str, width: int, read_document: ReadDocument) -> None:
    """Each cell is an allocation: area from its row, subject and unit from the head, year from the title."""
    rows = plain_rows(width)
    assert expected_values(rows) == allocations(read_document(text_of(shape, rows)))


@pytest.mark.parametrize("width", [2, 4, 7])
def test_a_true_area_table_is_read_cell_by_cell(width: int, read_document: ReadDocument) -> None:
    """A table of html, docx or pdf reads as one that became lines."""
    rows = plain_rows(width)
    assert expected_values(rows) == allocations(read_document(true_table(rows)))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_slash_is_no_zero_and_a_zero_is_no_slash(shape: str, read_document: ReadDocument) -> None:
    """A cell / has no value, 0 has the value 0; both are cells of the table."""
    rows = plain_rows(4)
    rows[2][1], rows[3][2], rows[4][3], rows[5][1] = "/", "0", "/", "0"
    assert expected_values(rows) == allocations(read_document(text_of(shape, rows)))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_total_is_a_row_of_its_own(shape: str, read_document: ReadDocument) -> None:
    """合计 is read like an area, so that it can be held against its rows."""
    rows = plain_rows(3)
    rows.append(["合计", *(str(sum(int(row[c]) for row in rows[1:])) for c in (1, 2))])
    assert expected_values(rows) == allocations(read_document(text_of(shape, rows)))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("caption", ["单位：张", "单位:张", "（单位：张）", "计量单位：张"])
def test_a_caption_gives_the_unit_the_head_lacks(
    shape: str, caption: str, read_document: ReadDocument
) -> None:
    """单位：张 above the table is the unit of all its bare numbers."""
    rows = [["县区", "护理型床位", "普通床位"], *(row[:3] for row in plain_rows(3)[1:])]
    reading = read_document(text_of(shape, rows, title=f"{TITLE}\n{caption}"))
    assert ["张"] * 10 == [value.unit for value in allocations(reading)]
    assert [Decimal(cell) for row in rows[1:] for cell in row[1:]] == [v.low for v in allocations(reading)]


def test_a_caption_of_ten_thousands_is_multiplied_out(read_document: ReadDocument) -> None:
    """单位：万元 over bare numbers: 120.5 is 1205000 元, and the quotation stays 120.5."""
    rows = [["县区", "建设资金", "运营资金"]]
    rows += [["东山县", "120.5", "30"], ["西河县", "98", "25"], ["南湖区", "1,300", "40"]]
    reading = read_document(text_of("lines", rows, title=f"{TITLE}\n单位：万元"))
    assert [1205000, 300000, 980000, 250000, 13000000, 400000] == [v.low for v in allocations(reading)]
    assert {"元"} == {v.unit for v in allocations(reading)}
    assert "120.5" == reading.statements[0].value_text


def test_a_unit_in_the_head_beats_the_caption(read_document: ReadDocument) -> None:
    """The nearer statement of a unit holds."""
    rows = [
        ["县区", "床位（张）", "资金"],
        ["东山县", "120", "30"],
        ["西河县", "98", "25"],
        ["南湖区", "77", "40"],
    ]
    reading = read_document(text_of("lines", rows, title=f"{TITLE}\n单位：万元"))
    assert ["张", "元"] * 3 == [v.unit for v in allocations(reading)]


@pytest.mark.parametrize("shape", SHAPES)
def test_numbers_of_rows_are_no_values(shape: str, read_document: ReadDocument) -> None:
    """A column 序号 counts rows: it moves no other column and gives no statement."""
    rows = plain_rows(3)
    numbered = [["序号", *rows[0]], *([str(i), *row] for i, row in enumerate(rows[1:], start=1))]
    assert expected_values(rows) == allocations(read_document(text_of(shape, numbered)))


def test_numbers_of_rows_are_no_values_in_a_true_table(read_document: ReadDocument) -> None:
    """The same with a table the format told of."""
    rows = plain_rows(3)
    numbered = [["序号", *rows[0]], *([str(i), *row] for i, row in enumerate(rows[1:], start=1))]
    assert expected_values(rows) == allocations(read_document(true_table(numbered)))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_head_repeated_on_the_next_page_is_no_row(shape: str, read_document: ReadDocument) -> None:
    """A table broken over pages repeats its head; the rows go on below it."""
    rows = plain_rows(4)
    repeated = [*rows[:4], rows[0], *rows[4:]]
    assert expected_values(rows) == allocations(read_document(text_of(shape, repeated)))


@pytest.mark.parametrize("shape", SHAPES)
def test_what_follows_a_table_is_read_as_text(shape: str, read_document: ReadDocument) -> None:
    """The table ends where its rows end; sentences before and behind it are statements of their own."""
    rows = plain_rows(3)
    document = text_of(
        shape,
        rows,
        title="到2025年，全市新增床位900张。" + TITLE,
        after="注：护理型床位占比不低于60%。\n",
    )
    reading = read_document(document)
    assert expected_values(rows) == allocations(reading)
    others = [s for s in reading.statements if s.kind is not Kind.ALLOCATION]
    assert [("900张", "2025"), ("60%", "")] == [(s.value_text, s.deadline) for s in others]


def test_two_tables_of_unlike_width_are_two_tables(read_document: ReadDocument) -> None:
    """The second table's head is its own."""
    first, second = plain_rows(3), plain_rows(5)
    text = text_of("lines", first).text + text_of("lines", second, title="附件2\n2026年任务分解表").text
    reading = read_document(Document(text, "txt"))
    assert [*expected_values(first), *expected_values(second, "2026")] == allocations(reading)
    assert 2 == len(reading.tables)


def test_a_lost_cell_puts_no_value_into_the_wrong_column(read_document: ReadDocument) -> None:
    """Where a blank cell left no line, its row is not guessed; the other rows stay right."""
    rows = plain_rows(4)
    whole = expected_values(rows)
    del rows[3][2]
    got = allocations(read_document(text_of("lines", rows)))
    assert set(got) <= set(whole)
    assert [v for v in whole if v.area in AREAS[:2]] == [v for v in got if v.area in AREAS[:2]]


@pytest.mark.parametrize("shape", ["tabs", "pipes", "spaced pipes"])
def test_a_blank_cell_keeps_its_place_between_separators(shape: str, read_document: ReadDocument) -> None:
    """Between tabs and pipes a blank cell is not stated: no statement, and its neighbours do not move."""
    rows = plain_rows(4)
    whole = expected_values(rows)
    rows[3][2] = ""
    expected = [v for v in whole if (v.area, v.unit) != (AREAS[2], "户")]
    assert expected == allocations(read_document(text_of(shape, rows)))


def test_a_blank_cell_of_a_true_table_is_not_stated(read_document: ReadDocument) -> None:
    """No statement for it, and none for its neighbours in its place."""
    rows = plain_rows(4)
    whole = expected_values(rows)
    rows[3][2] = ""
    expected = [v for v in whole if (v.area, v.unit) != (AREAS[2], "户")]
    assert expected == allocations(read_document(true_table(rows)))


def test_areas_in_columns_are_areas(read_document: ReadDocument) -> None:
    """A table turned on its side: the area stands in the head, the indicator in the row."""
    rows = [
        ["任务", "东山县", "西河县", "合计"],
        ["新增床位（张）", "120", "80", "200"],
        ["助餐点（个）", "12", "8", "20"],
    ]
    expected = [
        Value(area, subject, Decimal(cell), unit, "2025")
        for subject, unit, cells in (("新增床位", "张", rows[1][1:]), ("助餐点", "个", rows[2][1:]))
        for area, cell in zip(rows[0][1:], cells, strict=True)
    ]
    assert expected == allocations(read_document(true_table(rows)))


def test_cells_in_full_width_and_with_separators_are_numbers(read_document: ReadDocument) -> None:
    """１２０ and 1,200 are 120 and 1200."""
    rows = [
        ["县区", "床位（张）"],
        ["东山县", "１２０"],
        ["西河县", "1,200"],
        ["南湖区", "１，２００"],
        ["北岭市", " 98 "],
    ]
    assert [120, 1200, 1200, 98] == [v.low for v in allocations(read_document(text_of("lines", rows)))]


def test_a_unit_in_the_cell_beats_the_head(read_document: ReadDocument) -> None:
    """120张 under 数量 is a count of beds."""
    rows = [["县区", "数量"], ["东山县", "120张"], ["西河县", "80张"], ["南湖区", "35张"]]
    assert [(120, "张"), (80, "张"), (35, "张")] == [
        (v.low, v.unit) for v in allocations(read_document(true_table(rows)))
    ]


def test_a_head_of_two_rows_gives_subject_and_year(read_document: ReadDocument) -> None:
    """新增床位（张） over 2024年 and 2025年: each column has the subject above and the year below."""
    rows: list[list[str | tuple[str, int, int]]] = [
        [("县区", 2, 1), ("新增床位（张）", 1, 2), ("助餐点（个）", 1, 2)],
        ["2024年", "2025年", "2024年", "2025年"],
        ["东山县", "10", "20", "1", "2"],
        ["西河县", "30", "40", "3", "4"],
        ["南湖区", "50", "60", "5", "6"],
    ]
    heads = (
        ("新增床位", "张", "2024"),
        ("新增床位", "张", "2025"),
        ("助餐点", "个", "2024"),
        ("助餐点", "个", "2025"),
    )
    expected = [
        Value(str(row[0]), subject, Decimal(str(cell)), unit, year)
        for row in rows[2:]
        for (subject, unit, year), cell in zip(heads, row[1:], strict=True)
    ]
    assert expected == allocations(read_document(true_table(rows, title="任务分解表")))


# --- cells that are lines ---------------------------------------------------------------------------

BARS = "lines with bars"


def test_the_next_table_behind_runs_of_bars_has_its_own_head(read_document: ReadDocument) -> None:
    """Its title stands in one cell with its first head; no value of it goes under the head above."""
    first = text_of(BARS, [["县区", "床位（张）"], ["甲县", "120"], ["乙县", "60"]])
    second = text_of(BARS, [["县区", "食堂（家）"], ["甲县", "7"], ["乙县", "5"]], "附件2\n2026年任务分解表")
    both = Document(first.text + second.text, "txt")
    assert [
        Value("甲县", "床位", Decimal(120), "张", "2025"),
        Value("乙县", "床位", Decimal(60), "张", "2025"),
        Value("甲县", "食堂", Decimal(7), "家", "2026"),
        Value("乙县", "食堂", Decimal(5), "家", "2026"),
    ] == allocations(read_document(both))


@pytest.mark.parametrize(
    "row", [["甲县\n(含新区)", "120", "80"], ["甲县", "/", "/"]], ids=["broken", "marks"]
)
def test_a_row_of_numbers_or_marks_begins_no_table(row: list[str], read_document: ReadDocument) -> None:
    """A name on two lines is no title with a head, and a row without any number is a row."""
    rows = [["县区", "床位（张）", "站点（个）"], row, ["乙县", "60", "50"], ["丙县", "70", "40"]]
    found = [value.low for value in allocations(read_document(text_of(BARS, rows)))]
    assert [None if cell == "/" else int(cell) for one in rows[1:] for cell in one[1:]] == found


@pytest.mark.parametrize(
    "head, numbers, count",
    [
        (["序号", "县区", "床位（张）"], ["一", "二", "三"], 3),
        (["县区", "街道（个）", "床位（张）"], ["东街", "西街", "南街"], 0),
    ],
    ids=["rows numbered in Chinese", "a unit over words"],
)
def test_the_head_must_fit_the_cells_below_it(
    head: list[str], numbers: list[str], count: int, read_document: ReadDocument
) -> None:
    """Where each cell is a line, words below a unit say that cells were lost: nothing is guessed."""
    rows = [head]
    for number, area, beds in zip(numbers, ("甲县", "乙县", "丙县"), ("20", "30", "40"), strict=True):
        rows.append([number, area, beds] if head[0] == "序号" else [area, number, beds])
    assert count == len(read_document(text_of("lines", rows)).statements)
