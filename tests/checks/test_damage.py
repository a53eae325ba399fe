"""Text that is not as it was written is pointed at; what is merely rare is left alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks.damage import damaged_text, injected_text
from compare.coding import Codebook, code
from compare.model import Document, Furniture
from compare.reading import read
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message


@pytest.fixture
def plan(make: SimpleNamespace, codebook: Codebook) -> Any:
    """A plan with this text, read and coded."""

    def of(text: str) -> Any:
        reading = read(Document(text, "txt"), codebook.lexicon)
        result = make.result(text)
        return make.changed(result, reading=reading, coded=code("p-2020", reading, codebook))

    return of


@pytest.mark.parametrize(
    "value, said",
    [
        (
            "80州岁",
            "80州岁 was read as years of age [岁]; 州 has no place in it; hold it against another copy",
        ),
        (
            "８０洲岁",
            "８０洲岁 was read as years of age [岁]; 洲 has no place in it; hold it against another copy",
        ),
    ],
)
def test_a_scar_inside_a_unit_is_found(
    plan: Any, codebook: Codebook, labels: Labels, value: str, said: str
) -> None:
    """Where 周 was replaced in the whole document; the age is read all the same."""
    result = plan(f"优先为{value}以上老年人提供上门服务。")
    (finding,) = damaged_text(result, codebook)
    (coded,) = result.coded
    assert (said, value, (coded.statement_id,), 80) == (
        message(finding.message, labels, "en"),
        result.text[finding.start : finding.end],
        finding.statement_ids,
        coded.statement.value_low,
    )


@pytest.mark.parametrize(
    "text",
    [
        "优先为80周岁以上老年人提供上门服务。",
        "优先为80 周 岁以上老年人提供上门服务。",
        "新增养老床位1000余张,护理型床位占比达到百分之五十五。",
        "建成10多个站点,培训8.6万人次,每千名老年人配备1名社会工作者。",
        "每百户20平方米,人均用地0.1平方米,补贴200元/人·月,实现全覆盖,减半收取。",
        "设置1—2家中心,建设一所示范性机构,面积三百平方米以上。",
    ],
)
def test_sound_values_are_left_alone(plan: Any, codebook: Codebook, text: str) -> None:
    """Blanks, words for more, bases, Chinese numerals and values without a numeral are no damage."""
    result = plan(text)
    assert result.coded
    assert [] == list(damaged_text(result, codebook))


@pytest.mark.parametrize("lost", ["\ufffd", "\ufffd\ufffd", "\ue5d2", "锟斤拷锟斤拷", "烫烫烫烫", "\x02"])
def test_lost_characters_are_found_once_a_line(plan: Any, codebook: Codebook, lost: str) -> None:
    """What stood there cannot be known; a line full of them needs one look."""
    result = plan(f"养老{lost}服务{lost}\n完好的一行\n又{lost}一行")
    assert [lost, lost] == [result.text[one.start : one.end] for one in damaged_text(result, codebook)]


def test_injected_spam_is_found_once_for_each_wording(plan: Any, codebook: Codebook, labels: Labels) -> None:
    """At its first place, with how often it stands in the text."""
    result = plan("足球比分直播\n养老服务实施方案\n足球比分直播:加强养老服务。葡京优惠。\n")
    football, casino = injected_text(result, codebook)
    assert "足球比分直播 is no part of the plan (2 times); hold the text against another copy" == message(
        football.message, labels, "en"
    )
    assert (0, 6) == (football.start, football.end)
    assert "葡京 is no part of the plan (once); hold the text against another copy" == message(
        casino.message, labels, "en"
    )
    assert [] == list(injected_text(plan("组织老年人观看足球比赛直播。"), codebook))


def test_lost_characters_of_each_line_are_told_apart(plan: Any, codebook: Codebook) -> None:
    """The first line has no line end before it, and an empty line none of its own."""
    result = plan("甲\ufffd乙\ufffd\n\ufffd\n\n丙\ufffd")
    assert [1, 5, 9] == [one.start for one in damaged_text(result, codebook)]
    far = plan("甲" * 300 + "\n\ufffd乙\ufffd")
    assert [301] == [one.start for one in damaged_text(far, codebook)]


def test_spam_that_goes_on_with_a_colon_is_one_wording(
    plan: Any, make: SimpleNamespace, codebook: Codebook
) -> None:
    """The mark behind it belongs to the text; furniture of another kind is no spam."""
    text = "网址：加强\n网址:加强\n网址加强"
    spans = (
        Furniture(0, 3, "injected spam"),
        Furniture(6, 9, "injected spam"),
        Furniture(12, 14, "page number"),
    )
    (finding,) = injected_text(make.result(text, furniture=spans), codebook)
    assert ({"words": "网址", "times": "2"}, 0, 3) == (
        dict(finding.message.facts),
        finding.start,
        finding.end,
    )


@pytest.mark.parametrize(
    "value, scar",
    [
        ("80州岁", "州"),
        ("80岁", ""),
        ("80州", ""),
        ("80a岁", ""),
        ("80州州岁", ""),
        ("60至80州岁", "州"),
        ("60岁至80州岁", "州"),
        ("全覆盖", ""),
    ],
)
def test_a_scar_is_one_han_character_between_number_and_unit(
    make: SimpleNamespace, codebook: Codebook, value: str, scar: str
) -> None:
    """Behind the last number; two characters, a letter or the end of the value are none."""
    result = make.result(value, make.fact(value, value, 80, unit="岁"))
    assert [scar] * bool(scar) == [one.message.facts["character"] for one in damaged_text(result, codebook)]
