"""What will have been done by when, and who leads: the dated outputs of each plan, the earliest first.

A milestone is drawn where the time it names ends, a start where it begins.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line, standing
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
from compare.figures.drawing.style import (
    ACCENT,
    GREY_TINT,
    MAX_HEIGHT,
    MUTED,
    PAPER,
    RULE,
    SIZE_BODY,
    SIZE_NOTE,
    WIDTH,
    style,
)
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import Writing, write_down
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "milestones"
TABLES = ("milestones", "plans")

WHAT = 206.0
WHO = 100.0
#: More leading departments than this are counted, not named.
NAMED = 2
GAP = 8.0
PAD = 0.9
BAND = 12.0
YEARS = 13.0
LABEL_ROOM = 22.0
START = "start"


@dataclass(frozen=True, slots=True)
class Line:
    """A milestone: its plan, what is done and who leads as they are written, and its row in the table."""

    plan: PlanNote
    date: str
    starts: bool
    what: Writing
    who: Writing
    row: int

    @property
    def height(self) -> float:
        return max(self.what.height, self.who.height) + 2 * PAD

    @property
    def place(self) -> float:
        """The end of the year, month or day that the date names, in years; its beginning for a start."""
        return _place(self.date, self.starts)


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Charts that each fit a page; none where no plan has a milestone."""
    milestones = tables["milestones"]
    if milestones.empty:
        return ()
    when = [
        _place(date, action == START)
        for date, action in zip(milestones["deadline"], milestones["action"], strict=True)
    ]
    rows = milestones.assign(when=when).sort_values(["plan_id", "when", "start"], kind="stable")
    rows = rows.drop(columns="when").reset_index(drop=True)
    notes = plan_notes(tables["plans"], rows["plan_id"], labels, lang)
    with style():
        lines = list(_lines(rows, notes, labels, lang))
        title = headlines.of_milestones([line.date[:4] for line in lines], labels, lang)
        title = title or labels.word("figures.milestones_title", lang)
        draft = _surround(lines, notes, titled(title, 1, 9, labels, lang), labels, lang)
        parts = _paginate(lines, MAX_HEIGHT - draft.above - draft.below)
        years = _span(lines)
        charts = []
        for number, part in enumerate(parts, 1):
            shown = [note for note in notes if any(line.plan is note for line in part)]
            around = _surround(part, shown, titled(title, number, len(parts), labels, lang), labels, lang)
            behind = rows.loc[[line.row for line in part]].reset_index(drop=True)
            data = _behind(behind, labels, lang)
            page = open_page(named(NAME, number, len(parts)), around, _height(part), data)
            _draw(page, part, years, labels, lang)
            charts.append(page.chart)
        return tuple(charts)


def _lines(rows: pd.DataFrame, notes: Sequence[PlanNote], labels: Labels, lang: Lang) -> Iterator[Line]:
    """Each plan's milestones, the earliest first."""
    separator = labels.word("figures.list_separator", lang)
    for note in notes:
        for place, milestone in rows[rows["plan_id"] == note.plan_id].to_dict("index").items():
            action = labels.of("actions", milestone["action"], lang)
            what = labels.word("figures.milestones_what", lang, action=action, object=milestone["object"])
            leads = [labels.department(code, lang) for code in text_of(milestone["lead"]).split()]
            who = separator.join(leads[:NAMED])
            if len(leads) > NAMED:
                who = labels.word("figures.milestones_more", lang, named=who, total=len(leads))
            yield Line(
                note,
                milestone["deadline"],
                milestone["action"] == START,
                write_down(WHAT - GAP, what),
                _small(who, WHO - GAP),
                int(str(place)),
            )


def _small(text: str, width: float) -> Writing:
    return Writing(note=tuple(measuring.wrap(text, SIZE_NOTE, width)) if text else ())


def _surround(
    lines: Sequence[Line], notes: Sequence[PlanNote], title: str, labels: Labels, lang: Lang
) -> Surround:
    alt_parts = [
        labels.word(
            "figures.alt_indicator",
            lang,
            indicator=line.plan.name,
            values=labels.word("figures.alt_value", lang, plan=" ".join(line.what.body), value=line.date),
        )
        for line in lines
    ]
    caption = Caption(
        title=title,
        subtitle=labels.word("figures.milestones_scope", lang),
        notes=(labels.word("figures.milestones_note", lang),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.milestones_alt", lang, title=title, rows=" ".join(alt_parts)),
    )
    return surround(caption, NO_KEY, labels, lang)


def _height(lines: Sequence[Line]) -> float:
    bands = len({line.plan.plan_id for line in lines})
    return 2 * YEARS + BAND * bands + sum(line.height for line in lines)


def _paginate(lines: Sequence[Line], room: float) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    for line in lines:
        if pages[-1] and _height([*pages[-1], line]) > room:
            pages.append([])
        pages[-1].append(line)
    return pages


def _span(lines: Sequence[Line]) -> tuple[int, int]:
    years = [int(line.date[:4]) for line in lines]
    return min(years), max(years)


def _place(date: str, starts: bool) -> float:
    parts = date.split("-")
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else (1 if starts else 12)
    day = int(parts[2]) if len(parts) > 2 else (0 if starts else 30)
    return year + (month - 1 + min(day, 30) / 30) / 12


def _draw(page: Page, lines: Sequence[Line], years: tuple[int, int], labels: Labels, lang: Lang) -> None:
    left, right = MARGIN + WHAT + WHO, WIDTH - MARGIN - GAP
    first, last = years
    scale = (right - left) / (last + 1 - first)
    _draw_years(page, left, scale, years)
    y = page.top + YEARS
    plan = ""
    for line in lines:
        if line.plan.plan_id != plan:
            plan = line.plan.plan_id
            page.axes.fill_between(
                [MARGIN, WIDTH - MARGIN], y + 1, y + BAND - 1, color=GREY_TINT, linewidth=0
            )
            middle = y + (BAND - measuring.height(1, SIZE_BODY)) / 2
            write_down(WIDTH, line.plan.name, aside=standing(line.plan, labels, lang)).put(
                page, MARGIN + 3, middle
            )
            y += BAND
        else:
            page.rule(y)
        line.what.put(page, MARGIN, y + PAD)
        line.who.put(page, MARGIN + WHAT, y + PAD)
        x = left + (line.place - first) * scale
        x = min(max(x, left + 3), left + (int(line.date[:4]) + 1 - first) * scale - 3)
        page.axes.plot(
            [x],
            [y + PAD + measuring.height(1, SIZE_BODY) / 2],
            marker=">" if line.starts else "D",
            markersize=4.4,
            markerfacecolor=PAPER if line.starts else ACCENT,
            markeredgecolor=ACCENT,
            linestyle="none",
            zorder=4,
        )
        y += line.height


def _draw_years(page: Page, left: float, scale: float, years: tuple[int, int]) -> None:
    first, last = years
    top, bottom = page.top + YEARS, page.bottom - YEARS
    every = math.ceil(LABEL_ROOM / scale)
    for year in range(first, last + 2):
        x = left + (year - first) * scale
        page.axes.plot([x, x], [top, bottom], color=RULE, linewidth=0.5, zorder=0.4)
        if year <= last and (year - first) % every == 0:
            for y in (page.top, bottom + 2):
                page.write(x + scale / 2, y, [str(year)], SIZE_NOTE, MUTED, align="center")


def _behind(rows: pd.DataFrame, labels: Labels, lang: Lang) -> pd.DataFrame:
    front = pd.DataFrame(
        {
            "region": [labels.plan(code, lang) for code in rows["plan_id"]],
            "action_label": [labels.of("actions", code, lang) for code in rows["action"]],
        },
        index=rows.index,
    )
    return pd.concat([front, rows], axis=1)
