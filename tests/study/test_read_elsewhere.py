"""Plans read in other processes and on a cluster: the same tables, and what dies costs its plan only."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

import pytest
from tests.support.processed import rows

from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.runs.processes.read_plan import PlanRead, Task, read_plan


def test_plans_read_in_other_processes_give_the_same_tables(study: Study, run: Any, contents: Any) -> None:
    """--workers changes where plans are read and nothing else."""
    run(study)
    alone = contents(study.processed)
    shutil.rmtree(study.reports)
    assert 0 == run(study, workers=2).exit_code
    assert alone == contents(study.processed)


def test_plans_read_on_a_cluster_give_the_same_tables(study: Study, run: Any, contents: Any) -> None:
    """--scheduler sends each plan to a dask worker and changes nothing else."""
    distributed = pytest.importorskip("distributed")
    run(study)
    alone = contents(study.processed)
    shutil.rmtree(study.reports)
    where = {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": "127.0.0.1:0"}
    with distributed.LocalCluster(**where, protocol="tcp://", host="127.0.0.1") as cluster:
        assert 0 == run(study, scheduler=cluster.scheduler_address).exit_code
    assert alone == contents(study.processed)


def dies_once_of_yi(task: Task) -> PlanRead:
    """Reads a plan, but ends its process when it is first given the plan yi."""
    if task.plan.plan_id == "yi" and not (mark := task.cache.with_name("died")).exists():
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
        os._exit(9)
    return read_plan(task)


def test_a_worker_of_a_cluster_that_is_killed_midway_costs_nothing(
    study: Study, run: Any, contents: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a worker had when it died is given to another one; the tables are the same."""
    distributed = pytest.importorskip("distributed", reason="dask is not installed (extra scale)")
    run(study)
    alone = contents(study.processed)
    shutil.rmtree(study.reports)
    monkeypatch.setattr("compare.study.runs.processes.reading.read_plan", dies_once_of_yi)
    where = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": "127.0.0.1:0"}
    with distributed.LocalCluster(**where, host="127.0.0.1", silence_logs="CRITICAL") as cluster:
        report = run(study, scheduler=cluster.scheduler_address)
    assert ([], alone) == (report.problems, contents(study.processed))
    assert study.cache.with_name("died").exists()


def dies_of_yi(task: Task) -> PlanRead:
    """Reads a plan, but ends its process, as the system does where memory is short, over the plan yi."""
    if task.plan.plan_id == "yi":
        os._exit(9)
    return read_plan(task)


def test_a_process_that_ends_costs_its_plan_only(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Out of memory, or killed: one line for the plan that was with it, the others are read."""
    monkeypatch.setattr("compare.study.runs.processes.reading.read_plan", dies_of_yi)
    report = run(study, workers=2)
    what = "it could not be read in a process of its own (the process ended with code 9)"
    assert [f"data/raw/yi.txt: {what}; run again with --workers 1"] == report.problems
    assert {"jia-2021"} == {row["plan_id"] for row in rows(study, "plans")}


def test_a_scheduler_out_of_reach_is_named(study: Study, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With dask missing the remedy is to install it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(StudyError, match=r"--scheduler: dask is not installed; .*compare-plans\[scale\]"):
        run(study, scheduler="tcp://127.0.0.1:9")
