"""Which departments the plans name for their tasks: a heat map of functions by plans.

The tint is the share of a plan's tasks that name the department, so that long and short plans can
be compared; the number is how many, and how many of them it leads. A task is a passage that
names at least one department.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pandas as pd
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import Rectangle

from compare.figures.content.plans_shown import PlanNote, source_line
from compare.figures.content.task_counts import Counts, Tasks, count_tasks
from compare.figures.drawing import text_width
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Page, Surround, open_page, surround
from compare.figures.drawing.marks import draw_status
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import (
    ACCENT,
    INK,
    MAX_HEIGHT,
    PAPER,
    SIZE_BODY,
    SIZE_NOTE,
    WIDTH,
    style,
)
from compare.model import Status
from compare.tables.labels import Labels, Lang

NAME = "responsibilities"

HEADS = 150.0
ROOM = WIDTH - 2 * MARGIN - HEADS
WIDEST = 64.0
# Columns narrower than this have no room for names side by side: those are set upright.
UPRIGHT = 44.0
# Columns narrower than this have no room for numbers: the tint alone is drawn.
NUMBERED = 18.0
ROW = 14.0
PAD = 2.0
MOST_DEPARTMENTS = 30
ACROSS = 24

# From paper to the accent; on darker tints the numbers are white.
TINTS = LinearSegmentedColormap.from_list("tasks", [PAPER, ACCENT])
DARK = 0.55


def draw(responsibilities: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> Chart:
    """The most widely named departments by plan, as one chart; plans that name none are left out.

    Raises ``ValueError`` if no plan names any.
    """
    charts = _charts(responsibilities, plans, labels, lang, across=len(plans), height=float("inf"))
    if not charts:
        raise ValueError("no plan names a department; see the table responsibilities")
    return charts[0]


def pages(
    responsibilities: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> tuple[Chart, ...]:
    """The same in charts that fit a page; none where no plan names a department."""
    return _charts(responsibilities, plans, labels, lang, across=ACROSS, height=MAX_HEIGHT)


def _charts(
    responsibilities: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang,
    across: int,
    height: float,
) -> tuple[Chart, ...]:
    counts = count_tasks(responsibilities, plans, labels, lang, MOST_DEPARTMENTS)
    parts = [counts.plans[start : start + across] for start in range(0, len(counts.plans), max(across, 1))]
    undated = labels.word("figures.undated", lang)
    with style():
        # Every page has the same departments: as many as fit on each of them.
        drafts = [_surround(counts, part, 1, len(parts), labels, lang) for part in parts]
        heads = [_top(part, _column(part), undated) for part in parts]
        taken = [draft.above + draft.below + head for draft, head in zip(drafts, heads, strict=True)]
        fitting = counts.first(_fitting(_names(counts, labels, lang), height - max(taken, default=0.0)))
        return tuple(
            _chart(fitting, part, number, len(parts), labels, lang) for number, part in enumerate(parts, 1)
        )


def _names(counts: Counts, labels: Labels, lang: Lang) -> list[Writing]:
    return [write_down(HEADS - 8, labels.department(code, lang)) for code in counts.departments]


def _row(name: Writing) -> float:
    return max(ROW, name.height + 2 * PAD)


def _fitting(names: Sequence[Writing], room: float) -> int:
    """How many rows fit into ``room`` points, at least one."""
    heights = itertools.accumulate(_row(name) for name in names)
    return max(1, sum(height <= room for height in heights))


def _column(plans: Sequence[PlanNote]) -> float:
    return min(WIDEST, ROOM / len(plans))


def _chart(
    counts: Counts, plans: Sequence[PlanNote], number: int, count: int, labels: Labels, lang: Lang
) -> Chart:
    around = _surround(counts, plans, number, count, labels, lang)
    column = _column(plans)
    undated = labels.word("figures.undated", lang)
    names = _names(counts, labels, lang)
    top = _top(plans, column, undated)
    page = open_page(
        NAME if count == 1 else f"{NAME}-{number}",
        around,
        top + sum(_row(name) for name in names),
        _behind(counts, plans, labels, lang),
    )
    _draw_heads(page, plans, column, top, undated)
    y = page.top + top
    for code, name in zip(counts.departments, names, strict=True):
        row = _row(name)
        name.put(page, MARGIN, y + (row - name.height) / 2)
        for index, plan in enumerate(plans):
            _draw_cell(page, counts, code, plan, (MARGIN + HEADS + index * column, y, column, row))
        y += row
        page.rule(y, right=MARGIN + HEADS + column * len(plans))
    return page.chart


def _surround(
    counts: Counts, plans: Sequence[PlanNote], number: int, count: int, labels: Labels, lang: Lang
) -> Surround:
    title = labels.word("figures.responsibilities_title", lang)
    if count > 1:
        title += labels.word("figures.page", lang, page=number, pages=count)
    notes = [labels.word("figures.responsibilities_note", lang)]
    if counts.others:
        notes.append(labels.word("figures.responsibilities_others", lang, count=counts.others))
    alt_parts = [
        labels.word(
            "figures.alt_indicator",
            lang,
            indicator=labels.department(code, lang),
            values=labels.word("figures.source_separator", lang).join(
                labels.word(
                    "figures.alt_value", lang, plan=plan.name, value=counts.tasks(code, plan.plan_id).named
                )
                for plan in plans
            ),
        )
        for code in counts.departments
    ]
    caption = Caption(
        title=title,
        subtitle=labels.word("figures.responsibilities_scope", lang),
        notes=(" ".join(notes),),
        source=source_line(plans, labels, lang),
        alt=labels.word("figures.responsibilities_alt", lang, title=title, departments=" ".join(alt_parts)),
    )
    fragments = any(
        not plan.complete and (code, plan.plan_id) not in counts.cells
        for plan in plans
        for code in counts.departments
    )
    key = Key((), (Status.SOURCE_INCOMPLETE,) if fragments else ())
    return surround(caption, key, labels, lang)


def _behind(counts: Counts, plans: Sequence[PlanNote], labels: Labels, lang: Lang) -> pd.DataFrame:
    """One row per department and plan drawn: plan_id, region, department, tasks, led, share (of tasks)."""
    rows = [
        {
            "plan_id": plan.plan_id,
            "region": plan.name,
            "document_number": plan.document_number,
            "year": plan.year,
            "department": code,
            "department_label": labels.department(code, lang),
            "tasks": counts.tasks(code, plan.plan_id).named,
            "led": counts.tasks(code, plan.plan_id).led,
            "tasks_of_plan": counts.totals[plan.plan_id],
            "share": round(counts.share(code, plan.plan_id), 4),
        }
        for code in counts.departments
        for plan in plans
    ]
    return pd.DataFrame(rows)


def _top(plans: Sequence[PlanNote], column: float, undated: str) -> float:
    """Height of the names above the columns."""
    if column >= UPRIGHT:
        return max(_head(plan, column, undated).height for plan in plans) + 2 * PAD
    return max(text_width.width(_label(plan), SIZE_NOTE) for plan in plans) + 2 * PAD


def _label(plan: PlanNote) -> str:
    return f"{plan.name} {plan.year}".strip()


def _head(plan: PlanNote, column: float, undated: str) -> Writing:
    return write_down(column - 2 * PAD, plan.name, note=plan.year or undated)


def _draw_heads(page: Page, plans: Sequence[PlanNote], column: float, top: float, undated: str) -> None:
    bottom = page.top + top - PAD
    for index, plan in enumerate(plans):
        left = MARGIN + HEADS + index * column
        if column >= UPRIGHT:
            head = _head(plan, column, undated)
            head.put(page, left + PAD, bottom - head.height)
        else:
            page.axes.text(
                left + column / 2,
                bottom,
                _label(plan),
                fontsize=SIZE_NOTE,
                rotation=90,
                ha="center",
                va="bottom",
            )
    page.rule(page.top + top, right=MARGIN + HEADS + column * len(plans))


def _draw_cell(
    page: Page, counts: Counts, code: str, plan: PlanNote, box: tuple[float, float, float, float]
) -> None:
    """Tint and number of a cell. A department that a plan does not name leaves the paper bare; of a
    fragment that proves nothing, and the cell is marked so.
    """
    left, top, width, height = box
    inside = (left + 0.75, top + 0.75, width - 1.5, height - 1.5)
    cell = counts.cells.get((code, plan.plan_id))
    if cell is None:
        if not plan.complete:
            draw_status(page.axes, inside, Status.SOURCE_INCOMPLETE)
        return
    share = counts.share(code, plan.plan_id)
    page.axes.add_patch(Rectangle(inside[:2], *inside[2:], facecolor=_tint(share), linewidth=0))
    if width < NUMBERED:
        return
    color = PAPER if share > DARK else INK
    y = top + (height - text_width.height(1, SIZE_BODY)) / 2
    page.write(left + width / 2, y, [_number(cell, width)], SIZE_BODY, color, align="center")


def _number(cell: Tasks, width: float) -> str:
    """Tasks and, where there is room, how many of them are led: 12 (5)."""
    both = f"{cell.named} ({cell.led})"
    return both if cell.led and text_width.width(both, SIZE_BODY) + 2 * PAD < width else str(cell.named)


def _tint(share: float) -> str:
    # Even a rare department is told from one that is not named.
    return to_hex(TINTS(0.12 + 0.88 * share))
