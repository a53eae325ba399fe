"""What will have been done by when, and who leads: dated outputs of each plan above its dated targets.

A milestone is drawn where the time it names ends, a start where it begins.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing import text_width
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import MARGIN, Key, Page, Surround, open_page, surround
from compare.figures.drawing.small_text import Writing, write_down
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
from compare.tables.labels import Labels, Lang

NAME = "milestones"

WHAT = 178.0
WHO = 92.0
GAP = 8.0
PAD = 2.0
BAND = 15.0
YEARS = 14.0
LABEL_ROOM = 22.0
START = "start"
TARGET = "target"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chart: a milestone, or all targets of a plan (``action`` is "" then).

    ``dates`` are (ISO date, how many): one for a milestone, each deadline for targets.
    """

    plan: PlanNote
    action: str
    dates: tuple[tuple[str, int], ...]
    what: Writing
    who: Writing
    row: int = -1

    @property
    def height(self) -> float:
        return max(self.what.height, self.who.height) + 2 * PAD


def draw(
    milestones: pd.DataFrame, statements: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> Chart:
    """All milestones as one chart as tall as it needs to be. Raises ``ValueError`` where there are none."""
    if milestones.empty:
        raise ValueError("no plan has a milestone; see the table milestones")
    return _charts(milestones, statements, plans, labels, lang, float("inf"))[0]


def pages(
    milestones: pd.DataFrame, statements: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> tuple[Chart, ...]:
    """The same in charts that each fit a page; none where no plan has a milestone."""
    if milestones.empty:
        return ()
    return tuple(_charts(milestones, statements, plans, labels, lang, MAX_HEIGHT))


def _charts(
    milestones: pd.DataFrame,
    statements: pd.DataFrame,
    plans: pd.DataFrame,
    labels: Labels,
    lang: Lang,
    height: float,
) -> list[Chart]:
    when = [_place(date, action == START) for date, action in _dated(milestones)]
    rows = milestones.assign(when=when).sort_values(["plan_id", "when", "start"], kind="stable")
    rows = rows.drop(columns="when").reset_index(drop=True)
    notes = plan_notes(plans, rows["plan_id"], labels, lang)
    with style():
        lines = list(_lines(rows, statements, notes, labels, lang))
        years = _span(lines)
        draft = _surround(lines, notes, (1, 9), labels, lang)
        parts = _paginate(lines, height - draft.above - draft.below)
        charts = []
        for number, part in enumerate(parts, 1):
            shown = [note for note in notes if any(line.plan is note for line in part)]
            around = _surround(part, shown, (number, len(parts)), labels, lang)
            name = NAME + (f"-{number}" if len(parts) > 1 else "")
            behind = rows.loc[[line.row for line in part if line.action]].reset_index(drop=True)
            page = open_page(name, around, _height(part), _behind(behind, labels, lang))
            _draw(page, part, years)
            charts.append(page.chart)
        return charts


def _dated(milestones: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(milestones["deadline"], milestones["action"], strict=True)


def _lines(
    rows: pd.DataFrame, statements: pd.DataFrame, notes: Sequence[PlanNote], labels: Labels, lang: Lang
) -> Iterator[Line]:
    """Each plan's milestones, the earliest first, and behind them its targets in one line."""
    dated = statements[(statements["kind"] == TARGET) & statements["deadline"].notna()]
    separator = labels.word("figures.list_separator", lang)
    for note in notes:
        for row in rows[rows["plan_id"] == note.plan_id].to_dict("index").items():
            place, said = int(str(row[0])), row[1]
            action = labels.of("actions", said["action"], lang)
            what = labels.word("figures.milestones_what", lang, action=action, object=said["object"])
            leads = [labels.department(code, lang) for code in text_of(said["lead"]).split()]
            yield Line(
                note,
                said["action"],
                ((said["deadline"], 1),),
                write_down(WHAT - GAP, what),
                _small(separator.join(leads), WHO - GAP),
                place,
            )
        counts = dated.loc[dated["plan_id"] == note.plan_id, "deadline"].value_counts(sort=False).sort_index()
        if len(counts):
            what = labels.word("figures.milestones_targets", lang, count=int(counts.sum()))
            dates = tuple((str(date), int(number)) for date, number in counts.items())
            yield Line(note, "", dates, _small(what, WHAT - GAP), Writing())


def _small(text: str, width: float) -> Writing:
    return Writing(note=tuple(text_width.wrap(text, SIZE_NOTE, width)) if text else ())


def _surround(
    lines: Sequence[Line], notes: Sequence[PlanNote], page: tuple[int, int], labels: Labels, lang: Lang
) -> Surround:
    title = labels.word("figures.milestones_title", lang)
    if page[1] > 1:
        title += labels.word("figures.page", lang, page=page[0], pages=page[1])
    alt_parts = [
        labels.word(
            "figures.alt_indicator",
            lang,
            indicator=line.plan.name,
            values=labels.word(
                "figures.alt_value", lang, plan=" ".join(line.what.body), value=line.dates[0][0]
            ),
        )
        for line in lines
        if line.action
    ]
    caption = Caption(
        title=title,
        subtitle=labels.word("figures.milestones_scope", lang),
        notes=(labels.word("figures.milestones_note", lang),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.milestones_alt", lang, title=title, rows=" ".join(alt_parts)),
    )
    return surround(caption, Key((), ()), labels, lang)


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
    years = [int(date[:4]) for line in lines for date, _ in line.dates]
    return min(years), max(years)


def _place(date: str, starts: bool) -> float:
    """The end of the year, month or day that a date names, in years; its beginning for a start."""
    parts = date.split("-")
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else (1 if starts else 12)
    day = int(parts[2]) if len(parts) > 2 else (0 if starts else 30)
    return year + (month - 1 + min(day, 30) / 30) / 12


def _draw(page: Page, lines: Sequence[Line], years: tuple[int, int]) -> None:
    left, right = MARGIN + WHAT + WHO, WIDTH - MARGIN - GAP
    first, last = years
    scale = (right - left) / (last + 1 - first)
    top, bottom = page.top + YEARS, page.bottom - YEARS
    every = math.ceil(LABEL_ROOM / scale)
    for year in range(first, last + 2):
        x = left + (year - first) * scale
        page.axes.plot([x, x], [top, bottom], color=RULE, linewidth=0.5, zorder=0.4)
        if year <= last and (year - first) % every == 0:
            for y in (page.top, bottom + 2):
                page.write(x + scale / 2, y, [str(year)], SIZE_NOTE, MUTED, align="center")
    y = top
    plan = ""
    for line in lines:
        if line.plan.plan_id != plan:
            plan = line.plan.plan_id
            page.axes.fill_between(
                [MARGIN, WIDTH - MARGIN], y + 1, y + BAND - 1, color=GREY_TINT, linewidth=0
            )
            page.write(
                MARGIN + 3, y + (BAND - text_width.height(1, SIZE_BODY)) / 2, [line.plan.name], SIZE_BODY
            )
            y += BAND
        else:
            page.rule(y)
        line.what.put(page, MARGIN, y + PAD)
        line.who.put(page, MARGIN + WHAT, y + PAD)
        _draw_dates(page, line, left, first, scale, y + PAD + text_width.height(1, SIZE_BODY) / 2)
        y += line.height


def _draw_dates(page: Page, line: Line, left: float, first: int, scale: float, y: float) -> None:
    for date, count in line.dates:
        x = left + (_place(date, line.action == START) - first) * scale
        x = min(max(x, left + 3), left + (int(date[:4]) + 1 - first) * scale - 3)
        if not line.action:
            page.write(
                x - 1, y - text_width.height(1, SIZE_NOTE) / 2, [str(count)], SIZE_NOTE, MUTED, align="center"
            )
            continue
        page.axes.plot(
            [x],
            [y],
            marker=">" if line.action == START else "D",
            markersize=5,
            markerfacecolor=PAPER if line.action == START else ACCENT,
            markeredgecolor=ACCENT,
            linestyle="none",
            zorder=4,
        )


def _behind(rows: pd.DataFrame, labels: Labels, lang: Lang) -> pd.DataFrame:
    front = pd.DataFrame(
        {
            "region": [labels.plan(code, lang) for code in rows["plan_id"]],
            "action_label": [labels.of("actions", code, lang) for code in rows["action"]],
        },
        index=rows.index,
    )
    return pd.concat([front, rows], axis=1)
