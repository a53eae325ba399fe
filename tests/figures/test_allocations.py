"""Allocations by area: zeros are zeros, gaps are gaps, totals are checked."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from compare.figures.charts import allocations
from compare.figures.drawing.chart import Chart
from compare.tables.words.labels import Labels


def draw(figure: SimpleNamespace, table: pd.DataFrame, labels: Labels) -> Chart:
    (chart,) = allocations.draw({"allocations": table, "plans": figure.plans(1)}, labels)
    return chart


def test_only_values_above_zero_have_bars(figure: SimpleNamespace, labels: Labels) -> None:
    """Neither a stated zero nor a missing cell has a bar; the zero is written, the gap is marked."""
    chart = draw(figure, figure.allocations(6), labels)
    first, second = chart.axes[1:]
    assert [40.0, 50.0, 60.0] == [bar.get_width() for bar in first.patches]
    assert 3 == len(second.patches)
    assert 2 == figure.texts(chart).count("0")
    # A swatch for each gap of both panels and one for each status in the key.
    assert 2 * 2 + 2 == len(chart.axes[0].patches)


def test_total_that_is_not_the_sum_is_said(figure: SimpleNamespace, labels: Labels) -> None:
    """The stated total is shown as stated; what the rows add up to is said only where it differs."""
    chart = draw(figure, figure.allocations(6), labels)
    said = figure.texts(chart)
    assert "150" in said
    assert "155" in said
    assert 1 == "".join(said).count("分项相加150")


def test_small_values_still_show(figure: SimpleNamespace, labels: Labels) -> None:
    """One of ten thousand has a bar that can be seen."""
    table = figure.allocations(6)
    table.loc[3, "value"], table.loc[4, "value"] = 1.0, 10_000.0
    bars = draw(figure, table, labels).axes[1].patches
    assert min(bar.get_width() for bar in bars) > 50


def test_areas_stand_in_the_order_of_the_document(figure: SimpleNamespace, labels: Labels) -> None:
    """The order of rows in the table does not matter; the total comes last."""
    table = figure.allocations(6).sample(frac=1, random_state=2)
    said = figure.texts(draw(figure, table, labels))
    names = [text for text in said if text.startswith("第") and text.endswith("县")] + ["合计"]
    assert [*(f"第{i}县" for i in range(6)), "合计"] == names
    assert "合计" in said


def test_study_without_allocations_has_no_chart(figure: SimpleNamespace, labels: Labels) -> None:
    """Most plans allocate nothing to areas."""
    tables = {"allocations": figure.allocations(3).iloc[:0], "plans": figure.plans(1)}
    assert () == allocations.draw(tables, labels)


def test_plans_without_a_table_are_named(figure: SimpleNamespace, labels: Labels) -> None:
    """Each page tells which plans of the study it cannot show."""
    plans = figure.plans(3)
    tables = {"allocations": figure.allocations(6), "plans": plans}
    (chart,) = allocations.draw(tables, labels, "en")
    (shown,) = set(tables["allocations"]["plan_id"])
    names = [labels.plan(plan, "en") for plan in plans["plan_id"] if plan != shown]
    assert chart.caption.notes[0].endswith(f"Plans without a table by area: {', '.join(names)}.")
