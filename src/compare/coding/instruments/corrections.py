"""Decisions of people about policy instruments: a level, an instrument that is none, one that was missed.

As for statements each is signed and says what stood there (``expect``); where that stands no longer, it is
not applied. A missed instrument is added by its words, which must stand in one task item of the plan.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from compare.coding.corrections import CONFIRMED, CORRECTED, SIGNED, Stale, checked_signature, plain_text
from compare.model import Code, Fact, Item, Means, MeansOfPlan, Passage, Phrase

_KEYS = ("means_id", "plan", "add", "change", "drop", "confirm", "expect", *SIGNED)
#: What an added row needs.
ADDED = ("instrument", "level", "quote")
_EXPECTED = ("level", "quote")
_LEVELS = ("1", "2", "3")


@dataclass(frozen=True, slots=True)
class MeansCorrection:
    """One decision: a new ``level``, to ``drop`` the row, or to ``add`` one; none of them confirms it.

    ``means_id`` is "" for what is added. ``level`` is 0 where it stays, of an added row its level.
    """

    means_id: str
    plan: str
    level: int
    drop: bool
    instrument: str
    quote: str
    expect: Mapping[str, str]
    reason: str
    reviewer: str
    date: str

    @property
    def adds(self) -> bool:
        return not self.means_id

    @property
    def statement_id(self) -> str:
        """What it is about, for a message: the id of the row, or the words that were added."""
        return self.means_id or self.quote

    @property
    def decision(self) -> Fact:
        """What was decided, for a message."""
        if self.adds:
            facts: dict[str, Fact] = {
                "instrument": Code("instruments", self.instrument),
                "level": str(self.level),
            }
            return Phrase("findings.decided_add", facts)
        if self.drop:
            return Phrase("findings.decided_drop_means")
        if self.level:
            return Phrase("findings.decided_level", {"level": str(self.level)})
        return Phrase("findings.decided_confirm")


def means_ids(plan_id: str, text: str, found: MeansOfPlan) -> tuple[str, ...]:
    """Ids that derive from the instrument and the words of its item: those of other items may come and go."""
    seen: Counter[str] = Counter()
    made = []
    for means in found.means:
        item = found.items[means.item]
        key = f"{means.instrument}|{' '.join(text[item.start : item.end].split())}"
        seen[key] += 1
        digest = hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()
        made.append(f"{plan_id}-{means.instrument}-{digest[:8]}")
    return tuple(made)


def apply_means(
    plan_id: str,
    text: str,
    passages: Sequence[Passage],
    found: MeansOfPlan,
    corrections: Sequence[MeansCorrection],
) -> tuple[MeansOfPlan, tuple[Stale, ...]]:
    """The means with the corrections that still hold, and those that do not."""
    standing = dict(zip(means_ids(plan_id, text, found), found.means, strict=True))
    added: list[Means] = []
    stale: list[Stale] = []
    for one in corrections:
        if one.adds:
            made = _added(one, text, passages, found, (*standing.values(), *added))
            if isinstance(made, Phrase):
                stale.append(Stale(one, (made,)))
            else:
                added.append(made)
            continue
        means = standing.get(one.means_id)
        why = (Phrase("findings.why_gone_means"),) if means is None else _unmet(means, one, text)
        if means is None or why:
            stale.append(Stale(one, why))
        elif one.drop:
            del standing[one.means_id]
        else:
            standing[one.means_id] = _decided(means, one)
    whole = sorted((*standing.values(), *added), key=lambda means: (means.item, means.start))
    return replace(found, means=tuple(whole)), tuple(stale)


def _decided(means: Means, one: MeansCorrection) -> Means:
    if not one.level:
        return replace(means, review=means.review or CONFIRMED)
    return replace(means, level=one.level, review=CORRECTED)


def _unmet(means: Means, one: MeansCorrection, text: str) -> tuple[Phrase, ...]:
    now = {"level": str(means.level), "quote": text[means.start : means.end]}
    return tuple(
        Phrase(
            "findings.why_unlike",
            {"field": Code("fields", name), "now": now[name], "expected": expected},
        )
        for name, expected in one.expect.items()
        if now[name] != expected
    )


def _added(
    one: MeansCorrection,
    text: str,
    passages: Sequence[Passage],
    found: MeansOfPlan,
    there: Sequence[Means],
) -> Means | Phrase:
    """The added row, or why it cannot be added."""
    if one.instrument not in dict(found.searched):
        return Phrase("findings.why_unknown", {"field": Code("fields", "instrument"), "code": one.instrument})
    start = text.find(one.quote)
    place = _place(start, start + len(one.quote), passages, found.items)
    if start < 0 or place is None:
        return Phrase("findings.why_no_item")
    passage, item = place
    if any((means.item, means.instrument) == (item, one.instrument) for means in there):
        return Phrase("findings.why_there")
    return Means(
        instrument=one.instrument,
        level=one.level,
        mark="",
        start=start,
        end=start + len(one.quote),
        item=item,
        passage=passage,
        review=CORRECTED,
    )


def _place(
    start: int, end: int, passages: Sequence[Passage], items: Sequence[Item]
) -> tuple[int, int] | None:
    for number, item in enumerate(items):
        for passage in item.passages:
            if passages[passage].start <= start and end <= passages[passage].end:
                return passage, number
    return None


def is_of_means(entry: Any) -> bool:
    """Whether an entry of the file is about an instrument."""
    return isinstance(entry, dict) and ("means_id" in entry or "add" in entry)


def parse_means_correction(entry: Mapping[str, Any]) -> MeansCorrection:
    """One entry. Raises ValueError with what is wrong with it."""
    if unknown := [str(key) for key in entry if key not in _KEYS]:
        raise ValueError(f"unknown key {unknown[0]!r}; known are {', '.join(_KEYS)}")
    texts = {name: plain_text(entry.get(name)) for name in ("means_id", "plan", *SIGNED)}
    needed = [name for name in texts if name != "means_id" or "add" not in entry]
    checked_signature({name: texts[name] for name in needed})
    decided = [name for name in ("add", "change", "drop", "confirm") if entry.get(name)]
    if len(decided) != 1 or any(name in entry and entry[name] is not True for name in ("drop", "confirm")):
        raise ValueError("give one decision: add, change: {level: …}, drop: true, or confirm: true")
    added = _texts(entry, "add", ADDED) if "add" in decided else {}
    change = _texts(entry, "change", ("level",)) if "change" in decided else {}
    expect = _texts(entry, "expect", _EXPECTED)
    if "add" in decided and (missing := [name for name in ADDED if not added.get(name)]):
        raise ValueError(f"add lacks {missing[0]}; give instrument, level and the words as quote")
    if "add" not in decided and "level" not in expect:
        raise ValueError("expect lacks level; give the level that stood there")
    level = added.get("level") or change.get("level") or ""
    if level and level not in _LEVELS:
        raise ValueError(f"level is {level}; use 1, 2 or 3, or drop: true for none")
    return MeansCorrection(
        level=int(level or 0),
        drop="drop" in decided,
        instrument=added.get("instrument", ""),
        quote=added.get("quote", ""),
        expect=expect,
        **texts,
    )


def _texts(entry: Mapping[str, Any], key: str, known: Sequence[str]) -> dict[str, str]:
    given = entry.get(key) or {}
    if not isinstance(given, dict):
        raise ValueError(f"{key} is no mapping; write {key}: {{level: …}}")
    if unknown := [str(name) for name in given if name not in known]:
        raise ValueError(f"{key} has an unknown field {unknown[0]!r}; known are {', '.join(known)}")
    return {name: plain_text(value) for name, value in given.items()}


def means_entry(one: MeansCorrection) -> dict[str, Any]:
    """A correction as an entry of the file, unsigned."""
    if one.adds:
        added = {"instrument": one.instrument, "level": one.level, "quote": one.quote}
        return {"plan": one.plan, "add": added}
    entry: dict[str, Any] = {"means_id": one.means_id, "plan": one.plan}
    if one.drop:
        entry["drop"] = True
    elif one.level:
        entry["change"] = {"level": one.level}
    else:
        entry["confirm"] = True
    return entry | {
        "expect": {name: int(value) if name == "level" else value for name, value in one.expect.items()}
    }
