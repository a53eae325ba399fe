"""What a sum is spent on: said behind it, or before it."""

from __future__ import annotations

import pytest
from tests.support.surroundings import around

from compare.coding.indicators.money.aims import aim_of


@pytest.mark.parametrize(
    "marked, aim",
    [
        ("甲,<投入[5万元]>,资助建设中心3个,丙", "投入5万元资助建设中心3个"),
        ("甲。<共投入[5万元]>，用于改造", "共投入5万元用于改造"),
        ("<投入福彩资金约[5万元]>,新建中心", "投入福彩资金约5万元新建中心"),
        ("<投入共约[5万元]>,新建中心", "投入共约5万元新建中心"),
        ("<投入[5万元]>。新建中心", ""),
        ("<投入[5万元]>:新建中心", ""),
        ("<投入[5万元]>,支持", ""),
        ("<投入[5万元]>,中心建成", ""),
        ("<奖励[5万元]>,新建中心", ""),
        ("甲。<总投资约[5万元]>的中心改造,丙", "投资的中心改造"),
        ("<投资[5万元]>的中心", "投资的中心"),
        ("<奖励[5万元]>的中心改造", ""),
        ("<总投资约[5万元]>中心改造", ""),
        ("甲,建成中心8个,<总投资约[5万元]>", "投资建成中心8个"),
        ("改造中心，<完成投资[5万元]>", "投资改造中心"),
        ("建成中心8个。<总投资约[5万元]>", ""),
        ("建成中心8个:<总投资约[5万元]>", ""),
        ("有中心8个,<总投资约[5万元]>", ""),
        ("建成,有中心8个,<总投资约[5万元]>", ""),
        ("建成中心8个,<甲总投资约[5万元]>", ""),
        ("<总投资[5万元]>", ""),
    ],
)
def test_what_a_sum_is_spent_on(marked: str, aim: str) -> None:
    """The clause behind a sum that is spent, what the invested sum is of, or what was built in the clause
    before a sum in all; nothing across a full stop or colon."""
    found = around(marked, unit="元")
    assert aim == aim_of(found.text, found.statement, found.marks.breaks)
