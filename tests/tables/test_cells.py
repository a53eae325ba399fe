"""What one cell of the comparison holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.tables.comparing.cells import Filled, Rules, Said, admissible, fill, last_day

_WORDS = re.compile(
    r"(?P<comparator>ge|le|gt|lt|eq|about|range) (?P<low>[\d.]+)(?:-(?P<high>[\d.]+))?"
    r"(?: by (?P<deadline>\S+))?"
)


def said(*texts: str) -> list[Said]:
    """Statements written as ``ge 50 by 2022``, in the order of the document, named a, b, c …"""
    found = []
    for number, text in enumerate(texts):
        match = _WORDS.fullmatch(text)
        assert match
        found.append(
            Said(
                statement_id="abcdefgh"[number],
                kind="target",
                value_low=float(match["low"]),
                value_high=float(match["high"] or match["low"]),
                unit="%",
                comparator=match["comparator"],
                deadline=match["deadline"] or "",
                scope="general",
                start=number,
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
        (["ge 50 by 2022", "ge 60 by 2022-06"], ("stated", "ge 50 by 2022", "ab", "2022-06:60")),
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


RULES = Rules(
    headline_scopes=("general", "urban"), units=("%", "张"), kinds=frozenset({"target", "parameter"})
)


ONE = Said("", "target", 1.0, 1.0, "%", "eq", "", "general", 0)


def one(name: str, **how: Any) -> Said:
    return replace(ONE, statement_id=name, **how)


def test_only_the_first_headline_scope_enters() -> None:
    """Scopes are never mixed in a cell; the indicator's order of preference decides."""
    statements = [one("a", scope="rural"), one("b", scope="urban"), one("c", scope="general")]
    assert ["c"] == [kept.statement_id for kept in admissible(statements, RULES)]
    assert ["b"] == [kept.statement_id for kept in admissible(statements[:2], RULES)]
    assert [] == admissible(statements[:1], RULES)


def test_a_table_total_joins_in_the_scope_the_sentences_use() -> None:
    """600 村级站点 in the goals and a total of 60 in the annex are about the same stations."""
    rules = Rules(("general", "rural"), ("%",), frozenset({"target"}))
    goal, total = one("a", scope="rural"), one("b", kind="allocation", total=True, start=1)
    assert ["a", "b"] == [kept.statement_id for kept in admissible([goal, total], rules)]
    assert ["b"] == [kept.statement_id for kept in admissible([total], rules)]
    assert [] == admissible([one("c", total=True, scope="one_home")], rules)


def test_a_cell_rests_on_a_sentence_rather_than_on_a_total() -> None:
    """不少于5000人次 says how strictly; the 5000 at the foot of a table does not."""
    total = one("a", kind="allocation", total=True, deadline="2024")
    sentence = one("b", comparator="ge", start=1)
    cell = fill([total, sentence])
    assert ("ge", "2024", ("b", "a")) == (cell.comparator, cell.deadline, cell.behind)


def test_units_are_never_mixed() -> None:
    """A share and a count of the same thing do not share a cell."""
    statements = [one("a", unit="张"), one("b", unit="%"), one("c", unit="所")]
    assert ["b"] == [kept.statement_id for kept in admissible(statements, RULES)]


def test_targets_come_before_parameters_and_totals_of_tables_count_as_targets() -> None:
    """A stock fact beside a target must not make the cell conflicting."""
    fact, target = one("a", kind="parameter"), one("b", start=1)
    total, cell = one("c", kind="allocation", total=True, start=2), one("d", kind="allocation", start=3)
    assert ["b", "c"] == [kept.statement_id for kept in admissible([fact, target, total, cell], RULES)]
    assert ["a"] == [kept.statement_id for kept in admissible([fact, cell], RULES)]


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
    """Every admissible statement stands behind its cell once; every number of a cell was said."""
    statements = said(*texts)
    cell = fill(statements)
    assert sorted(one.statement_id for one in statements) == sorted(cell.behind)
    assert {cell.value_low, cell.value_high} <= {value for one in statements for value in one.values}
    assert cell.value_low <= cell.value_high
    assert cell.deadline == "" or cell.deadline in {one.deadline for one in statements}


@given(_SAID, st.randoms(use_true_random=False))
def test_what_a_cell_holds_does_not_depend_on_the_order_of_rows(texts: list[str], random: object) -> None:
    """Statements sort by their place in the document, whatever order a table brings them in."""
    statements = said(*texts)
    mixed = list(statements)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    rules = Rules(("general",), ("%",), frozenset({"target"}))
    assert fill(admissible(statements, rules)) == fill(admissible(mixed, rules))


@pytest.mark.parametrize(
    "deadline, expected",
    [("2022", 20221231), ("2022-12", 20221231), ("2024-02", 20240229), ("2024-05-31", 20240531)],
)
def test_a_deadline_ends_with_the_last_day_it_names(deadline: str, expected: int) -> None:
    """到2022年 and 2022年12月底前 are the same deadline."""
    assert expected == last_day(deadline)
