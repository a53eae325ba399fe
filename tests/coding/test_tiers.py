"""Sums are compared at one step of their scale: which step a sum is about."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.coding.book.codebook import Scope
from compare.coding.explain import why
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.matching import wordings
from compare.coding.scoping.tiers import mentioned, tier
from compare.model import Code, Comparator, Document, Kind, Statement
from compare.reading import read

CODEBOOK: Codebook = rules_alone()

SENTENCES = {
    "养老机构被评定为五级的奖励20万元，四级的奖励10万元，三级的奖励5万元。": [
        "rated_5",
        "rated_4",
        "rated_3",
    ],
    "养老机构等级评定达到三级、四级、五级的，分别一次性奖励6万元、12万元、20万元。": [
        "rated_3",
        "rated_4",
        "rated_5",
    ],
    "对获评五星级、四星级的养老机构，依次奖励30万元、20万元。": ["rated_5", "rated_4"],
    "养老机构建设补贴新建1万元/床，改建5000元。": ["premises_new_built", "premises_converted"],
    "对评定为三、四、五星级的养老机构，分别给予5万元、10万元、20万元奖励。": [
        "rated_3",
        "rated_4",
        "rated_5",
    ],
    "对初、中、高级养老护理员每月分别给予100元、200元、300元岗位津贴。": [
        "skill_beginner",
        "skill_intermediate",
        "skill_senior",
    ],
    "对轻、中和重度失能老年人每月分别发放100元、200元、300元护理补贴。": [
        "mildly_disabled_elderly",
        "moderately_disabled_elderly",
        "severely_disabled_elderly",
    ],
    "给予机构运营补贴：自理老年人每人每月100元，半失能老年人每人每月200元，失能老年人每人每月300元。": [
        "self_caring_elderly",
        "partly_disabled_elderly",
        "disabled_elderly",
    ],
    "收住不能自理老年人的机构，运营补贴每人每月300元。": ["general"],
    "收住完全失能老年人的养老机构，按每床每月400元标准给予运营补助。": ["severely_disabled_elderly"],
    "收住失能等级为重度的老年人，机构运营补助标准由每人每月300元提高到450元。": [
        "severely_disabled_elderly",
        "severely_disabled_elderly",
    ],
    "经评估为中度、重度失能的低保老年人，分别按每人每月200元、400元发放护理补贴。": [
        "moderately_disabled_elderly",
        "severely_disabled_elderly",
    ],
    "重度失能老年人护理补贴每人每月300元，经济困难老年人养老服务补贴每人每月80元。": [
        "severely_disabled_elderly",
        "hardship_elderly",
    ],
    "对百岁老人，每人每月发放长寿保健金600元。": ["age_100_up"],
    "高龄津贴：80周岁以上老年人每人每月50元，90至99周岁每人每月100元，100周岁及以上每人每月300元。": [
        "age_band_80_up",
        "age_90_99",
        "age_100_up",
    ],
    "养老护理员取得高级工、技师证书的，分别一次性奖励2000元、3000元。": ["skill_senior", "skill_technician"],
    "取得高级技师证书的养老护理员，一次性奖励5000元。": ["skill_senior_technician"],
    "入职养老机构的本科、大专、中职毕业生，分别给予入职奖励5万元、3万元、2万元。": [
        "education_degree",
        "education_college",
        "education_vocational",
    ],
    "租用房屋开办养老机构的，每张床位一次性补助3000元。": ["premises_leased"],
    "新建或者改建的养老机构，每张床位一次性补助3000元。": ["other"],
    "三级医院设置老年医学科的比例达到60%。": ["general"],
}


@pytest.mark.parametrize(("sentence", "scopes"), SENTENCES.items())
def test_a_sum_has_the_step_that_its_words_name(sentence: str, scopes: list[str]) -> None:
    """From its own words, the condition before it or its place in a list; where that leaves it open, none."""
    found = code("p", read(Document(sentence, "txt"), CODEBOOK.lexicon), CODEBOOK)
    assert scopes == [one.scope for one in found if one.statement.unit.startswith(("元", "%"))]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_explained_is_what_was_coded(sentence: str) -> None:
    """``explain`` names the very scope that the statement has."""
    reading = read(Document(sentence, "txt"), CODEBOOK.lexicon)
    coded = code("p", reading, CODEBOOK)
    explained = [
        phrase.facts["scope"]
        for at in range(len(coded))
        for phrase in why(at, reading, coded, CODEBOOK)
        if phrase.key in ("explain.scope", "explain.scope_by")
    ]
    assert [Code("scopes", one.scope) for one in coded] == explained


STEPS = tuple(
    Scope(code, "", "", wordings([re.compile(words)]), "", "", False, "", False)
    for code, words in (("three", "三级"), ("four", "四级"), ("five", "五级"), ("five_a", "五级甲等"))
)


@pytest.mark.parametrize(
    "words, expected",
    [
        ("三级、四级", ("three", "four")),
        ("四级、三级", ("four", "three")),
        ("三级、三级", ("three", "three")),
        ("五级甲等", ("five_a",)),
        ("五级甲等、五级", ("five_a", "five")),
        ("三级四级", ("three", "four")),
        ("六级", ()),
        ("", ()),
    ],
)
def test_steps_are_named_in_the_order_of_the_text(words: str, expected: tuple[str, ...]) -> None:
    """Of two at one place the longer, and nothing that it holds; each as often as it is named."""
    assert expected == mentioned(words, STEPS)


@pytest.mark.parametrize(
    "marked, fields, expected",
    [
        ("评为三级的,奖励[5万元]", {}, ("three",)),
        ("评为三级、四级的,奖励[5万元]", {}, ("three", "four")),
        ("评为三级、四级的,奖励[5万元]、8万元", {}, ("three",)),
        ("评为三级、四级的,奖励5万元、[8万元]", {}, ("four",)),
        ("评为三级、四级的,分别奖励[5万元]、8万元", {}, ("three",)),
        ("评为三级、四级的,分别奖励5万元、[8万元]", {}, ("four",)),
        ("评为三级、四级的,依次奖励5万元、[8万元]", {}, ("four",)),
        ("评为三级、四级、五级的,分别奖励[5万元]、8万元", {}, ("three", "four", "five")),
        ("评为三级、四级、五级的,分别奖励5万元、[8万元]", {}, ()),
        ("三级奖励5万元,四级奖励[8万元]", {}, ("four",)),
        ("三级奖励由5万元提高到[8万元]", {}, ("three",)),
        ("三级奖励5万元增加至[8万元]", {}, ("three",)),
        ("三级奖励5万元,另给[8万元]", {}, ()),
        ("评为三级的,奖励[5万元]", {"scope_text": "四级机构"}, ("four",)),
        ("评为三级的,奖励[5万元]", {"scope_text": "四级、五级机构"}, ("three",)),
        ("评为三级的,奖励[5万元]", {"subject": "五级机构"}, ("five",)),
        ("评为三级的,四级奖励[5万元]", {}, ("four",)),
        ("评为三级的;奖励[5万元]", {}, ()),
        ("奖励[5万元]", {}, ()),
    ],
)
def test_which_step_a_sum_is_about(marked: str, fields: dict[str, Any], expected: tuple[str, ...]) -> None:
    """That of its own words, else of the condition before it, behind the last sum; in a list of as many sums
    as steps the one at its place."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    statement = Statement(
        kind=Kind.PARAMETER, value_text=text[start:end], value_low=Decimal(5), value_high=Decimal(5),
        unit="元", comparator=Comparator.EQ, deadline="", period="", implied=False, start=start, end=end,
        value_start=start, value_end=end, passage=0, rule="hand",
        **{"subject": "", "scope_text": "", **fields},
    )  # fmt: skip
    assert expected == tier(Surroundings(text, statement, ()), STEPS)
