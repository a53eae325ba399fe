"""What the parts of a document make of its values: ``tests/cases/documents.yaml``, text by text.

Sections and paragraphs that look back, goals and lists that carry a date beyond its sentence, facts that go
on, dates in brackets and behind: each value with its kind and its deadline, in text order.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.table_text import ReadDocument

from compare.model import Document
from compare.reading.sentences.times.past_headings import heading_of_the_past

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "documents.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_value_has_the_kind_and_the_date_of_its_place(
    case: dict[str, Any], read_document: ReadDocument
) -> None:
    """A fact is a parameter without a deadline; a goal has the date that governs its part of the text."""
    made = read_document(Document(case["text"], "txt")).statements
    assert case["values"] == [" ".join(filter(None, (s.value_text, str(s.kind), s.deadline))) for s in made]


BACK = (
    "发展基础",
    "“十三五”回顾",
    "取得的成绩",
    "现状与形势",
    "主要做法及成效",
    "建设成果",
    "基本情况",
    "发展环境",
    "已有基础",
    "1.1 发展基础",
    "上年度工作情况",
    "我县养老服务事业发展概况",
    "人口老龄化现状",
    "养老事业发展取得的成就",
    "发展成绩与经验",
    "今年以来工作开展情况",
    "存在问题及困难",
    "主要短板",
    "背景与现状",
    "某区2022年国民经济和社会发展统计公报",
    "安居区2023年养老服务工作回眸",
)
AHEAD = (
    "下一步工作打算",
    "发展目标",
    "2024年工作思路",
    "夯实发展基础",
    "总结推广经验",
    "明年工作安排",
    "改善养老现状",
    "今后五年的工作",
    "解决突出问题",
    "强化成效",
    "优化发展环境",
    "巩固现有基础",
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *((name, True) for name in BACK),
        *((name, False) for name in AHEAD),
    ],
)
def test_a_heading_says_whether_its_part_looks_back(name: str, expected: bool) -> None:
    """What has been is told below the one kind, what is to be below the other."""
    assert expected == heading_of_the_past(name)


@pytest.mark.parametrize(("length", "expected"), [(2, True), (40, True), (41, False)])
def test_a_heading_of_the_past_is_a_short_line(length: int, expected: bool) -> None:
    """From 回顾 to forty characters; a longer line is a sentence."""
    assert expected == heading_of_the_past(("工作" * 19 + "的")[: length - 2] + "回顾")


def test_one_character_is_no_heading() -> None:
    """Nothing is said of what has been."""
    assert not heading_of_the_past("顾")
