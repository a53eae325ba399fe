"""National values in the workbook and the report: what is compared, what is not, and nothing as zero."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

import compare
from compare.exports.word.report import report_bytes
from compare.exports.workbook.book import NATIONAL, workbook_bytes
from compare.tables.comparing.benchmarks import benchmark_schema
from compare.tables.comparing.national import national
from compare.tables.dataset import Dataset
from compare.tables.storage.frames import make_frame
from compare.tables.words.labels import Lang

TARGET = {
    "comparator": "ge",
    "unit": "%",
    "year": "2019",
    "document": "某意见",
    "grade": "B",
    "evidence": "某页",
    "wording": "不低于50%",
}


@pytest.fixture
def beside(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    """The study with two national values: one that the plans' shares are held against, one of other beds."""
    share = {"benchmark_id": "share", "indicator": "bed_share", "value": 50.0, "deadline": "2022"}
    beds = {"benchmark_id": "beds", "indicator": "beds", "value": 9000.0, "unit": "万张"}
    compared = {"compare_scopes": "general", "compare_units": "%"}
    ruled = {"ruling_zh": "全国总量,不比。", "ruling_en": "A national total."}
    rows = [TARGET | beds | ruled, TARGET | share | compared]
    benchmarks = make_frame(benchmark_schema(), rows)
    monkeypatch.setitem(vars(dataset), "benchmarks", benchmarks)
    # Computed when it is first asked for, and kept: other tests must not find it.
    monkeypatch.setitem(vars(dataset), "national", national(dataset.comparison, dataset.plans, benchmarks))
    return dataset


def sheet(book: Any, place: int) -> list[dict[str, Any]]:
    """The rows of one of the last two sheets by the English half of their headers."""
    lines = book.worksheets[place - len(NATIONAL)].iter_rows(values_only=True)
    heads = [str(head).split("\n")[1] for head in next(lines)]
    return [dict(zip(heads, line, strict=True)) for line in lines]


def test_the_workbook_holds_each_value_against_the_national_one(beside: Dataset) -> None:
    """Value, document and distance where it is compared; the reason and empty cells where it is not."""
    rows = sheet(openpyxl.load_workbook(io.BytesIO(workbook_bytes(beside))), 0)
    assert len(beside.national) == len(rows) > 2
    by_relation = {row["Relation code"]: row for row in rows}
    assert {"compared", "other_measure", "conflicting"} == set(by_relation)
    found, other = by_relation["compared"], by_relation["other_measure"]
    assert (50, "%", "某意见", None, "B") == tuple(
        found[name]
        for name in ("National value", "National unit", "National document", "Its number", "Grade")
    )
    assert found["Low"] - 50 == found["Distance (low)"]
    assert {None} == {other[name] for name in ("National value", "Distance (low)", "Distance (high)")}
    assert "A national total." in other["Ruling"]


def test_the_workbook_lists_the_national_values(beside: Dataset) -> None:
    """A number that was not seen in print is an empty cell."""
    rows = sheet(openpyxl.load_workbook(io.BytesIO(workbook_bytes(beside))), 1)
    assert [50, 9000] == [row["Value"] for row in rows]
    assert [None, None] == [row["Its number"] for row in rows]


def test_no_sheet_without_national_values(dataset: Dataset) -> None:
    """A study without them is not shown empty sheets."""
    assert dataset.benchmarks.empty
    names = openpyxl.load_workbook(io.BytesIO(workbook_bytes(dataset))).sheetnames
    assert not [name for name in names if "national" in name.lower()]


@pytest.mark.parametrize(
    ("lang", "said", "reason"),
    [
        ("zh", "某意见", "不比（计量不同）。全国总量,不比。"),
        ("en", "某意见", "Not compared (another measure). A national"),
    ],
)
def test_the_report_says_how_far_or_why_not(beside: Dataset, lang: Lang, said: str, reason: str) -> None:
    """Each of the plans' values has a row with the national one and its document, or the reason."""
    report = Document(io.BytesIO(report_bytes(beside, lang)))
    (table,) = (one for one in report.tables if any(said in cell.text for cell in one._cells))
    assert len(beside.national) == len(table.rows) - 1
    assert any(reason in row.cells[3].text for row in table.rows)


def test_plans_without_a_value_stand_in_one_row(
    make_study: Callable[[Path, int], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a value is held against stands beside each; of plans that give none, once."""
    dataset = compare.load(make_study(tmp_path, 6))
    age = {"benchmark_id": "age", "indicator": "age", "value": 80.0, "unit": "岁", "deadline": "2022"}
    target = TARGET | age | {"compare_scopes": "general", "compare_units": "岁"}
    benchmarks = make_frame(benchmark_schema(), [target])
    monkeypatch.setitem(vars(dataset), "national", national(dataset.comparison, dataset.plans, benchmarks))
    valued = dataset.national["value_low"].notna()
    silent = [dataset.labels.plan(plan, "en") for plan in dataset.national.loc[~valued, "plan_id"]]
    report = Document(io.BytesIO(report_bytes(dataset, "en")))
    (table,) = (one for one in report.tables if any("某意见" in cell.text for cell in one._cells))
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    (together,) = (row[1] for row in rows if "no value in the plan" in row[1])
    assert len(silent) == 2
    assert len(rows) == valued.sum() + 1
    assert together.startswith(
        f"Not stated: {', '.join(silent)}. Not compared (no value in the plan; national: "
    )
