"""What a value measures whose noun is said in two clauses: 养老机构均与医疗机构签约,签约率100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.coding.book.codebook import Codebook, Indicator
from compare.coding.indicators.candidates import Matcher, best_match
from compare.coding.indicators.context.breaks import goes_on, last
from compare.coding.indicators.context.surroundings import Surroundings
from compare.model import Coded
from compare.reading.cues import BOUNDS_BEFORE

#: What opens a clause and names nothing.
_OPENS = re.compile("^(?:其中|同时|另外?|且|并|共|累计|目前|全[市县区省州]|[已均都也约]|按照?)+")
#: Own words longer than this name their thing themselves; no noun of the clause before is longer.
_LONGEST, _FARTHEST = 12, 30
#: A rate leaves its noun out as readily as it is said; what is so much for each has its base in its unit.
_RATE = re.compile(
    "(?:率|占比|比例|比重|覆盖面)"
    f"(?:{BOUNDS_BEFORE}|[已要应需将均都约近为在了]|只有|仅有?|分别|平均|达到?|控制|保持|稳定|至少|提[高升][到至])*$"
)
#: A share of what was counted, no rate of what was done.
_SHARE_ALONE = re.compile("占比|比例|比重")
_NUMBER = re.compile("[0-9]")


def joined(coded: Sequence[Coded], context: Surroundings, matcher: Matcher) -> Indicator | None:
    """The indicator that the words of a value name together with those of the clause before it, neither of
    them alone; None where there is none."""
    own = _OPENS.sub("", context.before())
    if not _leaves_its_noun_out(own, context) or matcher.codebook.heads.fields(context.own(), context.text):
        return None
    unit = context.statement.unit
    family = "" if context.statement.implied else matcher.codebook.heads.of(context.before(), unit)
    for noun in _nouns_before(own, coded, context):
        words = f"{noun}{own}"
        for one in matcher.indicators(unit, words):
            if family in ("", *one.heads) and _is_named_by_both(one, words, len(noun), matcher.codebook):
                return one
    return None


def _leaves_its_noun_out(own: str, context: Surroundings) -> bool:
    """Whether the few words of a value are those of a rate, or have their base in its unit."""
    may_leave = _RATE.search(own) is not None if context.is_share else "/" in context.statement.unit
    return may_leave and not context.is_sum and len(own) <= _LONGEST


def _nouns_before(own: str, coded: Sequence[Coded], context: Surroundings) -> Iterator[str]:
    """What was measured last in the sentence, then the clause before."""
    at = context.statement.value_start - len(context.before())
    since = last(context.marks.stops, at)
    if coded:
        before = coded[-1].statement
        if goes_on(context.text, before.value_end, context.statement.value_start):
            if not coded[-1].indicator:
                return
            if "%" not in before.unit:
                yield before.subject
    if at > since and not _SHARE_ALONE.match(own):
        start = max(last(context.marks.breaks, at - 1), since)
        clause = context.text[start : at - 1]
        number = _NUMBER.search(clause)
        clause = clause[: number.start()] if number else clause
        if len(clause) <= _FARTHEST:
            yield clause


def _is_named_by_both(indicator: Indicator, words: str, at: int, codebook: Codebook) -> bool:
    """Whether an indicator's wording holds words on both sides of a place, and nothing excludes it."""
    match = best_match(indicator, words)
    asked = (*indicator.clause, *indicator.near, *indicator.within)
    return (
        match is not None
        and match.start() < at < match.end()
        and words.find("床位") < at  # 支持医院改造,护理床位占比: of whose beds is not said
        and all(pattern.search(words) for pattern in asked)
        and codebook.heads.fields(words, "") <= indicator.heads
        and not any(pattern.search(words) for pattern in indicator.excludes)
    )
