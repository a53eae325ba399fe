"""Why a statement was read and coded as it was: what each rule of the grammar and each pattern of the
codebook made of it, as messages without their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from compare.coding.book.codebook import Codebook, Indicator
from compare.coding.carrying.rules import CARRY_RULES, OVER_RULES, StatementToCode, carried_from
from compare.coding.coder import decided
from compare.coding.evidence_spans import Span, place_of_kind, place_of_period, place_of_words, words_of_scope
from compare.coding.indicators.candidates import Candidate, Matcher, best_match, candidates
from compare.coding.indicators.context.facilities import FACILITY_RULES, with_facility
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.headings import Headed
from compare.coding.indicators.topics.under import topical
from compare.coding.instruments.level_rules import LEVEL_RULES
from compare.coding.instruments.milestones.object_rules import OBJECT_RULES
from compare.coding.learned.codes import LearnedCode, LearnedCoder
from compare.coding.normalized_reading import NormalizedReading, normalized
from compare.coding.scoping.rules import SCOPING_RULES, scope_of
from compare.frozen import changed
from compare.model import Code, Coded, Fact, Numeral, Phrase, Reading, Reason, Statement
from compare.reading.rule_tables import NamedRule, source_of

#: The rules of coding that are told of; those of reading stand in reading/rule_tables.py.
CODING_RULES: Sequence[NamedRule] = (
    *OVER_RULES,
    *FACILITY_RULES.rules,
    *CARRY_RULES,
    *SCOPING_RULES,
    *LEVEL_RULES,
    *OBJECT_RULES,
)
_SOURCES: Mapping[str, str] = {rule.name: rule.source for rule in CODING_RULES}
#: What is told with a place that reading keeps no account of.
_PLACES = {"kind": place_of_kind, "period": place_of_period}
#: So many indicators that came near are told of: the rest are of no help.
_REFUSED = 3
#: So many characters at either end of a long stretch are printed.
_END_SHOWN = 14


def why(at: int, reading: Reading, coded: Sequence[Coded], codebook: Codebook) -> Iterator[Phrase]:
    """Why statement number ``at`` of a reading is what it is; ``coded`` are all as they were coded, before
    corrections."""
    read, one = reading.statements[at], coded[at]
    text = reading.document.text
    for reason in read.reasons:
        if place := _PLACES.get(reason.about):
            start, end = place(reading, read, reason.rule)
            reason = changed(reason, start=start, end=end)
        yield _reason(reason, _said(reason.about, read), text)
    if read.period and not any(reason.about == "period" for reason in read.reasons):
        yield Phrase("explain.period", {"period": Code("periods", read.period)})
    if not any(reason.about == "deadline" for reason in read.reasons):
        yield Phrase("explain.no_deadline")
    if one.statement.kind is not read.kind:
        yield Phrase("explain.kind_of_indicator", {"kind": Code("kinds", one.statement.kind)})
    if one.statement.deadline != read.deadline:
        yield Phrase("explain.deadline_dropped")
    # Kind and deadline as the grammar gave them: it is by these that the codebook chose.
    written = normalized(reading, codebook.short_names)
    in_written = written.statements[at]
    context = Surroundings(written.text, in_written, written.passages)
    matcher = Matcher(codebook)
    to_code = StatementToCode(_as_written(coded[:at], written), context, matcher)
    by = decided(to_code)
    found = list(candidates(in_written, context, matcher))
    if all(candidate.refused for candidate in found):
        found += [
            candidate
            for candidate in topical(in_written, context, matcher)
            if candidate.refused or (by.by_topic and candidate.indicator is by.indicator)
        ]
    if by.indicator and by.rule:
        yield _carried(by.indicator, by.rule, carried_from(to_code, by.indicator, by.rule), coded)
    spans = partial(place_of_words, written=written, statement=in_written)
    if learned := None if by.indicator else LearnedCoder(codebook).code(context):
        yield _learned(learned)
    yield from _coded(found, is_coded=bool(by.rule or learned), spans=spans)
    scope, said, rule = scope_of(by.found_in, matcher, codebook.indicators.get(one.indicator))
    words = words_of_scope(scope, said, codebook)
    yield _scope(scope, words, rule, spans(words))


def _scope(scope: str, words: str, rule: str, span: Span) -> Phrase:
    facts: dict[str, Fact] = {
        "scope": Code("scopes", scope),
        "words": Phrase("explain.words", {"words": words, "at": _at(span)}) if words else "",
    }
    if not rule:
        return Phrase("explain.scope", facts)
    return Phrase("explain.scope_by", facts | {"rule": _told(rule, _SOURCES[rule])})


def numeral(one: Numeral) -> Phrase:
    """What a numeral was taken for, and by which rule."""
    facts: dict[str, Fact] = {
        "text": one.text,
        "start": str(one.start),
        "end": str(one.end),
        "role": Code("roles", one.role),
    }
    return Phrase("explain.numeral", facts | {"rule": _rule("value", one.rule)})


def _reason(reason: Reason, value: Fact, text: str) -> Phrase:
    words: Fact = ""
    if reason.end > reason.start:
        place: dict[str, Fact] = {
            "words": _short(text[reason.start : reason.end]),
            "start": str(reason.start),
            "end": str(reason.end),
        }
        words = Phrase("explain.place", place)
    field = "scope_text" if reason.about == "scope" else reason.about
    facts: dict[str, Fact] = {"field": Code("fields", field), "value": value, "words": words}
    return Phrase("explain.reason", facts | {"rule": _rule(reason.about, reason.rule)})


def _rule(about: str, name: str) -> Fact:
    """A rule by its name, with what it rests on where that is known."""
    if not name:
        return Phrase("explain.no_rule")
    return _told(name, source_of(about, name))


def _told(name: str, source: str) -> Phrase:
    rule = Code("rules", name)
    if not source:
        return Phrase("explain.rule", {"rule": rule})
    return Phrase("explain.rule_of", {"rule": rule, "source": Code("rule_sources", source)})


def _said(about: str, statement: Statement) -> Fact:
    """What a statement says in the field that a reason is about."""
    facts: dict[str, Fact] = {
        "value": statement.value_text,
        "unit": Code("units", statement.unit),
        "base": statement.unit.partition("/")[2],
        "comparator": Code("comparators", statement.comparator),
        "period": Code("periods", statement.period),
        "subject": statement.subject,
        "kind": Code("kinds", statement.kind),
        "deadline": statement.deadline,
        "scope": statement.scope_text,
    }
    return facts.get(about, "") or Phrase("findings.empty")


def _carried(indicator: Indicator, rule: str, number: int | None, coded: Sequence[Coded]) -> Phrase:
    """``number`` is that of the statement it was carried on from, None where it was none."""
    words: Fact = ""
    if number is not None:
        before = coded[number].statement
        place = _at((before.value_start, before.value_end))
        words = Phrase("explain.words", {"words": before.value_text, "at": place})
    facts: dict[str, Fact] = {
        "indicator": Code("indicators", indicator.id),
        "rule": _told(rule, _SOURCES[rule]),
        "words": words,
    }
    return Phrase("explain.carried_on", facts)


def _as_written(coded: Sequence[Coded], written: NormalizedReading) -> list[Coded]:
    """Coded statements at their places in the normalized text, where coding saw them."""
    return [
        changed(one, statement=changed(said, kind=one.statement.kind, deadline=one.statement.deadline))
        for one, said in zip(coded, written.statements, strict=False)
    ]


def _learned(code: LearnedCode) -> Phrase:
    weighed = tuple(
        Phrase(f"explain.weighed_{feature[0]}", {"words": feature[2:]}) for feature in code.weighed
    )
    facts: dict[str, Fact] = {
        "indicator": Code("indicators", code.indicator.id),
        "probability": f"{code.probability:.2f}",
        "weighed": weighed,
    }
    return Phrase("explain.learned", facts)


def _coded(found: Sequence[Candidate], is_coded: bool, spans: Callable[[str], Span]) -> Iterator[Phrase]:
    """Which pattern coded a statement that is not coded otherwise (carried on, learned), which came second,
    and what refused those before them; ``spans`` tells where words stand."""
    allowed: dict[str, Candidate] = {}
    refused: dict[str, Candidate] = {}
    for candidate in found:
        (refused if candidate.refused else allowed).setdefault(candidate.indicator.id, candidate)
    ranked = list(allowed.values())
    if is_coded:
        second = ranked[:1]  # what its own words name
    else:
        yield _match("explain.indicator", ranked[0], spans) if ranked else Phrase("explain.uncoded")
        second = ranked[1:2]
    yield from (_match("explain.second", candidate, spans) for candidate in second)
    if not second and (ranked or is_coded):
        yield Phrase("explain.no_second")
    for candidate in [one for one in refused.values() if one.indicator.id not in allowed][:_REFUSED]:
        yield _match("explain.refused", candidate, spans)


def _match(key: str, candidate: Candidate, spans: Callable[[str], Span]) -> Phrase:
    by = candidate.topic
    match = by.match if by else best_match(candidate.indicator, candidate.words)
    assert match is not None
    facts: dict[str, Fact] = {
        "indicator": Code("indicators", candidate.indicator.id),
        "pattern": match.re.pattern,
        "words": match.group(),
        "at": _at(spans(match.group())),
        "tier": _tier(candidate),
    }
    if candidate.refused:
        facts["why"] = Phrase(f"explain.refused_{candidate.refused}")
    return Phrase(key, facts)


def _at(span: Span) -> Fact:
    """A place in the text in brackets, "" where there is none to name."""
    start, end = span
    return Phrase("explain.at", {"start": str(start), "end": str(end)}) if end > start else ""


def _short(words: str) -> str:
    """Words in one line, of a long clause its ends."""
    words = " ".join(words.split())
    return words if len(words) <= 2 * _END_SHOWN + 4 else f"{words[:_END_SHOWN]}…{words[-_END_SHOWN:]}"


def _tier(candidate: Candidate) -> Phrase:
    """Where the words were found; a heading with its own words, for it may stand pages before."""
    facts: dict[str, Fact] = {}
    if by := candidate.topic:
        facts |= {"topic": Code("topics", by.topic), "heading": by.heading or Phrase("findings.empty")}
    if candidate.tier == "facility" and (named := with_facility(candidate.context)):
        facts["rule"] = _told(named[1], _SOURCES[named[1]])
    if isinstance(candidate.context, Headed):
        facts["heading"] = candidate.context.heading
    return Phrase(f"explain.tier_{candidate.tier}", facts)
