"""Values as the messages of several checks name them."""

from __future__ import annotations

from compare.model import Amount, Fact, Phrase


def dated(value: Amount, deadline: str) -> Fact:
    """``value`` with its deadline, if it has one."""
    return Phrase("findings.dated", {"value": value, "deadline": deadline}) if deadline else value
