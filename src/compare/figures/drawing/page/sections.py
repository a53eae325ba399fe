"""Sections below each other, each with a head, lines and an axis: measured, then filled into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from compare.figures.content.cell_text import Cell
from compare.figures.drawing.style import SIZE_NOTE
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import Writing

PAD = 0.8
HEAD_GAP = 2.5
FOOT = 14.0


@dataclass(frozen=True, slots=True)
class Line:
    """A compared value: its row of the table, its cell, and what is written beside the axis: the plan,
    its own value and the national one."""

    row: dict[str, Any]
    cell: Cell
    name: Writing
    own: Writing
    other: Writing

    @property
    def height(self) -> float:
        return max(part.height for part in (self.name, self.own, self.other)) + 2 * PAD


@dataclass(frozen=True, slots=True)
class Section:
    """An indicator with its compared values, all in one unit."""

    code: str
    unit: str
    head: Writing
    lines: tuple[Line, ...]
    foot: float = FOOT

    @property
    def values(self) -> list[float]:
        return [
            value for line in self.lines for value in (*line.cell.values, float(line.row["national_value"]))
        ]

    @property
    def fixed(self) -> float:
        return HEAD_GAP + self.head.height + self.foot

    @property
    def height(self) -> float:
        return self.fixed + sum(line.height for line in self.lines)


def paginate(sections: Sequence[Section], room: float) -> list[list[Section]]:
    """Fill pages of ``room`` points, less a line for the heads of columns.

    A section too tall for what is left of a page goes on the next.
    """
    pages: list[list[Section]] = [[]]
    room -= measuring.height(1, SIZE_NOTE)
    left = room
    for section in (part for whole in sections for part in _split(whole, room)):
        if pages[-1] and section.height > left:
            pages.append([])
            left = room
        pages[-1].append(section)
        left -= section.height
    return pages


def _split(section: Section, room: float) -> Iterator[Section]:
    """A section in parts that fit a page each."""
    part: list[Line] = []
    left = room - section.fixed
    for line in section.lines:
        if part and line.height > left:
            yield replace(section, lines=tuple(part))
            part, left = [], room - section.fixed
        part.append(line)
        left -= line.height
    yield replace(section, lines=tuple(part))
