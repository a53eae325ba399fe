"""What only looks like a table of values: tasks, numbers that count nothing, lists, prose."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from tests.support.table_text import (
    AREAS,
    SHAPES,
    ReadDocument,
    Value,
    allocations,
    plain_rows,
    text_of,
    true_table,
)

from compare.model import Comparator, Document, Kind, Role

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
