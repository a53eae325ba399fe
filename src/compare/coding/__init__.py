"""Coding: statements to indicators, scopes and departments by the codebook. No files, no pandas."""

from __future__ import annotations

from compare.coding.codebook import Codebook, CodebookError, Department, Indicator, Scope, parse_codebook
from compare.coding.coder import code

__all__ = ["Codebook", "CodebookError", "Department", "Indicator", "Scope", "code", "parse_codebook"]
