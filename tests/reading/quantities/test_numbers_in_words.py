"""三百张 is read as 300张 is: regulations write their numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.cases import load
from tests.support.in_words import in_words, words

from compare.model import Document, Statement
from compare.reading import Lexicon, read
from compare.reading.page.clauses import clauses_of
from compare.reading.page.view import text_view
from compare.reading.quantities.figures import figures, in_figures, rewritten

untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

TEXTS = [text for text in dict.fromkeys(case.text for case in load()) if in_words(text) != text]


def fields(statement: Statement) -> tuple[object, ...]:
    one = statement
    measured = (one.value_low, one.value_high, one.unit, one.comparator, one.kind, one.deadline, one.period)
    return (*measured, in_words(one.subject), in_words(one.scope_text))


@pytest.mark.parametrize("text", TEXTS)
def test_numbers_in_words_are_read_as_those_in_figures(text: str, lexicon: Lexicon) -> None:
    """Value, unit, base, comparator, kind, deadline, subject and scope hang on no way of writing a number."""
    expected = [fields(one) for one in read(Document(text, "txt"), lexicon).statements]
    assert expected == [fields(one) for one in read(Document(in_words(text), "txt"), lexicon).statements]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("三百平方米", "300平方米"),
        ("十二所", "12所"),
        ("一千零五十户", "1050户"),
        ("二百三十万元", "230万元"),
        ("十万元", "10万元"),
        ("一亿二千万元", "120000000元"),
        ("三万五千户", "35000户"),
        ("零点二平方米", "0.2平方米"),
        ("十二点五万平方米", "12.5万平方米"),
        ("百分之六十五", "65%"),
        ("百分之六十二点五", "62.5%"),
        ("千分之三", "3‰"),
        ("六成五", "65%"),
        ("八成以上", "80%以上"),
        ("三成员单位", "三成员单位"),
        ("百分之二十至三十", "20%至30%"),
        ("五千元以上一万元以下", "5000元以上1万元以下"),
        ("两百户或者八百人", "200户或者800人"),
        # no single number, or one that words alone write
        ("两三所", "两三所"),
        ("上百家", "上百家"),
        ("数千万元", "数千万元"),
        ("三分之一", "三分之一"),
        ("八成新", "八成新"),
        ("七点五折", "七点五折"),
        ("半年", "半年"),
    ],
)
def test_a_number_in_figures(said: str, written: str) -> None:
    """What is one number is written in figures, with 万 and 亿 at its end; everything else stays as it is."""
    view = rewritten(text_view(said), [*figures(said, 0, len(said))])
    assert written == view.text


@pytest.mark.parametrize(
    "text",
    [
        "第十五条 本条例自二〇二四年一月一日起施行。",
        "(十二)加强监管。",
        "十一、保障措施",
        "实施养老服务三年行动计划,落实三项制度。",
        "坚持“成熟一个、推出一个”,抓好两个方面。",
        "《养老机构十二条规定》印发。",
        "每千名老年人床位达到40张。",
        "投入资金两万三",
        "每培训一名护理员补贴800元。",
    ],
)
def test_what_does_not_count_stays_in_words(text: str, lexicon: Lexicon) -> None:
    """Ordinals, dates, names, figures of speech, powers as bases and sums without 元 stay as written."""
    view = text_view(text)
    assert view is in_figures(view, clauses_of(view.text), lexicon)


def test_a_comma_before_a_number_in_words_groups_no_digits(lexicon: Lexicon) -> None:
    """20,三百名 is no 20,300."""
    made = read(Document("现有助餐点20,三百名老年人就餐。", "txt"), lexicon).statements
    assert [("三百名", 300)] == [(one.value_text, one.value_low) for one in made if one.unit == "名"]


@untimed
@given(st.lists(st.integers(11, 9999), min_size=1, max_size=4))
def test_places_lead_back_to_the_words(lexicon: Lexicon, numbers: list[int]) -> None:
    """The figures of a view stand where its words stood: every value is cut from the text as written."""
    said = [f"{words(number)}张" for number in numbers]
    text = ",".join(f"新增床位{one}" for one in said) + "。"
    made = read(Document(text, "txt"), lexicon).statements
    assert list(zip(said, numbers, strict=True)) == [(one.value_text, one.value_low) for one in made]
    assert said == [text[one.value_start : one.value_end] for one in made]
