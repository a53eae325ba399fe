"""What the rule of reading that found the kind of a statement tells coding: is it a condition, a fact?"""

from __future__ import annotations

from compare.model import Statement
from compare.reading.sentences.kinds.rules import CONDITIONS
from compare.reading.sentences.times.facts.rules import OVER

_SO_ALREADY = OVER | {"column of facts"}


def is_condition(statement: Statement) -> bool:
    """Whether the grammar took a statement for what says when something holds (床位达到50张的)."""
    return kind_rule(statement) in CONDITIONS


def is_fact(statement: Statement) -> bool:
    """Whether a statement says what is so already: it stays a fact whatever its code usually is."""
    return kind_rule(statement) in _SO_ALREADY


def kind_rule(statement: Statement) -> str:
    """The rule that found what kind of statement it is, "" where none did."""
    for reason in statement.reasons:
        if reason.about == "kind":
            return reason.rule
    return ""
