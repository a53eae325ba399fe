"""Titles that say what is found: one line from an observation or from counts, "" where nothing holds.

A headline claims no more than the rows it is made from: what cannot be ordered is set side by side, a tie
names nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from compare.prose.observation import Observation, ObservationKind, Value
from compare.prose.observing import all_observations
from compare.prose.sentences import amount, in_words, named, row_in_words, shared_value
from compare.tables.words.labels import Labels, Lang

#: Observations about a row that several plans state.
_OF_ROWS = (ObservationKind.RANKED, ObservationKind.SAME, ObservationKind.APART)
#: More plans than this are counted, not named.
_NAMED = 3


def headline(one: Observation, labels: Labels, lang: Lang) -> str:
    """An observation on one line; "" for a kind that has none."""
    if one.kind in _OF_ROWS:
        return _of_row(one, labels, lang)
    if one.kind is ObservationKind.NATIONAL:
        counted = dict(one.counts)
        later = "_later" if counted["later"] else ""
        return labels.word(f"prose.title_national{later}", lang, **counted)
    if one.kind is ObservationKind.SINGLE:
        counts = {name: number for name, number in one.counts if name != "most"}
        return labels.word("prose.title_single", lang, group=labels.group(one.group, lang), **counts)
    return ""


def of_group(comparison: pd.DataFrame, group: str, labels: Labels, lang: Lang) -> str:
    """The most telling row of a group of indicators that several plans state."""
    return _first(_observed(comparison, labels), _OF_ROWS, group, labels, lang)


def of_single(comparison: pd.DataFrame, group: str, labels: Labels, lang: Lang) -> str:
    """How many rows of a group one plan alone states."""
    return _first(_observed(comparison, labels), (ObservationKind.SINGLE,), group, labels, lang)


def of_national(national: pd.DataFrame, labels: Labels, lang: Lang) -> str:
    """How many values lie above, on and below the national ones."""
    found = all_observations({"national": national}, labels.group_of)
    return _first(found, (ObservationKind.NATIONAL,), "", labels, lang)


def of_shared(comparison: pd.DataFrame, labels: Labels, lang: Lang) -> str:
    """How many rows several plans state, and in how many of them the value is the same."""
    shared = [one for one in _observed(comparison, labels) if one.kind in _OF_ROWS]
    same = sum(one.kind is ObservationKind.SAME for one in shared)
    if not shared:
        return ""
    key = "prose.title_shared" if same else "prose.title_shared_none"
    return labels.word(key, lang, shared=len(shared), same=same)


def of_topics(stating: Mapping[str, int], plans: int, labels: Labels, lang: Lang) -> str:
    """On how many topics all plans give a number; ``stating`` counts the plans of each topic."""
    everyone = sum(count == plans for count in stating.values())
    if plans < 2 or not everyone:
        return ""
    return labels.word("prose.title_topics", lang, plans=plans, all=everyone, topics=len(stating))


def of_shares(values: Sequence[float], labels: Labels, lang: Lang) -> str:
    """How many of the shares asked for are the whole."""
    full = sum(value == 100 for value in values)
    return labels.word("prose.title_shares", lang, values=len(values), full=full) if full else ""


def of_deadlines(years: Iterable[str], undated: int, labels: Labels, lang: Lang) -> str:
    """The year in which most values fall due; ``undated`` have none."""
    counts = Counter(years)
    year = _most(counts)
    if not year:
        return ""
    dated = counts.total()
    return labels.word(
        "prose.title_deadlines", lang, year=year, count=counts[year], dated=dated, undated=undated
    )


def of_first(
    key: str, counts: Mapping[str, Mapping[str, float]], section: str, labels: Labels, lang: Lang
) -> str:
    """What comes first in more than half of the plans (or themes): ``counts[plan][code]``.

    A plan in which several codes come first counts for none of them; ``key`` names the wording.
    """
    first = Counter(filter(None, (_most(mine) for mine in counts.values() if any(mine.values()))))
    code = _most(first)
    if not code or len(counts) < 2 or 2 * first[code] <= len(counts):
        return ""
    name = labels.department(code, lang) if section == "departments" else labels.of(section, code, lang)
    return labels.word(key, lang, name=name, count=first[code], plans=len(counts))


def of_instruments(stating: Mapping[str, int], plans: int, labels: Labels, lang: Lang) -> str:
    """How many instruments all plans use, and how many one alone; ``stating`` counts plans by instrument."""
    if plans < 2:
        return ""
    everyone = sum(count == plans for count in stating.values())
    alone = sum(count == 1 for count in stating.values())
    return labels.word(
        "prose.title_instruments", lang, all=everyone, total=len(stating), alone=alone, plans=plans
    )


def of_milestones(years: Iterable[str], labels: Labels, lang: Lang) -> str:
    """The year in which most outputs are due."""
    counts = Counter(years)
    year = _most(counts)
    if not year:
        return ""
    return labels.word("prose.title_milestones", lang, total=counts.total(), count=counts[year], year=year)


def of_strictness(rows: Sequence[Mapping[str, Any]], labels: Labels, lang: Lang) -> str:
    """Which plan words its clauses more strictly than which: only where their intervals lie apart; that they
    do not differ only where every plan has an interval.

    ``rows`` are plan_id with hard_share and its interval.
    """
    known = [row for row in rows if pd.notna(row["hard_share_low"]) and pd.notna(row["hard_share_high"])]
    if len(known) < 2:
        return ""
    top = max(known, key=lambda row: (row["hard_share_low"], row["plan_id"]))
    low = min(known, key=lambda row: (row["hard_share_high"], row["plan_id"]))
    if top["hard_share_low"] <= low["hard_share_high"]:
        return labels.word("prose.title_strictness_overlap", lang) if len(known) == len(rows) else ""
    plans = {"top": labels.plan(top["plan_id"], lang), "low": labels.plan(low["plan_id"], lang)}
    return labels.word("prose.title_strictness", lang, **plans)


def of_similarity(pairs: Sequence[Mapping[str, Any]], labels: Labels, lang: Lang) -> str:
    """The pair of plans that shares most wording, as a share of the text of one of them."""
    most = max((float(row["shared_share"]) for row in pairs), default=0.0)
    top = [row for row in pairs if row["shared_share"] == most]
    if most < 0.005 or len(top) != 1:
        return ""
    a, b = (labels.plan(top[0][side], lang) for side in ("plan_a", "plan_b"))
    return labels.word("prose.title_similarity", lang, a=a, b=b, share=f"{100 * most:.0f}")


@dataclass(slots=True)
class _Seen:
    """The comparison that was looked at last: every page of a figure asks for the same one."""

    comparison: pd.DataFrame | None = None
    group_of: Mapping[str, str] | None = None
    observations: tuple[Observation, ...] = ()


_seen = _Seen()


def _observed(comparison: pd.DataFrame, labels: Labels) -> tuple[Observation, ...]:
    global _seen
    seen = _seen
    if seen.comparison is not comparison or seen.group_of is not labels.group_of:
        found = all_observations({"comparison": comparison}, labels.group_of)
        _seen = seen = _Seen(comparison, labels.group_of, found)
    return seen.observations


def _first(
    found: Iterable[Observation], kinds: Sequence[ObservationKind], group: str, labels: Labels, lang: Lang
) -> str:
    one = next((one for one in found if one.kind in kinds and one.group == group), None)
    return headline(one, labels, lang) if one else ""


def _most(counts: Mapping[str, float]) -> str:
    """What is counted most often; "" where several are or nothing is."""
    first = [code for code, count in counts.items() if count == max(counts.values())]
    return first[0] if len(first) == 1 else ""


def _of_row(one: Observation, labels: Labels, lang: Lang) -> str:
    row = row_in_words(one.values[0], labels, lang)
    most, least = max(value.high for value in one.values), min(value.low for value in one.values)
    if one.kind is ObservationKind.SAME:
        key = "prose.title_same_years" if one.reason else "prose.title_same"
        value = in_words(shared_value(one), labels, lang)
        return labels.word(key, lang, row=row, plans=_plans(one.values, labels, lang), value=value)
    if one.kind is ObservationKind.RANKED:
        tops = [value for value in one.values if value.high == most]
        lows = [value for value in one.values if value.low == least]
        return labels.word(
            "prose.title_ranked",
            lang,
            row=row,
            top=_plans(tops, labels, lang),
            bottom=_plans(lows, labels, lang),
            most=in_words(tops[0], labels, lang),
            least=in_words(lows[0], labels, lang),
        )
    if one.reason == "units":
        return ""
    spread = amount(replace(one.values[0], low=least, high=most), labels, lang)
    return labels.word("prose.title_apart", lang, row=row, count=len(one.values), amount=spread)


def _plans(values: Sequence[Value], labels: Labels, lang: Lang) -> str:
    """The plans by name; many of them by number."""
    if len(values) > _NAMED:
        return labels.word("prose.title_plans", lang, count=len(values))
    return named([value.plan_id for value in values], labels, lang)
