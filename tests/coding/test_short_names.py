"""Other names of a thing (日照中心) are read as the name that the codebook knows."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, CodebookError, code
from compare.coding.book.short_names import parse_short_names
from compare.coding.indicators.matching import alternatives
from compare.coding.normalized_reading import normalized
from compare.model import Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()
NAMES = parse_short_names([{"id": "日间照料", "words": ["日照(?=中心)", "日间照护"]}])


def test_each_other_name_is_replaced_where_it_stands() -> None:
    """The place of every other name is given with the name to be read there."""
    assert [(0, 2, "日间照料"), (7, 11, "日间照料")] == [*NAMES.spans("日照中心6个,日间照护站2个,日照充足")]


@pytest.mark.parametrize(
    ("words", "known"), [("日照中心", "日间照料中心"), ("日照时间", "日照时间"), ("敬老院", "敬老院")]
)
def test_words_have_the_known_names(words: str, known: str) -> None:
    """Only what an entry asks for around a name makes it one."""
    assert known == NAMES.known_in(words)


def test_without_entries_all_words_stay() -> None:
    """A study's own codebook need have no such names."""
    none = parse_short_names([])
    assert ([], "日照中心") == ([*none.spans("日照中心")], none.known_in("日照中心"))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"id": "日间照料"}, "日间照料: words is no list"),
        ({"id": "日间照料", "words": ["日照("]}, "correct the pattern"),
        ({"id": "日间照料", "words": ["(日照)中心"]}, r"write \(\?: \)"),
        ({"id": "日间照料", "words": [3]}, "correct the pattern"),
    ],
)
def test_what_is_no_list_of_names_is_refused(entry: dict[str, Any], message: str) -> None:
    """The entry and the remedy are named."""
    with pytest.raises(CodebookError, match=message):
        parse_short_names([entry])


def test_a_statement_quotes_the_name_that_was_written() -> None:
    """No name that only coding read gets into a statement."""
    text = "全市建成日照中心六个,长护险参保率达到97%。"
    reading = read(Document(text, "txt"), CODEBOOK.lexicon)
    coded = code("p", reading, CODEBOOK)
    assert ["daycare_centres", "ltc_insurance_coverage"] == [one.indicator for one in coded]
    assert [one.subject for one in reading.statements] == [one.statement.subject for one in coded]


def test_every_other_name_begins_with_a_character() -> None:
    """A whole text is searched for all of them at once, which is slow where one begins with a choice."""
    assert CODEBOOK.short_names.pattern is not None
    parts = alternatives(CODEBOOK.short_names.pattern.pattern)
    assert [] == [part for part in parts if not re.match("[一-龥]", part)]


def test_headings_have_the_known_names_too() -> None:
    """A heading speaks of the same things as the sentences below it."""
    reading = read(Document("一、日照中心建设\n全年新建6个。", "txt"), CODEBOOK.lexicon)
    assert "日间照料中心建设" == normalized(reading, NAMES).passages[0].heading
