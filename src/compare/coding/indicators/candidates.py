"""Which indicators the words of a statement speak of, tier by tier, and what refuses those it may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from compare.coding.book.codebook import Codebook, Indicator, of_any_base
from compare.coding.indicators.context.breaks import BREAKS
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.headings import Headed, headed
from compare.coding.indicators.money.aims import aim_of
from compare.coding.indicators.money.purposes import is_of_sort, named
from compare.coding.indicators.refusals import ConditionAndFamily, all_found, refusal, refused_beyond, said_of
from compare.frozen import maker, quickly
from compare.model import Kind, Statement
from compare.reading.rules import Rule


class ByTopic(NamedTuple):
    """A topic, the ``heading`` that names it, "" where all of the text is about it, and the words that were
    asked for there."""

    topic: str
    heading: str
    match: re.Match[str]


@quickly
@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator with a pattern that is found in the ``words`` of a tier (subject, clause …).

    ``refused`` names the rule that excludes it all the same (``refusals.py``), "" if none does. ``context``
    are the surroundings it was found in, ``topic`` is what gave it where a topic did (``topics/``).
    """

    indicator: Indicator
    tier: str
    words: str
    context: Surroundings
    refused: str = ""
    topic: ByTopic | None = None


_candidate = maker(Candidate)


class Matcher:
    """Matches words against the codebook's patterns, each different wording once."""

    __slots__ = ("codebook", "ranked", "scoped")

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.ranked: dict[tuple[str, str], tuple[Indicator, ...]] = {}
        self.scoped: dict[str, str] = {}

    def indicators(self, unit: str, words: str) -> tuple[Indicator, ...]:
        """Indicators of a unit that the words speak of: whose match ends last, then the longest match first.

        The head of a Chinese noun phrase is its end: 家庭养老床位适老化改造 is an adaptation.
        """
        key = (unit, words)
        ranked = self.ranked.get(key)
        if ranked is None:
            ranked = self.ranked[key] = self._rank(unit, words)
        return ranked

    def _rank(self, unit: str, words: str) -> tuple[Indicator, ...]:
        by_unit = self.codebook.by_unit
        known = by_unit.get(unit) or by_unit.get(of_any_base(unit))
        if known is None:
            return ()
        places: dict[str, tuple[int, ...]] = {}
        for _, indicator, wording in known.candidates(words):
            if match := wording.pattern.search(words):
                place = match.end(), match.end() - match.start()
                places[indicator.id] = max(places.get(indicator.id, ()), place)
        if not places:
            return ()
        best = sorted(places, key=places.__getitem__, reverse=True)
        return tuple(self.codebook.indicators[one] for one in best)

    def scope(self, words: str) -> str:
        """The first scope of the codebook that the words speak of, "" if none."""
        scope = self.scoped.get(words)
        if scope is None:
            scope = self.scoped[words] = self._first_scope(words)
        return scope

    def _first_scope(self, words: str) -> str:
        for _, scope, wording in self.codebook.by_scope.candidates(words):
            if wording.pattern.search(words):
                return scope.id
        return ""


class Asked(NamedTuple):
    """A statement in its surroundings, and what matches words against the codebook."""

    statement: Statement
    context: Surroundings
    matcher: Matcher


def candidates(statement: Statement, context: Surroundings, matcher: Matcher) -> Iterator[Candidate]:
    """The indicators that a statement may be, best evidence first; made one by one, as they are asked for."""
    asked = Asked(statement, context, matcher)
    for rule in EVIDENCE_RULES:
        if found := rule.apply(asked):
            yield from found


def _sort_of_sum(a: Asked) -> Iterator[Candidate] | None:
    return _named(a) if a.context.is_sum and is_of_sort(a.context) else None


def _own_words(a: Asked) -> Iterator[Candidate]:
    said: ConditionAndFamily | None = None
    statement, context, matcher = a
    heads = matcher.codebook.heads
    for tier, words in context.tiers():
        for indicator in matcher.indicators(statement.unit, words):
            said = said or said_of(statement, context, heads)
            refused = refusal(indicator, context, heads, said)
            if tier == "sentence" and refused in ("", "clause"):
                refused = _refused_there(indicator, words, context, refused)
            yield _candidate(indicator, tier, words, context, refused)


def _what_it_is_spent_on(a: Asked) -> Iterator[Candidate] | None:
    return _spent_on(a.context, a.matcher) if a.context.is_sum else None


def _heading(a: Asked) -> Iterator[Candidate] | None:
    under = headed(a.context)
    return _named_above(under, a.matcher) if under else None


def _name_of_sum(a: Asked) -> Iterator[Candidate] | None:
    return _named(a) if a.context.is_sum and not is_of_sort(a.context) else None


def _named(a: Asked) -> Iterator[Candidate]:
    for around in named(a.context):
        yield from _named_above(around, a.matcher)


def _spent_on(context: Surroundings, matcher: Matcher) -> Iterator[Candidate]:
    """The totals that the words behind a spent sum speak of; none where they name another field too."""
    statement, heads = context.statement, matcher.codebook.heads
    aim = aim_of(context.text, statement, context.marks.breaks)
    if not aim or heads.names_a_field(aim):
        return
    around = Headed(context, aim)
    said = said_of(statement, context, heads)
    for indicator in matcher.indicators(statement.unit, aim):
        # what a rule gives to each is no total
        if indicator.kind is not Kind.PARAMETER:
            yield _candidate(indicator, "aim", aim, around, refusal(indicator, around, heads, said))


def _named_above(context: Headed, matcher: Matcher) -> Iterator[Candidate]:
    """The indicators that the heading over a statement names, then those of its clause that it completes."""
    statement, heads = context.statement, matcher.codebook.heads
    said = said_of(statement, context, heads)
    spoken_of = (matcher.indicators(statement.unit, words) for words in (context.stretch(), context.noun()))
    completed: list[Candidate] = []
    for indicator in {one.id: one for ones in spoken_of for one in ones}.values():
        named = context.names(indicator)
        if words := named or context.completes(indicator):
            refused = refusal(indicator, context, heads, said)
            found = _candidate(indicator, context.tier, words, context, refused)
            if named:
                yield found
            else:
                completed.append(found)
    yield from completed


def best_match(indicator: Indicator, words: str) -> re.Match[str] | None:
    """The match that ranks an indicator: of its patterns the one that ends last, then the longest."""
    matches = [match for wording in indicator.match if (match := wording.pattern.search(words))]
    return max(matches, key=lambda match: (match.end(), match.end() - match.start()), default=None)


def _refused_there(indicator: Indicator, words: str, context: Surroundings, refused: str) -> str:
    """What refuses an indicator that a clause before the value's own names: that clause may have what
    excludes it (新建区域敬老院,|预计不少于6家) and what it asks for (参保率稳步提升,|已达97%)."""
    match = best_match(indicator, words)
    if match is None or match.end() > len(words) - len(context.clause()):
        return refused
    clause = words[_last_break(words, match.start()) : match.end()]
    if any(pattern.search(clause) for pattern in indicator.excludes):
        return "excludes"
    if refused and all_found(indicator.clause, f"{clause}\n{context.own()}"):
        return refused_beyond(indicator, context)
    return refused


def _last_break(words: str, at: int) -> int:
    return max(words.rfind(mark, 0, at) for mark in BREAKS) + 1


#: Where the words are looked for, the best evidence first; each of these may name several indicators, and the
#: first that nothing refuses is taken.
EVIDENCE_RULES: tuple[Rule[Asked, Iterator[Candidate]], ...] = (
    Rule(
        "name of sums of one sort",
        _sort_of_sum,
        "家庭养老床位补贴。建设补贴每床4000元，运营补贴每床每月«300元»。",
        "养老机构建设补贴每床4000元，运营补贴每床每月«300元»。",
    ),
    Rule("its own words", _own_words, "建设养老床位«300张»。", "六、公示\n不少于«5个工作日»。"),
    Rule(
        "what a sum is spent on",
        _what_it_is_spent_on,
        "落实«450万元»，购买社区居家养老服务。",
        "落实«450万元»，购买办公设备。",
    ),
    Rule("heading above it", _heading, "六、公示\n不少于«5个工作日»。", "六、其他\n不少于«5个工作日»。"),
    Rule(
        "name of the sum",
        _name_of_sum,
        "百岁老人长寿补贴标准。市级财政每人每月«300元»。",
        "护理员岗位补贴标准。市级财政资金«300元»。",
    ),
)
