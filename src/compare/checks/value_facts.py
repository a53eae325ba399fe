"""Values as the messages of several checks name them."""

from __future__ import annotations

from compare.model import Amount, Coded, Fact, Phrase


def dated(value: Amount, deadline: str) -> Fact:
    """``value`` with its deadline, if it has one."""
    return Phrase("findings.dated", {"value": value, "deadline": deadline}) if deadline else value


def stated(coded: Coded) -> Fact:
    """The value of a statement that has one, with its deadline."""
    statement = coded.statement
    assert statement.value_low is not None
    assert statement.value_high is not None
    amount = Amount(
        float(statement.value_low), float(statement.value_high), statement.unit, statement.comparator
    )
    return dated(amount, statement.deadline)
