"""Made-up texts of many kinds against their coding (benchmarks/coded_texts): rules read them no worse."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.evaluate import evaluate
from benchmarks.scoring import Score

CODED = Path(__file__).resolve().parents[2] / "benchmarks" / "coded_texts"


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return evaluate(CODED / "statements.csv", CODED / "texts", rules_alone=True)


def total(scores: list[Score], hits: int) -> float:
    """F1 over all texts."""
    return 2 * hits / sum(one.facts + one.statements for one in scores)


def test_as_many_statements_are_found_and_right_as_before(scores: list[Score]) -> None:
    """Values with unit and bound, and those with date and indicator too."""
    assert total(scores, sum(len(one.found) for one in scores)) >= 0.93
    assert total(scores, sum(len(one.full) for one in scores)) >= 0.78


def test_few_codes_are_wrong(scores: list[Score]) -> None:
    """Of a hundred codes that the codebook has not three are another's, and most are given."""
    codes = Counter[str]()
    for one in scores:
        codes.update(one.codes)
    coded = codes["right"] + codes["wrong"]
    assert codes["wrong"] < 0.03 * coded
    assert coded > 0.85 * (coded + codes["uncoded"])
    assert codes["foreign_coded"] < 0.08 * (codes["foreign_coded"] + codes["foreign_uncoded"])


def test_kinds_are_right(scores: list[Score]) -> None:
    """Of what is found, 95 in 100 are the target, standard, parameter or allocation that people saw."""
    found = sum(len(one.found) for one in scores)
    assert sum(one.fields["kind"] for one in scores) >= 0.95 * found


def test_what_is_learned_adds_right_codes_and_hardly_a_wrong_one() -> None:
    """In texts that nothing was learned from, weights code more than the rules, and no worse."""
    folder = CODED.parent / "held_out_texts"
    counted = []
    for rules_alone in (True, False):
        codes = Counter[str]()
        for one in evaluate(folder / "statements.csv", folder / "texts", rules_alone=rules_alone):
            codes.update(one.codes)
        counted.append(codes)
    rules, both = counted
    assert both["right"] - rules["right"] >= 25
    assert both["wrong"] + both["foreign_coded"] - rules["wrong"] - rules["foreign_coded"] <= 1
