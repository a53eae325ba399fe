"""A study: a folder with ``data/`` and ``notebooks/``, its register, its runs and what people do with them.

In: the files of the folder. Out: tables and outputs in it, and answers on the terminal. Knows no file format
and no pattern. No module imports pandas before it is needed: a run with nothing to do costs hardly more than
starting Python.
"""

from __future__ import annotations

from compare.study.errors import StudyError

__all__ = ["StudyError"]
