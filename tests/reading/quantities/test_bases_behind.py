"""Bases written behind the first of several sums, and rates that rise by points."""

from __future__ import annotations

import pytest

from compare.coding import Codebook
from compare.model import Document
from compare.reading import read


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("重度失能老年人护理补贴500元/人·月，中度失能400元。", ["元/人·月", "元/人·月"]),
        ("运营补贴为自理老人100元/人·月、半失能老人200元、失能老人300元。", ["元/人·月"] * 3),
        ("养老机构建设补贴新建1万元/床，改建5000元。", ["元/床", "元/床"]),
        ("新建1万元/床，改建5000元/平方米。", ["元/床", "元/平方米"]),
        ("床位补贴1000元/床，另给予装修补助20万元。", ["元/床", "元"]),
    ],
)
def test_a_base_behind_the_first_sum_holds_for_those_beside_it(
    text: str, units: list[str], real_codebook: Codebook
) -> None:
    """A sum of its own kind, or with a base of its own, shares none."""
    assert units == [one.unit for one in read(Document(text, "txt"), real_codebook.lexicon).statements]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("日间照料机构覆盖率由60%提升10个百分点。", ["parameter", "target"]),
        ("护理型床位占比由45%提高10个百分点，达到55%。", ["parameter", "target", "target"]),
    ],
)
def test_what_rises_by_points_starts_from_a_fact(
    text: str, kinds: list[str], real_codebook: Codebook
) -> None:
    """The rate that a rise starts from is so already."""
    assert kinds == [str(one.kind) for one in read(Document(text, "txt"), real_codebook.lexicon).statements]
