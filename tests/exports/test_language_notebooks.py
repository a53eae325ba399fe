"""The notebooks on responsibilities and language, and the figures of words, run on any study."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from tests.support.notebooks import run_cells
from tests.support.tables import compare_plans, files

import compare
from compare.coding import Codebook
from compare.exports.notebooks import display
from compare.model import Document
from compare.reading import read
from compare.study.codebook.files import default_codebook, load_codebook, load_language
from compare.tables.dataset import Dataset
from compare.tables.making.build import build
from compare.tables.making.build import plan_tables as other_tables
from compare.tables.making.result import PlanResult
from compare.tables.storage.frames import gather
from compare.terms.build import plan_tables
from compare.terms.counting.segment import Segmenter

ROOT = Path(__file__).parents[2]
SHARED = "将符合条件的养老机构内设医疗卫生机构纳入医保定点管理范围"
TEXTS = {
    "jia": f"1.{SHARED}。鼓励发展医养结合,完善<b>医养结合</b>机制。(责任单位:市民政局、市财政局)\n",
    "yi": f"1.{SHARED}工作。必须加大财政投入力度。\n牵头单位:县财政局\n配合单位:县民政局\n",
    "bing": "1.大力发展托育服务,托育服务、托育服务、托育服务和托育服务。\n",
}
NOTEBOOKS = ("06_responsibilities", "07_language")


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
    parts = [{**other_tables(one, real), **plan_tables(one, spoken, segmenter)} for one in results]
    tables = compare_plans(build([gather(parts)], None, [one.plan for one in results], codebook))
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


def test_figures_of_words_are_shown(dataset: Dataset) -> None:
    """Chinese and English, each with its words for the blind."""
    for name in ("themes", "commitment", "similarity", "departments"):
        shown = display.figures(dataset, name)
        assert shown.charts
        assert len(shown.charts) == len(shown.english)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_notebooks_run_on_any_study(study: Path, name: str) -> None:
    """On two plans and on one more; markup in a plan is shown, not run."""
    shown = run_cells((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"), study)
    assert shown.figures
    frames = [value for value in shown.values if isinstance(value, pd.DataFrame) and len(value)]
    assert frames
    assert not any("<b>" in frame.to_html() for frame in frames)
