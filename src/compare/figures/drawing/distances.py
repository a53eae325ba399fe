"""How far values are from a mark, line by line: the larger the sign, the more there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.counted import draw_counted
from compare.figures.drawing.page.frame import Page
from compare.figures.drawing.page.panels import Name, PanelRow, draw_panel_row, make_panel_rows
from compare.figures.drawing.style import INK
from compare.figures.drawing.text.small_text import Writing
from compare.model import Comparator

WORDS = 64.0
FOOT = 16.0


def distance_panel(names: Sequence[Name], distances: Mapping[str, Sequence[float]]) -> PanelRow[str]:
    """One panel with a line for each name; behind it how many of its distances are above, on, below zero."""
    (made,) = make_panel_rows(
        ("",),
        names,
        head=lambda _, width: Writing(),
        words=lambda _, key: Writing(note=(_balance(distances[key]),)),
        across=1,
        words_width=WORDS,
        foot=FOOT,
    )
    return made


def _balance(distances: Sequence[float]) -> str:
    above, below = sum(one > 0 for one in distances), sum(one < 0 for one in distances)
    return f"+{above}  ={len(distances) - above - below}  \N{MINUS SIGN}{below}"


def draw_distances(
    page: Page, panel: PanelRow[str], distances: Mapping[str, Sequence[float]], label: str
) -> None:
    top = draw_panel_row(page, panel, page.top)
    axes = page.data_axes(panel.left(0), top, panel.axis_width, panel.lines_height)
    places: Counter[tuple[float, float, Comparator]] = Counter()
    y = 0.0
    for line in panel.lines:
        for one in distances[line.key]:
            places[round(one, 6), y + line.height / 2, Comparator.EQ] += 1
        y += line.height
    ends = [min(0.0, *(x for x, _, _ in places)), max(0.0, *(x for x, _, _ in places))]
    set_scale(axes, ends, False, panel.axis_width)
    axes.set_xlim(ends[0] - 2, ends[1] + 2)
    axes.axvline(0, color=INK, linewidth=1.2, zorder=1)
    draw_counted(axes, places, max(places.values()))
    axes.set_ylim(y, 0)
    axes.set_xlabel(label, labelpad=1.5)
    bare(axes)
