"""The comparison matrix: what every plan says in every row, and what it does not say.

A row is an indicator at a scope; further scopes stand below their indicator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from compare.figures.content.cell_text import deadline_text
from compare.figures.content.plans_shown import source_line
from compare.figures.content.selection import (
    GENERAL,
    View,
    by_group,
    cells_behind,
    groups_named,
    row_note,
    scope_text,
    status_counts,
)
from compare.figures.drawing.cell_grid import Block, Entry, Head, draw_blocks, entry, paginate
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Surround, open_page, surround
from compare.figures.drawing.style import MAX_HEIGHT, WIDTH, style
from compare.tables.labels import Labels, Lang

NAME = "matrix"

ROOM = WIDTH - 2 * MARGIN
# Up to this many plans stand side by side as columns; more of them become rows.
PLANS_AS_COLUMNS = 6
INDICATOR_COLUMNS = 4
PLAN_HEAD = 98.0
INDICATOR_HEAD = 122.0
WIDEST_COLUMN = 96.0


def draw(
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    groups: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> Chart:
    """The whole matrix, or that of ``groups``, as one chart as tall as it needs to be."""
    return _charts(View.of(comparison, plans, labels, lang, statements), groups, float("inf"))[0]


def pages(
    comparison: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    groups: Sequence[str] | None = None,
    statements: pd.DataFrame | None = None,
) -> tuple[Chart, ...]:
    """The matrix in charts that each fit a page of a report; none where nothing is stated."""
    charts = _charts(View.of(comparison, plans, labels, lang, statements), groups, MAX_HEIGHT)
    return tuple(chart for chart in charts if len(chart.data))


def _charts(view: View, groups: Sequence[str] | None, height: float) -> tuple[Chart, ...]:
    chosen = by_group(view, groups)
    codes = [code for group in chosen.values() for code in group]
    unstated = {row.indicator for row in view.rows.values()} - {view.rows[code].indicator for code in codes}
    if groups is not None:
        unstated = {code for code in unstated if view.labels.group_of.get(code) in groups}
    with style():
        everything = [(plan.plan_id, code) for code in codes for plan in view.plans]
        draft = _surround(view, everything, len(unstated))
        parts = paginate(_blocks(view, chosen), height - draft.above - draft.below)
        numbered = enumerate(parts or [[]], 1)
        return tuple(_chart(view, part, len(unstated), i, len(parts)) for i, part in numbered)


def _chart(view: View, blocks: Sequence[Block], unstated: int, number: int, count: int) -> Chart:
    drawn = [
        (entry.cell.plan_id, entry.cell.row)
        for block in blocks
        for row in block.entries
        for entry in row
        if entry
    ]
    shown = view.only(plan_id for plan_id, _ in drawn)
    around = _surround(shown, drawn, unstated, number, count)
    name = NAME if count == 1 else f"{NAME}-{number}"
    page = open_page(name, around, sum(block.height for block in blocks), cells_behind(shown, drawn))
    draw_blocks(page, blocks)
    return page.chart


def _surround(
    view: View, drawn: Sequence[tuple[str, str]], unstated: int, number: int = 1, count: int = 1
) -> Surround:
    cells = view.cells_of(drawn)
    codes = list(dict.fromkeys(code for _, code in drawn))
    title = view.word("figures.matrix_title", subject=groups_named(codes, view))
    if count > 1:
        title += view.word("figures.page", page=number, pages=count)
    notes = [view.word("figures.not_zero"), view.word("figures.deadline_note")]
    if unstated:
        notes.append(view.word("figures.unstated_note", count=unstated))
    caption = Caption(
        title=title,
        subtitle=view.word("figures.scope_unless_said", scope=view.labels.scope(GENERAL, view.lang)),
        notes=(" ".join(notes),),
        source=source_line(view.plans, view.labels, view.lang),
        alt=view.word(
            "figures.matrix_alt",
            title=title,
            plans=len(view.plans),
            rows=len(codes),
            statuses=status_counts(cells, view),
        ),
    )
    return surround(caption, Key.of(cells), view.labels, view.lang)


def _blocks(view: View, chosen: dict[str, list[str]]) -> list[Block]:
    if len(view.plans) <= PLANS_AS_COLUMNS:
        return _plans_across(view, chosen)
    return _plans_down(view, chosen)


def _plans_across(view: View, chosen: dict[str, list[str]]) -> list[Block]:
    """Plans as columns, one block of rows per group; the heads stand above the first."""
    column = min(WIDEST_COLUMN, (ROOM - INDICATOR_HEAD) / max(1, len(view.plans)))
    return [
        Block(
            title=view.labels.group(group, view.lang),
            rows=tuple(_row_heads(view, codes)),
            columns=_plan_heads(view, beside=False),
            entries=tuple(tuple(_entries(view, code, in_words=True)) for code in codes),
            row_head_width=ROOM - column * len(view.plans),
            column_width=column,
            heads_shown=index == 0,
        )
        for index, (group, codes) in enumerate(chosen.items())
    ]


def _plans_down(view: View, chosen: dict[str, list[str]]) -> list[Block]:
    """Plans as rows of the chart, a block for every few rows of the comparison."""
    heads = _plan_heads(view, beside=True)
    blocks: list[Block] = []
    for group, codes in chosen.items():
        for start in range(0, len(codes), INDICATOR_COLUMNS):
            part = codes[start : start + INDICATOR_COLUMNS]
            blocks.append(
                Block(
                    title=view.labels.group(group, view.lang),
                    rows=heads,
                    columns=tuple(_row_head(view, code) for code in part),
                    entries=tuple(zip(*(_entries(view, code, in_words=False) for code in part), strict=True)),
                    row_head_width=PLAN_HEAD,
                    column_width=(ROOM - PLAN_HEAD) / INDICATOR_COLUMNS,
                )
            )
    return blocks


def _plan_heads(view: View, beside: bool) -> tuple[Head, ...]:
    """Plans with their year, ``beside`` the name where there is room or below it."""
    years = [plan.year or view.word("figures.undated") for plan in view.plans]
    return tuple(
        Head(plan.plan_id, plan.name, aside=year) if beside else Head(plan.plan_id, plan.name, note=year)
        for plan, year in zip(view.plans, years, strict=True)
    )


def _row_head(view: View, code: str) -> Head:
    """The indicator of a row with the row's scope, where that is not the general one."""
    row = view.rows[code]
    name = view.labels.indicator(row.indicator, view.lang)
    return Head(code, name, note=row_note(row, view.labels, view.lang), again=name)


def _row_heads(view: View, codes: Sequence[str]) -> Iterator[Head]:
    """Heads of rows below each other: an indicator is named once, above its further scopes."""
    last = ""
    for code in codes:
        row, head = view.rows[code], _row_head(view, code)
        if row.indicator == last:
            head = replace(head, text="", note=scope_text(row, view.labels, view.lang))
        yield head
        last = row.indicator


def _entries(view: View, code: str, in_words: bool) -> list[Entry | None]:
    """The entries of a row, one for each plan in order; deadlines ``in_words`` or as ISO 8601."""
    entries: list[Entry | None] = []
    for plan in view.plans:
        cell = view.cells.get((plan.plan_id, code))
        if cell is None:
            entries.append(None)
            continue
        deadline = deadline_text(cell.deadline, view.labels, view.lang) if in_words else cell.deadline
        entries.append(entry(cell, deadline, view))
    return entries
