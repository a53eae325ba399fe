"""The comparison of one topic on one page: what every plan says in every row, and what it does not say.

A row is an indicator at a scope; further scopes stand below their indicator. Rows of indicators that one
plan alone states are listed below the grid: there is nothing to compare in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from compare.figures.content.cell_text import sentence
from compare.figures.content.plans_shown import PlanNote, source_line, when
from compare.figures.content.selection import (
    GENERAL,
    View,
    by_group,
    cells_behind,
    is_asked,
    row_note,
    row_text,
    scope_text,
    status_counts,
)
from compare.figures.drawing.cell_grid import PAD, Block, Entry, Head, draw_blocks, entry, paginate
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.page.frame import MARGIN, Key, Page, Surround, named, open_page, surround, titled
from compare.figures.drawing.style import MAX_HEIGHT, MUTED, SIZE_BODY, SIZE_NOTE, WIDTH, style
from compare.figures.drawing.text import measuring
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "matrix"
TABLES = ("comparison", "plans", "statements")

ROOM = WIDTH - 2 * MARGIN
# Up to this many plans stand side by side as columns; more of them become rows.
PLANS_AS_COLUMNS = 6
INDICATOR_COLUMNS = 4
PLAN_HEAD = 122.0
INDICATOR_HEAD = 122.0
WIDEST_COLUMN = 96.0
# Of more plans than this the rows are set closer.
ROOMY = 12
DENSE_PAD = 0.6
#: Units short enough to stand behind every value; others are named once, in the head.
SIGNS = ("%", "‰", "")


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of indicators: rows of the grid, rows that are listed, and how many there is no room for."""

    group: str
    grid: tuple[str, ...]
    listed: tuple[str, ...]
    left_out: int = 0


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """A chart for every topic on which at least two plans give a value."""
    view = View.of(tables["comparison"], tables["plans"], labels, lang, tables["statements"])
    shared = by_group(view, plans=2)
    with style():
        return tuple(
            chart
            for group, codes in by_group(view).items()
            if len({cell.plan_id for cell in view.about(codes) if cell.values}) > 1
            for chart in _charts(view, _topic(group, codes, shared.get(group, [])))
        )


def _topic(group: str, codes: Sequence[str], shared: Sequence[str]) -> Topic:
    return Topic(group, tuple(shared), tuple(code for code in codes if code not in set(shared)))


def _charts(view: View, topic: Topic) -> tuple[Chart, ...]:
    topic = _fitted(view, topic)
    blocks = _blocks(view, topic)
    draft = _surround(view, topic, view.plans, 1, 9)
    parts = paginate(blocks, MAX_HEIGHT - draft.above - draft.below) if blocks else [[]]
    return tuple(_chart(view, topic, part, number, len(parts)) for number, part in enumerate(parts, 1))


def _fitted(view: View, topic: Topic) -> Topic:
    """The topic with as many rows as fit on one page; facts and conditions go first, then what fewest plans
    state."""
    if len(view.plans) > PLANS_AS_COLUMNS:
        topic = replace(topic, listed=(), left_out=len(topic.listed))
    while len(topic.grid) + len(topic.listed) > 1 and not _fits(view, topic):
        if topic.listed:
            topic = replace(topic, listed=topic.listed[:-1], left_out=topic.left_out + 1)
        else:
            few = min(
                reversed(topic.grid), key=lambda code: (is_asked(view.rows[code]), view.rows[code].plans)
            )
            kept = tuple(code for code in topic.grid if code != few)
            if not kept or len(topic.grid) <= INDICATOR_COLUMNS:
                return topic
            topic = replace(topic, grid=kept, left_out=topic.left_out + 1)
    return topic


def _fits(view: View, topic: Topic) -> bool:
    around = _surround(view, topic, view.plans, 1, 1)
    return around.above + _body(view, topic) + around.below <= MAX_HEIGHT


def _body(view: View, topic: Topic) -> float:
    return sum(block.height for block in _blocks(view, topic)) + _list_height(view, topic)


def _chart(view: View, topic: Topic, blocks: Sequence[Block], number: int, count: int) -> Chart:
    in_grid = [item.cell for block in blocks for row in block.entries for item in row if item]
    last = number == count
    listed = [cell for cell in view.about(topic.listed) if cell.values] if last else []
    drawn = [(cell.plan_id, cell.row) for cell in (*in_grid, *listed)]
    plans = [plan for plan in view.plans if plan.plan_id in {plan_id for plan_id, _ in drawn}]
    page = open_page(
        named(f"{NAME}-{topic.group}", number, count),
        _surround(view, topic, plans, number, count),
        sum(block.height for block in blocks) + (_list_height(view, topic) if last else 0.0),
        cells_behind(view, drawn),
    )
    draw_blocks(page, blocks)
    if last:
        _draw_list(page, view, topic, page.top + sum(block.height for block in blocks))
    return page.chart


def _surround(view: View, topic: Topic, plans: Sequence[PlanNote], number: int, count: int) -> Surround:
    cells = view.about(topic.grid)
    subject = view.labels.group(topic.group, view.lang)
    found = headlines.of_single(view.table, topic.group, view.labels, view.lang)
    title = found or view.word("figures.matrix_title", subject=subject)
    notes = [view.word("figures.not_zero"), view.word("figures.deadline_note")]
    if found and not all(is_asked(view.rows[code]) for code in (*topic.grid, *topic.listed)):
        notes.append(view.word("figures.named_uncounted"))
    if topic.left_out:
        notes.append(view.word("figures.rows_left_out", count=topic.left_out))
    caption = Caption(
        title=titled(title, number, count, view.labels, view.lang),
        subtitle=view.word("figures.scope_unless_said", scope=view.labels.scope(GENERAL, view.lang)),
        notes=(" ".join(notes),),
        source=source_line(plans, view.labels, view.lang),
        alt=view.word(
            "figures.matrix_alt",
            title=title,
            plans=len(plans),
            rows=len(topic.grid) + len(topic.listed),
            statuses=status_counts(cells, view),
        ),
    )
    return surround(caption, Key.of(cells), view.labels, view.lang)


# --- the grid -----------------------------------------------------------------------------------------


def _blocks(view: View, topic: Topic) -> list[Block]:
    if not topic.grid:
        return []
    if len(view.plans) <= PLANS_AS_COLUMNS:
        return [_plans_across(view, topic)]
    return list(_plans_down(view, topic))


def _plans_across(view: View, topic: Topic) -> Block:
    """Plans as columns."""
    column = min(WIDEST_COLUMN, (ROOM - INDICATOR_HEAD) / max(1, len(view.plans)))
    return Block(
        title=view.word("figures.matrix_shared"),
        rows=tuple(_row_heads(view, topic.grid)),
        columns=_plan_heads(view, beside=False),
        entries=tuple(tuple(_entries(view, code, in_words=True)) for code in topic.grid),
        row_head_width=ROOM - column * len(view.plans),
        column_width=column,
    )


def _plans_down(view: View, topic: Topic) -> Iterator[Block]:
    """Plans as rows of the chart, a block for every few rows of the comparison."""
    heads = _plan_heads(view, beside=True)
    for start in range(0, len(topic.grid), INDICATOR_COLUMNS):
        part = topic.grid[start : start + INDICATOR_COLUMNS]
        yield Block(
            title=view.labels.group(topic.group, view.lang),
            rows=heads,
            columns=tuple(_head_with_unit(view, code) for code in part),
            entries=tuple(zip(*(_entries(view, code, in_words=False) for code in part), strict=True)),
            row_head_width=PLAN_HEAD,
            column_width=(ROOM - PLAN_HEAD) / INDICATOR_COLUMNS,
            pad=PAD if len(view.plans) <= ROOMY else DENSE_PAD,
        )


def _plan_heads(view: View, beside: bool) -> tuple[Head, ...]:
    """Plans with the years they cover, ``beside`` the name where there is room or below it."""
    years = [when(plan, view.labels, view.lang) for plan in view.plans]
    return tuple(
        Head(plan.plan_id, plan.name, aside=year) if beside else Head(plan.plan_id, plan.name, note=year)
        for plan, year in zip(view.plans, years, strict=True)
    )


def _row_head(view: View, code: str) -> Head:
    """The indicator of a row with the row's scope, where that is not the general one."""
    row = view.rows[code]
    name = view.labels.indicator(row.indicator, view.lang)
    return Head(code, name, note=row_note(row, view.labels, view.lang), again=name)


def _head_with_unit(view: View, code: str) -> Head:
    head, unit = _row_head(view, code), _unit_of(view, code)
    return replace(head, note=" · ".join(filter(None, (head.note, unit))))


def _unit_of(view: View, code: str) -> str:
    """The unit of all values of a row where it is too long to stand behind each; "" otherwise."""
    units = {cell.unit for cell in view.about([code]) if cell.values}
    name = view.labels.unit(min(units), view.lang) if len(units) == 1 else ""
    return "" if name in SIGNS else name


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
        deadline = view.labels.deadline(cell.deadline, view.lang) if in_words else cell.deadline
        written = entry(cell, deadline, view)
        # In a narrow column the unit stands in the head.
        entries.append(written if in_words or not _unit_of(view, code) else replace(written, unit=""))
    return entries


# --- the list -------------------------------------------------------------------------------------------


def _list(view: View, topic: Topic) -> list[tuple[str, list[str]]]:
    """Of each plan the rows that it alone states: its name, and lines of text."""
    separator = view.word("figures.source_separator")
    found = []
    for plan in view.plans:
        cells = [view.cells.get((plan.plan_id, code)) for code in topic.listed]
        sentences = [
            view.word(
                "figures.row_value",
                row=row_text(view.rows[cell.row], view.labels, view.lang),
                value=sentence(cell, view.labels, view.lang),
            )
            for cell in cells
            if cell and cell.values
        ]
        if sentences:
            found.append(
                (plan.name, measuring.wrap(separator.join(sentences), SIZE_BODY, ROOM - INDICATOR_HEAD))
            )
    return found


def _list_height(view: View, topic: Topic) -> float:
    found = _list(view, topic)
    if not found:
        return 0.0
    lines = sum(measuring.height(len(_row_lines(name, lines)), SIZE_BODY) + PAD for name, lines in found)
    return measuring.height(1, SIZE_NOTE) + PAD + lines


def _row_lines(name: str, lines: Sequence[str]) -> Sequence[str]:
    """The taller of the name, as it is broken, and the text."""
    return max((measuring.wrap(name, SIZE_BODY, INDICATOR_HEAD - PAD), lines), key=len)


def _draw_list(page: Page, view: View, topic: Topic, top: float) -> None:
    found = _list(view, topic)
    if not found:
        return
    y = page.write(MARGIN, top, [view.word("figures.matrix_alone")], SIZE_NOTE, MUTED) + PAD
    for name, lines in found:
        page.write(MARGIN, y, measuring.wrap(name, SIZE_BODY, INDICATOR_HEAD - PAD), SIZE_BODY)
        page.write(MARGIN + INDICATOR_HEAD, y, lines, SIZE_BODY)
        y += measuring.height(len(_row_lines(name, lines)), SIZE_BODY) + PAD
        page.rule(y - PAD / 2)
