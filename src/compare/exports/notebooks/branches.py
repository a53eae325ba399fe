"""Kernels that branch off from this process, with what it has imported and read.

Only on Linux, and only while no other thread runs, which could hold at that moment what a branch would wait
for. A branch waits until it is told to become a kernel; elsewhere a kernel is a new interpreter.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from typing import Any, NoReturn

_DEVNULL = "/dev/null"


class Branch:
    """A process that waits; what :mod:`subprocess` has of one is here as well."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, orders: int) -> None:
        self.pid = pid
        self._orders = orders
        self.returncode: int | None = None

    def become(self, command: Sequence[str], folder: str, environment: Mapping[str, str]) -> None:
        """A kernel, as if it were started by the ``command`` of a kernel in this folder."""
        ends_with_us = {**environment, "JPY_PARENT_PID": str(os.getpid())}
        order = {"arguments": list(command), "folder": folder, "environment": ends_with_us}
        with open(self._orders, "w", encoding="utf-8") as pipe:
            json.dump(order, pipe)

    def dismiss(self) -> None:
        """It is not needed: it ends where nothing is ordered."""
        with suppress(OSError):
            os.close(self._orders)
        self.wait()

    def poll(self) -> int | None:
        if self.returncode is None:
            self._ended(os.WNOHANG)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            self._ended(0)
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def _ended(self, how: int) -> None:
        try:
            pid, status = os.waitpid(self.pid, how)
        except ChildProcessError:  # somebody else has asked for it
            self.returncode = 0
            return
        if pid:
            self.returncode = os.waitstatus_to_exitcode(status)


def can_branch() -> bool:
    """Whether a branch of this process can do what this process does."""
    return sys.platform == "linux" and threading.active_count() == 1


def branch() -> Branch:
    """Branch off: call it where :func:`can_branch`. Raises OSError."""
    theirs, ours = os.pipe()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    with warnings.catch_warnings():
        # Threads of libraries (of linear algebra, of Arrow) are made anew in a branch by these.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if not pid:
        _wait(theirs, os.getppid())
    os.close(theirs)
    return Branch(pid, ours)


def _wait(pipe: int, parent: int) -> NoReturn:
    """In the branch: until something is ordered, or the order can come no more."""
    code = 1
    try:
        _let_go(pipe)
        with open(pipe, encoding="utf-8") as orders:
            text = orders.read()
        if text and os.getppid() == parent:
            _be_kernel(json.loads(text))
        code = 0
    finally:
        os._exit(code)  # what this process does at its end is for the one that it branched off from


def _let_go(pipe: int) -> None:
    """Of files that are open: the lock on the study is one."""
    null = os.open(_DEVNULL, os.O_RDONLY)
    os.dup2(null, 0)
    for name in os.listdir("/proc/self/fd"):
        if int(name) > 2 and int(name) != pipe:
            with suppress(OSError):
                os.close(int(name))


def _be_kernel(order: Mapping[str, Any]) -> None:
    os.setsid()
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    if not sys.flags.safe_path:
        del sys.path[0]  # the folder of the command; a kernel puts its own there
    from ipykernel.kernelapp import IPKernelApp

    arguments: list[str] = order["arguments"]
    sys.argv = arguments[arguments.index("-m") + 1 :]
    if launcher := find_spec(sys.argv[0]):
        sys.argv[0] = str(launcher.origin)
    application: Any = IPKernelApp.instance()
    application.initialize(sys.argv[1:])
    if matplotlib := sys.modules.get("matplotlib"):
        matplotlib.rcParams["backend"] = os.environ["MPLBACKEND"]  # as on its import in a kernel
    application.start()
