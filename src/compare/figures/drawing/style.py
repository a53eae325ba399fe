"""The one style of all figures: size, type, colours, and how each meaning is drawn.

Comparators differ by shape and statuses by fill, hatch and outline, so that both survive
greyscale print and every kind of colour blindness; colour only repeats them. The colours of
``PALETTE`` are Okabe and Ito's (2008), ordered so that neighbours also differ in lightness.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import seaborn as sns
from cycler import cycler

from compare.figures.drawing.text.fonts import register
from compare.model import Comparator, Status

POINTS_PER_CM = 72 / 2.54
WIDTH_CM = 16.0
"""Width of the text block of an A4 page; no text is smaller than ``SIZE_NOTE`` at this width."""
MAX_HEIGHT_CM = 23.0
"""Height of the text block of an A4 page less a caption; longer figures are split into pages."""

WIDTH = WIDTH_CM * POINTS_PER_CM
MAX_HEIGHT = MAX_HEIGHT_CM * POINTS_PER_CM

SIZE_TITLE = 12.0
SIZE_SUBTITLE = 8.5
SIZE_BODY = 7.5
SIZE_NOTE = 6.5

INK = "#1a1a1a"
MUTED = "#595959"
FAINT = "#8c8c8c"
RULE = "#cfcfcf"
PAPER = "#ffffff"
ACCENT = "#00508f"
ACCENT_TINT = "#e2edf7"
ALERT = "#a83200"
ALERT_TINT = "#fbe3d6"
GREY_TINT = "#e3e3e3"

PALETTE = ("#0072b2", "#e69f00", "#000000", "#56b4e9", "#d55e00", "#f0e442", "#009e73", "#cc79a7")


@dataclass(frozen=True, slots=True)
class MarkerStyle:
    """``symbol`` is a matplotlib marker, ``filled`` whether its inside is inked."""

    symbol: str
    filled: bool = True


# Strict bounds are open, as the ends of open intervals are. A range is drawn as a bar with ends.
COMPARATORS: dict[Comparator, MarkerStyle] = {
    Comparator.GE: MarkerStyle("^"),
    Comparator.GT: MarkerStyle("^", filled=False),
    Comparator.LE: MarkerStyle("v"),
    Comparator.LT: MarkerStyle("v", filled=False),
    Comparator.EQ: MarkerStyle("o"),
    Comparator.ABOUT: MarkerStyle("D", filled=False),
    Comparator.RANGE: MarkerStyle("|"),
}


@dataclass(frozen=True, slots=True)
class StatusStyle:
    """How the field of a status is filled; ``stroke`` is what is drawn into it: "", "dash", "dots"
    or "slash"."""

    face: str
    edge: str
    line: float
    hatch: str = ""
    stroke: str = ""


STATUSES: dict[Status, StatusStyle] = {
    Status.STATED: StatusStyle(ACCENT_TINT, PAPER, 0.0),
    Status.DERIVED: StatusStyle(PAPER, ACCENT, 0.9),
    Status.QUALITATIVE: StatusStyle(PAPER, PAPER, 0.0, stroke="dots"),
    Status.CONFLICTING: StatusStyle(ALERT_TINT, ALERT, 1.3),
    Status.NOT_STATED: StatusStyle(PAPER, PAPER, 0.0, stroke="dash"),
    Status.SOURCE_INCOMPLETE: StatusStyle(PAPER, RULE, 0.5, hatch="//////"),
    Status.NOT_APPLICABLE: StatusStyle(GREY_TINT, RULE, 0.5, stroke="slash"),
}


def settings() -> dict[Any, Any]:
    """matplotlib settings: seaborn's theme first, then ours, because the theme resets the fonts."""
    return {
        **sns.axes_style("white"),
        **sns.plotting_context("paper"),
        "font.family": register().families,
        "font.size": SIZE_BODY,
        "axes.unicode_minus": True,
        "axes.titlesize": SIZE_BODY,
        "axes.labelsize": SIZE_NOTE,
        "xtick.labelsize": SIZE_NOTE,
        "ytick.labelsize": SIZE_BODY,
        "legend.fontsize": SIZE_NOTE,
        "axes.prop_cycle": cycler(color=PALETTE),
        "axes.edgecolor": FAINT,
        "axes.labelcolor": MUTED,
        "text.color": INK,
        "xtick.color": MUTED,
        "ytick.color": INK,
        "hatch.linewidth": 0.4,
        "hatch.color": FAINT,
        "figure.facecolor": PAPER,
        "figure.figsize": (WIDTH_CM / 2.54, WIDTH_CM / 2.54 * 0.62),
        "figure.dpi": 120,
        **output_settings(),
    }


def output_settings() -> dict[Any, Any]:
    """Settings that matter when a figure is written: editable text, nothing that changes between runs."""
    return {
        # Widths then are the font's own at every resolution, as they were measured for the layout.
        "text.hinting": "none",
        # A dollar sign in a label is a dollar sign.
        "text.parse_math": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "compare-plans",
        "pdf.fonttype": 42,
        # matplotlib 3.11's PDF backend reads this one to see how many characters a font may hold: with
        # the usual 3 it embeds the font anew for every 256.
        "ps.fonttype": 42,
        "pdf.compression": 6,
        "savefig.dpi": 300,
        "savefig.bbox": None,
        "path.simplify": True,
    }


@contextmanager
def style() -> Iterator[None]:
    """Within this block matplotlib draws in the style of the project; afterwards as before."""
    with mpl.rc_context(settings()):
        yield


def use() -> None:
    """Set the style for the whole session, for charts of your own in a notebook."""
    mpl.rcParams.update(settings())
