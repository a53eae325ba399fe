"""Rules of nouns that are asked only where a character stands: their patterns match nowhere else.

``NEEDED`` and ``LAST`` spare most nouns most rules. What a pattern must hold, and what it can end with, is
derived here from the pattern itself, so that a new alternative cannot be left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from compare.reading.sentences.nouns import ends, starts

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_DIGITS = frozenset("0123456789")
#: More characters than a rule could name.
_ANY = None
Chars = frozenset[str] | None


def _tree(pattern: re.Pattern[str]) -> Any:
    return parser.parse(pattern.pattern, pattern.flags)


def _inner(code: Any, argument: Any) -> Any:
    """The sequence inside a group or a look around, None for other nodes."""
    if code is op.SUBPATTERN:
        return argument[3]
    if code is op.ATOMIC_GROUP:
        return argument
    return argument[1] if code is op.ASSERT else None


def _characters(code: Any, argument: Any) -> Chars:
    """The characters that a node of one character can be, None for very many."""
    if code is op.LITERAL:
        return frozenset(chr(argument))
    if code is not op.IN:
        return _ANY
    found: set[str] = set()
    for kind, value in argument:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < 64:
            found |= {chr(char) for char in range(value[0], value[1] + 1)}
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found |= _DIGITS
        else:
            return _ANY
    return frozenset(found)


def always_holds(sequence: Any, chars: frozenset[str]) -> bool:
    """Whether every match of a parsed pattern, with what it looks at, has one of the characters."""
    for code, argument in sequence:
        if (inner := _inner(code, argument)) is not None:
            holds = always_holds(inner, chars)
        elif code is op.BRANCH:
            holds = all(always_holds(branch, chars) for branch in argument[1])
        elif code in _REPEATS:
            holds = argument[0] > 0 and always_holds(argument[2], chars)
        else:
            one = _characters(code, argument)
            holds = one is not None and one <= chars
        if holds:
            return True
    return False


def last_of(sequence: Any) -> tuple[Chars, bool]:
    """The characters that matches of a parsed pattern can end with, and whether it can match nothing."""
    found: Chars = frozenset()
    for code, argument in reversed(list(sequence)):
        if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        lasts, empty = _last_of_node(code, argument)
        if lasts is None or found is None:
            return _ANY, False
        found |= lasts
        if not empty:
            return found, False
    return found, True


def _last_of_node(code: Any, argument: Any) -> tuple[Chars, bool]:
    if (inner := _inner(code, argument)) is not None:
        return last_of(inner)
    if code is op.BRANCH:
        ends_of = [last_of(branch) for branch in argument[1]]
        if any(lasts is None for lasts, _ in ends_of):
            return _ANY, False
        return frozenset().union(*(lasts or () for lasts, _ in ends_of)), any(empty for _, empty in ends_of)
    if code in _REPEATS:
        lasts, empty = last_of(argument[2])
        return lasts, empty or argument[0] == 0
    return _characters(code, argument), False


def patterns_of(apply: Callable[..., Any], module: Any) -> Iterator[re.Pattern[str]]:
    """The patterns that a rule goes by; what ``_NOT_…`` matches keeps it from applying."""
    for name in apply.__code__.co_names:
        value = getattr(module, name, None)
        if isinstance(value, re.Pattern) and not name.startswith("_NOT_"):
            yield value
        elif callable(value) and getattr(value, "__module__", "") == module.__name__ and name.islower():
            yield from patterns_of(value, module)


STARTS = {rule.name: rule for rule in starts.START_RULES}
ENDS = {rule.name: rule for rule in ends.END_RULES}


def _each(rules: Iterable[str]) -> Iterable[Any]:
    return [pytest.param(name, id=name) for name in rules]


@pytest.mark.parametrize("name", _each(starts.NEEDED))
def test_a_rule_at_the_start_needs_one_of_its_characters(name: str) -> None:
    """Every alternative of its patterns has one, so that none is hidden where the rule is not asked."""
    chars = starts.NEEDED[name]
    lacking = [
        pattern.pattern
        for pattern in patterns_of(STARTS[name].apply, starts)
        if not always_holds(_tree(pattern), chars)
    ]
    assert [] == lacking


@pytest.mark.parametrize("name", _each(ends.LAST))
def test_a_rule_at_the_end_ends_with_one_of_its_characters(name: str) -> None:
    """Whatever its patterns match at the end of a noun ends so."""
    beyond: dict[str, Chars] = {}
    for pattern in patterns_of(ENDS[name].apply, ends):
        if pattern.pattern.endswith("$"):
            lasts, _ = last_of(_tree(pattern))
            beyond[pattern.pattern] = _ANY if lasts is None else lasts - ends.LAST[name]
    assert beyond
    assert {} == {pattern: chars for pattern, chars in beyond.items() if chars is None or chars}
