"""Every table of rules, by what its rules decide, so that a decision can be told with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from compare.reading.grids.cell_values import BOUND_VALUE_RULES, CELL_VALUE_RULES
from compare.reading.grids.columns.of_values import COLUMN_RULES
from compare.reading.grids.columns.sorts import SORT_RULES
from compare.reading.grids.meaning.kinds import CELL_KINDS
from compare.reading.grids.meaning.nearest import CELL_BOUNDS, CELL_DATES, CELL_UNITS
from compare.reading.grids.meaning.terms import CELL_SCOPES, CELL_SUBJECTS
from compare.reading.grids.told_cells import TOLD_DATES, TOLD_KINDS, TOLD_SCOPES, TOLD_SUBJECTS
from compare.reading.quantities.amounts import DENOMINATOR_RULES, UNITLESS_RULES
from compare.reading.quantities.bases.periods import PERIOD_RULES, UNIT_PERIOD_RULES
from compare.reading.quantities.bases.rules import BASE_RULES
from compare.reading.quantities.comparators.ahead import AHEAD_RULES
from compare.reading.quantities.comparators.behind import BEHIND_RULES
from compare.reading.quantities.comparators.shared import SAID_BEHIND_RULES, SHARED_RULES
from compare.reading.quantities.dates import FORCE_RULES
from compare.reading.quantities.roles.qualifiers import PART_RULES
from compare.reading.quantities.roles.rhetoric import COUNT_RULES
from compare.reading.quantities.roles.rules import NUMERAL_RULES
from compare.reading.quantities.sizes.composed import ADDED_RULES, JOINED_RULES, RANGE_RULES
from compare.reading.quantities.sizes.written import WRITTEN_RULES
from compare.reading.quantities.unwritten import UNIT_RULES
from compare.reading.sentences.distributed_terms import GIVEN_BOUNDS, GIVEN_DATES
from compare.reading.sentences.distribution import GIVEN_NOUNS, GIVEN_SCOPES
from compare.reading.sentences.document_kinds import DOCUMENT_KIND_RULES
from compare.reading.sentences.implied import CLAIM_RULES
from compare.reading.sentences.implied_statements import CLAIM_KINDS, CLAIM_SUBJECTS
from compare.reading.sentences.kinds.rules import KIND_RULES
from compare.reading.sentences.scopes.rules import SCOPE_RULES
from compare.reading.sentences.sharing.rules import OWN_WORDS_RULES, SHARED_BASE_RULES
from compare.reading.sentences.subjects.rules import SUBJECT_RULES
from compare.reading.sentences.times.dates.programmes import PROGRAMME_RULES
from compare.reading.sentences.times.deadlines import DEADLINE_RULES
from compare.reading.sentences.times.facts.rules import TIME_RULES
from compare.reading.sentences.times.looking_back import PAST_RULES
from compare.reading.sentences.units import WHOLE_RULES


class NamedRule(Protocol):
    """What a rule of any table has."""

    @property
    def name(self) -> str: ...

    @property
    def source(self) -> str: ...


#: What is decided -> the rules that decide it.
TABLES: Mapping[str, Iterable[NamedRule]] = {
    "value": (
        *NUMERAL_RULES,
        *DENOMINATOR_RULES.rules,
        *UNITLESS_RULES.rules,
        *COUNT_RULES.rules,
        *PART_RULES.rules,
        *CLAIM_RULES,
        *WRITTEN_RULES.rules,
        *JOINED_RULES,
        *RANGE_RULES,
        *ADDED_RULES,
        *CELL_VALUE_RULES.rules,
        *BOUND_VALUE_RULES.rules,
    ),
    "unit": (*CLAIM_RULES, *WHOLE_RULES, *UNIT_RULES.rules, *BASE_RULES.rules, *CELL_UNITS),
    "base": (*SHARED_BASE_RULES.rules, *OWN_WORDS_RULES.rules),
    "comparator": (
        *CLAIM_RULES,
        *SHARED_RULES,
        *SAID_BEHIND_RULES,
        *BEHIND_RULES.rules,
        *AHEAD_RULES,
        *CELL_BOUNDS,
        *GIVEN_BOUNDS,
    ),
    "period": (*PERIOD_RULES, *UNIT_PERIOD_RULES),
    "date": FORCE_RULES,
    "subject": (*SUBJECT_RULES.rules, *CLAIM_SUBJECTS, *CELL_SUBJECTS, *TOLD_SUBJECTS, *GIVEN_NOUNS),
    "kind": (
        *KIND_RULES.rules,
        *CLAIM_KINDS,
        *TIME_RULES.rules,
        *DOCUMENT_KIND_RULES,
        *CELL_KINDS,
        *TOLD_KINDS,
    ),
    "scope": (*SCOPE_RULES.rules, *CELL_SCOPES, *TOLD_SCOPES, *GIVEN_SCOPES),
    "past": PAST_RULES,
    "deadline": (*DEADLINE_RULES.rules, *PROGRAMME_RULES, *CELL_DATES, *TOLD_DATES, *GIVEN_DATES),
    "column": (*SORT_RULES, *COLUMN_RULES),
}

#: What is told where no rule had anything to decide: a value is an exact one, its unit the one written at
#: it; and what a numeral is by its place or its damage.
DEFAULTS = frozenset({"plain", "unit as written", "table_cell", "furniture", "digit_lost"})


def source_of(decided: str, rule: str) -> str:
    """What a rule rests on (a coding rule, a standard), "" where nothing is named."""
    return _sources().get((decided, rule), "")


@cache
def _sources() -> Mapping[tuple[str, str], str]:
    return {(what, rule.name): rule.source for what, rules in TABLES.items() for rule in rules if rule.source}
