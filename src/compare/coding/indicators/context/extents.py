"""How far the words around a statement reach: clause, part, sentence, lead-in, headings.

The *clause* ends at commas; the *part* of a sentence at semicolons and full stops, so that it holds the
condition before a main clause (新建服务站的,每个补助8万元); the *sentence* at full stops.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.coding.indicators.context.breaks import following, last, marks_of
from compare.model import Passage, Statement

# 老年食堂方面,|全市现|有36家
_NO_NOUN = re.compile(
    "(?:[全我本][市县区省州旗镇]|全国|各地|截[至止]|目前|现|已|共|累计|总共|合计|(?:财政|部门|年度)?预算|数量|总数|总量|总计|年内|年底|今年|去年|[达约近]|[一每]次|每小时){1,4}"
)
# 1、为老年人…: what numbers the line is no number of it
_ITEM = re.compile(r"^(?:\(?[0-9]{1,2}[、.)]|[0-9]{1,2}(?:\.[0-9]{1,2}){2,3}(?=[一-龥]))")


def says_when(words: str) -> bool:
    """Whether words name nothing and say only where, when or that it is all (截至目前)."""
    return _NO_NOUN.fullmatch(words) is not None


class Extents:
    """The stretches of text around one statement, cut only when asked for; whether it is a sum or a share."""

    __slots__ = (
        *("_before", "_clause", "_clause_at", "_names"),
        *("is_share", "is_sum", "marks", "passages", "statement", "text"),
    )

    def __init__(self, text: str, statement: Statement, passages: Sequence[Passage]) -> None:
        self.text, self.statement, self.passages = text, statement, passages
        self.marks = marks_of(text)
        self.is_sum, self.is_share = statement.unit.startswith("元"), statement.unit == "%"
        self._before: str | None = None
        self._clause: str | None = None
        self._clause_at: int | None = None
        self._names: bool | None = None

    def clause(self) -> str:
        """The clause that holds the whole quotation."""
        if self._clause is None:
            end = following(self.marks.breaks, self.statement.end)
            self._clause = self.text[self.clause_at() : end]
        return self._clause

    def clause_at(self) -> int:
        """Where the clause begins that holds the beginning of the quotation."""
        if self._clause_at is None:
            self._clause_at = last(self.marks.breaks, self.statement.start)
        return self._clause_at

    def part(self) -> str:
        """The clauses up to the end of the value's clause, back to a semicolon or full stop."""
        start = last(self.marks.parts, self.statement.value_start)
        end = following(self.marks.breaks, max(self.statement.end, self.statement.value_end))
        return self.text[start:end]

    def sentence(self) -> str:
        """The sentence up to the end of the value's clause."""
        start = last(self.marks.stops, self.statement.value_start)
        end = following(self.marks.breaks, max(self.statement.end, self.statement.value_end))
        return self.text[start:end]

    def lead(self) -> str:
        """The words before the last colon of the sentence up to the statement."""
        start = last(self.marks.stops, self.statement.start)
        words = self.text[start : self.statement.start]
        return words[: max(words.rfind(":"), words.rfind("："), 0)]

    def before(self) -> str:
        """The clause up to the value."""
        if self._before is None:
            at = self.statement.value_start
            self._before = self.text[last(self.marks.breaks, at) : at]
        return self._before

    def part_before(self) -> str:
        """The part of the sentence up to the value."""
        at = self.statement.value_start
        return self.text[last(self.marks.parts, at) : at]

    def clause_behind(self) -> str:
        """The clause from the end of the value on."""
        at = self.statement.value_end
        return self.text[at : following(self.marks.breaks, at)]

    def actor(self) -> str:
        """The words before the quotation in its clause, if they hold no value (万里医院扩充|医养结合床位)."""
        at, subject = self.statement.start, self.statement.subject
        if subject and not self.names_its_subject():
            # said in a clause before: 为困难老年人发放养老服务补贴,每人每月120元
            floor = last(self.marks.stops, at)
            at = max(self.text.rfind(subject, floor, at), floor)
        start = self.clause_at() if at == self.statement.start else last(self.marks.breaks, at)
        words = _ITEM.sub("", self.text[start:at])
        return "" if any(map(str.isdecimal, words)) else words

    def headings(self) -> str:
        """The headings above the statement, the nearest first."""
        names: list[str] = []
        at: int | None = self.statement.passage if self.passages else None
        while at is not None:
            passage = self.passages[at]
            names.append(passage.heading)
            at = passage.parent
        return "\n".join(names)

    def names_its_subject(self) -> bool:
        """Whether the quotation holds a subject of its own, so that the sentence is no guide."""
        if self._names is None:
            subject = self.statement.subject
            is_noun = bool(subject) and not _NO_NOUN.fullmatch(subject)
            # 87个小区补建养老设施,2025年完成30个: housing estates are not what the sentence is about
            elsewhere = subject.endswith("小区")
            said = subject in self.text[self.statement.start : self.statement.end]
            self._names = is_noun and (elsewhere or said)
        return self._names

    def counts(self) -> bool:
        """Whether the subject stands behind the number as what is counted (34个|乡镇)."""
        return self.text.startswith(self.statement.subject, self.statement.value_end)
