"""What a user can cause, and how it is said: one line per problem with file, place and remedy."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT)


class StudyError(ValueError):
    """``str(error)`` is one line per problem, each naming file, place and remedy."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Put the file's name in front of what a source's error says."""
    from compare.sources import SourceError
    from compare.sources.errors import one_line

    try:
        yield
    except SourceError as error:
        raise StudyError(f"{one_line(str(path))}: {error}") from None


def cannot_write(where: str, error: OSError) -> str:
    """The line about a file or folder, called ``where``, that cannot be written."""
    return f"{where}: {_reason(error)}; {_remedy(error)}, then run again"


def _reason(error: OSError) -> str:
    return "the disk is full" if error.errno in _FULL else error.strerror or type(error).__name__


def _remedy(error: OSError) -> str:
    if error.errno in _FULL:
        return "free some space on it"
    return "close it in other programs, or make it and its folder writable"


def explain(error: Exception) -> list[str] | None:
    """What to tell the user of an error he can cause, one line per problem; None for any other."""
    from compare.coding import CodebookError
    from compare.sources import SourceError
    from compare.tables.words.labels import WordingError

    if isinstance(error, StudyError):
        return list(error.problems)
    if isinstance(error, (CodebookError, WordingError)):
        return [f"codebook: {error}"]
    if isinstance(error, SourceError):
        return [str(error)]
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        remedy = _remedy(error) if error.errno in _FULL else "check the path and the permissions"
        return [f"{where}{_reason(error)}; {remedy}"]
    return _of_tables(error) or _of_figures(error)


def _of_tables(error: Exception) -> list[str] | None:
    if "pandas" not in sys.modules:  # no table was touched
        return None
    from compare.tables.select import UnknownId
    from compare.tables.storage.validation import TableError

    if isinstance(error, TableError):
        return [*str(error).splitlines(), "the tables are damaged; make them anew with 'compare-plans run'"]
    return [str(error)] if isinstance(error, UnknownId) else None


def _of_figures(error: Exception) -> list[str] | None:
    if "matplotlib" not in sys.modules:  # nothing was drawn
        return None
    from compare.figures.drawing.text.fonts import MissingGlyphError

    return [" ".join(str(error).split())] if isinstance(error, MissingGlyphError) else None
