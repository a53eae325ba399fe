"""What messages say of the fields of a statement: codes to be printed by their labels, values as values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from compare.model import Amount, Code, Fact, Phrase

Field = str | Decimal | None

_SECTIONS = {
    "indicator": "indicators",
    "scope": "scopes",
    "unit": "units",
    "comparator": "comparators",
    "kind": "kinds",
}
_NUMBERS = ("value_low", "value_high")


def field_fact(name: str, value: Field) -> Fact:
    """The value of a field; what is missing is called empty."""
    if isinstance(value, Decimal):
        return Amount(float(value), float(value))
    if not value:
        return Phrase("findings.empty")
    return Code(_SECTIONS[name], value) if name in _SECTIONS else value


def changed_facts(change: Mapping[str, Field]) -> tuple[Fact, ...]:
    """Each field with its new value; the two ends of a value, which always come together, as one."""
    facts: dict[str, Fact] = {
        "value" if name in _NUMBERS else name: field_fact(name, value) for name, value in change.items()
    }
    if ends := [float(end) for end in map(change.get, _NUMBERS) if isinstance(end, Decimal)]:
        facts["value"] = Amount(min(ends), max(ends))
    return tuple(
        Phrase("findings.decided_change", {"field": Code("fields", field), "value": fact})
        for field, fact in facts.items()
    )
