"""A sentence is read the same behind the mark that numbers it, under a heading, and behind sentences that are
not about it; and a bound the same in words and as a sign."""

from __future__ import annotations

import re

import pytest
from tests.support.cases import load
from tests.support.rewritings import drawn

from compare.model import Document, Statement
from compare.reading import Lexicon, read

# What is no sentence of a text, and what opens a section of its own.
_OWN = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是]|[0-9]{1,2}(?:[.．、:)]| [一-龥])|[（(①-⑳●第【\[]"
    r"|.*(?:浏览|点击|阅读)[次量]|.*<br>"
    r"|.*[。 ][一二三四五六七八九十]{1,2}、"
    r"|[一-龥]+(?:资金|经费|补[贴助])[0-9一二三四五六七八九十百千万亿.]+元?。?$|.*主要目标|.*工作目标|.*目标任务|.*更加有力。|.*日趋完善。|.*明显成效。|.*持续增加。|.*全面完成。|过去五年|这[一五]年|一年来|去年"
)
TEXTS = [
    text
    for text in dict.fromkeys(case.text for case in load())
    if not _OWN.match(text) and not {"\n", "|", "\\"} & {*text}
]
_BOUNDS = re.compile(r"(?<=[一-龥])(?:不少于|不低于)(?=[0-9])")
_AHEAD = (
    "(一)",
    "1. ",
    "①",
    "一是",
    "第十五条 ",
    "一、加强养老服务设施建设\n",
    "(一)加强养老服务设施建设。",
    "到2029年,养老服务体系更加健全。",
    "我国已进入老龄化社会。",
)


def fields(statement: Statement) -> tuple[object, ...]:
    one = statement
    measured = (one.value_low, one.value_high, one.unit, one.comparator, one.kind, one.deadline, one.period)
    return (*measured, one.subject, one.scope_text)


@pytest.mark.parametrize("ahead", _AHEAD)
def test_what_stands_before_a_sentence_changes_nothing_in_it(ahead: str, lexicon: Lexicon) -> None:
    """Value, unit, comparator, kind, deadline, subject and scope are the sentence's own."""
    expected, got = {}, {}
    for text in TEXTS[_AHEAD.index(ahead) :: len(_AHEAD)]:
        alone = [fields(one) for one in read(Document(text, "txt"), lexicon).statements]
        behind = [fields(one) for one in read(Document(ahead + text, "txt"), lexicon).statements]
        if alone != behind:
            expected[text], got[text] = alone, behind
    assert expected == got


SAID = drawn((text for text in TEXTS if text.endswith("。") and not {"“", "（"} & {*text}), len(TEXTS) // 20)


@pytest.mark.parametrize("text", SAID)
def test_what_somebody_says_is_read_as_what_is_written(text: str, lexicon: Lexicon) -> None:
    """“新建床位300张。” in quotation marks is the same sentence."""
    written = [fields(one) for one in read(Document(text, "txt"), lexicon).statements]
    assert written == [fields(one) for one in read(Document(f"“{text}”", "txt"), lexicon).statements]


@pytest.mark.parametrize("text", [text for text in TEXTS if _BOUNDS.search(text)][::3])
def test_a_sign_binds_as_the_words_do(text: str, lexicon: Lexicon) -> None:
    """净宽≥1.8米 is read as 净宽不低于1.8米."""
    said = [fields(one) for one in read(Document(_BOUNDS.sub("不低于", text), "txt"), lexicon).statements]
    assert said == [fields(one) for one in read(Document(_BOUNDS.sub("≥", text), "txt"), lexicon).statements]


@pytest.mark.parametrize(
    ("date", "same"),
    [("到2027年", "2027年底前"), ("到2027年", "到2027年底"), ("到2030年", "到“十五五”末")],
)
def test_a_deadline_is_one_in_any_wording(date: str, same: str, lexicon: Lexicon) -> None:
    """A year until when governs a rate of persons and a sum as it does however it is written."""
    for said in ("每千名老年人拥有社工不少于2名", "将补贴标准提高到每人每月60元", "新增床位300张"):
        one = [fields(s) for s in read(Document(f"{date},{said}。", "txt"), lexicon).statements]
        other = [fields(s) for s in read(Document(f"{same},{said}。", "txt"), lexicon).statements]
        assert one == other
