"""The scale of commitment from the parsed ``commitment.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from compare.coding.book.errors import CodebookError
from compare.coding.indicators.matching import Hinted, hinted


class Strength(StrEnum):
    """How a clause binds: it obliges, states, permits, or only encourages, tries or explores."""

    HARD = "hard"
    PLAIN = "plain"
    PERMISSION = "permission"
    SOFT = "soft"


#: Clauses of these bind nobody.
UNBOUND = frozenset({Strength.PERMISSION, Strength.SOFT})


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the scale of commitment; ``match`` is None for the level of clauses without a modal."""

    id: str
    label_zh: str
    label_en: str
    strength: Strength
    match: re.Pattern[str] | None
    examples: tuple[str, ...]
    negatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """``levels`` run from the strictest to the weakest; ``plain`` is the one without a modal.

    ``verbs`` are the words that make a plain commitment where they govern, ``unbound`` all words that
    take it back, as one pattern with a group for each level of those, ``hard`` the levels that oblige.
    """

    levels: tuple[Level, ...]
    plain: Level
    verbs: re.Pattern[str]
    unbound: Hinted
    by_id: Mapping[str, Level] = field(init=False)
    hard: tuple[tuple[Level, re.Pattern[str]], ...] = field(init=False)

    def __post_init__(self) -> None:
        hard = [one for one in self.levels if one.strength is Strength.HARD]
        object.__setattr__(self, "by_id", {one.id: one for one in self.levels})
        object.__setattr__(self, "hard", tuple((one, one.match) for one in hard if one.match))


def parse_commitment(content: Any) -> Commitment:
    """Raises :class:`compare.coding.CodebookError` for a missing key, a bad pattern or a duplicate."""
    entries = _entries(content)
    levels = tuple(_level(entry) for entry in entries)
    seen: set[str] = set()
    for level in levels:
        if level.id in seen:
            raise CodebookError(f"commitment.yaml: {level.id}: this id is used twice; rename one")
        seen.add(level.id)
    defaults = [level for level in levels if level.match is None]
    if len(defaults) != 1:
        raise CodebookError("commitment.yaml: one level, and only one, has an empty match and default: true")
    verbs = next((entry.get("verbs") for entry in entries if entry.get("default")), None)
    if not verbs:
        raise CodebookError(
            f"commitment.yaml: {defaults[0].id}: verbs is missing; name the words that commit"
        )
    weak = [level for level in levels if level.strength in UNBOUND and level.match is not None]
    groups = "|".join(f"(?P<{level.id}>{level.match.pattern})" for level in weak if level.match is not None)
    return Commitment(
        levels,
        defaults[0],
        _compiled(defaults[0].id, "verbs", "|".join(map(str, verbs))),
        hinted(_compiled("match", "match", groups or r"(?!)")),
    )


def _entries(content: Any) -> Sequence[Mapping[str, Any]]:
    if not isinstance(content, list) or not content:
        raise CodebookError("commitment.yaml: missing from the codebook folder, or no list; restore it")
    for entry in content:
        if not isinstance(entry, Mapping) or "id" not in entry:
            raise CodebookError(f"commitment.yaml: {entry!r}: an entry has no id; give it one")
        label = entry.get("label")
        if not isinstance(label, Mapping) or set(label) != {"zh", "en"}:
            raise CodebookError(
                f"commitment.yaml: {entry['id']}: label needs zh and en and nothing else; quote texts "
                "with commas"
            )
    return content


def _level(entry: Mapping[str, Any]) -> Level:
    try:
        strength = Strength(entry.get("strength", ""))
    except ValueError:
        known = ", ".join(Strength)
        raise CodebookError(f"commitment.yaml: {entry['id']}: strength must be one of {known}") from None
    patterns = [str(pattern) for pattern in entry.get("match") or ()]
    for pattern in patterns:
        _compiled(entry["id"], "match", pattern)
    if bool(patterns) == bool(entry.get("default")):
        raise CodebookError(
            f"commitment.yaml: {entry['id']}: give patterns, or leave match empty and say default: true"
        )
    label = entry["label"]
    return Level(
        entry["id"],
        label["zh"],
        label["en"],
        strength,
        re.compile("|".join(patterns)) if patterns else None,
        tuple(map(str, entry.get("examples") or ())),
        tuple(map(str, entry.get("negatives") or ())),
    )


def _compiled(name: str, key: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise CodebookError(
            f"commitment.yaml: {name}: {key}: {pattern!r} is no valid pattern ({error})"
        ) from None
