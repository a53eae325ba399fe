"""Rules that refuse an indicator: each does so in its example, not in what is near it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding.indicators.candidates import Candidate, Matcher, candidates
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.refusals import AROUND_RULES, BEYOND_RULES, OF_ITSELF_RULES
from compare.coding.normalized_reading import normalized
from compare.model import Document
from compare.reading import read
from compare.study.codebook.files import default_codebook, load_files

CODEBOOK = rules_alone()
RULES = [
    pytest.param(rule.name, rule.example, rule.near, id=rule.name)
    for rules in (OF_ITSELF_RULES, AROUND_RULES, BEYOND_RULES)
    for rule in rules
]


def candidates_of(sentence: str) -> Iterator[Candidate]:
    """Those of the statement whose value is marked «so»."""
    start = sentence.index("«")
    document = Document(sentence.replace("«", "").replace("»", ""), "txt")
    written = normalized(read(document, CODEBOOK.lexicon), CODEBOOK.short_names)
    made = [s for s in written.statements if s.value_start == start]
    assert made, "the example has a statement where it is marked"
    return candidates(made[0], Surroundings(written.text, made[0], written.passages), Matcher(CODEBOOK))


@pytest.mark.parametrize("rule, example, near", RULES)
def test_a_rule_refuses_in_its_example_what_the_sentence_near_it_is(
    rule: str, example: str, near: str
) -> None:
    """The same indicator: no rule before it refuses it there, and none at all in the sentence near it."""
    taken = next(one.indicator.id for one in candidates_of(near) if not one.refused)
    refused = {one.refused for one in candidates_of(example) if one.indicator.id == taken}
    assert {rule} == refused


def test_each_refusal_can_be_told() -> None:
    """`explain` has words for each rule, and none for rules that are no more."""
    told = {entry["id"] for entry in load_files(default_codebook())["wording/explain"]}
    names = {f"explain.refused_{rule.values[0]}" for rule in RULES}
    assert names == {one for one in told if one.startswith("explain.refused_")}
