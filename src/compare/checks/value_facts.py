"""Values as the messages of several checks name them."""

from __future__ import annotations

from compare.model import Amount, Coded, Fact, Phrase


def dated(value: Amount, deadline: str) -> Fact:
    """``value`` with its deadline, if it has one."""
    return Phrase("findings.dated", {"value": value, "deadline": deadline}) if deadline else value


def stated(coded: Coded) -> Fact:
    """The value of a statement that has one, with its deadline."""
    said = coded.statement
    assert said.value_low is not None
    assert said.value_high is not None
    amount = Amount(float(said.value_low), float(said.value_high), said.unit, said.comparator)
    return dated(amount, said.deadline)
