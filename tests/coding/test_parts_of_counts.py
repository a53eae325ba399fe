"""Counts and shares that name only a place, an owner or how far things are."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.surroundings import statement

from compare.coding.indicators.parts_of_counts import is_of_places, is_part, is_state, rate_of
from compare.model import Kind


@pytest.mark.parametrize(
    "subject, things, rate, at",
    [
        ("农村社区建成率", "居家养老服务中心", "农村社区居家养老服务中心建成率", 4),
        ("社区", "服务站", "社区服务站覆盖率", 2),
        ("街道服务覆盖率", "服务站", "街道服务站覆盖率", 2),
        ("行政村覆盖面积", "服务站", "行政村服务站覆盖面", 3),
        ("社区建成率", "城市社区实现服务网络", "社区服务网络建成率", 2),
        ("社区建成率", "社区服务站", "社区服务站建成率", 2),
        ("社区建成率", "服务站服务覆盖率", "社区服务站建成率", 2),
        ("社区建成率", "服务站覆盖率", "社区服务站建成率", 2),
        ("社区建成率", "友好型社区", "", 0),
        ("社区建成率", "示范街道", "", 0),
        ("床位", "服务站", "", 0),
    ],
)
def test_a_rate_of_places_takes_up_the_things_before_it(
    subject: str, things: str, rate: str, at: int
) -> None:
    """Behind the places, which things that are places themselves have none of."""
    assert (rate, at) == rate_of(subject, things)


@pytest.mark.parametrize(
    "unit, subject, covers, of_places",
    [
        ("%", "社区建成率", False, True),
        ("%", "社区", False, False),
        ("%", "社区", True, True),
        ("个", "社区建成率", True, False),
        ("%", "床位", True, False),
        ("%", "社区床位", True, False),
    ],
)
def test_a_share_of_places_is_a_rate_or_covers_them(
    unit: str, subject: str, covers: bool, of_places: bool
) -> None:
    """Only a share, and only where nothing but the places is named."""
    assert of_places is is_of_places(statement((0, 1), (0, 1), unit=unit), subject, covers)


@pytest.mark.parametrize(
    "fields, part",
    [
        ({"unit": "个", "subject": "公办"}, True),
        ({"unit": "个", "subject": "正在施工"}, True),
        ({"unit": "个", "subject": "安定街道"}, True),
        ({"unit": "个", "subject": "养老公寓"}, False),
        ({"unit": "张", "subject": "安定街道"}, True),
        ({"unit": "张", "subject": "养老公寓"}, True),
        ({"unit": "张", "subject": "公办"}, False),
        ({"unit": "张", "subject": "医院"}, False),
        ({"unit": "%", "subject": "公办"}, False),
        ({"unit": "元", "subject": "公办"}, False),
        ({"unit": "个/县", "subject": "公办"}, False),
        ({"unit": "个", "subject": "公办", "kind": Kind.ALLOCATION}, False),
        ({"unit": "个", "subject": "公办院"}, False),
        ({"unit": "个", "subject": ""}, False),
    ],
)
def test_a_count_may_name_only_its_part(fields: dict[str, Any], part: bool) -> None:
    """The owner, the place, how far things are; of beds the place or the home."""
    assert part is is_part(statement((0, 1), (0, 1), **fields))


@pytest.mark.parametrize(
    "subject, state",
    [
        ("目前已验收合格", True),
        ("完成选址尚未开工的", True),
        ("2024年底", True),
        ("已建成中心", False),
        ("", False),
    ],
)
def test_a_state_says_how_far_things_are(subject: str, state: bool) -> None:
    """And nothing of what they are."""
    assert state is is_state(subject)
