"""Tables that became lines, one cell to each, whose whole head is known words (指标, 单位, 2025年, 属性).

The head tells what each column may hold, so that each row is checked cell by cell: the unit below 单位
is a unit, the number below 序号 the next one. Such a check lets a single row be a table, and words
stand where others have numbers. Heads of two rows, of which only lines are left, are put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from compare.reading.grids.cell_values import measure_of
from compare.reading.grids.columns.labelling import (
    GROUP_HEAD,
    GROWTH_HEAD,
    HEAD_ONLY,
    INDEX_HEAD,
    NAME_HEAD,
    NATURE_HEAD,
    SIDE_HEAD,
    TERM_HEAD,
    TIME_HEAD,
    UNIT_HEAD,
    frames,
    last_year,
    without_unit,
)
from compare.reading.grids.columns.sorts import binding_of
from compare.reading.grids.flattened.letters import Lines
from compare.reading.grids.grid import Grid, Place, title_above

_WIDEST = 12
_REACH = 24  # lines above the first number that may be its head
_GROWTH = 16  # the head of a column of growth is no longer
_TITLES = 3
_WORDS = 12  # a value in words (基本建立) is no longer


class _Slot(Enum):
    """What the cells below a known head may be."""

    INDEX = auto()
    GROUP = auto()
    NAME = auto()
    TIME = auto()
    UNIT = auto()
    NATURE = auto()
    VALUE = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class _Head:
    """The head rows of a table and the slots of its columns; the body begins at line ``start``."""

    rows: tuple[tuple[Place, ...], ...]
    slots: tuple[_Slot, ...]
    start: int


def headed_table(lines: Lines, first: int, floor: int) -> tuple[Grid, int] | None:
    """The table whose head holds line ``first`` or ends just above its row, and the line behind the table.

    Of the heads that fit, the one whose rows explain most lines counts.
    """
    best: tuple[Grid, int] | None = None
    most = 0
    for at in _starts(lines, max(floor, first - _REACH), first):
        for head in _heads(lines, at):
            rows, end, explained = _rows(lines, head)
            if rows and end > first and explained > most:
                best = Grid((*head.rows, *rows), title_above(lines.text, head.rows[0][0][0])), end
                most = explained
    return best


def _starts(lines: Lines, top: int, first: int) -> Iterator[int]:
    """Lines that may begin a head: above them stands no column of it, but a title (主要指标) or its unit."""
    letters = lines.letters
    opens = (at for at in range(top, first) if letters[at] == "T" and _OPENS.fullmatch(lines.words(at)))
    above = 0
    for at in range(max(top, next(opens, first) - _TITLES), first):
        slot = _slot(lines, at) if lines.letters[at] in "TN" else None
        if slot is None:
            above = 0
            continue
        if slot in _OPENING and 0 <= above < _TITLES:
            yield at
        above = above + 1 if above >= 0 and slot in (_Slot.NAME, _Slot.VALUE) else -1


_OPENING = (_Slot.INDEX, _Slot.GROUP, _Slot.NAME, _Slot.TIME)
#: Slots whose cells show that a row is where it seems to be.
_PROOF = (_Slot.INDEX, _Slot.TIME, _Slot.UNIT, _Slot.NATURE)


def _slot(lines: Lines, at: int) -> _Slot | None:
    """What a line says as the head of a column, None if it is no known head."""
    words = lines.words(at)
    for pattern, slot in _KNOWN:
        if pattern.fullmatch(words):
            return slot
    if len(words) <= _GROWTH and GROWTH_HEAD.search(words):
        return _Slot.VALUE
    if frames(words) or without_unit(lines.text, lines.places[at], lines.lexicon)[1]:
        return _Slot.VALUE
    if _NORM_HEAD.fullmatch(words):
        return _Slot.VALUE
    if TERM_HEAD.search(words) or SIDE_HEAD.search(words):
        return _Slot.WORDS
    return None


#: Any head of a first column, told at once.
_OPENS = re.compile(
    "|".join(f"(?:{head.pattern})" for head in (INDEX_HEAD, GROUP_HEAD, NAME_HEAD, TIME_HEAD)), re.IGNORECASE
)
#: Heads of columns of norms, whose cells have their own units.
_NORM_HEAD = re.compile(
    r"(?:总|单处|最小|人均)?(?:建筑|使用|用地|占地)?面积(?:要求|标准)?|床位(?:数量?|规模|要求)|服务(?:半径|人口)|(?:配置|配建|建设|设置)标准"
)
_KNOWN = (
    (INDEX_HEAD, _Slot.INDEX),
    (GROUP_HEAD, _Slot.GROUP),
    (NAME_HEAD, _Slot.NAME),
    (TIME_HEAD, _Slot.TIME),
    (UNIT_HEAD, _Slot.UNIT),
    (NATURE_HEAD, _Slot.NATURE),
)


def _heads(lines: Lines, at: int) -> Iterator[_Head]:
    """The heads that may begin at line ``at``: of so many known lines, in one row or put together of two."""
    slots: list[_Slot] = []
    while at + len(slots) < len(lines.letters) and len(slots) < _WIDEST:
        slot = _slot(lines, at + len(slots)) if lines.letters[at + len(slots)] in "TN" else None
        if slot is None or (lines.letters[at + len(slots)] == "N" and _is_name(lines, at, slots)):
            break  # 床位(张) above 1978 is a name above its number
        if _Slot.VALUE in slots and NATURE_HEAD.fullmatch(lines.words(at + len(slots))):
            slot = _Slot.NATURE  # 类型 before the numbers is a group
        slots.append(slot)
    for size in range(len(slots), 1, -1):
        places = tuple(lines.places[at : at + size])
        if _Slot.VALUE in slots[:size]:
            yield from _with_hidden(places, slots[:size], at + size)
        yield from _of_two_rows(lines, at, slots[:size])
        is_frame = frames(lines.words(at + size - 1)) and _Slot.TIME not in slots
        if slots[size - 1] is not _Slot.VALUE or is_frame:
            break  # only the name of the first row, 床位(张) or 2020年, can look like a head


def _is_name(lines: Lines, at: int, slots: Sequence[_Slot]) -> bool:
    """Whether the last of the lines is known by its unit alone, as the name of a row is too."""
    return bool(slots) and slots[-1] is _Slot.VALUE and not frames(lines.words(at + len(slots) - 1))


def _with_hidden(places: Sequence[Place], slots: Sequence[_Slot], start: int) -> Iterator[_Head]:
    """A head as it is, and with 指标 over two columns: names and units, or labels and names."""
    yield _Head((tuple(places),), tuple(slots), start)
    if _Slot.NAME in slots and _Slot.UNIT not in slots:
        at = slots.index(_Slot.NAME)
        wide = (*places[: at + 1], *places[at:])
        for pair in ((_Slot.NAME, _Slot.UNIT), (_Slot.GROUP, _Slot.NAME)):
            yield _Head((wide,), (*slots[:at], *pair, *slots[at + 1 :]), start)


def _of_two_rows(lines: Lines, at: int, slots: Sequence[_Slot]) -> Iterator[_Head]:
    """A head whose last lines, years and the like, stand below one of those before (指标值), which may stand
    below another one itself."""
    size = len(slots)
    upper = size
    while upper and frames(lines.words(at + upper - 1)):
        upper -= 1
    upper = next((c for c in range(upper, size) if last_year(lines.words(at + c))), size)
    years = size - upper
    if years < 2:
        return
    places = tuple(lines.places[at : at + size])
    above = [c for c in range(1, upper) if slots[c] is _Slot.VALUE and not last_year(lines.words(at + c))]
    if not above or above != list(range(above[0], above[0] + len(above))):
        return
    left, right = above[0], above[-1] + 1
    below = places[upper:]
    values = (_Slot.VALUE,) * years
    middle = tuple((*places[:left], *(places[c],) * years, *places[right:upper]) for c in above)
    last = (*places[:left], *below, *places[right:upper])
    yield _Head((*middle, last), (*slots[:left], *values, *slots[right:upper]), at + size)


# --- rows ---------------------------------------------------------------------------------------------


def _rows(lines: Lines, head: _Head) -> tuple[list[tuple[Place, ...]], int, int]:
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
        rows.append(row.cells)
        proven = row.proof
        serial = row.serial
        explained += row.lines
        at = end = at + row.lines
    return (rows, end, explained) if proven or len(rows) > 1 else ([], end, 0)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Place, ...]
    lines: int
    proof: bool
    serial: int


def _row(
    lines: Lines, slots: Sequence[_Slot], at: int, above: tuple[Place, ...] | None, serial: int
) -> _Row | None:
    """The row at a line; a group has a line only where it begins."""
    groups = {c for c, slot in enumerate(slots) if slot is _Slot.GROUP}
    row = _cells(lines, slots, at, serial, {})
    if row is None and groups and above:
        row = _cells(lines, slots, at, serial, {c: above[c] for c in groups})
    return row


def _cells(
    lines: Lines, slots: Sequence[_Slot], at: int, serial: int, kept: Mapping[int, Place]
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
        proof = proof or slot in _PROOF or _has_unit(lines, line, slot)
        letters += lines.letters[line] if slot is _Slot.VALUE else ""
        number = int(lines.words(line)) if slot is _Slot.INDEX else number
        cells.append(lines.places[line])
        line += 1
    if not proof and "T" in letters:
        return None
    return _Row(tuple(cells), line - at, proof, number)


def _fits(lines: Lines, at: int, slot: _Slot, serial: int) -> bool:
    """Whether a line can be a cell of a slot."""
    letter, words, place = lines.letters[at], lines.words(at), lines.places[at]
    if slot is _Slot.INDEX:
        return words.isascii() and words.isdigit() and 0 < int(words) - serial <= 2
    if slot is _Slot.TIME:
        return frames(words)
    if slot is _Slot.UNIT:
        return measure_of(words, lines.lexicon) is not None
    if slot is _Slot.NATURE:
        return bool(binding_of(lines.text, place)) or letter == "M"
    if slot is _Slot.VALUE:
        in_words = letter == "T" and len(words) <= _WORDS and not binding_of(lines.text, place)
        return letter in "NM" or (in_words and measure_of(words, lines.lexicon) is None)
    named = (
        letter == "T"
        and len(words) > 1
        and not HEAD_ONLY.fullmatch(words)
        and not binding_of(lines.text, place)
    )
    return named and measure_of(words, lines.lexicon) is None


def _has_unit(lines: Lines, at: int, slot: _Slot) -> bool:
    """Whether a name or label ends with its unit, as those of indicators alone do."""
    named = slot in (_Slot.NAME, _Slot.GROUP)
    return named and without_unit(lines.text, lines.places[at], lines.lexicon)[1] is not None
