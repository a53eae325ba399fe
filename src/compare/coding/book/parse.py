"""The codebook from the parsed YAML of ``data/codebook/``.

Files in, as a mapping of stem to parsed content: ``units``, ``comparators``, ``scopes``,
``departments``, ``groups``, ``heads``, ``codebook`` (its version) and any number of
``indicators/<group>``. No file is opened here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from compare.coding.book.codebook import (
    GENERAL,
    Codebook,
    Department,
    Example,
    Group,
    Indicator,
    Scope,
    of_any_base,
)
from compare.coding.book.document_topics import Topic, by_topic, parse_topical, parse_topics
from compare.coding.book.equivalences import parse_equivalences
from compare.coding.book.errors import CodebookError
from compare.coding.book.short_names import parse_short_names
from compare.coding.indicators.heads import Heads, parse_heads
from compare.coding.indicators.matching import Index, index, wordings
from compare.coding.indicators.nouns import parse_nouns
from compare.coding.remits import parse_remits
from compare.model import Comparator, Kind
from compare.reading.quantities.lexicon import Lexicon, compile_lexicon

_DIRECTIONS = ("floor", "cap", "level")


def parse_codebook(files: Mapping[str, Any]) -> Codebook:
    """Build the codebook from parsed YAML files, keyed by path stem such as ``indicators/beds``.

    Raises :class:`CodebookError` for a missing file, a missing or unknown key, a bad pattern, a
    duplicate id, or a reference to an unknown group or scope.
    """
    for needed in ("units", "comparators", "scopes", "groups"):
        if needed not in files:
            raise CodebookError(f"{needed}.yaml: missing from the codebook folder; restore it")
    groups = {g.id: g for g in (_group(e) for e in _entries(files, "groups"))}
    scopes = _unique("scopes", [_scope(e) for e in _entries(files, "scopes")])
    if GENERAL not in scopes:
        raise CodebookError("scopes.yaml: the scope 'general' is missing; add it first in the list")
    heads = parse_heads(_entries(files, "heads"))
    topics = parse_topics(_entries(files, "topics"))
    indicators = _indicators(files, groups, scopes, heads, topics)
    nouns = parse_nouns(files.get("nouns", {}), indicators, scopes)
    return Codebook(
        version=_version(files),
        lexicon=_lexicon(files),
        indicators=indicators,
        scopes=scopes,
        departments=_unique("departments", [_department(e) for e in _entries(files, "departments")]),
        groups=groups,
        by_unit=_by_unit(indicators.values()),
        by_scope=index((scope, scope.match) for scope in scopes.values() if not scope.tier),
        topics=topics,
        by_topic=by_topic(indicators.values()),
        heads=heads,
        nouns=nouns,
        by_noun=index((indicators[code], noun.words) for code, noun in nouns.items()),
        remits=parse_remits(files.get("remits") or ()),
        equivalences=parse_equivalences(
            files.get("equivalences") or {},
            indicators,
            scopes,
            {s.id for s in scopes.values() if s.per_place},
        ),
        short_names=parse_short_names(_entries(files, "short_names")),
    )


def _version(files: Mapping[str, Any]) -> str:
    """The version of the codebook, "" where a study's own codebook has none."""
    about = files.get("codebook") or {}
    version = about.get("version", "") if isinstance(about, dict) else None
    if not isinstance(version, str):
        raise CodebookError('codebook.yaml: version is no text; write it in quotes, as in version: "2.0"')
    return version


def _lexicon(files: Mapping[str, Any]) -> Lexicon:
    try:
        return compile_lexicon(files["units"], files["comparators"])
    except (KeyError, TypeError, AttributeError) as error:
        raise CodebookError(
            f"units.yaml or comparators.yaml: {error!r} is missing or misshapen; see their heads"
        ) from None


def _indicators(
    files: Mapping[str, Any],
    groups: Mapping[str, Group],
    scopes: Mapping[str, Scope],
    heads: Heads,
    topics: Mapping[str, Topic],
) -> dict[str, Indicator]:
    """The indicators of all files, each known once and pointing at groups and scopes that exist."""
    indicators: dict[str, Indicator] = {}
    scales, families = {scope.tier for scope in scopes.values()}, heads.families()
    for stem in sorted(s for s in files if s.startswith("indicators/")):
        for entry in _entries(files, stem):
            made = _indicator(stem, entry, topics)
            name = f"{stem}.yaml: {made.id}"
            if made.id in indicators:
                raise CodebookError(f"{name}: this id is used twice; rename one")
            if made.group not in groups:
                raise CodebookError(f"{name}: unknown group {made.group!r}; add it to groups.yaml")
            if unknown := [scope for scope in made.headline_scopes if scope not in scopes]:
                raise CodebookError(f"{name}: unknown scope {unknown[0]!r}; add it to scopes.yaml")
            if unknown := sorted(set(made.tiers) - scales):
                raise CodebookError(f"{name}: no scope of scopes.yaml has the tier {unknown[0]!r}")
            if unknown := sorted(made.heads - families):
                raise CodebookError(
                    f"{name}: heads.yaml has no family {unknown[0]!r} of rates, acts or fields"
                )
            indicators[made.id] = replace(made, at_large=made.at_large or groups[made.group].at_large)
    return indicators


def _by_unit(indicators: Iterable[Indicator]) -> dict[str, Index[Indicator]]:
    members: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        for unit in indicator.units:
            members.setdefault(unit, []).append(indicator)
    for unit, found in members.items():
        of_any = members.get(of_any_base(unit), [])
        found += [one for one in of_any if one not in found]
    return {unit: index((m, m.match) for m in found) for unit, found in members.items()}


def _entries(files: Mapping[str, Any], stem: str) -> Sequence[Mapping[str, Any]]:
    content = files.get(stem) or []
    if not isinstance(content, list) or not all(isinstance(e, dict) and "id" in e for e in content):
        raise CodebookError(f"{stem}.yaml: a list of entries with an id is expected")
    return content


def _unique(stem: str, items: Sequence[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in items:
        if item.id in found:
            raise CodebookError(f"{stem}.yaml: {item.id}: this id is used twice; rename one")
        found[item.id] = item
    return found


def _patterns(stem: str, entry: Mapping[str, Any], key: str) -> tuple[re.Pattern[str], ...]:
    value = entry.get(key, ())
    if isinstance(value, str):
        value = [value]
    made = []
    for pattern in value:
        try:
            made.append(re.compile(pattern))
        except re.error as error:
            raise CodebookError(
                f"{stem}.yaml: {entry['id']}: {key}: {pattern!r} is no valid pattern ({error})"
            ) from None
    return tuple(made)


def _label(stem: str, entry: Mapping[str, Any], key: str = "label") -> tuple[str, str]:
    value = entry.get(key) or {}
    if not isinstance(value, dict) or (key == "label" and not (value.get("zh") and value.get("en"))):
        raise CodebookError(f"{stem}.yaml: {entry['id']}: {key} needs zh and en")
    return str(value.get("zh", "")), str(value.get("en", ""))


def _group(entry: Mapping[str, Any]) -> Group:
    return Group(entry["id"], *_label("groups", entry), bool(entry.get("at_large")))


def _scope(entry: Mapping[str, Any]) -> Scope:
    zh, en = _label("scopes", entry)
    match = wordings(_patterns("scopes", entry, "match"))
    definition = _label("scopes", entry, "definition")
    restricts, tier = bool(entry.get("restricts_counts")), str(entry.get("tier", ""))
    each, reaches = bool(entry.get("per_place")), frozenset(entry.get("reaches", ()))
    return Scope(entry["id"], zh, en, match, *definition, restricts, tier, each, reaches)


def _department(entry: Mapping[str, Any]) -> Department:
    match = wordings(_patterns("departments", entry, "match"))
    return Department(entry["id"], *_label("departments", entry), match)


_KNOWN = frozenset(
    [
        "id",
        "label",
        "definition",
        "group",
        "unit",
        "units",
        "direction",
        "plausible",
        "headline_scopes",
        "heads",
        "match",
        "clause",
        "near",
        "within",
        "topics",
        "excludes",
        "kinds",
        "kind",
        "examples",
        "negatives",
        "rulings",
        "benchmark",
        "reason",
        "tiers",
        "at_large",
        "one_owner",
        "conditions",
    ]
)


def _indicator(stem: str, entry: Mapping[str, Any], topics: Mapping[str, Topic]) -> Indicator:
    name = f"{stem}.yaml: {entry['id']}"
    if unknown := sorted(set(entry) - _KNOWN):
        raise CodebookError(f"{name}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KNOWN))}")
    if "unit" not in entry:
        raise CodebookError(f"{name}: unit is missing; give the normalised unit of units.yaml")
    direction = entry.get("direction", "level")
    if direction not in _DIRECTIONS:
        raise CodebookError(f"{name}: direction {direction!r}; use one of {', '.join(_DIRECTIONS)}")
    try:
        kinds = tuple(Kind(k) for k in entry.get("kinds", ()))
        kind = Kind(entry["kind"]) if entry.get("kind") else None
    except ValueError as error:
        raise CodebookError(f"{name}: {error}; use target, standard, parameter or allocation") from None
    plausible = entry.get("plausible")
    units = tuple(str(u) for u in entry.get("units", [entry["unit"]]))
    return Indicator(
        entry["id"],
        *_label(stem, entry),
        *_label(stem, entry, "definition"),
        group=entry.get("group", stem.removeprefix("indicators/")),
        unit=str(entry["unit"]),
        units=units if str(entry["unit"]) in units else (str(entry["unit"]), *units),
        direction=direction,
        plausible=(float(plausible[0]), float(plausible[1])) if plausible else None,
        headline_scopes=tuple(entry.get("headline_scopes", (GENERAL,))),
        heads=frozenset(entry.get("heads", ())),
        match=wordings(_patterns(stem, entry, "match")),
        clause=_patterns(stem, entry, "clause"),
        near=_patterns(stem, entry, "near"),
        within=_patterns(stem, entry, "within"),
        topics=parse_topical(entry.get("topics", {}), topics, name),
        excludes=_patterns(stem, entry, "excludes"),
        kinds=kinds,
        kind=kind,
        tiers=tuple(entry.get("tiers", ())),
        examples=tuple(_example(e) for e in entry.get("examples", ())),
        negatives=tuple(entry.get("negatives", ())),
        rulings=tuple(entry.get("rulings", ())),
        benchmark=str(entry.get("benchmark", "")),
        reason=str(entry.get("reason", "")),
        at_large=bool(entry.get("at_large")),
        one_owner=bool(entry.get("one_owner")),
        conditions=bool(entry.get("conditions")),
    )


def _example(entry: Mapping[str, Any] | str) -> Example:
    if isinstance(entry, str):
        return Example(entry)
    comparator = entry.get("comparator")
    return Example(
        text=entry["text"],
        value=float(entry["value"]) if "value" in entry else None,
        comparator=Comparator(comparator) if comparator else None,
        unit=str(entry.get("unit", "")),
        scope=str(entry.get("scope", "")),
    )
