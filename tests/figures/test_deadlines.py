"""Deadlines: every value in the year it names, none in a year it does not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compare.figures.charts import deadlines
from compare.figures.drawing.chart import Chart
from compare.tables.words.labels import Labels


def draw(
    figure: SimpleNamespace, rows: list[dict[str, Any]], plans: int, labels: Labels
) -> tuple[Chart, ...]:
    return deadlines.draw({"comparison": figure.comparison(rows), "plans": figure.plans(plans)}, labels, "en")


@pytest.mark.parametrize("deadline", ["2022", "2022-01", "2022-12-31"])
def test_a_value_is_counted_in_the_year_it_names(
    figure: SimpleNamespace, labels: Labels, deadline: str
) -> None:
    """However precise the deadline is; a year in which nothing is due has its column, without a number."""
    rows = [
        figure.row("p0", "share", figure.cells[0], deadline=deadline),
        figure.row("p0", "posts", figure.cells[0], deadline="2020"),
        figure.row("p1", "share", figure.cells[0], deadline="2020"),
    ]
    (chart,) = draw(figure, rows, 2, labels)
    counted = {text.get_position(): text.get_text() for text in chart.axes[1].texts if text.get_text()}
    assert {(0.5, 0.5): "1", (2.5, 0.5): "1", (0.5, 1.5): "1"} == counted
    title = "2 of 3 values with a deadline are due in 2020, more than in any other year; 0 have none"
    assert title == chart.caption.title


def test_values_without_deadline_stand_apart(figure: SimpleNamespace, labels: Labels) -> None:
    """No date is made up for a standard that holds at any time."""
    rows = [figure.row("p0", "share", figure.cells[0]), figure.row("p1", "share", figure.cells[5])]
    (chart,) = draw(figure, rows, 2, labels)
    counted = {text.get_position() for text in chart.axes[1].texts if text.get_text()}
    assert {(0.5, 0.5), (1.5, 1.5)} == counted
    assert "2025" in figure.texts(chart)


def test_no_deadlines_at_all_is_no_page(figure: SimpleNamespace, labels: Labels) -> None:
    """A study of standards without deadlines has nothing to set beside years."""
    assert () == draw(figure, [figure.row("p0", "share", figure.cells[5])], 1, labels)


def test_what_already_is_has_no_deadline_to_count(figure: SimpleNamespace, labels: Labels) -> None:
    """Facts and conditions are not asked for; the note says what the values without a deadline are."""
    rows = [
        figure.row("p0", "share", figure.cells[0], deadline="2025"),
        figure.row("p0", "posts", figure.cells[0], deadline="", kind="parameter", aspect="named", row_id="n"),
        figure.row("p1", "share", figure.cells[0], deadline="", kind="standard"),
        figure.row("p1", "posts", figure.cells[0], deadline="", kind="target"),
    ]
    (chart,) = draw(figure, rows, 2, labels)
    assert chart.caption.title.endswith("2 have none")
    assert chart.caption.notes[0].endswith("Without a deadline: Standard 1, Target 1.")
