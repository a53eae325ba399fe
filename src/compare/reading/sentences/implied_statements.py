"""Claims of a value without a numeral as statements: what is covered wholly, what is waived or halved.

:data:`CLAIM_KINDS` say which kind a claim has by its words, :data:`CLAIM_SUBJECTS` where its noun stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.model import Kind
from compare.reading.page.clauses import CLAUSE_REACH
from compare.reading.quantities.amounts import Value
from compare.reading.rules import Rule, decided
from compare.reading.sentences.drafts import Draft, Writer
from compare.reading.sentences.implied import Claim
from compare.reading.sentences.material import Material, Span
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.nouns.noun_behind import noun_behind
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
_SOURCE = "GUIDE: column implied"


class ClaimNouns(NamedTuple):
    """A claim in a text, with the noun ``named`` before it and the one ``behind`` it."""

    claim: Claim
    text: str
    named: Span
    behind: Span


def _noun_behind(c: ClaimNouns) -> Span | None:
    """减半征收服务费, 全覆盖的助餐服务: what is waived, or what a claim is an attribute of."""
    attributive = c.claim.is_reduction or c.text.startswith("的", c.claim.bound_end)
    measured = c.behind[1] - c.behind[0] >= 2 and not _LEVIED.fullmatch(c.text, *c.behind)
    return c.behind if attributive and measured else None


CLAIM_SUBJECTS: tuple[Rule[ClaimNouns, Span], ...] = (
    Rule(
        "behind the claim",
        _noun_behind,
        "60周岁以上老年人«半价»乘坐观光车。",
        "服务费«减半»征收。",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
    Rule(
        "before the claim",
        lambda c: c.named,
        "服务费«减半»征收。",
        "60周岁以上老年人«半价»乘坐观光车。",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
)

CLAIM_KINDS: tuple[Rule[Claim, Kind], ...] = (
    Rule(
        "reduction",
        lambda claim: Kind.PARAMETER if claim.is_reduction else None,
        "服务费«减半»征收。",
        "街道养老服务中心«全覆盖»。",
        _SOURCE,
    ),
    Rule(
        "part of a sum",
        lambda claim: Kind.PARAMETER if claim.is_paid else None,
        "按基准价的«一半»收取。",
        "床位数占总量的«一半»以上。",
        "GUIDE: what is paid by rule is a parameter",
    ),
    Rule(
        "implied goal",
        lambda claim: Kind.TARGET,
        "街道养老服务中心«全覆盖»。",
        "服务费«减半»征收。",
        _SOURCE,
    ),
)


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
    subject, subject_rule = decided(CLAIM_SUBJECTS, ClaimNouns(claim, text, named, behind))
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
    time = times.dated(stated, floor, text[clause_start : claim.start], *decided(CLAIM_KINDS, claim))
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
        rules=(time.rule, subject_rule, scope_rule),
        date=time.reason,
        quantity=[
            writer.reason(about, claim.rule, (claim.start, claim.bound_end))
            for about in ("value", "unit", "comparator")
        ],
    )
