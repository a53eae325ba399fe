"""A rate or a norm whose noun is said in the clause before has the code that both clauses name together."""

from __future__ import annotations

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()


def last_code(text: str) -> str:
    return code("p", read(Document(text, "txt"), CODEBOOK.lexicon), CODEBOOK)[-1].indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("新增养老服务设施用地30亩,按人均0.15平方米分区分级规划设置。", "land_per_capita"),
        ("全省老年人口1024万,占比22.3%。", "elderly_share"),
        ("养老机构均与医疗机构签约,签约率100%。", "institution_medical_coverage"),
    ],
)
def test_what_two_clauses_name_together_is_coded(text: str, indicator: str) -> None:
    """The noun stands in one clause, the rate of it in the next."""
    assert indicator == last_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "公办幼儿园生均拨款每年800元,普惠园覆盖率88%。",  # nothing of the sentence was coded before
        "新增养老床位300张。打造亮点5处;其余机构就近与医院签约,服务覆盖率达到100%。",
        "加强护理员培训,比例达到90%。",  # a share alone is one of what was counted
        "养老机构均与医疗机构签约。签约率100%。",  # another sentence
        "养老机构均与医疗机构签约,投诉办结率100%。",  # another rate
        "养老机构开展培训,学校签约率100%。",  # of another field
    ],
)
def test_what_they_do_not_name_stays_uncoded(text: str) -> None:
    """One clause alone, another sentence or another field says nothing of the measure."""
    assert "" == last_code(text)


@pytest.mark.parametrize(("length", "indicator"), [(30, "land_per_capita"), (31, "")])
def test_a_norm_is_joined_to_30_characters(length: int, indicator: str) -> None:
    """A longer clause says more than the noun of a norm."""
    clause = "科学规划配置养老服务设施用地"
    padding = "镇" * (length - len(clause))
    assert indicator == last_code(f"{padding}{clause},按人均0.15平方米分区分级规划设置。")


@pytest.mark.parametrize(("length", "indicator"), [(12, "land_per_capita"), (13, "")])
def test_own_words_are_no_longer_than_12_characters(length: int, indicator: str) -> None:
    """Longer words name their thing themselves."""
    assert indicator == last_code(f"配置养老服务设施用地,{'镇' * (length - 2)}人均0.15平方米规划设置。")


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("机构养老床位4860张,护理型占61%。", ["beds_total", "nursing_bed_share"]),
        ("新增机构床位600张,其中护理型不少于400张。", ["beds_added", "nursing_beds_added"]),
        ("养老床位4860张,其中护理型2600张。", ["beds_total", "nursing_beds_total"]),
        ("医院床位3200张,其中护理型200张。", ["", ""]),
        ("养老床位4860张。其中护理型占61%。", ["beds_total", ""]),
    ],
)
def test_a_sort_of_beds_is_of_the_beds_before_it(text: str, indicators: list[str]) -> None:
    """护理型 alone means beds where beds of ours were counted in the sentence."""
    coded = code("p", read(Document(text, "txt"), CODEBOOK.lexicon), CODEBOOK)
    assert indicators == [one.indicator for one in coded]
