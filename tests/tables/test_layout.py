"""Which files of a folder hold the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.tables.storage.table_files import (
    all_files,
    are_stored,
    is_large,
    is_parquet,
    table_files,
    table_of,
)


@pytest.mark.parametrize("plans, large", [(1000, False), (1001, True), (0, False)])
def test_of_how_many_plans_tables_are_parquet(plans: int, large: bool) -> None:
    """Of more than a thousand, as the page of tables says."""
    assert large == is_large(plans)


def test_parts_are_in_order_and_go_before_a_csv(tmp_path: Path) -> None:
    """Only files whose number has four digits are parts; without parts it is the CSV, there or not."""
    assert [tmp_path / "plans.csv"] == table_files(tmp_path, "plans")
    assert (False, False, []) == (is_parquet(tmp_path, "plans"), are_stored(tmp_path), all_files(tmp_path))
    for name in ("plans.csv", "other.csv", "statements.csv"):
        (tmp_path / name).touch()
    assert (True, ["plans.csv", "statements.csv"]) == (are_stored(tmp_path), all_files(tmp_path))
    for name in ("plans.0002.parquet", "plans.0001.parquet", "plans.001.parquet", "plans.00001.parquet"):
        (tmp_path / name).touch()
    parts = ["plans.0001.parquet", "plans.0002.parquet"]
    assert parts == [path.name for path in table_files(tmp_path, "plans")]
    assert (True, False) == (is_parquet(tmp_path, "plans"), is_parquet(tmp_path, "statements"))
    assert [*parts, "statements.csv"] == all_files(tmp_path)
    assert ["plans", "statements"] == [table_of(name) for name in (parts[0], "statements.csv")]
