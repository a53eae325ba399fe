"""Coding: statements to indicators, scopes and departments by the codebook. No files, no pandas.

Names load when they are asked for: who shows tables needs the regions, and no grammar.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.coding.book.codebook import Codebook, Department, Indicator, Scope
    from compare.coding.book.errors import CodebookError
    from compare.coding.book.parse import parse_codebook
    from compare.coding.coder import code
    from compare.coding.corrections import Correction, CorrectionError, Stale, apply, parse_corrections
else:
    _FROM = {
        **dict.fromkeys(("Codebook", "Department", "Indicator", "Scope"), "book.codebook"),
        "CodebookError": "book.errors",
        "parse_codebook": "book.parse",
        "code": "coder",
        **dict.fromkeys(
            ("Correction", "CorrectionError", "Stale", "apply", "parse_corrections"), "corrections"
        ),
    }

    def __getattr__(name):
        if name not in _FROM:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
        return found


__all__ = [
    "Codebook",
    "CodebookError",
    "Correction",
    "CorrectionError",
    "Department",
    "Indicator",
    "Scope",
    "Stale",
    "apply",
    "code",
    "parse_codebook",
    "parse_corrections",
]
