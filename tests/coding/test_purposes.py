"""What a sum is for, where its own clause does not say: the words around it that name money."""

from __future__ import annotations

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.money.purposes import is_of_sort, named
from compare.model import Document
from compare.reading import read

CODEBOOK = rules_alone()
FAR = "中心运行平稳" * 25


def surroundings(text: str) -> Surroundings:
    """What stands around the last statement of a text."""
    reading = read(Document(text, "txt"), CODEBOOK.lexicon)
    last = max(reading.statements, key=lambda one: one.value_start)
    return Surroundings(text, last, reading.passages)


@pytest.mark.parametrize(
    "text, names",
    [
        # before it in its paragraph
        ("助餐点建设补贴。一级5万元,二级3万元。", ["助餐点建设补贴"]),
        ("运营补贴每年5万元;300平方米以上的8万元。", ["运营补贴"]),
        ("运营补贴每年5万元。其他8万元。", []),
        ("运营补贴。组织实施。一级5万元。", ["运营补贴"]),
        (f"运营补贴。{FAR}。一级5万元。", ["运营补贴"]),
        (f"运营补贴。{FAR}{FAR}。一级5万元。", []),
        ("养老机构,取得证书的,给予补助。一级5万元。", ["养老机构取得证书的给予补助"]),
        ("运营补贴,年检合格。一级5万元。", ["运营补贴"]),
        ("年检合格,运营补贴。一级5万元。", ["运营补贴"]),
        ("年检合格的,运营补贴。一级5万元。", ["年检合格的运营补贴"]),
        ("一、床位奖励\n运营补贴。一级5万元。", ["运营补贴"]),
        ("一、床位奖励\n给予补助。一级5万元。", ["给予补助", "床位奖励"]),
        # money of another kind
        ("午餐收费标准。70周岁以上每餐6元。", ["午餐收费标准"]),
        ("午餐收费标准,70周岁以上每餐6元。", []),
        ("午餐收费标准每餐5元。70周岁以上每餐6元。", []),
        ("投资建设。中心5万元。", []),
        ("财政补贴。中心5万元。", []),
        # a limit of what sums by bed come to
        ("每张床位补助1万元。最高不超过200万元。", []),
        ("每张床位补助1万元。每张最高不超过2万元。", ["每张床位补助"]),
        # shared behind a list
        ("一级5万元、二级3万元的运营补贴。", []),
        # headings, the line over the list, the title
        ("一、运营补贴\n中心5万元。\n", ["运营补贴"]),
        ("一、运营补贴\n(一)标准\n中心5万元。\n", ["运营补贴"]),
        ("一、组织\n中心5万元。\n", []),
        ("一、运营补贴\n(一)床位奖励\n中心5万元。\n", ["床位奖励"]),
        ("关于印发运营补贴办法的通知\n一、床位奖励\n中心5万元。\n", ["床位奖励"]),
        ("关于运营补贴\n中心5万元。\n", []),
        ("运营补贴\n困难老年人\n中心5万元。\n", ["运营补贴"]),
        ("运营补贴\n食堂管理\n中心5万元。\n", []),
        ("关于印发运营补贴办法的通知\n中心5万元。\n", ["运营补贴办法的通知"]),
        ("关于印发工作方案的通知\n中心5万元。\n", []),
        ("第四条 运营补贴\n(一)一级5万元;\n(二)二级3万元。\n", ["运营补贴"]),
        ("运营补贴如下:\n1.一级5万元;\n2.二级3万元。\n", ["运营补贴如下"]),
        ("组织实施。运营补贴如下:\n1.一级5万元;\n2.二级3万元。\n", ["运营补贴如下"]),
        ("组织实施如下:\n1.一级5万元;\n2.二级3万元。\n", []),
        ("一、床位奖励\n运营补贴如下:\n1.一级5万元;\n2.二级3万元。\n", ["运营补贴如下"]),
        ("一、床位奖励\n给予补助如下:\n1.一级5万元;\n2.二级3万元。\n", ["给予补助如下", "床位奖励"]),
        ("运营补贴每年9万元。\n1.一级5万元;\n2.二级3万元。\n", []),
        # what is paid in
        ("缴纳保险。个人缴费每年5元。", ["缴纳保险"]),
        ("投保补贴。每人每年缴费5元。", ["投保补贴"]),
        ("运营补贴。每人每年缴费5元。", []),
        # a clause that does not give it to anybody
        ("运营补贴。获得奖金,大家很高兴地拿到5万元。", []),
    ],
)
def test_the_nearest_words_that_name_money_say_what_a_sum_is_for(text: str, names: list[str]) -> None:
    """In its paragraph, over its list, in the headings above and the title; none beyond a sum that is given
    for them, none of money of another kind."""
    assert names == [one.heading for one in named(surroundings(text))]


@pytest.mark.parametrize("name", ["的运营补贴", "不等的运营补贴", "运营补贴"])
def test_sums_of_one_list_share_the_name_behind_it(name: str) -> None:
    """The first of them as well as the last, which is given it in its own clause."""
    text = f"一级5万元、二级3万元{name}。"
    reading = read(Document(text, "txt"), CODEBOOK.lexicon)
    first = min(reading.statements, key=lambda one: one.value_start)
    assert ["运营补贴"] == [one.heading for one in named(Surroundings(text, first, reading.passages))]


@pytest.mark.parametrize("length, names", [(60, 1), (61, 0)])
def test_no_name_of_money_is_longer_than_sixty_characters(length: int, names: int) -> None:
    """Longer clauses say more than what is paid for."""
    text = f"{'某' * (length - 4)}运营补贴。中心5万元。"
    assert names == len(list(named(surroundings(text))))


@pytest.mark.parametrize("items, names", [(40, ["运营补贴如下"]), (41, [])])
def test_the_line_over_a_list_holds_for_forty_items(items: int, names: list[str]) -> None:
    """Farther down a long list its items are not looked through for it."""
    listed = "".join(f"{number}.一级{number}万元;\n" for number in range(1, items + 1))
    assert names == [one.heading for one in named(surroundings(f"运营补贴如下:\n{listed}"))]


@pytest.mark.parametrize("between, whole", [(195, True), (196, False)])
def test_money_is_named_within_200_characters(between: int, whole: bool) -> None:
    """Of what stands before the clause of the sum; what begins farther off is no whole name."""
    text = f"运营补贴。{'某' * (between - 1)}。中心5万元。"
    assert whole == (["运营补贴"] == [one.heading for one in named(surroundings(text))])


@pytest.mark.parametrize(
    "heading, pattern_of, found",
    [
        ("运行经费", "关于印发工作方案的通知\n运行经费5万元。\n", [True]),
        ("中心", "关于印发运营补贴办法的通知\n中心5万元。\n", [False]),
    ],
)
def test_a_sum_may_name_itself(heading: str, pattern_of: str, found: list[bool]) -> None:
    """Then the words around it only complete it."""
    context = surroundings(pattern_of)
    assert context.before() == heading
    assert found == [one.has_name for one in named(context)]


@pytest.mark.parametrize(
    "text, sort",
    [
        ("建设补贴每张3000元。", True),
        ("运营补助标准为每月3000元。", True),
        ("其中,一次性开办补贴不超过3000元。", True),
        ("中心建设补贴每张3000元。", False),
        ("补贴每张3000元。", False),
        ("建设补贴给予3000元。", False),
    ],
)
def test_a_sum_may_name_no_more_than_its_sort(text: str, sort: bool) -> None:
    """Nothing before or behind the name of the payment but for each what it is."""
    assert sort is is_of_sort(surroundings(text))
