"""Frequencies and dispersion of words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.language import Tag

from compare.tables.making.rows import Row
from compare.terms.counting.counts import PARTS, dispersion, term_rows
from compare.terms.counting.segment import Segmenter
from compare.terms.language import Language


def count(tag: Tag, language: Language, segmenter: Segmenter, text: str, *places: str) -> dict[str, Row]:
    return {row["term"]: row for row in term_rows("p", tag(text), language, segmenter, places)}


def test_words_are_counted_per_ten_thousand(tag: Tag, language: Language, segmenter: Segmenter) -> None:
    """The rate is based on all words, those left out of the table included."""
    found = count(tag, language, segmenter, "1.医养结合和医养结合以及助餐。\n")
    assert {"医养结合": 2, "助餐": 1} == {term: row["count"] for term, row in found.items()}
    # 医养结合 和 医养结合 以及 助餐
    assert 5 == found["助餐"]["words"]
    assert (4000.0, 2000.0) == (found["医养结合"]["per_10k"], found["助餐"]["per_10k"])
    assert ("medical_integration", "daily_services") == (found["医养结合"]["theme"], found["助餐"]["theme"])


def test_numbers_punctuation_and_single_characters_are_no_terms(
    tag: Tag, language: Language, segmenter: Segmenter
) -> None:
    """Numbers are for the reader of numbers."""
    found = count(tag, language, segmenter, "1.到2025年,床位达到1,200张(不含家庭床位),比例为55%。\n")
    assert all(len(term) > 1 and not any(c.isdigit() for c in term) for term in found)
    assert {"床位", "比例"} <= set(found)


def test_the_plan_s_own_place_names_are_left_out(tag: Tag, language: Language, segmenter: Segmenter) -> None:
    """They would set every plan apart and say nothing."""
    text = "1.云南省楚雄州和楚雄市加快发展养老服务。\n"
    assert {"楚雄州", "云南省"} & set(count(tag, language, segmenter, text))
    found = count(tag, language, segmenter, text, "楚雄彝族自治州", "云南省")
    assert not [term for term in found if "楚雄" in term or "云南" in term]
    assert "养老服务" in found


def test_what_a_plan_repeats_counts_once(tag: Tag, language: Language, segmenter: Segmenter) -> None:
    """An annex that says the plan over again adds no emphasis."""
    found = count(tag, language, segmenter, "1.加快推进医养结合。\n2.加快推进医养结合。\n")
    assert 1 == found["医养结合"]["count"]


def test_dispersion_tells_even_from_lumped(tag: Tag, language: Language, segmenter: Segmenter) -> None:
    """0: in every part alike; 1: all in one part."""
    lines = [f"{i}.医养结合和助餐服务{'托育' * 4 if i == 3 else ''}{'养老' * i}。\n" for i in range(1, 9)]
    found = count(tag, language, segmenter, "".join(lines))
    assert found["医养结合"]["dispersion"] < 0.75 < found["托育"]["dispersion"] <= 1.0
    even = count(tag, language, segmenter, f"1.{'医养结合' * PARTS}。\n")
    assert 0.0 == even["医养结合"]["dispersion"]


@pytest.mark.parametrize("text", ["", "2020年1月\n"])
def test_a_plan_without_words_has_no_rows(
    tag: Tag, language: Language, segmenter: Segmenter, text: str
) -> None:
    """Nothing is divided by nothing."""
    assert {} == count(tag, language, segmenter, text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=70))
def test_dispersion_is_half_the_distance_of_shares(text: list[int]) -> None:
    """Of each word, over parts of the text as equal as can be, scaled by what one word alone could reach."""
    total, words = len(text), sorted(set(text))
    parts = min(PARTS, total)
    part = [place * parts // total for place in range(total)]
    sizes = [part.count(one) / total for one in range(parts)]
    expected = []
    for word in words:
        mine = [part[place] for place in range(total) if text[place] == word]
        distance = sum(abs(mine.count(one) / len(mine) - size) for one, size in enumerate(sizes)) / 2
        expected.append(distance / (1 - min(sizes)) if parts > 1 else 0.0)
    places = [[place for place in range(total) if text[place] == word] for word in words]
    assert expected == pytest.approx(dispersion(places, total), abs=1e-4)
    assert [] == dispersion([], total)
