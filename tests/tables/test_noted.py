"""Tables that note what of them is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.tables.noting import reads
from compare.tables.noting.notes_table import NotedFrame
from compare.tables.noting.ranges import from_ranges, in_ranges
from compare.tables.noting.study_tables import values_of
from compare.tables.storage.frames import among, records

_COLUMNS = ("plan", "group", "value", "text")
_GROUPS = ("beds", "money")
_VALUES = (0.0, 1.5, np.nan)
_TEXTS = ("x", "y", np.nan, "a text longer than what is printed", "a text longer than what is shown")

Rows = list[tuple[str, str, float, object]]
Read = Callable[[pd.DataFrame], object]


def _frame(rows: Rows) -> pd.DataFrame:
    types = {"plan": "str", "group": "str", "value": "float64", "text": "str"}
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(types)


def _now(frame: pd.DataFrame, part: str) -> list[str] | None:
    """What stands in a part of ``frame``; None where there is no such part any more."""
    cells = reads.cells(part)
    assert cells is not None
    try:
        return values_of(frame, cells)
    except LookupError:
        return None


#: Ways to read a frame; each gives what a notebook may show.
READS: dict[str, Read] = {
    "a column": lambda f: f["value"].tolist(),
    "columns": lambda f: f[["plan", "text"]].to_csv(),
    "rows by a mask": lambda f: f[f["group"] == "beds"]["value"].tolist(),
    "rows of rows": lambda f: f[f["group"].eq("beds")][lambda g: g["value"] > 1].to_csv(),
    "masks in turn": lambda f: (beds := f[f["group"].eq("beds")])[beds["value"].gt(1)]["text"].tolist(),
    "a mask given": lambda f: f.loc[f["value"].notna(), "group"].tolist(),
    "rows given": lambda f: f.loc[f["value"].notna()]["text"].tolist(),
    "all rows of a column": lambda f: f.loc[:, "text"].tolist(),
    "rows without gaps": lambda f: f.dropna(subset=["value"])["plan"].tolist(),
    "rows without a gap": lambda f: f.dropna(subset="text")["value"].tolist(),
    "rows without any gap": lambda f: f.dropna().to_csv(),
    "how many": lambda f: len(f),
    "how many of a kind": lambda f: len(f[f["group"] == "money"]),
    "the shape": lambda f: f.shape,
    "whether there are any": lambda f: f[f["value"] > 1].empty,
    "the index": lambda f: list(f.index),
    "names of columns": lambda f: [*map(str, f.columns)],
    "groups": lambda f: f.groupby("group")["value"].sum().to_dict(),
    "order": lambda f: f.sort_values("value", kind="stable")["plan"].tolist(),
    "a merge": lambda f: f.merge(f[["plan"]].drop_duplicates(), on="plan").to_csv(),
    "concatenated": lambda f: pd.concat([f, f]).to_csv(),
    "an attribute": lambda f: f.value.tolist(),
    "added": lambda f: (f[["value"]] + 1).to_csv(),
    "compared": lambda f: (f == "x").to_numpy().tolist(),
    "as an array": lambda f: np.asarray(f).tolist(),
    "as text": repr,
    "first rows": lambda f: f.head(2).to_csv(),
    "by place": lambda f: f.iloc[0].tolist() if len(f) else None,
    "cell by cell": lambda f: [row["value"] for row in records(f)],
    "what is there": lambda f: [row.get("text") for row in records(f) if row["group"] == "beds"],
    "whole records": lambda f: [dict(row) for row in records(f)],
    "records and more": lambda f: [row | {"more": 1} for row in records(f)],
    "a copy": lambda f: f.copy().to_csv(),
    "a new column": lambda f: f.assign(more=1).to_csv(),
    "rows of the end": lambda f: f[1:].to_csv(),
    "as a page": lambda f: f._repr_html_(),
    "columns as a page": lambda f: f[["text", "group"]]._repr_html_(),
    "rows as a page": lambda f: f[f["group"] == "beds"][["value", "text"]]._repr_html_(),
    "in LaTeX": lambda f: f._repr_latex_(),
    "first rows of columns": lambda f: f[["plan", "value"]].head(3)["value"].tolist(),
    "all but the last rows": lambda f: f.head(-1).to_csv(),
    "columns changed": lambda f: f[["plan", "value"]].assign(more=1).to_csv(),
    "columns of columns": lambda f: f[["plan", "value"]]["value"].tolist(),
    "how many of columns": lambda f: len(f[["plan"]]),
    "rows of some texts": lambda f: among(f, "text", ["x", np.nan]).to_csv(),
    "texts of some": lambda f: among(f[f["group"] == "beds"], "text", ["y"])["value"].tolist(),
    "unlike rows": lambda f: f[~f["text"].duplicated()]["plan"].tolist(),
}

_rows = st.lists(
    st.tuples(
        st.sampled_from("ab"), st.sampled_from(_GROUPS), st.sampled_from(_VALUES), st.sampled_from(_TEXTS)
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("way", READS)
def test_it_reads_as_the_frame_does(way: str) -> None:
    """What is read of a noted frame is what pandas gives."""
    frame = _frame([("a", "beds", 1.5, "x"), ("b", "money", np.nan, "y"), ("b", "beds", 0.0, np.nan)])
    assert repr(READS[way](frame)) == repr(READS[way](NotedFrame(frame, lambda part: None, "t")))


@settings(max_examples=400, deadline=None)
@given(way=st.sampled_from(sorted(READS)), before=_rows, after=_rows, data=st.data())
def test_what_is_shown_changes_only_with_what_was_noted(
    way: str, before: Rows, after: Rows, data: st.DataObject
) -> None:
    """Whatever becomes of a table: where all that was noted is as it was, the same is shown. Cells
    change one by one, rows come and go."""
    if data.draw(st.booleans(), label="one cell"):
        row, column = data.draw(st.integers(0, len(before) - 1)), data.draw(st.integers(0, 3))
        after = [
            tuple(
                new if at == (row, column) else old
                for at, old, new in zip([(number, place) for place in range(4)], line, after[0], strict=True)
            )
            for number, line in enumerate(before)
        ]  # type: ignore[misc]
    noted: set[str] = set()
    old, new = _frame(before), _frame(after)
    with pd.option_context("display.max_rows", 4, "display.min_rows", 2, "display.max_colwidth", 27):
        shown = repr(READS[way](NotedFrame(old, noted.add, "t")))
        stands = all(_now(old, part) == _now(new, part) for part in noted)
        assert not stands or shown == repr(READS[way](new))


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("a column", {("value", "")}),
        ("masks in turn", {("group", ""), ("value", "0 2"), ("text", "0")}),
        ("a mask given", {("value", ""), ("group", "0 2")}),
        ("rows without gaps", {("value", ""), ("plan", "0 2")}),
        ("how many", {("#", "")}),
        ("how many of a kind", {("group", "")}),
        ("names of columns", set()),
        ("cell by cell", {("value", "")}),
        ("groups", {("*", "")}),
    ],
)
def test_no_more_is_noted_than_is_read(way: str, expected: set[tuple[str, str]]) -> None:
    """Columns, and of these the rows that a mask picked."""
    frame = _frame([("a", "beds", 1.5, "x"), ("b", "money", np.nan, "y"), ("b", "beds", 0.0, np.nan)])
    noted: set[str] = set()
    READS[way](NotedFrame(frame, noted.add, "t"))
    assert expected == {(cells.column, cells.rows) for part in noted if (cells := reads.cells(part))}


def test_a_change_in_place_is_a_change_of_the_frame() -> None:
    """A notebook may add a column: it is there, as in any frame."""
    noted: set[str] = set()
    frame: Any = NotedFrame(_frame([("a", "beds", 1.5, "x")]), noted.add, "t")
    frame["more"] = 2
    assert ([2], 5, {"t\t*\t"}) == (frame["more"].tolist(), frame.shape[1], noted - {"t\tmore\t", "t\t#\t"})


@given(st.sets(st.integers(0, 60)))
def test_rows_are_written_and_read_back(rows: set[int]) -> None:
    """As ranges."""
    assert sorted(rows) == from_ranges(in_ranges(np.array(sorted(rows), dtype=int)))


@pytest.mark.parametrize(
    "rows, text",
    [
        ([], "none"),
        ([0], "0"),
        ([3], "3"),
        ([0, 1], "0-1"),
        ([0, 2], "0 2"),
        ([0, 1, 2, 3, 4, 7, 8], "0-4 7-8"),
        ([3, 2, 1], "3 2 1"),
        ([1, 1, 2, 2], "1 1-2 2"),
    ],
)
def test_rows_are_told_in_ranges(rows: list[int], text: str) -> None:
    """In the order they were read in, a row alone by its number; no rows are told apart from all of them,
    which are ""."""
    assert text == in_ranges(np.array(rows, dtype=int))
    assert rows == from_ranges(text)


def test_rows_that_take_much_room_are_all_rows() -> None:
    """More than 2000 characters of numbers; then any change of the column counts."""
    rows = [10, 12, *range(1000, 1798, 2)]
    assert 2000 == len(in_ranges(np.array(rows)))
    assert "" == in_ranges(np.array([*rows, 1800]))


@pytest.mark.parametrize(
    "index, labels",
    [(None, []), (["b", "a"], ["'b'", "'a'"]), (pd.RangeIndex(3, 5), []), ([1, 0], ["1", "0"])],
)
def test_the_number_of_rows_is_told_with_their_names(index: Any, labels: list[str]) -> None:
    """Rows that are called by their number alone have no names; what has no rows has none either."""
    frame = pd.DataFrame({"plan_id": ["a", "b"]}, index=index)
    count = reads.Cells("t", reads.COUNT, "", "")
    assert ["2", *labels] == values_of(frame, count)
    assert ["3"] == values_of({"a", "b", "c"}, count)


def noted_of(read: Callable[[Any], object], **made_of: tuple[str, ...]) -> set[tuple[str, str]]:
    """What is noted of a frame of three rows, of which two are those of some table."""
    frame = _frame([("a", "beds", 1.5, "x"), ("b", "money", np.nan, "y"), ("b", "beds", 0.0, np.nan)])
    noted: set[str] = set()
    read(NotedFrame(frame, noted.add, "t", np.array([4, 5, 9]), made_of))
    return {(cells.column, cells.rows) for part in noted if (cells := reads.cells(part))}


@pytest.mark.parametrize(
    "read, expected",
    [
        (lambda f: f["value"], {("value", "4-5 9")}),
        (lambda f: f[f["group"] == "beds"]["value"], {("group", "4-5 9"), ("value", "4 9")}),
        (lambda f: len(f), set()),
        (lambda f: f.shape, set()),
        (lambda f: f.columns, set()),
        (lambda f: f.sum(), {("*", "4-5 9")}),
        (lambda f: f[["value", "text"]], set()),
        (lambda f: f[["value", "text"]].sum(), {("value", "4-5 9"), ("text", "4-5 9")}),
        (lambda f: f[["value", "text"]]["text"], {("text", "4-5 9")}),
        (lambda f: f.head(2)["text"], {("text", "4-5")}),
        (lambda f: f.noted_among("plan", ["b"])["text"], {("plan", "4-5 9"), ("text", "5 9")}),
        (lambda f: repr(f[["text"]]), {("text", "4-5 9")}),
        (lambda f: f.loc[f["group"] == "none"]["value"], {("group", "4-5 9"), ("value", "none")}),
        (lambda f: f.loc[f["group"] == "beds", "value"], {("group", "4-5 9"), ("value", "4 9")}),
        (
            lambda f: f.loc[f["group"] == "beds", ["value", "text"]],
            {("group", "4-5 9")},
        ),
        (
            lambda f: f.loc[f["group"] == "beds", ["value", "text"]].sum(),
            {("group", "4-5 9"), ("value", "4 9"), ("text", "4 9")},
        ),
        (lambda f: f.loc[0], {("*", "4-5 9")}),
        (lambda f: f.loc[0, "value"], {("*", "4-5 9")}),
        (lambda f: f.loc[:, "value"], {("*", "4-5 9")}),
        (lambda f: f.dropna(subset=["value", "text"]), {("value", "4-5 9"), ("text", "4-5 9")}),
        (lambda f: f.dropna(subset="value")["plan"], {("value", "4-5 9"), ("plan", "4 9")}),
        (lambda f: f.dropna(), {("*", "4-5 9")}),
        (lambda f: f.dropna(subset=["value"], how="all"), {("*", "4-5 9")}),
        (lambda f: [row["text"] for row in records(f)], {("text", "4-5 9")}),
        (lambda f: [("text" in row, len(row), list(row)) for row in records(f)], set()),
        (lambda f: f.noted_plain(), set()),
        (lambda f: f.noted_whole(), {("*", "4-5 9")}),
    ],
)
def test_what_is_noted_of_some_rows(read: Callable[[Any], object], expected: set[tuple[str, str]]) -> None:
    """By their numbers in the table; how many were picked follows from what they were picked by."""
    assert expected == noted_of(read)


@pytest.mark.parametrize(
    "read, expected",
    [
        (lambda f: f["text"], {("x", "4-5 9"), ("y", "4-5 9")}),
        (lambda f: f["value"], {("value", "4-5 9")}),
        (lambda f: f.sum(), {(name, "4-5 9") for name in ("plan", "group", "value", "x", "y")}),
        (lambda f: f[f["value"].notna()]["text"], {("value", "4-5 9"), ("x", "4 9"), ("y", "4 9")}),
    ],
)
def test_a_column_made_of_others_is_noted_as_these(
    read: Callable[[Any], object], expected: set[tuple[str, str]]
) -> None:
    """What is printed of a code is read where the code is."""
    assert expected == noted_of(read, text=("x", "y"))


@pytest.mark.parametrize(
    "made_of, noted",
    [
        ({}, {("plan", "4-5 9")}),
        ({"plan": ("plan",)}, {("plan", "4-5 9")}),
        ({"plan": ("code",)}, {("code", "4-5 9")}),
        ({"plan": ("a", "b")}, {("a", "4-5 9"), ("b", "4-5 9")}),
        ({"plan": ("plan", "year")}, {("plan", "4-5 9"), ("year", "4-5 9")}),
        ({"plan": ("zone",)}, {("zone", "4-5 9")}),
    ],
)
def test_rows_picked_by_a_column_are_noted_as_what_it_is_made_of(
    made_of: dict[str, tuple[str, ...]], noted: set[tuple[str, str]]
) -> None:
    """Which cells are among some is told of a column of the table alone, not of names made of codes."""
    assert noted == noted_of(lambda f: f.noted_among("plan", ["b"]), **made_of)


def test_a_frame_with_names_is_noted_as_the_codes() -> None:
    """Over two steps as well."""
    frame = _frame([("a", "beds", 1.5, "x")])
    noted: set[str] = set()
    first = NotedFrame(frame, noted.add, "t").noted_with(frame.assign(label="甲"), {"label": "plan"})
    second = first.noted_with(first.noted_plain().assign(again="乙"), {"again": "label"})
    assert (["甲"], ["乙"]) == (list(second["label"]), list(second["again"]))
    assert {"t\tplan\t"} == noted


def test_what_is_changed_in_a_frame_is_read_as_a_whole() -> None:
    """A column set, deleted or renamed is a change of all that is shown of it."""
    for change in (
        lambda f: f.__delitem__("text"),
        lambda f: f.__setitem__("text", 1),
        lambda f: setattr(f, "columns", list("abcd")),
    ):
        frame, noted = _frame([("a", "beds", 1.5, "x")]), set[str]()
        made = NotedFrame(frame, noted.add, "t")
        change(made)
        assert ({"t\t*\t"}, False) == (
            noted,
            list(frame) == list(_COLUMNS) and frame["text"].tolist() == ["x"],
        )


def test_names_of_rows_are_read_with_their_number() -> None:
    """Of an answer whose rows are called by plans."""
    before, after = (pd.DataFrame({"x": [1, 2]}, index=list(names)) for names in ("ab", "ac"))
    for part in ("t\t#\t", "t\t*\t"):
        assert _now(before, part) != _now(after, part)
