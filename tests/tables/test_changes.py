"""What differs between two sets of tables: found whole, and told apart by what it is."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.tables.comparing.changes import (
    COLUMNS,
    NEEDED,
    changes,
    from_csv,
    read_needed,
    to_csv,
    words,
)
from compare.tables.storage.frames import records
from compare.tables.storage.validation import TableError

CELL = {
    "plan_id": "jia",
    "indicator": "nursing_bed_share",
    "status": "stated",
    "value_low": 55.0,
    "value_high": 55.0,
    "unit": "%",
    "comparator": "ge",
    "deadline": "2025",
    "scope": "general",
}
SAID = {
    **{name: value for name, value in CELL.items() if name != "status"},
    "statement_id": "jia-1",
    "kind": "target",
    "subject": "护理型床位占比",
    "area": None,
}
PLAN = {"plan_id": "jia", "title": "甲市方案", "document_number": "甲政发〔2021〕5号"}


def tables(plans: Any = (PLAN,), statements: Any = (SAID,), cells: Any = (CELL,)) -> dict[str, pd.DataFrame]:
    rows = {"plans": plans, "statements": statements, "comparison": cells}
    return {name: pd.DataFrame(list(rows[name]), columns=list(NEEDED[name])) for name in NEEDED}


def found(
    before: dict[str, pd.DataFrame], after: dict[str, pd.DataFrame], what: str
) -> list[tuple[Any, ...]]:
    rows = [row for row in records(changes(before, after)) if row["what"] == what]
    return [
        tuple("" if pd.isna(row[name]) else row[name] for name in ("change", "before", "after"))
        for row in rows
    ]


def test_equal_tables_do_not_differ() -> None:
    """Whatever order their rows stand in."""
    two = ({**SAID, "statement_id": "jia-2", "deadline": None}, SAID)
    assert 0 == len(changes(tables(statements=two), tables(statements=two[::-1])))


@pytest.mark.parametrize(
    "new, change, after",
    [
        ({"value_low": 65.0, "value_high": 65.0}, "value", "ge 65 % by 2025 (general)"),
        ({"value_high": 60.0, "comparator": "range"}, "value comparator", "range 55-60 % by 2025 (general)"),
        ({"unit": "张"}, "value", "ge 55 张 by 2025 (general)"),
        ({"value_low": 1234567.5, "value_high": 1234567.5}, "value", "ge 1234567.5 % by 2025 (general)"),
        ({"deadline": "2024-12"}, "deadline", "ge 55 % by 2024-12 (general)"),
        ({"deadline": None}, "deadline", "ge 55 % (general)"),
        ({"comparator": "eq"}, "comparator", "eq 55 % by 2025 (general)"),
    ],
)
def test_a_changed_cell_and_its_statement_say_what_changed(new: Any, change: str, after: str) -> None:
    """The statement has another id, because its words are others: still it changed, and is not new."""
    before = "ge 55 % by 2025 (general)"
    other = tables(statements=[{**SAID, **new, "statement_id": "jia-9"}], cells=[{**CELL, **new}])
    assert [(change, before, after)] == found(tables(), other, "cell")
    named = [(change, f"护理型床位占比: {before}", f"护理型床位占比: {after}")]
    assert named == found(tables(), other, "statement")


def test_another_scope_is_another_row() -> None:
    """The statement changed its scope; the cell of one row is gone and that of another new."""
    other = tables(statements=[{**SAID, "scope": "rural"}], cells=[{**CELL, "scope": "rural"}])
    before, after = "ge 55 % by 2025 (general)", "ge 55 % by 2025 (rural)"
    assert [("gone", before, ""), ("new", "", after)] == found(tables(), other, "cell")
    assert ["scope"] == [change for change, *_ in found(tables(), other, "statement")]


@pytest.mark.parametrize(
    "new, after",
    [
        ({"status": "conflicting", "value_high": 60.0}, "conflicting ge 55 ≠ 60 % by 2025 (general)"),
        ({"status": "not_stated", "value_low": None, "value_high": None}, "not_stated"),
        ({"status": "source_incomplete", "value_low": None, "value_high": None}, "source_incomplete"),
    ],
)
def test_a_changed_status_is_no_changed_value(new: Any, after: str) -> None:
    """A value that is no longer stated did not change to nothing."""
    pair = tables(), tables(cells=[{**CELL, **new}])
    assert [("status", "ge 55 % by 2025 (general)", after)] == found(*pair, "cell")


def test_a_plan_that_comes_in_shows_what_it_changes() -> None:
    """The plan, the cells it fills, and by how much the plans now lie apart; blank cells are not listed."""
    plan = {**PLAN, "plan_id": "yi", "title": "乙县方案", "document_number": None}
    cells = [
        {**CELL, "plan_id": "yi", "value_low": 50.0, "value_high": 50.0},
        {**CELL, "plan_id": "yi", "indicator": "beds", "status": "not_stated", "value_low": None},
    ]
    pair = tables(), tables(plans=[PLAN, plan], cells=[CELL, *cells])
    assert [("new", "", "乙县方案")] == found(*pair, "plan")
    assert [("new", "", "ge 50 % by 2025 (general)")] == found(*pair, "cell")
    assert [
        (
            "spread",
            "1 of 1 plans: 55 % (general); 1 at any scope",
            "2 of 2 plans: 50-55 % (general); 2 at any scope",
        )
    ] == found(*pair, "indicator")
    assert [("gone", "乙县方案", "")] == found(*pair[::-1], "plan")
    assert [("gone", "ge 50 % by 2025 (general)", "")] == found(*pair[::-1], "cell")


def test_unlike_scopes_and_units_are_never_put_together() -> None:
    """55 % of all beds and 80 % of rural ones have no common lowest value."""
    rural = {**CELL, "plan_id": "yi", "scope": "rural", "value_low": 80.0, "value_high": 80.0}
    assert [
        ("spread", "0 of 1 plans (rural); 1 at any scope", "1 of 2 plans: 80 % (rural); 2 at any scope")
    ] == found(tables(), tables(cells=[CELL, rural]), "indicator")


def test_a_statement_coded_anew_keeps_its_id() -> None:
    """The words are the same, the indicator is another."""
    pair = tables(), tables(statements=[{**SAID, "indicator": "beds"}])
    assert ["indicator"] == [change for change, *_ in found(*pair, "statement")]


def test_of_two_alike_the_one_with_the_same_deadline_changed() -> None:
    """A path 2022: 50 %, 2025: 55 % of which the second value is corrected."""
    early = {**SAID, "statement_id": "jia-0", "deadline": "2022", "value_low": 50.0, "value_high": 50.0}
    late = {**SAID, "statement_id": "jia-5", "value_low": 60.0, "value_high": 60.0}
    assert ["value"] == [
        change
        for change, *_ in found(
            tables(statements=[early, SAID]), tables(statements=[early, late]), "statement"
        )
    ]


_ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "statement_id": st.integers(0, 6).map(str),
            "subject": st.sampled_from("甲乙"),
            "value_low": st.sampled_from([1.0, 2.0, None]),
            "deadline": st.sampled_from(["2022", None]),
        }
    ),
    max_size=5,
    unique_by=lambda row: row["statement_id"],
)


@settings(deadline=None, max_examples=40)
@given(_ROWS, _ROWS)
def test_every_statement_is_accounted_for(before: Any, after: Any) -> None:
    """old - gone + new == new: nothing is counted twice, nothing is lost; and the reverse is the mirror."""
    first, last = (
        tables(statements=[{**SAID, **row, "value_high": row["value_low"]} for row in rows])
        for rows in (before, after)
    )
    kinds = [change for change, *_ in found(first, last, "statement")]
    assert len(after) == len(before) - kinds.count("gone") + kinds.count("new")
    assert (len(kinds) == 0) == (len(changes(first, last)) == 0)
    mirrored = [change for change, *_ in found(last, first, "statement")]
    assert (kinds.count("gone"), kinds.count("new")) == (mirrored.count("new"), mirrored.count("gone"))


def test_changes_written_are_the_changes_read() -> None:
    """They are kept between runs."""
    rows = changes(tables(), tables(plans=[{**PLAN, "plan_id": "yi", "title": '=1,"x"'}]))
    again = from_csv(to_csv(rows))
    assert list(COLUMNS) == list(again)
    assert to_csv(rows) == to_csv(again)
    assert 2 == len(again)


def test_older_tables_are_read_without_the_columns_they_lack() -> None:
    """A revision from before a column was added can still be compared with."""
    old = {
        "plans": b"plan_id\njia\n",
        "statements": b"plan_id\n",
        "comparison": b"plan_id,indicator,status\n",
    }
    read = read_needed(old.__getitem__)
    assert [["jia"], 0, 0] == [
        list(read["plans"]["plan_id"]),
        len(read["statements"]),
        len(read["comparison"]),
    ]
    assert ["new"] == [change for change, *_ in found(read, tables(), "statement")]


@pytest.mark.parametrize("word", ["NA", "null", "None", "n/a", "nan"])
def test_a_word_for_what_is_missing_is_a_word(word: str) -> None:
    """Only an empty cell is missing."""
    data = f"plan_id,title,document_number\n{word},{word},\n".encode()
    (plan,) = records(read_needed(lambda name: data if name == "plans" else b"plan_id\n")["plans"])
    assert (word, word, True) == (plan["plan_id"], plan["title"], pd.isna(plan["document_number"]))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"name\njia\n"])
def test_what_is_no_table_is_named(data: bytes) -> None:
    """Not UTF-8, empty, or of another kind."""
    with pytest.raises(TableError, match=r"^plans\.csv: "):
        read_needed(lambda _: data)


@pytest.mark.parametrize(
    "row, expected",
    [
        ({}, "ge 55 % by 2025 (general)"),
        ({"comparator": "", "deadline": "", "scope": "", "unit": ""}, "55"),
        ({"value_high": 60.0}, "ge 55-60 % by 2025 (general)"),
        ({"value_high": float("nan")}, "ge 55 % by 2025 (general)"),
        ({"status": "stated"}, "ge 55 % by 2025 (general)"),
        ({"status": "derived"}, "derived ge 55 % by 2025 (general)"),
        ({"status": "conflicting", "value_high": 60.0}, "conflicting ge 55 ≠ 60 % by 2025 (general)"),
        ({"status": "not_stated", "value_low": float("nan")}, "not_stated"),
        ({"value_low": float("nan")}, "no value"),
        ({"value_low": 0.0, "value_high": 0.0}, "ge 0 % by 2025 (general)"),
        ({"value_low": 1e15 / 8, "value_high": 1e15 / 8}, "ge 125000000000000 % by 2025 (general)"),
    ],
)
def test_a_row_in_words(row: dict[str, Any], expected: str) -> None:
    """What is missing is left out, zero is a value, and the two ends of a contradiction are no range."""
    plain = {name: value for name, value in CELL.items() if name != "status"}
    assert expected == words({**plain, **row})


@pytest.mark.parametrize("status, listed", [("derived", 1), ("conflicting", 1), ("qualitative", 0)])
def test_cells_that_come_are_listed_where_they_hold_a_value(status: str, listed: int) -> None:
    """A derived or contradicting value is one; words are none."""
    other = {**CELL, "indicator": "beds", "status": status}
    assert listed == len(found(tables(), tables(cells=[CELL, other]), "cell"))
    assert listed == len(found(tables(cells=[CELL, other]), tables(), "cell"))


def test_the_spread_is_of_stated_values_alone() -> None:
    """Its lowest and highest, the plans that state one, and how many give a value anywhere."""
    second = {**CELL, "plan_id": "yi", "value_low": 40.0, "value_high": 70.0}
    third = {**CELL, "plan_id": "bing", "scope": "rural", "status": "derived", "value_low": 1.0}
    other = tables(cells=[CELL, second, third])
    assert [
        (
            "spread",
            "1 of 1 plans: 55 % (general); 1 at any scope",
            "2 of 3 plans: 40-70 % (general); 3 at any scope",
        )
    ] == found(tables(), other, "indicator")
    assert [] == found(other, tables(cells=[second, CELL, third]), "indicator")


@pytest.mark.parametrize(
    "new, kinds",
    [
        ({"subject": "占比", "indicator": "beds"}, ["gone", "new"]),
        ({"area": "甲县"}, ["gone", "new"]),
        ({"kind": "standard"}, ["gone", "new"]),
        ({"plan_id": "yi"}, ["gone", "new"]),
        ({"indicator": "beds"}, ["indicator"]),
        ({"indicator": "beds", "value_low": 56.0}, ["gone", "new"]),
        ({"indicator": "beds", "deadline": "2024"}, ["gone", "new"]),
        ({"scope": "rural", "deadline": "2024"}, ["deadline scope"]),
    ],
)
def test_which_statements_are_taken_for_one_that_changed(new: dict[str, Any], kinds: list[str]) -> None:
    """Of one plan, kind, subject and area; under another indicator only with the same value."""
    other = tables(statements=[{**SAID, **new, "statement_id": "x"}])
    assert kinds == [change for change, *_ in found(tables(), other, "statement")]


def test_several_alike_are_paired_in_their_order() -> None:
    """The first with the first; a third that came is new, and its area stands before its subject."""
    before, after = (
        [
            {**SAID, "statement_id": f"{side}{n}", "value_low": n + low, "value_high": n + low}
            for n in range(k)
        ]
        for side, low, k in (("a", 0.0, 2), ("b", 0.5, 3))
    )
    after[2]["area"] = after[1]["area"] = before[1]["area"] = "甲县"
    found_now = found(tables(statements=before), tables(statements=after), "statement")
    assert [
        ("value", "护理型床位占比: ge 0 %", "护理型床位占比: ge 0.5 %"),
        ("value", "甲县 护理型床位占比: ge 1 %", "甲县 护理型床位占比: ge 1.5 %"),
        ("new", "", "甲县 护理型床位占比: ge 2.5 %"),
    ] == [tuple(text.removesuffix(" by 2025 (general)") for text in one) for one in found_now]
