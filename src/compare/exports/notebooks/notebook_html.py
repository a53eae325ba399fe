"""Tables and figures as a notebook shows them: escaped text, both languages, nothing fetched."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup, escape

from compare.exports.rows.columns import titles
from compare.exports.rows.plain import Row
from compare.exports.words import Words
from compare.figures.content.cell_text import text_of
from compare.figures.content.plans_shown import plan_notes
from compare.figures.drawing.chart import SCREEN_DPI, Chart, render
from compare.figures.drawing.style import WIDTH_CM
from compare.tables.storage.frames import records

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

_CELL = (
    "text-align:left;vertical-align:top;padding:4px 8px;border-bottom:1px solid #d0d0d0;white-space:normal"
)
_SHORT = 12
_NUMBER = _CELL.replace("left", "right", 1)
_HEAD = f"{_CELL};border-bottom:2px solid #1f4e5f;font-weight:600;white-space:nowrap"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as they are shown; ``heads`` maps each column of ``frame`` to its bilingual title."""

    frame: pd.DataFrame
    heads: Mapping[str, str]
    none: str

    def _repr_html_(self) -> str:
        if self.frame.empty:
            return Markup("<p>{}</p>").format(self.none)
        head = Markup("").join(
            Markup('<th style="{}">{}</th>').format(_HEAD, _lines(self.heads[str(name)]))
            for name in self.frame
        )
        body = Markup("").join(_row(row) for row in records(self.frame))
        return Markup(
            '<table style="border-collapse:collapse;font-size:13px"><thead><tr>{}</tr></thead>'
            "<tbody>{}</tbody></table>"
        ).format(head, body)


@dataclass(frozen=True, slots=True)
class Figures:
    """Charts in Chinese, and in English under a fold."""

    charts: tuple[Chart, ...]
    english: tuple[Chart, ...]
    fold: str
    none: str

    def _repr_html_(self) -> str:
        if not self.charts:
            return Markup("<p>{}</p>").format(self.none)
        return Markup("{}<details><summary>{}</summary>{}</details>").format(
            _pictures(self.charts), self.fold, _pictures(self.english)
        )


def in_order(dataset: Dataset, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of ``frame`` with the plans in the order of the figures."""
    notes = plan_notes(dataset.plans, dataset.plans["plan_id"], dataset.labels, "zh")
    place = {note.plan_id: number for number, note in enumerate(notes)}
    return sorted(records(frame), key=lambda row: place.get(row["plan_id"], len(place)))


def table_of(shown: Sequence[Row], keys: Sequence[str], words: Words, table: str = "") -> Table:
    """The columns ``keys`` of these rows, titled as those of ``table``."""
    # As objects: pandas would make plain text of marked text.
    frame = pd.DataFrame(
        [[row.get(key) for key in keys] for row in shown], columns=list(keys), dtype="object"
    )
    return Table(frame, titles(keys, words, table), words.pair("display.none"))


def quoted(evidence: Mapping[str, Any]) -> Markup:
    """The sentence with the quotation marked in it."""
    sentence, start = evidence["sentence"], evidence["start"] - evidence["sentence_start"]
    end = evidence["end"] - evidence["sentence_start"]
    return Markup("{}<mark>{}</mark>{}").format(sentence[:start], sentence[start:end], sentence[end:])


def _row(row: Mapping[str, Any]) -> Markup:
    cells = (Markup('<td style="{}">{}</td>').format(_style(value), shown(value)) for value in row.values())
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _style(value: Any) -> str:
    """Numbers to the right; a date or a number with its unit stays on one line."""
    if isinstance(value, int | float):
        return _NUMBER
    return _CELL.replace("normal", "nowrap") if len(text_of(value)) <= _SHORT else _CELL


def shown(value: Any) -> Markup:
    """A value as HTML: marked text as it is, anything else escaped, no value as nothing."""
    if isinstance(value, Markup):
        return value
    return (
        escape(f"{value:,}") if isinstance(value, int | float) and value == value else _lines(text_of(value))
    )


def _lines(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _pictures(charts: Iterable[Chart]) -> Markup:
    """The charts as pictures at the width they are made for, each with its alternative text."""
    width = round(WIDTH_CM / 2.54 * 96)
    return Markup("").join(
        Markup('<p><img alt="{}" width="{}" src="data:image/png;base64,{}"></p>').format(
            chart.caption.alt, width, base64.b64encode(render(chart, "png", SCREEN_DPI)).decode("ascii")
        )
        for chart in charts
    )
