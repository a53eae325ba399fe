"""The indicator of a statement that no rule codes, by the weights of a codebook."""

from __future__ import annotations

from typing import NamedTuple

from compare.coding.book.codebook import Codebook, Indicator
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.refusals import barred, excluded, said_of
from compare.coding.learned.features import features
from compare.coding.learned.weights import NONE
from compare.model import Kind

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
        self._by_unit: dict[str, tuple[str, ...]] = {}

    def code(self, context: Surroundings) -> LearnedCode | None:
        """The indicator of a statement where the weights are as sure of it as their threshold asks.

        A cell of a table of areas has none: such tables are known by the names of their columns alone. Nor
        has what stands in a text on other things with no word of care around it.
        """
        weights, statement = self._codebook.learned, context.statement
        allowed = self._measured_in(statement.unit)
        if weights is None or not allowed or statement.kind is Kind.ALLOCATION:
            return None
        if not self._codebook.heads.is_at_home(context.text, context.around):
            return None
        words = features(context)
        first, *others = weights.guesses(words, allowed)
        if first.indicator == NONE or first.probability < weights.threshold:
            return None
        indicator = self._codebook.indicators[first.indicator]
        if self._is_refused(indicator, context):
            return None
        ranked = weights.weighed(words, first.indicator, others[0].indicator)
        weighed = tuple(feature for feature, said in ranked[:_NAMED] if said > 0)
        return LearnedCode(indicator, first.probability, weighed)

    def _is_refused(self, indicator: Indicator, context: Surroundings) -> bool:
        """Whether the entry itself refuses the statement: its kind, size, field or act, or words in it."""
        said = said_of(context.statement, context, self._codebook.heads)
        return bool(barred(indicator, context.statement, said) or excluded(indicator, context))

    def _measured_in(self, unit: str) -> tuple[str, ...]:
        """The ids of the indicators whose values may have a unit."""
        known = self._by_unit.get(unit)
        if known is None:
            every = self._codebook.indicators.values()
            known = self._by_unit[unit] = tuple(one.id for one in every if one.measured_in(unit))
        return known
