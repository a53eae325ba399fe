"""The explorer's screens in a real browser: findings, search, means, two plans, links, downloads."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from tests.support.explorer import many
from tests.support.explorer_page import BEDS, SHARE, behind, cell, choose, in_view, marked, quote

from compare.exports.explorer.html_page import page_bytes

Visit = Callable[..., Page]
CONTRAST = Path(__file__).parents[1] / "support" / "contrast.js"
SCREENS = ("findings", "grid", "means", "two", "search?q=50")


# --- findings ------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh-CN", "en-US"])
def test_findings_are_what_one_sees_first(visit: Visit, data: dict[str, Any], lang: str) -> None:
    """Every sentence in the reader's language, each with a link to every cell it rests on."""
    page = visit(lang=lang)
    key = "zh" if lang == "zh-CN" else "en"
    assert data["observations"]
    shown = page.locator(".observations .observation > p:first-child").all_text_contents()
    assert sorted(one["text"][key] for one in data["observations"]) == sorted(shown)
    expect(page.locator("#screens [aria-current=page]")).to_have_attribute("data-screen", "findings")
    cells = sum(len(one["cells"]) for one in data["observations"])
    assert cells == page.locator(".chips[role=group] .chip:not(.plain)").count() - sum(
        bool(one["plan"]) for one in data["observations"]
    )


def test_a_finding_leads_to_its_sentence_and_back(visit: Visit, data: dict[str, Any]) -> None:
    """The sentence opens beside the findings; Esc returns to the link that was followed."""
    page = visit()
    key = next(cell for one in data["observations"] for cell in one["cells"] if behind(data, cell))
    statement = behind(data, key)[0]
    link = page.locator(f'#screen [data-go="{statement}"]').first
    link.click()
    assert quote(data, statement) == marked(page)
    expect(page.locator(".observations").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator(":focus")).to_have_attribute("data-go", statement)


# --- search --------------------------------------------------------------------------------


def search(page: Page, query: str) -> None:
    page.locator("#query").fill(query)
    expect(page.locator("#screen-title")).to_contain_text(query)


def test_search_finds_words_that_are_no_number_sentences(visit: Visit, data: dict[str, Any]) -> None:
    """Any words of the text, grouped by plan, each sentence with the word marked and a way to its place."""
    page = visit()
    plan = data["plans"][0]
    counted = {tuple(one["sentence"]) for one in data["statements"] if one["plan"] == plan["id"]}
    pieces = re.finditer(r"[^。\n]{4,}", plan["text"])
    words = next(
        m.group()[:4]
        for m in pieces
        if not any(start <= m.start() < end for start, end in counted) and m.group()[:4].isalnum()
    )
    search(page, words)
    expect(page.locator(f'#screen [data-plan="{plan["id"]}"]')).to_be_visible()
    assert words == page.locator("#screen mark.quote").first.text_content()
    page.locator("#screen .hit").first.click()
    assert words in marked(page)
    assert in_view(page, "#plan-text mark.quote", "#plan-text")


def test_search_wants_every_word_in_one_sentence(visit: Visit) -> None:
    """Blanks set words apart; small letters and full-width signs are the same; nothing found is said."""
    page = visit()
    search(page, "养老床位 2700张")
    expect(page.locator("#screen .hit")).to_have_count(1)
    search(page, "养老床位 55％")
    expect(page.locator("#screen .hit")).to_have_count(0)
    search(page, "never_stated")
    expect(page.locator("#screen .empty")).to_be_visible()


def test_an_english_word_finds_what_is_coded_so(visit: Visit, data: dict[str, Any]) -> None:
    """The name of an indicator in English leads to its row and to the Chinese sentences coded so."""
    page = visit(lang="en-US")
    search(page, "bed_share")
    expect(page.locator('#screen [data-go="bed_share@general"]')).to_be_visible()
    plans = {one["plan"] for one in data["statements"] if one["indicator"] == "bed_share"}
    expect(page.locator("#screen section[data-plan]")).to_have_count(len(plans))
    expect(page.locator("#screen .hit").first).to_contain_text("bed_share English")


def test_typing_is_one_step_of_the_way_back(visit: Visit) -> None:
    """The browser's back leads to where one was, and the address of a search can be sent."""
    page = visit()
    for query in ("养老", "养老床位"):
        search(page, query)
    page.go_back()
    expect(page.locator("#screens [data-screen=findings]")).to_have_attribute("aria-current", "page")
    expect(page.locator("#query")).to_have_value("")
    page = visit("search?q=%E5%85%BB%E8%80%81%E5%BA%8A%E4%BD%8D")
    expect(page.locator("#query")).to_have_value("养老床位")
    expect(page.locator("#screen .hit").first).to_be_visible()


# --- two plans ------------------------------------------------------------------------------


def test_two_plans_stand_side_by_side(visit: Visit, data: dict[str, Any]) -> None:
    """Both values of a row, and the choice is part of the address."""
    page = visit("two")
    page.select_option("#two-a", "p-2020")
    page.select_option("#two-b", "bing-2022")
    expect(page.locator(".sides thead").first).to_contain_text("丙州")
    row = page.locator(".sides tbody tr", has_text="bed_share").first
    assert ["≥ 55%", "30 ≠ 50%"] == row.locator(".amount").all_text_contents()
    assert "b=bing-2022" in page.url
    again = visit(page.url.split("#")[1])
    expect(again.locator("#two-b")).to_have_value("bing-2022")
    again.locator('.in-cell[data-go="' + behind(data, SHARE)[0] + '"]').click()
    assert quote(data, behind(data, SHARE)[0]) == marked(again)


def test_a_topic_without_numbers_shows_its_tasks(visit: Visit, data: dict[str, Any], tmp_path: Path) -> None:
    """Nothing counted is not nothing said: the task stands there and leads to its place."""
    told = {
        **data,
        "topics": [{"plan": "p-2020", "group": "beds", "values": 0, "in_words": 0, "tasks": [[0, 9]]}],
    }
    path = tmp_path / "tasks.html"
    path.write_bytes(page_bytes(told))
    page = visit("two?a=p-2020&b=yi-2021&topic=beds", path=path)
    text = "".join(list(data["plans"][0]["text"])[:9])
    page.locator(".tasks .hit").click()
    assert text == marked(page)


def test_two_plans_stand_side_by_side_task_by_task(
    visit: Visit, data: dict[str, Any], tmp_path: Path
) -> None:
    """Tasks that use the same means are a pair and say which; one has one partner at most; what has none
    stands below. The choice is part of the address, and a task leads to its place."""
    told = {
        **data,
        "tasks": {"p-2020": [[0, 9], [10, 20]], "yi-2021": [[0, 8], [9, 15], [15, 19]]},
        "tags": {
            "p-2020": {"instruments:training": [[2, 5]], "instruments:building": [[12, 15]]},
            "yi-2021": {"instruments:training": [[9, 12], [15, 18]], "departments:civil_affairs": [[0, 4]]},
        },
        "names": {**data["names"], "instruments": INSTRUMENTS},
    }
    path = tmp_path / "pairs.html"
    path.write_bytes(page_bytes(told))
    page = visit("two?a=p-2020&b=yi-2021", path=path)
    page.select_option("#two-by", "task")
    assert "by=task" in page.url
    pairs = page.locator(".sides .pair")
    expect(pairs).to_have_count(1)
    assert ["培训"] == pairs.first.locator("th .tag").all_text_contents()
    assert ["p-2020@0-9", "yi-2021@9-15"] == [
        pairs.locator(".hit").nth(at).get_attribute("data-go") for at in (0, 1)
    ]
    expect(page.locator(".sides .alone td").nth(0).locator(".hit")).to_have_count(1)
    expect(page.locator(".sides .alone td").nth(1).locator(".hit")).to_have_count(2)
    head, *lines = csv.reader(io.StringIO(download(page, "csv").decode("utf-8-sig")))
    assert len(head) == 5
    assert [["培训", "p-2020@0-9", "yi-2021@9-15"], ["", "p-2020@10-20", ""]] == [
        line[::2] for line in lines[:2]
    ]
    assert ["yi-2021@0-8", "yi-2021@15-19"] == [line[4] for line in lines[2:]]
    pairs.locator(".hit").first.click()
    assert "".join(list(data["plans"][0]["text"])[:9]) == marked(page)


INSTRUMENTS = {
    "training": {"zh": "培训", "en": "Training"},
    "building": {"zh": "建设", "en": "Building"},
}


def test_every_topic_says_what_it_holds_besides_numbers(
    visit: Visit, data: dict[str, Any], tmp_path: Path
) -> None:
    """Also one of which no sentence can be made; its tasks are one click away."""
    held = [{"plan": "p-2020", "group": "context", "values": 0, "in_words": 0, "tasks": [[0, 9]]}]
    path = tmp_path / "held.html"
    path.write_bytes(
        page_bytes({**data, "observations": [], "topics": held, "names": _with_group(data, "context")})
    )
    page = visit(path=path)
    expect(page.locator("#topic-context .held")).to_contain_text("1 项任务")
    page.locator("#topic-context .held button").click()
    expect(page.locator("#two-topic")).to_have_value("context")
    expect(page.locator(".tasks .hit")).to_have_count(1)


def _with_group(data: dict[str, Any], code: str) -> dict[str, Any]:
    names = data["names"]
    return {**names, "groups": {**names["groups"], code: {"zh": "背景", "en": "Context"}}}


# --- addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [SHARE, BEDS, "bing-2022/age@general"])
def test_the_address_of_a_cell_can_be_shared(visit: Visit, key: str) -> None:
    """The link that is copied opens the same cell in the grid in another window."""
    page = visit("grid")
    cell(page, key).click()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy=copy_link]").click()
    expect(page.locator("#panel header .status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    again = visit(copied.split("#")[1])
    expect(cell(again, key)).to_have_attribute("aria-selected", "true")
    assert page.locator("#panel-title").text_content() == again.locator("#panel-title").text_content()


def test_filters_are_part_of_the_address(visit: Visit) -> None:
    """Who gets the link sees the grid as it was narrowed down; an unknown code is passed over."""
    page = visit("grid")
    choose(page, "region", "p-2020")
    choose(page, "scope", "rural")
    again = visit(page.url.split("#")[1])
    expect(again.locator("#grid thead [data-view]")).to_have_count(1)
    expect(again.locator("#grid tbody tr:not(.group)")).to_have_count(1)
    expect(visit("grid?region=gone").locator("#grid thead [data-view]")).to_have_count(3)


def test_closing_leads_back_to_the_filtered_grid(visit: Visit) -> None:
    """What was filtered stays filtered while cells are opened and closed."""
    page = visit("grid?group=parameters")
    page.locator("#grid td").first.click()
    page.keyboard.press("Escape")
    expect(page.locator("#grid tbody tr:not(.group)")).to_have_count(1)
    assert page.url.endswith("#grid?group=parameters")


# --- downloads ------------------------------------------------------------------------------


def download(page: Page, way: str) -> bytes:
    page.locator("#download summary").click()
    with page.expect_download() as waiting:
        page.locator(f"[data-way={way}]").click()
    path = waiting.value.path()
    return Path(path).read_bytes()


def test_csv_has_the_cells_one_sees(visit: Visit, data: dict[str, Any]) -> None:
    """A row for each cell that fits, none for those filtered out, and no formula."""
    page = visit("grid?region=p-2020")
    text = download(page, "csv").decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text)))
    shown = page.locator("#grid td:not(.out)").evaluate_all("cells => cells.map(cell => cell.dataset.cell)")
    assert sorted(shown) == sorted(f"{one['plan_id']}/{one['row_id']}" for one in found)
    share = next(one for one in found if one["row_id"] == "bed_share@general")
    assert "≥ 55%" in share.values()
    assert behind(data, SHARE)[0] == share["statement_ids"]
    assert not [value for one in found for value in one.values() if value.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_can_be_saved(visit: Visit, screen: str) -> None:
    """As data, as a drawing that holds the words as words, and as a picture twice as fine as the screen."""
    page = visit(screen)
    assert len(download(page, "csv").splitlines()) > 1
    svg = download(page, "svg").decode("utf-8")
    title = page.locator("#screen-title, #grid thead .name").first.evaluate("node => node.firstChild.data")
    assert title in svg
    assert not re.search(r"<(image|foreignObject|script)|href=", svg)
    picture = Image.open(io.BytesIO(download(page, "png")))
    width = int(re.search(r'width="(\d+)"', svg)[1])  # type: ignore[index]
    assert 2 * width == picture.width
    assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 20


# --- everybody ------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", SCREENS)
def test_screens_are_readable_named_and_no_wider_than_the_window(visit: Visit, screen: str) -> None:
    """Contrast, a heading, a name for every control; on a phone nothing runs over the edge."""
    page = visit(screen, size=(1366, 768))
    assert [] == page.evaluate(CONTRAST.read_text(encoding="utf-8"))
    assert [] == page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, summary')].filter((node) =>
          node.checkVisibility() && !node.textContent.trim() && !node.getAttribute('aria-label') &&
          !node.labels?.length)
          .map((node) => node.outerHTML)"""
    )
    phone = visit(screen, size=(390, 800))
    assert 0 == phone.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_the_keyboard_goes_from_tab_to_finding_to_search(visit: Visit) -> None:
    """Tabs are buttons, findings are buttons, and Enter in the search field leads to what was found."""
    page = visit()
    page.locator("#screens [data-screen=grid]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#grid")).to_be_visible()
    page.locator("#query").focus()
    page.keyboard.type("2700")
    expect(page.locator("#screen-title")).to_contain_text("2700")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#screen-title")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()


def test_screens_print(visit: Visit, data: dict[str, Any]) -> None:
    """On paper the screen at hand with its sources; no buttons that nobody can press."""
    page = visit()
    page.emulate_media(media="print")
    expect(page.locator("#paper .observations").first).to_be_visible()
    for plan in data["plans"]:
        expect(page.locator("#paper .sources")).to_contain_text(plan["source_sha256"])


def test_forty_plans_are_searched_while_one_types(visit: Visit, data: dict[str, Any], tmp_path: Path) -> None:
    """Half a second for 40 plans of 12,000 characters each."""
    grown = many(data, plans=40, indicators=3)
    for plan in grown["plans"]:
        plan["text"] += "推进养老服务发展,加大政府购买服务力度。\n" * 600
    path = tmp_path / "many.html"
    path.write_bytes(page_bytes(grown))
    page = visit(path=path)
    page.locator("#query").fill("政府购买")
    expect(page.locator("#screen section[data-plan]")).to_have_count(40, timeout=5_000)
