"""Labels of the repository's codebook for a few made-up regions, and rows of the comparison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare.reading import Lexicon, compile_lexicon
from compare.study.codebook.files import load_files, load_labels
from compare.tables.words.labels import Labels

_CODEBOOK = Path(__file__).parents[2] / "data" / "codebook"
_PLANS = {
    "jia": {"zh": "甲市", "en": "Jia"},
    "yi": {"zh": "乙县", "en": "Yi"},
    "bing": {"zh": "丙州", "en": "Bing"},
    "ding": {"zh": "丁区", "en": "Ding"},
}


@pytest.fixture(scope="session")
def labels() -> Labels:
    """The labels of the packaged codebook, with four plans."""
    return replace(load_labels(_CODEBOOK)[1], plans=_PLANS)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The units and comparators that researchers edit."""
    files = load_files(_CODEBOOK)
    return compile_lexicon(files["units"], files["comparators"])


@pytest.fixture
def cell() -> Callable[..., dict[str, Any]]:
    """A row of ``comparison``; only what a test names is different."""

    def make(plan: str, low: float | None = None, **given: Any) -> dict[str, Any]:
        status = given.pop("status", "not_stated" if low is None else "stated")
        return {
            "plan_id": plan,
            "row_id": "nursing_bed_share@general",
            "indicator": "nursing_bed_share",
            "scope": "general",
            "aspect": "asked",
            "headline": True,
            "status": status,
            "value_low": low,
            "value_high": low,
            "unit": None if low is None else "%",
            "comparator": None if low is None else "ge",
            "deadline": None,
            "statement_ids": None if low is None else f"{plan}-1",
        } | given

    return make
