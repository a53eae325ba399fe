"""Whether positions lie in one of many spans, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

#: A cell with prose, and the cell that names what the prose is about; offsets of the view.
RowName = tuple[int, int, int, int]


class SpanSet:
    """A set of half-open spans that may overlap; ``spans(position)`` tells whether one holds it."""

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [s for s, _ in ordered]
        self.ends: list[int] = []
        reach = 0
        for _, end in ordered:
            reach = max(reach, end)
            self.ends.append(reach)

    def __call__(self, position: int) -> bool:
        at = bisect_right(self.starts, position) - 1
        return at >= 0 and position < self.ends[at]
