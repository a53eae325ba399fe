"""What heads, captions, years and norms make of the numbers of a table."""

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

from compare.model import Document, Kind


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


@pytest.mark.parametrize("head", ["甲类", ""])
def test_a_column_that_says_nothing_of_its_numbers_holds_no_values(
    head: str, read_document: ReadDocument
) -> None:
    """Beside a column of goals, whose numbers are values: a blank head, or a mere name, is neither unit, year
    nor goal."""
    rows = [["指标", head, "目标"], ["床位", "120", "80"], ["岗位", "60", "50"]]
    statements = read_document(text_of(PIPES, rows, "主要指标")).statements
    assert [("床位", 80), ("岗位", 50)] == [(s.subject, s.value_low) for s in statements]


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


# --- growth, dates in names, norms ----------------------------------------------------------------


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
