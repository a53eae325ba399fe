"""The unit of a value with its base and period, and why they and its number are what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Reason
from compare.reading.numerals import CHINESE
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.bases.payments import with_marginal
from compare.reading.quantities.bases.periods import period_by_rule, period_in_unit
from compare.reading.quantities.bases.rules import based
from compare.reading.quantities.bases.wordings import Based
from compare.reading.rules import Rule, first
from compare.reading.sentences.drafts import Writer
from compare.reading.sentences.kinds.paid.paid_totals import is_total
from compare.reading.sentences.sharing.rules import SharedBases, own_words, shared_base
from compare.reading.sentences.sharing.sharer import SharedBase, Span

# 2022-2024年每年1.5万户、|2025年0.5万户: what another year has each year is none of its own
_OF_ITS_YEAR = re.compile(r".*每年[^、]*[0-9][^、]*[、和](?=(?:到|至)?(?:19|20)[0-9]{2}年[底末前]?[^每]*$)")
#: What reads figures, and what words begin with that were written in figures before.
_OF_FIGURES = frozenset({"digits", "digits with their power", "number in parts"})
_WORDS = frozenset(CHINESE)
_OF_A_HUNDRED = ("百分之", "千分之")
#: Why a unit stands alone.
_AS_WRITTEN = "unit as written"
_TOTAL_ENDS = frozenset("计需要金额贴助补奖励放付为达约")


class UnitAndPeriod(NamedTuple):
    """A unit with its base, where in the view it ends, the period of the value, and the reasons for them."""

    unit: str
    end: int
    period: str
    reasons: tuple[Reason, ...]


class BeforeSum(NamedTuple):
    """The words before a value of a ``sort`` in its clause, and the last ones before the clause."""

    sort: str
    clause: str
    opening: str


def _of_all(s: BeforeSum) -> bool | None:
    """每张床位补助1万元,共需100万元: no base of what is before it is that of the sum."""
    ends = s.sort == "money" and s.clause[-1:] in _TOTAL_ENDS
    return (ends and bool(is_total(s.opening, s.clause))) or None


WHOLE_RULES: tuple[Rule[BeforeSum, bool], ...] = (
    Rule(
        "what all of them come to",
        _of_all,
        "助餐点每个每年0.8万元,合计«32万元»。",
        "助餐点每个每年0.8万元,每个另补«2万元»。",
    ),
)


def unit_of(
    value: Value, subject: Span, clause_before: str, opening: str, bases: SharedBases, writer: Writer
) -> UnitAndPeriod:
    """Unit and period of a value; ``opening`` are the last words before its clause."""
    sort = value.unit.sort
    if whole := first(WHOLE_RULES, BeforeSum(sort, clause_before, opening)):
        why = writer.reason("unit", whole[1], _written(bases.text, value, writer))
        return UnitAndPeriod(value.unit.unit, value.end, "", (why,))
    text = bases.text
    of_year = _OF_ITS_YEAR.match(clause_before) if "每年" in clause_before else None
    own = clause_before[of_year.end() :] if of_year else clause_before
    (period, period_word), by = period_by_rule(own, text[value.end : value.end + 12], sort)
    sharer = bases.sharer(value, subject, clause_before)
    shared, shared_rule = shared_base(sharer)
    from_, until = shared.words
    if shared.behind:
        return _with_slash(value, own, shared, shared_rule, text, writer)
    its_period = ""
    if shared.with_period and not period:
        (period, period_word), by = period_by_rule(text[from_:until], "", sort)
        its_period = period
    own_from, own_rule = own_words(sharer)
    clause_before = text[own_from : value.start]
    # 每张每月200元,每张床位每年最高2400元: a clause that names a base of its own shares none
    named = "" if "每" in clause_before else text[from_:until]
    words = with_marginal(text, own_from, named + clause_before)
    base, base_rule = based(value.unit, words, text[value.end : value.end + 24], period_word)
    if not period and sort == "money":
        period, by = period_in_unit(base.unit)
    ahead = len(words) - len(named) - len(clause_before)
    pieces = ((ahead, own_from - ahead), (len(named), from_))
    place = place_of(value, base, pieces, own_from)
    if base.unit == value.unit.unit:
        place = _written(text, value, writer)
    unit_rule = base_rule or value.unit_rule or own_rule or _AS_WRITTEN
    reasons: tuple[Reason, ...] = (writer.reason("unit", unit_rule, place),)
    if shared_rule and (its_period or from_ <= place[0] < min(place[1], until) or from_ == until):
        reasons = (*reasons, writer.reason("base", shared_rule, shared.words))
    if period:
        reasons = (*reasons, Reason("period", by))
    return UnitAndPeriod(base.unit, value.end + base.used, period, reasons)


def number_reasons(value: Value, writer: Writer) -> tuple[Reason, ...]:
    """Why the number of a value counts, and how it was read."""
    span = value.start, value.end
    size_rule = _as_written(value.size_rule or value.rule, writer, value.start)
    size = writer.reason("value", size_rule, span)
    return (writer.reason("value", value.rule, span), size) if value.size_rule else (size,)


def _as_written(rule: str, writer: Writer, start: int) -> str:
    """The rule that read a number, by its name for what stands in the text: grammar sees words in figures."""
    at = writer.view.offsets[start]
    if writer.raw[at] not in _WORDS or rule not in _OF_FIGURES:
        return rule
    if writer.raw.startswith(_OF_A_HUNDRED, at):
        return "fraction in words"
    return "tenths" if writer.raw.startswith("成", at + 1) else "number in words"


def _with_slash(
    value: Value, own: str, shared: SharedBase, shared_rule: str, text: str, writer: Writer
) -> UnitAndPeriod:
    """The same of a sum whose base stands behind the sum before it."""
    behind = text[slice(*shared.words)]
    (period, period_word), by = period_by_rule(own, behind, value.unit.sort)
    base, base_rule = based(value.unit, own, behind, period_word)
    reasons: tuple[Reason, ...] = (writer.reason("base", shared_rule, shared.words),)
    if base_rule:
        reasons = (writer.reason("unit", base_rule, shared.words), *reasons)
    if not period:
        period, by = period_in_unit(base.unit)
    if period:
        reasons = (*reasons, Reason("period", by))
    return UnitAndPeriod(base.unit, value.end, period, reasons)


def _written(text: str, value: Value, writer: Writer) -> Span:
    """Where the unit of a value stands in the view, of no length where it is not written at its number, or as
    百分之."""
    span = 0, 0
    for word in value.unit.words:
        at = text.rfind(word, value.start, value.end)
        if at >= 0 and len(word) > span[1] - span[0]:
            span = at, at + len(word)
    return (0, 0) if writer.raw[writer.view.offsets[span[0]]] in _WORDS else span


def place_of(value: Value, base: Based, pieces: Sequence[tuple[int, int]], own: int) -> Span:
    """Where in the view the words stand that name a base: behind the unit, in the clause or ahead of it.

    ``pieces`` are length and place of what stood before the clause in the words that the base was looked for
    in, ``own`` is where the clause's own words begin.
    """
    start, end = base.words
    if not end:
        return value.end, value.end + base.used
    for length, place in pieces:
        if start < length:
            return place + start, place + min(end, length)
        start, end = start - length, end - length
    return own + start, own + end
