"""Topics: how many rows each plan gives a value for, no more than the source allows."""

from __future__ import annotations

from types import SimpleNamespace

from compare.figures.charts import topics
from compare.tables.words.labels import Labels


def test_fragment_is_not_counted_as_zero(figure: SimpleNamespace, labels: Labels) -> None:
    """Of a fragment only the least is known: ≥1 where something is stated, nothing where not."""
    rows = [
        figure.row("p0", "share", figure.cells[0]),
        figure.row("p0", "total", figure.cells[3]),
        figure.row("p1", "share", figure.cells[3]),
        figure.row("p1", "total", figure.cells[3]),
        figure.row("p2", "share"),
        figure.row("p2", "total", figure.cells[0]),
        figure.row("p3", "share"),
        figure.row("p3", "total"),
    ]
    tables = {"comparison": figure.comparison(rows), "plans": figure.plans(4)}
    (chart,) = topics.draw(tables, labels)
    assert ["≥1", "1"] == [text for text in figure.texts(chart) if text in ("≥0", "≥1", "0", "1", "2")]


def test_title_counts_topics_of_all_plans(figure: SimpleNamespace, labels: Labels) -> None:
    """A topic on which one plan is silent is not one of all plans."""
    rows = [figure.row(f"p{i}", "share", figure.cells[0]) for i in range(3)]
    rows += [figure.row("p0", "posts", figure.cells[0]), figure.row("p1", "posts"), figure.row("p2", "posts")]
    tables = {"comparison": figure.comparison(rows), "plans": figure.plans(3)}
    assert "All 3 plans give numbers on 1 of 2 topics" == topics.draw(tables, labels, "en")[0].caption.title
