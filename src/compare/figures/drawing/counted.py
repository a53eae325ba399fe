"""Marks that stand for several plans, drawn by seaborn: the larger, the more of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from compare.figures.drawing.style import ACCENT, COMPARATORS
from compare.model import Comparator

#: Areas of the mark of one plan and of as many as there are.
SIZES = (14.0, 110.0)


def draw_counted(axes: Axes, places: Mapping[tuple[float, float, Comparator], int], most: int) -> None:
    """Marks at (x, y), each in the shape of its comparator; ``most`` is what the largest one counts."""
    for sign in dict.fromkeys(key[2] for key in places):
        marker = COMPARATORS[Comparator.EQ if sign is Comparator.RANGE else sign]
        here = sorted((x, y, count) for (x, y, other), count in places.items() if other is sign)
        sns.scatterplot(
            pd.DataFrame(here, columns=["x", "y", "plans"]),
            x="x",
            y="y",
            size="plans",
            sizes=SIZES,
            size_norm=(1, max(2, most)),
            marker=marker.symbol,
            facecolor=ACCENT if marker.filled else "none",
            edgecolor=ACCENT,
            alpha=0.75,
            legend=False,
            clip_on=False,
            ax=axes,
        )
    axes.set(xlabel="", ylabel="")
