"""Generated plans as an oracle: what was planted is read, no more and no less, in every format."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from benchmarks import corpus
from benchmarks.corpus import Generated, chinese, plan, plans, write

from compare.coding import Codebook, code
from compare.model import Coded
from compare.reading import read
from compare.sources import read_file
from compare.study.codebook.files import load_codebook

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook(ROOT / "data" / "codebook")


def planted(made: Generated) -> Counter[tuple[str, ...]]:
    return Counter(
        (one.indicator, f"{one.value}", one.unit, one.comparator, one.deadline) for one in made.answers
    )


def value(coded: Coded) -> tuple[str, ...]:
    said = coded.statement
    assert said.value_low == said.value_high
    return (
        str(coded.indicator),
        f"{said.value_low:f}",
        said.unit,
        str(said.comparator),
        str(said.deadline or ""),
    )


@pytest.mark.parametrize("form", corpus.WRITERS)
def test_what_was_planted_is_read_no_more_and_no_less(codebook: Codebook, tmp_path: Path, form: str) -> None:
    """Indicator, value, unit, comparator and deadline of every statement; every numeral has a role."""
    for made in plans(12 if form == "txt" else 2, seed=3):
        path = tmp_path / f"{made.plan_id}.{form}"
        path.write_bytes(corpus.WRITERS[form](made.paragraphs))
        reading = read(read_file(path), codebook.lexicon)
        assert planted(made) == Counter(map(value, code(made.plan_id, reading, codebook)))
        assert "none" not in {numeral.role for numeral in reading.numerals}


def test_a_corpus_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    """To the byte; another seed gives another one; a plan does not depend on how many there are."""
    write(tmp_path / "a", 6, seed=5, formats=("txt", "html"))
    write(tmp_path / "b", 6, seed=5, formats=("txt", "html"))
    files = [sorted((tmp_path / name).rglob("*.*")) for name in "ab"]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]
    assert plan(0, seed=5) != plan(0, seed=6)
    assert list(plans(3, seed=5)) == list(plans(6, seed=5))[:3]


def test_the_answers_stand_in_the_plan() -> None:
    """Each in the words that are given for it."""
    for made in plans(5):
        text = "".join(made.paragraphs)
        assert made.answers
        assert all(answer.said in text and isinstance(answer.value, Decimal) for answer in made.answers)


@pytest.mark.parametrize(
    "number, said",
    [(7, "七"), (10, "十"), (15, "十五"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (300, "三百"),
     (3005, "三千零五"), (3050, "三千零五十"), (9999, "九千九百九十九"), (10000, "一万"),
     (14800, "一万四千八百"),
     (20015, "二万零一十五"), (30000, "三万")],
)  # fmt: skip
def test_numbers_in_characters(number: int, said: str) -> None:
    assert said == chinese(number)
