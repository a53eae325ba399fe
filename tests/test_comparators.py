"""Which comparators are floors and which are caps."""

from __future__ import annotations

from compare.model import CAPS, FLOORS, Comparator


def test_a_bound_is_a_floor_or_a_cap() -> None:
    """A plain count, about so many and a range are neither."""
    assert frozenset({"ge", "gt"}) == FLOORS
    assert frozenset({"le", "lt"}) == CAPS


def test_the_rest_to_a_hundred_is_bound_from_the_other_side() -> None:
    """At least 60 % leaves at most 40 %; what is no bound stays."""
    turned = {str(one): str(one.turned) for one in Comparator}
    expected = {
        "ge": "le",
        "le": "ge",
        "gt": "lt",
        "lt": "gt",
        "eq": "eq",
        "about": "about",
        "range": "range",
    }
    assert expected == turned
