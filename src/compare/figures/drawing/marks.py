"""How comparators and statuses are drawn, on a page measured in points and on data axes alike."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from compare.figures.content.cell_text import Cell, Variant
from compare.figures.drawing.style import (
    ACCENT,
    ALERT,
    COMPARATORS,
    FAINT,
    MUTED,
    PAPER,
    STATUSES,
)
from compare.model import Comparator, Status

MARKER_SIZE = 5.0
EDGE = 1.0


def draw_marker(
    axes: Axes, x: float, y: float, comparator: Comparator, color: str, size: float, hollow: bool = False
) -> None:
    """One comparator's marker, centred on (x, y); ``hollow`` where the value is derived."""
    style = COMPARATORS[comparator]
    axes.plot(
        [x],
        [y],
        marker=style.symbol,
        markersize=size,
        markerfacecolor=color if style.filled and not hollow else PAPER,
        markeredgecolor=color,
        markeredgewidth=EDGE,
        linestyle="none",
        clip_on=False,
        zorder=4,
    )


def draw_range(axes: Axes, low: float, high: float, y: float, color: str, size: float) -> None:
    """A bar with ends from ``low`` to ``high``."""
    axes.plot([low, high], [y, y], color=color, linewidth=2.2, solid_capstyle="butt", clip_on=False, zorder=3)
    for end in (low, high):
        draw_marker(axes, end, y, Comparator.RANGE, color, size)


def draw_value(axes: Axes, cell: Cell, y: float) -> None:
    """The value of ``cell`` at height ``y`` of an axis of values; nothing at all without a value.

    A contradiction shows both its values, joined by a dotted line; earlier deadlines are small
    faint points on a thin line that leads to the value.
    """
    values = cell.values
    if not values:
        return
    if cell.path:
        steps = [(step.low + step.high) / 2 for step in cell.path]
        axes.plot([*steps, values[0]], [y] * (len(steps) + 1), color=FAINT, linewidth=0.8, zorder=2)
        axes.plot(
            steps,
            [y] * len(steps),
            linestyle="none",
            marker="o",
            markersize=2.6,
            color=FAINT,
            clip_on=False,
            zorder=3,
        )
    if cell.status is Status.CONFLICTING:
        axes.plot(values, [y] * len(values), color=ALERT, linewidth=1.1, linestyle=":", zorder=2)
        sides = cell.variants or [Variant(end, end, cell.comparator or Comparator.EQ) for end in values]
        for side in sides:
            _draw_side(axes, side, y, ALERT)
    else:
        for side in cell.variants or [Variant(values[0], values[-1], cell.comparator or Comparator.EQ)]:
            _draw_side(axes, side, y, ACCENT, cell.status is Status.DERIVED)


def _draw_side(axes: Axes, side: Variant, y: float, color: str, hollow: bool = False) -> None:
    if side.low != side.high:
        draw_range(axes, side.low, side.high, y, color, MARKER_SIZE)
    else:
        plain = Comparator.EQ if side.comparator is Comparator.RANGE else side.comparator
        draw_marker(axes, side.low, y, plain, color, MARKER_SIZE, hollow)


def draw_status(
    page: Axes, box: Sequence[float], status: Status, middle: float | None = None, solid: bool = False
) -> None:
    """The field of a status in ``box`` (left, top, width, height in points) of a page.

    ``middle`` is the height of the stroke in it, if that is not half way down; ``solid`` fills the
    field of a stated value where no text stands in it.
    """
    left, top, width, height = box
    style = STATUSES[status]
    inset = style.line / 2
    page.add_patch(
        Rectangle(
            (left + inset, top + inset),
            width - 2 * inset,
            height - 2 * inset,
            facecolor=ACCENT if solid and status is Status.STATED else style.face,
            edgecolor=FAINT if style.hatch else style.edge,
            linewidth=0.0 if style.hatch else style.line,
            hatch=style.hatch or None,
            zorder=1,
        )
    )
    x, y = left + width / 2, top + height / 2 if middle is None else middle
    reach = min(min(width, height) * 0.32, 6.0)
    if style.stroke == "dash":
        page.plot([x - 2.5, x + 2.5], [y, y], color=FAINT, linewidth=0.8, zorder=2)
    elif style.stroke == "dots":
        page.plot(
            [x - 3, x, x + 3], [y] * 3, linestyle="none", marker="o", markersize=1.3, color=MUTED, zorder=2
        )
    elif style.stroke == "slash":
        page.plot([x - reach, x + reach], [y + reach, y - reach], color=MUTED, linewidth=0.9, zorder=2)
