"""Content hashes: of files, of the codebook, of the code itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path

#: The rooms that turn sources into tables, and those that turn tables into what people look at.
READING = (
    "frozen.py",
    "garbage.py",
    "lazy.py",
    "model",
    "sources",
    "reading",
    "coding",
    "tables",
    "terms",
    "checks",
    "study",
)
SHOWING = ("prose", "figures", "exports")
_COMPILED = (".pyc", ".pyo")


def of_bytes(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def of_file(path: Path) -> str:
    """SHA-256 of a file, read piece by piece. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_parts(*parts: str) -> str:
    """One hash of several texts, unlike for unlike divisions of the same characters."""
    return of_bytes("\0".join(f"{len(part)}:{part}" for part in parts).encode("utf-8"))


def of_files(files: Mapping[str, Path]) -> str:
    """One hash of named files: a change of name or of content changes it."""
    return of_parts(*(part for name, path in sorted(files.items()) for part in (name, of_file(path))))


def of_code(rooms: Iterable[str]) -> str:
    """One hash of what these rooms are made of: code, and whatever lies beside it (schemas, regions, the
    explorer's scripts and styles). Compiled Python is left out."""
    package = Path(str(resources.files("compare")))
    files = {}
    for room in rooms:
        top = package / room
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file() and path.suffix not in _COMPILED:
                files[path.relative_to(package).as_posix()] = path
    return of_files(files)
