"""The codebook for people: an entry in full, the page of all of them, and the list ``docs/codebook.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from compare.exports.archive import write_atomically

if TYPE_CHECKING:
    import re

    from compare.coding import Codebook, Indicator
    from compare.coding.book.document_topics import Topic
    from compare.tables.dataset import Dataset
    from compare.tables.words.labels import Labels

_INDEX_HEAD = """# The codebook

Every indicator and scope by its code; written by `compare-plans codebook docs`. Definitions, patterns,
examples and rulings stand in [data/codebook/indicators/](../data/codebook/indicators), one file a group;
`make analysis` makes a page of them, `reports/codebook.html`; `compare-plans codebook show ID` prints one.
"""

_PAGE_HEAD = """# The codebook

A pattern is tried on a statement's subject, then on its clause, then on its sentence; within one of these the
longest match wins. Examples and negatives run as tests.
"""

_HTML = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The codebook</title>
<style>
body {{ font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
h3 {{ border-top: 1px solid #bbb; padding-top: 1rem; }}
code {{ background: #f2f2f2; overflow-wrap: anywhere; }}
th, td {{ text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def export_codebook(dataset: Dataset, target: Path) -> Path:
    """The codebook as one page for the browser."""
    import mistune

    # Text of the codebook is shown as it is: nothing in it is markup.
    rendered = mistune.create_markdown(escape=True, plugins=["table"])(page(dataset.codebook, dataset.labels))
    return write_atomically(target, _HTML.format(body=rendered).encode())


def index(codebook: Codebook, labels: Labels) -> str:
    """Every indicator with its names and unit, group by group, then the scopes, as Markdown."""
    lines = [_INDEX_HEAD, *_version(codebook)]
    for group, names in labels.groups.items():
        members = [one for one in codebook.indicators.values() if one.group == group]
        if members:
            lines += [f"## {names['en']} · {names['zh']}", "", "| code | indicator | 指标 | unit |"]
            lines += ["|---|---|---|---|"]
            lines += [_row(f"`{one.id}`", one.label_en, one.label_zh, one.unit) for one in members]
            lines += [""]
    lines += ["## Scopes · 口径", "", "| code | scope | 口径 |", "|---|---|---|"]
    lines += [_row(f"`{scope.id}`", scope.label_en, scope.label_zh) for scope in codebook.scopes.values()]
    return "\n".join(lines) + "\n"


def page(codebook: Codebook, labels: Labels) -> str:
    """Every group with its indicators, then the scopes, as Markdown."""
    lines = [_PAGE_HEAD, *_version(codebook)]
    for group, names in labels.groups.items():
        members = [one for one in codebook.indicators.values() if one.group == group]
        if members:
            lines += [f"## {names['en']} · {names['zh']}", ""]
            lines += [line for member in members for line in entry(member, labels)]
    lines += ["## Scopes · 口径", "", "| code | scope | 口径 | definition | 定义 |", "|---|---|---|---|---|"]
    lines += [
        _row(f"`{scope.id}`", scope.label_en, scope.label_zh, scope.definition_en, scope.definition_zh)
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
    if indicator.tiers:
        yield f"- staggered by: {', '.join(indicator.tiers)}"
    if indicator.benchmark:
        yield f"- national benchmark: {indicator.benchmark}"
    yield from _listed("match", _patterns(wording.pattern for wording in indicator.match))
    yield from _listed("clause", _patterns(indicator.clause))
    yield from _listed("near", _patterns(indicator.near))
    yield from _listed("within", _patterns(indicator.within))
    yield from _listed("under a topic", map(_topical, indicator.topics.items()))
    yield from _listed("excludes", _patterns(indicator.excludes))
    yield from _listed("examples", (example.text for example in indicator.examples))
    yield from _listed("not this", indicator.negatives)
    yield from _listed("rulings", indicator.rulings)
    if indicator.reason:
        yield f"- stated by no plan of this study: {indicator.reason}"
    yield ""


def _version(codebook: Codebook) -> Iterator[str]:
    """Which release this is; nothing where a study's own codebook counts none."""
    if codebook.version:
        yield f"Version {codebook.version}; what changed stands in `data/codebook/CHANGELOG.md`."
        yield ""


def _topical(asked: tuple[Topic, Iterable[re.Pattern[str]]]) -> str:
    topic, patterns = asked
    return f"{topic.label_en}: {', '.join(_patterns(patterns))}" if patterns else topic.label_en


def _patterns(patterns: Iterable[re.Pattern[str]]) -> Iterator[str]:
    return (f"`{pattern.pattern}`" for pattern in patterns)


def _listed(name: str, items: Iterable[str]) -> Iterator[str]:
    items = list(items)
    if items:
        yield f"- {name}:"
        yield from (f"  - {item}" for item in items)


def _row(*cells: str) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"
