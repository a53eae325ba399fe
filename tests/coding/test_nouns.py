"""The nouns of the shipped codebook: what counts as speaking of an indicator."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from compare.coding import Codebook, CodebookError, code, parse_codebook
from compare.coding.nouns import mentions
from compare.model import Document
from compare.reading import read
from compare.study.codebook.files import load_files

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Codebook:
    return parse_codebook(load_files(ROOT / "data" / "codebook", wording=False))


def cases() -> list[dict[str, str]]:
    with (ROOT / "tests" / "cases" / "nouns.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['indicator']}: {case['clause']}")
def test_a_clause_speaks_of_an_indicator_or_does_not(shipped: Codebook, case: dict[str, str]) -> None:
    """Wider than what codes a number, no wider than the thing."""
    words = shipped.nouns[case["indicator"]].words
    spoken = any(wording.pattern.search(case["clause"]) for wording in words)
    assert (case["spoken"] == "yes") == spoken


@pytest.mark.parametrize(
    "entries, message",
    [
        ({"no_such": ["x"]}, "nouns.yaml: no_such is not an indicator"),
        ({"beds_total": ["("]}, "nouns.yaml: beds_total: "),
        ({"beds_total": {"words": ["床"], "at": ["nowhere"]}}, "nouns.yaml: beds_total: nowhere is not in"),
        (["beds_total"], "nouns.yaml: write one"),
    ],
)
def test_a_faulty_noun_is_named(entries: object, message: str) -> None:
    """File, entry and remedy in one line."""
    files = load_files(ROOT / "data" / "codebook", wording=False)
    with pytest.raises(CodebookError, match=message.replace(".", r"\.")):
        parse_codebook({**files, "nouns": entries})


@pytest.mark.parametrize(
    "text, spoken",
    [
        ("支持各地办好老年大学。", True),
        ("支持各地办好老年大学。建成老年大学3所。", True),
        ("到2025年，建成老年大学3所。", False),
        ("支持各地办好养老院。", False),
    ],
)
def test_a_plan_speaks_of_a_thing_where_no_number_of_its_own_stands(
    shipped: Codebook, text: str, spoken: bool
) -> None:
    """A word outside what a value measures is a mention; one within it is not."""
    reading = read(Document(text, "txt"), shipped.lexicon)
    found = mentions(reading, code("p", reading, shipped), shipped)
    assert spoken == any(one.indicator == "elderly_universities" for one in found)


@pytest.mark.parametrize(
    "text, clause",
    [
        ("一、任务\n  支持各地办好老年大学 ，加强领导。\n", "支持各地办好老年大学"),
        ("|  老年大学  |办好|\n", "老年大学"),
        ("\t支持各地办好老年大学", "支持各地办好老年大学"),
    ],
)
def test_a_mention_is_the_clause_without_the_blanks_around_it(
    shipped: Codebook, text: str, clause: str
) -> None:
    """What is quoted starts and ends with words."""
    reading = read(Document(text, "txt"), shipped.lexicon)
    found = [m for m in mentions(reading, (), shipped) if m.indicator == "elderly_universities"]
    assert [clause] == [text[one.start : one.end] for one in found]
