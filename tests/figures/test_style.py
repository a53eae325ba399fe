"""One style: set after the theme, told apart without colour, never left behind."""

from __future__ import annotations

import itertools

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.marks import draw_marker, draw_range, draw_status
from compare.figures.drawing.page.frame import KEY_HEIGHT, Key, open_page, surround
from compare.figures.drawing.style import COMPARATORS, STATUSES, style
from compare.model import Comparator, Status
from compare.tables.words.labels import Labels

CAPTION = Caption(title="t", subtitle="s", source="q", alt="a")


def grey(status: Status | Comparator) -> np.ndarray:
    """A swatch or marker as greyscale pixels."""
    with style():
        chart = Chart(name="x", caption=CAPTION, data=pd.DataFrame(), figsize=(0.4, 0.4), dpi=200)
        axes = chart.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, 28.8)
        axes.set_ylim(28.8, 0)
        axes.axis("off")
        if isinstance(status, Status):
            draw_status(axes, (4, 4, 20, 20), status)
        elif status is Comparator.RANGE:
            draw_range(axes, 8, 20, 14, "#000000", 6)
        else:
            draw_marker(axes, 14, 14, status, "#000000", 10)
        chart.canvas.draw()
    pixels = np.asarray(chart.canvas.buffer_rgba())[..., :3]  # type: ignore[attr-defined]
    return pixels @ np.array([0.299, 0.587, 0.114])


def test_every_code_has_its_style() -> None:
    """A status or comparator without a way to be drawn would be drawn like another or not at all."""
    assert set(Status) == set(STATUSES)
    assert set(Comparator) == set(COMPARATORS)


@pytest.mark.parametrize("pair", list(itertools.combinations(Status, 2)), ids=str)
def test_statuses_differ_in_grey(pair: tuple[Status, Status]) -> None:
    """Each status other than stated is drawn in its own way, legible without colour."""
    first, second = (grey(status) for status in pair)
    assert np.mean(np.abs(first - second) > 12) > 0.01


@pytest.mark.parametrize("pair", list(itertools.combinations(Comparator, 2)), ids=str)
def test_comparators_differ_in_grey(pair: tuple[Comparator, Comparator]) -> None:
    """A floor, a cap and a plain value are told apart by shape alone."""
    first, second = (grey(code) for code in pair)
    assert np.mean(np.abs(first - second) > 60) > 0.01


def test_style_is_set_after_the_theme_and_left_behind_nowhere() -> None:
    """The theme resets the font (seaborn#1009); our font comes after it, and only inside."""
    before = dict(mpl.rcParams)
    with style():
        assert "Noto Sans SC" == mpl.rcParams["font.family"][0]
        assert "none" == mpl.rcParams["svg.fonttype"]
    assert before == dict(mpl.rcParams)


def test_key_explains_what_is_drawn_and_nothing_else(labels: Labels) -> None:
    """The key has an entry for each code it is given, and a chart without any has none."""
    full = surround(CAPTION, Key(tuple(Comparator), tuple(Status)), labels, "en")
    assert len(Comparator) + len(Status) == len(full.key[0])
    assert full.key[1] >= 2 * KEY_HEIGHT
    assert ((), 0.0) == surround(CAPTION, Key((), ()), labels, "en").key


def test_page_is_sixteen_centimetres_wide(labels: Labels) -> None:
    """Figures are made for the text block of a page, so that their type is not scaled."""
    around = surround(CAPTION, Key((), ()), labels, "zh")
    with style():
        page = open_page("x", around, 100, pd.DataFrame())
    assert pytest.approx(16.0) == page.chart.get_size_inches()[0] * 2.54
    assert pytest.approx(100) == page.bottom - page.top
