"""A reading as the codebook's patterns expect it: its numbers in figures, without blanks beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from compare.model import Passage, Reading, Role, Statement
from compare.reading.numerals import CHINESE
from compare.reading.page.view import TextView
from compare.reading.quantities.figures import figures, rewritten

_WORDS = frozenset(CHINESE)
# 60 周岁以上老年人 12 万人: typesetters leave room at a number
_BLANKS = re.compile("[ \u3000\xa0]++")
_AT_NUMBER = re.compile("(?<=[0-9%‰])[ \u3000\xa0]++(?=[一-龥%‰])|(?<=[一-龥])[ \u3000\xa0]++(?=[0-9])")


def in_figures(reading: Reading) -> Reading:
    """The reading with 三百 张 written 300张; itself where no number that counts is written so.

    Statements and passages keep their order; the places of both are those of the new text.
    """
    text = reading.document.text
    in_words = [
        one for one in reading.numerals if one.role is Role.STATEMENT and not _WORDS.isdisjoint(one.text)
    ]
    view = TextView(text, range(len(text) + 1))
    view = rewritten(view, [span for one in in_words for span in figures(text, one.start, one.end)])
    view = rewritten(view, [(*blanks.span(), "") for blanks in _blanks(view.text)])
    if view.text == text:
        return reading
    words = {one.text: view.text[view.from_raw(one.start) : view.from_raw(one.end)] for one in in_words}
    return replace(
        reading,
        document=replace(reading.document, text=view.text),
        statements=tuple(_statement(one, view, words) for one in reading.statements),
        passages=tuple(_passage(one, view) for one in reading.passages),
    )


def _blanks(text: str) -> Iterator[re.Match[str]]:
    """The blanks between a number and the words beside it."""
    return (blanks for blanks in _BLANKS.finditer(text) if _AT_NUMBER.match(text, blanks.start()))


def _statement(statement: Statement, view: TextView, words: dict[str, str]) -> Statement:
    before = (statement.start, statement.end, statement.value_start, statement.value_end)
    start, end, value_start, value_end = now = tuple(map(view.from_raw, before))
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


def _passage(passage: Passage, view: TextView) -> Passage:
    start, end = view.from_raw(passage.start), view.from_raw(passage.end)
    unmoved = (start, end) == (passage.start, passage.end)
    return passage if unmoved else replace(passage, start=start, end=end)
