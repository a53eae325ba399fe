"""Finding, among hundreds of patterns, the few that words can match.

Every match of a pattern contains certain Han characters. An index from character to patterns leaves
only those to search for that have a chance; it never changes the outcome.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Owner = TypeVar("Owner")

_HAN = re.compile(r"[\u4e00-\u9fff]")
_OPTIONAL = re.compile(r"[?*]|\{0?,")
_COUNTED = re.compile(r"[+?*]\??|\{[0-9]*,?[0-9]*\}\??")
_LOOKAROUND = re.compile(r"\?(?:[=!]|<[=!])")


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern, the Han characters every match contains, and a set of which every match contains one.

    ``keys`` is empty where nothing can be said.
    """

    pattern: re.Pattern[str]
    needs: frozenset[str]
    keys: frozenset[str]


def wordings(patterns: Iterable[re.Pattern[str]]) -> tuple[Wording, ...]:
    """Patterns with what they need."""
    return tuple(Wording(p, *required(p.pattern)) for p in patterns)


def required(pattern: str) -> tuple[frozenset[str], frozenset[str]]:
    """Han characters in every match of a regex, and a small set of which every match has one.

    >>> needs, keys = required("护理型?床位(?:占比|比例)")
    >>> "".join(sorted(needs)), len(keys)
    ('位床护比理', 1)
    """
    needs, keys, _ = _alternatives(pattern, 0)
    return frozenset(needs), frozenset(keys)


def _alternatives(pattern: str, position: int) -> tuple[set[str], set[str], int]:
    """What an alternation up to its closing bracket needs, and where it ends."""
    branches: list[tuple[set[str], set[str]]] = []
    while True:
        needs, keys, position = _sequence(pattern, position)
        branches.append((needs, keys))
        if position >= len(pattern) or pattern[position] == ")":
            break
        position += 1  # the bar
    shared = set.intersection(*(needs for needs, _ in branches))
    if shared:
        return shared, {min(shared)}, position
    if all(keys for _, keys in branches):
        return set(), set().union(*(keys for _, keys in branches)), position
    return set(), set(), position


def _sequence(pattern: str, position: int) -> tuple[set[str], set[str], int]:
    """What a sequence up to a bar or closing bracket needs, and where it ends."""
    needs: set[str] = set()
    keys: set[str] = set()
    while position < len(pattern) and pattern[position] not in "|)":
        item_needs: set[str] = set()
        item_keys: set[str] = set()
        char = pattern[position]
        if char == "\\":
            position += 2
        elif char == "[":
            position = _class_end(pattern, position)
        elif char == "(":
            inner = position + 1
            is_lookaround = bool(_LOOKAROUND.match(pattern, inner))
            if pattern.startswith("?:", inner):
                inner += 2
            item_needs, item_keys, position = _alternatives(pattern, inner)
            position += 1
            if is_lookaround:
                item_needs, item_keys = set(), set()
        else:
            if _HAN.match(char):
                item_needs = item_keys = {char}
            position += 1
        optional = _OPTIONAL.match(pattern, position)
        if quantifier := _COUNTED.match(pattern, position):
            position = quantifier.end()
        if not optional:
            needs |= item_needs
            if item_keys and (not keys or len(item_keys) < len(keys)):
                keys = item_keys
    return needs, keys, position


def _class_end(pattern: str, position: int) -> int:
    end = position + 1
    while end < len(pattern) and pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    return end + 1


@dataclass(frozen=True, slots=True)
class Index(Generic[Owner]):
    """Wordings by a character they cannot do without; those without any stand under ""."""

    entries: Mapping[str, tuple[tuple[int, Owner, Wording], ...]]

    def candidates(self, words: str) -> list[tuple[int, Owner, Wording]]:
        """Wordings that may match the words, in the order of the codebook, those of one entry in theirs."""
        characters = frozenset(words)
        found = {
            entry[0]: entry
            for character in self.entries.keys() & characters
            for entry in self.entries[character]
            if entry[2].needs <= characters
        }
        found.update((entry[0], entry) for entry in self.entries.get("", ()))
        return [found[number] for number in sorted(found)]


def index(owners: Iterable[tuple[Owner, Iterable[Wording]]]) -> Index[Owner]:
    """Index the wordings of owners (indicators, scopes) in their order."""
    wordings_of = ((owner, wording) for owner, members in owners for wording in members)
    listed = [(number, owner, wording) for number, (owner, wording) in enumerate(wordings_of)]
    common = Counter(char for _, _, wording in listed for char in wording.needs)
    entries: dict[str, list[tuple[int, Owner, Wording]]] = {}
    for entry in listed:
        needs, keys = entry[2].needs, entry[2].keys
        # The rarest character spares the most: 彩 speaks of few indicators, 老 of most.
        for key in [min(needs, key=lambda char: (common[char], char))] if needs else keys or ("",):
            entries.setdefault(key, []).append(entry)
    return Index({key: tuple(found) for key, found in entries.items()})
