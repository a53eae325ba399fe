"""The rules of which facility a statement is of: each wins for its example and leaves what is near."""

from __future__ import annotations

import pytest
from tests.support.rules import Example
from tests.support.rules_alone import rules_alone

from compare.coding.indicators.context.facilities import FACILITY_RULES, with_facility
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.normalized_reading import normalized
from compare.model import Document
from compare.reading import read

CODEBOOK = rules_alone()
RULES = [pytest.param(rule, id=rule.name) for rule in FACILITY_RULES.rules]


def rule_of(sentence: str) -> str:
    """The rule that names the facility of the statement whose value is marked «so», "" where none does."""
    start = sentence.index("«")
    document = Document(sentence.replace("«", "").replace("»", ""), "txt")
    written = normalized(read(document, CODEBOOK.lexicon), CODEBOOK.short_names)
    statement = next(one for one in written.statements if one.value_start == start)
    found = with_facility(Surroundings(written.text, statement, written.passages))
    return found[1] if found else ""


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_wins_for_its_example(rule: Example) -> None:
    """No rule before it takes the place."""
    assert rule.name == rule_of(rule.example)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_leaves_the_sentence_near_it(rule: Example) -> None:
    """What looks like the example and is not falls to another rule, or to none."""
    assert rule.name != rule_of(rule.near)
