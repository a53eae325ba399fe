"""Notebooks run in this interpreter, become pages without a network, and fail in one line."""

from __future__ import annotations

import asyncio
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest

from compare.exports.notebooks.execute import NotebookError, execute

# What a browser would fetch. Addresses in comments and namespaces are not fetched.
FETCHED = re.compile(
    r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//|@import|url\(\s*["']?https?:|import\((?!url\))|<link\b"""
)


def notebook(path: Path, *sources: str, kernel: str = "python3") -> Path:
    """A notebook with a heading and these code cells."""
    v4 = nbformat.v4
    cells = [v4.new_markdown_cell("# 标题"), *(v4.new_code_cell(source) for source in sources)]
    made = v4.new_notebook(cells=cells)
    made.metadata.kernelspec = {"name": kernel, "display_name": kernel, "language": "python"}
    nbformat.write(made, path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notebooks"
    made.mkdir()
    return made


def test_a_page_shows_what_the_cells_print(folder: Path, tmp_path: Path) -> None:
    """Cells run in the study's folder, in the interpreter that runs the tests, under any kernel name."""
    source = notebook(
        folder / "a.ipynb", "import os, sys\nprint(os.getcwd(), sys.executable)", kernel="elsewhere"
    )
    before = source.read_bytes()
    done: list[str] = []
    pages = execute(folder, tmp_path / "out", tmp_path, done=lambda name, _: done.append(name))
    assert [tmp_path / "out" / "a.html"] == pages
    html = pages[0].read_text(encoding="utf-8")
    assert f"{tmp_path.resolve()} {sys.executable}" in html
    assert "标题" in html
    assert ["a.ipynb"] == done
    assert before == source.read_bytes()


def test_notebooks_run_where_a_loop_runs_already(folder: Path, tmp_path: Path) -> None:
    """A study can be run from a cell of a notebook, whose kernel has an event loop of its own."""
    notebook(folder / "a.ipynb", "print(1 + 1)")

    async def cell() -> list[Path]:
        return execute(folder, tmp_path / "out", tmp_path)

    # In a thread of its own: the browser's tests may have left a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        assert [tmp_path / "out" / "a.html"] == thread.submit(lambda: asyncio.run(cell())).result()


def test_a_page_fetches_nothing(folder: Path, tmp_path: Path) -> None:
    """Formulas, tables and pictures included, the page has no reference to the network."""
    notebook(
        folder / "a.ipynb",
        "from IPython.display import Markdown\nMarkdown('$x^2$')",
        "import pandas as pd\npd.DataFrame({'甲': [1]})",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])",
    )
    (page,) = execute(folder, tmp_path / "out", tmp_path)
    html = page.read_text(encoding="utf-8")
    assert "data:image/png;base64," in html
    assert None is FETCHED.search(html)


def test_one_failure_is_one_line_and_stops_no_other(folder: Path, tmp_path: Path) -> None:
    """Each failed notebook gives file, cell and error; the others are written; old pages stay."""
    notebook(folder / "a.ipynb", "1 + 1")
    notebook(folder / "b.ipynb", "x = 1", "no_such_name", "print('never')")
    notebook(folder / "c.ipynb", "raise ValueError('first\\nsecond')")
    notebook(folder / "d.ipynb", "import os\nos._exit(3)")
    (folder / "e.ipynb").write_text("{not a notebook", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "b.html").write_text("last good page", encoding="utf-8")
    with pytest.raises(NotebookError) as caught:
        execute(folder, out, tmp_path)
    error = caught.value
    assert ["b.ipynb", "c.ipynb", "d.ipynb", "e.ipynb"] == [one[:7] for one in error.messages]
    assert "b.ipynb, cell 3: NameError: name 'no_such_name' is not defined" in error.messages[0]
    assert "c.ipynb, cell 2: ValueError: first second" in error.messages[1]
    assert "d.ipynb, cell 2:" in error.messages[2]
    assert "e.ipynb: not a notebook" in error.messages[3]
    assert not any("\n" in message for message in error.messages)
    assert (out / "a.html",) == error.written
    assert "last good page" == (out / "b.html").read_text(encoding="utf-8")


def test_only_the_named_notebooks_run(folder: Path, tmp_path: Path) -> None:
    """What is not stale need not run again."""
    for name in ("a", "b"):
        notebook(folder / f"{name}.ipynb", "1")
    assert [tmp_path / "out" / "b.html"] == execute(folder, tmp_path / "out", tmp_path, only=("b.ipynb",))
    assert not (tmp_path / "out" / "a.html").exists()


LEAVE = """
import os, sys, warnings
import matplotlib
import pandas as pd
left = 1
matplotlib.rcParams["font.size"] = 99
pd.options.display.max_rows = 7
os.environ["LEFT"] = "1"
sys.path.append("left")
os.chdir("/")
warnings.warn("once")
print("process", os.getpid())
"""
FIND = """
import os, sys, warnings
import matplotlib
import pandas as pd
warnings.warn("once")
print("process", os.getpid())
print("left" in globals(), matplotlib.rcParams["font.size"] == 99, pd.options.display.max_rows == 7,
      "LEFT" in os.environ, "left" in sys.path, os.getcwd() == "/")
"""


def _process(page: Path) -> str:
    found = re.search(r"process (\d+)", page.read_text(encoding="utf-8"))
    assert found
    return found[1]


def _but_for_process(page: Path) -> str:
    """The page without the number of its process, which is printed and in the paths of warnings."""
    return re.sub(rf"(process |ipykernel_){_process(page)}\b", r"\1", page.read_text(encoding="utf-8"))


def test_notebooks_share_a_kernel_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    """A kernel starts slowly, so it runs several; the second finds nothing that the first left, warnings
    are given again, and its page is that of a kernel of its own."""
    notebook(folder / "a.ipynb", LEAVE)
    notebook(folder / "b.ipynb", FIND)
    first, second = execute(folder, tmp_path / "out", tmp_path, workers=1)
    assert _process(first) == _process(second)
    html = second.read_text(encoding="utf-8")
    assert "False False False False False False" in html
    assert "UserWarning" in html
    (alone,) = execute(folder, tmp_path / "alone", tmp_path, only=("b.ipynb",))
    assert _but_for_process(alone) == _but_for_process(second)


def test_after_a_failure_the_kernel_is_another(folder: Path, tmp_path: Path) -> None:
    """What a notebook that failed left half done is nobody's start."""
    notebook(folder / "a.ipynb", "import os\nprint('process', os.getpid())")
    notebook(folder / "b.ipynb", "raise ValueError")
    notebook(folder / "c.ipynb", "import os\nprint('process', os.getpid())")
    with pytest.raises(NotebookError) as caught:
        execute(folder, tmp_path / "out", tmp_path, workers=1)
    first, last = caught.value.written
    assert _process(first) != _process(last)
