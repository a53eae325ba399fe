"""Figures of policy instruments and milestones: nothing overlaps, nothing missing looks like a level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from tests.support import language

from compare.figures.charts import families, instruments, milestones
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.style import MAX_HEIGHT_CM
from compare.tables.words.labels import Labels, Lang

Draw = Callable[[int, pd.DataFrame, Labels, Lang], tuple[Chart, ...]]

MADE = {
    "measures": language.measures_table,
    "instruments": language.instruments_table,
    "milestones": language.milestones_table,
}


def _draw(name: str) -> Draw:
    chart = {"instruments": instruments, "families": families, "milestones": milestones}[name]
    return lambda count, plans, labels, lang: chart.draw(
        {table: make(count) for table, make in MADE.items()} | {"plans": plans}, labels, lang
    )


PAGES: dict[str, Draw] = {name: _draw(name) for name in ("instruments", "families", "milestones")}


@pytest.fixture(scope="session")
def worded(labels: Labels) -> Labels:
    """The labels with those of the instruments made up here."""
    named = {"instruments": language.INSTRUMENTS, "families": language.FAMILIES}
    return replace(labels, sections={**labels.sections, **named})


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", [1, 5, 40])
@pytest.mark.parametrize("name", PAGES)
def test_no_text_overlaps_or_leaves_the_page(
    figure: SimpleNamespace, worded: Labels, name: str, count: int, lang: Lang
) -> None:
    """One plan or forty, Chinese or English, long names and short: every text stands free."""
    charts = PAGES[name](count, figure.plans(count), worded, lang)
    assert charts
    for chart in charts:
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54
        said = [*figure.texts(chart), chart.caption.alt]
        assert [] == [text for text in said if "figures." in text or "{" in text or " nan" in text]


@pytest.mark.parametrize("name", PAGES)
def test_empty_tables_have_no_page(figure: SimpleNamespace, worded: Labels, name: str) -> None:
    """A study without plans is no error."""
    assert () == PAGES[name](0, figure.plans(1), worded, "zh")


def test_every_cell_is_behind_the_grid(figure: SimpleNamespace, worded: Labels) -> None:
    """All rows of the table are drawn once, each status among them."""
    made = language.measures_table(5)
    charts = PAGES["instruments"](5, figure.plans(5), worded, "zh")
    behind = pd.concat([chart.data for chart in charts])
    assert len(made) == len(behind)
    assert set(made["status"]) == set(behind["status"])
    assert ["instruments"] == [chart.name for chart in charts]


def test_instruments_that_no_plan_carries_are_counted(figure: SimpleNamespace, worded: Labels) -> None:
    """They would be rows of dashes; how many there are is said below the figure."""
    made = language.measures_table(5)
    unused = made["instrument"].iloc[0]
    made.loc[made["instrument"].eq(unused), ["status", "level", "items"]] = ["not_stated", 0, 0]
    drawn = instruments.draw({"measures": made, "plans": figure.plans(5)}, worded, "en")
    assert all(unused not in set(chart.data["instrument"]) for chart in drawn)
    lacking = set(made["instrument"]) - set(made.loc[made["status"].eq("stated"), "instrument"])
    assert f"left out: {len(lacking)};" in " ".join(drawn[0].caption.notes)


def test_instruments_that_plans_differ_on_come_first() -> None:
    """By the spread of levels; what a fragment does not show is no zero."""
    rows = [("a", "x", 2), ("b", "x", 2), ("a", "y", 3), ("b", "y", 0), ("a", "z", 3), ("b", "z", None)]
    frame = pd.DataFrame(rows, columns=["plan_id", "instrument", "level"]).astype({"level": "Int64"})
    assert ["y", "z", "x"] == instruments.by_difference(frame)


def test_shares_count_what_is_repeated_once() -> None:
    """Counts of a plan add up to its rows that are not repeated."""
    counts = families.shares(language.instruments_table(1))
    assert {"supply": 5, "demand": 3} == dict(zip(counts["family"], counts["rows"], strict=True))
    assert pytest.approx(1) == counts["share"].sum()


def test_milestones_stand_in_the_order_of_their_dates(figure: SimpleNamespace, worded: Labels) -> None:
    """A year ends later than a month in it, a start begins with its time."""
    (chart,) = PAGES["milestones"](1, figure.plans(1), worded, "en")
    assert ["2022", "2023-01", "2024-06"] == list(chart.data["deadline"])


def test_a_narrow_part_of_a_bar_has_its_number(figure: SimpleNamespace, worded: Labels) -> None:
    """Where number and share have no room the number stands alone; a part is not left without any."""
    made = language.instruments_table(1)
    first, *others = [made[made["family"].eq(family)] for family in made["family"].unique()]
    rows = pd.concat([*(pd.concat([other] * 8) for other in others), first.iloc[:1]], ignore_index=True)
    (chart,) = families.draw({"instruments": rows, "plans": figure.plans(1)}, worded, "en")
    assert "1" in figure.texts(chart)
