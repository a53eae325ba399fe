"""The timeline: each promise at the time it names, none without one."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from compare.figures.charts import deadlines
from compare.figures.drawing.chart import Chart
from compare.tables.labels import Labels


def markers(chart: Chart) -> list[float]:
    """Where the deadlines stand, top to bottom (the key above them left out)."""
    top = min(text.get_position()[1] for text in chart.axes[0].texts if text.get_text() == "2020")
    lines = [line for line in chart.axes[0].lines if line.get_marker() in ("^", "v", "o", "D")]
    return [
        float(line.get_xdata()[0])
        for line in lines
        if line.get_markersize() > 4 and line.get_ydata()[0] > top
    ]


def column(chart: Chart, year: str) -> tuple[float, float]:
    """Left and right edge of a year's column, from the places of the labels around it."""
    centres = {t.get_text(): t.get_position()[0] for t in chart.axes[0].texts if t.get_text().isdigit()}
    half = (centres[str(int(year) + 1)] - centres[year]) / 2
    return centres[year] - half, centres[year] + half


@pytest.mark.parametrize("deadline", ["2022", "2022-01", "2022-06", "2022-12", "2022-01-01", "2022-12-31"])
def test_deadline_stands_in_its_own_year(figure: SimpleNamespace, labels: Labels, deadline: str) -> None:
    """A marker on the border of two years would be read as either."""
    rows = [
        figure.row("p0", "share", figure.cells[0], deadline=deadline),
        figure.row("p1", "share", figure.cells[0], deadline="2020"),
        figure.row("p2", "share", figure.cells[0], deadline="2025"),
    ]
    plans = figure.plans(3).assign(issued_on="2020-01-05")
    chart = deadlines.draw(figure.comparison(rows), plans, labels)
    left, right = column(chart, "2022")
    assert 1 == sum(left < x < right for x in markers(chart))


def test_deadline_of_the_year_of_issue_is_not_before_the_issue(
    figure: SimpleNamespace, labels: Labels
) -> None:
    """A plan of December that promises something for the same year does not promise it for the past."""
    rows = [figure.row("p0", "share", figure.cells[0], deadline="2018")]
    chart = deadlines.draw(figure.comparison(rows), figure.plans(1), labels)
    runs = [
        list(line.get_xdata())
        for line in chart.axes[0].lines
        if line.get_linewidth() == 0.9 and line.get_ydata()[0] == line.get_ydata()[-1]
    ]
    assert 1 == len(runs)
    assert runs[0][0] <= runs[0][1]


def test_values_without_deadline_are_counted_not_drawn(figure: SimpleNamespace, labels: Labels) -> None:
    """No date is made up for a standard that holds at any time."""
    rows = [figure.row("p0", "share", figure.cells[0]), figure.row("p1", "share", figure.cells[5])]
    chart = deadlines.draw(figure.comparison(rows), figure.plans(2), labels, "en")
    assert ["p0"] == list(chart.data["plan_id"])
    assert "no deadline are left out: 1." in " ".join(chart.caption.notes)


def test_no_deadlines_at_all_is_no_page(figure: SimpleNamespace, labels: Labels) -> None:
    """A study of standards without deadlines has no timeline, and asking for one is no crash."""
    table = figure.comparison([figure.row("p0", "share", figure.cells[5])])
    assert 0 == len(deadlines.draw(table, figure.plans(1), labels).data)
    assert () == deadlines.pages(table, figure.plans(1), labels)
