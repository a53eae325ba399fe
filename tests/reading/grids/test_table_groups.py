"""What groups of rows, parts and marks of a table make of its numbers."""

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


# --- what is taken apart or put together ----------------------------------------------------------


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


# --- marks, groups and parts ----------------------------------------------------------------------


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


def test_classes_name_the_rows(read_document: ReadDocument) -> None:
    """50张以下, 满3年 before other values are what the rows are for: conditions, no targets."""
    sizes = [
        ["床位规模", "建筑面积（㎡）"],
        ["50张以下", "≥1500"],
        ["50—100张", "≥3000"],
        ["100张以上", "≥6000"],
    ]
    spans = [["入职年限", "补贴金额"], ["满1年", "1000元"], ["满3年", "3000元"]]
    read = read_document(true_table(sizes, "养老机构设置标准")).statements
    assert [
        (50, "张", "parameter", ""), (1500, "平方米", "standard", "50张以下"),
        (50, "张", "parameter", ""), (3000, "平方米", "standard", "50-100张"),
        (100, "张", "parameter", ""), (6000, "平方米", "standard", "100张以上"),
    ] == [(s.value_low, s.unit, str(s.kind), s.scope_text) for s in read]  # fmt: skip
    read = read_document(true_table(spans, "补贴标准")).statements
    assert [(1, "年"), (1000, "元"), (3, "年"), (3000, "元")] == [(s.value_low, s.unit) for s in read]
    assert {"parameter"} == {str(s.kind) for s in read}
