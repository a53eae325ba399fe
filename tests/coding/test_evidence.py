"""Where the words are looked for that code a statement: each place decides its example, none what is near."""

from __future__ import annotations

import pytest
from tests.support.rules import Example
from tests.support.rules_alone import rules_alone

from compare.coding.indicators.candidates import EVIDENCE_RULES, Asked, Matcher
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.normalized_reading import normalized
from compare.model import Document
from compare.reading import read

CODEBOOK = rules_alone()
RULES = [pytest.param(rule, id=rule.name) for rule in EVIDENCE_RULES]


def evidence_of(sentence: str) -> str:
    """The first place that names an indicator which nothing refuses, of the value that is marked «so»."""
    start = sentence.index("«")
    document = Document(sentence.replace("«", "").replace("»", ""), "txt")
    written = normalized(read(document, CODEBOOK.lexicon), CODEBOOK.short_names)
    statement = next(one for one in written.statements if one.value_start == start)
    asked = Asked(statement, Surroundings(written.text, statement, written.passages), Matcher(CODEBOOK))
    decided = (
        rule.name for rule in EVIDENCE_RULES if any(not one.refused for one in rule.apply(asked) or ())
    )
    return next(decided, "")


@pytest.mark.parametrize("rule", RULES)
def test_a_place_decides_its_example(rule: Example) -> None:
    """No better evidence is found before it."""
    assert rule.name == evidence_of(rule.example)


@pytest.mark.parametrize("rule", RULES)
def test_a_place_leaves_the_sentence_near_it(rule: Example) -> None:
    """What looks like the example and is not is decided elsewhere, or nowhere."""
    assert rule.name != evidence_of(rule.near)
