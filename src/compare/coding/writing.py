"""A reading as the codebook's patterns expect it: numbers in figures, no blanks beside them, things by the
names that the codebook knows, steps of a scale by their whole names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, overload

from compare.coding.book.short_names import ShortNames
from compare.coding.shared_endings import shared_endings
from compare.frozen import changed
from compare.model import Passage, Reading, Role, Statement
from compare.reading.numerals import CHINESE
from compare.reading.page.view import TextView, as_it_stands
from compare.reading.quantities.figures import figures, rewritten

_WORDS = frozenset(CHINESE)
# 60 周岁以上老年人 12 万人: typesetters leave room at a number
_BLANKS = " \u3000\xa0"
_BLANK = f"[{_BLANKS}]"
_AT_NUMBER = re.compile(f"{_BLANK}(?:(?<=[0-9%‰].){_BLANK}*+(?=[一-龥%‰])|(?<=[一-龥].){_BLANK}*+(?=[0-9]))")


class Written(NamedTuple):
    """A text in one writing; the places of its statements and passages are those of this text."""

    text: str
    statements: Sequence[Statement]
    passages: Sequence[Passage]


class _Passages(Sequence[Passage]):
    """Passages as a view writes them, each when it is asked for: most are never."""

    __slots__ = ("_made", "_names", "_passages", "_view")

    def __init__(self, passages: Sequence[Passage], view: TextView, names: ShortNames) -> None:
        self._passages, self._view, self._names = passages, view, names
        self._made: dict[int, Passage] = {}

    def __len__(self) -> int:
        return len(self._passages)

    @overload
    def __getitem__(self, index: int) -> Passage: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Passage]: ...
    def __getitem__(self, index: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = _passage(self._passages[index], self._view, self._names)
        return made


def in_one_writing(reading: Reading, names: ShortNames) -> Written:
    """A reading with 三百 张 written 300张 and 日照中心 日间照料中心; what is in it where nothing is written
    so.

    Statements and passages keep their order.
    """
    text = reading.document.text
    value = Role.STATEMENT
    in_words = [one for one in reading.numerals if one.role is value and not _WORDS.isdisjoint(one.text)]
    view = as_it_stands(text)
    view = rewritten(view, [span for one in in_words for span in figures(text, one.start, one.end)])
    view = rewritten(view, [(*blanks.span(), "") for blanks in _AT_NUMBER.finditer(view.text)])
    view = rewritten(view, [*names.spans(view.text)])
    view = rewritten(view, [*shared_endings(view.text)])
    if view.text == text:
        return Written(text, reading.statements, reading.passages)
    words = {one.text: view.text[view.from_raw(one.start) : view.from_raw(one.end)] for one in in_words}
    words = {old: new for old, new in words.items() if new != old}
    # No other characters are written otherwise.
    touched = re.compile(f"[{CHINESE}{_BLANKS}{''.join(map(re.escape, sorted(names.signs)))}]")
    return Written(
        view.text,
        [_statement(one, view, words, names, touched) for one in reading.statements],
        _Passages(reading.passages, view, names),
    )


def _statement(
    statement: Statement,
    view: TextView,
    words: dict[str, str],
    names: ShortNames,
    touched: re.Pattern[str],
) -> Statement:
    before = (statement.start, statement.end, statement.value_start, statement.value_end)
    start, end, value_start, value_end = (bisect_left(view.offsets, at) for at in before)
    said = f"{statement.subject}{statement.scope_text}{statement.value_text}"
    if not touched.search(said):
        return changed(statement, start=start, end=end, value_start=value_start, value_end=value_end)
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
    return changed(passage, start=start, end=end, heading=names.known_in(passage.heading))
