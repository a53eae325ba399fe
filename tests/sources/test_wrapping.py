"""Lines that were ended in mid-sentence, at one width or by hand."""

from __future__ import annotations

from compare.sources.wrapping import joined_lines, soft_ends

PARAGRAPH = (
    "第十二条 新建住宅项目按每百户四十平方米配建养老服务用房，单处不少于三百平方米；已建成区按每百户不低于"
    "二十平方米配建，并与住宅同步规划、同步建设、同步验收、同步交付使用。分期开发的住宅项目应当在首期建设"
    "养老服务用房，社区养老服务站应当设在建筑的低层并有独立的出入口，服务半径不宜大于一千米，其中老年人活动"
    "用房不少于一百五十平方米，设施应当满足无障碍和消防的要求，建设单位应当在验收后移交民政部门使用。"
)


def ragged(widths: list[int]) -> list[str]:
    """The paragraph in lines of these numbers of characters, over and over."""
    lines, at, turn = [], 0, 0
    while at < len(PARAGRAPH):
        lines.append(PARAGRAPH[at : at + widths[turn % len(widths)]])
        at += widths[turn % len(widths)]
        turn += 1
    return lines


def test_lines_ended_by_hand_are_one_paragraph() -> None:
    """About one width is enough where paragraphs end with a stop; a bound cut in two is whole again."""
    lines = ragged([31, 26, 29, 33, 27])
    assert len(lines) > 6
    assert [PARAGRAPH] == joined_lines(lines)


def test_items_without_stops_are_lines_of_their_own() -> None:
    """Where no paragraph ends with a stop, lines of about one width may be the items of a list."""
    items = [
        "新建街道综合养老服务中心三个，改造提升乡镇敬老院五所，新增护理型床位",
        "新增家庭养老床位二百张，完成困难家庭改造",
        "建成老年助餐点二十个，城市社区助餐服务覆盖率达到九成",
        "培训养老护理员三百人次，持证上岗率达到百分之九十五以上",
        "发放高龄津贴一千二百万元，惠及老年人三万",
        "开展联合检查不少于两次，消防安全隐患整改率百分之百，建立台账",
    ]
    assert [False] * len(items) == soft_ends(items)


def test_a_short_line_among_them_is_no_edge() -> None:
    """Where a line that ends without a stop is much shorter than the others, fewer ends are soft."""
    lines = [
        *ragged([31, 26, 29, 33, 27]),
        "改造敬老院，新建助餐点站",
        "其余工作按计划推进，做好总结和宣传。",
    ]
    assert sum(soft_ends(lines)) < sum(soft_ends(ragged([31, 26, 29, 33, 27])))
