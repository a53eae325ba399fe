"""What the tests of reading share: the units and comparators that researchers edit."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.support.table_text import ReadDocument

from compare.reading import Lexicon, compile_lexicon, read

_CODEBOOK = Path(__file__).parents[2] / "data" / "codebook"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the packaged codebook."""
    units, comparators = (
        yaml.safe_load((_CODEBOOK / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("units", "comparators")
    )
    return compile_lexicon(units, comparators)


@pytest.fixture(scope="session")
def read_document(lexicon: Lexicon) -> ReadDocument:
    return lambda document: read(document, lexicon)
