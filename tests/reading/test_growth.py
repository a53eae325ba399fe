"""Texts that break patterns are read to their end. How long it takes is for benchmarks/growth.py."""

from __future__ import annotations

import subprocess
import sys

import pytest
from benchmarks.growth import FRAMED, UNITS, texts
from tests.support.steps import steps

from compare.model import Document, Reading
from compare.reading import Lexicon, read

DIGITS = frozenset("0123456789０１２３４５６７８９")


def numerals_cover_the_digits(reading: Reading) -> bool:
    covered = {i for n in reading.numerals for i in range(n.start, n.end)}
    return {i for i, char in enumerate(reading.document.text) if char in DIGITS} <= covered


@pytest.mark.parametrize(
    ("unit", "states"),
    [
        ("7", False),
        ("７", False),
        ("（", False),
        ("）", False),
        ("《", False),
        ("一", False),
        ("十", False),
        ("、", False),
        ("，", False),
        ("：", False),
        ("不低于", False),
        ("分别", False),
        ("60%、", True),
        ("到2025年，", False),
    ],
)
def test_a_line_of_one_hundred_thousand_characters_is_read(unit: str, states: bool, lexicon: Lexicon) -> None:
    """One thing over and over is no statement by itself, and no reason to stop."""
    text = unit * (100_000 // len(unit))
    reading = read(Document(text, "txt"), lexicon)
    assert states == bool(reading.statements)
    assert numerals_cover_the_digits(reading)


@pytest.mark.parametrize("name", [*UNITS, *FRAMED])
def test_every_text_of_the_benchmark_is_read(name: str, lexicon: Lexicon) -> None:
    """Whatever is repeated, the reading ends and its ledger is whole."""
    reading = read(Document(texts(10_000)[name], "txt"), lexicon)
    assert numerals_cover_the_digits(reading)
    assert all(a.end <= b.start for a, b in zip(reading.numerals, reading.numerals[1:], strict=False))


@pytest.mark.parametrize("numeral", ["七" * 5000, "二〇" * 4000, "十" * 5000, "一" * 100_000, "千" * 5000])
def test_a_numeral_no_one_writes_is_no_value_and_no_error(numeral: str, lexicon: Lexicon) -> None:
    """A run of numerals that makes no number still has its role in the ledger."""
    reading = read(Document(f"新增养老床位{numeral}张。", "txt"), lexicon)
    assert len(numeral) <= sum(n.end - n.start for n in reading.numerals)


@pytest.mark.parametrize("name", FRAMED)
def test_twice_the_text_takes_twice_the_steps(name: str, lexicon: Lexicon) -> None:
    """No list, heading, table or chain of words makes the reading run over the text again for each of its
    parts. What patterns do inside is held by ``tests/house/test_patterns.py``."""
    short, long = (Document(texts(size)[name], "txt") for size in (2_000, 4_000))
    once = steps(lambda: read(short, lexicon))
    assert steps(lambda: read(long, lexicon)) <= 2.1 * once + 200


def test_chains_of_words_before_a_number_do_not_hang() -> None:
    """Twenty-four 的 before a number took sixteen seconds, each further one twice as long; thousands of each
    word that may stand before a number are read well within a minute."""
    program = """
from compare.model import Document
from compare.reading import read
from compare.study.codebook.files import load_codebook
from pathlib import Path
lexicon = load_codebook(Path("data/codebook")).lexicon
for word in "的 达到 到达 实现 做到 提高到 全面落实 应当 可以 分别 增加至 落实 各 、 每 年均 约 均".split():
    for count in (24, 48, 5000):
        read(Document(f"床位{word * count}5张，比例{word * count}50%。", "txt"), lexicon)
"""
    run = subprocess.run([sys.executable, "-c", program], timeout=120, capture_output=True, check=False)
    assert (0, b"") == (run.returncode, run.stderr)
