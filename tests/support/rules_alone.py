"""The codebook without the weights learned from coded texts: what tests of rules are coded by."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from compare.coding import Codebook
from compare.study.codebook.files import default_codebook, load_codebook


@lru_cache(maxsize=1)
def rules_alone() -> Codebook:
    """The default codebook; what no rule codes it leaves without a code."""
    return replace(load_codebook(default_codebook()), learned=None)
