"""The part of the codebook that words are counted by: themes, levels of commitment, terms, stop words.

Built from the parsed ``themes.yaml``, ``commitment.yaml`` and ``terms.yaml`` of ``data/codebook/`` and
from the labels of the codebook. No file is opened here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.coding import Codebook, CodebookError
from compare.coding.commitment.levels import Commitment, parse_commitment


@dataclass(frozen=True, slots=True)
class Theme:
    """Something plans talk about. ``examples`` must have it by their own words, ``negatives`` must not."""

    id: str
    label_zh: str
    label_en: str
    match: re.Pattern[str]
    examples: tuple[str, ...]
    negatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """``commitment`` is the scale that clauses are read by, the same as that of the instruments.

    ``words`` are what segmentation treats as one word, sorted; ``english`` are their translations.
    """

    themes: tuple[Theme, ...]
    commitment: Commitment
    words: tuple[str, ...]
    english: Mapping[str, str]
    stop: frozenset[str]


#: The code that stands for all clauses of a plan, whatever their theme; no theme may have it.
WHOLE = "all"

_HAN = re.compile(r"[一-鿿]+")
# A label longer than this is a sentence about an indicator and no word of a plan.
_LONGEST_LABEL = 8


def parse_language(files: Mapping[str, Any], codebook: Codebook) -> Language:
    """Build it from parsed YAML files, keyed by stem (``themes``, ``commitment``, ``terms``).

    Raises :class:`compare.coding.CodebookError` for a missing file or key, a bad pattern or a
    duplicate.
    """
    themes = tuple(_theme(entry) for entry in _entries(files, "themes"))
    _distinct("themes", [WHOLE, *(theme.id for theme in themes)])
    english, stop = _words(files)
    labels = {word for label in _labels(codebook) for word in _HAN.findall(label)}
    known = {word for word in labels if 2 <= len(word) <= _LONGEST_LABEL}
    return Language(
        themes,
        parse_commitment(files.get("commitment")),
        tuple(sorted(known | english.keys() | stop)),
        english,
        stop,
    )


def _labels(codebook: Codebook) -> Iterator[str]:
    for members in (codebook.indicators, codebook.scopes, codebook.departments, codebook.groups):
        yield from (member.label_zh for member in members.values())


def _entries(files: Mapping[str, Any], stem: str) -> Sequence[Mapping[str, Any]]:
    content = files.get(stem)
    if not isinstance(content, list) or not content:
        raise CodebookError(f"{stem}.yaml: missing from the codebook folder, or no list; restore it")
    for entry in content:
        if not isinstance(entry, Mapping) or "id" not in entry:
            raise CodebookError(f"{stem}.yaml: {entry!r}: an entry has no id; give it one")
        label = entry.get("label")
        if not isinstance(label, Mapping) or set(label) != {"zh", "en"}:
            raise CodebookError(
                f"{stem}.yaml: {entry['id']}: label needs zh and en and nothing else; quote texts with commas"
            )
    return content


def _theme(entry: Mapping[str, Any]) -> Theme:
    match = _pattern("themes", entry)
    if match is None:
        raise CodebookError(f"themes.yaml: {entry['id']}: match is empty; give at least one pattern")
    label = entry["label"]
    return Theme(entry["id"], label["zh"], label["en"], match, *_texts(entry))


def _pattern(stem: str, entry: Mapping[str, Any]) -> re.Pattern[str] | None:
    """The patterns of an entry as one; None if it has none."""
    patterns = [str(pattern) for pattern in entry.get("match") or ()]
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise CodebookError(
                f"{stem}.yaml: {entry['id']}: match: {pattern!r} is no valid pattern ({error})"
            ) from None
    return re.compile("|".join(patterns)) if patterns else None


def _texts(entry: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(map(str, entry.get("examples") or ())), tuple(map(str, entry.get("negatives") or ()))


def _words(files: Mapping[str, Any]) -> tuple[dict[str, str], frozenset[str]]:
    content = files.get("terms")
    if not isinstance(content, Mapping) or not {"terms", "stop"} <= set(content):
        raise CodebookError("terms.yaml: terms or stop is missing; restore it")
    english: dict[str, str] = {}
    for entry in content["terms"]:
        if not isinstance(entry, Mapping) or not {"zh", "en"} <= set(entry):
            raise CodebookError(f"terms.yaml: {entry!r}: an entry needs zh and en")
        if entry["zh"] in english:
            raise CodebookError(f"terms.yaml: {entry['zh']}: this term is there twice; remove one")
        english[str(entry["zh"])] = str(entry["en"])
    stop: set[str] = set()
    for entry in content["stop"]:
        if not isinstance(entry, Mapping) or not {"why", "words"} <= set(entry):
            raise CodebookError(f"terms.yaml: {entry!r}: a part of the stop list needs why and words")
        stop.update(map(str, entry["words"]))
    if both := sorted(stop & english.keys()):
        raise CodebookError(f"terms.yaml: {both[0]}: both a term and a stop word; choose one")
    return english, frozenset(stop)


def _distinct(stem: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise CodebookError(f"{stem}.yaml: {code}: this id is used twice; rename one")
        seen.add(code)
