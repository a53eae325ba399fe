"""Topics of ``topics.yaml``: which one a value stands under, and which indicators it then may be."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import code
from compare.coding.book.document_topics import Topic, parse_topical, parse_topics
from compare.coding.book.errors import CodebookError
from compare.coding.explain import why
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.topics.over import is_named, passes, under
from compare.coding.normalized_reading import normalized
from compare.model import Code, Document, Reading
from compare.reading import read

BOOK = rules_alone()
MEALS = BOOK.topics["meals"]
LABEL = {"zh": "助餐", "en": "Meals"}
#: Long enough, and about care all through.
OF_CARE = "全市养老服务体系不断完善，养老机构服务质量稳步提升，老年人满意。\n" * 9


def reading_of(text: str) -> Reading:
    return read(Document(text, "txt"), BOOK.lexicon)


def topics(text: str) -> list[str]:
    """The topic of each statement of a text, "" where there is none."""
    written = normalized(reading_of(text), BOOK.short_names)
    contexts = [Surroundings(written.text, one, written.passages) for one in written.statements]
    found = [under(context, BOOK.topics, BOOK.heads) for context in contexts]
    return [one.topic.id if one else "" for one in found]


def codes(text: str) -> list[str]:
    return [one.indicator for one in code("plan", reading_of(text), BOOK)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("某市老年助餐服务管理办法\n一、目标\n覆盖率达到90%。", ["meals"]),
        ("某市工作方案\n一、老年助餐\n覆盖率达到90%。", ["meals"]),
        ("老年助餐：覆盖率达到90%。", ["meals"]),
        ("老年助餐如下：\n（1）覆盖率达到90%；\n（2）餐位30个。", ["meals", "meals"]),
        ("某市助餐办法\n一、家庭养老床位\n（一）任务\n完成300张。", ["family_beds"]),
        ("某市老年助餐和助浴服务办法\n一、目标\n覆盖率达到90%。", [""]),
        ("某市老年助餐服务和管理办法\n一、目标\n覆盖率达到90%。", ["meals"]),
        ("某市养老服务与老年助餐方案\n一、目标\n覆盖率达到90%。", ["elderly_care"]),
        ("某市助餐办法\n一、学生营养改善\n覆盖率达到90%。", [""]),
        ("某市方案\n一、目标\n覆盖率达到90%。", [""]),
        # a topic that counts only in texts of care, and the topic of such a text as a whole
        (f"{OF_CARE}一、重点项目\n总投资300万元。", ["projects"]),
        (f"{OF_CARE}一、今年\n总投资300万元。", ["elderly_care"]),
    ],
)  # fmt: skip
def test_the_nearest_words_that_name_a_topic_decide(text: str, found: list[str]) -> None:
    """Lead-in, list, heading, title; joined with another thing they name none, nor words of another field."""
    assert found == topics(text)


@pytest.mark.parametrize(
    "words, found",
    [
        ("老年助餐", True), ("老年助餐服务和管理办法", True), ("关于印发《老年助餐办法》的通知", True),
        ("助餐和助浴", False), ("助浴、助餐服务", False), ("养老服务设施", False),
        ("市民政局和市财政局关于开展老年助餐的通知", True),
    ],
)  # fmt: skip
def test_words_that_name_another_thing_too_name_no_topic(words: str, found: bool) -> None:
    """What is joined to a topic must be the topic again, or of form alone."""
    assert found is is_named(MEALS, words)


@pytest.mark.parametrize(
    "words, found",
    [
        ("补贴标准", True),
        ("工作要求", True),
        ("就餐补贴", True),
        ("各县（市、区）财政局", True),
        ("送餐车辆", False),
    ],
)
def test_headings_between_a_topic_and_a_sum_name_no_other_thing(words: str, found: bool) -> None:
    """Headings of form, of the topic, or to whom a document is sent."""
    assert found is passes(MEALS, words)


@pytest.mark.parametrize(
    "text, found",
    [
        ("某市老年助餐管理办法\n一、标准\n餐位不少于40个。", ["meal_site_capacity"]),
        ("某市老年助餐管理办法\n一、标准\n停车位不少于40个。", [""]),
        # of a sum all of the sentence must be free of other nouns
        ("某市老年助餐管理办法\n一、标准\n采购餐车的，补助3元。", [""]),
        # no value beyond what is plausible
        ("某市老年助餐管理办法\n一、标准\n餐位不少于40000个。", [""]),
        # an entry asks for more than another: it is the more specific
        ("某市老年助餐管理办法\n一、标准\n就餐区面积不少于60平方米。", ["dining_area"]),
        # parts of what was counted before a bracket are carried on
        (f"{OF_CARE}一、近期建设\n全区布置养老机构58处（新建15处）。", ["institutions_count"] * 2),
    ],
)
def test_a_topic_asks_for_its_own_words_and_no_others(text: str, found: list[str]) -> None:
    """Beside what an entry asks for nothing may stand that names another thing."""
    assert found == codes(text)


def test_a_column_is_coded_by_the_topic_of_its_table() -> None:
    """The head of the column says what is measured; the row is a place or project."""
    text = (
        "某市养老服务设施专项规划\n\n近期养老重点项目一览表\n\n"
        "| 项目名称 | 用地（亩） | 床位（张） | 投资（万元） |\n| --- | --- | --- | --- |\n"
        "| 区福利院二期 | 36 | 400 | 18600 |\n| 和平综合养老中心 | 12 | 60 | 2450 |\n"
    )
    found = [one.indicator for one in code("plan", read(Document(text, "md"), BOOK.lexicon), BOOK)]
    assert ["land_area", "beds_added", "elderly_care_funding"] * 2 == found


def test_an_area_may_have_none_of_what_a_topic_gives() -> None:
    """Zero is a value of a cell of areas; one that is not plausible is none of a topic alone."""
    text = (
        "某市养老服务设施专项规划\n\n近期养老重点项目一览表\n\n"
        "| 县区 | 用地（亩） | 床位（张） | 投资（万元） |\n| --- | --- | --- | --- |\n"
        "| 东陵区 | 36 | 0 | 18600 |\n| 石桥县 | 0 | 60000000 | 0 |\n"
    )
    found = [one.indicator for one in code("plan", read(Document(text, "md"), BOOK.lexicon), BOOK)]
    assert [
        "land_area",
        "beds_added",
        "elderly_care_funding",
        "land_area",
        "",
        "elderly_care_funding",
    ] == found


def test_explain_names_the_topic() -> None:
    """The reason of such a code is the topic, with the words that name it."""
    reading = reading_of("某市老年助餐管理办法\n一、标准\n餐位不少于40个。")
    said = [
        one for one in why(0, reading, code("plan", reading, BOOK), BOOK) if one.key == "explain.indicator"
    ]
    tier = said[0].facts["tier"]
    assert ("explain.tier_topic", Code("topics", "meals"), "某市老年助餐管理办法") == (
        tier.key, tier.facts["topic"], tier.facts["heading"],  # type: ignore[union-attr]
    )  # fmt: skip


def test_every_topic_is_used_or_wider_than_one_that_is() -> None:
    """A topic without an indicator, and of which no other is part, has no effect."""
    used = {topic.id for one in BOOK.indicators.values() for topic in one.topics}
    used |= {topic.part_of for topic in BOOK.topics.values()}
    assert set() == BOOK.topics.keys() - used


def test_no_pattern_of_a_topic_keeps_what_it_finds() -> None:
    """Brackets only group: the patterns are put together."""
    assert [] == [
        topic.id for topic in BOOK.topics.values() if topic.named.groups or re.compile(topic.words).groups
    ]


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"wrong": 1}, "topics.yaml: made: unknown key 'wrong'"),
        ({"label": {"zh": "助餐"}}, "topics.yaml: made: label needs zh and en"),
        ({"named": []}, "topics.yaml: made: named is no list of patterns"),
        ({"named": "助餐"}, "topics.yaml: made: named is no list of patterns"),
        ({"named": ["("]}, "topics.yaml: made: named: "),
        ({"words": ["("]}, "topics.yaml: made: words: "),
        ({"excludes": [1]}, "topics.yaml: made: excludes: "),
        ({"part_of": "none"}, "topics.yaml: made: part_of: there is no topic 'none'"),
        ({"of_care": "some"}, "topics.yaml: made: of_care is 'some'"),
    ],
)
def test_what_is_wrong_with_a_topic_is_told(changes: dict[str, Any], message: str) -> None:
    """One line with the place and what to do."""
    entry = {"id": "made", "label": LABEL, "named": ["助餐"], **changes}
    with pytest.raises(CodebookError, match=f"^{re.escape(message)}") as error:
        parse_topics([entry])
    assert 1 == len(str(error.value).splitlines())


def test_a_topic_stands_once() -> None:
    """Two of one id are a mistake."""
    entry = {"id": "made", "label": LABEL, "named": ["助餐"]}
    with pytest.raises(CodebookError, match=r"^topics\.yaml: made: this id is used twice"):
        parse_topics([entry, entry])


def test_an_indicator_may_only_have_topics_that_exist() -> None:
    """Each with its patterns."""
    topics = {"meals": Topic("meals", "助餐", "Meals", re.compile("助餐"))}
    assert ["餐位"] == [
        one.pattern for one in parse_topical({"meals": ["餐位"]}, topics, "x")[topics["meals"]]
    ]
    for wrong in ({"other": []}, ["meals"]):
        with pytest.raises(CodebookError, match=r"^x: topics: "):
            parse_topical(wrong, topics, "x")
