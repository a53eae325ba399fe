"""Dated commitments without a value: by when will somebody have done what can be checked.

The date stands in the clause itself, leads its sentence, stands in brackets behind the item's heading
(研究整改方案(7月)) or in a note or cell of the item (完成时限:2024年底). Where it only leads, the clause must
name an output (出台, 建成, 形成…报告).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.coding.indicators.context.blanking import blanked
from compare.coding.instruments.clause_dates import SINCE, Dated
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.specified import Specifics
from compare.model import Milestone, TextView
from compare.reading.items.running_text import Piece

_START = "start"
_AND = re.compile(r"(?:并|、|和|及)(?=[^,并]{4,})")
_BEFORE = re.compile(
    r"^(?:[0-9()]{2,4}|确保|力争|争取|对于|并|由|,|、|:|要|应|均|将|把|前)+"
    r"|(?:在|于|[应要需]|,|、|全部|全面|正式|基本|均|计划)+$"
)
_BEHIND = re.compile(
    r"^(?:,|、|全面|加快|积极|推进|推行|推广|加大|加强|开展|实施(?!细则|方案|意见|办法)|执行|实行|完成|完善|并?启用|好|了|对(?=.{4})|的)+"
    r"|(?:[,、并]?报[^,]{2,16}(?:审定|审批|批准|备案|审议))?(?:并|等)?[,、;。|]*$|\([^()]*\)?[,、;。|]*$"
)
_ACTOR = re.compile(
    r"^(?:地区|[全各][^,将]{1,6}|[^,将]{0,6}(?:部门|政府)|[^,、将的]{2,14}(?:局|委|厅|办|院|部门))(?:[和与、会同][^,将]{2,12}部门)?"
    r"(?:将|把|要|应当?|须|均)"
)
_TO_WHOM = re.compile(
    r"^(?:送|到|至|给|请)?[^,]{0,20}(?:部门|单位|局|委|厅|办公室|办|政府|党委|领导小组|备案|审定|审批)$"
)
# 结合摸底调研情况: on what basis, not what is done.
_FRAME = re.compile(
    r"(?:结合|根据|按照|依据|通过|围绕|依托)[^,、]{2,16}?(?:情况|基础上?|要求|方式|结果|规定|部署|精神)"
)
# 制定指南(某局负责,2024年10月底前完成): what is done stands before it.
_NOTE = re.compile(r"(?<=[^()]{4})\([^()]*\)?$")
_TAKEN = re.compile(r"(?:将|把)(?P<what>[^,]{2,60})$")
#: Words behind a verb fewer than this say nothing of what is done (完成整改): those before it do.
_SHORT = 4


def milestones(
    sentence: Sequence[Piece],
    dates: Sequence[tuple[Dated | None, str]],
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
        for action, (start, end) in _done(piece.text, own, book):
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


def carries(text: str, noted: bool, book: MeansBook) -> bool:
    """Whether a date that only leads a clause says by when it is done; ``noted``: the date of its item."""
    return bool(book.carried.search(text) or (noted and book.noted.search(text)))


def _done(text: str, date: Dated | None, book: MeansBook) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each action of a clause with the span of its object; of 完成自查并提交报告 both.

    A date to start from is a start whatever is done.
    """
    if date is not None and date.since:
        since = SINCE.match(text, date.end)
        span = _object(text, (date.end, since.end() if since else date.end), date, len(text))
        if text[slice(*span)]:
            yield _START, span
        return
    if date is not None and (note := _NOTE.search(text)) and note.start() < date.start:
        text, date = text[: note.start()], None
    first = _verb(text, date.end if date else 0, book) or _verb(text, 0, book)
    if first is None:
        return
    second = next(
        (
            (joint.start(), verb)
            for joint in _AND.finditer(text, first[1][1])
            if (verb := _verb(text, joint.end(), book, at_once=True)) and verb[0] != first[0]
        ),
        None,
    )
    start, end = _object(text, first[1], date, second[0] if second else len(text))
    if text[start:end]:
        yield first[0], (start, end)
    if second is None:
        return
    action, where = second[1]
    behind = _trimmed(text, where[1], len(text), _BEHIND)
    words = text[slice(*behind)]
    if not words or _TO_WHOM.match(words):
        behind = start, end  # 完成自评、报市民政局备案
    if text[slice(*behind)]:
        yield action, behind


def _verb(
    text: str, floor: int, book: MeansBook, at_once: bool = False
) -> tuple[str, tuple[int, int]] | None:
    """The action whose word stands first behind ``floor`` (``at_once``: right there), and where it stands."""
    found = None
    text = blanked(_FRAME, text)
    for action in book.actions:
        match = action.match.match(text, floor) if at_once else action.match.search(text, floor)
        if match and (found is None or match.start() < found[1][0]):
            found = action.id, match.span()
    return found


def _object(text: str, verb: tuple[int, int], date: Dated | None, stop: int) -> tuple[int, int]:
    """What the action is done to: what 将 takes up, the words behind it, or where those are few or name only
    to whom, those before the verb or the date."""
    start, end = _trimmed(text, verb[1], stop, _BEHIND)
    if date is not None and date.since:
        actor = _ACTOR.match(text[start:end])
        return _trimmed(text, start + actor.end(), end, _BEHIND) if actor else (start, end)
    since = date.end if date and date.end <= verb[0] else 0
    few = end - start < _SHORT or _TO_WHOM.match(text[start:end])
    if few and (taken := _TAKEN.search(text, since, verb[0])):
        return _trimmed(text, *taken.span("what"), _BEFORE)
    if text[verb[0] : verb[1]].endswith("纳入"):
        return _trimmed(text, since, stop, _BEFORE)
    if few:
        for low, high in ((since, verb[0]), (0, date.start if date else 0)):
            before = _trimmed(text, low, high, _BEFORE)
            if before[1] - before[0] >= _SHORT and not _ACTOR.fullmatch(text[slice(*before)] + "将"):
                return before
    return start, end


def _trimmed(text: str, start: int, end: int, edges: re.Pattern[str]) -> tuple[int, int]:
    """The stretch without the words at its edges that are no part of the thing."""
    words = text[start:end]
    spans = [match.span() for match in edges.finditer(words) if match.end() > match.start()]
    left = next((stop for begin, stop in spans if not begin), 0)
    right = next((begin for begin, _ in spans if begin), len(words))
    return start + left, start + max(left, right)
