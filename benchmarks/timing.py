"""Times as ratios: what is compared is measured in turns, so that a slow minute of the machine hits both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

Action = Callable[[], object]
Clock = Callable[[], float]


def best(action: Action, rounds: int, clock: Clock = time.process_time) -> float:
    """Shortest of several rounds in seconds: the least disturbed by other work on the machine.

    ``clock`` is processor time of this process; another process is timed by ``time.perf_counter``.
    """
    return min(_seconds(action, clock) for _ in range(rounds))


def ratio(action: Action, yardstick: Action, rounds: int, clock: Clock = time.process_time) -> float:
    """Median over rounds of the time of ``action`` by the time of ``yardstick`` just before it.

    A yardstick of less than a millisecond is run twenty times and averaged: a clock is coarse.
    """
    repeats = 1 if best(yardstick, 3, clock) > 1e-3 else 20
    return statistics.median(_paired(action, yardstick, repeats, clock) for _ in range(rounds))


def _paired(action: Action, yardstick: Action, repeats: int, clock: Clock) -> float:
    one = _seconds(lambda: [yardstick() for _ in range(repeats)], clock) / repeats
    return _seconds(action, clock) / one


def _seconds(action: Action, clock: Clock) -> float:
    start = clock()
    action()
    return clock() - start
