"""Tables that became lines, one cell to each, whose whole head is known words (指标, 单位, 2025年, 属性).

The head tells what each column may hold, so that each row is checked cell by cell: the unit below 单位
is a unit, the number below 序号 the next one. Such a check lets a single row be a table, and words
stand where others have numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.reading.grids.columns.labelling import (
    HEAD_ONLY,
    frames,
    without_unit,
)
from compare.reading.grids.columns.sorts import binding_of
from compare.reading.grids.flattened.line_heads import Head, Slot, heads_at, starts
from compare.reading.grids.flattened.rhythm import Lines
from compare.reading.grids.grid import Grid, Place, title_above
from compare.reading.grids.measures import measure_of

_REACH = 24  # lines above the first number that may be its head
_WORDS = 24  # a value in words (基本建立, 每个县（市、区、旗）至少1所) is no longer
_SERIAL = re.compile(r"[A-Z]?-?([0-9]{1,4})[.、]?")
_NUMBERED = re.compile(r"([0-9]{1,3})[.、](?![0-9])")
#: Slots whose cells show that a row is where it seems to be.
PROOF = (Slot.INDEX, Slot.TIME, Slot.UNIT, Slot.NATURE)


def headed_table(lines: Lines, first: int, floor: int) -> tuple[Grid, int] | None:
    """The table whose head holds line ``first`` or ends just above its row, and the line behind the table.

    Of the heads that fit, the one whose rows explain most lines counts.
    """
    best: tuple[Grid, int] | None = None
    most = 0
    for at in starts(lines, max(floor, first - _REACH), first):
        for head in heads_at(lines, at):
            rows, end, explained = _rows(lines, head)
            if rows and end > first and explained > most:
                best = Grid((*head.rows, *rows), title_above(lines.text, head.rows[0][0][0])), end
                most = explained
    return best


def _rows(lines: Lines, head: Head) -> tuple[list[tuple[Place, ...]], int, int]:
    """The rows below a head, the line behind the last, and how many lines they are.

    A row that does not fit ends the table, but where the cells of the next one prove its place.
    """
    rows: list[tuple[Place, ...]] = []
    at = end = head.start
    explained = 0
    proven = False
    serial = 0
    while at < len(lines.letters):
        row = _row(lines, head.slots, at, rows[-1] if rows else None, serial)
        if row is None:
            # a page number, the name of a group, or a row with a cell too few or too many
            behind = range(at + 1, min(at + len(head.slots) + 2, len(lines.letters)))
            found = ((p, _row(lines, head.slots, p, rows[-1] if rows else None, serial)) for p in behind)
            between = at
            at, row = next(((p, r) for p, r in found if r and r.proof), (at, None))
            if at == between + 1 and binding_of(lines.text, lines.places[between]):
                rows.append((lines.places[between],) * len(head.slots))
        if row is None:
            break
        if short := _lost_a_cell(lines, head.slots, row, at, rows):
            at = end = short  # nothing is said of it
            continue
        rows.append(row.cells)
        proven = row.proof
        serial = row.serial
        explained += row.lines
        at = end = at + row.lines
    return (rows, end, explained) if proven or len(rows) > 1 else ([], end, 0)


def _lost_a_cell(
    lines: Lines, slots: Sequence[Slot], row: _Row, at: int, rows: Sequence[tuple[Place, ...]]
) -> int:
    """The line inside a row at which the next one begins, because a blank cell left no line; 0 if none does.

    What follows tells: the row as it seems to be ends where none can begin, the shorter one before one that
    proves its place.
    """
    behind = at + row.lines
    above = rows[-1] if rows else None
    if behind >= len(lines.letters) or _row(lines, slots, behind, above, row.serial):
        return 0
    for begin in range(behind - 1, at + 1, -1):
        serial = row.serial if Slot.INDEX in slots else 0
        inner = _row(lines, slots, begin, above, serial)
        if inner and inner.proof and inner.serial <= serial + 1:
            return begin
    return 0


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Place, ...]
    lines: int
    proof: bool
    serial: int


def _row(
    lines: Lines, slots: Sequence[Slot], at: int, above: tuple[Place, ...] | None, serial: int
) -> _Row | None:
    """The row at a line; a group has a line only where it begins."""
    groups = [c for c, slot in enumerate(slots) if slot is Slot.GROUP]
    row = _cells(lines, slots, at, serial, {})
    for kept in range(1, len(groups) + 1):  # an inner group may begin where the outer one goes on
        if row is None and above:
            row = _cells(lines, slots, at, serial, {c: above[c] for c in groups[:kept]})
    return row


def _cells(
    lines: Lines, slots: Sequence[Slot], at: int, serial: int, kept: Mapping[int, Place]
) -> _Row | None:
    """The row whose lines begin at ``at``; the cells ``kept`` are those of the row above."""
    cells: list[Place] = []
    line = at
    number, proof, letters = serial, False, ""
    for c, slot in enumerate(slots):
        if c in kept:
            cells.append(kept[c])
            continue
        if line >= len(lines.letters) or not _fits(lines, line, slot, serial):
            return None
        if slot is Slot.NAME and Slot.INDEX not in slots:
            number = _number_of_name(lines.words(line))
            proof = proof or 0 < number == serial + 1  # 7.老年大学覆盖面 below 6.…
        proof = proof or slot in PROOF or _has_unit(lines, line, slot)
        letters += lines.letters[line] if slot is Slot.VALUE else ""
        number = _number_of_row(lines.words(line)) if slot is Slot.INDEX else number
        cells.append(lines.places[line])
        line += 1
    if not proof and "T" in letters:
        return None
    return _Row(tuple(cells), line - at, proof, number)


def _fits(lines: Lines, at: int, slot: Slot, serial: int) -> bool:
    """Whether a line can be a cell of a slot."""
    letter, words, place = lines.letters[at], lines.words(at), lines.places[at]
    if slot is Slot.INDEX:
        return 0 < _number_of_row(words) - serial <= 2
    if slot is Slot.TEXT:
        return not _SERIAL.fullmatch(words)
    if slot is Slot.TIME:
        return frames(words)
    if slot is Slot.UNIT:
        return measure_of(words, lines.lexicon) is not None
    if slot is Slot.NATURE:
        return bool(binding_of(lines.text, place)) or letter == "M"
    if slot is Slot.VALUE:
        in_words = letter == "T" and len(words) <= _WORDS and not binding_of(lines.text, place)
        return letter in "NM" or (in_words and measure_of(words, lines.lexicon) is None)
    named = (
        letter == "T"
        and len(words) > 1
        and not HEAD_ONLY.fullmatch(words)
        and not binding_of(lines.text, place)
    )
    return named and measure_of(words, lines.lexicon) is None


def _number_of_row(words: str) -> int:
    """The number in the column 序号 (2, 02, A2), 0 where it is none."""
    number = _SERIAL.fullmatch(words)
    return int(number[1]) if number else 0


def _number_of_name(words: str) -> int:
    """The number that a name begins with (7.老年大学覆盖面), 0 where it has none."""
    number = _NUMBERED.match(words)
    return int(number[1]) if number else 0


def _has_unit(lines: Lines, at: int, slot: Slot) -> bool:
    """Whether a name or label ends with its unit, as those of indicators alone do."""
    named = slot in (Slot.NAME, Slot.GROUP)
    return named and without_unit(lines.text, lines.places[at], lines.lexicon)[1] is not None
