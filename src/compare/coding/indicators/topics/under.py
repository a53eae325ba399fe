"""The indicators that a statement may be by the topic it stands under, where its own words leave the noun
out: 参保率 in a measure on long-term care insurance, 每餐补助3元 in one on meals.

Beside what an entry asks for under a topic the clause may only hold words that name nothing, or that the
topic gives leave to; of sums and numbers alone this holds for all of the sentence and the headings passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.coding.book.codebook import Indicator
from compare.coding.book.document_topics import Topic
from compare.coding.indicators.candidates import ByTopic, Candidate, Matcher
from compare.coding.indicators.context.bare import is_upgraded
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.cell_heads import cell_of
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.headings_above import MARK
from compare.coding.indicators.refusals import barred, excluded, said_of
from compare.coding.indicators.topics.over import Under, bare_words, passes, under
from compare.frozen import maker
from compare.model import Kind, Statement

#: What a list says before a value's own piece of it, and where the next one begins.
_BEFORE = re.compile(r".*[0-9][^0-9、和及与]*[、和及与]")
_NEXT = re.compile(r"[、和及与][^、和及与]*[0-9]")
#: How patterns see a value (每户#元), and what stands for words that were found.
_VALUE, _FOUND = "#{}", ","
_FARTHEST = 160
# 养老机构58处(保留31处、新建|15处): parts of what was counted before the bracket
_OF_A_COUNT = re.compile(r"[0-9][^0-9()（）,，。;；]{0,3}[(（][^()（）]*$")

_candidate = maker(Candidate)


class _Words:
    """The words beside a ``value``: its ``piece`` of the clause, with # and the unit where the value stands,
    and those ``before`` it in its part of the sentence."""

    __slots__ = ("before", "piece", "value")

    def __init__(self, context: Surroundings) -> None:
        before, behind = context.before(), context.clause_behind()
        self.value = _VALUE.format(context.statement.unit)
        if cell := cell_of(context.statement):
            self.piece, self.before = f"{cell.column}{self.value}", cell.row
            return
        listed, following = _BEFORE.match(before), _NEXT.search(behind)
        own = before[listed.end() :] if listed else before
        end = following.start() if following else len(behind)
        first = MARK.sub("", context.part_before()[-_FARTHEST:].lstrip())
        self.piece = without_asides(f"{own if first.endswith(own) else first}{self.value}{behind[:end]}")
        self.before = without_asides(first.removesuffix(own)) if first.endswith(own) else ""


def topical(statement: Statement, context: Surroundings, matcher: Matcher) -> Iterator[Candidate]:
    """The indicators that the topic over a statement gives."""
    book = matcher.codebook
    found = under(context, book.topics, book.heads) if book.topics else None
    if found is None or _OF_A_COUNT.search(context.part_before()):
        return
    words, said = _Words(context), said_of(statement, context, book.heads)
    if is_upgraded(words.piece.partition(words.value)[0], statement.unit):
        return
    topic: Topic | None = found.topic
    while topic is not None:
        for indicator, match in _asked(topic, words, found, context, matcher):
            refused = barred(indicator, statement, said)
            if refused == "kinds" and cell_of(statement):
                refused = ""  # a column of beds is no standard, whatever its head says alone
            refused = refused or _is_beyond(indicator, statement) or excluded(indicator, context)
            by = ByTopic(found.topic.id, found.words, match)
            yield _candidate(indicator, "topic", words.piece, context, refused, by)
        topic = book.topics.get(topic.part_of)


def _asked(
    topic: Topic, words: _Words, found: Under, context: Surroundings, matcher: Matcher
) -> Iterator[tuple[Indicator, re.Match[str]]]:
    """The indicators whose words under a topic a statement has, with these."""
    for indicator in matcher.codebook.by_topic.get(topic.id, ()):
        if not indicator.measured_in(context.statement.unit):
            continue
        matches = (_found(pattern, words, found, context) for pattern in indicator.topics[topic])
        if match := next(filter(None, matches), None):
            yield indicator, match


def _is_beyond(indicator: Indicator, statement: Statement) -> str:
    """ "plausible" where a value is none that an entry can have, else "": a topic alone is no proof of it."""
    value = statement.value_low
    if value is None or indicator.plausible is None or (value == 0 and statement.kind is Kind.ALLOCATION):
        return ""
    lowest, highest = indicator.plausible
    return "" if lowest <= value <= highest else "plausible"


def _found(
    pattern: re.Pattern[str], words: _Words, found: Under, context: Surroundings
) -> re.Match[str] | None:
    """Where an entry's pattern is found in a piece of which all the rest names nothing."""
    match = pattern.search(words.piece)
    if match is None:
        return None
    end, value = match.end(), words.piece.find(words.value)
    if end > value:
        end = max(end, value + len(words.value))
    rest = f"{words.piece[: match.start()]}{_FOUND}{words.piece[end:]}"
    alone, in_table = match.group() in words.value, cell_of(context.statement) is not None
    unclear = alone or (context.is_sum and not in_table)
    if unclear and not all(passes(found.topic, heading) for heading in found.passed):
        return None
    if alone or context.is_sum or in_table:
        rest = words.before + rest
    return match if bare_words(found.topic).fullmatch(rest.replace(words.value, _FOUND)) else None
