"""The matrix: what is stated, what is not and why, and what it leaves out."""

from __future__ import annotations

from types import SimpleNamespace

from compare.figures.charts import matrix
from compare.tables.labels import Labels


def test_indicators_nobody_states_are_left_out_and_counted(figure: SimpleNamespace, labels: Labels) -> None:
    """An empty row compares nothing, but its absence is said."""
    comparison, plans = figure.made_up(5)
    chart = matrix.draw(comparison, plans, labels, "en")
    assert "nobody" not in set(chart.data["indicator"])
    assert "none of these plans states are left out: 1." in " ".join(chart.caption.notes)


def test_scope_is_said_where_it_is_not_the_general_one(figure: SimpleNamespace, labels: Labels) -> None:
    """A value for new housing does not stand silently beside one for the whole area."""
    rows = [
        figure.row("p0", "share", figure.cells[0]),
        figure.row("p1", "share", figure.cells[0], scope="newly_built"),
        figure.row("p2", "share", figure.cells[0]),
    ]
    chart = matrix.draw(figure.comparison(rows), figure.plans(3), labels, "en")
    assert 1 == " ".join(figure.texts(chart)).count("newly built")
    assert 1 == " ".join(figure.texts(chart)).count("Share of nursing")
    assert "Scope: overall" in chart.caption.subtitle


def test_scope_shared_by_a_row_is_said_once(figure: SimpleNamespace, labels: Labels) -> None:
    """Where all plans mean new housing, the row says so and the cells need not."""
    rows = [figure.row(f"p{i}", "share", figure.cells[0], scope="newly_built") for i in range(3)]
    chart = matrix.draw(figure.comparison(rows), figure.plans(3), labels, "en")
    assert 1 == " ".join(figure.texts(chart)).count("newly built")


def test_plan_that_speaks_in_other_scopes_only_is_not_simply_silent(
    figure: SimpleNamespace, labels: Labels
) -> None:
    """Not stated at one scope is not the same as not mentioned."""
    rows = [figure.row("p0", "share", figure.cells[0]), figure.row("p1", "share", elsewhere_ids="s1")]
    chart = matrix.draw(figure.comparison(rows), figure.plans(2), labels, "zh")
    assert 1 == figure.texts(chart).count("仅见其他口径")


def test_groups_can_be_chosen(figure: SimpleNamespace, labels: Labels) -> None:
    """A notebook on beds shows beds, and says so in its title."""
    comparison, plans = figure.made_up(5)
    chart = matrix.draw(comparison, plans, labels, "zh", groups=["beds"])
    assert {"share", "total"} == set(chart.data["indicator"])
    assert chart.caption.title.startswith("床位")


def test_data_can_be_read_without_the_figure(figure: SimpleNamespace, labels: Labels) -> None:
    """The CSV behind a figure names region, document and units in words."""
    comparison, plans = figure.made_up(3)
    data = matrix.draw(comparison, plans, labels, "en").data
    row = data[(data["plan_id"] == "p0") & (data["indicator"] == "share")].iloc[0]
    assert ("政办发〔2018〕1号", "2018", "Beds", "at least", "Stated") == (
        row["document_number"],
        row["year"],
        row["group_label"],
        row["comparator_label"],
        row["status_label"],
    )
