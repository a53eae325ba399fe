"""Heads: what a value says of its noun stands before it."""

from __future__ import annotations

import re

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, CodebookError, code
from compare.coding.indicators.heads import Heads, is_about, parse_heads
from compare.model import Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()

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
    """One that names the family under ``heads`` takes rates with that head (投入增幅), others do not."""
    assert ["elderly_care_funding_growth"] == indicators("养老服务财政投入年均增长8%。")
    assert [""] == indicators("养老机构护理型床位占比年均增长8%。")


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


PRESCHOOL = "幼儿园保教质量不断提升,学前教育普及普惠,幼儿健康成长,家园共育。" * 10


def test_in_a_text_about_preschool_schools_are_not_foreign() -> None:
    """What names no field is coded there too; what names roads is of another field there as elsewhere."""
    inspected = "对{}每年检查不少于2次。"
    found = {
        (about, thing): indicators(f"{text}\n{inspected.format(thing)}")
        for about, text in (("preschool", PRESCHOOL), ("work", ELSEWHERE))
        for thing in ("学校", "公路桥梁")
    }
    coded = [key for key, codes in found.items() if codes != [""]]
    assert [("preschool", "学校")] == coded
    assert ["inspection_frequency"] == indicators(f"{PRESCHOOL}\n每年检查不少于2次。")


@pytest.mark.parametrize(
    ("length", "times", "about", "of_care"),
    [
        (249, 0, True, False),
        (249, 9, True, False),
        (250, 2, False, False),
        (250, 3, True, True),
        (300, 2, False, False),
        (300, 3, True, True),
        (301, 3, False, False),
        (301, 4, True, True),
    ],
)
def test_a_text_is_about_what_it_says_ten_times_in_a_thousand_characters(
    length: int, times: int, about: bool, of_care: bool
) -> None:
    """Rounded up; one too short to tell is taken to be, but is not of care for certain."""
    text = "养老" * times + "无" * (length - 2 * times)
    care = parse_heads([{"id": "care", "of": "care", "words": ["养老"]}])
    assert about is is_about(text, re.compile("养老"))
    assert of_care is care.is_of_care(text)


def test_an_entry_says_that_it_is_coded_at_large() -> None:
    """The minimum living allowance is found in any report."""
    assert ["minimum_living_allowance"] == indicators(f"{ELSEWHERE}\n城乡低保标准提高到每人每月650元。")


def test_a_family_that_cannot_be_used_is_refused() -> None:
    """The message names file, entry and remedy."""
    with pytest.raises(CodebookError, match=r"heads\.yaml: growth: words is no list"):
        parse_heads([{"id": "growth"}])
    kinds = "rate, change, act, noun, purpose, sum, field, care"
    with pytest.raises(CodebookError, match=rf"heads\.yaml: growth: of is 'rates'; use one of {kinds}"):
        parse_heads([{"id": "growth", "words": ["增长"], "of": "rates"}])
    with pytest.raises(CodebookError, match=r"heads\.yaml: rise: 增长 stands in two families"):
        parse_heads([{"id": "growth", "words": ["增长"]}, {"id": "rise", "words": ["增长"]}])
    with pytest.raises(CodebookError, match=r"rise: 上升 stands in two families"):
        parse_heads([{"id": "growth", "words": ["增长", "上升"]}, {"id": "rise", "words": ["增长", "上升"]}])


def heads_of() -> Heads:
    return parse_heads(
        [
            {"id": "growth", "of": "change", "words": ["增长", "增长率"]},
            {"id": "satisfaction", "words": ["满意"]},
            {"id": "closing", "of": "act", "words": ["关停"]},
            {"id": "schools", "of": "field", "words": ["学校", "小学"]},
            {"id": "roads", "of": "field", "words": ["公路"]},
            {"id": "care", "of": "care", "words": ["养老"]},
        ]
    )


@pytest.mark.parametrize(
    "before, unit, family",
    [
        ("床位增长", "%", "growth"),
        ("床位增长率", "%", "growth"),
        ("床位增长率平均不低于", "%", "growth"),
        ("床位增长幅度控制在", "%", "growth"),
        ("床位增长到", "%", ""),
        ("床位增长快", "%", ""),
        ("关停", "%", ""),
        ("关停了", "家", "closing"),
        ("床位增长", "家", ""),
        ("甲关停" + "甲" * 20, "家", "closing"),
        ("甲关停" + "甲" * 21, "家", ""),
        ("关停" + "甲" * 60, "家", "closing"),
        ("关停" + "甲" * 61, "家", ""),
        ("关停后新建", "家", ""),
        ("关停,共", "家", ""),
        ("津贴每月增长", "元", "growth"),
        ("津贴每月增长到", "元", ""),
        ("养老满意度提高", "元/人·月", ""),
        ("养老满意", "%", "satisfaction"),
        ("养老满意", "元", ""),
    ],
)
def test_what_stands_before_a_value_says_what_it_is(before: str, unit: str, family: str) -> None:
    """The head of a percentage right before it, but for words of bounds; an act up to 20 characters before a
    count, or 60 where it opens the clause, if nothing is built or parted between."""
    assert family == heads_of().of(before, unit)


def test_fields_are_those_named_where_no_care_is() -> None:
    """Each once; a codebook without such words has none, and then everything is at home."""
    heads = heads_of()
    assert ({"schools", "roads"}, {"schools"}, frozenset()) == (
        heads.fields("学校和公路、小学", ""),
        heads.fields("小学", ""),
        heads.fields("养老学校", ""),
    )
    none = parse_heads([])
    assert ("", frozenset(), True) == (
        none.of("增长", "%"),
        none.fields("学校", ""),
        none.is_at_home("甲" * 999, lambda: ""),
    )


@pytest.mark.parametrize(
    "length, words, around, home",
    [
        (249, 0, "", True),
        (250, 0, "", False),
        (250, 0, "养老", True),
        (300, 3, "", True),
        (300, 2, "", False),
        (400, 4, "", True),
        (401, 4, "", False),
    ],
)
def test_a_text_about_care_speaks_of_it_throughout(length: int, words: int, around: str, home: bool) -> None:
    """Ten words in a thousand characters; one of less than 250 is too short to tell."""
    text = "养老" * words + "甲" * (length - 2 * words)
    assert home == heads_of().is_at_home(text, lambda: around)


def test_families_of_care_are_none_that_an_indicator_names() -> None:
    """Rates, acts and other fields are foreign unless named; care never is."""
    assert {"growth", "satisfaction", "closing", "schools", "roads"} == heads_of().families()


def test_an_office_is_not_its_field() -> None:
    """由住房和城乡建设部门处罚 says who fines, not what for."""
    fined = "的，由{}责令改正，处一万元以上三万元以下罚款。"
    assert ["fine_amount"] == indicators("擅自改变用途" + fined.format("住房和城乡建设主管部门"))
    assert [""] == indicators("公租房转租" + fined.format("房产管理部门"))


def test_a_word_may_be_of_two_kinds_but_of_one_family_of_a_kind() -> None:
    """减少 is said of rates and done to homes."""
    both = [{"id": "decline", "words": ["减少"]}, {"id": "closing", "of": "act", "words": ["减少"]}]
    heads = parse_heads(both)
    assert ("decline", "closing") == (heads.of("减少", "%"), heads.of("减少", "家"))
    for words in ([], "增长", [1]):
        with pytest.raises(CodebookError, match="words is no list of words; give at least one"):
            parse_heads([{"id": "x", "words": words}])


def families() -> Heads:
    return parse_heads(
        [
            {"id": "places", "of": "noun", "words": ["乡镇", "街道", "社区"]},
            {"id": "rents", "of": "purpose", "words": ["租金"]},
            {"id": "building", "of": "sum", "words": ["建设", "改造"]},
            {"id": "running", "of": "sum", "words": ["运营"]},
            {"id": "children", "of": "field", "words": ["儿童"]},
            {"id": "care", "of": "care", "words": ["老年", "福利院", "照护"]},
            {"id": "tending", "of": "tending", "words": ["福利院", "照护"]},
        ]
    )


@pytest.mark.parametrize(
    "noun, family",
    [
        ("乡镇", "places"),
        ("乡镇(街道)", "places"),
        ("街道、社区", "places"),
        ("乡镇敬老院", ""),
        ("敬老院", ""),
        ("", ""),
    ],
)
def test_a_noun_is_counted_for_itself_where_it_is_the_whole_of_it(noun: str, family: str) -> None:
    """34个乡镇 are townships; 34个乡镇敬老院 are homes."""
    assert family == families().counted(noun)


@pytest.mark.parametrize(
    "words, kinds",
    [
        ("给予租金补贴", ["rents"]),
        ("给予建设补助", ["building"]),
        ("建设和运营补贴", ["running"]),
        ("租金补贴和运营补贴", ["running"]),
        ("运营补贴,另给予租金补贴", ["rents"]),
        ("运营补贴,另给予护理补贴", []),
        ("建设的服务站补助", []),
        ("给予补贴", []),
        ("", []),
    ],
)
def test_the_last_name_of_a_sum_says_what_it_is_for(words: str, kinds: list[str]) -> None:
    """What stands right before the payment, unless another sum with a name comes after it."""
    assert kinds == list(families().paid_for(words))


@pytest.mark.parametrize(
    "own, fields",
    [
        ("儿童福利院", {"children"}),
        ("困境儿童照护", {"children"}),
        ("福利院", set()),
        ("儿童福利院和老年公寓", set()),
        ("儿童福利院和福利院", set()),
    ],
)
def test_what_is_said_of_other_people_is_theirs(own: str, fields: set[str]) -> None:
    """A home for children is of the children's field, whatever else is called so."""
    assert fields == families().fields(own, "")
