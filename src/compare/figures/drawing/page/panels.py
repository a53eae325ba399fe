"""Small multiples: rows of panels side by side that share the names of their lines.

A row of panels is measured before it is drawn, so that lines are as high as their longest text needs and
a row too tall for a page can be split between lines.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from compare.figures.drawing.page.frame import MARGIN, Page
from compare.figures.drawing.style import FAINT, SIZE_BODY, SIZE_NOTE, WIDTH
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import ASIDE_GAP, Writing, write_down

P = TypeVar("P")

ROOM = WIDTH - 2 * MARGIN
GUTTER = 14.0
WIDEST_NAME = 100.0
AXIS_GAP = 9.0
SPACE = 6.0
PAD = 1.8
# With more lines than this they are set closer.
ROOMY = 20
DENSE_PAD = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a row: ``key`` finds its values in the panels, ``aside`` stands behind it in small type."""

    key: str
    name: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line in all panels of a row: its name and, panel by panel, what is written beside the axis."""

    key: str
    name: Writing
    words: tuple[Writing, ...]
    height: float


@dataclass(frozen=True, slots=True)
class PanelRow(Generic[P]):
    """Panels side by side with the same lines; ``words_width`` is the column beside each axis."""

    panels: tuple[P, ...]
    heads: tuple[Writing, ...]
    lines: tuple[Line, ...]
    name_width: float
    panel_width: float
    words_width: float
    foot: float

    @property
    def head_height(self) -> float:
        return max(head.height for head in self.heads) + PAD

    @property
    def lines_height(self) -> float:
        return sum(line.height for line in self.lines)

    @property
    def height(self) -> float:
        return self.head_height + self.lines_height + self.foot + SPACE

    @property
    def axis_width(self) -> float:
        return self.panel_width - self.words_width - AXIS_GAP

    def left(self, index: int) -> float:
        """Left edge of a panel on the page."""
        return MARGIN + self.name_width + index * (self.panel_width + GUTTER)

    def words_left(self, index: int) -> float:
        return self.left(index) + self.panel_width - self.words_width


def make_panel_rows(
    panels: Sequence[P],
    names: Sequence[Name],
    head: Callable[[P, float], Writing],
    words: Callable[[P, str], Writing],
    across: int,
    words_width: float,
    foot: float,
) -> list[PanelRow[P]]:
    """Lay ``panels`` out ``across`` a page. ``head`` writes a panel's title to a width, ``words``
    what stands beside its axis in the line of a key; ``foot`` is the height below the lines.
    """
    across = min(across, len(panels))
    name_width = min(max((_width(name) for name in names), default=0.0), WIDEST_NAME) + AXIS_GAP
    width = (ROOM - name_width - GUTTER * (across - 1)) / max(across, 1)
    pad = PAD if len(names) <= ROOMY else DENSE_PAD
    made: list[PanelRow[P]] = []
    for start in range(0, len(panels), max(across, 1)):
        part = tuple(panels[start : start + across])
        lines: list[Line] = []
        for name in names:
            written = write_down(name_width - AXIS_GAP, name.name, aside=name.aside)
            beside = tuple(words(panel, name.key) for panel in part)
            height = max(writing.height for writing in (written, *beside)) + 2 * pad
            lines.append(Line(name.key, written, beside, height))
        heads = tuple(head(panel, width) for panel in part)
        made.append(PanelRow(part, heads, tuple(lines), name_width, width, words_width, foot))
    return made


def _width(name: Name) -> float:
    aside = ASIDE_GAP + measuring.width(name.aside, SIZE_NOTE) if name.aside else 0.0
    return measuring.width(name.name, SIZE_BODY) + aside


def paginate(made: Sequence[PanelRow[P]], room: float) -> list[list[PanelRow[P]]]:
    """Fill pages of ``room`` points; a row too tall for a page is split between lines."""
    pages: list[list[PanelRow[P]]] = [[]]
    left = room
    for whole in made:
        for row in _split(whole, room):
            if pages[-1] and row.height > left:
                pages.append([])
                left = room
            pages[-1].append(row)
            left -= row.height
    return pages


def _split(row: PanelRow[P], room: float) -> list[PanelRow[P]]:
    """The row in as few parts as fit into ``room`` points each, with about as many lines each."""
    fixed = row.height - row.lines_height
    count = 1
    while True:
        size = math.ceil(len(row.lines) / count)
        parts = [row.lines[start : start + size] for start in range(0, len(row.lines), size)]
        if size <= 1 or all(fixed + sum(line.height for line in lines) <= room for lines in parts):
            return [replace(row, lines=lines) for lines in parts]
        count += 1


def draw_panel_row(page: Page, row: PanelRow[P], top: float, indent: float = 0.0) -> float:
    """Draw the heads, names, words and rules of a row; returns the y of its first line."""
    first = top + row.head_height
    for index, head in enumerate(row.heads):
        left = row.left(index)
        head.put(page, left, first - PAD - head.height)
        page.rule(first, left, left + row.panel_width, FAINT)
    y = first
    for line in row.lines:
        middle = y + line.height / 2
        line.name.put(page, MARGIN, middle - line.name.height / 2)
        for index, words in enumerate(line.words):
            words.put(page, row.words_left(index) + indent, middle - words.height / 2)
        y += line.height
        page.rule(y, right=row.left(len(row.panels) - 1) + row.panel_width)
    return first
