"""The page around every figure: title, scope, key, notes and source, laid out by measured text.

A page is one axes over the whole figure whose units are points, x to the right from the left
edge and y downwards from the top. Bodies are drawn on it between ``top`` and ``bottom``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd
from matplotlib.axes import Axes

from compare.figures.content.cell_text import Cell
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.marks import MARKER_SIZE, draw_marker, draw_range, draw_status
from compare.figures.drawing.style import (
    ACCENT,
    INK,
    MUTED,
    RULE,
    SIZE_NOTE,
    SIZE_SUBTITLE,
    SIZE_TITLE,
    WIDTH,
    style,
)
from compare.figures.drawing.text import measuring
from compare.model import Comparator, Status
from compare.tables.words.labels import Labels, Lang

MARGIN = 4.0
GAP = 7.0
KEY_HEIGHT = 15.0
SWATCH = 10.0


@dataclass(frozen=True, slots=True)
class Key:
    """What the legend explains: the comparators and the statuses that are drawn, no others."""

    comparators: tuple[Comparator, ...]
    statuses: tuple[Status, ...]

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Key:
        """The key of what ``cells`` hold. ``stated`` needs no swatch: its value is its sign."""
        seen = list(cells)
        comparators = {cell.comparator for cell in seen if cell.values and cell.comparator}
        comparators |= {variant.comparator for cell in seen for variant in cell.variants}
        statuses = {cell.status for cell in seen} - {Status.STATED}
        return cls(
            tuple(code for code in Comparator if code in comparators),
            tuple(code for code in Status if code in statuses),
        )


#: The legend of a figure that needs none.
NO_KEY = Key((), ())


@dataclass(frozen=True, slots=True)
class Page:
    """A chart with its page axes and the room for the body (points from the top)."""

    chart: Chart
    axes: Axes
    top: float
    bottom: float

    def write(
        self,
        x: float,
        y: float,
        lines: Iterable[str],
        size: float,
        color: str = INK,
        align: Literal["left", "center", "right"] = "left",
        on: float | None = None,
    ) -> float:
        """Write ``lines`` downwards from the top ``y``; returns the y below the last line.

        ``on`` is the size of type whose base line is shared, where text stands beside larger text.
        """
        size_of_line = on or size
        for line in lines:
            # The base line sits where a line of LINE_HEIGHT looks vertically centred.
            base = y + size_of_line * (measuring.LINE_HEIGHT / 2 + 0.36)
            self.axes.text(x, base, line, fontsize=size, color=color, ha=align, va="baseline")
            y += size_of_line * measuring.LINE_HEIGHT
        return y

    def rule(self, y: float, left: float = MARGIN, right: float = WIDTH - MARGIN, color: str = RULE) -> None:
        self.axes.plot([left, right], [y, y], color=color, linewidth=0.6, solid_capstyle="butt", zorder=0.5)

    def data_axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Axes for data at a place of the page given in points."""
        total = self.axes.get_ylim()[0]
        return self.chart.add_axes((left / WIDTH, 1 - (top + height) / total, width / WIDTH, height / total))


@dataclass(frozen=True, slots=True)
class Surround:
    """The text around a body, broken into lines, so that its height is known before drawing."""

    caption: Caption
    key: tuple[tuple[tuple[float, float, Comparator | Status, str], ...], float]
    lines: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

    @property
    def above(self) -> float:
        title, subtitle, _ = self.lines
        return (
            MARGIN
            + measuring.height(len(title), SIZE_TITLE)
            + measuring.height(len(subtitle), SIZE_SUBTITLE)
            + GAP
            + self.key[1]
        )

    @property
    def below(self) -> float:
        return GAP + measuring.height(len(self.lines[2]), SIZE_NOTE) + MARGIN


def surround(caption: Caption, key: Key, labels: Labels, lang: Lang) -> Surround:
    room = WIDTH - 2 * MARGIN
    foot = [
        line for part in (*caption.notes, caption.source) for line in measuring.wrap(part, SIZE_NOTE, room)
    ]
    return Surround(
        caption=caption,
        key=_key_layout(key, labels, lang),
        lines=(
            tuple(measuring.wrap(caption.title, SIZE_TITLE, room)),
            tuple(measuring.wrap(caption.subtitle, SIZE_SUBTITLE, room)),
            tuple(foot),
        ),
    )


def titled(title: str, number: int, count: int, labels: Labels, lang: Lang) -> str:
    """The title of one of several pages: ``Beds (2/3)``."""
    return title + labels.word("figures.page", lang, page=number, pages=count) if count > 1 else title


def named(name: str, number: int, count: int) -> str:
    """The name of a chart that is one of several pages."""
    return f"{name}-{number}" if count > 1 else name


def open_page(name: str, around: Surround, body: float, data: pd.DataFrame) -> Page:
    """A chart with room for ``body`` points, its surround already drawn."""
    chart = Chart(name=name, caption=around.caption, data=data, figsize=_size(around, body))
    return _surrounded(chart, around, body)


def page_later(
    name: str,
    around: Surround,
    body: float,
    data: pd.DataFrame,
    shown: object,
    draw: Callable[[Page], object],
) -> Chart:
    """A chart as by :func:`open_page` that is drawn when it is looked at. ``draw`` draws nothing but
    ``shown``, whose ``repr`` tells it from all else, in points from ``page.top``."""

    def later(chart: Chart) -> None:
        with style():
            draw(_surrounded(chart, around, body))

    content = hashlib.sha256(repr((around, body, shown)).encode("utf-8")).hexdigest()
    size = _size(around, body)
    return Chart(name=name, caption=around.caption, data=data, content=content, later=later, figsize=size)


def _size(around: Surround, body: float) -> tuple[float, float]:
    return WIDTH / 72, (around.above + body + around.below) / 72


def _surrounded(chart: Chart, around: Surround, body: float) -> Page:
    total = around.above + body + around.below
    axes = chart.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(total, 0)
    axes.axis("off")
    page = Page(chart, axes, around.above, around.above + body)
    title, subtitle, foot = around.lines
    y = page.write(MARGIN, MARGIN, title, SIZE_TITLE)
    y = page.write(MARGIN, y, subtitle, SIZE_SUBTITLE, MUTED) + GAP
    for x, row, code, label in around.key[0]:
        _draw_key(page, x, y + row, code, label)
    page.write(MARGIN, page.bottom + GAP, foot, SIZE_NOTE, MUTED)
    return page


def _key_layout(
    key: Key, labels: Labels, lang: Lang
) -> tuple[tuple[tuple[float, float, Comparator | Status, str], ...], float]:
    """Places of the entries of the key, flowing left to right, and the height they take."""
    entries: list[tuple[Comparator | Status, str]] = [
        *((code, _comparator_label(code, labels, lang)) for code in key.comparators),
        *((code, labels.status(code, lang)) for code in key.statuses),
    ]
    if not entries:
        return (), 0.0
    placed: list[tuple[float, float, Comparator | Status, str]] = []
    x, y = MARGIN, 0.0
    for code, label in entries:
        taken = SWATCH + 4 + measuring.width(label, SIZE_NOTE) + 12
        if x > MARGIN and x + taken > WIDTH:
            x, y = MARGIN, y + KEY_HEIGHT
        placed.append((x, y, code, label))
        x += taken
    return tuple(placed), y + KEY_HEIGHT + GAP


def _comparator_label(code: Comparator, labels: Labels, lang: Lang) -> str:
    word, symbol = labels.comparator(code, lang), labels.symbol(code)
    return word if code is Comparator.RANGE else f"{word} {symbol}"


def _draw_key(page: Page, x: float, y: float, code: Comparator | Status, label: str) -> None:
    middle = y + KEY_HEIGHT / 2
    if isinstance(code, Status):
        draw_status(page.axes, (x, middle - SWATCH / 2, SWATCH, SWATCH), code, solid=True)
    elif code is Comparator.RANGE:
        draw_range(page.axes, x + 1, x + SWATCH - 1, middle, ACCENT, MARKER_SIZE)
    else:
        draw_marker(page.axes, x + SWATCH / 2, middle, code, ACCENT, MARKER_SIZE)
    page.write(x + SWATCH + 4, middle - SIZE_NOTE * measuring.LINE_HEIGHT / 2, [label], SIZE_NOTE, MUTED)
