"""The matrix: what is stated, what is not and why, and what it leaves out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from compare.figures.charts import matrix
from compare.figures.drawing.chart import Chart
from compare.tables.words.labels import Labels, Lang


def draw(
    figure: SimpleNamespace, rows: list[dict[str, Any]], plans: int, labels: Labels, lang: Lang = "zh"
) -> Chart:
    tables = {
        "comparison": figure.comparison(rows),
        "plans": figure.plans(plans),
        "statements": figure.statements(),
    }
    (chart,) = matrix.draw(tables, labels, lang)
    return chart


def test_indicators_nobody_states_are_left_out(figure: SimpleNamespace, labels: Labels) -> None:
    """An empty row compares nothing."""
    for chart in matrix.draw(figure.tables(5), labels, "en"):
        assert "nobody" not in set(chart.data["indicator"])


def test_topics_of_one_plan_have_no_matrix(figure: SimpleNamespace, labels: Labels) -> None:
    """Where one plan alone states anything there is nothing to compare."""
    rows = [figure.row("p0", "share", figure.cells[0]), figure.row("p1", "share")]
    tables = {
        "comparison": figure.comparison(rows),
        "plans": figure.plans(2),
        "statements": figure.statements(),
    }
    assert () == matrix.draw(tables, labels)


def test_rows_of_one_plan_alone_are_listed(figure: SimpleNamespace, labels: Labels) -> None:
    """Below the grid, with their value and deadline, under the plan that states them."""
    rows = [figure.row(f"p{i}", "share", figure.cells[0]) for i in range(2)]
    rows += [figure.row("p0", "total", figure.cells[0]), figure.row("p1", "total")]
    said = " ".join(figure.texts(draw(figure, rows, 2, labels, "en")))
    assert "Beds: ≥ 55 beds by 2025" in said
    assert 2 == said.count("≥ 55%")


def test_scope_is_said_where_it_is_not_the_general_one(figure: SimpleNamespace, labels: Labels) -> None:
    """A value for new housing does not stand silently beside one for the whole area."""
    rows = [
        figure.row("p0", "share", figure.cells[0]),
        figure.row("p1", "share", figure.cells[0], scope="newly_built"),
        figure.row("p2", "share", figure.cells[0]),
    ]
    chart = draw(figure, rows, 3, labels, "en")
    said = " ".join(figure.texts(chart))
    assert 1 == said.count("newly built")
    assert "Scope: overall" in chart.caption.subtitle


def test_plan_that_speaks_in_other_scopes_only_is_not_simply_silent(
    figure: SimpleNamespace, labels: Labels
) -> None:
    """Not stated at one scope is not the same as not mentioned."""
    rows = [figure.row(f"p{i}", "share", figure.cells[0]) for i in range(2)]
    rows.append(figure.row("p2", "share", elsewhere_ids="s1"))
    assert 1 == figure.texts(draw(figure, rows, 3, labels)).count("仅见其他口径")


def test_data_can_be_read_without_the_figure(figure: SimpleNamespace, labels: Labels) -> None:
    """The CSV behind a figure names region, document and units in words."""
    data = matrix.draw(figure.tables(3), labels, "en")[0].data
    row = data[(data["plan_id"] == "p0") & (data["indicator"] == "share")].iloc[0]
    assert ("政办发〔2018〕1号", "2018", "Beds", "at least", "Stated") == (
        row["document_number"],
        row["year"],
        row["group_label"],
        row["comparator_label"],
        row["status_label"],
    )
