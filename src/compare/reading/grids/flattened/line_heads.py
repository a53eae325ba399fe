"""Heads of tables that became lines: known words in a row (指标, 单位, 2025年, 属性), of one row or of two.

In: the lines of a text as letters. Out: the heads that may begin at a line, each with what its columns
may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from compare.reading.grids.columns.labelling import (
    BASELINE,
    GROUP_HEAD,
    GROWTH_HEAD,
    INDEX_HEAD,
    NAME_HEAD,
    NATURE_HEAD,
    PART_HEAD,
    SIDE_HEAD,
    SUM_HEAD,
    TERM_HEAD,
    TIME_HEAD,
    UNIT_HEAD,
    frames,
    last_year,
    without_unit,
)
from compare.reading.grids.columns.sorts import binding_of
from compare.reading.grids.flattened.rhythm import Lines
from compare.reading.grids.grid import Place

_WIDEST = 12
_GROWTH = 16  # the head of a column of growth is no longer
_FACT_AND_GOAL = 2
_PARTS = (2, 3)  # columns below one head
_PART = 8  # the name of a part is no longer


class Slot(Enum):
    """What the cells below a known head may be."""

    INDEX = auto()
    GROUP = auto()
    NAME = auto()
    TIME = auto()
    UNIT = auto()
    NATURE = auto()
    VALUE = auto()
    WORDS = auto()
    #: A cell of a list of tasks: a sentence, a name, a date.
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Head:
    """The head rows of a table and the slots of its columns; the body begins at line ``start``."""

    rows: tuple[tuple[Place, ...], ...]
    slots: tuple[Slot, ...]
    start: int


def starts(lines: Lines, top: int, first: int) -> Iterator[int]:
    """Lines that may begin a head; below 序号 it has begun."""
    for at in range(top, first):
        begun = at > top and INDEX_HEAD.fullmatch(lines.words(at - 1))
        if lines.letters[at] == "T" and _OPENS.fullmatch(lines.words(at)) and not begun:
            yield at


def _slot(lines: Lines, at: int) -> Slot | None:
    """What a line says as the head of a column, None if it is no known head."""
    words = lines.words(at)
    for pattern, slot in _KNOWN:
        if pattern.fullmatch(words):
            return slot
    if len(words) <= _GROWTH and GROWTH_HEAD.search(words):
        return Slot.VALUE
    if frames(words) or without_unit(lines.text, lines.places[at], lines.lexicon)[1]:
        return Slot.VALUE
    if _NORM_HEAD.fullmatch(words) or SUM_HEAD.fullmatch(words):
        return Slot.VALUE
    if TERM_HEAD.search(words) or SIDE_HEAD.search(words) or _TOLD_HEAD.search(words):
        return Slot.WORDS
    return Slot.NAME if NAME_HEAD.fullmatch(_ASIDE.sub("", words)) else None


#: Any head of a first column, told at once.
_OPENS = re.compile(
    "|".join(f"(?:{head.pattern})" for head in (INDEX_HEAD, GROUP_HEAD, NAME_HEAD, TIME_HEAD)), re.IGNORECASE
)
#: Heads of columns of norms, whose cells have their own units.
_NORM_HEAD = re.compile(
    r"(?:总|单处|最小|人均)?(?:建筑|使用|用地|占地)?面积(?:要求|标准)?|床位(?:数量?|规模|要求)|服务(?:半径|人口)|(?:配置|配建|建设|设置)标准"
)
#: Heads of columns that tell how far a task is, or how it is done.
_TOLD_HEAD = re.compile("进展|(?:落实|推进)情况|举措")
# 重点工作任务(民生实事项目)
_ASIDE = re.compile(r"\([^()0-9]{2,12}\)$")
_KNOWN = (
    (INDEX_HEAD, Slot.INDEX),
    (GROUP_HEAD, Slot.GROUP),
    (NAME_HEAD, Slot.NAME),
    (TIME_HEAD, Slot.TIME),
    (UNIT_HEAD, Slot.UNIT),
    (NATURE_HEAD, Slot.NATURE),
)


def heads_at(lines: Lines, at: int) -> Iterator[Head]:
    """The heads that may begin at line ``at``: of so many known lines, in one row or put together of two."""
    slots: list[Slot] = []
    for line, letter in enumerate(lines.letters[at : at + _WIDEST], at):
        slot = _slot(lines, line) if letter in "TN" else None
        if slot is None or (letter == "N" and slots and _is_name(lines, line - 1, slots[-1])):
            break  # 床位(张) above 1978 is a name above its number
        if slots and binding_of(lines.text, lines.places[line]):
            break  # 约束性指标 below a head names the rows to come
        if Slot.VALUE in slots and NATURE_HEAD.fullmatch(lines.words(line)):
            slot = Slot.NATURE  # 类型 before the numbers is a group
        slots.append(slot)
    if _are_of_tasks(slots):
        size = len(slots)
        text = (Slot.TEXT,) * (size - 1)
        yield Head((tuple(lines.places[at : at + size]),), (Slot.INDEX, *text), at + size)
    for size in range(len(slots), 1, -1):
        places = tuple(lines.places[at : at + size])
        if Slot.VALUE in slots[:size]:
            yield from _with_hidden(places, slots[:size], at + size)
        yield from _of_two_rows(lines, at, slots[:size])
        yield from _over_parts(lines, at, slots[:size])
        yield from _under_parts(lines, at, slots[:size])
        is_frame = frames(lines.words(at + size - 1)) and Slot.TIME not in slots
        if slots[size - 1] is not Slot.VALUE or is_frame:
            break  # only the name of the first row, 床位(张) or 2020年, can look like a head


def _are_of_tasks(slots: Sequence[Slot]) -> bool:
    """Whether the columns are those of numbered tasks in words: what is to be done, by whom or by when."""
    return slots[:1] == [Slot.INDEX] and Slot.VALUE not in slots and {Slot.NAME, Slot.WORDS} <= {*slots}


def _is_name(lines: Lines, at: int, slot: Slot) -> bool:
    """Whether a line is known by its unit alone, as the name of a row is too."""
    return slot is Slot.VALUE and not frames(lines.words(at))


def _with_hidden(places: Sequence[Place], slots: Sequence[Slot], start: int) -> Iterator[Head]:
    """A head as it is, and with 指标 over two columns: names and units, or labels and names."""
    yield Head((tuple(places),), tuple(slots), start)
    if Slot.NAME in slots and Slot.UNIT not in slots:
        at = slots.index(Slot.NAME)
        wide = (*places[: at + 1], *places[at:])
        for pair in ((Slot.NAME, Slot.UNIT), (Slot.GROUP, Slot.NAME)):
            yield Head((wide,), (*slots[:at], *pair, *slots[at + 1 :]), start)


def _of_two_rows(lines: Lines, at: int, slots: Sequence[Slot]) -> Iterator[Head]:
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
    above = [c for c in range(1, upper) if slots[c] is Slot.VALUE and not last_year(lines.words(at + c))]
    if not above or above != list(range(above[0], above[0] + len(above))):
        return
    left, right = above[0], above[-1] + 1
    below = places[upper:]
    values = (Slot.VALUE,) * years
    over = [(places[c],) * years for c in above]
    if len(above) == _FACT_AND_GOAL and BASELINE.search(lines.words(at + left)):
        over = [
            (places[left], *(places[left + 1],) * (years - 1))
        ]  # 基期值 over one year, 目标值 over the others
    middle = tuple((*places[:left], *cells, *places[right:upper]) for cells in over)
    last = (*places[:left], *below, *places[right:upper])
    yield Head((*middle, last), (*slots[:left], *values, *slots[right:upper]), at + size)


def _over_parts(lines: Lines, at: int, slots: Sequence[Slot]) -> Iterator[Head]:
    """Years that stand over the same parts each: 2020年|2025年 over 城镇|农村|城镇|农村."""
    values = [c for c, slot in enumerate(slots) if slot is Slot.VALUE]
    if not values or values != list(range(values[0], values[0] + len(values))):
        return
    left, right, below = values[0], values[-1] + 1, at + len(slots)
    places = tuple(lines.places[at:below])
    for parts in _PARTS:
        width = parts * len(values)
        if _are_parts(lines, below, parts) and _repeat(lines, below, parts, len(values)):
            over = tuple(place for place in places[left:right] for _ in range(parts))
            upper = (*places[:left], *over, *places[right:])
            lower = (*places[:left], *lines.places[below : below + width], *places[right:])
            kinds = (*slots[:left], *(Slot.VALUE,) * width, *slots[right:])
            yield Head((upper, lower), kinds, below + width)


def _under_parts(lines: Lines, at: int, slots: Sequence[Slot]) -> Iterator[Head]:
    """Parts that stand over the same years each: 城镇|农村 over 2020年|2025年|2020年|2025年."""
    if Slot.VALUE in slots:
        return
    size, first = len(slots), at + len(slots)
    places = tuple(lines.places[at:first])
    for parts in _PARTS:
        below = first + parts
        years = next((n for n in _PARTS if _repeat(lines, below, n, parts)), 0)
        dated = years and all(last_year(words) for words in lines.several(below, years))
        if dated and _are_parts(lines, first, parts):
            over = tuple(place for place in lines.places[first:below] for _ in range(years))
            width = years * parts
            head = ((*places, *over), (*places, *lines.places[below : below + width]))
            yield Head(head, (*slots[:size], *(Slot.VALUE,) * width), below + width)


def _are_parts(lines: Lines, at: int, count: int) -> bool:
    """Whether so many lines are short words that name no column of another kind."""
    words = lines.several(at, count)
    plain = lines.letters[at : at + count] == "T" * count and len(set(words)) == count
    return plain and all(
        len(word) <= _PART and not frames(word) and _slot(lines, at + n) is None
        for n, word in enumerate(words)
    )


def _repeat(lines: Lines, at: int, width: int, times: int) -> bool:
    """Whether so many different lines come back so many times, or once where they are known parts."""
    words = lines.several(at, width * times)
    if len(words) < width * times or len(set(words[:width])) < width:
        return False
    if times == 1:
        return all(PART_HEAD.fullmatch(word) for word in words)
    return all(word == words[n % width] for n, word in enumerate(words))
