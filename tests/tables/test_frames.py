"""Rows to typed frames: missing stays missing, zero stays zero, and the order does not depend on either."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pandas as pd
import pytest

from compare.tables.storage.csvtext import csv_columns, csv_lines, field
from compare.tables.storage.frames import (
    combine,
    gather,
    in_order,
    make_frame,
    of_plans,
    records,
    sorted_rows,
    text_of,
)
from compare.tables.storage.schemas import Schema, parse_schema, schemas


def column(kind: str, **more: object) -> dict[str, object]:
    said = {"en": "", "zh": ""}
    return {"type": kind, "title": said, "description": said, **more}


@pytest.fixture
def schema() -> Schema:
    """A small table, as ``schemas.yaml`` would describe it."""
    said = {"en": "", "zh": ""}
    columns = {
        "plan_id": column("text"),
        "said": column("text"),
        "value": column("number"),
        "count": column("integer"),
        "sure": column("boolean"),
    }
    return parse_schema(
        "made",
        {
            "title": said,
            "description": said,
            "columns": columns,
            "key": ["plan_id"],
            "order": ["plan_id", "value"],
        },
    )


@pytest.mark.parametrize("column, zero", [("value", 0.0), ("count", 0), ("sure", False)])
def test_zero_is_kept_and_what_is_missing_stays_missing(schema: Schema, column: str, zero: object) -> None:
    """0, and False, are statements; no value, and a column that a row does not have, are none."""
    rows: list[dict[str, Any]] = [
        {"plan_id": "a", column: zero},
        {"plan_id": "b", column: None},
        {"plan_id": "c"},
    ]
    frame = make_frame(schema, rows)
    assert [False, True, True] == list(frame[column].isna())
    assert zero == frame[column].iloc[0]


def test_empty_text_is_missing_and_the_text_0_is_not(schema: Schema) -> None:
    """Empty text says nothing; a text that reads 0 is a text."""
    frame = make_frame(schema, [{"plan_id": "a", "said": ""}, {"plan_id": "b", "said": "0"}])
    assert ["", "0"] == [text_of(cell) for cell in frame["said"]]
    assert [True, False] == list(frame["said"].isna())


@pytest.mark.parametrize("missing", [None, math.nan])
def test_rows_are_in_one_order_however_they_came(schema: Schema, missing: object) -> None:
    """What is missing stands first, then zero, then what is more; a frame is sorted as its rows are."""
    values = (missing, -1.0, 0.0, 2.0)
    expected = make_frame(schema, [{"plan_id": "a", "value": value} for value in values])
    assert [True, False, False, False] == list(expected["value"].isna())
    assert [-1.0, 0.0, 2.0] == list(expected["value"].iloc[1:])
    for order in itertools.permutations(values):
        rows = [{"plan_id": "a", "value": value} for value in order]
        pd.testing.assert_frame_equal(expected, make_frame(schema, rows))
        unsorted = pd.DataFrame(rows).reindex(columns=list(schema.names)).astype(expected.dtypes)
        pd.testing.assert_frame_equal(expected, in_order(unsorted, schema))


def test_a_plan_is_found_again_among_those_it_was_combined_with() -> None:
    """Putting plans together loses no row and mixes none."""
    one = {"plan_id": "a-2020", "start": 0, "end": 2, "text": "55", "role": "statement"}
    parts = [
        {"numerals": make_frame(schemas()["numerals"], [one])},
        {"numerals": make_frame(schemas()["numerals"], [{**one, "plan_id": "b-2020"}])},
    ]
    whole = combine(reversed(parts))["numerals"]
    assert ["a-2020", "b-2020"] == list(whole["plan_id"])
    assert ["b-2020"] == list(of_plans(whole, ["b-2020"])["plan_id"])


@pytest.mark.parametrize(
    "value, text",
    [
        (None, ""),
        ("", ""),
        ("甲", "甲"),
        ("a,b", '"a,b"'),
        ('a"b', '"a""b"'),
        ("a\nb", '"a\nb"'),
        ("a\rb", '"a\rb"'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("a b", "a b"),
        (50.0, "50"),
        (-50.0, "-50"),
        (0.0, "0"),
        (0.1, "0.1"),
        (999999999999999.0, "999999999999999"),
        (1e15, "1000000000000000.0"),
        (-1e15, "-1000000000000000.0"),
        (True, "True"),
        (False, "False"),
        (0, "0"),
        (10**16, "10000000000000000"),
    ],
)
def test_a_cell_is_written_as_short_as_it_can_be_read_back(value: Any, text: str) -> None:
    """Whole numbers without a point as far as a float is exact; text in quotes only where it must be."""
    assert text == field(value)
    assert (
        f"a,b\n{text},\n"
        == "".join(csv_lines(["a", "b"], [[value, None]]))
        == csv_columns({"a": [value], "b": [None]})
    )


def test_the_rows_of_several_plans_are_put_together_in_order() -> None:
    """Plans by their id, the rows of one as they were; nothing of no plans."""
    assert {} == gather([])
    rows = {
        name: [
            {"plan_id": name, "start": at, "end": at + 1, "text": "5", "role": "statement"} for at in (9, 0)
        ]
        for name in ("b", "a")
    }
    made = [sorted_rows({"numerals": rows[name]}) for name in ("b", "a")]
    whole = gather(made)["numerals"]
    assert [("b", 0), ("b", 9), ("a", 0), ("a", 9)] == list(
        zip(whole["plan_id"], whole["start"], strict=True)
    )
    ordered = combine([{"numerals": whole}])["numerals"]
    assert [("a", 0), ("a", 9), ("b", 0), ("b", 9)] == list(
        zip(ordered["plan_id"], ordered["start"], strict=True)
    )
    assert [0, 1, 2, 3] == list(ordered.index)
    alone = of_plans(ordered, ["a"])
    pd.testing.assert_frame_equal(alone, combine([{"numerals": alone}])["numerals"])


def test_records_hold_what_is_missing_as_none(schema: Schema) -> None:
    """Of whole numbers and flags; of numbers as NaN, and zero stays zero."""
    first, second = records(
        make_frame(schema, [{"plan_id": "a"}, {"plan_id": "b", "count": 0, "sure": False, "value": 0.0}])
    )
    assert (None, None, True) == (first["count"], first["sure"], math.isnan(first["value"]))
    assert (0, False, 0.0) == (second["count"], second["sure"], second["value"])
