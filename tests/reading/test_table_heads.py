"""What heads, groups, captions and dates around the cells of a table make of its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from compare.model import Cell, Comparator, Document, Kind, Reading, Role, Statement, Table
from compare.reading import Lexicon, read

ReadDocument = Callable[[Document], Reading]
Row = Sequence[str]

LINES, TABS, PIPES = "lines", "tabs", "pipes"


@pytest.fixture(scope="module")
def read_document(lexicon: Lexicon) -> ReadDocument:
    return lambda document: read(document, lexicon)


def text_of(shape: str, rows: Sequence[Row], title: str) -> Document:
    """Rows as text; a blank cell leaves no line, and keeps its place between tabs and pipes."""
    if shape == LINES:
        body = "".join(f"{cell}\n" for row in rows for cell in row if cell)
    elif shape == TABS:
        body = "".join("\t".join(row) + "\n" for row in rows)
    else:
        body = "".join("|" + "|".join(row) + "|\n" for row in rows)
    return Document(f"{title}\n{body}注：本表由市民政局负责解释。\n", "txt")


def true_table(rows: Sequence[Sequence[str | tuple[str, int, int]]], title: str) -> Document:
    """A table the format told of; a cell is its text, or (text, rows, columns)."""
    text = f"{title}\n"
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
            text += f"{label}\n"
            c += across
    return Document(text, "docx", (Table(cells[0].start, cells[-1].end, tuple(cells)),))


def said(statements: Sequence[Statement]) -> list[tuple[str, str, Decimal | None, str, str]]:
    return [(s.area, s.subject, s.value_low, s.unit, s.deadline) for s in statements]


# --- groups of rows -----------------------------------------------------------------------------------

GROUPED = [
    ["类别", "序号", "指标", "2023年", "2025年", "属性"],
    ["机构养老", "1", "护理型床位占比（%）", "45", "60", "约束性"],
    ["", "2", "养老床位总数（万张）", "4", "5", "预期性"],
    ["居家社区", "3", "设施覆盖率（%）", "70", "100", "约束性"],
    ["", "4", "适老化改造（万户）", "1", "2", "预期性"],
]
GROUPED_VALUES = [
    ("", "护理型床位占比", Decimal(45), "%", "2023"),
    ("", "护理型床位占比", Decimal(60), "%", "2025"),
    ("", "养老床位总数", Decimal(40000), "张", "2023"),
    ("", "养老床位总数", Decimal(50000), "张", "2025"),
    ("", "设施覆盖率", Decimal(70), "%", "2023"),
    ("", "设施覆盖率", Decimal(100), "%", "2025"),
    ("", "适老化改造", Decimal(10000), "户", "2023"),
    ("", "适老化改造", Decimal(20000), "户", "2025"),
]


@pytest.mark.parametrize("shape", [LINES, TABS, PIPES])
@pytest.mark.parametrize("numbered", [True, False])
def test_a_group_that_stands_once_for_several_rows_moves_no_value(
    shape: str, numbered: bool, read_document: ReadDocument
) -> None:
    """类别 has a line only where a group begins: values stay under their own year."""
    rows = GROUPED if numbered else [[*row[:1], *row[2:]] for row in GROUPED]
    assert GROUPED_VALUES == said(read_document(text_of(shape, rows, "主要指标")).statements)


@pytest.mark.parametrize("shape", [LINES, TABS, PIPES])
def test_what_stands_behind_the_numbers_belongs_to_its_own_row(
    shape: str, read_document: ReadDocument
) -> None:
    """任务|数量|完成时限|责任单位: the date behind a number is its deadline, not that of the next row."""
    rows = [
        ["序号", "任务", "数量", "完成时限", "责任单位"],
        ["1", "新建老年食堂", "12个", "2025年6月", "市民政局"],
        ["2", "适老化改造", "3000户", "2025年12月底前", "市民政局"],
        ["3", "培训护理员", "500人次", "2024年", "市人力资源社会保障局"],
    ]
    expected = [
        ("", "新建老年食堂", Decimal(12), "个", "2025-06"),
        ("", "适老化改造", Decimal(3000), "户", "2025-12"),
        ("", "培训护理员", Decimal(500), "人次", "2024"),
    ]
    assert expected == said(read_document(text_of(shape, rows, "重点任务清单")).statements)


@pytest.mark.parametrize("shape", [LINES, TABS, PIPES])
def test_columns_of_words_between_numbers_are_told_from_areas(
    shape: str, read_document: ReadDocument
) -> None:
    """区|数|人|电话: the person is no area, the telephone number no value."""
    rows = [
        ["县区", "助餐点（个）", "责任人", "联系电话"],
        ["东山县", "12", "张三", "13800000000"],
        ["西河县", "8", "李四", "13800000001"],
        ["南湖区", "9", "王五", "13800000002"],
    ]
    expected = [
        (area, "助餐点", Decimal(value), "个", "2024")
        for area, value in (("东山县", 12), ("西河县", 8), ("南湖区", 9))
    ]
    assert expected == said(read_document(text_of(shape, rows, "2024年任务表")).statements)


@pytest.mark.parametrize("shape", [LINES, TABS, PIPES])
def test_a_project_is_whose_and_the_head_says_what(shape: str, read_document: ReadDocument) -> None:
    """项目名称|床位（张）|总投资（万元）: a head with its own unit names the thing, the row whose it is."""
    rows = [
        ["序号", "项目名称", "建设内容", "床位（张）", "总投资（万元）", "建设年限"],
        ["1", "东山养老院", "新建综合楼", "200", "5000", "2023-2025年"],
        ["2", "西河敬老院", "改扩建", "80", "800.5", "2024年"],
        ["3", "南湖福利院", "新建", "120", "3000", "2023—2024年"],
    ]
    statements = read_document(text_of(shape, rows, "重点项目表")).statements
    assert [
        ("床位", 200, "张", "东山养老院"),
        ("总投资", 50_000_000, "元", "东山养老院"),
        ("床位", 80, "张", "西河敬老院"),
        ("总投资", 8_005_000, "元", "西河敬老院"),
        ("床位", 120, "张", "南湖福利院"),
        ("总投资", 30_000_000, "元", "南湖福利院"),
    ] == [(s.subject, int(s.value_low or 0), s.unit, s.scope_text) for s in statements]


# --- heads ----------------------------------------------------------------------------------------------


def test_a_head_of_units_below_the_names_gives_units(read_document: ReadDocument) -> None:
    """新增床位|助餐点 over 张|个: the second row is no row of values, it says in what they count."""
    rows = [["地区", "新增床位", "助餐点"], ["", "张", "个"], ["东山县", "12", "3"], ["西河县", "8", "4"]]
    expected = [
        ("东山县", "新增床位", Decimal(12), "张", "2025"),
        ("东山县", "助餐点", Decimal(3), "个", "2025"),
        ("西河县", "新增床位", Decimal(8), "张", "2025"),
        ("西河县", "助餐点", Decimal(4), "个", "2025"),
    ]
    assert expected == said(read_document(text_of(TABS, rows, "2025年任务表")).statements)


def test_a_head_that_lost_its_rows_is_not_guessed(read_document: ReadDocument) -> None:
    """The same with each cell a line: which unit belongs to which name is lost, so nothing is read."""
    rows = [["地区", "新增床位", "助餐点"], ["", "张", "个"], *([f"{n}县", "12", "3"] for n in "甲乙丙丁")]
    assert () == read_document(text_of(LINES, rows, "2025年任务表")).statements


def test_a_head_that_broke_into_two_lines_is_not_guessed(read_document: ReadDocument) -> None:
    """With a line too many between names and rows no number stands surely under its name."""
    text = "2025年任务表\n县区\n助餐点\n特殊困难老年人家庭\n适老化改造\n床位\n" + "".join(
        f"{n}县\n1{i}\n2{i}\n3{i}\n" for i, n in enumerate("甲乙丙丁")
    )
    assert () == read_document(Document(text, "txt")).statements


def test_the_unit_of_a_column_beats_that_of_its_row(read_document: ReadDocument) -> None:
    """年均增长（%） beside a column of units is in per cent."""
    rows = [
        ["指标", "单位", "2025年", "年均增长（%）"],
        ["养老床位", "万张", "5", "4.6"],
        ["护理员", "万人", "2", "14.9"],
    ]
    expected = [
        ("", "养老床位", Decimal(50000), "张", "2025"),
        ("", "年均增长", Decimal("4.6"), "%", ""),
        ("", "护理员", Decimal(20000), "人", "2025"),
        ("", "年均增长", Decimal("14.9"), "%", ""),
    ]
    assert expected == said(read_document(true_table(rows, "主要指标")).statements)


def test_title_and_caption_may_be_rows_of_the_table(read_document: ReadDocument) -> None:
    """Merged rows above the head are what stands above other tables: year and unit."""
    rows: list[list[str | tuple[str, int, int]]] = [
        [("2025年床位任务表", 1, 3)],
        [("单位：张", 1, 3)],
        ["县区", "护理型床位", "普通床位"],
        ["东山县", "1", "2"],
        ["西河县", "3", "/"],
        [("注：含在建床位20张。", 1, 3)],
    ]
    statements = read_document(true_table(rows, "附件")).statements
    assert [
        ("东山县", "护理型床位", Decimal(1), "张", "2025"),
        ("东山县", "普通床位", Decimal(2), "张", "2025"),
        ("西河县", "护理型床位", Decimal(3), "张", "2025"),
        ("西河县", "普通床位", None, "张", "2025"),
    ] == said([s for s in statements if s.kind is Kind.ALLOCATION])


def test_columns_that_only_name_years_count_what_the_title_says(read_document: ReadDocument) -> None:
    """2024年|2025年 below 新增床位任务表: subject from the title, in its own words."""
    rows = [["地区", "2024年", "2025年"], ["东山县", "20", "30"], ["西河县", "21", "31"]]
    title = "各县新增养老床位任务表"
    statements = read_document(text_of(PIPES, rows, f"{title}\n单位：张")).statements
    assert [
        ("东山县", title, Decimal(20), "张", "2024"),
        ("东山县", title, Decimal(30), "张", "2025"),
        ("西河县", title, Decimal(21), "张", "2024"),
        ("西河县", title, Decimal(31), "张", "2025"),
    ] == said(statements)


def test_two_columns_of_one_year_and_no_name_are_not_guessed(read_document: ReadDocument) -> None:
    """Nothing tells which of them is which."""
    rows = [["地区", "2025年", "2025年"], ["东山县", "20", "30"], ["西河县", "21", "31"]]
    assert () == read_document(text_of(PIPES, rows, "任务表")).statements


def test_a_year_before_the_plan_is_a_fact(read_document: ReadDocument) -> None:
    """2020年 in a plan for 2021—2025 is where it starts from, whatever the head calls it."""
    rows = [
        ["指标", "2020年", "2025年"],
        ["护理型床位占比（%）", "45", "60"],
        ["设施覆盖率（%）", "70", "100"],
    ]
    title = "东山市养老服务发展规划\n（2021—2025年）\n主要指标"
    statements = read_document(true_table(rows, title)).statements
    assert [(Kind.PARAMETER, ""), (Kind.TARGET, "2025")] * 2 == [(s.kind, s.deadline) for s in statements]


# --- cells ----------------------------------------------------------------------------------------------


def test_a_cell_merged_over_areas_is_one_value_of_all_of_them(read_document: ReadDocument) -> None:
    """100 for two counties together is neither 100 for each nor 100 for the first."""
    rows: list[list[str | tuple[str, int, int]]] = [
        ["县区", "新增床位（张）", "助餐点（个）"],
        ["东山县", ("100", 2, 1), "3"],
        ["西河县", "4"],
        ["南湖区", "20", "5"],
    ]
    statements = read_document(true_table(rows, "2025年任务表")).statements
    assert [
        ("东山县、西河县", "新增床位", Decimal(100), "张", "2025"),
        ("东山县", "助餐点", Decimal(3), "个", "2025"),
        ("西河县", "助餐点", Decimal(4), "个", "2025"),
        ("南湖区", "新增床位", Decimal(20), "张", "2025"),
        ("南湖区", "助餐点", Decimal(5), "个", "2025"),
    ] == said(statements)


@pytest.mark.parametrize(
    ("cell", "low", "high", "unit", "comparator"),
    [
        ("50—60", 50, 60, "%", Comparator.RANGE),
        ("50%-60%", 50, 60, "%", Comparator.RANGE),
        ("〔60〕", 60, 60, "%", Comparator.EQ),
        ("约60%", 60, 60, "%", Comparator.ABOUT),
        ("百分之六十", 60, 60, "%", Comparator.EQ),
        ("提高5个百分点", 5, 5, "百分点", Comparator.EQ),
        ("不超过60％", 60, 60, "%", Comparator.LE),
    ],
)
def test_a_value_may_be_written_as_in_running_text(
    cell: str, low: int, high: int, unit: str, comparator: Comparator, read_document: ReadDocument
) -> None:
    """Ranges, numerals, brackets and words that bind are read in a cell, with the deadline of its column."""
    rows = [["指标", "2025年"], ["护理型床位占比（%）", cell], ["设施覆盖率（%）", "100"]]
    first = read_document(true_table(rows, "主要指标")).statements[0]
    assert ("护理型床位占比", Decimal(low), Decimal(high), unit, comparator, "2025") == (
        first.subject,
        first.value_low,
        first.value_high,
        first.unit,
        first.comparator,
        first.deadline,
    )


@pytest.mark.parametrize("cell", ["2023—2025", "2025年12月", "2025年底前"])
def test_a_date_among_values_is_no_value(cell: str, read_document: ReadDocument) -> None:
    """A cell that says when says nothing of how much."""
    rows = [["指标", "目标值"], ["护理型床位占比（%）", "60"], ["设施覆盖率（%）", "100"], ["标准化", cell]]
    statements = read_document(true_table(rows, "主要指标")).statements
    assert [60, 100] == [s.value_low for s in statements]


@pytest.mark.parametrize("shape", [TABS, PIPES])
def test_the_time_limit_of_a_row_governs_its_sentences(shape: str, read_document: ReadDocument) -> None:
    """A sentence without a date of its own is due when its row is; one with a date keeps it."""
    rows = [
        ["工作任务", "工作内容", "完成时限", "责任单位"],
        ["助餐服务", "建成老年助餐点50个。", "2025年12月", "市民政局"],
        ["床位建设", "到2026年，新增床位300张。", "2025年", "市民政局"],
        ["人才培养", "护理员持证率达到90%。", "持续推进", "市民政局"],
    ]
    statements = read_document(text_of(shape, rows, "任务清单")).statements
    assert [("50个", "2025-12"), ("300张", "2026"), ("90%", "")] == [
        (s.value_text, s.deadline) for s in statements
    ]


def test_a_page_number_among_the_lines_of_a_table_is_skipped(read_document: ReadDocument) -> None:
    """- 3 - between two rows is furniture; the rows on both sides are whole."""
    head = ["县区", "床位（张）", "助餐点（个）"]
    rows = [[f"{n}县", f"1{i}", f"2{i}"] for i, n in enumerate("甲乙丙丁")]
    lines = [*head, *rows[0], *rows[1], "- 3 -", *rows[2], *rows[3]]
    statements = read_document(Document("2025年任务表\n" + "\n".join(lines) + "\n", "txt")).statements
    assert [int(cell) for row in rows for cell in row[1:]] == [s.value_low for s in statements]


def test_a_bare_page_number_spoils_its_row_and_no_other(read_document: ReadDocument) -> None:
    """A number too many in a row: which one is none cannot be known, so the row is left out."""
    head = ["县区", "床位（张）", "助餐点（个）"]
    rows = [[f"{n}县", f"1{i}", f"2{i}"] for i, n in enumerate("甲乙丙丁戊")]
    lines = [*head, *rows[0], *rows[1], *rows[2], "3", *rows[3], *rows[4]]
    statements = read_document(Document("2025年任务表\n" + "\n".join(lines) + "\n", "txt")).statements
    assert {"甲县", "乙县", "丁县", "戊县"} == {s.area for s in statements}


def test_numbers_that_count_nothing_have_a_role(read_document: ReadDocument) -> None:
    """Telephone numbers and bare years of a table are cells in the ledger."""
    rows = [["县区", "完成年份", "联系电话"], ["东山县", "2025", "6812345"], ["西河县", "2024", "6812346"]]
    numerals = read_document(text_of(TABS, rows, "联络表")).numerals
    assert {Role.TABLE_CELL} == {n.role for n in numerals}


def test_values_in_furniture_are_none(read_document: ReadDocument) -> None:
    """Bars between the links of a page make no table."""
    text = "首页|机构|新闻\n上一篇:甲县|120|80\n工作方案\n第一条　加强领导。\n"
    assert () == read_document(Document(text, "txt")).statements


def test_a_head_needs_no_年_to_name_its_year(lexicon: Lexicon) -> None:
    """2025目标 is by 2025 as 2025年目标 is; what was so in 2020实际 is a fact without a date."""
    text = "指标\t单位\t2020实际\t2025目标\n养老床位\t张\t100\t300\n养老机构\t所\t4\t6\n"
    made = read(Document(text, "txt"), lexicon).statements
    assert [("", "parameter"), ("2025", "target")] * 2 == [(s.deadline, str(s.kind)) for s in made]


@pytest.mark.parametrize("shape", [LINES, TABS, PIPES])
@pytest.mark.parametrize(
    "natures", [("约束性", "预期性"), ("约束性指标", "预期性指标"), ("约束", "预期"), ("约束型", "预期型")]
)
@pytest.mark.parametrize("head", ["属性", "指标性质", "类型"])
def test_the_nature_of_an_indicator_is_kept(
    shape: str, natures: tuple[str, str], head: str, read_document: ReadDocument
) -> None:
    """Whatever the column is called, its cells say whether the values of the row bind."""
    rows = [
        ["指标", "单位", "2025年", head],
        ["养老床位", "张", "300", natures[0]],
        ["护理员", "人", "20", natures[1]],
    ]
    statements = read_document(text_of(shape, rows, "主要指标")).statements
    assert [("养老床位", "binding"), ("护理员", "expected")] == [(s.subject, s.binding) for s in statements]


def test_a_row_over_all_columns_gives_the_nature_of_those_below(read_document: ReadDocument) -> None:
    """（一）约束性指标 over several rows stands for each of them."""
    rows: list[list[str | tuple[str, int, int]]] = [
        ["指标", "2025年"],
        [("（一）约束性指标", 1, 2)],
        ["养老床位（张）", "300"],
        ["护理员（人）", "20"],
        [("（二）预期性指标", 1, 2)],
        ["助餐点（个）", "5"],
    ]
    statements = read_document(true_table(rows, "主要指标")).statements
    assert ["binding", "binding", "expected"] == [s.binding for s in statements]


def test_a_value_in_the_words_of_a_cell_has_the_nature_of_its_row(read_document: ReadDocument) -> None:
    """每年培训不少于200人次 in a column of years binds as the numbers do."""
    rows = [
        ["指标", "2025年目标", "属性"],
        ["护理员培训", "每年培训护理员不少于200人次。", "约束性"],
        ["养老床位（张）", "300", "预期性"],
    ]
    statements = read_document(true_table(rows, "主要指标")).statements
    assert [(200, "binding"), (300, "expected")] == [(s.value_low, s.binding) for s in statements]


def test_years_down_and_indicators_across(read_document: ReadDocument) -> None:
    """A table on its side says the same as one that stands."""
    rows = [["年份", "养老床位（张）", "助餐点（个）"], ["2024年", "200", "3"], ["2025年", "300", "5"]]
    for shape in (LINES, TABS, PIPES):
        assert [
            ("", "养老床位", Decimal(200), "张", "2024"),
            ("", "助餐点", Decimal(3), "个", "2024"),
            ("", "养老床位", Decimal(300), "张", "2025"),
            ("", "助餐点", Decimal(5), "个", "2025"),
        ] == said(read_document(text_of(shape, rows, "年度目标")).statements)


def test_areas_across_and_years_down(read_document: ReadDocument) -> None:
    """年份|甲县|乙县 counts for each county what the title says, year by year."""
    rows = [["年份", "东山县", "西河县"], ["2024年", "20", "30"], ["2025年", "25", "35"]]
    statements = read_document(text_of(PIPES, rows, "新增养老床位任务表\n单位：张")).statements
    assert [
        ("东山县", 20, "2024"),
        ("西河县", 30, "2024"),
        ("东山县", 25, "2025"),
        ("西河县", 35, "2025"),
    ] == [(s.area, s.value_low, s.deadline) for s in statements]


def test_a_schedule_in_words_is_not_turned(read_document: ReadDocument) -> None:
    """Years down the side of sentences order them in time; nothing is counted in their heads."""
    rows = [
        ["年份", "任务", "要求"],
        ["2024年", "调查摸底", "全面完成"],
        ["2025年", "建设设施", "建成20个站点"],
    ]
    statements = read_document(text_of(PIPES, rows, "进度安排")).statements
    assert [(20, "2025")] == [(s.value_low, s.deadline) for s in statements]


def test_a_line_of_brackets_with_a_number_is_no_menu(read_document: ReadDocument) -> None:
    """[300] is how tables of indicators write a sum over the years; [打印] is a button."""
    rows = [["指标", "单位", "2025年"], ["养老床位", "张", "[300]"], ["护理员", "人", "[20]"]]
    assert [300, 20] == [s.value_low for s in read_document(text_of(LINES, rows, "主要指标")).statements]


# --- what is taken apart or put together ----------------------------------------------------------------


def test_a_table_without_its_head_lends_its_first_row_to_nobody(read_document: ReadDocument) -> None:
    """Numbers in the first row are values of its own: they name no column, and no unit is passed on."""
    rows = [["养老床位（张）", "300"], ["护理员（人）", "20"], ["助餐点（个）", "5"]]
    assert [
        ("", "养老床位", Decimal(300), "张", ""),
        ("", "护理员", Decimal(20), "人", ""),
        ("", "助餐点", Decimal(5), "个", ""),
    ] == said(read_document(true_table(rows, "附件")).statements)


def test_two_measures_in_a_cell_are_two(read_document: ReadDocument) -> None:
    """老年食堂数/护理员数（个/名） from 12/80 to 30/150 is four values, each quoted alone."""
    rows = [
        ["指标", "2020年", "2025年"],
        ["老年食堂数/护理员数（个/名）", "12/80", "30/150"],
        ["覆盖率（%）", "50", "60"],
    ]
    reading = read_document(true_table(rows, "主要指标"))
    assert [
        ("老年食堂数", 12, "个", "12"),
        ("护理员数", 80, "名", "80"),
        ("老年食堂数", 30, "个", "30"),
        ("护理员数", 150, "名", "150"),
        ("覆盖率", 50, "%", "50"),
        ("覆盖率", 60, "%", "60"),
    ] == [
        (s.subject, s.value_low, s.unit, reading.document.text[s.start : s.end]) for s in reading.statements
    ]


@pytest.mark.parametrize("name", ["老年食堂/助餐点（个）", "养老床位（张/千人）", "机构/社区（所/个/家）"])
def test_a_slash_in_a_name_alone_parts_nothing(name: str, read_document: ReadDocument) -> None:
    """One unit, a unit with its base, and units that are not as many as the names."""
    rows = [["指标", "2020年", "2025年"], [name, "12", "30"], ["覆盖率（%）", "50", "60"]]
    assert 4 == len(read_document(true_table(rows, "主要指标")).statements)


def test_what_a_second_bracket_says_restricts_the_name(read_document: ReadDocument) -> None:
    """财政支出（万元）（全县）: in ten thousand yuan, for the whole county."""
    rows = [["指标", "2025年"], ["财政支出（万元）（全县）", "1200"], ["财政支出（万元）（乡镇）", "80"]]
    assert [("财政支出", 12_000_000, "元", "全县"), ("财政支出", 800_000, "元", "乡镇")] == [
        (s.subject, s.value_low, s.unit, s.scope_text)
        for s in read_document(true_table(rows, "主要指标")).statements
    ]


def test_a_label_over_rows_gives_them_subject_and_unit(read_document: ReadDocument) -> None:
    """养老床位（张） over 城区 and 乡镇敬老院: beds of each; a name with a unit of its own keeps it."""
    rows: list[list[str | tuple[str, int, int]]] = [
        [("指标", 1, 2), "2025年"],
        [("养老床位（张）", 3, 1), "城区机构", "300"],
        ["乡镇敬老院", "90"],
        ["护理型床位占比（%）", "60"],
    ]
    assert [
        ("养老床位", 300, "张", "城区机构"),
        ("养老床位", 90, "张", "乡镇敬老院"),
        ("护理型床位占比", 60, "%", ""),
    ] == [
        (s.subject, s.value_low, s.unit, s.scope_text)
        for s in read_document(true_table(rows, "主要指标")).statements
    ]


def test_two_tables_side_by_side_are_two(read_document: ReadDocument) -> None:
    """县区|床位|县区|床位: the number to the right belongs to the name to the right."""
    rows = [["县区", "床位（张）", "县区", "床位（张）"], ["甲县", "1", "乙县", "2"], ["丙县", "3", "", ""]]
    assert [("甲县", 1), ("丙县", 3), ("乙县", 2)] == sorted(
        ((s.area, int(s.value_low or 0)) for s in read_document(text_of(TABS, rows, "任务表")).statements),
        key=lambda pair: "甲丙乙".index(pair[0][0]),
    )


def test_heads_that_repeat_under_years_are_one_table(read_document: ReadDocument) -> None:
    """床位|站点|床位|站点 below 2024年 and 2025年 has a name on its left for both."""
    rows: list[list[str | tuple[str, int, int]]] = [
        [("县区", 2, 1), ("2024年", 1, 2), ("2025年", 1, 2)],
        ["床位（张）", "站点（个）", "床位（张）", "站点（个）"],
        ["甲县", "1", "2", "3", "4"],
        ["乙县", "5", "6", "7", "8"],
    ]
    assert [("甲县", 1, "2024"), ("甲县", 2, "2024"), ("甲县", 3, "2025"), ("甲县", 4, "2025")] == [
        (s.area, s.value_low, s.deadline)
        for s in read_document(true_table(rows, "任务表")).statements
        if s.area == "甲县"
    ]


@pytest.mark.parametrize("shape", [LINES, TABS, PIPES])
def test_page_numbers_are_told_from_pairs(shape: str, read_document: ReadDocument) -> None:
    """12/80 and 30/150 are no pages of eighty and of a hundred and fifty."""
    rows = [
        ["指标", "2020年", "2025年"],
        ["食堂数/护理员数（个/名）", "12/80", "30/150"],
        ["覆盖率（%）", "50", "60"],
    ]
    made = read_document(text_of(shape, rows, "主要指标")).statements
    assert {12, 80, 30, 150, 50, 60} == {int(s.value_low or 0) for s in made}


# --- words in cells ----------------------------------------------------------------------------------------


def test_words_without_a_noun_are_about_their_row(read_document: ReadDocument) -> None:
    """全覆盖 and 每万常住人口达到4名 below 评价标准 say what the row names without its number."""
    rows = [
        ["指标", "评价标准"],
        ["1.特殊困难老年人探访", "全覆盖或比上年增加。"],
        ["2.家庭医生人数", "2025年力争每万常住人口达到4名。"],
        ["3.护理型床位占比", "逐年提高，2025年达到60%。"],
    ]
    assert [("特殊困难老年人探访", 100), ("家庭医生人数", 4), ("护理型床位占比", 60)] == [
        (s.subject, s.value_low) for s in read_document(true_table(rows, "监测指标")).statements
    ]


@pytest.mark.parametrize(
    "head, kind", [("指标含义", "parameter"), ("数据来源", "parameter"), ("评价标准", "target")]
)
def test_what_explains_an_indicator_promises_nothing(
    head: str, kind: str, read_document: ReadDocument
) -> None:
    """How an indicator is counted is no goal, whatever numbers it takes."""
    rows = [
        ["指标", head, "2025年"],
        ["护理型床位占比（%）", "新增床位100张。", "60"],
        ["探访率（%）", "每季度核实。", "90"],
    ]
    statements = read_document(true_table(rows, "监测指标")).statements
    assert {100: kind, 60: "target", 90: "target"} == {int(s.value_low or 0): str(s.kind) for s in statements}


# --- growth, dates in names, norms ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head", ["年均增速（%）或[累计]", "年均增长（%）/[累计]", "年均增长%[累计数]", "年均增速（％）〔累计〕"]
)
def test_rates_and_sums_in_one_column_are_told_apart(head: str, read_document: ReadDocument) -> None:
    """3.5 is per cent a year, [3000] the beds of all years; neither is the number of the last year."""
    rows = [
        ["指标", "单位", "2025年", head],
        ["养老床位", "万张", "5", "3.5"],
        ["家庭养老床位", "张", "3000", "[3000]"],
    ]
    statements = read_document(true_table(rows, "主要指标")).statements
    assert [
        ("养老床位", 50_000, "张", "2025", ""),
        ("3.5", "%", "养老床位"),
        ("家庭养老床位", 3000, "张", "2025", ""),
        ("家庭养老床位", 3000, "张", "", ""),
    ] == [
        (s.value_text, s.unit, s.scope_text)
        if s.unit == "%"
        else (s.subject, s.value_low, s.unit, s.deadline, s.scope_text)
        for s in statements
    ]


def test_how_fast_is_never_how_much(read_document: ReadDocument) -> None:
    """增长 50% is no half of all beds, and a bare number under 年均增长 is in no unit that is known."""
    rows = [
        ["指标", "2025年", "较2020年增长", "年均增长"],
        ["养老床位（张）", "4500", "50%", "8.4"],
        ["机构（家）", "30", "10家", "8.4"],
    ]
    statements = read_document(true_table(rows, "主要指标")).statements
    assert [("养老床位", 4500, "2025"), ("机构", 30, "2025")] == [
        (s.subject, s.value_low, s.deadline) for s in statements if s.deadline
    ]
    assert [("养老床位", 50, "%"), ("机构", 10, "家")] == [
        (s.scope_text, s.value_low, s.unit) for s in statements if not s.deadline
    ]


def test_the_years_of_the_plan_date_no_table(read_document: ReadDocument) -> None:
    """（2021—2025年） below a title is the horizon; 2025年任务表 is about 2025."""
    rows = [["项目", "总任务"], ["适老化改造（户）", "3000"], ["助餐点（个）", "60"]]
    for title, deadline in (("养老规划\n（2021—2025年）\n任务表", ""), ("2025年任务表", "2025")):
        statements = read_document(true_table(rows, title)).statements
        assert [deadline] * 2 == [s.deadline for s in statements]


def test_a_year_that_opens_a_name_is_its_deadline(read_document: ReadDocument) -> None:
    """到2026年护理型床位占比|60%: by 2026, and no part of the noun; 2000元以下 opens with no year."""
    rows = [["指标", "目标值"], ["到2026年护理型床位占比", "60%"], ["2000元以下床位占比", "30%"]]
    statements = read_document(true_table(rows, "主要指标")).statements
    assert [("护理型床位占比", "2026"), ("2000元以下床位占比", "")] == [
        (s.subject, s.deadline) for s in statements if s.unit == "%"
    ]


def test_a_table_of_norms_holds_standards(read_document: ReadDocument) -> None:
    """设施配置标准: what each must have is a norm, by no date."""
    rows = [["设施", "床位（张）", "服务半径（米）"], ["街道中心", "20-50", "≤1000"], ["社区站", "—", "≤500"]]
    statements = read_document(true_table(rows, "养老服务设施配置标准")).statements
    assert [Kind.STANDARD] * 3 == [s.kind for s in statements]


@pytest.mark.parametrize("shape", [TABS, PIPES])
def test_a_head_whose_merged_cells_left_blanks_gives_names_and_units(
    shape: str, read_document: ReadDocument
) -> None:
    """2023年 above 床位 and 站点 left a blank beside it: the second row names what stands below the year."""
    rows = [
        ["县区", "2023年", "", "2024年", ""],
        ["", "床位（张）", "站点（个）", "床位（张）", "站点（个）"],
        ["甲县", "1", "2", "3", "4"],
        ["乙县", "5", "6", "7", "/"],
    ]
    assert [
        ("甲县", "床位", Decimal(1), "张", "2023"),
        ("甲县", "站点", Decimal(2), "个", "2023"),
        ("甲县", "床位", Decimal(3), "张", "2024"),
        ("甲县", "站点", Decimal(4), "个", "2024"),
    ] == said(read_document(text_of(shape, rows, "任务表")).statements)[:4]


def test_a_number_beside_words_is_not_their_subject(read_document: ReadDocument) -> None:
    """25 | 2024年底前建成15个: the cell to the left is a value of its own."""
    rows = [["指标", "单位", "2025年", "备注"], ["老年食堂", "个", "25", "2024年底前建成15个"]]
    statements = read_document(text_of(TABS, rows, "主要指标")).statements
    assert [("老年食堂", 25), ("老年食堂", 15)] == [(s.subject, s.value_low) for s in statements]


# --- marks, groups and parts -------------------------------------------------------------------------------


def test_marks_of_notes_are_no_part_of_names_and_numbers(read_document: ReadDocument) -> None:
    """养老床位*|3000① is 3000 beds, with a note."""
    rows = [["指标", "单位", "2025年"], ["养老床位*", "张", "3000①"], ["助餐点", "个", "50*"]]
    assert [("养老床位", 3000), ("助餐点", 50)] == [
        (s.subject, s.value_low) for s in read_document(true_table(rows, "主要指标")).statements
    ]


def test_a_row_with_a_unit_and_no_number_names_those_below(read_document: ReadDocument) -> None:
    """一、资金投入（万元） over 市级 and 县级: what they put in, in ten thousand yuan."""
    rows = [
        ["项目", "2024年", "2025年"],
        ["一、资金投入（万元）", "", ""],
        ["其中：市级", "120", "150"],
        ["县级", "80", "90"],
        ["二、床位（张）", "", ""],
        ["新增", "300", "400"],
    ]
    assert [
        ("资金投入", 1_500_000, "元", "市级"),
        ("资金投入", 900_000, "元", "县级"),
        ("床位", 400, "张", "新增"),
    ] == [
        (s.subject, s.value_low, s.unit, s.scope_text)
        for s in read_document(true_table(rows, "主要指标")).statements
        if s.deadline == "2025"
    ]


def test_a_total_is_that_of_its_group(read_document: ReadDocument) -> None:
    """床位|总数（张）: all beds; the share below it has a name of its own."""
    rows: list[list[str | tuple[str, int, int]]] = [
        ["类别", "项目", "2025年"],
        [("床位", 2, 1), "总数（张）", "5000"],
        ["护理型占比（%）", "60"],
    ]
    assert [("床位", 5000, "总数"), ("护理型占比", 60, "")] == [
        (s.subject, s.value_low, s.scope_text) for s in read_document(true_table(rows, "主要指标")).statements
    ]


def test_heads_that_name_parts_tell_the_values_of_a_row_apart(read_document: ReadDocument) -> None:
    """城镇社区|农村社区 are whose coverage it is, not two values of one thing."""
    rows = [
        ["指标", "单位", "城镇社区", "农村社区"],
        ["助餐覆盖率", "%", "90", "50"],
        ["照料覆盖率", "%", "95", "60"],
    ]
    assert [("城镇社区", 90), ("农村社区", 50), ("城镇社区", 95), ("农村社区", 60)] == [
        (s.scope_text, s.value_low) for s in read_document(true_table(rows, "主要指标")).statements
    ]
