"""Statements to indicators and scopes by the codebook.

The subject decides where it can; only a statement whose subject no indicator knows is coded by its
clause, and one that names no subject of its own by its part of the sentence, then by the sentence; last
comes the heading above it (``headings.py``).
Within one of these tiers the last noun decides, and of several that end there the longest match, so that the
more specific wording beats the general one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from compare.coding.book.codebook import GENERAL, OTHER, Codebook, Indicator
from compare.coding.carrying.rules import Place, carried, over
from compare.coding.indicators.candidates import Candidate, Matcher, candidates
from compare.coding.indicators.context.extents import says_when
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.parts_of_counts import OWNERS, is_state
from compare.coding.indicators.tiers import tier
from compare.coding.indicators.topics.under import topical
from compare.coding.kind_rules import is_condition, is_fact
from compare.coding.one_writing import Written, in_one_writing
from compare.frozen import changed, maker
from compare.garbage import uncollected
from compare.model import Coded, Kind, Reading, Statement
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

_coded = maker(Coded)


@uncollected
def code(plan_id: str, reading: Reading, codebook: Codebook) -> tuple[Coded, ...]:
    """Code every statement of a reading; uncoded ones keep ``indicator == ""`` and ask for review."""
    ids = statement_ids(plan_id, reading)
    written = in_one_writing(reading, codebook.short_names)
    coded = _coded_in(written, ids, codebook)
    if written.statements is reading.statements:
        return tuple(coded)
    return tuple(
        _as_written(one, statement) for one, statement in zip(coded, reading.statements, strict=True)
    )


def _as_written(one: Coded, statement: Statement) -> Coded:
    kind, deadline = one.statement.kind, one.statement.deadline
    if kind is not statement.kind or deadline != statement.deadline:
        statement = changed(statement, kind=kind, deadline=deadline)
    return changed(one, statement=statement)


def _coded_in(written: Written, ids: Sequence[str], codebook: Codebook) -> list[Coded]:
    text = written.text
    matcher = Matcher(codebook)
    coded: list[Coded] = []
    for identifier, statement in zip(ids, written.statements, strict=True):
        context = Surroundings(text, statement, written.passages)
        found = None if _is_part_of_cell(statement) else chosen(statement, context, matcher)
        place = Place(coded, context, matcher)
        indicator = found.indicator if found else None
        if taken := over(place) or (carried(place) if indicator is None else None):
            indicator = taken[0]
        if indicator is None and (by_topic := under_topic(statement, context, matcher)):
            indicator = by_topic.indicator
        kind = statement.kind
        if indicator and indicator.kind and not _keeps_its_kind(statement, indicator):
            kind = indicator.kind
        if kind is not statement.kind:
            # A parameter is no promise: a lead-in's deadline does not govern it (gold/GUIDE).
            deadline = "" if kind is Kind.PARAMETER else statement.deadline
            statement = changed(statement, kind=kind, deadline=deadline)
        coded.append(
            _coded(
                statement_id=identifier,
                statement=statement,
                indicator=indicator.id if indicator else "",
                scope=scope_of(statement, found.context if found else context, matcher, indicator)[0],
                review="" if indicator else "uncoded",
            )
        )
    return coded


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


def scope_of(
    statement: Statement, context: Surroundings, matcher: Matcher, indicator: Indicator | None
) -> tuple[str, str]:
    """The scope of a statement and the words that say it, "" where none do.

    What an indicator's sums are staggered by comes before any other scope; which of several steps is
    meant may stay open, and then the sum is compared with none.
    """
    steps = matcher.codebook.steps(indicator) if indicator else ()
    if steps and (found := tier(context, steps)):
        open_which = len(found) > 1 and OTHER in matcher.codebook.scopes
        return OTHER if open_which else found[0], context.part_before()
    restriction = statement.scope_text
    scope = matcher.scope(restriction) if restriction else ""
    if scope not in ("", GENERAL):
        return scope, restriction
    # 全州 says nothing that restricts: the subject may still (全州敬老院院长培训率).
    counts_facilities = statement.unit in FACILITY_UNITS
    for words in context.of_the_statement():
        named = matcher.scope(words) if words else ""
        if named in ("", GENERAL):
            continue
        # A counted facility names the thing; where its beds or coverage are measured, it is the scope.
        if not counts_facilities or matcher.codebook.scopes[named].restricts_counts:
            return named, words
    if indicator and (far := _reaching(context, matcher, indicator)):
        return far
    unknown = (restriction and not scope) or _is_of_some(statement, indicator) or context.is_described_part()
    if unknown and OTHER in matcher.codebook.scopes:
        return OTHER, restriction or statement.subject
    return GENERAL, restriction


def _reaching(context: Surroundings, matcher: Matcher, indicator: Indicator) -> tuple[str, str] | None:
    """A scope from a clause before the value, else the heading (新建居住区同步建设,每百户20平方米).

    None where they name none or several.
    """
    scopes = [one for one in matcher.codebook.scopes.values() if indicator.id in one.reaches]
    for words in (
        (context.part_before(), next(filter(None, context.headings().split("\n")), "")) if scopes else ()
    ):
        named = [one.id for one in scopes if any(wording.pattern.search(words) for wording in one.match)]
        if named:
            return (named[0], words) if len(named) == 1 else None
    return None


def _is_of_some(statement: Statement, indicator: Indicator | None) -> bool:
    """Whether a part (公办29家, 正在施工52个) is coded as the whole, not as a kind of its own (民办)."""
    of_one_owner = statement.subject in OWNERS and not (indicator and indicator.one_owner)
    # 截至目前 says when, not how far
    states = is_state(statement.subject) and not says_when(statement.subject)
    return of_one_owner or states
