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
    from compare.tables.select import Named

__all__ = ["load"]


def load(path: str | os.PathLike[str] | None = None, plans: Named = None) -> Dataset:
    """The tables of a study as DataFrames.

    ``path`` is the study's folder, or one inside it; without it the folder at hand or the
    nearest one above it that is a study. ``plans`` names those whose rows are wanted, by id or by
    region (None: all): the other rows of a study of thousands of plans are not read. A row about
    two plans is there if both are named.

    Raises :class:`compare.study.StudyError` where there is no study or its tables have not been made
    yet, :class:`compare.tables.select.UnknownId` for a name that no plan has.
    """
    from compare.study.loading import open_study

    return open_study(path, plans)
