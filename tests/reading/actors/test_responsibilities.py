"""Departments named for tasks: lines, brackets, table columns, notes; their roles and passages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Responsibility
from compare.reading.actors.responsibilities import responsibilities
from compare.reading.page.outline import outline
from compare.reading.page.view import text_view

RAW = Path(__file__).parents[3] / "data" / "raw"


def read(text: str) -> tuple[Responsibility, ...]:
    view = text_view(text)
    return responsibilities(view, text, outline(view)[0])


def named(text: str) -> list[tuple[str, str]]:
    """(role initial, department as written) in text order."""
    return [(r.role[0], r.department_text) for r in sorted(read(text), key=lambda r: r.start)]


def tasks(text: str) -> list[tuple[str, list[str]]]:
    """The opening of each task's passage, with the departments named for it."""
    passages = outline(text_view(text))[0]
    found: dict[int, list[str]] = {}
    for r in read(text):
        found.setdefault(r.passage, []).append(r.department_text)
    return [(text[passages[p].start : passages[p].start + 4], names) for p, names in found.items()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.建设养老院。\n责任单位：\n市民政局、市财政局", [("r", "市民政局"), ("r", "市财政局")]),
        ("1.建设养老院。责任单位：\n市民政局\n配合单位：\n市残联", [("r", "市民政局"), ("s", "市残联")]),
        # A line of its own; the level is said once and left out after it.
        (
            "责任单位：市发展和改革委员会、民政局、住房和城乡建设局，各县（市、区）人民政府",
            [
                ("r", "市发展和改革委员会"),
                ("r", "民政局"),
                ("r", "住房和城乡建设局"),
                ("r", "各县（市、区）人民政府"),
            ],
        ),
        ("牵头单位:省民政厅;配合单位:省财政厅", [("l", "省民政厅"), ("s", "省财政厅")]),
        ("1.任务。（责任单位：市民政局、各街道）", [("r", "市民政局"), ("r", "各街道")]),
        (
            "1.任务。〔牵头单位:市民政局,配合单位:市残联、团市委〕",
            [("l", "市民政局"), ("s", "市残联"), ("s", "团市委")],
        ),
        ("1.任务。（责任单位：区民政局；完成时限：2024年底）", [("r", "区民政局")]),
        ("牵头责任单位:市民政局", [("l", "市民政局")]),
        # Verbs behind the names.
        (
            "任务。（市民政局牵头，市财政局、市卫生健康委配合）",
            [("l", "市民政局"), ("s", "市财政局"), ("s", "市卫生健康委")],
        ),
        ("任务（县民政局、县住建局按职责分工负责）", [("r", "县民政局"), ("r", "县住建局")]),
        ("任务。(由旗民政局、旗财政局等部门负责)", [("r", "旗民政局"), ("r", "旗财政局")]),
        ("任务。（省民政厅牵头，省财政厅等有关部门负责）", [("l", "省民政厅"), ("r", "省财政厅")]),
        ("任务。（州民政局和州医保局、州残联负责）", [("r", "州民政局"), ("r", "州医保局"), ("r", "州残联")]),
        # Names alone, behind a full stop at the end of the task.
        (
            "任务。（市民政局、市发展改革委（市粮食局））",
            [("r", "市民政局"), ("r", "市发展改革委（市粮食局）")],
        ),
        ("配套设施（养老院、幼儿园）同步建设。", []),
        ("整合机构（敬老院、福利院）。", []),
        ("以下简称（市民政局）", []),
        # No list: prose, a duty without a name, a colon of another kind.
        ("各级各部门要各司其职，行业主管部门牵头负责。", []),
        ("明确责任单位和完成时限。", []),
        ("(一)组织实施", []),
        # A page that begins with the end of a bracket from the page before.
        (")等工作。\n任务。(市民政局、市财政局负责)", [("r", "市民政局"), ("r", "市财政局")]),
    ],
)
def test_forms_of_naming(text: str, expected: list[tuple[str, str]]) -> None:
    """Every form gives its departments, word for word, with their roles; prose gives none."""
    assert expected == named(text)


def test_a_line_of_names_belongs_to_the_task_above_it() -> None:
    """Lines that hold nothing but names are no task themselves; those of one task share its passage."""
    text = "1.建设养老院。\n牵头单位:甲局\n责任单位:乙局\n2.培训护理员。\n\n牵头单位:丙局\n"
    assert [("1.建设", ["甲局", "乙局"]), ("2.培训", ["丙局"])] == tasks(text)


def test_bracket_belongs_to_its_own_passage() -> None:
    """A bracket at the end of a task names departments for that task."""
    text = "1.建设。(责任单位:甲局)\n2.培训。(责任单位:乙局)"
    assert [("1.建设", ["甲局"]), ("2.培训", ["乙局"])] == tasks(text)


def test_note_binds_all_tasks_below() -> None:
    """以下均需…落实,不再列出 adds its bodies to every later task that names anyone, and to none above."""
    text = (
        "1.甲。(责任单位:市民政局)\n2.乙。〔责任单位:市财政局,各县(市、区)政府、管委会。"
        "以下均需各县(市、区)政府、管委会落实,不再列出〕\n3.丙。(责任单位:市残联)\n4.丁。\n5.戊。(责任单位:市医保局)"
    )
    both = ["各县(市、区)政府", "管委会"]
    assert [
        ("1.甲。", ["市民政局"]),
        ("2.乙。", ["市财政局", *both]),
        ("3.丙。", [*both, "市残联"]),
        ("5.戊。", [*both, "市医保局"]),
    ] == tasks(text)


def test_columns_of_a_table_with_bars() -> None:
    """Columns are counted from the right, for merged cells are left out on the left."""
    text = (
        "序号 |\n任务 |\n牵头单位 |\n配合单位 |\n进度 |\n|||||\n1 |\n总任务 |\n建养老院。 |\n市民政局 |\n"
        "市财政局、市残联,各县区人民政府 |\n2020年 |\n|||||\n"
        "训护理员。 |\n市人社局 市教育局 |\n市卫生健康 委员会负责 |\n持续实施 |\n|||||\n"
    )
    assert [
        ("l", "市民政局"),
        ("s", "市财政局"),
        ("s", "市残联"),
        ("s", "各县区人民政府"),
        ("l", "市人社局"),
        ("l", "市教育局"),
        ("s", "市卫生健康 委员会"),
    ] == named(text)
    assert ["建养老院", "训护理员"] == [opening for opening, _ in tasks(text)]


@pytest.mark.parametrize("bar", ["", "|", "| "])
def test_rows_of_bars_on_one_line(bar: str) -> None:
    """A table whose rows are lines, with or without bars at its edges: empty cells keep their place."""
    rows = [
        "任务|责任单位|配合单位",
        "建养老院|市民政局、市财政局|",
        "训护理员||市人社局",
        "其他|各县政府|市残联",
    ]
    text = "".join(f"{bar}{row}{bar[::-1]}\n" for row in rows) + "本表由市民政局负责解释。\n"
    assert [
        ("r", "市民政局"),
        ("r", "市财政局"),
        ("s", "市人社局"),
        ("r", "各县政府"),
        ("s", "市残联"),
    ] == named(text)


def test_cells_divided_by_tabs() -> None:
    """A table copied with tabs reads like one with bars."""
    assert [("l", "市民政局")] == named("任务\t牵头单位\t时限\n建养老院\t市民政局\t2024年\n")


def test_cells_one_to_a_line() -> None:
    """A column that became lines, its head repeated on each page; prose cells are passed over."""
    text = (
        "重点任务\n工作内容\n责任单位\n(一)工程\n1.建设养老院,由各部门配合。\n州民政局、州财政局,各县市人民政府\n"
        "重点任务\n工作内容\n责任单位\n2.培训护理员。\n州人力资源和社会保障局\n某州人民政府办公室\n2024年8月14日\n"
    )
    assert [
        ("1.建设", ["州民政局", "州财政局", "各县市人民政府"]),
        ("2.培训", ["州人力资源和社会保障局"]),
    ] == tasks(text)


def test_several_role_columns_one_to_a_line() -> None:
    """As many lines of names as role columns are those columns in order; a stroke is an empty one."""
    head = "任务\n牵头单位\n配合单位\n牵头处室\n"
    text = head + "建养老院。\n市民政局\n市财政局、市残联\n福利处\n训护理员。\n市人社局\n/\n就业处\n"
    assert [
        ("l", "市民政局"),
        ("s", "市财政局"),
        ("s", "市残联"),
        ("l", "福利处"),
        ("l", "市人社局"),
        ("l", "就业处"),
    ] == named(text)


@pytest.mark.parametrize(
    ("plan", "tasks_named", "roles"),
    [
        ("altay", 50, {"lead", "responsible"}),
        ("xianyang", 48, {"lead", "support", "responsible"}),
        ("anning", 26, {"responsible"}),
        ("zhoukou", 55, {"responsible"}),
        ("chuxiong", 21, {"responsible"}),
    ],
)
def test_every_task_of_the_plans(plan: str, tasks_named: int, roles: set[str]) -> None:
    """As many tasks as the plans name someone for: 50 lines, 47 rows and a paragraph, 26, 55, 21 items."""
    found = read((RAW / f"{plan}.txt").read_text(encoding="utf-8"))
    assert tasks_named == len({r.passage for r in found})
    assert roles == {r.role for r in found}


def test_names_and_offsets_of_the_plans() -> None:
    """Quotations are cut from the original; the most often named department is the civil affairs bureau."""
    text = (RAW / "zhoukou.txt").read_text(encoding="utf-8")
    found = read(text)
    assert all(text[r.start : r.end] == r.department_text for r in found)
    own = Counter(r.department_text for r in found if r.department_text.startswith("市"))
    assert "市民政局" == own.most_common(1)[0][0]


PIECES = st.sampled_from(
    [
        *(
            "责任单位:",
            "牵头单位",
            "配合单位\n",
            "市民政局",
            "、",
            ",",
            ";",
            "(",
            ")",
            "（",
            "）",
            "〔",
            "〕",
            "\n",
            "|",
            "||",
            " ",
        ),
        *(
            "负责",
            "牵头",
            "各县(市、区)人民政府",
            "以下均需",
            "落实,不再列出",
            "。",
            "1.",
            "和",
            "等部门",
            "2024年",
        ),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gives_quotations(text: str) -> None:
    """Whatever the text, names are its own words, not blank, and their passages exist."""
    view = text_view(text)
    passages = outline(view)[0]
    for r in responsibilities(view, text, passages):
        assert r.department_text == text[r.start : r.end]
        assert r.department_text.strip()
        assert 0 <= r.passage < len(passages)


@given(
    st.lists(
        st.sampled_from(["市民政局", "市财政局", "市卫生健康委", "各县(市、区)人民政府"]),
        min_size=1,
        max_size=6,
    )
)
def test_full_width_is_half_width(names: list[str]) -> None:
    """Full-width punctuation changes the words quoted, not what is found."""
    half = "责任单位:" + "、".join(names) + "\n"
    full = half.replace(":", "：").replace("(", "（").replace(")", "）")
    assert len(names) == len(named(half)) == len(named(full))
