"""Which parts of a study were read, so that only what shows a changed part is made again.

A part is a table by its name; :data:`CODEBOOK`, or a file of it (:func:`of_codebook`) that is kept apart;
:data:`BENCHMARKS`, :data:`DISAGREEMENTS`, :data:`CHANGES` or :data:`CONTEXT`; or :data:`EVERYTHING`, where
it cannot be told.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

#: The environment variable that names the file to which a process writes what it read.
VARIABLE = "COMPARE_PLANS_READS"

EVERYTHING = "everything"
#: The table of plans as figures show it: without the fingerprints of their files (:data:`FINGERPRINT`), which
#: change with every letter of a source.
PLANS_SHOWN = "plans/shown"
FINGERPRINT = "source_sha256"
#: All of the codebook but what words are counted by.
CODEBOOK = "codebook"
#: The files of the codebook that words are counted by: few outputs show them.
LANGUAGE = ("themes", "commitment", "terms")
BENCHMARKS = "benchmarks"
DISAGREEMENTS = "disagreements"
CHANGES = "changes"
#: The figures of ``data/context``.
CONTEXT = "context"

Note = Callable[[str], None]

# Of a file in data/: the folder -> the part that a Dataset notes before it opens anything there.
_NOTED_BEFORE = {"raw": "plans", "codebook": CODEBOOK, "agreement": DISAGREEMENTS, "context": CONTEXT}
_noted: set[str] = set()


def of_codebook(stem: str) -> str:
    """The part that is the file ``stem`` of the codebook, one of :data:`LANGUAGE`."""
    return f"{CODEBOOK}/{stem}"


def unnoted(part: str) -> None:
    """For whom it does not matter what is read."""


def note(part: str) -> None:
    """Append ``part`` to the file that the environment names, if it does; each part once."""
    file = os.environ.get(VARIABLE)
    if file and part not in _noted:
        _noted.add(part)
        with open(file, "a", encoding="utf-8") as log:
            log.write(f"{part}\n")


def note_in(file: str) -> None:
    """From now on note in this file, as if nothing had been noted yet."""
    os.environ[VARIABLE] = file
    _noted.clear()


def watch() -> None:
    """From now on note EVERYTHING where a file in ``data/`` of the current folder is opened by other means
    than a Dataset: a notebook may read a table with pandas alone."""
    data = os.path.join(os.getcwd(), "data", "")

    def opened(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and _expected(arguments[0], data) is False:
            note(EVERYTHING)

    sys.addaudithook(opened)


def _expected(path: str, data: str) -> bool | None:
    """Whether a Dataset noted what is about to be opened; None for a file that is not in ``data``."""
    path = os.path.abspath(path)
    if not path.startswith(data):
        return None
    folder, *rest = PurePath(path[len(data) :]).parts
    part = PurePath(*rest).stem if folder == "processed" and rest else _NOTED_BEFORE.get(folder)
    return part in _noted or (part == "plans" and PLANS_SHOWN in _noted)


class NotedSections(Mapping[str, Mapping[str, Mapping[str, str]]]):
    """Sections of labels by name; that one of :data:`LANGUAGE` was looked up is noted."""

    def __init__(self, sections: Mapping[str, Mapping[str, Mapping[str, str]]], note: Note) -> None:
        self._sections = sections
        self._note = note

    def __getitem__(self, name: str) -> Mapping[str, Mapping[str, str]]:
        if name in LANGUAGE:
            self._note(of_codebook(name))
        return self._sections[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def __len__(self) -> int:
        return len(self._sections)
