"""The notebooks that come with the project: no logic, no outputs, at home with any study."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml

from compare.exports.notebooks.execute import execute

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CORE = (
    "00_start_here.ipynb",
    "01_plans.ipynb",
    "02_comparison.ipynb",
    "03_beds.ipynb",
    "04_funding.ipynb",
    "05_facilities.ipynb",
    "06_coverage.ipynb",
    "07_people_and_services.ipynb",
    "08_deadlines.ipynb",
    "09_inside_one_region.ipynb",
    "12_national_benchmarks.ipynb",
)
# Those that show something of every plan, whatever its indicators.
FEW = ("00_start_here.ipynb", "01_plans.ipynb", "02_comparison.ipynb")
FETCHED = re.compile(
    r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//|@import|url\(\s*["']?https?:|import\((?!url\))|<link\b"""
)
LOGIC = (
    ast.FunctionDef, ast.Lambda, ast.ClassDef, ast.For, ast.While, ast.If, ast.IfExp, ast.With, ast.Try,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.BinOp, ast.BoolOp, ast.Compare,
)  # fmt: skip


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def test_the_core_notebooks_are_there() -> None:
    assert set(CORE) <= {path.name for path in NOTEBOOKS}


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
    """Cells import, assign and call; what there is to compute is computed and tested elsewhere."""
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


@pytest.mark.parametrize(("plans", "names"), [(2, FEW), (3, CORE)])
def test_the_notebooks_follow_the_data(
    make_study: Callable[[Path, int], Path], tmp_path: Path, plans: int, names: tuple[str, ...]
) -> None:
    """They run on a small study and on the same with one plan more, and show each of its plans."""
    study = make_study(tmp_path / "study", plans)
    pages = execute(ROOT / "notebooks", tmp_path / "pages", study, only=names)
    assert [Path(name).stem for name in names] == [page.stem for page in pages]
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert None is FETCHED.search(html)
        assert "Traceback" not in html
        if page.stem == "01_plans":
            assert [True, True, plans == 3] == [name in html for name in ("甲市", "乙县", "丙州")]
