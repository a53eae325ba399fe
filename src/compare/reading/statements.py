"""Values, dates and nouns put together into quantitative statements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal

from compare.model import Comparator, Kind, Passage, Statement
from compare.reading import subjects
from compare.reading.bases import period_of, unit_with_base
from compare.reading.deadlines import govern
from compare.reading.frame import Frame
from compare.reading.lexicon import Lexicon, Unit
from compare.reading.scan import Scan, Value
from compare.reading.scopes import scope_words
from compare.reading.shadow import Shadow

_HUNDRED = Decimal(100)
_FIFTY = Decimal(50)

#: Claims of a value without a numeral: pattern, value in %, comparator, rule.
_IMPLIED = (
    ("全覆盖", _HUNDRED, Comparator.EQ),
    ("减半", _FIFTY, Comparator.EQ),
    ("全额免征", _HUNDRED, Comparator.EQ),
    ("全额免收", _HUNDRED, Comparator.EQ),
    ("全额免除", _HUNDRED, Comparator.EQ),
    ("全额减免", _HUNDRED, Comparator.EQ),
    ("一半以上", _FIFTY, Comparator.GE),
    ("半数以上", _FIFTY, Comparator.GE),
    ("翻一番", _HUNDRED, Comparator.EQ),
    ("翻两番", Decimal(300), Comparator.EQ),
)
# 健全覆盖…: 全 belongs to the word before it.
_IMPLIED_WORDS = re.compile("(?<![健安齐])(?:" + "|".join(word for word, _, _ in _IMPLIED) + ")")
_IMPLIED_VALUES = {word: (value, comparator) for word, value, comparator in _IMPLIED}
_NOT_A_CLAIM = re.compile(r"^(?:面|率|范围|式|网络体系)")

_NORM = re.compile(r"标准|规范|每个?(?:机构|站点|中心|床|处)|单(?:处|个|床)|单项|规模|配比|面积|用地|配建|床位数")
_THRESHOLD = re.compile(r"^的(?!社区|行政村|村|街道|乡镇|县|机构|城镇|农村|标准|资金|比例|彩票|要求|目标|规定)")
_PARAMETER_SORTS = frozenset({"age", "frequency", "duration", "multiple"})
_FINE = re.compile(r"罚款|处罚|违法所得|骗取|补贴|津贴|补助|奖励|资助|救助|增发|收费|费用|免征|减免|减半|罚")


def statements(
    view: Shadow,
    raw: str,
    frame: Frame,
    found: Scan,
    lexicon: Lexicon,
    passages: Sequence[Passage],
    starts: Sequence[int],
    hidden: Callable[[int], bool],
) -> tuple[Statement, ...]:
    """Statements of a text in order, with offsets of the original.

    ``starts`` are where the passages begin in the view; ``hidden(position)`` tells whether a
    position of the view lies in furniture.
    """
    return _Assembler(view, raw, frame, found, lexicon, passages, starts, hidden).run()


class _Assembler:
    __slots__ = ("date_starts", "frame", "found", "goals", "hidden", "lexicon", "passage_starts", "raw", "view")

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
    ) -> None:
        self.view, self.raw, self.frame, self.found = view, raw, frame, found
        self.lexicon, self.hidden = lexicon, hidden
        self.date_starts = [d.start for d in found.dates]
        self.passage_starts = starts
        self.goals = _goal_spans(passages, starts, len(view.text))

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
            index += len(group)
        for match in _IMPLIED_WORDS.finditer(self.view.text):
            if not self.hidden(match.start()) and not _NOT_A_CLAIM.match(self.view.text[match.end() : match.end() + 4]):
                items.append((match.start(), self._implied(match)))
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
            if gap not in ("、", "和", "及", "与", ",") or following.unit is not first.unit:
                break
            group.append(following)
        return group

    # -- one value ----------------------------------------------------------------

    def _build(
        self, value: Value, group: Sequence[Value], position: int, previous: tuple[int, int] | None
    ) -> list[tuple[Statement, tuple[int, int]]]:
        text = self.view.text
        floor = self._floor(value)
        if len(group) > 1:
            spans = self._distributed(group, position)
        else:
            spans = self._subjects(value, floor, previous)
        return [(self._statement(value, span, floor), span) for span in spans]

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
        if sort in ("count", "people", "age", "frequency") or (
            sort in ("share", "money") and text[value.bound_end : value.bound_end + 1] == "的"
        ):
            span = subjects.after_value(text, value.bound_end, value.clause_end)
            if span[1] - span[0] >= 2 and (sort == "age" or subjects.counts_something(text, floor, value.start)):
                return (span,)
        start, end = subjects.before_value(text, floor, value.start, self.lexicon)
        if end - start >= 2:
            return subjects.rate_parts(text, start, end)
        span = subjects.after_value(text, value.bound_end, value.clause_end)
        if span[1] - span[0] >= 2:
            return (span,)
        sentence_start = self.frame.sentence(value.start)[0]
        if previous and (previous[0] >= sentence_start or value.start - previous[1] < 60):
            return (previous,)
        return ((start, start),)

    def _statement(self, value: Value, subject: tuple[int, int], floor: int) -> Statement:
        text = self.view.text
        before = text[floor:value.start]
        clause_before = text[value.clause_start : value.start]
        tail = text[value.bound_end : value.clause_end]
        period, period_word = period_of(clause_before)
        # A subject said in an earlier clause brings its base along (每万人…4人,到2025年4.66人).
        based = text[slice(*subject)] + clause_before if subject[1] <= value.clause_start else clause_before
        unit, extra = unit_with_base(value.unit, based, text[value.end : value.end + 12], period_word)
        end = value.end + extra
        bound_end = max(value.bound_end, end)
        kind = self._kind(value, unit, clause_before, tail)
        deadline = ""
        if kind is not Kind.PARAMETER:
            deadline, past = self._deadline(value.start, (value.clause_start, value.clause_end))
            kind = Kind.PARAMETER if past else kind
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
            scope=scope_words(text[value.clause_start : value.clause_end], clause_before, text[subject[0] : subject[1]], tail),
            implied=False,
            quote=(start, quote_end),
            rule=value.unit.sort,
        )

    def _implied(self, match: re.Match[str]) -> Statement:
        text = self.view.text
        number, comparator = _IMPLIED_VALUES[match.group()]
        clause_start, clause_end = self.frame.clause(match.start())
        floor = clause_start
        joint = text.rfind("、", clause_start, match.start())
        if joint >= 0 and "全覆盖" in text[clause_start:joint]:
            floor = joint + 1
        if match.group() == "全覆盖" and text.startswith("的", match.end()):
            subject = subjects.after_value(text, match.end(), clause_end)
        elif match.group() in ("减半", "全额免征", "全额免收", "全额免除", "全额减免"):
            subject = subjects.after_value(text, match.end(), clause_end)
            if subject[1] - subject[0] < 2:
                subject = subjects.before_value(text, floor, match.start(), self.lexicon)
        else:
            subject = subjects.before_value(text, floor, match.start(), self.lexicon)
        fee = match.group().startswith(("减半", "全额"))
        deadline, past = self._deadline(match.start(), (clause_start, clause_end))
        kind = Kind.PARAMETER if fee or past else Kind.TARGET
        before = text[clause_start : match.start()]
        start = min(subject[0], match.start()) if subject[1] > subject[0] else match.start()
        if fee:
            start = subjects.before_value(text, floor, match.start(), self.lexicon)[0]
        return self._make(
            kind=kind,
            subject=subject,
            value=match.span(),
            numbers=(number, number),
            unit="%",
            comparator=comparator,
            deadline="" if fee else deadline,
            period="",
            scope=scope_words(text[clause_start:clause_end], before, text[subject[0] : subject[1]], ""),
            implied=True,
            quote=(start, max(match.end(), subject[1] if subject[0] >= match.end() else 0)),
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
        named = self.raw[self.view.raw_start(subject[0]) : self.view.raw_end(subject[1])] if subject[1] > subject[0] else ""
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
            scope_text=scope,
            implied=implied,
            start=start,
            end=end,
            value_start=value_start,
            value_end=value_end,
            passage=max(bisect_right(self.passage_starts, value[0]) - 1, 0),
            rule=rule,
        )

    def _deadline(self, position: int, clause: tuple[int, int]) -> tuple[str, bool]:
        """Deadline of a value, and whether its date is past, so that the value is a fact."""
        date = govern(
            self.found.dates, self.date_starts, self.view.text, self.frame, position, clause, self._goal_start
        )
        if date is None:
            return "", False
        return ("" if date.past else date.value), date.past

    def _goal_start(self, position: int) -> int | None:
        for start, end in self.goals:
            if start <= position < end:
                return start
        return None

    def _kind(self, value: Value, unit: str, before: str, tail: str) -> Kind:
        sort = value.unit.sort
        if sort in _PARAMETER_SORTS:
            return Kind.PARAMETER
        if sort == "money" and _FINE.search(before + tail):
            return Kind.PARAMETER
        if sort == "share" and _FINE.search(tail[:10]):
            return Kind.PARAMETER
        if sort in ("area", "length") and value.comparator is Comparator.LE and _THRESHOLD.match(tail):
            return Kind.PARAMETER
        if sort == "ratio" or "/" in unit and unit.split("/")[0] in ("平方米", "名", "个"):
            return Kind.STANDARD
        if sort == "area" and value.comparator is not Comparator.EQ:
            return Kind.STANDARD
        if value.comparator is Comparator.GE and _NORM.search(before):
            return Kind.STANDARD
        return Kind.TARGET


def _goal_spans(passages: Sequence[Passage], starts: Sequence[int], length: int) -> tuple[tuple[int, int], ...]:
    """Spans of passages that state overall goals: from a heading with 目标 to where its section ends."""
    spans: list[tuple[int, int]] = []
    for index, passage in enumerate(passages):
        if not passage.number or "目标" not in passage.heading:
            continue
        end = length
        for later in range(index + 1, len(passages)):
            if passages[later].number and passages[later].level <= passage.level:
                end = starts[later]
                break
        spans.append((starts[index], end))
    return tuple(spans)
