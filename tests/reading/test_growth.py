"""Texts that break patterns are read to their end. How long it takes is for benchmarks/growth.py."""

from __future__ import annotations

import pytest
from benchmarks.growth import UNITS, texts

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


@pytest.mark.parametrize("name", UNITS)
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
