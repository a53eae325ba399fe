"""Deadline of each value of a text, and what the time it is stated for makes of its kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from compare.model import Comparator, Kind, Reason
from compare.reading.cues import COMES_TO
from compare.reading.page.lines import line_start
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.dates import Force
from compare.reading.rules import first
from compare.reading.sentences.document_kinds import kind_by_document
from compare.reading.sentences.drafts import Writer
from compare.reading.sentences.kinds.rules import CONDITIONS, OTHERWISE
from compare.reading.sentences.material import Material, Span
from compare.reading.sentences.times.accounts import first_year_ahead, is_plan
from compare.reading.sentences.times.dates.programmes import PROGRAMME_RULES, Undated, programme_at
from compare.reading.sentences.times.deadlines import govern
from compare.reading.sentences.times.facts.rules import FACTS, TimeRules, rules_for, timed_kind
from compare.reading.sentences.times.reports import is_report, turns_ahead
from compare.reading.sentences.times.timing import now_in, timing_of, until, year_counted

_RAISED = re.compile(rf"(?:{COMES_TO}|(?:调高|增)[到至]|达到?)[^0-9]{{0,8}}$")
_BEHIND = 4  # so far behind a value the rules by time look
_PLAIN = (Comparator.EQ, Comparator.ABOUT)


class Governing(NamedTuple):
    """Deadline of a value, "" without any; whether its date is ``past``, so that the value is a fact; why it
    governs; where it stands."""

    deadline: str = ""
    past: bool = False
    reason: Reason | None = None
    dated: Span = (0, 0)


class DatedKind(NamedTuple):
    """Kind and deadline of a value, the rule that decided its kind, and why the deadline governs."""

    kind: Kind
    rule: str
    deadline: str
    reason: Reason | None


class ValueTimes:
    """Dates the values of one text, which are asked for in text order: ``fact`` is the last value that is so
    already (its sentence, its end, the year it was said for), ``now`` what :func:`now_in` found in the
    sentence last asked for, ``rules`` those that can apply to its values, with a date and without."""

    __slots__ = (
        "ahead",
        "counted",
        "date_starts",
        "fact",
        "material",
        "now",
        "rules",
        "tells",
        "turn",
        "writer",
    )

    def __init__(self, material: Material, writer: Writer) -> None:
        self.material, self.writer = material, writer
        self.date_starts = [date.start for date in material.found.dates]
        self.fact = (0, -1, 0)
        self.now = (-1, -1)
        self.rules: dict[bool, TimeRules] = {}
        self.tells = not is_plan(material.title)
        self.counted = max(
            (year_counted(material.view.text, date) for date in material.found.dates), default=0
        )
        self.ahead = first_year_ahead(material.view.text) if self.tells else 0
        reports = self.tells and is_report(material.view.text)
        self.turn = turns_ahead(material.view.text) if reports else 0

    def dated(self, value: Value, floor: int, clause_before: str, kind: Kind, rule: str) -> DatedKind:
        """What time makes of a value that has a kind by a rule of words; its own begin at ``floor``."""
        if kind is Kind.PARAMETER:
            paid = value.unit.sort == "money" and rule not in CONDITIONS
            due = self._due(value, clause_before) if paid else self._since(value)
            return DatedKind(kind, rule, due.deadline, due.reason)
        text, back = self.material.view.text, self.material.back
        deadline, past, reason, dated = self.governing(value.start, (value.clause_start, value.clause_end))
        sentence, sentence_end = self.material.clauses.sentence(value.start)
        told = line_start(text, value.start) if self.tells else sentence
        if self.now[0] != sentence:
            self.now = (sentence, now_in(text, sentence, sentence_end))
            self.rules.clear()
        timing = timing_of(
            text,
            value,
            floor,
            clause_before,
            kind,
            rule,
            deadline,
            past,
            dated,
            self.now[1],
            self.material.issue_year,
            self.fact if self.fact[0] >= told else (-1, -1, 0),
            (sentence, sentence_end),
            back.year(value.start),
            back.begins,
            self.tells,
            self.ahead,
            self.material.carry.carries(value.start),
            self.counted,
            value.start < self.turn,
        )
        is_dated = dated[1] > dated[0]
        if is_dated not in self.rules:  # a sentence is looked through once, however many values it has
            words = text[sentence : sentence_end + _BEHIND]
            self.rules[is_dated] = rules_for(words, dated=is_dated, tells=self.tells)
        (kind, due_by), by_time = timed_kind(timing, self.rules[is_dated])
        if by_time in FACTS:
            before_it = self.fact[2] if self.fact[0] >= told else 0
            # 到2027年,建成9个,目前已建成3个: that year is the goal's
            of_a_goal = deadline and any(char.isdigit() for char in text[dated[1] : floor])
            year = 0 if of_a_goal else int(deadline[:4] or 0)
            self.fact = (sentence, value.bound_end, max(before_it, year))
        if kind is Kind.TARGET and reason is None and (programme := self._dated_by(value.start, sentence)):
            due_by, reason = programme
        undecided = kind is Kind.TARGET and not due_by and rule == OTHERWISE
        if undecided and (by_document := kind_by_document(self.material.title, value.unit.sort)):
            return DatedKind(*by_document, due_by, reason)
        return DatedKind(kind, by_time or rule, due_by, reason)

    def _dated_by(self, position: int, sentence: int) -> tuple[str, Reason] | None:
        """The year of the programme that a goal without a date stands in, and why."""
        material, starts = self.material, self.date_starts
        programme = programme_at(material.programmes, position)
        if programme is None:
            return None
        line = line_start(material.view.text, position)
        before = material.found.dates[bisect_left(starts, line) : bisect_left(starts, sentence)]
        led_by = [date.value for date in before if date.force is Force.LEAD]
        looks_back = material.back.year(position) is not None
        found = first(PROGRAMME_RULES, Undated(programme.year, material.issue_year, looks_back, led_by))
        return found and (found[0], self.writer.reason("deadline", found[1], programme.named))

    def governing(self, position: int, clause: Span) -> Governing:
        """The date that governs a value at ``position`` in ``clause``."""
        material = self.material
        governed = govern(
            material.found.dates,
            self.date_starts,
            material.view.text,
            material.clauses,
            position,
            clause,
            material.carry,
        )
        if governed is None:
            return Governing()
        date, rule = governed
        span = (date.start, date.end)
        reason = self.writer.reason("deadline", rule, span)
        return Governing("" if date.past else date.value, date.past, reason, span)

    def _since(self, value: Value) -> Governing:
        """From when on something is done so often (2026年起,每年上门4次)."""
        if value.unit.sort != "frequency":
            return Governing()
        found = self.governing(value.start, (value.clause_start, value.clause_end))
        since = found.reason is not None and found.reason.rule == "from then on" and not found.past
        return found if since else Governing()

    def _due(self, value: Value, before: str) -> Governing:
        """Deadline of a sum that is a parameter: by GUIDE only a date that governs it expressly, in its own
        clause or as one to raise it by (到2025年,将标准提高到…)."""
        found = self.governing(value.start, (value.clause_start, value.clause_end))
        start = found.dated[0]
        if not found.deadline or found.past:
            return Governing()
        if found.reason and found.reason.rule in ("from then on", "next from then on"):
            return found
        if not until(self.material.view.text, found.dated, opening=True):
            return Governing()
        raised = value.comparator not in _PLAIN or _RAISED.search(before)
        since = self.material.clauses.sentence(value.start)[0] if raised else value.clause_start
        return found if start >= since else Governing()
