"""What notebooks show besides data frames: escaped, complete, and never a missing value as a number."""

from __future__ import annotations

import pandas as pd

from compare.exports.notebooks import display
from compare.exports.notebooks.notebook_html import Table
from compare.tables.dataset import Dataset


def test_every_value_is_shown_with_its_quotation_marked(dataset: Dataset) -> None:
    """Each statement behind the comparison has a row; the mark holds the quotation and nothing else."""
    shown = display.browse(dataset)
    behind = [i for ids in dataset.comparison["statement_ids"].dropna() for i in ids.split()]
    sentences = [str(text) for text in shown.frame["sentence"] if isinstance(text, str)]
    marked = sorted(text.split("<mark>")[1].split("</mark>")[0] for text in sentences)
    assert sorted(dataset.evidence(i).quote for i in behind) == marked


def test_what_was_selected_is_all_there_is_to_search(dataset: Dataset) -> None:
    """A table on beds shows nothing else."""
    whole = display.browse(dataset).frame
    beds = display.browse(dataset, dataset.select(dataset.comparison, group="beds")).frame
    assert 0 < len(beds) < len(whole)
    assert set(beds["indicator_label"]) < set(whole["indicator_label"])


def test_markup_in_a_source_is_shown_not_run() -> None:
    """Text from documents is escaped; missing cells are empty; an empty table says so."""
    heads = {"a": "<甲>", "b": "B"}
    html = Table(pd.DataFrame({"a": ["<script>x</script>", None], "b": [1, 2]}), heads, "none")._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "&lt;甲&gt;" in html
    assert "None" not in html
    assert "nan" not in html
    assert "none" in Table(pd.DataFrame({"a": [], "b": []}), heads, "none")._repr_html_()


def test_figures_come_in_both_languages_with_words_for_the_blind(dataset: Dataset) -> None:
    """Chinese first, English under a fold, each picture with its alternative text."""
    shown = display.figures(dataset, "matrix")
    assert [chart.name for chart in shown.charts] == [chart.name for chart in shown.english]
    html = shown._repr_html_()
    assert len(shown.charts) + len(shown.english) == html.count("<img alt=")
    assert html.index("<img") < html.index("<details>")
    assert 'alt=""' not in html
