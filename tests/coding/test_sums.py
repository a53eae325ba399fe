"""Sums that stand beside others: each by its own base and its own name."""

from __future__ import annotations

import pytest

from compare.coding.indicators.context.sums import NAMED_SUM, alone, is_for_nobody, is_paid_in_part

LISTED = "分别补助每床一次性4500元、每床每年1000元的补助"


@pytest.mark.parametrize(
    "clause, at, left",
    [
        (LISTED, LISTED.index("4500"), "分别补助每床一次性4500元、的补助"),
        (LISTED, LISTED.index("1000"), "分别补助、每床每年1000元的补助"),
        (LISTED, 0, LISTED),
        ("每床补助4500元、每床每年1000元", 4, "每床补助4500元、每床每年1000元"),
        ("每床每年1000元", 4, "每床每年1000元"),
        ("每床每年1元每户每月2元", 0, "每床每年1元"),
        ("每床每年1元每户每月2元", 5, "每床每年1元"),
        ("每床每年1元每户每月2元", 6, "每户每月2元"),
        ("每床每年1元每户每月2元", 11, "每户每月2元"),
        ("每床每年1元每户每月2元止", 12, "每床每年1元每户每月2元止"),
        ("每床1元、一次性2元、每月3元", 5, "、一次性2元、"),
    ],
)
def test_a_sum_is_left_alone_among_sums_with_their_own_bases(clause: str, at: int, left: str) -> None:
    """The others go with base and number; one without a base of its own keeps the whole clause."""
    assert left == alone(clause, at)


@pytest.mark.parametrize(
    "words, named",
    [
        ("给予租金补贴", True),
        ("运行经费", True),
        ("给予补贴", False),
        ("一次性奖励", False),
        ("市财政补助", False),
        ("每年补助", False),
    ],
)
def test_a_sum_is_named_by_what_it_is_for(words: str, named: bool) -> None:
    """A verb, a giver or a period before the payment is no name."""
    assert named is bool(NAMED_SUM.search(words))


@pytest.mark.parametrize(
    "part, nobody",
    [
        ("建筑面积300平方米以上的,给予3万元的建设补助", True),
        ("对服务站给予3万元的建设补助", False),
        ("建筑面积300平方米以上的", False),
    ],
)
def test_a_sum_may_leave_out_who_gets_it(part: str, nobody: bool) -> None:
    """Then the sentence is asked; where nothing is given, it is not."""
    assert nobody is is_for_nobody(part)


@pytest.mark.parametrize(
    "before, in_part",
    [
        ("其中财政补贴", True),
        ("由市级财政承担", True),
        ("个人缴费", True),
        ("每人财政补贴", False),
        ("财政补贴标准", False),
        ("补贴", False),
        ("", False),
    ],
)
def test_who_pays_a_part_of_a_sum_is_all_that_is_said(before: str, in_part: bool) -> None:
    """Words that name anything else make it a sum of its own."""
    assert in_part is is_paid_in_part(before)
