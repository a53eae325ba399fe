"""Tables for papers: every cell says what it is, in every format, and nothing breaks the format."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pandas as pd
import pytest

from compare.exports.paper import PaperTable, export_paper, paper_table
from compare.tables.dataset import Dataset
from compare.tables.select import UnknownId

HARD = PaperTable("50% & <b>_x_</b>", pd.DataFrame([["≥ 55% (2025)"]], ["{a}"], ["甲市#1"]), ("~ ^ $ \\",))


def test_each_cell_has_its_value_or_the_reason_for_none(dataset: Dataset) -> None:
    """Bound, unit and deadline stand with the value; a fragment is told from a plan that says nothing."""
    table = paper_table(dataset, "beds", "en")
    cells = set(table.frame.to_numpy().ravel())
    assert "≥ 55% (2025)" in cells
    assert {"—", "…", "n/a"} & cells
    assert not {"", "nan", "0"} & cells


def test_the_notes_name_the_signs_that_occur(dataset: Dataset) -> None:
    """Those and no others; the last note names the documents."""
    table = paper_table(dataset, "beds", "en")
    signs, reading, source = table.notes
    cells = "".join(table.frame.to_numpy().ravel())
    for sign in ("—", "…", "≥", "≤", "≠", "†"):
        assert (sign in cells) == (f"{sign} " in signs)
    assert "not stated does not mean zero" in reading
    assert source.startswith("Source: ")


def test_a_derived_value_is_told_from_a_stated_one(dataset: Dataset) -> None:
    """Its dagger is explained below and set in mathematics in LaTeX."""
    rows = dataset.comparison
    groups = rows["indicator"].map(dict(dataset.labels.group_of))
    for group in dataset.labels.groups:
        table = paper_table(dataset, group, "en")
        derived = int(((groups == group) & (rows["status"] == "derived")).sum())
        assert derived == sum(cell.endswith("†") for cell in table.frame.to_numpy().ravel())
        assert bool(derived) == any("† Derived" in note for note in table.notes)
        assert bool(derived) == (r"$^{\dagger}$" in table.latex())


def test_an_unknown_group_is_an_error(dataset: Dataset) -> None:
    """Never an empty table."""
    with pytest.raises(UnknownId, match="no group of indicators 'bets'"):
        paper_table(dataset, "bets")


def test_latex_escapes_what_has_a_meaning_there() -> None:
    """Signs of LaTeX are printed, not obeyed; bounds are set in mathematics."""
    text = HARD.latex()
    assert r"\caption{50\% \& $<$b$>$\_x\_$<$/b$>$}" in text
    assert r" & 甲市\#1 \\" in text
    assert r"\{a\} & $\geq$ 55\% (2025) \\" in text
    assert r"\item \textasciitilde{} \textasciicircum{} \$ \textbackslash{}" in text


def test_html_escapes_what_has_a_meaning_there() -> None:
    """No text of a plan becomes markup."""
    assert "<b>_x_</b>" not in HARD.html()
    assert "50% &amp; &lt;b&gt;_x_&lt;/b&gt;" in HARD.html()


def test_word_holds_the_same_cells() -> None:
    """Head, row and note, as text; twice the same bytes."""
    document = docx.Document(io.BytesIO(HARD.word()))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert [["", "甲市#1"], ["{a}", "≥ 55% (2025)"]] == rows
    assert HARD.word() == HARD.word()


def test_groups_with_values_are_written_in_every_format(dataset: Dataset, tmp_path: Path) -> None:
    """Three formats in two languages; a group in which no plan gives a value has no files."""
    names = {path.name for path in export_paper(dataset, tmp_path)}
    assert {f"beds.{lang}.{suffix}" for lang in ("zh", "en") for suffix in ("html", "tex", "docx")} <= names
    assert {path.name for path in tmp_path.iterdir()} == names
