"""The evidence for a value: its sentence, the headings above it, the document it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.model import Document
from compare.tables.storage.frames import records, text_of

# A sentence ends at a full stop or its like, or with the line (headings and cells have no stop).
_ENDS = re.compile(r"[。！？!?]+[”’』」）)]*|\n")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement is written. ``start:end`` is the quotation in the source's text and
    ``sentence_start:sentence_end`` the sentence around it; ``headings`` run from the top down."""

    statement_id: str
    plan_id: str
    quote: str
    sentence: str
    headings: tuple[str, ...]
    document_number: str
    title: str
    source_file: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int

    @property
    def trail(self) -> str:
        """The headings in one line: ``二、重点任务 › (一)…``"""
        return " › ".join(self.headings)


def running_text(document: Document) -> str:
    """The text with blanks for the line ends that stand within a sentence, offsets unchanged: what
    :func:`sentence_span` finds whole sentences in."""
    pieces, kept = [], 0
    for one in document.furniture:
        if one.inside and one.start >= kept:
            inside = document.text[one.start : one.end]
            pieces += [document.text[kept : one.start], " " * len(inside) if "\n" in inside else inside]
            kept = one.end
    return "".join([*pieces, document.text[kept:]])


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence or sentences that ``text[start:end]`` stands in, blanks trimmed.

    >>> text = "一、目标。到2025年,床位2700张。完。"
    >>> text[slice(*sentence_span(text, 12, 15))]
    '到2025年,床位2700张。'
    """
    line = text.rfind("\n", 0, start) + 1
    first = line
    for match in _ENDS.finditer(text, line, start):
        first = match.end()
    # From one before the end: a quotation that closes with its full stop has its sentence whole.
    stop = _ENDS.search(text, max(end - 1, start))
    last = len(text) if stop is None else max(stop.end(), end)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def heading_trails(passages: pd.DataFrame, text: str) -> dict[str, tuple[str, ...]]:
    """Passage -> the headings above it and its own, as written, from the top down.

    ``passages`` are the rows of one plan, ``text`` is its source's.
    """
    rows = {row["passage_id"]: row for row in records(passages)}
    trails: dict[str, tuple[str, ...]] = {}

    def trail(passage_id: str) -> tuple[str, ...]:
        if passage_id in trails:
            return trails[passage_id]
        trails[passage_id] = ()  # holds off a circle of parents, which no reading makes
        row = rows[passage_id]
        above = trail(row["parent_id"]) if text_of(row["parent_id"]) in rows else ()
        own = text_of(row["heading"])
        trails[passage_id] = (*above, _as_written(own, text[row["start"] : row["end"]])) if own else above
        return trails[passage_id]

    return {passage_id: trail(passage_id) for passage_id in rows}


def _as_written(heading: str, passage: str) -> str:
    """The heading with the ordinal in front of it, as the passage opens."""
    at = passage.find(heading)
    return passage[: at + len(heading)].strip() if at >= 0 else heading


def evidence(
    statement: Mapping[str, Any],
    plan: Mapping[str, Any],
    headings: tuple[str, ...],
    text: str,
    running: str = "",
) -> Evidence:
    """The evidence of a row of ``statements``, given its plan's row, its headings and the text; ``running``
    is the text in which line ends within sentences are blanks, if there are any."""
    start, end = int(statement["start"]), int(statement["end"])
    first, last = sentence_span(running or text, start, end)
    return Evidence(
        statement_id=statement["statement_id"],
        plan_id=statement["plan_id"],
        quote=text[start:end],
        sentence=text[first:last],
        headings=headings,
        document_number=text_of(plan["document_number"]),
        title=text_of(plan["title"]),
        source_file=text_of(plan["source_file"]),
        start=start,
        end=end,
        sentence_start=first,
        sentence_end=last,
    )
