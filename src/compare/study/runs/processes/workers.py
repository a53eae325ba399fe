"""Where work is done: in this process, in several, on a dask cluster, or beside other work.

A task whose process dies is given to another one once; a process that is silent for too long is ended.
Either way the other tasks go on, and it is known which task it was.
"""

from __future__ import annotations

import importlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic
from typing import Any, Generic, TypeVar

from compare.study.errors import StudyError

#: Seconds that one task may take in another process: more than the largest scanned plan needs.
PATIENCE = 900.0
#: Seconds until a process has started at the latest.
_START = 300.0
_TRIES = 2
_CONNECT_SECONDS = "10s"

_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Done(Generic[_R]):
    """What became of a task: its result, or ("" if it has one) why there is none."""

    result: _R | None
    lost: str = ""


def each(
    work: Callable[[_T], _R], tasks: Sequence[_T], workers: int, scheduler: str = ""
) -> Iterator[tuple[int, Done[_R]]]:
    """Do ``work`` on each task; gives the number of the task and what became of it, as they are done.

    ``workers`` 1 does it here, one after the other, and lets errors pass. Otherwise ``work`` and the tasks
    go to other processes. Raises StudyError for a scheduler out of reach.
    """
    if scheduler:
        return _on_cluster(work, tasks, scheduler)
    if workers > 1 and tasks:
        return _Crew(work, tasks, min(workers, len(tasks))).results()
    return ((number, Done(work(task))) for number, task in enumerate(tasks))


@dataclass(slots=True)
class _Worker:
    """A process and the task it has; ``until`` is when patience ends, which begins when it has started."""

    process: BaseProcess
    connection: Connection
    task: int = -1
    started: bool = False
    until: float = 0.0

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Crew(Generic[_T, _R]):
    """Processes that take one task after the other."""

    def __init__(self, work: Callable[[_T], _R], tasks: Sequence[_T], workers: int) -> None:
        self.work = work
        self.tasks = tasks
        self.waiting = deque(range(len(tasks)))
        self.tries = [0] * len(tasks)
        # spawn, as on Windows and macOS: a fork would copy whatever threads hold at that moment.
        self.context = multiprocessing.get_context("spawn")
        self.crew: list[_Worker] = []
        self.size = workers

    def results(self) -> Iterator[tuple[int, Done[_R]]]:
        try:
            while self.waiting or self.crew:
                self._give()
                yield from self._take()
        finally:
            for worker in self.crew:
                worker.end()

    def _give(self) -> None:
        while self.waiting and len(self.crew) < self.size:
            self.crew.append(self._hire())
        for worker in [one for one in self.crew if one.task < 0]:
            if not self.waiting:
                worker.end()
                self.crew.remove(worker)
                continue
            worker.task = self.waiting.popleft()
            worker.until = monotonic() + (PATIENCE if worker.started else _START)
            self.tries[worker.task] += 1
            with suppress(OSError):  # it died while idle: that it answers nothing is seen below
                worker.connection.send(self.tasks[worker.task])

    def _take(self) -> Iterator[tuple[int, Done[_R]]]:
        if not self.crew:
            return
        rest = min(worker.until for worker in self.crew) - monotonic()
        answered = wait([worker.connection for worker in self.crew], max(rest, 0.0))
        for worker in list(self.crew):
            if worker.connection in answered:
                yield from self._answer(worker)
            elif worker.until <= monotonic():
                self._dismiss(worker)
                yield worker.task, Done(None, f"it was not done after {PATIENCE:.0f} seconds")

    def _answer(self, worker: _Worker) -> Iterator[tuple[int, Done[_R]]]:
        try:
            done: Done[_R] | None = worker.connection.recv()
        except (EOFError, OSError):
            self._dismiss(worker)
            if self.tries[worker.task] < _TRIES:
                self.waiting.append(worker.task)
                return
            done = Done(None, f"the process ended with code {worker.process.exitcode}")
        if done is None:
            worker.started, worker.until = True, monotonic() + PATIENCE
            return
        number, worker.task = worker.task, -1
        yield number, done

    def _dismiss(self, worker: _Worker) -> None:
        self.crew.remove(worker)
        worker.process.join(1)  # it may be about to end by itself, with a code that says why
        worker.end()

    def _hire(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_serve, args=(self.work, theirs), daemon=True)
        process.start()
        theirs.close()  # else its end would not be seen here when the process dies
        return _Worker(process, ours)


def _serve(work: Callable[[Any], Any], connection: Connection) -> None:
    """What a worker does: say that it has started, then answer each task until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever started it
    connection.send(None)
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        try:
            done: Done[Any] = Done(work(task))
        except Exception as error:
            done = Done(None, _described(error))
        connection.send(done)


def _on_cluster(
    work: Callable[[_T], _R], tasks: Sequence[_T], scheduler: str
) -> Iterator[tuple[int, Done[_R]]]:
    with _dask(scheduler) as pool:
        numbers = {pool.submit(work, task): number for number, task in enumerate(tasks)}
        for future in as_completed(numbers):
            error = future.exception()
            yield numbers[future], Done(None, _described(error)) if error else Done(future.result())


@contextmanager
def _dask(scheduler: str) -> Iterator[Any]:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise StudyError(
            "--scheduler: dask is not installed; install it with: pip install 'compare-plans[scale]'"
        ) from None
    try:
        client = distributed.Client(scheduler, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        what = " ".join(str(error).split()) or type(error).__name__
        raise StudyError(
            f"--scheduler {scheduler}: cannot be reached ({what}); check the address and that it runs"
        ) from None
    with client, client.get_executor() as pool:
        yield pool


def _described(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())


@contextmanager
def meanwhile(work: Callable[[], _T]) -> Iterator[Callable[[], _T]]:
    """Do ``work`` beside what is done within this block; what is given waits for its result or error.

    An interrupt within the block ends the program at once: it does not wait for ``work``.
    """
    future: Future[_T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    yield future.result
