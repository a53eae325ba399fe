"""Forks in which planted faults meet the tests: whatever is done there, they end."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from benchmarks.forks import heard

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no forks")


def test_what_is_said_is_heard_until_the_end() -> None:
    """Each word in order; a fork that fails ends as well, and leaves this process as it is."""

    def work(say: Any) -> None:
        say(1)
        say("two")
        raise ValueError

    assert [1, "two"] == list(heard(work, lambda said: 20))


def test_a_fork_that_is_silent_is_ended_with_what_it_started() -> None:
    """A timer that it sets or stops is no help, and what it started in turn hangs no longer than it does."""
    ours, theirs = os.pipe()

    def work(say: Any) -> None:
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], pass_fds=[theirs])
        say("begun")
        signal.setitimer(signal.ITIMER_REAL, 0)
        time.sleep(60)

    assert ["begun"] == list(heard(work, lambda said: 0.01 if said else 20))
    os.close(theirs)
    open_still, _, _ = select.select([ours], [], [], 20)
    assert (b"", [ours]) == (os.read(ours, 1), open_still)
    os.close(ours)


DYING = """
import os, time
from benchmarks.forks import heard

def work(say):
    while True:
        say("on")
        time.sleep(0.01)

for said in heard(work, lambda said: 20):
    os._exit(0)
"""


def test_a_fork_that_nobody_hears_any_more_ends() -> None:
    """Where what listens is killed, nothing stays behind that holds its output open."""
    root = Path(__file__).parents[2]
    assert (
        0
        == subprocess.run(
            [sys.executable, "-c", DYING], stdout=subprocess.PIPE, timeout=60, cwd=root
        ).returncode
    )
