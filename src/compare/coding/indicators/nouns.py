"""The words of the things that indicators measure, and where a plan speaks of one without a number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.coding.book.codebook import GENERAL, Noun
from compare.coding.book.errors import CodebookError
from compare.coding.indicators.matching import wordings
from compare.model import Kind

if TYPE_CHECKING:
    from compare.coding.book.codebook import Codebook, Indicator
    from compare.model import Coded, Reading

_CLAUSE = re.compile(r"[^,，。;；:：!！?？\n|]+")
_SENTENCE = re.compile(r"[^。;；!！?？\n|]+")
_WORDS = re.compile(r"\S(?:.*\S)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """The best clause in which a plan speaks of an indicator at a scope, and in how many it does.

    ``other_value``: even the best holds another value or stands in a table."""

    indicator: str
    scope: str
    start: int
    end: int
    clauses: int
    other_value: bool


def parse_nouns(entries: Any, indicators: Mapping[str, Indicator], scopes: Container[str]) -> dict[str, Noun]:
    """The noun of every indicator: that of ``nouns.yaml``, else its own patterns.

    Raises :class:`CodebookError` for what the codebook does not have and for what is no pattern.
    """
    if not isinstance(entries, Mapping):
        raise CodebookError("nouns.yaml: write one 'indicator: [patterns]' a line")
    for code in entries:
        if code not in indicators:
            raise CodebookError(f"nouns.yaml: {code} is not an indicator; correct or delete the line")
    return {
        code: _noun(code, entries[code], scopes) if code in entries else Noun(indicator.match)
        for code, indicator in indicators.items()
    }


def _noun(code: str, entry: Any, scopes: Container[str]) -> Noun:
    words: Any = entry.get("words", ()) if isinstance(entry, Mapping) else entry
    at = entry.get("at", ()) if isinstance(entry, Mapping) else ()
    for scope in at:
        if scope not in scopes:
            raise CodebookError(f"nouns.yaml: {code}: {scope} is not in scopes.yaml; correct it")
    try:
        return Noun(wordings(map(re.compile, words)), frozenset(at))
    except (re.error, TypeError) as error:
        raise CodebookError(f"nouns.yaml: {code}: {error}; correct the pattern") from None


def mentions(reading: Reading, coded: Iterable[Coded], codebook: Codebook) -> tuple[Mention, ...]:
    """Where the plan speaks of indicators without giving their value, in the order of the text.

    A sentence that gives the value of an indicator speaks of it with a number and is left out for it; so are
    page furniture and tables of values by area. Words that stand in what another value measures belong to
    that value (培训护理员5000人次, 占床位总数的50%). A clause of running text without any value is taken
    before others.
    """
    text = reading.document.text
    said = sorted(coded, key=lambda one: one.statement.start)
    found: dict[tuple[str, str], list[tuple[bool, int, int]]] = defaultdict(list)
    for clause in _clauses(text, reading, said):
        words = text[clause.start : clause.end]
        scope = ""
        seen: set[str] = set()
        for _, indicator, wording in codebook.by_noun.candidates(words):
            # most candidates are not there: that is asked first
            if not wording.pattern.search(words) or indicator.id in seen or indicator.id in clause.stated:
                continue
            if clause.values and not clause.speaks(wording.pattern, words):
                continue
            seen.add(indicator.id)
            scope = scope or _scope(words, codebook)
            found[indicator.id, scope].append((clause.numbered, clause.start, clause.end))
    best = [_mention(*key, places) for key, places in found.items()]
    return tuple(sorted(best, key=lambda one: (one.start, one.indicator, one.scope)))


def _mention(indicator: str, scope: str, places: list[tuple[bool, int, int]]) -> Mention:
    other, start, end = min(places)
    return Mention(indicator, scope, start, end, len(places), other)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with the indicators whose values its sentence gives (``stated``), the spans of the values in
    it with what they measure (``values``), and whether it holds any or stands in a table."""

    start: int
    end: int
    stated: frozenset[str]
    values: tuple[tuple[int, int], ...]
    numbered: bool

    def speaks(self, pattern: re.Pattern[str], words: str) -> bool:
        """Whether the words are there and not wholly within what a value measures."""
        for match in pattern.finditer(words):
            first, last = self.start + match.start(), self.start + match.end()
            if not any(low <= first and last <= high for low, high in self.values):
                return True
        return False


def _clauses(text: str, reading: Reading, said: list[Coded]) -> Iterator[_Clause]:
    spans = [(one.statement.start, one.statement.end, one.indicator) for one in said]
    furniture = sorted((one.start, one.end) for one in reading.furniture)
    grids = {one.statement.value_start for one in said if one.statement.kind is Kind.ALLOCATION}
    tables = [(one.start, one.end) for one in reading.tables]
    furniture = sorted([*furniture, *(t for t in tables if any(t[0] <= at < t[1] for at in grids))])
    at, skip = 0, 0
    for start, end in (match.span() for match in _SENTENCE.finditer(text)):
        while skip < len(furniture) and furniture[skip][1] <= start:
            skip += 1
        if skip < len(furniture) and furniture[skip][0] < end:
            continue
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        here = []
        for span in spans[at:]:
            if span[0] >= end:
                break
            here.append(span)
        stated = frozenset(indicator for _, _, indicator in here)
        inside = any(a <= start < b for a, b in tables)
        for clause in _CLAUSE.finditer(text, start, end):
            if words := _WORDS.search(text, *clause.span()):
                first, last = words.span()
                values = tuple((a, b) for a, b, _ in here if a < last and first < b)
                yield _Clause(first, last, stated, values, inside or bool(values))


def _scope(words: str, codebook: Codebook) -> str:
    for _, scope, wording in codebook.by_scope.candidates(words):
        if scope.id != GENERAL and wording.pattern.search(words):
            return scope.id
    return GENERAL
