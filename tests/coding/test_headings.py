"""Which heading or lead-in says what a bare statement is about, and which indicators it names."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.support.rules_alone import rules_alone
from tests.support.surroundings import around

from compare.coding.book.codebook import Indicator
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.headings import Headed, headed
from compare.coding.indicators.matching import wordings
from compare.model import Document, Kind, Passage
from compare.reading import read

CODEBOOK = rules_alone()


def headings(text: str) -> list[str]:
    """The heading of each statement of a text, "" where it has none."""
    reading = read(Document(text, "txt"), CODEBOOK.lexicon)
    found = [headed(Surroundings(text, one, reading.passages)) for one in reading.statements]
    return [one.heading if one else "" for one in found]


@pytest.mark.parametrize(
    "text, found",
    [
        # above the paragraph
        ("三、居家适老化改造\n三年完成1200户,户均补助3000元。", ["居家适老化改造", "居家适老化改造"]),
        ("一、培训护理员\n1.完成300人;\n2.新增200人。", ["培训护理员", "培训护理员"]),
        ("一、助餐服务\n每餐补助2元。\n二、其他\n每餐补助3元。", ["助餐服务", "其他"]),
        ("每餐补助2元。", [""]),
        # running in with it
        ("一、适老化改造。每户补助3000元。", ["适老化改造"]),
        ("一、改造三年完成1200户。每户补助3000元。", ["", ""]),
        # of form alone: the one above it
        ("一、适老化改造\n(一)补贴标准\n每户补助3000元。", ["适老化改造"]),
        ("一、适老化改造\n(一)补贴标准。每户补助3000元。", ["适老化改造"]),
        ("一、适老化改造\n(一)补贴标准\n1.目标任务\n每户补助3000元。", ["适老化改造"]),
        ("补贴标准\n每户补助3000元。", [""]),
        # the words before the colon of the sentence
        ("等级评定经费:三级5万元,四级10万元。", ["等级评定经费", "等级评定经费"]),
        ("一、床位\n等级评定经费:三级5万元。", ["等级评定经费"]),
        ("一、床位\n床位达标。等级评定经费:三级5万元。", ["等级评定经费"]),
        ("一、床位\n1.等级评定经费:三级5万元。", ["等级评定经费"]),
        ("一、适老化改造\n补贴标准:每户3000元。", ["适老化改造"]),
        ("对护理员,按以下标准:每人300元。", ["对护理员按以下标准"]),
        ("对护理员,每满一年,按以下标准:每人300元。", ["对护理员每满一年按以下标准"]),
        ("按以下标准,每满一年:每人300元。", [""]),
        # the lead-in of a list
        ("床位奖励:\n自建的每床1万元;\n租用的每床5000元。", ["床位奖励", "床位奖励"]),
        ("达标。床位奖励：\n自建的每床1万元;\n租用的每床5000元。", ["床位奖励", "床位奖励"]),
        ("床位奖励:\n自建的每床1万元；\n租用的每床5000元。", ["床位奖励", "床位奖励"]),
        ("一、建站\n完成以下任务:\n(1)新建10个;\n(2)改造20个。", ["建站", "建站"]),
        ("一、建站\n站点奖励:\n(1)新建10个;\n(2)改造20个。", ["站点奖励", "站点奖励"]),
        ("一、建站\n站点奖励。\n(1)新建10个;\n(2)改造20个。", ["建站", "建站"]),
        # what counts people is no one's but the people's
        ("一、培训护理员\n每个街道10人。", [""]),
        ("一、培训护理员\n老年人10人。", [""]),
        ("一、培训护理员\n改造10户。", ["培训护理员"]),
        # a title on a line of its own, without number
        ("适老化改造\n每户补助3000元。", ["适老化改造"]),
        ("适老化改造\n(1)困难的老年人\n每户补助3000元。", ["适老化改造"]),
        ("适老化改造。\n每户补助3000元。", [""]),
        ("适老化改造\n一、补贴标准\n每户补助3000元。", ["适老化改造"]),
        ("适老化改造\n一、现状\n好。\n每户补助3000元。", ["现状"]),
        ("一、现状\n适老化改造\n二、补贴标准\n每户补助3000元。", [""]),
        # who is paid, told by what they have or lack
        ("护理补贴:\n低收入家庭中没有低保的老年人,每人每月200元。", ["护理补贴"]),
        ("护理补贴:\n从事护理工作的老年人,每人每月200元。", [""]),
        # another thing stands between
        ("一、奖励养老机构\n三级5万元。床位费每月30元。", ["奖励养老机构", ""]),
        ("一、奖励养老机构\n慰问员工。三级5万元。", [""]),
        ("一、奖励养老机构。慰问员工。三级5万元。", [""]),
        ("等级评定奖励:慰问员工,三级5万元。", [""]),
        # cells are told what they are about by their table, or by what stands over it
        ("一、建站\n|项目|标准|\n|补助|每个3万元|", ["建站"]),
        ("一、建站\n|项目|标准|\n|床位补助|每个3万元|", [""]),
    ],
)
def test_what_stands_over_a_bare_statement(text: str, found: list[str]) -> None:
    """The nearest of lead-in and headings that names a thing, if no other thing stands between."""
    assert found == headings(text)


def under(heading: str, marked: str, **fields: object) -> Surroundings:
    """The surroundings of the marked statement, alone in a paragraph under a heading."""
    end = len(marked) - len("<[]>")
    above = (Passage(1, "一", "heading", heading, 0, 0, None), Passage(2, "", "paragraph", "", 0, end, 0))
    return around(marked, above, passage=1, **{"unit": "户", **fields})


@pytest.mark.parametrize("length, found", [(40, True), (41, False)])
def test_a_heading_is_no_longer_than_40_characters(length: int, found: bool) -> None:
    """What is longer is a sentence of its own."""
    assert found == bool(headed(under("养" * length, "完成<[5户]>")))


@pytest.mark.parametrize("between, found", [(160, True), (161, False)])
def test_a_heading_reaches_160_characters(between: int, found: bool) -> None:
    """Farther on the reader of a plan no longer has it in mind."""
    assert found == bool(headed(under("养老床位", "。" * between + "<[5户]>")))


@pytest.mark.parametrize(
    ("above", "column", "title"),
    [
        ("(一)高龄津贴。本县80周岁以上老年人,按下列标准发放:", "新标准", "高龄津贴"),
        ("(一)高龄津贴。本县老年人津贴分配如下:", "原标准", "本县老年人津贴分配如下"),
        ("(一)高龄津贴。", "调整后标准", "高龄津贴"),
        ("关于调整高龄津贴标准的通知", "补贴标准", "高龄津贴标准"),
        ("表1 高龄津贴", "现行标准", "高龄津贴"),
        ("(一)高龄津贴。", "护理补贴", ""),
        ("高龄津贴按上月实际领取的人数计算:", "补贴标准", "高龄津贴"),
    ],
)
def test_a_table_of_bare_cells_stands_under_what_is_above_it(above: str, column: str, title: str) -> None:
    """The line over the table, without its number and form; the heading of its paragraph, where the last
    sentence has clauses of its own; nothing where the column names a thing."""
    text = f"{above}\n年龄段\t{column}(元/人·月)\n80—89周岁\t50\n90—99周岁\t80\n"
    reading = read(Document(text, "txt"), CODEBOOK.lexicon)
    sums = [one for one in reading.statements if one.unit.startswith("元")]
    found = [headed(Surroundings(text, one, reading.passages)) for one in sums]
    assert [title, title] == [one.heading if one else "" for one in found]


def test_cells_of_areas_have_no_heading() -> None:
    """Nor has a statement without an outline around it."""
    assert headed(under("养老床位", "完成<[5户]>"))
    assert headed(under("养老床位", "完成<[5户]>", kind=Kind.ALLOCATION)) is None
    assert headed(around("完成<[5户]>", unit="户")) is None


@pytest.mark.parametrize(
    ("subject", "unit", "found"),
    [
        ("补助资金", "元", "适老化改造"),
        ("", "元", ""),
        ("床位运营补贴", "元", ""),
        ("培训费", "元", ""),
        ("数量", "个", ""),
        ("数量", "户", ""),
        ("补助标准", "元/户", ""),
    ],
)
def test_a_share_of_money_stands_under_the_title_of_its_table(subject: str, unit: str, found: str) -> None:
    """Where its column says no more than that it is money; what is no sum, or has a column that names a
    thing, does not."""
    above = (
        Passage(1, "一", "heading", "适老化改造", 0, 0, None),
        Passage(2, "", "cell", "", 0, 2, 0),
    )
    cell = around("<[5元]>", above, passage=1, kind=Kind.ALLOCATION, subject=subject, unit=unit)
    title = headed(cell)
    assert found == (title.heading if title else "")


@pytest.mark.parametrize("items, found", [(40, "站点奖励"), (41, "")])
def test_a_lead_in_holds_for_forty_items(items: int, found: str) -> None:
    """So that a long list takes no time that grows with its square."""
    listed = "".join(f"完成{one}户;\n" for one in range(1, items + 1))
    assert found == headings(f"站点奖励:\n{listed}")[-1]


@pytest.mark.parametrize("cells, found", [(40, "高龄津贴"), (41, "")])
def test_a_title_holds_for_forty_cells(cells: int, found: str) -> None:
    """Farther down no cell of the table is taken for its title."""
    above = (
        Passage(1, "一", "heading", "高龄津贴", 0, 0, None),
        *(Passage(2, "", "cell", "", 0, 2, 0) for _ in range(cells)),
    )
    title = headed(around("<[5元]>", above, passage=cells, unit="元", subject="补贴标准"))
    assert found == (title.heading if title else "")


def indicator(*patterns: str, near: str = "") -> Indicator:
    known = next(iter(CODEBOOK.indicators.values()))
    return replace(known, match=wordings(map(re.compile, patterns)), near=(re.compile(near),) if near else ())


@pytest.mark.parametrize(
    "heading, pattern, named",
    [
        ("养老床位", "养老床位", "养老床位:完成5户"),
        ("养老床位建设行动", "养老床位", "养老床位建设行动:完成5户"),
        ("养老床位", "养老床位[^,]*完成", "养老床位:完成5户"),
        ("养老床位", "床位$", "养老床位"),
        ("养老床位建设", "床位$", "养老床位"),
        ("提升养老机构服务质量", "养老机构", ""),
        ("护理员和养老床位", "养老床位", ""),
        ("养老床位和护理员", "养老床位", ""),
        ("养老床位", "完成", ""),
        ("养老床位", "护理", ""),
    ],
)
def test_which_indicators_a_heading_names(heading: str, pattern: str, named: str) -> None:
    """Those of a pattern that begins in it, with words of form alone behind it and nothing joined to it; the
    words in which it was found."""
    above = headed(under(heading, "完成<[5户]>"))
    assert above
    assert named == above.names(indicator(pattern))


def test_any_wording_of_an_indicator_may_be_named() -> None:
    """The first that the heading has counts, whatever those before it lack."""
    above = headed(under("养老床位", "完成<[5户]>"))
    assert above
    assert "养老床位:完成5户" == above.names(indicator("护理", "完成", "养老", "床位"))


@pytest.mark.parametrize(
    "heading, pattern, near, words",
    [
        ("等级评定奖励", "三级", "奖励", "等级评定奖励:三级5户"),
        ("等级评定奖励", "三级", "", ""),
        ("等级评定奖励", "评定", "奖励", ""),
        ("等级评定和奖励", "三级", "奖励", ""),
        ("三级", "三级", "奖励", "三级:三级5户"),
    ],
)
def test_which_clauses_a_heading_completes(heading: str, pattern: str, near: str, words: str) -> None:
    """Those in which a pattern is found that asks for words near it."""
    above = Headed(under(heading, "三级<[5户]>"), heading)
    assert words == above.completes(indicator(pattern, near=near))


def test_a_heading_stands_before_the_clause() -> None:
    """In every text that a pattern is looked for in, apart from the words of the clause."""
    above = headed(under("养老床位建设", "。其中,完成<[5户]>"))
    assert above
    assert "养老床位" == above.noun()
    assert "养老床位建设:完成5户" == above.stretch()
    assert "养老床位建设:完成" == above.before()
    assert "养老床位建设\n\n\n其中,完成5户" == above.near()
    assert ["", "5户", "完成", "养老床位建设"] == list(above.of_the_statement())
