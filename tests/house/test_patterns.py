"""No pattern of the package can be made to try a text in exponentially many ways.

Two shapes do that: a repeated group inside a repeated group, and a repeated choice of words of which one is
two others put together (达到, 达, 到). Possessive quantifiers, which never give back what
they took, are exempt.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import compare

_MANY = 16  # a group repeated no more often than this is small
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
_MOST_WORDS = 5000


def _in(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _in(item)
    elif isinstance(value, dict):
        yield from _in(tuple(value.values()))


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every pattern that a module of the package keeps, by module and name."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(compare.__path__, "compare."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(_in(value)):
                found[f"{module.name}.{name}[{number}]"] = pattern
    return found


PATTERNS = patterns()


def tree(pattern: re.Pattern[Any]) -> Any:
    return parser.parse(pattern.pattern, pattern.flags)


def _parts(code: Any, argument: Any) -> Iterable[Any]:
    """The sequences inside one node of a parsed pattern."""
    if code in (*_REPEATS, op.POSSESSIVE_REPEAT):
        return [argument[2]]
    if code is op.SUBPATTERN:
        return [argument[3]]
    if code is op.BRANCH:
        return list(argument[1])
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [argument[1]]
    return [argument] if code is op.ATOMIC_GROUP else []


def repeated(sequence: Any) -> Iterator[Any]:
    """What is repeated without end in a parsed pattern and may be given back."""
    for code, argument in sequence:
        if code in _REPEATS and argument[1] > _MANY:
            yield argument[2]
        for part in _parts(code, argument):
            yield from repeated(part)


def words(sequence: Any) -> set[str] | None:
    """All texts that a parsed pattern matches, None if they are too many to list."""
    made = {""}
    for code, argument in sequence:
        following = _words(code, argument)
        if following is None or len(made) * len(following) > _MOST_WORDS:
            return None
        made = {a + b for a in made for b in following}
    return made


def _words(code: Any, argument: Any) -> set[str] | None:
    if code is op.LITERAL:
        return {chr(argument)}
    if code is op.IN:
        return {chr(at) for kind, at in argument if kind is op.LITERAL} or None
    if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return {""}
    if code is op.MAX_REPEAT and tuple(argument[:2]) == (0, 1):
        inside = words(argument[2])
        return None if inside is None else inside | {""}
    if code in (op.SUBPATTERN, op.BRANCH):
        choices = [words(part) for part in _parts(code, argument)]
        return None if None in choices else {word for choice in choices for word in choice or ()}
    return None


def twice(code: set[str]) -> set[str]:
    """Endings by which some text can be cut into the given words in two ways (Sardinas and Patterson)."""
    code = code - {""}
    rest = {b[len(a) :] for a in code for b in code if a != b and b.startswith(a)}
    seen: set[str] = set()
    while rest:
        if rest & code:
            return rest & code
        seen |= rest
        longer = {word[len(end) :] for end in rest for word in code if word != end and word.startswith(end)}
        shorter = {end[len(word) :] for end in rest for word in code if word != end and end.startswith(word)}
        rest = (longer | shorter) - seen
    return set()


def faults(pattern: re.Pattern[Any]) -> list[str]:
    found: list[str] = []
    for body in repeated(tree(pattern)):
        if any(True for _ in repeated(body)):
            found.append("a repeated group in a repeated group")
        elif (texts := words(body)) and (ends := twice(texts)):
            found.append(f"texts are cut in two ways: {sorted(ends)}")
    return found


@pytest.mark.parametrize(
    ("pattern", "sound"),
    [
        (r"(?:a*b)+c", False),
        (r"(?:a*+b)+c", True),
        (r"(?:达到|达|到)+$", False),
        (r"(?:达|到)+$", True),
        (r"(?:达到|达|到)++$", True),
        (r"(?:应当?|须)*建", True),
        (r"(?:(?:应|须)*(?:达到|为|的)+)+$", False),
    ],
)
def test_the_check_knows_both_shapes(pattern: str, sound: bool) -> None:
    """The check itself tells patterns that hang from those that do not."""
    assert sound == (not faults(re.compile(pattern)))


def test_no_pattern_is_ambiguous_without_end() -> None:
    """Every pattern of the package is free of both shapes."""
    assert {} == {name: bad for name, pattern in PATTERNS.items() if (bad := faults(pattern))}
