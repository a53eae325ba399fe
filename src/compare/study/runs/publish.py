"""Replace a folder's files all together or not at all, also where the process is killed while doing it.

New files are written whole into a folder of their own beside the folder (``.processed-…``), together with
the old ones. Then a journal is put there: from that moment the new set counts. If the process ends before
it is done, :func:`settle` finishes what the journal says, or removes what has none.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

_JOURNAL = "journal.json"
_LAST = ".last"


@dataclass(frozen=True, slots=True)
class _Journal:
    """What is to be done: ``forward`` to the new set, or back to the old one.

    ``added`` files had no old one, ``replaced`` ones had, ``removed`` ones have no new one.
    """

    forward: bool
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]


class Settled(StrEnum):
    """What was left of a publishing that was killed, and what became of it."""

    FINISHED = "finished"
    UNDONE = "undone"


def publish(folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str] = ()) -> list[str]:
    """Write ``files`` into ``folder``, remove ``obsolete`` ones, leave all others; returns what changed.

    The new files are complete on disk beside the folder before the first old one is replaced; each
    replacement is atomic; if one fails (on Windows: a table is open in Excel), those already made
    are undone and the OSError goes on, its ``filename`` the file in ``folder`` that was to be written.
    Files whose bytes are the same are not touched.
    """
    _make_ready(folder)
    changed = [name for name, data in files.items() if _bytes(folder / name) != data]
    gone = [name for name in obsolete if name not in files and (folder / name).exists()]
    if not changed and not gone:
        return []
    with prepared(folder) as beside:
        for name in changed:
            with _writing(folder / name):
                _write(beside / name, files[name])
        _replace(folder, beside, changed, gone)
    return [*changed, *gone]


@contextmanager
def prepared(folder: Path) -> Iterator[Path]:
    """A folder beside ``folder`` for :func:`take_over`; what is in it afterwards is removed.

    An OSError within that names a file there comes to name the one in ``folder``.
    """
    _make_ready(folder)
    with _writing(folder):
        beside = Path(tempfile.mkdtemp(prefix=_prefix(folder), dir=folder.parent))
    try:
        yield beside
    except BaseException as error:
        if not (beside / _JOURNAL).exists():  # else it could not be undone; settle will try again
            shutil.rmtree(beside, ignore_errors=True)
        if isinstance(error, OSError) and Path(error.filename or "").parent == beside:
            error.filename = str(folder / Path(error.filename).name)
        raise
    shutil.rmtree(beside, ignore_errors=True)


def take_over(folder: Path, beside: Path, names: Iterable[str], obsolete: Iterable[str] = ()) -> None:
    """As :func:`publish` with files that were written into a folder :func:`prepared` for it."""
    names = list(names)
    changed = [name for name in names if not _same(beside / name, folder / name)]
    gone = [name for name in obsolete if name not in names and (folder / name).exists()]
    for name in changed:
        with _writing(folder / name):
            _on_disk(beside / name)
    if changed or gone:
        _replace(folder, beside, changed, gone)


def unsettled(folder: Path) -> list[Path]:
    """What a killed process left beside ``folder``."""
    return sorted(path for path in folder.parent.glob(f"{_prefix(folder)}*") if path.is_dir())


def settle(folder: Path) -> list[Settled]:
    """Finish or undo what killed processes left of publishing into ``folder``; nothing of it stays.

    Raises OSError where a file cannot be replaced; it can then be tried again.
    """
    done = []
    for beside in unsettled(folder):
        journal = _journal(beside)
        if journal is not None:
            _follow(folder, beside, journal)
        shutil.rmtree(beside, ignore_errors=True)
        done.append(Settled.FINISHED if journal is not None and journal.forward else Settled.UNDONE)
    return done


def _make_ready(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    settle(folder)


def _prefix(folder: Path) -> str:
    return f".{folder.name}-"


def _replace(folder: Path, beside: Path, changed: Sequence[str], gone: Sequence[str]) -> None:
    """Take the files of ``beside`` into ``folder``; where one cannot be taken, none is."""
    old = {name for name in (*changed, *gone) if (folder / name).exists()}
    for name in sorted(old):
        with _writing(folder / name):
            _keep(folder / name, beside / f"{name}{_LAST}")
    journal = _Journal(
        forward=True,
        added=tuple(name for name in changed if name not in old),
        replaced=tuple(name for name in changed if name in old),
        removed=tuple(gone),
    )
    with _writing(folder):
        _write_journal(beside, journal)
    try:
        _follow(folder, beside, journal)
    except OSError:
        back = _Journal(False, journal.added, journal.replaced, journal.removed)
        with suppress(OSError):
            _write_journal(beside, back)
            _follow(folder, beside, back)
            (beside / _JOURNAL).unlink()
        raise


def _follow(folder: Path, beside: Path, journal: _Journal) -> None:
    """Do what the journal says, all of it or the rest of it."""
    if journal.forward:
        for name in (*journal.added, *journal.replaced):
            _take(beside / name, folder / name)
        _remove(folder, journal.removed)
        return
    for name in (*journal.replaced, *journal.removed):
        if not (beside / name).exists():  # else its new file was never taken: the old one is in place
            _take(beside / f"{name}{_LAST}", folder / name)
    _remove(folder, journal.added)


def _take(path: Path, target: Path) -> None:
    if path.exists():
        with _writing(target):
            os.replace(path, target)


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        with _writing(folder / name):
            (folder / name).unlink(missing_ok=True)


def _keep(path: Path, copy: Path) -> None:
    """A second name for a file, or a copy where the file system knows no second names."""
    try:
        os.link(path, copy)
    except OSError:
        shutil.copy2(path, copy)


def _write_journal(beside: Path, journal: _Journal) -> None:
    part = beside / f"{_JOURNAL}.part"
    with part.open("wb") as file:
        file.write(json.dumps(asdict(journal)).encode())
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, beside / _JOURNAL)


def _journal(beside: Path) -> _Journal | None:
    try:
        found = json.loads((beside / _JOURNAL).read_bytes())
    except FileNotFoundError:
        return None
    lists = {name: tuple(found[name]) for name in ("added", "replaced", "removed")}
    return _Journal(forward=found["forward"], **lists)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Within this block an OSError is about ``path``: a full disk names no file, others the one beside."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _same(path: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(path, other, shallow=False)


def _on_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
