"""Each value beside the national one it may be held against, indicator by indicator, on one axis each.

Only values of the same scope and measure are drawn; how many are not, and why, is said below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from compare.figures.content.cell_text import (
    Cell,
    amount,
    joined,
    read_cells,
    sentence,
    unit_text,
)
from compare.figures.content.national_gap import (
    document_text,
    documents,
    held_text,
    later_text,
    relation_text,
    value_text,
    when_text,
)
from compare.figures.content.plans_shown import left_out, plan_notes, source_line, when
from compare.figures.content.selection import GENERAL
from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.distances import distance_panel, draw_distances
from compare.figures.drawing.marks import draw_value
from compare.figures.drawing.page.frame import (
    MARGIN,
    NO_KEY,
    Key,
    Page,
    Surround,
    named,
    open_page,
    surround,
    titled,
)
from compare.figures.drawing.page.panels import ROOM, Name
from compare.figures.drawing.page.sections import FOOT, HEAD_GAP, Line, Section, paginate
from compare.figures.drawing.style import FAINT, INK, MAX_HEIGHT, MUTED, SIZE_NOTE, style
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.prose import headlines
from compare.tables.comparing.national import Relation
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang

NAME = "national"
TABLES = ("national", "plans")

NAMES = 122.0
AXIS = 96.0
GAP = 8.0
OWN = 86.0
SHARE = "%"
#: Of more plans than this the distances of shares are drawn, not each value.
NAMED = 8


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Charts that each fit a page; none if no value can be compared.

    The table ``national`` is of :func:`compare.tables.comparing.national.national`.
    """
    national = tables["national"]
    if not (national["relation"] == Relation.COMPARED).any():
        return ()
    with style():
        drawing = _Drawing(national, tables["plans"], labels, lang)
        if len(drawing.plans) > NAMED and drawing.points():
            return (drawing.distances(),)
        sections = drawing.sections()
        draft = drawing.surround(sections, 1, 9)
        parts = paginate(sections, MAX_HEIGHT - draft.above - draft.below)
        return tuple(drawing.chart(part, number, len(parts)) for number, part in enumerate(parts, 1))


class _Drawing:
    """The table as the figure needs it: compared rows with their cells, plans in order, and words."""

    def __init__(self, national: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang) -> None:
        self.national = national
        self.labels = labels
        self.lang = lang
        self.plans = plan_notes(plans, national["plan_id"], labels, lang)
        compared = national.loc[national["relation"] == Relation.COMPARED, "plan_id"]
        self.without = left_out("figures.national_without", plans, compared, labels, lang)

    def word(self, key: str, **values: object) -> str:
        return self.labels.word(key, self.lang, **values)

    def sections(self) -> list[Section]:
        """The indicators of which something is compared, in the codebook's order; those in per cent first, on
        one scale that is numbered once."""
        order = {code: index for index, code in enumerate(self.labels.indicators)}
        place = {note.plan_id: index for index, note in enumerate(self.plans)}
        found: dict[tuple[int, str, str], list[tuple[int, dict[str, Any], Cell]]] = {}
        for row, cell in zip(records(self.national), read_cells(self.national), strict=True):
            if row["relation"] == Relation.COMPARED:
                key = order.get(cell.indicator, len(order)), cell.indicator, cell.unit
                found.setdefault(key, []).append((place[cell.plan_id], row, cell))
        made = [
            Section(
                code,
                unit,
                self._head(code),
                tuple(self._line(*one) for one in sorted(found[key], key=_by_place)),
            )
            for key in sorted(found, key=lambda key: (key[2] != SHARE, key))
            for _, code, unit in [key]
        ]
        shares = sum(section.unit == SHARE for section in made)
        return [
            replace(section, foot=0.0 if place < shares - 1 else FOOT) for place, section in enumerate(made)
        ]

    def _head(self, code: str) -> Writing:
        return write_down(ROOM, self.labels.indicator(code, self.lang))

    def _line(self, place: int, row: dict[str, Any], cell: Cell) -> Line:
        note = self.plans[place]
        value = joined(amount(cell, self.labels), unit_text(cell, self.labels, self.lang))
        due = self.labels.deadline(cell.deadline, self.lang) or held_text(row, self.labels, self.lang)
        scope = "" if cell.scope == GENERAL else self.labels.scope(cell.scope, self.lang)
        nation = value_text(row, self.labels, self.lang)
        listed = self.word("figures.comma").join(
            (
                when_text(row, self.labels, self.lang),
                document_text(row, self.labels, self.lang),
                row["national_grade"],
            )
        )
        return Line(
            row,
            cell,
            write_down(NAMES, note.name, aside=when(note, self.labels, self.lang)),
            write_down(OWN - 4, value, aside=due, note=scope),
            write_down(
                ROOM - NAMES - AXIS - OWN - 2 * GAP,
                nation,
                aside=listed + later_text(row, self.labels, self.lang),
            ),
        )

    def points(self) -> dict[str, list[float]]:
        """By indicator how many percentage points each compared share is from the national one."""
        found: dict[str, list[float]] = {}
        for row in records(self.national):
            if row["relation"] == Relation.COMPARED and row["unit"] == SHARE:
                ends = float(row["distance_low"]), float(row["distance_high"])
                found.setdefault(row["indicator"], []).append(min(ends, key=abs))
        return {code: found[code] for code in self.labels.indicators if code in found}

    def distances(self) -> Chart:
        """One page for many plans: every compared share at its distance from the national one."""
        points = self.points()
        names = [Name(code, self.labels.indicator(code, self.lang)) for code in points]
        panel = distance_panel(names, points)
        shares = self.national[self.national["unit"] == SHARE]
        compared = shares[(shares["relation"] == Relation.COMPARED) & shares["indicator"].isin(list(points))]
        title = headlines.of_national(self.national, self.labels, self.lang)
        all_compared = int((self.national["relation"] == Relation.COMPARED).sum())
        notes = [self.word("figures.national_grade_note"), self._left_out(), self.without]
        if all_compared > len(compared):
            notes.append(self.word("figures.national_other_units", count=all_compared - len(compared)))
        sentences = " ".join(
            self.word("figures.alt_indicator", indicator=name.name, values=len(points[name.key]))
            for name in names
        )
        rows = records(compared)
        cited = set(compared["plan_id"])
        sources = (
            source_line([note for note in self.plans if note.plan_id in cited], self.labels, self.lang),
            documents(rows, self.labels, self.lang),
        )
        caption = Caption(
            title=title or self.word("figures.national_title"),
            subtitle=self.word("figures.national_distances"),
            notes=(" ".join(filter(None, notes)),),
            source=" ".join(filter(None, sources)),
            alt=self.word("figures.national_alt", title=title, indicators=sentences),
        )
        data = pd.DataFrame([self._datum(row) for row in rows])
        page = open_page(NAME, surround(caption, NO_KEY, self.labels, self.lang), panel.height, data)
        draw_distances(page, panel, points, self.word("figures.points"))
        return page.chart

    def surround(self, sections: Sequence[Section], number: int, count: int) -> Surround:
        lines = [line for section in sections for line in section.lines]
        title = headlines.of_national(self.national, self.labels, self.lang)
        title = titled(title or self.word("figures.national_title"), number, count, self.labels, self.lang)
        notes = [self.word("figures.national_grade_note")]
        if any(not line.cell.deadline for line in lines):
            notes.insert(0, self.word("figures.national_undated_note"))
        notes += [self._left_out(), self.without]
        cited = {line.row["plan_id"] for line in lines}
        sources = (
            source_line([note for note in self.plans if note.plan_id in cited], self.labels, self.lang),
            documents([line.row for line in lines], self.labels, self.lang),
        )
        alt_parts = " ".join(map(self._alt_text, sections))
        caption = Caption(
            title=title,
            subtitle=self.word("figures.national_scope"),
            notes=(" ".join(filter(None, notes)),),
            source=" ".join(filter(None, sources)),
            alt=self.word("figures.national_alt", title=title, indicators=alt_parts),
        )
        return surround(caption, Key.of(line.cell for line in lines), self.labels, self.lang)

    def _left_out(self) -> str:
        """How many values that have a national one are not drawn, and why."""
        why = Counter(self.national["relation"])
        reasons = self.word("figures.list_separator").join(
            f"{self.word(f'figures.relation_{relation}')} {why[relation]}"
            for relation in Relation
            if why[relation] and relation not in (Relation.COMPARED, Relation.SILENT)
        )
        count = why.total() - why[Relation.COMPARED] - why[Relation.SILENT]
        return self.word("figures.national_left_out", count=count, reasons=reasons) if reasons else ""

    def _alt_text(self, section: Section) -> str:
        names = {note.plan_id: note.name for note in self.plans}
        listed = self.word("figures.source_separator").join(
            self.word("figures.alt_value", plan=names[line.cell.plan_id], value=self._said(line))
            for line in section.lines
        )
        name = self.labels.indicator(section.code, self.lang)
        return self.word("figures.alt_indicator", indicator=name, values=listed)

    def _said(self, line: Line) -> str:
        parts = (sentence(line.cell, self.labels, self.lang), relation_text(line.row, self.labels, self.lang))
        return self.word("figures.comma").join(parts)

    def chart(self, sections: Sequence[Section], number: int, count: int) -> Chart:
        data = pd.DataFrame([self._datum(line.row) for section in sections for line in section.lines])
        body = measuring.height(1, SIZE_NOTE) + sum(section.height for section in sections)
        page = open_page(named(NAME, number, count), self.surround(sections, number, count), body, data)
        for left, key in ((AXIS + GAP, "own"), (AXIS + GAP + OWN, "nation")):
            page.write(
                MARGIN + NAMES + GAP + left,
                page.top,
                [self.word(f"figures.national_{key}")],
                SIZE_NOTE,
                MUTED,
            )
        y = page.top + measuring.height(1, SIZE_NOTE)
        for section in sections:
            self._draw(page, section, y)
            y += section.height
        return page.chart

    def _datum(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row of the table, readable without the figure."""
        note = next(note for note in self.plans if note.plan_id == row["plan_id"])
        return {
            "region": note.name,
            "document_number": note.document_number,
            "indicator_label": self.labels.indicator(row["indicator"], self.lang),
            **row,
            "relation_label": self.word(f"figures.relation_{row['relation']}"),
        }

    def _draw(self, page: Page, section: Section, top: float) -> None:
        y = section.head.put(page, MARGIN, top + HEAD_GAP)
        page.rule(y, color=FAINT)
        left = MARGIN + NAMES + GAP
        height = sum(line.height for line in section.lines)
        axes = page.data_axes(left, y, AXIS, height)
        axes.set_ylim(height, 0)
        set_scale(axes, section.values, section.unit == SHARE, AXIS)
        bare(axes)
        if not section.foot:
            axes.set_xticklabels([])
        inner = 0.0
        for line in section.lines:
            middle = inner + line.height / 2
            own = left + AXIS + GAP
            for writing, x in ((line.name, MARGIN), (line.own, own), (line.other, own + OWN)):
                writing.put(page, x, y + middle - writing.height / 2)
            value = float(line.row["national_value"])
            reach = min(line.height / 2 - 1, 6.0)
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
            # Earlier steps of the plan have national values of their own.
            draw_value(axes, replace(line.cell, path=()), middle)
            inner += line.height


def _by_place(one: tuple[int, dict[str, Any], Cell]) -> tuple[int, str]:
    return one[0], one[2].row
