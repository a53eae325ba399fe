"""What one cell of the comparison holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.tables.comparing.cells import Filled, StatedValue, fill, last_day

_WORDS = re.compile(
    r"(?P<comparator>ge|le|gt|lt|eq|about|range) (?P<low>[\d.]+)(?:-(?P<high>[\d.]+))?"
    r"(?: by (?P<deadline>\S+))?"
)


def said(*texts: str) -> list[StatedValue]:
    """Statements written as ``ge 50 by 2022``, in the order of the document, named a, b, c …"""
    found = []
    for number, text in enumerate(texts):
        match = _WORDS.fullmatch(text)
        assert match
        found.append(
            StatedValue(
                statement_id="abcdefgh"[number],
                kind="target",
                value_low=float(match["low"]),
                value_high=float(match["high"] or match["low"]),
                unit="%",
                comparator=match["comparator"],
                deadline=match["deadline"] or "",
                scope="general",
                start=number,
                total=False,
            )
        )
    return found


def shown(cell: Filled) -> tuple[str, str, str, str]:
    """Status, the value as it was written above, the statements behind it, the path."""
    number = (
        f"{cell.value_low:g}"
        if cell.value_low == cell.value_high
        else f"{cell.value_low:g}-{cell.value_high:g}"
    )
    value = f"{cell.comparator or '?'} {number}{f' by {cell.deadline}' if cell.deadline else ''}"
    return cell.status, value, "".join(cell.behind), cell.path


@pytest.mark.parametrize(
    "texts, expected",
    [
        # one statement is its own cell
        (["ge 50 by 2022"], ("stated", "ge 50 by 2022", "a", "")),
        # said twice with the same value: one cell, both statements behind it
        (["ge 50 by 2022", "ge 50 by 2022"], ("stated", "ge 50 by 2022", "ab", "")),
        (["ge 60", "ge 60"], ("stated", "ge 60", "ab", "")),
        # the same value, bound differently: the first wording stands
        (["eq 700 by 2024", "ge 700 by 2024"], ("stated", "eq 700 by 2024", "ab", "")),
        # several deadlines: the latest is the cell, the path to it is kept
        (
            ["eq 100 by 2020", "eq 300 by 2021", "eq 400 by 2022"],
            ("stated", "eq 400 by 2022", "cab", "2020:100;2021:300"),
        ),
        (["eq 400 by 2022", "eq 100 by 2020"], ("stated", "eq 400 by 2022", "ab", "2020:100")),
        (["range 1-2 by 2021", "eq 3 by 2022"], ("stated", "eq 3 by 2022", "ba", "2021:1-2")),
        # the same day in different precision is one deadline
        (["ge 50 by 2022", "ge 50 by 2022-12"], ("stated", "ge 50 by 2022", "ab", "")),
        (["ge 50 by 2022", "ge 60 by 2022-06"], ("stated", "ge 50 by 2022", "ab", "2022-06:ge 60")),
        # different values for the same deadline contradict each other: both are shown
        (["eq 600 by 2024", "eq 60 by 2024"], ("conflicting", "eq 60-600 by 2024", "ab", "")),
        (["ge 50", "eq 60"], ("conflicting", "? 50-60", "ab", "")),
        (["ge 50 by 2022", "ge 60 by 2022"], ("conflicting", "ge 50-60 by 2022", "ab", "")),
        # a floor below a cap is no contradiction but a range; a floor above a cap is one
        (["ge 30", "le 50"], ("stated", "range 30-50", "ab", "")),
        (["ge 50", "le 30"], ("conflicting", "? 30-50", "ab", "")),
        # a statement without a deadline holds always: it must fit the latest one
        (["eq 600 by 2024", "eq 60"], ("conflicting", "eq 60-600 by 2024", "ab", "")),
        (["eq 60", "eq 600 by 2024"], ("conflicting", "eq 60-600 by 2024", "ab", "")),
        (["ge 50", "ge 60 by 2026"], ("stated", "ge 60 by 2026", "ba", "")),
        (["eq 700 by 2024", "ge 700"], ("stated", "eq 700 by 2024", "ab", "")),
        # … and said twice with the same value it is the same cell, whichever came first
        (["ge 700", "eq 700 by 2024"], ("stated", "ge 700 by 2024", "ab", "")),
        # … or repeat an earlier one
        (["eq 100 by 2020", "eq 100", "eq 400 by 2022"], ("stated", "eq 400 by 2022", "cab", "2020:100")),
    ],
)  # fmt: skip
def test_cell_follows_the_rules_of_the_design(texts: list[str], expected: tuple[str, str, str, str]) -> None:
    """Each row is one rule of "A cell of the comparison"."""
    assert expected == shown(fill(said(*texts)))


ONE = StatedValue("", "target", 1.0, 1.0, "%", "eq", "", "general", 0, False)


def one(name: str, **how: Any) -> StatedValue:
    return replace(ONE, statement_id=name, **how)


def test_a_cell_rests_on_a_sentence_rather_than_on_a_total() -> None:
    """不少于5000人次 says how strictly; the 5000 at the foot of a table does not."""
    total = one("a", kind="allocation", total=True, deadline="2024")
    sentence = one("b", comparator="ge", start=1)
    cell = fill([total, sentence])
    assert ("ge", "2024", ("b", "a")) == (cell.comparator, cell.deadline, cell.behind)


def test_targets_come_before_parameters_and_totals_of_tables_count_as_targets() -> None:
    """A stock fact beside a target must not make the cell conflicting."""
    fact, target = one("a", kind="parameter", value_low=9.0, value_high=9.0), one("b", start=1)
    total = one("c", kind="allocation", total=True, start=2)
    cell = fill([fact, target, total])
    assert ("stated", 1.0, ("b", "c", "a")) == (cell.status, cell.value_high, cell.behind)


def test_parameters_hold_side_by_side() -> None:
    """From 60 for one benefit and from 75 for another: two values, no contradiction, no comparator."""
    ages = [
        one(name, kind="parameter", value_low=age, value_high=age) for name, age in (("a", 60.0), ("b", 75.0))
    ]
    cell = fill(ages)
    assert ("stated", 60.0, 75.0, "") == (cell.status, cell.value_low, cell.value_high, cell.comparator)


def test_an_indicator_that_gathers_unlike_things_contradicts_nothing() -> None:
    """What has no headline scope holds values side by side."""
    assert "stated" == fill(said("eq 50", "eq 60"), side_by_side=True).status
    assert "conflicting" == fill(said("eq 50", "eq 60")).status


_SAID = st.lists(
    st.tuples(
        st.sampled_from(["ge", "le", "eq"]),
        st.sampled_from([10, 20, 30]),
        st.sampled_from(["", " by 2020", " by 2021-06", " by 2022"]),
    ).map(lambda parts: f"{parts[0]} {parts[1]}{parts[2]}"),
    min_size=1,
    max_size=6,
)


@given(_SAID)
def test_nothing_said_is_lost_and_nothing_is_invented(texts: list[str]) -> None:
    """Every statement stands behind its cell once; every number of a cell was said."""
    statements = said(*texts)
    cell = fill(statements)
    assert sorted(one.statement_id for one in statements) == sorted(cell.behind)
    assert {cell.value_low, cell.value_high} <= {value for one in statements for value in one.values}
    assert cell.value_low <= cell.value_high
    assert cell.deadline == "" or cell.deadline in {one.deadline for one in statements}


@pytest.mark.parametrize(
    "deadline, expected",
    [("2022", 20221231), ("2022-12", 20221231), ("2024-02", 20240229), ("2024-05-31", 20240531)],
)
def test_a_deadline_ends_with_the_last_day_it_names(deadline: str, expected: int) -> None:
    """到2022年 and 2022年12月底前 are the same deadline."""
    assert expected == last_day(deadline)


@pytest.mark.parametrize(
    "texts, expected",
    [
        # a floor and a cap that meet are one value; strict ones bound as well
        (["ge 50", "le 50.5"], ("stated", "range 50-50.5", "ab", "")),
        (["gt 30", "lt 50"], ("stated", "range 30-50", "ab", "")),
        (["ge 30 by 2022", "le 50 by 2022"], ("stated", "range 30-50 by 2022", "ab", "")),
        # two floors and a cap, or a plain value between them, contradict each other
        (["ge 30", "ge 35", "le 50"], ("conflicting", "? 30-50", "abc", "")),
        (["ge 30", "le 50", "le 60"], ("conflicting", "? 30-60", "abc", "")),
        (["ge 30", "le 50", "eq 40"], ("conflicting", "? 30-50", "abc", "")),
        # one without a deadline joins only where both cannot be true at once
        (["ge 60 by 2022", "le 60"], ("stated", "ge 60 by 2022", "ab", "")),
        (["ge 60 by 2022", "le 59"], ("conflicting", "? 59-60 by 2022", "ab", "")),
        (["le 60 by 2022", "ge 60"], ("stated", "le 60 by 2022", "ab", "")),
        (["le 60 by 2022", "ge 61"], ("conflicting", "? 60-61 by 2022", "ab", "")),
        (["range 40-60 by 2022", "eq 50"], ("stated", "range 40-60 by 2022", "ab", "")),
        (["gt 60 by 2022", "lt 50"], ("conflicting", "? 50-60 by 2022", "ab", "")),
        # each value of a step is told once, with how it binds
        (
            ["ge 1 by 2020", "ge 1 by 2020-12", "le 2 by 2020", "eq 3 by 2022"],
            ("stated", "eq 3 by 2022", "dabc", "2020:ge 1;2020:le 2"),
        ),
        (["about 1.5 by 2020", "eq 3 by 2022"], ("stated", "eq 3 by 2022", "ba", "2020:about 1.5")),
    ],
)
def test_what_may_be_true_at_once(texts: list[str], expected: tuple[str, str, str, str]) -> None:
    """Floors, caps and plain values, with a deadline and without."""
    assert expected == shown(fill(said(*texts)))


def test_a_floor_and_a_cap_of_one_value_are_that_value() -> None:
    """Said twice, bound both ways: the first wording stands."""
    cell = fill([one("a", comparator="ge"), one("b", comparator="le", start=1)])
    assert ("stated", "ge", 1.0, 1.0) == (cell.status, cell.comparator, cell.value_low, cell.value_high)


def test_a_cell_takes_unit_period_and_kind_of_what_it_rests_on() -> None:
    """The first in the document, by id where two stand at one place; a total only after all sentences."""
    first = one("b", start=1, unit="家", period="per_year", kind="standard")
    cell = fill([one("a", start=1, total=True, kind="allocation"), one("c", start=1), first])
    assert ("家", "per_year", "standard", ("b", "c", "a")) == (cell.unit, cell.period, cell.kind, cell.behind)


def test_totals_of_tables_do_not_count_as_parameters() -> None:
    """Even where the table is one of facts; parameters alone are the cell."""
    fact = one("a", kind="parameter", value_low=9.0, value_high=9.0)
    total = one("b", kind="parameter", total=True, start=1)
    assert (1.0, ("b", "a")) == (fill([fact, total]).value_low, fill([fact, total]).behind)
    assert (9.0, ("a",)) == (fill([fact]).value_low, fill([fact]).behind)


def test_a_parameter_among_targets_is_a_contradiction_of_none() -> None:
    """Only where all are parameters do unlike values stand side by side."""
    ages = [one("a", kind="parameter", value_low=60.0, value_high=60.0), one("b", start=1)]
    assert ("stated", 1.0) == (fill(ages).status, fill(ages).value_low)
    assert "conflicting" == fill([one("a"), one("b", start=1, value_low=0.5)]).status
