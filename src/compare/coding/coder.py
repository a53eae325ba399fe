"""Statements to indicators and scopes by the codebook.

The subject decides where it can; only a statement whose subject no indicator knows is coded by its
clause, and one that names no subject of its own by its sentence. Within one of these tiers the longest
match wins, so that the more specific wording beats the general one.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.coding.codebook import GENERAL, OTHER, Codebook, Indicator
from compare.model import Coded, Kind, Passage, Reading, Statement
from compare.reading.sentences.scopes import FACILITY_UNITS, is_attribute

_STOPS = frozenset("。!?！？\n|")
_WHOM_OR_WHERE = re.compile(
    r"[^,，。;；:：0-9]{0,14}(?:老年?人|人员|对象|家庭|儿童|职工)(?:每[人户])?(?:每[年月日天餐])?"
    r"|(?:城[市镇乡]|农村|乡村)?(?:社区|街道|乡镇|行政村|中心村|村|地区)|城[市镇]|农村"
)
_REACH = 400  # words farther off than this do not say what a value measures
_BREAKS = frozenset(",，;；:：") | _STOPS


def code(plan_id: str, reading: Reading, codebook: Codebook) -> tuple[Coded, ...]:
    """Code every statement of a reading; uncoded ones keep ``indicator == ""`` and ask for review."""
    ids = statement_ids(plan_id, reading)
    text = reading.document.text
    matcher = _Matcher(codebook)
    coded: list[Coded] = []
    for identifier, statement in zip(ids, reading.statements, strict=True):
        context = _Context(text, statement, reading.passages)
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


class _Context:
    """The texts a statement may be coded by, cut only when asked for."""

    __slots__ = ("_clause", "passages", "statement", "text")

    def __init__(self, text: str, statement: Statement, passages: Sequence[Passage]) -> None:
        self.text, self.statement, self.passages = text, statement, passages
        self._clause: str | None = None

    def tiers(self) -> Iterator[str]:
        """The texts to try, best evidence first."""
        yield self.statement.subject
        if self.statement.scope_text and is_attribute(self.statement.subject):
            # 床位 behind 县级供养机构 are the beds of each such home.
            yield f"每个{self.statement.scope_text}{self.statement.subject}"
        if self.statement.kind is not Kind.ALLOCATION:
            yield self.clause()
            if not self.names_its_subject():
                yield self.sentence()
            elif self.is_elliptic():
                yield self.lead()
            if not self.statement.subject and self.passages:
                yield self.passages[self.statement.passage].heading

    def clause(self) -> str:
        if self._clause is None:
            start = _last(self.text, _BREAKS, self.statement.start)
            self._clause = self.text[start : _next(self.text, _BREAKS, self.statement.end)]
        return self._clause

    def before(self) -> str:
        """The clause up to the value."""
        at = self.statement.value_start
        return self.text[_last(self.text, _BREAKS, at) : at]

    def sentence(self) -> str:
        start = _last(self.text, _STOPS, self.statement.value_start)
        end = _next(self.text, _BREAKS, max(self.statement.end, self.statement.value_end))
        return self.text[start:end]

    def names_its_subject(self) -> bool:
        """Whether the quotation holds a subject of its own, so that the sentence is no guide."""
        subject = self.statement.subject
        return bool(subject) and subject in self.text[self.statement.start : self.statement.end]

    def is_elliptic(self) -> bool:
        """Whether a share or sum names only whom or where it is for (运营补贴:半失能老人每人每月120元)."""
        unit, subject = self.statement.unit, self.statement.subject
        return (unit == "%" or unit.startswith("元")) and bool(_WHOM_OR_WHERE.fullmatch(subject))

    def lead(self) -> str:
        """The words before the last colon of the sentence up to the statement."""
        start = _last(self.text, _STOPS, self.statement.start)
        words = self.text[start : self.statement.start]
        return words[: max(words.rfind(":"), words.rfind("："), 0)]

    def headings(self) -> str:
        names: list[str] = []
        at: int | None = self.statement.passage if self.passages else None
        while at is not None:
            passage = self.passages[at]
            names.append(passage.heading)
            at = passage.parent
        return "\n".join(names)


def _said_before(previous: Coded, statement: Statement, text: str, codebook: Codebook) -> Indicator | None:
    """The indicator of the statement before, where one sentence goes on in the same unit."""
    before = previous.statement
    between = text[before.value_end : statement.value_start]
    if before.unit != statement.unit or len(between) > _REACH or not _STOPS.isdisjoint(between):
        return None
    return codebook.indicators.get(previous.indicator)


def _last(text: str, stops: frozenset[str], position: int) -> int:
    """Where the words before a position begin: behind the last stop, within reach."""
    floor = max(0, position - _REACH)
    while position > floor and text[position - 1] not in stops:
        position -= 1
    return position


def _next(text: str, stops: frozenset[str], position: int) -> int:
    """Where the words from a position on end: at the next stop, within reach."""
    ceiling = min(len(text), position + _REACH)
    while position < ceiling and text[position] not in stops:
        position += 1
    return position


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


def _indicator(statement: Statement, context: _Context, matcher: _Matcher) -> Indicator | None:
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


def _allowed(indicator: Indicator, context: _Context) -> bool:
    if indicator.within:
        around = "\n".join((context.statement.subject, context.sentence(), context.headings()))
        if not all(p.search(around) for p in indicator.within):
            return False
    if indicator.excludes:
        clause, subject = context.clause(), context.statement.subject
        around = clause if subject in clause else f"{subject}\n{clause}"
        if any(p.search(around) for p in indicator.excludes):
            return False
    return True


def _scope(statement: Statement, context: _Context, matcher: _Matcher) -> str:
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
