"""A study is a folder with ``data/`` and ``notebooks/``: its register, what is stale, run, publish.

Nothing here knows a file format or a pattern. No module imports pandas before it is needed: a run
with nothing to do costs hardly more than starting Python.
"""

from __future__ import annotations

from compare.study.errors import StudyError

__all__ = ["StudyError"]
