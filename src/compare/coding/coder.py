"""Statements to indicators and scopes by the codebook.

The subject decides where it can; only a statement whose subject no indicator knows is coded by its
clause, and one that names no subject of its own by its part of the sentence, then by the sentence; last
comes the heading above it (``headings.py``).
Within one of these tiers the last noun decides, and of several that end there the longest match, so that the
more specific wording beats the general one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from compare.coding.book.codebook import GENERAL, OTHER, Codebook, Indicator
from compare.coding.figures import in_figures
from compare.coding.indicators.candidates import Candidate, Matcher, candidates, is_fact
from compare.coding.indicators.marks import REACH, STOPS
from compare.coding.indicators.parts import OWNERS, PARTS_FOLLOW, is_part, is_state, rate_of
from compare.coding.indicators.sums import HOUSES, NAMED_SUM
from compare.coding.indicators.surroundings import Surroundings, is_condition
from compare.coding.indicators.tiers import tier
from compare.frozen import maker
from compare.garbage import uncollected
from compare.model import Coded, Kind, Reading, Statement
from compare.reading.cues import GIVES, PAYMENTS
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

_SENTENCE_ENDS = STOPS - {"|"}
# 综合养老服务中心每年给予运营补助15万元,日间照料中心每年5万元: the same for another house
_OTHER_HOUSE = re.compile(f"{HOUSES}(?:每[个所家处站点])?(?:每[年月])?(?:最高|不超过|不低于|为)?")
#: What the steps of a ladder of sums are counted in.
_OF_STEPS = frozenset(("人", "名", "张", "岁", "平方米", "户", "人次"))
_PAID = re.compile(f"{GIVES}|{PAYMENTS}|每|一次性|限额|封顶|累计|总额")

_coded = maker(Coded)


@uncollected
def code(plan_id: str, reading: Reading, codebook: Codebook) -> tuple[Coded, ...]:
    """Code every statement of a reading; uncoded ones keep ``indicator == ""`` and ask for review."""
    ids = statement_ids(plan_id, reading)
    written = in_figures(reading)
    coded = _coded_in(written, ids, codebook)
    if written is reading:
        return tuple(coded)
    return tuple(
        _as_written(one, statement) for one, statement in zip(coded, reading.statements, strict=True)
    )


def _as_written(one: Coded, statement: Statement) -> Coded:
    kind, deadline = one.statement.kind, one.statement.deadline
    if (kind, deadline) != (statement.kind, statement.deadline):
        statement = replace(statement, kind=kind, deadline=deadline)
    return replace(one, statement=statement)


def _coded_in(reading: Reading, ids: Sequence[str], codebook: Codebook) -> list[Coded]:
    text = reading.document.text
    matcher = Matcher(codebook)
    coded: list[Coded] = []
    for identifier, statement in zip(ids, reading.statements, strict=True):
        context = Surroundings(text, statement, reading.passages)
        found = None if _is_part_of_cell(statement) else chosen(statement, context, matcher)
        indicator = found.indicator if found else None
        if coded and context.is_share_of_a_place():
            indicator = said_before(coded[-1], statement, text, codebook) or indicator
        if (
            indicator is None
            and coded
            and (before := _in_the_same_unit(coded, statement))
            and (context.is_elliptic() or _is_next_step(before.statement, context, codebook))
        ):
            indicator = said_before(before, statement, text, codebook)
        elif indicator is None and coded and context.is_part():
            indicator = part_of(coded, statement, text, matcher)
        elif indicator is None and coded and statement.unit == "%":
            indicator = rate_of_what_was_counted(coded[-1], context, matcher)
        kind = statement.kind
        # 到2015年,人均经费达到50元: a promise with a date, whatever the indicator usually is.
        promised = kind is Kind.TARGET and statement.deadline and indicator and indicator.direction != "level"
        keeps = kind is Kind.ALLOCATION or promised or is_condition(statement) or is_fact(statement)
        if indicator and indicator.kind and not keeps:
            kind = indicator.kind
        if kind is not statement.kind:
            # A parameter is no promise: a lead-in's deadline does not govern it (gold/GUIDE).
            deadline = "" if kind is Kind.PARAMETER else statement.deadline
            statement = replace(statement, kind=kind, deadline=deadline)
        coded.append(
            _coded(
                statement_id=identifier,
                statement=statement,
                indicator=indicator.id if indicator else "",
                scope=scope_of(statement, found.context if found else context, matcher, indicator)[0],
                review="" if indicator else "uncoded",
            )
        )
    return coded


def statement_ids(plan_id: str, reading: Reading) -> tuple[str, ...]:
    """Ids that derive from content: the same sentence keeps its id when others come and go."""
    seen: dict[str, int] = {}
    made: list[str] = []
    text = reading.document.text
    for s in reading.statements:
        quote = text[s.start : s.end]
        key = f"{quote}|{s.value_text}|{s.value_low}|{s.value_high}|{s.unit}|{s.subject}|{s.area}"
        seen[key] = count = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}|{count}".encode()).hexdigest()
        made.append(f"{plan_id}-{digest[:8]}")
    return tuple(made)


def _in_the_same_unit(coded: Sequence[Coded], statement: Statement) -> Coded:
    """The statement before; of a step of a ladder (11—30人补贴2万元) the one before its condition."""
    before = coded[-1]
    of_step = before.statement.unit in _OF_STEPS and (not before.indicator or _is_a_step(before))
    is_of_step = statement.unit.startswith("元") and of_step
    return coded[-2] if is_of_step and len(coded) > 1 else before


def _is_a_step(before: Coded) -> bool:
    """Whether a statement says for whom a sum holds: a condition, or an age."""
    return is_condition(before.statement) or before.statement.unit == "岁"


def said_before(previous: Coded, statement: Statement, text: str, codebook: Codebook) -> Indicator | None:
    """The indicator of the statement before, where one sentence goes on in the same unit, or in the same
    money with base and verb left out (自理的每人每月补贴100元;失能的为200元)."""
    before = previous.statement
    between = text[before.value_end : statement.value_start]
    if len(between) > REACH or not STOPS.isdisjoint(between):
        return None
    indicator = codebook.indicators.get(previous.indicator)
    if before.unit == statement.unit:
        return indicator
    left_out = before.unit.startswith("元/") and statement.unit == "元" and not _PAID.search(between)
    return indicator if left_out and indicator and "元" in indicator.units else None


def _is_next_step(before: Statement, context: Surroundings, codebook: Codebook) -> bool:
    """Whether a sum is the same money as that before it, named there only, or names only another house that
    gets it, one of no other field."""
    statement = context.statement
    if not statement.unit.startswith("元"):
        return False
    if statement.subject == before.subject and not context.names_its_subject():
        return not NAMED_SUM.search(context.clause())
    if not _OTHER_HOUSE.fullmatch(context.before()):
        return False
    return not codebook.heads.fields(context.own(), context.text)


def _is_part_of_cell(statement: Statement) -> bool:
    """Whether a cell of an area holds a part alone (公办): the tables of areas know whole figures."""
    return statement.kind is Kind.ALLOCATION and statement.scope_text not in ("", statement.area)


def part_of(coded: Sequence[Coded], statement: Statement, text: str, matcher: Matcher) -> Indicator | None:
    """The indicator of a part that names only its place or owner: that of the whole counted before it in
    the same unit (新增助餐点15个,其中北山街道1个; 养老机构63家,其中公办29家)."""
    whole = next((one for one in reversed(coded) if not is_part(one.statement)), coded[0])
    between = text[coded[-1].statement.value_end : statement.value_start]
    stops = _SENTENCE_ENDS if PARTS_FOLLOW.search(between) else STOPS
    if coded[-1].statement.unit != statement.unit or len(between) > REACH or not stops.isdisjoint(between):
        return None
    said = matcher.codebook.indicators.get(coded[-1].indicator)
    if not said or statement.subject not in OWNERS:
        return said
    said = matcher.codebook.indicators.get(whole.indicator)
    noun = f"{statement.subject}{whole.statement.subject}"
    kinds = matcher.indicators(statement.unit, noun)
    return next((one for one in kinds if not any(words.search(noun) for words in one.excludes)), said)


def rate_of_what_was_counted(previous: Coded, context: Surroundings, matcher: Matcher) -> Indicator | None:
    """The indicator of a rate that names only its places, of the things coded before it
    (建成居家养老服务中心260个,农村社区建成率达72%)."""
    things, statement = previous.statement, context.statement
    noun, at = rate_of(statement.subject, things.subject)
    between = context.text[things.value_end : statement.value_start]
    if not noun or not previous.indicator or things.unit not in FACILITY_UNITS:
        return None
    is_level = statement.implied or not matcher.codebook.heads.of(context.before(), "%")
    if not is_level or len(between) > REACH or not STOPS.isdisjoint(between):
        return None
    for one in matcher.indicators("%", noun):
        asked = all(words.search(noun) for words in one.clause)
        if asked and _speaks_of_both(one, noun, at) and not any(words.search(noun) for words in one.excludes):
            return one
    return None


def _speaks_of_both(indicator: Indicator, noun: str, at: int) -> bool:
    """Whether a wording of an indicator holds words on both sides of a place in a noun."""
    matches = (wording.pattern.search(noun) for wording in indicator.match)
    return any(match is not None and match.start() < at < match.end() for match in matches)


def chosen(statement: Statement, context: Surroundings, matcher: Matcher) -> Candidate | None:
    """The first candidate that nothing refuses."""
    for one in candidates(statement, context, matcher):
        if not one.refused:
            return one
    return None


def scope_of(
    statement: Statement, context: Surroundings, matcher: Matcher, indicator: Indicator | None
) -> tuple[str, str]:
    """The scope of a statement and the words that say it, "" where none do.

    What an indicator's sums are staggered by comes before any other scope; which of several steps is
    meant may stay open, and then the sum is compared with none.
    """
    steps = matcher.codebook.steps(indicator) if indicator else ()
    if steps and (found := tier(context, steps)):
        open_which = len(found) > 1 and OTHER in matcher.codebook.scopes
        return OTHER if open_which else found[0], context.part_before()
    restriction = statement.scope_text
    scope = matcher.scope(restriction) if restriction else ""
    if scope not in ("", GENERAL):
        return scope, restriction
    # 全州 says nothing that restricts: the subject may still (全州敬老院院长培训率).
    counts_facilities = statement.unit in FACILITY_UNITS
    for words in context.of_the_statement():
        named = matcher.scope(words) if words else ""
        if named in ("", GENERAL):
            continue
        # A counted facility names the thing; where its beds or coverage are measured, it is the scope.
        if not counts_facilities or matcher.codebook.scopes[named].restricts_counts:
            return named, words
    unknown = (restriction and not scope) or _is_of_some(statement, indicator)
    if unknown and OTHER in matcher.codebook.scopes:
        return OTHER, restriction or statement.subject
    return GENERAL, restriction


def _is_of_some(statement: Statement, indicator: Indicator | None) -> bool:
    """Whether a part (公办29家, 正在施工52个) is coded as the whole, not as a kind of its own (民办)."""
    of_one_owner = statement.subject in OWNERS and not (indicator and indicator.one_owner)
    return of_one_owner or is_state(statement.subject)
