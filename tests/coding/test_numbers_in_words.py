"""What a value in words is coded as: the same as in figures."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.in_words import in_words, words

from compare.coding import Codebook, code
from compare.coding.normalized_reading import normalized
from compare.model import Reading

ReadText = Callable[..., Reading]

untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

SENTENCES = [
    "新建住宅区按照每百户不少于30平方米、单处建筑面积不少于300平方米的标准配建养老服务用房。",
    "人均用地不少于0.1平方米、建筑面积不少于750平方米。",
    "每名护理员照护失能老年人不超过12名。",
    "新增床位300张,补助资金50万元。",
    "对80周岁以上老年人,每月给予不低于100元的高龄津贴。",
    "福利彩票公益金用于养老服务的比例不低于65%。",
    "接到投诉后24小时内响应、15日内反馈。",
    "全县有养老机构12家,床位1500张,护理型床位占55%。",
    "养老服务设施覆盖95%的城市社区、65%的农村社区。",
    "收住老年人60人以上的机构,配备护士12名。",
    "全市60周岁以上老年人总数已达71万人。",
    "近年来,全市投入资金2亿元,改造敬老院30所。",
    "首次评为五星级的奖励20万元,四星级15万元,三星级11万元。",
    "培训院长1000名、护理员5000名。",
    "80至89周岁每人每月100元,90至99周岁200元,100周岁以上500元。",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_values_in_words_have_the_codes_of_figures(
    text: str, real_codebook: Codebook, read_text: ReadText
) -> None:
    """Indicator, scope and kind of every value hang on no way of writing its number."""
    assert text != in_words(text)
    expected, got = (
        [(one.indicator, one.scope, one.statement.kind) for one in code("p", read_text(said), real_codebook)]
        for said in (text, in_words(text))
    )
    assert expected == got


@pytest.mark.parametrize("text", SENTENCES)
def test_blanks_beside_numbers_change_no_code(
    text: str, real_codebook: Codebook, read_text: ReadText
) -> None:
    """60 周岁以上老年人 12 万人 is coded as 60周岁以上老年人12万人."""
    spread = re.sub("(?<=[一-龥])(?=[0-9])|(?<=[0-9])(?=[一-龥%])", " ", text)
    expected, got = (
        [(one.indicator, one.scope, one.statement.kind) for one in code("p", read_text(said), real_codebook)]
        for said in (text, spread)
    )
    assert expected == got


def test_what_is_coded_quotes_the_text_as_it_is_written(real_codebook: Codebook, read_text: ReadText) -> None:
    """No figure that only coding saw gets into a statement."""
    text = "对八十周岁以上老年人,每月发放高龄津贴一百元,由十二个街道经办。"
    reading = read_text(text)
    said = [one.statement for one in code("p", reading, real_codebook)]
    assert ["八十周岁", "一百元", "十二个"] == [one.value_text for one in said]
    assert [one.value_text for one in said] == [text[one.value_start : one.value_end] for one in said]
    assert [one.scope_text for one in reading.statements] == [one.scope_text for one in said]


@untimed
@given(st.lists(st.integers(11, 9999), min_size=1, max_size=5))
def test_every_place_moves_with_its_words(
    real_codebook: Codebook, read_text: ReadText, numbers: list[int]
) -> None:
    """In the reading in figures each statement and passage stands on the same words as before."""
    lines = [f"新增护理型床位{words(number)}张,共有机构{words(number)}家。" for number in numbers]
    reading = read_text("\n".join(lines))
    written = normalized(reading, real_codebook.short_names)
    text = written.text
    expected = [f"{number}{unit}" for number in numbers for unit in ("张", "家")]
    assert expected == [text[one.value_start : one.value_end] for one in written.statements]
    before = [one.subject in reading.document.text[one.start : one.end] for one in reading.statements]
    assert before == [one.subject in text[one.start : one.end] for one in written.statements]
    assert text.split("\n") == [text[one.start : one.end].strip() for one in written.passages]


def test_a_reading_without_such_numbers_stays_itself(real_codebook: Codebook, read_text: ReadText) -> None:
    """Nothing is copied where there is nothing to write in figures."""
    reading = read_text("第十二条新增床位300张,完善三年行动计划。")
    assert reading.statements is normalized(reading, real_codebook.short_names).statements
