"""Charts that are drawn when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.text import Text

from compare.exports.pictures import Pictures
from compare.figures.drawing.chart import FORMATS, Caption, Chart, render
from compare.figures.drawing.page.frame import NO_KEY, Page, open_page, page_later, surround
from compare.figures.drawing.style import style
from compare.tables.words.labels import Labels

CAPTION = Caption("Beds", "all", "two plans", "a line")


def _later(labels: Labels, *lines: str, caption: Caption = CAPTION) -> tuple[Chart, list[str]]:
    """A chart with these lines, and a list of what was drawn of it so far."""
    drawn: list[str] = []

    def draw(page: Page) -> None:
        drawn.extend(lines)
        page.write(10, page.top, lines, 8)

    with style():
        around = surround(caption, NO_KEY, labels, "en")
    return page_later("beds", around, 60.0, pd.DataFrame(), lines, draw), drawn


def test_it_looks_like_one_that_is_drawn_at_once(labels: Labels) -> None:
    """In every format; and it is drawn once."""
    chart, drawn = _later(labels, "one")
    assert [] == drawn
    with style():
        page = open_page("beds", surround(CAPTION, NO_KEY, labels, "en"), 60.0, pd.DataFrame())
        page.write(10, page.top, ["one"], 8)
    for fmt in FORMATS:
        assert render(page.chart, fmt) == render(chart, fmt)
    assert ["one"] == drawn


@pytest.mark.parametrize(
    "look",
    [
        lambda chart: [text.get_text() for axes in chart.axes for text in axes.texts],
        lambda chart: [text.get_text() for text in chart.findobj(Text)],
    ],
)
def test_whoever_looks_at_it_sees_it(labels: Labels, look: Callable[[Chart], list[str]]) -> None:
    """Its axes and its texts are there when they are asked for."""
    assert "one" in look(_later(labels, "one")[0])


def test_a_kept_picture_is_not_drawn(labels: Labels, tmp_path: Path) -> None:
    """Of the same content drawn by the same code; any other is."""
    kept = Pictures(tmp_path, "this code")
    first, _ = _later(labels, "one")
    files = kept.of(first)
    again, drawn = _later(labels, "one")
    assert (files, []) == (kept.of(again), drawn)
    for other, pictures in (
        (_later(labels, "two"), kept),
        (_later(labels, "one", caption=replace(CAPTION, notes=("a note",))), kept),
        (_later(labels, "one"), Pictures(tmp_path, "other code")),
    ):
        pictures.of(other[0])
        assert other[1]
