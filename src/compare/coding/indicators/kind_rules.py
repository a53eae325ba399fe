"""Which rule of reading found what kind of statement it is."""

from __future__ import annotations

from compare.model import Statement
from compare.reading.sentences.kinds.rules import CONDITIONS


def is_condition(statement: Statement) -> bool:
    """Whether the grammar took a statement for what says when something holds (床位达到50张的)."""
    return kind_rule(statement) in CONDITIONS


def kind_rule(statement: Statement) -> str:
    """The rule that found what kind of statement it is, "" where none did."""
    for reason in statement.reasons:
        if reason.about == "kind":
            return reason.rule
    return ""
