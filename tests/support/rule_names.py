"""What tests of explanations share."""

from __future__ import annotations

from compare.model import Code, Fact, Phrase


def named_rule(told: Fact) -> str:
    """The name of the rule in a phrase that tells of one, "" where there is none."""
    rule = told.facts.get("rule") if isinstance(told, Phrase) else None
    return rule.code if isinstance(rule, Code) else ""
