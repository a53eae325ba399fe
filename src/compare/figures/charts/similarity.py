"""How near the plans are to each other: by the wording they share, and by the words they use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes, source_line
from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.heat_chart import heads_of, plan_columns
from compare.figures.drawing.heatmap import Cell, Column, Grid, draw_grid
from compare.figures.drawing.page.frame import GAP, MARGIN, NO_KEY, open_page, surround
from compare.figures.drawing.style import MAX_HEIGHT, SIZE_BODY, style
from compare.figures.drawing.text import measuring
from compare.prose import headlines
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang
from compare.terms.counting.similarity import of_study, similarity

NAME = "similarity"
TABLES = ("terms", "reuse", "clauses", "plans")
ANSWERS = (("pairs", of_study),)

BAND = 16.0
# More plans than this are too many pairs to be read.
MOST = 40
ROOMY = 12
ROW, DENSE_ROW = 14.0, 9.0

# Column of the table of pairs -> the word above its grid.
_MEASURES = {"shared_share": "figures.similarity_shared", "vocabulary": "figures.similarity_words"}


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """Two grids of plans by plans, on a page each where both do not fit on one; none for one plan alone."""
    pairs = tables["pairs"] if "pairs" in tables else similarity(*(tables[name] for name in TABLES[:3]))
    if not 2 <= pairs["plan_a"].nunique() <= MOST:
        return ()
    whole = _chart(NAME, pairs, tables["plans"], labels, lang, tuple(_MEASURES))
    if whole.get_size_inches()[1] * 72 <= MAX_HEIGHT:
        return (whole,)
    return tuple(
        _chart(f"{NAME}-{number}", pairs, tables["plans"], labels, lang, (column,))
        for number, column in enumerate(_MEASURES, 1)
    )


def _chart(
    name: str, pairs: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, columns: Sequence[str]
) -> Chart:
    notes = plan_notes(plans, pairs["plan_a"], labels, lang)
    with style():
        grids = {column: _grid(pairs, notes, column, labels, lang) for column in columns}
        around = surround(_caption(pairs, notes, labels, lang), NO_KEY, labels, lang)
        body = sum(BAND + grid.height for grid in grids.values()) + GAP * (2 * len(grids) - 1)
        page = open_page(name, around, body, _behind(pairs, notes, labels, lang))
        y = page.top
        for column, grid in grids.items():
            head = labels.word(_MEASURES[column], lang)
            page.write(MARGIN, y + (BAND - measuring.height(1, SIZE_BODY)) / 2, [head], SIZE_BODY)
            y = draw_grid(page, grid, y + BAND) + 2 * GAP
        return page.chart


def _grid(pairs: pd.DataFrame, notes: Sequence[PlanNote], column: str, labels: Labels, lang: Lang) -> Grid:
    place = {note.plan_id: at for at, note in enumerate(notes)}
    least, most = float(pairs[column].min()), float(pairs[column].max())
    spread = (most - least) or 1.0
    cells = {
        (place[row["plan_a"]], place[row["plan_b"]]): Cell(
            (row[column] - least) / spread, _number(row[column])
        )
        for row in pairs.to_dict("records")
    }
    rows = plan_columns(notes, labels, lang)
    row = ROW if len(notes) <= ROOMY else DENSE_ROW
    return Grid(
        rows=rows,
        columns=tuple(Column(note.name) for note in notes),
        cells=cells,
        heads=heads_of(rows, row),
        row=row,
    )


def _number(share: float) -> str:
    """Per cent; a share too small for one place is given with one."""
    return f"{100 * share:.1f}" if 0 < share < 0.1 else f"{100 * share:.0f}"


def _caption(pairs: pd.DataFrame, notes: Sequence[PlanNote], labels: Labels, lang: Lang) -> Caption:
    title = headlines.of_similarity(records(pairs), labels, lang)
    title = title or labels.word("figures.similarity_title", lang)
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
