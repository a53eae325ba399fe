"""Clauses that stand on their own read the same one behind the other as one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.cases import load

from compare.model import Document, Statement
from compare.reading import Lexicon, read

untimed = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])

ReadText = Callable[[str], tuple[Statement, ...]]

#: What makes a clause reach beyond itself: dates and periods that govern what follows, words that
#: distribute, and values that stand without a subject of their own.
_REACHES = re.compile(
    r"[，。；：、,;:\n（）【】“”《》|]|(?:19|20)[0-9]{2}|十[二三四五]五|二〇|年|月|季|周|每|均|分别|其中|共|[一二三]是|第"
    r"|中长期|远期|长远|规划期"
)
#: A clause that begins with a limit or a share of a whole has no noun, and two limits are a range (不低于15%,
#: 不足两成).
_SUBJECT = re.compile(r"(?!不|超过|至少|达到|占)[\u4e00-\u9fff]{4,}|[0-9]+%(?:以上|左右)?的")


@pytest.fixture(scope="module")
def read_text(lexicon: Lexicon) -> ReadText:
    return lambda text: read(Document(text, "txt"), lexicon).statements


def _alone() -> list[str]:
    """Clauses of the case table that name their subject and reach no further than themselves."""
    texts = {case.text for case in load() if case.quote_value and case.text.endswith("。")}
    clauses = {text.removesuffix("。") for text in texts}
    return sorted(clause for clause in clauses if _SUBJECT.match(clause) and not _REACHES.search(clause))


def meanings(statements: Sequence[Statement]) -> list[tuple[object, ...]]:
    return [
        (s.value_text, s.value_low, s.value_high, s.unit, str(s.comparator), s.period, s.implied)
        for s in statements
    ]


CLAUSES = _alone()
chosen = st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=4)
#: 1.30% is one number: a list number is seen before words only.
NAMED = [clause for clause in CLAUSES if not clause[0].isdigit()]
LEADS = ("到2025年，", "2024年6月底前，", "“十四五”期间，", "至2030年底，")
MARKS = ("{}.", "{}．", "{}、", "（{}）", "({})", "- ", "* ", "● ", "\u3000\u3000")


def test_there_are_clauses_to_compose() -> None:
    """The test below would hold of nothing if the case table lost its plain clauses."""
    assert 100 < len(CLAUSES)


@untimed
@given(clauses=chosen, comma=st.sampled_from("，；,;"))
def test_a_sentence_reads_as_its_clauses(clauses: list[str], comma: str, read_text: ReadText) -> None:
    """No value, unit, comparator or period leaks from one clause into the next."""
    alone = [meaning for clause in clauses for meaning in meanings(read_text(f"{clause}。"))]
    assert alone == meanings(read_text(comma.join(clauses) + "。"))


@untimed
@given(clauses=st.lists(st.sampled_from(NAMED), min_size=2, max_size=4))
def test_a_clause_keeps_the_nouns_it_names(clauses: list[str], read_text: ReadText) -> None:
    """What is measured and what restricts it are its own where a clause says so (全市…, 县级…).

    A clause without a noun (达到或超过90%) may take the one before it, and so may one without a restriction
    (县级供养机构床位不少于80张，护理型床位占比不少于55%).
    """
    alone = [s for clause in clauses for s in read_text(f"{clause}。")]
    together = read_text("，".join(clauses) + "。")
    named = [(a.subject, t.subject) for a, t in zip(alone, together, strict=True) if a.subject]
    restricted = [(a.scope_text, t.scope_text) for a, t in zip(alone, together, strict=True) if a.scope_text]
    assert [] == [pair for pair in (*named, *restricted) if pair[0] != pair[1]]


@untimed
@given(clauses=chosen, stop=st.sampled_from(("。", "。\n", "\n", "。\n\n")))
def test_a_paragraph_reads_as_its_sentences(clauses: list[str], stop: str, read_text: ReadText) -> None:
    """The same over full stops and line ends."""
    alone = [meaning for clause in clauses for meaning in meanings(read_text(f"{clause}。"))]
    assert alone == meanings(read_text(stop.join(clauses) + stop))


@untimed
@given(clauses=chosen, lead=st.sampled_from(LEADS))
def test_a_lead_in_gives_its_deadline_to_every_clause(
    clauses: list[str], lead: str, read_text: ReadText
) -> None:
    """It governs up to the full stop and changes nothing but the deadline of what is promised."""
    plain = read_text("，".join(clauses) + "。")
    led = read_text(lead + "，".join(clauses) + "。")
    assert meanings(plain) == meanings(led)
    (deadline,) = {s.deadline for s in read_text(f"{lead}新增养老床位500张。")}
    # A norm with a date is a target, so only what is a parameter either way stays without.
    assert {"", deadline} >= {s.deadline for s in led}
    assert [] == [s.value_text for s in led if s.kind == "target" and s.deadline != deadline]


@untimed
@given(clause=st.sampled_from(NAMED), number=st.integers(1, 20))
def test_a_list_number_changes_nothing(clause: str, number: int, read_text: ReadText) -> None:
    """1.…, （1）…, 1、… and Markdown bullets in front leave a clause as it is."""
    alone = meanings(read_text(f"{clause}。"))
    for mark in MARKS:
        assert alone == meanings(read_text(f"{mark.format(number)}{clause}。"))
