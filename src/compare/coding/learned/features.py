"""What weights are learned for: pairs of characters of the words around a statement, by where they stand,
with its unit, its kind and the size of its number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.context.titles import title_of

_FIGURES = re.compile("[0-9.]+")
_BLANK = re.compile(r"\s")
#: So many characters of each text count, those nearest to the number.
_SENTENCE, _LINE, _BEHIND, _HEADINGS, _TITLE = 60, 120, 12, 60, 40


def features(context: Surroundings) -> Mapping[str, float]:
    """Feature -> its weight in a vector of length 1.

    A feature is the letter of its place and two or three characters (``s:床位``, ``u=张``); figures are 0.
    """
    found: dict[str, float] = {}
    for feature, weight in _features(context):
        found[feature] = weight
    length = math.sqrt(sum(weight * weight for weight in found.values()))
    return {feature: weight / length for feature, weight in found.items()}


def _features(context: Surroundings) -> Iterator[tuple[str, float]]:
    statement, text = context.statement, context.text
    yield f"u={statement.unit}", 2.0
    yield f"k={statement.kind.value}", 1.0
    yield from _runs("s", statement.subject, 1.5)
    yield from _runs("s", statement.subject, 1.5, 3)
    yield from _runs("c", context.clause(), 1.0)
    yield from _runs("b", context.part_before()[-_SENTENCE:], 0.5)
    start, end = statement.value_start, statement.value_end
    line = max(text.rfind("\n", 0, start) + 1, start - _LINE)
    yield from _runs("l", text[line:start], 0.3)
    yield from _runs("e", text[end : end + _BEHIND].partition("\n")[0], 1.0)
    yield from _runs("h", context.headings()[-_HEADINGS:], 0.5)
    yield from _runs("t", title_of(text)[:_TITLE], 0.3)
    yield from _runs("o", statement.scope_text, 0.5)
    if statement.value_low is not None and statement.value_low > 0:
        # Two steps for each power of ten.
        yield f"v={int(math.log10(statement.value_low) * 2)}", 1.0


def _runs(place: str, words: str, weight: float, length: int = 2) -> Iterator[tuple[str, float]]:
    words = _FIGURES.sub("0", _BLANK.sub(" ", words))
    for at in range(len(words) - length + 1):
        yield f"{place}:{words[at : at + length]}", weight
