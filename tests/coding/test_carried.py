"""A count or a sum without a noun of its own goes on from the statement before it."""

from __future__ import annotations

import pytest
from tests.support.rule_names import named_rule
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.coding.book.codebook import OTHER
from compare.coding.carrying.rules import CARRY_RULES, OVER_RULES
from compare.coding.explain import why
from compare.model import Coded, Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()


def coded(text: str) -> tuple[Coded, ...]:
    return code("p", read(Document(text, "txt"), CODEBOOK.lexicon), CODEBOOK)


def indicators(text: str) -> list[str]:
    return [one.indicator for one in coded(text)]


@pytest.mark.parametrize("lead", [",其中", ",分别为", "(其中", ":"])
def test_the_places_of_a_list_share_the_noun_of_the_whole(lead: str) -> None:
    """新增老年食堂15个,其中城东街道3个、城西街道5个: canteens, all three."""
    found = indicators(f"新增老年食堂15个{lead}城东街道3个、城西街道5个。")
    assert ["meal_sites"] * 3 == found


def test_a_part_that_the_next_sentence_opens_with_is_one_too() -> None:
    """其中 points back over a full stop, and the part keeps its own scope."""
    whole, part = coded("新增老年食堂15个。其中城东街道3个。")
    assert [("meal_sites", "general"), ("meal_sites", OTHER)] == [
        (one.indicator, one.scope) for one in (whole, part)
    ]


def test_a_part_is_never_taken_for_the_whole() -> None:
    """The places of a list have a scope of their own, so that no part stands for the area."""
    whole, *parts = coded("新增老年食堂15个,其中城东街道3个、城西街道5个。")
    assert "general" == whole.scope
    assert [OTHER, OTHER] == [part.scope for part in parts]


def test_kinds_of_house_are_told_apart() -> None:
    """Private homes have an indicator of their own; the other kinds are parts of all homes."""
    whole, public, private, run_by_others = coded("养老机构63家,其中公办29家、民办20家、公建民营14家。")
    assert "general" == whole.scope
    assert ["institutions_count", "private_institutions", "institutions_count"] == [
        part.indicator for part in (public, private, run_by_others)
    ]
    assert [OTHER, "general", OTHER] == [part.scope for part in (public, private, run_by_others)]


def test_beds_of_named_homes_are_beds_of_the_same_kind() -> None:
    """分别为市福利院30张: whichever house, the beds are those of the whole."""
    assert ["dementia_care_beds"] * 3 == indicators(
        "新建认知障碍照护床位80张,分别为市福利院30张、康宁护理院50张。"
    )


@pytest.mark.parametrize(
    "text",
    [
        "建成社区养老服务站50个,其中卫生院2个附设康复室。",
        "新增老年食堂15个。城东街道3个。",
        "新增老年食堂15个,其中城东街道3处。",
        "新增老年食堂15个,城东街道3个社区有卫生室。",
    ],
)
def test_what_is_no_part_of_the_count_goes_without(text: str) -> None:
    """Another noun, another sentence, another unit, or no list at all."""
    assert "" == indicators(text)[-1]


def test_those_of_which_something_is_said_are_a_part_of_the_whole() -> None:
    """其中实现社会化运营的96个 are day-care centres as well, past a rate of them, and never all of them."""
    whole, _, part = coded("建成日间照料中心118个,建成率93.7%,其中实现社会化运营的96个。")
    assert [("daycare_centres", "general"), ("daycare_centres", OTHER)] == [
        (one.indicator, one.scope) for one in (whole, part)
    ]


def test_another_thing_is_no_part() -> None:
    """其中经批准的幼儿园6个 names its own thing."""
    assert "daycare_centres" != indicators("建成日间照料中心118个,其中经批准的6个幼儿园。")[-1]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("计划年内新建区域敬老院,预计不少于6家。", "regional_centres"),
        ("支持社会力量新建民办养老机构,力争达到12家以上。", "private_institutions"),
        ("探索建设家庭养老床位,力争达到900张以上。", "family_care_beds"),
        ("支持社会力量新建幼儿园,力争达到12所以上。", ""),
    ],
)
def test_a_number_in_the_next_clause_is_of_the_noun_in_full(text: str, indicator: str) -> None:
    """What excludes the general code stands in the clause of the noun, not in that of the number."""
    assert [indicator] == indicators(text)


def test_houses_of_one_list_get_the_same_sort_of_sum() -> None:
    """Each house has its own counting word: 每县补助100万元;村级养老服务点每个补助5万元."""
    text = "扶持县级养老服务指导中心建设,每县补助100万元;村级养老服务点每个补助5万元。"
    assert ["facility_construction_grant"] * 2 == indicators(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在12个街道建成区域养老服务中心12个。", ["", "regional_centres"]),
        ("在全县16个乡镇新增22家日间照料中心。", ["townships_count", "daycare_centres"]),
        ("14个敬老院中有9个转型为区域性养老服务中心。", ["institutions_count", "regional_centres"]),
        ("依托2所职业院校建立养老实训基地。", [""]),
        ("推动8所乡镇敬老院转型为区域养老服务中心。", ["regional_centres"]),
    ],
)
def test_what_is_counted_is_not_what_is_made_there(text: str, expected: list[str]) -> None:
    """Places, homes and means keep their own number where what is made there has one too."""
    assert expected == indicators(text)


def test_the_next_number_of_a_list_lends_no_words() -> None:
    """失能 belongs to 1.4万人: those over 80 before it are older people."""
    text = "60岁以上老人19.2万人,其中80岁以上高龄老人2.9万人、失能和部分失能老人约1.4万人。"
    assert ["elderly_population"] * 2 + ["disabled_elderly_population"] == indicators(text)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("老年食堂方面,全市现有36家。", "meal_sites"),
        ("老年食堂网络不断完善,数量增至36家。", "meal_sites"),
        ("护理员持证率稳步提升,目前已达60%。", "certification_rate"),
        ("护理型床位占比从去年的50%上升为60%。", "nursing_bed_share"),
        ("学校食堂方面,全市现有36家。", ""),
        ("护理员持证率稳步提升,比去年提高6%。", ""),
    ],
)
def test_words_that_name_nothing_leave_the_noun_to_the_clause_before(text: str, indicator: str) -> None:
    """全市现有36家 and 数量增至36家 say how much there is of what was named."""
    assert indicator == indicators(text)[-1]


def test_the_share_of_some_among_others_is_no_rate_of_the_clause_before() -> None:
    """入住老人中失能老人占64% is no occupancy."""
    found = indicators("养老机构入住率达58%,入住老人中失能失智老人占64%。")
    assert ["bed_occupancy_rate", ""] == found


def rule_of(sentence: str) -> str:
    """The rule by which the statement whose value is marked «so» is carried on, "" if it is not."""
    start = sentence.index("«")
    reading = read(Document(sentence.replace("«", "").replace("»", ""), "txt"), CODEBOOK.lexicon)
    (at,) = (i for i, one in enumerate(reading.statements) if one.value_start == start)
    for phrase in why(at, reading, code("p", reading, CODEBOOK), CODEBOOK):
        if phrase.key == "explain.carried_on":
            return named_rule(phrase.facts["rule"])
    return ""


@pytest.mark.parametrize(
    "rule, example, near",
    [pytest.param(rule.name, rule.example, rule.near, id=rule.name) for rule in (*OVER_RULES, *CARRY_RULES)],
)
def test_a_rule_carries_on_in_its_example(rule: str, example: str, near: str) -> None:
    """No rule before it does, `explain` tells it, and what looks like the example and is not falls to another
    or to none."""
    assert (rule, True) == (rule_of(example), rule_of(near) != rule)
