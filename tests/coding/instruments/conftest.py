"""What the tests of instruments share: the codebook that researchers edit."""

from __future__ import annotations

import pytest

from compare.coding.instruments.codebook import MeansBook
from compare.study.codebook.files import default_codebook, load_means


@pytest.fixture(scope="session")
def book() -> MeansBook:
    return load_means(default_codebook())
