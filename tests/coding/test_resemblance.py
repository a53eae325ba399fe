"""Which entries are offered to the person who codes a statement that the codebook's patterns do not know."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook
from compare.coding.indicators.resemblance import OFFERED, Around, Resemblance

BOOK = rules_alone()
RESEMBLANCE = Resemblance(BOOK)
UNITS = sorted({unit for one in BOOK.indicators.values() for unit in one.units})


def offered(around: Around, unit: str, value: float | None = None, book: Codebook = BOOK) -> list[str]:
    found = RESEMBLANCE if book is BOOK else Resemblance(book)
    return [one.id for one in found.likely(around, unit, value)]


def around(sentence: str, quote: str, *, subject: str = "", headings: str = "", title: str = "") -> Around:
    start = sentence.index(quote)
    return Around.of(subject, sentence, start, start + len(quote), headings, title)


@pytest.mark.parametrize(
    "sentence, quote, subject, headings, title, unit, indicator",
    [
        # words that no pattern has, near to those of an entry
        ("对撤并入住不足三成的敬老院予以整合。", "入住不足三成", "", "", "", "%", "bed_occupancy_rate"),
        # the noun is in the heading or in the title alone
        ("每处不少于40张。", "每处不少于40张", "每处", "(二)家庭养老床位", "", "张", "family_care_beds"),
        ("其余3家国庆节前开张。", "其余3家", "", "", "某镇老年助餐点建设方案", "家", "meal_sites"),
    ],
)
def test_the_nearest_words_lead_to_an_entry(
    sentence: str, quote: str, subject: str, headings: str, title: str, unit: str, indicator: str
) -> None:
    """The entry that a person would take is among those offered."""
    assert indicator in offered(
        around(sentence, quote, subject=subject, headings=headings, title=title), unit
    )


@given(
    words=st.lists(
        st.sampled_from([one.label_zh for one in BOOK.indicators.values()]), min_size=1, max_size=4
    ),
    unit=st.sampled_from(UNITS),
    value=st.none() | st.floats(min_value=0, max_value=1e7),
)
def test_what_is_offered_could_be_meant(words: list[str], unit: str, value: float | None) -> None:
    """Few, each once, each an indicator of the unit whose plausible range has the value."""
    found = RESEMBLANCE.likely(Around("", "".join(words), "", "", "", ""), unit, value)
    assert len({one.id for one in found}) == len(found) <= OFFERED
    for one in found:
        assert one.measured_in(unit)
        assert value is None or not one.plausible or one.plausible[0] <= value <= one.plausible[1]


@pytest.mark.parametrize(
    "value, is_offered",
    [(9.9, False), (10, True), (500, True), (12000, True), (12000.1, False), (None, True)],
)
def test_an_entry_is_offered_for_what_it_can_be(value: float | None, is_offered: bool) -> None:
    """Between the least and the most that is plausible, both among them."""
    entry = BOOK.indicators["operating_subsidy_per_bed"]
    assert (10, 12000) == entry.plausible
    book = replace(BOOK, indicators={entry.id: entry})
    found = offered(Around(entry.label_zh, "", "", "", "", ""), "元/床·月", value, book)
    assert ([entry.id] if is_offered else []) == found


def test_words_alike_are_pairs_of_neighbours() -> None:
    """Of an unbroken run of words; one character alone is no pair, and what is nearer counts more."""
    found = Around("甲乙", "甲乙丙、丁", "戊", "", "己庚", "辛壬")
    assert {"甲乙": 5.0, "乙丙": 2.0, "己庚": 1.0, "辛壬": 0.7} == found.pairs()


@given(unit=st.sampled_from(UNITS), number=st.integers(0, 10**6))
def test_words_without_meaning_offer_nothing(unit: str, number: int) -> None:
    """A number in latin letters resembles no entry."""
    assert [] == offered(Around("", f"abc {number}", "", "", "", ""), unit)


def test_the_order_of_the_codebook_does_not_matter() -> None:
    """Entries are ranked by likeness, not by where they stand."""
    turned = replace(BOOK, indicators=dict(reversed(BOOK.indicators.items())))
    one = around("建成老年助餐服务点12个。", "老年助餐服务点12个", subject="老年助餐服务点")
    expected = offered(one, "个")
    assert "meal_sites" == expected[0]
    assert expected == offered(one, "个", book=turned)


def test_only_the_clause_behind_the_quotation_counts() -> None:
    """What another clause says is of another number; what stands far before does not count either."""
    found = Around.of("", "甲" * 70 + "床位12张的养老机构,食堂8个", 70, 75, "", "")
    assert ("甲" * 60, "床位12张"[:5], "的养老机构") == (found.before, found.quote, found.behind)
