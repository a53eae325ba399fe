"""Steps of a scale that share the end of their names."""

from __future__ import annotations

import pytest

from compare.coding.shared_endings import shared_endings


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("评为三、四、五星级的", "评为三星级、四星级、五星级的"),
        ("评为3、4和5A级的", "评为3A级、4A级和5A级的"),
        ("对轻、中、重度失能老人", "对轻度、中度、重度失能老人"),
        ("由省、市、县级财政分担", "由省级、市级、县级财政分担"),
        ("获一、二、三等奖", "获一等奖、二等奖、三等奖"),
        ("分甲、乙级和中、高级", "分甲级、乙级和中级、高级"),
    ],
)
def test_each_step_gets_the_ending(text: str, whole: str) -> None:
    """The ending is put behind every step before the last."""
    for start, end, new in reversed([*shared_endings(text)]):
        text = text[:start] + new + text[end:]
    assert whole == text


@pytest.mark.parametrize(
    "text",
    ["一、二级医院", "共有二十三、四级", "三级、四级", "第三、四产业", "1.2、3级", "新增床位3、5张"],
)
def test_what_shares_no_ending_stays(text: str) -> None:
    """Marks of lines, ends of numbers and steps with names of their own are left alone."""
    assert [] == [*shared_endings(text)]
