"""The notebooks that come with the project: no logic, no outputs, at home with any study."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
import yaml
from tests.support.notebooks import run_cells

from compare.exports.notebooks.execute import execute
from compare.exports.notebooks.template import notebook

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FETCHED = re.compile(
    r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//|@import|url\(\s*["']?https?:|import\((?!url\))|<link\b"""
)
# What a cell needs for its few lines of pandas and seaborn is fine; what would have to be tested is not.
LOGIC = (ast.FunctionDef, ast.Lambda, ast.ClassDef, ast.While, ast.If, ast.With, ast.Try)
PARTS = (
    "参数 Parameters",
    "数据表 The data frame",
    "图 Figure",
    "结论 Findings",
    "原句 Evidence",
    "试一试 Try",
)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_without_outputs_and_as_nbformat_writes_it(path: Path) -> None:
    """No result of anyone's run, no trace of anyone's computer; ids are unique, so that a diff is small."""
    notebook = read(path)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert not cell.outputs
            assert cell.execution_count is None
    assert "python3" == notebook.metadata.kernelspec.name
    assert path.read_text(encoding="utf-8") == nbformat.writes(notebook) + "\n"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_logic(path: Path) -> None:
    """A few lines of pandas and seaborn; what there is to decide or define is tested elsewhere."""
    for cell in read(path).cells:
        if cell.cell_type == "code":
            assert [] == [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, LOGIC)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_opens_with_its_question_and_closes_with_its_limits(path: Path) -> None:
    """Both headings are Chinese and English; the first text says what is to be seen."""
    cells = read(path).cells
    first, last = cells[0], cells[-1]
    assert "markdown" == first.cell_type == last.cell_type
    bilingual = re.compile(r"^#{1,2} .*[\u4e00-\u9fff].*[A-Za-z]{3}", re.MULTILINE)
    assert bilingual.match(first.source)
    assert bilingual.match(last.source)
    assert "您将看到" in first.source
    assert "You will see" in first.source
    assert re.search("[?？]", first.source.splitlines()[0])
    assert "What the data cannot say" in last.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_names_no_plan(path: Path) -> None:
    """What holds for the plans at hand must hold for the next: neither ids nor regions are typed."""
    register = yaml.safe_load((ROOT / "data" / "raw" / "plans.yaml").read_text(encoding="utf-8"))
    text = json.dumps([cell.source for cell in read(path).cells], ensure_ascii=False)
    named = {
        str(plan[key]) for plan in register for key in ("plan_id", "region_zh", "region_en") if plan[key]
    }
    assert not {name for name in named if name in text}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_made_to_be_worked_in(path: Path) -> None:
    """Parameters in one cell, then the data frame, the figure, the finding, the evidence, two variations."""
    cells = read(path).cells
    heads = [
        cell.source.splitlines()[0].removeprefix("## ") for cell in cells if cell.cell_type == "markdown"
    ]
    assert list(PARTS) == [head for head in heads if head in PARTS]
    parameters = cells[2]
    assert "code" == parameters.cell_type
    assert {ast.Assign} == {type(line) for line in ast.parse(parameters.source).body}
    assert "language = " in parameters.source
    after = [at for at, cell in enumerate(cells) if cell.source.startswith("## 试一试 Try")]
    assert ["code", "code", "markdown"] == [cell.cell_type for cell in cells[after[0] + 1 :]]


def test_the_notebook_on_a_topic_is_the_template() -> None:
    """Who starts a notebook gets what is shown: the same cells, but for the question and its limits."""
    own, shipped = (
        nbformat.reads(notebook("?", "beds"), as_version=4),
        read(ROOT / "notebooks" / "03_topic.ipynb"),
    )
    assert [cell.source for cell in own.cells[1:-1]] == [cell.source for cell in shipped.cells[1:-1]]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=[1, 2, 40])
def small(
    request: pytest.FixtureRequest,
    make_study: Callable[[Path, int], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, int]:
    """A study of one plan, of two, and of forty, in which many a table has no row."""
    return make_study(tmp_path_factory.mktemp("small"), request.param), request.param


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_with_one_plan_two_and_forty(path: Path, small: tuple[Path, int]) -> None:
    """Also where a table is empty; it shows its plans, and draws."""
    study, plans = small
    shown = run_cells(_text(path), study)
    assert shown.values
    if path.stem == "01_plans":
        assert plans == len(shown.values[0])
    if path.stem in ("03_topic", "02_comparison"):
        assert shown.figures


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_with_other_parameters(path: Path) -> None:
    """In English, two plans, another topic, an earlier year, on the plans of this repository."""
    source = _text(path)
    change = {'language = "zh"': 'language = "en"'}
    two = '["altay-2020", "Zhoukou"]'
    change |= {"regions = None": f"regions = {two}"} if "regions = None" in source else {}
    change |= {'topic = "beds"': 'topic = "people"'} if 'topic = \\"beds' in source else {}
    change |= {"topic = None": 'topic = "facilities"'} if "topic = None" in source else {}
    change |= {"year = 2035": "year = 2022"} if "year = 2035" in source else {}
    shown = run_cells(source, ROOT, change)
    regions = {
        region
        for value in shown.values
        if isinstance(value, pd.DataFrame) and "region" in value
        for region in value["region"].dropna()
    }
    if "regions = None" in source:
        assert regions <= {"Altay Prefecture", "Zhoukou"}
        assert [] == [name for name in ("Anning", "Chuxiong", "Xianyang") if name in shown.printed]
    assert shown.values
    assert not any(re.search("[\u4e00-\u9fff]", region) for region in regions)


def test_the_pages_fetch_nothing(make_study: Callable[[Path, int], Path], tmp_path: Path) -> None:
    """Made by a kernel, as a run makes them; the table to search brings its script with it."""
    study = make_study(tmp_path / "study", 3)
    names = ("01_plans.ipynb", "02_comparison.ipynb")
    pages = execute(ROOT / "notebooks", tmp_path / "pages", study, only=names)
    assert [Path(name).stem for name in names] == [page.stem for page in pages]
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert None is FETCHED.search(html)
        assert "Traceback" not in html
        assert all(name in html for name in ("甲市", "乙县", "丙州"))
