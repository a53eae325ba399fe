"""A real browser, and the explorer open in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.support.chromium import MISSING, browser_arguments, find_browser
from tests.support.explorer import explorer_study

from compare.coding import Codebook
from compare.exports.explorer.html_page import page_bytes
from compare.exports.explorer.page_data import explorer_data


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Skips on a machine without a browser; under CI that is a failure, not an excuse."""
    program = find_browser()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=browser_arguments())
        yield running
        running.close()


@pytest.fixture(scope="session")
def data(
    make: Any, codebook: Codebook, codebook_files: Mapping[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What the page shows: three plans, one with text that tries to break out of the page."""
    folder = tmp_path_factory.mktemp("explorer")
    return explorer_data(explorer_study(folder, make, codebook, codebook_files))


@pytest.fixture(scope="session")
def explorer(data: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    path.write_bytes(page_bytes(data))
    return path


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, explorer: Path) -> Iterator[Visit]:
    """``visit(hash="", lang="zh-CN", size=(1400, 900), path=explorer)`` opens the page from its file.

    However the test goes, at its end the page must have said nothing on the console, thrown
    nothing, and asked for nothing but its own file.
    """
    complaints: list[str] = []
    contexts = []

    def open_page(
        hash: str = "", lang: str = "zh-CN", size: tuple[int, int] = (1400, 900), path: Path = explorer
    ) -> Page:
        address = path.as_uri()
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale=lang)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "data:,", "blob:"))
                else complaints.append(f"asked for {request.url}")
            ),
        )
        page.goto(f"{address}#{hash}" if hash else address)
        return page

    yield open_page
    hacked = [page for context in contexts for page in context.pages if page.evaluate("'hacked' in window")]
    for context in contexts:
        context.close()
    assert [] == hacked
    assert [] == complaints
