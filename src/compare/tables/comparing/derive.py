"""Values that follow from others of the same plan, by the rules of ``equivalences.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from compare.model import CAPS, FLOORS, Comparator, Status
from compare.tables.comparing.cells import Filled, StatedValue, fill
from compare.tables.comparing.compared_rows import Aspect, RowKey
from compare.tables.comparing.same_units import measure
from compare.tables.making.rows import Row

if TYPE_CHECKING:
    from compare.coding.book.equivalences import Equivalences, Rule

_SHARE = "%"


def derived(
    key: RowKey,
    values: Mapping[RowKey, Sequence[StatedValue]],
    wholes: Iterable[Mapping[str, Any]],
    equivalences: Equivalences,
) -> Row | None:
    """The cell of a row of which the plan states nothing, if a rule gives it a value.

    ``wholes`` are the plan's clauses that say of all of them that they do (the table ``wholes``).
    """
    if key.aspect is not Aspect.ASKED or key.measure != measure(_SHARE):
        return None
    for rule in equivalences.rules:
        if rule.to == (key.indicator, key.scope):
            cell = _from_words(rule, wholes) if rule.source is None else _from_value(rule, values)
            if cell is not None:
                return cell | {"status": str(Status.DERIVED), "unit": _SHARE, "derived_by": rule.id}
    return None


def _from_words(rule: Rule, wholes: Iterable[Mapping[str, Any]]) -> Row | None:
    for one in wholes:
        if one["rule"] == rule.id:
            place = {name: one[name] for name in ("deadline", "start", "end", "quote")}
            return {"value_low": 100.0, "value_high": 100.0, "comparator": str(Comparator.EQ), **place}
    return None


def _from_value(rule: Rule, values: Mapping[RowKey, Sequence[StatedValue]]) -> Row | None:
    for key, statements in values.items():
        if (key.indicator, key.scope) == rule.source and key.aspect is Aspect.ASKED:
            cell = fill(statements)
            value = _value(rule.how, cell)
            if cell.status is Status.STATED and value is not None:
                low, high, comparator = value
                return {
                    "value_low": low,
                    "value_high": high,
                    "comparator": str(comparator),
                    "deadline": cell.deadline,
                    "period": cell.period,
                    "kind": cell.kind,
                    "derived_from": cell.behind[0],
                }
    return None


def _value(how: str, cell: Filled) -> tuple[float, float, str] | None:
    """The value that follows, or None where none does."""
    if how == "one_each":
        holds = cell.value_low >= 1 and cell.comparator in (Comparator.GE, Comparator.EQ)
        return (100.0, 100.0, Comparator.EQ) if holds else None
    if cell.unit != _SHARE:
        return None
    if how == "bound":
        bound = cell.comparator in FLOORS | CAPS
        return (cell.value_low, cell.value_high, cell.comparator) if bound else None
    turned = Comparator(cell.comparator).turned if cell.comparator else ""
    # 100 - 33.3 is not 66.7 to a machine.
    return round(100 - cell.value_high, 9), round(100 - cell.value_low, 9), turned
