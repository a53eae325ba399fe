"""Where exports are put: known without what makes them, which takes long to load."""

from __future__ import annotations

from pathlib import Path

from compare.study.place import Study

#: Name of an export -> its file or folder among the reports; those that a run makes come first.
TARGETS = {
    "explorer": "explorer.html",
    "workbook": "comparison.xlsx",
    "codebook": "codebook.html",
    "figures": "figures",
    "word": "word",
    "bundle": "compare-plans.zip",
    "citations": "citations",
    "paper": "paper",
    "coding-sheet": "coding-sheet.xlsx",
}


def target(study: Study, name: str) -> Path:
    """Where ``run`` and ``export`` put it unless told otherwise."""
    return study.reports / TARGETS[name]
