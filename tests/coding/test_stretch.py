"""Rules for what of its clause is a statement's own: each wins for its example, not for what is near it."""

from __future__ import annotations

import pytest

from compare.coding import Codebook
from compare.coding.indicators.context.own.clause_stretch import GIVEN_RULES, STRETCH_RULES, Stretch
from compare.coding.indicators.context.own.statement_words import OwnWords
from compare.coding.one_writing import in_one_writing
from compare.model import Document
from compare.reading import read
from compare.reading.rules import Rule

TABLES = (("GIVEN_RULES", GIVEN_RULES), ("STRETCH_RULES", STRETCH_RULES))
RULES = [pytest.param(rule, id=f"{name}: {rule.name}") for name, rules in TABLES for rule in rules]


def rule_of(sentence: str, codebook: Codebook) -> str:
    """The rule for the statement whose value is marked «so»."""
    start = sentence.index("«")
    document = Document(sentence.replace("«", "").replace("»", ""), "txt")
    written = in_one_writing(read(document, codebook.lexicon), codebook.short_names)
    made = [s for s in written.statements if s.value_start == start]
    assert made, "the example has a statement where it is marked"
    return OwnWords(written.text, made[0], written.passages).stretch_by_rule()[1]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_wins_for_its_example(rule: Rule[Stretch, str], codebook: Codebook) -> None:
    """No rule before it takes the statement."""
    assert rule.name == rule_of(rule.example, codebook)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_leaves_the_sentence_near_it(rule: Rule[Stretch, str], codebook: Codebook) -> None:
    """What looks like the example and is not falls to another rule."""
    assert rule.name != rule_of(rule.near, codebook)
