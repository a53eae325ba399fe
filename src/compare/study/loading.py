"""A study's tables as a :class:`~compare.tables.dataset.Dataset`."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.study.codebook.files import BENCHMARKS, codebook_folder, load_labels
from compare.study.errors import StudyError
from compare.study.place import Study, find_study
from compare.tables.noting import reads

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset
    from compare.tables.select import Named


def open_study(path: str | os.PathLike[str] | None = None, plans: Named = None) -> Dataset:
    """The tables of the study at or above ``path`` (default: the current folder), of these plans or all.

    Raises UnknownId for the name of a plan that is not there.
    """
    study = find_study(path)
    if plans is not None:
        reads.note(reads.EVERYTHING)  # rows of a part of a table are not told apart
        found = open_tables(study, plans=plans)
        _ = found.plans
        return found
    if not reads.wanted():
        return open_tables(study)
    with reads.ours():
        return open_tables(study, note=reads.note)


def open_tables(
    study: Study, since: str = "", note: reads.Note | None = None, plans: Named = None
) -> Dataset:
    """The tables, with what changed in them since ``since``: see :mod:`compare.study.people.what_changed`;
    ``note``, if there is one, is told what of them is read; else ``plans`` may name those that are wanted.

    Raises StudyError where the tables have not been made yet.
    """
    from compare.study.people import what_changed
    from compare.study.runs.changed.state import load_state
    from compare.study.runs.lock import settle_unless_held
    from compare.tables.dataset import Dataset
    from compare.tables.storage.table_files import are_stored

    settle_unless_held(study)
    if not are_stored(study.processed):
        raise StudyError(f"{study.processed}: no tables here yet; make them with 'compare-plans run'")
    if note is not None:
        from compare.tables.noting.study_tables import NotedDataset

        return NotedDataset(kept_tables(study), note)
    folder = codebook_folder(study.own_codebook)
    return Dataset(
        study.processed,
        study.raw,
        lambda: load_labels(folder),
        folder / BENCHMARKS,
        changes=lambda: what_changed.since(study, since),
        known=load_state(study.state).tables,
        plans=plans,
    )


def kept_tables(study: Study) -> Dataset:
    """The tables, opened once for all who leave them as they are, until a file changes."""
    return _kept(study, stamp(study))


@lru_cache(maxsize=1)
def _kept(study: Study, stamp: tuple[object, ...]) -> Dataset:
    return open_tables(study)


def stamp(study: Study) -> tuple[object, ...]:
    """What changes with any file that a dataset opens."""
    folders = (
        study.processed,
        codebook_folder(study.own_codebook),
        study.context,
        study.agreement,
        study.raw,
    )
    files = [path for folder in folders for path in folder.rglob("*")] + [study.last_changes]
    return tuple(
        (str(path), found.st_ino, found.st_mtime_ns, found.st_size)
        for path in sorted(files)
        if path.is_file() and (found := path.stat())
    )
