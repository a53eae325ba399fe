"""The error of this room, for whatever a user of a study can cause."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StudyError(ValueError):
    """``str(error)`` is one line per problem, each naming file, place and remedy."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Put the file's name in front of what a source's error says."""
    from compare.sources import SourceError

    try:
        yield
    except SourceError as error:
        raise StudyError(f"{path}: {error}") from None
