"""What the tests of reading share: the units and comparators that researchers edit."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from compare.reading import Lexicon, compile_lexicon

_CODEBOOK = Path(__file__).parents[2] / "data" / "codebook"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the packaged codebook."""
    units, comparators = (
        yaml.safe_load((_CODEBOOK / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("units", "comparators")
    )
    return compile_lexicon(units, comparators)
