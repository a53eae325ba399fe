"""Coding: what a plan says to indicators, scopes, departments, means and milestones, by the codebook.

In: a reading and the parsed codebook. Out: the same statements with their codes, corrected as people decided.
Knows no file and no pandas. Names load when they are asked for: who shows tables needs the regions, and no
grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.lazy import loading

if TYPE_CHECKING:
    from compare.coding.book.codebook import Codebook, Department, Indicator, Scope
    from compare.coding.book.errors import CodebookError
    from compare.coding.book.parse import parse_codebook
    from compare.coding.coder import code
    from compare.coding.corrections import Correction, CorrectionError, Stale, apply, parse_corrections
else:
    __getattr__ = loading(
        __name__,
        {
            **dict.fromkeys(("Codebook", "Department", "Indicator", "Scope"), "book.codebook"),
            "CodebookError": "book.errors",
            "parse_codebook": "book.parse",
            "code": "coder",
            **dict.fromkeys(
                ("Correction", "CorrectionError", "Stale", "apply", "parse_corrections"), "corrections"
            ),
        },
    )

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
