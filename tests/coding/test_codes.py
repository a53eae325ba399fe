"""Sentences that are easily coded wrong, by family (codes.csv), and the share that is coded right in
made-up measures (measures/*.txt) with many amounts of money."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.marked import codes_at, outcomes, plain
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read

HERE = Path(__file__).parent
CODEBOOK: Codebook = rules_alone()

with (HERE / "codes.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))
SENTENCES = [pytest.param(row["sentence"], id=row["id"]) for row in ROWS]
FAMILIES: dict[str, list[str]] = {}
for row in ROWS:
    if "的通知\n" not in row["sentence"]:  # what begins with its title is a whole document
        FAMILIES.setdefault(row["id"].rpartition("-")[0], []).append(row["sentence"])

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


@pytest.mark.parametrize("family", FAMILIES)
def test_lines_of_their_own_before_and_behind_change_no_code(family: str) -> None:
    """A place is counted from where its sentence begins, and nothing is carried over from another line,
    whatever it says; only above a heading stands a line that says nothing."""
    before = "各有关部门要高度重视。\n"
    for sentence in FAMILIES[family]:
        text, marks = plain(sentence)
        if "\n" in text:
            before = "各有关部门要高度重视。\n"
        moved = [replace(mark, start=mark.start + len(before)) for mark in marks]
        found = codes_at(f"{before}{text}\n各地抓好落实。", moved, CODEBOOK)
        assert [(mark.value, {mark.indicator}) for mark in marks] == [
            (mark.value, one) for mark, one in zip(marks, found, strict=True)
        ]
        before = f"{text}\n" if text.endswith("。") and "\n" not in text else "各有关部门要高度重视。\n"


@pytest.mark.parametrize("measure", MEASURES, ids=lambda path: path.stem)
def test_most_amounts_of_a_measure_are_coded_and_few_wrongly(measure: Path) -> None:
    """Of grants, allowances and prices in many words few get no code, and hardly one a wrong code."""
    found = outcomes(measure.read_text(encoding="utf-8"), CODEBOOK)
    assert found["wrong"] <= MOST_WRONG * found.total(), found
    assert found["right"] >= LEAST_RIGHT * found.total(), found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("截至2020年底，每千名老年人配备社会工作者0.5名。", "parameter"),
        ("每千名老年人配备社会工作者1名。", "standard"),
    ],
)
def test_what_is_so_already_is_no_standard(sentence: str, kind: str) -> None:
    """A fact stays a fact, also where the indicator it is coded with is a standard as a rule."""
    reading = read(Document(sentence, "txt"), CODEBOOK.lexicon)
    assert [("social_worker_ratio", kind)] == [
        (one.indicator, str(one.statement.kind)) for one in code("plan", reading, CODEBOOK)
    ]
