"""Nothing overlaps, is clipped or gets lost, whatever the number of regions."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from compare.figures.charts import allocations, deadlines, matrix, responsibilities, shares, topics, values
from compare.figures.drawing.style import MAX_HEIGHT_CM
from compare.tables.words.labels import Labels, Lang

COUNTS = (1, 3, 5, 7, 12, 40)
COMPARED = {"matrix": matrix, "values": values, "shares": shares, "deadlines": deadlines, "topics": topics}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", COMPARED)
def test_no_text_overlaps_or_leaves_the_page(
    figure: SimpleNamespace, labels: Labels, name: str, count: int, lang: Lang
) -> None:
    """One region or forty, Chinese or English, long names and short: every text stands free."""
    charts = COMPARED[name].draw(figure.tables(count), labels, lang)
    assert charts or count == 1 or name == "shares"
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("areas", [3, 12, 90])
def test_allocations_fit_any_number_of_areas(
    figure: SimpleNamespace, labels: Labels, areas: int, lang: Lang
) -> None:
    """A province's ninety counties are spread over pages; nothing overlaps."""
    charts = allocations.draw(
        {"allocations": figure.allocations(areas), "plans": figure.plans(1)}, labels, lang
    )
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", COUNTS)
def test_responsibilities_fit_any_number_of_plans(
    figure: SimpleNamespace, labels: Labels, count: int, lang: Lang
) -> None:
    """Few plans have their names side by side, many upright; nothing overlaps."""
    charts = responsibilities.draw(
        {"responsibilities": figure.responsibilities(count, 34), "plans": figure.plans(count)}, labels, lang
    )
    assert charts
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", ["matrix", "values", "topics"])
def test_no_cell_is_drawn_twice(figure: SimpleNamespace, labels: Labels, name: str, count: int) -> None:
    """A cell stands on one page; a row is drawn for every plan, or for the one that states it."""
    tables = figure.tables(count)
    charts = COMPARED[name].draw(tables, labels)
    if not charts:
        return
    drawn = pd.concat([chart.data for chart in charts])
    cells = list(drawn[["plan_id", "row_id"]].itertuples(index=False))
    assert len(set(cells)) == len(cells)
    for row_id, part in drawn.groupby("row_id"):
        whole = tables["comparison"][tables["comparison"]["row_id"] == row_id]
        assert len(part) == len(whole) or whole["value_low"].notna().sum() == len(part)


@pytest.mark.parametrize("count", [13, 40])
def test_rows_left_out_of_a_matrix_are_counted(figure: SimpleNamespace, labels: Labels, count: int) -> None:
    """What finds no room on the page is said; nothing vanishes silently."""
    tables = figure.tables(count)
    stated = tables["comparison"][tables["comparison"]["value_low"].notna()]
    groups = stated["indicator"].map(labels.group_of)
    for chart in matrix.draw(tables, labels, "en"):
        rows = set(stated.loc[groups == chart.name.split("-")[1], "row_id"])
        missing = len(rows - set(chart.data["row_id"]))
        said = [note for note in chart.caption.notes if "no room" in note]
        assert bool(missing) == bool(said)
        assert not missing or f"{missing}." in said[0]


@pytest.mark.parametrize("name", COMPARED)
def test_source_line_names_the_plans_of_the_page(figure: SimpleNamespace, labels: Labels, name: str) -> None:
    """Of few plans each is cited with its number."""
    tables = figure.tables(5)
    plans = tables["plans"]
    numbers = dict(zip(plans["plan_id"], plans["document_number"], strict=True))
    for chart in COMPARED[name].draw(tables, labels):
        expected = {numbers[plan] for plan in chart.data["plan_id"] if pd.notna(numbers[plan])}
        cited = {number for number in numbers.values() if pd.notna(number) and number in chart.caption.source}
        assert expected == cited


@pytest.mark.parametrize("name", COMPARED)
def test_order_of_the_tables_does_not_matter(figure: SimpleNamespace, labels: Labels, name: str) -> None:
    """Shuffled rows give the same pages with the same texts in the same places."""
    tables = figure.tables(5)
    first = COMPARED[name].draw(tables, labels)
    mixed = COMPARED[name].draw(
        {key: frame.sample(frac=1, random_state=3) for key, frame in tables.items()}, labels
    )
    assert [figure.texts(chart) for chart in first] == [figure.texts(chart) for chart in mixed]


@pytest.mark.parametrize("count", [5, 40])
@pytest.mark.parametrize("name", COMPARED)
def test_every_word_is_in_the_wording(figure: SimpleNamespace, labels: Labels, name: str, count: int) -> None:
    """A key without wording would be printed as it is."""
    for lang in ("zh", "en"):
        for chart in COMPARED[name].draw(figure.tables(count), labels, lang):
            said = [*figure.texts(chart), chart.caption.alt]
            assert [] == [text for text in said if "figures." in text or "prose." in text or "{" in text]


@pytest.mark.parametrize("rows", [0, 1])
@pytest.mark.parametrize("name", COMPARED)
def test_nothing_to_show_is_no_page_and_no_crash(
    figure: SimpleNamespace, labels: Labels, name: str, rows: int
) -> None:
    """A study that states nothing, or a selection that leaves nothing, has no pages."""
    comparison = figure.comparison([figure.row("p0", "nobody")]).iloc[:rows]
    tables = {"comparison": comparison, "plans": figure.plans(1), "statements": figure.statements()}
    assert () == COMPARED[name].draw(tables, labels)
