"""Goals without full stops: every form of heading over every form of list gives each line its deadline, and
what follows the list has none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from tests.support.language import ReadText

HEADS = (
    "到2025年，主要目标：",
    "二、发展目标（到2025年）",
    "2025年目标",
    "到2025年，全县养老服务体系基本建成，主要实现以下目标：",
    "三、2025年主要目标",
    "“十四五”时期主要目标",
    "二、主要目标\n到2025年，",
    "到2025年的具体目标是：",
    "到2025年具体目标如下",
    "主要目标（2021—2025年）",
    "发展目标（2025年）",
    "到2025年：",
    "2025年发展指标：",
    "到2025年要达到以下要求：",
    "工作目标（到2025年底）",
    "到2025年末，力争实现以下指标：",
    "“十四五”期间发展目标：",
    "（三）预期指标\n力争到2025年：",
    "2025年工作目标任务",
    "总体目标：力争到2025年，以居家为基础、社区为依托的服务体系基本建立。主要指标为：",
    "（二）主要目标：到2025年，居家为基础、社区为依托、机构为补充、医养相结合的服务体系基本形成，主要指标如下：",
)
LINES = ("养老床位达到5000张", "护理型床位占比不低于55%", "新建社区老年食堂12个")
Listed = Callable[[Sequence[str]], str]


def marked(*marks: str, end: str = "") -> Listed:
    """Each line behind its own mark."""
    return lambda lines: "".join(f"{mark}{line}{end}\n" for mark, line in zip(marks, lines, strict=True))


LISTS: tuple[tuple[str, Listed], ...] = (
    ("dashes and semicolons", marked("——", "——", "——", end="；")),
    ("dashes", marked("——", "——", "——")),
    ("numbers and semicolons", marked("1.", "2.", "3.", end="；")),
    ("numbers", marked("1.", "2.", "3.")),
    ("numbers and full stops", marked("1、", "2、", "3、", end="。")),
    ("brackets", marked("（1）", "（2）", "（3）", end="；")),
    ("circles", marked("①", "②", "③", end="；")),
    ("bullets", marked("●", "●", "●")),
    ("said as numbers", marked("一是", "二是", "三是", end="；")),
    ("semicolons", marked("", "", "", end="；")),
    ("nothing", marked("", "", "")),
    ("full stops", marked("", "", "", end="。")),
    ("names of goals", marked(*(f"{n}.供给目标：" for n in (1, 2, 3)), end="。")),
    ("slogans", marked(*["——服务供给明显增加。"] * 3, end="。")),
    ("one line", lambda lines: f"{'；'.join(lines)}。\n"),
)


@pytest.mark.parametrize("head", HEADS)
def test_each_goal_of_a_list_has_the_deadline_of_its_heading(head: str, read_text: ReadText) -> None:
    """Three targets by 2025, and none by then among the tasks below, in whatever form the list is."""

    def targets(listed: Listed) -> list[tuple[str, str]]:
        text = (
            f"某县规划\n一、指导思想\n坚持以人为本。\n{head}\n{listed(LINES)}四、主要任务\n新建服务站6个。\n"
        )
        return [
            (said.value_text, said.deadline) for said in read_text(text).statements if said.kind == "target"
        ]

    goals = [("5000张", "2025"), ("55%", "2025"), ("12个", "2025"), ("6个", "")]
    expected = {name: goals for name, _ in LISTS}
    actual = {name: targets(listed) for name, listed in LISTS}
    assert expected == actual
