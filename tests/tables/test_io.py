"""Tables on disk: what is written is what is read, and what is broken is said in full."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.tables.storage import parquet
from compare.tables.storage.frames import make_frame
from compare.tables.storage.io import csv_text, read_table, write_table
from compare.tables.storage.parquet import ParquetFiles
from compare.tables.storage.schemas import Column, Schema, schemas
from compare.tables.storage.store import read_stored
from compare.tables.storage.validation import (
    FAILURE_COLUMNS,
    TableError,
    check_references,
    readable,
)

# Any text but NUL, which no CSV holds and no text of a document has; words for what is missing among it.
_TEXT = st.sampled_from(["NA", "null", "None", "n/a", "nan"]) | st.text(
    st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1, max_size=12
)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": _TEXT,
    "date": st.sampled_from(["2022", "2022-12", "2022-12-31"]),
    "year": st.sampled_from(["2022", "1999"]),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "integer": st.integers(0, 10**9),
    "boolean": st.booleans(),
}


def values(column: Column) -> st.SearchStrategy[Any]:
    if column.codes:
        found: st.SearchStrategy[Any] = st.sampled_from(column.codes)
    elif column.type == "text" and column.pattern:
        found = st.from_regex(column.pattern, fullmatch=True).filter(lambda text: "\n" not in text)
    else:
        found = _VALUES[column.type]
    return found if column.required else st.none() | found


def tables(schema: Schema) -> st.SearchStrategy[pd.DataFrame]:
    """Any table that keeps ``schema``."""
    row = st.fixed_dictionaries({column.name: values(column) for column in schema.columns})
    rows = st.lists(row, max_size=4, unique_by=lambda row: tuple(row[name] for name in schema.key))
    return rows.map(lambda found: make_frame(schema, found))


_TABLES = st.sampled_from(list(schemas().values())).flatmap(
    lambda schema: st.tuples(st.just(schema), tables(schema))
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(_TABLES, st.data())
def test_parquet_gives_back_what_was_written(
    tmp_path: Path, case: tuple[Schema, pd.DataFrame], data: st.DataObject
) -> None:
    """As CSV does, with the same dtypes, in however many parts a table was written."""
    pytest.importorskip("pyarrow")
    schema, frame = case
    cut = data.draw(st.integers(0, len(frame)))
    for path in tmp_path.iterdir():
        path.unlink()
    files = ParquetFiles(tmp_path, schema)
    for part in (frame[:cut], frame[cut:]):
        files.add(part)
    assert [tmp_path / f"{schema.name}.0001.parquet"] == files.close()
    pd.testing.assert_frame_equal(frame, read_stored(tmp_path, schema.name), check_exact=True)


def test_a_part_of_a_table_is_closed_when_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next rows begin another part; the name is that of the part that is or will be written."""
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(parquet, "_ROWS", 3)
    schema = schemas()["numerals"]
    row = {"plan_id": "a", "end": 9, "text": "55", "role": "statement"}
    files, names = ParquetFiles(tmp_path, schema), []
    for starts in ([0, 1], [2], [3, 4, 5, 6], [7]):
        files.add(make_frame(schema, [row | {"start": start} for start in starts]))
        names.append(files.name.removesuffix(".parquet"))
    assert ["numerals.0001", "numerals.0002", "numerals.0003", "numerals.0003"] == names
    paths = files.close()
    parts = [list(parquet.read_parquet(path, schema)["start"]) for path in paths]
    assert [[0, 1, 2], [3, 4, 5, 6], [7]] == parts


def test_a_table_without_rows_is_a_file_too(tmp_path: Path) -> None:
    """The first part, which has a name before anything is written."""
    pytest.importorskip("pyarrow")
    files = ParquetFiles(tmp_path, schemas()["numerals"])
    assert "numerals.0001.parquet" == files.name
    assert [tmp_path / "numerals.0001.parquet"] == files.close()
    assert 0 == len(parquet.read_parquet(tmp_path / "numerals.0001.parquet", schemas()["numerals"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(_TABLES)
def test_reading_gives_back_what_was_written(tmp_path: Path, case: tuple[Schema, pd.DataFrame]) -> None:
    """Any text (commas, quotes, line ends, full width, leading '='), any number, to the last bit."""
    schema, frame = case
    path = tmp_path / "table.csv"
    write_table(frame, schema, path)
    pd.testing.assert_frame_equal(frame, read_table(path, schema), check_exact=True)
    written = path.read_bytes()
    write_table(read_table(path, schema), schema, path)
    assert written == path.read_bytes()


def plans(**values: object) -> dict[str, object]:
    """A row of ``plans`` that keeps its schema."""
    row = {"plan_id": "a", "source_file": "a.txt", "source_format": "txt", "complete": True, "reviewed": True}
    return row | {"source_sha256": "0" * 64} | values


def test_text_that_a_spreadsheet_would_run_is_kept_as_data() -> None:
    """A title that starts with '=' is a title; guarding against formulas is the workbook's part."""
    text = csv_text(make_frame(schemas()["plans"], [plans(title="=1+1", issuer="-甲")]), schemas()["plans"])
    assert ",=1+1," in text
    assert ",-甲," in text


def test_numbers_are_written_as_short_as_they_are() -> None:
    """50 and not 50.0: a table is read by people too."""
    schema = schemas()["allocations"]
    rows = [
        {
            "plan_id": "a",
            "statement_id": name,
            "status": "stated",
            "start": 0,
            "end": 1,
            "is_total": False,
            "value": value,
        }
        for name, value in (("a", 50.0), ("b", 0.1), ("c", 0.0), ("d", None))
    ]
    lines = csv_text(make_frame(schema, rows), schema).splitlines()[1:]
    assert ["50", "0.1", "0", ""] == [line.split(",")[3] for line in lines]


def test_nothing_is_written_where_a_table_breaks_its_schema(tmp_path: Path) -> None:
    """The check comes before the file."""
    path = tmp_path / "plans.csv"
    with pytest.raises(TableError, match="not one of province"):
        write_table(make_frame(schemas()["plans"], [plans(region_level="galaxy")]), schemas()["plans"], path)
    assert not path.exists()


def test_every_failure_is_reported_at_once(tmp_path: Path) -> None:
    """A person mends a table once, not once per failure; rows count as a spreadsheet shows them."""
    schema = schemas()["plans"]
    good = csv_text(make_frame(schema, [plans(), plans(plan_id="b")]), schema)
    header, first, second = good.splitlines()
    bad = first.replace("True", "maybe", 1).replace("0" * 64, "short")
    path = tmp_path / "plans.csv"
    path.write_text("\n".join([header, bad, second.replace("b,", "a,", 1), ""]), encoding="utf-8")
    with pytest.raises(TableError) as error:
        read_table(path, schema)
    assert str(error.value).splitlines() == [
        "plans.csv: column complete, row 2: is not True or False (maybe)",
        "plans.csv: column plan_id, row 2: is not unique (a)",
        "plans.csv: column source_sha256, row 2: does not read [0-9a-f]{64} (short)",
        "plans.csv: column plan_id, row 3: is not unique (a)",
    ]
    assert [0, 1, 2, 3] == list(error.value.failures.index)


@pytest.mark.parametrize(
    "content, expected",
    [
        (b"", "is not a UTF-8 CSV table"),
        (b"\xff\xfe\x00", "is not a UTF-8 CSV table"),
        (b"a,b\n1,2\n", "lacks the columns"),
    ],
)
def test_a_file_that_is_no_such_table_is_named(tmp_path: Path, content: bytes, expected: str) -> None:
    """Empty, binary, or another table."""
    path = tmp_path / "plans.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=expected):
        read_table(path, schemas()["plans"])


def test_a_reference_to_a_row_that_is_not_there_is_a_failure() -> None:
    """A statement of a plan that no table knows could not be cited."""
    statement = {
        "statement_id": "s",
        "plan_id": "gone",
        "passage_id": "x",
        "kind": "target",
        "implied": False,
    }
    offsets = dict.fromkeys(("start", "end", "value_start", "value_end"), 0)
    found = check_references(
        {
            "plans": make_frame(schemas()["plans"], [plans()]),
            "statements": make_frame(schemas()["statements"], [statement | offsets]),
        }
    )
    assert [("statements", "plan_id", "gone")] == list(
        found[["table", "column", "value"]].itertuples(index=False, name=None)
    )


def failure(
    column: str = "title", check: str = "is empty", value: str = "", row: int | None = 2
) -> tuple[Any, ...]:
    return ("plans", column, check, value, row)


@pytest.mark.parametrize("number, more", [(20, None), (21, "and 1 more"), (45, "and 25 more")])
def test_after_the_twentieth_failure_only_their_number_is_said(number: int, more: str | None) -> None:
    """Twenty lines can be read; the table of failures has all of them."""
    frame = pd.DataFrame([failure(row=at) for at in range(number)], columns=list(FAILURE_COLUMNS))
    lines = readable(frame).splitlines()
    assert (20 if more is None else 21) == len(lines)
    assert lines[-1] == (more or "plans.csv: column title, row 19: is empty")
    assert number == len(TableError(frame).failures)


@pytest.mark.parametrize(
    "parts, line",
    [
        (failure(), "plans.csv: column title, row 2: is empty"),
        (failure(value="x"), "plans.csv: column title, row 2: is empty (x)"),
        (failure(row=None), "plans.csv: column title: is empty"),
        (failure(column=""), "plans.csv: row 2: is empty"),
        (failure(column="", row=None), "plans.csv: is empty"),
    ],
)
def test_a_failure_is_one_line(parts: tuple[Any, ...], line: str) -> None:
    """With what is known of its place, and the value that is wrong."""
    assert line == readable(pd.DataFrame([parts], columns=list(FAILURE_COLUMNS)))


def test_references_are_checked_between_the_tables_given() -> None:
    """A row is named as a spreadsheet shows it; what is empty points nowhere, and what is not at hand is not
    looked up."""
    plans_of = make_frame(schemas()["plans"], [plans()])
    references = pd.DataFrame({"plan_id": ["a", "gone", None, "lost"]})
    found = check_references({"plans": plans_of, "numerals": references})
    assert [("plan_id", "gone", 3), ("plan_id", "lost", 5)] == list(
        found[["column", "value", "row"]].itertuples(index=False, name=None)
    )
    assert {"not found in plans.plan_id"} == set(found["check"])
    assert 0 == len(check_references({"numerals": references}))
    pair = pd.DataFrame({"plan_a": ["gone"], "plan_b": ["lost"]})
    for reuse, unknown in (
        (pair, ["gone", "lost"]),
        (pair[["plan_a"]], ["gone"]),
        (pair[["plan_b"]], ["lost"]),
    ):
        assert unknown == list(check_references({"plans": plans_of, "reuse": reuse})["value"])
    assert 0 == len(check_references({"plans": plans_of[["title"]], "reuse": pair}))


def test_an_offset_is_not_negative(tmp_path: Path) -> None:
    """Zero is the first character."""
    schema = schemas()["numerals"]
    row = {"plan_id": "a", "start": 0, "end": 2, "text": "55", "role": "statement"}
    write_table(make_frame(schema, [row]), schema, tmp_path / "numerals.csv")
    with pytest.raises(TableError, match="column start, row 2: a negative offset"):
        write_table(make_frame(schema, [row | {"start": -1}]), schema, tmp_path / "numerals.csv")


@pytest.mark.parametrize(
    "cell, complaint",
    [("1.5", "start"), ("x", "start"), ("1" * 19, "start"), ("-", "start"), ("1" * 18, ""), ("7", "")],
)
def test_a_whole_number_is_written_in_at_most_18_digits(tmp_path: Path, cell: str, complaint: str) -> None:
    """As many as a machine counts to; anything else is named with its row."""
    schema = schemas()["numerals"]
    row = {"plan_id": "a", "start": 5, "end": 2, "text": "55", "role": "statement"}
    path = tmp_path / "numerals.csv"
    path.write_text(
        csv_text(make_frame(schema, [row]), schema).replace(",5,", f",{cell},", 1), encoding="utf-8"
    )
    if complaint:
        with pytest.raises(TableError, match=f"column {complaint}, row 2: .*{cell}"):
            read_table(path, schema)
    else:
        assert [int(cell)] == list(read_table(path, schema)["start"])
