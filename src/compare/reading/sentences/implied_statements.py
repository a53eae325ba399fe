"""Claims of a value without a numeral as statements: what is covered wholly, what is waived or halved."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.page.clauses import CLAUSE_REACH
from compare.reading.quantities.amounts import Value
from compare.reading.sentences.drafts import Draft, Writer
from compare.reading.sentences.implied import Claim
from compare.reading.sentences.material import Material
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.nouns.behind import noun_behind
from compare.reading.sentences.scopes.rules import scope_of
from compare.reading.sentences.scopes.setting import Setting
from compare.reading.sentences.value_times import ValueTimes

_LEVIED = re.compile(r"(?:征收|收取|计征|计收|缴纳|执行)")


def implied_draft(claim: Claim, material: Material, times: ValueTimes, writer: Writer) -> Draft:
    """The statement that a claim makes."""
    text, lexicon = material.view.text, material.lexicon
    clause_start, clause_end = material.clauses.clause(claim.start)
    clause_start = max(clause_start, claim.start - CLAUSE_REACH)
    clause_end = min(clause_end, claim.end + CLAUSE_REACH)
    floor = clause_start
    joint = text.rfind("、", clause_start, claim.start)
    if joint >= 0 and "全覆盖" in text[clause_start:joint]:
        floor = joint + 1
    named = noun_before(text, floor, claim.start, lexicon)
    behind = noun_behind(text, claim.bound_end, clause_end)
    attributive = claim.is_reduction or text.startswith("的", claim.bound_end)
    measured = behind[1] - behind[0] >= 2 and not _LEVIED.fullmatch(text, *behind)
    subject = behind if attributive and measured else named
    scope, scope_rule = scope_of(
        Setting(
            clause=text[clause_start:clause_end],
            lead=text[clause_start : claim.start],
            before=text[floor : claim.start],
            subject=text[subject[0] : subject[1]],
            tail="",
            unit="%",
        )
    )
    start = min(subject[0] if subject[1] > subject[0] else claim.start, claim.start)
    stated = Value(
        claim.start,
        claim.end,
        claim.bound_end,
        claim.value,
        claim.value,
        lexicon.units["%"],
        claim.comparator,
        clause_start,
        clause_end,
        claim.rule,
    )
    time = times.dated(stated, floor, text[clause_start : claim.start], *_kind(claim))
    return Draft(
        kind=time.kind,
        subject=subject,
        value=(claim.start, claim.end),
        numbers=(claim.value, claim.value),
        unit="%",
        comparator=claim.comparator,
        deadline=time.deadline,
        period="",
        scope=scope,
        implied=True,
        quote=(named[0] if claim.is_reduction else start, max(claim.bound_end, subject[1])),
        rule="implied",
        rules=(
            time.rule,
            "behind the claim" if subject is behind else "before the claim",
            scope_rule,
        ),
        date=time.reason,
        quantity=[writer.reason("value", claim.rule, (claim.start, claim.bound_end))],
    )


def _kind(claim: Claim) -> tuple[Kind, str]:
    """Kind of a claim by its words, and the rule."""
    if claim.is_reduction:
        return Kind.PARAMETER, "reduction"
    return (Kind.PARAMETER, "part of a sum") if claim.is_paid else (Kind.TARGET, "implied goal")
