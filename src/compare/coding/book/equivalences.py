"""Which scopes are one measure and which values follow from others, from ``equivalences.yaml``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compare.coding.book.errors import CodebookError

_FILE = "equivalences.yaml"
HOW = ("complement", "bound", "one_each", "words")
#: A row of the comparison as far as a rule names it: indicator and scope.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A value at ``to`` follows from one at ``source`` as ``how`` says, or from words (``pattern``)."""

    id: str
    how: str
    source: Place | None
    to: Place
    pattern: re.Pattern[str] | None
    why_zh: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Equivalences:
    """``axes`` names for an indicator and scope the first scope that is the same measure, ``stocks`` for a
    total the indicator that counts what is added to it."""

    rules: tuple[Rule, ...] = ()
    axes: Mapping[Place, str] = field(default_factory=dict)
    stocks: Mapping[str, str] = field(default_factory=dict)

    def axis(self, indicator: str, scope: str) -> str:
        """The scope whose axis a row may share; its own where no other is the same measure."""
        return self.axes.get((indicator, scope), scope)


def parse_equivalences(
    entries: Any, indicators: Container[str], scopes: Container[str], per_place: Container[str] = ()
) -> Equivalences:
    """``per_place`` are scopes whose values hold for each place: one axis holds such norms or none.

    Raises :class:`CodebookError` for an entry without a reason, for what the codebook does not have, and for
    a norm and a count said to be the same measure.
    """
    if not isinstance(entries, Mapping):
        raise CodebookError(f"{_FILE}: write same_measure and rules, each a list")
    axes: dict[Place, str] = {}
    for entry in entries.get("same_measure") or ():
        _why(entry, str(entry.get("indicator")))
        places = [_place({**entry, "scope": scope}, indicators, scopes) for scope in entry.get("scopes", ())]
        if len({scope in per_place for _, scope in places}) > 1:
            name = entry.get("indicator")
            raise CodebookError(f"{_FILE}: {name}: a norm for each place is no count in all; take one out")
        axes |= dict.fromkeys(places, places[0][1])
    stocks = {str(stock): str(flow) for stock, flow in (entries.get("stocks") or {}).items()}
    for code in (*stocks, *stocks.values()):
        if code not in indicators:
            raise CodebookError(f"{_FILE}: stocks: {code} is not an indicator; correct it")
    return Equivalences(tuple(_rules(entries.get("rules") or (), indicators, scopes)), axes, stocks)


def _rules(entries: Any, indicators: Container[str], scopes: Container[str]) -> Iterator[Rule]:
    for entry in entries:
        name = str(entry.get("id"))
        why = _why(entry, name)
        how = entry.get("how")
        if (
            how not in HOW
            or ("pattern" in entry) != (how == "words")
            or ("from" in entry) == (how == "words")
        ):
            raise CodebookError(
                f"{_FILE}: {name}: how is one of {', '.join(HOW)}; words has a pattern, the others have from"
            )
        yield Rule(
            id=name,
            how=how,
            source=_place(entry["from"], indicators, scopes) if "from" in entry else None,
            to=_place(entry.get("to") or {}, indicators, scopes),
            pattern=re.compile(rf"(?:^|(?<=[。；;\n]))\s*{entry['pattern']}") if "pattern" in entry else None,
            why_zh=why[0],
            why_en=why[1],
        )


def _why(entry: Mapping[str, Any], name: str) -> tuple[str, str]:
    why = entry.get("why") or {}
    if not (why.get("zh") and why.get("en")):
        raise CodebookError(f"{_FILE}: {name}: why is missing; give the reason as {{zh: …, en: …}}")
    return str(why["zh"]), str(why["en"])


def _place(entry: Mapping[str, Any], indicators: Container[str], scopes: Container[str]) -> Place:
    indicator, scope = str(entry.get("indicator")), str(entry.get("scope"))
    if indicator not in indicators or scope not in scopes:
        raise CodebookError(f"{_FILE}: {indicator} at {scope} is not in the codebook; correct it")
    return indicator, scope
