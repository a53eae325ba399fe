"""The five plans against the facts coded by hand (tests/gold/statements.csv)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.scoring import Score, read_facts, score

from compare.sources import read_file
from compare.study.codebook.files import load_codebook

ROOT = Path(__file__).resolve().parents[2]
FACTS = read_facts(Path(__file__).with_name("statements.csv"))


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    codebook = load_codebook(ROOT / "data" / "codebook")
    return {
        plan: score(plan, read_file(ROOT / "data" / "raw" / f"{plan}.txt"), facts, codebook)
        for plan, facts in FACTS.items()
    }


@pytest.mark.parametrize("plan", FACTS)
def test_every_coded_fact_is_found(plan: str, scores: dict[str, Score]) -> None:
    """No fact that two people coded is missed in value, unit or comparator."""
    assert [] == [str(fact) for fact in scores[plan].missed]


@pytest.mark.parametrize("plan", FACTS)
def test_nothing_is_read_that_people_did_not_code(plan: str, scores: dict[str, Score]) -> None:
    """No statement is made of a number that two people left out."""
    extra = [c.statement.value_text + " " + c.statement.subject for c in scores[plan].extra]
    assert [] == extra


@pytest.mark.parametrize("plan", FACTS)
def test_deadlines_and_indicators_agree(plan: str, scores: dict[str, Score]) -> None:
    """What is found has the deadline and the indicator that people gave it."""
    assert [] == [(str(fact), fields) for fact, _, fields in scores[plan].unlike]


def test_a_wrong_statement_is_counted_against_the_reader() -> None:
    """The score falls when a fact is altered, so that the tests above can fail."""
    codebook = load_codebook(ROOT / "data" / "codebook")
    facts = FACTS["chuxiong"]
    altered = [replace(facts[0], unit="张"), *facts[1:]]
    result = score("chuxiong", read_file(ROOT / "data" / "raw" / "chuxiong.txt"), altered, codebook)
    assert (1, 1) == (len(result.missed), len(result.extra))


def test_a_wrong_and_a_missing_code_are_told_apart() -> None:
    """A code other than people's is wrong; a fact whose code the codebook lacks has no right one."""
    codebook = load_codebook(ROOT / "data" / "codebook")
    facts = [replace(FACTS["chuxiong"][0], indicator=code) for code in ("beds_added", "no_such_code")]
    results = [
        score("chuxiong", read_file(ROOT / "data" / "raw" / "chuxiong.txt"), [fact], codebook).codes
        for fact in facts
    ]
    assert [("wrong", 1), ("foreign_coded", 1)] == [
        (name, count) for codes in results for name, count in codes.items() if count
    ]
