"""Where work is done: in this process, in several, on a dask cluster, or beside other work."""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from threading import Thread
from typing import TypeVar

from compare.study.errors import StudyError

_CONNECT_SECONDS = "10s"
_T = TypeVar("_T")


@contextmanager
def executor(workers: int, scheduler: str) -> Iterator[Executor | None]:
    """None for this process alone (``workers`` 1). Raises StudyError for a scheduler out of reach."""
    if scheduler:
        with _dask(scheduler) as pool:
            yield pool
    elif workers > 1:
        # spawn, as on Windows and macOS: a fork would copy whatever threads hold at that moment.
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
            yield pool
    else:
        yield None


@contextmanager
def _dask(scheduler: str) -> Iterator[Executor]:
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
