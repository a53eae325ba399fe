"""Heads: what a value says of its noun stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.coding import Codebook, CodebookError, code
from compare.coding.heads import parse_heads
from compare.model import Document
from compare.reading import read
from compare.study.codebook.files import load_codebook

CODEBOOK: Codebook = load_codebook(Path(__file__).parents[2] / "data" / "codebook")

NOUNS = (
    "社区日间照料中心",
    "街道综合养老服务中心",
    "老年助餐点",
    "护理型床位",
    "农村幸福院",
    "老年大学",
    "长期护理保险",
)
HEADS = ("满意率达到", "年均增长", "投诉办结率不低于", "知晓率达到", "空置率控制在", "员工流失率不高于")


def indicators(text: str) -> list[str]:
    reading = read(Document(text, "txt"), CODEBOOK.lexicon)
    return [coded.indicator for coded in code("p", reading, CODEBOOK)]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("noun", NOUNS)
def test_a_rate_of_something_else_is_no_coverage(noun: str, head: str) -> None:
    """A satisfaction, growth, turnover … rate of a facility is coded as such or not at all."""
    found = indicators(f"到2025年，{noun}{head}35%。")
    assert 1 == len(found)
    assert found[0] in ("", "satisfaction_rate")


def test_growth_to_a_level_is_a_level() -> None:
    """增长到, 提高至 lead to the rate itself."""
    assert ["nursing_bed_share"] == indicators("护理型床位占比提高到60%。")
    assert ["community_daycare_coverage"] == indicators("社区日间照料机构覆盖率增长至90%。")


def test_an_indicator_may_name_the_head() -> None:
    """One of whose patterns has a word of the family takes rates with that head, others do not."""
    heads = parse_heads(
        [{"id": "growth", "words": ["增长", "增速"]}], {"sales": ["零售额.*增长"], "beds": ["床位"]}
    )
    found = [
        heads.of(before, is_rate=True) for before in ("零售额增速达到", "床位年均增长", "床位占比增长到")
    ]
    assert ["growth", "growth", ""] == found
    assert [True, False] == [heads.allow(indicator, "growth") for indicator in ("sales", "beds")]
    assert heads.allow("beds", "")


@pytest.mark.parametrize("act", ["关停", "检查", "处罚", "走访", "表彰"])
@pytest.mark.parametrize("counted", ["养老机构35家", "了35家养老机构", "日间照料中心12个", "养老护理员20名"])
def test_what_was_acted_on_is_no_stock(act: str, counted: str) -> None:
    """Homes closed or inspected, staff honoured: not counted with those that are there or built."""
    assert [""] == indicators(f"2024年{act}{counted}。")


def test_what_was_built_after_an_act_is_counted() -> None:
    """The verb nearest to the number decides."""
    assert ["institutions_count"] == indicators("整改后新建养老机构12家。")


FOREIGN = ("学校", "乡镇文化站", "公路桥梁", "残疾人康复站", "退役军人服务站", "住房保障窗口")


@pytest.mark.parametrize("thing", FOREIGN)
def test_what_is_said_of_another_field_is_none_of_care(thing: str) -> None:
    """Inspections, approvals and money of schools, roads … have no code; the same words of care do."""
    sentences = (
        "对{}每年检查不少于2次。",
        "{}的补助资金应当在10个工作日内审核。",
        "{}每年给予运营经费3万元。",
    )
    assert [[""] for _ in sentences] == [indicators(sentence.format(thing)) for sentence in sentences]
    assert [["inspection_frequency"], ["approval_time_limit"], ["facility_operating_grant"]] == [
        indicators(sentence.format("养老服务站")) for sentence in sentences
    ]


def test_a_word_of_care_outweighs_one_of_another_field() -> None:
    """A school turned into a day-care centre is a day-care centre."""
    assert ["daycare_centres"] == indicators("利用闲置校舍建设日间照料中心3所。")


ELSEWHERE = "全市工业和农业稳步发展,重点项目建设加快推进,营商环境不断优化。" * 10
HERE = "全市养老服务体系不断完善,老年人的获得感明显增强,护理服务更加规范。" * 10
LIMITS = ("争取用3年时间完成改造。", "每季度检查1次。", "10个工作日内办结。", "有效期5年。")


@pytest.mark.parametrize("limit", LIMITS)
def test_time_limits_of_a_text_about_something_else_are_none_of_care(limit: str) -> None:
    """What names nothing of care is coded in a text about care and in one too short to tell; in a report
    on other work only where sentence or heading speak of care."""
    assert [""] == indicators(f"{ELSEWHERE}\n{limit}")
    (short,) = indicators(limit)
    assert short
    for text in (f"{HERE}\n{limit}", f"{ELSEWHERE}\n对养老机构,{limit}"):
        assert [short] == indicators(text)


def test_an_entry_says_that_it_is_coded_at_large() -> None:
    """The minimum living allowance is found in any report."""
    assert ["minimum_living_allowance"] == indicators(f"{ELSEWHERE}\n城乡低保标准提高到每人每月650元。")


def test_a_family_that_cannot_be_used_is_refused() -> None:
    """The message names file, entry and remedy."""
    with pytest.raises(CodebookError, match=r"heads\.yaml: growth: words is no list"):
        parse_heads([{"id": "growth"}], {})
    with pytest.raises(
        CodebookError, match=r"heads\.yaml: growth: of is 'rates'; use one of rate, act, field, care"
    ):
        parse_heads([{"id": "growth", "words": ["增长"], "of": "rates"}], {})
    with pytest.raises(CodebookError, match=r"heads\.yaml: rise: 增长 stands in two families"):
        parse_heads([{"id": "growth", "words": ["增长"]}, {"id": "rise", "words": ["增长"]}], {})
