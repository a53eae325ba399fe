"""Values, dates and nouns put together into quantitative statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from compare.model import Comparator, Kind, Passage, Reason, Statement
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.page.spans import RowName
from compare.reading.page.view import TextView
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.base_parts import Based
from compare.reading.quantities.bases import based
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.quantities.paid_bases import with_marginal
from compare.reading.quantities.periods import period_of
from compare.reading.quantities.scan import Scan
from compare.reading.sentences.carry import reach
from compare.reading.sentences.deadlines import govern
from compare.reading.sentences.distribution import group_at, noun_of, with_own_terms
from compare.reading.sentences.hindsight import hindsight, is_plan, named_plan
from compare.reading.sentences.implied import Claim, claims
from compare.reading.sentences.kinds import kind_of
from compare.reading.sentences.noun_before import noun_before
from compare.reading.sentences.noun_behind import noun_behind
from compare.reading.sentences.scopes import SETS_NO_TOPIC, Setting, facility_words, scope_of
from compare.reading.sentences.subject_finder import SubjectFinder
from compare.reading.sentences.timing import FACTS, Timing, intends, now_in, timed_kind
from compare.reading.sentences.wording import Wording

_ADDED = re.compile(r"(?:新增|净增|增设|增加)(?:约|近|不少于|不低于|至少)?$")
_DIGIT = re.compile("[0-9]+")
_RAISED = re.compile(r"(?:(?:提高|增加|提升|上调|调整|调高|增)[到至]|达到?)[^0-9]{0,8}$")
_PLAIN = (Comparator.EQ, Comparator.ABOUT)
_OPENING = 30  # of the clause before
_FOLLOWING = 30  # what is given stands this near behind the condition
_LINE_END = re.compile(r"\s*\n\s*")
_LEVIED = re.compile(r"(?:征收|收取|计征|计收|缴纳|执行)")


def statements(
    view: TextView,
    raw: str,
    clauses: Clauses,
    found: Scan,
    lexicon: Lexicon,
    passages: Sequence[Passage],
    starts: Sequence[int],
    hidden: Callable[[int], bool],
    cells: Sequence[RowName] = (),
    issue_year: int = 0,
    title: str = "",
) -> tuple[Statement, ...]:
    """Statements of a text in order, with offsets of the original.

    ``starts`` are where the passages begin in the view; ``hidden(position)`` tells whether a
    position of the view lies in furniture; ``cells`` are cells of tables with the name of their row;
    ``issue_year`` is the document's own, 0 if it does not say, and so is ``title``, "" if it has none.
    """
    made = _Assembler(view, raw, clauses, found, lexicon, passages, starts, hidden, cells, issue_year, title)
    return made.run()


_PARALLEL = 5  # sums side by side
_SIBLING = re.compile(
    "(?!.*(?:[每总共投奖月年日]|安排|最[高低多]|一次性|单|合计|累计|另))[一-龥()]{2,14}(?:为|不低于|不超过|不少于)?"
)


def _begins(value: Value) -> int:
    return value.start


def _is_sibling(text: str, before: Value, value: Value) -> bool:
    """Whether a sum stands beside the one before it (集中供养每人每年12000元,分散供养9600元)."""
    if before.unit is not value.unit or text[before.bound_end : value.clause_start] not in (",", ";"):
        return False
    alike = before.low <= 10 * value.low <= 100 * before.low
    return alike and _SIBLING.fullmatch(text, value.clause_start, value.start) is not None


class _Assembler:
    __slots__ = (
        "back",
        "begins",
        "clauses",
        "date_starts",
        "fact",
        "found",
        "hidden",
        "issue_year",
        "lexicon",
        "measured",
        "now",
        "passage_starts",
        "raw",
        "reach",
        "tells",
        "topic",
        "view",
    )

    def __init__(
        self,
        view: TextView,
        raw: str,
        clauses: Clauses,
        found: Scan,
        lexicon: Lexicon,
        passages: Sequence[Passage],
        starts: Sequence[int],
        hidden: Callable[[int], bool],
        cells: Sequence[RowName],
        issue_year: int,
        title: str,
    ) -> None:
        self.view, self.raw, self.clauses, self.found = view, raw, clauses, found
        self.lexicon, self.hidden = lexicon, hidden
        self.date_starts = [d.start for d in found.dates]
        self.passage_starts = starts
        self.topic = (0, "", False)
        self.fact = (0, -1, 0)
        self.now = (-1, -1)
        self.issue_year = issue_year
        self.measured = SubjectFinder(view.text, clauses, found, lexicon, cells)
        self.reach = reach(view.text, passages, starts)
        self.tells = not is_plan(title)
        self.back = hindsight(view.text, passages, starts, self.reach if self.tells else None)
        self.begins = named_plan(view.text, title)

    def run(self) -> tuple[Statement, ...]:
        items: list[tuple[int, Statement]] = []
        values = self.found.values
        previous: tuple[int, int] | None = None
        index = 0
        while index < len(values):
            group = group_at(self.view.text, values, index)
            for position, value in enumerate(group):
                for statement, subject in self._build(value, group, position, previous):
                    items.append((value.start, statement))
                    if subject[1] > subject[0]:
                        previous = subject
                        self.measured.stated.setdefault(subject, value.unit)
            index += len(group)
        for claim in claims(self.view.text):
            if not self.hidden(claim.start):
                items.append((claim.start, self._implied(claim)))
        items.sort(key=lambda item: item[0])
        return tuple(statement for _, statement in items)

    # -- one value ----------------------------------------------------------------

    def _build(
        self, value: Value, group: Sequence[Value], position: int, previous: tuple[int, int] | None
    ) -> list[tuple[Statement, tuple[int, int]]]:
        floor = self.measured.floor(value)
        if len(group) == 1:
            spans, rule = self.measured.nouns(value, floor, previous)
            return [(self._statement(value, span, rule, floor), span) for span in spans]
        text, dates = self.view.text, self.found.dates
        span = noun_of(text, group, position, self.lexicon)
        statement = self._statement(value, span, "given by 分别", floor)
        return [(with_own_terms(statement, group, position, text, self.clauses, dates), span)]

    def _statement(self, value: Value, subject: tuple[int, int], subject_rule: str, floor: int) -> Statement:
        text = self.view.text
        before = text[floor : value.start]
        clause_before = text[value.clause_start : value.start]
        tail = text[value.bound_end : value.clause_end]
        behind = text[value.end : value.end + 12]
        period, period_word = period_of(clause_before, behind, value.unit.sort)
        from_, until = self._carried(value, subject, clause_before)
        sibling = self._sibling(value) if until == from_ else None
        if sibling:
            from_, until = sibling
            period, period_word = period_of(text[from_:until], "", "money")
        named = text[from_:until]
        words = with_marginal(text, value.clause_start, named + clause_before)
        base, base_rule = based(value.unit, words, text[value.end : value.end + 24], period_word)
        unit, end = base.unit, value.end + base.used
        ahead = len(words) - len(named) - len(clause_before)
        pieces = ((ahead, value.clause_start - ahead), (len(named), from_))
        bound_end = max(value.bound_end, end)
        opening = text[max(value.clause_start - _OPENING, 0) : value.clause_start]
        following = text[value.clause_end : value.clause_end + _FOLLOWING]
        kind, kind_rule = kind_of(Wording(value, unit, clause_before, tail, opening, following))
        deadline = ""
        date: Reason | None = None
        if kind is not Kind.PARAMETER:
            deadline, past, date, dated = self._deadline(value.start, (value.clause_start, value.clause_end))
            sentence, sentence_end = self.clauses.sentence(value.start)
            told = text.rfind("\n", 0, value.start) + 1 if self.tells else sentence
            if self.now[0] != sentence:
                self.now = (sentence, now_in(text, sentence, sentence_end))
            timing = Timing(
                text,
                value,
                floor,
                clause_before,
                kind,
                kind_rule,
                deadline,
                past,
                dated,
                self.now[1],
                self.issue_year,
                self.fact if self.fact[0] >= told else (-1, -1, 0),
                (sentence, sentence_end),
                self.back.year(value.start),
                self.begins,
                self.tells,
            )
            governing = deadline
            (kind, deadline), by_time = timed_kind(timing)
            kind_rule = by_time or kind_rule
            if by_time in FACTS:
                before_it = self.fact[2] if self.fact[0] >= told else 0
                self.fact = (sentence, value.bound_end, max(before_it, int(governing[:4] or 0)))
        elif value.unit.sort == "money":
            deadline, date = self._due(value, clause_before)
        start = min(subject[0], value.start) if floor <= subject[0] < value.start else value.start
        if subject[0] >= value.clause_start and subject[0] < value.start:
            start = min(start, subject[0])
        quote_end = max(bound_end, subject[1] if value.end <= subject[0] < value.clause_end else bound_end)
        lead = self.lexicon.distant.search(before)
        if lead and floor + lead.start() < start:
            start = floor + lead.start()
        scope, scope_rule = self._scope(value, subject, before, tail)
        return self._make(
            kind=kind,
            subject=subject,
            value=(value.start, end),
            numbers=(value.low, value.high),
            unit=unit,
            comparator=value.comparator,
            deadline=deadline,
            period=period,
            scope=scope,
            implied=False,
            quote=(start, quote_end),
            rule=value.unit.sort,
            rules=(kind_rule, subject_rule, scope_rule),
            date=date,
            quantity=self._quantity(value, base, base_rule, pieces),
        )

    def _carried(self, value: Value, subject: tuple[int, int], clause_before: str) -> tuple[int, int]:
        """Span of the earlier words whose base a value shares: those around its subject, said in an earlier
        clause (每万人…4人,到2025年4.66人)."""
        stated = self.measured.stated.get(subject) if subject[1] <= value.clause_start else None
        # 补贴标准为每人每次费用的四分之一,最高不超过3元: a share and its cap in money have one base.
        capped = stated and (stated.sort, value.unit.sort) == ("share", "money")
        # 每千名老年人…35张,新增5000张: what is added is counted, not a rate.
        added = value.unit.sort == "count" and _ADDED.search(clause_before)
        if not (stated is value.unit and not added) and not capped:
            return 0, 0
        before = self._value_before(value) if value.unit.sort == "money" else None
        # 每平方米补助500元,最高不超过50万元: a cap on all of it
        return (0, 0) if before and value.low >= 20 * before.high else self._around(subject)

    def _sibling(self, value: Value) -> tuple[int, int] | None:
        """Span of the words before the sum whose base a sum shares, None if it has none to share."""
        values, text = self.found.values, self.view.text
        at = bisect_left(values, value.start, key=_begins) if value.unit.sort == "money" else 0
        for before in reversed(values[max(at - _PARALLEL, 0) : at]):
            if not _is_sibling(text, before, value):
                return None
            if "每" in text[before.clause_start : before.start]:
                return before.clause_start, before.start
            value = before
        return None

    def _value_before(self, value: Value) -> Value | None:
        """The value before one in the text, if it has the same unit."""
        values = self.found.values
        at = bisect_left(values, value.start, key=_begins) - 1
        return values[at] if at >= 0 and values[at].unit is value.unit else None

    def _quantity(
        self, value: Value, base: Based, base_rule: str, pieces: Sequence[tuple[int, int]]
    ) -> list[Reason]:
        """Why a value has its number, unit and comparator.

        ``pieces`` are length and place of what stood before the clause in the words that the base was looked
        for in.
        """
        reasons = [self._reason("value", value.rule, (value.start, value.end))]
        if base_rule:
            reasons.append(self._reason("unit", base_rule, _place(value, base, pieces)))
        elif value.unit_rule:
            reasons.append(Reason("unit", value.unit_rule))
        reasons.append(self._reason("comparator", value.comparator_rule, value.comparator_words))
        return reasons

    def _scope(self, value: Value, subject: tuple[int, int], before: str, tail: str) -> tuple[str, str]:
        """Restricting words; an attribute (床位, 面积) has those of the facility named before it."""
        text = self.view.text
        named = text[subject[0] : subject[1]]
        setting = Setting(
            clause=text[value.clause_start : value.clause_end],
            lead=text[value.clause_start : value.start],
            before=before,
            subject=named,
            tail=tail,
            unit=value.unit.unit,
            sort=value.unit.sort,
            part=self.measured.part(value, value.start - len(before), subject),
            facility=lambda: self._facility_before(value),
        )
        scope, rule = scope_of(setting)
        if rule not in SETS_NO_TOPIC and (facility := facility_words(scope, named)):
            self.topic = (value.bound_end, facility, value.low > 1 and setting.counts_facilities)
        return scope, rule

    def _around(self, subject: tuple[int, int]) -> tuple[int, int]:
        """A subject with the words of its clause beside it, up to the numbers on either side."""
        text = self.view.text
        start, end = self.clauses.clause(subject[0])
        start = max(start, subject[0] - CLAUSE_REACH)
        while start < subject[0] and (digit := _DIGIT.search(text, start, subject[0])):
            start = digit.end()
        behind = _DIGIT.search(text, subject[1], end)
        return start, behind.start() if behind else end

    def _facility_before(self, value: Value) -> str:
        """The facility spoken of before a value in its sentence, "" if there is none."""
        spoken_at, facility, several = self.topic
        if several and value.comparator is Comparator.EQ:
            return ""  # the beds behind 敬老院12所 are those of all twelve together
        between = self.view.text[spoken_at : value.start]
        near = len(between) <= CLAUSE_REACH and not any(c in between for c in ";。\n|")
        return facility if near else ""

    def _implied(self, claim: Claim) -> Statement:
        text = self.view.text
        clause_start, clause_end = self.clauses.clause(claim.start)
        clause_start = max(clause_start, claim.start - CLAUSE_REACH)
        clause_end = min(clause_end, claim.end + CLAUSE_REACH)
        floor = clause_start
        joint = text.rfind("、", clause_start, claim.start)
        if joint >= 0 and "全覆盖" in text[clause_start:joint]:
            floor = joint + 1
        named = noun_before(text, floor, claim.start, self.lexicon)
        behind = noun_behind(text, claim.bound_end, clause_end)
        attributive = claim.is_reduction or text.startswith("的", claim.bound_end)
        measured = behind[1] - behind[0] >= 2 and not _LEVIED.fullmatch(text, *behind)
        subject = behind if attributive and measured else named
        deadline, past, date, _ = self._deadline(claim.start, (clause_start, clause_end))
        scope, scope_rule = scope_of(
            Setting(
                clause=text[clause_start:clause_end],
                lead=text[clause_start : claim.start],
                before=text[floor : claim.start],
                subject=text[subject[0] : subject[1]],
                tail="",
                unit="%",
            )
        )
        start = min(subject[0] if subject[1] > subject[0] else claim.start, claim.start)
        past = past or (not deadline and self._so_already(claim.start))
        return self._make(
            kind=Kind.PARAMETER if claim.is_reduction or past else Kind.TARGET,
            subject=subject,
            value=(claim.start, claim.end),
            numbers=(claim.value, claim.value),
            unit="%",
            comparator=claim.comparator,
            deadline="" if claim.is_reduction else deadline,
            period="",
            scope=scope,
            implied=True,
            quote=(named[0] if claim.is_reduction else start, max(claim.bound_end, subject[1])),
            rule="implied",
            rules=(
                "reduction" if claim.is_reduction else "date in the past" if past else "implied goal",
                "behind the claim" if subject is behind else "before the claim",
                scope_rule,
            ),
            date=date,
            quantity=[self._reason("value", "implied value", (claim.start, claim.bound_end))],
        )

    def _so_already(self, position: int) -> bool:
        """Whether the text looks back at a position, and its sentence does not say what is meant to be."""
        sentence, end = self.clauses.sentence(position)
        now = now_in(self.view.text, sentence, end)
        back = 0 <= now <= position or self.back.year(position) is not None
        return back and not intends(self.view.text, max(now, sentence), position)

    def _make(
        self,
        *,
        kind: Kind,
        subject: tuple[int, int],
        value: tuple[int, int],
        numbers: tuple[Decimal, Decimal],
        unit: str,
        comparator: Comparator,
        deadline: str,
        period: str,
        scope: str,
        implied: bool,
        quote: tuple[int, int],
        rule: str,
        rules: tuple[str, str, str],
        date: Reason | None,
        quantity: Iterable[Reason],
    ) -> Statement:
        offsets, raw = self.view.offsets, self.raw
        value_start, value_end = offsets[value[0]], offsets[value[1] - 1] + 1
        named = raw[offsets[subject[0]] : offsets[subject[1] - 1] + 1] if subject[1] > subject[0] else ""
        words, where = self._verbatim(scope, quote)
        kind_rule, subject_rule, scope_rule = rules
        reasons = [*quantity, self._reason("subject", subject_rule, subject), Reason("kind", kind_rule)]
        if scope:
            reasons.append(self._reason("scope", scope_rule, where))
        if date and deadline:
            reasons.append(date)
        return Statement(
            kind=kind,
            subject=_LINE_END.sub("", named)
            if "\n" in named
            else named,  # of a line that was broken by width
            value_text=raw[value_start:value_end],
            value_low=numbers[0],
            value_high=numbers[1],
            unit=unit,
            comparator=comparator,
            deadline=deadline,
            period=period,
            scope_text=words,
            implied=implied,
            start=offsets[quote[0]],
            end=self.view.raw_end(quote[1]),
            value_start=value_start,
            value_end=value_end,
            passage=max(bisect_right(self.passage_starts, value[0]) - 1, 0),
            rule=rule,
            reasons=tuple(reasons),
        )

    def _reason(self, about: str, rule: str, span: tuple[int, int]) -> Reason:
        start, end = span
        if end <= start:
            return Reason(about, rule)
        offsets = self.view.offsets
        return Reason(about, rule, offsets[start], offsets[end - 1] + 1)

    def _verbatim(self, words: str, quote: tuple[int, int]) -> tuple[str, tuple[int, int]]:
        """Words found in the view as the original writes them, and where in the view they stand: before the
        end of the quotation, else behind it."""
        text, end = self.view.text, quote[1]
        at = text.rfind(words, max(0, quote[0] - CLAUSE_REACH), end) if words else -1
        if words and at < 0:
            at = text.find(words, end, end + CLAUSE_REACH)
        if at < 0:
            return words, (0, 0)
        end = at + len(words)
        return self.raw[self.view.raw_start(at) : self.view.raw_end(end)], (at, end)

    def _due(self, value: Value, before: str) -> tuple[str, Reason | None]:
        """Deadline of a sum that is a parameter: by GUIDE only a date that governs it expressly, in its own
        clause or as one to raise it by (到2025年,将标准提高到…)."""
        deadline, past, reason, dated = self._deadline(value.start, (value.clause_start, value.clause_end))
        if not deadline or past or self.view.text[dated[0] - 1 : dated[0]] not in ("到", "至"):
            return "", None
        raised = value.comparator not in _PLAIN or _RAISED.search(before)
        since = self.clauses.sentence(value.start)[0] if raised else value.clause_start
        return (deadline, reason) if dated[0] >= since else ("", None)

    def _deadline(
        self, position: int, clause: tuple[int, int]
    ) -> tuple[str, bool, Reason | None, tuple[int, int]]:
        """Deadline of a value, whether its date is past, so that the value is a fact, why it governs, where
        it stands."""
        governed = govern(
            self.found.dates, self.date_starts, self.view.text, self.clauses, position, clause, self.reach
        )
        if governed is None:
            return "", False, None, (0, 0)
        date, rule = governed
        reason = self._reason("deadline", rule, (date.start, date.end))
        return ("" if date.past else date.value), date.past, reason, (date.start, date.end)


def _place(value: Value, base: Based, pieces: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where in the view the words stand that name a base: behind the unit, in the clause or ahead of it."""
    start, end = base.words
    if not end:
        return value.end, value.end + base.used
    for length, place in pieces:
        if start < length:
            return place + start, place + min(end, length)
        start, end = start - length, end - length
    return value.clause_start + start, value.clause_start + end
