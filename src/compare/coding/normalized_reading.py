"""A reading normalized for the codebook's patterns: characters, punctuation and blanks written in one way,
without what stands inside a sentence and is none of it, numbers in figures, things by the names that the
codebook knows, steps of a scale by their whole names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, overload

from compare.coding.book.short_names import ShortNames
from compare.coding.shared_endings import shared_endings
from compare.frozen import changed
from compare.model import Passage, Reading, Statement, TextView
from compare.reading.quantities.figures import rewritten


class NormalizedReading(NamedTuple):
    """A normalized text; the places of its statements and passages are those of this text.

    ``offsets`` are where its characters stand in the original, None where it is the original.
    """

    text: str
    statements: Sequence[Statement]
    passages: Sequence[Passage]
    offsets: Sequence[int] | None = None

    def in_original(self, start: int, end: int) -> tuple[int, int]:
        """A span as one of the original."""
        return (start, end) if self.offsets is None else (self.offsets[start], self.offsets[end - 1] + 1)


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


def normalized(reading: Reading, names: ShortNames) -> NormalizedReading:
    """A reading in the grammar's writing (三百 张 is 300张), with 日照中心 written 日间照料中心.

    It is what the reading holds where nothing is written so.

    Statements and passages keep their order.
    """
    text, read = reading.document.text, reading.view
    view = rewritten(read, [*names.spans(read.text)])
    view = rewritten(view, [*shared_endings(view.text)])
    if view.text == text:
        return NormalizedReading(text, reading.statements, reading.passages)
    said = _Writer(text, read, names)
    return NormalizedReading(
        view.text,
        [_statement(one, view, said) for one in reading.statements],
        _Passages(reading.passages, view, names),
        view.offsets,
    )


class _Writer(NamedTuple):
    """A text, how the grammar reads it, and other names of things."""

    text: str
    read: TextView
    names: ShortNames

    def written(self, said: str, before: int) -> str:
        """What stands in the text before a place, or else somewhere, normalized."""
        at = self.text.rfind(said, 0, before) if said else -1
        if at < 0 and (at := self.text.find(said)) < 0:
            return said
        read = self.read
        return self.names.known_in(read.text[read.from_raw(at) : read.from_raw(at + len(said))])


def _statement(statement: Statement, view: TextView, said: _Writer) -> Statement:
    before = [statement.start, statement.end, statement.value_start, statement.value_end]
    start, end, value_start, value_end = (bisect_left(view.offsets, at) for at in before)
    return changed(
        statement,
        subject=said.written(statement.subject, statement.end),
        scope_text=said.written(statement.scope_text, statement.end),
        value_text=said.written(statement.value_text, statement.value_end),
        start=start,
        end=end,
        value_start=value_start,
        value_end=value_end,
    )


def _passage(passage: Passage, view: TextView, names: ShortNames) -> Passage:
    start, end = bisect_left(view.offsets, passage.start), bisect_left(view.offsets, passage.end)
    return changed(passage, start=start, end=end, heading=names.known_in(passage.heading))
