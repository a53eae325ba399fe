"""The rules of sentences and tables: each wins for its own example and leaves the sentence near it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest
from tests.support.rules import Example

from compare.model import Document, Statement
from compare.reading import Lexicon, read
from compare.reading.grids import sheet
from compare.reading.grids.columns import of_values, sorts
from compare.reading.grids.flattened.bars import bar_grids
from compare.reading.grids.meaning.kinds import CELL_KINDS
from compare.reading.grids.meaning.nearest import CELL_BOUNDS, CELL_DATES, CELL_UNITS
from compare.reading.grids.meaning.terms import CELL_SCOPES, CELL_SUBJECTS
from compare.reading.grids.told_cells import TOLD_DATES, TOLD_KINDS, TOLD_SCOPES, TOLD_SUBJECTS
from compare.reading.page.clauses import clauses_of
from compare.reading.page.outline import outline
from compare.reading.page.view import text_view
from compare.reading.quantities.bases.periods import UNIT_PERIOD_RULES
from compare.reading.quantities.dates import Anchor
from compare.reading.quantities.scan import scan
from compare.reading.rules import first
from compare.reading.sentences import implied
from compare.reading.sentences.distributed_terms import GIVEN_BOUNDS, GIVEN_DATES
from compare.reading.sentences.distribution import GIVEN_NOUNS, GIVEN_SCOPES
from compare.reading.sentences.document_kinds import DOCUMENT_KIND_RULES
from compare.reading.sentences.implied_statements import CLAIM_KINDS, CLAIM_SUBJECTS
from compare.reading.sentences.kinds.rules import KIND_RULES
from compare.reading.sentences.nouns.before import END_RULES, START_RULES, noun_and_cuts
from compare.reading.sentences.nouns.noun_behind import DESCRIBED_RULES, PASSED_RULES, noun_and_rules
from compare.reading.sentences.scopes.rules import SCOPE_RULES
from compare.reading.sentences.sharing.rules import (
    OWN_WORDS_RULES,
    SHARED_BASE_RULES,
    SharedBases,
    own_words,
)
from compare.reading.sentences.subjects.rules import SUBJECT_RULES
from compare.reading.sentences.times.carry import reach
from compare.reading.sentences.times.dates.programmes import PROGRAMME_RULES
from compare.reading.sentences.times.deadlines import DEADLINE_RULES
from compare.reading.sentences.times.facts.rules import TIME_RULES
from compare.reading.sentences.times.hindsight import first_year_of_plan, told_by_rule
from compare.reading.sentences.times.looking_back import PAST_RULES
from compare.reading.sentences.units import WHOLE_RULES

Find = Callable[[str, int, Lexicon], tuple[str, ...]]


def marked(sentence: str) -> tuple[str, int]:
    """The text of a sentence, and where the place marked «so» in it begins."""
    return sentence.replace("«", "").replace("»", ""), sentence.index("«")


def of_statement(about: str) -> Find:
    """The rule that a statement gives as its reason."""

    def find(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
        made = [s for s in read(Document(text, "txt"), lexicon).statements if s.value_start == start]
        assert made, "the example has a statement where it is marked"
        return tuple(reason.rule for s in made for reason in s.reasons if reason.about == about)

    return find


def of_cut(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The rules that cut the words before a value."""
    return noun_and_cuts(text, clauses_of(text).clause(start)[0], start, lexicon)[1]


def of_noun_behind(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The rules by which the noun behind a value is found."""
    values = scan(text, lexicon, clauses_of(text), Anchor(2020, 2020, 2025)).values
    value = next(one for one in values if one.start == start)
    return noun_and_rules(text, value.end, value.clause_end, counts=True)[1]


def _column(text: str, start: int, lexicon: Lexicon) -> tuple[int, of_values.Layout]:
    view = text_view(text)
    grids, _ = bar_grids(view, text)
    assert len(grids) == 1, "the example is one table"
    table = sheet.sheet_of(view.text, grids[0], lexicon)
    columns = [
        sorts.Column(
            view.text,
            label,
            [table.grid.rows[r][c] for r in table.body],
            [table.values[r][c] for r in table.body],
            lexicon,
        )
        for c, label in enumerate(table.labels)
    ]
    number = next(c for c, column in enumerate(columns) if any(s <= start < e for s, e in column.cells))
    return number, of_values.layout_of(columns, table.sorts, table.measure)


def of_sort(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The rule that says what a column is."""
    number, layout = _column(text, start, lexicon)
    return (sorts.sort_of(layout.columns[number])[1],)


def of_columns(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The rule that says that a column holds values."""
    number, layout = _column(text, start, lexicon)
    chosen = first(of_values.COLUMN_RULES, layout)
    return (chosen[1],) if chosen and number in chosen[0] else ()


def of_past(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The rules by which the part looks back in which a place lies."""
    passages, starts = outline(text_view(text), (), ())
    carry = reach(text, passages, starts)
    begins = first_year_of_plan(text, "")
    told = told_by_rule(text, passages, starts, begins, carry, tells=True)
    return tuple(rule for (first_at, end, _), rule in told if first_at <= start < end)


def of_claim(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The rule for a word that may claim a value."""
    match = implied.WORDS.match(text, start)
    assert match, "the example has such a word where it is marked"
    return (implied.claimed(text, match)[1],)


def of_own_words(text: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The rule that says where the words begin that may name the base of a value itself."""
    clauses = clauses_of(text)
    values = scan(text, lexicon, clauses, Anchor(2020, 2020, 2025)).values
    value = next(one for one in values if one.start == start)
    sharer = SharedBases(text, clauses, values, {}).sharer(value, (0, 0), text[value.clause_start : start])
    return (own_words(sharer)[1],)


TABLES: tuple[tuple[str, Iterable[Example], Find], ...] = (
    ("KIND_RULES", KIND_RULES.rules, of_statement("kind")),
    ("TIME_RULES", TIME_RULES.rules, of_statement("kind")),
    ("SUBJECT_RULES", SUBJECT_RULES.rules, of_statement("subject")),
    ("SCOPE_RULES", SCOPE_RULES.rules, of_statement("scope")),
    ("SHARED_BASE_RULES", SHARED_BASE_RULES.rules, of_statement("base")),
    ("OWN_WORDS_RULES", OWN_WORDS_RULES.rules, of_own_words),
    ("DEADLINE_RULES", DEADLINE_RULES.rules, of_statement("deadline")),
    ("PAST_RULES", PAST_RULES, of_past),
    ("CLAIM_RULES", implied.CLAIM_RULES, of_claim),
    ("CLAIM_KINDS", CLAIM_KINDS, of_statement("kind")),
    ("CLAIM_SUBJECTS", CLAIM_SUBJECTS, of_statement("subject")),
    ("PROGRAMME_RULES", PROGRAMME_RULES, of_statement("deadline")),
    ("DOCUMENT_KIND_RULES", DOCUMENT_KIND_RULES, of_statement("kind")),
    ("END_RULES", END_RULES, of_cut),
    ("START_RULES", START_RULES, of_cut),
    ("PASSED_RULES", PASSED_RULES, of_noun_behind),
    ("DESCRIBED_RULES", DESCRIBED_RULES, of_noun_behind),
    ("CELL_KINDS", CELL_KINDS, of_statement("kind")),
    ("CELL_UNITS", CELL_UNITS, of_statement("unit")),
    ("CELL_BOUNDS", CELL_BOUNDS, of_statement("comparator")),
    ("CELL_DATES", CELL_DATES, of_statement("deadline")),
    ("CELL_SUBJECTS", CELL_SUBJECTS, of_statement("subject")),
    ("CELL_SCOPES", CELL_SCOPES, of_statement("scope")),
    ("TOLD_KINDS", TOLD_KINDS, of_statement("kind")),
    ("TOLD_DATES", TOLD_DATES, of_statement("deadline")),
    ("TOLD_SUBJECTS", TOLD_SUBJECTS, of_statement("subject")),
    ("TOLD_SCOPES", TOLD_SCOPES, of_statement("scope")),
    ("WHOLE_RULES", WHOLE_RULES, of_statement("unit")),
    ("UNIT_PERIOD_RULES", UNIT_PERIOD_RULES, of_statement("period")),
    ("GIVEN_NOUNS", GIVEN_NOUNS, of_statement("subject")),
    ("GIVEN_SCOPES", GIVEN_SCOPES, of_statement("scope")),
    ("GIVEN_BOUNDS", GIVEN_BOUNDS, of_statement("comparator")),
    ("GIVEN_DATES", GIVEN_DATES, of_statement("deadline")),
    ("sorts.SORT_RULES", sorts.SORT_RULES, of_sort),
    ("of_values.COLUMN_RULES", of_values.COLUMN_RULES, of_columns),
)
RULES = [
    pytest.param(rule, find, id=f"{table}: {rule.name}") for table, rules, find in TABLES for rule in rules
]


@pytest.mark.parametrize(("rule", "find"), RULES)
def test_a_rule_wins_for_its_example(rule: Example, find: Find, lexicon: Lexicon) -> None:
    """No rule before it takes the place: a rule that cannot win has no example and fails here."""
    assert rule.name in find(*marked(rule.example), lexicon)


@pytest.mark.parametrize(("rule", "find"), RULES)
def test_a_rule_leaves_the_sentence_near_it(rule: Example, find: Find, lexicon: Lexicon) -> None:
    """What looks like the example and is not falls to another rule, or to none."""
    assert rule.name not in find(*marked(rule.near), lexicon)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0])
def test_rules_of_a_table_have_names_of_their_own(table: tuple[str, Iterable[Example], Find]) -> None:
    """A decision can be told by the name of its rule."""
    assert [] == [name for name, uses in Counter(rule.name for rule in table[1]).items() if uses > 1]


def reasons(statement: Statement, about: str) -> list[str]:
    return [reason.rule for reason in statement.reasons if reason.about == about]


TEXTS = (
    "到2025年，全市养老机构护理型床位占比达到55%，每百户配建20平方米用房，特困供养机构改造覆盖率分别达到60%、70%。",
    "减半征收行政事业性收费，街道养老服务中心全覆盖，80周岁以上老年人每人每月补贴100元。",
    "指标\t单位\t2025年\n床位\t张\t120\n站点\t个\t60\n",
    "县区\t床位（张）\t2025年站点\n甲县\t120\t30\n乙县\t60\t20\n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_statement_gives_its_reasons(text: str, lexicon: Lexicon) -> None:
    """Kind always has a rule, and subject, scope and deadline have one where they have words; what a reason
    points at lies in the text."""
    made = read(Document(text, "txt"), lexicon).statements
    assert made
    for statement in made:
        assert all(reasons(statement, "kind"))
        assert bool(statement.subject) == any(reasons(statement, "subject"))
        assert bool(statement.scope_text) == any(reasons(statement, "scope"))
        assert bool(statement.deadline) == any(reasons(statement, "deadline"))
        assert all(0 <= reason.start <= reason.end <= len(text) for reason in statement.reasons)


def test_a_reason_points_at_its_words(lexicon: Lexicon) -> None:
    """Value, subject, scope and deadline can be shown where they stand."""
    text = "到２０２５年，全市 养老机构护理型床位占比达到55%。"
    (made,) = read(Document(text, "txt"), lexicon).statements
    words = {reason.about: text[reason.start : reason.end] for reason in made.reasons if reason.end}
    where = {
        "value": "55%",
        "unit": "%",
        "subject": "养老机构护理型床位占比",
        "scope": "全市",
        "deadline": "２０２５年",
    }
    assert where == words
