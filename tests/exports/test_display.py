"""What notebooks show: escaped, complete, and never a missing value as a number."""

from __future__ import annotations

import pandas as pd
import pytest

from compare.checks.queue import review_queue
from compare.exports.notebooks import display
from compare.exports.notebooks.shown import Table
from compare.tables.dataset import Dataset


def test_every_value_is_shown_with_its_quotation_marked(dataset: Dataset) -> None:
    """Each statement behind the comparison has a row; the mark holds the quotation and nothing else."""
    shown = display.evidence(dataset)
    behind = [i for ids in dataset.comparison["statement_ids"].dropna() for i in ids.split()]
    marked = sorted(text.split("<mark>")[1].split("</mark>")[0] for text in shown.frame["sentence"])
    assert sorted(dataset.evidence(i).quote for i in behind) == marked
    assert shown._repr_html_().count("<mark>") == len(behind)


def test_groups_keep_other_indicators_out(dataset: Dataset) -> None:
    """A notebook on beds shows nothing else."""
    whole, beds = display.evidence(dataset).frame, display.evidence(dataset, ["beds"]).frame
    assert 0 < len(beds) < len(whole)
    assert set(beds["indicator_label"]) < set(whole["indicator_label"])


def test_the_review_queue_is_shown_with_its_sentences(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row for each statement of plans nobody reviewed, the quotation marked; without a second coding
    there is none to show."""
    monkeypatch.setitem(vars(dataset), "plans", dataset.plans.assign(reviewed=False))
    shown = display.review(dataset)
    queue = review_queue(dataset)
    assert len(dataset.statements) == len(queue) == len(shown.frame)
    assert list(queue["statement_id"]) == list(shown.frame["statement_id"])
    quotes = dataset.statements.set_index("statement_id")["quote"]
    assert [quotes[code] for code in queue["statement_id"]] == [
        text.split("<mark>")[1].split("</mark>")[0] for text in shown.frame["sentence"]
    ]
    assert display.agreement(dataset).frame.empty
    assert len(queue) == shown._repr_html_().count("<mark>")


def test_statuses_add_up_to_the_rows_compared(dataset: Dataset) -> None:
    """Every plan has one status in every row."""
    frame = display.statuses(dataset).frame
    rows = dataset.comparison["row_id"].nunique()
    assert [rows] * len(dataset.plans) == list(frame.drop(columns="region").sum(axis=1))


def test_counts_are_those_of_the_tables(dataset: Dataset) -> None:
    """Statements by kind add up, and all plans together are the tables."""
    frame = display.counts(dataset).frame
    kinds = [name for name in frame if str(name).startswith("kind_")]
    assert list(frame["statements"]) == list(frame[kinds].sum(axis=1))
    assert len(dataset.statements) == frame["statements"].sum()


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


def test_every_column_has_a_title(dataset: Dataset) -> None:
    """No key of a label is shown instead of the label."""
    tables = (display.plans, display.counts, display.statuses, display.evidence, display.findings)
    for show in (*tables, display.totals, display.shares, display.national, display.benchmarks):
        shown = show(dataset)
        assert "exports." not in shown._repr_html_()
        assert "exports." not in "".join(shown.heads.values())


def test_findings_and_the_queue_are_in_both_languages(dataset: Dataset) -> None:
    """Chinese over English, in the findings and where a person looks at the statement."""
    conflict = dataset.findings[dataset.findings["check"] == "conflict"].iloc[0]
    both = f"{conflict['message_zh']}\n{conflict['message']}"
    assert both in list(display.findings(dataset).frame["messages"])
    assert both in list(display.review(dataset).frame["messages"])


def test_shares_name_what_has_none(dataset: Dataset) -> None:
    """An area the quantity does not apply to says so; nothing but zeros has no shares, and no 0 %."""
    frame = display.shares(dataset).frame
    assert ["东乡", "西乡"] == list(frame["area"])
    assert ["—", "不适用\nNot applicable"] == list(frame.iloc[:, 2])
    assert 0 == len(display.totals(dataset).frame)
