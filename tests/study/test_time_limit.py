"""A plan that takes too long is reported, and the others go on."""

from __future__ import annotations

import re
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from compare.study.register.plans_file import blank_plan, load_register
from compare.study.runs.processes import read_plan as reading
from compare.study.runs.processes.time_limit import OutOfTime, within

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timers")


def test_what_takes_too_long_is_stopped() -> None:
    """Also within a pattern that would never end; what ends in time is left alone, and no timer stays."""
    with pytest.raises(OutOfTime), within(0.05):
        re.match(r"(?:a|aa)+$", "a" * 100 + "b")
    with within(60):
        done = 1 + 1
    assert (2, (0.0, 0.0)) == (done, signal.getitimer(signal.ITIMER_REAL))


def test_a_plan_that_never_ends_is_a_line_with_its_file_and_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The entry's own limit holds; the plan becomes a problem, not an error."""

    def forever(task: reading.Task) -> reading.PlanRead:
        while True:
            pass

    monkeypatch.setattr(reading, "_read_plan", forever)
    plan = replace(blank_plan("a-2020", "a.txt"), time_limit="1")
    read = reading.read_plan(reading.Task(plan, tmp_path, tmp_path, "", tmp_path))
    assert "a-2020" == read.plan_id
    assert None is read.tables
    assert read.problem.startswith("data/raw/a.txt: reading it took longer than 1 seconds; keep only")


def test_the_register_sets_the_limit(tmp_path: Path) -> None:
    """Whole seconds; anything else is said with its line."""
    register = tmp_path / "plans.yaml"
    register.write_text(
        "- plan_id: a\n  source_file: a.txt\n  time_limit: 30\n- plan_id: b\n  source_file: b.txt\n"
        "  time_limit: soon\n",
        encoding="utf-8",
    )
    loaded = load_register(register, "plans.yaml")
    assert ["30"] == [plan.time_limit for plan in loaded.plans]
    (problem,) = loaded.problems
    assert problem.startswith("plans.yaml: line 6:")
    assert "seconds" in problem
