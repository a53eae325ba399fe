"""What the cells of a whole table say: merged and dated values, furniture among them, words with numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.support.table_text import (
    LINES,
    PIPES,
    TABS,
    ReadDocument,
    said,
    text_of,
    true_table,
)

from compare.model import Comparator, Document, Role
from compare.reading import Lexicon, read


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


def test_a_row_without_a_number_in_its_first_cell_is_none_of_a_numbered_table(
    read_document: ReadDocument,
) -> None:
    """1.5 numbers no row: what stands there came from elsewhere; the rows below it are read."""
    rows = [["序号", "县区", "床位（张）"], ["1.5", "甲县", "20"], ["2", "乙县", "30"], ["3", "丙县", "40"]]
    statements = read_document(text_of(LINES, rows)).statements
    assert [("乙县", 30), ("丙县", 40)] == [(s.area, s.value_low) for s in statements]


def test_a_mark_says_that_it_is_one(read_document: ReadDocument) -> None:
    """The rule of a cell without a number is another than that of a number."""
    rows = [["县区", "床位（张）"], ["甲县", "/"], ["乙县", "20"], ["丙县", "0"]]
    rules = [
        [reason.rule for reason in s.reasons if reason.about == "value"]
        for s in read_document(text_of(PIPES, rows)).statements
    ]
    assert [["mark that nothing applies"], ["number alone in a cell"], ["number alone in a cell"]] == rules


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


# --- words in cells -------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("2023年民政事业发展统计公报", ["parameter", "parameter", "parameter"]),
        ("2022年度养老服务工作总结", ["parameter", "parameter", "target 2023"]),
        ("养老服务发展规划", ["target 2019", "target 2021", "target 2023"]),
    ],
)
def test_an_account_of_a_year_states_facts_up_to_it(
    title: str, told: list[str], read_document: ReadDocument
) -> None:
    """Years in a table up to the one that the title gives an account of are no goals."""
    text = f"{title}\n年份\t养老机构(个)\n2019年\t231\n2021年\t208\n2023年\t196\n"
    made = read_document(Document(text, "txt")).statements
    assert told == [" ".join(filter(None, (str(one.kind), one.deadline))) for one in made]
