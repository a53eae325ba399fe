"""Do themes and levels of commitment hold what they promise? Their examples are tagged like a plan."""

from __future__ import annotations

from collections.abc import Iterator

from compare.coding.commitment.governing import governing
from compare.terms.clauses.tagging import themes_of
from compare.terms.language import Language

_EXAMPLES, _NEGATIVES = 2, 1


def language_faults(language: Language) -> Iterator[str]:
    """One line for each theme and level that lacks examples, and for each that is not tagged so."""
    for theme in language.themes:
        name = f"themes.yaml: {theme.id}"
        yield from _lacks(name, theme.examples, theme.negatives)
        for text in theme.examples:
            if theme.id not in themes_of(text, language):
                yield f"{name}: the example does not show it: {text}; mend a pattern or the example"
        for text in theme.negatives:
            if theme.id in themes_of(text, language):
                yield f"{name}: the negative shows it: {text}; narrow the pattern"
    for level in language.commitment.levels:
        name = f"commitment.yaml: {level.id}"
        yield from _lacks(name, level.examples, level.negatives)
        for text in level.examples:
            if (found := governing(text, language.commitment).level) is not level:
                yield f"{name}: the example is {found.id}: {text}; mend a pattern or the example"
        for text in level.negatives:
            if governing(text, language.commitment).level is level:
                yield f"{name}: the negative has this level: {text}; narrow the pattern"


def _lacks(name: str, examples: tuple[str, ...], negatives: tuple[str, ...]) -> Iterator[str]:
    if len(examples) < _EXAMPLES:
        yield f"{name}: {len(examples)} examples; give at least {_EXAMPLES}"
    if len(negatives) < _NEGATIVES:
        yield f"{name}: no negatives; give at least {_NEGATIVES}"
