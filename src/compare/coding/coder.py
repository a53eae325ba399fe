"""Statements to indicators and scopes by the codebook.

The subject decides where it can; only a statement whose subject no indicator knows is coded by its
clause, and one that names no subject of its own by its part of the sentence, then by the sentence.
Within one of these tiers the longest match wins, so that the more specific wording beats the general one.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from compare.coding.codebook import GENERAL, OTHER, Codebook, Indicator
from compare.coding.surroundings import REACH, STOPS, Surroundings
from compare.model import Coded, Kind, Reading, Statement
from compare.reading.sentences.scopes import FACILITY_UNITS


def code(plan_id: str, reading: Reading, codebook: Codebook) -> tuple[Coded, ...]:
    """Code every statement of a reading; uncoded ones keep ``indicator == ""`` and ask for review."""
    ids = statement_ids(plan_id, reading)
    text = reading.document.text
    matcher = _Matcher(codebook)
    coded: list[Coded] = []
    for identifier, statement in zip(ids, reading.statements, strict=True):
        context = Surroundings(text, statement, reading.passages)
        indicator = _indicator(statement, context, matcher)
        if indicator is None and coded and context.is_elliptic():
            indicator = _said_before(coded[-1], statement, text, codebook)
        kind = statement.kind
        # 到2015年,人均经费达到50元: a promise with a date, whatever the indicator usually is.
        promised = kind is Kind.TARGET and statement.deadline and indicator and indicator.direction != "level"
        if indicator and indicator.kind and kind is not Kind.ALLOCATION and not promised:
            kind = indicator.kind
        if kind is not statement.kind:
            # A parameter is no promise: a lead-in's deadline does not govern it (gold/GUIDE).
            deadline = "" if kind is Kind.PARAMETER else statement.deadline
            statement = replace(statement, kind=kind, deadline=deadline)
        coded.append(
            Coded(
                statement_id=identifier,
                statement=statement,
                indicator=indicator.id if indicator else "",
                scope=_scope(statement, context, matcher),
                review="" if indicator else "uncoded",
            )
        )
    return tuple(coded)


def statement_ids(plan_id: str, reading: Reading) -> tuple[str, ...]:
    """Ids that derive from content: the same sentence keeps its id when others come and go."""
    seen: Counter[str] = Counter()
    made: list[str] = []
    text = reading.document.text
    for s in reading.statements:
        quote = text[s.start : s.end]
        key = f"{quote}|{s.value_text}|{s.value_low}|{s.value_high}|{s.unit}|{s.subject}|{s.area}"
        seen[key] += 1
        digest = hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()
        made.append(f"{plan_id}-{digest[:8]}")
    return tuple(made)


def _said_before(previous: Coded, statement: Statement, text: str, codebook: Codebook) -> Indicator | None:
    """The indicator of the statement before, where one sentence goes on in the same unit."""
    before = previous.statement
    between = text[before.value_end : statement.value_start]
    if before.unit != statement.unit or len(between) > REACH or not STOPS.isdisjoint(between):
        return None
    return codebook.indicators.get(previous.indicator)


class _Matcher:
    """Matches words against the codebook's patterns, each different wording once."""

    __slots__ = ("codebook", "ranked", "scoped")

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.ranked: dict[tuple[str, str], tuple[Indicator, ...]] = {}
        self.scoped: dict[str, str] = {}

    def indicators(self, unit: str, words: str) -> tuple[Indicator, ...]:
        """Indicators of a unit that the words speak of, longest match first."""
        key = (unit, words)
        if key not in self.ranked:
            self.ranked[key] = self._rank(unit, words)
        return self.ranked[key]

    def _rank(self, unit: str, words: str) -> tuple[Indicator, ...]:
        known = self.codebook.by_unit.get(unit)
        if known is None:
            return ()
        longest: dict[str, tuple[int, Indicator]] = {}
        for _, indicator, wording in known.candidates(words):
            match = wording.pattern.search(words)
            if match and match.end() - match.start() > longest.get(indicator.id, (0, indicator))[0]:
                longest[indicator.id] = (match.end() - match.start(), indicator)
        ranked = sorted(longest.values(), key=lambda hit: -hit[0])
        return tuple(indicator for _, indicator in ranked)

    def scope(self, words: str) -> str:
        """The first scope of the codebook that the words speak of, "" if none."""
        if words not in self.scoped:
            self.scoped[words] = self._first_scope(words)
        return self.scoped[words]

    def _first_scope(self, words: str) -> str:
        for _, scope, wording in self.codebook.by_scope.candidates(words):
            if wording.pattern.search(words):
                return scope.id
        return ""


def _indicator(statement: Statement, context: Surroundings, matcher: _Matcher) -> Indicator | None:
    kind = statement.kind
    heads = matcher.codebook.heads
    said = kind is not Kind.ALLOCATION and not statement.implied
    family = heads.of(context.before(), statement.unit == "%") if said else ""
    for words in context.tiers():
        for candidate in matcher.indicators(statement.unit, words):
            if kind is not Kind.ALLOCATION and candidate.kinds and kind not in candidate.kinds:
                continue
            if heads.allow(candidate.id, family) and _allowed(candidate, context):
                return candidate
    return None


def _allowed(indicator: Indicator, context: Surroundings) -> bool:
    required = (
        (indicator.clause, context.own),
        (indicator.near, context.near),
        (
            indicator.within,
            lambda: f"{context.statement.subject}\n{context.sentence()}\n{context.headings()}",
        ),
    )
    for patterns, words in required:
        if patterns and not _all(patterns, words()):
            return False
    if not indicator.excludes:
        return True
    around = context.near() if context.is_elliptic() else context.own()
    return not any(p.search(around) for p in indicator.excludes)


def _all(patterns: Sequence[re.Pattern[str]], words: str) -> bool:
    return all(p.search(words) for p in patterns)


def _scope(statement: Statement, context: Surroundings, matcher: _Matcher) -> str:
    scope = matcher.scope(statement.scope_text) if statement.scope_text else ""
    if scope not in ("", GENERAL):
        return scope
    # 全州 says nothing that restricts: the subject may still (全州敬老院院长培训率).
    counts_facilities = statement.unit in FACILITY_UNITS
    for words in (statement.subject, context.text[statement.start : statement.end]):
        scope = matcher.scope(words) if words else ""
        if scope in ("", GENERAL):
            continue
        # A counted facility names the thing; where its beds or coverage are measured, it is the scope.
        if not counts_facilities or matcher.codebook.scopes[scope].restricts_counts:
            return scope
    restricted = statement.scope_text and not matcher.scope(statement.scope_text)
    return OTHER if restricted and OTHER in matcher.codebook.scopes else GENERAL
