"""The codebook of instruments as frozen values, made from the parsed ``instruments.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.coding.book.errors import CodebookError
from compare.coding.commitment.levels import Commitment, parse_commitment
from compare.coding.indicators.matching import Hinted, Index, alternatives, hinted, index, wordings
from compare.coding.instruments.agreed import provisional

_WORD = re.compile(r"~([a-z_]+)~")


@dataclass(frozen=True, slots=True)
class Family:
    """A family of instruments: supply, environment, demand."""

    id: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument. ``excludes`` is None where nothing is excluded; ``inspects``: it is also coded
    where its words name what is inspected, ``listed``: where they are one of a list of services."""

    id: str
    family: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    match: tuple[re.Pattern[str], ...]
    excludes: re.Pattern[str] | None
    inspects: bool
    listed: bool
    examples: tuple[str, ...]
    negatives: tuple[str, ...]
    rulings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Who a pattern speaks of; ``place`` is that of the pattern in the list of its instrument."""

    instrument: Instrument
    place: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A code of a short list with its words: a target group, an action."""

    id: str
    label_zh: str
    label_en: str
    match: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Context:
    """Clauses in which nothing, or only some, is coded; see the head of ``instruments.yaml``."""

    inspected: Hinted
    past: Hinted
    lists: re.Pattern[str]
    summary: Hinted
    bare: re.Pattern[str]
    definition: re.Pattern[str]
    departments: re.Pattern[str]
    other: re.Pattern[str]
    elder: re.Pattern[str]
    goals: re.Pattern[str]
    rates: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class MeansBook:
    """All that instruments and milestones are coded by.

    ``wording`` indexes the patterns, each alternative for itself, by a character they cannot do
    without. ``not_milestones`` are words for what cannot be checked by a date, ``carried`` those to which
    a date before them carries, ``noted`` those to which only the noted deadline of an item does;
    ``provisional`` are instruments on which too little agreement with a person was measured.
    """

    families: Mapping[str, Family]
    instruments: Mapping[str, Instrument]
    target_groups: tuple[Listed, ...]
    actions: tuple[Listed, ...]
    not_milestones: re.Pattern[str]
    carried: re.Pattern[str]
    noted: re.Pattern[str]
    context: Context
    commitment: Commitment
    wording: Index[Telling]
    provisional: frozenset[str]


def parse_means(content: Any, commitment: Any, agreement: Any = None) -> MeansBook:
    """Build it from the parsed ``instruments.yaml``, ``commitment.yaml`` and ``agreement.yaml``.

    Raises :class:`compare.coding.CodebookError` for a missing key, a bad pattern, a duplicate id or an
    unknown family.
    """
    if not isinstance(content, Mapping):
        raise CodebookError("instruments.yaml: missing from the codebook folder, or no mapping; restore it")
    for key in ("families", "instruments", "target_groups", "actions", "milestones", "context"):
        if not content.get(key):
            raise CodebookError(f"instruments.yaml: {key} is missing; restore it")
    words = {str(name): str(pattern) for name, pattern in (content.get("words") or {}).items()}
    families = {e["id"]: Family(e["id"], *_label(e), *_label(e, "definition")) for e in content["families"]}
    instruments = _unique([_instrument(entry, families, words) for entry in content["instruments"]])
    context = content["context"]
    missing = [name for name in Context.__slots__ if name not in context]
    if missing:
        raise CodebookError(f"instruments.yaml: context: {missing[0]} is missing; restore it")
    return MeansBook(
        families=families,
        instruments=instruments,
        target_groups=tuple(_listed(entry) for entry in content["target_groups"]),
        actions=tuple(_listed(entry) for entry in content["actions"]),
        not_milestones=_pattern("milestones", str(content["milestones"].get("excludes", "(?!)")), {}),
        carried=_pattern("milestones", str(content["milestones"].get("carried", "(?!)")), {}),
        noted=_pattern("milestones", str(content["milestones"].get("noted", "(?!)")), {}),
        context=_context(context, words),
        commitment=parse_commitment(commitment),
        provisional=provisional(agreement, instruments),
        wording=index(
            (Telling(known, place), wordings(map(re.compile, alternatives(pattern.pattern))))
            for known in instruments.values()
            for place, pattern in enumerate(known.match)
        ),
    )


def _context(content: Mapping[str, Any], words: Mapping[str, str]) -> Context:
    """The patterns of the context; those that are rarely found and slow to search for with a hint."""
    made: dict[str, Any] = {
        name: _pattern("context", str(content[name]), words) for name in Context.__slots__
    }
    return Context(**made | {name: hinted(made[name]) for name in ("inspected", "past", "summary")})


_KNOWN = frozenset(
    (
        "id",
        "family",
        "label",
        "definition",
        "match",
        "excludes",
        "inspects",
        "listed",
        "examples",
        "negatives",
        "rulings",
    )
)


def _instrument(
    entry: Mapping[str, Any], families: Mapping[str, Family], words: Mapping[str, str]
) -> Instrument:
    if not isinstance(entry, Mapping) or "id" not in entry:
        raise CodebookError(f"instruments.yaml: {entry!r}: an entry has no id; give it one")
    name = entry["id"]
    if unknown := sorted(set(entry) - _KNOWN):
        raise CodebookError(
            f"instruments.yaml: {name}: unknown key {unknown[0]!r}; known are {sorted(_KNOWN)}"
        )
    if entry.get("family") not in families:
        raise CodebookError(f"instruments.yaml: {name}: unknown family {entry.get('family')!r}; add it")
    if not entry.get("match"):
        raise CodebookError(f"instruments.yaml: {name}: match is empty; give at least one pattern")
    excludes = "|".join(map(str, entry.get("excludes") or ()))
    return Instrument(
        name,
        entry["family"],
        *_label(entry),
        *_label(entry, "definition"),
        match=tuple(_pattern(name, str(pattern), words) for pattern in entry["match"]),
        excludes=_pattern(name, excludes, words) if excludes else None,
        inspects=bool(entry.get("inspects")),
        listed=bool(entry.get("listed")),
        examples=_texts(entry, "examples"),
        negatives=_texts(entry, "negatives"),
        rulings=_texts(entry, "rulings"),
    )


def _unique(found: Sequence[Instrument]) -> dict[str, Instrument]:
    made: dict[str, Instrument] = {}
    for instrument in found:
        if instrument.id in made:
            raise CodebookError(f"instruments.yaml: {instrument.id}: this id is used twice; rename one")
        made[instrument.id] = instrument
    return made


def _listed(entry: Mapping[str, Any]) -> Listed:
    pattern = "|".join(map(str, entry.get("match") or ()))
    if not pattern:
        raise CodebookError(f"instruments.yaml: {entry.get('id')}: match is empty; give at least one pattern")
    return Listed(entry["id"], *_label(entry), _pattern(entry["id"], pattern, {}))


def _label(entry: Mapping[str, Any], key: str = "label") -> tuple[str, str]:
    value = entry.get(key)
    if not isinstance(value, Mapping) or set(value) != {"zh", "en"}:
        raise CodebookError(f"instruments.yaml: {entry.get('id')}: {key} needs zh and en and nothing else")
    return str(value["zh"]), str(value["en"])


def _texts(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(map(str, entry.get(key) or ()))


def _pattern(name: str, pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern with the named words in it, compiled."""
    try:
        return re.compile(_WORD.sub(lambda m: words[m[1]], pattern))
    except KeyError as error:
        raise CodebookError(f"instruments.yaml: {name}: words has no {error}; add it") from None
    except re.error as error:
        raise CodebookError(
            f"instruments.yaml: {name}: {pattern!r} is no valid pattern ({error}); mend it"
        ) from None
