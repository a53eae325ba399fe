"""Segmentation with jieba: own dictionary, own cache, no word on the screen."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

# Names of temporary files, as Python gives them unless told otherwise.
_TEMPORARY = f"{tempfile.gettempprefix()}*"


class Segmenter:
    """Cuts text into the words of jieba's dictionary and ``words``, each of which stays whole.

    jieba's guesses at unknown words (HMM) are off: they make words such as 供其 or 由县 out of what
    happens to stand side by side, and no one could look them up. The dictionary is this object's
    own; jieba's global one is never touched. ``cache`` is the folder that jieba keeps its compiled
    dictionary in (never the temporary folder that all users share); where it cannot be written
    to, the dictionary is compiled each time.
    """

    def __init__(self, words: Sequence[str], cache: Path) -> None:
        with suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
        with _silence():
            jieba = _import()
            self._jieba = jieba.Tokenizer()
            self._jieba.tmp_dir = str(cache)
            with _nothing_left(cache):
                self._jieba.initialize()
        for word in sorted(words):
            self._jieba.add_word(word)

    def cut(self, text: str) -> list[str]:
        """The pieces of ``text`` in order, punctuation included; joined they are the text again."""
        pieces: list[str] = self._jieba.lcut(text, HMM=False)
        return pieces


_made: dict[tuple[str, ...], Segmenter] = {}


def segmenter(words: tuple[str, ...], cache: Path) -> Segmenter:
    """A segmenter for these words, made once per process; ``cache`` is looked at only then."""
    if words not in _made:
        _made.clear()
        _made[words] = Segmenter(words, cache)
    return _made[words]


def _import() -> Any:
    """jieba 0.42 is older than Python's warning of unescaped patterns: they are no concern of a user."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    return jieba


@contextmanager
def _nothing_left(cache: Path) -> Iterator[None]:
    """jieba leaves its temporary file, megabytes of it, where it could not write all of the dictionary."""
    before = set(cache.glob(_TEMPORARY))
    yield
    for path in set(cache.glob(_TEMPORARY)) - before:
        with suppress(OSError):
            path.unlink()


@contextmanager
def _silence() -> Iterator[None]:
    """Within this block jieba's logger, which prints to the screen, says nothing."""
    logger = logging.getLogger("jieba")
    # Importing jieba sets the level of this logger; ``disabled`` it leaves alone.
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before
