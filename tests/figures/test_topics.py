"""Topics: squares by status, counts that claim no more than the source allows."""

from __future__ import annotations

from types import SimpleNamespace

from matplotlib.colors import to_hex

from compare.figures.charts import topics
from compare.figures.drawing.style import ACCENT
from compare.tables.labels import Labels


def test_a_square_for_every_cell(figure: SimpleNamespace, labels: Labels) -> None:
    """Solid squares are stated values, one each; the key has one more."""
    rows = [figure.row("p0", "share", figure.cells[0]), figure.row("p1", "share")]
    rows += [figure.row("p0", "total", figure.cells[2]), figure.row("p1", "total", figure.cells[6])]
    chart = topics.draw(figure.comparison(rows), figure.plans(2), labels)
    faces = [to_hex(patch.get_facecolor()) for patch in chart.axes[0].patches]
    assert 2 + 1 == faces.count(ACCENT)
    assert 4 + 3 == len(faces)


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
    said = figure.texts(topics.draw(figure.comparison(rows), figure.plans(4), labels))
    assert ["≥1", "1", "0"] == [text for text in said if text in ("≥0", "≥1", "0", "1", "2")]
