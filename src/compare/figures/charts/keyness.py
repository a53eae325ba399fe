"""The words that set each plan apart: how many times as often as in the other plans, with intervals."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.ticker import FixedLocator, FuncFormatter

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing.axis import bare
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.page.frame import (
    KEY_HEIGHT,
    MARGIN,
    NO_KEY,
    Page,
    named,
    open_page,
    surround,
    titled,
)
from compare.figures.drawing.style import (
    ACCENT,
    FAINT,
    MAX_HEIGHT,
    MUTED,
    PAPER,
    SIZE_NOTE,
    WIDTH,
    style,
)
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.tables.words.labels import Labels, Lang
from compare.terms.counting.keyness import key_terms

NAME = "keyness"
TABLES = ("terms", "plans")

# Words of a plan; fewer where there are more plans than FEW.
WORDS, FEWER_WORDS = 8, 5
FEW = 6

ACROSS = 3
GUTTER = 14.0
TERMS = 66.0
COUNTS = 14.0
GAP = 5.0
ROW = 13.0
PAD = 2.0
FOOT = 16.0
SPACE = 10.0
MARKER = 4.6
# The axis ends here; what reaches further leaves it with an arrow.
MOST = 9.0
_PANEL = (WIDTH - 2 * MARGIN - GUTTER * (ACROSS - 1)) / ACROSS
_AXIS = _PANEL - TERMS - COUNTS - 2 * GAP


@dataclass(frozen=True, slots=True)
class Panel:
    """The key words of a plan, the surest first, and how each is written."""

    plan: PlanNote
    rows: tuple[dict[Any, Any], ...]
    names: tuple[Writing, ...]
    head: Writing

    @property
    def height(self) -> float:
        return self.head.height + PAD + sum(map(_row, self.names)) + FOOT + SPACE


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Panels side by side on as many pages as they need; none where no word could be tested."""
    few = tables["terms"]["plan_id"].nunique() <= FEW
    return _charts(key_terms(tables["terms"], WORDS if few else FEWER_WORDS), tables["plans"], labels, lang)


def _charts(key: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    by_plan = {str(plan_id): rows for plan_id, rows in key.groupby("plan_id", sort=False)}
    with style():
        panels = [
            _panel(note, by_plan[note.plan_id], labels, lang)
            for note in plan_notes(plans, by_plan, labels, lang)
        ]
        if not panels:
            return ()
        draft = surround(_caption(panels, labels, lang), NO_KEY, labels, lang)
        parts = _paginate(panels, MAX_HEIGHT - draft.above - draft.below - KEY_HEIGHT)
        return tuple(_chart(part, labels, lang, number, len(parts)) for number, part in enumerate(parts, 1))


def _panel(plan: PlanNote, rows: pd.DataFrame, labels: Labels, lang: Lang) -> Panel:
    found = tuple(rows.to_dict("records"))
    names = tuple(_name(row["term"], labels, lang) for row in found)
    head = write_down(
        _PANEL, plan.name, note=labels.word("figures.keyness_head", lang, words=found[0]["words"])
    )
    return Panel(plan, found, names, head)


def _name(term: str, labels: Labels, lang: Lang) -> Writing:
    """The word; in English with its translation, where the codebook has one."""
    english = labels.of("terms", term, "en")
    return write_down(TERMS, term, note="" if lang == "zh" or english == term else english)


def _row(name: Writing) -> float:
    return max(ROW, name.height + PAD)


def _paginate(panels: Sequence[Panel], room: float) -> list[list[list[Panel]]]:
    """Pages of bands of panels side by side."""
    pages: list[list[list[Panel]]] = [[]]
    left = room
    for start in range(0, len(panels), ACROSS):
        band = list(panels[start : start + ACROSS])
        height = max(panel.height for panel in band)
        if pages[-1] and height > left:
            pages.append([])
            left = room
        pages[-1].append(band)
        left -= height
    return pages


def _chart(bands: Sequence[Sequence[Panel]], labels: Labels, lang: Lang, number: int, count: int) -> Chart:
    shown = [panel for band in bands for panel in band]
    around = surround(_caption(shown, labels, lang, number, count), NO_KEY, labels, lang)
    body = KEY_HEIGHT + sum(max(panel.height for panel in band) for band in bands)
    page = open_page(named(NAME, number, count), around, body, _behind(shown, labels))
    _draw_key(page, labels, lang)
    y = page.top + KEY_HEIGHT
    for band in bands:
        head = max(panel.head.height for panel in band)
        for index, panel in enumerate(band):
            _draw_panel(page, panel, MARGIN + index * (_PANEL + GUTTER), y, head)
        y += max(panel.height for panel in band)
    return page.chart


def _draw_panel(page: Page, panel: Panel, left: float, top: float, head: float) -> None:
    panel.head.put(page, left, top + head - panel.head.height)
    first = top + head + PAD
    page.rule(first, left, left + _PANEL, FAINT)
    heights = [_row(name) for name in panel.names]
    axes = page.data_axes(left + TERMS + GAP, first, _AXIS, sum(heights))
    axes.set_ylim(sum(heights), 0)
    axes.set_xlim(-1.0, MOST)
    axes.xaxis.set_major_locator(FixedLocator([0, 4, 8]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{2**value:g}×"))
    bare(axes)
    y = 0.0
    for row, name, height in zip(panel.rows, panel.names, heights, strict=True):
        middle = first + y + height / 2
        name.put(page, left, middle - name.height / 2)
        counted = [str(row["count"])]
        page.write(
            left + _PANEL,
            middle - measuring.height(1, SIZE_NOTE) / 2,
            counted,
            SIZE_NOTE,
            MUTED,
            align="right",
        )
        _draw_interval(axes, row, y + height / 2)
        y += height
        page.rule(first + y, left, left + _PANEL)


def _draw_interval(axes: Any, row: dict[Any, Any], y: float) -> None:
    """A word's log ratio with its interval; without an upper end it leaves the axis with an arrow."""
    low, high = max(row["log_ratio_low"], -1.0), row["log_ratio_high"]
    open_end = pd.isna(high) or high > MOST
    axes.plot([low, MOST if open_end else high], [y, y], color=ACCENT, linewidth=0.8, clip_on=False, zorder=3)
    if open_end:
        axes.plot([MOST], [y], marker=">", markersize=3.2, color=ACCENT, clip_on=False, zorder=3)
    _draw_dot(axes, min(row["log_ratio"], MOST), y, bool(row["sure"]))


def _draw_dot(axes: Any, x: float, y: float, sure: bool) -> None:
    axes.plot(
        [x],
        [y],
        linestyle="none",
        marker="o",
        markersize=MARKER,
        markerfacecolor=ACCENT if sure else PAPER,
        markeredgecolor=ACCENT,
        markeredgewidth=1.0,
        clip_on=False,
        zorder=4,
    )


def _draw_key(page: Page, labels: Labels, lang: Lang) -> None:
    x, middle = MARGIN, page.top + KEY_HEIGHT / 2 - 3
    for word, sure in (("figures.keyness_sure", True), ("figures.keyness_unsure", False)):
        _draw_dot(page.axes, x + 5, middle, sure)
        label = labels.word(word, lang)
        page.write(x + 13, middle - measuring.height(1, SIZE_NOTE) / 2, [label], SIZE_NOTE, MUTED)
        x += 13 + measuring.width(label, SIZE_NOTE) + 14


def _caption(panels: Sequence[Panel], labels: Labels, lang: Lang, number: int = 1, count: int = 1) -> Caption:
    title = titled(labels.word("figures.keyness_title", lang), number, count, labels, lang)
    alt_parts = [
        labels.word(
            "figures.alt_indicator",
            lang,
            indicator=panel.plan.name,
            values=labels.word("figures.list_separator", lang).join(
                f"{row['term']} {2 ** row['log_ratio']:.0f}×"
                for row in panel.rows
                if math.isfinite(row["log_ratio"])
            ),
        )
        for panel in panels
    ]
    return Caption(
        title=title,
        subtitle=labels.word("figures.keyness_scope", lang),
        notes=(labels.word("figures.keyness_note", lang, count=max(len(panel.rows) for panel in panels)),),
        source=source_line([panel.plan for panel in panels], labels, lang),
        alt=labels.word("figures.keyness_alt", lang, title=title, plans=" ".join(alt_parts)),
    )


def _behind(panels: Sequence[Panel], labels: Labels) -> pd.DataFrame:
    """The rows drawn, with region, document_number, year and the translation of the word."""
    return pd.DataFrame(
        [
            {
                "region": panel.plan.name,
                "document_number": panel.plan.document_number,
                "year": panel.plan.year,
                "term_en": labels.of("terms", row["term"], "en"),
                **{str(name): value for name, value in row.items()},
            }
            for panel in panels
            for row in panel.rows
        ]
    )
