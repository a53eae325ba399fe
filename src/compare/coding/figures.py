"""A reading as the codebook's patterns expect it: its numbers in figures, without blanks beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.model import Passage, Reading, Role, Statement
from compare.reading.numerals import CHINESE
from compare.reading.quantities.figures import figures

_WORDS = frozenset(CHINESE)
# 60 周岁以上老年人 12 万人: typesetters leave room at a number
_BLANKS = re.compile("[ \u3000\xa0]++")
_AT_NUMBER = re.compile("(?<=[0-9%‰])[ \u3000\xa0]++(?=[一-龥%‰])|(?<=[一-龥])[ \u3000\xa0]++(?=[0-9])")

Rewritten = tuple[int, int, str]


def in_figures(reading: Reading) -> Reading:
    """The reading with 三百 张 written 300张; itself where no number that counts is written so.

    Statements and passages keep their order; the places of both are those of the new text.
    """
    text = reading.document.text
    in_words = list(_in_words(reading))
    spans = sorted(
        [*in_words, *_blanks(text, {at for start, end, _ in in_words for at in range(start, end)})]
    )
    if not spans:
        return reading
    places = _Places(spans)
    pieces: list[str] = []
    kept = 0
    for start, end, new in spans:
        pieces += (text[kept:start], new)
        kept = end
    pieces.append(text[kept:])
    words = {text[start:end]: new for start, end, new in in_words}
    return replace(
        reading,
        document=replace(reading.document, text="".join(pieces)),
        statements=tuple(_statement(one, places, words) for one in reading.statements),
        passages=tuple(_passage(one, places) for one in reading.passages),
    )


def _in_words(reading: Reading) -> Iterator[Rewritten]:
    for one in reading.numerals:
        if one.role is Role.STATEMENT and not _WORDS.isdisjoint(one.text):
            new = _AT_NUMBER.sub("", figures(one.text))
            if new != one.text:
                yield one.start, one.end, new


def _blanks(text: str, taken: set[int]) -> Iterator[Rewritten]:
    """The blanks between a number and the words beside it."""
    for blanks in _BLANKS.finditer(text):
        start, end = blanks.span()
        if start not in taken and _AT_NUMBER.match(text, start):
            yield start, end, ""


class _Places:
    """Places of a text in the one that has other words for some spans of it."""

    def __init__(self, spans: Sequence[tuple[int, int, str]]) -> None:
        self.starts = [start for start, _, _ in spans]
        self.spans = spans
        self.gained = [0]
        for start, end, new in spans:
            self.gained.append(self.gained[-1] + len(new) - (end - start))

    def __call__(self, place: int) -> int:
        at = bisect_right(self.starts, place) - 1
        if at < 0:
            return place
        start, end, _ = self.spans[at]
        if place <= start:
            return place + self.gained[at]
        # A place within words that were rewritten keeps its distance from their end, where the unit stands.
        return (
            max(place + self.gained[at + 1], start + self.gained[at])
            if place < end
            else place + self.gained[at + 1]
        )


def _statement(statement: Statement, places: _Places, words: dict[str, str]) -> Statement:
    before = (statement.start, statement.end, statement.value_start, statement.value_end)
    start, end, value_start, value_end = now = tuple(map(places, before))
    said = f"{statement.subject}{statement.scope_text}{statement.value_text}"
    if now == before and _WORDS.isdisjoint(said):
        return statement
    return replace(
        statement,
        subject=_in(words, statement.subject),
        scope_text=_in(words, statement.scope_text),
        value_text=_in(words, statement.value_text),
        start=start,
        end=end,
        value_start=value_start,
        value_end=value_end,
    )


def _in(words: dict[str, str], text: str) -> str:
    if not _WORDS.isdisjoint(text):
        for old, new in words.items():
            text = text.replace(old, new)
    return _AT_NUMBER.sub("", text)


def _passage(passage: Passage, places: _Places) -> Passage:
    start, end = places(passage.start), places(passage.end)
    unmoved = (start, end) == (passage.start, passage.end)
    return passage if unmoved else replace(passage, start=start, end=end)
