"""Dated commitments without a value: by when will somebody have done what can be checked.

The date stands in the clause itself, leads its sentence, or stands in brackets behind the item's heading
(研究整改方案(7月)). Where it only leads, the clause must name an output (出台, 建成, 形成…报告).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.coding.instruments.codebook import Listed, MeansBook
from compare.coding.instruments.specified import Specifics
from compare.model import Milestone
from compare.reading.items.running_text import Piece
from compare.reading.page.view import TextView
from compare.reading.quantities.dates import ABSOLUTE, FIVE_YEAR, MONTH_DAY, absolute, five_year_end

#: A date within so many characters of its clause's beginning leads the clauses behind it.
_OPENS = 3
_START = "start"
_SINCE = re.compile(r",?(?:之?日)?(?:起|开始)")
_LAST_MONTH = re.compile(r"[0-9]{1,2}月?(?:-{1,2}|~|至|到)(?P<m>1[0-2]|0?[1-9])月")
# 12月底, 5月底前: a month that sets a deadline without its year.
_MONTH_DEADLINE = re.compile(r"(?:底|末|前|止)$")
_HEADING_DATE = re.compile(
    r"\((?:(?P<y>20[0-9]{2})年)?(?:[0-9]{1,2}月?(?:-{1,2}|~|至|到))?(?P<m>1[0-2]|0?[1-9])月[^()]{0,4}\)"
)
_BEFORE = re.compile(r"^(?:确保|力争|争取|对于|并|由|,|、)+|(?:在|于|要|,|、)+$")
_BEHIND = re.compile(
    r"^(?:,|、|全面|加快|积极|推进|加大|加强|开展|实施|完成|好|了|对(?=.{4})|的)+|(?:并|等)?[,、;。|]*$"
)
_ACTOR = re.compile(r"^(?:地区|[全各][^,将]{1,6}|[^,将]{0,6}(?:部门|政府))(?=将)")
#: Words behind a verb fewer than this say nothing of what is done (完成整改): those before the date do.
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in ISO 8601 and where it stands in a clause; ``since``: from then on."""

    value: str
    start: int
    end: int
    since: bool


def heading_date(text: str, year: int) -> str:
    """The date in brackets behind a heading, "" without one; ``year`` is that of the plan."""
    match = _HEADING_DATE.search(text)
    known = (match and match["y"]) or (str(year) if year else "")
    return f"{known}-{int(match['m']):02d}" if match and known else ""


def dates_of(clauses: Sequence[str], year: int, lead: str = "") -> list[tuple[Dated | None, str]]:
    """For each clause of a sentence the date it names, and the deadline that governs it.

    A date that opens its clause leads the clauses behind it, ``lead`` (of the heading, of the goals) all.
    A month without a year takes that of the date before it, else that of the plan; a date from which
    something holds is no deadline.
    """
    made: list[tuple[Dated | None, str]] = []
    leading, known = lead, lead[:4]
    for text in clauses:
        found = _date(text, known, year)
        own = ""
        if found is not None:
            known = found.value[:4]
            own = "" if found.since else found.value
            leading = own if found.start <= _OPENS or found.since else leading
        made.append((found, own or leading))
    return made


def milestones(
    sentence: Sequence[Piece],
    dates: Sequence[tuple[Dated | None, str]],
    item: int,
    view: TextView,
    specifics: Specifics,
    book: MeansBook,
) -> Iterator[Milestone]:
    """The milestones of a sentence; ``dates`` are those of :func:`dates_of`."""
    lead = 0
    for place, (piece, (own, deadline)) in enumerate(zip(sentence, dates, strict=True)):
        if own is not None:
            lead = place
            if _HEADING_DATE.search(piece.text):
                continue  # said of what stands below it
        value = own.value if own else deadline
        since = own is not None and own.since
        if not value or (own is None and not book.carried.search(piece.text)):
            continue
        if (not since and specifics.value(piece)) or book.not_milestones.search(piece.text):
            continue
        found = _action(piece.text, own, book.actions)
        if found is None:
            continue
        action, verb = found
        start, end = _object(piece.text, verb, own)
        if start < end:
            # What a leading date says by when is quoted with it.
            opening = sentence[lead] if own is None and dates[lead][0] is not None else piece
            yield Milestone(
                action,
                value,
                opening.start,
                piece.end,
                view.raw_start(piece.at + start),
                view.raw_end(piece.at + end),
                item,
                piece.passage,
            )


def _date(text: str, known: str, year: int) -> Dated | None:
    """The date of a clause; ``known`` is the year of the date before it, "" if none."""
    if match := ABSOLUTE.search(text):
        value = absolute(match)
        if months := _LAST_MONTH.search(text, match.start(), match.end() + 6):
            value = f"{value[:4]}-{int(months['m']):02d}"
        return Dated(value, *match.span(), bool(_SINCE.match(text, match.end())))
    five_years = FIVE_YEAR.search(text)
    if five_years and five_years["when"] and (last := five_year_end(five_years["n"])):
        return Dated(str(last), *five_years.span(), False)
    month = MONTH_DAY.search(text)
    if month and (known or (year and _MONTH_DEADLINE.search(month.group()))):
        day = f"-{int(month['d']):02d}" if month["d"] else ""
        return Dated(f"{known or year}-{int(month['m']):02d}{day}", *month.span(), False)
    return None


def _action(text: str, date: Dated | None, actions: Sequence[Listed]) -> tuple[str, tuple[int, int]] | None:
    """The action and where its word stands: behind the date rather than before it. A date to start from
    is a start whatever is done."""
    if date is not None and date.since:
        since = _SINCE.match(text, date.end)
        return _START, (date.end, since.end() if since else date.end)
    for floor in (date.end if date else 0, 0):
        for action in actions:
            if action.id != _START and (match := action.match.search(text, floor)):
                return action.id, match.span()
    return None


def _object(text: str, verb: tuple[int, int], date: Dated | None) -> tuple[int, int]:
    """What the action is done to: the words behind it, or where those are few, those before the date."""
    start, end = _trimmed(text, verb[1], len(text), _BEHIND)
    if date is not None and date.since and (actor := _ACTOR.match(text[start:end])):
        start += actor.end()
    if text[verb[0] : verb[1]].endswith("纳入"):
        return _trimmed(text, date.end if date else 0, len(text), _BEFORE)
    if date is not None and end - start < _SHORT:
        before = _trimmed(text, 0, date.start, _BEFORE)
        if before[1] - before[0] >= _SHORT:
            return before
    return start, end


def _trimmed(text: str, start: int, end: int, edges: re.Pattern[str]) -> tuple[int, int]:
    """The stretch without the words at its edges that are no part of the thing."""
    words = text[start:end]
    spans = [match.span() for match in edges.finditer(words) if match.end() > match.start()]
    left = next((stop for begin, stop in spans if not begin), 0)
    right = next((begin for begin, stop in spans if begin and stop == len(words)), len(words))
    return start + left, start + max(left, right)
