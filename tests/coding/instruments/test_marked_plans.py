"""Made-up plans in other provinces' words, coded by hand in the text: [[instrument:level|words]]."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
from tests.support.language import ReadText

from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.coder import code_means
from compare.model import Means

PLANS = sorted((Path(__file__).parent / "marked").glob("*.txt"))
_MARK = re.compile(r"\[\[(?P<code>[a-z_]+):(?P<level>[123])\|(?P<words>[^\]]+)\]\]")


def coded(path: Path) -> tuple[str, dict[str, list[tuple[int, int, int]]]]:
    """The text without its marks; for each instrument the level and the span of each mark."""
    marked = path.read_text(encoding="utf-8")
    text, spans, at = "", defaultdict(list), 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans[match["code"]].append((int(match["level"]), len(text), len(text) + len(match["words"])))
        text, at = text + match["words"], match.end()
    return text + marked[at:], dict(spans)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_cells(read_text: ReadText, book: MeansBook, path: Path) -> None:
    """Each instrument that was marked is found at its level, and no other one."""
    text, spans = coded(path)
    found: dict[str, int] = {}
    for means in code_means(read_text(text), book).means:
        found[means.instrument] = max(means.level, found.get(means.instrument, 0))
    assert {code: max(level for level, *_ in marks) for code, marks in spans.items()} == found


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_evidence(read_text: ReadText, book: MeansBook, path: Path) -> None:
    """What stands first for a cell overlaps words that were marked, but for one in twenty."""
    text, spans = coded(path)
    seen: dict[str, list[Means]] = defaultdict(list)
    for means in code_means(read_text(text), book).means:
        seen[means.instrument].append(means)
    first = {code: min(found, key=Means.rank) for code, found in seen.items() if code in spans}
    off = [
        code
        for code, means in first.items()
        if not any(start < means.end and means.start < end for _, start, end in spans[code])
    ]
    assert len(off) <= len(first) / 20, off
