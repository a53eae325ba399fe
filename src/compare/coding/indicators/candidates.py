"""Which indicators the words of a statement speak of, tier by tier, and what refuses those it may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compare.coding.book.codebook import Codebook, Indicator, of_any_base
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.breaks import BREAKS
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.headings import Headed, headed
from compare.coding.indicators.heads import Heads
from compare.coding.indicators.money.aims import aim_of
from compare.coding.indicators.money.purposes import is_of_sort, named
from compare.coding.indicators.topics.over import is_of_title
from compare.coding.kind_rules import is_condition
from compare.frozen import maker, quickly
from compare.model import Kind, Statement
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

#: No share of a whole is more, in percent.
WHOLE = 100
_BASED = re.compile("元/(?![年月日]$)")


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

    ``refused`` names what excludes it all the same: ``condition``, or of the codebook ``kinds``, ``heads``,
    ``fields``, ``plausible``, ``at_large``, ``clause``, ``near``, ``within`` or ``excludes``; "" if nothing
    does. ``context`` are the surroundings it was found in, ``topic`` is what gave it where a topic
    did (``topics/``).
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


def candidates(statement: Statement, context: Surroundings, matcher: Matcher) -> Iterator[Candidate]:
    """The indicators that a statement may be, best evidence first; made one by one, as they are asked for."""
    said: Said | None = None
    is_of_a_sort = context.is_sum and is_of_sort(context)
    if is_of_a_sort:
        yield from _named(context, matcher)
    for tier, words in context.tiers():
        for indicator in matcher.indicators(statement.unit, words):
            said = said or said_of(statement, context, matcher.codebook.heads)
            refused = _refusal(indicator, statement, context, matcher.codebook.heads, said)
            if tier == "sentence" and refused in ("", "clause"):
                refused = _refused_there(indicator, words, context, refused)
            yield _candidate(indicator, tier, words, context, refused)
    if context.is_sum:
        yield from _spent_on(context, matcher)
    if under := headed(context):
        yield from _named_above(under, matcher)
    if context.is_sum and not is_of_a_sort:
        yield from _named(context, matcher)


def _named(context: Surroundings, matcher: Matcher) -> Iterator[Candidate]:
    for around in named(context):
        yield from _named_above(around, matcher)


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
            yield _candidate(
                indicator, "aim", aim, around, _refusal(indicator, statement, around, heads, said)
            )


def _named_above(context: Headed, matcher: Matcher) -> Iterator[Candidate]:
    """The indicators that the heading over a statement names, then those of its clause that it completes."""
    statement, heads = context.statement, matcher.codebook.heads
    said = said_of(statement, context, heads)
    spoken_of = (matcher.indicators(statement.unit, words) for words in (context.stretch(), context.noun()))
    completed: list[Candidate] = []
    for indicator in {one.id: one for ones in spoken_of for one in ones}.values():
        named = context.names(indicator)
        if words := named or context.completes(indicator):
            refused = _refusal(indicator, statement, context, heads, said)
            found = _candidate(indicator, context.tier, words, context, refused)
            if named:
                yield found
            else:
                completed.append(found)
    yield from completed


class Said(NamedTuple):
    """Whether a statement says when something holds, the family of what it says of its noun, and those of
    what else than care it is about."""

    condition: bool
    family: str = ""
    fields: frozenset[str] = frozenset()


def said_of(statement: Statement, context: Surroundings, heads: Heads) -> Said:
    condition = is_condition(statement)
    if statement.kind is Kind.ALLOCATION:
        return Said(condition)
    family = "" if statement.implied else heads.of(context.before(), statement.unit)
    return Said(condition, family, frozenset(_fields(statement, context, heads)))


def _fields(statement: Statement, context: Surroundings, heads: Heads) -> Iterator[str]:
    """What else than care a value is about: a field, what a sum is paid for, a noun counted for itself."""
    text = context.text
    fields = heads.fields(context.whose(), text)
    if not fields and (beside := context.beside()):
        fields = heads.fields(beside, text)
    yield from fields
    if context.is_sum:
        yield from heads.paid_for(context.paid())
    if statement.unit in FACILITY_UNITS and (noun := heads.counted(context.counted())):
        yield noun


def _refusal(
    indicator: Indicator, statement: Statement, context: Surroundings, heads: Heads, said: Said
) -> str:
    """What excludes an indicator whose pattern was found, "" if nothing does."""
    return barred(indicator, statement, said) or _refused_around(indicator, statement, context, heads)


def barred(indicator: Indicator, statement: Statement, said: Said) -> str:
    """What of a statement itself excludes an indicator, whatever the words around it, "" if nothing does."""
    kinds = () if statement.kind is Kind.ALLOCATION else indicator.kinds
    if kinds and statement.kind not in kinds:
        return "kinds"
    if said.condition and not may_be_condition(indicator):
        return "condition"
    if said.family and said.family not in indicator.heads:
        return "heads"
    if not said.fields <= indicator.heads:
        return "fields"
    if _is_of_all(indicator, statement):
        return "plausible"
    return ""


def _refused_around(indicator: Indicator, statement: Statement, context: Surroundings, heads: Heads) -> str:
    """What of an entry the words around a statement do not meet, or that nothing there is of care."""
    anywhere = indicator.at_large or statement.implied or statement.kind is Kind.ALLOCATION
    if not anywhere and not heads.is_at_home(context.text, context.around):
        return "at_large"
    if indicator.clause and not _all(indicator.clause, context.own()):
        return "clause"
    return _refused_beyond(indicator, context)


def _is_of_all(indicator: Indicator, statement: Statement) -> bool:
    """Whether a sum without a base is more than the entry gives to one person, bed or place: that of all of
    them, or a cap (床位运营补贴项目资金1450.6万元); a share is more than the whole (完成率105%), or floor
    area more than one house has."""
    if statement.implied and statement.value_text.startswith("翻"):
        return "growth" not in indicator.heads  # 覆盖率翻一番 says by how much it grows, not how high it is
    if statement.unit == "%" and indicator.plausible:
        return indicator.plausible[1] <= WHOLE < (statement.value_low or 0)
    if statement.unit == "平方米" and indicator.plausible and indicator.kind is Kind.STANDARD:
        return (statement.value_low or 0) > indicator.plausible[1]
    if statement.unit != "元" or not indicator.plausible or not any(map(_BASED.match, indicator.units)):
        return False
    return statement.value_low is not None and statement.value_low > indicator.plausible[1]


def may_be_condition(indicator: Indicator) -> bool:
    """Whether values of an indicator are parameters, or may be beside its own kind (``kinds``)."""
    return indicator.kind is Kind.PARAMETER or (bool(indicator.kind) and Kind.PARAMETER in indicator.kinds)


def best_match(indicator: Indicator, words: str) -> re.Match[str] | None:
    """The match that ranks an indicator: of its patterns the one that ends last, then the longest."""
    matches = [match for wording in indicator.match if (match := wording.pattern.search(words))]
    return max(matches, key=lambda match: (match.end(), match.end() - match.start()), default=None)


def _refused_beyond(indicator: Indicator, context: Surroundings) -> str:
    """What of an entry beyond what the clause must have is not met."""
    if indicator.near and not _all(indicator.near, context.near()):
        return "near"
    if indicator.within and not (
        _all(indicator.within, context.around()) or _is_titled(indicator, context.text)
    ):
        return "within"
    return excluded(indicator, context)


def excluded(indicator: Indicator, context: Surroundings) -> str:
    """ "excludes" where a statement has words that an entry excludes, else ""."""
    if not indicator.excludes:
        return ""
    around = context.near() if context.is_elliptic() else context.own()
    if context.is_sum:
        around = without_asides(around)
    for pattern in indicator.excludes:
        if pattern.search(around):
            return "excludes"
    return ""


def _is_titled(indicator: Indicator, text: str) -> bool:
    """Whether the title says that all of the document is about a topic of an entry."""
    return any(is_of_title(topic, text) for topic in indicator.topics)


def _refused_there(indicator: Indicator, words: str, context: Surroundings, refused: str) -> str:
    """What refuses an indicator that a clause before the value's own names: that clause may have what
    excludes it (新建区域敬老院,|预计不少于6家) and what it asks for (参保率稳步提升,|已达97%)."""
    match = best_match(indicator, words)
    if match is None or match.end() > len(words) - len(context.clause()):
        return refused
    clause = words[_last_break(words, match.start()) : match.end()]
    if any(pattern.search(clause) for pattern in indicator.excludes):
        return "excludes"
    if refused and _all(indicator.clause, f"{clause}\n{context.own()}"):
        return _refused_beyond(indicator, context)
    return refused


def _last_break(words: str, at: int) -> int:
    return max(words.rfind(mark, 0, at) for mark in BREAKS) + 1


def _all(patterns: Sequence[re.Pattern[str]], words: str) -> bool:
    return all(pattern.search(words) for pattern in patterns)
