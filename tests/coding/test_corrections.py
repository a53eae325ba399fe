"""Decisions of people about single statements: applied where they still fit, handed back where not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from compare.coding import Codebook, CorrectionError, Stale, apply, parse_corrections
from compare.coding.corrections import Correction
from compare.coding.facts import changed_facts
from compare.model import Coded, Phrase
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message

TEXT = "护理型床位占比不低于50%。养老床位达到3000张。"
SIGNED = {"reason": "read again", "reviewer": "Li", "date": "2026-01-31"}


@pytest.fixture
def coded(make: SimpleNamespace) -> tuple[Coded, ...]:
    share = make.fact("护理型床位占比不低于50%", "50%", 50)
    beds = make.fact("养老床位达到3000张", "3000张", 3000, unit="张", comparator="eq", indicator="")
    return make.result(TEXT, share, beds).coded


def entry(number: int = 1, **parts: Any) -> dict[str, Any]:
    return {"statement_id": f"p-2020-{number}", "plan": "p-2020", **parts, **SIGNED}


def applied(coded: Any, *entries: dict[str, Any], codebook: Codebook | None = None) -> Any:
    return apply(coded, parse_corrections(list(entries)), codebook)


def said(stale: Stale, labels: Labels) -> str:
    return "; ".join(message(why, labels, "en") for why in stale.why)


def test_what_is_changed_is_changed_and_marked(coded: Any) -> None:
    """The new code stands, everything else stays, and the statement says that a person changed it."""
    change = entry(
        2, change={"indicator": "beds", "deadline": 2025}, expect={"indicator": "", "deadline": ""}
    )
    (first, second), stale = applied(coded, change)
    assert ((), coded[0]) == (stale, first)
    assert ("beds", "2025", "corrected", Decimal(3000)) == (
        second.indicator,
        second.statement.deadline,
        second.review,
        second.statement.value_low,
    )


def test_every_field_that_may_be_changed_can_be(coded: Any) -> None:
    """Typed as the reader types them: numbers are decimals, comparators and kinds are codes."""
    new = {
        "indicator": "beds",
        "scope": "rural",
        "value_low": 0.1,
        "value_high": 60,
        "unit": "张",
        "comparator": "le",
        "deadline": "2025-06",
        "kind": "parameter",
    }
    expect = {
        "indicator": "bed_share",
        "scope": "general",
        "value_low": 50,
        "value_high": 50.0,
        "unit": "%",
        "comparator": "ge",
        "deadline": None,
        "kind": "target",
        "value_text": "50%",
        "subject": "护理型床位占比不低于50%",
    }
    (one, _), stale = applied(coded, entry(change=new, expect=expect))
    said = one.statement
    assert () == stale
    assert ("beds", "rural", Decimal("0.1"), Decimal(60), "张", "le", "2025-06", "parameter") == (
        one.indicator,
        one.scope,
        said.value_low,
        said.value_high,
        said.unit,
        said.comparator,
        said.deadline,
        said.kind,
    )
    assert (type(coded[0].statement.kind), type(coded[0].statement.comparator)) == (
        type(said.kind),
        type(said.comparator),
    )


def test_a_decision_is_told_by_what_it_does() -> None:
    """What is changed to what; a statement that is neither changed nor dropped is confirmed."""
    keep = Correction("p-2020-1", "p-2020", {}, False, {}, "看错了", "某人", "2026-01-31")
    assert Phrase("findings.decided_confirm") == keep.decision
    assert Phrase("findings.decided_drop") == replace(keep, drop=True).decision
    change = {"unit": "张"}
    assert changed_facts(change) == replace(keep, change=change).decision
    assert keep.decision != replace(keep, change=change).decision


def test_a_dropped_statement_is_gone_and_a_confirmed_one_says_so(coded: Any) -> None:
    """No trace is left of the one; of the other only the mark is new."""
    (left,), stale = applied(
        coded,
        entry(drop=True, expect={"value_text": "50%"}),
        entry(2, confirm=True, expect={"value_text": "3000张"}),
    )
    assert ((), "p-2020-2", "confirmed") == (stale, left.statement_id, left.review)
    assert coded[1].statement == left.statement


@pytest.mark.parametrize(
    "number, expect, why",
    [
        (
            1,
            {"indicator": "beds", "value_low": 60},
            "indicator is bed_share English [bed_share], not beds English [beds]; lower value is 50, not 60",
        ),
        (1, {"indicator": "bed_share", "deadline": "2025"}, "deadline is empty, not 2025"),
        (1, {"indicator": "bed_share", "value_low": None}, "lower value is 50, not empty"),
        (3, {"indicator": ""}, "the statement is no longer read from the plan"),
    ],
)
def test_what_does_not_fit_any_more_is_not_applied(
    coded: Any, labels: Labels, number: int, expect: dict[str, Any], why: str
) -> None:
    """The source, the reader or the codebook changed since: someone must decide again."""
    after, (stale,) = applied(coded, entry(number, change={"indicator": "beds"}, expect=expect))
    assert (coded, why) == (after, said(stale, labels))


def test_a_second_correction_meets_what_the_first_left(coded: Any, labels: Labels) -> None:
    """Two decisions in a row; the same one twice is stale the second time, not applied twice."""
    first = entry(change={"indicator": "beds"}, expect={"indicator": "bed_share"})
    second = entry(change={"scope": "rural"}, expect={"scope": "general", "indicator": "beds"})
    (one, _), stale = applied(coded, first, second)
    assert ("beds", "rural", ()) == (one.indicator, one.scope, stale)
    _, stale = applied(coded, first, first)
    assert ["indicator is beds English [beds], not bed_share English [bed_share]"] == [
        said(each, labels) for each in stale
    ]


def test_confirming_what_was_corrected_keeps_it_corrected(coded: Any) -> None:
    """A reader of the table must see that a person changed it."""
    change = entry(change={"indicator": "beds"}, expect={"indicator": "bed_share"})
    (one, _), _ = applied(coded, change, entry(confirm=True, expect={"indicator": "beds"}))
    assert "corrected" == one.review


@pytest.mark.parametrize(
    "field, code, why",
    [
        ("indicator", "no_such", "the codebook has no indicator no_such"),
        ("scope", "moon", "the codebook has no scope moon"),
    ],
)
def test_a_code_that_the_codebook_does_not_know_is_stale(
    coded: Any, codebook: Codebook, labels: Labels, field: str, code: str, why: str
) -> None:
    """An indicator may have been renamed since: the tables must not hold its old name."""
    stood = {"indicator": "bed_share", "scope": "general"}
    change = entry(change={field: code}, expect={field: stood[field]})
    after, (stale,) = applied(coded, change, codebook=codebook)
    assert (coded, why) == (after, said(stale, labels))


def test_an_indicator_may_be_taken_away(coded: Any, codebook: Codebook) -> None:
    """Wrongly coded, and nothing in the codebook fits."""
    change = entry(change={"indicator": ""}, expect={"indicator": "bed_share"})
    (one, _), stale = applied(coded, change, codebook=codebook)
    assert ((), "", "corrected") == (stale, one.indicator, one.review)


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", "beds", "towns"])), max_size=6))
def test_nothing_is_lost_or_reordered(make: SimpleNamespace, decisions: list[tuple[int, str]]) -> None:
    """Without a drop the same statements come back in the same order, whatever is stale."""
    facts = (make.fact("占比不低于50%", "50%", 50), make.fact("床位达到3000张", "3000张", 3000))
    coded = make.result(TEXT, *facts).coded
    entries = [
        entry(number, change={"indicator": code}, expect={"indicator": "bed_share"})
        for number, code in decisions
    ]
    after, stale = applied(coded, *entries)
    assert [one.statement_id for one in coded] == [one.statement_id for one in after]
    touched = {number for number, _ in decisions if number < 3}
    assert len(entries) - len(touched) == len(stale)


CHANGE = {"change": {"indicator": "beds"}, "expect": {"indicator": ""}}


@pytest.mark.parametrize(
    "parts, problem",
    [
        ({**CHANGE, "who": "Li"}, "unknown key 'who'"),
        ({**CHANGE, "who": "Li", "when": "now"}, "unknown key 'who'"),
        ({**CHANGE, "reason": "", "reviewer": None}, "reason is missing; add it"),
        ({"change": {"unit": "张", "scope": "x"}, "expect": {"kind": "target"}}, "expect lacks unit"),
        ({**CHANGE, "reason": ""}, "reason is missing; add it"),
        ({**CHANGE, "reviewer": None}, "reviewer is missing; add it"),
        ({**CHANGE, "date": "yesterday"}, "date is 'yesterday'; write it as 2026-01-31"),
        ({"expect": {"unit": "张"}}, "give one decision"),
        ({**CHANGE, "drop": True}, "give one decision"),
        ({"drop": "no", "expect": {"unit": "张"}}, "give one decision"),
        ({"drop": True}, "expect is missing"),
        ({"drop": True, "expect": ["张"]}, "expect is no mapping"),
        ({"change": {"colour": "red"}, "expect": {"unit": "张"}}, "change has an unknown field 'colour'"),
        ({"change": {"hue": 1, "unit": "张", "tint": 2}, "expect": {}}, "change has an unknown field 'hue'"),
        ({"change": {"unit": "张"}, "expect": {"scope": ""}}, "expect lacks unit"),
        ({"change": {"value_low": 5}, "expect": {"value_low": 6}}, "give both"),
        (
            {"change": {"value_low": 9, "value_high": 5}, "expect": {"value_low": 6, "value_high": 6}},
            "value_low above value_high",
        ),
        (
            {"change": {"value_low": "many", "value_high": 5}, "expect": {"value_low": 6}},
            "value_low is 'many'; write a number",
        ),
        ({"change": {"comparator": ">="}, "expect": {"comparator": "eq"}}, "comparator is >=; use one of ge"),
        ({"change": {"kind": "allocation"}, "expect": {"kind": "target"}}, "kind is allocation; use one of"),
        ({"change": {"kind": "target"}, "expect": {"kind": "allocation"}}, "the cell of a table stays one"),
        ({"change": {"deadline": "soon"}, "expect": {"deadline": ""}}, "deadline is soon; write it as 2025"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(parts: dict[str, Any], problem: str) -> None:
    """With its number, its statement and the remedy."""
    with pytest.raises(CorrectionError) as error:
        parse_corrections([{**entry(), **parts}])
    assert error.value.problems[0].startswith("entry 1 (p-2020-1): ")
    assert problem in error.value.problems[0]


def test_all_entries_that_cannot_be_used_are_named_at_once() -> None:
    """One round of mending, not one for each."""
    with pytest.raises(CorrectionError) as error:
        parse_corrections([entry(), "drop it", entry(drop=True, expect={"unit": "%"}), entry()])
    assert ["entry 1", "entry 2", "entry 4"] == [
        line.split(":")[0].split(" (")[0] for line in error.value.problems
    ]


def test_a_file_that_is_no_list_is_named_and_an_empty_one_is_none() -> None:
    with pytest.raises(CorrectionError, match="a list of entries is expected"):
        parse_corrections({"statement_id": "x"})
    assert () == parse_corrections(None) == parse_corrections([])


def test_years_and_dates_are_read_as_they_are_written() -> None:
    """YAML would make a number of 2025 and a date of 2025-06-30."""
    text = """
- statement_id: p-2020-1
  plan: p-2020
  change: {deadline: 2025-06-30}
  expect: {deadline: 2025}
  reason: x
  reviewer: Li
  date: 2026-01-31
"""
    (one,) = parse_corrections(yaml.safe_load(text))
    assert ("2025-06-30", "2025", "2026-01-31") == (one.change["deadline"], one.expect["deadline"], one.date)


@pytest.mark.parametrize(
    "date", ["2026-1-31", "2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32", "26-01-31", "2026-01-31x"]
)
def test_a_date_that_is_none_is_refused(date: str) -> None:
    """Year, month and day, each with its digits."""
    with pytest.raises(CorrectionError, match="write it as 2026-01-31"):
        parse_corrections([{**entry(confirm=True, expect={"unit": "%"}), "date": date}])


@pytest.mark.parametrize(
    "deadline, known",
    [
        ("", True),
        ("2025", True),
        ("2025-01", True),
        ("2025-12-31", True),
        ("2025-13", False),
        ("2025-00", False),
        ("2025-1", False),
        ("2025-01-32", False),
        ("25", False),
        ("2025-", False),
    ],
)
def test_a_deadline_is_written_as_precisely_as_it_is(deadline: str, known: bool) -> None:
    """Year, month or day; empty takes it away."""
    change = entry(change={"deadline": deadline}, expect={"deadline": "2024"})
    if known:
        assert [deadline] == [one.change["deadline"] for one in parse_corrections([change])]
    else:
        with pytest.raises(CorrectionError, match=f"deadline is {deadline}; write it as 2025"):
            parse_corrections([change])


@pytest.mark.parametrize(
    "low, high, problem",
    [
        (5, 5, ""),
        (5, 6, ""),
        (None, None, ""),
        ("", "", ""),
        (0, 0, ""),
        (6, 5, "exchange them"),
        (5, None, "give both"),
        (None, 5, "give both"),
        (True, 5, "value_low is True; write a number"),
        ("inf", 5, "value_low is 'inf'; write a number"),
        ("nan", 5, "value_low is 'nan'; write a number"),
    ],
)
def test_a_value_has_both_ends_or_none(low: object, high: object, problem: str) -> None:
    """The lower one first; zero is a number, and infinity none."""
    change = entry(change={"value_low": low, "value_high": high}, expect={"value_low": 1, "value_high": 1})
    if problem:
        with pytest.raises(CorrectionError, match=problem):
            parse_corrections([change])
    else:
        (one,) = parse_corrections([change])
        assert (None if low in (None, "") else low) == one.change["value_low"]


def test_a_kind_may_change_among_those_of_sentences(coded: Any) -> None:
    """What is expected of it must be known, and stand there."""
    to = entry(change={"kind": "standard"}, expect={"kind": "target"})
    (one, _), stale = applied(coded, to)
    assert ("standard", ()) == (one.statement.kind, stale)
    _, (unlike,) = applied(coded, entry(change={"kind": "standard"}, expect={"kind": "parameter"}))
    assert ["findings.why_unlike"] == [why.key for why in unlike.why]


def test_every_field_that_no_longer_fits_is_named(coded: Any) -> None:
    """Numbers as the tables hold them: a third is not written with all its digits."""
    wrong = {"unit": "张", "value_low": 51, "value_high": 50, "subject": "x"}
    _, (stale,) = applied(coded, entry(confirm=True, expect=wrong))
    assert ["unit", "value_low", "subject"] == [why.facts["field"].code for why in stale.why]
    third = replace(coded[0].statement, value_low=Decimal(1) / Decimal(3))
    found = [replace(coded[0], statement=third)]
    _, left = applied(found, entry(confirm=True, expect={"value_low": "0.3333333333333333"}))
    assert () == left
    _, left = applied(found, entry(confirm=True, expect={"value_low": "0.333"}))
    assert 1 == len(left)
