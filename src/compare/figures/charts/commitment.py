"""How strictly plans speak: the shares of clauses with hard and with soft wording, with their intervals."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line, when
from compare.figures.drawing.axis import bare, set_scale
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.page.frame import NO_KEY, Page, named, open_page, surround, titled
from compare.figures.drawing.page.panels import Name, PanelRow, draw_panel_row, make_panel_rows
from compare.figures.drawing.style import ACCENT, MAX_HEIGHT, style
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.prose import headlines
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang

NAME = "commitment"
TABLES = ("themes", "plans")

Row = Mapping[str, Any]

WHOLE = "all"
SHARES = ("hard_share", "soft_share")
WORDS = 34.0
FOOT = 14.0
MARKER = 4.6


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """A panel for hard and one for soft wording, a row for each plan; none where no clauses were counted."""
    themes = tables["themes"]
    whole = themes[(themes["theme"] == WHOLE) & (themes["clauses"] > 0)]
    if whole.empty:
        return ()
    rows = {row["plan_id"]: row for row in records(whole)}
    notes = plan_notes(tables["plans"], whole["plan_id"], labels, lang)
    with style():
        most = _fitting(rows, notes, labels, lang)
        parts = [notes[start : start + most] for start in range(0, len(notes), most)]
        return tuple(
            _chart(rows, part, number, len(parts), labels, lang) for number, part in enumerate(parts, 1)
        )


def _fitting(rows: Mapping[str, Row], notes: Sequence[PlanNote], labels: Labels, lang: Lang) -> int:
    """How many plans fit on a page."""
    around = surround(_caption(rows, notes, 1, 9, labels, lang), NO_KEY, labels, lang)
    whole = _panels(rows, notes, labels, lang)
    room = MAX_HEIGHT - around.above - around.below - (whole.height - whole.lines_height)
    return max(1, int(room // max(line.height for line in whole.lines)))


def _chart(
    rows: Mapping[str, Row], notes: Sequence[PlanNote], number: int, count: int, labels: Labels, lang: Lang
) -> Chart:
    panels = _panels(rows, notes, labels, lang)
    around = surround(_caption(rows, notes, number, count, labels, lang), NO_KEY, labels, lang)
    data = pd.DataFrame(
        [
            {"region": note.name, "document_number": note.document_number, "year": note.year}
            | {str(name): value for name, value in rows[note.plan_id].items()}
            for note in notes
        ]
    )
    page = open_page(named(NAME, number, count), around, panels.height, data)
    top = draw_panel_row(page, panels, page.top)
    most = 100 * max(_highest(row, share) for row in rows.values() for share in SHARES)
    for index in range(len(SHARES)):
        _draw_panel(page, panels, index, rows, top, most)
    return page.chart


def _highest(row: Row, share: str) -> float:
    """The end of the interval, or the share where none could be computed."""
    ends = (float(row[f"{share}_high"]), float(row[share]))
    return next((end for end in ends if not math.isnan(end)), 0.0)


def _panels(rows: Mapping[str, Row], notes: Sequence[PlanNote], labels: Labels, lang: Lang) -> PanelRow[str]:
    (made,) = make_panel_rows(
        SHARES,
        [Name(note.plan_id, note.name, when(note, labels, lang)) for note in notes],
        head=lambda share, width: write_down(width, labels.word(f"figures.commitment_{share}", lang)),
        words=lambda share, plan_id: _words(rows[plan_id], share),
        across=len(SHARES),
        words_width=WORDS,
        foot=FOOT,
    )
    return made


def _words(row: Row, share: str) -> Writing:
    """The share; where no or every clause is worded so, of how many clauses: no interval can be computed."""
    value = float(row[share])
    if math.isnan(value):
        return Writing(("",))
    if math.isnan(float(row[f"{share}_high"])):
        return Writing((f"{value * row['clauses']:.0f}/{row['clauses']}",))
    return Writing((f"{100 * value:.0f}%",))


def _draw_panel(
    page: Page, panels: PanelRow[str], index: int, rows: Mapping[str, Row], top: float, most: float
) -> None:
    share = panels.panels[index]
    axes = page.data_axes(panels.left(index), top, panels.axis_width, panels.lines_height)
    axes.set_ylim(panels.lines_height, 0)
    set_scale(axes, [0.0, most], False, panels.axis_width)
    bare(axes)
    y = 0.0
    for line in panels.lines:
        row = rows[line.key]
        middle = y + line.height / 2
        value, low, high = (100 * float(row[f"{share}{end}"]) for end in ("", "_low", "_high"))
        if not math.isnan(value):
            axes.errorbar(
                value,
                middle,
                xerr=[[value - low], [high - value]],
                fmt="o",
                color=ACCENT,
                markersize=MARKER,
                elinewidth=1.0,
                capsize=2.0,
                clip_on=False,
            )
        y += line.height


def _notes(rows: Sequence[Row], labels: Labels, lang: Lang) -> list[str]:
    found = [labels.word("figures.commitment_note", lang)]
    if any(math.isnan(float(row[f"{share}_high"])) for row in rows for share in SHARES):
        found.append(labels.word("figures.commitment_no_interval", lang))
    return found


def _caption(
    rows: Mapping[str, Row], notes: Sequence[PlanNote], number: int, count: int, labels: Labels, lang: Lang
) -> Caption:
    title = headlines.of_strictness(list(rows.values()), labels, lang)
    title = titled(title or labels.word("figures.commitment_title", lang), number, count, labels, lang)
    sentences = [
        labels.word(
            "figures.alt_indicator",
            lang,
            indicator=note.name,
            values=" / ".join(_words(rows[note.plan_id], share).body[0] for share in SHARES),
        )
        for note in notes
    ]
    return Caption(
        title=title,
        subtitle=labels.word("figures.commitment_scope", lang),
        notes=(" ".join(_notes([rows[note.plan_id] for note in notes], labels, lang)),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.dots_alt", lang, title=title, indicators=" ".join(sentences)),
    )
