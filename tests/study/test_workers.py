"""Work done in other processes, whatever becomes of them, and beside other work."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from compare.exports import figure_files
from compare.figures import registry
from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.runs import exporting
from compare.study.runs.processes import workers
from compare.study.runs.processes.workers import Done, each, meanwhile


def halve(number: int) -> int:
    """2 and 3 are what a process may meet: its end, and work without end."""
    if number == 2:
        os._exit(5)
    if number == 3:
        time.sleep(600)
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


def test_each_task_is_done_once_in_whatever_process() -> None:
    """Here or there: the same results under the same numbers."""
    tasks = [0, 4, 6, 8, 10]
    here = dict(each(halve, tasks, 1))
    assert {0: 0, 1: 2, 2: 3, 3: 4, 4: 5} == {number: done.result for number, done in here.items()}
    assert here == dict(each(halve, tasks, 2))
    assert {} == dict(each(halve, [], 2))


def test_a_process_that_ends_or_hangs_costs_its_task_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is known which task it was, and what of it; the others are done."""
    monkeypatch.setattr(workers, "PATIENCE", 4.0)
    assert {
        0: Done(0),
        1: Done(None, "the process ended with code 5"),
        2: Done(None, "it was not done after 4 seconds"),
        3: Done(None, "ValueError 7 is odd"),
        4: Done(4),
    } == dict(each(halve, [0, 2, 3, 7, 8], 2))


def ends_once(mark: Path) -> str:
    """Killed the first time, as where memory is short for a moment."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    return "done"


def test_a_task_whose_process_was_killed_is_tried_again(tmp_path: Path) -> None:
    assert [(0, Done("done")), (1, Done("done"))] == sorted(
        each(ends_once, [tmp_path / "a", tmp_path / "b"], 2)
    )


def test_both_are_done_and_the_result_is_waited_for() -> None:
    """Each goes on while the other waits for it."""
    here, there = Event(), Event()

    def work() -> str:
        there.set()
        assert here.wait(10)
        return "done"

    with meanwhile(work) as result:
        assert there.wait(10)
        here.set()
    assert "done" == result()


def test_an_error_of_the_other_work_is_raised_where_its_result_is_asked_for() -> None:
    def work() -> None:
        raise ValueError("no")

    with meanwhile(work) as result:
        pass
    with pytest.raises(ValueError, match="no"):
        result()


def test_an_interrupt_does_not_wait() -> None:
    """Whoever stops a run gets the prompt back at once."""
    never = Event()
    with pytest.raises(KeyboardInterrupt), meanwhile(never.wait):
        raise KeyboardInterrupt
    assert not never.is_set()
    never.set()


def test_figures_drawn_in_other_processes_are_the_same(
    study: Study, run: Any, contents: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte, with what was read noted; what goes wrong there is said as if it were here."""
    run(study)
    for room in (registry, figure_files):
        monkeypatch.setattr(room, "CATALOGUE", registry.CATALOGUE[:2])
    here, there = set[str](), set[str]()
    target = study.reports / "figures"
    files = exporting.make(study, "figures", exporting.EXPORTS["figures"], here.add, 1)
    alone = contents(target)
    shutil.rmtree(target)
    shutil.rmtree(study.cache / "pictures")
    assert sorted(files) == exporting.make(study, "figures", exporting.EXPORTS["figures"], there.add, 2)
    assert alone == contents(target)
    assert here == there
    shutil.rmtree(target)
    target.write_bytes(b"in the way")
    with pytest.raises(StudyError, match="figures"):
        exporting.make(study, "figures", exporting.EXPORTS["figures"], there.add, 2)
