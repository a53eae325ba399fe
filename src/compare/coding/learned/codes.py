"""The indicator of a statement that no rule codes, by the weights of a codebook."""

from __future__ import annotations

from typing import NamedTuple

from compare.coding.book.codebook import Codebook, Indicator
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.refusals import barred, excluded, said_of
from compare.coding.learned.features import features
from compare.coding.learned.weights import NONE, Guess
from compare.model import Kind, Statement

#: Why a person should look at a statement that is coded so.
LEARNED = "learned"
#: So many runs of characters are named that weighed most.
_NAMED = 6


class LearnedCode(NamedTuple):
    """An indicator, its probability, and the features that weighed most for it, the most first."""

    indicator: Indicator
    probability: float
    weighed: tuple[str, ...]


class LearnedCoder:
    """Codes statements by the weights of a codebook; without weights it codes none."""

    __slots__ = ("_by_unit", "_codebook")

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._by_unit: dict[str, tuple[Indicator, ...]] = {}

    def guesses(self, context: Surroundings) -> list[Guess]:
        """What a statement may be, the likeliest first; nothing without weights or indicators of its unit."""
        weights, statement = self._codebook.learned, context.statement
        allowed = [one.id for one in self._measured_in(statement.unit) if _fits(one, statement)]
        return weights.guesses(features(context), allowed) if weights and allowed else []

    def code(self, context: Surroundings) -> LearnedCode | None:
        """The indicator of a statement where the weights are as sure of it as their threshold asks.

        A cell of a table of areas has none: such tables are known by the names of their columns alone. Nor
        has what stands in a text on other things with no word of care around it.
        """
        weights = self._codebook.learned
        if weights is None or context.statement.kind is Kind.ALLOCATION:
            return None
        if not self._codebook.heads.is_at_home(context.text, context.around):
            return None
        found = self.guesses(context)
        if not found:
            return None
        first = found[0]
        if first.indicator == NONE or first.probability < weights.threshold:
            return None
        if self._is_refused(self._codebook.indicators[first.indicator], context):
            return None
        ranked = weights.weighed(features(context), first.indicator, found[1].indicator)
        weighed = tuple(feature for feature, said in ranked[:_NAMED] if said > 0)
        return LearnedCode(self._codebook.indicators[first.indicator], first.probability, weighed)

    def _is_refused(self, indicator: Indicator, context: Surroundings) -> bool:
        """Whether the entry itself refuses the statement: its field, act or condition, or words in it."""
        said = said_of(context.statement, context, self._codebook.heads)
        return bool(barred(indicator, context.statement, said) or excluded(indicator, context))

    def _measured_in(self, unit: str) -> tuple[Indicator, ...]:
        known = self._by_unit.get(unit)
        if known is None:
            every = self._codebook.indicators.values()
            known = self._by_unit[unit] = tuple(one for one in every if one.measured_in(unit))
        return known


def _fits(indicator: Indicator, statement: Statement) -> bool:
    """Whether a statement is of a kind and a size that the indicator may have."""
    if indicator.kinds and statement.kind not in indicator.kinds:
        return False
    low, plausible = statement.value_low, indicator.plausible
    return low is None or plausible is None or plausible[0] <= float(low) <= plausible[1]
