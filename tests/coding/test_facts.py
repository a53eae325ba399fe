"""What a decision changed, as facts that are printed by their labels."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from compare.coding.facts import Field, changed_facts
from compare.model import Amount, Code, Fact, Phrase

EMPTY = Phrase("findings.empty")


@pytest.mark.parametrize(
    "change, expected",
    [
        ({"scope": "rural"}, [("scope", Code("scopes", "rural"))]),
        ({"deadline": "2025"}, [("deadline", "2025")]),
        ({"indicator": ""}, [("indicator", EMPTY)]),
        ({"value_low": Decimal(3), "value_high": Decimal(5)}, [("value", Amount(3.0, 5.0))]),
        ({"value_low": None, "value_high": None}, [("value", EMPTY)]),
        (
            {"unit": "%", "value_low": Decimal(3), "value_high": Decimal(3), "kind": "target"},
            [("unit", Code("units", "%")), ("value", Amount(3.0, 3.0)), ("kind", Code("kinds", "target"))],
        ),
    ],
)
def test_each_changed_field_is_said_once(
    change: Mapping[str, Field], expected: list[tuple[str, Fact]]
) -> None:
    """In the order of the decision; the two ends of a value are one value, and what is empty is called so."""
    said = [
        (one.facts["field"], one.facts["value"]) for one in changed_facts(change) if isinstance(one, Phrase)
    ]
    assert [(Code("fields", field), value) for field, value in expected] == said
