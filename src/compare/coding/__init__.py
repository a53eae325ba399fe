"""Coding: statements to indicators, scopes and departments by the codebook. No files, no pandas."""

from __future__ import annotations

from compare.coding.book.codebook import Codebook, Department, Indicator, Scope
from compare.coding.book.errors import CodebookError
from compare.coding.book.parse import parse_codebook
from compare.coding.coder import code
from compare.coding.corrections import Correction, CorrectionError, Stale, apply, parse_corrections

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
