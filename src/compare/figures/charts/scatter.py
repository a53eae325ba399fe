"""What plans ask for against a figure of their regions: one point a region, named, no line through them.

Only where a researcher put figures into ``data/context``.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.ticker import FuncFormatter, MaxNLocator

from compare.figures.content.region_sets import RegionSet, region_sets
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.page.frame import MARGIN, Page, open_page
from compare.figures.drawing.page.region_page import Words, region_surround
from compare.figures.drawing.style import ACCENT, FAINT, INK, RULE, SIZE_NOTE, WIDTH, style
from compare.tables.words.labels import Labels, Lang, format_number

NAME = "scatter"
TABLES = ("beside_regions", "plans")
#: Of fewer regions there is nothing to see.
LEAST = 4
SAID = Words("figures.scatter_title", "figures.scatter_note", "figures.scatter_alt")

HEIGHT = 240.0
LEFT = 56.0
RIGHT = 70.0
FOOT = 30.0


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """A chart for each quantity and figure of four regions or more; none without figures of regions."""
    with style():
        return tuple(
            _chart(one, labels, lang)
            for one in region_sets(tables["beside_regions"], tables["plans"], labels, lang, LEAST)
        )


def _chart(one: RegionSet, labels: Labels, lang: Lang) -> Chart:
    sentences = (
        labels.word(
            "figures.scatter_value",
            lang,
            region=point.name,
            value=format_number(point.value),
            figure=format_number(point.figure),
        )
        for point in one.points
    )
    around = region_surround(one, SAID, sentences, labels, lang)
    page = open_page(f"{NAME}-{one.key}", around, HEIGHT, one.frame)
    unit = labels.unit(one.unit, lang)
    _draw(page, one, f"{one.variable} ({one.figure_unit})" if one.figure_unit else one.variable, unit)
    return page.chart


def _draw(page: Page, one: RegionSet, across: str, up: str) -> None:
    width = WIDTH - 2 * MARGIN - LEFT - RIGHT
    axes = page.data_axes(MARGIN + LEFT, page.top + 6, width, HEIGHT - FOOT - 6)
    axes.margins(x=0.06)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(_plain))
    axes.yaxis.set_major_formatter(FuncFormatter(_plain))
    axes.set_ylim(0, 1.08 * max(point.value for point in one.points))
    axes.set_xlabel(across, labelpad=2)
    axes.set_ylabel(up, labelpad=3)
    axes.tick_params(length=2.5, width=0.6, pad=2, color=FAINT)
    axes.grid(color=RULE, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    for point in one.points:
        axes.plot(
            [point.figure], [point.value], marker="o", markersize=5, color=ACCENT, clip_on=False, zorder=3
        )
        axes.annotate(
            point.name,
            (point.figure, point.value),
            xytext=(5, 0),
            textcoords="offset points",
            fontsize=SIZE_NOTE,
            color=INK,
            va="center",
        )


def _plain(value: float, _: object) -> str:
    return format_number(round(value, 9))
