"""Tables whose rows are named by ages, grades or facilities with sizes, and owners below a noun."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.support.table_text import ReadDocument, true_table

from compare.model import Document, Kind, Statement
from compare.reading.grids.find import find_tables, row_names
from compare.reading.page.view import text_view
from compare.reading.quantities.lexicon import Lexicon

Cell = str | tuple[str, int, int]
#: subject, scope, value, unit, kind
Fact = tuple[str, str, Decimal, str, str]


def facts(statements: tuple[Statement, ...]) -> list[Fact]:
    """What cells say; ages beside them are read as running text."""
    return [
        (s.subject, s.scope_text, s.value_low or Decimal(0), s.unit, str(s.kind))
        for s in statements
        if s.rule == "table_cell"
    ]


@pytest.mark.parametrize(
    ("head", "cell", "subject", "value", "unit"),
    [
        ("津贴标准（元/人·月）", "60", "津贴标准", 60, "元/人·月"),
        ("高龄津贴标准", "每人每月60元", "高龄津贴标准", 60, "元/人·月"),
        ("标准", "50元/月", "标准", 50, "元/月"),
        ("每月补贴", "50元", "每月补贴", 50, "元/月"),
        ("奖励金额（万元）", "2", "奖励金额", 20000, "元"),
    ],
)
@pytest.mark.parametrize(
    "names", [("80-89周岁", "90周岁及以上"), ("80周岁", "90周岁"), ("轻度失能", "重度失能")]
)
def test_sums_of_rows_that_are_ages_or_grades(
    head: str,
    cell: str,
    subject: str,
    value: int,
    unit: str,
    names: tuple[str, str],
    read_document: ReadDocument,
) -> None:
    """The head says what the sum is, the age or grade in the first column whose it is."""
    rows: list[list[Cell]] = [["对象", head], [names[0], cell], [names[1], cell]]
    said = facts(read_document(true_table(rows, "高龄津贴标准")).statements)
    assert [(subject, name, Decimal(value), unit, "parameter") for name in names] == said


def test_ages_are_read_beside_the_sums(read_document: ReadDocument) -> None:
    """The ages that name rows stay thresholds of their own."""
    rows: list[list[Cell]] = [["年龄", "标准"], ["80-89周岁", "60元"], ["100周岁以上", "300元"]]
    ages = [s for s in read_document(true_table(rows, "标准")).statements if s.unit == "岁"]
    assert [(Decimal(80), Decimal(89)), (Decimal(100), Decimal(100))] == [
        (s.value_low, s.value_high) for s in ages
    ]


def test_sizes_of_facilities_are_standards_of_each(read_document: ReadDocument) -> None:
    """Area and beds are what is measured, the name of the row is whose."""
    rows: list[list[Cell]] = [
        ["设施名称", "建筑面积", "床位数"],
        ["街道养老服务综合体", "不少于1000平方米", "不少于30张"],
        ["社区养老服务站", "不少于200平方米", "—"],
    ]
    assert [
        ("建筑面积", "街道养老服务综合体", Decimal(1000), "平方米", "standard"),
        ("床位数", "街道养老服务综合体", Decimal(30), "张", "standard"),
        ("建筑面积", "社区养老服务站", Decimal(200), "平方米", "standard"),
    ] == facts(read_document(true_table(rows, "设施配置要求")).statements)


def test_sizes_that_became_lines(read_document: ReadDocument) -> None:
    """The same with one cell to a line."""
    text = (
        "配置标准\n\n设施名称\n建筑面积\n床位数\n街道综合体\n不少于1000平方米\n不少于30张\n"
        "社区服务站\n不少于200平方米\n不少于10张\n"
    )
    assert [
        ("建筑面积", "街道综合体", Decimal(1000)),
        ("床位数", "街道综合体", Decimal(30)),
        ("建筑面积", "社区服务站", Decimal(200)),
        ("床位数", "社区服务站", Decimal(10)),
    ] == [(s.subject, s.scope_text, s.value_low) for s in read_document(Document(text, "txt")).statements]


def test_owners_below_a_noun_keep_the_noun(read_document: ReadDocument) -> None:
    """公办 and 民办 below 养老机构数 are parts of it: the noun is the subject, the owner the scope."""
    rows: list[list[Cell]] = [
        [("县区", 2, 1), ("养老机构数（所）", 1, 2), ("床位数（张）", 1, 2)],
        ["公办", "民办", "公办", "民办"],
        ["东城县", "5", "8", "500", "900"],
        ["西山县", "3", "12", "400", "1500"],
    ]
    statements = read_document(true_table(rows, "2025年养老机构表")).statements
    assert {Kind.ALLOCATION} == {s.kind for s in statements}
    assert [
        ("养老机构数", "公办", "东城县", Decimal(5), "所"),
        ("养老机构数", "民办", "东城县", Decimal(8), "所"),
        ("床位数", "公办", "东城县", Decimal(500), "张"),
        ("床位数", "民办", "东城县", Decimal(900), "张"),
    ] == [(s.subject, s.scope_text, s.area, s.value_low, s.unit) for s in statements[:4]]


def test_a_table_on_its_side_with_units_needs_one_year(read_document: ReadDocument) -> None:
    """指标 across, 单位 and one year down."""
    rows: list[list[Cell]] = [
        ["指标", "护理型床位占比", "新增床位", "培训人次"],
        ["单位", "%", "张", "人次"],
        ["2025年", "55", "3000", "5000"],
    ]
    assert [
        ("护理型床位占比", Decimal(55), "%", "2025"),
        ("新增床位", Decimal(3000), "张", "2025"),
        ("培训人次", Decimal(5000), "人次", "2025"),
    ] == [
        (s.subject, s.value_low, s.unit, s.deadline)
        for s in read_document(true_table(rows, "主要指标")).statements
    ]


@pytest.mark.parametrize(
    "rows, names",
    [
        (
            [["序号", "指标", "目标"], ["1", "护理床位", "2025年达到80%"], ["2", "助餐点", "新建3家"]],
            [("2025年达到80%", "护理床位"), ("新建3家", "助餐点")],
        ),
        (
            [["指标", "说明", "目标"], ["护理床位", "某某", "2025年达到80%"], ["助餐点", "", "新建3家以上"]],
            [("某某", "护理床位"), ("2025年达到80%", "护理床位"), ("新建3家以上", "助餐点")],
        ),
        (
            [["任务", "内容"], ["培训", "培训护理员50名"], ["助餐", "新建助餐点20个"]],
            [("培训护理员50名", "培训"), ("新建助餐点20个", "助餐")],
        ),
        (
            [["任务", "内容"], ["培", "培训护理员50名"], ["助餐", "新建助餐点20个"]],
            [("新建助餐点20个", "助餐")],
        ),
        (
            [["县区", "新建", "任务"], ["甲县", "3家", "建成床位50张"], ["乙县", "5家", "建成床位60张"]],
            [("建成床位50张", "甲县"), ("建成床位60张", "乙县")],
        ),
        ([["指标", "2025年"], ["护理床位占比", "80%"], ["助餐点", "30家"]], []),
    ],
)
def test_cells_with_words_are_named_by_a_cell_to_their_left(
    rows: list[list[Cell]], names: list[tuple[str, str]], lexicon: Lexicon
) -> None:
    """That in the column of names, or the nearest with words of two characters; a cell that is a value alone
    is read with its column."""
    document = true_table(rows, "标题")
    view = text_view(document.text)
    found = row_names(find_tables(view, document.text, document.tables, [], lexicon))
    assert names == [(view.text[start:end], view.text[of:till]) for start, end, of, till in found]
