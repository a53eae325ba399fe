"""The interactive table in the page of an executed notebook, in a browser without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from compare.exports.notebooks.execute import execute

START = """
import pandas as pd
from compare.exports.notebooks import interactive
from compare.exports.notebooks.notebook_html import Table
interactive.start()
"""
SHOW = """
frame = pd.DataFrame({"region": ["甲市"] * 30 + ["乙县"], "said": ["<b>30</b>"] * 30 + ["31张"]})
table = Table(frame, {"region": "地区\\nRegion", "said": "原文\\nText"}, "无")
interactive.Browser(table, ["region"], "said", {"search": "查找"})
"""


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook with one interactive table of two regions, executed."""
    folder = tmp_path_factory.mktemp("interactive")
    v4 = nbformat.v4
    nbformat.write(
        v4.new_notebook(cells=[v4.new_code_cell(source) for source in (START, SHOW)]), folder / "a.ipynb"
    )
    (made,) = execute(folder, folder, folder)
    return made


def values(page: Page) -> Locator:
    """The cells of the second column; the table changes a moment after a click."""
    return page.locator("table.display tbody td:nth-child(2)")


def test_a_region_is_selected_from_the_list(visit: Callable[..., Page], page: Path) -> None:
    """Nothing is fetched (the fixture holds that), text stays text, and a click leaves one region's rows."""
    shown = visit(path=page)
    shown.locator("table.display tbody tr").first.wait_for()
    expect(values(shown)).to_have_text(["<b>30</b>"] * 25)
    shown.locator(".dtsp-showAll").click()
    shown.locator(".dtsp-searchPane tbody tr", has_text="乙县").click()
    expect(values(shown)).to_have_text(["31张"])


def test_what_is_typed_is_searched(visit: Callable[..., Page], page: Path) -> None:
    shown = visit(path=page)
    shown.locator(".dt-search input").fill("31")
    expect(values(shown)).to_have_text(["31张"])


def test_the_page_leads_nowhere(page: Path) -> None:
    """No link of the library's own is left."""
    assert "href=http" not in page.read_text(encoding="utf-8")
