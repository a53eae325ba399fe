"""Rules for what of its clause is a statement's own: each wins for its example, not for what is near it."""

from __future__ import annotations

import pytest

from compare.coding import Codebook
from compare.coding.indicators.context.own.clause_stretch import STRETCH_RULES, Stretch
from compare.coding.indicators.context.own.statement_words import OwnWords
from compare.coding.normalized_reading import normalized
from compare.model import Document
from compare.reading import read
from compare.reading.rules import Rule

RULES = [pytest.param(rule, id=rule.name) for rule in STRETCH_RULES]


def stretch_of(sentence: str, codebook: Codebook) -> tuple[str, str]:
    """The stretch of the statement whose value is marked «so», and its rule."""
    start = sentence.index("«")
    document = Document(sentence.replace("«", "").replace("»", ""), "txt")
    written = normalized(read(document, codebook.lexicon), codebook.short_names)
    made = [s for s in written.statements if s.value_start == start]
    assert made, "the example has a statement where it is marked"
    return OwnWords(written.text, made[0], written.passages).stretch_by_rule()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_wins_for_its_example(rule: Rule[Stretch, str], codebook: Codebook) -> None:
    """No rule before it takes the statement."""
    assert rule.name == stretch_of(rule.example, codebook)[1]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_leaves_the_sentence_near_it(rule: Rule[Stretch, str], codebook: Codebook) -> None:
    """What looks like the example and is not falls to another rule."""
    assert rule.name != stretch_of(rule.near, codebook)[1]


@pytest.mark.parametrize(
    "sentence, words",
    [
        ("城市社区、农村社区养老服务设施覆盖率分别达到«100%»、60%。", "城市社区养老服务设施覆盖率"),
        ("老年人签约率、健康管理率分别达到«80%»、75%。", "老年人签约率"),
        ("建成全市«30个»养老项目中面积最大的示范中心。", "建成全市30个养老项目"),
        ("全县«14个»乡镇建起区域性养老服务中心9个。", "全县14个乡镇"),
        ("为«87个»小区补建养老服务设施。", "为87个小区"),
        ("责任险参保率、消防验收合格率均达到«100%»。", "责任险参保率"),
        ("全县有失能老人«2.9万人»、部分失能老人1.4万人。", "全县有失能老人2.9万人"),
        ("培训院长«50人次»已全部完成和217名护理员上岗。", "培训院长50人次已全部完成"),
        ("新增«83家»日间服务中心和助餐场所。", "新增83家日间服务中心和助餐场所"),
        ("城市社区养老服务设施覆盖率达到«100%»。", "城市社区养老服务设施覆盖率达到100%"),
        ("老年人签约率达到«80%»。", "老年人签约率达到80%"),
        ("建成全市«30个»养老项目。", "建成全市30个养老项目"),
        ("全县«14个»乡镇建起区域性养老服务中心。", "全县14个乡镇建起区域性养老服务中心"),
        ("为«87个»村补建养老服务设施。", "为87个村补建养老服务设施"),
        ("责任险参保率达到«100%»。", "责任险参保率达到100%"),
        ("新增日间服务中心«83家»助餐场所和食堂217个。", "新增日间服务中心83家助餐场所"),
        ("培训院长«50人次»和217名护理员。", "培训院长50人次"),
        ("新增«83家»日间服务中心和217个助餐场所。", "新增83家日间服务中心"),
        ("对«87个»未达标小区补建养老服务设施，2025年完成30个。", "对87个未达标小区"),
        ("新增助餐场所217个、日间服务中心«83家»。", "日间服务中心83家"),
        ("新增助餐场所217个和«83家»日间服务中心。", "83家日间服务中心"),
        ("分别给予1.2万元、«6000元»补助。", "分别给予1.2万元、6000元补助"),
        ("建成16个区域中心和«120个»村级站点。", "120个村级站点"),
        ("新增床位«260张»,全部按护理型标准配置。", "新增床位260张全部按护理型"),
        ("新增床位«260张»,配置护理型床位100张。", "新增床位260张"),
        ("在12个街道建成区域养老服务中心«12个»。", "建成区域养老服务中心12个"),
        ("依托«2所»职业院校建立实训基地3个。", "依托2所职业院校"),
        ("利用闲置校舍«12所»改建农村幸福院。", "利用闲置校舍12所"),
        ("建成社会福利中心等«12个»重点项目。", "12个重点项目"),
        ("为«1200位»高龄、失能老年人发放补贴36万元。", "为1200位高龄、失能老年人发放补贴36万元"),
        ("«14个»敬老院中有9个转型为区域中心。", "14个敬老院"),
        (
            "区域养老服务中心和村级养老服务设施覆盖率分别达到«90%»和60%。",
            "区域养老服务中心和村级养老服务设施覆盖率分别达到90%",
        ),
        ("60%以上的社区和«40%»以上的行政村有站点。", "40%以上的行政村有站点"),
        ("全市有养老机构120家、养老床位«1.2万张»、护理员3000名。", "养老床位1.2万张"),
    ],
)
def test_a_stretch_holds_what_is_said_of_the_value_alone(
    sentence: str, words: str, codebook: Codebook
) -> None:
    """From behind the number before it, or the places it is made in, to the joint before the next noun."""
    assert words == stretch_of(sentence, codebook)[0]
