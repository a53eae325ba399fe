"""Why a cell of the comparison has no value: in words only, not stated, not applicable, not at hand.

* ``qualitative``: a clause of the plan has a noun of the indicator at the scope of the row, and its sentence
  gives no value of it. An indicator of which the plan gives no value at all and speaks at other scopes
  only is qualitative in the row that stands for it.
* ``not_applicable``: it does not, and the indicator is outside the plan's remit or the register says so.
* ``source_incomplete``: it does not, and only a fragment of the plan is at hand.
* ``not_stated``: neither a value nor a noun at this scope; ``searched`` says what was looked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.coding.book.readable import readable
from compare.model import Plan, Status
from compare.tables.comparing.cells import StatedValue
from compare.tables.comparing.compared_rows import Aspect, RowKey
from compare.tables.making.rows import Row
from compare.tables.storage.frames import records

if TYPE_CHECKING:
    from compare.coding import Codebook

Mention = Mapping[str, Any]
_GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Mentions:
    """What plans say in words: mentions by plan and indicator, how much was read, and the nouns
    with the scopes in them."""

    by_indicator: Mapping[tuple[str, str], Sequence[Mention]]
    sizes: Mapping[str, Counter[str]]
    nouns: Mapping[str, str]
    noun_scopes: Mapping[str, Collection[str]]
    wholes: Mapping[str, Sequence[Mention]]

    @classmethod
    def of(cls, tables: Mapping[str, pd.DataFrame], codebook: Codebook) -> Mentions:
        found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for row in records(tables["mentions"]):
            found[row["plan_id"], row["indicator"]].append(row)
        wholes: dict[str, list[Mention]] = defaultdict(list)
        for row in records(tables["wholes"]):
            wholes[row["plan_id"]].append(row)
        return cls(
            wholes=wholes,
            by_indicator=found,
            sizes={name: Counter(tables[name]["plan_id"]) for name in ("passages", "statements")},
            nouns={
                code: ", ".join(readable(wording.pattern.pattern) for wording in noun.words)
                for code, noun in codebook.nouns.items()
            },
            noun_scopes={code: noun.at for code, noun in codebook.nouns.items()},
        )

    def about(self, plan_id: str, indicator: str) -> Sequence[Mention]:
        return self.by_indicator.get((plan_id, indicator), ())


def silence(
    plan: Plan,
    key: RowKey,
    inapplicable: Collection[str],
    mentions: Mentions,
    lead: bool,
    elsewhere: Sequence[StatedValue],
) -> Row:
    """The cell of a row of which the plan gives no value; ``lead`` where the row stands for its indicator
    and the plan gives no value in any other, ``elsewhere`` what it says in other rows."""
    looked = _searched(plan, key, mentions, elsewhere)
    about = mentions.about(plan.plan_id, key.indicator)
    at = {key.scope} | ({_GENERAL} if key.scope in mentions.noun_scopes.get(key.indicator, ()) else set())
    here = [one for one in about if one["scope"] in at] or (list(about) if lead else [])
    if here and key.aspect is Aspect.ASKED:
        first = min(here, key=lambda one: (one["other_value"], one["start"]))
        place = {name: first[name] for name in ("start", "end", "quote")}
        return {
            "status": str(Status.QUALITATIVE),
            "searched": looked,
            **place,
        }
    if key.indicator in inapplicable:
        status = Status.NOT_APPLICABLE
    else:
        status = Status.NOT_STATED if plan.complete else Status.SOURCE_INCOMPLETE
    return {"status": str(status), "searched": looked}


def _searched(plan: Plan, key: RowKey, mentions: Mentions, elsewhere: Sequence[StatedValue]) -> str:
    """What was looked through and for, in words."""
    parts = [f"{mentions.sizes[name][plan.plan_id]} {name}" for name in ("passages", "statements")]
    found = {one["scope"]: int(one["clauses"]) for one in mentions.about(plan.plan_id, key.indicator)}
    named = ", ".join(f"{found[scope]} at {scope}" for scope in sorted(found))
    text = f"{' and '.join(parts)}; no value at {key.scope}"
    if scopes := sorted({one.scope for one in elsewhere} - {key.scope}):
        text += f", only at {', '.join(scopes)}"
    if noun := mentions.nouns.get(key.indicator, ""):
        text += f"; noun {noun} in {f'clauses: {named}' if named else 'no clause of its own'}"
    return text
