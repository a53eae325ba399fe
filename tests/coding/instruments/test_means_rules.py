"""The rules of levels and of milestones: each wins for its own example and leaves the sentence near it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.support.language import ReadText
from tests.support.rules import Example

from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.coder import code_means
from compare.coding.instruments.level_rules import LEVEL_RULES
from compare.coding.instruments.milestones.object_rules import OBJECT_RULES

Rules = Callable[[str], set[str]]
_LEAD = "一、任务\n(一)工作\n"


@pytest.fixture
def rules_at(read_text: ReadText, book: MeansBook) -> Rules:
    """The rules that decided what stands at the place marked «so» of a sentence in a task."""

    def found(sentence: str) -> set[str]:
        text = _LEAD + sentence.replace("«", "").replace("»", "")
        start, end = len(_LEAD) + sentence.index("«"), len(_LEAD) + sentence.index("»") - 1
        made = code_means(read_text(text), book)
        levels = {one.level_rule for one in made.means if one.start <= start and end <= one.end}
        there = (one for one in made.milestones if (one.object_start, one.object_end) == (start, end))
        return levels | {one.object_rule for one in there}

    return found


_ALL = [pytest.param(rule, id=rule.name) for rule in (*LEVEL_RULES, *OBJECT_RULES)]


@pytest.mark.parametrize("rule", _ALL)
def test_a_rule_wins_for_its_example(rule: Example, rules_at: Rules) -> None:
    """No rule before it takes the place."""
    assert rule.name in rules_at(rule.example)


@pytest.mark.parametrize("rule", _ALL)
def test_a_rule_leaves_the_sentence_near_it(rule: Example, rules_at: Rules) -> None:
    """What looks like the example and is not falls to another rule, or to none."""
    assert rule.name not in rules_at(rule.near)
