"""Values, dates and nouns put together into quantitative statements."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from compare.model import Comparator, Kind, Statement
from compare.reading.page.clauses import CLAUSE_REACH
from compare.reading.quantities.amounts import Value
from compare.reading.sentences.distributed_terms import with_own_terms
from compare.reading.sentences.distribution import group_at, listed_at, noun_of, part_of
from compare.reading.sentences.drafts import Writer, draft_of
from compare.reading.sentences.implied import Claim, claims
from compare.reading.sentences.implied_statements import implied_draft
from compare.reading.sentences.kinds.rules import kind_of
from compare.reading.sentences.kinds.wording import wording_of
from compare.reading.sentences.material import Material, Span
from compare.reading.sentences.scopes.rules import SETS_NO_TOPIC, facility_words, scope_of
from compare.reading.sentences.scopes.setting import setting_of
from compare.reading.sentences.sharing.rules import SharedBases
from compare.reading.sentences.subjects.finder import SubjectFinder
from compare.reading.sentences.units import number_reasons, unit_of
from compare.reading.sentences.value_times import ValueTimes

# 民办养老机构床位占比达到60%,护理型床位占比达到40%: the second share is not that of the owner's homes
_OF_AN_OWNER = re.compile("(?:机构|[院中心])的?(?:养老)?床位(?:数量?)?(?:占|比例|比重)")
_OPENING = 30  # of the clause before
_FOLLOWING = 30  # what is given stands this near behind the condition


def statements(material: Material) -> tuple[Statement, ...]:
    """Statements of a text in order, with offsets of the original."""
    return _Assembler(material).run()


class _Assembler:
    __slots__ = ("bases", "finder", "material", "norm", "paid", "text", "times", "topic", "writer")

    def __init__(self, material: Material) -> None:
        self.material, self.text = material, material.view.text
        clauses, found = material.clauses, material.found
        self.topic = (0, "", False)
        self.paid = -_OPENING  # where the last sum ends that is paid by rule
        self.norm = 0  # where the last norm ends
        self.writer = Writer(material.view, material.raw, material.starts)
        self.finder = SubjectFinder(self.text, clauses, found, material.lexicon, material.cells)
        self.bases = SharedBases(self.text, clauses, found.values, self.finder.stated)
        self.times = ValueTimes(material, self.writer)

    def run(self) -> tuple[Statement, ...]:
        items: list[tuple[int, Statement]] = []
        values = self.material.found.values
        previous: Span | None = None
        index = 0
        claimed = deque(claim for claim in claims(self.text) if not self.material.hidden(claim.start))
        while index < len(values):
            group = group_at(self.text, values, index)
            items += self._implied(claimed, group[0].start)
            for position, value in enumerate(group):
                for statement, subject in self._build(value, group, position, previous):
                    items.append((value.start, statement))
                    if subject[1] > subject[0]:
                        previous = subject
                        self.finder.stated.setdefault(subject, value.unit)
            index += len(group)
        items += self._implied(claimed, len(self.text))
        items.sort(key=lambda item: item[0])
        return tuple(statement for _, statement in items)

    def _implied(self, claimed: deque[Claim], before: int) -> Iterator[tuple[int, Statement]]:
        """The statements of the claims up to a position, which are taken off their queue: what was before a
        value may say that the value is a fact."""
        while claimed and claimed[0].start < before:
            claim = claimed.popleft()
            draft = implied_draft(claim, self.material, self.times, self.writer)
            yield claim.start, self.writer.statement(draft)

    def _build(
        self, value: Value, group: Sequence[Value], position: int, previous: Span | None
    ) -> list[tuple[Statement, Span]]:
        floor = self.finder.floor(value)
        if len(group) == 1:
            spans, rule = self.finder.nouns(value, floor, previous)
            return [(self._statement(value, span, rule, floor), span) for span in spans]
        material = self.material
        sentence = material.clauses.sentence(value.start)[0]
        listed = listed_at(self.text, group, position, material.lexicon, sentence)
        span, rule = noun_of(listed)
        ends = (listed._replace(position=at, grades=()) for at in (0, len(group) - 1))
        first, last = (noun_of(one)[0] for one in ends)
        own = self.text[floor : first[0]] + self.text[slice(*span)] if first != last else ""
        statement = self._statement(value, span, rule, floor, own, part_of(listed))
        given = with_own_terms(statement, group, position, self.text, material.clauses, material.found.dates)
        return [(given, span)]

    def _statement(
        self,
        value: Value,
        subject: Span,
        subject_rule: str,
        floor: int,
        own: str = "",
        part: tuple[str, str] | None = None,
    ) -> Statement:
        """``own`` are the words before the value that belong to it alone, "" if all from ``floor`` on do;
        ``part`` the grade or area of those listed that it is given to, and by which rule."""
        text = self.text
        clause_before = text[value.clause_start : value.start]
        tail = text[value.bound_end : value.clause_end]
        opening = self._opening(value)
        unit, unit_end, period, unit_reasons = unit_of(
            value, subject, clause_before, opening, self.bases, self.writer
        )
        following = text[value.clause_end : value.clause_end + _FOLLOWING]
        wording = wording_of(
            value,
            unit,
            clause_before,
            tail,
            opening,
            following,
            self._since_paid(value),
            self._numbered(value),
            text[self.norm : value.start] if self.norm > value.clause_start else "",
        )
        kind, kind_rule = kind_of(wording)
        if kind is Kind.PARAMETER and value.unit.sort == "money":
            self.paid = value.bound_end
        dated = self.times.dated(value, floor, clause_before, kind, kind_rule)
        if dated.kind is Kind.STANDARD:
            self.norm = value.bound_end
        own = own or text[floor : value.start]
        scope, scope_rule = self._scope(value, subject, floor, own, tail, opening)
        if part:
            scope, scope_rule = part
        comparator = self.writer.reason("comparator", value.comparator_rule, value.comparator_words)
        return self.writer.statement(
            draft_of(
                kind=dated.kind,
                subject=subject,
                value=(value.start, unit_end),
                numbers=(value.low, value.high),
                unit=unit,
                comparator=value.comparator,
                deadline=dated.deadline,
                period=period,
                scope=scope,
                implied=False,
                quote=self._quote(value, subject, floor, unit_end),
                rule=value.unit.sort,
                rules=(dated.rule, subject_rule, scope_rule),
                date=dated.reason,
                quantity=[*number_reasons(value, self.writer), *unit_reasons, comparator],
            )
        )

    def _opening(self, value: Value) -> str:
        """The last words before the clause of a value in its sentence."""
        start = self.material.clauses.sentence(value.clause_start)[0]
        return self.text[max(value.clause_start - _OPENING, start) : value.clause_start]

    def _numbered(self, value: Value) -> bool:
        """Whether the sentence of a value is a numbered line: its number does not belong to it."""
        start = self.material.clauses.sentence(value.start)[0]
        return self.text[start - 1 : start] in (")", "、", ".")

    def _since_paid(self, value: Value) -> str:
        """The words between a sum or share and the sum paid by rule near before it, "" without any."""
        near = value.unit.sort in ("money", "share") and 0 < value.start - self.paid <= _OPENING
        return self.text[self.paid : value.start] if near else ""

    def _quote(self, value: Value, subject: Span, floor: int, unit_end: int) -> Span:
        """The shortest words that hold subject, comparator, value and unit, as far as its clause goes."""
        bound_end = max(value.bound_end, unit_end)
        start = value.start
        if floor <= subject[0] < value.start or value.clause_start <= subject[0] < value.start:
            start = subject[0]
        end = max(bound_end, subject[1] if value.end <= subject[0] < value.clause_end else bound_end)
        lead = self.material.lexicon.distant.search(self.text[floor : value.start])
        return min(start, floor + lead.start()) if lead else start, end

    def _scope(
        self, value: Value, subject: Span, floor: int, before: str, tail: str, opening: str
    ) -> tuple[str, str]:
        """Restricting words; an attribute (床位, 面积) has those of the facility named before it.

        ``opening`` are the last words before the clause.
        """
        text = self.text
        named = text[subject[0] : subject[1]]
        setting = setting_of(
            clause=text[value.clause_start : value.clause_end],
            lead=text[value.clause_start : value.start],
            before=before,
            subject=named,
            tail=tail,
            unit=value.unit.unit,
            sort=value.unit.sort,
            part=self.finder.part(value, floor, subject),
            opening=opening,
            facility=lambda: self._facility_before(value),
        )
        scope, rule = scope_of(setting)
        sets_topic = rule not in SETS_NO_TOPIC and not _OF_AN_OWNER.search(named)
        if sets_topic and (facility := facility_words(scope, named)):
            # 养老机构36个,比上年增长2.1%,床位2.3万张: they are as many as before
            several = (value.low > 1 and setting.counts_facilities) or self.topic[1:] == (facility, True)
            self.topic = (value.bound_end, facility, several)
        return scope, rule

    def _facility_before(self, value: Value) -> str:
        """The facility spoken of before a value in its sentence, "" if there is none."""
        spoken_at, facility, several = self.topic
        if several and value.comparator is Comparator.EQ:
            return ""  # the beds behind 敬老院12所 are those of all twelve together
        between = self.text[spoken_at : value.start]
        if several and value.unit.sort == "share" and any(map(str.isdigit, between)):
            return ""  # 改造敬老院4所,新增床位300张,护理型床位占比58%以上: a share of all beds
        near = len(between) <= CLAUSE_REACH and not any(c in between for c in ";。\n|")
        return facility if near else ""
