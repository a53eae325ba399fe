"""What a plan asks of each area inside its region, one panel for each quantity, with the totals.

Bars are comparable within a panel only: quantities have different units. A cell that holds no
number (``/`` or a blank) has no bar and no 0; it carries the mark of its status instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import deadline_text, text_of
from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import Key, Page, Surround, open_page, surround
from compare.figures.drawing.marks import draw_status
from compare.figures.drawing.panels import Name, Strip, draw_strip, make_strips, paginate
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import ACCENT, FAINT, MAX_HEIGHT, style
from compare.model import Status
from compare.tables.labels import Labels, Lang, format_number

NAME = "allocations"

ACROSS = 3
WORDS = 40.0
FOOT = 4.0
BAR = 7.0
LEAST_BAR = 1.0
SWATCH = 8.0
# The key of the row of totals: no area is called that.
TOTAL = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A quantity: value (None if there is none) and status of each area; the stated total is ``TOTAL``."""

    code: str
    unit: str
    deadline: str
    values: dict[str, float | None]
    statuses: dict[str, Status]

    @property
    def summed(self) -> float:
        return sum(value for area, value in self.values.items() if area != TOTAL and value is not None)

    @property
    def largest(self) -> float:
        return max((value or 0.0 for area, value in self.values.items() if area != TOTAL), default=0.0)


def draw(
    allocations: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang = "zh",
    plan_id: str | None = None,
) -> Chart:
    """The allocations of one plan (the first that has any) as one chart as tall as it needs to be.

    Raises ``ValueError`` if the plan allocates nothing.
    """
    rows = allocations if plan_id is None else allocations[allocations["plan_id"] == plan_id]
    if rows.empty:
        raise ValueError(f"no allocations by area: {plan_id or 'all plans'}; see the table allocations")
    return _charts(rows[rows["plan_id"] == rows["plan_id"].iloc[0]], plans, labels, lang, float("inf"))[0]


def pages(
    allocations: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> tuple[Chart, ...]:
    """A chart for every plan that allocates quantities to areas, on as many pages as it needs."""
    by_plan = allocations.groupby("plan_id", sort=False)
    return tuple(chart for _, rows in by_plan for chart in _charts(rows, plans, labels, lang, MAX_HEIGHT))


def _charts(
    rows: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, height: float
) -> list[Chart]:
    note = plan_notes(plans, rows["plan_id"], labels, lang)[0]
    plan = plans.loc[plans["plan_id"] == note.plan_id].iloc[0]
    panels = _panels(rows)
    with style():
        draft = _surround(note, text_of(plan["title"]), panels, labels, lang)
        parts = paginate(_strips(rows, panels, labels, lang), height - draft.above - draft.below)
        charts: list[Chart] = []
        for number, part in enumerate(parts, 1):
            shown = [panel for strip in part for panel in strip.panels]
            around = _surround(note, text_of(plan["title"]), shown, labels, lang, number, len(parts))
            name = f"{NAME}-{note.plan_id}" + (f"-{number}" if len(parts) > 1 else "")
            page = open_page(
                name, around, sum(strip.height for strip in part), _behind(rows, part, note, labels, lang)
            )
            y = page.top
            for strip in part:
                _draw_strip(page, strip, y)
                y += strip.height
            charts.append(page.chart)
        return charts


def _panels(rows: pd.DataFrame) -> list[Panel]:
    """One panel for each indicator, unit and deadline, in the order of the document."""
    panels: list[Panel] = []
    ordered = rows.sort_values("start", kind="stable")
    for (code, unit, deadline), part in ordered.fillna({"unit": "", "deadline": ""}).groupby(
        ["indicator", "unit", "deadline"], sort=False
    ):
        values: dict[str, float | None] = {}
        statuses: dict[str, Status] = {}
        for row in part.to_dict("records"):
            key = TOTAL if row["is_total"] else row["area"]
            values[key] = None if pd.isna(row["value"]) else float(row["value"])
            statuses[key] = Status(row["status"])
        panels.append(Panel(str(code), str(unit), str(deadline), values, statuses))
    return panels


def _strips(rows: pd.DataFrame, panels: Sequence[Panel], labels: Labels, lang: Lang) -> list[Strip[Panel]]:
    """Areas in the order of the document, the totals last."""
    ordered = rows.sort_values("start", kind="stable")
    names = [
        Name(area, area) for area in dict.fromkeys(ordered.loc[~ordered["is_total"].astype(bool), "area"])
    ]
    if any(TOTAL in panel.values for panel in panels):
        names.append(Name(TOTAL, labels.word("figures.total", lang)))
    return make_strips(
        panels,
        names,
        head=lambda panel, width: _head(panel, width, labels, lang),
        words=lambda panel, area: _words(panel, area, labels, lang),
        across=ACROSS,
        words_width=WORDS,
        foot=FOOT,
    )


def _head(panel: Panel, width: float, labels: Labels, lang: Lang) -> Writing:
    unit = labels.word("figures.unit_is", lang, unit=labels.unit(panel.unit, lang))
    deadline = deadline_text(panel.deadline, labels, lang)
    note = labels.word("figures.comma", lang).join(filter(None, (unit, deadline)))
    return write_down(width, labels.indicator(panel.code, lang), note=note)


def _words(panel: Panel, area: str, labels: Labels, lang: Lang) -> Writing:
    """The value in figures; under a total that its rows do not add up to, what they add up to."""
    value = panel.values.get(area)
    if value is None:
        return Writing()
    note = ""
    if area == TOTAL and abs(value - panel.summed) > 1e-6:
        note = labels.word("figures.rows_sum_to", lang, total=format_number(panel.summed))
    return write_down(WORDS, format_number(value), note=note)


def _draw_strip(page: Page, strip: Strip[Panel], top: float) -> None:
    first = draw_strip(page, strip, top)
    for index, panel in enumerate(strip.panels):
        axes = page.data_axes(strip.left(index), first, strip.axis_width, strip.rows_height)
        axes.set_ylim(strip.rows_height, 0)
        axes.set_xlim(0, panel.largest or 1.0)
        axes.axis("off")
        axes.plot([0, 0], [0, strip.rows_height], color=FAINT, linewidth=0.6, clip_on=False)
        y = 0.0
        for row in strip.rows:
            middle = y + row.height / 2
            value = panel.values.get(row.key)
            if row.key != TOTAL and value:
                # A small value still shows: it must not look like zero.
                least = panel.largest * LEAST_BAR / strip.axis_width
                axes.barh(middle, max(value, least), height=BAR, color=ACCENT, linewidth=0)
            status = panel.statuses.get(row.key)
            if status and value is None:
                box = (strip.words_left(index), first + middle - SWATCH / 2, SWATCH, SWATCH)
                draw_status(page.axes, box, status)
            y += row.height


def _surround(
    note: PlanNote,
    title: str,
    panels: Sequence[Panel],
    labels: Labels,
    lang: Lang,
    number: int = 1,
    count: int = 1,
) -> Surround:
    heading = labels.word("figures.allocations_title", lang, region=note.name)
    if count > 1:
        heading += labels.word("figures.page", lang, page=number, pages=count)
    alt_parts = [
        labels.word(
            "figures.alt_indicator",
            lang,
            indicator=labels.indicator(panel.code, lang),
            values=labels.word("figures.list_separator", lang).join(_alt_text(panel, labels, lang)),
        )
        for panel in panels
    ]
    caption = Caption(
        title=heading,
        subtitle=labels.word("figures.allocations_scope", lang, title=title or note.name),
        notes=(labels.word("figures.allocations_note", lang),),
        source=source_line([note], labels, lang),
        alt=labels.word("figures.allocations_alt", lang, title=heading, indicators=" ".join(alt_parts)),
    )
    missing = {
        status for panel in panels for area, status in panel.statuses.items() if panel.values[area] is None
    }
    return surround(caption, Key((), tuple(code for code in Status if code in missing)), labels, lang)


def _alt_text(panel: Panel, labels: Labels, lang: Lang) -> list[str]:
    return [
        labels.word(
            "figures.alt_value",
            lang,
            plan=labels.word("figures.total", lang) if area == TOTAL else area,
            value=labels.status(panel.statuses[area], lang) if value is None else format_number(value),
        )
        for area, value in panel.values.items()
    ]


def _behind(
    rows: pd.DataFrame, strips: Sequence[Strip[Panel]], note: PlanNote, labels: Labels, lang: Lang
) -> pd.DataFrame:
    """The rows of ``allocations`` drawn, with region, document_number, year and the labels of their codes."""
    codes = {panel.code for strip in strips for panel in strip.panels}
    keys = {row.key for strip in strips for row in strip.rows}
    total = rows["is_total"].astype(bool)
    shown = rows[rows["indicator"].isin(codes) & (rows["area"].isin(keys) | total)].reset_index(drop=True)
    front = pd.DataFrame(
        {
            "region": note.name,
            "document_number": note.document_number,
            "year": note.year,
            "indicator_label": [labels.indicator(code, lang) for code in shown["indicator"]],
            "unit_label": [labels.unit(unit, lang) for unit in shown["unit"].fillna("")],
        },
        index=shown.index,
    )
    return pd.concat([front, shown], axis=1)
