"""Chinese regional elderly-care plans as tidy, citable tables.

>>> import compare
>>> study = compare.load()                          # doctest: +SKIP
>>> study.matrix("nursing_bed_share", "general")    # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from compare.tables.dataset import Dataset

__all__ = ["load"]


def load(path: str | os.PathLike[str] | None = None) -> Dataset:
    """The tables of a study as DataFrames.

    ``path`` is the study's folder, or one inside it; without it the folder at hand or the
    nearest one above it that is a study. Raises :class:`compare.study.StudyError` where there is
    none or its tables have not been made yet.
    """
    from compare.study.loading import open_study

    return open_study(path)
