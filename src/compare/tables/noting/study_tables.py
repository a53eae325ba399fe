"""The tables of a study, noting what of them is read: see :mod:`compare.tables.noting.notes_table`."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.tables.context import Context
from compare.tables.dataset import Dataset
from compare.tables.noting import reads
from compare.tables.noting.notes_table import NotedFrame
from compare.tables.noting.ranges import from_ranges
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import Labels

if TYPE_CHECKING:
    from compare.coding import Codebook
    from compare.tables.comparing.changes import Changes

#: Frames that a dataset has beside its tables, made of these and of what they are noted with.
_MADE = ("national", "beside_regions")
#: The columns of ``plans`` that plans are named by.
_NAMES = ("plan_id", "region_zh", "region_en", "issued_on")
_PLAIN = (str, int, float, bool, list, tuple, dict, type(None))


class NotedDataset(Dataset):
    """The tables of ``within``; ``note`` is told each part (:mod:`compare.tables.noting.reads`) that is read.

    Questions are asked of ``within``: noted is what of the answer is read, and not what led to it.
    """

    def __init__(self, within: Dataset, note: reads.Note) -> None:
        self.within = within
        self.folder = within.folder
        self.sources = within.sources
        self.note = note
        self._answers = within.answers

    def answer(
        self, to: Callable[..., Any], arguments: tuple[Any, ...], named: Mapping[str, Any] | None = None
    ) -> Any:
        arguments = tuple(map(_listed, arguments))
        named = {name: _listed(value) for name, value in (named or {}).items()}
        try:
            question = reads.question(to, arguments, named)
        except TypeError:  # about something that cannot be written down
            self.note(reads.EVERYTHING)
            return self.within.answer(to, arguments, named)
        if question not in self._answers:
            with reads.ours():
                self._answers[question] = self.within.answer(to, arguments, named)
        found = self._answers[question]
        if isinstance(found, pd.DataFrame):
            return NotedFrame(found.copy(), self.note, question)
        self.note(str(reads.Cells(question, reads.WHOLE)))
        return found

    @property
    def benchmarks(self) -> pd.DataFrame:
        self.note(reads.BENCHMARKS)
        return self._inside("benchmarks")

    @property
    def changes(self) -> Changes | None:
        self.note(reads.CHANGES)
        return self._inside("changes")

    @property
    def disagreements(self) -> pd.DataFrame:
        self.note(reads.DISAGREEMENTS)
        return self._inside("disagreements")

    @property
    def about_regions(self) -> Context:
        self.note(reads.CONTEXT)
        for table in ("plans", "allocations"):
            self.note(str(reads.Cells(table, "region_code")))
        return self._inside("about_regions")

    @property
    def codebook(self) -> Codebook:
        self.note(reads.CODEBOOK)
        return self._inside("codebook")

    @property
    def labels(self) -> Labels:
        self.note(reads.CODEBOOK)
        for column in _NAMES:
            self.note(str(reads.Cells("plans", column)))
        labels: Labels = self._inside("labels")
        return replace(labels, sections=reads.NotedSections(labels.sections, self.note))

    def _inside(self, name: str) -> Any:
        with reads.ours():
            return getattr(self.within, name)

    def _frame(self, name: str) -> pd.DataFrame:
        return NotedFrame(self._inside(name), self.note, name)


def _noted(name: str) -> property:
    def get(self: NotedDataset) -> pd.DataFrame:
        return self._frame(name)

    def put(self: NotedDataset, frame: pd.DataFrame) -> None:
        self.note(reads.EVERYTHING)
        self.within.answers.clear()
        setattr(self.within, name, frame)

    return property(get, put)


for _name in (*schemas(), *_MADE):
    setattr(NotedDataset, _name, _noted(_name))


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, _PLAIN) else value


def found_in(dataset: Dataset, of: str) -> Any:
    """The table, or the answer to the question, that :class:`~compare.tables.noting.reads.Cells` are ``of``.

    Raises LookupError, AttributeError or TypeError where there is none any more.
    """
    if not of.startswith("["):
        return getattr(dataset, of)
    name, arguments, named = json.loads(of)
    module, _, function = name.partition(":")
    # The state of a study may come from anybody.
    if module.partition(".")[0] != __name__.partition(".")[0]:
        raise LookupError(f"{name} is no question of this package")
    try:
        to = importlib.import_module(module)
    except ImportError:  # the state of another version, which had it elsewhere
        raise LookupError(f"{name} is no question of this version") from None
    for part in function.split("."):
        to = getattr(to, part)
    if of not in dataset.answers:
        dataset.answers[of] = dataset.answer(to.__wrapped__, tuple(arguments), named)
    return dataset.answers[of]


def values_of(found: Any, cells: reads.Cells, known: dict[str, list[str]] | None = None) -> list[str]:
    """What stands in these cells of what :func:`found_in` gave: equal lists were read alike. ``known`` keeps
    the texts of whole columns, where further cells of the same will be asked for.

    Raises LookupError where there is no such column or row any more.
    """
    if cells.column == reads.WHOLE:
        return [repr(found)]
    if cells.column == reads.COUNT:
        return [str(len(found)), *_labels(found)]
    texts = {} if known is None else known
    rows = from_ranges(cells.rows) if cells.rows else range(len(found))
    if cells.how.startswith("["):
        column, wanted = found[cells.column].tolist(), frozenset(json.loads(cells.how))
        return [f"{row} {column[row]}" for row in rows if column[row] in wanted]
    columns = list(found.columns) if cells.column == reads.ALL else [cells.column]
    for column in columns:
        if column + cells.how not in texts:
            texts[column + cells.how] = texts_shown(found[column], cells.how)
    whole = [] if cells.column != reads.ALL else _labels(found)
    types = [str(found[column].dtype) for column in columns] if cells.how else []
    return [*whole, *types, *(texts[column + cells.how][row] for column in columns for row in rows)]


def _labels(found: Any) -> list[str]:
    """What rows are called, where that is not their number."""
    index = getattr(found, "index", None)
    return [] if index is None or isinstance(index, pd.RangeIndex) else list(map(repr, index))


def texts_shown(column: pd.Series, how: str) -> list[str]:
    """Of longer texts as many characters as are shown, if not all of them are."""
    cells = column.tolist()
    if not how:
        return list(map(repr, cells))
    most = int(how)
    return [
        repr(cell[:most]) + "…" if isinstance(cell, str) and len(cell) > most else repr(cell)
        for cell in cells
    ]
