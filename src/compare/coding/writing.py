"""A reading as the codebook's patterns expect it: numbers in figures, no blanks beside them, things by the
names that the codebook knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from compare.coding.book.short_names import ShortNames
from compare.frozen import changed
from compare.model import Passage, Reading, Role, Statement
from compare.reading.numerals import CHINESE
from compare.reading.page.view import TextView, as_it_stands
from compare.reading.quantities.figures import figures, rewritten

_WORDS = frozenset(CHINESE)
# 60 周岁以上老年人 12 万人: typesetters leave room at a number
_BLANK = "[ \u3000\xa0]"
_AT_NUMBER = re.compile(f"{_BLANK}(?:(?<=[0-9%‰].){_BLANK}*+(?=[一-龥%‰])|(?<=[一-龥].){_BLANK}*+(?=[0-9]))")


def in_one_writing(reading: Reading, names: ShortNames) -> Reading:
    """The reading with 三百 张 written 300张 and 日照中心 日间照料中心; itself where nothing is written so.

    Statements and passages keep their order; the places of both are those of the new text.
    """
    text = reading.document.text
    in_words = [
        one for one in reading.numerals if one.role is Role.STATEMENT and not _WORDS.isdisjoint(one.text)
    ]
    view = as_it_stands(text)
    view = rewritten(view, [span for one in in_words for span in figures(text, one.start, one.end)])
    view = rewritten(view, [(*blanks.span(), "") for blanks in _AT_NUMBER.finditer(view.text)])
    view = rewritten(view, [*names.spans(view.text)])
    if view.text == text:
        return reading
    words = {one.text: view.text[view.from_raw(one.start) : view.from_raw(one.end)] for one in in_words}
    words = {old: new for old, new in words.items() if new != old}
    return replace(
        reading,
        document=replace(reading.document, text=view.text),
        statements=tuple(_statement(one, view, words, names) for one in reading.statements),
        passages=tuple(_passage(one, view, names) for one in reading.passages),
    )


def _statement(statement: Statement, view: TextView, words: dict[str, str], names: ShortNames) -> Statement:
    before = [statement.start, statement.end, statement.value_start, statement.value_end]
    start, end, value_start, value_end = now = [bisect_left(view.offsets, at) for at in before]
    said = f"{statement.subject}{statement.scope_text}{statement.value_text}"
    if now == before and _WORDS.isdisjoint(said) and names.signs.isdisjoint(said):
        return statement
    return changed(
        statement,
        subject=names.known_in(_in(words, statement.subject)),
        scope_text=names.known_in(_in(words, statement.scope_text)),
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


def _passage(passage: Passage, view: TextView, names: ShortNames) -> Passage:
    start, end = bisect_left(view.offsets, passage.start), bisect_left(view.offsets, passage.end)
    heading = names.known_in(passage.heading)
    unmoved = start == passage.start and end == passage.end and heading == passage.heading
    return passage if unmoved else changed(passage, start=start, end=end, heading=heading)
