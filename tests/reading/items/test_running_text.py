"""What counts as running text, and where its clauses end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.language import ReadText

from compare.reading.items.running_text import pieces
from compare.reading.page.view import text_view


def cut(read_text: ReadText, text: str, *furniture: tuple[int, int]) -> list[str]:
    found = pieces(text_view(text), read_text(text, *furniture))
    return [text[piece.start : piece.end] for piece in found]


def test_clauses_end_at_commas_and_stops(read_text: ReadText) -> None:
    """、 and commas in numbers and titles divide nothing."""
    text = "健全服务体系,完善《甲,乙办法》,增加补贴1,200万元;推进助餐、助浴服务。加强综合监管!"
    expected = [
        "健全服务体系",
        "完善《甲,乙办法》",
        "增加补贴1,200万元",
        "推进助餐、助浴服务",
        "加强综合监管",
    ]
    assert expected == cut(read_text, text)


def test_full_width_punctuation_is_punctuation(read_text: ReadText) -> None:
    """Offsets count in the text as it is, blanks inside words included."""
    assert ["健全养 老服务体系", "加强综合监管"] == cut(read_text, "健全养 老服务体系，加强综合监管。")


def test_dates_and_scraps_belong_to_the_clause_after_them(read_text: ReadText) -> None:
    """A date alone says nothing; at the end of a sentence a scrap stays with what is before it."""
    assert ["到2025年,床位达到300张"] == cut(read_text, "到2025年,床位达到300张。")
    assert ["2020年12月底前,制定实施办法"] == cut(read_text, "2020年12月底前,制定实施办法。")
    assert ["建立工作台账,并"] == cut(read_text, "建立工作台账,并。")


def test_headings_count_without_their_numbers(read_text: ReadText) -> None:
    """A heading is the plan's own wording; its ordinal is not."""
    text = "一、总体要求和目标\n(一)加强养老服务人才队伍建设\n1.开展护理员培训。\n"
    assert ["总体要求和目标", "加强养老服务人才队伍建设", "开展护理员培训"] == cut(read_text, text)


@pytest.mark.parametrize(
    "names",
    [
        "牵头单位:市民政局、市财政局",
        "责任单位:市民政局、市卫生健康委员会,各县(市、区)人民政府",
    ],
)
def test_lists_of_departments_do_not_count(read_text: ReadText, names: str) -> None:
    """Whether on a line of their own or in brackets behind the task."""
    assert ["加快推进养老服务发展"] == cut(read_text, f"1.加快推进养老服务发展。\n{names}\n")
    assert ["加快推进养老服务发展"] == cut(read_text, f"1.加快推进养老服务发展。({names})\n")


def test_a_department_that_acts_is_part_of_the_text(read_text: ReadText) -> None:
    """民政部门要… is a clause about what it must do."""
    text = "1.市民政局、市财政局要建立健全养老服务工作协调机制。\n"
    assert ["市民政局、市财政局要建立健全养老服务工作协调机制"] == cut(read_text, text)


def test_notes_behind_a_sentence_do_not_count(read_text: ReadText) -> None:
    """(持续实施) is a remark; a bracket inside a clause belongs to it."""
    text = "1.完善社会救助(含临时救助)制度。(持续实施)\n"
    assert ["完善社会救助(含临时救助)制度"] == cut(read_text, text)


def test_the_letter_that_forwards_a_plan_does_not_count(read_text: ReadText) -> None:
    """Nor do title, addressees, date and signature."""
    text = (
        "甲市人民政府办公室关于印发甲市养老服务方案的通知\n甲政办发〔2020〕1号\n各县(市、区)人民政府,市有关部门:\n"
        "《甲市养老服务方案》已经市政府同意,现印发给你们,请认真贯彻执行。\n2020年1月1日\n甲市养老服务方案\n"
        "为加快养老服务发展,制定本方案。\n"
    )
    assert ["为加快养老服务发展", "制定本方案"] == cut(read_text, text)


def test_furniture_inside_a_clause_divides_it(read_text: ReadText) -> None:
    """Spam that breaks into a sentence is in no clause."""
    text = "引导资金点击这里流向小微企业和个体工商户。"
    start = text.index("点击")
    assert "点击这里" not in "".join(cut(read_text, text, (start, start + 4)))
    assert "流向小微企业和个体工商户" in cut(read_text, text, (start, start + 4))


def test_heads_and_numbers_of_tables_do_not_count(read_text: ReadText) -> None:
    """Cells that hold a sentence do."""
    text = "序号 |\n工作任务 |\n责任单位 |\n1 |\n建立养老服务补贴制度,按时足额发放。 |\n市民政局 |\n30 |\n"
    assert ["建立养老服务补贴制度", "按时足额发放"] == cut(read_text, text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="甲乙养老服务,，。；;、()（）《》 \n一二1230年月:", max_size=120))
def test_spans_are_in_order_and_inside_the_text(read_text: ReadText, text: str) -> None:
    """Whatever the text, clauses do not overlap and none is empty."""
    found = pieces(text_view(text), read_text(text))
    ends = [0]
    for piece in found:
        assert ends[-1] <= piece.start < piece.end <= len(text)
        assert piece.sentence <= piece.start
        ends.append(piece.end)
