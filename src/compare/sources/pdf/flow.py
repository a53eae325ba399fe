"""Lines of pages -> paragraphs and tables of a document.

Page numbers and running heads are furniture; paragraphs and tables go on across pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from compare.sources.layout import Block, Line, lower
from compare.sources.pdf.lines_of_text import STOPS, TextLine, joined
from compare.sources.pdf.page import PageContent
from compare.sources.pdf.ruled_tables import PageTable, blocks_of, continued, goes_on
from compare.sources.wrapping import is_cut

_MARGIN = 0.13  # of the page's height: where numbers and running heads stand
_REPEATS = 3  # pages with the same line in the margin that make it a running head
_PAGE_NUMBER = re.compile(
    r"[-—–－·•~\s]*(?:第?\s*[0-9０-９]{1,4}\s*页?|[ivxlc]{1,7})[-—–－·•~\s]*"
    r"|第?\s*\d{1,4}\s*页?\s*(?:[/／,，]\s*共?|共)\s*\d{1,4}\s*页?|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NOTE = "note"
_NOTE_MARK = re.compile(r"\s*(?:[①-⑳]|[\[（(〔]\d{1,2}[\]）)〕]|\d{1,2}(?![\d.年月%])|[*＊※]|注\d*[:：])")
_END = tuple("。；：！？;:!?…”’）)】》")
_ORDINAL = re.compile(
    r"\s*(?:第[一二三四五六七八九十百零〇\d]{1,5}[章节条编]|[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[．.、](?!\d)|[①-⑳⑴-⒇])"
)


def flow(pages: Sequence[PageContent]) -> list[Block]:
    """The document's blocks. Furniture stands after the paragraph or table it interrupts."""
    around = _around(pages)
    measures = _measures(pages, around)
    blocks: list[Block] = []
    waiting: list[Line] = []  # furniture met inside a paragraph or table that may go on
    paragraph = ""
    confidence: float | None = None  # of the paragraph's recognition
    last: TextLine | None = None
    last_page = -1
    table: PageTable | None = None

    def close() -> None:
        nonlocal paragraph, confidence, last, table
        if paragraph:
            blocks.append(Line(paragraph, confidence=confidence))
        if table is not None:
            blocks.extend(blocks_of(table))
        blocks.extend(waiting)
        waiting.clear()
        paragraph, confidence, last, table = "", None, None, None

    for page in pages:
        pitch = _pitch(page, around)
        for index, item in enumerate(page.items):
            if isinstance(item, TextLine):
                reason = around.get((page.number, index), "")
                if reason:
                    waiting.append(_aside(item.text, reason))
                    continue
                if last is not None and not _breaks(
                    last,
                    item,
                    measures[_column(last)],
                    measures[_column(item)],
                    pitch if last_page == page.number else 0.0,
                ):
                    paragraph = joined(paragraph, item.text)
                else:
                    close()
                    paragraph = item.text
                confidence = lower(confidence, item.confidence)
                last, last_page = item, page.number
                table = None
            elif table is not None and last_page < page.number and goes_on(table, item):
                table, last_page = continued(table, item), page.number
            else:
                close()
                table, last_page = item, page.number
        waiting += (Line(text, reason) for reason, text in page.unread)
    close()
    return blocks


def _aside(text: str, reason: str) -> Line:
    return Line(text, note=True) if reason == _NOTE else Line(text, reason)


def _notes(pages: Sequence[PageContent]) -> dict[tuple[int, int], str]:
    """(page, index of item) of the notes at the foot of each page: small lines that begin with a mark."""
    sizes = [item.size for page in pages for item in page.items if isinstance(item, TextLine)]
    usual = median(sizes) if sizes else 0.0
    found: dict[tuple[int, int], str] = {}
    for page in pages:
        small: list[int] = []
        for index in range(len(page.items) - 1, -1, -1):
            item = page.items[index]
            if not isinstance(item, TextLine) or item.size > 0.88 * usual or item.top < 0.5 * page.height:
                break
            if not _PAGE_NUMBER.fullmatch(item.text):
                small.append(index)
        while small and not _NOTE_MARK.match(page.items[small[-1]].text):  # type: ignore[union-attr]
            small.pop()
        found.update(((page.number, index), _NOTE) for index in small)
    return found


def _around(pages: Sequence[PageContent]) -> dict[tuple[int, int], str]:
    """(page, index of item) -> reason, for page numbers and running heads in the margins."""
    edges: list[tuple[int, int, TextLine, str, bool]] = []
    for page in pages:
        lines = [(i, item) for i, item in enumerate(page.items) if isinstance(item, TextLine)]
        highest = min((item.top for _, item in lines), default=0.0)
        lowest = max((item.bottom for _, item in lines), default=0.0)
        for index, item in lines:
            if item.bottom < _MARGIN * page.height:
                edges.append((page.number, index, item, "top", item.top == highest))
            elif item.top > (1 - _MARGIN) * page.height:
                edges.append((page.number, index, item, "bottom", item.bottom == lowest))
    seen = Counter(_shape(item, side) for _, _, item, side, _ in edges)
    reasons = _notes(pages)
    enough = min(_REPEATS, max(len(pages), 2))
    for number, index, item, side, outermost in edges:
        if outermost and _PAGE_NUMBER.fullmatch(item.text):
            reasons[number, index] = "page number"
        elif seen[_shape(item, side)] >= enough:
            reasons[number, index] = "running head"
    return reasons


def _shape(line: TextLine, side: str) -> tuple[str, str, int]:
    """What running heads of different pages have in common: words, side, height on the page."""
    return _DIGITS.sub("#", line.text), side, round(line.top / 4)


@dataclass(frozen=True, slots=True)
class _Measure:
    """A column of text: its margins, and whether paragraphs in it begin set in.

    They do where a line at the left margin nearly always follows a full one, that is, goes on.
    """

    left: float
    right: float
    indents: bool


def _measures(
    pages: Sequence[PageContent], around: dict[tuple[int, int], str]
) -> dict[tuple[float, float], _Measure]:
    """For each column its measure, by where its lines begin and end."""
    columns: dict[tuple[float, float], list[list[TextLine]]] = {}  # column -> page -> lines
    for page in pages:
        here: dict[tuple[float, float], list[TextLine]] = {}
        for index, item in enumerate(page.items):
            if isinstance(item, TextLine) and (page.number, index) not in around:
                here.setdefault(_column(item), []).append(item)
        for column, lines in here.items():
            columns.setdefault(column, []).append(lines)
    return {column: _measure(lines_of_pages) for column, lines_of_pages in columns.items()}


def _measure(lines_of_pages: list[list[TextLine]]) -> _Measure:
    lines = [line for page in lines_of_pages for line in page]
    # A stray line may stand out: the margin is where the third outermost one ends.
    stray = min(2, len(lines) // 8)
    left = sorted(line.x0 for line in lines)[stray]
    right = sorted(line.x1 for line in lines)[-1 - stray]
    width = lines[0].right - lines[0].left
    ending = sum(1 for line in lines if right - line.x1 < line.size)
    if ending < max(3, 0.05 * len(lines)) or right - left < 0.3 * width:
        # Hardly a line ends there, so none need be full: margins are alike then.
        right = max(right, lines[0].left + lines[0].right - left)
    pairs = [pair for page in lines_of_pages for pair in pairwise(page)]
    after_full = [right - one.x1 < two.opening + one.size for one, two in pairs if two.x0 - left < two.size]
    return _Measure(left, right, bool(after_full) and sum(after_full) >= 0.8 * len(after_full))


def _column(line: TextLine) -> tuple[float, float]:
    return round(line.left, -1), round(line.right, -1)


def _pitch(page: PageContent, around: dict[tuple[int, int], str]) -> float:
    """The usual distance between lines of the page."""
    lines = [
        item
        for index, item in enumerate(page.items)
        if isinstance(item, TextLine) and (page.number, index) not in around
    ]
    steps = [two.bottom - one.bottom for one, two in pairwise(lines)]
    near = [step for step, line in zip(steps, lines[1:], strict=True) if 0 < step < 4 * line.size]
    return median(near) if near else 0.0


def _breaks(one: TextLine, two: TextLine, above: _Measure, below: _Measure, pitch: float) -> bool:
    """Whether a paragraph ends between two lines in columns of these measures.

    ``pitch`` is the usual distance of lines, 0 across pages and columns.
    """
    if abs(one.size - two.size) > 0.15 * one.size:
        return True
    if is_cut(one.text, two.text):
        return False
    step = two.bottom - one.bottom
    if pitch and step > 0 and step > 1.35 * max(pitch, one.size):
        return True
    if _is_centred(one, above) and _is_centred(two, below):
        room = above.right - above.left - (one.x1 - one.x0)
        return one.text.endswith(STOPS) or room > two.opening + 4 * one.size
    if above.right - one.x1 > two.opening + 0.5 * one.size:
        return True  # the next word would have fitted: the line was ended on purpose
    if _ORDINAL.match(two.text) and one.text.endswith(_END):
        return True
    indent = (two.x0 - below.left) / two.size
    if indent < 1.2:
        return False
    if below.indents and indent < 3:
        return True
    # All lines of a set-in paragraph stand in: then only a stop ends it.
    return one.text.endswith(STOPS)


def _is_centred(line: TextLine, measure: _Measure) -> bool:
    before, after = line.x0 - measure.left, measure.right - line.x1
    return abs(before - after) < line.size and before > line.size
