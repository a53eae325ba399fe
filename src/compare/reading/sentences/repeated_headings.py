"""A heading that says a value which the text below it says again: the value is the text's."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from compare.model import Passage, Statement


def said_once(statements: Sequence[Statement], passages: Sequence[Passage]) -> tuple[Statement, ...]:
    """The statements without those of headings that a passage of the same section repeats.

    The same is the value with its unit and the noun: 新增床位2000张 above 到2025年,全市新增床位2000张.
    """
    below: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for said in statements:
        if passages[said.passage].kind != "heading":
            below[_value(said)].append(said)
    return tuple(
        said
        for said in statements
        if passages[said.passage].kind != "heading" or not _repeated(said, below[_value(said)], passages)
    )


def _value(said: Statement) -> tuple[object, ...]:
    return said.value_low, said.value_high, said.unit


def _repeated(heading: Statement, equal: Sequence[Statement], passages: Sequence[Passage]) -> bool:
    """Whether one of the ``equal`` statements, in text order, stands in the heading's section."""
    noun = heading.subject.lstrip("一二三四五六七八九十、（）()0123456789. ")
    if not noun:
        return False
    for at in range(bisect_left(equal, heading.start, key=lambda said: said.start), len(equal)):
        if not _is_below(heading.passage, equal[at].passage, passages):
            return False  # the section ends before it
        if noun in equal[at].subject or (equal[at].subject and equal[at].subject in noun):
            return True
    return False


def _is_below(heading: int, passage: int, passages: Sequence[Passage]) -> bool:
    at: int | None = passage
    while at is not None and at > heading:
        at = passages[at].parent
    return at == heading
