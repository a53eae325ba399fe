"""Small multiples in strips: panels side by side that share the names of their rows.

A strip is measured before it is drawn, so that rows are as high as their longest text needs and
a strip too tall for a page can be split between rows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from compare.figures.drawing import text_width
from compare.figures.drawing.frame import MARGIN, Page
from compare.figures.drawing.small_text import ASIDE_GAP, Writing, write_down
from compare.figures.drawing.style import FAINT, SIZE_BODY, SIZE_NOTE, WIDTH

P = TypeVar("P")

ROOM = WIDTH - 2 * MARGIN
GUTTER = 14.0
WIDEST_NAME = 106.0
AXIS_GAP = 9.0
SPACE = 8.0
PAD = 3.0
# With more rows than this they are set closer.
ROOMY = 20
DENSE_PAD = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a row: ``key`` finds its values in the panels, ``aside`` stands behind it in small type."""

    key: str
    name: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row in all panels of a strip: its name and, panel by panel, what is written beside the axis."""

    key: str
    name: Writing
    words: tuple[Writing, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Strip(Generic[P]):
    """Panels side by side with the same rows; ``words_width`` is the column beside each axis."""

    panels: tuple[P, ...]
    heads: tuple[Writing, ...]
    rows: tuple[Row, ...]
    name_width: float
    panel_width: float
    words_width: float
    foot: float

    @property
    def head_height(self) -> float:
        return max(head.height for head in self.heads) + PAD

    @property
    def rows_height(self) -> float:
        return sum(row.height for row in self.rows)

    @property
    def height(self) -> float:
        return self.head_height + self.rows_height + self.foot + SPACE

    @property
    def axis_width(self) -> float:
        return self.panel_width - self.words_width - AXIS_GAP

    def left(self, index: int) -> float:
        """Left edge of a panel on the page."""
        return MARGIN + self.name_width + index * (self.panel_width + GUTTER)

    def words_left(self, index: int) -> float:
        return self.left(index) + self.panel_width - self.words_width


def make_strips(
    panels: Sequence[P],
    names: Sequence[Name],
    head: Callable[[P, float], Writing],
    words: Callable[[P, str], Writing],
    across: int,
    words_width: float,
    foot: float,
) -> list[Strip[P]]:
    """Lay ``panels`` out ``across`` a page. ``head`` writes a panel's title to a width, ``words``
    what stands beside its axis in the row of a key; ``foot`` is the height below the rows.
    """
    across = min(across, len(panels))
    name_width = min(max((_width(name) for name in names), default=0.0), WIDEST_NAME) + AXIS_GAP
    width = (ROOM - name_width - GUTTER * (across - 1)) / max(across, 1)
    pad = PAD if len(names) <= ROOMY else DENSE_PAD
    strips: list[Strip[P]] = []
    for start in range(0, len(panels), max(across, 1)):
        part = tuple(panels[start : start + across])
        rows: list[Row] = []
        for name in names:
            written = write_down(name_width - AXIS_GAP, name.name, aside=name.aside)
            beside = tuple(words(panel, name.key) for panel in part)
            height = max(writing.height for writing in (written, *beside)) + 2 * pad
            rows.append(Row(name.key, written, beside, height))
        heads = tuple(head(panel, width) for panel in part)
        strips.append(Strip(part, heads, tuple(rows), name_width, width, words_width, foot))
    return strips


def _width(name: Name) -> float:
    aside = ASIDE_GAP + text_width.width(name.aside, SIZE_NOTE) if name.aside else 0.0
    return text_width.width(name.name, SIZE_BODY) + aside


def paginate(strips: Sequence[Strip[P]], room: float) -> list[list[Strip[P]]]:
    """Fill pages of ``room`` points; a strip too tall for a page is split between rows."""
    pages: list[list[Strip[P]]] = [[]]
    left = room
    for whole in strips:
        for strip in _split(whole, room):
            if pages[-1] and strip.height > left:
                pages.append([])
                left = room
            pages[-1].append(strip)
            left -= strip.height
    return pages


def _split(strip: Strip[P], room: float) -> list[Strip[P]]:
    """The strip in as few parts as fit into ``room`` points each, with about as many rows each."""
    fixed = strip.height - strip.rows_height
    count = 1
    while True:
        size = math.ceil(len(strip.rows) / count)
        parts = [strip.rows[start : start + size] for start in range(0, len(strip.rows), size)]
        if size <= 1 or all(fixed + sum(row.height for row in rows) <= room for rows in parts):
            return [replace(strip, rows=rows) for rows in parts]
        count += 1


def draw_strip(page: Page, strip: Strip[P], top: float, indent: float = 0.0) -> float:
    """Draw the heads, names, words and rules of a strip; returns the y of its first row."""
    first = top + strip.head_height
    for index, head in enumerate(strip.heads):
        left = strip.left(index)
        head.put(page, left, first - PAD - head.height)
        page.rule(first, left, left + strip.panel_width, FAINT)
    y = first
    for row in strip.rows:
        middle = y + row.height / 2
        row.name.put(page, MARGIN, middle - row.name.height / 2)
        for index, words in enumerate(row.words):
            words.put(page, strip.words_left(index) + indent, middle - words.height / 2)
        y += row.height
        page.rule(y, right=strip.left(len(strip.panels) - 1) + strip.panel_width)
    return first
