"""Values, dates and nouns put together into quantitative statements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from compare.model import Comparator, Kind, Passage, Statement
from compare.reading import subjects
from compare.reading.bases import period_of, unit_with_base
from compare.reading.deadlines import govern, reach
from compare.reading.frame import CLAUSE_REACH, Frame
from compare.reading.implied import Claim, claims
from compare.reading.kinds import kind_of
from compare.reading.lexicon import Lexicon, Unit
from compare.reading.scan import Scan
from compare.reading.scopes import FACILITY_UNITS, ages_in, facility_words, is_attribute, scope_words
from compare.reading.shadow import Shadow
from compare.reading.tables import RowName
from compare.reading.values import Value

_YEARS = re.compile(r"((?:19|20)[0-9]{2})年?-{1,2}((?:19|20)[0-9]{2})")
_LEFT_OVER = re.compile(r"(?:均|都|分别|不少于|不低于|达到|总数|共)")
_ADDED = re.compile(r"(?:新增|净增|增设|增加)(?:约|近|不少于|不低于|至少)?$")
# 目前已建成12家 is a fact; 已建成的住宅区 and 已登记的机构 are places and bodies.
_ALREADY = re.compile(
    r"目前|现有|(?:现|业)已|已经?(?:累计|建成|建有|完成|发展|达到?|有|拥有|覆盖|开展|投入|培训|设立)(?!的|区|小区|住宅|居住|登记)"
)
_PLACE = re.compile(
    r"(?:其中|分别[为是在]|包括|即)?:?(?!全|各|[一-龥]{0,6}(?:[城社小园校矿灾景山库辖郊片]区|[城乡村]镇))"
    r"(?P<name>[一-龥]{1,8}?(?:自治[区州县]|[省市县区旗州盟镇乡]|街道|地区|新区|林场|兵团))(?:完成|新增|新建|建成|建设)?"
)
_OF_WHICH = re.compile(r"其中|分别|包括|[(:]")
_LEVIED = re.compile(r"(?:征收|收取|计征|计收|缴纳|执行)")
_OPENING = 6  # a date this near to the noun's beginning opens it and is no part of it
_NEAR = 60  # a subject of an earlier sentence reaches no farther
_SAME_VERB = re.compile(r"%(?:以上|左右)?的[^,。;0-9]{1,14}[和、及与]$")


def statements(
    view: Shadow,
    raw: str,
    frame: Frame,
    found: Scan,
    lexicon: Lexicon,
    passages: Sequence[Passage],
    starts: Sequence[int],
    hidden: Callable[[int], bool],
    cells: Sequence[RowName] = (),
) -> tuple[Statement, ...]:
    """Statements of a text in order, with offsets of the original.

    ``starts`` are where the passages begin in the view; ``hidden(position)`` tells whether a
    position of the view lies in furniture; ``cells`` are cells of tables with the name of their row.
    """
    return _Assembler(view, raw, frame, found, lexicon, passages, starts, hidden, cells).run()


class _Assembler:
    __slots__ = (
        "cells",
        "date_starts",
        "found",
        "frame",
        "hidden",
        "lexicon",
        "passage_starts",
        "raw",
        "reach",
        "spoken",
        "topic",
        "view",
    )

    def __init__(
        self,
        view: Shadow,
        raw: str,
        frame: Frame,
        found: Scan,
        lexicon: Lexicon,
        passages: Sequence[Passage],
        starts: Sequence[int],
        hidden: Callable[[int], bool],
        cells: Sequence[RowName],
    ) -> None:
        self.view, self.raw, self.frame, self.found = view, raw, frame, found
        self.lexicon, self.hidden = lexicon, hidden
        self.date_starts = [d.start for d in found.dates]
        self.passage_starts = starts
        self.topic = (0, "", False)
        self.cells = cells
        self.spoken: dict[tuple[int, int], Unit] = {}
        self.reach = reach(view.text, passages, starts)

    def run(self) -> tuple[Statement, ...]:
        items: list[tuple[int, Statement]] = []
        values = self.found.values
        previous: tuple[int, int] | None = None
        index = 0
        while index < len(values):
            group = self._shared(values, index)
            for position, value in enumerate(group):
                for statement, subject in self._build(value, group, position, previous):
                    items.append((value.start, statement))
                    if subject[1] > subject[0]:
                        previous = subject
                        self.spoken.setdefault(subject, value.unit)
            index += len(group)
        for claim in claims(self.view.text):
            if not self.hidden(claim.start):
                items.append((claim.start, self._implied(claim)))
        items.sort(key=lambda item: item[0])
        return tuple(statement for _, statement in items)

    # -- groups ----------------------------------------------------------------

    def _shared(self, values: Sequence[Value], index: int) -> list[Value]:
        """Values given 分别 in one breath (分别达到100%、90%), else the single value."""
        text = self.view.text
        first = values[index]
        if "分别" not in text[first.clause_start : first.start]:
            return [first]
        group = [first]
        while index + len(group) < len(values):
            following = values[index + len(group)]
            gap = text[group[-1].bound_end : following.start]
            if gap not in ("、", "和", "及", "与", ","):
                break
            group.append(following)
        return group

    # -- one value ----------------------------------------------------------------

    def _build(
        self, value: Value, group: Sequence[Value], position: int, previous: tuple[int, int] | None
    ) -> list[tuple[Statement, tuple[int, int]]]:
        floor = self._floor(value)
        if len(group) > 1:
            spans: Sequence[tuple[int, int]] = self._distributed(group, position)
        else:
            spans = self._subjects(value, floor, previous)
        made = [(self._statement(value, span, floor), span) for span in spans]
        if len(group) > 1:
            made = [(self._shared_terms(statement, group, position), span) for statement, span in made]
        return made

    def _shared_terms(self, statement: Statement, group: Sequence[Value], position: int) -> Statement:
        """What 分别 gives each of its values: the comparator said once, and its own of as many years."""
        first = group[0]
        if statement.comparator is Comparator.EQ and first.comparator is not Comparator.RANGE:
            statement = replace(statement, comparator=first.comparator)
        start = self.frame.sentence(first.start)[0]
        years = [
            d for d in self.found.dates if max(start, first.start - CLAUSE_REACH) <= d.start < first.start
        ]
        if statement.kind is Kind.PARAMETER:
            return statement
        if len(years) == len(group):
            return replace(statement, deadline=years[position].value)
        if len(years) == 1 and (span := _YEARS.match(self.view.text, years[0].start)):
            # 2023—2025年,分别新增300张、400张、500张
            first_year, last_year = int(span[1]), int(span[2])
            if last_year - first_year + 1 == len(group):
                return replace(statement, deadline=str(first_year + position))
        return statement

    def _floor(self, value: Value) -> int:
        """Where the words that belong to a value may begin: its clause, or behind the value before it."""
        text = self.view.text
        floor = value.clause_start
        at = bisect_right(self.found.values, value.start - 1, key=lambda v: v.start) - 1
        if at >= 0 and self.found.values[at].bound_end > floor:
            floor = self.found.values[at].bound_end
            joint = text.find("、", floor, value.start)
            if joint >= 0:
                floor = joint + 1
            elif text[floor : floor + 1] in "和及与":
                floor += 1
        return floor

    def _distributed(self, group: Sequence[Value], position: int) -> list[tuple[int, int]]:
        text = self.view.text
        first = group[0]
        marker = text.rfind("分别", first.clause_start, first.start)
        start, end = subjects.before_value(text, first.clause_start, marker, self.lexicon)
        nouns = subjects.listed_nouns(text, start, end, len(group))
        return [nouns[position] if nouns else (start, end)]

    def _subjects(
        self, value: Value, floor: int, previous: tuple[int, int] | None
    ) -> Sequence[tuple[int, int]]:
        text = self.view.text
        sort = value.unit.sort
        if previous and self._part(value, floor, previous):
            return (previous,)
        if sort == "duration" and (named := subjects.circle(text, value.end)):
            return (named,)
        if sort == "share" and text.startswith(("的", "以上的", "左右的"), value.end):
            if (
                floor > value.clause_start
                and previous
                and _SAME_VERB.search(text[value.clause_start : value.start])
            ):
                # 覆盖40%的城镇社区和10%的行政村: the second share has the first one's verb and subject.
                return (previous,)
            start, end = self._noun_before(floor, value.start)
            if end - start >= 2:
                return ((start, end),)
            if has := subjects.possessed(text, value.end, value.clause_end):
                return (has,)
            span = subjects.after_value(text, value.bound_end, value.clause_end)
            if span[1] - span[0] >= 2:
                return (span,)
        if sort in ("count", "people", "age", "frequency") or (
            sort == "money" and text[value.bound_end : value.bound_end + 1] == "的"
        ):
            span = subjects.after_value(text, value.bound_end, value.clause_end)
            if span[1] - span[0] >= 2 and (
                sort == "age" or subjects.counts_something(text, floor, value.start)
            ):
                return (span,)
        start, end = self._noun_before(floor, value.start)
        if end - start >= 2:
            return subjects.rate_parts(text, start, end)
        span = subjects.after_value(text, value.bound_end, value.clause_end)
        if span[1] - span[0] >= 2:
            return (span,)
        if spoken := self._clause_before(value, floor):
            return spoken
        if previous and previous[0] >= self.frame.sentence(value.start)[0]:
            return (previous,)
        if name := self._row_name(value.start):
            return (name,)
        if previous and value.start - previous[1] < _NEAR:
            return (previous,)
        return ((start, start),)

    def _part(self, value: Value, floor: int, whole: tuple[int, int]) -> str:
        """The place a value is the part of, where its whole was said before (60所,其中商水县5所)."""
        if self.spoken.get(whole) is not value.unit or whole[0] < self.frame.sentence(value.start)[0]:
            return ""
        if not _OF_WHICH.search(self.view.text, whole[1], value.start):
            return ""
        start, end = self._noun_before(floor, value.start)
        place = _PLACE.fullmatch(self.view.text, start, end)
        return place["name"] if place else ""

    def _noun_before(self, floor: int, position: int) -> tuple[int, int]:
        """The noun phrase before a value, without the date that opens it."""
        start, end = subjects.before_value(self.view.text, floor, position, self.lexicon)
        at = bisect_right(self.date_starts, start + _OPENING)
        for date in self.found.dates[max(at - 2, 0) : at]:
            if floor <= date.start and start < date.end <= end:
                start, end = subjects.before_value(self.view.text, date.end, position, self.lexicon)
        return start, end

    def _clause_before(self, value: Value, floor: int) -> Sequence[tuple[int, int]]:
        """The noun of a clause that leaves its predicate to this one (A率、B率,均达到100%)."""
        text = self.view.text
        if floor != value.clause_start or not _LEFT_OVER.match(text, floor, value.start):
            return ()
        start, end = self.frame.clause(max(value.clause_start - 2, 0))
        start = max(start, end - CLAUSE_REACH)
        if text[end : end + 1] != "," or any(char.isdigit() for char in text[start:end]):
            return ()
        begin, finish = subjects.before_value(text, start, end, self.lexicon)
        return subjects.rate_parts(text, begin, finish) if finish - begin >= 2 else ()

    def _row_name(self, position: int) -> tuple[int, int] | None:
        """The name of the table row that a position lies in, for prose that leaves its subject to the row."""
        at = bisect_right(self.cells, position, key=lambda cell: cell[0]) - 1
        if at >= 0 and position < self.cells[at][1]:
            return self.cells[at][2:]
        return None

    def _statement(self, value: Value, subject: tuple[int, int], floor: int) -> Statement:
        text = self.view.text
        before = text[floor : value.start]
        clause_before = text[value.clause_start : value.start]
        tail = text[value.bound_end : value.clause_end]
        period, period_word = period_of(clause_before)
        # A subject said in an earlier clause brings its base along (每万人…4人,到2025年4.66人).
        spoken = self.spoken.get(subject) if subject[1] <= value.clause_start else None
        # 补贴标准为每人每次费用的四分之一,最高不超过3元: a share and its cap in money have one base.
        capped = spoken and (spoken.sort, value.unit.sort) == ("share", "money")
        # 每千名老年人…35张,新增5000张: what is added is counted, not a rate.
        added = value.unit.sort == "count" and _ADDED.search(clause_before)
        carried = (spoken is value.unit and not added) or capped
        based = text[slice(*subject)] + clause_before if carried else clause_before
        unit, extra = unit_with_base(value.unit, based, text[value.end : value.end + 12], period_word)
        end = value.end + extra
        bound_end = max(value.bound_end, end)
        kind = kind_of(value, unit, clause_before, tail)
        deadline = ""
        if kind is not Kind.PARAMETER:
            deadline, past = self._deadline(value.start, (value.clause_start, value.clause_end))
            if past or (not deadline and _ALREADY.search(clause_before)):
                kind = Kind.PARAMETER
            elif deadline and kind is Kind.STANDARD:
                kind = Kind.TARGET  # a norm has no date
        start = min(subject[0], value.start) if floor <= subject[0] < value.start else value.start
        if subject[0] >= value.clause_start and subject[0] < value.start:
            start = min(start, subject[0])
        quote_end = max(bound_end, subject[1] if value.end <= subject[0] < value.clause_end else bound_end)
        lead = self.lexicon.distant.search(before)
        if lead and floor + lead.start() < start:
            start = floor + lead.start()
        return self._make(
            kind=kind,
            subject=subject,
            value=(value.start, end),
            numbers=(value.low, value.high),
            unit=unit,
            comparator=value.comparator,
            deadline=deadline,
            period=period,
            scope=self._scope(value, subject, before, tail),
            implied=False,
            quote=(start, quote_end),
            rule=value.unit.sort,
        )

    def _scope(self, value: Value, subject: tuple[int, int], before: str, tail: str) -> str:
        """Restricting words; an attribute (床位, 面积) has those of the facility named before it."""
        text = self.view.text
        named = text[subject[0] : subject[1]]
        if part := self._part(value, value.start - len(before), subject):
            return part
        scope = scope_words(
            text[value.clause_start : value.clause_end],
            text[value.clause_start : value.start],
            before,
            named,
            tail,
            value.unit.unit,
        )
        if value.unit.sort == "money" and (ages := ages_in(text[value.clause_start : value.start])):
            return ages[-1]  # 80周岁以上老年人…每人每月100元: whom the money is for
        if not scope and is_attribute(named) and not facility_words(scope, named):
            spoken_at, facility, several = self.topic
            if several and value.comparator is Comparator.EQ:
                facility = ""  # the beds behind 敬老院12所 are those of all twelve together
            between = text[spoken_at : value.start]
            if facility and len(between) <= CLAUSE_REACH and not any(c in between for c in ";。\n|"):
                return facility
        if facility := facility_words(scope, named):
            self.topic = (value.bound_end, facility, value.low > 1 and value.unit.unit in FACILITY_UNITS)
        return scope

    def _implied(self, claim: Claim) -> Statement:
        text = self.view.text
        clause_start, clause_end = self.frame.clause(claim.start)
        clause_start = max(clause_start, claim.start - CLAUSE_REACH)
        clause_end = min(clause_end, claim.end + CLAUSE_REACH)
        floor = clause_start
        joint = text.rfind("、", clause_start, claim.start)
        if joint >= 0 and "全覆盖" in text[clause_start:joint]:
            floor = joint + 1
        named = subjects.before_value(text, floor, claim.start, self.lexicon)
        behind = subjects.after_value(text, claim.bound_end, clause_end)
        attributive = claim.is_reduction or text.startswith("的", claim.bound_end)
        measured = behind[1] - behind[0] >= 2 and not _LEVIED.fullmatch(text, *behind)
        subject = behind if attributive and measured else named
        deadline, past = self._deadline(claim.start, (clause_start, clause_end))
        start = min(subject[0] if subject[1] > subject[0] else claim.start, claim.start)
        return self._make(
            kind=Kind.PARAMETER if claim.is_reduction or past else Kind.TARGET,
            subject=subject,
            value=(claim.start, claim.end),
            numbers=(claim.value, claim.value),
            unit="%",
            comparator=claim.comparator,
            deadline="" if claim.is_reduction else deadline,
            period="",
            scope=scope_words(
                text[clause_start:clause_end],
                text[clause_start : claim.start],
                text[floor : claim.start],
                text[subject[0] : subject[1]],
                "",
                "%",
            ),
            implied=True,
            quote=(named[0] if claim.is_reduction else start, max(claim.bound_end, subject[1])),
            rule="implied",
        )

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
    ) -> Statement:
        start, end = self.view.raw_start(quote[0]), self.view.raw_end(quote[1])
        value_start, value_end = self.view.raw_start(value[0]), self.view.raw_end(value[1])
        named = (
            self.raw[self.view.raw_start(subject[0]) : self.view.raw_end(subject[1])]
            if subject[1] > subject[0]
            else ""
        )
        return Statement(
            kind=kind,
            subject=named,
            value_text=self.raw[value_start:value_end],
            value_low=numbers[0],
            value_high=numbers[1],
            unit=unit,
            comparator=comparator,
            deadline=deadline,
            period=period,
            scope_text=self._verbatim(scope, quote),
            implied=implied,
            start=start,
            end=end,
            value_start=value_start,
            value_end=value_end,
            passage=max(bisect_right(self.passage_starts, value[0]) - 1, 0),
            rule=rule,
        )

    def _verbatim(self, words: str, quote: tuple[int, int]) -> str:
        """Words found in the view as the original writes them."""
        at = (
            self.view.text.rfind(words, max(0, quote[0] - CLAUSE_REACH), quote[1] + CLAUSE_REACH)
            if words
            else -1
        )
        if at < 0:
            return words
        return self.raw[self.view.raw_start(at) : self.view.raw_end(at + len(words))]

    def _deadline(self, position: int, clause: tuple[int, int]) -> tuple[str, bool]:
        """Deadline of a value, and whether its date is past, so that the value is a fact."""
        date = govern(
            self.found.dates, self.date_starts, self.view.text, self.frame, position, clause, self.reach
        )
        if date is None:
            return "", False
        return ("" if date.past else date.value), date.past
