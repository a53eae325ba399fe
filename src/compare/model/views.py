"""A text as grammar reads it, with the way back to the original."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextView:
    """``text`` is the view; ``offsets[i]`` is where its character ``i`` stands in the original."""

    text: str
    offsets: Sequence[int]

    def raw_start(self, position: int) -> int:
        """Offset in the original of the character at ``position`` of the view."""
        return self.offsets[position]

    def raw_end(self, position: int) -> int:
        """Offset in the original just behind the character before ``position`` of the view."""
        return self.offsets[position - 1] + 1 if position else 0

    def from_raw(self, position: int) -> int:
        """Offset in the view of the original's ``position`` (of the next kept character)."""
        return bisect_left(self.offsets, position)
