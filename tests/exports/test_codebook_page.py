"""The codebook as one page for the browser."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from compare.coding import Codebook
from compare.exports.codebook_page import export_codebook, index
from compare.study.codebook.files import default_codebook, load_labels
from compare.tables.words.labels import Labels


@pytest.fixture(scope="module")
def loaded() -> tuple[Codebook, Labels]:
    return load_labels(default_codebook())


def test_every_entry_is_on_the_page_with_its_definition_and_examples(
    loaded: tuple[Codebook, Labels], tmp_path: Path
) -> None:
    """Whoever doubts a code reads there what it means."""
    codebook, labels = loaded
    made = export_codebook(SimpleNamespace(codebook=codebook, labels=labels), tmp_path / "codebook.html")
    shown = made.read_text(encoding="utf-8")
    for indicator in codebook.indicators.values():
        assert f"<h3><code>{indicator.id}</code></h3>" in shown
        assert html.escape(indicator.definition_zh, quote=True).replace("&#x27;", "'") in shown
        assert all(html.escape(one.text).replace("&#x27;", "'") in shown for one in indicator.examples)
    assert all(f"<td><code>{scope}</code></td>" in shown for scope in codebook.scopes)


def test_the_page_loads_nothing(loaded: tuple[Codebook, Labels], tmp_path: Path) -> None:
    """One file for the browser, without a network."""
    codebook, labels = loaded
    made = export_codebook(SimpleNamespace(codebook=codebook, labels=labels), tmp_path / "codebook.html")
    shown = made.read_text(encoding="utf-8")
    assert [] == [word for word in ("<script", "src=", "href=", "url(") if word in shown]


def test_the_text_of_the_codebook_is_no_markup(loaded: tuple[Codebook, Labels], tmp_path: Path) -> None:
    """A definition that contains a sign of HTML is shown as it is written."""
    codebook, labels = loaded
    first = next(iter(codebook.indicators.values()))
    marked = replace(first, definition_en="<script>alert()</script>")
    dangerous = replace(codebook, indicators={first.id: marked})
    made = export_codebook(SimpleNamespace(codebook=dangerous, labels=labels), tmp_path / "codebook.html")
    assert "&lt;script&gt;" in made.read_text(encoding="utf-8")


def test_the_list_has_a_row_for_every_code(loaded: tuple[Codebook, Labels]) -> None:
    """It is tracked, so it is short: a row each, and no definitions."""
    codebook, labels = loaded
    rows = [line for line in index(codebook, labels).splitlines() if line.startswith("| `")]
    assert sorted([*codebook.indicators, *codebook.scopes]) == sorted(row.split("`")[1] for row in rows)
