"""What measures runs: a process's own cost, and no figure for one that was not done."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from benchmarks.runs import cost, starts

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="needs wait4")


def test_a_process_has_a_cost() -> None:
    """Seconds and megabytes of the process itself: one that holds 500 MB has that many of them."""
    small, large = (cost([sys.executable, "-c", f"held = b'x' * {size}"]) for size in (0, 500_000_000))
    assert small.processor > 0
    assert small.wall > 0
    assert large.megabytes > 450


def test_a_process_that_fails_has_none() -> None:
    """A run that reports a problem (1) was done, anything else was not."""
    assert cost([sys.executable, "-c", "raise SystemExit(1)"]).wall > 0
    with pytest.raises(subprocess.CalledProcessError):
        cost([sys.executable, "-c", "raise SystemExit(3)"])


def test_the_help_is_held_against_python() -> None:
    assert ["python -c pass", "compare-plans --help", "python -c 'import pandas'"] == [
        line.split("|")[1].strip() for line in starts()
    ]
