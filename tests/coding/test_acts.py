"""Rules for the subject with what is done to it: each applies to its example, not to what is near it."""

from __future__ import annotations

import pytest

from compare.coding import Codebook
from compare.coding.indicators.context.own.acts import ACT_RULES, CUT_RULES, NOUN_RULES
from compare.coding.indicators.context.own.statement_words import OwnWords
from compare.coding.normalized_reading import normalized
from compare.model import Document
from compare.reading import read

RULES = [
    pytest.param(rule.name, rule.example, rule.near, id=rule.name)
    for rules in (NOUN_RULES, CUT_RULES, ACT_RULES)
    for rule in rules
]


def rules_of(sentence: str, codebook: Codebook) -> tuple[str, ...]:
    """Those that applied to the statement whose value is marked «so»."""
    start = sentence.index("«")
    document = Document(sentence.replace("«", "").replace("»", ""), "txt")
    written = normalized(read(document, codebook.lexicon), codebook.short_names)
    (made,) = (s for s in written.statements if s.value_start == start)
    return OwnWords(written.text, made, written.passages).acted_on_by_rules()[1]


@pytest.mark.parametrize("rule, example, near", RULES)
def test_a_rule_applies_to_its_example(rule: str, example: str, near: str, codebook: Codebook) -> None:
    """And to the sentence near it another rule or none does."""
    assert (True, False) == (rule in rules_of(example, codebook), rule in rules_of(near, codebook))
