"""Cells of the comparison: missing is None, contradictions show their sides, deadlines their precision."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from compare.figures.content.cell_text import Step, Variant, amount, read_cells, sentence
from compare.model import Comparator, Status
from compare.tables.words.labels import Labels


def test_missing_has_no_value(figure: SimpleNamespace) -> None:
    """Whatever the reason, a cell without a value has none: not 0, not NaN."""
    missing = [cell for cell in figure.cells if cell[1] is None]
    table = figure.comparison([figure.row("p0", "share", cell) for cell in missing])
    cells = read_cells(table)
    assert {Status.NOT_STATED, Status.SOURCE_INCOMPLETE, Status.NOT_APPLICABLE} == {
        cell.status for cell in cells
    }
    assert [((), None, None)] * 3 == [(cell.values, cell.low, cell.high) for cell in cells]


def test_value_beside_a_status_that_has_none_is_not_drawn(figure: SimpleNamespace) -> None:
    """Should a table hold 0 where nothing is stated, the status decides: there is no value."""
    row = figure.row("p0", "share", value_low=0.0, value_high=0.0)
    assert () == read_cells(figure.comparison([row]))[0].values


def test_zero_that_is_stated_is_a_value(figure: SimpleNamespace, labels: Labels) -> None:
    """A plan may say 0, and then it is drawn as 0."""
    row = figure.row("p0", "share", figure.cells[0], value_low=0.0, value_high=0.0, comparator="eq")
    cell = read_cells(figure.comparison([row]))[0]
    assert ((0.0,), "0") == (cell.values, amount(cell, labels))


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, "≥ 55"),
        ({"comparator": "le"}, "≤ 55"),
        ({"comparator": "eq"}, "55"),
        ({"comparator": "about"}, "≈ 55"),
        ({"comparator": "range", "value_high": 60.0}, "55–60"),
        ({"value_low": 1234.5, "value_high": 1234.5}, "≥ 1,234.5"),
        ({"status": "conflicting", "comparator": "eq", "value_high": 600.0}, "55 ≠ 600"),
        ({"status": "conflicting", "comparator": "", "value_high": 600.0}, "55 … 600"),
    ],
)
def test_amount(figure: SimpleNamespace, labels: Labels, changes: dict[str, object], expected: str) -> None:
    """A value reads as the plan wrote it; a contradiction names what it can of its sides."""
    cell = read_cells(figure.comparison([figure.row("p0", "share", figure.cells[0], **changes)]))[0]
    assert expected == amount(cell, labels)


def test_contradiction_is_shown_value_by_value(figure: SimpleNamespace, labels: Labels) -> None:
    """With the statements at hand 1–2 against ≥ 1 is not 1 against 2; earlier deadlines stay out of it."""
    row = figure.row(
        "p0", "total", figure.cells[4], value_low=1.0, value_high=2.0, deadline="2025", comparator=""
    )
    statements = pd.DataFrame(
        {
            "statement_id": ["a", "b", "c", "d"],
            "value_low": [1.0, 1.0, 1.0, 7.0],
            "value_high": [2.0, 1.0, 1.0, 7.0],
            "comparator": ["range", "ge", "ge", "eq"],
            "deadline": ["2025", None, "2025", "2022"],
        }
    )
    cell = read_cells(figure.comparison([row | {"statement_ids": "a b c d"}]), statements)[0]
    assert (Variant(1, 2, Comparator.RANGE), Variant(1, 1, Comparator.GE)) == cell.variants
    assert "1–2 ≠ ≥ 1" == amount(cell, labels)


def test_path_of_earlier_deadlines(figure: SimpleNamespace) -> None:
    """The way to a value is read with its ranges."""
    row = figure.row("p0", "share", figure.cells[0], path="2022:40;2023-12:45.5-50")
    assert (Step("2022", 40, 40), Step("2023-12", 45.5, 50)) == read_cells(figure.comparison([row]))[0].path


@pytest.mark.parametrize(
    "deadline, zh, en",
    [
        ("", "", ""),
        ("2025", "到2025年", "by 2025"),
        ("2024-05", "到2024年5月", "by 2024-05"),
        ("2024-05-31", "到2024年5月31日", "by 2024-05-31"),
    ],
)
def test_deadline_has_the_precision_stated(labels: Labels, deadline: str, zh: str, en: str) -> None:
    """A month that was not stated is not invented, one that was is not dropped."""
    assert (zh, en) == (labels.deadline(deadline, "zh"), labels.deadline(deadline, "en"))


def test_sentence_of_a_missing_cell_is_its_status(figure: SimpleNamespace, labels: Labels) -> None:
    """Alternative texts say why there is no value."""
    cells = read_cells(
        figure.comparison([figure.row("p0", "share"), figure.row("p1", "share", figure.cells[0])])
    )
    assert ["Not stated", "≥ 55% by 2025"] == [sentence(cell, labels, "en") for cell in cells]
