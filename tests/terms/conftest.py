"""The language of the repository's codebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.language import ReadText, Tag

from compare.coding import Codebook
from compare.study.codebook.files import default_codebook, load_language
from compare.terms.clauses.tagging import clauses
from compare.terms.counting.segment import Segmenter
from compare.terms.language import Language


@pytest.fixture(scope="session")
def language(real_codebook: Codebook) -> Language:
    return load_language(default_codebook(), real_codebook)


@pytest.fixture(scope="session")
def segmenter(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Segmenter:
    cache: Path = tmp_path_factory.mktemp("jieba")
    return Segmenter(language.words, cache)


@pytest.fixture(scope="session")
def tag(read_text: ReadText, language: Language) -> Tag:
    """The clauses of a text."""
    return lambda text: clauses(read_text(text), language)
