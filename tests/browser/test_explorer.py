"""The explorer in a real browser: the grid, its filters, and the way from a cell to its sentence."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.support.explorer import SCRIPT, many
from tests.support.explorer_page import BEDS, SHARE, behind, cell, choose, in_view, marked, quote

from compare.exports.explorer.html_page import page_bytes

Visit = Callable[..., Page]


# --- the grid ---------------------------------------------------------------------


def test_grid_draws_every_cell(visit: Visit, data: dict[str, Any]) -> None:
    """Each cell of the comparison is drawn with its status, and none shows a number it does not have."""
    page = visit("grid")
    page.locator("#absent input").check()
    expect(page.locator("#grid td")).to_have_count(len(data["cells"]))
    for one in data["cells"]:
        drawn = cell(page, f"{one['plan']}/{one['row']}")
        assert one["status"] in (drawn.get_attribute("class") or "").split()
        shown = drawn.locator(".amount").all_text_contents()
        assert shown == ([one["value"]["zh"]] if one["value"] else [])


def test_grid_shows_comparator_deadline_unit_and_path(visit: Visit) -> None:
    """A cell says how strictly, by when and in what unit; earlier deadlines are not lost."""
    page = visit("grid")
    assert "≥ 55%" == cell(page, SHARE).locator(".amount").text_content()
    assert "2025" == cell(page, SHARE).locator(".by").text_content()
    assert "3,000 张" == cell(page, BEDS).locator(".amount").text_content()
    expect(cell(page, BEDS)).to_contain_text("2022: 2,700")
    label = cell(page, SHARE).get_attribute("aria-label") or ""
    assert "≥ 55%" in label
    assert "2025" in label


def test_heads_stick_and_nothing_overlaps(visit: Visit, data: dict[str, Any], tmp_path: Path) -> None:
    """With 40 plans and 100 indicators the heads stay in sight and the focus is never under them."""
    path = tmp_path / "many.html"
    path.write_bytes(page_bytes(many(data, plans=40, indicators=100)))
    for size in ((1400, 900), (390, 800)):
        page = visit("grid", path=path, size=size)
        expect(page.locator("#grid thead th")).to_have_count(41)
        page.evaluate("document.getElementById('scroller').scrollTo(1e6, 1e6)")
        scroller = page.locator("#scroller").bounding_box()
        corner = page.locator("#grid .corner").bounding_box()
        last = page.locator("#grid tbody tr").last.locator("th").bounding_box()
        assert scroller
        assert corner
        assert last
        assert (scroller["x"], scroller["y"]) == (corner["x"], corner["y"])
        assert scroller["x"] == last["x"]
        assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth")
        # Walk up and left: what has the focus is what one would hit at its middle.
        page.locator("#grid tbody tr").last.locator("td").last.focus()
        for key in ("Home", "ArrowRight", *["ArrowUp"] * 12, *["ArrowRight"] * 3, *["ArrowLeft"] * 3):
            page.keyboard.press(key)
            assert page.evaluate(
                """() => { const box = document.activeElement.getBoundingClientRect();
                const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return document.activeElement.contains(hit); }"""
            )


# --- from a cell to its sentence ----------------------------------------------------


def test_why_a_statement_was_read_so_stands_behind_it(
    visit: Visit, data: dict[str, Any], tmp_path: Path
) -> None:
    """Line by line in the language of the page, as text; a page that was not told shows nothing of it."""
    told = copy.deepcopy(data)
    for one in told["statements"]:
        one["why"] = {"zh": ["数值：55%", f"规则{SCRIPT}"], "en": ["value: 55%", "rule"]}
    path = tmp_path / "told.html"
    path.write_bytes(page_bytes(told))
    first = behind(data, SHARE)[0]
    page = visit(first, path=path)
    reasons = page.locator(".card.current details.why")
    expect(reasons.locator("li").first).to_be_hidden()
    reasons.locator("summary").click()
    expect(reasons.locator("li")).to_have_text(["数值：55%", f"规则{SCRIPT}"])
    expect(visit(first).locator("details.why")).to_have_count(0)


def test_click_marks_the_sentence_in_its_plan(visit: Visit, data: dict[str, Any]) -> None:
    """The mark is the quotation to the letter, although the text holds wide characters and markup."""
    page = visit("grid")
    cell(page, SHARE).click()
    expect(page.locator("#panel")).to_be_visible()
    (statement,) = behind(data, SHARE)
    assert quote(data, statement) == marked(page)
    assert "55%" == page.locator("#plan-text mark.value").text_content()
    assert in_view(page, "#plan-text mark.quote", "#plan-text")
    assert page.url.endswith(f"#{statement}")
    card = page.locator(f'.card[data-statement="{statement}"]')
    assert quote(data, statement) in (card.locator("blockquote").text_content() or "")


def test_plan_stands_beside_in_full(visit: Visit, data: dict[str, Any]) -> None:
    """The whole text of the plan is there, line by line, with what looks like markup as text."""
    page = visit("grid")
    cell(page, SHARE).click()
    text = next(plan["text"] for plan in data["plans"] if plan["id"] == "p-2020")
    lines = [line for line in text.split("\n") if line.strip()]
    assert lines == page.locator("#plan-text p").all_text_contents()


def test_contradiction_shows_both_statements(visit: Visit, data: dict[str, Any]) -> None:
    """Both values have a card; going to the other one moves the mark there."""
    page = visit("grid")
    cell(page, "bing-2022/bed_share@general").click()
    first, second = behind(data, "bing-2022/bed_share@general")
    expect(page.locator(".card")).to_have_count(2)
    assert quote(data, first) == marked(page)
    page.locator(f'[data-go="{second}"]').click()
    expect(page.locator(f'.card.current[data-statement="{second}"]')).to_be_visible()
    assert quote(data, second) == marked(page)


@pytest.mark.parametrize("lang", ["zh-CN", "en-US"])
def test_findings_are_in_the_language_of_the_page(visit: Visit, data: dict[str, Any], lang: str) -> None:
    """What is to be checked of a plan that contradicts itself, in one language alone."""
    (message,) = [
        one["message"]
        for one in data["findings"]
        if one["plan_id"] == "bing-2022" and one["check"] == "conflict"
    ]
    shown = visit("bing-2022", lang=lang).locator(".findings").inner_text()
    assert (lang == "zh-CN", lang == "en-US") == (message["zh"] in shown, message["en"] in shown)


def test_missing_cell_says_why(visit: Visit) -> None:
    """A cell without a value opens on its status and what was searched; a fragment on what it lacks."""
    page = visit("bing-2022/age@general")
    expect(page.locator("#panel .page")).to_contain_text("不等于零")
    expect(page.locator("#panel .code").first).to_contain_text("in no clause")
    page = visit("yi-2021/bed_share@general")
    expect(page.locator("#panel .page")).to_contain_text("缺第二部分")
    expect(page.locator("#plan-text mark")).to_have_count(0)


@pytest.mark.parametrize("lang", ["zh-CN", "en-US"])
def test_every_address_opens(visit: Visit, data: dict[str, Any], lang: str) -> None:
    """Statements, cells, rows, columns and the guide can be linked to; an unknown one is named."""
    page = visit("grid", lang=lang)
    keys = [one["id"] for part in ("statements", "plans", "rows") for one in data[part]]
    for key in [*keys, *(f"{one['plan']}/{one['row']}" for one in data["cells"]), "guide"]:
        page.evaluate("key => { location.hash = key; }", key)
        expect(page.locator("#panel-title")).not_to_be_empty()
        if key in {one["id"] for one in data["statements"]}:
            expect(page.locator(f'.card.current[data-statement="{key}"]')).to_be_visible()
            assert quote(data, key) == marked(page)
    page.evaluate("location.hash = 'p-2020-gone'")
    expect(page.locator("#panel")).to_contain_text("p-2020-gone")


def test_deep_link_opens_at_the_sentence(visit: Visit, data: dict[str, Any]) -> None:
    """Who is sent a link sees the sentence at once; the way back leads to the grid."""
    (statement,) = behind(data, SHARE)
    page = visit(statement)
    assert quote(data, statement) == marked(page)
    assert in_view(page, "#plan-text mark.quote", "#plan-text")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    page.go_back()
    expect(page.locator("#panel")).to_be_visible()


@pytest.mark.parametrize("style", ["gbt", "apa"])
def test_citation_gives_quotation_document_and_place(visit: Visit, data: dict[str, Any], style: str) -> None:
    """What is copied can be checked: the words, the document as the style has it, the characters."""
    (statement,) = behind(data, SHARE)
    page = visit(statement)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(f".card.current [data-copy=copy_{style}]").click()
    expect(page.locator(".card.current .status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    plan = next(plan for plan in data["plans"] if plan["id"] == "p-2020")
    start, end = next(one["span"] for one in data["statements"] if one["id"] == statement)
    document = plan["citation" if style == "gbt" else "apa"]
    for part in (quote(data, statement), document, f"{start}–{end}", plan["source_sha256"][:12]):
        assert part in copied


# --- filters ------------------------------------------------------------------------


def test_filters_narrow_the_grid(visit: Visit) -> None:
    """Regions are columns, groups are rows, the others dim what does not fit; clearing undoes all."""
    page = visit("grid")
    rows, columns = page.locator("#grid tbody tr:not(.group)"), page.locator("#grid thead [data-view]")
    everything = rows.count()
    choose(page, "region", "p-2020")
    expect(columns).to_have_count(1)
    choose(page, "group", "parameters")
    expect(rows).to_have_count(1)
    page.locator("#reset").click()
    expect(columns).to_have_count(3)
    expect(rows).to_have_count(everything)
    choose(page, "status", "conflicting")
    expect(page.locator("#grid td:not(.out)")).to_have_count(1)
    expect(cell(page, "bing-2022/bed_share@general")).to_be_visible()
    page.locator("#reset").click()
    choose(page, "deadline", "2022")  # on the way to 2025
    expect(page.locator("#grid td:not(.out)")).to_have_count(1)
    expect(cell(page, BEDS)).to_be_visible()
    page.locator("#reset").click()
    choose(page, "scope", "rural")
    expect(rows).to_have_count(1)
    expect(cell(page, "yi-2021/beds@rural")).not_to_have_class("out")


def test_rows_no_plan_mentions_are_counted(visit: Visit, data: dict[str, Any], tmp_path: Path) -> None:
    """What is left out of the grid is said, and shown when asked for."""
    quiet = copy.deepcopy(data)
    for one in quiet["cells"]:
        if one["row"].startswith("age@"):
            one.update(status="not_stated", value=None, statements=[], elsewhere=[])
    path = tmp_path / "quiet.html"
    path.write_bytes(page_bytes(quiet))
    page = visit("grid", path=path)
    expect(page.locator('#grid th[data-view^="age@"]')).to_have_count(0)
    expect(page.locator("#summary")).to_contain_text("另有 1 行")
    page.locator("#absent input").check()
    expect(page.locator('#grid th[data-view^="age@"]')).to_have_count(1)


def test_a_level_leads_to_its_clause(visit: Visit) -> None:
    """From the table of instruments to the clause, marked in the plan's text; and back."""
    page = visit("grid")
    page.click("[data-screen=means]")
    page.locator(".means .level").first.click()
    clause = page.locator("#panel blockquote").first.inner_text()
    assert clause
    assert clause == page.locator("#plan-text mark.quote").first.inner_text()
    page.locator("#panel [data-go=means]").click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#screen .means table").first).to_be_visible()
