"""Nothing overlaps, is clipped or gets lost, whatever the number of regions."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from compare.figures.charts import allocations, deadlines, dots, matrix, responsibilities, topics
from compare.figures.drawing.style import MAX_HEIGHT_CM
from compare.tables.labels import Labels, Lang

COUNTS = (1, 3, 5, 12, 40)
COMPARED = {"matrix": matrix, "dots": dots, "deadlines": deadlines, "topics": topics}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", COMPARED)
def test_no_text_overlaps_or_leaves_the_page(
    figure: SimpleNamespace, labels: Labels, name: str, count: int, lang: Lang
) -> None:
    """One region or forty, Chinese or English, long names and short: every text stands free."""
    comparison, plans = figure.made_up(count)
    charts = COMPARED[name].pages(comparison, plans, labels, lang)
    assert charts
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("areas", [3, 12, 90])
def test_allocations_fit_any_number_of_areas(
    figure: SimpleNamespace, labels: Labels, areas: int, lang: Lang
) -> None:
    """A province's ninety counties are spread over pages; nothing overlaps."""
    charts = allocations.pages(figure.allocations(areas), figure.plans(1), labels, lang)
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", COUNTS)
def test_responsibilities_fit_any_number_of_plans(
    figure: SimpleNamespace, labels: Labels, count: int, lang: Lang
) -> None:
    """Few plans have their names side by side, many upright; nothing overlaps."""
    charts = responsibilities.pages(figure.responsibilities(count, 34), figure.plans(count), labels, lang)
    assert charts
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", ["matrix", "dots", "topics"])
def test_every_cell_is_on_exactly_one_page(
    figure: SimpleNamespace, labels: Labels, name: str, count: int
) -> None:
    """Paging neither drops nor repeats a row of the comparison."""
    comparison, plans = figure.made_up(count)
    drawn = pd.concat([chart.data for chart in COMPARED[name].pages(comparison, plans, labels)])
    shown = comparison[comparison["indicator"].isin(drawn["indicator"])]
    keys = ["plan_id", "indicator"]
    assert sorted(shown[keys].itertuples(index=False)) == sorted(drawn[keys].itertuples(index=False))


@pytest.mark.parametrize("name", COMPARED)
def test_source_line_of_a_page_names_its_own_plans(
    figure: SimpleNamespace, labels: Labels, name: str
) -> None:
    """With forty plans over several pages each page cites the plans it shows, no others."""
    comparison, plans = figure.made_up(40)
    numbers = dict(zip(plans["plan_id"], plans["document_number"], strict=True))
    for chart in COMPARED[name].pages(comparison, plans, labels):
        expected = {numbers[plan] for plan in chart.data["plan_id"] if pd.notna(numbers[plan])}
        cited = {number for number in numbers.values() if pd.notna(number) and number in chart.caption.source}
        assert expected == cited


@pytest.mark.parametrize("name", COMPARED)
def test_one_chart_holds_what_the_pages_hold(figure: SimpleNamespace, labels: Labels, name: str) -> None:
    """``draw`` is for the screen: one chart, nothing left out but what it says it leaves out."""
    comparison, plans = figure.made_up(12)
    chart = COMPARED[name].draw(comparison, plans, labels)
    assert [] == figure.overlaps(chart)
    assert set(chart.data["plan_id"]) == set(plans["plan_id"])


@pytest.mark.parametrize("name", COMPARED)
def test_order_of_the_tables_does_not_matter(figure: SimpleNamespace, labels: Labels, name: str) -> None:
    """Shuffled rows give the same pages with the same texts in the same places."""
    comparison, plans = figure.made_up(5)
    first = COMPARED[name].pages(comparison, plans, labels)
    mixed = COMPARED[name].pages(
        comparison.sample(frac=1, random_state=3), plans.sample(frac=1, random_state=4), labels
    )
    assert [figure.texts(chart) for chart in first] == [figure.texts(chart) for chart in mixed]


@pytest.mark.parametrize("name", COMPARED)
def test_every_word_is_in_the_wording(figure: SimpleNamespace, labels: Labels, name: str) -> None:
    """A key without wording would be printed as it is."""
    comparison, plans = figure.made_up(5)
    for lang in ("zh", "en"):
        for chart in COMPARED[name].pages(comparison, plans, labels, lang):
            said = [*figure.texts(chart), chart.caption.alt]
            assert [] == [text for text in said if "figures." in text or "{" in text]


@pytest.mark.parametrize("rows", [0, 1])
@pytest.mark.parametrize("name", COMPARED)
def test_nothing_to_show_is_no_page_and_no_crash(
    figure: SimpleNamespace, labels: Labels, name: str, rows: int
) -> None:
    """A study that states nothing, or a selection that leaves nothing, has no pages; drawn, it is bare."""
    comparison = figure.comparison([figure.row("p0", "nobody")]).iloc[:rows]
    assert () == COMPARED[name].pages(comparison, figure.plans(1), labels)
    assert 0 == len(COMPARED[name].draw(comparison, figure.plans(1), labels).data)
