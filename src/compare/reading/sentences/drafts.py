"""A statement as it stands in the view, and as the original writes it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from compare.frozen import maker, quickly
from compare.model import Comparator, Kind, Reason, Statement, TextView
from compare.reading.page.clauses import CLAUSE_REACH

Span = tuple[int, int]

_LINE_END = re.compile(r"\s*\n\s*")

_reason = maker(Reason)
_statement = maker(Statement)


@cache
def _bare(about: str, rule: str) -> Reason:
    """A reason that rests on no words: there are few of them."""
    return Reason(about, rule)


@quickly
@dataclass(frozen=True, slots=True)
class Draft:
    """A statement whose spans are of the view.

    ``rule`` is what sort of value it is of; ``rules`` those that found its kind, subject and scope; ``date``
    is why a deadline governs, ``quantity`` why number, unit and comparator are as they are.
    """

    kind: Kind
    subject: Span
    value: Span
    numbers: tuple[Decimal, Decimal]
    unit: str
    comparator: Comparator
    deadline: str
    period: str
    scope: str
    implied: bool
    quote: Span
    rule: str
    rules: tuple[str, str, str]
    date: Reason | None
    quantity: Iterable[Reason]


draft_of = maker(Draft)


class Writer:
    """Writes drafts down as statements of the original ``raw``; ``starts`` are where passages begin in the
    view."""

    __slots__ = ("raw", "starts", "view")

    def __init__(self, view: TextView, raw: str, starts: Sequence[int]) -> None:
        self.view, self.raw, self.starts = view, raw, starts

    def statement(self, draft: Draft) -> Statement:
        """The statement with every span, and every word it quotes, as the original has it."""
        offsets, raw = self.view.offsets, self.raw
        value, subject, quote = draft.value, draft.subject, draft.quote
        value_start, value_end = offsets[value[0]], offsets[value[1] - 1] + 1
        named = raw[offsets[subject[0]] : offsets[subject[1] - 1] + 1] if subject[1] > subject[0] else ""
        words = ""
        kind_rule, subject_rule, scope_rule = draft.rules
        reasons = [*draft.quantity, self.reason("subject", subject_rule, subject), _bare("kind", kind_rule)]
        if draft.scope:
            words, where = self._verbatim(draft.scope, quote)
            reasons.append(self.reason("scope", scope_rule, where))
        if draft.date and draft.deadline:
            reasons.append(draft.date)
        return _statement(
            kind=draft.kind,
            # of a line that was broken by width
            subject=_LINE_END.sub("", named) if "\n" in named else named,
            value_text=raw[value_start:value_end],
            value_low=draft.numbers[0],
            value_high=draft.numbers[1],
            unit=draft.unit,
            comparator=draft.comparator,
            deadline=draft.deadline,
            period=draft.period,
            scope_text=words,
            implied=draft.implied,
            start=offsets[quote[0]],
            end=self.view.raw_end(quote[1]),
            value_start=value_start,
            value_end=value_end,
            passage=max(bisect_right(self.starts, value[0]) - 1, 0),
            rule=draft.rule,
            reasons=tuple(reasons),
        )

    def reason(self, about: str, rule: str, span: Span) -> Reason:
        """The reason for a field, with the place of the words it rests on where there are any."""
        start, end = span
        if end <= start:
            return _bare(about, rule)
        offsets = self.view.offsets
        return _reason(about, rule, offsets[start], offsets[end - 1] + 1)

    def _verbatim(self, words: str, quote: Span) -> tuple[str, Span]:
        """Words found in the view as the original writes them, and where in the view they stand: before the
        end of the quotation, else from its beginning on."""
        text, end = self.view.text, quote[1]
        at = text.rfind(words, max(0, quote[0] - CLAUSE_REACH), end)
        if at < 0:
            at = text.find(words, quote[0], end + CLAUSE_REACH)
        if at < 0:
            return words, (end, end)
        end = at + len(words)
        return self.raw[self.view.raw_start(at) : self.view.raw_end(end)], (at, end)
