"""A run gives the same bytes wherever it is done, and asks nobody outside the computer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from compare.study.place import Study

# Runs a study with tables, workbook, explorer and one figure; prints a hash of each file it made, and
# every address that was asked for.
_RUN = """
import hashlib, json, os, sys

asked = []

def heard(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        asked.append(f"{event} {arguments[1:] if event != 'socket.getaddrinfo' else arguments}")

sys.addaudithook(heard)
from pathlib import Path
from compare.study.place import Study
from compare.study.runs import outputs, progress, run

if __name__ == "__main__":
    study = Study(Path(sys.argv[1]))
    outputs.EXPORTS = {name: outputs.EXPORTS[name] for name in ("workbook", "figures", "explorer")}
    report = run.run(study, run.Options(workers=int(sys.argv[2]), notebooks=False), progress.bar)
    made = [path for top in ("data/processed", "reports") for path in (study.root / top).rglob("*")]
    made = [path for path in made if path.is_file() and ".state" not in path.parts]
    files = {
        path.relative_to(study.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in made
    }
    print(json.dumps({"problems": report.problems, "asked": asked, "files": files}))
"""
_PLACES = [
    {"LC_ALL": "C", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "zh_CN.GB18030", "TZ": "America/New_York", "PYTHONHASHSEED": "2", "PYTHONIOENCODING": "cp936"},
]


def run_at(root: Path, workers: int, **environment: str) -> dict[str, Any]:
    command = [sys.executable, "-c", _RUN, str(root), str(workers)]
    done = subprocess.run(
        command, env={**os.environ, **environment}, check=False, capture_output=True, encoding="utf-8"
    )
    assert (0, "") == (done.returncode, done.stderr)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


@pytest.fixture
def here(study: Study, tmp_path: Path) -> dict[str, Any]:
    shutil.copytree(study.root, tmp_path / "here")
    return run_at(tmp_path / "here", 1, PYTHONHASHSEED="0")


def test_a_run_gives_the_same_bytes_everywhere_and_asks_nobody(
    study: Study, here: dict[str, Any], tmp_path: Path
) -> None:
    """Another folder, locale, time zone, hash seed, console, number of workers; no address is asked for."""
    assert ([], []) == (here["problems"], here["asked"])
    assert {".csv", ".json", ".xlsx", ".html", ".png", ".svg", ".pdf"} == {
        Path(name).suffix for name in here["files"]
    }
    for number, environment in enumerate(_PLACES):
        there = tmp_path / f"另 一处 {number}"
        shutil.copytree(study.root, there)
        found = run_at(there, 2 if number else 1, **environment)
        assert ([], []) == (found["problems"], found["asked"])
        assert [] == sorted(name for name, _ in here["files"].items() ^ found["files"].items())


def test_a_register_that_would_run_something_is_refused(study: Study, run: Any, tmp_path: Path) -> None:
    """YAML can name Python objects to be made; here it is text or it is refused."""
    mark = tmp_path / "ran"
    text = study.register.read_text(encoding="utf-8")
    study.register.write_text(
        text.replace("region_en: Yi", f'region_en: !!python/object/apply:os.mkdir ["{mark}"]'),
        encoding="utf-8",
    )
    assert 1 == run(study).exit_code
    assert not mark.exists()
