"""Replace a folder's files all together or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


def publish(folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str] = ()) -> list[str]:
    """Write ``files`` into ``folder``, remove ``obsolete`` ones, leave all others; returns what changed.

    The new files are complete on disk beside the folder before the first old one is replaced; each
    replacement is atomic; if one fails (on Windows: a table is open in Excel), those already made
    are undone and the OSError goes on, its ``filename`` the file in ``folder`` that was to be written.
    Files whose bytes are the same are not touched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name, data in files.items() if _bytes(folder / name) != data]
    gone = [name for name in obsolete if name not in files and (folder / name).exists()]
    if not changed and not gone:
        return []
    with _writing(folder):
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name in changed:
            with _writing(folder / name):
                _write(beside / name, files[name])
        _replace(folder, beside, changed, gone)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return [*changed, *gone]


def _replace(folder: Path, beside: Path, changed: Iterable[str], gone: Iterable[str]) -> None:
    """Keep each old file as ``<name>.last`` in ``beside`` until all are replaced."""
    done: list[str] = []
    try:
        for name in (*changed, *gone):
            with _writing(folder / name):
                if (folder / name).exists():
                    shutil.copy2(folder / name, beside / f"{name}.last")
                done.append(name)
                if (beside / name).exists():
                    os.replace(beside / name, folder / name)
                else:
                    (folder / name).unlink()
    except OSError:
        for name in done:
            _undo(folder / name, beside / f"{name}.last")
        raise


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Within this block an OSError is about ``path``: a full disk names no file, others the one beside."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _undo(path: Path, last: Path) -> None:
    with suppress(OSError):
        if last.exists():
            os.replace(last, path)
        else:
            path.unlink(missing_ok=True)


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
