"""Which parts of a study were read, so that only what shows a changed part is made again.

A part is one of the constants below, or a :class:`Cells`: a column of a table or of an answer to a question,
of all rows or of some, as :mod:`compare.tables.noting.notes_table` notes them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

#: The environment variable that names the file to which a process writes what it read.
VARIABLE = "COMPARE_PLANS_READS"

#: Where it cannot be told.
EVERYTHING = "everything"
#: All of the codebook but what words are counted by.
CODEBOOK = "codebook"
#: The files of the codebook that words are counted by: few outputs show them.
LANGUAGE = ("themes", "commitment", "terms")
BENCHMARKS = "benchmarks"
DISAGREEMENTS = "disagreements"
CHANGES = "changes"
#: The figures of ``data/context``.
CONTEXT = "context"

#: In place of a column: all of them, the number of rows, and an answer that is no table.
ALL, COUNT, WHOLE = "*", "#", "="

Note = Callable[[str], None]
_P = ParamSpec("_P")
_T = TypeVar("_T")

_noted: set[str] = set()
_ours = 0


@dataclass(frozen=True, slots=True)
class Cells:
    """A ``column`` of a table (ALL, COUNT, WHOLE: see there), of all ``rows`` ("") or of some (``0-4 7``).

    ``of`` is the table's name, or a question: a JSON list of a function and its arguments. ``how`` says what
    of the cells was read, where that is not all of them: as many characters as are shown (``50``), or which
    of them are in a JSON list.
    """

    of: str
    column: str
    rows: str = ""
    how: str = ""

    def __str__(self) -> str:
        return "\t".join((self.of, self.column, self.rows, *filter(None, [self.how])))


def cells(part: str) -> Cells | None:
    """The part as Cells, if it is one."""
    return Cells(*part.split("\t")) if "\t" in part else None


def asked(answer: Callable[Concatenate[Any, _P], _T]) -> Callable[Concatenate[Any, _P], _T]:
    """``answer(dataset, …)`` is asked through the dataset, which may note the question in place of what is
    read to answer it. Arguments are given as they are in JSON."""

    @wraps(answer)
    def ask(dataset: Any, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        if not hasattr(dataset, "answer"):  # tables alone, without a dataset around them
            return answer(dataset, *arguments, **named)
        found: _T = dataset.answer(answer, arguments, named)
        return found

    return cast("Callable[Concatenate[Any, _P], _T]", ask)


def question(answer: Callable[..., Any], arguments: Sequence[Any], named: Mapping[str, Any]) -> str:
    """The question as :class:`Cells` have it."""
    question = [f"{answer.__module__}:{answer.__qualname__}", list(arguments), dict(named)]
    return json.dumps(question, ensure_ascii=False, sort_keys=True)


def of_codebook(stem: str) -> str:
    """The part that is the file ``stem`` of the codebook, one of :data:`LANGUAGE`."""
    return f"{CODEBOOK}/{stem}"


def note(part: str) -> None:
    """Append ``part`` to the file that the environment names, if it does; each part once."""
    file = os.environ.get(VARIABLE)
    if file and part not in _noted:
        _noted.add(part)
        with open(file, "a", encoding="utf-8") as log:
            log.write(f"{part}\n")


def wanted() -> bool:
    """Whether the environment names a file for :func:`note`."""
    return VARIABLE in os.environ


def note_in(file: str) -> None:
    """From now on note in this file, as if nothing had been noted yet."""
    os.environ[VARIABLE] = file
    _noted.clear()


@contextmanager
def ours() -> Iterator[None]:
    """Files opened within are opened by a dataset, which notes what of them is used."""
    global _ours
    _ours += 1
    try:
        yield
    finally:
        _ours -= 1


def watch() -> None:
    """From now on note EVERYTHING where a file in ``data/`` of the current folder is opened by other means
    than a Dataset: a notebook may read a table with pandas alone."""
    data = os.path.join(os.getcwd(), "data", "")

    def opened(event: str, arguments: tuple[Any, ...]) -> None:
        named = event == "open" and not _ours and isinstance(arguments[0], str)
        if named and os.path.abspath(arguments[0]).startswith(data):
            note(EVERYTHING)

    sys.addaudithook(opened)


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
