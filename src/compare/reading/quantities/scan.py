"""One pass over the numerals of a text: each becomes a value, a date, or a named role.

Nothing is dropped: every numeral met is reported with its role and the rule that gave it, so that the
ledger can show which ones the grammar has no reading for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.frozen import maker
from compare.model import Role
from compare.reading.numerals import CHINESE, ENCLOSED, ROMAN
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities import dates as dt
from compare.reading.quantities.amounts import Amount, Value, amount_at
from compare.reading.quantities.comparators.binding import comparator
from compare.reading.quantities.comparators.shared import said_behind, shared
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.quantities.relative_dates import relative_dates
from compare.reading.quantities.roles.numerals_in_text import Found, NumeralInText
from compare.reading.quantities.roles.rules import COVERS, rules_at
from compare.reading.rules import first

#: A run of digits or of Chinese numerals, a mark or a Roman numeral: what the ledger counts.
_NUMERAL = f"[0-9{CHINESE}半{ENCLOSED}{ROMAN}]"
NUMERAL = re.compile(f"{_NUMERAL}{_NUMERAL}*+")
_SPAN_JOINTS = frozenset({"至", "到", "-", "--", "~"})


#: A numeral ``start:end`` of the view, its role, and the rule that gave it.
Numbered = tuple[int, int, Role, str]


_value = maker(Value)


@dataclass(frozen=True, slots=True)
class Scan:
    """All numerals of a text in order, and what they are."""

    values: tuple[Value, ...]
    dates: tuple[dt.Date, ...]
    roles: tuple[Numbered, ...]


#: A span of the view whose numerals have a role known beforehand (furniture, table cell).
Known = tuple[int, int, Role]


def scan(
    text: str, lexicon: Lexicon, clauses: Clauses, anchor: dt.Anchor, known: Sequence[Known] = ()
) -> Scan:
    """Read every numeral of ``text`` once, left to right."""
    return _Scanner(text, lexicon, clauses, anchor, known).run()


class _Scanner:
    """State of one pass; kept private so that the module's face is the pure function."""

    __slots__ = ("covered", "dates", "place", "position", "roles", "text", "values")

    def __init__(
        self, text: str, lexicon: Lexicon, clauses: Clauses, anchor: dt.Anchor, known: Sequence[Known]
    ) -> None:
        self.text = text
        self.values: list[Value] = []
        self.dates: list[dt.Date] = []
        self.roles: list[Numbered] = []
        self.covered = sorted(
            [
                *((*span, str(span[2])) for span in known),
                *(
                    (*match.span(), cover.role, cover.name)
                    for cover in COVERS
                    for match in cover.pattern.finditer(text)
                ),
            ]
        )
        self.place = NumeralInText(text, lexicon, clauses, anchor, self.dates)
        self.position = 0

    def run(self) -> Scan:
        beyond = len(self.text) + 1
        covered = iter([*self.covered, (beyond, beyond + 1, Role.NONE, "")])
        cover = next(covered)
        for match in NUMERAL.finditer(self.text):
            start, end = match.span()
            if start < self.position:
                if end <= self.position:
                    continue
                start = self.position
            while cover[1] <= start:
                cover = next(covered)
            if cover[0] <= start:
                self._role(start, end, *cover[2:])
                continue
            while start < end:
                start = max(self._read(start, end), start + 1)
        self.dates.extend(relative_dates(self.text, self.place.anchor, self._year_said))
        self.dates.sort(key=lambda d: d.start)
        return Scan(tuple(self.values), tuple(self.dates), tuple(self.roles))

    def _year_said(self, position: int) -> int:
        """The year of the last date before a position in its sentence, 0 where none sets a deadline."""
        at = bisect_left(self.dates, position, key=lambda date: date.start) - 1
        last = self.dates[at] if at >= 0 else None
        if last is None or last.force is dt.Force.DATE or not last.value:
            return 0
        return int(last.value[:4]) if last.start >= self.place.clauses.sentence(position)[0] else 0

    def _role(self, start: int, end: int, role: Role, rule: str) -> int:
        self.roles.append((start, end, role, rule))
        self.position = max(self.position, end)
        return end

    def _read(self, start: int, run_end: int) -> int:
        text, place = self.text, self.place
        place.start, place.run_end = start, run_end
        place.before = text[start - 1] if start else "\n"
        found = first(rules_at(place.before, text[start], text[run_end : run_end + 1]), place)
        if found is None:
            return self._value(start, run_end)
        made, rule = found
        if made.amount:
            return self._accept(start, made.amount, rule)
        role = self._date(start, made) if made.date else made.role
        return self._role(made.date.start if made.date else start, made.end, role, rule)

    def _date(self, start: int, found: Found) -> Role:
        """Note a date and give its role; the second end of a span takes the force of the first."""
        date, role = found.date, found.role
        assert date is not None
        if found.spans and self.dates and self.text[self.dates[-1].end : start] in _SPAN_JOINTS:
            # 2023年10月至2024年3月: the span acts as one date, its end the deadline.
            opening = self.dates.pop()
            date = replace(date, force=opening.force, rule=opening.rule)
            role = Role.DATE if date.force is dt.Force.DATE else Role.DEADLINE
            self.dates.append(replace(opening, force=dt.Force.DATE))
        self.dates.append(date)
        return role

    def _value(self, start: int, run_end: int) -> int:
        if self.place.before == "\ufffd" or self.text.startswith("\ufffd", run_end):
            return self._role(start, run_end, Role.NONE, "digit_lost")  # 5\ufffd张
        clause_start = max(self.place.clauses.clause(start)[0], start - CLAUSE_REACH)
        amount = amount_at(self.text, start, run_end, clause_start, self.place.lexicon)
        if amount.unit:
            return self._accept(start - amount.signed, amount, amount.rule)
        return self._role(start, amount.end, amount.role, amount.rule)

    def _accept(self, start: int, amount: Amount, rule: str) -> int:
        end, unit = amount.end, amount.unit
        assert unit is not None
        clause_start, clause_end = self.place.clauses.clause(start)
        clause_start = max(clause_start, start - CLAUSE_REACH)
        clause_end = max(min(clause_end, end + CLAUSE_REACH), end)
        floor = max(clause_start, self.values[-1].bound_end if self.values else 0)
        bound = comparator(
            self.text,
            floor,
            start,
            end,
            unit,
            self.place.lexicon,
            is_range=amount.low != amount.high,
            more=amount.more,
        )
        if self.values and self.values[-1].end > clause_start and amount.low == amount.high:
            said_behind(self.text, self.values, start, unit, bound)
            bound = shared(self.text, self.values[-1], start, unit, bound)
        self.values.append(
            _value(
                start,
                end,
                bound.end,
                amount.low,
                amount.high,
                unit,
                bound.code,
                clause_start,
                clause_end,
                rule,
                amount.unit_rule,
                bound.rule,
                bound.words,
                amount.size_rule,
            )
        )
        return self._role(start, end, Role.STATEMENT, rule)
