"""How each plan divides its means: instruments of the families, as shares of its items with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line, when
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.page.frame import (
    MARGIN,
    NO_KEY,
    Page,
    Surround,
    named,
    open_page,
    surround,
    titled,
)
from compare.figures.drawing.style import ACCENT, INK, PALETTE, PAPER, SIZE_BODY, SIZE_NOTE, WIDTH, style
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import write_down
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "families"
TABLES = ("instruments", "plans")

NAMES = 136.0
ROOM = WIDTH - 2 * MARGIN - NAMES
MOST = 40
ROOMY = 12
ROW, DENSE_ROW = 20.0, 13.0
LEGEND = 16.0
SWATCH = 9.0
#: Blue, orange and light blue of the palette: they differ in lightness too.
COLOURS = (ACCENT, PALETTE[1], PALETTE[3])
_ON = (PAPER, INK, INK)


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """A bar for each plan; none where no plan carries an instrument."""
    counts = shares(tables["instruments"])
    if counts.empty:
        return ()
    notes = plan_notes(tables["plans"], counts["plan_id"], labels, lang)
    families = _families(counts, labels)
    parts = [notes[start : start + MOST] for start in range(0, len(notes), MOST)]
    with style():
        return tuple(
            _chart(counts, part, families, number, len(parts), labels, lang)
            for number, part in enumerate(parts, 1)
        )


def shares(instruments: pd.DataFrame) -> pd.DataFrame:
    """plan_id, family, rows (an instrument in an item; what is repeated once) and their share of the plan."""
    once = instruments[~instruments["repeats"].astype(bool)]
    counts = once.groupby(["plan_id", "family"], sort=True).size().rename("rows").reset_index()
    counts["share"] = counts["rows"] / counts.groupby("plan_id")["rows"].transform("sum")
    return counts


def _families(counts: pd.DataFrame, labels: Labels) -> list[str]:
    found = set(counts["family"])
    order = list(labels.sections.get("families", {}))
    return [code for code in order if code in found] + sorted(found - set(order))


def _chart(
    counts: pd.DataFrame,
    notes: Sequence[PlanNote],
    families: Sequence[str],
    number: int,
    count: int,
    labels: Labels,
    lang: Lang,
) -> Chart:
    shown = counts[counts["plan_id"].isin([note.plan_id for note in notes])]
    height = ROW if len(notes) <= ROOMY else DENSE_ROW
    around = _surround(counts, notes, number, count, labels, lang)
    page = open_page(
        named(NAME, number, count), around, LEGEND + height * len(notes), _behind(shown, labels, lang)
    )
    _draw_legend(page, families, labels, lang)
    for place, note in enumerate(notes):
        name = write_down(NAMES - 6, note.name, aside=when(note, labels, lang))
        name.put(page, MARGIN, page.top + LEGEND + height * place + (height - name.height) / 2)
    axes = page.data_axes(MARGIN + NAMES, page.top + LEGEND, ROOM, height * len(notes))
    _draw_bars(axes, shown, notes, families, labels, lang)
    return page.chart


def _draw_bars(
    axes: Axes,
    counts: pd.DataFrame,
    notes: Sequence[PlanNote],
    families: Sequence[str],
    labels: Labels,
    lang: Lang,
) -> None:
    """Bars of one length, stacked by seaborn in the order of the families, each with its count and share."""
    order = [note.plan_id for note in notes]
    sns.histplot(
        counts.assign(plan_id=pd.Categorical(counts["plan_id"], order)),
        y="plan_id",
        weights="rows",
        hue="family",
        hue_order=list(reversed(families)),
        palette=dict(zip(families, COLOURS * len(families), strict=False)),
        multiple="fill",
        shrink=0.8,
        alpha=1,
        linewidth=0,
        legend=False,
        ax=axes,
    )
    axes.set(xlim=(0, 1), xticks=[], yticks=[], xlabel="", ylabel="")
    axes.axis("off")
    known = {(row["plan_id"], row["family"]): row for row in counts.to_dict("records")}
    for place, plan_id in enumerate(order):
        left = 0.0
        for at, family in enumerate(families):
            if row := known.get((plan_id, family)):
                sentence = labels.word(
                    "figures.families_value", lang, rows=row["rows"], share=f"{row['share']:.0%}"
                )
                room = row["share"] * ROOM - 4
                # In a narrow part the number stands alone, and in the narrowest nothing.
                fitting = (text for text in (sentence, f"{row['rows']}") if _fits(text, room))
                axes.text(
                    left + row["share"] / 2,
                    place,
                    next(fitting, ""),
                    fontsize=SIZE_BODY,
                    color=_ON[at % len(_ON)],
                    ha="center",
                    va="center_baseline",
                )
                left += row["share"]


def _fits(text: str, room: float) -> bool:
    return measuring.width(text, SIZE_BODY) < room


def _draw_legend(page: Page, families: Sequence[str], labels: Labels, lang: Lang) -> None:
    x = MARGIN + NAMES
    for place, family in enumerate(families):
        colour = COLOURS[place % len(COLOURS)]
        page.axes.fill_between(
            [x, x + SWATCH], page.top + 2, page.top + 2 + SWATCH, color=colour, linewidth=0
        )
        label = labels.of("families", family, lang)
        page.write(x + SWATCH + 4, page.top + 2, [label], SIZE_NOTE)
        x += SWATCH + 4 + measuring.width(label, SIZE_NOTE) + 14


def _surround(
    counts: pd.DataFrame, notes: Sequence[PlanNote], number: int, count: int, labels: Labels, lang: Lang
) -> Surround:
    by_plan: dict[str, dict[str, float]] = {}
    for row in counts.to_dict("records"):
        by_plan.setdefault(row["plan_id"], {})[row["family"]] = row["rows"]
    title = headlines.of_first("prose.title_families", by_plan, "families", labels, lang)
    title = titled(title or labels.word("figures.families_title", lang), number, count, labels, lang)
    alt_parts = []
    for note in notes:
        values = [
            labels.word("figures.alt_value", lang, plan=labels.of("families", family, lang), value=rows)
            for family, rows in by_plan[note.plan_id].items()
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
    return surround(caption, NO_KEY, labels, lang)


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
