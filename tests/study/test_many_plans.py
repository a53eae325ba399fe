"""Studies of many plans: tables put together part by part, as CSV or as Parquet, are those made at once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from benchmarks import corpus

import compare
from compare.study.errors import StudyError
from compare.study.people import what_changed
from compare.study.place import Study
from compare.study.runs import plan_tables
from compare.study.runs import run as running
from compare.tables.select import UnknownId
from compare.tables.storage import io, table_files
from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import Schema, schemas
from compare.tables.storage.store import Writer, read_stored
from compare.tables.storage.validation import TableError, check_table

PLANS = 5


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of generated plans that share wording, without tables."""
    root = tmp_path_factory.mktemp("generated") / "study"
    corpus.write(root, PLANS)
    return root


@pytest.fixture
def many(generated: Path, tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> Study:
    """The generated plans taken two at a time."""
    shutil.copytree(generated, tmp_path / "many")
    monkeypatch.setattr(plan_tables, "SIZE", 2)
    return Study(tmp_path / "many")


@pytest.fixture
def large(many: Study, monkeypatch: pytest.MonkeyPatch) -> Study:
    """The same study, large enough for Parquet."""
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(table_files, "LARGEST_CSV", PLANS - 1)
    return many


def frames(study: Study) -> dict[str, pd.DataFrame]:
    return {name: getattr(compare.load(study.root), name) for name in schemas()}


def assert_same(expected: dict[str, pd.DataFrame], actual: dict[str, pd.DataFrame]) -> None:
    for name, frame in expected.items():
        pd.testing.assert_frame_equal(frame, actual[name], check_exact=True)


def edit(study: Study) -> str:
    """Change a value of one plan; its id."""
    source = sorted(study.raw.glob("*.txt"))[2]
    source.write_text(source.read_text(encoding="utf-8") + "\n养老服务床位达到77777张。\n", encoding="utf-8")
    return source.stem


def test_tables_made_in_parts_are_those_made_at_once(
    many: Study, run: Any, contents: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte, wherever plans are read."""
    run(many)
    in_parts = contents(many.processed)
    shutil.rmtree(many.reports)
    shutil.rmtree(many.processed)
    monkeypatch.setattr(plan_tables, "SIZE", 100)
    run(many)
    assert in_parts == contents(many.processed)
    assert len(frames(many)["reuse"]) > 10


def test_parquet_gives_the_frames_of_csv(many: Study, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row for row, with the same dtypes; the other files go when a study grows or shrinks."""
    pytest.importorskip("pyarrow")
    run(many)
    small = frames(many)
    assert {".csv", ".json"} == {path.suffix for path in many.processed.iterdir()}
    monkeypatch.setattr(table_files, "LARGEST_CSV", PLANS - 1)
    shutil.rmtree(many.reports)
    report = run(many)
    assert [] == report.problems
    assert {".parquet", ".json"} == {path.suffix for path in many.processed.iterdir()}
    assert_same(small, frames(many))
    monkeypatch.setattr(table_files, "LARGEST_CSV", PLANS)
    shutil.rmtree(many.reports)
    run(many)
    assert {".csv", ".json"} == {path.suffix for path in many.processed.iterdir()}
    assert_same(small, frames(many))


@pytest.mark.parametrize("stored", ["many", "large"])
def test_tables_of_some_plans(stored: str, request: pytest.FixtureRequest, run: Any) -> None:
    """Their rows of each table, those about two plans where both are named; a plan is called as among all."""
    study: Study = request.getfixturevalue(stored)
    run(study)
    whole = compare.load(study.root)
    chosen = ["p000003", "p000001"]
    some = compare.load(study.root, plans=[chosen[0], whole.labels.plan(chosen[1], "zh")])
    for name in schemas():
        frame = getattr(whole, name)
        pair = frame[[column for column in ("plan_id", "plan_a", "plan_b") if column in frame]]
        expected = frame[pair.isin(chosen).all(axis="columns")].reset_index(drop=True)
        pd.testing.assert_frame_equal(expected, getattr(some, name), check_exact=True)
    assert sorted(chosen) == some.plans["plan_id"].tolist()
    assert whole.labels.plans == some.labels.plans
    assert whole.evidence(some.statements["statement_id"][0]) == some.evidence(
        some.statements["statement_id"][0]
    )


def test_of_some_plans_no_other_row_is_read(large: Study, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet gives the rows asked for, so that memory is theirs."""
    parquet = pytest.importorskip("pyarrow.parquet")
    run(large)
    some = compare.load(large.root, plans="p000002")
    read, rows = parquet.read_table, list[int]()

    def counted(*of: Any, **how: Any) -> Any:
        found = read(*of, **how)
        rows.append(found.num_rows)
        return found

    monkeypatch.setattr(parquet, "read_table", counted)
    assert 0 < len(some.statements)
    assert [len(some.statements)] == rows


def test_a_plan_that_is_not_there_is_said_at_once(large: Study, run: Any) -> None:
    """With the one that comes near."""
    run(large)
    with pytest.raises(UnknownId, match="no plan 'p00001'; did you mean p00000"):
        compare.load(large.root, plans=["p00001"])


def test_a_failure_in_parquet_names_its_file(large: Study, run: Any) -> None:
    """With the row, where it is read as a whole; also a file that is no such table."""
    parquet = pytest.importorskip("pyarrow.parquet")
    run(large)
    for name, column in (("plans", "source_sha256"), ("themes", "theme")):
        path = large.processed / f"{name}.0001.parquet"
        good = parquet.read_table(path)
        place = good.schema.get_field_index(column)
        cells = good.column(place).to_pylist()
        cells[2] = "short" if name == "plans" else None
        parquet.write_table(good.set_column(place, good.schema.field(place), [cells]), path)
    with pytest.raises(TableError, match=r"^plans\.0001\.parquet: column source_sha256, row 3: .*\(short\)$"):
        _ = compare.load(large.root).plans
    path = large.processed / "plans.0001.parquet"
    parquet.write_table(parquet.read_table(path).drop_columns(["title"]), path)
    with pytest.raises(TableError, match=r"^plans\.0001\.parquet: is not that table"):
        _ = compare.load(large.root).plans
    first = sorted(large.raw.glob("*.txt"))[0].stem
    with pytest.raises(TableError, match=r"^themes\.0001\.parquet: column theme: is empty"):
        read_stored(large.processed, "themes", [first])


def test_a_failure_in_parquet_that_is_written_names_its_file(tmp_path: Path) -> None:
    """It counts rows over all that was written."""
    pytest.importorskip("pyarrow")
    writer = Writer(tmp_path, ["a", "b"], parquet=True)
    schema = schemas()["numerals"]
    row = {"plan_id": "a", "end": 2, "text": "55", "role": "statement"}
    for start in (0, -1):
        writer.add({"numerals": make_frame(schema, [row | {"start": start}])})
    with pytest.raises(TableError, match=r"^numerals\.0001\.parquet: column start, row 2: a negative offset"):
        writer.close()


def test_one_plan_of_many_that_changed(large: Study, run: Any, reads: list[str], contents: Any) -> None:
    """It alone is read, and the tables are those of a cold run; what changed in it is said."""
    run(large)
    reads.clear()
    changed = edit(large)
    report = run(large)
    assert [changed] == reads
    assert any(line.startswith("statements: 1 new") for line in report.lines)
    assert any("so many plans" in line for line in report.lines)
    warm = contents(large.processed)
    shutil.rmtree(large.reports)
    shutil.rmtree(large.processed)
    run(large)
    assert warm == contents(large.processed)


def test_a_bad_plan_of_many_keeps_its_last_rows(large: Study, run: Any) -> None:
    """As it does in a small study."""
    run(large)
    good = frames(large)["statements"]
    source = sorted(large.raw.glob("*.txt"))[1]
    source.write_bytes(b"")
    report = run(large)
    assert 1 == len(report.problems)
    pd.testing.assert_frame_equal(good, frames(large)["statements"])


def test_a_plan_that_leaves_is_gone_from_every_table(large: Study, run: Any) -> None:
    """The parts of the others move up; the run says which plan is gone."""
    run(large)
    entries = large.register.read_text(encoding="utf-8").splitlines(keepends=True)
    first = sorted(large.raw.glob("*.txt"))[0]
    first.unlink()
    left = [entry for entry in entries if first.name not in entry]
    large.register.write_text("".join(left), encoding="utf-8")
    with pytest.MonkeyPatch.context() as still_large:
        still_large.setattr(table_files, "LARGEST_CSV", PLANS - 2)
        report = run(large)
        assert [] == report.problems
        assert any("1 gone" in line for line in report.lines)
        for name, frame in frames(large).items():
            assert first.stem not in set(frame.get("plan_id", frame.get("plan_a"))), name


def test_what_changed_since_a_folder_of_parquet(large: Study, run: Any, tmp_path: Path) -> None:
    """``diff`` reads such tables as it reads CSV."""
    run(large)
    shutil.copytree(large.processed, tmp_path / "before")
    edit(large)
    run(large)
    found = what_changed.since(large, str(tmp_path / "before"))
    assert found is not None
    assert ["new"] == found.rows.loc[found.rows["what"] == "statement", "change"].tolist()


def test_many_plans_without_pyarrow(large: Study, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said before any plan is read, with what to install."""
    monkeypatch.setattr(running, "find_spec", lambda name: None)
    with pytest.raises(StudyError, match=r"pip install 'compare-plans\[scale\]'"):
        run(large)


def test_what_a_killed_run_left_of_its_parts_goes(many: Study, run: Any) -> None:
    """Nothing of it is used."""
    left = many.cache / "parts-of-a-killed-run"
    left.mkdir(parents=True)
    (left / "000000-plans.pickle").write_bytes(b"anything")
    run(many)
    assert not list(many.cache.glob("parts-*"))


def test_what_cannot_be_removed_of_a_killed_run_stops_no_other(study: Study) -> None:
    """A file in the place of a folder, say."""
    left = study.cache / "parts-of-somebody"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"anything")
    plan_tables.clear_spool(study)
    assert left.exists()


def test_tables_that_a_run_wrote_are_not_checked_again(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as they are what was written, to the byte; a hand on one is found."""
    run(study)
    checked: list[str] = []

    def note(frame: pd.DataFrame, schema: Schema) -> pd.DataFrame:
        checked.append(schema.name)
        return check_table(frame, schema)

    monkeypatch.setattr(io, "check_table", note)
    assert 2 == len(compare.load(study.root).plans)
    assert [] == checked
    path = study.processed / "plans.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("yi,", ",", 1), encoding="utf-8")
    with pytest.raises(TableError, match="is empty and must not be"):
        _ = compare.load(study.root).plans
    assert ["plans"] == checked
