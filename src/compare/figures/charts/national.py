"""Each plan's value beside the national value in force at its deadline, indicator by indicator.

Only indicators of which some plan's value may be compared are drawn. Values of another scope are
written out beside the axis and have no place on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from compare.figures.content.cell_text import (
    Cell,
    amount,
    deadline_text,
    read_cells,
    sentence,
    unit_text,
)
from compare.figures.content.national_gap import documents, held_text, relation_text
from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.content.selection import GENERAL
from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Page, Surround, open_page, surround
from compare.figures.drawing.marks import draw_value
from compare.figures.drawing.panels import ROOM
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import FAINT, INK, MAX_HEIGHT, RULE, WIDTH, style
from compare.tables.comparing.national import Relation
from compare.tables.labels import Labels, Lang
from compare.tables.storage.frames import records

NAME = "national"
NAMES = 96.0
AXIS = 150.0
GAP = 10.0
WORDS = ROOM - NAMES - AXIS - 2 * GAP
PAD = 3.0
HEAD_GAP = 5.0
FOOT = 24.0

COMPARED = Relation.COMPARED
#: Relations whose values have a place on the axis: those that measure the same.
DRAWN = (COMPARED, Relation.NONE_DUE)


@dataclass(frozen=True, slots=True)
class Line:
    """A plan's value: its row of the table, its cell, and what is written left and right of the axis."""

    row: dict[str, Any]
    cell: Cell
    name: Writing
    words: Writing

    @property
    def height(self) -> float:
        return max(self.name.height, self.words.height) + 2 * PAD

    @property
    def drawn(self) -> bool:
        return self.row["relation"] in DRAWN


@dataclass(frozen=True, slots=True)
class Section:
    """An indicator with the plans that state it; ``values`` are those on its axis, in one unit."""

    code: str
    unit: str
    values: tuple[float, ...]
    head: Writing
    lines: tuple[Line, ...]

    @property
    def fixed(self) -> float:
        return HEAD_GAP + self.head.height + PAD + FOOT

    @property
    def height(self) -> float:
        return self.fixed + sum(line.height for line in self.lines)


def draw(national: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> Chart:
    """All that can be compared in one chart as tall as it needs to be.

    ``national`` has the columns of :func:`compare.tables.comparing.national.national`.
    """
    return _charts(national, plans, labels, lang, float("inf"))[0]


def pages(
    national: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> tuple[Chart, ...]:
    """Charts that each fit a page; none if no value can be compared."""
    if not (national["relation"] == COMPARED).any():
        return ()
    return tuple(_charts(national, plans, labels, lang, MAX_HEIGHT))


def _charts(
    national: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, height: float
) -> list[Chart]:
    with style():
        drawing = _Drawing(national, plans, labels, lang)
        sections = drawing.sections()
        draft = drawing.surround(sections)
        parts = _paginate(sections, height - draft.above - draft.below)
        return [drawing.chart(part, number, len(parts)) for number, part in enumerate(parts, 1)]


class _Drawing:
    """The table as the figure needs it: rows, cells, plans in order, and words."""

    def __init__(self, national: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang) -> None:
        self.labels = labels
        self.lang = lang
        self.plans = plan_notes(plans, national["plan_id"], labels, lang)
        read = zip(records(national), read_cells(national), strict=True)
        self.rows: dict[tuple[str, str], list[tuple[dict[str, Any], Cell]]] = {}
        for row, cell in read:
            self.rows.setdefault((cell.plan_id, cell.indicator), []).append((row, cell))
        compared = national.loc[national["relation"] == COMPARED, "indicator"]
        self.shown = set(compared)

    def word(self, key: str, **values: object) -> str:
        return self.labels.word(key, self.lang, **values)

    def sections(self) -> list[Section]:
        """The indicators of which something is compared, in the codebook's order."""
        place = {code: index for index, code in enumerate(self.labels.indicators)}
        return [
            self._section(code) for code in sorted(self.shown, key=lambda c: (place.get(c, len(place)), c))
        ]

    def _section(self, code: str) -> Section:
        lines = tuple(
            self._line(note, *both) for note in self.plans for both in self.rows.get((note.plan_id, code), ())
        )
        unit = next(line.cell.unit for line in lines if line.row["relation"] == COMPARED)
        drawn = [line for line in lines if line.drawn]
        values = [value for line in drawn for value in (*line.cell.values, float(line.row["national_value"]))]
        head = write_down(ROOM, self.labels.indicator(code, self.lang))
        return Section(code, unit, tuple(values), head, lines)

    def _line(self, note: PlanNote, row: dict[str, Any], cell: Cell) -> Line:
        value = amount(cell, self.labels) if cell.values else self.labels.status(cell.status, self.lang)
        when = deadline_text(cell.deadline, self.labels, self.lang) or held_text(row, self.labels, self.lang)
        scope = "" if cell.scope == GENERAL else self.labels.scope(cell.scope, self.lang)
        below = "\n".join(filter(None, (relation_text(row, self.labels, self.lang), scope)))
        unit = unit_text(cell, self.labels, self.lang) if cell.values else ""
        return Line(
            row,
            cell,
            write_down(NAMES, note.name, aside=note.year),
            write_down(WORDS, value, unit, when, below),
        )

    def surround(self, sections: Sequence[Section], number: int = 1, count: int = 1) -> Surround:
        lines = [line for section in sections for line in section.lines]
        title = self.word("figures.national_title")
        if count > 1:
            title += self.word("figures.page", page=number, pages=count)
        stated = {line.row["plan_id"] for line in lines}
        notes = [self.word("figures.national_grade_note")]
        if any(not line.cell.deadline for line in lines):
            notes.insert(0, self.word("figures.national_undated_note"))
        if left_out := self._left_out():
            notes.append(left_out)
        cited = [note for note in self.plans if note.plan_id in stated]
        sources = (
            source_line(cited, self.labels, self.lang),
            documents([line.row for line in lines], self.labels, self.lang),
        )
        alt_parts = " ".join(map(self._alt_text, sections))
        caption = Caption(
            title=title,
            subtitle=self.word("figures.national_scope"),
            notes=(" ".join(notes),),
            source=" ".join(filter(None, sources)),
            alt=self.word("figures.national_alt", title=title, indicators=alt_parts),
        )
        return surround(caption, Key.of(line.cell for line in lines), self.labels, self.lang)

    def _left_out(self) -> str:
        """How many values of other indicators have a national value and are not drawn, and why."""
        why = Counter(
            row["relation"]
            for (_, code), found in self.rows.items()
            if code not in self.shown
            for row, _ in found
            if row["relation"] != Relation.SILENT
        )
        if not why:
            return ""
        reasons = self.word("figures.list_separator").join(
            f"{self.word(f'figures.relation_{relation}')} {why[relation]}"
            for relation in Relation
            if why[relation]
        )
        return self.word("figures.national_left_out", count=why.total(), reasons=reasons)

    def _alt_text(self, section: Section) -> str:
        names = {note.plan_id: note.name for note in self.plans}
        said = self.word("figures.source_separator").join(
            self.word("figures.alt_value", plan=names[line.cell.plan_id], value=self._said(line))
            for line in section.lines
        )
        name = self.labels.indicator(section.code, self.lang)
        return self.word("figures.alt_indicator", indicator=name, values=said)

    def _said(self, line: Line) -> str:
        parts = (
            sentence(line.cell, self.labels, self.lang),
            relation_text(line.row, self.labels, self.lang),
        )
        return self.word("figures.comma").join(parts)

    def chart(self, sections: Sequence[Section], number: int, count: int) -> Chart:
        around = self.surround(sections, number, count)
        data = pd.DataFrame([self._datum(line) for section in sections for line in section.lines])
        name = NAME if count == 1 else f"{NAME}-{number}"
        page = open_page(name, around, sum(section.height for section in sections), data)
        y = page.top
        for section in sections:
            self._draw(page, section, y)
            y += section.height
        return page.chart

    def _datum(self, line: Line) -> dict[str, Any]:
        """The row behind a line, readable without the figure."""
        note = next(note for note in self.plans if note.plan_id == line.row["plan_id"])
        return {
            "region": note.name,
            "document_number": note.document_number,
            "indicator_label": self.labels.indicator(line.row["indicator"], self.lang),
            **line.row,
            "relation_label": self.word(f"figures.relation_{line.row['relation']}"),
        }

    def _draw(self, page: Page, section: Section, top: float) -> None:
        y = section.head.put(page, MARGIN, top + HEAD_GAP) + PAD
        page.rule(y, color=FAINT)
        axis_left = MARGIN + NAMES + GAP
        axes = page.data_axes(axis_left, y, AXIS, sum(line.height for line in section.lines))
        axes.set_ylim(sum(line.height for line in section.lines), 0)
        set_scale(axes, section.values, section.unit == "%", AXIS)
        axes.set_xlabel(self.labels.unit(section.unit, self.lang), labelpad=1.5)
        bare(axes)
        inner = 0.0
        for line in section.lines:
            middle = inner + line.height / 2
            line.name.put(page, MARGIN, y + middle - line.name.height / 2)
            line.words.put(page, axis_left + AXIS + GAP, y + middle - line.words.height / 2)
            if line.row["relation"] == COMPARED:
                value = float(line.row["national_value"])
                reach = min(line.height / 2 - 1.5, 8.0)
                axes.plot([value, line.cell.values[0]], [middle] * 2, color=FAINT, linewidth=0.8, zorder=2)
                axes.plot(
                    [value] * 2,
                    [middle - reach, middle + reach],
                    color=INK,
                    linewidth=1.6,
                    solid_capstyle="butt",
                    clip_on=False,
                    zorder=3,
                )
            if line.drawn:
                # Earlier steps of the plan have national values of their own.
                draw_value(axes, replace(line.cell, path=()), middle)
            inner += line.height
            page.rule(y + inner, right=WIDTH - MARGIN, color=RULE)


def _paginate(sections: Sequence[Section], room: float) -> list[list[Section]]:
    """Fill pages of ``room`` points; a section too tall for what is left of a page goes on the next."""
    pages: list[list[Section]] = [[]]
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
