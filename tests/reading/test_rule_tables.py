"""Every rule stands in a table that the tests of rules go through, and in one that explanations look up."""

from __future__ import annotations

from tests.reading import test_rules, test_sentence_rules
from tests.support.rules import all_rules

from compare.coding.carrying.rules import CARRY_RULES, OVER_RULES
from compare.coding.indicators.candidates import EVIDENCE_RULES
from compare.coding.indicators.context.facilities import FACILITY_RULES
from compare.coding.indicators.context.own.acts import ACT_RULES, CUT_RULES, NOUN_RULES
from compare.coding.indicators.context.own.clause_stretch import STRETCH_RULES
from compare.coding.indicators.refusals import AROUND_RULES, BEYOND_RULES, OF_ITSELF_RULES
from compare.coding.instruments.level_rules import LEVEL_RULES
from compare.coding.instruments.milestones.object_rules import OBJECT_RULES
from compare.coding.scoping.rules import SCOPING_RULES
from compare.reading.rule_tables import TABLES
from compare.reading.sentences.kinds.rules import KIND_RULES
from compare.reading.sentences.nouns.before import END_RULES, START_RULES
from compare.reading.sentences.nouns.noun_behind import DESCRIBED_RULES, PASSED_RULES
from compare.reading.sentences.times.facts import dated_rates

#: Tried in test_refusals.py, test_carried.py, test_scoping.py, test_facilities.py and
#: instruments/test_means_rules.py; `explain` tells the names of these,
#: and of EVIDENCE_RULES where the words were found.
OF_CODING = (
    *OF_ITSELF_RULES,
    *AROUND_RULES,
    *BEYOND_RULES,
    *OVER_RULES,
    *CARRY_RULES,
    *SCOPING_RULES,
    *EVIDENCE_RULES,
    *FACILITY_RULES.rules,
    *LEVEL_RULES,
    *OBJECT_RULES,
)

#: Tried in test_stretch.py and test_acts.py.
OF_WORDS = (*STRETCH_RULES, *NOUN_RULES, *CUT_RULES, *ACT_RULES)


def test_every_rule_is_tried_on_its_examples() -> None:
    """A new table without a line among the tests would have examples that nobody runs."""
    tables = (*test_rules.TABLES, *test_sentence_rules.TABLES)
    tried = {id(rule) for _, rules, _ in tables for rule in rules}
    tried |= {id(rule) for rule in OF_WORDS}
    tried |= {id(rule) for rule in OF_CODING}
    assert [] == [where for at, (where, _) in all_rules().items() if at not in tried]


def test_every_rule_can_be_explained() -> None:
    """What a rule rests on is printed with its decisions; what only cuts words to size makes none."""
    known = {id(rule) for rules in TABLES.values() for rule in rules}
    known |= {id(rule) for rule in (*END_RULES, *START_RULES, *PASSED_RULES, *DESCRIBED_RULES, *OF_WORDS)}
    known |= {id(rule) for rule in OF_CODING}
    assert [] == [where for at, (where, _) in all_rules().items() if at not in known]


def test_what_dates_make_of_norms_goes_by_rules_that_there_are() -> None:
    """A rule of kinds that is renamed would leave them alone without a word."""
    names = {rule.name for rule in KIND_RULES.rules}
    named = {dated_rates.PER_BASE, dated_rates.NORM_WORD, dated_rates.BUDGET, dated_rates.OF_A_SIZE}
    assert set() == (named | dated_rates.MUST_HAVE) - names
