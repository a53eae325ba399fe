"""Tables written some plans at a time, and read again whole or for some plans."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from compare.tables.select import UnknownId
from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.tables.storage.store import Writer, read_stored
from compare.tables.storage.validation import TableError
from compare.tables.stored_tables import StoredTables


def of_plan(plan_id: str, starts: tuple[int, ...] = (0, 5), **plan: Any) -> dict[str, pd.DataFrame]:
    """The tables of a plan with some numerals."""
    row = {"plan_id": plan_id, "source_file": "a.txt", "source_format": "txt", "complete": True}
    row |= {"reviewed": True, "source_sha256": "0" * 64, **plan}
    numerals = [{"plan_id": plan_id, "start": at, "end": 99, "text": "5", "role": "date"} for at in starts]
    return {
        "plans": make_frame(schemas()["plans"], [row]),
        "numerals": make_frame(schemas()["numerals"], numerals),
    }


def written(folder: Path, *parts: Mapping[str, pd.DataFrame], parquet: bool = False) -> list[str]:
    """The names of the files of a study of these plans, written one after the other."""
    writer = Writer(folder, [one for part in parts for one in part["plans"]["plan_id"]], parquet)
    for part in parts:
        writer.add(part)
    return writer.close()


@pytest.mark.parametrize("parquet, suffix", [(False, "csv"), (True, "0001.parquet")])
def test_plans_that_are_written_in_turn_are_one_table(tmp_path: Path, parquet: bool, suffix: str) -> None:
    """In the order in which they came; of some plans their rows alone are read, numbered from zero; the
    descriptor comes last and has the format and the size of every file."""
    if parquet:
        pytest.importorskip("pyarrow")
    files = written(tmp_path, of_plan("a"), of_plan("b", (3,)), of_plan("c"), parquet=parquet)
    assert [*(f"{name}.{suffix}" for name in schemas()), "datapackage.json"] == files
    numerals = read_stored(tmp_path, "numerals")
    assert [("a", 0), ("a", 5), ("b", 3), ("c", 0), ("c", 5)] == list(
        zip(numerals["plan_id"], numerals["start"], strict=True)
    )
    some = read_stored(tmp_path, "numerals", ["c", "b"])
    assert [(0, "b", 3), (1, "c", 0), (2, "c", 5)] == list(
        zip(some.index, some["plan_id"], some["start"], strict=True)
    )
    assert 0 == len(read_stored(tmp_path, "terms"))
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert [(tmp_path / one["path"]).stat().st_size for one in described] == [
        one["bytes"] for one in described
    ]
    assert {("parquet", "data-resource") if parquet else ("csv", "tabular-data-resource")} == {
        (one["format"], one["profile"]) for one in described
    }


@pytest.mark.parametrize(
    "parquet, lines",
    [
        (
            False,
            [
                "numerals.csv: column start, row 4: a negative offset (-1)",
                "numerals.csv: column plan_id, row 6: not found in plans.plan_id (lost)",
            ],
        ),
        (
            True,
            [
                "numerals.0001.parquet: column start, row 3: a negative offset (-1)",
                "numerals.0001.parquet: column plan_id, row 5: not found in plans.plan_id (lost)",
            ],
        ),
    ],
)
def test_every_failure_of_every_part_is_said_at_the_end(
    tmp_path: Path, parquet: bool, lines: list[str]
) -> None:
    """With the row of the whole table, as a spreadsheet counts it or as the parts of Parquet do; nothing is
    written from the first on, and no descriptor."""
    if parquet:
        pytest.importorskip("pyarrow")
    writer = Writer(tmp_path, ["a", "b"], parquet)
    writer.add(of_plan("a"))
    writer.add(of_plan("b", (3, -1)))
    writer.add({"numerals": of_plan("lost", (7,))["numerals"]})
    assert (2, 5) == (writer.rows["plans"], writer.rows["numerals"])
    with pytest.raises(TableError) as error:
        writer.close()
    assert lines == str(error.value).splitlines()
    assert not (tmp_path / "datapackage.json").exists()


def test_what_was_checked_when_it_was_written_is_not_checked_again(tmp_path: Path) -> None:
    """As long as the file is the same to the last byte; any other is checked."""
    written(tmp_path, of_plan("a"))
    path = tmp_path / "numerals.csv"
    text = path.read_text(encoding="utf-8").replace("date", "nothing of the kind", 1)
    path.write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert 2 == len(read_stored(tmp_path, "numerals", known={"numerals.csv": digest}))
    others = ({"numerals.csv": "0" * 64}, {"numerals.csv": "f" * 64}, {"plans.csv": digest})
    for known in ({}, *others):
        with pytest.raises(TableError, match="column role"):
            read_stored(tmp_path, "numerals", known=known)


def test_of_some_plans_rows_are_checked_though_the_file_was(tmp_path: Path) -> None:
    """All of a file that is known is taken as it is; for some of its plans it is not read whole, so what is
    read is checked."""
    written(tmp_path, of_plan("a"), of_plan("b"))
    path = tmp_path / "numerals.csv"
    text = path.read_text(encoding="utf-8").replace("date", "nothing of the kind", 1)
    path.write_text(text, encoding="utf-8")
    known = {"numerals.csv": hashlib.sha256(text.encode()).hexdigest()}
    assert 4 == len(StoredTables(tmp_path, known).numerals)
    with pytest.raises(TableError, match="column role"):
        _ = StoredTables(tmp_path, known, ["a"]).numerals


def test_a_failure_in_parquet_names_its_row_only_where_all_rows_are_read(tmp_path: Path) -> None:
    """Of some plans it is not known where in the file a row stands."""
    pytest.importorskip("pyarrow")
    written(tmp_path, of_plan("a"), of_plan("b"), parquet=True)
    path = tmp_path / "numerals.0001.parquet"
    frame = pd.read_parquet(path)
    frame.loc[frame["plan_id"] == "b", "end"] = -1
    frame.to_parquet(path, index=False)
    with pytest.raises(TableError) as whole:
        read_stored(tmp_path, "numerals")
    with pytest.raises(TableError) as some:
        read_stored(tmp_path, "numerals", ["b"])
    file = "numerals.0001.parquet"
    assert [f"{file}: column end, row {row}: a negative offset (-1)" for row in (3, 4)] == (
        str(whole.value).splitlines()
    )
    assert [f"{file}: column end: a negative offset (-1)"] * 2 == str(some.value).splitlines()


def test_tables_are_those_of_the_plans_named(tmp_path: Path) -> None:
    """By region or id; a plan is called as among all, and a name that none has is an error."""
    written(
        tmp_path,
        of_plan("a", region_zh="甲市", region_en="Jia", issued_on="2020-01-01"),
        of_plan("b", (3,), region_zh="甲市", region_en="Jia", issued_on="2021-01-01"),
        of_plan("c", region_zh="乙市", region_en="Yi"),
    )
    assert [["a", "b", "c"], ["a", "b"], ["b"], ["b", "c"]] == [
        list(StoredTables(tmp_path, plans=named).plans["plan_id"])
        for named in (None, ["甲市(2020)", "甲市(2021)"], "Jia (2021)", ["c", "b"])
    ]
    some = StoredTables(tmp_path, plans=["b", "c"]).numerals
    assert ([3, 0, 5], [0, 1, 2]) == (list(some["start"]), list(some.index))
    assert schemas()["numerals"].names == tuple(some.columns)
    with pytest.raises(UnknownId, match="no plan '丙市'"):
        _ = StoredTables(tmp_path, plans="丙市").plans


def test_parts_of_a_table_are_read_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are numbered through, whole or of some plans."""
    pytest.importorskip("pyarrow")
    monkeypatch.setattr("compare.tables.storage.parquet._ROWS", 2)
    files = written(tmp_path, *(of_plan(name) for name in "abc"), parquet=True)
    assert ["numerals.0001.parquet", "numerals.0002.parquet", "numerals.0003.parquet"] == [
        name for name in files if name.startswith("numerals")
    ]
    numerals = read_stored(tmp_path, "numerals")
    assert (list("aabbcc"), list(range(6))) == (list(numerals["plan_id"]), list(numerals.index))
    some = read_stored(tmp_path, "numerals", ["a", "c"])
    assert (list("aacc"), list(range(4))) == (list(some["plan_id"]), list(some.index))
