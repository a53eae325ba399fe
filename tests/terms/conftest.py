"""The language of the repository's codebook, and plans read from texts made up here."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.language import ReadText, Tag

from compare.coding import Codebook
from compare.model import Document, Furniture, Reading
from compare.reading import read
from compare.study.codebook.files import default_codebook, load_codebook, load_language
from compare.terms.clauses.tagging import clauses
from compare.terms.counting.segment import Segmenter
from compare.terms.language import Language


@pytest.fixture(scope="session")
def real_codebook() -> Codebook:
    return load_codebook(default_codebook())


@pytest.fixture(scope="session")
def language(real_codebook: Codebook) -> Language:
    return load_language(default_codebook(), real_codebook)


@pytest.fixture(scope="session")
def segmenter(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Segmenter:
    cache: Path = tmp_path_factory.mktemp("jieba")
    return Segmenter(language.words, cache)


@pytest.fixture(scope="session")
def read_text(real_codebook: Codebook) -> ReadText:
    """Read a text as a plan; ``furniture`` are spans that its format marks as such."""

    def reader(text: str, *furniture: tuple[int, int]) -> Reading:
        marked = tuple(Furniture(start, end, "menu") for start, end in furniture)
        return read(Document(text, "txt", furniture=marked), real_codebook.lexicon)

    return reader


@pytest.fixture(scope="session")
def tag(read_text: ReadText, language: Language) -> Tag:
    """The clauses of a text."""
    return lambda text: clauses(read_text(text), language)
