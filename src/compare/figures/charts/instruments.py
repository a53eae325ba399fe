"""Which means the plans use and how strictly: instruments by plan, shaded by level, with who leads."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.figures.content.cell_text import text_of
from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import Key, Surround, open_page, surround
from compare.figures.drawing.heatmap import Cell, Grid, draw_grid, fitting
from compare.figures.drawing.style import MAX_HEIGHT, style
from compare.model import Status
from compare.tables.labels import Labels, Lang

NAME = "instruments"

HEADS = 112.0
HIGHEST = 3
#: More leading departments than this are counted, not named.
NAMED = 2


def draw(
    measures: pd.DataFrame, plans: pd.DataFrame, family: str, labels: Labels, lang: Lang = "zh"
) -> Chart:
    """The instruments of one family as one chart as tall as it needs to be.

    Raises ``ValueError`` where the table has none of that family.
    """
    rows = measures[measures["family"] == family]
    if rows.empty:
        raise ValueError(f"no instrument of the family {family!r}; see the table measures")
    return _charts(rows, plans, family, labels, lang, float("inf"))[0]


def pages(
    measures: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh"
) -> tuple[Chart, ...]:
    """The same family by family in charts that each fit a page; none where no plan carries any."""
    if not (measures["items"] > 0).any():
        return ()
    present = set(measures["family"])
    order = list(labels.sections.get("families", {}))
    found = [code for code in order if code in present] + sorted(present - set(order))
    return tuple(
        chart
        for family in found
        for chart in _charts(measures[measures["family"] == family], plans, family, labels, lang, MAX_HEIGHT)
    )


def by_difference(rows: pd.DataFrame) -> list[str]:
    """Instruments, those first on which the plans differ most: by the spread of levels, then by how many
    plans lack it. What is not known (a fragment) does not count."""
    known = rows.dropna(subset=["level"]).groupby("instrument")["level"]
    spread, mean = (known.max() - known.min()).to_dict(), known.mean().to_dict()
    codes = sorted(set(rows["instrument"]))
    return sorted(codes, key=lambda code: (-int(spread.get(code, -1)), -float(mean.get(code, -1)), code))


def _charts(
    rows: pd.DataFrame, plans: pd.DataFrame, family: str, labels: Labels, lang: Lang, height: float
) -> list[Chart]:
    notes = plan_notes(plans, rows["plan_id"], labels, lang)
    codes = by_difference(rows)
    with style():
        room = height - sum(_heights(_surround(rows, notes, family, (1, 9), labels, lang)))
        parts: list[list[str]] = []
        while codes:
            count = fitting(_grid(rows, codes, notes, labels, lang), room)
            parts.append(codes[:count])
            codes = codes[count:]
        charts = []
        for number, part in enumerate(parts, 1):
            shown = rows[rows["instrument"].isin(part)]
            grid = _grid(shown, part, notes, labels, lang)
            around = _surround(shown, notes, family, (number, len(parts)), labels, lang)
            name = f"{NAME}-{family}" + (f"-{number}" if len(parts) > 1 else "")
            page = open_page(name, around, grid.height, _behind(shown, part, notes, labels, lang))
            draw_grid(page, grid, page.top)
            charts.append(page.chart)
        return charts


def _heights(around: Surround) -> tuple[float, float]:
    return around.above, around.below


def _grid(
    rows: pd.DataFrame, codes: Sequence[str], notes: Sequence[PlanNote], labels: Labels, lang: Lang
) -> Grid:
    places = {code: at for at, code in enumerate(codes)}, {note.plan_id: at for at, note in enumerate(notes)}
    cells = {
        (places[0][row["instrument"]], places[1][row["plan_id"]]): _cell(row, labels, lang)
        for row in rows.to_dict("records")
        if row["instrument"] in places[0]
    }
    return Grid(
        rows=tuple(labels.of("instruments", code, lang) for code in codes),
        columns=tuple(note.name for note in notes),
        cells=cells,
        heads=HEADS,
    )


def _cell(row: Mapping[Hashable, Any], labels: Labels, lang: Lang) -> Cell:
    status = Status(str(row["status"]))
    if status is not Status.STATED:
        return Cell(0.0, "", status=status)
    level = int(row["level"])
    leads = text_of(row["lead_department"]).split()
    separator = labels.word("figures.list_separator", lang)
    named = separator.join(labels.department(code, lang) for code in leads[:NAMED])
    if len(leads) > NAMED:
        named = labels.word("figures.instruments_more", lang, named=named, total=len(leads))
    return Cell(level / HIGHEST, str(level), note=named)


def _surround(
    rows: pd.DataFrame,
    notes: Sequence[PlanNote],
    family: str,
    page: tuple[int, int],
    labels: Labels,
    lang: Lang,
) -> Surround:
    title = labels.word("figures.instruments_title", lang, family=labels.of("families", family, lang))
    if page[1] > 1:
        title += labels.word("figures.page", lang, page=page[0], pages=page[1])
    caption = Caption(
        title=title,
        subtitle=labels.word("figures.instruments_scope", lang),
        notes=(labels.word("figures.instruments_note", lang),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.instruments_alt", lang, title=title, rows=_alt_text(rows, labels, lang)),
    )
    statuses = {Status(code) for code in rows["status"]} - {Status.STATED}
    return surround(caption, Key((), tuple(code for code in Status if code in statuses)), labels, lang)


def _alt_text(rows: pd.DataFrame, labels: Labels, lang: Lang) -> str:
    said = []
    for code, mine in rows.groupby("instrument", sort=True):
        values = [
            labels.word(
                "figures.alt_value",
                lang,
                plan=labels.plan(row["plan_id"], lang),
                value=str(row["level"])
                if row["status"] == Status.STATED
                else labels.status(row["status"], lang),
            )
            for row in mine.sort_values("plan_id").to_dict("records")
        ]
        listed = labels.word("figures.list_separator", lang).join(values)
        name = labels.of("instruments", str(code), lang)
        said.append(labels.word("figures.alt_indicator", lang, indicator=name, values=listed))
    return " ".join(said)


def _behind(
    rows: pd.DataFrame, codes: Sequence[str], notes: Sequence[PlanNote], labels: Labels, lang: Lang
) -> pd.DataFrame:
    """The rows of ``measures`` drawn, in the order drawn, with the labels of their codes."""
    order = {code: at for at, code in enumerate(codes)}, {note.plan_id: at for at, note in enumerate(notes)}
    places = [(order[0][i], order[1][p]) for i, p in zip(rows["instrument"], rows["plan_id"], strict=True)]
    shown = rows.iloc[sorted(range(len(rows)), key=places.__getitem__)].reset_index(drop=True)
    front = pd.DataFrame(
        {
            "region": [labels.plan(code, lang) for code in shown["plan_id"]],
            "instrument_label": [labels.of("instruments", code, lang) for code in shown["instrument"]],
        },
        index=shown.index,
    )
    return pd.concat([front, shown], axis=1)
