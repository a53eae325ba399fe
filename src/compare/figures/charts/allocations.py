"""What a plan asks of each area inside its region, one panel for each quantity, with the totals.

Bars are comparable within a panel only: quantities have different units. A cell that holds no
number (``/`` or a blank) has no bar and no 0; it carries the mark of its status instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.figures.content.plans_shown import PlanNote, left_out, plan_notes, source_line
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.marks import draw_status
from compare.figures.drawing.page.frame import Key, Page, Surround, named, open_page, surround, titled
from compare.figures.drawing.page.panels import Name, PanelRow, draw_panel_row, make_panel_rows, paginate
from compare.figures.drawing.style import ACCENT, FAINT, MAX_HEIGHT, style
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.model import Status
from compare.tables.words.labels import Labels, Lang, format_number

NAME = "allocations"
TABLES = ("allocations", "plans")

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


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """A chart for every plan that allocates quantities to areas, on as many pages as it needs."""
    by_plan = tables["allocations"].groupby("plan_id", sort=False)
    others = left_out(
        "figures.allocations_others", tables["plans"], tables["allocations"]["plan_id"], labels, lang
    )
    drawn = (_charts(rows, tables["plans"], others, labels, lang) for _, rows in by_plan)
    return tuple(chart for charts in drawn for chart in charts)


def _charts(rows: pd.DataFrame, plans: pd.DataFrame, others: str, labels: Labels, lang: Lang) -> list[Chart]:
    note = plan_notes(plans, rows["plan_id"], labels, lang)[0]
    plan = plans.loc[plans["plan_id"] == note.plan_id].iloc[0]
    panels = _panels(rows)
    with style():
        draft = _surround(note, text_of(plan["title"]), others, panels, labels, lang)
        parts = paginate(_panel_rows(rows, panels, labels, lang), MAX_HEIGHT - draft.above - draft.below)
        charts: list[Chart] = []
        for number, part in enumerate(parts, 1):
            shown = [panel for panel_row in part for panel in panel_row.panels]
            around = _surround(note, text_of(plan["title"]), others, shown, labels, lang, number, len(parts))
            name = named(f"{NAME}-{note.plan_id}", number, len(parts))
            page = open_page(
                name,
                around,
                sum(panel_row.height for panel_row in part),
                _behind(rows, part, note, labels, lang),
            )
            y = page.top
            for panel_row in part:
                _draw_panel_row(page, panel_row, y)
                y += panel_row.height
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


def _panel_rows(
    rows: pd.DataFrame, panels: Sequence[Panel], labels: Labels, lang: Lang
) -> list[PanelRow[Panel]]:
    """Areas in the order of the document, the totals last."""
    ordered = rows.sort_values("start", kind="stable")
    names = [
        Name(area, area) for area in dict.fromkeys(ordered.loc[~ordered["is_total"].astype(bool), "area"])
    ]
    if any(TOTAL in panel.values for panel in panels):
        names.append(Name(TOTAL, labels.word("figures.total", lang)))
    return make_panel_rows(
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
    deadline = labels.deadline(panel.deadline, lang)
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


def _draw_panel_row(page: Page, panel_row: PanelRow[Panel], top: float) -> None:
    first = draw_panel_row(page, panel_row, top)
    for index, panel in enumerate(panel_row.panels):
        axes = page.data_axes(panel_row.left(index), first, panel_row.axis_width, panel_row.lines_height)
        axes.set_ylim(panel_row.lines_height, 0)
        axes.set_xlim(0, panel.largest or 1.0)
        axes.axis("off")
        axes.plot([0, 0], [0, panel_row.lines_height], color=FAINT, linewidth=0.6, clip_on=False)
        y = 0.0
        for line in panel_row.lines:
            middle = y + line.height / 2
            value = panel.values.get(line.key)
            if line.key != TOTAL and value:
                # A small value still shows: it must not look like zero.
                least = panel.largest * LEAST_BAR / panel_row.axis_width
                axes.barh(middle, max(value, least), height=BAR, color=ACCENT, linewidth=0)
            status = panel.statuses.get(line.key)
            if status and value is None:
                box = (panel_row.words_left(index), first + middle - SWATCH / 2, SWATCH, SWATCH)
                draw_status(page.axes, box, status)
            y += line.height


def _surround(
    note: PlanNote,
    title: str,
    others: str,
    panels: Sequence[Panel],
    labels: Labels,
    lang: Lang,
    number: int = 1,
    count: int = 1,
) -> Surround:
    heading = labels.word("figures.allocations_title", lang, region=note.name)
    heading = titled(heading, number, count, labels, lang)
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
        notes=(" ".join(filter(None, (labels.word("figures.allocations_note", lang), others))),),
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
    rows: pd.DataFrame, panel_rows: Sequence[PanelRow[Panel]], note: PlanNote, labels: Labels, lang: Lang
) -> pd.DataFrame:
    """The rows of ``allocations`` drawn, with region, document_number, year and the labels of their codes."""
    codes = {panel.code for panel_row in panel_rows for panel in panel_row.panels}
    keys = {line.key for panel_row in panel_rows for line in panel_row.lines}
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
