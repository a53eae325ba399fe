"""Responsibilities: tasks counted once, shares of each plan's own tasks, gaps of fragments marked."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from compare.figures.charts import responsibilities
from compare.figures.drawing.chart import Chart
from compare.tables.words.labels import Labels


def draw(table: pd.DataFrame, plans: pd.DataFrame, labels: Labels) -> Chart:
    (chart,) = responsibilities.draw({"responsibilities": table, "plans": plans}, labels)
    return chart


def test_tasks_are_counted_by_passage(figure: SimpleNamespace, labels: Labels) -> None:
    """A department named twice in a passage has one task there; leading counts too."""
    table = figure.responsibilities(2)
    table = pd.concat([table, table])
    data = draw(table, figure.plans(2), labels).data
    first = data[(data["department"] == "d0") & (data["plan_id"] == "p0")].iloc[0]
    assert (4, 1, 4, 1.0) == (first["tasks"], first["led"], first["tasks_of_plan"], first["share"])


def test_department_that_is_not_named_has_no_number(figure: SimpleNamespace, labels: Labels) -> None:
    """Not named is bare paper, not a 0."""
    table = figure.responsibilities(1, 1)
    other = figure.responsibilities(2, 2).query("plan_id == 'p1'")
    said = figure.texts(draw(pd.concat([table, other]), figure.plans(2), labels))
    assert "0" not in said


def test_what_a_fragment_does_not_name_is_marked(figure: SimpleNamespace, labels: Labels) -> None:
    """The missing part of a fragment may name the department."""
    table = pd.concat([figure.responsibilities(1, 1), figure.responsibilities(2, 2).query("plan_id == 'p1'")])
    whole, part = figure.plans(2), figure.plans(2).assign(complete=[False, True])
    assert "文本残缺" not in figure.texts(draw(table, whole, labels))
    assert "文本残缺" in figure.texts(draw(table, part, labels))


def test_departments_that_are_not_in_the_codebook_are_left_out(
    figure: SimpleNamespace, labels: Labels
) -> None:
    """A department without a function has no row, but its tasks are tasks of the plan."""
    table = figure.responsibilities(1, 1)
    extra = table.iloc[:1].assign(passage_id="p0-9", department=None)
    data = draw(pd.concat([table, extra]), figure.plans(1), labels).data
    assert ["d0"] == list(data["department"])
    assert [5] == list(data["tasks_of_plan"])


def test_study_without_responsibilities(figure: SimpleNamespace, labels: Labels) -> None:
    """No pages where no plan names a department."""
    none = figure.responsibilities(1).iloc[:0]
    assert () == responsibilities.draw({"responsibilities": none, "plans": figure.plans(1)}, labels)
