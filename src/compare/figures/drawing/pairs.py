"""Two shares of one thing side by side with their intervals, theme by theme, a panel for each plan.

The machinery of the figures ``themes`` and ``commitment``. All panels have the same scale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing import text_width
from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import KEY_HEIGHT, MARGIN, Key, Page, open_page, surround
from compare.figures.drawing.panels import Name, Strip, draw_strip, make_strips, paginate
from compare.figures.drawing.small_text import Writing, write_down
from compare.figures.drawing.style import MAX_HEIGHT, MUTED, PAPER, SIZE_NOTE, style
from compare.tables.labels import Labels, Lang

ACROSS = 5
FOOT = 13.0
MARKER = 4.6
APART = 3.0
"""How far above and below the middle of a row its two marks stand."""
WHOLE = "all"


@dataclass(frozen=True, slots=True)
class Series:
    """A share of the table ``themes`` (its ``_low`` and ``_high`` are the interval) and how it is drawn."""

    column: str
    word: str
    marker: str
    color: str
    filled: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows of ``themes`` of one plan, by theme."""

    plan: PlanNote
    rows: Mapping[str, Mapping[Any, Any]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What tells one figure of pairs from another. ``head`` is what stands under a plan's name;
    ``whole`` whether the whole plan has a row; themes with fewer clauses than ``fewest`` are not drawn.
    """

    name: str
    title: str
    subtitle: str
    notes: str
    series: tuple[Series, Series]
    head: Callable[[Panel, Labels, Lang], str]
    whole: bool
    fewest: int = 0


def chart(sheet: Sheet, themes: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang) -> Chart:
    """All plans on one chart as tall as it needs to be. Raises ``ValueError`` for an empty table."""
    made = charts(sheet, themes, plans, labels, lang, float("inf"))
    if not made:
        raise ValueError("no clauses were counted; see the table themes")
    return made[0]


def charts(
    sheet: Sheet,
    themes: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang,
    height: float = MAX_HEIGHT,
) -> tuple[Chart, ...]:
    """The figure in charts of at most ``height`` points; none without rows."""
    notes = plan_notes(plans, themes["plan_id"], labels, lang)
    by_plan = {str(plan_id): rows for plan_id, rows in themes.groupby("plan_id", sort=False)}
    panels = [
        Panel(note, {row["theme"]: row for row in by_plan[note.plan_id].to_dict("records")}) for note in notes
    ]
    if not panels:
        return ()
    codes = _codes(sheet, panels, labels)
    names = [Name(code, labels.of("themes", code, lang)) for code in codes]
    if sheet.whole:
        names[0] = Name(WHOLE, labels.word("figures.pairs_whole", lang))
    with style():
        strips = make_strips(
            panels,
            names,
            head=lambda panel, width: _head(sheet, panel, width, labels, lang),
            words=lambda panel, code: Writing(),
            across=ACROSS,
            words_width=0.0,
            foot=FOOT,
        )
        most = _most(sheet, panels, codes)
        draft = surround(_caption(sheet, notes, panels, codes, labels, lang), Key((), ()), labels, lang)
        parts = paginate(strips, height - draft.above - draft.below - KEY_HEIGHT)
        return tuple(
            _chart(sheet, part, most, labels, lang, number, len(parts))
            for number, part in enumerate(parts, 1)
        )


def _head(sheet: Sheet, panel: Panel, width: float, labels: Labels, lang: Lang) -> Writing:
    fragment = "" if panel.plan.complete else labels.word("figures.fragment", lang)
    note = "\n".join(filter(None, (sheet.head(panel, labels, lang), fragment)))
    return write_down(width, panel.plan.name, note=note)


def _codes(sheet: Sheet, panels: Sequence[Panel], labels: Labels) -> list[str]:
    """The themes that any plan speaks of, in the order of the codebook."""
    order = list(labels.sections.get("themes", {}))
    present = {code for panel in panels for code, row in panel.rows.items() if row["clauses"]} - {WHOLE}
    known = [code for code in order if code in present] + sorted(present - set(order))
    return [WHOLE, *known] if sheet.whole else known


def _most(sheet: Sheet, panels: Sequence[Panel], codes: Sequence[str]) -> float:
    """The largest value drawn, in per cent: all panels share one scale."""
    values = [
        row[f"{series.column}{end}"]
        for panel in panels
        for code, row in panel.rows.items()
        if code in codes and row["clauses"] >= sheet.fewest
        for series in sheet.series
        for end in ("", "_high")
    ]
    return max((100 * float(value) for value in values if pd.notna(value)), default=1.0)


def _chart(
    sheet: Sheet,
    strips: Sequence[Strip[Panel]],
    most: float,
    labels: Labels,
    lang: Lang,
    number: int,
    count: int,
) -> Chart:
    by_plan = {panel.plan.plan_id: panel for strip in strips for panel in strip.panels}
    shown = list(by_plan.values())
    drawn = list(dict.fromkeys(row.key for strip in strips for row in strip.rows))
    caption = _caption(sheet, [panel.plan for panel in shown], shown, drawn, labels, lang, number, count)
    around = surround(caption, Key((), ()), labels, lang)
    name = sheet.name if count == 1 else f"{sheet.name}-{number}"
    body = KEY_HEIGHT + sum(strip.height for strip in strips)
    page = open_page(name, around, body, _behind(sheet, shown, drawn, labels, lang))
    _draw_key(page, sheet, labels, lang)
    y = page.top + KEY_HEIGHT
    for strip in strips:
        first = draw_strip(page, strip, y)
        for index, panel in enumerate(strip.panels):
            _draw_panel(page, sheet, strip, index, panel, first, most)
        y += strip.height
    return page.chart


def _draw_panel(
    page: Page, sheet: Sheet, strip: Strip[Panel], index: int, panel: Panel, top: float, most: float
) -> None:
    axes = page.data_axes(strip.left(index), top, strip.axis_width, strip.rows_height)
    axes.set_ylim(strip.rows_height, 0)
    set_scale(axes, [0.0, most], False, strip.axis_width)
    bare(axes)
    y = 0.0
    for row in strip.rows:
        found = panel.rows.get(row.key)
        for series, shift in zip(sheet.series, (-APART, APART), strict=True):
            if found is not None and found["clauses"] >= sheet.fewest:
                _draw_share(axes, series, found, y + row.height / 2 + shift)
        y += row.height


def _draw_share(axes: Any, series: Series, row: Mapping[Any, Any], y: float) -> None:
    """A share with its interval; nothing at all where there is none."""
    share, low, high = (row[f"{series.column}{end}"] for end in ("", "_low", "_high"))
    if pd.isna(share):
        return
    if pd.notna(low):
        axes.plot([100 * low, 100 * high], [y, y], color=series.color, linewidth=0.8, clip_on=False, zorder=3)
    _draw_mark(axes, series, 100 * share, y)


def _draw_mark(axes: Any, series: Series, x: float, y: float) -> None:
    axes.plot(
        [x],
        [y],
        linestyle="none",
        marker=series.marker,
        markersize=MARKER,
        markerfacecolor=series.color if series.filled else PAPER,
        markeredgecolor=series.color,
        markeredgewidth=1.0,
        clip_on=False,
        zorder=4,
    )


def _draw_key(page: Page, sheet: Sheet, labels: Labels, lang: Lang) -> None:
    x, middle = MARGIN, page.top + KEY_HEIGHT / 2 - 3
    for series in sheet.series:
        _draw_mark(page.axes, series, x + 5, middle)
        label = labels.word(series.word, lang)
        page.write(x + 13, middle - text_width.height(1, SIZE_NOTE) / 2, [label], SIZE_NOTE, MUTED)
        x += 13 + text_width.width(label, SIZE_NOTE) + 14


def _caption(
    sheet: Sheet,
    notes: Sequence[PlanNote],
    panels: Sequence[Panel],
    codes: Sequence[str],
    labels: Labels,
    lang: Lang,
    number: int = 1,
    count: int = 1,
) -> Caption:
    title = labels.word(sheet.title, lang)
    if count > 1:
        title += labels.word("figures.page", lang, page=number, pages=count)
    alt_parts = " ".join(_in_words(sheet, panel, codes, labels, lang) for panel in panels)
    return Caption(
        title=title,
        subtitle=labels.word(sheet.subtitle, lang),
        notes=(labels.word(sheet.notes, lang),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.pairs_alt", lang, title=title, plans=alt_parts),
    )


def _in_words(sheet: Sheet, panel: Panel, codes: Sequence[str], labels: Labels, lang: Lang) -> str:
    said = []
    for code in codes:
        row = panel.rows.get(code)
        if row is None or row["clauses"] < max(sheet.fewest, 1):
            continue
        name = labels.word("figures.pairs_whole", lang) if code == WHOLE else labels.of("themes", code, lang)
        both = " / ".join(_percent(row[series.column]) for series in sheet.series)
        said.append(labels.word("figures.alt_value", lang, plan=name, value=both))
    values = labels.word("figures.source_separator", lang).join(said)
    return labels.word("figures.alt_indicator", lang, indicator=panel.plan.name, values=values)


def _percent(share: Any) -> str:
    return "–" if pd.isna(share) else f"{100 * share:.0f}%"


def _behind(
    sheet: Sheet, panels: Sequence[Panel], codes: Sequence[str], labels: Labels, lang: Lang
) -> pd.DataFrame:
    """The rows of ``themes`` drawn, with region, document_number, year and the theme's label."""
    rows = [
        {
            "region": panel.plan.name,
            "document_number": panel.plan.document_number,
            "year": panel.plan.year,
            "theme_label": labels.word("figures.pairs_whole", lang)
            if code == WHOLE
            else labels.of("themes", code, lang),
            **{str(name): value for name, value in panel.rows[code].items()},
        }
        for panel in panels
        for code in codes
        if code in panel.rows
    ]
    return pd.DataFrame(rows)
