"""Rules that give a statement its scope: each does so in its example, not in what is near it."""

from __future__ import annotations

import pytest
from tests.support.rule_names import named_rule
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.coding.explain import why
from compare.coding.scoping.rules import SCOPING_RULES
from compare.model import Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()
RULES = [pytest.param(rule.name, rule.example, rule.near, id=rule.name) for rule in SCOPING_RULES]


def rule_of(sentence: str) -> str:
    """The rule that `explain` tells for the scope of the statement whose value is marked «so»."""
    start = sentence.index("«")
    reading = read(Document(sentence.replace("«", "").replace("»", ""), "txt"), CODEBOOK.lexicon)
    (at,) = (at for at, one in enumerate(reading.statements) if one.value_start == start)
    told = [*why(at, reading, code("p", reading, CODEBOOK), CODEBOOK)]
    (scope,) = (one for one in told if one.key in ("explain.scope", "explain.scope_by"))
    return named_rule(scope.facts.get("rule", ""))


@pytest.mark.parametrize("rule, example, near", RULES)
def test_a_rule_gives_the_scope_in_its_example(rule: str, example: str, near: str) -> None:
    """No rule before it does, and what looks like the example and is not falls to another or to none."""
    assert (rule, True) == (rule_of(example), rule_of(near) != rule)
