"""Axes of values: limits, scale and ticks whose labels stand apart."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator

from compare.figures.drawing.style import FAINT, RULE, SIZE_NOTE
from compare.figures.drawing.text import measuring
from compare.tables.words.labels import format_number

TICK_GAP = 5.0
# Axes at least this wide have room for more ticks.
WIDE_AXIS = 150.0
# Values that span more than this are drawn on a logarithmic axis: the small ones must not look like zero.
WIDE_SPAN = 50.0


def spans_decades(values: Sequence[float]) -> bool:
    """Whether the axis of these values is logarithmic."""
    low, high = min(values), max(values)
    return low > 0 and high / low >= WIDE_SPAN


def set_scale(axes: Axes, values: Sequence[float], share: bool, width: float) -> bool:
    """Set limits and ticks of the x axis for ``values``; returns whether it is logarithmic.

    It starts at zero unless logarithmic and, for a ``share`` in per cent, ends at 100. ``width``
    is that of the axes in points.
    """
    low, high = min(values), max(values)
    logarithmic = spans_decades(values)
    if logarithmic:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        ticks = [10.0**power for power in range(first, last + 1)]
        axes.set_xscale("log")
        axes.xaxis.set_minor_locator(NullLocator())
    elif share and low >= 0 and high <= 100:
        ticks = [0.0, 25.0, 50.0, 75.0, 100.0] if width >= WIDE_AXIS else [0.0, 50.0, 100.0]
    else:
        locator = MaxNLocator(nbins=4 if width >= WIDE_AXIS else 2, steps=[1, 2, 2.5, 5, 10])
        ticks = [float(tick) for tick in locator.tick_values(min(0.0, low), high) if tick >= 0 or low < 0]
    axes.set_xlim(ticks[0], max(high, ticks[-1]))
    axes.set_xticks(_legible(ticks, width, logarithmic))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: format_number(round(value, 9))))
    return logarithmic


def bare(axes: Axes) -> None:
    """Leave of the axes only the ticks of x and fine upright lines at them."""
    axes.tick_params(axis="x", length=2.5, width=0.6, pad=2, color=FAINT)
    axes.set_yticks([])
    axes.yaxis.set_visible(False)
    axes.grid(axis="x", color=RULE, linewidth=0.5, clip_on=False)
    axes.set_axisbelow(True)
    axes.patch.set_visible(False)
    axes.spines[:].set_visible(False)


def _legible(ticks: Sequence[float], width: float, logarithmic: bool) -> list[float]:
    """Every tick, or every second, third …, so that their labels stand apart on ``width`` points."""
    places = [math.log10(tick) for tick in ticks] if logarithmic else list(ticks)
    scale = width / (places[-1] - places[0]) if places[-1] > places[0] else 0.0
    widths = [measuring.width(format_number(tick), SIZE_NOTE) for tick in ticks]
    for step in range(1, len(ticks)):
        kept = range(0, len(ticks), step)
        apart = [
            (places[b] - places[a]) * scale - (widths[a] + widths[b]) / 2 for a, b in itertools.pairwise(kept)
        ]
        if min(apart) >= TICK_GAP:
            return [ticks[index] for index in kept]
    return [ticks[0]]
