"""Which passages make a task item, and which items say the same again."""

from __future__ import annotations

import pytest
from tests.support.language import ReadText
from tests.support.table_text import ReadDocument, true_table

from compare.model import Item, Reading
from compare.reading.items.running_text import pieces
from compare.reading.items.task_items import cells_of, linked, names_of_rows, task_items
from compare.reading.page.view import text_view

BARRED = (
    "附件\n任务分工\n序号 |\n工作任务 |\n牵头单位 |\n时间进度 |\n||||||\n一、健全制度 |\n||||||\n"
    "1 |\n完善救助制度 |\n落实分类救助政策。 |\n市民政局 |\n2019年6月,完成摸底工作。 |\n|||||\n"
    "加强临时救助。 |\n市民政局 |\n持续实施 |\n|||||\n"
)


def opening(reading: Reading, item: Item) -> str:
    return reading.document.text[item.start : item.end].split("\n")[0].strip(" |")


def read_items(read_text: ReadText, text: str) -> list[tuple[str, str]]:
    reading = read_text(text)
    return [(item.kind, opening(reading, item)) for item in task_items(reading)]


def test_a_numbered_item_holds_the_lines_under_it(read_text: ReadText) -> None:
    """With its departments; the heading above is no item."""
    text = "一、重点任务\n(一)加强建设\n1.建设养老院。\n责任单位:市民政局\n2.培训护理员。\n"
    assert [("item", "1.建设养老院。"), ("item", "2.培训护理员。")] == read_items(read_text, text)
    reading = read_text(text)
    assert [2, 1] == [len(item.passages) for item in task_items(reading)]


def test_paragraphs_of_a_section_are_items(read_text: ReadText) -> None:
    """Where nothing is numbered below it."""
    text = "一、重点任务\n建设养老院,增加床位。\n培训护理员,提高待遇。\n"
    expected = [("paragraph", "建设养老院,增加床位。"), ("paragraph", "培训护理员,提高待遇。")]
    assert expected == read_items(read_text, text)


def test_principles_and_the_preamble_are_no_items(read_text: ReadText) -> None:
    """What a plan is guided by is not what somebody will do; goals are kept and marked."""
    text = (
        "为加快发展养老服务,结合实际,制定本方案。\n一、总体要求\n(一)指导思想。坚持政府主导,完善制度。\n"
        "(二)发展目标。到2025年,每个县建有1所养老院。\n二、任务\n1.培训护理员,提高待遇。\n"
    )
    reading = read_text(text)
    items = task_items(reading)
    assert [(True, "(二"), (False, "1.")] == [(item.goals, opening(reading, item)[:2]) for item in items]


def test_rows_of_a_flattened_table_are_items(read_text: ReadText) -> None:
    """A row ends with a line of bars; its head is none, and a number's neighbour names the task."""
    reading = read_text(BARRED)
    items = task_items(reading)
    assert ["1", "加强临时救助。"] == [opening(reading, item) for item in items]
    assert {"row"} == {item.kind for item in items}
    names = names_of_rows(items, reading.passages, reading.document.text)
    passages = [reading.passages[index] for index in sorted(names)]
    assert ["完善救助制度 |"] == [reading.document.text[one.start : one.end] for one in passages]


@pytest.mark.parametrize(
    ("head", "kinds"), [("责任单位", {"row"}), ("工作任务", {"row"}), ("单位", {"paragraph"})]
)
def test_rows_of_a_table_are_items_where_it_names_tasks(
    head: str, kinds: set[str], read_document: ReadDocument
) -> None:
    """A column of departments or of tasks tells; the cells of any other table are what they are alone."""
    rows = (("内容", head), ("建设养老院,增加床位", "市民政局"), ("培训护理员,提高待遇", "市人社局"))
    items = task_items(read_document(true_table(rows, "附件")))
    assert kinds == {item.kind for item in items}


def test_what_a_task_table_says_again_is_linked(read_text: ReadText) -> None:
    """The shorter item repeats the fuller one, which repeats nothing."""
    text = (
        "一、任务\n(一)建设养老设施,增加护理床位供给,培训养老护理人员。\n(二)推进市场监管改革工作。\n"
        "附件\n1.建设养老设施,增加护理床位供给,新建县级养老院。\n2.培训养老护理人员,提高工资待遇水平。\n"
    )
    reading = read_text(text)
    items = task_items(reading)
    found = linked(items, pieces(text_view(text), reading, cells_of(items)))
    assert [(2, 3), (), (), ()] == [item.repeats for item in found]
