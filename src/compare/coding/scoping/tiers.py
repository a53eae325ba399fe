"""Steps of a scale that a sum is staggered by: the degree of disability, the age, a rating, a skill.

Sums of one indicator are compared at one step only. The step often stands in the condition before the sum
(评定为五级的,奖励20万元), or in a list to which sums belong one by one (三级、四级的,分别奖励6万元、12万元).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.coding.indicators.context.surroundings import Surroundings

if TYPE_CHECKING:
    from compare.coding.book.codebook import Scope

_ONE_BY_ONE = re.compile("分别|依次")
# 100周岁及以上 is one step, no list of two.
_NEXT = re.compile("[、和与]|及(?!其?以[上下内外])")
#: The sum before: what stands in front of it is about that one, unless this one only takes its place.
_SUM_BEFORE = re.compile(r"元(?!(?:提高|调整|增加|上调)?[到至为])")


def tier(context: Surroundings, steps: Sequence[Scope]) -> tuple[str, ...]:
    """The step that a statement is about; several where the words leave open which, none without any."""
    statement, before = context.statement, context.part_before()
    if series := _series(context, before, steps):
        return series
    said = (statement.subject, context.before())
    if not context.names_its_subject():  # 新建补贴1万元,改建5000元: the subject is that of the sum before
        said = (context.before(), statement.subject)
    for words in (statement.scope_text, *said):
        if len(found := _since_sum(words, steps)) == 1:
            return found
    return _since_sum(before, steps)


def _since_sum(words: str, steps: Sequence[Scope]) -> tuple[str, ...]:
    """The different steps named behind the last sum of the words."""
    start = max((match.end() for match in _SUM_BEFORE.finditer(words)), default=0)
    return tuple(dict.fromkeys(mentioned(words[start:], steps)))


def mentioned(words: str, steps: Sequence[Scope]) -> tuple[str, ...]:
    """The steps that words name, in the order of the text; of two at one place the longer."""
    hits = [
        (match.start(), -match.end(), step.id)
        for step in steps
        for wording in step.match
        for match in wording.pattern.finditer(words)
    ]
    named: list[str] = []
    done = 0
    for start, negative_end, step_id in sorted(hits):
        if start >= done:
            named.append(step_id)
            done = -negative_end
    return tuple(named)


def _series(context: Surroundings, before: str, steps: Sequence[Scope]) -> tuple[str, ...]:
    """The step at the place in its list that the sum has among sums of one list, if they are as many."""
    said = list(_ONE_BY_ONE.finditer(before))
    at = said[-1].end() if said else len(before) - len(context.before())
    place = len(_NEXT.findall(before[at:]))
    sums = place + 1 + len(_NEXT.findall(context.clause_behind()))
    named = mentioned(before[:at], steps)
    return (named[place],) if sums > 1 and len(named) == sums else ()
