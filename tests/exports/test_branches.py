"""Kernels that branch off give the pages that new ones give, and are ended like them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import nbformat
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes branch on Linux alone")

# Which imports are there already, and what they make of being imported outside a kernel, must not be seen.
SHOW = """
import os, sys, warnings
import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
print("process", os.getpid())
print(os.getcwd(), sys.argv[0], sys.path, sys.stdin.read() == "")
print(__name__, matplotlib.get_backend(), os.environ.get("HOME"), "LATER" in os.environ)
warnings.warn("said")
sns.set_theme()
plt.plot([1, 3, 2]);
"""
TABLE = "import pandas as pd\npd.DataFrame({str(n): ['a' * 40] for n in range(24)})"
# A program of its own: a process with several threads, as this one may be, does not branch.
PROGRAM = """
import os, sys
from pathlib import Path
import seaborn
from compare.exports.notebooks.branches import branch, can_branch
from compare.exports.notebooks.execute import NotebookError, execute

folder = Path(sys.argv[1])
assert can_branch()
branches = [branch(), branch()]
os.environ["LATER"] = "1"
try:
    execute(folder / "notebooks", folder / "branched", folder, workers=1, branches=branches)
except NotebookError as error:
    print(error)
print(*(one.pid for one in branches), *(one.poll() for one in branches))
"""


def _notebook(path: Path, *sources: str) -> None:
    path.parent.mkdir(exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, sources))), path)


def _run(folder: Path, program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def _processes(folder: Path) -> list[str]:
    pages = sorted(folder.glob("*.html"))
    return [re.findall(r"process (\d+)", page.read_text(encoding="utf-8"))[0] for page in pages]


def _pages(folder: Path) -> list[str]:
    """But for numbers of processes, and the ids of cells that are made for each run."""
    texts = [page.read_text(encoding="utf-8") for page in sorted(folder.glob("*.html"))]
    return [re.sub(r"(process |ipykernel_)\d+", r"\1", text) for text in texts]


def test_a_page_is_the_same_from_a_branch(tmp_path: Path) -> None:
    """Folder, arguments, paths, options and figures are those of a new interpreter; a branch that is not
    needed ends."""
    for name, sources in (("a", (SHOW, TABLE)), ("b", (SHOW,))):
        _notebook(tmp_path / "notebooks" / f"{name}.ipynb", *sources)
    spare, used, *codes = _run(tmp_path, PROGRAM)[-1].split()
    assert [used, used] == _processes(tmp_path / "branched")
    assert ["0", "-9"] == codes
    assert not Path("/proc", spare).exists()
    _run(tmp_path, PROGRAM.replace("branched", "new").replace("branches=branches", ""))
    assert used not in _processes(tmp_path / "new")
    assert _pages(tmp_path / "new") == _pages(tmp_path / "branched")


def test_a_branch_that_dies_is_one_failure(tmp_path: Path) -> None:
    """The notebooks behind it run in a new interpreter."""
    _notebook(tmp_path / "notebooks" / "a.ipynb", "import os\nos.kill(os.getpid(), 9)")
    _notebook(tmp_path / "notebooks" / "b.ipynb", "import os\nprint('process', os.getpid())")
    failure, last = _run(tmp_path, PROGRAM)
    assert "a.ipynb, cell 1: Kernel died" in failure
    assert set(last.split()[:2]).isdisjoint(_processes(tmp_path / "branched"))


def test_a_branch_ends_with_the_process_it_came_from(tmp_path: Path) -> None:
    """It waits for an order that can come no more, and holds no file open meanwhile."""
    program = (
        "import os, sys\nfrom compare.exports.notebooks.branches import branch\n"
        "held = open(sys.argv[1] + '/held', 'w')\none = branch()\n"
        "import time; time.sleep(0.5)\n"
        "print(one.pid, *map(os.path.realpath, "
        "(f'/proc/{one.pid}/fd/{fd}' for fd in os.listdir(f'/proc/{one.pid}/fd'))))\n"
        "sys.stdout.flush(); os._exit(0)"
    )
    (line,) = _run(tmp_path, program)
    pid, *files = line.split()
    assert str(tmp_path / "held") not in files
    until = monotonic() + 20
    while _runs(pid) and monotonic() < until:
        sleep(0.05)
    assert not _runs(pid)


def _runs(pid: str) -> bool:
    """Nobody may have asked yet how it ended."""
    try:
        return Path("/proc", pid, "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
