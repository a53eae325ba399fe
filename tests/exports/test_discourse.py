"""The notebooks on responsibilities and language: what they show, and that they run on any study."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import compare
from compare.coding import Codebook
from compare.exports.notebooks import discourse, display
from compare.exports.notebooks.execute import execute
from compare.model import Document
from compare.reading import read
from compare.study.codebook.files import default_codebook, load_codebook, load_language
from compare.tables.build import build, files
from compare.tables.build import plan_tables as other_tables
from compare.tables.dataset import Dataset
from compare.tables.result import PlanResult
from compare.terms.build import compare_plans, plan_tables
from compare.terms.counting.segment import Segmenter

ROOT = Path(__file__).parents[2]
SHARED = "将符合条件的养老机构内设医疗卫生机构纳入医保定点管理范围"
TEXTS = {
    "jia": f"1.{SHARED}。鼓励发展医养结合,完善<b>医养结合</b>机制。(责任单位:市民政局、市财政局)\n",
    "yi": f"1.{SHARED}工作。必须加大财政投入力度。\n牵头单位:县财政局\n配合单位:县民政局\n",
    "bing": "1.大力发展托育服务,托育服务、托育服务、托育服务和托育服务。\n",
}
NOTEBOOKS = ("10_responsibilities.ipynb", "11_language.ipynb")


@pytest.fixture(scope="module", params=[2, 3])
def study(
    request: pytest.FixtureRequest,
    make: SimpleNamespace,
    codebook: Codebook,
    codebook_files: Mapping[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A study of two plans, and of three, whose words were counted."""
    root: Path = tmp_path_factory.mktemp("language")
    real = load_codebook(default_codebook())
    spoken = load_language(default_codebook(), real)
    segmenter = Segmenter(spoken.words, tmp_path_factory.mktemp("jieba"))
    results = [
        PlanResult(
            make.changed(make.plan, plan_id=plan_id, region_zh=f"{plan_id}市", source_file=f"{plan_id}.txt"),
            read(Document(text, "txt"), real.lexicon),
            (),
            "0" * 64,
            "txt",
        )
        for plan_id, text in list(TEXTS.items())[: request.param]
    ]
    parts = [other_tables(one, real) | plan_tables(one, spoken, segmenter) for one in results]
    tables = compare_plans(build(parts, None, [one.plan for one in results], codebook))
    for folder in ("data/processed", "data/raw"):
        (root / folder).mkdir(parents=True)
    for name, data in files(tables).items():
        (root / "data" / "processed" / name).write_bytes(data)
    for one in results:
        (root / "data" / "raw" / one.plan.source_file).write_bytes(one.text.encode("utf-8"))
    return root


@pytest.fixture
def dataset(study: Path) -> Dataset:
    return compare.load(study)


def test_shared_wording_stands_side_by_side(dataset: Dataset) -> None:
    """The longest passages of each pair; markup in a plan is shown, not run."""
    shown = discourse.shared(dataset)
    assert [SHARED] == [re.sub(r"</?mark>", "", str(text)) for text in shown.frame["text"]]
    html = shown._repr_html_()
    assert "<b>" not in html
    assert SHARED in html


def test_levels_add_up_to_the_clauses(dataset: Dataset) -> None:
    """Every clause has one level."""
    frame = discourse.levels(dataset).frame
    counted = frame.drop(columns=["region", "clauses", "with_basis"]).sum(axis=1)
    assert list(frame["clauses"]) == list(counted)


def test_concentration_has_a_row_for_each_plan_with_tasks(dataset: Dataset) -> None:
    """Only a plan that names a lead has tasks with one."""
    frame = discourse.concentration(dataset).frame
    shares = dict(zip(frame["region"], frame["lead_share"], strict=True))
    assert {"0%", "100%"} == set(shares.values())


def test_pairs_and_words_have_bilingual_heads(dataset: Dataset) -> None:
    """Also where there is nothing to show."""
    for table in (discourse.pairs(dataset), discourse.words_of(dataset)):
        assert all("\n" in head and "exports." not in head for head in table.heads.values())
        assert "<" in table._repr_html_()


def test_figures_of_words_are_shown(dataset: Dataset) -> None:
    """Chinese and English, each with its words for the blind."""
    for name in ("themes", "commitment", "similarity", "departments"):
        shown = display.figures(dataset, name)
        assert shown.charts
        assert len(shown.charts) == len(shown.english)


def test_the_notebooks_run_on_any_study(study: Path, tmp_path: Path) -> None:
    """On two plans and on one more, without error."""
    pages = execute(ROOT / "notebooks", tmp_path / "pages", study, only=NOTEBOOKS)
    assert [Path(name).stem for name in NOTEBOOKS] == [page.stem for page in pages]
    for page in pages:
        assert "Traceback" not in page.read_text(encoding="utf-8")
