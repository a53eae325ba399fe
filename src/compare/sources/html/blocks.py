"""A parsed web page -> its visible blocks in order: lines of text and data tables.

White space is laid out as browsers do: runs collapse to one blank, and a line break between
two wide (Chinese) characters vanishes (CSS Text 3, section 4.1.3). No-break and ideographic
blanks stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from compare.sources.layout import Grid, GridCell, Line

Element = Any  # lxml has no types of its own

_BLOCK = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre section summary table tbody td tfoot th thead title tr ul
    """.split()  # noqa: SIM905 (reads better than 40 strings)
)
_UNSEEN = frozenset(
    """
    script style noscript template head svg math iframe object embed applet audio video canvas map
    input button select textarea datalist rp rt
    """.split()  # noqa: SIM905 (reads better than 40 strings)
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MAX_COLUMN_SPAN = 1000  # HTML Standard 4.9.11
_NUMBER = re.compile(r"\s*\d{1,9}\s*")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block, the element it stands in, and how many of its characters are links."""

    content: Line | Grid
    element: Element
    characters: int
    links: int


def page_blocks(root: Element) -> list[PageBlock]:
    """All visible blocks below ``root``; tables that only lay out the page are looked into."""
    return list(_blocks(root))


def text_of(element: Element) -> str:
    """The visible text of an element, one line per block in it."""
    return "\n".join(b.content.text for b in _blocks(element, tables=False) if isinstance(b.content, Line))


def _blocks(root: Element, *, tables: bool = True) -> Iterator[PageBlock]:
    """Walks without recursion: pages nest as deep as they like."""
    buffer: list[str] = []
    links = 0  # characters of the buffer that are inside <a>
    in_link = in_pre = 0
    owner = root
    counted: Counter[Element] = Counter()  # items so far of each ordered list

    def flush() -> Iterator[PageBlock]:
        nonlocal links
        text = _laid_out("".join(buffer))
        buffer.clear()
        if text and not text.isspace():
            yield PageBlock(Line(text), owner, len(text), links)
        links = 0

    def take(text: str | None) -> Iterator[PageBlock]:
        nonlocal links
        if not text:
            return
        pieces = text.replace("\r\n", "\n").split("\n") if in_pre else [text]
        for number, piece in enumerate(pieces):
            if number:
                yield from flush()
            buffer.append(piece)
            if in_link:
                links += len(piece.strip())

    walk = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if element is not root and _is_unseen(element):
                skipped = element
                walk.skip_subtree()
                continue
            if tag in _BLOCK or tag == "br":
                yield from flush()
            if tables and tag == "table" and is_data_table(element):
                yield from _table(element)
                skipped = element
                walk.skip_subtree()
                continue
            if tag in _BLOCK:
                owner = element
            in_link += tag == "a"
            in_pre += tag == "pre"
            if tag == "li":
                buffer.append(_list_mark(element, counted))
            yield from take(element.text)
            continue
        if element is skipped:
            skipped = None
        else:
            if tag in _BLOCK:
                yield from flush()
                owner = element.getparent() if element is not root else root
            in_link -= tag == "a"
            in_pre -= tag == "pre"
        if element is not root:
            yield from take(element.tail)
    yield from flush()


def _table(table: Element) -> Iterator[PageBlock]:
    for caption in table.iterchildren("caption"):
        text = text_of(caption)
        if text:
            yield PageBlock(Line(text), caption, len(text), 0)
    grid = _grid(table)
    links = sum(len("".join(a.itertext()).strip()) for a in table.iter("a"))
    yield PageBlock(grid, table, sum(len(cell.text) for cell in grid.cells), links)


def _is_unseen(element: Element) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _laid_out(text: str) -> str:
    """White space as a browser shows it."""

    def shown(match: re.Match[str]) -> str:
        start, end = match.span()
        if start == 0 or end == len(text):
            return ""
        return "" if "\n" in match[0] and _is_wide(text[start - 1]) and _is_wide(text[end]) else " "

    return _SPACE.sub(shown, text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _list_mark(item: Element, counted: Counter[Element]) -> str:
    """The number a browser puts before an item of a numbered list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or parent.get("type") not in (None, "1"):
        return ""
    if "none" in (parent.get("style") or ""):
        return ""
    counted[parent] += 1
    first = parent.get("start") or ""
    return f"{counted[parent] - 1 + (int(first) if _NUMBER.fullmatch(first) else 1)}. "


def is_data_table(table: Element) -> bool:
    """Whether a table holds data: rows and columns, no table inside, no page in one cell.

    Old sites lay out whole pages with tables; those have one column, nest, or keep most of
    their text as many paragraphs in one cell.
    """
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = _rows(table)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    sizes = [(len("".join(cell.itertext())), cell) for row in rows for cell in row]
    largest, cell = max(sizes, key=lambda pair: pair[0])
    paragraphs = sum(1 for _ in cell.iterdescendants("p", "div", "br"))
    return not (largest > 1000 and largest > 0.6 * sum(size for size, _ in sizes) and paragraphs >= 5)


def _rows(table: Element) -> list[list[Element]]:
    rows = (
        [cell for cell in row if cell.tag in ("td", "th") and not _is_unseen(cell)]
        for row in table.iter("tr")
        if not _is_unseen(row)
    )
    return [row for row in rows if row]


def _grid(table: Element) -> Grid:
    """Cells by the table model of HTML (4.9.12), merged cells once."""
    rows = _rows(table)
    free_from: dict[int, int] = {}  # column -> first row in which no cell from above reaches
    cells: list[GridCell] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while free_from.get(column, 0) > number:
                column += 1
            left = len(rows) - number
            down = min(_span(cell, "rowspan", left) or left, left)
            across = max(_span(cell, "colspan", _MAX_COLUMN_SPAN), 1)
            free_from.update((column + i, number + down) for i in range(across))
            cells.append(GridCell(number, column, text_of(cell), down, across))
            column += across
    return Grid(tuple(cells))


def _span(cell: Element, name: str, largest: int) -> int:
    value = cell.get(name) or "1"
    return min(int(value), largest) if _NUMBER.fullmatch(value) else 1
