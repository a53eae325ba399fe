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
from compare.reading.sentences.nouns.following import noun_behind
from compare.reading.sentences.scopes.rules import scope_of
from compare.reading.sentences.scopes.setting import Setting
from compare.reading.sentences.value_times import ValueTimes

# 助餐服务实现乡镇(街道)、行政村全覆盖: what covers them, and where
_COVERS = re.compile(
    r"(?P<noun>[一-龥()“”、]{2,24}?)(?:已|将|要|均|全面|基本|率先|逐步)*实现(?:了|对|在)?"
    r"(?P<places>(?:(?:全[市县区州]|各)?(?:县市区|市|县|区|乡镇|镇街|乡|镇|街道|社区|行政村|建制村|自然村|村|城乡|农村|城市|城镇)"
    r"(?:\([^()]{1,6}\))?[、和与及]?)+)"
)
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
    covers = _COVERS.fullmatch(text, *named)
    where = covers.span("places") if covers else (clause_start, clause_end)
    named = covers.span("noun") if covers else named
    behind = noun_behind(text, claim.bound_end, clause_end)
    attributive = claim.is_reduction or text.startswith("的", claim.bound_end)
    measured = behind[1] - behind[0] >= 2 and not _LEVIED.fullmatch(text, *behind)
    subject = behind if attributive and measured else named
    scope, scope_rule = scope_of(
        Setting(
            clause=text[slice(*where)],
            lead=text[where[0] : claim.start],
            before=text[max(where[0], floor) : claim.start],
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
