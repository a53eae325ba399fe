"""Lines that announce a list: by a date, by goals, by their last words."""

from __future__ import annotations

import pytest

from compare.reading.sentences.times.announced import announcement, is_dated, opens_list


@pytest.mark.parametrize(
    ("line", "below", "dated"),
    [
        ("到2027年,全县养老服务明显改善:", "1.养老床位达到500张;", True),
        ("健全养老服务体系。到2027年,主要任务", "1.养老床位达到500张;", True),
        ("到2027年健全养老服务体系。主要任务", "1.养老床位达到500张;", False),
        ("到2027年,主要任务", "", False),
        ("到2027年,主要任务", "养老床位达到500张。", False),
    ],
)
def test_a_date_in_the_last_sentence_announces_numbered_lines_below(
    line: str, below: str, dated: bool
) -> None:
    """The date at the head of the last sentence of a line announces a list, over lines that go on."""
    assert is_dated(line, below) == dated


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("完善养老服务设施,具体为:", 0),
        ("服务能力增强。建设内容如下:", 6),
        ("总体要求。主要目标如下:", 0),
        ("主要目标明确。建设内容如下:", 6),
        ("服务能力增强。", 0),
        ("服务能力增强。建设内容如下。", 6),
    ],
)
def test_a_list_is_announced_by_the_last_sentence(line: str, begins: int) -> None:
    """The last sentence of a line announces a list; goals are announced by the whole line."""
    assert announcement(line) == begins


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("到2025年,实现以下目标:", True),
        ("支持标准如下。", True),
        ("以下机构给予支持,由县民政局会同县财政局统一组织申报和审核。", False),
        ("养老服务体系更加健全。", False),
        ("补助标准分别为", True),
    ],
)
def test_a_list_is_opened_by_the_last_words_of_a_line(line: str, opens: bool) -> None:
    """A colon or words of a list at the end of a line open one; words farther off do not."""
    assert opens_list(line) == opens
