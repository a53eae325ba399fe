"""Sentences that are easily coded wrong, by family (codes.csv), and the share that is coded right in
made-up measures (measures/*.txt) with many amounts of money."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from benchmarks.marked import codes_at, outcomes, plain

from compare.coding import Codebook
from compare.study.codebook.files import default_codebook, load_codebook

HERE = Path(__file__).parent
CODEBOOK: Codebook = load_codebook(default_codebook())

with (HERE / "codes.csv").open(encoding="utf-8", newline="") as lines:
    SENTENCES = [pytest.param(row["sentence"], id=row["id"]) for row in csv.DictReader(lines)]

MEASURES = sorted((HERE / "measures").glob("*.txt"))
#: A wrong code is worse than none.
MOST_WRONG, LEAST_RIGHT = 0.05, 0.85


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_value_is_coded_by_the_noun_of_its_own_clause(sentence: str) -> None:
    """The code of each marked value is the one written beside it; a value without a code stays uncoded."""
    text, marks = plain(sentence)
    assert marks
    assert [(mark.value, {mark.indicator}) for mark in marks] == [
        (mark.value, found) for mark, found in zip(marks, codes_at(text, marks, CODEBOOK), strict=True)
    ]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda path: path.stem)
def test_most_amounts_of_a_measure_are_coded_and_few_wrongly(measure: Path) -> None:
    """Of grants, allowances and prices in many words few get no code, and hardly one a wrong code."""
    found = outcomes(measure.read_text(encoding="utf-8"), CODEBOOK)
    assert found["wrong"] <= MOST_WRONG * found.total(), found
    assert found["right"] >= LEAST_RIGHT * found.total(), found
