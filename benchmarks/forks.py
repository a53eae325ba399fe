"""A fork of this process that is listened to, and is ended with all that it started."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import Pipe
from typing import Any

Say = Callable[[Any], None]


def heard(work: Callable[[Say], None], patience: Callable[[Any], float]) -> Iterator[Any]:
    """What ``work`` says in a fork of this process, until it ends or is silent too long.

    ``patience`` gives the seconds until it must be heard again, by what it said last (None at first). It is
    this process that waits: a timer of the fork would not hold, as what is tested may set the same one.
    """
    ours, theirs = Pipe(duplex=False)
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        ours.close()
        try:
            work(theirs.send)
        finally:  # also where nobody hears its next word any more
            os.killpg(0, signal.SIGKILL)
    theirs.close()
    with suppress(OSError):  # it has done so itself
        os.setpgid(child, child)
    said = None
    try:
        while ours.poll(patience(said)):
            said = ours.recv()
            yield said
    except EOFError:
        pass
    finally:
        ours.close()
        with suppress(OSError):  # it has ended
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
