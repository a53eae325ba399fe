"""Tables that came with the format, tables that became lines, and what only looks like a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from compare.model import Cell, Comparator, Document, Kind, Reading, Role, Statement, Table
from compare.reading import Lexicon, read

ReadDocument = Callable[[Document], Reading]

HEAD = (
    "县（市、区）",
    "老年助餐点（个）",
    "适老化改造（户）",
    "人才培训（人次）",
    "新增床位（张）",
    "补助资金（万元）",
    "示范机构（所）",
)
UNITS = ("个", "户", "人次", "张", "元", "所")
TITLE = "附件\n2025年养老服务重点任务分解表\n"
AREAS = ("东山县", "西河县", "南湖区", "北岭市", "高新技术产业开发区")

#: How a row of cells becomes text: one cell to a line, with blank lines, tabs, pipes.
SHAPES = {
    "lines": lambda row: "\n".join(row) + "\n",
    "lines with blank ones": lambda row: "".join(f"{cell}\n\n" for cell in row),
    "lines with bars": lambda row: "".join(f"{cell} |\n" for cell in row) + "|||||\n",
    "tabs": lambda row: "\t".join(row) + "\n",
    "pipes": lambda row: "|" + "|".join(row) + "|\n",
    "spaced pipes": lambda row: "| " + " | ".join(row) + " |\n",
}


@pytest.fixture(scope="module")
def read_document(lexicon: Lexicon) -> ReadDocument:
    return lambda document: read(document, lexicon)


@dataclass(frozen=True, slots=True)
class Value:
    """A cell's value as it must be read."""

    area: str
    subject: str
    low: Decimal | None
    unit: str
    deadline: str


def values(statements: Sequence[Statement]) -> list[Value]:
    return [Value(s.area, s.subject, s.value_low, s.unit, s.deadline) for s in statements]


def allocations(reading: Reading) -> list[Value]:
    return values([s for s in reading.statements if s.kind is Kind.ALLOCATION])


def text_of(shape: str, rows: Sequence[Sequence[str]], title: str = TITLE, after: str = "") -> Document:
    return Document(title + "".join(SHAPES[shape](row) for row in rows) + after, "txt")


def true_table(rows: Sequence[Sequence[str | tuple[str, int, int]]], title: str = TITLE) -> Document:
    """A document whose format told of the table; a cell is its text, or (text, rows, columns)."""
    text = title
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for content in row:
            label, down, across = content if isinstance(content, tuple) else (content, 1, 1)
            while (r, c) in taken:
                c += 1
            cells.append(Cell(r, c, len(text), len(text) + len(label), down, across))
            taken.update((r + i, c + k) for i in range(down) for k in range(across))
            text += label + "\n"
            c += across
    return Document(text, "docx", (Table(len(title), len(text), tuple(cells)),))


def plain_rows(width: int) -> list[list[str]]:
    """A head and rows of an area table with ``width`` columns; no two cells are alike."""
    rows = [list(HEAD[:width])]
    for i, area in enumerate(AREAS):
        rows.append([area, *(str(10 * (i + 1) + 7 * c) for c in range(1, width))])
    return rows


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
    reading = read_document(text_of(shape, rows, title=f"{TITLE}{caption}\n"))
    assert ["张"] * 10 == [value.unit for value in allocations(reading)]
    assert [Decimal(cell) for row in rows[1:] for cell in row[1:]] == [v.low for v in allocations(reading)]


def test_a_caption_of_ten_thousands_is_multiplied_out(read_document: ReadDocument) -> None:
    """单位：万元 over bare numbers: 120.5 is 1205000 元, and the quotation stays 120.5."""
    rows = [["县区", "建设资金", "运营资金"]]
    rows += [["东山县", "120.5", "30"], ["西河县", "98", "25"], ["南湖区", "1,300", "40"]]
    reading = read_document(text_of("lines", rows, title=f"{TITLE}单位：万元\n"))
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
    reading = read_document(text_of("lines", rows, title=f"{TITLE}单位：万元\n"))
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
        title="到2025年，全市新增床位900张。\n" + TITLE,
        after="注：护理型床位占比不低于60%。\n",
    )
    reading = read_document(document)
    assert expected_values(rows) == allocations(reading)
    others = [s for s in reading.statements if s.kind is not Kind.ALLOCATION]
    assert [("900张", "2025"), ("60%", "")] == [(s.value_text, s.deadline) for s in others]


def test_two_tables_of_unlike_width_are_two_tables(read_document: ReadDocument) -> None:
    """The second table's head is its own."""
    first, second = plain_rows(3), plain_rows(5)
    text = text_of("lines", first).text + text_of("lines", second, title="附件2\n2026年任务分解表\n").text
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


# --- indicator tables --------------------------------------------------------------------------------


def by_row(reading: Reading) -> list[tuple[str, Decimal | None, str, Comparator, str]]:
    return [(s.subject, s.value_low, s.unit, s.comparator, s.deadline) for s in reading.statements]


INDICATORS = [
    ["指标名称", "单位", "2025年", "属性"],
    ["养老机构护理型床位占比", "%", "60", "约束性"],
    ["养老服务床位总量", "万张", "12.5", "预期性"],
    ["社区养老服务设施配建达标率", "%", "100", "约束性"],
    ["每千名老年人配备社会工作者", "人", "≥1", "预期性"],
]
INDICATOR_VALUES = [
    ("养老机构护理型床位占比", Decimal(60), "%", Comparator.EQ, "2025"),
    ("养老服务床位总量", Decimal(125000), "张", Comparator.EQ, "2025"),
    ("社区养老服务设施配建达标率", Decimal(100), "%", Comparator.EQ, "2025"),
]


@pytest.mark.parametrize("shape", [*SHAPES, "true"])
def test_an_indicator_table_gives_targets_by_row(shape: str, read_document: ReadDocument) -> None:
    """指标名称|单位|2025年|属性: subject from the row, unit from its column, deadline from the head."""
    document = true_table(INDICATORS) if shape == "true" else text_of(shape, INDICATORS)
    reading = read_document(document)
    assert INDICATOR_VALUES == by_row(reading)[:3]
    last = reading.statements[3]
    assert (Decimal(1), Comparator.GE, "2025") == (last.value_low, last.comparator, last.deadline)
    assert {Kind.TARGET} == {s.kind for s in reading.statements}


def test_a_column_for_each_year_gives_each_its_deadline(read_document: ReadDocument) -> None:
    """2023年 and 2025年 side by side are two statements of one indicator."""
    rows = [
        ["指标", "2023年", "2025年"],
        ["护理型床位占比（%）", "55", "60"],
        ["设施覆盖率（%）", "80", "100"],
    ]
    expected = [
        ("护理型床位占比", Decimal(55), "%", Comparator.EQ, "2023"),
        ("护理型床位占比", Decimal(60), "%", Comparator.EQ, "2025"),
        ("设施覆盖率", Decimal(80), "%", Comparator.EQ, "2023"),
        ("设施覆盖率", Decimal(100), "%", Comparator.EQ, "2025"),
    ]
    assert expected == by_row(read_document(true_table(rows, title="主要指标\n")))


@pytest.mark.parametrize("label", ["2020年基期值", "2020年现状", "2020年完成情况"])
def test_a_base_year_is_no_target(label: str, read_document: ReadDocument) -> None:
    """What was reached in the base year is a fact: no target, and no deadline to meet."""
    rows = [
        ["指标", label, "2025年目标值"],
        ["护理型床位占比（%）", "45", "60"],
        ["设施覆盖率（%）", "70", "100"],
    ]
    statements = read_document(true_table(rows, title="主要指标\n")).statements
    assert ["", "2025", "", "2025"] == [s.deadline for s in statements]
    facts, targets = statements[0::2], statements[1::2]
    assert {Kind.PARAMETER} == {s.kind for s in facts}
    assert {Kind.TARGET} == {s.kind for s in targets}


@pytest.mark.parametrize(
    ("cell", "low", "comparator"),
    [
        ("60%", 60, Comparator.EQ),
        ("≥60%", 60, Comparator.GE),
        ("≥60", 60, Comparator.GE),
        ("＞60%", 60, Comparator.GT),
        ("≤60%", 60, Comparator.LE),
        ("60%以上", 60, Comparator.GE),
        ("60以上", 60, Comparator.GE),
        ("不低于60%", 60, Comparator.GE),
        ("达到60%", 60, Comparator.EQ),
        ("６０％", 60, Comparator.EQ),
        ("60%左右", 60, Comparator.ABOUT),
    ],
)
def test_a_cell_may_say_how_strictly_it_binds(
    cell: str, low: int, comparator: Comparator, read_document: ReadDocument
) -> None:
    """Symbols and words in a cell are its comparator, whatever the cells around it look like."""
    rows = [["指标", "单位", "2025年"], ["护理型床位占比", "%", cell], ["设施覆盖率", "%", "100"]]
    reading = read_document(true_table(rows, title="主要指标\n"))
    first = reading.statements[0]
    assert (Decimal(low), "%", comparator, "2025") == (
        first.value_low,
        first.unit,
        first.comparator,
        first.deadline,
    )
    assert 2 == len(reading.statements)


def test_an_implied_value_in_a_cell_is_read(read_document: ReadDocument) -> None:
    """全覆盖 in a column of shares is 100 %."""
    rows = [
        ["指标", "2025年"],
        ["护理型床位占比（%）", "60"],
        ["县级服务指导中心", "全覆盖"],
        ["设施覆盖率（%）", "90"],
    ]
    statements = read_document(true_table(rows, title="主要指标\n")).statements
    assert [(60, False), (100, True), (90, False)] == [(s.value_low, s.implied) for s in statements]


def test_a_category_that_spans_rows_is_not_the_subject(read_document: ReadDocument) -> None:
    """类别 over several indicators groups them; the subject is the indicator's own name."""
    rows: list[list[str | tuple[str, int, int]]] = [
        ["类别", "序号", "指标", "单位", "2025年目标"],
        [("机构养老", 2, 1), "1", "护理型床位占比", "%", "60"],
        ["2", "养老床位总数", "万张", "5"],
        [("居家社区", 2, 1), "3", "设施覆盖率", "%", "100"],
        ["4", "适老化改造", "万户", "2"],
    ]
    expected = [
        ("护理型床位占比", Decimal(60), "%", Comparator.EQ, "2025"),
        ("养老床位总数", Decimal(50000), "张", Comparator.EQ, "2025"),
        ("设施覆盖率", Decimal(100), "%", Comparator.EQ, "2025"),
        ("适老化改造", Decimal(20000), "户", Comparator.EQ, "2025"),
    ]
    assert expected == by_row(read_document(true_table(rows, title="主要指标\n")))


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
    assert expected == allocations(read_document(true_table(rows, title="任务分解表\n")))


# --- what is no table of values ----------------------------------------------------------------------


TASKS = [
    ["重点任务", "牵头单位", "完成时限"],
    ["建设县级综合养老服务中心", "市民政局", "2025年12月"],
    ["改造敬老院消防设施", "市消防救援支队", "2024年6月"],
    ["开展护理员职业技能培训", "市人力资源社会保障局", "持续推进"],
    ["完善老年助餐服务网络", "市民政局", "2025年"],
]


@pytest.mark.parametrize("shape", [*SHAPES, "true"])
def test_a_table_of_tasks_and_time_limits_states_no_value(shape: str, read_document: ReadDocument) -> None:
    """Dates in a column 完成时限 are deadlines of tasks, not values."""
    document = true_table(TASKS) if shape == "true" else text_of(shape, TASKS)
    reading = read_document(document)
    assert () == reading.statements
    assert {Role.DATE, Role.DEADLINE, Role.TABLE_CELL} >= {n.role for n in reading.numerals if "20" in n.text}


@pytest.mark.parametrize("shape", [*SHAPES, "true"])
@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("完成时限", ("2025", "2024", "2025", "2023")),
        ("完成年份", ("2025年", "2024年", "2025年", "2023年")),
        ("联系电话", ("6812345", "6812346", "6812347", "6812348")),
        ("邮政编码", ("650300", "650301", "650302", "650303")),
        ("备注", ("1", "2", "3", "4")),
    ],
)
def test_numbers_that_count_nothing_are_no_values(
    shape: str, label: str, cells: Sequence[str], read_document: ReadDocument
) -> None:
    """Years, telephone numbers and postcodes in a column have no unit and measure nothing."""
    rows = [["责任单位", label], *([f"{area}民政局", cell] for area, cell in zip(AREAS, cells, strict=False))]
    document = (
        true_table(rows, title="联络表\n") if shape == "true" else text_of(shape, rows, title="联络表\n")
    )
    assert () == read_document(document).statements


@pytest.mark.parametrize("shape", [*SHAPES, "true"])
def test_sentences_in_cells_are_read_as_sentences(shape: str, read_document: ReadDocument) -> None:
    """A table of prose states what its sentences state, cell by cell."""
    rows = [
        ["工作任务", "工作内容", "责任单位"],
        ["床位建设", "到2025年，新增护理型床位300张，护理型床位占比不低于60%。", "市民政局"],
        ["助餐服务", "建成老年助餐点50个。", "市商务局"],
        ["人才培养", "每年培训护理员不少于1000人次。", "市人力资源社会保障局"],
    ]
    document = true_table(rows) if shape == "true" else text_of(shape, rows)
    expected = [
        ("300张", Comparator.EQ, "2025"),
        ("60%", Comparator.GE, "2025"),
        ("50个", Comparator.EQ, ""),
        ("1000人次", Comparator.GE, ""),
    ]
    statements = read_document(document).statements
    assert expected == [(s.value_text, s.comparator, s.deadline) for s in statements]
    assert Kind.ALLOCATION not in {s.kind for s in statements}


@pytest.mark.parametrize(
    "text",
    [
        "一、重点任务\n1\n加强组织领导\n2\n强化资金保障\n3\n严格督导考核\n4\n注重宣传引导\n",
        "一、重点任务\n1.\n加强组织领导\n2.\n强化资金保障\n3.\n严格督导考核\n",
        "工作措施\n主要内容\n（1）\n加强组织领导\n（2）\n强化资金保障\n（3）\n严格督导考核\n",
        "第一部分\n总体要求\n1\n第二部分\n主要任务\n2\n第三部分\n保障措施\n3\n第四部分\n附则\n4\n",
        "目录\n总体要求\n1\n主要任务\n3\n保障措施\n8\n附件\n12\n",
        "加强领导。\n- 1 -\n强化保障。\n- 2 -\n严格考核。\n- 3 -\n注重宣传。\n- 4 -\n",
    ],
    ids=["numbers", "numbers with points", "bracketed numbers", "parts", "contents", "page numbers"],
)
def test_numbered_lists_and_contents_are_no_tables(text: str, read_document: ReadDocument) -> None:
    """Numbers on lines of their own count lines, headings and pages: nothing is measured."""
    reading = read_document(Document(text, "txt"))
    assert () == reading.statements


def test_a_table_of_two_rows_is_a_table_where_the_format_says_so(read_document: ReadDocument) -> None:
    """What the format told need not be found by its shape."""
    rows = [["县区", "床位（张）"], ["东山县", "120"]]
    expected = [Value("东山县", "床位", Decimal(120), "张", "2025")]
    assert expected == allocations(read_document(true_table(rows)))


def test_a_table_of_one_row_of_prose_is_no_allocation(read_document: ReadDocument) -> None:
    """A frame around a paragraph (a layout table) changes nothing in what it states."""
    rows = [["说明", "到2025年，新增床位300张。"]]
    statements = read_document(true_table(rows, title="")).statements
    assert [("300张", Kind.TARGET, "2025")] == [(s.value_text, s.kind, s.deadline) for s in statements]


def test_cells_are_numerals_of_the_table_in_the_ledger(read_document: ReadDocument) -> None:
    """Every number of a cell is accounted for as a table cell, the title's year as a date."""
    rows = plain_rows(4)
    document = text_of("lines", rows)
    cells = {cell for row in rows[1:] for cell in row[1:]}
    roles = {n.role for n in read_document(document).numerals if n.text in cells}
    assert {Role.TABLE_CELL} == roles
