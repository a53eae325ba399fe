"""Dot plots: values on axes, everything else beside them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from matplotlib.axes import Axes

from compare.figures.charts import values
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.style import FAINT
from compare.tables.words.labels import Labels, Lang


def draw(figure: SimpleNamespace, rows: list[dict[str, Any]], labels: Labels, lang: Lang = "zh") -> Chart:
    """The one page of these rows."""
    tables = {
        "comparison": figure.comparison(rows),
        "plans": figure.plans(len({row["plan_id"] for row in rows})),
        "statements": figure.statements(),
    }
    (chart,) = values.draw(tables, labels, lang)
    return chart


def data_axes(chart: Chart) -> list[Axes]:
    return chart.axes[1:]


def points(axes: Axes) -> list[float]:
    """Every x at which something other than the path to a value is drawn."""
    lines = [
        line
        for line in axes.lines
        if line.get_color() != FAINT and line.get_marker() not in ("", "None", None)
    ]
    return sorted(float(x) for line in lines for x in line.get_xdata())


@pytest.mark.parametrize("status", ["not_stated", "source_incomplete", "not_applicable"])
def test_missing_is_never_on_the_axis(figure: SimpleNamespace, labels: Labels, status: str) -> None:
    """A plan that states nothing has no mark at zero or anywhere on the axis; its status is written."""
    rows = [
        figure.row("p0", "share", figure.cells[0]),
        figure.row("p1", "share", figure.cells[7], path=""),
        figure.row("p2", "share", status=status),
    ]
    chart = draw(figure, rows, labels, "en")
    (axes,) = data_axes(chart)
    assert [55.0, 80.0] == points(axes)
    assert labels.status(status, "en") in figure.texts(chart)


def test_every_value_is_drawn_where_it_is(figure: SimpleNamespace, labels: Labels) -> None:
    """A range has both its ends, a contradiction both its values, the rest one point each."""
    cells = figure.cells[: values.NAMED]
    rows = [figure.row(f"p{i}", "share", cell) for i, cell in enumerate(cells)]
    chart = draw(figure, rows, labels)
    (axes,) = data_axes(chart)
    expected = sorted(v for cell in cells if cell[1] is not None for v in {cell[1], cell[2]})
    assert expected == points(axes)


def test_contradiction_links_both_values(figure: SimpleNamespace, labels: Labels) -> None:
    """Both values of a contradiction are drawn and joined, in a manner of their own."""
    rows = [figure.row("p0", "share", figure.cells[4]), figure.row("p1", "share", figure.cells[0])]
    (axes,) = data_axes(draw(figure, rows, labels))
    links = [line for line in axes.lines if line.get_linestyle() == ":"]
    assert [[60.0, 90.0]] == [list(line.get_xdata()) for line in links]


def test_earlier_deadlines_lead_to_the_value(figure: SimpleNamespace, labels: Labels) -> None:
    """The path is drawn faintly, from the first step to the value, and written beside it."""
    rows = [figure.row("p0", "share", figure.cells[7]), figure.row("p1", "share", figure.cells[0])]
    chart = draw(figure, rows, labels)
    (axes,) = data_axes(chart)
    path = [list(line.get_xdata()) for line in axes.lines if line.get_color() == FAINT]
    assert [[40.0, 60.0, 80.0], [40.0, 60.0]] == path
    said = " ".join(figure.texts(chart))
    assert "2022: 40 →" in said
    assert "2023: 60" in said


def test_units_do_not_share_an_axis(figure: SimpleNamespace, labels: Labels) -> None:
    """Persons and persons a year are two rows and two plots, each named with its unit."""
    rows = [
        figure.row(f"p{i}", "rare", figure.cells[0], value_low=low, value_high=low, unit=unit)
        for i, (low, unit) in enumerate(
            [(600.0, "人次/年"), (700.0, "人次/年"), (5000.0, "人次"), (6000.0, "人次")]
        )
    ]
    chart = draw(figure, rows, labels)
    assert [[600.0, 700.0], [5000.0, 6000.0]] == [points(axes) for axes in data_axes(chart)]
    assert {"人次/年", "人次"} <= set(figure.texts(chart))


def test_two_scopes_share_an_axis_only_where_they_are_the_same_measure(
    figure: SimpleNamespace, labels: Labels
) -> None:
    """A share of new housing has a plot of its own, below that of all; on one axis its scope is named."""
    general = [figure.row(f"p{i}", "share", figure.cells[0]) for i in range(2)]
    new = [figure.row(f"p{i}", "share", figure.cells[7], scope="newly_built", path="") for i in (2, 3)]
    apart = draw(figure, general + new, labels, "en")
    assert [[55.0, 55.0], [80.0, 80.0]] == [points(axes) for axes in data_axes(apart)]
    same = [row | {"axis": general[0]["axis"]} for row in new]
    together = draw(figure, general + same, labels, "en")
    assert [[55.0, 55.0, 80.0, 80.0]] == [points(axes) for axes in data_axes(together)]
    assert "newly built" in " ".join(figure.texts(together))


def test_small_values_do_not_look_like_zero(figure: SimpleNamespace, labels: Labels) -> None:
    """Where values span decades the axis is logarithmic and says so."""
    said = (3.0, 40.0, 120_000.0)
    rows = [
        figure.row(f"p{i}", "total", figure.cells[0], value_low=value, value_high=value)
        for i, value in enumerate(said)
    ]
    chart = draw(figure, rows, labels, "en")
    (axes,) = data_axes(chart)
    assert "log" == axes.get_xscale()
    assert "beds · log scale" in figure.texts(chart)
    assert axes.get_xlim()[0] <= 3 < 120_000 <= axes.get_xlim()[1]


def test_linear_axes_start_at_zero(figure: SimpleNamespace, labels: Labels) -> None:
    """Lengths can be compared, and a share is drawn against 100."""
    rows = [figure.row(f"p{i}", "share", figure.cells[0]) for i in range(2)]
    (axes,) = data_axes(draw(figure, rows, labels))
    assert (0.0, 100.0) == axes.get_xlim()


def test_what_one_plan_states_is_left_to_the_tables(figure: SimpleNamespace, labels: Labels) -> None:
    """A plot with a single point compares nothing; that it was left out is said."""
    rows = [figure.row("p0", "rare", figure.cells[0]), figure.row("p1", "rare")]
    assert () == values.draw(
        {"comparison": figure.comparison(rows), "plans": figure.plans(2), "statements": figure.statements()},
        labels,
    )
    rows += [figure.row(f"p{i}", "share", figure.cells[0]) for i in range(2)]
    chart = draw(figure, rows, labels, "en")
    assert {"share"} == set(chart.data["indicator"])
    assert "stand in the tables: 1." in " ".join(chart.caption.notes)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_many_plans_are_counted_by_level(figure: SimpleNamespace, labels: Labels, lang: Lang) -> None:
    """A mark for each value of a level, its size the number of plans; those without a value are not drawn."""
    count = values.NAMED + 4
    rows = [figure.row(f"p{i}", "share", figure.cells[0] if i else figure.cells[1]) for i in range(count)]
    chart = draw(figure, rows, labels, lang)
    (axes,) = data_axes(chart)
    (marks,) = axes.collections
    assert [[55.0]] == [[x] for x, _ in marks.get_offsets()]
    assert str(count - 1) in figure.texts(chart)


def test_many_plans_of_one_level_are_counted_by_province(figure: SimpleNamespace, labels: Labels) -> None:
    """Where the level tells nothing apart, a line for each province, with the number of its plans."""
    rows = [figure.row(f"p{i}", "share", figure.cells[0]) for i in range(40)]
    chart = draw(figure, rows, labels, "zh")
    (axes,) = data_axes(chart)
    (marks,) = axes.collections
    assert [55.0] * 3 == [x for x, _ in marks.get_offsets()]
    said = figure.texts(chart)
    assert {"北京", "云南", "新疆", "14", "12"} <= set(said)


def test_alternative_text_tells_every_value(figure: SimpleNamespace, labels: Labels) -> None:
    """A reader who cannot see the figure learns what each plan says, and who says nothing."""
    rows = [figure.row("p0", "share", figure.cells[0]), figure.row("p1", "share")]
    rows.append(figure.row("p2", "share", figure.cells[0]))
    alt = draw(figure, rows, labels, "en").caption.alt
    assert "≥ 55% by 2025" in alt
    assert "Jia Not stated" in alt


def test_measure_words_that_count_the_same_share_a_panel(figure: SimpleNamespace, labels: Labels) -> None:
    """3所 and 4家 stand on one axis, the odd one with its unit; 5张 does not."""
    rows = [
        figure.row(f"p{i}", "total", figure.cells[0], value_low=value, value_high=value, unit=unit)
        for i, (value, unit) in enumerate([(3.0, "所"), (4.0, "家"), (5.0, "所"), (6.0, "张"), (7.0, "张")])
    ]
    chart = draw(figure, rows, labels)
    drawn = [
        {float(x) for line in axes.lines if line.get_marker() == "^" for x in line.get_xdata()}
        for axes in chart.axes[1:]
    ]
    assert [{3.0, 4.0, 5.0}, {6.0, 7.0}] == drawn
    assert "≥ 4 家" in figure.texts(chart)
    assert "≥ 3" in figure.texts(chart)
