"""How each plan divides its means: instruments of the three families, as shares of its items with counts."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing import text_width
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Page, Surround, open_page, surround
from compare.figures.drawing.style import (
    ACCENT,
    INK,
    MAX_HEIGHT,
    PALETTE,
    PAPER,
    SIZE_BODY,
    SIZE_NOTE,
    WIDTH,
    style,
)
from compare.tables.labels import Labels, Lang

NAME = "families"

NAMES = 96.0
ROW = 17.0
LEGEND = 16.0
SWATCH = 9.0
#: Blue, orange and light blue of the palette: they differ in lightness too.
COLOURS = (ACCENT, PALETTE[1], PALETTE[3])
_ON = (PAPER, INK, INK)


def draw(instruments: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> Chart:
    """All plans as one chart. Raises ``ValueError`` for an empty table."""
    if instruments.empty:
        raise ValueError("no plan carries an instrument; see the table instruments")
    return _charts(instruments, plans, labels, lang, float("inf"))[0]


def pages(
    instruments: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> tuple[Chart, ...]:
    """The same in charts that each fit a page; none for an empty table."""
    return tuple(_charts(instruments, plans, labels, lang, MAX_HEIGHT)) if len(instruments) else ()


def shares(instruments: pd.DataFrame) -> pd.DataFrame:
    """plan_id, family, rows (an instrument in an item; what is repeated once) and their share of the plan."""
    once = instruments[~instruments["repeats"].astype(bool)]
    counts = once.groupby(["plan_id", "family"], sort=True).size().rename("rows").reset_index()
    counts["share"] = counts["rows"] / counts.groupby("plan_id")["rows"].transform("sum")
    return counts


def _charts(
    instruments: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, height: float
) -> list[Chart]:
    counts = shares(instruments)
    notes = plan_notes(plans, counts["plan_id"], labels, lang)
    families = _families(counts, labels)
    with style():
        draft = _surround(counts, notes, (1, 9), labels, lang)
        room = height - draft.above - draft.below - LEGEND
        most = max(1, int(room // ROW)) if room < float("inf") else len(notes)
        parts = [notes[start : start + most] for start in range(0, len(notes), most)]
        charts = []
        for number, part in enumerate(parts, 1):
            shown = counts[counts["plan_id"].isin([note.plan_id for note in part])]
            around = _surround(shown, part, (number, len(parts)), labels, lang)
            name = NAME + (f"-{number}" if len(parts) > 1 else "")
            page = open_page(name, around, LEGEND + ROW * len(part), _behind(shown, labels, lang))
            _draw(page, shown, part, families, labels, lang)
            charts.append(page.chart)
        return charts


def _families(counts: pd.DataFrame, labels: Labels) -> list[str]:
    found = set(counts["family"])
    order = list(labels.sections.get("families", {}))
    return [code for code in order if code in found] + sorted(found - set(order))


def _draw(
    page: Page,
    counts: pd.DataFrame,
    notes: Sequence[PlanNote],
    families: Sequence[str],
    labels: Labels,
    lang: Lang,
) -> None:
    x = MARGIN + NAMES
    for place, family in enumerate(families):
        colour = COLOURS[place % len(COLOURS)]
        page.axes.fill_between(
            [x, x + SWATCH], page.top + 2, page.top + 2 + SWATCH, color=colour, linewidth=0
        )
        label = labels.of("families", family, lang)
        page.write(x + SWATCH + 4, page.top + 2, [label], SIZE_NOTE)
        x += SWATCH + 4 + text_width.width(label, SIZE_NOTE) + 14
    known = {(row["plan_id"], row["family"]): row for row in counts.to_dict("records")}
    y = page.top + LEGEND
    room = WIDTH - 2 * MARGIN - NAMES
    for note in notes:
        text_top = y + (ROW - text_width.height(1, SIZE_BODY)) / 2
        page.write(MARGIN, text_top, text_width.wrap(note.name, SIZE_BODY, NAMES - 6)[:1], SIZE_BODY)
        left = MARGIN + NAMES
        for place, family in enumerate(families):
            if row := known.get((note.plan_id, family)):
                right = left + room * float(row["share"])
                colour = COLOURS[place % len(COLOURS)]
                page.axes.fill_between([left, right], y + 2, y + ROW - 2, color=colour, linewidth=0)
                said = labels.word(
                    "figures.families_value", lang, rows=row["rows"], share=f"{row['share']:.0%}"
                )
                if text_width.width(said, SIZE_BODY) + 4 < right - left:
                    ink = _ON[place % len(_ON)]
                    page.write((left + right) / 2, text_top, [said], SIZE_BODY, ink, align="center")
                left = right
        y += ROW


def _surround(
    counts: pd.DataFrame, notes: Sequence[PlanNote], page: tuple[int, int], labels: Labels, lang: Lang
) -> Surround:
    title = labels.word("figures.families_title", lang)
    if page[1] > 1:
        title += labels.word("figures.page", lang, page=page[0], pages=page[1])
    alt_parts = []
    for note in notes:
        mine = counts[counts["plan_id"] == note.plan_id].to_dict("records")
        values = [
            labels.word(
                "figures.alt_value", lang, plan=labels.of("families", row["family"], lang), value=row["rows"]
            )
            for row in mine
        ]
        listed = labels.word("figures.list_separator", lang).join(values)
        alt_parts.append(labels.word("figures.alt_indicator", lang, indicator=note.name, values=listed))
    caption = Caption(
        title=title,
        subtitle=labels.word("figures.families_scope", lang),
        notes=(labels.word("figures.families_note", lang),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.families_alt", lang, title=title, plans=" ".join(alt_parts)),
    )
    return surround(caption, Key((), ()), labels, lang)


def _behind(counts: pd.DataFrame, labels: Labels, lang: Lang) -> pd.DataFrame:
    shown = counts.reset_index(drop=True)
    front = pd.DataFrame(
        {
            "region": [labels.plan(code, lang) for code in shown["plan_id"]],
            "family_label": [labels.of("families", code, lang) for code in shown["family"]],
        },
        index=shown.index,
    )
    return pd.concat([front, shown], axis=1)
