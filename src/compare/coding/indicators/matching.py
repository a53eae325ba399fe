"""Finding, among hundreds of patterns, the few that words can match.

Every match of a pattern contains certain Han characters, and of certain sets of pairs of neighbours (养老,
敬老 …) one each. An index from pair or character to patterns leaves only those to search for that have a
chance; it never changes the outcome.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import add
from typing import Generic, NamedTuple, TypeVar

Owner = TypeVar("Owner")

#: In words as short as a clause a wording is searched for sooner than all that it needs is looked at.
_SHORT = 40
_HAN = re.compile(r"[\u4e00-\u9fff]")
_OPTIONAL = re.compile(r"[?*]|\{0?,")
_COUNTED = re.compile(r"[+?*]\??|\{[0-9]*,?[0-9]*\}\??")
_LOOKAROUND = re.compile(r"\?(?:[=!]|<[=!])")


@dataclass(frozen=True, slots=True)
class KeyedPattern:
    """A pattern, the Han characters every match contains, and a set of which every match contains one.

    ``keys`` is empty where nothing can be said. Of each set of ``pairs`` every match contains one.
    """

    pattern: re.Pattern[str]
    needs: frozenset[str]
    keys: frozenset[str]
    pairs: tuple[frozenset[str], ...] = ()


class Hinted(NamedTuple):
    """A pattern that is rarely found, and a ``hint`` that is found wherever it is and is sooner searched for:
    a search is slow where alternatives do not all begin with a character."""

    pattern: re.Pattern[str]
    hint: re.Pattern[str]

    def search(self, words: str) -> re.Match[str] | None:
        """The first match, as of the pattern."""
        return self.pattern.search(words) if self.hint.search(words) else None

    def finditer(self, words: str) -> Iterable[re.Match[str]]:
        """The matches, as of the pattern."""
        return self.pattern.finditer(words) if self.hint.search(words) else ()


def hinted(pattern: re.Pattern[str]) -> Hinted:
    """The pattern with a hint of what its alternatives need: one of some pairs, else one of some characters.

    >>> hinted(re.compile("^(?:目前|截至)|已(?:有|无)|未[^,]*的$")).hint.pattern
    '已|截至|未|目前'
    """
    words: set[str] = set()
    for part in alternatives(pattern.pattern):
        needs = min(neighbours(part), key=len, default=None) or required(part)[1]
        words |= needs or {""}
    return Hinted(pattern, re.compile("|".join(sorted(words)) if "" not in words else ""))


def alternatives(pattern: str) -> list[str]:
    """The alternatives at the top of a pattern: each needs other characters."""
    parts = [""]
    depth = 0
    escaped = False
    for sign in pattern:
        if sign == "|" and not depth and not escaped:
            parts.append("")
            continue
        depth += (sign in "([") - (sign in ")]") if not escaped else 0
        escaped = sign == "\\" and not escaped
        parts[-1] += sign
    return parts


def wordings(patterns: Iterable[re.Pattern[str]]) -> tuple[KeyedPattern, ...]:
    """Patterns with what they need."""
    return tuple(KeyedPattern(p, *required(p.pattern), neighbours(p.pattern)) for p in patterns)


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


def neighbours(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of pairs of Han characters that stand side by side; every match of a regex has one of each.

    >>> [sorted(pairs) for pairs in neighbours("(?:建设|改造)[^,]{0,8}床位")]
    [['建设', '改造'], ['床位']]
    """
    return tuple(_branches(pattern, 0)[0])


def _branches(pattern: str, position: int) -> tuple[list[frozenset[str]], int]:
    """The sets of an alternation up to its closing bracket, and where it ends."""
    found: list[list[frozenset[str]]] = []
    while True:
        sets, position = _pairs(pattern, position)
        found.append(sets)
        if position >= len(pattern) or pattern[position] == ")":
            break
        position += 1  # the bar
    first, *others = found
    if not others:
        return first, position
    if not all(found):
        return [], position
    return [frozenset().union(*(min(sets, key=len) for sets in found))], position


def _pairs(pattern: str, position: int) -> tuple[list[frozenset[str]], int]:
    """The sets of a sequence up to a bar or closing bracket, and where it ends."""
    sets: list[frozenset[str]] = []
    before = ""
    while position < len(pattern) and pattern[position] not in "|)":
        char, here = pattern[position], ""
        item: list[frozenset[str]] = []
        if char == "\\":
            position += 2
        elif char == "[":
            position = _class_end(pattern, position)
        elif char == "(":
            around = bool(_LOOKAROUND.match(pattern, position + 1))
            item, position = _branches(pattern, position + 1)
            position += 1
            if around:
                item, here = [], before
        else:
            here = char if _HAN.match(char) else ""
            item = [frozenset((before + here,))] if before and here else []
            position += 1
        if optional := _OPTIONAL.match(pattern, position):
            item, here = [], ""
        if quantifier := _COUNTED.match(pattern, position):
            position = quantifier.end()
        sets += item
        before = "" if optional else here
    return sets, position


def _class_end(pattern: str, position: int) -> int:
    end = position + 1
    while end < len(pattern) and pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    return end + 1


@dataclass(frozen=True, slots=True)
class Index(Generic[Owner]):
    """Wordings by one of the pairs or ``single`` characters they cannot do without, and those ``without``
    any; ``firsts`` are the first characters of the pairs."""

    entries: Mapping[str, Mapping[int, tuple[int, Owner, KeyedPattern]]]
    firsts: frozenset[str]
    single: frozenset[str]
    without: Mapping[int, tuple[int, Owner, KeyedPattern]]

    def candidates(self, words: str) -> list[tuple[int, Owner, KeyedPattern]]:
        """Wordings that may match the words, in the order of the codebook, those of one entry in theirs."""
        keys = self._keys(words)
        if not keys:
            return [*self.without.values()]
        found: dict[int, tuple[int, Owner, KeyedPattern]] = {}
        for key in keys:
            found.update(self.entries[key])
        if len(words) > _SHORT:
            characters, pairs = set(words), set(map(add, words, words[1:]))
            found = {
                number: entry
                for number, entry in found.items()
                if entry[2].needs <= characters and not any(map(pairs.isdisjoint, entry[2].pairs))
            }
        found.update(self.without)
        return [found[number] for number in sorted(found)]

    def _keys(self, words: str) -> list[str]:
        """The pairs and characters that stand in the words."""
        entries, firsts, keys, before = self.entries, self.firsts, [], ""
        for char in words:
            if before in firsts and before + char in entries:
                keys.append(before + char)
            before = char
        if not self.single.isdisjoint(words):
            keys += self.single.intersection(words)
        return keys


def index(owners: Iterable[tuple[Owner, Iterable[KeyedPattern]]]) -> Index[Owner]:
    """Index the wordings of owners (indicators, scopes) in their order."""
    wordings_of = ((owner, wording) for owner, members in owners for wording in members)
    listed = [(number, owner, wording) for number, (owner, wording) in enumerate(wordings_of)]
    common = Counter(char for _, _, wording in listed for char in wording.needs)
    side_by_side = Counter(pair for _, _, wording in listed for pairs in wording.pairs for pair in pairs)
    entries: dict[str, dict[int, tuple[int, Owner, KeyedPattern]]] = {}
    for entry in listed:
        wording = entry[2]
        # The rarest spares the most: 彩 speaks of few indicators, 老 of most.
        keys: Iterable[str] = wording.keys or ("",)
        if wording.pairs:
            keys = min(wording.pairs, key=lambda pairs: (sum(side_by_side[p] for p in pairs), min(pairs)))
        elif wording.needs:
            keys = [min(wording.needs, key=lambda char: (common[char], char))]
        for key in keys:
            entries.setdefault(key, {})[entry[0]] = entry
    without = entries.pop("", {})
    single = frozenset(key for key in entries if len(key) == 1)
    firsts = frozenset(key[0] for key in entries if len(key) == 2)
    return Index(entries, firsts, single, without)
