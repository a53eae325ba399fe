"""Rows to typed frames: missing stays missing, zero stays zero, and the order does not depend on either."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pandas as pd
import pytest

from compare.tables.storage.frames import combine, in_order, make_frame, of_plans, text_of
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
