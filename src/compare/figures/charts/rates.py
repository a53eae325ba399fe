"""How much for each thousand of a figure of the region (older people): regions ranked, one chart a quantity.

Only where a researcher put figures into ``data/context``. Regions without one are named and not drawn.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from compare.figures.content.region_sets import Point, RegionSet, region_sets
from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.page.frame import GAP, MARGIN, Page, open_page
from compare.figures.drawing.page.region_page import Words, region_surround
from compare.figures.drawing.style import ACCENT, FAINT, MUTED, SIZE_NOTE, SIZE_SUBTITLE, WIDTH, style
from compare.figures.drawing.text import measuring
from compare.tables.words.labels import Labels, Lang, format_number

NAME = "rates"
TABLES = ("beside_regions", "plans")
#: Fewer regions are no ranking.
LEAST = 3
SAID = Words("figures.rates_title", "figures.rates_note", "figures.rates_alt")

ROW = 15.0
NAMES = 140.0
WORDS = 96.0
FOOT = 24.0


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """A chart for each quantity of three regions or more with a rate; none without figures of regions."""
    with style():
        return tuple(
            _chart(one, labels, lang)
            for one in region_sets(tables["beside_regions"], tables["plans"], labels, lang, LEAST)
            if all(point.rate is not None for point in one.points)
        )


def _chart(one: RegionSet, labels: Labels, lang: Lang) -> Chart:
    points = sorted(one.points, key=lambda point: (-(point.rate or 0.0), point.name))
    around = region_surround(one, SAID, (_said(point, labels, lang) for point in points), labels, lang)
    page = open_page(f"{NAME}-{one.key}", around, len(points) * ROW + FOOT, one.frame)
    _draw(page, points, labels.unit(one.rate_unit, lang))
    return page.chart


def _draw(page: Page, points: list[Point], unit: str) -> None:
    left = MARGIN + NAMES + GAP
    width, height = WIDTH - MARGIN - WORDS - left, len(points) * ROW
    axes = page.data_axes(left, page.top, width, height)
    axes.set_ylim(height, 0)
    set_scale(axes, [point.rate or 0.0 for point in points], False, width)
    axes.set_xlabel(unit, labelpad=1.5)
    bare(axes)
    first = axes.get_xlim()[0]
    for place, point in enumerate(points):
        middle, rate = (place + 0.5) * ROW, point.rate or 0.0
        axes.plot([first, rate], [middle, middle], color=FAINT, linewidth=0.8, zorder=2)
        axes.plot([rate], [middle], marker="o", markersize=5, color=ACCENT, clip_on=False, zorder=3)
        top = page.top + middle - SIZE_SUBTITLE * measuring.LINE_HEIGHT / 2
        page.write(MARGIN + NAMES, top, [point.name], SIZE_SUBTITLE, align="right")
        words = f"{format_number(float(f'{rate:.3g}'))}  ({format_number(point.value)})"
        page.write(WIDTH - MARGIN - WORDS + GAP, top, [words], SIZE_NOTE, MUTED, on=SIZE_SUBTITLE)


def _said(point: Point, labels: Labels, lang: Lang) -> str:
    rate = format_number(float(f"{point.rate:.3g}"))
    return labels.word("figures.alt_value", lang, plan=point.name, value=rate)
