"""What pandas prints of a table that notes what of it is read."""

from __future__ import annotations

import pandas as pd
import pytest

from compare.tables.noting import reads
from compare.tables.noting.notes_table import NotedFrame
from compare.tables.noting.ranges import from_ranges
from compare.tables.noting.study_tables import texts_shown


def test_of_what_is_displayed_the_middle_and_long_texts_are_not_noted() -> None:
    """As pandas prints it, with the options that are set; a label is noted as the whole of its code."""
    frame = pd.DataFrame({"text": ["a" * 9] * 9, "label": ["b"] * 9})
    noted: set[str] = set()
    with pd.option_context("display.max_rows", 5, "display.min_rows", 4, "display.max_colwidth", 7):
        NotedFrame(frame, noted.add, "t", made_of={"text": ("text",), "label": ("code",)})._repr_html_()
    assert {"t\t#\t", "t\ttext\t0-2 6-8\t7", "t\tcode\t0-2 6-8"} == noted


@pytest.mark.parametrize("text, said", [("ab", "'ab'"), ("abc", "'abc'"), ("abcd", "'abc'…")])
def test_of_a_text_that_is_cut_its_beginning_is_asked_for(text: str, said: str) -> None:
    """A shorter one is what it is: it changes where its end does."""
    assert [said] == texts_shown(pd.Series([text]), "3")


@pytest.mark.parametrize(
    "most, fewer, rows, noted",
    [
        (9, 4, 9, "0-8"),
        (9, 4, 10, "0-2 7-9"),
        (9, 4, 3, "0-2"),
        (9, 20, 10, ""),
        (4, 9, 10, "0-2 7-9"),
        (6, None, 10, "0-3 6-9"),
        (0, 4, 10, "0-9"),
        (None, 4, 10, "0-9"),
    ],
)
def test_only_a_long_table_is_printed_without_its_middle(
    most: int | None, fewer: int | None, rows: int, noted: str
) -> None:
    """As pandas prints it: up to the longest all rows, beyond it half of the shorter at either end."""
    frame, parts = pd.DataFrame({"text": [f"r{n}" for n in range(rows)]}), set[str]()
    with pd.option_context("display.max_rows", most, "display.min_rows", fewer):
        shown = NotedFrame(frame, parts.add, "t")._repr_html_()
    found = [cells for part in parts if (cells := reads.cells(part)) and cells.column == "text"]
    assert [noted or "0-9"] == [cells.rows for cells in found]
    seen = {n for n in range(rows) if f"<td>r{n}</td>" in str(shown)}
    assert seen <= set(from_ranges(found[0].rows))


@pytest.mark.parametrize("option, value", [("display.large_repr", "info"), ("styler.render.repr", "latex")])
def test_what_may_show_more_reads_all(option: str, value: str) -> None:
    """Of a frame as it is described, or written for LaTeX."""
    noted: set[str] = set()
    with pd.option_context(option, value):
        made = NotedFrame(pd.DataFrame({"text": ["x"]}), noted.add, "t")
        made._repr_latex_() if value == "latex" else made._repr_html_()
    assert "t\t*\t" in noted


def test_a_notebook_that_looks_for_ways_to_show_reads_nothing() -> None:
    """It asks for names that no frame has."""
    noted: set[str] = set()
    made = NotedFrame(pd.DataFrame({"text": ["x"]}), noted.add, "t")
    names = (
        "_ipython_display_",
        "_ipython_canary_method_should_not_exist_",
        "_repr_mimebundle_",
        "_repr_png_",
    )
    assert (set(), set()) == ({name for name in names if hasattr(made, name)}, noted)


@pytest.mark.parametrize("number, counted", [(0, False), (1, False), (2, False), (3, True)])
def test_how_many_rows_there_are_is_noted_where_fewer_are_shown(number: int, counted: bool) -> None:
    """The first two of two rows would be the same of more."""
    noted: set[str] = set()
    frame = pd.DataFrame({"text": ["x", "y"]})
    shown = NotedFrame(frame, noted.add, "t").head(number)
    assert (min(number, 2), counted) == (len(shown.noted_plain()), "t\t#\t" in noted)
