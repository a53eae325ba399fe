"""Statements to indicators and scopes by the codebook.

The subject decides where it can; only a statement whose subject no indicator knows is coded by its
clause, and one that names no subject of its own by its part of the sentence, then by the sentence; last
comes the heading above it (``headings.py``). What no rule codes may have a code by learned weights
(``learned/``).
Within one of these tiers the last noun decides, and of several that end there the longest match, so that the
more specific wording beats the general one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from compare.coding.book.codebook import Codebook, Indicator
from compare.coding.carrying.rules import StatementToCode, carried, over
from compare.coding.indicators.candidates import Candidate, Matcher, candidates
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.topics.under import topical
from compare.coding.kind_rules import is_condition, is_fact
from compare.coding.learned.codes import LEARNED, LearnedCoder
from compare.coding.normalized_reading import NormalizedReading, normalized
from compare.coding.scoping.rules import scope_of
from compare.frozen import changed, maker
from compare.garbage import uncollected
from compare.model import Coded, Kind, Reading, Statement

_coded = maker(Coded)


@uncollected
def code(plan_id: str, reading: Reading, codebook: Codebook) -> tuple[Coded, ...]:
    """Code every statement of a reading; uncoded ones keep ``indicator == ""`` and ask for review."""
    ids = statement_ids(plan_id, reading)
    written = normalized(reading, codebook.short_names)
    coded = _coded_in(written, ids, codebook)
    if written.statements is reading.statements:
        return tuple(coded)
    return tuple(
        _as_written(one, statement) for one, statement in zip(coded, reading.statements, strict=True)
    )


def _as_written(one: Coded, statement: Statement) -> Coded:
    decided = changed(statement, kind=one.statement.kind, deadline=one.statement.deadline)
    return changed(one, statement=decided)


def _coded_in(written: NormalizedReading, ids: Sequence[str], codebook: Codebook) -> list[Coded]:
    matcher, learner = Matcher(codebook), LearnedCoder(codebook)
    coded: list[Coded] = []
    left: list[tuple[int, Surroundings]] = []
    for identifier, statement in zip(ids, written.statements, strict=True):
        context = Surroundings(written.text, statement, written.passages)
        found = decided(StatementToCode(coded, context, matcher))
        if found.indicator is None:
            left.append((len(coded), context))
        scope, _, _ = scope_of(found.found_in, matcher, found.indicator)
        coded.append(_with_code(identifier, statement, found.indicator, scope))
    # Last, so that no rule carries on what was only learned.
    for at, context in left:
        if found_by_weights := learner.code(context):
            indicator = found_by_weights.indicator
            scope, _, _ = scope_of(context, matcher, indicator)
            coded[at] = _with_code(ids[at], context.statement, indicator, scope, LEARNED)
    return coded


def _with_code(
    identifier: str, statement: Statement, indicator: Indicator | None, scope: str, review: str = ""
) -> Coded:
    return _coded(
        statement_id=identifier,
        statement=_of_indicator(statement, indicator),
        indicator=indicator.id if indicator else "",
        scope=scope,
        review=review if indicator else "uncoded",
    )


class Decided(NamedTuple):
    """The indicator of a statement, None where none was found, and the surroundings it was found in; ``rule``
    carried it on from what stands before, ``by_topic`` says that its topic gave it."""

    indicator: Indicator | None
    found_in: Surroundings
    rule: str = ""
    by_topic: bool = False


def decided(place: StatementToCode) -> Decided:
    """What a statement is coded by: what is carried on over its own words, these, what stands before it, its
    topic, in this order."""
    context, matcher = place.context, place.matcher
    statement = context.statement
    found = None if _is_part_of_cell(statement) else chosen(statement, context, matcher)
    found_in = found.context if found else context
    if taken := over(place) or (None if found else carried(place)):
        return Decided(taken[0], found_in, rule=taken[1])
    if found:
        return Decided(found.indicator, found_in)
    topic = under_topic(statement, context, matcher)
    return Decided(topic.indicator if topic else None, context, by_topic=topic is not None)


def _of_indicator(statement: Statement, indicator: Indicator | None) -> Statement:
    """A statement with the kind of its indicator, where that decides."""
    if indicator is None or not indicator.kind or indicator.kind is statement.kind:
        return statement
    if _keeps_its_kind(statement, indicator):
        return statement
    # A parameter is no promise: a lead-in's deadline does not govern it (gold/GUIDE).
    deadline = "" if indicator.kind is Kind.PARAMETER else statement.deadline
    return changed(statement, kind=indicator.kind, deadline=deadline)


def statement_ids(plan_id: str, reading: Reading) -> tuple[str, ...]:
    """Ids that derive from content: the same sentence keeps its id when others come and go."""
    seen: dict[str, int] = {}
    made: list[str] = []
    text = reading.document.text
    for s in reading.statements:
        quote = text[s.start : s.end]
        key = f"{quote}|{s.value_text}|{s.value_low}|{s.value_high}|{s.unit}|{s.subject}|{s.area}"
        seen[key] = count = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}|{count}".encode()).hexdigest()
        made.append(f"{plan_id}-{digest[:8]}")
    return tuple(made)


def _keeps_its_kind(statement: Statement, indicator: Indicator) -> bool:
    """Whether a statement stays of its kind, whatever the indicator usually is."""
    # 到2015年,人均经费达到50元: a promise with a date
    promised = statement.kind is Kind.TARGET and statement.deadline and indicator.direction != "level"
    return (
        statement.kind is Kind.ALLOCATION or bool(promised) or is_condition(statement) or is_fact(statement)
    )


def _is_part_of_cell(statement: Statement) -> bool:
    """Whether a cell of an area holds a part alone (公办): the tables of areas know whole figures."""
    return statement.kind is Kind.ALLOCATION and statement.scope_text not in ("", statement.area)


def chosen(statement: Statement, context: Surroundings, matcher: Matcher) -> Candidate | None:
    """The first candidate that nothing refuses."""
    for one in candidates(statement, context, matcher):
        if not one.refused:
            return one
    return None


def under_topic(statement: Statement, context: Surroundings, matcher: Matcher) -> Candidate | None:
    """What a statement is by the topic of its section or document, where nothing nearer says it."""
    if _is_part_of_cell(statement):
        return None
    return next((one for one in topical(statement, context, matcher) if not one.refused), None)
