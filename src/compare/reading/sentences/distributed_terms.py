"""What 分别 gives each of its values besides a noun: the bound of the first (:data:`GIVEN_BOUNDS`), and its
own of as many years (:data:`GIVEN_DATES`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from compare.model import Comparator, Kind, Reason, Statement
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.dates import Date
from compare.reading.rules import Rule, first

_YEARS = re.compile(r"((?:19|20)[0-9]{2})年?-{1,2}((?:19|20)[0-9]{2})")


class Terms(NamedTuple):
    """The statement of the value at a ``position`` of a group, and the ``years`` listed before the group."""

    said: Statement
    group: Sequence[Value]
    position: int
    years: Sequence[Date]
    text: str


def _bound_of_first(of: Terms) -> Comparator | None:
    bound = of.group[0].comparator
    shared = of.said.comparator is Comparator.EQ and bound not in (Comparator.RANGE, Comparator.EQ)
    return bound if shared else None


def _year_in_list(of: Terms) -> str | None:
    each = len(of.years) == len(of.group) and _listed_together(of.years, of.text)
    return of.years[of.position].value if each else None


def _year_of_span(of: Terms) -> str | None:
    """2023—2025年,分别新增300张、400张、500张."""
    span = _YEARS.match(of.text, of.years[0].start) if len(of.years) == 1 else None
    if span is None:
        return None
    first_year, last_year = int(span[1]), int(span[2])
    return str(first_year + of.position) if last_year - first_year + 1 == len(of.group) else None


GIVEN_BOUNDS: tuple[Rule[Terms, Comparator], ...] = (
    Rule(
        "bound given 分别",
        _bound_of_first,
        "建筑面积、床位数分别不低于2000平方米和«60张»。",
        "建筑面积、床位数分别为2000平方米和«60张»。",
        "GUIDE: 分别达到A、B are two rows",
    ),
)
GIVEN_DATES: tuple[Rule[Terms, str], ...] = (
    Rule(
        "year listed given 分别",
        _year_in_list,
        "2023年、2024年、2025年分别新增床位100张、«200张»、300张。",
        "2023—2025年,分别新增床位100张、«200张»、300张。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "year of the span given 分别",
        _year_of_span,
        "2023—2025年,分别新增床位100张、«200张»、300张。",
        "2023年、2024年、2025年分别新增床位100张、«200张»、300张。",
        "GUIDE: 分别达到A、B are two rows",
    ),
)


def with_own_terms(
    statement: Statement,
    group: Sequence[Value],
    position: int,
    text: str,
    clauses: Clauses,
    dates: Sequence[Date],
) -> Statement:
    """What 分别 gives each of its values: the comparator said once, and its own of as many years."""
    first_value = group[0]
    start = clauses.sentence(first_value.start)[0]
    start = max(start, first_value.start - CLAUSE_REACH)
    near = dates[slice(*(bisect_left(dates, at, key=lambda d: d.start) for at in (start, first_value.start)))]
    terms = Terms(statement, group, position, _last_listed(near, len(group), text), text)
    if bound := first(GIVEN_BOUNDS, terms):
        statement = _given(replace(statement, comparator=bound[0]), "comparator", bound[1])
    due = None if statement.kind is Kind.PARAMETER else first(GIVEN_DATES, terms)
    return _given(replace(statement, deadline=due[0]), "deadline", due[1]) if due else statement


def _given(statement: Statement, field: str, rule: str) -> Statement:
    """The statement with a rule of 分别 as the reason for a field."""
    kept = tuple(reason for reason in statement.reasons if reason.about != field)
    return replace(statement, reasons=(*kept, Reason(field, rule)))


def _listed_together(years: Sequence[Date], text: str) -> bool:
    """Whether no number stands between the dates: 到2026年…80%;到2028年分别… gives each its own clause."""
    return not any(c.isdigit() for a, b in pairwise(years) for c in text[a.end : b.start])


def _last_listed(dates: Sequence[Date], count: int, text: str) -> Sequence[Date]:
    """The last so many dates if they stand in one list (到2023年…,2024年、2025年分别…), else all."""
    last = dates[-count:]
    joined = all(text[a.end : b.start].strip("底末") in ("、", "和", "及", "与") for a, b in pairwise(last))
    return last if joined else dates
