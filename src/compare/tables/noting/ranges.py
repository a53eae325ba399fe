"""Numbers of rows: as a short text and back, and which of them pandas prints."""

from __future__ import annotations

import numpy as np
import pandas as pd

#: Rows of which the numbers take more room than this are not told apart from all rows.
_LONGEST = 2000


def in_ranges(rows: np.ndarray) -> str:
    """``0-4 7`` for 0, 1, 2, 3, 4, 7; "" (all) where that is long."""
    if not len(rows):
        return "none"
    breaks = np.flatnonzero(np.diff(rows) != 1)
    starts, ends = rows[np.r_[0, breaks + 1]], rows[np.r_[breaks, len(rows) - 1]]
    text = " ".join(f"{a}-{b}" if a != b else str(a) for a, b in zip(starts, ends, strict=True))
    return text if len(text) <= _LONGEST else ""


def from_ranges(text: str) -> list[int]:
    """The numbers that :func:`in_ranges` wrote."""
    found: list[int] = []
    for part in [] if text == "none" else text.split():
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def displayed(number: int) -> np.ndarray:
    """Which of so many rows pandas prints: all, or some of both ends."""
    most, fewer = pd.get_option("display.max_rows"), pd.get_option("display.min_rows")
    shown = np.ones(number, dtype=bool)
    if most and number > most:
        half = min(fewer or most, most) // 2 + 1
        shown[half:-half] = False
    return shown
