"""Rules as data: what a number, a comparator or a date is, is an ordered table of small named rules.

The first rule that applies wins, so the order of a table is part of its grammar. Each rule carries a
sentence in which it wins and one near it in which it does not; both run as tests, which also shows
that every rule can win.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Context = TypeVar("Context")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Context, Result]):
    """One reading: ``apply`` gives what it makes of the place, or None where it does not apply.

    In ``example`` and ``near`` the place is marked «so»; ``source`` names the coding rule or the
    standard that the reading follows. A rule may be for some kinds of things ``only`` (of units: their
    sorts); the table then asks it of no other, see :class:`ByKind`.
    """

    name: str
    apply: Callable[[Context], Result | None]
    example: str
    near: str
    source: str = ""
    only: tuple[str, ...] = ()


class ByKind(Generic[Context, Result]):
    """A table of rules, with those that can apply to a kind of thing picked out once."""

    __slots__ = ("_picked", "rules")

    def __init__(self, rules: Sequence[Rule[Context, Result]]) -> None:
        self.rules = rules
        self._picked: dict[str, tuple[Rule[Context, Result], ...]] = {}

    def __call__(self, kind: str) -> tuple[Rule[Context, Result], ...]:
        """The rules for ``kind``, in the order of the table."""
        picked = self._picked.get(kind)
        if picked is None:
            picked = tuple(rule for rule in self.rules if not rule.only or kind in rule.only)
            self._picked[kind] = picked
        return picked


def first(rules: Sequence[Rule[Context, Result]], context: Context) -> tuple[Result, str] | None:
    """What the first rule that applies makes of ``context``, with the name of that rule."""
    for rule in rules:
        result = rule.apply(context)
        if result is not None:
            return result, rule.name
    return None
