"""ClauseDate commitments without a value: by when will somebody have done what can be checked.

The date stands in the clause itself, leads its sentence, stands in brackets behind the item's heading
(研究整改方案(7月)) or in a note or cell of the item (完成时限:2024年底). Where it only leads, the clause must
name an output (出台, 建成, 形成…报告).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.coding.indicators.context.blanking import blanked
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.milestones.clause_dates import SINCE, ClauseDate
from compare.coding.instruments.milestones.object_rules import (
    BEHIND,
    BEHIND_THE_VERB,
    TO_WHOM,
    Span,
    object_of,
    trimmed,
)
from compare.coding.instruments.specified import Specifics
from compare.model import Milestone, TextView
from compare.reading.items.running_text import Piece

_START = "start"
_AND = re.compile(r"(?:并|、|和|及)(?=[^,并]{4,})")
# 结合摸底调研情况: on what basis, not what is done.
_FRAME = re.compile(
    r"(?:结合|根据|按照|依据|通过|围绕|依托)[^,、]{2,16}?(?:情况|基础上?|要求|方式|结果|规定|部署|精神)"
)
# 制定指南(某局负责,2024年10月底前完成): what is done stands before it.
_NOTE = re.compile(r"(?<=[^()]{4})\([^()]*\)?$")


class Verb(NamedTuple):
    """An action, ``where`` its word stands, and where the word begins that joins it to one before."""

    action: str
    where: Span
    joint: int = 0


def milestones(
    sentence: Sequence[Piece],
    dates: Sequence[tuple[ClauseDate | None, str]],
    item: int,
    view: TextView,
    specifics: Specifics,
    book: MeansBook,
    noted: str,
) -> Iterator[Milestone]:
    """The milestones of a sentence; ``dates`` are those of :func:`dates_of`, ``noted`` is the deadline noted
    for all of its item ("" if none)."""
    lead = 0
    for place, (piece, (own, deadline)) in enumerate(zip(sentence, dates, strict=True)):
        if own is not None:
            lead = place
        value = own.value if own else deadline
        since = own is not None and own.since
        if not value or (own is None and not carries(piece.text, value == noted, book)):
            continue
        if (not since and specifics.value(piece)) or book.not_milestones.search(piece.text):
            continue
        # What a leading date says by when is quoted with it.
        opening = sentence[lead] if own is None and dates[lead][0] is not None else piece
        opening = sentence[place - 1] if own is not None and not own.end else opening
        for action, (start, end), rule in _done(piece.text, own, book):
            yield Milestone(
                action,
                value,
                opening.start,
                piece.end,
                view.raw_start(piece.at + start),
                view.raw_end(piece.at + end),
                item,
                piece.passage,
                rule,
            )


def carries(text: str, noted: bool, book: MeansBook) -> bool:
    """Whether a date that only leads a clause says by when it is done; ``noted``: the date of its item."""
    return bool(book.carried.search(text) or (noted and book.noted.search(text)))


def _done(text: str, date: ClauseDate | None, book: MeansBook) -> Iterator[tuple[str, Span, str]]:
    """Each action of a clause, its object and the rule that found that."""
    if date is not None and date.since:
        yield from _started(text, date)
        return
    if date is not None and (note := _NOTE.search(text)) and note.start() < date.start:
        text, date = text[: note.start()], None
    first = _verb(text, date.end if date else 0, book) or _verb(text, 0, book)
    if first is None:
        return
    second = _second_verb(text, first, book)
    span, rule = object_of(text, first.where, date, second.joint if second else len(text))
    if text[slice(*span)]:
        yield first.action, span, rule
    if second is None:
        return
    behind = trimmed(text, second.where[1], len(text), BEHIND)
    words = text[slice(*behind)]
    if not words or TO_WHOM.match(words):
        behind = span  # 完成自评、报市民政局备案
    if text[slice(*behind)]:
        yield second.action, behind, rule if behind == span else BEHIND_THE_VERB


def _started(text: str, date: ClauseDate) -> Iterator[tuple[str, Span, str]]:
    """What begins with a date to start from: it is a start whatever is done."""
    since = SINCE.match(text, date.end)
    span, rule = object_of(text, (date.end, since.end() if since else date.end), date, len(text))
    if text[slice(*span)]:
        yield _START, span, rule


def _second_verb(text: str, first: Verb, book: MeansBook) -> Verb | None:
    """Another action behind the first (完成自查并提交报告)."""
    for joint in _AND.finditer(text, first.where[1]):
        verb = _verb(text, joint.end(), book, at_once=True)
        if verb and verb.action != first.action:
            return verb._replace(joint=joint.start())
    return None


def _verb(text: str, floor: int, book: MeansBook, at_once: bool = False) -> Verb | None:
    """The verb that stands first behind ``floor`` (``at_once``: right there)."""
    found: Verb | None = None
    text = blanked(_FRAME, text)
    for action in book.actions:
        match = action.match.match(text, floor) if at_once else action.match.search(text, floor)
        if match and (found is None or match.start() < found.where[0]):
            found = Verb(action.id, match.span())
    return found
