"""Other names of things (日照中心, 长护险), in whose place coding reads the name that the codebook knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.coding.book.errors import CodebookError
from compare.coding.indicators.matching import alternatives, required


@dataclass(frozen=True, slots=True)
class ShortNames:
    """One pattern for all other names, ``known`` the names by its groups; None without any.

    Of ``signs`` every other name has one."""

    pattern: re.Pattern[str] | None
    known: Mapping[str, str]
    signs: frozenset[str]

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The places of other names, each with the name to be read there."""
        if self.pattern is not None:
            for found in self.pattern.finditer(text):
                yield *found.span(), self.known[found.lastgroup or ""]

    def known_in(self, words: str) -> str:
        """The words with the known names."""
        if self.pattern is None or self.signs.isdisjoint(words):
            return words
        return self.pattern.sub(lambda found: self.known[found.lastgroup or ""], words)


def parse_short_names(entries: Sequence[Mapping[str, Any]]) -> ShortNames:
    """Short names from the entries of ``short_names.yaml``.

    Raises :class:`CodebookError` for an entry without words and for what is no pattern.
    """
    known: dict[str, str] = {}  # by the empty group behind each of the words
    parts: list[str] = []
    signs: set[str] = set()
    for entry in entries:
        words = entry.get("words")
        if not isinstance(words, list) or not words:
            raise CodebookError(f"short_names.yaml: {entry['id']}: words is no list; give at least one")
        for word in words:
            for part in _parts(word, entry["id"]):
                group = f"n{len(parts)}"
                parts.append(f"{part}(?P<{group}>)")
                known[group] = entry["id"]
                signs |= required(part)[1]
    return ShortNames(re.compile("|".join(parts)) if parts else None, known, frozenset(signs))


def _parts(word: Any, name: str) -> list[str]:
    """The alternatives of a pattern; a search for all of them is fast where each begins with a character."""
    try:
        if re.compile(word).groups:
            raise CodebookError(f"short_names.yaml: {name}: {word}: write (?: ) instead of ( )")
    except (re.error, TypeError) as error:
        raise CodebookError(f"short_names.yaml: {name}: {error}; correct the pattern") from None
    return alternatives(word)
