"""A number while it is read, and the size it comes to: digits or words, multiplier, the rest of a mixed
number, a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Role
from compare.reading.numerals import mixed_to_decimal
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.signs import sign_before
from compare.reading.quantities.sizes.written import ONE, WrittenNumber, written

_NO_UNIT = Unit("", (), "")
# 排名提升5位
_RANKS = re.compile("(?:排名|位次|名次|排位|位列)[^,。;0-9]{0,10}$|[前后第]$")

#: Where a number ends, and the role it has without being a value.
Part = tuple[int, Role]


@dataclass(slots=True)
class Number:
    """A number while it is read: where it stands, what matched there, then its size and unit.

    ``run_end`` is the end of its run of digits, ``clause_start`` where the words before it may begin.
    ``written`` is the number and its percent sign as matched; ``before`` are the words before it; ``end`` is
    the end with multiplier and unit.
    ``sign`` is how many characters before it make it negative; of a range ``only_low`` says that the second
    number is none of those below zero. ``rule`` read the size.
    """

    text: str
    start: int
    run_end: int
    clause_start: int
    lexicon: Lexicon
    match: re.Match[str] | None
    written: WrittenNumber | None
    before: str
    number_end: int = 0
    end: int = 0
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    scale: Decimal = ONE
    unit_text: str = ""
    unit: Unit | None = None
    known: Unit = _NO_UNIT
    sign: int = 0
    only_low: bool = False
    rule: str = ""

    def group(self, name: str) -> str:
        """Text of a group of the match, "" where it took no part."""
        return (self.match[name] if self.match else "") or ""

    @property
    def mixed(self) -> Decimal | None:
        """The value of a number in parts (1万2千), None where they are no one number."""
        if self.written is None:
            return None
        return mixed_to_decimal(self.written.low, self.group("mult"), self.group("tail"))

    def find_unit(self) -> None:
        """Look up the unit of its words; ``known`` is an empty one where there is none."""
        counts_people = self.unit_text == "位" and not _RANKS.search(self.before)
        self.unit = self.lexicon.units.get("人" if counts_people else self.unit_text)
        self.known = self.unit or _NO_UNIT


def number_at(text: str, start: int, run_end: int, clause_start: int, lexicon: Lexicon) -> Number:
    """The number at ``start`` as matched; its size is found by ``composed.py:measure``."""
    match = lexicon.value.match(text, start)
    found = written(match) if match else None
    number = Number(
        text,
        start,
        run_end,
        clause_start,
        lexicon,
        match,
        found[0] if found else None,
        text[clause_start:start],
    )
    if match:
        number.number_end = match.end("arab")
        if number.number_end < 0:
            number.number_end = max(match.end("han"), match.end("half"), start + 1)
        number.sign = sign_before(text, start)
        if found:
            number.low, number.rule = found[0].low, found[1]
    return number
