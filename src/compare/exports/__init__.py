"""Tables and figures -> what leaves the project: workbook, figure files, explorer page, executed
notebooks, bundle.

Every function takes the tables (:class:`compare.tables.dataset.Dataset`) and knows nothing of how
they came about. What is written depends on the tables only: the same bytes on every rerun.
"""

from __future__ import annotations

from compare.exports.bundle import export_bundle
from compare.exports.explorer import export_explorer
from compare.exports.figures import export_figures
from compare.exports.notebooks import NotebookError, execute
from compare.exports.word import export_word
from compare.exports.workbook import export_workbook

__all__ = [
    "NotebookError",
    "execute",
    "export_bundle",
    "export_explorer",
    "export_figures",
    "export_word",
    "export_workbook",
]
