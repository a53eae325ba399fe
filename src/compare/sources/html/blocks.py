"""A parsed web page -> its blocks in order: lines of text, data tables, and what is not read.

Hidden and struck-through text, and the marks of notes, follow their line as furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from compare.sources.html.lists import list_mark
from compare.sources.html.looks import Looks
from compare.sources.html.shown_text import FIELDS, all_text, field_text, laid_out, on_one_line
from compare.sources.html.tables import grid_of, is_data_table, row_of_divs, rows_of_divs
from compare.sources.layout import Grid, GridCell, Line, is_note_mark
from compare.sources.wrapping import soft_ends

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
    script style noscript template head svg math object embed applet audio video canvas map
    button datalist rp rt
    """.split()  # noqa: SIM905 (reads better than 40 strings)
)
_TELLING = re.compile(r"\d.*[一-龥]|[一-龥].*\d")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block, the element it stands in, and how many of its characters are links.

    ``broken`` tells that a line break ended it, inside an element that goes on.
    """

    content: Line | Grid
    element: Element
    characters: int
    links: int
    broken: bool = False


def page_blocks(root: Element, looks: Looks) -> list[PageBlock]:
    """All blocks below ``root``; tables that only lay out the page are looked into."""
    return _without_soft_breaks(list(_Walk(root, looks, tables=True).blocks()))


def text_of(element: Element, looks: Looks) -> str:
    """The visible text of an element, one line per block in it."""
    blocks = _without_soft_breaks(list(_Walk(element, looks, tables=False).blocks()))
    return "\n".join(
        b.content.text for b in blocks if isinstance(b.content, Line) and not b.content.furniture
    )


class _Walk:
    """Walks without recursion: pages nest as deep as they like."""

    def __init__(self, root: Element, looks: Looks, *, tables: bool) -> None:
        self._root, self._looks, self._tables = root, looks, tables
        self._buffer: list[str] = []
        self._apart: list[tuple[str, str]] = []  # what is not read of the line at hand
        self._links = 0  # characters of the buffer that are inside <a>
        self._in_link = self._in_pre = 0
        self._owner = root
        self._counted: Counter[Element] = Counter()
        self._done: set[Element] = set()  # rows of divs already read with the first of them

    def blocks(self) -> Iterator[PageBlock]:
        walk = etree.iterwalk(self._root, events=("start", "end"))
        skipped = None
        for event, element in walk:
            if event == "start":
                aside = list(self._aside(element)) if element is not self._root else None
                if aside is not None and self._is_aside(element):
                    yield from aside
                    skipped = element
                    walk.skip_subtree()
                else:
                    yield from self._start(element)
                continue
            if element is skipped:
                skipped = None
            else:
                yield from self._end(element)
            if element is not self._root:
                yield from self._take(element.tail)
        yield from self._flush()

    # -- elements that are read as a whole, or not at all ---------------------------

    def _is_aside(self, element: Element) -> bool:
        return (
            element.tag in _UNSEEN
            or element.tag in FIELDS
            or element.tag == "iframe"
            or element in self._done
            or bool(self._looks.why_unread(element))
            or self._is_mark(element)
            or (self._tables and element.tag == "table" and is_data_table(element, self._is_shown))
            or (self._tables and bool(row_of_divs(element)))
        )

    def _aside(self, element: Element) -> Iterator[PageBlock]:
        """What stands for an element that is not walked into."""
        reason = "" if element.tag in _UNSEEN else self._looks.why_unread(element)
        if reason or self._is_mark(element):
            text = on_one_line(all_text(element))
            if text:
                self._apart.append((text, reason or "note mark"))
        elif element.tag in FIELDS:
            yield from self._take(field_text(element))
        elif element.tag == "iframe":
            yield from self._flush()
            yield from _of_frame(element, self._looks)
        elif self._tables and element.tag == "table" and is_data_table(element, self._is_shown):
            yield from self._flush()
            yield from self._table(element)
        elif self._tables and element not in self._done and row_of_divs(element):
            yield from self._flush()
            yield from self._rows(element)

    def _is_shown(self, element: Element) -> bool:
        return element.tag not in _UNSEEN and not self._looks.why_unread(element)

    def _is_mark(self, element: Element) -> bool:
        """A raised mark, or a link to a place of this page, that leads to a note."""
        is_call = element.tag == "a" and (element.get("href") or "").startswith("#") and self._buffer
        if element.tag != "sup" and not is_call:
            return False
        text = "".join(element.itertext())
        if is_call and text.strip().isdecimal() and element.find("sup") is None:
            return False  # a plain number that is a link may be the plan's own
        return is_note_mark("".join(self._buffer[-3:]), text)

    def _table(self, table: Element) -> Iterator[PageBlock]:
        def text(element: Element) -> str:
            return text_of(element, self._looks)

        for caption in table.iterchildren("caption"):
            if line := text(caption):
                yield PageBlock(Line(line), caption, len(line), 0)
        grid = grid_of(table, self._is_shown, text)
        links = sum(len("".join(a.itertext()).strip()) for a in table.iter("a"))
        yield PageBlock(grid, table, sum(len(cell.text) for cell in grid.cells), links)
        for element in table.iter():
            if isinstance(element.tag, str) and element.tag not in _UNSEEN:
                reason = self._looks.why_unread(element)
                unread = on_one_line(all_text(element)) if reason else ""
                if unread:
                    yield PageBlock(Line(unread, reason), table, 0, 0)

    def _rows(self, first: Element) -> Iterator[PageBlock]:
        """Rows of divs: a grid; a single row of a name and its value is one line."""
        rows = list(rows_of_divs(first))
        self._done.update(cells[0].getparent() for cells in rows)
        texts = [[text_of(cell, self._looks) for cell in cells] for cells in rows]
        size = sum(len(text) for row in texts for text in row)
        if len(rows) > 1:
            cells = (GridCell(r, c, text) for r, row in enumerate(texts) for c, text in enumerate(row))
            yield PageBlock(Grid(tuple(cells)), first, size, 0)
        elif size:
            yield PageBlock(Line(" ".join(texts[0]).replace("\n", " ")), first, size, 0)

    # -- elements that are walked into ------------------------------------------------

    def _start(self, element: Element) -> Iterator[PageBlock]:
        tag = element.tag
        if tag == "br":
            yield from self._flush(broken=True)
        elif tag in _BLOCK and not self._goes_on(element):
            yield from self._flush()
        if tag in _BLOCK:
            self._owner = element
        self._in_link += tag == "a"
        self._in_pre += tag == "pre"
        if tag == "li":
            parent = element.getparent()
            style = self._looks.style(parent) if parent is not None else ""
            self._buffer.append(list_mark(element, style, self._counted))
        elif tag == "img" and _TELLING.search(element.get("alt") or ""):
            self._apart.append((on_one_line(element.get("alt")), "text of a picture"))
        yield from self._take(element.text)

    def _goes_on(self, element: Element) -> bool:
        """A definition stands on the line of its term."""
        before = element.getprevious() if element.tag == "dd" else None
        if before is None or before.tag != "dt" or not "".join(self._buffer).strip():
            return False
        self._buffer.append(" ")
        return True

    def _end(self, element: Element) -> Iterator[PageBlock]:
        tag = element.tag
        following = element.getnext() if tag == "dt" else None
        if tag in _BLOCK and (following is None or following.tag != "dd"):
            yield from self._flush()
            self._owner = element.getparent() if element is not self._root else self._root
        self._in_link -= tag == "a"
        self._in_pre -= tag == "pre"

    def _take(self, text: str | None) -> Iterator[PageBlock]:
        if not text:
            return
        pieces = text.replace("\r\n", "\n").split("\n") if self._in_pre else [text]
        for number, piece in enumerate(pieces):
            if number:
                yield from self._flush(broken=True)
            self._buffer.append(piece)
            if self._in_link:
                self._links += len(piece.strip())

    def _flush(self, *, broken: bool = False) -> Iterator[PageBlock]:
        text = laid_out("".join(self._buffer))
        self._buffer.clear()
        if text and not text.isspace():
            yield PageBlock(Line(text), self._owner, len(text), self._links, broken)
        self._links = 0
        if not broken:
            apart, self._apart = self._apart, []
            yield from (PageBlock(Line(words, reason), self._owner, 0, 0) for words, reason in apart)


def _without_soft_breaks(blocks: list[PageBlock]) -> list[PageBlock]:
    """Lines that were broken in mid-sentence, by hand or by width, put together."""
    done: list[PageBlock] = []
    start = 0
    while start < len(blocks):
        end = start
        while end + 1 < len(blocks) and blocks[end].broken:
            end += 1
        done += _joined(blocks[start : end + 1])
        start = end + 1
    return done


def _joined(blocks: list[PageBlock]) -> list[PageBlock]:
    texts = [block.content.text for block in blocks if isinstance(block.content, Line)]
    if len(texts) < len(blocks):
        return blocks
    done: list[PageBlock] = []
    goes_on = False
    for block, soft in zip(blocks, soft_ends(texts), strict=True):
        if goes_on and isinstance(block.content, Line) and isinstance(done[-1].content, Line):
            text = done[-1].content.text.rstrip() + block.content.text.lstrip()
            done[-1] = replace(
                done[-1], content=Line(text), characters=len(text), links=done[-1].links + block.links
            )
        else:
            done.append(block)
        goes_on = soft
    return done


def _of_frame(frame: Element, looks: Looks) -> Iterator[PageBlock]:
    """The page written into a frame; one in another file is not at hand."""
    page = frame.get("srcdoc")
    if page:
        inner = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
        if inner is not None:
            yield from (replace(block, element=frame) for block in page_blocks(inner, looks))
