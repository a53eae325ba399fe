"""Which clauses tell what has been done: no commitment, whatever their verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from compare.coding.kind_rules import is_fact
from compare.model import Kind, Reading, TextView
from compare.reading.items.running_text import Piece
from compare.reading.sentences.times.hindsight import Hindsight
from compare.reading.sentences.times.timing import intends


class Past:
    """Where a plan looks back, and the values that are so already (a past achievement is not coded: the
    guide to instruments)."""

    def __init__(self, reading: Reading, view: TextView) -> None:
        self.view = view
        self.parts = Hindsight(reading.past)
        facts: list[int] = []
        targets: list[int] = []
        for one in reading.statements:
            if is_fact(one):
                facts.append(one.value_start)
            elif one.kind is Kind.TARGET:
                targets.append(one.value_start)
        self.facts = sorted(facts)
        self.targets = sorted(targets)

    def tells(self, piece: Piece) -> bool:
        """Whether a clause tells what has been: its values are so already, or its part of the
        text looks back and its sentence does not say what is meant to be."""
        if _any_in(self.facts, piece) and not _any_in(self.targets, piece):
            return True
        if self.parts.year(piece.start) is None:
            return False
        return not intends(self.view.text, self.view.from_raw(piece.sentence), piece.at + len(piece.text))


def _any_in(places: Sequence[int], piece: Piece) -> bool:
    at = bisect_left(places, piece.start)
    return at < len(places) and places[at] < piece.end
