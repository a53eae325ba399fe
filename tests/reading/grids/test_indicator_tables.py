"""Tables that give indicators their targets by row, years and bases across, bounds in cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.support.table_text import (
    SHAPES,
    TABS,
    ReadDocument,
    text_of,
    true_table,
)

from compare.model import Comparator, Kind, Reading


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
    assert expected == by_row(read_document(true_table(rows, title="主要指标")))


@pytest.mark.parametrize("label", ["2020年基期值", "2020年现状", "2020年完成情况"])
def test_a_base_year_is_no_target(label: str, read_document: ReadDocument) -> None:
    """What was reached in the base year is a fact: no target, and no deadline to meet."""
    rows = [
        ["指标", label, "2025年目标值"],
        ["护理型床位占比（%）", "45", "60"],
        ["设施覆盖率（%）", "70", "100"],
    ]
    statements = read_document(true_table(rows, title="主要指标")).statements
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
    reading = read_document(true_table(rows, title="主要指标"))
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
    statements = read_document(true_table(rows, title="主要指标")).statements
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
    assert expected == by_row(read_document(true_table(rows, title="主要指标")))


@pytest.mark.parametrize("head", ["2025年（不低于）", "2025年（≥）", "2025年（及以上）"])
def test_a_head_may_say_how_its_values_bind(head: str, read_document: ReadDocument) -> None:
    """不低于 in the head binds every value below it that has no bound of its own."""
    rows = [
        ["指标", "单位", "2020年实际", head],
        ["护理型床位占比", "%", "45", "55"],
        ["空置率", "%", "30", "≤20"],
    ]
    assert [
        ("护理型床位占比", Decimal(45), "%", Comparator.EQ, ""),
        ("护理型床位占比", Decimal(55), "%", Comparator.GE, "2025"),
        ("空置率", Decimal(30), "%", Comparator.EQ, ""),
        ("空置率", Decimal(20), "%", Comparator.LE, "2025"),
    ] == by_row(read_document(true_table(rows)))


@pytest.mark.parametrize(
    "name", ["护理型床位占比不低于", "护理型床位占比（不低于）", "护理型床位占比（%）（≥）"]
)
def test_a_name_may_say_how_its_value_binds(name: str, read_document: ReadDocument) -> None:
    """The bound at the end of a name is none of the noun."""
    rows = [["指标", "单位", "2025年"], [name, "%", "55"], ["养老床位", "张", "500"]]
    assert [
        ("护理型床位占比", Decimal(55), "%", Comparator.GE, "2025"),
        ("养老床位", Decimal(500), "张", Comparator.EQ, "2025"),
    ] == by_row(read_document(true_table(rows)))


def test_a_ratio_fills_a_cell(read_document: ReadDocument) -> None:
    """1:8 is a value of its row by the year of its column, as it is in running text; 8:30 is none."""
    rows = [
        ["指标", "2025年"],
        ["护理员与失能老年人之比", "不低于1:8"],
        ["护理员与自理老年人之比", "1:10"],
        ["开放时间", "8:30"],
    ]
    assert [
        ("护理员与失能老年人之比", Decimal(1), "名/8人", Comparator.GE),
        ("护理员与自理老年人之比", Decimal(1), "名/10人", Comparator.EQ),
    ] == [row[:4] for row in by_row(read_document(true_table(rows, "主要指标")))]


@pytest.mark.parametrize(
    ("unit", "read_as"),
    [
        ("人/百张床位", "人/百床"),
        ("名/千名老年人", "名/千人"),
        ("㎡/百户", "平方米/百户"),
        ("张/万人口", "张/万人"),
    ],
)
def test_a_unit_of_many_has_one_form(unit: str, read_as: str, read_document: ReadDocument) -> None:
    """However its base is written in the column of units."""
    rows = [["指标", "单位", "2025年"], ["配备", unit, "5"], ["站点", "个", "7"]]
    assert [read_as, "个"] == [s.unit for s in read_document(true_table(rows, "主要指标")).statements]


def test_blanks_in_a_cell_group_the_digits_of_one_number(read_document: ReadDocument) -> None:
    """≥5 000 is five thousand; 5 00 is no number."""
    rows = [
        ["指标", "单位", "2025年"],
        ["床位", "张", "≥ 5 000"],
        ["站点", "个", "5 00"],
        ["食堂", "个", "9"],
    ]
    assert [
        ("床位", Decimal(5000), "张", Comparator.GE, "2025"),
        ("食堂", Decimal(9), "个", Comparator.EQ, "2025"),
    ] == by_row(read_document(true_table(rows)))


@pytest.mark.parametrize(
    ("units", "expected"), [(["%", "", ""], ["%", "%", "%", "张"]), (["%", "", "个"], ["%", "", "个", "张"])]
)
def test_a_unit_reaches_as_far_as_the_label_beside_it(
    units: list[str], expected: list[str], read_document: ReadDocument
) -> None:
    """In text a merged cell is one of a group's rows and blanks below; a group of several units has none."""
    rows = [
        ["类别", "指标", "单位", "2025年"],
        ["覆盖率", "街道中心", units[0], "100"],
        ["", "社区助餐", units[1], "80"],
        ["", "村级站点", units[2], "60"],
        ["床位", "养老床位总数", "张", "5000"],
    ]
    assert expected == [s.unit for s in read_document(text_of(TABS, rows)).statements]
