"""Zip containers (xlsx, docx, zip) whose bytes depend on nothing but their contents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

# The earliest date a zip member can carry. A real one would change the bytes on every rerun.
FIXED_DATE = datetime(1980, 1, 1)


def pack(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of ``(name, content)`` in the order given, dated :data:`FIXED_DATE`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, FIXED_DATE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the byte differs between Windows and the rest
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return buffer.getvalue()


def repack(data: bytes, edits: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """``data``, a zip archive, with fixed dates; ``edits`` change the members they name."""
    edits = edits or {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    return pack((name, edits[name](content) if name in edits else content) for name, content in members)


def write_atomically(path: Path, data: bytes) -> Path:
    """Write ``data`` beside ``path``, then replace it, so that no reader sees half a file.

    Raises OSError about ``path``; what was written beside it is then removed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        # A full disk names no file, others the one beside.
        error.filename, error.filename2 = str(path), None
        raise
    return path
