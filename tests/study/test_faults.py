"""Killed, twice at once, half done: the old tables or the new ones stand, whole."""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.kills import contents, kill_publishing

import compare
from compare import cli
from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.runs.lock import alone
from compare.study.runs.publish import publish, settle, unsettled

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_process_that_ends_at_any_step_leaves_the_old_files_or_the_new_ones() -> None:
    """At each change of the disk, from the first to the last; the later ones find the work done."""
    command = [sys.executable, "-m", "benchmarks.kills", "--what", "steps", "--count", "30"]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert (0, "") == (ended.returncode, ended.stderr)
    assert {"old set", "new set", "done"} == set(re.findall("[a-z]+ set|done", ended.stdout))


def test_killed_processes_leave_the_old_files_or_the_new_ones(tmp_path: Path) -> None:
    """The real signal, a few times; ``python -m benchmarks.kills`` does it as often as you like."""
    seen = kill_publishing(4, random.Random(7), tmp_path / "study")
    assert 4 == seen["set 0"] + seen["set 1"]


def leave_half_done(folder: Path) -> None:
    """What a process leaves that was killed after it replaced the first of two files."""
    beside = folder.parent / f".{folder.name}-killed"
    beside.mkdir()
    (beside / "b").write_bytes(b"new")
    (beside / "b.last").write_bytes(b"old")
    (beside / "journal.json").write_text(
        '{"forward": true, "added": [], "replaced": ["a", "b"], "removed": ["c"]}', encoding="utf-8"
    )


def test_what_a_killed_process_left_is_finished_once(tmp_path: Path) -> None:
    """The new set counted from the journal on; settling again has nothing to do."""
    folder = tmp_path / "tables"
    publish(folder, {"a": b"new", "b": b"old", "c": b"old"})
    leave_half_done(folder)
    assert ["finished"] == settle(folder)
    assert {"a": b"new", "b": b"new"} == contents(folder)
    assert [] == settle(folder)
    assert [] == unsettled(folder)


def test_the_next_run_says_what_it_cleared(study: Study, run: Any) -> None:
    """And clears it: the folder beside the tables, and half-written files among the results."""
    run(study)
    (study.processed.parent / ".processed-x1").mkdir()
    (study.reports / "figures").mkdir()
    (study.reports / "figures" / "dots.zh.png.part").write_bytes(b"half")
    report = run(study)
    assert (
        "data/processed: the last run was killed before it replaced anything; what it left is removed"
        == report.lines[0]
    )
    assert {"raw", "processed"} == {path.name for path in study.processed.parent.iterdir()}
    assert [] == list(study.reports.rglob("*.part"))


def test_whoever_reads_the_tables_finds_a_whole_set(study: Study, run: Any, contents: Any) -> None:
    """A run killed between two files is finished before the tables are opened."""
    run(study)
    beside = study.processed.parent / ".processed-x1"
    beside.mkdir()
    shutil.copy(study.processed / "plans.csv", beside / "plans.csv.last")
    new = (study.processed / "plans.csv").read_bytes().replace("甲市".encode(), "丙市".encode())
    (beside / "plans.csv").write_bytes(new)
    (beside / "journal.json").write_text(
        '{"forward": true, "added": [], "replaced": ["plans.csv"], "removed": []}', encoding="utf-8"
    )
    assert "丙市" in set(compare.load(study.root).plans["region_zh"])
    assert not beside.exists()


def hold(root: str, held: Any, done: Any) -> None:
    with alone(Study(Path(root))):
        held.set()
        done.wait(60)


def test_two_at_once(study: Study, run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The second one says who is at work and does nothing; it may run when the first has ended, however."""
    context = multiprocessing.get_context("spawn")
    held, done = context.Event(), context.Event()
    first = context.Process(target=hold, args=(str(study.root), held, done))
    first.start()
    assert held.wait(60)
    with pytest.raises(StudyError, match=f"process {first.pid} of .* wait until it is done, or end"):
        run(study)
    assert 1 == cli.main(["export", "figures", "--study", str(study.root)])
    assert "another command is at work on this study" in capsys.readouterr().err
    assert not study.processed.exists()
    first.kill()
    first.join()
    assert 0 == run(study).exit_code


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_for_results_that_cannot_be_written(study: Study, run: Any) -> None:
    study.reports.mkdir()
    study.reports.chmod(0o500)
    try:
        with pytest.raises(StudyError, match="make it and its folder writable"):
            run(study)
    finally:
        study.reports.chmod(0o700)
