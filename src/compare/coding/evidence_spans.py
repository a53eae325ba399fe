"""Where in a text the words stand that a decision is told with: those of a pattern, of a scope, of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from compare.coding.book.codebook import Codebook
from compare.coding.normalized_reading import NormalizedReading
from compare.model import Reading, Statement
from compare.reading.page.clauses import CLAUSE_REACH, Clauses, clauses_of
from compare.reading.quantities.bases.periods import period_by_rule, words_of_period
from compare.reading.sentences.kinds.rules import KIND_RULES, OTHERWISE
from compare.reading.sentences.times.facts.rules import TIME_RULES

Span = tuple[int, int]

#: A span that tells nothing.
NOWHERE = (0, 0)
_NEEDS = {rule.name: rule.needs for rule in KIND_RULES.rules}
_NEEDS_OF_TIME = {rule.name: rule.needs for rule in TIME_RULES.rules}


def place_of_words(words: str, written: NormalizedReading, statement: Statement) -> Span:
    """Where words of a normalized text stand that speak of a statement: the last place up to the end of what
    it quotes, else the first behind; in the original, NOWHERE where they were put together or cut."""
    text, end = written.text, max(statement.end, statement.value_end)
    if not words or words not in text[: end + CLAUSE_REACH]:
        return NOWHERE
    at = text.rindex(words, 0, end) if words in text[:end] else text.index(words)
    return written.in_original(at, at + len(words))


def words_of_scope(scope: str, said: str, codebook: Codebook) -> str:
    """The words among those said that a scope goes by, as said where none of its patterns is found alone."""
    patterns = codebook.scopes[scope].match if scope in codebook.scopes else ()
    found = (wording.pattern.search(said) for wording in patterns)
    return max((match.group() for match in found if match), key=len, default=said)


def place_of_kind(reading: Reading, statement: Statement, rule: str) -> Span:
    """The word by which a rule knows a kind, else the clause that it looked at; NOWHERE for what no words
    decided, and in a table."""
    if rule == OTHERWISE or rule not in (_NEEDS | _NEEDS_OF_TIME):
        return NOWHERE
    view = reading.view
    clauses = _clauses(view.text)
    start, end = view.from_raw(statement.value_start), view.from_raw(statement.value_end - 1) + 1
    clause = clauses.clause(start)
    since, until = max(clause[0], start - CLAUSE_REACH), max(min(clause[1], end + CLAUSE_REACH), end)
    cue = _cue(_NEEDS.get(rule, ""), view.text, end, until)
    if rule in _NEEDS_OF_TIME:
        sentence = clauses.sentence(start)
        cue = _cue(_NEEDS_OF_TIME[rule], view.text, sentence[0], start, last=True)
        cue = cue or _cue(_NEEDS_OF_TIME[rule], view.text, end, sentence[1])
    first, last = cue or (since, until)
    return view.offsets[first], view.offsets[last - 1] + 1


def place_of_period(reading: Reading, statement: Statement, rule: str) -> Span:
    """The words by which a rule knows the period of a value, in its clause or behind a slash; NOWHERE where
    they stand elsewhere."""
    view, sort = reading.view, statement.rule
    start, end = view.from_raw(statement.value_start), view.from_raw(statement.value_end - 1) + 1
    if rule == "period behind a slash":
        slash = view.text.find("/", start, end)
        return NOWHERE if slash < 0 else (view.offsets[slash], view.offsets[end - 1] + 1)
    clause = _clauses(view.text).clause(start)[0]
    before = view.text[clause:start]
    said, by = period_by_rule(before, "", sort)
    words = words_of_period(before, sort) if (said[0], by) == (statement.period, rule) else None
    return (view.offsets[clause + words[0]], view.offsets[clause + words[1] - 1] + 1) if words else NOWHERE


def _cue(cues: Iterable[str], text: str, start: int, end: int, last: bool = False) -> Span | None:
    words = sorted((cue for cue in cues if len(cue) > 1), key=len, reverse=True)  # 的 tells nothing
    found = list(re.compile("|".join(map(re.escape, words)) or "(?!)").finditer(text, start, end))
    return found[-1 if last else 0].span() if found else None


@lru_cache(maxsize=1)
def _clauses(text: str) -> Clauses:
    """A text is asked about once for each of its statements."""
    return clauses_of(text)
