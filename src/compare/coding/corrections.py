"""Corrections by people: what a reviewer decided about single statements, and whether it still holds.

An entry names the statement, the decision, who took it, why, and ``expect``, the fields as they stood.
Where ``expect`` no longer holds, the source, the reader or the codebook has changed since: the entry is
not applied but handed back, so that someone decides again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from compare.coding.facts import Field, changed_facts, field_fact
from compare.model import Code, Coded, Comparator, Fact, Kind, Phrase, Statement

if TYPE_CHECKING:
    from compare.coding.book.codebook import Codebook

CORRECTED, CONFIRMED = "corrected", "confirmed"

_DEADLINE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_NUMBERS = ("value_low", "value_high")
#: What a correction may change, and what besides ``expect`` may name.
CHANGEABLE = ("indicator", "scope", *_NUMBERS, "unit", "comparator", "deadline", "kind")
EXPECTED = (*CHANGEABLE, "value_text", "subject")
_DECISIONS = ("change", "drop", "confirm")
#: Who decided, why and when.
SIGNED = ("reason", "reviewer", "date")
_KEYS = ("statement_id", "plan", *_DECISIONS, "expect", *SIGNED)
# A cell of a table stays one, and nothing else becomes one: only the table knows its area.
_KINDS = (Kind.TARGET, Kind.STANDARD, Kind.PARAMETER)


Made = TypeVar("Made")
_IDS = ("statement_id", "means_id")


class CorrectionError(ValueError):
    """Entries that cannot be used; ``problems`` has one line for each, naming entry and remedy."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision: fields to ``change``, or to ``drop`` the statement; neither confirms it as it is."""

    statement_id: str
    plan: str
    change: Mapping[str, Field]
    drop: bool
    expect: Mapping[str, Field]
    reason: str
    reviewer: str
    date: str

    @property
    def decision(self) -> Fact:
        """What was decided, for a message."""
        if self.drop:
            return Phrase("findings.decided_drop")
        return changed_facts(self.change) or Phrase("findings.decided_confirm")


class Decision(Protocol):
    """What a person decided about a statement or an instrument, as messages tell it."""

    @property
    def statement_id(self) -> str: ...
    @property
    def plan(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def reviewer(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def decision(self) -> Fact: ...


@dataclass(frozen=True, slots=True)
class Stale:
    """A correction that was not applied, and why: at least one phrase."""

    correction: Decision
    why: tuple[Phrase, ...]


def apply(
    coded: Sequence[Coded], corrections: Iterable[Correction], codebook: Codebook | None = None
) -> tuple[tuple[Coded, ...], tuple[Stale, ...]]:
    """``coded`` with the corrections that still hold, and those that do not.

    Corrections of one statement build on each other in the order given. With a ``codebook`` a
    correction to a code that it does not (or no longer) know is stale as well.
    """
    standing = {one.statement_id: one for one in coded}
    stale = []
    for correction in corrections:
        one = standing.get(correction.statement_id)
        why = (Phrase("findings.why_gone"),) if one is None else _unmet(one, correction)
        why = why or _unknown(correction, codebook)
        if one is None or why:
            stale.append(Stale(correction, why))
        elif correction.drop:
            del standing[one.statement_id]
        else:
            standing[one.statement_id] = _changed(one, correction)
    return tuple(standing.values()), tuple(stale)


def fields_of(coded: Coded) -> dict[str, Field]:
    """The fields of a statement that ``expect`` may name (EXPECTED)."""
    statement = coded.statement
    return {
        "indicator": coded.indicator,
        "scope": coded.scope,
        "value_low": statement.value_low,
        "value_high": statement.value_high,
        "unit": statement.unit,
        "comparator": str(statement.comparator),
        "deadline": statement.deadline,
        "kind": str(statement.kind),
        "value_text": statement.value_text,
        "subject": statement.subject,
    }


def _unmet(coded: Coded, correction: Correction) -> tuple[Phrase, ...]:
    now = fields_of(coded)
    return tuple(
        Phrase(
            "findings.why_unlike",
            {
                "field": Code("fields", name),
                "now": field_fact(name, now[name]),
                "expected": field_fact(name, value),
            },
        )
        for name, value in correction.expect.items()
        if not _same(now[name], value)
    )


def _same(now: Field, expected: Field) -> bool:
    """Numbers as the tables hold them: a third is not written with all its digits."""
    held, asked = (float(one) if isinstance(one, Decimal) else one for one in (now, expected))
    return held == asked


def _unknown(correction: Correction, codebook: Codebook | None) -> tuple[Phrase, ...]:
    if codebook is None:
        return ()
    known: dict[str, Mapping[str, object]] = {"indicator": codebook.indicators, "scope": codebook.scopes}
    return tuple(
        Phrase("findings.why_unknown", {"field": Code("fields", name), "code": str(code)})
        for name, codes in known.items()
        if (code := correction.change.get(name)) and code not in codes
    )


def _changed(coded: Coded, correction: Correction) -> Coded:
    change: dict[str, Any] = dict(correction.change)
    if not change:
        return replace(coded, review=coded.review if coded.review == CORRECTED else CONFIRMED)
    codes = {name: change.pop(name) for name in ("indicator", "scope") if name in change}
    return replace(coded, statement=_statement(coded.statement, change), review=CORRECTED, **codes)


def _statement(statement: Statement, change: dict[str, Any]) -> Statement:
    typed: tuple[tuple[str, Callable[[str], Any]], ...] = (("kind", Kind), ("comparator", Comparator))
    return replace(statement, **change | {name: make(change[name]) for name, make in typed if name in change})


def _shown(value: Field) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else value or "empty"


# --- entries of corrections.yaml ---------------------------------------------------


def parse_corrections(content: Any) -> tuple[Correction, ...]:
    """The corrections of statements in a parsed ``corrections.yaml``. Raises as :func:`parsed` does."""
    return parsed(content, parse_correction)


def parsed(content: Any, parse: Callable[[Any], Made]) -> tuple[Made, ...]:
    """The corrections of a parsed ``corrections.yaml``, each made by ``parse``; nothing in it is none.

    Raises :class:`CorrectionError` with every entry that cannot be used.
    """
    if content is None:
        return ()
    if not isinstance(content, list):
        raise CorrectionError(["a list of entries is expected; start each with '- statement_id: …'"])
    made, problems = [], []
    for number, entry in enumerate(content, start=1):
        try:
            made.append(parse(entry))
        except ValueError as error:
            name = next(filter(None, map(entry.get, _IDS)), None) if isinstance(entry, dict) else None
            problems.append(f"entry {number}{f' ({name})' if name else ''}: {error}")
    if problems:
        raise CorrectionError(problems)
    return tuple(made)


def parse_correction(entry: Any) -> Correction:
    """One entry. Raises ValueError with what is wrong with it."""
    if not isinstance(entry, dict):
        raise ValueError("keys with values are expected, statement_id first")
    if unknown := [str(key) for key in entry if key not in _KEYS]:
        raise ValueError(f"unknown key {unknown[0]!r}; known are {', '.join(_KEYS)}")
    texts = {name: plain_text(entry.get(name)) for name in ("statement_id", "plan", *SIGNED)}
    checked_signature(texts)
    decided = [name for name in _DECISIONS if entry.get(name)]
    if len(decided) != 1 or any(name in entry and entry[name] is not True for name in ("drop", "confirm")):
        raise ValueError("give one decision: change (the new values), drop: true, or confirm: true")
    change = _fields(entry, "change", CHANGEABLE) if "change" in decided else {}
    expect = _fields(entry, "expect", EXPECTED)
    if not expect:
        raise ValueError("expect is missing; give the fields as they stood, value_text at least")
    if unexpected := [name for name in change if name not in expect]:
        raise ValueError(f"expect lacks {unexpected[0]}; give the value that stood there")
    _check_change(change)
    if "kind" in change and expect["kind"] == Kind.ALLOCATION:
        raise ValueError("the cell of a table stays one; change its indicator instead, or drop it")
    return Correction(change=change, drop="drop" in decided, expect=expect, **texts)


def checked_signature(texts: Mapping[str, str]) -> None:
    """Raises ValueError for a text that is missing, and for a date that is none."""
    if missing := [name for name, text in texts.items() if not text]:
        raise ValueError(f"{missing[0]} is missing; add it")
    if not _DATE.fullmatch(texts["date"]):
        raise ValueError(f"date is {texts['date']!r}; write it as 2026-01-31")


def _check_change(change: Mapping[str, Field]) -> None:
    low, high = (change.get(name) for name in _NUMBERS)
    if (low is None) != (high is None):
        raise ValueError("change gives one of value_low and value_high; give both")
    if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
        raise ValueError("change gives a value_low above value_high; exchange them")
    for name, codes in (("comparator", tuple(Comparator)), ("kind", _KINDS)):
        if name in change and change[name] not in codes:
            raise ValueError(f"{name} is {_shown(change[name])}; use one of {', '.join(codes)}")
    if not _DEADLINE.fullmatch(str(change.get("deadline", ""))):
        raise ValueError(f"deadline is {change['deadline']}; write it as 2025, 2025-06 or 2025-06-30")


def _fields(entry: Mapping[str, Any], key: str, known: Sequence[str]) -> dict[str, Field]:
    given = entry.get(key) or {}
    if not isinstance(given, dict):
        raise ValueError(f"{key} is no mapping; write {key}: {{indicator: …}}")
    if unknown := [str(name) for name in given if name not in known]:
        raise ValueError(f"{key} has an unknown field {unknown[0]!r}; known are {', '.join(known)}")
    return {
        name: _number(name, value) if name in _NUMBERS else plain_text(value) for name, value in given.items()
    }


def _number(name: str, value: Any) -> Decimal | None:
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(value, bool) or not number.is_finite():
        raise ValueError(f"{name} is {value!r}; write a number")
    return number


def plain_text(value: Any) -> str:
    """YAML makes numbers of years and dates of dates; here they are the text they are."""
    return "" if value is None else str(value).strip()
