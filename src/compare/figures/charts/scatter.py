"""What plans ask for against a figure of their regions: one point a region, named, no line through them.

Only where a researcher put figures into ``data/context``.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.ticker import FuncFormatter, MaxNLocator

from compare.figures.content.plans_shown import source_line
from compare.figures.content.region_sets import RegionSet, region_notes, region_sets, region_subtitle
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Page, open_page, surround
from compare.figures.drawing.style import ACCENT, FAINT, INK, RULE, SIZE_NOTE, WIDTH, style
from compare.tables.labels import Labels, Lang, format_number

NAME = "scatter"
TABLES = ("beside_regions", "plans")
#: Of fewer regions there is nothing to see.
LEAST = 4

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
    indicator = labels.indicator(one.indicator, lang)
    title = labels.word("figures.scatter_title", lang, indicator=indicator, variable=one.variable)
    listed = labels.word("figures.list_separator", lang).join(
        labels.word(
            "figures.scatter_value",
            lang,
            region=point.name,
            value=format_number(point.value),
            figure=format_number(point.figure),
        )
        for point in one.points
    )
    caption = Caption(
        title=title,
        subtitle=region_subtitle(one, labels, lang),
        notes=(labels.word("figures.scatter_note", lang), *region_notes(one, labels, lang)),
        source=source_line(one.plans, labels, lang),
        alt=labels.word("figures.scatter_alt", lang, title=title, values=listed),
    )
    page = open_page(f"{NAME}-{one.key}", surround(caption, Key((), ()), labels, lang), HEIGHT, one.frame)
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
