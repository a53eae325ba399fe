"""The tables of rules: every rule wins for its own example and leaves the sentence near it alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest
from tests.support.rules import Example

from compare.reading import Lexicon
from compare.reading.grids import cell_values
from compare.reading.page.clauses import clauses_of
from compare.reading.page.view import text_view
from compare.reading.quantities import amounts, dates, unwritten
from compare.reading.quantities.bases import periods
from compare.reading.quantities.bases import rules as bases
from compare.reading.quantities.comparators import ahead, behind, shared
from compare.reading.quantities.roles import qualifiers, rhetoric
from compare.reading.quantities.roles import rules as numeral_roles
from compare.reading.quantities.scan import Scan, scan
from compare.reading.quantities.sizes import composed, written

ANCHOR = dates.Anchor(2020, 2020, 2025)


def marked(sentence: str) -> tuple[str, int, int]:
    """The text of a sentence, and the place marked «so» in it."""
    start, end = sentence.index("«"), sentence.index("»") - 1
    return sentence.replace("«", "").replace("»", ""), start, end


def read(text: str, lexicon: Lexicon) -> Scan:
    view = text_view(text).text
    assert view == text, "an example is written as the view shows it"
    return scan(view, lexicon, clauses_of(view), ANCHOR)


def of_numeral(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    return next(rule for at, stop, _, rule in read(text, lexicon).roles if at <= start < stop)


def of_unit(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    clause = clauses_of(text).clause(start)[0]
    return amounts.amount_at(text, start, end, clause, lexicon).unit_rule


def of_size(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    clause = clauses_of(text).clause(start)[0]
    amount = amounts.amount_at(text, start, end, clause, lexicon)
    return amount.size_rule or amount.rule


def of_comparator(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    return next(v.comparator_rule for v in read(text, lexicon).values if v.start == start)


def of_base(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    value = next(v for v in read(text, lexicon).values if v.start == start)
    before = text[value.clause_start : start]
    return bases.based(value.unit, before, text[value.end : value.end + 12], periods.period_of(before)[1])[1]


def of_period(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    value = next(v for v in read(text, lexicon).values if v.start == start)
    before, behind = text[value.clause_start : start], text[value.end : value.end + 12]
    return periods.period_by_rule(before, behind, value.unit.sort)[1]


def of_date(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    return next(d.rule for d in read(text, lexicon).dates if d.start == start)


def of_cell(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    value = cell_values.cell_value(text, start, end, lexicon)
    return value.rule if value else ""


Find = Callable[[str, int, int, Lexicon], str]
TABLES: tuple[tuple[str, Iterable[Example], Find], ...] = (
    ("numeral_roles.COVERS", numeral_roles.COVERS, of_numeral),
    ("numeral_roles.NUMERAL_RULES", numeral_roles.NUMERAL_RULES, of_numeral),
    ("amounts.DENOMINATOR_RULES", amounts.DENOMINATOR_RULES.rules, of_numeral),
    ("amounts.UNITLESS_RULES", amounts.UNITLESS_RULES.rules, of_numeral),
    ("rhetoric.COUNT_RULES", rhetoric.COUNT_RULES.rules, of_numeral),
    ("qualifiers.PART_RULES", qualifiers.PART_RULES.rules, of_numeral),
    ("written.WRITTEN_RULES", written.WRITTEN_RULES.rules, of_size),
    ("composed.JOINED_RULES", composed.JOINED_RULES, of_size),
    ("composed.RANGE_RULES", composed.RANGE_RULES, of_size),
    ("composed.ADDED_RULES", composed.ADDED_RULES, of_size),
    ("unwritten.UNIT_RULES", unwritten.UNIT_RULES.rules, of_unit),
    ("comparators.BEHIND_RULES", behind.BEHIND_RULES.rules, of_comparator),
    ("comparators.AHEAD_RULES", ahead.AHEAD_RULES, of_comparator),
    ("comparators.SHARED_RULES", shared.SHARED_RULES, of_comparator),
    ("comparators.SAID_BEHIND_RULES", shared.SAID_BEHIND_RULES, of_comparator),
    ("bases.BASE_RULES", bases.BASE_RULES.rules, of_base),
    ("periods.PERIOD_RULES", periods.PERIOD_RULES, of_period),
    ("dates.FORCE_RULES", dates.FORCE_RULES, of_date),
    ("cell_values.CELL_VALUE_RULES", cell_values.CELL_VALUE_RULES.rules, of_cell),
    ("cell_values.BOUND_VALUE_RULES", cell_values.BOUND_VALUE_RULES.rules, of_cell),
)
RULES = [
    pytest.param(rule, find, id=f"{table}: {rule.name}") for table, rules, find in TABLES for rule in rules
]


@pytest.mark.parametrize(("rule", "find"), RULES)
def test_a_rule_wins_for_its_example(rule: Example, find: Find, lexicon: Lexicon) -> None:
    """Where no rule before it takes the place; a rule that cannot win has no example."""
    assert rule.name == find(*marked(rule.example), lexicon)


@pytest.mark.parametrize(("rule", "find"), RULES)
def test_a_rule_leaves_the_sentence_near_it(rule: Example, find: Find, lexicon: Lexicon) -> None:
    """What looks like the example and is not falls to another rule, or to none."""
    assert rule.name != find(*marked(rule.near), lexicon)


def test_rules_have_names_of_their_own() -> None:
    """A numeral's rule can be found by its name."""
    uses = Counter(rule.name for _, rules, _ in TABLES for rule in rules)
    assert [] == [name for name, count in uses.items() if count > 1]


def test_every_numeral_names_its_rule(lexicon: Lexicon) -> None:
    """Whatever role a numeral has, the rule that gave it is told."""
    text = "到2025年,每百户配建20平方米,占比达到55%以上,拨打12345热线,见第3条、附件2(一)。实施三年行动方案。"
    assert [] == [numeral for numeral in read(text, lexicon).roles if not numeral[3]]
