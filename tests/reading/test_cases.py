"""The grammar, case by case: every row of ``tests/cases/*.csv`` (see ``tests/support/cases.py``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

import pytest
from tests.support.cases import Case, load, number

from compare.model import Document, Reading, Statement
from compare.reading import Lexicon, read

Read = Callable[[str], Reading]


def read_fields(statement: Statement) -> dict[str, str]:
    """A statement as the table writes it."""
    low, high = statement.value_low, statement.value_high
    return {
        "value_low": "" if low is None else number(str(low)),
        "value_high": "" if high is None else number(str(high)),
        "unit": statement.unit,
        "comparator": str(statement.comparator),
        "deadline": statement.deadline,
        "period": statement.period,
        "kind": str(statement.kind),
        "subject": statement.subject,
        "scope": statement.scope_text,
        "implied": str(int(statement.implied)),
    }


@pytest.fixture(scope="module")
def reading(lexicon: Lexicon) -> Read:
    """What a text says; each text is read once, however many rows it has."""
    return cache(lambda text: read(Document(text, "txt"), lexicon))


ROWS = load()
STATED = tuple(case for case in ROWS if case.quote_value)
TEXTS: dict[str, list[Case]] = {}
for _case in ROWS:
    TEXTS.setdefault(_case.text, []).append(_case)


def spans(cases: Sequence[Case]) -> list[tuple[int, int, str]]:
    return sorted((case.start, case.end, case.quote_value) for case in cases if case.quote_value)


def test_the_case_table_is_sound() -> None:
    """Each id is used once and each value stands where its offset says."""
    assert [] == [case_id for case_id, uses in Counter(case.id for case in ROWS).items() if uses > 1]
    assert [] == [c.id for c in STATED if c.quote_value != c.text[c.start : c.end]]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case.id)
def test_a_stated_value_is_read_as_it_is_meant(case: Case, reading: Read) -> None:
    """A statement stands on the value's very characters, with the fields the row gives."""
    at_value = [s for s in reading(case.text).statements if s.value_start == case.start]
    assert [case.quote_value] == sorted({s.value_text for s in at_value})

    expected = dict(case.fields)
    got = [{name: value for name, value in read_fields(s).items() if name in expected} for s in at_value]
    # Two rates before one figure are two statements on the same characters: the row's must be one of them.
    assert expected == next((fields for fields in got if fields == expected), got[0])


@pytest.mark.parametrize("text", TEXTS, ids=[cases[0].id for cases in TEXTS.values()])
def test_nothing_else_is_read(text: str, reading: Read) -> None:
    """The rows of a text are all its statements, once each; names, dates and ordinals give none."""
    got = sorted((s.value_start, s.value_end, s.value_text) for s in reading(text).statements)
    assert spans(TEXTS[text]) == got


@pytest.mark.parametrize("text", TEXTS, ids=[cases[0].id for cases in TEXTS.values()])
def test_reasons_stand_on_the_words_of_their_field(text: str, reading: Read) -> None:
    """Where the reason for the subject points there is the subject, and so with a scope that the text has."""
    for said in reading(text).statements:
        words = {reason.about: text[reason.start : reason.end] for reason in said.reasons}
        assert said.subject == words.get("subject", "").replace("\n", "")
        if said.scope_text in text:
            assert said.scope_text == words.get("scope", "")
        assert text[said.value_start :].startswith(words["value"][: len(said.value_text)])
        if said.deadline and words["deadline"]:
            assert said.deadline[2:4] in words["deadline"] or not words["deadline"].isascii()


@pytest.mark.parametrize("text", TEXTS, ids=[cases[0].id for cases in TEXTS.values()])
def test_a_statement_stands_in_its_quotation_and_its_passage(text: str, reading: Read) -> None:
    """The quotation holds the value and the noun ahead of it in its clause, and both lie in the passage."""
    read_so = reading(text)
    for said in read_so.statements:
        passage = read_so.passages[said.passage]
        assert passage.start <= said.value_start < said.value_end <= passage.end
        assert said.start <= said.value_start < said.value_end <= said.end
        (subject,) = (reason for reason in said.reasons if reason.about == "subject")
        ahead = max(text.rfind(mark, 0, said.value_start) for mark in "，,。；;：:、\n|") + 1
        if subject.start < subject.end <= said.value_start and ahead <= subject.start:
            assert said.start <= subject.start
