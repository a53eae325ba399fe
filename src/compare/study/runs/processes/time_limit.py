"""How long one plan may take, so that none keeps the others waiting."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds for a plan whose entry in the register sets no ``time_limit``: the largest take a tenth of it.
DEFAULT = 600


class OutOfTime(BaseException):
    """Not an Exception: what reads damaged files catches those, and must not catch this."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises OutOfTime where the body takes longer.

    Where the system has no timers (Windows) or the body is not in the main thread there is no limit here;
    processes of a run are then ended from outside.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
