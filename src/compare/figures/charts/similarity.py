"""How near the plans are to each other: by the wording they share, and by the words they use."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing import text_width
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.frame import GAP, MARGIN, Key, open_page, surround
from compare.figures.drawing.heatmap import Cell, Grid, draw_grid
from compare.figures.drawing.style import MAX_HEIGHT, SIZE_BODY, style
from compare.tables.labels import Labels, Lang

NAME = "similarity"

HEADS = 118.0
BAND = 16.0
# A grid of more plans than this fits on no page.
MOST = 18

# Column of the table of pairs -> the word above its grid.
_MEASURES = {"shared_share": "figures.similarity_shared", "vocabulary": "figures.similarity_words"}


def draw(pairs: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> Chart:
    """Two grids of plans by plans; ``pairs`` is of :func:`compare.terms.counting.similarity.similarity`.

    Raises ``ValueError`` for fewer than two plans.
    """
    if pairs.empty:
        raise ValueError("there is no second plan to compare with; add one with 'compare-plans add'")
    return _chart(NAME, pairs, plans, labels, lang, tuple(_MEASURES))


def pages(pairs: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """The chart, or one for each grid where both do not fit on a page; none for more plans than MOST."""
    if not 2 <= pairs["plan_a"].nunique() <= MOST:
        return ()
    whole = draw(pairs, plans, labels, lang)
    if whole.get_size_inches()[1] * 72 <= MAX_HEIGHT:
        return (whole,)
    return tuple(
        _chart(f"{NAME}-{number}", pairs, plans, labels, lang, (column,))
        for number, column in enumerate(_MEASURES, 1)
    )


def _chart(
    name: str, pairs: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, columns: Sequence[str]
) -> Chart:
    notes = plan_notes(plans, pairs["plan_a"], labels, lang)
    with style():
        grids = {column: _grid(pairs, notes, column) for column in columns}
        around = surround(_caption(pairs, notes, labels, lang), Key((), ()), labels, lang)
        body = sum(BAND + grid.height for grid in grids.values()) + GAP * (2 * len(grids) - 1)
        page = open_page(name, around, body, _behind(pairs, notes, labels, lang))
        y = page.top
        for column, grid in grids.items():
            head = labels.word(_MEASURES[column], lang)
            page.write(MARGIN, y + (BAND - text_width.height(1, SIZE_BODY)) / 2, [head], SIZE_BODY)
            y = draw_grid(page, grid, y + BAND) + 2 * GAP
        return page.chart


def _grid(pairs: pd.DataFrame, notes: Sequence[PlanNote], column: str) -> Grid:
    place = {note.plan_id: at for at, note in enumerate(notes)}
    least, most = float(pairs[column].min()), float(pairs[column].max())
    spread = (most - least) or 1.0
    cells = {
        (place[row["plan_a"]], place[row["plan_b"]]): Cell(
            (row[column] - least) / spread, _number(row[column])
        )
        for row in pairs.to_dict("records")
    }
    names = tuple(note.name for note in notes)
    return Grid(names, names, cells, HEADS)


def _number(share: float) -> str:
    """Per cent; a share too small for one place is given with one."""
    return f"{100 * share:.1f}" if 0 < share < 0.1 else f"{100 * share:.0f}"


def _caption(pairs: pd.DataFrame, notes: Sequence[PlanNote], labels: Labels, lang: Lang) -> Caption:
    title = labels.word("figures.similarity_title", lang)
    alt_parts = [
        labels.word(
            "figures.similarity_pair",
            lang,
            a=labels.plan(row["plan_a"], lang),
            b=labels.plan(row["plan_b"], lang),
            shared=_number(row["shared_share"]),
            words=_number(row["vocabulary"]),
        )
        for row in pairs.to_dict("records")
    ]
    return Caption(
        title=title,
        subtitle=labels.word("figures.similarity_scope", lang),
        notes=(labels.word("figures.similarity_note", lang),),
        source=source_line(notes, labels, lang),
        alt=labels.word("figures.similarity_alt", lang, title=title, pairs=" ".join(alt_parts)),
    )


def _behind(pairs: pd.DataFrame, notes: Sequence[PlanNote], labels: Labels, lang: Lang) -> pd.DataFrame:
    """The rows of ``pairs`` in the order drawn, with the regions."""
    order = {note.plan_id: at for at, note in enumerate(notes)}
    rows = pairs.assign(_a=pairs["plan_a"].map(order), _b=pairs["plan_b"].map(order))
    rows = rows.sort_values(["_a", "_b"]).drop(columns=["_a", "_b"]).reset_index(drop=True)
    front = pd.DataFrame(
        {
            "region_a": [labels.plan(code, lang) for code in rows["plan_a"]],
            "region_b": [labels.plan(code, lang) for code in rows["plan_b"]],
        }
    )
    return pd.concat([front, rows], axis=1)
