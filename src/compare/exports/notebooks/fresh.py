"""A kernel that ran a notebook, made as it was before: the next one in it starts from nothing.

Starting a kernel and importing pandas, matplotlib and seaborn takes longer than most notebooks. What a
notebook can change in passing is put back here: names, folder, environment, options, styles, warnings
already given.
After an error the kernel is not used again (:mod:`compare.exports.notebooks.execute`).
"""

from __future__ import annotations

import gc
import os
import sys
import warnings
from typing import Any

from compare.tables.noting import reads

#: As pandas has it where it is imported in a kernel, which one that branched off has not done.
_COLUMNS = 20

_at_first: dict[str, Any] = {}


def begin(log: str) -> None:
    """Called before each notebook; what it reads of the study is noted in the file ``log``."""
    if not _at_first:
        _at_first.update(folder=os.getcwd(), environment=dict(os.environ), path=list(sys.path))
        reads.watch()
    os.chdir(_at_first["folder"])
    os.environ.clear()
    os.environ.update(_at_first["environment"])
    sys.path[:] = _at_first["path"]
    _styles_and_options()
    with warnings.catch_warnings():
        warnings.simplefilter("default")  # forget which warnings were given: they are given again
    _names()
    reads.note_in(log)
    gc.freeze()  # what is imported by now stays: it need not be looked through for cycles again


def _styles_and_options() -> None:
    """Figures closed, styles and options as they are on import; what was not imported stays so."""
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")
    if matplotlib := sys.modules.get("matplotlib"):
        matplotlib.rc_file_defaults()
    if pandas := sys.modules.get("pandas"):
        pandas.reset_option("^display")
        pandas.set_option("display.max_columns", _COLUMNS)


def _names() -> None:
    """No name of the notebook before; cells count from 1."""
    from IPython.core.getipython import get_ipython

    if shell := get_ipython():
        shell.reset(new_session=True)  # type: ignore[no-untyped-call]
