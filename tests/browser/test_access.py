"""The explorer in a real browser: languages, keyboard, small screens, paper, contrast."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect
from tests.support.explorer import many
from tests.support.explorer_page import BEDS, SHARE, behind, cell, choose, in_view, marked, quote

from compare.exports.explorer.html_page import page_bytes

Visit = Callable[..., Page]
CONTRAST, NUMBERS = (Path(__file__).parents[1] / "support" / name for name in ("contrast.js", "numbers.js"))


def test_language_switches_everything_but_the_sources(visit: Visit) -> None:
    """The page speaks the reader's language and the other on request; quotations stay as published."""
    page = visit(SHARE)
    before = marked(page)
    assert "zh-CN" == page.locator("html").get_attribute("lang")
    expect(page.locator("h1")).to_have_text("地区养老服务方案指标对比")
    page.locator("#language").click()
    assert "en" == page.locator("html").get_attribute("lang")
    expect(page.locator("h1")).to_have_text("Regional elderly-care plans compared")
    expect(page.locator("#panel-title")).to_contain_text("bed_share English")
    expect(cell(page, BEDS).locator(".amount")).to_have_text("3,000 beds")
    assert before == marked(page)
    expect(visit(lang="en-GB").locator("html")).to_have_attribute("lang", "en")


def test_keyboard_alone_is_enough(visit: Visit, data: dict[str, Any]) -> None:
    """One Tab stop for the grid, arrows inside it, Enter opens, Esc closes and comes back."""
    page = visit("grid")
    page.locator("#reset").focus()
    page.keyboard.press("Tab")
    focus = page.locator(":focus")
    expect(focus).to_have_attribute("data-cell", SHARE)
    expect(page.locator('#grid [tabindex="0"]')).to_have_count(1)
    assert "solid" == focus.evaluate("node => getComputedStyle(node).outlineStyle")
    page.keyboard.press("ArrowUp")
    expect(focus).to_have_attribute("data-view", "p-2020")
    for _ in range(3):  # past the share and the beds of the countryside
        page.keyboard.press("ArrowDown")
    expect(focus).to_have_attribute("data-cell", BEDS)
    page.keyboard.press("End")
    expect(focus).to_have_attribute("data-cell", "bing-2022/beds@general")
    page.keyboard.press("Control+Home")
    expect(focus).to_have_attribute("data-view", "p-2020")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(focus).to_have_id("panel-title")
    assert quote(data, behind(data, SHARE)[0]) == marked(page)
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(focus).to_have_attribute("data-cell", SHARE)


def test_escape_closes_a_menu_first(visit: Visit) -> None:
    """With a menu open over an open panel, Esc closes the menu only."""
    page = visit(SHARE)
    menu = page.locator('details[data-facet="region"]')
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(page.locator("#panel")).to_be_visible()


def test_phone_shows_the_panel_over_the_grid(visit: Visit, data: dict[str, Any]) -> None:
    """On a narrow screen nothing is wider than it, and what is covered takes no focus."""
    page = visit("grid", size=(390, 800))
    expect(page.locator("#controls")).to_be_hidden()
    page.locator("#show-controls").click()
    expect(page.locator("#choices")).to_be_visible()
    page.locator("#show-controls").click()
    cell(page, SHARE).click()
    box = page.locator("#panel").bounding_box()
    assert {"x": 0, "y": 0, "width": 390, "height": 800} == box
    assert page.evaluate("document.getElementById('scroller').inert")
    assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.locator(".card.current .buttons button").first.click()
    assert quote(data, behind(data, SHARE)[0]) == marked(page)
    assert in_view(page, "#plan-text mark.quote", "#plan-text")


def test_numbers_are_never_broken(visit: Visit, data: dict[str, Any], tmp_path: Path) -> None:
    """Over two lines, or half under the next cell, 300 reads as 30: every number is whole in its cell."""
    long = copy.deepcopy(data)
    for one in long["cells"]:
        if one["value"]:
            one["value"]["zh"] = one["value"]["en"] = "≥ 12,000,000,000 yuan per 100,000 people"
        for step in one["path"]:
            step["value"] = "1,234,567–12,345,678"
    path = tmp_path / "long.html"
    path.write_bytes(page_bytes(many(long, plans=6, indicators=3)))
    for media, width in (("screen", 390), ("print", 1032)):  # a phone, A4 across within its margins
        page = visit("grid", path=path, size=(width, 800))
        page.emulate_media(media=media)
        expect(page.locator("td:visible").first).to_be_visible()
        numbers, broken, covered = page.evaluate(NUMBERS.read_text(encoding="utf-8"))
        assert numbers > 0
        assert [] == broken
        assert [] == covered


def test_paper_carries_the_grid_or_the_evidence(visit: Visit, data: dict[str, Any]) -> None:
    """Print is not the screen: the grid with its sources, or the open page with its citations."""
    page = visit("grid")
    page.emulate_media(media="print")
    expect(page.locator("#paper table")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator("#paper td")).to_have_count(page.locator("#grid td").count())
    for plan in data["plans"]:
        expect(page.locator("#paper .sources")).to_contain_text(plan["source_sha256"])
    page.emulate_media(media="screen")
    expect(page.locator("#paper")).to_be_hidden()
    cell(page, SHARE).click()
    page.emulate_media(media="print")
    expect(page.locator("#paper blockquote").first).to_be_visible()
    expect(page.locator("#paper .cite [data-style]").first).to_be_visible()
    expect(page.locator("#paper button:visible")).to_have_count(0)


def test_many_plans_print_on_several_sheets(visit: Visit, data: dict[str, Any], tmp_path: Path) -> None:
    """No column is cut off at the edge of the paper: plans are spread over tables."""
    path = tmp_path / "many.html"
    path.write_bytes(page_bytes(many(data, plans=14, indicators=3)))
    page = visit("grid", path=path)
    page.emulate_media(media="print")
    expect(page.locator("#paper table").first).to_be_visible()
    heads = [table.locator("thead [data-view]").count() for table in page.locator("#paper table").all()]
    assert [6, 6, 2] == heads


def test_text_is_readable(visit: Visit) -> None:
    """Every text on the page stands out from its ground by 4.5 to 1, dimmed cells included."""
    page = visit(SHARE)
    choose(page, "status", "conflicting")
    assert [] == page.evaluate(CONTRAST.read_text(encoding="utf-8"))
