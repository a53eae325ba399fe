"""Values of plans against figures of their regions: ranked rates, and points."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from compare.figures.charts import rates, scatter
from compare.tables.comparing.per import PER
from compare.tables.words.labels import Labels, Lang

AREAS = ("甲县", "乙县", "丙县", "丁县")


def beside(areas: Sequence[str] = AREAS, **known: Any) -> pd.DataFrame:
    """Areas of one plan with values 10, 20, …, each with a figure and a rate; the first is highest."""
    rows = [
        dict.fromkeys(PER)
        | {"plan_id": "p0", "area": area, "indicator": "total", "status": "stated", "unit": "张"}
        | {"value_low": 10.0 * place, "value_high": 10.0 * place, "variable": "老年人", "context_year": 2020}
        | {"context_value": 1000.0 * place, "context_unit": "人", "context_source": "普查"}
        | {"per_low": 50.0 - place, "per_high": 50.0 - place, "per_unit": "张/千人"}
        | known
        for place, area in enumerate(areas, start=1)
    ]
    return pd.DataFrame(rows)


def tables(beside: pd.DataFrame, plans: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {"beside_regions": beside, "plans": plans}


def test_regions_stand_in_the_order_of_their_rates(figure: SimpleNamespace, labels: Labels) -> None:
    """The highest rate on top, whatever the order of the plan."""
    (chart,) = rates.draw(tables(beside()[::-1], figure.plans(1)), labels)
    said = [text for text in figure.texts(chart) if text in AREAS]
    assert list(AREAS) == said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("draw", [rates.draw, scatter.draw])
def test_source_and_year_are_named(figure: SimpleNamespace, labels: Labels, draw: Any, lang: Lang) -> None:
    """A figure from elsewhere is never shown without where it is from."""
    (chart,) = draw(tables(beside(), figure.plans(1)), labels, lang)
    written = "".join(figure.texts(chart))
    assert "2020" in written
    assert "普查" in written


def test_a_region_without_a_figure_is_named_and_not_drawn(figure: SimpleNamespace, labels: Labels) -> None:
    """It has no point, above all none at zero."""
    table = beside()
    table.loc[1, ["context_value", "per_low", "per_high"]] = None
    (chart,) = rates.draw(tables(table, figure.plans(1)), labels)
    assert AREAS[1] in chart.caption.notes[-1]
    assert AREAS[1] not in figure.texts(chart)


def test_few_regions_and_no_figures_are_no_chart(figure: SimpleNamespace, labels: Labels) -> None:
    """Two regions are no ranking and three no cloud; without data/context there is nothing at all."""
    plans = figure.plans(1)
    empty = pd.DataFrame(columns=list(PER))
    assert () == rates.draw(tables(beside(AREAS[:2]), plans), labels)
    assert () == scatter.draw(tables(beside(AREAS[:3]), plans), labels)
    assert () == rates.draw(tables(empty, plans), labels) == scatter.draw(tables(empty, plans), labels)


def test_a_figure_that_is_no_count_has_points_and_no_ranking(figure: SimpleNamespace, labels: Labels) -> None:
    """Income by head: beds for each thousand yuan say nothing."""
    table = beside(per_low=None, per_high=None, per_unit=None)
    assert (0, 1) == tuple(len(one.draw(tables(table, figure.plans(1)), labels)) for one in (rates, scatter))
