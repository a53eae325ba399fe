"""Frozen dataclasses that are made quickly are frozen dataclasses in every other way."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from compare.frozen import changed, maker, quickly
from compare.model import Reason


@quickly
@dataclass(frozen=True, slots=True)
class _Pair:
    first: int
    second: str = "b"


def test_fields_are_set_by_place_name_and_default() -> None:
    """Arguments are taken as ``dataclass`` takes them."""
    assert [("a", "b"), ("a", "c"), ("a", "c")] == [
        (pair.first, pair.second) for pair in (_Pair("a"), _Pair("a", "c"), _Pair(second="c", first="a"))
    ]


def test_what_a_maker_makes_is_what_the_class_makes() -> None:
    """A maker takes the arguments of the class and gives equal values, frozen and of that class."""
    make = maker(_Pair)
    made = make("a", second="c")
    assert [_Pair("a"), _Pair("a", "c"), _Pair] == [make(first="a"), made, type(made)]
    with pytest.raises(FrozenInstanceError):
        made.first = "b"  # type: ignore[misc]


def test_values_are_equal_hashed_copied_and_replaced() -> None:
    """Equality, hash, ``replace``, ``copy`` and ``pickle`` work on the fields."""
    pair = _Pair(1, "x")
    reason = Reason("unit", "base", 3, 5)
    assert [pair, hash(pair), _Pair(2, "x"), reason, reason] == [
        _Pair(1, "x"),
        hash(_Pair(1, "x")),
        replace(pair, first=2),
        pickle.loads(pickle.dumps(reason)),
        copy.copy(reason),
    ]


def test_a_changed_value_is_what_replace_makes() -> None:
    """The other fields stay, the value itself too, and no field may be invented."""
    pair = _Pair(1, "x")
    made = changed(pair, first=2)
    assert [replace(pair, first=2), _Pair, _Pair(1, "x")] == [made, type(made), pair]
    with pytest.raises(FrozenInstanceError):
        made.first = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        changed(pair, third=3)


def test_values_cannot_be_changed() -> None:
    """A field cannot be set again."""
    with pytest.raises(FrozenInstanceError):
        _Pair(1).first = 2  # type: ignore[misc]


def test_what_cannot_be_set_quickly_is_refused() -> None:
    """A field made by a factory is no plain field."""

    @dataclass(frozen=True, slots=True)
    class Listed:
        members: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="only plain fields"):
        quickly(Listed)
