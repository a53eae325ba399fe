"""Rules as data: what a number, a comparator or a date is, is an ordered table of small named rules.

The first rule that applies wins, so the order of a table is part of its grammar. Each rule carries a
sentence in which it wins and one near it in which it does not; both run as tests, which also shows
that every rule can win.
"""

from __future__ import annotations

import re
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
    sorts), for those in a ``state`` alone (of values: that they are bounds), and may need one of the
    characters or words in ``needs`` among the words it looks at; the table then asks it of no other, see
    :class:`ByKind`.
    """

    name: str
    apply: Callable[[Context], Result | None]
    example: str
    near: str
    source: str = ""
    only: tuple[str, ...] = ()
    needs: str | tuple[str, ...] = ""
    state: str = ""


class ByKind(Generic[Context, Result]):
    """A table of rules, of which those are picked that can apply to a kind of thing, its state and its words:
    most rules go by a word, and to see that it is not there costs a tenth of asking the rule."""

    __slots__ = ("_across", "_bits", "_cues", "_found", "_picked", "_seen", "_words", "rules")

    def __init__(self, rules: Sequence[Rule[Context, Result]]) -> None:
        self.rules = rules
        cues = sorted({cue for rule in rules for cue in rule.needs}, key=lambda cue: (-len(cue), cue))
        self._bits = {cue: 1 << at for at, cue in enumerate(cues)}
        # One search for all of them sees a word, with the words in it, but none across its end.
        self._cues = re.compile("|".join(map(re.escape, cues)) or "(?!)")
        self._seen = {cue: sum(bit for word, bit in self._bits.items() if word in cue) for cue in cues}
        self._across = [cue for cue in cues if any(_ends_in(other, cue) for other in cues)]
        self._words, self._found = "", 0
        self._picked: dict[tuple[str, str | None, int], tuple[Rule[Context, Result], ...]] = {}

    def __call__(
        self, kind: str, words: str | None = None, state: str | None = None
    ) -> tuple[Rule[Context, Result], ...]:
        """The rules for ``kind`` in the order of the table; of those that need a word only the ones that find
        it in ``words``, of those for a state only the ones for ``state``: all where none is given."""
        if words is None:
            found = -1
        else:  # a sentence is asked about once for each of its values
            found = self._found if words == self._words else self._look_in(words)
        picked = self._picked.get((kind, state, found))
        if picked is None:
            picked = tuple(rule for rule in self.rules if self._may_apply(rule, kind, state, found))
            self._picked[kind, state, found] = picked
        return picked

    def _look_in(self, words: str) -> int:
        """The cues that stand in words, as bits."""
        found = 0
        for cue in self._cues.findall(words):
            found |= self._seen[cue]
        for cue in self._across:
            if cue in words:
                found |= self._bits[cue]
        self._words, self._found = words, found
        return found

    def _may_apply(self, rule: Rule[Context, Result], kind: str, state: str | None, found: int) -> bool:
        there = not rule.needs or any(found & self._bits[cue] for cue in rule.needs)
        of_kind = not rule.only or kind in rule.only
        return there and of_kind and (not rule.state or state is None or rule.state == state)


def _ends_in(one: str, other: str) -> bool:
    """Whether the end of a word is the beginning of another that it does not hold."""
    return other not in one and any(one.endswith(other[:n]) for n in range(1, len(other)))


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match in ``text``: mostly there is none, which a search tells faster than an iterator does."""
    last = pattern.search(text)
    if last:
        for last in pattern.finditer(text, last.end()):  # noqa: B007, B020
            pass
    return last


def first(rules: Sequence[Rule[Context, Result]], context: Context) -> tuple[Result, str] | None:
    """What the first rule that applies makes of ``context``, with the name of that rule."""
    for rule in rules:
        result = rule.apply(context)
        if result is not None:
            return result, rule.name
    return None


def decided(rules: Sequence[Rule[Context, Result]], context: Context) -> tuple[Result, str]:
    """The same of a table whose last rule always applies."""
    found = first(rules, context)
    assert found is not None, "the last rule always applies"
    return found
