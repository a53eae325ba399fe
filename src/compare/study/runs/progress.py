"""A progress bar where a person watches, nothing where none does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

#: ``with progress(label, total) as advance: … advance()``
Progress = Callable[[str, int], AbstractContextManager[Callable[[], None]]]


@contextmanager
def bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error if that is a terminal."""
    if not sys.stderr.isatty() or not total:
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(label, total=total)
        yield lambda: shown.advance(task)


def _nothing() -> None:
    pass
