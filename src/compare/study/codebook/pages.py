"""The codebook for people: one entry in full, and ``docs/codebook.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from compare.coding import Codebook, Indicator
    from compare.tables.labels import Labels

_HEAD = """# The codebook

Rendered from `data/codebook/` by `compare-plans codebook docs`. A pattern is tried on a statement's
subject, then on its clause, then on its sentence; within one of these the longest match wins. Examples
and negatives run as tests.
"""


def page(codebook: Codebook, labels: Labels) -> str:
    """Every group with its indicators, then the scopes, as Markdown."""
    lines = [_HEAD]
    for group, names in labels.groups.items():
        members = [one for one in codebook.indicators.values() if one.group == group]
        if members:
            lines += [f"## {names['en']} · {names['zh']}", ""]
            lines += [line for member in members for line in entry(member, labels)]
    lines += ["## Scopes · 口径", "", "| code | scope | 口径 | definition | 定义 |", "|---|---|---|---|---|"]
    lines += [
        f"| `{scope.id}` | {_cell(scope.label_en)} | {_cell(scope.label_zh)} | {_cell(scope.definition_en)} "
        f"| {_cell(scope.definition_zh)} |"
        for scope in codebook.scopes.values()
    ]
    return "\n".join(lines) + "\n"


def entry(indicator: Indicator, labels: Labels) -> Iterator[str]:
    """One indicator as Markdown lines."""
    yield f"### `{indicator.id}`"
    yield ""
    yield f"**{indicator.label_en} · {indicator.label_zh}**"
    yield ""
    yield f"{indicator.definition_en} {indicator.definition_zh}"
    yield ""
    yield f"- group: {indicator.group}"
    yield f"- unit: {', '.join(indicator.units)}"
    yield f"- direction: {labels.of('directions', indicator.direction, 'en')}"
    if indicator.plausible:
        low, high = indicator.plausible
        yield f"- plausible: {low:.15g} to {high:.15g} {indicator.unit}"
    yield f"- headline scope: {', '.join(indicator.headline_scopes) or 'none; it is not compared'}"
    if indicator.kinds:
        yield f"- kinds: {', '.join(indicator.kinds)}"
    if indicator.benchmark:
        yield f"- national benchmark: {indicator.benchmark}"
    yield from _listed("match", _patterns(wording.pattern for wording in indicator.match))
    yield from _listed("clause", _patterns(indicator.clause))
    yield from _listed("near", _patterns(indicator.near))
    yield from _listed("within", _patterns(indicator.within))
    yield from _listed("excludes", _patterns(indicator.excludes))
    yield from _listed("examples", (example.text for example in indicator.examples))
    yield from _listed("not this", indicator.negatives)
    yield from _listed("rulings", indicator.rulings)
    yield ""


def _patterns(patterns: Iterable[re.Pattern[str]]) -> Iterator[str]:
    return (f"`{pattern.pattern}`" for pattern in patterns)


def _listed(name: str, items: Iterable[str]) -> Iterator[str]:
    items = list(items)
    if items:
        yield f"- {name}:"
        yield from (f"  - {item}" for item in items)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
