"""A study's tables as a :class:`~compare.tables.dataset.Dataset`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from compare.study.codebook.files import BENCHMARKS, codebook_folder, load_labels
from compare.study.errors import StudyError
from compare.study.place import Study, find_study
from compare.tables import reads

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset


def open_study(path: str | os.PathLike[str] | None = None) -> Dataset:
    """The tables of the study at or above ``path`` (default: the current folder)."""
    return open_tables(find_study(path), note=reads.note)


def open_tables(study: Study, since: str = "", note: reads.Note = reads.unnoted) -> Dataset:
    """The tables, with what changed in them since ``since``: see :mod:`compare.study.people.what_changed`;
    ``note`` is told what of them is read.

    Raises StudyError where the tables have not been made yet.
    """
    from compare.study.people import what_changed
    from compare.study.runs.lock import settle_unless_held
    from compare.tables.dataset import Dataset
    from compare.tables.storage.io import table_path

    settle_unless_held(study)
    if not table_path(study.processed, "plans").is_file():
        raise StudyError(f"{study.processed}: no tables here yet; make them with 'compare-plans run'")
    folder = codebook_folder(study.own_codebook)
    return Dataset(
        study.processed,
        study.raw,
        lambda: load_labels(folder),
        folder / BENCHMARKS,
        changes=lambda: what_changed.since(study, since),
        note=note,
    )
