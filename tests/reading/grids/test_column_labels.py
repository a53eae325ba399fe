"""What the head of a column says: of what, whose, in which unit, by when, how strictly."""

from __future__ import annotations

import pytest

from compare.reading import Lexicon
from compare.reading.grids.columns.labelling import is_area, label_of
from compare.reading.grids.grid import words_at


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", ""),
        ("床位", "床位"),
        ("床位（张）", "床位 in 张"),
        ("床位[张]", "床位 in 张"),
        ("床位/张", "床位 in 张"),
        ("床位数（计量单位:张）", "床位数 in 张"),
        ("支出（万元）（全县）", "支出 in 10000 元"),
        ("张", "in 张"),
        ("万元", "in 10000 元"),
        ("张/千人", "in 张/千人"),
        ("补贴标准|元/人·月", "补贴标准 in 元/人·月"),
        ("面积（平方米以上）", "面积（平方米以上）"),
        ("目标值", ""),
        ("2025年", "by 2025"),
        ("2021-2025年", "by 2025"),
        ("十四五末", "by 2025"),
        ("2024年|2025年", "by 2025"),
        ("2025年|床位（张）", "床位 in 张 by 2025"),
        ("床位（张）|2025年", "床位 in 张 by 2025"),
        ("到2025年床位数（张）", "床位数 in 张 by 2025"),
        ("2025年（万元）", "in 10000 元 by 2025"),
        ("2025年（不低于）", "by 2025 ge"),
        ("2025年≥", "by 2025 ge"),
        ("床位（不低于）", "床位 ge"),
        ("床位（不低于）|2025年", "床位 by 2025 ge"),
        ("床位（不低于）|2025年（≤）", "床位 by 2025 le"),
        ("床位（张）|户数（户）", "户数 in 户"),
        ("床位数|护理型", "护理型"),
        ("农村", "农村"),
        ("养老机构数（家）|公办", "养老机构数 of 公办 in 家"),
        ("养老机构数|农村|公办", "养老机构数 of 农村"),
        ("农村|公办", "农村 of 公办"),
        ("2025年农村|公办", "农村 of 公办 by 2025"),
        ("2025年|农村", "农村 by 2025"),
    ],
)
def test_a_head_is_read_level_by_level(head: str, expected: str, lexicon: Lexicon) -> None:
    """The lowest level that says it counts; lower ones that only say whose or where restrict it."""
    text = head.replace("（", "(").replace("）", ")")
    levels, at = [], 0
    for level in filter(None, text.split("|")):
        levels.append((at, at + len(level)))
        at += len(level) + 1
    label = label_of(text, levels, lexicon)
    part, measure = words_at(text, label.part), label.measure
    said = [words_at(text, label.subject), f"of {part}" if part else ""]
    if measure:
        said += ["in", str(measure.scale) if measure.scale != 1 else "", measure.name]
    said += [f"by {label.year}" if label.year else "", str(label.bound or "")]
    assert expected.replace("（", "(").replace("）", ")") == " ".join(filter(None, said))
    assert (label.part or label.subject) == label.apart


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("东山县", True),
        ("城关镇（含开发区、高新区、工业园区和三个农场的全部村居）", True),
        ("市本级", True),
        ("第三师", True),
        ("社区", False),
        ("养老床位", False),
        ("到2025年，全县", False),
    ],
)
def test_names_of_areas_are_told_from_kinds_of_places(name: str, expected: bool) -> None:
    """By what they end with, a bracket behind it left out."""
    assert expected == is_area(name.replace("（", "(").replace("）", ")").replace("，", ","))
