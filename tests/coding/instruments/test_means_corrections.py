"""What people decide about instruments: levels, rows dropped or added; what stands no longer is refused."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.support.language import ReadText

from compare.coding.book.errors import CodebookError
from compare.coding.corrections import Stale
from compare.coding.instruments.agreed import provisional
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.coder import code_means
from compare.coding.instruments.corrections import (
    apply_means,
    means_entry,
    means_ids,
    parse_means_correction,
)
from compare.model import Code, Means, MeansOfPlan, Phrase

TEXT = "一、任务\n(一)完善设施。新建养老院3所。\n(二)加强培训。鼓励开展护理员培训。\n"
SIGNED = {"reason": "看错了", "reviewer": "某人", "date": "2026-01-31"}


def decided(
    read_text: ReadText, book: MeansBook, *entries: dict[str, Any], text: str = TEXT
) -> tuple[MeansOfPlan, tuple[Stale, ...]]:
    """The means of the text after the decisions; ``means_id`` of an entry is the number of a row."""
    reading = read_text(text)
    found = code_means(reading, book)
    ids = means_ids("p", text, found)
    made = [
        parse_means_correction(
            entry
            | SIGNED
            | {"plan": "p"}
            | ({"means_id": ids[entry["means_id"]]} if "means_id" in entry else {})
        )
        for entry in entries
    ]
    return apply_means("p", text, reading.passages, found, made)


def rows(means: tuple[Means, ...]) -> list[tuple[str, int, str]]:
    return [(one.instrument, one.level, one.review) for one in means]


def test_a_level_is_changed(read_text: ReadText, book: MeansBook) -> None:
    """And the row says that a person did it."""
    found, stale = decided(read_text, book, {"means_id": 1, "change": {"level": 2}, "expect": {"level": 1}})
    assert [("facility_construction", 3, ""), ("staff_training", 2, "corrected")] == rows(found.means)
    assert () == stale


def test_a_row_is_dropped_or_confirmed(read_text: ReadText, book: MeansBook) -> None:
    """What is right stays as it is and says so."""
    drop = {"means_id": 0, "drop": True, "expect": {"level": 3, "quote": "新建养老院3所"}}
    keep = {"means_id": 1, "confirm": True, "expect": {"level": 1}}
    assert [("staff_training", 1, "confirmed")] == rows(decided(read_text, book, drop, keep)[0].means)


def test_what_was_missed_is_added_by_its_words(read_text: ReadText, book: MeansBook) -> None:
    """In the item that holds them, in its place."""
    entry = {"add": {"instrument": "publicity", "level": 2, "quote": "完善设施"}}
    found, _ = decided(read_text, book, entry)
    added = next(one for one in found.means if one.instrument == "publicity")
    assert ("完善设施", 2, "corrected") == (TEXT[added.start : added.end], added.level, added.review)
    assert [one.item for one in found.means] == sorted(one.item for one in found.means)


def test_what_opens_the_plan_can_be_added(read_text: ReadText, book: MeansBook) -> None:
    """The first character of a text is a place like any other."""
    text = "一、完善设施。新建养老院3所。\n二、加强培训。鼓励开展护理员培训。\n"
    entry = {"add": {"instrument": "publicity", "level": 2, "quote": "一、完善设施"}}
    found, stale = decided(read_text, book, entry, text=text)
    assert () == stale
    assert [0] == [one.start for one in found.means if one.instrument == "publicity"]


@pytest.mark.parametrize(
    "entry, key",
    [
        ({"means_id": 0, "drop": True, "expect": {"level": 1}}, "findings.why_unlike"),
        ({"add": {"instrument": "publicity", "level": 2, "quote": "不在其中"}}, "findings.why_no_item"),
        ({"add": {"instrument": "nothing", "level": 2, "quote": "完善设施"}}, "findings.why_unknown"),
        ({"add": {"instrument": "staff_training", "level": 2, "quote": "加强培训"}}, "findings.why_there"),
    ],
)
def test_what_stands_no_longer_is_not_applied(
    read_text: ReadText, book: MeansBook, entry: dict[str, Any], key: str
) -> None:
    """The rows stay as they were read, and it is said why."""
    found, (stale,) = decided(read_text, book, entry)
    assert [("facility_construction", 3, ""), ("staff_training", 1, "")] == rows(found.means)
    assert [key] == [why.key for why in stale.why]


def test_an_id_stays_when_other_items_come(read_text: ReadText, book: MeansBook) -> None:
    """It derives from the instrument and the words of its item."""
    longer = TEXT.replace("(一)", "(一)加强宣传。\n(二)").replace("(二)加强", "(三)加强")
    short, long = (means_ids("p", t, code_means(read_text(t), book)) for t in (TEXT, longer))
    assert re.fullmatch("p-facility_construction-[0-9a-f]{8}", short[0])
    assert len(set(long)) == len(long)


@pytest.mark.parametrize(
    "entry, message",
    [
        ({"means_id": "x", "drop": True}, "expect lacks level"),
        ({"means_id": "x", "change": {"level": 4}, "expect": {"level": 1}}, "level is 4; use 1, 2 or 3"),
        ({"means_id": "x", "expect": {"level": 1}}, "give one decision"),
        ({"add": {"instrument": "publicity", "level": 2}}, "add lacks quote"),
        ({"means_id": "x", "change": {"colour": 1}, "expect": {"level": 1}}, "unknown field 'colour'"),
        ({"means_id": "x", "hue": 1}, "unknown key 'hue'"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(entry: dict[str, Any], message: str) -> None:
    """With what to do."""
    with pytest.raises(ValueError, match=message):
        parse_means_correction(entry | SIGNED | {"plan": "p"})


@pytest.mark.parametrize(
    "entry",
    [
        {"means_id": "x", "plan": "p", "change": {"level": 2}, "expect": {"level": 1}},
        {"means_id": "x", "plan": "p", "drop": True, "expect": {"level": 1, "quote": "甲"}},
        {"means_id": "x", "plan": "p", "confirm": True, "expect": {"level": 1}},
        {"plan": "p", "add": {"instrument": "publicity", "level": 2, "quote": "甲"}},
    ],
)
def test_an_entry_is_written_as_it_is_read(entry: dict[str, Any]) -> None:
    """Nothing is lost on the way to the file."""
    assert entry == means_entry(parse_means_correction(entry | SIGNED))


def test_what_is_not_agreed_on_is_provisional() -> None:
    """By alpha, where that is not defined by the share of cells; and what was never compared."""
    rows = [
        {"code": "sure", "percent": 60.0, "alpha": 0.7},
        {"code": "unsure", "percent": 90.0, "alpha": 0.6},
        {"code": "alike", "percent": 100.0, "alpha": None},
        {"code": "unlike", "percent": 60.0, "alpha": None},
    ]
    codes = ["sure", "unsure", "alike", "unlike", "new"]
    assert {"unsure", "unlike", "new"} == provisional({"instruments": rows}, codes)


def test_a_file_of_agreement_that_was_typed_is_refused() -> None:
    """With how it is written."""
    with pytest.raises(CodebookError, match="--write"):
        provisional({"instruments": [{"code": "x"}]}, ["x"])


@pytest.mark.parametrize(
    "entry, message",
    [
        ({"drop": True, "expect": {"level": 1}}, "means_id is missing; add it"),
        ({"means_id": "x", "plan": "", "drop": True, "expect": {"level": 1}}, "plan is missing; add it"),
        ({"means_id": "x", "reviewer": None, "drop": True, "expect": {"level": 1}}, "reviewer is missing"),
        ({"means_id": "x", "date": "2026", "drop": True, "expect": {"level": 1}}, "date is '2026'; write it"),
        ({"means_id": "x", "drop": "yes", "expect": {"level": 1}}, "give one decision"),
        ({"means_id": "x", "confirm": "yes", "expect": {"level": 1}}, "give one decision"),
        ({"means_id": "x", "drop": True, "confirm": False, "expect": {"level": 1}}, "give one decision"),
        ({"means_id": "x", "drop": True, "confirm": True, "expect": {"level": 1}}, "give one decision"),
        (
            {"means_id": "x", "change": {"level": 2}, "drop": True, "expect": {"level": 1}},
            "give one decision",
        ),
        ({"means_id": "x", "change": 2, "expect": {"level": 1}}, "change is no mapping; write change"),
        ({"means_id": "x", "drop": True, "expect": 2}, "expect is no mapping; write expect"),
        (
            {"means_id": "x", "drop": True, "expect": {"mark": 1}},
            "unknown field 'mark'; known are level, quote",
        ),
        ({"means_id": "x", "drop": True, "expect": {"quote": "甲"}}, "expect lacks level; give the level"),
        ({"means_id": "x", "change": {"level": 0}, "expect": {"level": 1}}, "level is 0; use 1, 2 or 3"),
        ({"add": {"level": 2, "quote": "甲"}}, "add lacks instrument"),
        ({"add": {"quote": "甲"}}, "add lacks instrument"),
        ({"means_id": "x", "hue": 1, "tint": 1}, "unknown key 'hue'"),
        ({"means_id": "x", "change": {"hue": 1, "tint": 2}, "expect": {"level": 1}}, "field 'hue'"),
        ({"add": {"instrument": "publicity", "level": None, "quote": "甲"}}, "add lacks level"),
        ({"add": {"instrument": "publicity", "level": 4, "quote": "甲"}}, "level is 4; use 1, 2 or 3"),
        ({"add": "publicity"}, "add is no mapping; write add"),
    ],
)
def test_whatever_is_missing_or_misspelt_is_named(entry: dict[str, Any], message: str) -> None:
    """One decision, signed, with what stood there; the key and the remedy in one line."""
    with pytest.raises(ValueError, match=message) as error:
        parse_means_correction({**SIGNED, "plan": "p", **entry})
    assert 1 == len(str(error.value).splitlines())


@pytest.mark.parametrize(
    "entry, about, key, facts",
    [
        (
            {"add": {"instrument": "publicity", "level": 3, "quote": "甲"}},
            "甲",
            "findings.decided_add",
            {"instrument": Code("instruments", "publicity"), "level": "3"},
        ),
        ({"means_id": "x", "drop": True, "expect": {"level": 1}}, "x", "findings.decided_drop_means", {}),
        (
            {"means_id": "x", "change": {"level": 3}, "expect": {"level": 1}},
            "x",
            "findings.decided_level",
            {"level": "3"},
        ),
        ({"means_id": "x", "confirm": True, "expect": {"level": 1}}, "x", "findings.decided_confirm", {}),
    ],
)
def test_a_decision_says_what_it_is_about(
    entry: dict[str, Any], about: str, key: str, facts: dict[str, Any]
) -> None:
    """The id of a row, or the words that were added; the level only where one is given."""
    one = parse_means_correction({**SIGNED, "plan": "p", **entry})
    assert (about, Phrase(key, facts)) == (one.statement_id, one.decision)


def test_decisions_about_one_row_build_on_each_other(read_text: ReadText, book: MeansBook) -> None:
    """What the first left is what the second must expect; a dropped row is gone for it."""
    change = {"means_id": 1, "change": {"level": 2}, "expect": {"level": 1}}
    keep = {"means_id": 1, "confirm": True, "expect": {"level": 2}}
    drop = {"means_id": 1, "drop": True, "expect": {"level": 2}}
    found, stale = decided(read_text, book, change, keep)
    assert (("staff_training", 2, "corrected"), ()) == (rows(found.means)[1], stale)
    found, (gone,) = decided(read_text, book, change, drop, keep)
    assert ([("facility_construction", 3, "")], ["findings.why_gone_means"]) == (
        rows(found.means),
        [why.key for why in gone.why],
    )
    _, (unlike,) = decided(
        read_text, book, {"means_id": 1, "drop": True, "expect": {"level": 3, "quote": "甲"}}
    )
    assert [
        {"field": Code("fields", "level"), "now": "1", "expected": "3"},
        {"field": Code("fields", "quote"), "now": "鼓励开展护理员培训", "expected": "甲"},
    ] == [dict(why.facts) for why in unlike.why]


@pytest.mark.parametrize(
    "quote, added",
    [
        ("(二)加强培训", True),
        ("加强培训。鼓励开展护理员培训。", True),
        ("新建养老院3所。\n(二)加强培训", False),
        ("一、任务", False),
    ],
)
def test_added_words_stand_in_one_passage_of_an_item(
    read_text: ReadText, book: MeansBook, quote: str, added: bool
) -> None:
    """From its first to its last character; not across two, and not in a heading above them."""
    found, stale = decided(read_text, book, {"add": {"instrument": "publicity", "level": 2, "quote": quote}})
    assert (added, 0 if added else 1) == (
        "publicity" in [one.instrument for one in found.means],
        len(stale),
    )


def test_an_instrument_is_added_to_an_item_once(read_text: ReadText, book: MeansBook) -> None:
    """Two people may have missed it; in another item it is another row, and rows come by item and place."""
    first, second, other = (
        {"add": {"instrument": "publicity", "level": 2, "quote": words}}
        for words in ("鼓励开展", "护理员", "完善设施")
    )
    found, (stale,) = decided(read_text, book, first, second, other)
    assert ["findings.why_there"] == [why.key for why in stale.why]
    assert ["publicity", "facility_construction", "staff_training", "publicity"] == [
        one.instrument for one in found.means
    ]
    assert [(one.item, one.start) for one in found.means] == sorted(
        (one.item, one.start) for one in found.means
    )


def test_items_of_the_same_words_have_ids_of_their_own(read_text: ReadText, book: MeansBook) -> None:
    """Numbered in their order; blanks and line ends within the words do not count."""
    twice = "一、任务\n(一)新建养老院3所。\n二、任务\n(一)新建养老院3所。\n"
    found = code_means(read_text(twice), book)
    first, second = means_ids("p", twice, found)
    assert first != second
    once = twice.partition("二、")[0]
    assert (first,) == means_ids("p", once, code_means(read_text(once), book))
