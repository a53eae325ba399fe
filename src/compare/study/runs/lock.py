"""One run at a time on a study; and what a run that was killed has left behind."""

from __future__ import annotations

import getpass
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from compare.study.errors import StudyError, cannot_write
from compare.study.place import Study
from compare.study.runs.plan_tables import clear_spool
from compare.study.runs.publish import Settled, settle, unsettled

_LOCK, _OWNER = "lock", "owner.txt"
_SETTLED = {
    Settled.FINISHED: "the last run was killed while it replaced the tables; that is finished now",
    Settled.UNDONE: "the last run was killed before it replaced anything; what it left is removed",
}


@contextmanager
def alone(study: Study) -> Iterator[list[str]]:
    """Hold the study: no other run, export or new plan meanwhile. Gives what it found left behind, as lines.

    The system lets go of the lock when the process ends, however it ends. Raises StudyError where
    another process holds it, or where it cannot be taken.
    """
    folder = study.state.parent
    lock = FileLock(folder / _LOCK)
    owner = folder / _OWNER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
        owner.write_text(_this_process(), encoding="utf-8")
    except Timeout:
        raise StudyError(
            f"{study.root}: another command is at work on this study ({_read(owner)}); "
            "wait until it is done, or end that process; nothing was done"
        ) from None
    except OSError as error:
        lock.release()
        raise StudyError(cannot_write(study.show(folder), error)) from None
    try:
        yield list(_settle(study))
    finally:
        with suppress(OSError):
            owner.unlink()
        lock.release()


def settle_unless_held(study: Study) -> None:
    """Before tables are read: finish what a killed run left half done, unless a run is just doing it."""
    if unsettled(study.processed):
        with suppress(StudyError), alone(study):
            pass


def _settle(study: Study) -> Iterator[str]:
    for folder in (study.processed, study.raw, study.state.parent):
        try:
            for what in settle(folder):
                yield f"{study.show(folder)}: {_SETTLED[what]}"
        except OSError as error:
            raise StudyError(cannot_write(study.show(Path(error.filename or folder)), error)) from None
    clear_spool(study)
    for part in study.reports.rglob("*.part"):
        with suppress(OSError):
            part.unlink()


def _this_process() -> str:
    return f"process {os.getpid()} of {_user()} on {platform.node()}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        return "an unknown user"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") or "it did not say who it is"
    except OSError:
        return "it did not say who it is"
