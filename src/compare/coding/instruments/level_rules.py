"""How strictly a clause binds to an instrument, in order of evidence: :data:`LEVEL_RULES`.

1 is encouraged, 2 committed, 3 committed and specified: by a number, a date or a titled document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.coding.instruments.clause_instruments import Shown
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.milestones.clause_milestones import carries
from compare.coding.instruments.specified import Specifics, titled
from compare.reading.items.running_text import Piece
from compare.reading.rules import Rule, first

# A date opens a target of its own.
_NEW_DATE = re.compile(r"[到至]?(?:20|19)[0-9]{2}年")
# 补贴标准为每人每次3元: says how much of the clause before it, whatever else it names.
_HOW_MUCH = re.compile(r"(?:其中)?[^,]{0,6}标准(?:为|按)|金额|比例[为按]|每(?:人|床|张|餐|户)")
#: 对利用…的, 在…前提下: for which case the next clause holds.
CASE = re.compile(r"的$|前提下$|条件下$|情况下$")


class Level(NamedTuple):
    """How strictly a clause binds, and the last clause of the sentence that shows it."""

    level: int
    last: int


class BoundClause(NamedTuple):
    """Clause number ``place`` of a sentence, whether its words bind, and what the clauses around it say.

    ``found`` are the instruments of each clause, ``deadline`` governs this one, and is ``noted`` where it is
    that of the whole item.
    """

    sentence: Sequence[Piece]
    found: Sequence[Sequence[Shown]]
    place: int
    binds: bool
    deadline: str
    noted: bool
    specifics: Specifics
    book: MeansBook

    @property
    def piece(self) -> Piece:
        return self.sentence[self.place]

    @property
    def behind(self) -> Piece | None:
        """The clause behind it in its sentence."""
        after = self.place + 1
        return self.sentence[after] if after < len(self.sentence) else None


def level_of(clause: BoundClause) -> tuple[Level, str]:
    """How strictly a clause binds, and the rule."""
    decided = first(LEVEL_RULES, clause)
    assert decided is not None  # the last rule always applies
    return decided


def _specified(c: BoundClause) -> Level:
    return Level(3, c.place)


def _encouraged(c: BoundClause) -> Level | None:
    return None if c.binds else Level(1, c.place)


def _number(c: BoundClause) -> Level | None:
    return _specified(c) if c.specifics.number(c.piece) else None


def _date(c: BoundClause) -> Level | None:
    return _specified(c) if c.specifics.date(c.piece) else None


def _titled(c: BoundClause) -> Level | None:
    return _specified(c) if titled(c.piece.text) else None


def _leading_date(c: BoundClause) -> Level | None:
    made = c.deadline and carries(c.piece.text, c.noted, c.book)
    return _specified(c) if made else None


def _number_of_its_case(c: BoundClause) -> Level | None:
    before = c.place - 1
    while before >= 0 and CASE.search(c.sentence[before].text):
        if c.specifics.number(c.sentence[before]):
            return _specified(c)
        before -= 1
    return None


def _another_behind(c: BoundClause) -> Level | None:
    behind = c.behind
    another = behind and c.found[c.place + 1] and not _HOW_MUCH.match(behind.text)
    return Level(2, c.place) if another else None


def _number_behind(c: BoundClause) -> Level | None:
    behind = c.behind
    if behind is None or not c.specifics.number(behind) or _NEW_DATE.match(behind.text):
        return None
    return Level(3, c.place + 1)


LEVEL_RULES: tuple[Rule[BoundClause, Level], ...] = (
    Rule("only encouraged", _encouraged, "鼓励开展«护理员培训»。", "开展«护理员培训»。"),
    Rule("number in the clause", _number, "培训«护理员»300人次。", "开展«护理员培训»。"),
    Rule("date in the clause", _date, "自2023年起开展«护理员培训»。", "开展«护理员培训»。"),
    Rule("document by its title", _titled, "制定《«护理员培训»办法》。", "落实《«护理员培训»办法》。"),
    Rule(
        "date that leads to an output",
        _leading_date,
        "2025年6月,采集老年人健康信息数据,完成«敬老院改造»工作。",
        "2025年6月,采集老年人健康信息数据,重视«敬老院改造»工作。",
    ),
    Rule(
        "number of its case",
        _number_of_its_case,
        "对运营满3年的,给予«运营补贴»。",
        "对运营良好的,给予«运营补贴»。",
    ),
    Rule(
        "another instrument behind",
        _another_behind,
        "开展«护理员培训»,建设养老院3所。",
        "开展«护理员培训»,每年不少于300人次。",
    ),
    Rule(
        "number behind it",
        _number_behind,
        "开展«护理员培训»,每年不少于300人次。",
        "开展«护理员培训»,建设养老院3所。",
    ),
    Rule("committed", lambda c: Level(2, c.place), "开展«护理员培训»。", "鼓励开展«护理员培训»。"),
)
