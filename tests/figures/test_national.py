"""Values beside the national ones: what is drawn, what is said, and what has no place on an axis."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from compare.figures.charts import national
from compare.figures.content.national_gap import relation_text
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.style import MAX_HEIGHT_CM
from compare.tables.comparing.national import NATIONAL, Relation
from compare.tables.words.labels import Labels, Lang


def row(plan: int = 0, indicator: str = "share", unit: str = "%", **changes: Any) -> dict[str, Any]:
    """60 % beside a national 55 %."""
    return dict.fromkeys(NATIONAL) | {
        "plan_id": f"p{plan}", "indicator": indicator, "status": "stated", "value_low": 60.0,
        "value_high": 60.0, "unit": unit, "comparator": "ge", "deadline": "2026", "scope": "general",
        "relation": Relation.COMPARED, "held_at": "2026", "benchmark_id": "b", "national_comparator": "ge",
        "national_value": 55.0, "national_unit": unit, "national_deadline": "2025",
        "national_document": "某某养老服务体系规划", "national_document_number": "国发〔2021〕35号",
        "national_year": "2021", "national_grade": "A", "distance_low": 5.0, "distance_high": 5.0,
    } | changes  # fmt: skip


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(NATIONAL), dtype="object")
    numbers = ("value_low", "value_high", "national_value", "distance_low", "distance_high")
    return frame.astype({name: "float64" if name in numbers else "str" for name in NATIONAL})


def draw(found: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang) -> tuple[Chart, ...]:
    return national.draw({"national": found, "plans": plans}, labels, lang)


def elsewhere(plan: int) -> dict[str, Any]:
    nothing = ("benchmark_id", "national_value", "national_unit", "distance_low", "distance_high")
    return row(plan, scope="newly_built", relation=Relation.OTHER_SCOPE, **dict.fromkeys(nothing))


def many(count: int) -> pd.DataFrame:
    """Two indicators of ``count`` plans in which every relation occurs."""
    others = [Relation.NONE_DUE, Relation.UNDATED, Relation.CONFLICTING, Relation.DISPUTED]
    rows = [row(0), row(0, "area", "平方米/百户", national_document_number=None)]
    for plan in range(1, count):
        relation = others[plan % len(others)]
        status = "conflicting" if relation is Relation.CONFLICTING else "stated"
        rows += [
            row(plan, value_high=80.0, comparator="range", distance_high=25.0),
            elsewhere(plan) | {"indicator": "area", "unit": "平方米/百户"}
            if plan % 2
            else row(plan, "area", "平方米/百户", relation=relation, status=status, value_low=50.0),
        ]
    return table(*rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", [1, 4, 12, 40])
def test_no_text_overlaps_or_leaves_the_page(
    figure: SimpleNamespace, labels: Labels, count: int, lang: Lang
) -> None:
    """One region or forty, short names and long: every text stands free and every row is on one page."""
    found = many(count)
    charts = draw(found, figure.plans(count), labels, lang)
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54
        assert [] == [said for said in figure.texts(chart) if "figures." in said or "{" in said]
    drawn = found["relation"] == Relation.COMPARED
    if count > national.NAMED:
        drawn &= found["unit"] == "%"
    compared = drawn.sum()
    assert compared == sum(len(chart.data) for chart in charts)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "5 percentage points above the national ≥ 55% (by 2025, 国发〔2021〕35号, grade A)"),
        ({"distance_low": -2.0, "distance_high": -2.0}, "2 percentage points below the national ≥ 55%"),
        ({"distance_low": 0.0, "distance_high": 0.0}, "equals the national ≥ 55%"),
        ({"value_low": 50.0, "distance_low": -5.0}, "−5 to +5 percentage points from the national ≥ 55%"),
        ({"relation": Relation.NONE_DUE}, "no national value due by then; the next is ≥ 55% (by 2025"),
        ({"national_deadline": None}, "(since 2021, 国发〔2021〕35号"),
        ({"national_document_number": None, "national_grade": "B"}, "体系规划 (2021), grade B)"),
    ],
)
def test_a_row_in_words(labels: Labels, changes: dict[str, Any], expected: str) -> None:
    """A share differs by points; the document, its date and its grade are named."""
    said = relation_text(table(row(**changes)).to_dict("records")[0], labels, "en")
    assert expected in said


def test_only_the_same_measure_has_a_place_on_the_axis(figure: SimpleNamespace, labels: Labels) -> None:
    """A value of another scope is not drawn; it is counted with the reason."""
    (chart,) = draw(table(row(0), elsewhere(1)), figure.plans(2), labels, "en")
    axes = chart.axes[1]
    drawn = {float(x) for line in axes.lines if line.get_marker() == "^" for x in line.get_xdata()}
    strokes = [line for line in axes.lines if line.get_linewidth() > 1.5]
    assert ({60.0}, 1) == (drawn, len(strokes))
    assert {55.0} == set(strokes[0].get_xdata())
    assert "Left out, though there is a national value: 1 (another scope 1)" in chart.caption.notes[0]
    assert ["p0"] == list(chart.data["plan_id"])


def test_the_title_counts_the_values_compared(figure: SimpleNamespace, labels: Labels) -> None:
    """Above, on and below the national value, and due after it; what is not compared is in none of them."""
    equal = {"value_low": 55.0, "value_high": 55.0, "distance_low": 0.0, "distance_high": 0.0}
    (chart,) = draw(table(row(0), row(1, **equal), elsewhere(2)), figure.plans(3), labels, "en")
    said = "Of 2 values that can be held against a national one"
    assert f"{said}, 1 equal it (1 of them due later), 1 are above and 0 below" == chart.caption.title


def test_sources_name_the_plans_and_the_national_documents(figure: SimpleNamespace, labels: Labels) -> None:
    """Both are cited, from the rows drawn; where no number was seen, the title stands."""
    other = row(1, national_document_number=None, national_document="健康行动", national_year="2019")
    source = draw(table(row(0), other), figure.plans(2), labels, "zh")[0].caption.source
    assert all(part in source for part in ("政办发〔2018〕1号", "国发〔2021〕35号", "《健康行动》（2019）"))


def test_nothing_to_compare_is_no_page(figure: SimpleNamespace, labels: Labels) -> None:
    assert () == draw(table(), figure.plans(1), labels, "zh")
    assert () == draw(table(elsewhere(0)), figure.plans(1), labels, "zh")


def test_many_plans_are_drawn_by_their_distance(figure: SimpleNamespace, labels: Labels) -> None:
    """One page: a mark where plans are as far from the national value, above, on and below counted."""
    apart = [{"distance_low": gap, "distance_high": gap} for gap in (5.0, 5.0, 0.0, -2.0)]
    rows = [row(plan, **apart[plan % 4]) for plan in range(national.NAMED + 4)]
    (chart,) = draw(table(*rows), figure.plans(len(rows)), labels, "en")
    (marks,) = chart.axes[1].collections
    assert [-2.0, 0.0, 5.0] == sorted(x for x, _ in marks.get_offsets())
    assert "+6  =3  −3" in figure.texts(chart)


def test_plans_that_are_not_drawn_are_named(figure: SimpleNamespace, labels: Labels) -> None:
    """A plan that states nothing to compare, and one of which the table has no row, are named."""
    plans = figure.plans(3)
    (chart,) = draw(table(row(0), elsewhere(1)), plans, labels, "en")
    names = ", ".join(labels.plan(plan, "en") for plan in plans["plan_id"][1:])
    assert chart.caption.notes[0].endswith(f"Plans without a value that can be compared: {names}.")
    (chart,) = draw(table(row(0)), figure.plans(20), labels, "en")
    assert chart.caption.notes[0].endswith("Plans without a value that can be compared: 19.")
