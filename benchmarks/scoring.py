"""How an extraction is scored against plans coded by hand (tests/gold/statements.csv).

A coded fact is *found* when a statement on the same line has its values, unit and comparator, and
*full* when deadline and indicator agree too; for a code that the codebook lacks, none is right. Each
statement answers at most one fact.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from compare.coding import Codebook, code
from compare.coding.indicators.resemblance import Resemblance
from compare.model import Coded, Document
from compare.reading import read
from compare.study.people.explaining import around_statement

FIELDS = ("value", "unit", "comparator", "kind", "period", "deadline", "indicator", "scope")
#: What agrees beside value, unit and comparator where a fact is full.
FULL = ("deadline", "indicator")
#: What became of the code of a fact that was found. ``foreign``: people gave it a code that the codebook
#: does not have, so that no code is right; whether it was coded all the same is counted apart.
CODES = ("right", "wrong", "uncoded", "foreign_uncoded", "foreign_coded")
#: What is offered for those without a code: the right one first, or among others.
OFFERS = ("first", "offered")


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the hand-coded table."""

    plan: str
    line: int
    quote: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    comparator: str
    kind: str
    period: str
    deadline: str
    indicator: str
    scope: str

    def __str__(self) -> str:
        return f"{self.plan}:{self.line} {self.quote}"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts for one plan: facts, statements, pairs found and full, agreement per field and of codes."""

    plan: str
    facts: int
    statements: int
    found: tuple[Fact, ...]
    full: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    extra: tuple[Coded, ...]
    unlike: tuple[tuple[Fact, Coded, str], ...]
    fields: dict[str, int]
    codes: dict[str, int]
    offers: dict[str, int]

    def rates(self, hits: int) -> tuple[float, float, float]:
        """Precision, recall and F1 of ``hits``."""
        precision = hits / self.statements if self.statements else 0.0
        recall = hits / self.facts if self.facts else 0.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


def read_facts(path: Path) -> dict[str, list[Fact]]:
    """The hand-coded facts by plan."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            facts[row["plan"]].append(
                Fact(
                    plan=row["plan"],
                    line=int(row["line"]),
                    quote=row["quote"],
                    low=Decimal(row["value_low"]) if row["value_low"] else None,
                    high=Decimal(row["value_high"]) if row["value_high"] else None,
                    unit=row["unit"],
                    comparator=row["comparator"],
                    kind=row["kind"],
                    period=row["period"],
                    deadline=row["deadline"],
                    indicator=row["indicator"],
                    scope=row["scope"],
                )
            )
    return dict(facts)


def paired(
    facts: Sequence[Fact], coded: Sequence[Coded], document: Document
) -> Iterator[tuple[Fact, Coded | None, list[Coded], int]]:
    """Each fact with the statement that answers it, None where none does, those of its line that answered
    none before it, and where it is quoted."""
    starts = [0, *(i + 1 for i, c in enumerate(document.text) if c == "\n")]
    by_line: dict[int, list[Coded]] = defaultdict(list)
    for item in coded:
        by_line[bisect_right(starts, item.statement.value_start)].append(item)
    used: set[int] = set()
    for fact in facts:
        free = [c for c in by_line[fact.line] if id(c) not in used]
        same = [c for c in free if _core(c) == (fact.low, fact.high, fact.unit, fact.comparator)]
        at = document.text.find(fact.quote, starts[fact.line - 1])
        same.sort(
            key=lambda c: (
                c.statement.deadline != fact.deadline,
                c.indicator != fact.indicator,
                abs(c.statement.start - at),
            )
        )
        if same:
            used.add(id(same[0]))
        yield fact, same[0] if same else None, free, at


def score(plan: str, document: Document, facts: Sequence[Fact], codebook: Codebook) -> Score:
    """Read and code a document and pair its statements with the facts."""
    reading = read(document, codebook.lexicon)
    coded = code(plan, reading, codebook)
    resemblance, offers = Resemblance(codebook), dict.fromkeys(OFFERS, 0)
    used: set[int] = set()
    found: list[Fact] = []
    full: list[Fact] = []
    missed: list[Fact] = []
    unlike: list[tuple[Fact, Coded, str]] = []
    fields, codes = dict.fromkeys(FIELDS, 0), dict.fromkeys(CODES, 0)
    for fact, best, free, at in paired(facts, coded, document):
        if best is None:
            missed.append(fact)
            _near(fact, free, at, fields)
            continue
        used.add(id(best))
        found.append(fact)
        codes[outcome := _code_outcome(fact, best, codebook)] += 1
        if outcome == "uncoded":
            around = around_statement(reading, best.statement, "")
            low = None if fact.low is None else float(fact.low)
            likely = [one.id for one in resemblance.likely(around, fact.unit, low)]
            offers["first"] += likely[:1] == [fact.indicator]
            offers["offered"] += fact.indicator in likely
        for field in ("value", "unit", "comparator"):
            fields[field] += 1
        wrong: set[str] = set()
        for field, agrees in (
            ("kind", str(best.statement.kind) == fact.kind),
            ("period", best.statement.period == fact.period),
            ("deadline", best.statement.deadline == fact.deadline),
            ("indicator", outcome in ("right", "foreign_uncoded")),
            ("scope", _scope_code(fact.scope, codebook) in (best.scope, None)),
        ):
            if agrees:
                fields[field] += 1
            else:
                wrong.add(field)
        if not wrong.isdisjoint(FULL):
            unlike.append((fact, best, ", ".join(field for field in FULL if field in wrong)))
        else:
            full.append(fact)
    extra = tuple(c for c in coded if id(c) not in used)
    return Score(
        plan,
        len(facts),
        len(coded),
        tuple(found),
        tuple(full),
        tuple(missed),
        extra,
        tuple(unlike),
        fields,
        codes,
        offers,
    )


def _code_outcome(fact: Fact, coded: Coded, codebook: Codebook) -> str:
    if fact.indicator not in codebook.indicators:
        return "foreign_coded" if coded.indicator else "foreign_uncoded"
    if coded.indicator == fact.indicator:
        return "right"
    return "wrong" if coded.indicator else "uncoded"


def _core(coded: Coded) -> tuple[Decimal | None, Decimal | None, str, str]:
    s = coded.statement
    return s.value_low, s.value_high, s.unit, str(s.comparator)


def _near(fact: Fact, free: Sequence[Coded], at: int, fields: dict[str, int]) -> None:
    """Credit the single fields of the statement that overlaps a fact which was not found whole."""
    for item in free:
        s = item.statement
        if at <= s.value_start < at + len(fact.quote):
            fields["value"] += (s.value_low, s.value_high) == (fact.low, fact.high)
            fields["unit"] += s.unit == fact.unit
            fields["comparator"] += str(s.comparator) == fact.comparator
            return


def _scope_code(scope: str, codebook: Codebook) -> str | None:
    """Code of a hand-written scope; None where the codebook has no word for it."""
    if not scope:
        return "general"
    for entry in codebook.scopes.values():
        if not entry.tier and any(w.pattern.search(scope) for w in entry.match):
            return entry.id
    return None
