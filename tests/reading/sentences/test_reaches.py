"""How far words reach: each reach is met exactly, and one character (date, row, sum) more is too far."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.support.language import ReadText

from compare.model import Statement

Say = Callable[[Statement], str]


def subject(statement: Statement) -> str:
    return statement.subject


def scope(statement: Statement) -> str:
    return statement.scope_text


def deadline(statement: Statement) -> str:
    return statement.deadline


def kind(statement: Statement) -> str:
    return str(statement.kind)


def unit(statement: Statement) -> str:
    return statement.unit


def sums(count: int) -> str:
    """Sums side by side, of which the first alone says for whom."""
    return f"每人补贴{''.join(f'甲类{n + 1}00元、' for n in range(count))}乙类900元。"


def rows(count: int) -> str:
    """A group that has its label in the first row alone."""
    below = "".join(f"||乙{n}|2|\n" for n in range(count))
    return f"|类别|指标|2025年|\n|床位（张）|甲|1|\n{below}"


def paragraphs(count: int) -> str:
    """Goals, of which the last stands behind so many paragraphs."""
    between = "建设。\n" * count
    return f"到2025年，实现以下目标：\n{between}建成站点9个。\n"


def growth(length: int) -> str:
    """A head of so many characters over rates of growth, each cell a line."""
    cells = ["指标", "单位", "2025年", f"年均{'比' * (length - 4)}增长"]
    return "\n".join([*cells, "床位", "张", "30", "8%", "站点", "个", "5", "7%"]) + "\n"


REACHES: list[tuple[str, Callable[[int], str], Say, int, str, str]] = [
    (
        "a noun is carried into the next sentence",
        lambda n: f"护理型床位占比达到55%。其后{'，' * n}达到60%。",
        subject,
        49,
        "护理型床位占比",
        "",
    ),
    (
        "a part stands in a list with its total",
        lambda n: f"新增床位300张，其中{'，' * n}甲县100张。",
        scope,
        591,
        "甲县",
        "",
    ),
    (
        "a deadline stands in a bracket",
        lambda n: f"建成站点9个（{'略' * n}完成时限：2024年6月）。",
        deadline,
        106,
        "2024-06",
        "",
    ),
    (
        "a clause of its own says by when",
        lambda n: f"建成站点9个{'，' * n}2024年底前完成；培训。",
        deadline,
        3,
        "2024",
        "",
    ),
    (
        "goals go on over paragraphs",
        paragraphs,
        deadline,
        7,
        "2025",
        "",
    ),
    ("beds of one place", lambda n: f"养老院设置床位不少于{n}张。", kind, 300, "standard", "target"),
    ("sums share the base of the first", sums, unit, 11, "元/人", "元"),
    ("a label reaches down over its rows", rows, lambda s: s.subject[:2], 40, "床位", "乙4"),
    (
        "a cap is for each up to twenty times the sum",
        lambda n: f"每户补助100元,最高不超过{n}元。",
        unit,
        1999,
        "元/户",
        "元",
    ),
    (
        "sums side by side are no more than ten times as great",
        lambda n: f"集中供养每人每年1000元,分散供养{n}元。",
        unit,
        10000,
        "元/人·年",
        "元",
    ),
    (
        "sums side by side are no less than a tenth",
        lambda n: f"集中供养每人每年1000元,分散供养{200 - n}元。",
        unit,
        100,
        "元/人·年",
        "元",
    ),
    (
        "what each is given stands near before what is added",
        lambda n: f"省级每张床位{'略' * n}按1万元给予补助,市级另配套3000元。",
        kind,
        17,
        "parameter",
        "target",
    ),
    (
        "a line of a list without stops is short",
        lambda n: f"到2025年,目标如下:\n{'建' * n}站点8个\n建成站点9个\n",
        deadline,
        76,
        "2025",
        "",
    ),
    (
        "a rate is named near before what it comes to",
        lambda n: f"每千名老年人拥有的{'好' * n}床位数居前列,达到32.5张。",
        unit,
        12,
        "张/千人",
        "张",
    ),
    (
        "a heading names the year of its section",
        lambda n: f"一、2025年{'建' * n}\n全年建成站点9个。\n",
        deadline,
        35,
        "2025",
        "",
    ),
    (
        "goals without a number end at a heading, which is short",
        lambda n: f"2025年主要目标\n{'建' * n}\n建成站点9个。\n",
        deadline,
        30,
        "",
        "2025",
    ),
    (
        "a date opens a noun",
        lambda n: f"{'建' * n}2025年床位达到300张。",
        lambda s: s.subject[-7:],
        6,
        "床位",
        "2025年床位",
    ),
]


@pytest.mark.parametrize(
    ("write", "say", "reach", "within", "beyond"),
    [case[1:] for case in REACHES],
    ids=[case[0] for case in REACHES],
)
def test_words_reach_so_far_and_no_farther(
    write: Callable[[int], str], say: Say, reach: int, within: str, beyond: str, read_text: ReadText
) -> None:
    """The last value of the text has what reaches it, and at one more what is left without it."""
    last = [say(read_text(write(n)).statements[-1]) for n in (reach, reach + 1)]
    assert [within, beyond] == last


@pytest.mark.parametrize(("length", "noun"), [(18, "助浴中心"), (19, "面积")])
def test_a_noun_follows_what_describes_it(length: int, noun: str, read_text: ReadText) -> None:
    """Within sixty characters behind its number."""
    text = f"建成1处面积800平方米且具有{'建' * length}的助浴中心。"
    assert noun == read_text(text).statements[0].subject[-4:]


@pytest.mark.parametrize(("length", "head"), [(16, "年均"), (17, "")])
def test_a_head_of_growth_is_short(length: int, head: str, read_text: ReadText) -> None:
    """A longer line that speaks of growth is no head of a column."""
    assert ["床位", head] == [s.subject[:2] for s in read_text(growth(length)).statements[:2]]


@pytest.mark.parametrize(("length", "count"), [(24, 1), (25, 0)])
def test_a_number_has_so_many_digits(length: int, count: int, read_text: ReadText) -> None:
    """What has more is a code."""
    assert count == len(read_text(f"床位{'1' * length}张。").statements)


@pytest.mark.parametrize("length", [91, 97, 98, 99])
def test_a_noun_has_no_more_than_a_hundred_characters(length: int, read_text: ReadText) -> None:
    """With the verb before the number: what stands farther ahead is no part of it."""
    (made,) = read_text(f"{'甲' * length}床位达到300张。").statements
    assert f"{'甲' * min(length, 96)}床位" == made.subject


@pytest.mark.parametrize(
    ("articles", "preamble"),
    [
        ("\n第一条 根据《老年法》。", True),
        ("\n第一章 总则\n第一条 为了养老,\n根据《老年法》。", True),
        ("\n第一章\n总则\n第一条 根据《老年法》。", True),
        ("\n第一条 为了养老。\n第二条 根据《老年法》。", False),
        ("\n第一章 总则\n养老是大事。\n第一条 根据《老年法》。", False),
    ],
)
def test_a_regulation_says_in_its_first_article_what_it_rests_on(
    articles: str, preamble: bool, read_text: ReadText
) -> None:
    """Up to the second; before the first stand headings alone."""
    assert [preamble] == [one.preamble for one in read_text(f"甲市养老办法{articles}\n").cited]
