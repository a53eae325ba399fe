"""Which instruments the words of a clause show, and by which words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.coding.indicators.context.blanking import TITLES, blanked
from compare.coding.instruments.codebook import Instrument, MeansBook
from compare.coding.instruments.specified import titled
from compare.frozen import maker, quickly

#: A list has at least so many members, and its first and last are no longer than this.
_LISTED, _LONGEST_FIRST, _LONGEST_LAST = 3, 24, 12
_DIVIDER = re.compile("、")


@quickly
@dataclass(frozen=True, slots=True)
class Shown:
    """An instrument and the words of the clause that show it.

    ``place`` is that of the pattern in its list: the first tell most.
    """

    instrument: Instrument
    start: int
    end: int
    place: int


_shown = maker(Shown)


def shown(text: str, book: MeansBook) -> tuple[Shown, ...]:
    """The instruments of a clause in the order of the codebook, each once."""
    text = said_of_itself(text, book)
    if silenced(text, book):
        return ()
    inspected = book.context.inspected.search(text)
    found: dict[str, Shown] = {}
    for _, telling, wording in book.wording.candidates(text):
        instrument = telling.instrument
        if instrument.id not in found and wording.pattern.search(text):
            match, refused = judged(wording.pattern, instrument, text, inspected, book)
            if not refused:
                found[instrument.id] = _shown(instrument, *match.span(), telling.place)
    return tuple(found.values())


def silenced(text: str, book: MeansBook) -> str:
    """Which ``context`` makes that nothing is coded in a clause, "" if none does."""
    context = book.context
    if context.past.search(text):
        return "past"
    if context.summary.search(text):
        return "summary"
    if context.bare.fullmatch(text) and not book.commitment.verbs.search(text):
        return "bare"
    if context.other.search(text) and not context.elder.search(text):
        return "other"
    return ""


def judged(
    pattern: re.Pattern[str],
    instrument: Instrument,
    text: str,
    inspected: re.Match[str] | None,
    book: MeansBook,
) -> tuple[re.Match[str], str]:
    """The words by which a pattern shows an instrument and "", or the words that refuse it and why: it is
    only inspected, a mere member of a list, or its entry excludes them. The pattern must match."""
    if inspected and not instrument.inspects and _within(pattern, text, inspected):
        return inspected, "inspected"
    match = _said(pattern, text, book, instrument.listed)
    if match is None:
        return next(pattern.finditer(text)), "listed"
    if instrument.excludes and (excluded := instrument.excludes.search(text)):
        return excluded, "excludes"
    return match, ""


def said_of_itself(text: str, book: MeansBook) -> str:
    """The clause without titles of documents it only follows, and without lists of departments."""
    if "《" in text and not titled(text):
        text = blanked(TITLES, text)
    if "部门" in text:
        text = blanked(book.context.departments, text)
    return text


def _within(pattern: re.Pattern[str], text: str, inspected: re.Match[str]) -> bool:
    """Whether all that the pattern finds is part of what is inspected."""
    return all(
        inspected.start() <= match.start() and match.start() < inspected.end()
        for match in pattern.finditer(text)
    )


def _said(pattern: re.Pattern[str], text: str, book: MeansBook, listed: bool) -> re.Match[str] | None:
    """The first match; unless ``listed``, one that is no mere member of a list of what is bought."""
    for match in pattern.finditer(text):
        if listed or not _is_member(text, match.start(), book):
            return match
    return None


def _is_member(text: str, start: int, book: MeansBook) -> bool:
    """Whether what starts there is a member of a list of three or more that such words open."""
    opened = book.context.lists.search(text[:start])
    if not opened:
        return False
    dividers = [match.start() for match in _DIVIDER.finditer(text, opened.end())]
    if len(dividers) < _LISTED - 1:
        return False
    # What stands long before the first 、 is no member of the list.
    first = opened.end() - 1 if dividers[0] - opened.end() <= _LONGEST_FIRST else dividers[0]
    return first < start <= dividers[-1] + _LONGEST_LAST
