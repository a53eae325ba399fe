"""Policy instruments and milestones in notebooks, workbook and report: labelled, with their evidence."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook
from tests.support.tables import files

import compare
from compare.coding import Codebook
from compare.coding.instruments.coder import code_means
from compare.exports.rows.means import task_names
from compare.exports.word.report import report_bytes
from compare.exports.workbook.book import workbook_bytes
from compare.exports.workbook.coding_sheet import coding_sheet_bytes
from compare.model import Document
from compare.reading import read
from compare.study.codebook.files import default_codebook, load_codebook, load_means
from compare.tables.dataset import Dataset
from compare.tables.making.build import build, plan_tables
from compare.tables.making.result import PlanResult
from compare.tables.storage.frames import gather

TEXTS = {
    "jia": "一、任务\n(一)资金<保障>。加大财政投入,2025年6月底前,出台老年助餐管理办法。\n"
    "牵头单位:市财政局、市民政局\n",
    "yi": "一、任务\n1.鼓励社会力量参与养老服务。\n2.加大财政投入力度,每年培训护理员60人次。\n",
}


@pytest.fixture(scope="module")
def dataset(make: SimpleNamespace, codebook: Codebook, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Two plans whose means were coded; the second is a fragment."""
    root: Path = tmp_path_factory.mktemp("means")
    real, book = load_codebook(default_codebook()), load_means(default_codebook())
    results = []
    for plan_id, text in TEXTS.items():
        reading = read(Document(text, "txt"), real.lexicon)
        plan = make.changed(
            make.plan, plan_id=plan_id, source_file=f"{plan_id}.txt", complete=plan_id != "yi"
        )
        results.append(PlanResult(plan, reading, (), "0" * 64, "txt", means=code_means(reading, book)))
    parts = [plan_tables(one, real) for one in results]
    tables = build([gather(parts)], None, [one.plan for one in results], codebook)
    for folder in ("data/processed", "data/raw"):
        (root / folder).mkdir(parents=True)
    for name, data in files(tables).items():
        (root / "data" / "processed" / name).write_bytes(data)
    for one in results:
        (root / "data" / "raw" / one.plan.source_file).write_bytes(one.text.encode("utf-8"))
    return compare.load(root)


def test_the_workbook_has_the_coding_sheet(dataset: Dataset) -> None:
    """A row for each instrument in an item with the task it stands in; a fragment's gap is no zero."""
    book = load_workbook(io.BytesIO(workbook_bytes(dataset)))
    sheets = {name.split()[0]: book[name] for name in book.sheetnames}
    rows = list(sheets["Instruments"].iter_rows(min_row=2, values_only=True))
    assert len(dataset.instruments) == len(rows)
    assert any("(一)" in str(row[1]) or "一 资金" in str(row[1]) for row in rows)
    levels = {(row[2], row[3]) for row in sheets["Measures"].iter_rows(min_row=2, values_only=True)}
    assert any(level is None for _, level in levels)
    assert 2 == sheets["Milestones"].max_row


@pytest.mark.parametrize("lang, head", [("zh", "政策工具"), ("en", "Policy instruments")])
def test_the_report_has_a_chapter(dataset: Dataset, lang: Any, head: str) -> None:
    """With the figures by family."""
    document = WordDocument(io.BytesIO(report_bytes(dataset, lang)))
    headings = [one.text for one in document.paragraphs if one.style and "Heading" in str(one.style.name)]
    assert head in headings


def test_a_task_is_named_with_what_stands_above_it(dataset: Dataset) -> None:
    """Number and heading, outermost first."""
    names = task_names(dataset.passages)
    assert any(name.startswith("一 任务 › 一 资金") for name in names.values())


def test_codes_have_labels_in_both_languages() -> None:
    """Families, instruments, target groups and actions."""
    from compare.study.codebook.files import load_labels

    sections: Mapping[str, Any] = load_labels(default_codebook())[1].sections
    for name in ("families", "instruments", "target_groups", "actions"):
        assert sections[name]
        assert all(entry["zh"] and entry["en"] for entry in sections[name].values())


def test_the_coding_sheet_leaves_scores_to_people(dataset: Dataset) -> None:
    """One row for each instrument in an item, then every cell with its evidence and an empty score."""
    book = load_workbook(io.BytesIO(coding_sheet_bytes(dataset)))
    coding, scoring = book.worksheets
    assert len(dataset.instruments) == coding.max_row - 1
    assert len(dataset.measures) == scoring.max_row - 1
    heads = [str(cell.value).split("\n")[-1] for cell in scoring[1]]
    scores = [row[heads.index("Score")] for row in scoring.iter_rows(min_row=2, values_only=True)]
    assert {None} == set(scores)
    assert coding_sheet_bytes(dataset) == coding_sheet_bytes(dataset)
