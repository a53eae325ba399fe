"""Which means the plans use and how strictly: instruments by plan, tinted by level, family by family."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes
from compare.figures.drawing import heatmap
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.heat_chart import HeatMap, plan_columns
from compare.figures.drawing.page.frame import named, titled
from compare.model import Status
from compare.prose import headlines
from compare.tables.words.labels import Labels, Lang

NAME = "instruments"
TABLES = ("measures", "plans")

HEADS = 164.0
ROW = 8.9
HIGHEST = 3
ACROSS = 40


def draw(tables: Mapping[str, pd.DataFrame], labels: Labels, lang: Lang = "zh") -> tuple[Chart, ...]:
    """All families on one page as far as they fit; none where no plan carries any instrument.

    Instruments that no plan carries are counted in a note.
    """
    measures = tables["measures"]
    if not (measures["items"] > 0).any():
        return ()
    notes = plan_notes(tables["plans"], measures["plan_id"], labels, lang)
    codes = _codes(measures, labels)
    plans = [notes[start : start + ACROSS] for start in range(0, len(notes), ACROSS)]
    most = min(_page(measures, codes, part, 1, 9, labels, lang).fitting(labels, lang) for part in plans)
    parts = [(part, codes[start : start + most]) for part in plans for start in range(0, len(codes), most)]
    return tuple(
        _page(measures, shown, part, number, len(parts), labels, lang).draw(labels, lang)
        for number, (part, shown) in enumerate(parts, 1)
    )


def by_difference(rows: pd.DataFrame) -> list[str]:
    """Instruments, those first on which the plans differ most: by the spread of levels, then by how many
    plans lack it. What is not known (a fragment) does not count."""
    known = rows.dropna(subset=["level"]).groupby("instrument")["level"]
    spread, mean = (known.max() - known.min()).to_dict(), known.mean().to_dict()
    codes = sorted(set(rows["instrument"]))
    return sorted(codes, key=lambda code: (-int(spread.get(code, -1)), -float(mean.get(code, -1)), code))


def _codes(measures: pd.DataFrame, labels: Labels) -> list[tuple[str, str]]:
    """Family and code of every instrument that a plan carries, families in the order of the codebook."""
    used = set(_stated(measures)["instrument"])
    present = set(measures.loc[measures["instrument"].isin(used), "family"])
    order = list(labels.sections.get("families", {}))
    families = [code for code in order if code in present] + sorted(present - set(order))
    return [
        (family, code)
        for family in families
        for code in by_difference(measures[measures["family"] == family])
        if code in used
    ]


def _stated(measures: pd.DataFrame) -> pd.DataFrame:
    return measures[measures["status"] == Status.STATED]


def _page(
    measures: pd.DataFrame,
    codes: Sequence[tuple[str, str]],
    plans: Sequence[PlanNote],
    number: int,
    count: int,
    labels: Labels,
    lang: Lang,
) -> HeatMap:
    stating = _stated(measures).groupby("instrument")["plan_id"].nunique()
    spread = {str(code): int(stating.get(code, 0)) for code in sorted(set(measures["instrument"]))}
    unused = sum(count == 0 for count in spread.values())
    left_out = labels.word("figures.instruments_unused", lang, count=unused) if unused else ""
    title = headlines.of_instruments(spread, measures["plan_id"].nunique(), labels, lang)
    shown = {code for _, code in codes}
    ids = {plan.plan_id for plan in plans}
    rows = measures[measures["instrument"].isin(shown) & measures["plan_id"].isin(ids)]
    doubtful = set(measures.loc[measures["provisional"].isin([True]), "instrument"])
    provisional = labels.word("figures.instruments_provisional", lang)
    return HeatMap(
        name=named(NAME, number, count),
        title=titled(title or labels.word("figures.instruments_title", lang), number, count, labels, lang),
        subtitle=labels.word("figures.instruments_scope", lang),
        notes=(labels.word("figures.instruments_note", lang), left_out),
        plans=plans,
        grid=heatmap.Grid(
            rows=tuple(
                heatmap.Column(labels.of("instruments", code, lang), provisional if code in doubtful else "")
                for _, code in codes
            ),
            columns=plan_columns(plans, labels, lang),
            cells=_cells(rows, [code for _, code in codes], plans),
            heads=HEADS,
            row=ROW,
            bands=_bands(codes, labels, lang),
        ),
        data=_behind(rows, [code for _, code in codes], plans, labels, lang),
    )


def _bands(codes: Sequence[tuple[str, str]], labels: Labels, lang: Lang) -> dict[int, str]:
    found: dict[int, str] = {}
    for place, (family, _) in enumerate(codes):
        if place == 0 or codes[place - 1][0] != family:
            found[place] = labels.of("families", family, lang)
    return found


def _cells(
    rows: pd.DataFrame, codes: Sequence[str], plans: Sequence[PlanNote]
) -> dict[tuple[int, int], heatmap.Cell]:
    row_of = {code: at for at, code in enumerate(codes)}
    column_of = {plan.plan_id: at for at, plan in enumerate(plans)}
    return {
        (row_of[row["instrument"]], column_of[row["plan_id"]]): _cell(row) for row in rows.to_dict("records")
    }


def _cell(row: Mapping[Hashable, Any]) -> heatmap.Cell:
    status = Status(str(row["status"]))
    if status is not Status.STATED:
        return heatmap.Cell(0.0, "", status=status)
    level = int(row["level"])
    return heatmap.Cell(level / HIGHEST, str(level))


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
